/* Offices: see office.h. Before: tokens, tables and names. After: positions. */
#include <config.h>

#include "extract/office.h"

#include "extract/degrees.h"
#include "extract/names.h"
#include "extract/odd_names.h"

#define ENGLISH_WORDS 4 /* before the known word of an English post */
#define PLACES 4        /* interposed before a holder: Kelurahan, Kecamatan, Kabupaten, Provinsi */

static bool is_roman(const struct reading *reading, uint32_t at) {
    if (!reading_capital(reading, at) || !reading_in(reading, at, LIST_NUMERAL))
        return false;
    /* "I" before a name is a Balinese title: I Ketut. */
    return !reading_is(reading, at, KNOWN_I) || !reading_capital(reading, at + 1) ||
           reading_kind(reading, at + 1) != WORD_NAME;
}

/* The B of Kelas II B. */
static bool is_class_letter(const struct reading *reading, uint32_t at) {
    return reading_capital(reading, at) && reading_size(reading, at) == 1 && at > 1 &&
           is_roman(reading, at - 1) && reading_in(reading, at - 2, LIST_CONNECTOR);
}

bool office_numbered(const struct reading *reading, uint32_t at) {
    if (!reading_is(reading, at, KNOWN_NOMOR) && !reading_is(reading, at, KNOWN_NO))
        return false;
    uint32_t number = at + 1 + reading_is(reading, at + 1, KNOWN_STOP);
    return reading_joined(reading, number) && reading->tokens[number].kind == TOKEN_NUMBER;
}

bool office_connector(const struct reading *reading, uint32_t at) {
    if (reading_in(reading, at, LIST_CONNECTOR))
        return true;
    /* Kepala Kantor Agama kabupaten Anyplace */
    return reading->tokens[at].letter_case == CASE_LOWER &&
           reading_in(reading, at, LIST_PLACE_KIND) && reading_capital(reading, at + 1) &&
           reading_hit(reading, at + 1, LEXEME_REGION);
}

/* True if a region's name stands behind the word for its kind, so that it is no person's: Kota
 * Bima. */
static bool names_known_region(const struct reading *reading, uint32_t at) {
    return at > 0 && reading_capital(reading, at) && reading_hit(reading, at, LEXEME_REGION) &&
           reading_in(reading, at - 1, LIST_REGION_KIND);
}

/* RSUD KRT Budi Kabupaten Anyplace: the token behind the titled person whom a body right before
 * `at` is named after, where its place follows or, behind a comma, somebody else; else `at`. */
static uint32_t named_after(const struct reading *reading, uint32_t at) {
    uint32_t name = names_titles_before(reading, at);
    if (at == 0 || name == at || !hits_before(&reading->article->hits, at, LEXEME_INSTITUTION))
        return at;
    uint32_t end = names_end_titled(reading, name);
    bool place =
        reading_joined(reading, end) &&
        (reading_in(reading, end, LIST_REGION_KIND) || reading_hit(reading, end, LEXEME_REGION) ||
         (reading_is(reading, end, KNOWN_COMMA) && office_name_behind(reading, end)));
    return end > name && place ? end : at;
}

uint32_t office_word_end(const struct reading *reading, uint32_t at) {
    const struct hit *hit;
    if (!reading_joined(reading, at) || at >= reading->count || office_numbered(reading, at))
        return at;
    if (reading->tokens[at].kind == TOKEN_NUMBER || is_roman(reading, at))
        return at + 1;
    if (at > 0 && is_class_letter(reading, at))
        return at + 1;
    if (names_known_region(reading, at))
        return reading_hit(reading, at, LEXEME_REGION)->end;
    uint32_t hospital = named_after(reading, at);
    if (hospital > at)
        return hospital;
    if (!reading_capital(reading, at) || names_titles_before(reading, at) > at)
        return at;
    if (reading_size(reading, at) == 1 && reading_in(reading, at - 1, LIST_LETTERED) &&
        !reading_is(reading, at + 1, KNOWN_STOP))
        return at + 1; /* Komisi C DPRD */
    if ((hit = reading_hit(reading, at, LEXEME_INSTITUTION)))
        return reading_kind(reading, at) == WORD_NAME && hit->end == at + 1 &&
                       names_word(reading, at + 1, true)
                   ? at /* a company, and a first name: Sony Santoso */
                   : hit->end;
    if ((hit = reading_hit(reading, at, LEXEME_POSITION)) &&
        reading_kind(reading, at) != WORD_NAME && !odd_names_post(reading, at))
        return hit->end; /* but a name: Ketua KOI Raja Santoso */

    if (reading_hit(reading, at, LEXEME_MONTH) || reading_hit(reading, at, LEXEME_WEEKDAY))
        return at;
    if ((hit = reading_hit(reading, at, LEXEME_REGION)) && !names_word(reading, at, false))
        return hit->end;
    enum word_kind kind = reading_kind(reading, at);
    if (kind == WORD_OPENER || kind == WORD_CALENDAR || kind == WORD_INNER ||
        names_spoken(reading, at))
        return at;
    uint32_t site = names_site_end(reading, at);
    if (site > at)
        return site; /* CEO Kedai.co Budi Santoso */
    if (names_word(reading, at, false))
        return at;
    bool stop = words_is_abbreviation(reading->tables->vocabulary, &reading->tokens[at]) &&
                reading_is(reading, at + 1, KNOWN_STOP) && reading->tokens[at + 1].gap == GAP_NONE;
    return stop ? at + 2 : at + 1; /* PT. Maju Jaya */
}

