/* Trades: see trades.h. Before: names and positions. After: appositions. */
#include <config.h>

#include "extract/trades.h"

#include "extract/degrees.h"
#include "extract/names.h"
#include "extract/office.h"
#include "extract/positions.h"

#define WORDS 14     /* of a description: pemilik usaha ... di salah satu pasar di ... */
#define CLAUSE 10    /* words of a clause: yang tergabung dalam ... */
#define ACRONYM 3    /* capitals of a body that no table knows */
#define BODY_WORDS 8 /* behind "dari" */

/* True if a description, or the body that somebody is from, ends before `at`: at a mark, a verb of
 * speech, or a word that no description goes on with. */
static bool closes(const struct reading *reading, uint32_t at) {
    return !reading_joined(reading, at) || reading_is(reading, at, KNOWN_COMMA) ||
           reading_stop(reading, at) || reading_hit(reading, at, LEXEME_SPEECH) ||
           reading_in(reading, at, LIST_ADVERB) || reading_in(reading, at, LIST_MODAL) ||
           reading_in(reading, at, LIST_OCCASION) || reading_in(reading, at, LIST_DESCRIPTION_END);
}

/* True if the word or mark at `at` ties the next word to the description: di, dari, bidang, a
 * hyphen; dan before lower case only, for behind it somebody else may be named. */
static bool ties(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at + 1))
        return false;
    if (reading_is(reading, at, KNOWN_DAN))
        return reading->tokens[at + 1].letter_case == CASE_LOWER &&
               positions_describes(reading, at + 1);
    if (reading_in(reading, at, LIST_ONE_OF) || reading_is(reading, at, KNOWN_SATU))
        return true; /* di salah satu pasar */
    return reading_in(reading, at, LIST_CONNECTOR_PLACE) ||
           (reading_in(reading, at, LIST_CONNECTOR) && !reading_in(reading, at, LIST_WHEREABOUTS));
}

uint32_t trades_end(const struct reading *reading, uint32_t at) {
    uint32_t end = at;
    bool capital = false; /* behind one, a word in lower case must be tied */
    for (uint32_t next = at; next < at + WORDS && reading_joined(reading, next); next++) {
        const struct token *token = &reading->tokens[next];
        bool lower = token->kind == TOKEN_WORD && token->letter_case == CASE_LOWER;
        bool tie = ties(reading, next);
        if (lower && reading_hit(reading, next, LEXEME_SPEECH))
            break;
        bool initial = next > at && reading_is(reading, next, KNOWN_STOP) &&
                       reading_size(reading, next - 1) == 1; /* Sekolah S. Anyname */
        if (token->kind == TOKEN_NUMBER || reading_capital(reading, next) || initial)
            capital = true;
        else if (tie)
            capital = false;
        else if (!lower || capital || !positions_describes(reading, next))
            break;
        if (!tie)
            end = next + 1;
    }
    return reading_capital(reading, end - 1) || closes(reading, end) ? end : at;
}

/* True if a name of two words or with titles stands at `at`, and behind it and its degrees a comma
 * or a verb of speech. */
static bool full_name_closes(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at))
        return false;
    uint32_t name = names_titles_before(reading, at);
    uint32_t end = name > at ? names_end_titled(reading, name) : names_end(reading, name);
    if (end == name || (end == at + 1))
        return false;
    end = names_age_after(reading, degrees_after(reading, end));
    if (reading_is(reading, end, KNOWN_COMMA))
        return true;
    end += reading_in(reading, end, LIST_ADVERB);
    return reading_joined(reading, end) && reading_hit(reading, end, LEXEME_SPEECH);
}

/* The token after a clause at `at` that says more of somebody (yang tinggal di Tegal; untuk urusan
 * haji): words and numbers, without a mark or a verb of speech. `at` if there is none. */
