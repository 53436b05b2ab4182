/* Selecting and counting: see edition.h. */
#include <config.h>

#include "layout/edition.h"

#include <stdlib.h>
#include <string.h>

#include "tables/topics.h"

bool status_doubtful(enum citation_status status) {
    return status == STATUS_IMPOSSIBLE || status == STATUS_REVOKED ||
           status == STATUS_PARTLY_REVOKED || status == STATUS_NOT_YET_IN_FORCE;
}

enum advisory_type figures_top_type(const struct figures *figures) {
    enum advisory_type top = (enum advisory_type)0;
    for (size_t type = 1; type < ADVISORY_TYPES; type++)
        if (figures->by_type[type] > figures->by_type[top])
            top = (enum advisory_type)type;
    return top;
}

static void count_quotes(struct reader *reader, const struct chapter *chapter,
                         struct figures *figures) {
    for (size_t i = 0; i < chapter->official_count; i++)
        figures->speakers += chapter->officials[i].direct_count > 0;
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = reader_story(reader, chapter->stories[i]);
        figures->quotes += facts->quote_count;
        for (size_t q = 0; q < facts->quote_count; q++)
            figures->unattributed += facts->quotes[q].speaker == NOBODY;
    }
}

static struct figures count_chapter(const struct finished *finished,
                                    const struct chapter *chapter) {
    struct reader reader = {.finished = finished};
    struct figures figures = {.stories = chapter->story_count,
                              .advertorials = chapter->advertorial_count,
                              .instruments = chapter->cited_count};
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct story *story = &finished->stories[chapter->stories[i]];
        figures.articles += 1 + story->copy_count;
    }
    for (size_t type = 0; type < ADVISORY_TYPES; type++) {
        figures.by_type[type] = chapter->directive_count[type];
        figures.directives += chapter->directive_count[type];
    }
    count_quotes(&reader, chapter, &figures);
    for (size_t i = 0; i < chapter->flagged_count; i++) {
        const struct flagged *flagged = &chapter->flagged[i];
        figures.flags[reader_story(&reader, flagged->story)->flags[flagged->index].kind]++;
        figures.flag_total++;
    }
    reader_free(&reader);
    return figures;
}

/* Adds all but the instruments, which chapters share. */
static void add_figures(struct figures *sum, const struct figures *more) {
    sum->stories += more->stories;
    sum->articles += more->articles;
    sum->advertorials += more->advertorials;
    sum->directives += more->directives;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        sum->by_type[type] += more->by_type[type];
    sum->quotes += more->quotes;
    sum->unattributed += more->unattributed;
    sum->speakers += more->speakers;
    for (size_t kind = 0; kind < FLAG_KINDS; kind++)
        sum->flags[kind] += more->flags[kind];
    sum->flag_total += more->flag_total;
}

static void add_chapter(struct edition *edition, const struct chapter *chapter,
                        const struct province *province) {
    bool refers = chapter->also_count > 0 && edition->kind != EDITION_NATION;
    if (chapter->story_count + chapter->advertorial_count == 0 && !refers)
        return; /* the nation shows each story where it belongs, without references to it */
    struct edition_chapter *out = &edition->chapters[edition->chapter_count++];
    *out = (struct edition_chapter){chapter, province, count_chapter(edition->finished, chapter)};
    add_figures(&edition->figures, &out->figures);
    bool region = chapter->scope == SCOPE_REGENCY, advises = out->figures.directives > 0;
    edition->regions += region && chapter->story_count > 0;
    edition->advising += advises;
    edition->advising_regions += region && advises;
}

/* The province's chapters: its own and its regions, or only the region `code`. */
static void add_province(struct edition *edition, const struct province *province,
                         struct text code) {
    struct edition_province *out = &edition->provinces[edition->province_count];
    *out = (struct edition_province){.province = province, .first = edition->chapter_count};
    if (code.size == 0)
        add_chapter(edition, &province->own, province);
    for (size_t i = 0; i < province->region_count; i++)
        if (code.size == 0 || text_equal(province->regions[i].code, code)) {
            add_chapter(edition, &province->regions[i], province);
            if (code.size)
                edition->place = province->regions[i].name;
        }
    out->count = edition->chapter_count - out->first;
    for (size_t i = out->first; i < edition->chapter_count; i++)
        add_figures(&out->figures, &edition->chapters[i].figures);
    edition->province_count += out->count > 0;
    edition->news_provinces += out->figures.stories > 0;
}

