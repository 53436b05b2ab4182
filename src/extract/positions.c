/* Positions: see positions.h. Before: tokens and tables. After: mentions. */
#include <config.h>

#include "extract/positions.h"

#include "extract/names.h"

#define PHRASE_TOKENS 40 /* no office needs more */

/* A position being read. */
struct phrase {
    const struct reading *reading;
    struct position *out;
    uint32_t at; /* the next token */
    uint32_t limit;
    unsigned lower; /* words in lower case since the last capital */
    bool material;  /* a word of the office's name has been read */
};

static const struct hit *position_hit(const struct reading *reading, uint32_t at) {
    return reading_hit(reading, at, LEXEME_POSITION);
}

static enum position_kind kind_at(const struct reading *reading, const struct hit *hit) {
    return offices_position(reading->tables->offices, hit->row);
}

static bool is_prefix(enum position_kind kind) {
    return kind == POSITION_PREFIX || kind == POSITION_ACTING;
}

/* The token after prefixes such as Plt., Pelaksana Tugas (Plt), Wakil; *other is set where one
 * makes it another post. */
static uint32_t past_prefixes(const struct reading *reading, uint32_t at, bool *other) {
    for (int prefixes = 0; prefixes < 4; prefixes++) {
        const struct hit *hit = position_hit(reading, at);
        if (!hit || !is_prefix(kind_at(reading, hit)))
            break;
        if (kind_at(reading, hit) == POSITION_PREFIX)
            *other = true;
        at = hit->end;
        if (reading_is(reading, at, KNOWN_STOP) && reading->tokens[at].gap == GAP_NONE)
            at++;
        if (reading_is(reading, at, KNOWN_OPEN) && reading_is(reading, at + 2, KNOWN_CLOSE))
            at += 3;
        if (reading_is(reading, at, KNOWN_SLASH))
            at++;
    }
    return at;
}

static bool is_roman(const struct reading *reading, uint32_t at) {
    if (!reading_capital(reading, at) || !reading_in(reading, at, LIST_NUMERAL))
        return false;
    /* "I" before a name is a Balinese title: I Ketut. */
    return !reading_is(reading, at, KNOWN_I) || !reading_capital(reading, at + 1) ||
           word_kind(reading->tables->vocabulary, reading->tokens[at + 1].word) != WORD_NAME;
}

static bool is_connector(const struct reading *reading, uint32_t at) {
    return reading_in(reading, at, LIST_CONNECTOR);
}

/* True if a region's name stands behind the word for its kind, so that it is no person's: Kota
 * Bima. */
static bool names_known_region(const struct reading *reading, uint32_t at) {
    return at > 0 && reading_capital(reading, at) && reading_hit(reading, at, LEXEME_REGION) &&
           reading_in(reading, at - 1, LIST_REGION_KIND);
}

/* The token after a capital word of an office's name at `at`, or `at` if there is none: a known
 * form, a number, an acronym, a word of the vocabulary, anything that cannot be a name. */
static uint32_t material_end(const struct reading *reading, uint32_t at) {
    const struct hit *hit;
    if (!reading_joined(reading, at) || at >= reading->count)
        return at;
    if (reading->tokens[at].kind == TOKEN_NUMBER || is_roman(reading, at))
        return at + 1;
    if (names_known_region(reading, at))
        return reading_hit(reading, at, LEXEME_REGION)->end;
    if (!reading_capital(reading, at) || names_titles_before(reading, at) > at)
        return at;
    if ((hit = reading_hit(reading, at, LEXEME_INSTITUTION)) || (hit = position_hit(reading, at)))
        return hit->end;
    if (reading_hit(reading, at, LEXEME_MONTH) || reading_hit(reading, at, LEXEME_WEEKDAY))
        return at;
    if ((hit = reading_hit(reading, at, LEXEME_REGION)) && !names_word(reading, at, false))
        return hit->end;
    enum word_kind kind = word_kind(reading->tables->vocabulary, reading->tokens[at].word);
    if (kind == WORD_OPENER || kind == WORD_CALENDAR || names_spoken(reading, at))
        return at;
    return names_word(reading, at, false) ? at : at + 1;
}

