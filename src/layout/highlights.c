#include <config.h>

#include <stdlib.h>

#include "layout/highlights.h"
#include "summary/counts.h"

#define SHORTEST 45    /* bytes of one that can stand alone */
#define NAME_LENGTH 80 /* characters of who said it; all of them stand in the chapter */
#define POSITION_LENGTH 120

/* What counts for and against a highlight, in the unit of a recogniser's confidence (hundredths):
 * a step between two types is 1000, a topic outweighs any type, and what is doubtful is made up for
 * by nothing. */
enum {
    OF_A_TYPE = 1000,
    OF_A_TOPIC = 5000,
    TO_SOMEBODY = 1500,
    ON_AN_ACT = 1500,
    WITH_AN_OFFICE = 1000,
    AWKWARD_LENGTH = -15000,
    OF_NOBODY = -30000,
    FLAGGED = -60000
};

static const int types[ADVISORY_TYPES] = {[ADVISORY_LARANGAN] = 4,
                                          [ADVISORY_KEWAJIBAN] = 3,
                                          [ADVISORY_SANKSI] = 2,
                                          [ADVISORY_IMBAUAN] = 1,
                                          [ADVISORY_PELAPORAN] = 0};

/* True if something that a person should check stands in the sentence: it does not lead the front
 * page. */
static bool is_flagged(const struct facts *facts, struct span span) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (flag_matters(&facts->flags[i]) && span_overlap(facts->flags[i].span, span))
            return true;
    return false;
}

static bool cites(const struct facts *facts, struct span span) {
    for (size_t i = 0; i < facts->citation_count; i++)
        if (span_overlap(facts->citations[i].span, span))
            return true;
    return false;
}

static int weight_of(const struct facts *facts, enum advisory_type type, size_t index) {
    const struct advisory *advisory = &facts->advisories[index];
    const struct person *speaker = fact_speaker(facts, advisory->speaker);
    int weight = types[type] * OF_A_TYPE + advisory->confidence;
    size_t size = advisory_words(facts, index).size;
    if (size < SHORTEST || size > HIGHLIGHT_LENGTH)
        weight += AWKWARD_LENGTH; /* hardly a sentence of its own, or too much of one */
    if (advisory->topic_count)
        weight += OF_A_TOPIC;
    if (advisory->addressee.size)
        weight += TO_SOMEBODY;
    if (cites(facts, advisory->span))
        weight += ON_AN_ACT;
    if (!speaker)
        weight += OF_NOBODY;
    else if (speaker->position.size)
        weight += WITH_AN_OFFICE;
    if (is_flagged(facts, advisory->span))
        weight += FLAGGED;
    return weight;
}

/* Within a chapter the weightiest first. */
static int by_weight(const void *a, const void *b) {
    const struct highlight *left = a, *right = b;
    if (left->chapter_index != right->chapter_index)
        return left->chapter_index < right->chapter_index ? -1 : 1;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* First one from each chapter, from that with most advisories on; then second ones. */
static int by_round(const void *a, const void *b) {
    const struct highlight *left = a, *right = b;
    size_t many = left->chapter->figures.directives, more = right->chapter->figures.directives;
    if (left->round != right->round)
        return left->round < right->round ? -1 : 1;
    if (many != more)
        return many > more ? -1 : 1;
    return (left->chapter_index > right->chapter_index) -
           (left->chapter_index < right->chapter_index);
}

/* Appends a chapter's to `all`. */
static void add_chapter(const struct composer *composer, struct reader *reader, size_t index,
                        struct highlight *all, size_t *count) {
    const struct edition_chapter *place = &composer->edition->chapters[index];
    const struct chapter *chapter = place->chapter;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        for (size_t i = 0; i < chapter->directive_count[type]; i++) {
            const struct directive *directive = &chapter->directives[type][i];
            const struct facts *facts = reader_story(reader, directive->story);
            if (facts_damage(facts, facts->advisories[directive->index].span))
                continue;
            int weight = weight_of(facts, (enum advisory_type)type, directive->index);
            all[*count] = (struct highlight){place, directive, index, 0, *count, weight};
            ++*count;
        }
}

struct highlight *highlights_rank(const struct composer *composer, size_t *count) {
    const struct edition *edition = composer->edition;
    struct highlight *all =
        arena_alloc_array(composer->arena, edition->figures.directives, sizeof *all);
    struct reader reader = {.finished = composer->finished};
    *count = 0;
    for (size_t i = 0; i < edition->chapter_count; i++)
        add_chapter(composer, &reader, i, all, count);
    reader_free(&reader);
    if (*count == 0)
        return all;
    qsort(all, *count, sizeof *all, by_weight);
    for (size_t i = 1; i < *count; i++)
        all[i].round = all[i].chapter_index == all[i - 1].chapter_index ? all[i - 1].round + 1 : 0;
    qsort(all, *count, sizeof *all, by_round);
    return all;
}

struct highlight_said highlight_read(const struct composer *composer,
                                     const struct highlight *highlight) {
    const struct facts *facts = story_facts(composer, highlight->directive->story);
    size_t index = highlight->directive->index;
    const struct person *person = fact_speaker(facts, facts->advisories[index].speaker);
    struct arena *arena = composer->arena;
    struct highlight_said said = {
        wording_shorten(arena, advisory_words(facts, index), HIGHLIGHT_LENGTH),
        {NULL, 0},
        {NULL, 0},
        person != NULL};
    if (person) {
        said.name = wording_shorten(arena, person->name, NAME_LENGTH);
        said.position = wording_shorten(arena, person->position, POSITION_LENGTH);
    }
    return said;
}

static struct text words_of(const struct composer *composer, const struct highlight *highlight) {
    return advisory_words(story_facts(composer, highlight->directive->story),
                          highlight->directive->index);
}

bool highlight_is_repeat(const struct composer *composer, const struct highlight *ranked,
                         size_t index) {
    struct text words = words_of(composer, &ranked[index]);
    for (size_t i = 0; i < index && i < 2 * HIGHLIGHTS_MOST; i++)
        if (text_equal(words_of(composer, &ranked[i]), words))
            return true;
    return false;
}

void highlights_lead(const struct composer *composer) {
    size_t count;
    const struct highlight *ranked = highlights_rank(composer, &count);
    struct leads *leads = composer->leads;
    for (size_t i = 0; i < count && leads->count < HIGHLIGHTS; i++)
        if (!highlight_is_repeat(composer, ranked, i))
            leads->at[leads->count++] = ranked[i];
}
