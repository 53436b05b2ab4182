/* Bodies that may speak: see bodies.h. Before: tokens, tables and names. After: mentions. */
#include <config.h>

#include "extract/bodies.h"

#include "extract/names.h"

#define WRITER_WORDS 3  /* tulis pernyataan resmi Anybody */
#define BODY_WORDS 6    /* of a name that no table knows */
#define SHORTEST_NAME 3 /* bytes of its last word: kata Manajer PT Anybody ends elsewhere */

static bool is_body_kind(const struct reading *reading, const struct hit *hit) {
    return offices_institution(reading->tables->offices, hit->row) != INSTITUTION_STATUS;
}

uint32_t bodies_short_form(const struct reading *reading, uint32_t at, struct range *inner) {
    if (!reading_joined(reading, at) || !reading_is(reading, at, KNOWN_OPEN))
        return at;
    for (uint32_t end = at + 1; end < at + 5 && reading_capital(reading, end); end++) {
        if (reading_is(reading, end + 1, KNOWN_CLOSE)) {
            *inner = (struct range){at + 1, end + 1};
            return end + 2;
        }
    }
    return at;
}

/* The place behind a body: regions with the word for their kind, RI, one word that may be a place.
 */
static uint32_t body_place_end(const struct reading *reading, uint32_t at) {
    uint32_t end = at, sure = at;
    for (int words = 0; words < 4 && reading_joined(reading, end); words++) {
        const struct hit *region = reading_hit(reading, end, LEXEME_REGION);
        if (region && reading_capital(reading, end))
            sure = end = region->end;
        else if (reading_capital(reading, end) && reading_in(reading, end, LIST_NATION))
            sure = ++end;
        else if (reading_capital(reading, end) && reading_in(reading, end, LIST_PLACE_KIND))
            end++;
        else if (names_word(reading, end, false) && names_end(reading, end) == end + 1)
            sure = ++end;
        else
            break;
    }
    return sure;
}

/* Capital words of the body's own name behind its first form: Dinas Perdagangan Koperasi dan UKM,
 * Partai Persatuan. */
static uint32_t body_words_end(const struct reading *reading, uint32_t at) {
    uint32_t end = at;
    for (int words = 0; words < 12 && reading_joined(reading, end); words++) {
        uint32_t next = end;
        if (words && (reading_is(reading, end, KNOWN_DAN) || reading_is(reading, end, KNOWN_COMMA)))
            next++;
        if (!reading_capital(reading, next) || reading_hit(reading, next, LEXEME_REGION) ||
            reading_hit(reading, next, LEXEME_SPEECH) ||
            reading_hit(reading, next, LEXEME_REGION_WORD) ||
            reading_hit(reading, next, LEXEME_POSITION) || names_word(reading, next, false) ||
            reading_kind(reading, next) == WORD_OPENER ||
            reading_kind(reading, next) == WORD_INNER ||
            reading_kind(reading, next) == WORD_CALENDAR || reading_is(reading, next, KNOWN_NOMOR))
            break;
        if (next > end && reading_is(reading, end, KNOWN_COMMA))
            break;
        end = next + 1;
    }
    return end;
}

/* True if what follows a body that is no office makes it a thing: Anybrand 17 Max, Anybrand Care.
 */
static bool part_of_product(const struct reading *reading, const struct hit *hit) {
    uint32_t next = hit->end;
    if (offices_institution(reading->tables->offices, hit->row) != INSTITUTION_WHOLE ||
        !reading_joined(reading, next) || reading->tokens[next].gap == GAP_NONE)
        return false;
    return reading->tokens[next].kind == TOKEN_NUMBER ||
           (reading_capital(reading, next) && !reading_hit(reading, next, LEXEME_REGION) &&
            !reading_hit(reading, next, LEXEME_INSTITUTION) &&
            !reading_hit(reading, next, LEXEME_SPEECH));
}

/* True for a company's name that is a person's here, as another sentence tells: Sony Santoso. */
static bool named_alike(const struct reading *reading, const struct hit *hit) {
    return hit->end == hit->first + 1 && (reading_seen(reading, hit->first) & SEEN_IN_NAME) &&
           reading_kind(reading, hit->first) == WORD_NAME;
}