static uint32_t clause_end(const struct reading *reading, uint32_t at) {
    bool yang = reading_is(reading, at, KNOWN_YANG) && !reading_is(reading, at + 1, KNOWN_BARU) &&
                !reading_in(reading, at + 1, LIST_LINKING); /* yang juga Ketua: another post */
    bool opens = yang || reading_in(reading, at, LIST_PURPOSE);
    uint32_t end = at;
    while (opens && end < at + CLAUSE && reading_joined(reading, end) &&
           (reading->tokens[end].kind <= TOKEN_NUMBER || reading_is(reading, end, KNOWN_HYPHEN)) &&
           !reading_hit(reading, end, LEXEME_SPEECH) && !reading_hit(reading, end, LEXEME_PRONOUN))
        end++;
    return end;
}

uint32_t trades_before_name(const struct reading *reading, uint32_t post, uint32_t at) {
    uint32_t end = trades_end(reading, post);
    end = clause_end(reading, end > at ? end : at);
    return end > at && reading_joined(reading, end) && reading_is(reading, end, KNOWN_COMMA) &&
                   full_name_closes(reading, end + 1)
               ? end
               : at;
}

/* The token after a piece of an office at `at`, whatever its words: a capital that begins no title,
 * a number, a link before a capital, an explanation in parentheses; else `at`. */
static uint32_t piece_end(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at) || reading_hit(reading, at, LEXEME_SPEECH) ||
        names_titles_before(reading, at) > at)
        return at;
    if (reading_capital(reading, at) || reading->tokens[at].kind == TOKEN_NUMBER)
        return at + 1;
    uint32_t end = office_parenthesis_end(reading, at);
    bool link = end == at && reading_in(reading, at, LIST_CONNECTOR) &&
                reading_capital(reading, at + 1) && reading_joined(reading, at + 1) &&
                !reading_hit(reading, at + 1, LEXEME_POSITION);
    return link && names_titles_before(reading, at + 1) == at + 1 ? at + 2 : end;
}

uint32_t trades_office_end(const struct reading *reading, uint32_t at, bool sure) {
    uint32_t end = at;
    bool called = false;
    for (uint32_t next; end < at + WORDS && (next = piece_end(reading, end)) > end; end = next)
        called = called || reading_kind(reading, end) == WORD_NAME;
    if (reading_is(reading, end, KNOWN_COMMA)) {
        bool listed = !reading_joined(reading, end + 1) || reading_capital(reading, end + 1) ||
                      reading_is(reading, end + 1, KNOWN_DAN) ||
                      reading_is(reading, end + 1, KNOWN_SERTA);
        return listed ? at : end;
    }
    if (sure)
        return closes(reading, end) ? end : at;
    return !called && reading_joined(reading, end) && reading_hit(reading, end, LEXEME_SPEECH) ? end
                                                                                               : at;
}

/* True for a word by which a body is known: one of the tables that is no country, or an acronym
 * that no table knows. */
static bool tells_body(const struct reading *reading, uint32_t at) {
    const struct token *token = &reading->tokens[at];
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    if (hit)
        return offices_institution(reading->tables->offices, hit->row) != INSTITUTION_WHOLE;
    bool acronym = token->letter_case == CASE_UPPER && reading_size(reading, at) >= ACRONYM &&
                   !reading_hit(reading, at, LEXEME_REGION);
    return acronym || reading_in(reading, at, LIST_BODY);
}

struct range trades_origin(const struct reading *reading, uint32_t at) {
    struct range none = {at, at};
    uint32_t from = at + 1, end = from;
    if (!reading_joined(reading, at) || !reading_in(reading, at, LIST_CONNECTOR_PLACE) ||
        reading_is(reading, at, KNOWN_DI) || !reading_joined(reading, from) ||
        !reading_capital(reading, from) || reading_hit(reading, from, LEXEME_POSITION))
        return none;
    bool told = false;
    while (end < from + BODY_WORDS && reading_joined(reading, end)) {
        uint32_t next = office_word_end(reading, end);
        bool link = end > from && reading_in(reading, end, LIST_CONNECTOR) &&
                    reading_capital(reading, end + 1);
        if (next == end && (link || reading_capital(reading, end)))
            next = end + 1;
        if (next == end)
            break;
        told = told || tells_body(reading, end);
        end = next;
    }
    return told && closes(reading, end) ? (struct range){from, end} : none;
}
