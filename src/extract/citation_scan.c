/* Looks for the number after a type: see citation_scan.h. */
#include <config.h>

#include "extract/citation_number.h"
#include "extract/citation_scan.h"

#define GAP_TOKENS 24 /* the longest offices before a number have about 16 words */

/* What was passed between a type and its number. */
struct passed {
    size_t lower; /* words in lower case that are no little words of citations */
    bool about;   /* "tentang": a title stands between */
    bool listed;  /* a comma within the name of an office */
    bool anything;
};

static bool takes_offices(const struct regulation_type *type) {
    return type->kind == REGULATION_ISSUED || type->kind == REGULATION_JOINT ||
           type->kind == REGULATION_LETTER;
}

static bool is_joint(const struct regulation_type *type) {
    return type->kind == REGULATION_JOINT || text_is(type->type, "SKB");
}

#define OFFICE_LOWER 4

/* The most lower-case words between a type and its number: an office has some ("kepada", "resmi"),
 * a letter (or a body's rule) whose number cannot be mistaken what it is for, a law none. */
static size_t lower_limit(const struct regulation_type *type, const struct passed *passed) {
    if (passed->about)
        return 12;
    if (type->kind == REGULATION_LETTER)
        return 2 * OFFICE_LOWER;
    return takes_offices(type) ? OFFICE_LOWER : 2;
}

/* True if the word at `i` may stand between the type and its number. */
static bool passes_word(const struct citation_reader *reader, const struct regulation_type *type,
                        size_t i, struct passed *passed) {
    enum citation_word word = reader_word(reader, i);
    if (word == WORD_THIS || word == WORD_ARTICLE || word == WORD_BILL || word == WORD_DATED)
        return false;
    size_t end;
    const struct regulation_type *other = reader_type(reader, i, &end);
    if (other && other->kind != REGULATION_ISSUER)
        return false;
    if (word == WORD_ABOUT) {
        passed->about = true;
        return type->kind == REGULATION_LAW || type->kind == REGULATION_NUMBERED ||
               type->kind == REGULATION_TITLED;
    }
    if (word == WORD_FRESH || word == WORD_AND || reader_is_name(reader, i))
        return true;
    return ++passed->lower <= lower_limit(type, passed);
}

/* True if the number token `i` belongs to an office's name, since "Nomor" follows: "Satgas COVID-19
 * Nomor 13". */
static bool number_of_name(const struct citation_reader *reader, size_t i) {
    return reader_goes_on(reader, i) && reader->tokens[i].kind == TOKEN_NUMBER &&
           reader_word(reader, i + 1) == WORD_NUMBER;
}

/* True if the number token `i` says how many sign: "Keputusan Bersama 3 (tiga) Menteri". */
static bool number_of_signatories(const struct citation_reader *reader,
                                  const struct regulation_type *type, size_t i) {
    return is_joint(type) && reader->tokens[i].kind == TOKEN_NUMBER &&
           reader->tokens[i].end - reader->tokens[i].start == 1 &&
           (reader_is(reader, i + 1, "(") || reader_is_name(reader, i + 1));
}

/* Moves `i` over one thing that may stand between a type and its number; false where the search
 * ends. */
static bool pass_one(const struct citation_reader *reader, const struct regulation_type *type,
                     size_t *i, struct passed *passed) {
    if (!reader_goes_on(reader, *i))
        return false;
    passed->anything = true;
    size_t after = reader_skip_bracket(reader, *i);
    if (after > *i) {
        *i = after;
        return true;
    }
    const struct token *token = &reader->tokens[*i];
    if (token->kind == TOKEN_WORD) {
        bool passes = passes_word(reader, type, *i, passed);
        *i += passes;
        return passes;
    }
    size_t next = *i + 1 + (size_t)(reader_word(reader, *i + 1) == WORD_AND);
    bool names = takes_offices(type) && reader_is_name(reader, next); /* two signatories, or
        "Dinas Perdagangan, Koperasi dan UKM" */
    bool between = names || reader_word(reader, *i + 1) == WORD_NUMBER;
    if (between && (reader_is(reader, *i, ",") || reader_is(reader, *i, ":"))) {
        passed->listed = passed->listed || (names && !is_joint(type));
        *i += 1;
        return true;
    }
    bool inside = reader_goes_on(reader, *i + 1) && reader->tokens[*i + 1].gap == GAP_NONE;
    bool joins = reader_is(reader, *i, "&") ||
                 (inside && (reader_is(reader, *i, "/") || reader_is(reader, *i, "-") ||
                             reader_is(reader, *i, ".")));
    *i += joins + (size_t)(joins && number_of_name(reader, *i + 1));
    return joins;
}

/* A number alone, without "Nomor" and year, counts only where the sentence goes on as after a name:
 * "Perbup 38 tersebut". */
