/* Officials over a month: see officials.h. Before: the people of each story, whom extraction has
 * told apart within one article. After: chapters.c.
 *
 * A namesake taken for the official puts words into his mouth, so mentions are joined only where
 * the text says enough:
 *   - persons with a full name (two words of two letters or more) and the same region;
 *   - where one of them has no region, the same office (institution, else position), if that office
 * is named with no more than one region under this name, so that nobody is joined to one of two;
 *   - institutions of one name and region; without a region, those with a full name.
 * What is not joined stays apart, each mention for itself. The rules look at the whole set at once,
 * so the order of the articles does not matter. */
#include <config.h>

#include "summary/officials.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"

/* One person of one story. */
struct mention {
    const struct person *person;
    struct text name, office; /* folded; "" if none */
    struct text region;       /* its own, or that of its office; "" if not known */
    size_t place;             /* in roster.identity: by story, then person */
    bool full;                /* the name is a full one */
};

static bool is_separator(char c) {
    return c == ' ' || c == '.' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

/* Lower case, words parted by one space, without full stops and commas ("M. Nur" is "M Nur"); ""
 * for none. */
static struct text fold_words(struct text text, struct arena *arena) {
    struct text folded = text.size ? utf8_fold(arena, text) : TEXT("");
    char *out = arena_alloc(arena, folded.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < folded.size; i++) {
        if (!is_separator(folded.data[i]))
            out[size++] = folded.data[i];
        else if (size && out[size - 1] != ' ')
            out[size++] = ' ';
    }
    size -= size && out[size - 1] == ' ';
    return (struct text){out, size};
}

/* Two words of two letters or more: initials tell nobody apart. */
static bool is_full(struct text folded) {
    size_t words = 0, start = 0;
    for (size_t i = 0; i <= folded.size; i++)
        if (i == folded.size || folded.data[i] == ' ') {
            words += utf8_length(text_slice(folded, (struct span){start, i})) >= 2;
            start = i + 1;
        }
    return words >= 2;
}

static struct mention mention_of(const struct person *person, size_t place, struct arena *arena) {
    struct mention mention = {.person = person, .place = place};
    mention.name = fold_words(person->name, arena);
    mention.office =
        fold_words(person->institution.size ? person->institution : person->position, arena);
    mention.region = person->region.data ? person->region : TEXT("");
    mention.full = is_full(mention.name);
    if (person->kind == PERSON_INSTITUTION)
        mention.office = mention.full ? mention.name : TEXT("");
    return mention;
}

static int name_order(const struct mention *a, const struct mention *b) {
    if (a->person->kind != b->person->kind)
        return a->person->kind < b->person->kind ? -1 : 1;
    return text_compare(a->name, b->name);
}

static int by_office(const void *left, const void *right) {
    const struct mention *a = left, *b = right;
    int order = name_order(a, b);
    if (!order)
        order = text_compare(a->office, b->office);
    if (!order)
        order = text_compare(a->region, b->region);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static int by_region(const void *left, const void *right) {
    const struct mention *a = left, *b = right;
    int order = name_order(a, b);
    if (!order)
        order = text_compare(a->region, b->region);
    if (!order)
        order = text_compare(a->office, b->office);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Gives the mentions of one name and office their region where it is not known and the others have
 * just one. In a run sorted by region those without come first. */
static void lend_region(struct mention *run, size_t count) {
    size_t without = 0;
    while (without < count && run[without].region.size == 0)
        without++;
    if (without == count || !text_equal(run[without].region, run[count - 1].region))
        return;
    for (size_t i = 0; i < without; i++)
        run[i].region = run[without].region;
}

static void lend_regions(struct mention *mentions, size_t count) {
    qsort(mentions, count, sizeof *mentions, by_office);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && name_order(&mentions[i], &mentions[end]) == 0 &&
                          text_equal(mentions[i].office, mentions[end].office);)
            end++;
        if (mentions[i].full && mentions[i].office.size)
            lend_region(mentions + i, end - i);
    }
}

/* Whether two neighbours in the order of names and regions are the same. */
static bool is_same(const struct mention *a, const struct mention *b) {
    if (name_order(a, b) != 0 || a->name.size == 0 || !text_equal(a->region, b->region))
        return false;
    bool institution = a->person->kind == PERSON_INSTITUTION;
    if (a->region.size)
        return a->full || institution;
    return a->full && a->office.size && text_equal(a->office, b->office);
}

/* The fuller of two forms: the longer; of equal length the one with more small letters, which
 * follow the capitals. */
static struct text fuller(struct text a, struct text b) {
    if (a.size != b.size)
        return a.size > b.size ? a : b;
    return text_compare(a, b) >= 0 ? a : b;
}

static void name_identity(struct official *official, const struct person *person) {
    official->kind = person->kind;
    official->name = fuller(official->name, person->name);
    official->honorifics = fuller(official->honorifics, person->honorifics);
    official->position = fuller(official->position, person->position);
}

static void identify(struct mention *mentions, size_t count, struct roster *roster) {
    lend_regions(mentions, count);
    qsort(mentions, count, sizeof *mentions, by_region);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !is_same(&mentions[i - 1], &mentions[i]))
            roster->identity_count++;
        size_t identity = roster->identity_count - 1;
        roster->identity[mentions[i].place] = identity;
        name_identity(&roster->identities[identity], mentions[i].person);
    }
}