static int compare_names(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static size_t count_outlets(struct arena *arena, const struct edition *edition) {
    const struct finished *finished = edition->finished;
    struct text *names = arena_alloc_array(arena, edition->figures.articles, sizeof *names);
    size_t count = 0, different = 0;
    struct reader reader = {.finished = finished};
    for (size_t c = 0; c < edition->chapter_count; c++) {
        const struct chapter *chapter = edition->chapters[c].chapter;
        for (size_t i = 0; i < chapter->story_count; i++) {
            const struct story *story = &finished->stories[chapter->stories[i]];
            names[count++] = reader_article(&reader, story->kept)->publisher;
            for (size_t k = 0; k < story->copy_count; k++)
                names[count++] = reader_article(&reader, story->kept_copies[k])->publisher;
        }
    }
    reader_free(&reader);
    if (count)
        qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++)
        different += names[i].size > 0 && (i == 0 || !text_equal(names[i], names[i - 1]));
    return different;
}

static int compare_instruments(const struct cited *a, const struct cited *b) {
    int order = text_compare(a->instrument.type, b->instrument.type);
    if (!order)
        order =
            (a->instrument.year > b->instrument.year) - (a->instrument.year < b->instrument.year);
    return order ? order : text_compare(a->instrument.number, b->instrument.number);
}

static int by_instrument(const void *a, const void *b) { return compare_instruments(a, b); }

static int by_mentions(const void *a, const void *b) {
    const struct cited *left = a, *right = b;
    if (left->mention_count != right->mention_count)
        return left->mention_count < right->mention_count ? 1 : -1;
    return compare_instruments(left, right);
}

/* Adds the mentions and stories of `more` to the same instrument of an earlier chapter. */
static void add_cited(struct arena *arena, struct cited *sum, const struct cited *more) {
    size_t *stories =
        arena_alloc_array(arena, sum->story_count + more->story_count, sizeof *stories);
    for (size_t i = 0; i < sum->story_count; i++)
        stories[i] = sum->stories[i];
    for (size_t i = 0; i < more->story_count; i++)
        stories[sum->story_count + i] = more->stories[i];
    sum->stories = stories;
    sum->story_count += more->story_count;
    sum->mention_count += more->mention_count;
    sum->flags |= more->flags;
    sum->words = more->words.size > sum->words.size ? more->words : sum->words;
}

/* One entry an instrument over all chapters of a province; title and status are those of the first
 * chapter. */
static void merge_cited(struct arena *arena, struct edition *edition) {
    size_t count = 0, kept = 0;
    for (size_t c = 0; c < edition->chapter_count; c++)
        count += edition->chapters[c].chapter->cited_count;
    if (count == 0)
        return;
    struct cited *cited = arena_alloc_array(arena, count, sizeof *cited);
    count = 0;
    for (size_t c = 0; c < edition->chapter_count; c++) {
        const struct chapter *chapter = edition->chapters[c].chapter;
        for (size_t i = 0; i < chapter->cited_count; i++)
            cited[count++] = chapter->cited[i];
    }
    qsort(cited, count, sizeof *cited, by_instrument);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && compare_instruments(&cited[kept - 1], &cited[i]) == 0)
            add_cited(arena, &cited[kept - 1], &cited[i]);
        else
            cited[kept++] = cited[i];
    }
    qsort(cited, kept, sizeof *cited, by_mentions);
    edition->cited = cited;
    edition->cited_count = kept;
}

static void select_cited(struct arena *arena, struct edition *edition) {
    if (edition->kind == EDITION_NATION) {
        edition->cited = edition->finished->cited;
        edition->cited_count = edition->finished->cited_count;
    } else {
        merge_cited(arena, edition);
    }
    edition->figures.instruments = edition->cited_count;
    for (size_t i = 0; i < edition->cited_count; i++)
        edition->figures.doubtful +=
            status_doubtful(edition->cited[i].status) || edition->cited[i].flags;
    for (size_t i = 0; i < edition->cited_count; i++)
        edition->figures.unknown +=
            edition->cited[i].status == STATUS_UNKNOWN && !edition->cited[i].flags;
}

static void select_chapters(struct edition *edition, struct text code) {
    const struct finished *finished = edition->finished;
    struct text whole = text_slice(code, (struct span){0, 2}); /* "19" of "19.06": the province */
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        if (code.size && !text_equal(province->code, whole))
            continue;
        if (edition->kind == EDITION_PROVINCE)
            edition->place = province->name;
        if (edition->kind == EDITION_REGION)
            edition->province_name = province->name;
        add_province(edition, province, code.size > 2 ? code : TEXT(""));
    }
    if (code.size)
        return;
    add_chapter(edition, &finished->national, NULL);
    add_chapter(edition, &finished->unknown, NULL);
}

