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
    uint64_t beginning;       /* of the name, by which most are told apart */
    struct text name, office; /* folded; "" if none */
    struct text region;       /* its own, or that of its office; "" if not known */
    uint32_t place;           /* in roster.identity: by story, then person */
    bool institution;
    bool full;   /* the name is a full one */
    bool speaks; /* something that the story tells is theirs */
};

static bool is_separator(char c) {
    return c == ' ' || c == '.' || c == ',' || c == '\t' || c == '\n' || c == '\r';
}

/* Lower case, words parted by one space, without full stops and commas ("M. Nur" is "M Nur"); ""
 * for none. In `arena`; `scratch` is for what comes between. */
static struct text fold_words(struct text text, struct arena *scratch, struct arena *arena) {
    if (text.size == 0)
        return TEXT("");
    struct text folded = utf8_fold(scratch, text);
    char *out = arena_alloc_uncleared(arena, folded.size);
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

/* The first eight bytes as a number, in the order of texts. */
static uint64_t beginning_of(struct text text) {
    uint64_t beginning = 0;
    for (size_t i = 0; i < sizeof beginning; i++)
        beginning = beginning << 8 | (i < text.size ? (unsigned char)text.data[i] : 0);
    return beginning;
}

static struct mention mention_of(const struct person *person, uint32_t place, struct arena *scratch,
                                 struct arena *arena) {
    struct mention mention = {.institution = person->kind == PERSON_INSTITUTION, .place = place};
    mention.name = fold_words(person->name, scratch, arena);
    mention.beginning = beginning_of(mention.name);
    mention.office = fold_words(person->institution.size ? person->institution : person->position,
                                scratch, arena);
    mention.region = person->region.data ? person->region : TEXT("");
    mention.full = is_full(mention.name);
    if (mention.institution)
        mention.office = mention.full ? mention.name : TEXT("");
    return mention;
}

static int name_order(const struct mention *a, const struct mention *b) {
    if (a->institution != b->institution)
        return a->institution ? 1 : -1;
    if (a->beginning != b->beginning)
        return a->beginning < b->beginning ? -1 : 1;
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
    if (a->region.size)
        return a->full || a->institution;
    return a->full && a->office.size && text_equal(a->office, b->office);
}

/* The fuller of two forms: the longer; of equal length the one with more small letters, which
 * follow the capitals. */
static struct text fuller(struct text a, struct text b) {
    if (a.size != b.size)
        return a.size > b.size ? a : b;
    return text_compare(a, b) >= 0 ? a : b;
}

/* Gives each mention the number of its person, if that speaks anywhere. */
static void identify(struct mention *mentions, size_t count, struct roster *roster) {
    roster->identity = memory_alloc_array(count + 1, sizeof *roster->identity);
    lend_regions(mentions, count);
    qsort(mentions, count, sizeof *mentions, by_region);
    for (size_t i = 0, end; i < count; i = end) {
        bool speaks = mentions[i].speaks;
        for (end = i + 1; end < count && is_same(&mentions[end - 1], &mentions[end]); end++)
            speaks |= mentions[end].speaks;
        uint32_t number = speaks ? (uint32_t)roster->identity_count++ : NO_IDENTITY;
        for (size_t k = i; k < end; k++)
            roster->identity[mentions[k].place] = number;
    }
}

static void note_speaker(struct mention *mentions, const struct facts *facts, int speaker) {
    if (speaker >= 0 && (size_t)speaker < facts->people_count)
        mentions[speaker].speaks = true;
}

/* Notes which of the story's people, whose mentions these are, say something. */
static void note_speakers(struct mention *mentions, const struct facts *facts) {
    for (size_t i = 0; i < facts->quote_count; i++)
        note_speaker(mentions, facts, facts->quotes[i].speaker);
    for (size_t i = 0; i < facts->statement_count; i++)
        note_speaker(mentions, facts, facts->statements[i].speaker);
    for (size_t i = 0; i < facts->advisory_count; i++)
        note_speaker(mentions, facts, facts->advisories[i].speaker);
}

/* All people of all stories. The caller frees them with memory_free; their names are in `arena`. */
static struct mention *list_mentions(const struct finished *out, struct roster *roster,
                                     size_t *count, struct arena *arena) {
    struct arena one = {0};
    struct mention *mentions = NULL;
    size_t capacity = 0;
    roster->first = memory_alloc_array(out->story_count + 1, sizeof *roster->first);
    *count = 0;
    for (size_t i = 0; i < out->story_count; i++) {
        struct facts facts;
        finished_story(out, i, &one, &facts);
        size_t first = *count;
        roster->first[i] = (uint32_t)*count;
        for (size_t j = 0; j < facts.people_count; j++, ++*count) {
            mentions = memory_grow(mentions, *count, sizeof *mentions, &capacity);
            mentions[*count] = mention_of(&facts.people[j], (uint32_t)*count, &one, arena);
        }
        if (mentions)
            note_speakers(mentions + first, &facts);
    }
    arena_free(&one);
    return mentions;
}

static void name_identity(struct identity *identity, const struct person *person) {
    identity->kind = person->kind;
    identity->name = fuller(identity->name, person->name);
    identity->honorifics = fuller(identity->honorifics, person->honorifics);
    identity->position = fuller(identity->position, person->position);
}

static void name_identities(struct finished *out, struct roster *roster) {
    struct arena one = {0};
    roster->identities =
        arena_alloc_array(&out->arena, roster->identity_count + 1, sizeof *roster->identities);
    for (size_t i = 0; i < out->story_count; i++) {
        struct facts facts;
        finished_story(out, i, &one, &facts);
        for (size_t j = 0; j < facts.people_count; j++) {
            uint32_t identity = roster->identity[roster->first[i] + j];
            if (identity != NO_IDENTITY)
                name_identity(&roster->identities[identity], &facts.people[j]);
        }
    }
    arena_free(&one);
}

void roster_build(struct finished *out, struct roster *roster) {
    struct arena names = {0};
    size_t count;
    *roster = (struct roster){0};
    struct mention *mentions = list_mentions(out, roster, &count, &names);
    if (count)
        identify(mentions, count, roster);
    memory_free(mentions);
    arena_free(&names);
    name_identities(out, roster);
}

void roster_free(struct roster *roster) {
    memory_free(roster->first);
    memory_free(roster->identity);
    *roster = (struct roster){0};
}

/* Something that a person said, or an advisory that makes him an official though nothing else is
 * quoted. */
struct saying {
    uint32_t identity, story, start, index;
    enum { SAYING_QUOTE, SAYING_STATEMENT, SAYING_ADVISORY } kind;
};

static int saying_order(const void *left, const void *right) {
    const struct saying *a = left, *b = right;
    const uint32_t x[] = {a->identity, a->story, a->start, (uint32_t)a->kind, a->index};
    const uint32_t y[] = {b->identity, b->story, b->start, (uint32_t)b->kind, b->index};
    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

/* Adds a saying of person `speaker` of its story, if that is somebody. */
static void add_saying(struct sayings *sayings, const struct roster *roster,
                       const struct facts *facts, int speaker, struct saying saying) {
    if (speaker < 0 || (size_t)speaker >= facts->people_count)
        return;
    sayings->at = memory_grow(sayings->at, sayings->count, sizeof *sayings->at, &sayings->capacity);
    saying.identity = roster->identity[roster->first[saying.story] + (uint32_t)speaker];
    sayings->at[sayings->count++] = saying;
}

void sayings_add(struct sayings *sayings, const struct roster *roster, const struct facts *facts,
                 uint32_t story) {
    struct saying saying = {.story = story, .kind = SAYING_QUOTE};
    for (size_t i = 0; i < facts->quote_count; i++) {
        saying.index = (uint32_t)i;
        saying.start = (uint32_t)facts->quotes[i].span.start;
        add_saying(sayings, roster, facts, facts->quotes[i].speaker, saying);
    }
    saying.kind = SAYING_STATEMENT;
    for (size_t i = 0; i < facts->statement_count; i++) {
        saying.index = (uint32_t)i;
        saying.start = (uint32_t)facts->statements[i].span.start;
        add_saying(sayings, roster, facts, facts->statements[i].speaker, saying);
    }
    saying.kind = SAYING_ADVISORY;
    for (size_t i = 0; i < facts->advisory_count; i++) {
        saying.index = (uint32_t)i;
        saying.start = (uint32_t)facts->advisories[i].span.start;
        add_saying(sayings, roster, facts, facts->advisories[i].speaker, saying);
    }
}

void sayings_free(struct sayings *sayings) {
    memory_free(sayings->at);
    *sayings = (struct sayings){0};
}

/* Who speaks in a chapter, and what: a run of sayings. */
struct speaker {
    const struct identity *identity;
    uint32_t first, count; /* of its sayings */
    uint32_t quotes;       /* of them neither advisories */
};

/* Most quoted first, then by name and what else tells two apart. Namesakes that are alike in all
 * this keep the order of their identities. */
static int speaker_order(const void *left, const void *right) {
    const struct speaker *a = left, *b = right;
    if (a->quotes != b->quotes)
        return a->quotes > b->quotes ? -1 : 1;
    int order = text_compare(a->identity->name, b->identity->name);
    if (!order)
        order = text_compare(a->identity->position, b->identity->position);
    return order ? order : (a->first > b->first) - (a->first < b->first);
}

static struct official make_official(const struct speaker *speaker, const struct saying *run,
                                     struct arena *arena) {
    struct official official = {.who = speaker->identity};
    official.quotes = arena_alloc_array(arena, speaker->quotes, sizeof *official.quotes);
    for (size_t i = 0; i < speaker->count; i++) {
        if (run[i].kind == SAYING_ADVISORY)
            continue;
        struct official_quote *quote = &official.quotes[official.quote_count++];
        quote->story = run[i].story;
        quote->index = run[i].index;
        quote->statement = run[i].kind == SAYING_STATEMENT;
        official.direct_count += run[i].kind == SAYING_QUOTE;
    }
    return official;
}

/* The speakers of sorted sayings, in the order of officials. The caller frees them with
 * memory_free. */
static struct speaker *list_speakers(const struct sayings *sayings, struct roster *roster,
                                     size_t *count) {
    struct speaker *speakers = NULL;
    size_t capacity = 0;
    *count = 0;
    for (uint32_t i = 0; i < sayings->count; i++) {
        const struct saying *saying = &sayings->at[i];
        if (i == 0 || saying->identity != sayings->at[i - 1].identity) {
            speakers = memory_grow(speakers, *count, sizeof *speakers, &capacity);
            roster->identities[saying->identity].listed = true;
            speakers[(*count)++] =
                (struct speaker){.identity = &roster->identities[saying->identity], .first = i};
        }
        speakers[*count - 1].count++;
        speakers[*count - 1].quotes += saying->kind != SAYING_ADVISORY;
    }
    if (*count)
        qsort(speakers, *count, sizeof *speakers, speaker_order);
    return speakers;
}

void officials_list(struct sayings *sayings, struct roster *roster, struct chapter *chapter,
                    struct arena *arena) {
    size_t count;
    if (sayings->count)
        qsort(sayings->at, sayings->count, sizeof *sayings->at, saying_order);
    struct speaker *speakers = list_speakers(sayings, roster, &count);
    chapter->officials = arena_alloc_array(arena, count + 1, sizeof *chapter->officials);
    for (size_t i = 0; i < count; i++)
        chapter->officials[i] = make_official(&speakers[i], sayings->at + speakers[i].first, arena);
    chapter->official_count = count;
    memory_free(speakers);
}
