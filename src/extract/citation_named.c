/* Reads citations by name: see citation_named.h. */
#include <config.h>

#include "extract/citation_named.h"

#include "extract/citation_number.h"

#define TITLE_WORDS 8
#define ACRONYM 6 /* bytes at most */

static bool accept(struct citation_draft *draft, size_t end, int confidence, const char *rule) {
    draft->end = end;
    draft->number = (struct text){0};
    draft->confidence = confidence;
    draft->rule = rule;
    return true;
}

/* The token after the words with capitals that begin at `i`, "dan" and "&" between them included.
 */
static size_t title_end(const struct citation_reader *reader, size_t i) {
    size_t end = i, words = 0;
    while (words < TITLE_WORDS && reader_is_name(reader, i) && reader_word(reader, i) == WORD_ANY) {
        size_t type_end;
        const struct regulation_type *type = reader_type(reader, i, &type_end);
        if (type && type->kind != REGULATION_ISSUER)
            break;
        end = ++i;
        words++;
        bool joined = reader_word(reader, i) == WORD_AND || reader_is(reader, i, "&") ||
                      reader_is(reader, i, "/");
        if (joined && reader_is_name(reader, i + 1))
            i++;
    }
    return end;
}

/* True if all words of [first, end) are in capitals: a heading, in which capitals tell nothing. */
static bool is_heading(const struct citation_reader *reader, size_t first, size_t end) {
    size_t upper = 0;
    for (size_t i = first; i < end; i++)
        if (reader->tokens[i].kind == TOKEN_WORD && reader->tokens[i].letter_case == CASE_UPPER)
            upper++;
        else if (reader->tokens[i].kind == TOKEN_WORD)
            return false;
    return upper > 2;
}

/* True if the token is an acronym. */
static bool is_acronym(const struct citation_reader *reader, size_t i) {
    const struct token *token = &reader->tokens[i];
    return token->kind == TOKEN_WORD && token->letter_case == CASE_UPPER &&
           token->end - token->start <= ACRONYM;
}

/* UU and its title: of the table, or words with capitals; or "tentang". */
static bool read_law(const struct citation_reader *reader, struct citation_draft *draft) {
    bool about = reader_word(reader, draft->end) == WORD_ABOUT;
    const struct hit *nickname =
        about ? NULL : hits_at(reader->hits, draft->first, LEXEME_NICKNAME);
    size_t i = draft->end;
    size_t title = title_end(reader, i);
    if (title == i + 2 && is_acronym(reader, i) && is_acronym(reader, i + 1))
        title = i + 1; /* "UU APBN BGN": a law is called by one acronym */
    bool heading = is_heading(reader, i, title);
    if (nickname && nickname->end > draft->end && (heading || nickname->end >= title))
        return accept(draft, nickname->end, 90, "citation-title");
    bool capital = reader_is_capital(reader, draft->first);
    if (title > i && !heading && capital && reader->tokens[i].gap <= GAP_SPACE)
        return accept(draft, title, 75, "citation-title");
    i = reader_skip_bracket(reader, i);
    if (reader_word(reader, i) == WORD_ABOUT && reader_word(reader, i + 1) != WORD_THIS)
        return accept(draft, draft->end, 75, "citation-about");
    return false;
}

/* The token after an office that names itself: a minister, or a head of government with a
 * region. */
static size_t issuer_end(const struct citation_reader *reader, size_t i, bool ministers_only) {
    size_t end;
    const struct regulation_type *type = reader_type(reader, i, &end);
    if (type && type->kind == REGULATION_ISSUER)
        return end;
    if (ministers_only)
        return i;
    const struct hit *own = hits_before(reader->hits, i, LEXEME_REGION_WORD);
    const struct hit *place = hits_at(reader->hits, i, LEXEME_REGION);
    if (own && place)
        return place->end; /* "Keputusan Gubernur" names the office itself */
    const struct hit *office = hits_at(reader->hits, i, LEXEME_REGION_WORD);
    if (office) {
        const struct hit *region = hits_at(reader->hits, office->end, LEXEME_REGION);
        return region ? region->end : i;
    }
    return i;
}

/* The token after any office and region between a type and "tentang": "Perda Kota Bogor tentang
 * ...". */
static size_t office_end(const struct citation_reader *reader, size_t i) {
    i = reader_skip_bracket(reader, i);
    for (size_t words = 0; words < TITLE_WORDS && reader_is_name(reader, i); words++) {
        if (reader_word(reader, i) == WORD_ABOUT)
            break;
        i++;
    }
    return i;
}

