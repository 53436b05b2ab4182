/* What the recognisers of speech share: see reading.h. */
#include <config.h>

#include "extract/reading.h"

#include <string.h>

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

bool reading_equals(const struct reading *reading, uint32_t at, const char *word) {
    const struct token *token = &reading->tokens[at];
    const char *bytes = reading->article->text.data + token->start;
    size_t size = token->end - token->start;
    for (size_t i = 0; i < size; i++) /* `word` ends with NUL, which no token holds */
        if (lower(bytes[i]) != lower(word[i]))
            return false;
    return word[size] == '\0' && !token->cut;
}

bool reading_capital_mixed(const struct reading *reading, uint32_t at) {
    char c = reading->article->text.data[reading->tokens[at].start];
    return c >= 'A' && c <= 'Z';
}

bool reading_speech_hit(const struct reading *reading, uint32_t at, struct speech_word *word,
                        uint32_t *end) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_SPEECH);
    if (reading->tokens[at].cut)
        return false;
    *word = speech_word(reading->tables->speech, hit->row);
    *end = hit->end;
    return true;
}

struct span reading_span(const struct reading *reading, struct range range) {
    if (range.first >= range.end)
        return (struct span){0, 0};
    return (struct span){reading->tokens[range.first].start, reading->tokens[range.end - 1].end};
}

bool reading_stop_mark(const struct reading *reading, uint32_t at) {
    const char *bytes = reading->article->text.data + reading->tokens[at].start;
    size_t size = reading->tokens[at].end - reading->tokens[at].start;
    return *bytes == '.' || *bytes == '!' || *bytes == '?' ||
           (size == 3 && memcmp(bytes, "\xE2\x80\xA6", 3) == 0);
}

/* The place of `hash` in the set, or the free place where it belongs. */
static size_t set_place(const struct word_set *set, uint64_t hash) {
    size_t place = (size_t)hash & set->mask;
    while (set->hashes[place] && set->hashes[place] != hash)
        place = (place + 1) & set->mask;
    return place;
}

static void set_mark(struct word_set *set, uint64_t hash, unsigned bit) {
    size_t place = set_place(set, hash);
    set->hashes[place] = hash;
    set->values[place] = (uint8_t)(set->values[place] | bit);
}

unsigned reading_seen(const struct reading *reading, uint32_t at) {
    if (at >= reading->count)
        return 0;
    return reading->seen.values[set_place(&reading->seen, reading->tokens[at].hash)];
}

void reading_mark(struct reading *reading, uint32_t at, unsigned bits) {
    set_mark(&reading->seen, reading->tokens[at].hash, bits);
}

static bool alone_before(const struct reading *reading, uint32_t at) {
    return at == 0 || !reading_joined(reading, at) || reading_stop(reading, at - 1) ||
           reading->tokens[at - 1].kind == TOKEN_QUOTE || !reading_capital(reading, at - 1);
}

static bool is_adverb(const struct reading *reading, uint32_t at) {
    return reading_in(reading, at, LIST_ADVERB_SPEAKER);
}

/* Marks the speakers that stand alone beside the form of speech at `at`. */
static void note_speakers(struct reading *reading, uint32_t at, struct speech_word word,
                          uint32_t end) {
    switch (word.form) {
    case SPEECH_ROOT:
    case SPEECH_PASSIVE:
    case SPEECH_ACCORDING:
        if (reading_capital(reading, end))
            set_mark(&reading->seen, reading->tokens[end].hash, SEEN_SPEAKING);
        break;
    case SPEECH_ACTIVE: {
        uint32_t before = at;
        while (before > 0 && is_adverb(reading, before - 1))
            before--;
        if (before > 0 && reading_capital(reading, before - 1) && alone_before(reading, before - 1))
            set_mark(&reading->seen, reading->tokens[before - 1].hash, SEEN_SPEAKING);
        break;
    }
    default:
        break;
    }
}

/* True if a position stands in the few words before `at`, with nothing between that ends a phrase:
 * there a name may follow the body. */
static bool held_by_somebody(const struct reading *reading, uint32_t at) {
    for (uint32_t back = 1; back <= 8 && back <= at && reading_joined(reading, at - back + 1);
         back++) {
        if (reading_hit(reading, at - back, LEXEME_POSITION))
            return true;
        if (reading_stop(reading, at - back))
            return false;
    }
    return false;
}

/* The token after a body at `at` whose place may follow (Polres Tuba), unless the body belongs to
 * somebody's position, where a name may follow as well (Kepala BKPSDM Budi); `at` if there is none.
 */
static uint32_t body_before_place(const struct reading *reading, uint32_t at) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    return hit && hit->end - at <= 2 && !held_by_somebody(reading, at) ? hit->end : at;
}

/* Notes what the word at `at` tells of those beside it. */
static void note_token(struct reading *reading, uint32_t at) {
    const struct token *token = &reading->tokens[at];
    if (token->kind != TOKEN_WORD || token->cut)
        return;
    struct speech_word word;
    uint32_t end;
    if (reading_speech(reading, at, &word, &end))
        note_speakers(reading, at, word, end);
    else if (reading_in(reading, at, LIST_PLACE_OPENER) && reading_capital(reading, at + 1))
        set_mark(&reading->seen, reading->tokens[at + 1].hash, SEEN_AS_PLACE);
    uint32_t place = body_before_place(reading, at);
    if (place > at && reading_capital(reading, place))
        set_mark(&reading->seen, reading->tokens[place].hash, SEEN_AS_PLACE);
}

/* Room for every word that may be marked: each stands with a capital. */
static void make_room(struct reading *reading) {
    size_t capitals = 0, size = 64;
    for (uint32_t at = 0; at < reading->count; at++)
        capitals += reading->tokens[at].letter_case > CASE_LOWER;
    while (size < 2 * capitals)
        size *= 2;
    reading->seen.hashes = arena_alloc_array(reading->arena, size, sizeof *reading->seen.hashes);
    reading->seen.values = arena_alloc_array(reading->arena, size, sizeof *reading->seen.values);
    reading->seen.mask = size - 1;
}

void reading_init(struct reading *reading, const struct article *article,
                  const struct tables *tables, struct arena *arena) {
    *reading = (struct reading){.article = article,
                                .tables = tables,
                                .arena = arena,
                                .tokens = article->tokens.at,
                                .count = (uint32_t)article->tokens.count};
    const uint32_t noted = CLASS_BIT(LEXEME_SPEECH) | CLASS_BIT(LEXEME_INSTITUTION);
    make_room(reading);
    uint64_t *lists = arena_alloc_array_uncleared(arena, reading->count, sizeof *lists);
    for (uint32_t at = 0; at < reading->count; at++)
        lists[at] = reading->tokens[at].cut
                        ? 0
                        : word_entry(tables->vocabulary, reading->tokens[at].word)->lists;
    reading->lists = lists;
    for (uint32_t at = 0; at < reading->count; at++)
        if ((reading_classes(reading, at) & noted) || reading_in(reading, at, LIST_PLACE_OPENER))
            note_token(reading, at);
}
