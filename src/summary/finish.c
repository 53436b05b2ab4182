/* Finishing a month: see finished.h. Before: a sealed summary. After: layout, CSV.
 *
 * The steps: which articles lie in the period; which of them are copies of one another; the stories
 * that remain, numbered; who is who; chapters; counts. Each looks at the whole set, so that no
 * order of articles can matter. */
#include <config.h>

#include "summary/finished.h"

#include <stdlib.h>

#include "extract/sketch.h"
#include "summary/chapters.h"
#include "summary/clusters.h"
#include "summary/counts.h"
#include "summary/officials.h"

/* What is asked of every article, so that it need not be opened again. */
struct card {
    const struct kept *kept;
    uint32_t index; /* in the summary, where articles are in the order of (id, sha256) */
    struct date day;
    uint16_t runs;    /* its length, in word runs */
    uint8_t rank;     /* how well it represents its story, the less the better */
    bool advertorial; /* it is marked so */
    bool placed;      /* it tells its region, or that it is about the nation */
};

/* The articles of the period in the summary's order, and those that lie outside. */
struct division {
    struct card *inside, *outside;
    struct likeness *likenesses; /* of those inside */
};

static bool is_flagged(const struct facts *facts, enum flag_kind kind) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind == kind)
            return true;
    return false;
}

static struct card card_of(struct period period, const struct facts *facts, const struct kept *kept,
                           size_t index) {
    struct sketch sketch;
    struct card card = {.kept = kept, .index = (uint32_t)index, .day = period_day(period, facts)};
    card.runs = sketch_read(facts->sketch, &sketch) ? sketch.runs : 0;
    card.advertorial = is_flagged(facts, FLAG_ADVERTORIAL);
    card.rank = is_flagged(facts, FLAG_OFF_TOPIC) ? 2 : card.advertorial ? 1 : 0;
    card.placed = facts->scope != SCOPE_UNKNOWN;
    return card;
}