void roster_build(struct finished *out, struct roster *roster) {
    struct arena scratch = {0};
    size_t total = 0, place = 0;
    *roster = (struct roster){0};
    roster->first = arena_alloc_array(&out->arena, out->story_count + 1, sizeof(size_t));
    for (size_t i = 0; i < out->story_count; i++) {
        roster->first[i] = total;
        total += out->stories[i].facts->people_count;
    }
    roster->identity = arena_alloc_array(&out->arena, total + 1, sizeof(size_t));
    roster->identities = arena_alloc_array(&out->arena, total + 1, sizeof(struct official));
    struct mention *mentions = arena_alloc_array(&scratch, total + 1, sizeof *mentions);
    for (size_t i = 0; i < out->story_count; i++)
        for (size_t j = 0; j < out->stories[i].facts->people_count; j++, place++)
            mentions[place] = mention_of(&out->stories[i].facts->people[j], place, &scratch);
    identify(mentions, total, roster);
    arena_free(&scratch);
}

/* Something that a person said, or an advisory that makes him an official though nothing else is
 * quoted. */
struct saying {
    size_t identity, story, start, index;
    enum { SAYING_QUOTE, SAYING_STATEMENT, SAYING_ADVISORY } kind;
};

static int saying_order(const void *left, const void *right) {
    const struct saying *a = left, *b = right;
    const size_t x[] = {a->identity, a->story, a->start, a->kind, a->index};
    const size_t y[] = {b->identity, b->story, b->start, b->kind, b->index};
    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

struct sayings {
    struct saying *at;
    size_t count;
};

static void add_saying(struct sayings *sayings, const struct finished *finished,
                       const struct roster *roster, int speaker, struct saying saying) {
    size_t people = finished->stories[saying.story].facts->people_count;
    if (speaker < 0 || (size_t)speaker >= people)
        return;
    saying.identity = roster->identity[roster->first[saying.story] + (size_t)speaker];
    sayings->at[sayings->count++] = saying;
}

static size_t sayings_limit(const struct facts *facts) {
    return facts->quote_count + facts->statement_count + facts->advisory_count;
}

static void add_story(struct sayings *sayings, const struct finished *finished,
                      const struct roster *roster, size_t story) {
    const struct facts *facts = finished->stories[story].facts;
    struct saying saying = {.story = story, .kind = SAYING_QUOTE};
    for (size_t i = 0; i < facts->quote_count; i++) {
        saying.index = i;
        saying.start = facts->quotes[i].span.start;
        add_saying(sayings, finished, roster, facts->quotes[i].speaker, saying);
    }
    saying.kind = SAYING_STATEMENT;
    for (size_t i = 0; i < facts->statement_count; i++) {
        saying.index = i;
        saying.start = facts->statements[i].span.start;
        add_saying(sayings, finished, roster, facts->statements[i].speaker, saying);
    }
    saying.kind = SAYING_ADVISORY;
    for (size_t i = 0; i < facts->advisory_count; i++) {
        saying.index = i;
        saying.start = facts->advisories[i].span.start;
        add_saying(sayings, finished, roster, facts->advisories[i].speaker, saying);
    }
}

/* All sayings of the stories, by speaker; `at` is the caller's to free. */
static struct sayings collect(const struct finished *finished, const struct roster *roster,
                              const size_t *stories, size_t count) {
    size_t limit = 1;
    for (size_t i = 0; i < count; i++)
        limit += sayings_limit(finished->stories[stories[i]].facts);
    struct sayings sayings = {memory_alloc_array(limit, sizeof(struct saying)), 0};
    for (size_t i = 0; i < count; i++)
        add_story(&sayings, finished, roster, stories[i]);
    qsort(sayings.at, sayings.count, sizeof *sayings.at, saying_order);
    return sayings;
}

static void fill_official(struct official *official, const struct saying *run, size_t count,
                          struct arena *arena) {
    official->quotes = arena_alloc_array(arena, count, sizeof *official->quotes);
    for (size_t i = 0; i < count; i++) {
        if (run[i].kind == SAYING_ADVISORY)
            continue;
        struct official_quote *quote = &official->quotes[official->quote_count++];
        quote->story = run[i].story;
        quote->index = run[i].index;
        quote->statement = run[i].kind == SAYING_STATEMENT;
        official->direct_count += run[i].kind == SAYING_QUOTE;
    }
}

/* Most quoted first, then by name and what else tells two apart. Namesakes that are alike in all
 * this are equal, and their order is that of their identities, which official_list keeps by an
 * index. */
static int official_order(const struct official *a, const struct official *b) {
    if (a->quote_count != b->quote_count)
        return a->quote_count > b->quote_count ? -1 : 1;
    int order = text_compare(a->name, b->name);
    return order ? order : text_compare(a->position, b->position);
}

/* An official while the list is sorted. */
struct ranked {
    struct official official;
    size_t rank; /* before sorting */
};

static int ranked_order(const void *left, const void *right) {
    const struct ranked *a = left, *b = right;
    int order = official_order(&a->official, &b->official);
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static void sort_officials(struct chapter *chapter) {
    struct ranked *ranked = memory_alloc_array(chapter->official_count + 1, sizeof *ranked);
    for (size_t i = 0; i < chapter->official_count; i++)
        ranked[i] = (struct ranked){chapter->officials[i], i};
    qsort(ranked, chapter->official_count, sizeof *ranked, ranked_order);
    for (size_t i = 0; i < chapter->official_count; i++)
        chapter->officials[i] = ranked[i].official;
    memory_free(ranked);
}

static size_t count_identities(const struct sayings *sayings) {
    size_t count = 0;
    for (size_t i = 0; i < sayings->count; i++)
        count += i == 0 || sayings->at[i - 1].identity != sayings->at[i].identity;
    return count;
}

void officials_list(struct finished *out, const struct roster *roster, struct chapter *chapter) {
    struct sayings sayings = collect(out, roster, chapter->stories, chapter->story_count);
    size_t count = count_identities(&sayings);
    chapter->officials = arena_alloc_array(&out->arena, count + 1, sizeof *chapter->officials);
    for (size_t i = 0, end; i < sayings.count; i = end) {
        size_t identity = sayings.at[i].identity;
        for (end = i + 1; end < sayings.count && sayings.at[end].identity == identity;)
            end++;
        struct official *official = &chapter->officials[chapter->official_count++];
        *official = roster->identities[identity];
        fill_official(official, sayings.at + i, end - i, &out->arena);
    }
    sort_officials(chapter);
    memory_free(sayings.at);
}

size_t officials_count(const struct finished *finished, const struct roster *roster) {
    size_t *stories = memory_alloc_array(finished->story_count + 1, sizeof *stories), count = 0;
    for (size_t i = 0; i < finished->story_count; i++)
        if (!finished->stories[i].advertorial)
            stories[count++] = i;
    struct sayings sayings = collect(finished, roster, stories, count);
    size_t officials = count_identities(&sayings);
    memory_free(sayings.at);
    memory_free(stories);
    return officials;
}