/* "(Pemkesra)" after a word of the office: the token after it, or `at`. */
static uint32_t parenthesis_end(const struct reading *reading, uint32_t at) {
    if (!reading_is(reading, at, KNOWN_OPEN) ||
        !(reading_capital(reading, at + 1) || position_hit(reading, at + 1)))
        return at;
    for (uint32_t end = at + 2; end < at + 10 && end < reading->count; end++) {
        if (reading_is(reading, end, KNOWN_CLOSE))
            return end + 1;
        if (!reading_joined(reading, end))
            break;
    }
    return at;
}

/* After a comma: the list of an office's subjects goes on (Perindustrian, Perdagangan dan Koperasi)
 * if words of the office follow, and then "dan" with another. */
static bool list_goes_on(const struct reading *reading, uint32_t comma) {
    uint32_t at = comma + 1;
    if (position_hit(reading, at) || reading_hit(reading, at, LEXEME_REGION))
        return false;
    for (int words = 0; words < 8; words++) {
        if (words && reading_is(reading, at, KNOWN_COMMA))
            at++;
        if (words &&
            (reading_is(reading, at, KNOWN_DAN) || reading_is(reading, at, KNOWN_AMPERSAND)))
            return material_end(reading, at + 1) > at + 1 && !position_hit(reading, at + 1);
        uint32_t end = material_end(reading, at);
        if (end == at && names_word(reading, at, false) && words == 0)
            end = at + 1;
        if (end == at)
            return false;
        at = end;
    }
    return false;
}

/* ", Provinsi X," between an office and its holder: the token after the region, or `comma`. */
static uint32_t interposed_region(const struct reading *reading, uint32_t comma) {
    uint32_t at = comma + 1;
    bool kind = reading_in(reading, at, LIST_REGION_KIND);
    if (kind)
        at++;
    if (kind && reading_is(reading, at, KNOWN_STOP))
        at++;
    const struct hit *region = reading_hit(reading, at, LEXEME_REGION);
    if (!region || !reading_capital(reading, at))
        return comma;
    return reading_is(reading, region->end, KNOWN_COMMA) ? region->end : comma;
}

/* Takes lower-case words of a description that a capital follows: pengamat kebijakan publik
 * Sumatera Selatan. */
static bool take_lower(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    if (phrase->out->kind != POSITION_PERSON && phrase->out->kind != POSITION_HEAD)
        return false;
    if (phrase->lower >= 5 || !reading_joined(reading, phrase->at) ||
        reading->tokens[phrase->at].kind != TOKEN_WORD ||
        reading->tokens[phrase->at].letter_case != CASE_LOWER ||
        reading_hit(reading, phrase->at, LEXEME_SPEECH))
        return false;
    enum word_kind kind = word_kind(reading->tables->vocabulary, reading->tokens[phrase->at].word);
    if (kind != WORD_COMMON && kind != WORD_TERM)
        return false;
    phrase->lower++;
    phrase->at++;
    return true;
}

/* True if the connector makes the word behind it part of the office though it could be a name:
 * English ones (Center of Anything), and "di" or "dari" where a name still follows (Konsul di
 * Anywhere Budi). */
static bool names_place(const struct reading *reading, uint32_t connector, uint32_t word) {
    if (!reading_capital(reading, word))
        return false;
    if (reading_in(reading, connector, LIST_CONNECTOR_ENGLISH))
        return true;
    uint32_t next = reading_is(reading, word + 1, KNOWN_COMMA) ? word + 2 : word + 1;
    return reading_in(reading, connector, LIST_CONNECTOR_PLACE) && names_word(reading, next, false);
}

/* Takes a connector and the word of the office behind it. */
static bool take_connected(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    if (!reading_joined(reading, phrase->at) || !is_connector(reading, phrase->at))
        return false;
    uint32_t from = phrase->at + 1;
    if (reading_joined(reading, from) && is_connector(reading, from))
        from++;
    uint32_t end = material_end(reading, from);
    if (end == from && names_place(reading, phrase->at, from))
        end = from + 1;
    if (end == from)
        return false;
    if (reading_is(reading, phrase->at, KNOWN_DAN) && position_hit(reading, phrase->at + 1))
        return false;
    phrase->at = end;
    return true;
}

/* True if a body stands at `at` and then somebody is named: Direktur Jenderal X, Kementerian Y,
 * Budi. */
static bool body_before_name(const struct reading *reading, uint32_t at) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    if (!hit || !reading_capital(reading, at) ||
        offices_institution(reading->tables->offices, hit->row) != INSTITUTION_OFFICE)
        return false;
    uint32_t end = hit->end;
    for (int words = 0; words < 6 && material_end(reading, end) > end; words++)
        end = material_end(reading, end);
    if (reading_is(reading, end, KNOWN_COMMA))
        end++;
    end = names_titles_before(reading, end);
    return reading_joined(reading, end) && names_end(reading, end) > end + 1;
}