/* True if parentheses at `at` hold a full name, with degrees or without: (Budi Santoso, SH). */
static bool holds_name(const struct reading *reading, uint32_t at) {
    uint32_t name = names_titles_before(reading, at + 1);
    uint32_t end = names_end(reading, name);
    uint32_t after = degrees_after(reading, end);
    return end > name + 1 &&
           (name > at + 1 || after > end || reading_kind(reading, name) == WORD_NAME) &&
           reading_is(reading, after, KNOWN_CLOSE);
}

uint32_t office_parenthesis_end(const struct reading *reading, uint32_t at) {
    if (!reading_is(reading, at, KNOWN_OPEN) || holds_name(reading, at) ||
        !(reading_capital(reading, at + 1) || reading_hit(reading, at + 1, LEXEME_POSITION)))
        return at;
    for (uint32_t end = at + 2; end < at + 10 && end < reading->count; end++) {
        if (reading_is(reading, end, KNOWN_CLOSE))
            return end + 1;
        if (!reading_joined(reading, end))
            break;
    }
    return at;
}

/* True for a word that could be a name where another part of the list follows it. */
static bool strange_item_end(const struct reading *reading, uint32_t at) {
    return reading_joined(reading, at) && reading_capital(reading, at) &&
           reading_kind(reading, at) == WORD_UNKNOWN && names_word(reading, at, false) &&
           (reading_is(reading, at + 1, KNOWN_COMMA) || reading_is(reading, at + 1, KNOWN_DAN));
}

uint32_t office_item_end(const struct reading *reading, uint32_t at) {
    uint32_t end = office_word_end(reading, at);
    if (end == at)
        return at + 1;
    return strange_item_end(reading, end) ? end + 1 : end;
}

bool office_list_goes_on(const struct reading *reading, uint32_t comma) {
    uint32_t at = comma + 1;
    const struct hit *post = reading_hit(reading, at, LEXEME_POSITION);
    bool person = post && offices_position(reading->tables->offices, post->row) == POSITION_PERSON;
    if ((post && !person) || reading_hit(reading, at, LEXEME_REGION))
        return false; /* but Pengendalian Penduduk, Keluarga Berencana dan ... */
    bool sure = !reading_hit(reading, at, LEXEME_INSTITUTION); /* none of it may be a name */
    for (int words = 0; words < 8; words++) {
        if (words && reading_is(reading, at, KNOWN_COMMA))
            at++;
        if (words &&
            (reading_is(reading, at, KNOWN_DAN) || reading_is(reading, at, KNOWN_AMPERSAND)))
            return office_word_end(reading, at + 1) > at + 1 &&
                   !reading_hit(reading, at + 1, LEXEME_POSITION);
        if ((words > 2 || (words && sure)) && reading_in(reading, at, LIST_REGION_KIND))
            return true; /* Perdagangan, Koperasi, UKM Kabupaten Anyplace */
        uint32_t end = office_word_end(reading, at);
        /* a word that could be a name is none behind one of the office's: Keuangan Anyword */
        bool first = words == 0 || (at == comma + 2 && reading_kind(reading, at) == WORD_UNKNOWN);
        if (end == at && names_word(reading, at, false) && first) {
            end = at + 1;
            sure = false;
        }
        if (end == at)
            return false;
        at = end;
    }
    return false;
}

/* The token after one place that stands behind a comma, where another comma follows it; or `comma`.
 */
static uint32_t place_end(const struct reading *reading, uint32_t comma) {
    uint32_t at = comma + 1;
    if (!reading_joined(reading, at) || !reading_capital(reading, at))
        return comma;
    bool village = reading_in(reading, at, LIST_VILLAGE_KIND);
    bool kind = village || reading_in(reading, at, LIST_REGION_KIND);
    if (kind)
        at++;
    if (kind && reading_is(reading, at, KNOWN_STOP))
        at++;
    const struct hit *region = reading_hit(reading, at, LEXEME_REGION);
    uint32_t end = region && reading_capital(reading, at) ? region->end : at;
    for (int words = 0; village && words < 3 && reading_joined(reading, end); words++)
        end += reading_capital(reading, end) || reading->tokens[end].kind == TOKEN_NUMBER;
    return end > at && reading_is(reading, end, KNOWN_COMMA) ? end : comma;
}

uint32_t office_places_end(const struct reading *reading, uint32_t comma) {
    for (int places = 0; places < PLACES; places++) {
        uint32_t end = place_end(reading, comma);
        if (end == comma)
            break;
        comma = end;
    }
    return comma;
}

