/* Instruments cited: see cited.h. Before: citations of the facts. After: chapters.c, finish.c.
 *
 * Citations are of one instrument if what they mean (or, where that is not known, what they say)
 * has the same type, number and year. An act without a number that has a title of the register is
 * one whatever year is written, for only the constitution has: "UUD" and "UUD 1945". Acts of
 * regions and bodies must be of the same one, too. A citation whose year is wrong thus stays an
 * entry of its own, with its suggestion. */
#include <config.h>

#include "summary/cited.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "summary/cited_office.h"

static int number_order(struct text a, struct text b) {
    bool numbers = a.size && b.size && a.data[0] >= '1' && a.data[0] <= '9' && b.data[0] >= '1' &&
                   b.data[0] <= '9';
    size_t digits_a = 0, digits_b = 0;
    while (numbers && digits_a < a.size && ascii_is_digit(a.data[digits_a]))
        digits_a++;
    while (numbers && digits_b < b.size && ascii_is_digit(b.data[digits_b]))
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

/* The instrument, without a year that does not matter. */
static struct instrument named(const struct cited_form *form) {
    struct instrument instrument = form->instrument;
    if (instrument.number.size == 0 && form->title.size)
        instrument.year = 0;
    return instrument;
}

/* 0 if both are of one instrument. */
static int same_order(const struct cited_form *a, const struct cited_form *b) {
    struct instrument left = named(a), right = named(b);
    int order = a == b ? 0 : instrument_order(&left, &right);
    if (!order)
        order = text_compare(a->office, b->office);
    if (order || a->instrument.number.size)
        return order;
    return text_compare(a->title, b->title);
}

/* A citation while they are sorted. */
struct mention {
    const struct cited_form *form;
    uint32_t story, start, index;
};

static int mention_order(const void *left, const void *right) {
    const struct mention *a = left, *b = right;
    int order = same_order(a->form, b->form);
    if (order)
        return order;
    if (a->story != b->story)
        return a->story < b->story ? -1 : 1;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

#define FORM_TEXTS 9

static void form_texts(const struct cited_form *form, struct text texts[FORM_TEXTS]) {
    const struct text all[FORM_TEXTS] = {
        form->instrument.type, form->instrument.number, form->office,
        form->title,           form->suggestion,        form->replaced_by,
        form->pinpoint,        form->note.words,        form->words};
    memcpy(texts, all, sizeof all);
}

/* FNV-1a over texts and year. */
static uint64_t form_hash(const struct cited_form *form) {
    struct text texts[FORM_TEXTS];
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ (uint64_t)form->instrument.year;
    form_texts(form, texts);
    for (size_t i = 0; i < FORM_TEXTS; i++) {
        for (size_t k = 0; k < texts[i].size; k++)
            hash = (hash ^ (unsigned char)texts[i].data[k]) * UINT64_C(0x100000001b3);
        hash = (hash ^ 0xff) * UINT64_C(0x100000001b3);
    }
    return hash ^ hash >> 32;
}

static bool same_form(const struct cited_form *a, const struct cited_form *b) {
    struct text left[FORM_TEXTS], right[FORM_TEXTS];
    if (a->instrument.year != b->instrument.year || a->status != b->status ||
        a->flags != b->flags || !a->note.values != !b->note.values)
        return false;
    form_texts(a, left);
    form_texts(b, right);
    for (size_t i = 0; i < FORM_TEXTS; i++)
        if (!text_equal(left[i], right[i]))
            return false;
    return true;
}

/* A form that finds no place after so many steps is kept again, so that citations chosen to collide
 * cost memory, not time. */
#define PROBES 8

/* The slot of an equal form, or a free one, or NULL after PROBES steps. */
static uint32_t *find_slot(const struct citings *citings, const struct cited_form *form) {
    uint64_t place = form_hash(form);
    for (size_t i = 0; i < PROBES; i++) {
        uint32_t *slot = &citings->slots[(place + i) & (citings->slot_count - 1)];
        if (!*slot || same_form(&citings->forms[*slot - 1], form))
            return slot;
    }
    return NULL;
}

static void grow_forms(struct citings *citings) {
    citings->form_capacity = citings->form_capacity ? citings->form_capacity * 2 : 256;
    citings->forms = memory_resize(citings->forms, citings->form_capacity, sizeof *citings->forms);
    memory_free(citings->slots);
    citings->slot_count = 2 * citings->form_capacity;
    citings->slots = memory_alloc_array(citings->slot_count, sizeof *citings->slots);
    for (size_t i = 0; i < citings->form_count; i++) {
        uint32_t *slot = find_slot(citings, &citings->forms[i]);
        if (slot && !*slot)
            *slot = (uint32_t)i + 1;
    }
}

/* A copy of the values, whose words live as long as the summary. */
static const struct note_values *keep_values(const struct note_values *values,
                                             struct arena *arena) {
    if (!values)
        return NULL;
    struct note_values *copy = arena_alloc(arena, sizeof *copy);
    *copy = *values;
    copy->at = arena_alloc_array(arena, values->count + 1, sizeof *copy->at);
    for (size_t i = 0; i < values->count; i++)
        copy->at[i] = values->at[i];
    return copy;
}

/* The number of the form, which is kept if it was not. */
static uint32_t form_number(struct citings *citings, const struct cited_form *form) {
    if (citings->form_count == citings->form_capacity)
        grow_forms(citings);
    uint32_t *slot = find_slot(citings, form), number = (uint32_t)citings->form_count;
    if (slot && *slot)
        return *slot - 1;
    struct cited_form *kept = &citings->forms[citings->form_count++];
    *kept = *form;
    kept->office = form->office.data ? arena_copy(citings->arena, form->office) : form->office;
    kept->note.values = keep_values(form->note.values, citings->arena);
    if (slot)
        *slot = number + 1;
    return number;
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

static void add_citation(struct citings *citings, const struct facts *facts, size_t index,
                         uint32_t story, struct arena *scratch) {
    const struct citation *c = &facts->citations[index];
    struct cited_form form = {.instrument = c->resolved.type.size ? c->resolved : c->written,
                              .office = cited_office(facts, index, scratch),
                              .title = c->title,
                              .suggestion = c->suggestion,
                              .replaced_by = c->replaced_by,
                              .pinpoint = c->pinpoint,
                              .note = {c->note, c->note_values},
                              .status = c->status,
                              .words = citation_text(facts, index),
                              .flags = flags_about(facts, c)};
    citings->at = memory_grow(citings->at, citings->count, sizeof *citings->at, &citings->capacity);
    citings->at[citings->count++] = (struct citing){form_number(citings, &form), story,
                                                    (uint32_t)c->span.start, (uint32_t)index};
}

void citings_add(struct citings *citings, const struct facts *facts, uint32_t story) {
    struct arena scratch = {0};
    for (size_t i = 0; i < facts->citation_count; i++)
        add_citation(citings, facts, i, story, &scratch);
    arena_free(&scratch);
}

void citings_free(struct citings *citings) {
    memory_free(citings->at);
    memory_free(citings->forms);
    memory_free(citings->slots);
    *citings = (struct citings){0};
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
        if (run[i].form->pinpoint.size)
            list[found++] = (struct pinpoint){run[i].form->pinpoint, i};
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

static struct text first_known(struct text a, struct text b) { return a.size ? a : b; }

/* One entry of the mentions of one instrument, which are in the order of stories. Its status is
 * that of the last story that knows it: the nearest to the day of the briefing. */
static void fill_cited(struct cited *cited, const struct mention *run, size_t count,
                       struct arena *arena) {
    cited->instrument = run->form->instrument;
    cited->office = run->form->office;
    cited->stories = arena_alloc_array(arena, count, sizeof *cited->stories);
    cited->mention_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct cited_form *form = run[i].form;
        if (!cited->instrument.year)
            cited->instrument = form->instrument;
        cited->title = first_known(cited->title, form->title);
        cited->suggestion = first_known(cited->suggestion, form->suggestion);
        cited->replaced_by = first_known(cited->replaced_by, form->replaced_by);
        if (form->status != STATUS_UNKNOWN) {
            cited->status = form->status;
            cited->note = form->note;
        }
        cited->words = form->words.size > cited->words.size ? form->words : cited->words;
        cited->flags |= form->flags;
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

/* The citations from number `first` on, sorted. The caller frees them with memory_free. */
static struct mention *sort_mentions(const struct citings *citings, size_t first) {
    size_t count = citings->count - first;
    struct mention *mentions = memory_alloc_array(count + 1, sizeof *mentions);
    for (size_t i = 0; i < count; i++) {
        const struct citing *citing = &citings->at[first + i];
        mentions[i] = (struct mention){&citings->forms[citing->form], citing->story, citing->start,
                                       citing->index};
    }
    qsort(mentions, count, sizeof *mentions, mention_order);
    return mentions;
}

size_t cited_list(const struct citings *citings, size_t first, struct cited **cited) {
    size_t entries = 0, count = citings->count - first;
    struct mention *mentions = sort_mentions(citings, first);
    for (size_t i = 0; i < count; i++)
        entries += i == 0 || same_order(mentions[i - 1].form, mentions[i].form) != 0;
    *cited = arena_alloc_array(citings->arena, entries + 1, sizeof **cited);
    struct cited *next = *cited;
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && same_order(mentions[i].form, mentions[end].form) == 0;)
            end++;
        fill_cited(next++, mentions + i, end - i, citings->arena);
    }
    qsort(*cited, entries, sizeof **cited, cited_order);
    memory_free(mentions);
    return entries;
}
