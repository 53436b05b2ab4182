/* Loads what a web page puts around the news: see boilerplate.h. */
#include <config.h>

#include "tables/boilerplate.h"

#include <stdlib.h>

#include "tables/phrase_filter.h"
#include "tables/tsv.h"

struct boilerplate {
    uint64_t *lines; /* hashes in ascending order */
    size_t line_count;
    struct text *phrases;
    size_t phrase_count;
    struct phrase_filter *filter; /* of the phrases */
};

static const char *const kinds[BOILERPLATE_KINDS] = {
    [BOILERPLATE_LINE] = "line",       [BOILERPLATE_PHRASE] = "phrase",
    [BOILERPLATE_START] = "start",     [BOILERPLATE_NEXT] = "next",
    [BOILERPLATE_BYLINE] = "byline",   [BOILERPLATE_REST] = "rest",
    [BOILERPLATE_TAIL] = "tail",       [BOILERPLATE_BRACKET] = "bracket",
    [BOILERPLATE_CREDIT] = "credit",   [BOILERPLATE_ADVERT] = "advert",
    [BOILERPLATE_SECTION] = "section", [BOILERPLATE_LINK] = "link",
};

/* Stands for any number in a line. */
#define ANY_NUMBER UINT64_C(0x23)

uint64_t boilerplate_hash_add(uint64_t hash, const struct token *token) {
    uint64_t word = token->kind == TOKEN_NUMBER ? ANY_NUMBER : token->hash;
    if (token->kind != TOKEN_NUMBER && token->kind != TOKEN_WORD)
        return hash;
    return (hash ^ word) * UINT64_C(0x100000001b3) ^ word >> 29;
}

/* The hash of a form of the table, where # is a number. */
static uint64_t hash_form(struct text form, struct arena *arena) {
    struct tokens tokens = tokenise(arena, form);
    uint64_t hash = BOILERPLATE_HASH;
    for (size_t i = 0; i < tokens.count; i++) {
        struct token token = tokens.at[i];
        if (token_is(form, &token, "#"))
            token.kind = TOKEN_NUMBER;
        hash = boilerplate_hash_add(hash, &token);
    }
    return hash;
}

static int compare_hashes(const void *a, const void *b) {
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool add_form(struct boilerplate *boilerplate, enum boilerplate_kind kind, struct text form,
                     struct arena *arena, struct lexicon *lexicon) {
    if (kind == BOILERPLATE_LINE) {
        boilerplate->lines[boilerplate->line_count++] = hash_form(form, arena);
        return true;
    }
    if (kind == BOILERPLATE_PHRASE) {
        boilerplate->phrases[boilerplate->phrase_count++] = form;
        return true;
    }
    return lexicon_add(lexicon, form, LEXEME_BOILERPLATE, (uint32_t)kind, LEXEME_ANY_CASE);
}

static bool load_row(const struct tsv *table, size_t row, struct boilerplate *boilerplate,
                     struct arena *arena, struct lexicon *lexicon, struct error *error) {
    struct text name = tsv_cell(table, row, tsv_column(table, "kind"));
    struct text form = tsv_cell(table, row, tsv_column(table, "form"));
    for (enum boilerplate_kind kind = 0; kind < BOILERPLATE_KINDS; kind++)
        if (text_is(name, kinds[kind]))
            return add_form(boilerplate, kind, form, arena, lexicon) ||
                   tsv_row_error(table, row, error, "form given twice: \"%.*s\"", (int)form.size,
                                 form.data);
    return tsv_row_error(table, row, error, "unknown kind: \"%.*s\"", (int)name.size, name.data);
}

const struct boilerplate *boilerplate_load(const char *folder, struct arena *arena,
                                           struct lexicon *lexicon, struct error *error) {
    static const char *const wanted[] = {"kind", "form", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "boilerplate.tsv", wanted, arena, &table, error))
        return NULL;
    struct boilerplate *boilerplate = arena_alloc(arena, sizeof *boilerplate);
    boilerplate->lines = arena_alloc_array(arena, table.row_count + 1, sizeof *boilerplate->lines);
    boilerplate->phrases =
        arena_alloc_array(arena, table.row_count + 1, sizeof *boilerplate->phrases);
    for (size_t row = 0; row < table.row_count; row++)
        if (!load_row(&table, row, boilerplate, arena, lexicon, error))
            return NULL;
    boilerplate->filter = phrase_filter_new(boilerplate->phrases, boilerplate->phrase_count, arena);
    qsort(boilerplate->lines, boilerplate->line_count, sizeof *boilerplate->lines, compare_hashes);
    for (size_t i = 1; i < boilerplate->line_count; i++)
        if (boilerplate->lines[i] == boilerplate->lines[i - 1]) {
            error_set(error, EXIT_CONFIG, "a line is given twice");
            error_at(error, table.path, 0);
            return NULL;
        }
    return boilerplate;
}

bool boilerplate_is_line(const struct boilerplate *boilerplate, uint64_t hash) {
    return bsearch(&hash, boilerplate->lines, boilerplate->line_count, sizeof hash,
                   compare_hashes) != NULL;
}

size_t boilerplate_phrases(const struct boilerplate *boilerplate, struct text text,
                           const struct text **phrases) {
    *phrases = boilerplate->phrases;
    return phrase_filter_holds(boilerplate->filter, text) ? boilerplate->phrase_count : 0;
}
