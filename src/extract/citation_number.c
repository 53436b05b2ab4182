/* Reads the numbers of legal instruments: see citation_number.h. */
#include <config.h>

#include "extract/citation_number.h"

#include "base/ascii.h"

#define NUMBER_TOKENS 24 /* longer chains of letters and digits are no numbers of anything */

/* The year that the number token `i` says, or 0. Two digits are a year of this century up to 49,
 * else of the last. */
static int year_at(const struct citation_reader *reader, size_t i, bool two_digits) {
    if (!reader_goes_on(reader, i) || reader->tokens[i].kind != TOKEN_NUMBER)
        return 0;
    int32_t value = token_number(reader->text, &reader->tokens[i]);
    size_t digits = reader->tokens[i].end - reader->tokens[i].start;
    if (digits == 4 && value >= CITATION_YEAR_FIRST && value <= CITATION_YEAR_LAST)
        return value;
    if (two_digits && digits == 2)
        return value < 50 ? 2000 + value : 1900 + value;
    return 0;
}

static bool has_digit(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_digit(text.data[i]))
            return true;
    return false;
}

static bool is_piece(const struct citation_reader *reader, size_t i) {
    if (!reader_goes_on(reader, i))
        return false;
    enum token_kind kind = (enum token_kind)reader->tokens[i].kind;
    return kind == TOKEN_NUMBER || kind == TOKEN_WORD;
}

/* True if token `i` joins pieces of a number: a slash, also with spaces around it before a digit; a
 * stop without spaces; a hyphen or dash, with spaces only in a number that has stops
 * ("800.1.2 - 35"). */
static bool is_joiner(const struct citation_reader *reader, size_t i, bool dotted) {
    if (!is_piece(reader, i + 1) || reader->tokens[i].cut)
        return false;
    bool tight = reader->tokens[i].gap == GAP_NONE && reader->tokens[i + 1].gap == GAP_NONE;
    bool loose = reader->tokens[i].gap <= GAP_SPACE && reader->tokens[i + 1].gap <= GAP_SPACE &&
                 reader->tokens[i + 1].kind == TOKEN_NUMBER;
    if (reader_is(reader, i, "/"))
        return tight || loose;
    if (reader_is(reader, i, "-") || reader_is(reader, i, "–"))
        return tight || (dotted && loose);
    return tight && (reader_is(reader, i, ".") || reader_is(reader, i, "_"));
}

/* The token after the chain of pieces that begins at `i`. */
static size_t chain_end(const struct citation_reader *reader, size_t i) {
    size_t end = i;
    bool dotted = false;
    while (end < i + NUMBER_TOKENS && is_piece(reader, end)) {
        end++;
        if (end < reader->count && is_joiner(reader, end, dotted))
            dotted = reader_is(reader, end++, ".") || dotted;
        else if (!(is_piece(reader, end) && reader->tokens[end].gap == GAP_NONE))
            break;
    }
    return end;
}

/* A date after the number, "tanggal 25 Oktober 2023": its year, and the token after it. */
static bool read_dated(const struct citation_reader *reader, size_t i,
                       struct citation_number *out) {
    if (reader_is(reader, i, ","))
        i++;
    if (reader_word(reader, i) != WORD_DATED || !is_piece(reader, i + 1) ||
        !is_piece(reader, i + 2))
        return false;
    if (reader->tokens[i + 1].kind != TOKEN_NUMBER || !hits_at(reader->hits, i + 2, LEXEME_MONTH))
        return false;
    out->year = year_at(reader, i + 3, false);
    if (out->year)
        out->end = i + 4;
    return out->year != 0;
}

/* The year after a number: "Tahun 2021", "Thn. 2021", or the bare year of "Perbup 38 2020". */
static void read_year(const struct citation_reader *reader, bool dated,
                      struct citation_number *out) {
    size_t i = out->end;
    if (reader_is(reader, i, "(") && is_piece(reader, i + 1) && reader_is(reader, i + 2, ")"))
        i += 3; /* "Nomor 6 (enam) Tahun 2018" */
    if (reader_is(reader, i, ",") && reader_word(reader, i + 1) == WORD_YEAR)
        i++;
    if (reader_word(reader, i) == WORD_YEAR) {
        size_t at = i + 1; /* "Thn. 2021", "Tahun Tahun 2021" */
        while (reader_is(reader, at, ".") || reader_word(reader, at) == WORD_YEAR)
            at++;
        out->year = year_at(reader, at, true);
        if (out->year)
            out->end = at + 1;
        return;
    }
    if (dated && read_dated(reader, i, out))
        return;
    if (out->simple && i == out->end && year_at(reader, i, false) &&
        reader->tokens[i].gap == GAP_SPACE) {
        out->year = year_at(reader, i, false);
        out->end = i + 1;
    }
}

/* "Nomor PM 50 Tahun 2021": letters of a series before the number. */
static bool is_series(const struct citation_reader *reader, size_t i) {
    size_t type_end;
    return !reader_type(reader, i, &type_end) && reader->tokens[i].letter_case == CASE_UPPER &&
           reader->tokens[i].end - reader->tokens[i].start <= 3 &&
           !has_digit(reader_slice(reader, i, i + 1)) && reader_goes_on(reader, i + 1) &&
           reader->tokens[i + 1].kind == TOKEN_NUMBER && reader->tokens[i + 1].gap == GAP_SPACE;
}

/* "Nomor PEG. 021.4/I/88": letters, a stop and a space before an office's number. */
static bool is_stopped_series(const struct citation_reader *reader, size_t i) {
    return reader->tokens[i].letter_case == CASE_UPPER && reader_is(reader, i + 1, ".") &&
           reader_goes_on(reader, i + 2) && reader->tokens[i + 2].kind == TOKEN_NUMBER &&
           reader->tokens[i + 2].gap == GAP_SPACE && chain_end(reader, i + 2) > i + 4;
}

bool citation_number_read(const struct citation_reader *reader, size_t i, bool dated,
                          struct citation_number *out) {
    *out = (struct citation_number){0};
    if (!is_piece(reader, i))
        return false;
    size_t start = i;
    if (is_series(reader, i))
        i++;
    else if (is_stopped_series(reader, i))
        i += 2;
    size_t end = chain_end(reader, i);
    out->number = reader_slice(reader, start, end);
    bool word = reader->tokens[i].kind == TOKEN_WORD;
    bool starts_well =
        has_digit(reader_slice(reader, i, i + 1)) || (reader_is_name(reader, i) && end > i + 1);
    if (!has_digit(out->number) || !starts_well)
        return false;
    out->end = end;
    out->simple = end == i + 1;
    bool slash = end >= i + 3 && reader_is(reader, end - 2, "/");
    if (slash && end == i + 3 && !word) {
        out->year = year_at(reader, end - 1, true);
        out->simple = out->slash_year = out->year != 0;
        if (out->year)
            out->number = reader_slice(reader, start, i + 1);
    } else if (slash) {
        out->year = year_at(reader, end - 1, false);
    }
    if (!out->year)
        read_year(reader, dated, out);
    return true;
}

size_t citation_number_word(const struct citation_reader *reader, size_t i) {
    if (reader_word(reader, i) != WORD_NUMBER)
        return i;
    while (reader_word(reader, i) == WORD_NUMBER || reader_is(reader, i, ".") ||
           reader_is(reader, i, ":"))
        i++;
    return i;
}