/* Takes a second post of the same person: sekaligus Ketua Satgas, yang juga anggota DPR; and the
 * last of a list behind its comma: ", dan Humas". */
static bool take_further(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t at = phrase->at;
    if (!reading_joined(reading, at))
        return false;
    if (reading_is(reading, at, KNOWN_COMMA) &&
        (reading_is(reading, at + 1, KNOWN_DAN) || reading_is(reading, at + 1, KNOWN_SERTA))) {
        uint32_t end = material_end(reading, at + 2);
        if (!phrase->material || end == at + 2 || position_hit(reading, at + 2))
            return false;
        phrase->at = end;
        return true;
    }
    if (reading_is(reading, at, KNOWN_KE) && reading_is(reading, at + 1, KNOWN_HYPHEN) &&
        at + 2 < reading->count && reading->tokens[at + 2].kind == TOKEN_NUMBER) {
        phrase->at = at + 3; /* Presiden ke-7 */
        return true;
    }
    if (reading_is(reading, at, KNOWN_COMMA) && body_before_name(reading, at + 1)) {
        phrase->at = reading_hit(reading, at + 1, LEXEME_INSTITUTION)->end;
        return true;
    }
    if (reading_is(reading, at, KNOWN_YANG) && reading_is(reading, at + 1, KNOWN_JUGA))
        at += 2;
    else if (reading_is(reading, at, KNOWN_SEKALIGUS) || reading_is(reading, at, KNOWN_MERANGKAP))
        at++;
    const struct hit *hit = at > phrase->at ? position_hit(reading, at) : NULL;
    if (!hit)
        return false;
    phrase->at = hit->end;
    return true;
}

/* Takes the next piece of the phrase; false at its end. */
static bool take_piece(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t end = material_end(reading, phrase->at);
    if (end == phrase->at)
        end = parenthesis_end(reading, phrase->at);
    if (end > phrase->at) {
        phrase->at = end;
        phrase->material = true;
    } else if (take_connected(phrase) || take_further(phrase)) {
        phrase->material = true;
    } else if (reading_is(reading, phrase->at, KNOWN_COMMA) && phrase->material &&
               list_goes_on(reading, phrase->at)) {
        uint32_t next = material_end(reading, phrase->at + 1);
        phrase->at = next > phrase->at + 1 ? next : phrase->at + 2;
    } else {
        return take_lower(phrase);
    }
    phrase->lower = 0;
    phrase->out->words.end = phrase->at;
    return true;
}

/* True if, after words that could be a name, the office goes on before somebody is named: Pijar
 * Timur Indonesia Budi. */
static bool office_goes_on(const struct reading *reading, uint32_t at) {
    uint32_t end = material_end(reading, at);
    if (end == at)
        end = parenthesis_end(reading, at);
    bool hyphen = reading_is(reading, at, KNOWN_HYPHEN); /* Oana-Silvia is one name */
    if (end == at && !hyphen && reading_joined(reading, at) && is_connector(reading, at))
        end = reading_capital(reading, at + 1) ? at + 1 : at;
    if (end == at)
        return false;
    for (int pieces = 0; pieces < 10; pieces++) {
        if (reading_joined(reading, end) && reading_is(reading, end, KNOWN_COMMA))
            end++;
        if (names_titles_before(reading, end) > end || names_word(reading, end, false))
            return reading_joined(reading, end);
        uint32_t next = material_end(reading, end);
        if (next == end)
            next = parenthesis_end(reading, end);
        if (next == end && reading_joined(reading, end) && is_connector(reading, end))
            next = end + 1;
        if (next == end)
            return false;
        end = next;
    }
    return false;
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
           word_kind(reading->tables->vocabulary, reading->tokens[after].word) == WORD_NAME ||
           (reading_seen(reading, after) & SEEN_SPEAKING);
}

/* True if another name stands behind a comma or titles at `end`, so that the words before it are
 * the office. */
static bool name_behind(const struct reading *reading, uint32_t end) {
    uint32_t comma = reading_is(reading, end, KNOWN_COMMA) ? end + 1 : end;
    uint32_t after = names_titles_before(reading, comma);
    return (after > comma || comma > end) && reading_joined(reading, after) &&
           names_behind(reading, comma, after) && names_degrees_after(reading, end) == end;
}