/* Where the office goes on at `at`, the token after its next piece, else `at`. */
static uint32_t first_piece(const struct reading *reading, uint32_t at, bool name) {
    uint32_t end = office_word_end(reading, at);
    if (end == at)
        end = office_parenthesis_end(reading, at);
    bool hyphen = reading_is(reading, at, KNOWN_HYPHEN); /* Ana-Maria is one name */
    if (end > at || hyphen || !reading_joined(reading, at) || !office_connector(reading, at) ||
        (name && reading_in(reading, at, LIST_WHEREABOUTS)))
        return end;
    bool post = reading_hit(reading, at + 1, LEXEME_POSITION) != NULL;
    return reading_capital(reading, at + 1) && !post ? at + 1 : at;
}

bool office_goes_on(const struct reading *reading, uint32_t at, bool name) {
    uint32_t end = first_piece(reading, at, name);
    if (end == at || degrees_after(reading, at) > at)
        return false;
    for (int pieces = 0; pieces < 10; pieces++) {
        bool comma = reading_joined(reading, end) && reading_is(reading, end, KNOWN_COMMA);
        end += comma;
        if (names_titles_before(reading, end) > end || names_word(reading, end, false))
            return reading_joined(reading, end);
        if (comma && reading_hit(reading, end, LEXEME_POSITION))
            return false;
        uint32_t next = office_word_end(reading, end);
        if (next == end)
            next = office_parenthesis_end(reading, end);
        if (next == end && reading_joined(reading, end) && office_connector(reading, end) &&
            !reading_hit(reading, end + 1, LEXEME_POSITION))
            next = end + 1;
        if (next == end)
            return false;
        end = next;
    }
    return false;
}

bool office_word_follows(const struct reading *reading, uint32_t at, bool name) {
    if (!reading_joined(reading, at) || reading->tokens[at].gap == GAP_LINE ||
        !reading_capital(reading, at) || reading->tokens[at].letter_case != CASE_TITLE ||
        degrees_after(reading, at) > at || reading_hit(reading, at, LEXEME_POSITION) ||
        reading_hit(reading, at, LEXEME_REGION) || names_titles_before(reading, at) > at)
        return false;
    enum word_kind kind = reading_kind(reading, at);
    return (kind == WORD_TERM || (kind == WORD_COMMON && !name)) &&
           office_word_end(reading, at) > at;
}

/* True if a name begins at `after`: behind titles any, else one of two words or one that a comma or
 * lower case follows. */
static bool names_behind(const struct reading *reading, uint32_t comma, uint32_t after) {
    if (after > comma)
        return names_end_titled(reading, after) > after;
    uint32_t end = names_end(reading, after);
    if (end == after || reading_is(reading, end, KNOWN_DAN))
        return false;
    return end > after + 1 || reading_is(reading, end, KNOWN_COMMA) ||
           reading_kind(reading, after) == WORD_NAME ||
           (reading_seen(reading, after) & SEEN_SPEAKING);
}

bool office_name_behind(const struct reading *reading, uint32_t end) {
    uint32_t comma = end;
    if (reading_is(reading, end, KNOWN_COMMA))
        comma = office_places_end(reading, end) + 1;
    uint32_t after = names_titles_before(reading, comma);
    return (after > comma || comma > end) && reading_joined(reading, after) &&
           names_behind(reading, comma, after) && degrees_after(reading, end) == end;
}

bool office_body_before_name(const struct reading *reading, uint32_t at) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    bool part = reading_in(reading, at, LIST_CONNECTOR); /* Bidang Penegakan Perda */
    if ((!hit && !part) || !reading_capital(reading, at) ||
        (hit && offices_institution(reading->tables->offices, hit->row) != INSTITUTION_OFFICE))
        return false;
    uint32_t end = hit ? hit->end : at + 1;
    for (int words = 0; words < 6 && office_word_end(reading, end) > end; words++)
        end = office_word_end(reading, end);
    if (reading_is(reading, end, KNOWN_COMMA))
        end++;
    end = names_titles_before(reading, end);
    uint32_t name = names_end(reading, end);
    return reading_joined(reading, end) && name > end &&
           (name > end + 1 ||
            (part && (reading_stop(reading, name) || reading_is(reading, name, KNOWN_YANG) ||
                      reading_hit(reading, name, LEXEME_SPEECH))));
}

uint32_t office_english_post(const struct reading *reading, uint32_t at) {
    const uint32_t others = CLASS_BIT(LEXEME_INSTITUTION) | CLASS_BIT(LEXEME_REGION) |
                            CLASS_BIT(LEXEME_HONORIFIC) | CLASS_BIT(LEXEME_POSITION);
    uint32_t head = at;
    while (head < at + ENGLISH_WORDS && head < reading->count &&
           reading->tokens[head].letter_case == CASE_TITLE &&
           !(reading_classes(reading, head) & others) && reading_kind(reading, head) != WORD_NAME &&
           reading_joined(reading, head + 1))
        head += reading_is(reading, head + 1, KNOWN_AMPERSAND) ? 2 : 1;
    return head > at && reading_capital(reading, head) &&
                   reading_in(reading, head, LIST_ENGLISH_HEAD) &&
                   reading_hit(reading, head, LEXEME_POSITION)
               ? head
               : at;
}