static int by_day(const void *left, const void *right) {
    const struct card *a = left, *b = right;
    int order = date_compare(a->day, b->day);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int story_order(const void *left, const void *right) {
    const struct story *a = left, *b = right;
    if (a->off_topic != b->off_topic)
        return a->off_topic ? 1 : -1;
    int order = date_compare(a->day, b->day);
    return order ? order : (a->article > b->article) - (a->article < b->article);
}

/* Sorts the articles into the period, what lies outside, and what has no day. Those in the period
 * are counts.articles. */
static void divide(struct finished *out, struct arena *scratch, struct division *division) {
    const struct summary *summary = out->summary;
    size_t room = summary->count + 1;
    struct arena one = {0};
    division->inside = arena_alloc_array(scratch, room, sizeof *division->inside);
    division->outside = arena_alloc_array(scratch, room, sizeof *division->outside);
    division->likenesses = arena_alloc_array(scratch, room, sizeof *division->likenesses);
    out->kept_undated = arena_alloc_array(&out->arena, room, sizeof(struct kept *));
    for (size_t i = 0; i < summary->count; i++) {
        struct facts facts;
        arena_reset(&one);
        kept_head(&summary->keeper, summary->articles[i], &one, &facts);
        struct card card = card_of(out->period, &facts, summary->articles[i], i);
        if (!date_is_set(card.day)) {
            out->kept_undated[out->undated_count++] = card.kept;
        } else if (period_holds(out->period, card.day)) {
            division->likenesses[out->counts.articles] = likeness_of(&facts);
            division->inside[out->counts.articles++] = card;
        } else {
            division->outside[out->outside_count++] = card;
        }
    }
    qsort(division->outside, out->outside_count, sizeof *division->outside, by_day);
    out->kept_outside = arena_alloc_array(&out->arena, room, sizeof(struct kept *));
    for (size_t i = 0; i < out->outside_count; i++)
        out->kept_outside[i] = division->outside[i].kept;
    out->counts.outside_period = out->outside_count;
    out->counts.undated = out->undated_count;
    arena_free(&one);
}

/* Whether `a` represents a story better than `b`, of which neither is before the other by rank; the
 * longest has `most` runs. Copies that were cut short come last, since what they lack would be
 * counted nowhere; then those that do not tell the region; then it is who was first. Never equal,
 * whatever order the members come in. */
static bool represents_better(const struct card *a, const struct card *b, unsigned most) {
    bool whole_a = 10U * a->runs >= 9 * most, whole_b = 10U * b->runs >= 9 * most;
    if (whole_a != whole_b)
        return whole_a;
    if (a->placed != b->placed)
        return a->placed;
    int day = date_compare(a->day, b->day);
    if (day != 0)
        return day < 0;
    return a->runs != b->runs ? a->runs > b->runs : a->index < b->index;
}

/* Which member of a cluster represents the story. */
static uint32_t representative(const struct card *cards, const uint32_t *run, size_t count) {
    uint32_t best = run[0];
    unsigned most = 0;
    for (size_t i = 1; i < count; i++)
        if (cards[run[i]].rank < cards[best].rank)
            best = run[i];
    int rank = cards[best].rank;
    for (size_t i = 0; i < count; i++)
        if (cards[run[i]].rank == rank && cards[run[i]].runs > most)
            most = cards[run[i]].runs;
    for (size_t i = 0; i < count; i++)
        if (cards[run[i]].rank == rank && represents_better(&cards[run[i]], &cards[best], most))
            best = run[i];
    return best;
}

/* One story of the members of a cluster, which are in the summary's order. Its copies go to
 * `copies`. */
static struct story make_story(const struct card *cards, const uint32_t *run, size_t count,
                               const struct kept **copies) {
    uint32_t first = representative(cards, run, count);
    struct story story = {.kept = cards[first].kept,
                          .article = cards[first].index,
                          .kept_copies = copies,
                          .day = cards[first].day,
                          .advertorial = true,
                          .off_topic = cards[first].rank == 2};
    for (size_t i = 0; i < count; i++) {
        story.advertorial &= cards[run[i]].advertorial;
        if (run[i] != first)
            copies[story.copy_count++] = cards[run[i]].kept;
    }
    return story;
}

/* The articles by cluster, then in their order; *ends is where each cluster, which is called by its
 * first article, ends. */
static uint32_t *sort_members(const uint32_t *clusters, size_t count, uint32_t **ends,
                              struct arena *arena) {
    uint32_t *members = arena_alloc_array(arena, count + 1, sizeof *members), total = 0;
    uint32_t *places = arena_alloc_array(arena, count + 1, sizeof *places);
    for (size_t i = 0; i < count; i++)
        places[clusters[i]]++;
    for (size_t i = 0; i < count; i++) {
        uint32_t size = places[i];
        places[i] = total;
        total += size;
    }
    for (uint32_t i = 0; i < count; i++)
        members[places[clusters[i]]++] = i;
    *ends = places;
    return members;
}

static void number_stories(struct finished *out) {
    qsort(out->stories, out->story_count, sizeof *out->stories, story_order);
    while (out->story_count > 0 && out->stories[out->story_count - 1].off_topic)
        out->story_count--, out->off_topic_count++;
    out->off_topic = out->stories + out->story_count;
    for (size_t i = 0; i < out->story_count; i++)
        out->stories[i].number = i + 1;
}

static void make_stories(struct finished *out) {
    struct arena scratch = {0};
    struct division division;
    uint32_t *ends;
    divide(out, &scratch, &division);
    size_t count = out->counts.articles;
    uint32_t *clusters = clusters_find(division.likenesses, count, &scratch);
    uint32_t *members = sort_members(clusters, count, &ends, &scratch);
    const struct kept **copies = arena_alloc_array(&out->arena, count + 1, sizeof(struct kept *));
    size_t stories = 0;
    for (uint32_t i = 0; i < count; i++)
        stories += clusters[i] == i;
    out->stories = arena_alloc_array(&out->arena, stories + 1, sizeof *out->stories);
    for (uint32_t i = 0, start = 0; i < count; i++) {
        if (clusters[i] != i)
            continue;
        struct story *story = &out->stories[out->story_count++];
        *story = make_story(division.inside, members + start, ends[i] - start, copies);
        copies += story->copy_count;
        start = ends[i];
    }
    arena_free(&scratch);
    number_stories(out);
}

void finish(const struct summary *summary, const struct tables *tables, struct finished *out) {
    struct roster roster;
    *out = (struct finished){
        .period = summary->period, .summary = summary, .notes = tables ? tables->notes : NULL};
    make_stories(out);
    roster_build(out, &roster);
    chapters_build(out, &roster, tables ? tables->regions : NULL);
    counts_fill(out, &roster);
    roster_free(&roster);
}

void finished_story(const struct finished *finished, size_t story, struct arena *arena,
                    struct facts *out) {
    arena_reset(arena);
    kept_open(&finished->summary->keeper, finished->stories[story].kept, arena, out);
}

const struct facts *finished_facts(const struct finished *finished, const struct kept *kept,
                                   struct arena *arena) {
    struct facts *facts = arena_alloc(arena, sizeof *facts);
    kept_open(&finished->summary->keeper, kept, arena, facts);
    return facts;
}

const struct facts *reader_article(struct reader *reader, const struct kept *kept) {
    if (reader->kept == kept)
        return reader->facts;
    arena_reset(&reader->arena);
    reader->kept = kept;
    return reader->facts = finished_facts(reader->finished, kept, &reader->arena);
}

const struct facts *reader_story(struct reader *reader, size_t story) {
    return reader_article(reader, reader->finished->stories[story].kept);
}

void reader_free(struct reader *reader) {
    arena_free(&reader->arena);
    *reader = (struct reader){.finished = reader->finished};
}

void finished_free(struct finished *finished) {
    arena_free(&finished->arena);
    *finished = (struct finished){0};
}