static bool read_about(const struct citation_reader *reader, struct citation_draft *draft) {
    size_t end = office_end(reader, draft->end);
    if (reader_word(reader, end) != WORD_ABOUT || reader_word(reader, end + 1) == WORD_THIS)
        return false;
    bool bracket = end > draft->end && reader_is(reader, end - 1, ")");
    return accept(draft, bracket ? draft->end : end, 80, "citation-about");
}

/* "Perda Ramah HAM": two words with capitals or one in capitals, which name no office and no
 * region. */
static bool read_titled(const struct citation_reader *reader, struct citation_draft *draft) {
    size_t i = draft->end, end = title_end(reader, i);
    if (end == i || reader->tokens[i].gap > GAP_SPACE || !reader_is_capital(reader, draft->first) ||
        is_heading(reader, draft->first, end))
        return false;
    if (hits_at(reader->hits, i, LEXEME_REGION) || hits_at(reader->hits, i, LEXEME_REGION_WORD) ||
        hits_at(reader->hits, i, LEXEME_INSTITUTION) || hits_at(reader->hits, i, LEXEME_POSITION) ||
        hits_at(reader->hits, i, LEXEME_HONORIFIC))
        return false;
    bool acronym = reader->tokens[i].letter_case == CASE_UPPER;
    if (end == i + 1 && !acronym)
        return false;
    if (reader_word(reader, end) == WORD_YEAR && reader_goes_on(reader, end + 1)) {
        int32_t year = token_number(reader->text, &reader->tokens[end + 1]);
        if (year >= CITATION_YEAR_FIRST &&
            year <= CITATION_YEAR_LAST) { /* "Pergub TPP Tahun 2023" */
            draft->year = (int)year;
            end += 2;
        }
    }
    return accept(draft, end, 70, "citation-title");
}

static bool read_issued(const struct citation_reader *reader, struct citation_draft *draft) {
    size_t start = reader_skip_bracket(reader, draft->end);
    size_t end = issuer_end(reader, start, text_is(draft->type->type, "SKB"));
    if (end > start && reader_word(reader, end) != WORD_THIS)
        return accept(draft, end, 80, "citation-issuer");
    if (text_is(draft->type->type, "SE") || end > start)
        return read_about(reader, draft);
    return false;
}

/* UUD 1945, UUD NRI Tahun 1945, KUHP. */
static bool read_code(const struct citation_reader *reader, struct citation_draft *draft) {
    size_t i = draft->end;
    if (!text_is(draft->type->type, "UUD"))
        return accept(draft, reader_skip_bracket(reader, i), 95, "citation-code");
    while (reader_word(reader, i) == WORD_FRESH || reader_word(reader, i) == WORD_YEAR ||
           (reader_is_name(reader, i) && i < draft->end + 4))
        i++;
    int32_t number =
        reader_goes_on(reader, i) ? token_number(reader->text, &reader->tokens[i]) : -1;
    if (number == 1945 || number == 45) {
        draft->year = 1945;
        return accept(draft, i + 1, 98, "citation-code");
    }
    return accept(draft, draft->end, 80, "citation-code");
}

bool citation_named_read(const struct citation_reader *reader, struct citation_draft *draft) {
    switch (draft->type->kind) {
    case REGULATION_LAW:
        return read_law(reader, draft);
    case REGULATION_NUMBERED:
        return read_about(reader, draft);
    case REGULATION_TITLED:
        return read_about(reader, draft) || read_titled(reader, draft);
    case REGULATION_MINISTRY:
        if (!reader_is_capital(reader, draft->first))
            return false; /* "keputusan Menteri Keuangan": what the minister decided */
        /* fall through */
    case REGULATION_JOINT:
        if (text_is(draft->type->type, "Perban"))
            return false; /* any bodies' "Peraturan Bersama" */
        if (!reader_is_capital(reader, draft->first))
            return false; /* "keputusan bersama": what a team decided */
        if (reader_word(reader, reader_skip_bracket(reader, draft->end)) == WORD_THIS)
            return false;
        return accept(draft, draft->end, 80, "citation-issuer");
    case REGULATION_ISSUED:
        return read_issued(reader, draft);
    case REGULATION_CODE:
        return read_code(reader, draft);
    default:
        return false;
    }
}