/* The initials before a name's word `word` belong to it, and words that persons are called by: M
 * Husni, Teuku Husni. */
static uint32_t name_start_back(const struct reading *reading, uint32_t word, uint32_t floor) {
    while (word > floor) {
        uint32_t before =
            reading_is(reading, word - 1, KNOWN_STOP) && word - 1 > floor ? word - 2 : word - 1;
        bool initial = reading->tokens[before].end - reading->tokens[before].start == 1;
        bool called = before == word - 1 && word_kind(reading->tables->vocabulary,
                                                      reading->tokens[before].word) == WORD_NAME;
        if (!reading_capital(reading, before) || (!initial && !called))
            break;
        word = before;
    }
    return word;
}

/* Where in the words `at` to `end`, which could all be a name, the name begins: at a word that
 * speaks alone elsewhere, at one that persons are called by, behind a place or the unknown body of
 * a head. */
static uint32_t name_start(const struct phrase *phrase, uint32_t at, uint32_t end) {
    const struct reading *reading = phrase->reading;
    for (uint32_t i = at; i + 1 < end; i++)
        if (reading_seen(reading, i) & SEEN_SPEAKING)
            return name_start_back(reading, i, at);
    if (phrase->out->kind == POSITION_POST && end > at + 1 &&
        hits_before(&reading->article->hits, at, LEXEME_REGION))
        return at; /* Wali Kota Medan Rico Tri Putra */
    for (uint32_t i = at; i < end && (i == at || i + 1 < end); i++)
        if (word_kind(reading->tables->vocabulary, reading->tokens[i].word) == WORD_NAME)
            return name_start_back(reading, i, at);
    bool seen =
        reading_seen(reading, at) & SEEN_AS_PLACE || reading_hit(reading, at, LEXEME_REGION);
    if (end == at + 1)
        return seen && !(reading_seen(reading, at) & SEEN_SPEAKING) ? end : at;
    if (seen || phrase->out->kind == POSITION_LOCAL ||
        (phrase->out->kind == POSITION_HEAD && !phrase->material && end > at + 2))
        return at + 1;
    return at;
}

/* The number of words at phrase->at that could be a name but are the office's. */
static uint32_t office_words(const struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t at = phrase->at;
    uint32_t end = names_end(reading, at);
    if (end == at || names_titles_before(reading, at) > at)
        return 0;
    if (office_goes_on(reading, end) ||
        (name_behind(reading, end) && (end == at + 1 || phrase->out->kind >= POSITION_HEAD)))
        return end - at;
    return name_start(phrase, at, end) - at;
}

static void read_office(struct phrase *phrase) {
    while (phrase->at < phrase->limit) {
        if (take_piece(phrase))
            continue;
        uint32_t words = phrase->lower == 0 ? office_words(phrase) : 0;
        if (words == 0)
            break;
        phrase->at += words;
        phrase->out->words.end = phrase->at;
        phrase->material = true;
    }
}

bool positions_read(const struct reading *reading, uint32_t at, struct position *out) {
    if (!position_hit(reading, at) || reading->tokens[at].cut)
        return false;
    bool other = false;
    uint32_t head = past_prefixes(reading, at, &other);
    const struct hit *hit = position_hit(reading, head);
    bool unknown =
        !hit && head > at && reading_is(reading, at, KNOWN_WAKIL) && reading_capital(reading, head);
    if (unknown) { /* a post that no table knows, or misspelt: Wakil Bipati */
        head = at;
        hit = position_hit(reading, at);
    }
    if (!hit || (is_prefix(kind_at(reading, hit)) && !unknown))
        return false;
    *out = (struct position){.words = {at, hit->end},
                             .row = hit->row,
                             .head = head,
                             .kind = unknown ? POSITION_HEAD : kind_at(reading, hit),
                             .prefixed = other};
    struct phrase phrase = {reading, out, hit->end, at + PHRASE_TOKENS, 0, false};
    read_office(&phrase);
    out->office = phrase.material;
    /* Lower-case words belong to the phrase where a name stands behind them. */
    if (phrase.lower && (names_titles_before(reading, phrase.at) > phrase.at ||
                         names_word(reading, phrase.at, false)))
        out->words.end = phrase.at;
    out->next = out->words.end;
    if (reading_is(reading, out->next, KNOWN_COMMA))
        out->next = interposed_region(reading, out->next);
    return true;
}