static bool ends_well(const struct citation_reader *reader, size_t i) {
    if (!reader_goes_on(reader, i) || reader->tokens[i].kind == TOKEN_QUOTE)
        return true;
    if (reader->tokens[i].kind != TOKEN_WORD)
        return reader_is(reader, i, ",") || reader_is(reader, i, ".") ||
               reader_is(reader, i, ")") || reader_is(reader, i, ";");
    switch (reader_word(reader, i)) {
    case WORD_THIS:
    case WORD_ABOUT:
    case WORD_ARTICLE:
    case WORD_JOINED:
        return true;
    default:
        return false;
    }
}

static void fill(struct citation_draft *draft, const struct citation_number *number, int confidence,
                 const char *rule) {
    draft->end = number->end;
    draft->number = number->number;
    draft->year = number->year;
    draft->confidence = confidence;
    draft->rule = rule;
}

/* The number after the word "Nomor". */
static bool read_keyed(const struct citation_reader *reader, size_t i, const struct passed *passed,
                       struct citation_draft *draft) {
    struct citation_number number;
    bool office = takes_offices(draft->type);
    if (!citation_number_read(reader, citation_number_word(reader, i), office, &number))
        return false;
    if ((passed->about || draft->type->kind == REGULATION_MINISTER) && !number.year)
        return false;
    bool sure = !number.simple || number.year;
    if ((draft->type->kind == REGULATION_LETTER || passed->listed) && !sure)
        return false;
    if (passed->lower > OFFICE_LOWER && !passed->about && number.simple)
        return false;
    fill(draft, &number, number.year || !number.simple ? 98 : 85, "citation-number");
    return true;
}

/* The number that stands there without "Nomor": right after the type, or after its title with the
 * year. */
static bool read_bare(const struct citation_reader *reader, size_t i, const struct passed *passed,
                      struct citation_draft *draft) {
    struct citation_number number;
    if (passed->about || passed->lower ||
        !citation_number_read(reader, i, takes_offices(draft->type), &number))
        return false;
    if (draft->type->kind == REGULATION_LETTER &&
        (passed->anything || number.simple || !number.year || !ends_well(reader, number.end)))
        return false; /* "surat 800/112/BKD, tanggal 5 Mei 2023" */
    if (!number.year) {
        bool complete = takes_offices(draft->type) ? !number.simple : number.simple;
        if (passed->anything || !complete || !ends_well(reader, number.end))
            return false;
    }
    fill(draft, &number, number.year ? 97 : 80, "citation-number");
    return true;
}

bool citation_scan_number(const struct citation_reader *reader, struct citation_draft *draft) {
    struct passed passed = {0};
    if (draft->type->kind == REGULATION_CODE)
        return false;
    size_t i = draft->end, limit = draft->end + GAP_TOKENS;
    if (draft->first > 0 && reader_is(reader, draft->first - 1, "(") && reader_is(reader, i, ")"))
        i++; /* "Peraturan Wali (Perwali) Kota X Nomor 5" */
    while (i < limit && reader_goes_on(reader, i)) {
        if (reader_word(reader, i) == WORD_NUMBER)
            return read_keyed(reader, i, &passed, draft);
        if (number_of_signatories(reader, draft->type, i) ||
            (number_of_name(reader, i) && i > draft->end))
            i++;
        else if (reader->tokens[i].kind == TOKEN_NUMBER)
            return read_bare(reader, i, &passed, draft);
        else if (reader_is(reader, i, ":") && i == draft->end)
            i++;
        else if (!pass_one(reader, draft->type, &i, &passed))
            return i == draft->end ? read_bare(reader, i, &passed, draft) : false;
    }
    return false;
}

/* The token of "Nomor" behind the office of a further signatory of a joint instrument, which begins
 * at `i`: "SKB Menteri Agama Nomor 12 Tahun 2020, Menteri Dalam Negeri Nomor 3 Tahun 2020"; 0 if it
 * does not. */
static size_t signatory_number(const struct citation_reader *reader,
                               const struct citation_draft *draft, size_t i) {
    struct passed passed = {0};
    if (!is_joint(draft->type))
        return 0;
    for (size_t limit = i + GAP_TOKENS; i < limit && reader_goes_on(reader, i);) {
        if (reader_word(reader, i) == WORD_NUMBER)
            return i;
        if (!pass_one(reader, draft->type, &i, &passed))
            return 0;
    }
    return 0;
}

bool citation_scan_list(const struct citation_reader *reader, const struct citation_draft *draft,
                        struct citation_draft *next) {
    size_t i = draft->end;
    if (reader_is(reader, i, ",") ||
        (reader_is(reader, i, ";") && reader_word(reader, i + 1) == WORD_NUMBER))
        i++;
    enum citation_word word = reader_word(reader, i);
    if (word == WORD_AND || word == WORD_JOINED)
        i++;
    if (word == WORD_JOINED && reader_is(reader, i, "."))
        i++;
    if (i == draft->end)
        return false;
    struct citation_number number;
    size_t signatory = signatory_number(reader, draft, i);
    size_t first = i; /* of a further signatory the span is with the office, as of the first */
    i = citation_number_word(reader, signatory ? signatory : i);
    if (!citation_number_read(reader, i, false, &number) || !number.year ||
        (!number.simple && !signatory))
        return false;
    *next = *draft;
    next->first = first;
    fill(next, &number, 90, "citation-list");
    return true;
}
