/* Instruments cited: see cited.h. Before: citations of the facts. After: chapters.c, finish.c.
 *
 * Citations are of one instrument if what they mean (or, where that is not known, what they say)
 * has the same type, number and year; without a number also the same title. Acts of regions and
 * bodies must be of the same one, too. A citation whose year is wrong thus stays an entry of its
 * own, with its suggestion. */
#include <config.h>

#include "summary/cited.h"

#include <stdlib.h>

#include "base/memory.h"
#include "summary/cited_office.h"

/* A citation on its way into an entry. */
struct mention {
    const struct citation *citation;
    const struct instrument *instrument;
    struct text office; /* whose act it is, where the type does not tell */
    size_t story;
};

static int number_order(struct text a, struct text b) {
    bool numbers = a.size && b.size && a.data[0] >= '1' && a.data[0] <= '9' && b.data[0] >= '1' &&
                   b.data[0] <= '9';
    size_t digits_a = 0, digits_b = 0;
    while (numbers && digits_a < a.size && a.data[digits_a] >= '0' && a.data[digits_a] <= '9')
        digits_a++;
    while (numbers && digits_b < b.size && b.data[digits_b] >= '0' && b.data[digits_b] <= '9')
        digits_b++;
    if (digits_a != digits_b)
        return digits_a < digits_b ? -1 : 1;
    return text_compare(a, b);
}

/* By type, year and number: 9 before 94. */
static int instrument_order(const struct instrument *a, const struct instrument *b) {
    int order = text_compare(a->type, b->type);
    if (order)
        return order;
    if (a->year != b->year)
        return a->year < b->year ? -1 : 1;
    return number_order(a->number, b->number);
}

/* 0 if both are of one instrument. */
static int same_order(const struct mention *a, const struct mention *b) {
    int order = instrument_order(a->instrument, b->instrument);
    if (!order)
        order = text_compare(a->office, b->office);
    if (order || a->instrument->number.size)
        return order;
    return text_compare(a->citation->title, b->citation->title);
}

static int mention_order(const void *left, const void *right) {
    const struct mention *a = left, *b = right;
    int order = same_order(a, b);
    if (order)
        return order;
    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    size_t x = a->citation->span.start, y = b->citation->span.start;
    if (x != y)
        return x < y ? -1 : 1;
    return (a->citation > b->citation) - (a->citation < b->citation); /* of one array */
}

static struct mention *collect(struct finished *finished, const size_t *stories, size_t count,
                               size_t *found) {
    size_t limit = 1;
    for (size_t i = 0; i < count; i++)
        limit += finished->stories[stories[i]].facts->citation_count;
    struct mention *mentions = memory_alloc_array(limit, sizeof *mentions), *at = mentions;
    for (size_t i = 0; i < count; i++) {
        const struct facts *facts = finished->stories[stories[i]].facts;
        for (size_t j = 0; j < facts->citation_count; j++) {
            const struct citation *c = &facts->citations[j];
            *at++ = (struct mention){c, c->resolved.type.size ? &c->resolved : &c->written,
                                     cited_office(facts, j, &finished->arena), stories[i]};
        }
    }
    *found = (size_t)(at - mentions);
    qsort(mentions, *found, sizeof *mentions, mention_order);
    return mentions;
}

/* A pinpoint and where it first stood. */
struct pinpoint {
    struct text text;
    size_t rank;
};