/* True if the edition is about the region `place`, where a story happened. */
static bool covers(const struct edition *edition, struct text code, struct text place) {
    if (edition->kind == EDITION_NATION)
        return true;
    if (edition->kind == EDITION_PROVINCE) /* "19" holds "19.06" */
        place = text_slice(place, (struct span){0, code.size});
    return text_equal(place, code);
}

/* The score in the note of why it is off topic; 0 where it tells none. */
static long topic_score_of(const struct facts *facts) {
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct note_values *values = facts->flags[i].values;
        char digits[12] = "";
        if (facts->flags[i].kind != FLAG_OFF_TOPIC || !values || values->count == 0)
            continue;
        memcpy(digits, values->at[0].data,
               values->at[0].size < sizeof digits ? values->at[0].size : sizeof digits - 1);
        return strtol(digits, NULL, 10);
    }
    return 0;
}

struct scored {
    long score;
    const struct story *story;
};

static int by_topic_score(const void *a, const void *b) {
    const struct scored *left = a, *right = b;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return (left->story > right->story) - (left->story < right->story); /* of one array, by day */
}

static void select_off_topic(struct arena *arena, struct edition *edition, struct text code) {
    const struct finished *finished = edition->finished;
    size_t most = finished->off_topic_count, count = 0;
    struct scored *scored = arena_alloc_array(arena, most, sizeof *scored);
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < most; i++) {
        const struct facts *facts = reader_article(&reader, finished->off_topic[i].kept);
        if (covers(edition, code, facts->region_code))
            scored[count++] = (struct scored){topic_score_of(facts), &finished->off_topic[i]};
    }
    reader_free(&reader);
    if (count)
        qsort(scored, count, sizeof *scored, by_topic_score);
    edition->off_topic = arena_alloc_array(arena, count, sizeof *edition->off_topic);
    edition->off_topic_count = count;
    for (size_t i = 0; i < count; i++)
        edition->off_topic[i] = scored[i].story;
}

void edition_make(struct arena *arena, const struct finished *finished,
                  const struct briefing_options *options, struct edition *out) {
    size_t chapters = 2;
    for (size_t i = 0; i < finished->province_count; i++)
        chapters += 1 + finished->provinces[i].region_count;
    memset(out, 0, sizeof *out);
    out->finished = finished;
    out->kind = options->region.size == 0   ? EDITION_NATION
                : options->region.size == 2 ? EDITION_PROVINCE
                                            : EDITION_REGION;
    out->place = options->region_name.size ? options->region_name : options->region;
    out->chapters = arena_alloc_array(arena, chapters, sizeof *out->chapters);
    out->provinces = arena_alloc_array(arena, finished->province_count, sizeof *out->provinces);
    select_chapters(out, options->region);
    out->outlets = count_outlets(arena, out);
    select_cited(arena, out);
    select_off_topic(arena, out, options->region);
}

/* Adds the advisory's topics. */
static void count_topics(const struct advisory *advisory, const struct topics *topics,
                         size_t counts[TOPICS_MAX]) {
    for (size_t t = 0; t < advisory->topic_count; t++)
        for (size_t topic = 0; topic < topics_count(topics); topic++)
            counts[topic] += text_equal(advisory->topics[t], topics_label(topics, topic));
}

void edition_topics(const struct edition *edition, const struct topics *topics, size_t counts[]) {
    struct reader reader = {.finished = edition->finished};
    for (size_t c = 0; c < edition->chapter_count; c++) {
        const struct chapter *chapter = edition->chapters[c].chapter;
        for (size_t type = 0; type < ADVISORY_TYPES; type++)
            for (size_t i = 0; i < chapter->directive_count[type]; i++) {
                const struct directive *directive = &chapter->directives[type][i];
                const struct facts *facts = reader_story(&reader, directive->story);
                count_topics(&facts->advisories[directive->index], topics, counts);
            }
    }
    reader_free(&reader);
}

struct place_figures layout_figures(const struct finished *finished, const struct topics *topics,
                                    struct text code, struct arena *arena) {
    struct arena scratch = {0};
    struct briefing_options options = {.region = code};
    struct edition edition;
    edition_make(&scratch, finished, &options, &edition);
    const struct figures *figures = &edition.figures;
    size_t *by_topic = arena_alloc_array(arena, TOPICS_MAX, sizeof *by_topic);
    struct place_figures out = {.code = code,
                                .articles = figures->articles,
                                .stories = figures->stories,
                                .quotes = figures->quotes,
                                .regulations = figures->instruments,
                                .by_topic = by_topic};
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        out.by_type[type] = figures->by_type[type];
    if (topics)
        edition_topics(&edition, topics, by_topic);
    arena_free(&scratch);
    return out;
}
