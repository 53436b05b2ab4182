/* What the recognisers of speech share: see reading.h. */
#include <config.h>

#include "extract/reading.h"

#include <string.h>

#include "base/ascii.h"

#define HOLDER_REACH 20 /* tokens of an office before its holder */

bool reading_capital_mixed(const struct reading *reading, uint32_t at) {
    char c = reading->article->text.data[reading->tokens[at].start];
    return ascii_is_upper(c);
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
    size_t size = reading_size(reading, at);
    return *bytes == '.' || *bytes == '!' || *bytes == '?' ||
           (size == 3 && memcmp(bytes, "\xE2\x80\xA6", 3) == 0) ||
           (*bytes == '&' &&
            token_is(reading->article->text, &reading->tokens[at], "\xE2\x80\xA6"));
}

#define SEEN_BITS UINT64_C(7)
#define SEEN_PLACES 64 /* to begin with; a power of two */
#define SEEN_STEPS 128 /* places looked at; more are taken in a row only by words made for it */

/* The place of `hash` in the set, or the free place where it belongs; NULL if neither is near. */
static uint64_t *set_place(const struct word_set *set, uint64_t hash) {
    size_t place = (size_t)(hash >> 32) & set->mask;
    for (int steps = 0; steps < SEEN_STEPS; steps++) {
        if (!set->places[place] || (set->places[place] ^ hash) <= SEEN_BITS)
            return &set->places[place];
        place = (place + 1) & set->mask;
    }
    return NULL;
}

/* An empty set of this many places. */
static struct word_set set_new(struct arena *arena, size_t places) {
    return (struct word_set){.places = arena_alloc_array(arena, places, sizeof(uint64_t)),
                             .mask = places - 1};
}

static void set_grow(struct word_set *set, struct arena *arena) {
    struct word_set old = *set;
    *set = set_new(arena, 2 * (old.mask + 1));
    set->count = old.count;
    for (size_t i = 0; i <= old.mask; i++) {
        uint64_t *place = old.places[i] ? set_place(set, old.places[i]) : NULL;
        if (place)
            *place = old.places[i];
    }
}

unsigned reading_seen(const struct reading *reading, uint32_t at) {
    if (at >= reading->count)
        return 0;
    const uint64_t *place = set_place(&reading->seen, reading->tokens[at].hash);
    return place ? (unsigned)(*place & SEEN_BITS) : 0;
}

void reading_mark(struct reading *reading, uint32_t at, unsigned bits) {
    struct word_set *set = &reading->seen;
    uint64_t hash = reading->tokens[at].hash & ~SEEN_BITS, *place = set_place(set, hash);
    if (place && !*place && 2 * ++set->count > set->mask) {
        set_grow(set, reading->arena);
        place = set_place(set, hash);
    }
    if (place)
        *place |= hash | bits;
}

static bool alone_before(const struct reading *reading, uint32_t at) {
    return at == 0 || !reading_joined(reading, at) || reading_stop(reading, at - 1) ||
           reading->tokens[at - 1].kind == TOKEN_QUOTE || !reading_capital(reading, at - 1);
}

static bool is_adverb(const struct reading *reading, uint32_t at) {
    return reading_in(reading, at, LIST_ADVERB);
}

/* Marks the speakers that stand alone beside the form of speech at `at`. */
static void note_speakers(struct reading *reading, uint32_t at, struct speech_word word,
                          uint32_t end) {
    switch (word.form) {
    case SPEECH_ROOT:
        if (reading_capital(reading, at) && !alone_before(reading, at))
            break; /* the word of an office: Ketua Umum Asosiasi */
        if (reading_capital(reading, end))
            reading_mark(reading, end, SEEN_SPEAKING);
        break;
    case SPEECH_PASSIVE:
    case SPEECH_ACCORDING:
        if (reading_capital(reading, end))
            reading_mark(reading, end, SEEN_SPEAKING);
        break;
    case SPEECH_ACTIVE: {
        uint32_t before = at;
        while (before > 0 && is_adverb(reading, before - 1))
            before--;
        if (before > 0 && reading_capital(reading, before - 1) && alone_before(reading, before - 1))
            reading_mark(reading, before - 1, SEEN_SPEAKING);
        break;
    }
    default:
        break;
    }
}

/* True if a position stands in the few words before `at`, with nothing between that ends a phrase:
 * there a name may follow the body. */
static bool held_by_somebody(const struct reading *reading, uint32_t at) {
    for (uint32_t back = 1;
         back <= HOLDER_REACH && back <= at && reading_joined(reading, at - back + 1); back++) {
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

/* Notes what the form at `at` tells of the words beside it. */
static void note_form(struct reading *reading, uint32_t at) {
    const struct token *token = &reading->tokens[at];
    if (token->kind != TOKEN_WORD || token->cut)
        return;
    struct speech_word word;
    uint32_t end;
    if (reading_speech(reading, at, &word, &end))
        note_speakers(reading, at, word, end);
    uint32_t place = body_before_place(reading, at);
    if (place > at && reading_capital(reading, place))
        reading_mark(reading, place, SEEN_AS_PLACE);
}

/* Notes that the word at `at` is a place if it has a capital: di Medan, Kecamatan Medan. */
static void note_place(struct reading *reading, uint32_t at) {
    if (at > 0 && reading_in(reading, at - 1, LIST_PLACE_OPENER) &&
        !(reading_classes(reading, at - 1) & CLASS_BIT(LEXEME_SPEECH)) &&
        reading_capital(reading, at))
        reading_mark(reading, at, SEEN_AS_PLACE);
}

static struct places places_new(const struct reading *reading) {
    size_t room = reading->count + 1;
    return (struct places){arena_alloc_array_uncleared(reading->arena, room, sizeof(uint32_t)), 0};
}

/* Fills the reading's places, and notes what forms tell of the words beside them. */
static void survey(struct reading *reading) {
    const uint32_t telling = CLASS_BIT(LEXEME_SPEECH) | CLASS_BIT(LEXEME_INSTITUTION),
                   starting = CLASS_BIT(LEXEME_POSITION) | CLASS_BIT(LEXEME_HONORIFIC) |
                              CLASS_BIT(LEXEME_PRONOUN);
    const struct token *tokens = reading->tokens;
    const uint32_t *classes = reading->article->hits.classes;
    struct places starts = places_new(reading), marks = places_new(reading);
    for (uint32_t at = 0, count = reading->count; at < count; at++) {
        starts.at[starts.count] = at; /* a branch would be guessed wrong too often */
        starts.count += (tokens[at].letter_case >= CASE_TITLE) | ((classes[at] & starting) != 0);
        if (tokens[at].kind == TOKEN_QUOTE)
            marks.at[marks.count++] = at;
        if (tokens[at].kind == TOKEN_APOSTROPHE)
            reading->apostrophes = true;
        if (classes[at] & telling)
            note_form(reading, at);
    }
    reading->starts = starts;
    reading->marks = marks;
}

struct reading reading_plain(const struct article *article, const struct tables *tables,
                             struct arena *arena) {
    return (struct reading){.article = article,
                            .tables = tables,
                            .arena = arena,
                            .tokens = article->tokens.at,
                            .count = (uint32_t)article->tokens.count};
}

void reading_init(struct reading *reading, const struct article *article,
                  const struct tables *tables, struct arena *arena) {
    *reading = reading_plain(article, tables, arena);
    reading->seen = set_new(arena, SEEN_PLACES);
    survey(reading);
    for (uint32_t i = 0; i < reading->starts.count; i++)
        note_place(reading, reading->starts.at[i]);
}