static int pinpoint_order(const void *left, const void *right) {
    const struct pinpoint *a = left, *b = right;
    int order = text_compare(a->text, b->text);
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static int rank_order(const void *left, const void *right) {
    const struct pinpoint *a = left, *b = right;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

/* The distinct pinpoints in order of appearance. */
static void list_pinpoints(struct cited *cited, const struct mention *run, size_t count,
                           struct arena *arena) {
    struct pinpoint *list = memory_alloc_array(count + 1, sizeof *list);
    size_t found = 0, kept = 0;
    for (size_t i = 0; i < count; i++)
        if (run[i].citation->pinpoint.size)
            list[found++] = (struct pinpoint){run[i].citation->pinpoint, i};
    qsort(list, found, sizeof *list, pinpoint_order);
    for (size_t i = 0; i < found; i++)
        if (kept == 0 || !text_equal(list[kept - 1].text, list[i].text))
            list[kept++] = list[i];
    qsort(list, kept, sizeof *list, rank_order);
    cited->pinpoints = arena_alloc_array(arena, kept + 1, sizeof *cited->pinpoints);
    for (size_t i = 0; i < kept; i++)
        cited->pinpoints[i] = list[i].text;
    cited->pinpoint_count = kept;
    memory_free(list);
}

/* The kinds of flag that find fault with the citation, a bit each. */
static unsigned flags_about(const struct facts *facts, const struct citation *citation) {
    const unsigned faults = 1U << FLAG_BAD_CITATION | 1U << FLAG_SANCTION_MISMATCH |
                            1U << FLAG_SIGNATORY_MISMATCH | 1U << FLAG_TITLE_MISMATCH;
    unsigned kinds = 0;
    size_t end, i = facts_flags_near(facts, citation->span, &end);
    for (; i < end; i++)
        if (text_is(facts->flags[i].fact, citation->fid))
            kinds |= 1U << facts->flags[i].kind;
    return kinds & faults;
}

static struct text first_known(struct text a, struct text b) { return a.size ? a : b; }

/* One entry of the mentions of one instrument, which are in the order of stories. Its status is
 * that of the last story that knows it: the nearest to the day of the briefing. */
static void fill_cited(struct cited *cited, const struct mention *run, size_t count,
                       struct finished *finished) {
    struct arena *arena = &finished->arena;
    cited->instrument = *run->instrument;
    cited->office = run->office;
    cited->stories = arena_alloc_array(arena, count, sizeof *cited->stories);
    cited->mention_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct citation *citation = run[i].citation;
        cited->title = first_known(cited->title, citation->title);
        cited->suggestion = first_known(cited->suggestion, citation->suggestion);
        cited->replaced_by = first_known(cited->replaced_by, citation->replaced_by);
        if (citation->status != STATUS_UNKNOWN) {
            cited->status = citation->status;
            cited->noted = citation->note.size ? citation : NULL;
        }
        const struct facts *facts = finished->stories[run[i].story].facts;
        struct text words = citation_text(facts, (size_t)(citation - facts->citations));
        cited->words = words.size > cited->words.size ? words : cited->words;
        cited->flags |= flags_about(facts, citation);
        if (cited->story_count == 0 || cited->stories[cited->story_count - 1] != run[i].story)
            cited->stories[cited->story_count++] = run[i].story;
    }
    list_pinpoints(cited, run, count, arena);
}

static int cited_order(const void *left, const void *right) {
    const struct cited *a = left, *b = right;
    if (a->mention_count != b->mention_count)
        return a->mention_count > b->mention_count ? -1 : 1;
    int order = instrument_order(&a->instrument, &b->instrument);
    if (!order)
        order = text_compare(a->office, b->office);
    return order ? order : text_compare(a->title, b->title);
}

size_t cited_list(struct finished *out, const size_t *stories, size_t count, struct cited **cited) {
    size_t found, entries = 0;
    struct mention *mentions = collect(out, stories, count, &found);
    for (size_t i = 0; i < found; i++)
        entries += i == 0 || same_order(&mentions[i - 1], &mentions[i]) != 0;
    *cited = arena_alloc_array(&out->arena, entries + 1, sizeof **cited);
    struct cited *next = *cited;
    for (size_t i = 0, end; i < found; i = end) {
        for (end = i + 1; end < found && same_order(&mentions[i], &mentions[end]) == 0;)
            end++;
        fill_cited(next++, mentions + i, end - i, out);
    }
    qsort(*cited, entries, sizeof **cited, cited_order);
    memory_free(mentions);
    return entries;
}