bool bodies_read(const struct reading *reading, uint32_t at, struct mention *out) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    if (!hit || !reading_capital(reading, at) || !is_body_kind(reading, hit) ||
        part_of_product(reading, hit) || named_alike(reading, hit))
        return false;
    bool whole = offices_institution(reading->tables->offices, hit->row) == INSTITUTION_WHOLE;
    uint32_t end = whole ? hit->end : body_words_end(reading, hit->end);
    *out = (struct mention){.kind = MENTION_BODY, .row = hit->row, .person = -1};
    struct range inner = {0, 0};
    uint32_t after = bodies_short_form(reading, end, &inner);
    uint32_t place = body_place_end(reading, after);
    out->name = (struct range){at, place > after ? place : end};
    bool acronym =
        inner.first < inner.end && (reading->tokens[inner.first].letter_case != CASE_TITLE ||
                                    reading_hit(reading, inner.first, LEXEME_INSTITUTION));
    if (acronym) /* but not (Persero) */
        out->alias = inner;
    out->words = (struct range){at, place};
    return true;
}

bool bodies_read_writer(const struct reading *reading, uint32_t at, struct mention *out) {
    struct speech_word word;
    uint32_t verb, end = at, before = at;
    while (before > 0 && at - before < WRITER_WORDS && reading_joined(reading, before) &&
           reading->tokens[before - 1].letter_case == CASE_LOWER &&
           !reading_in(reading, before, LIST_DOCUMENT))
        before--;
    bool document = before < at && reading_in(reading, before, LIST_DOCUMENT);
    if (!document)
        before = at; /* kata Honda Team Asia */
    if (before == 0 || !reading_joined(reading, before) ||
        reading->tokens[before - 1].letter_case != CASE_LOWER ||
        reading_hit(reading, at, LEXEME_HONORIFIC) ||
        !reading_speech(reading, before - 1, &word, &verb) || verb > at || word.form != SPEECH_ROOT)
        return false;
    while (end < at + BODY_WORDS && reading_joined(reading, end) && reading_capital(reading, end))
        end++;
    bool described = reading_is(reading, end, KNOWN_COMMA) && /* kata Manajer Anybody, Budi */
                     names_end(reading, names_titles_before(reading, end + 1)) > end + 1;
    if (end < at + 2 - document || described || reading_size(reading, end - 1) < SHORTEST_NAME)
        return false;
    *out = (struct mention){.kind = MENTION_BODY, .row = NO_ROW, .person = -1};
    out->name = out->words = (struct range){at, end};
    return true;
}

bool bodies_read_acronym(const struct reading *reading, uint32_t at, struct mention *out) {
    const struct token *token = &reading->tokens[at];
    size_t least = reading_seen(reading, at) & SEEN_IN_NAME ? 2 : 3; /* JK, of Jusuf Anyname (JK) */
    if (token->letter_case != CASE_UPPER || token->end - token->start < least ||
        word_kind(reading->tables->vocabulary, token->word) != WORD_UNKNOWN ||
        reading_hit(reading, at, LEXEME_INSTITUTION) || reading_hit(reading, at, LEXEME_REGION) ||
        reading_hit(reading, at, LEXEME_HONORIFIC) || reading_hit(reading, at, LEXEME_POSITION) ||
        reading_capital(reading, at + 1))
        return false;
    struct speech_word word;
    uint32_t end;
    bool behind = at > 0 && reading_joined(reading, at) &&
                  reading->tokens[at - 1].letter_case == CASE_LOWER &&
                  reading_speech(reading, at - 1, &word, &end) && word.form == SPEECH_ROOT;
    uint32_t verb = at + 1;
    if (reading_in(reading, verb, LIST_ADVERB))
        verb++; /* AHY juga menekankan */
    bool before = reading_joined(reading, verb) &&
                  reading->tokens[verb].letter_case == CASE_LOWER &&
                  reading_speech(reading, verb, &word, &end) && word.form == SPEECH_ACTIVE &&
                  !(at > 0 && reading_capital(reading, at - 1));
    bool agent = at > 0 && reading_is(reading, at - 1, KNOWN_OLEH);
    if (!behind && !before && !(agent && reading_seen(reading, at) & SEEN_IN_NAME))
        return false;
    if (at > 0 &&
        (reading_is(reading, at - 1, KNOWN_HYPHEN) || reading_is(reading, at - 1, KNOWN_STOP)) &&
        reading->tokens[at].gap == GAP_NONE)
        return false; /* a degree: SpPD-KHOM */
    out->kind = MENTION_BODY;
    out->name = out->words = (struct range){at, at + 1};
    return true;
}
