/* Words that are not what their form suggests: see words.h. */
#include <config.h>

#include "tables/words.h"

#include "tables/tsv.h"

struct words {
    uint64_t *hashes; /* open addressing, 0 for a free place; `mask` + 1 places */
    size_t mask;
    enum word_kind *kinds; /* by row of common_words.tsv */
    size_t kind_count;
};

static const struct {
    const char *name;
    enum word_kind kind;
} KINDS[] = {{"opener", WORD_OPENER},
             {"function", WORD_FUNCTION},
             {"calendar", WORD_CALENDAR},
             {"term", WORD_TERM},
             {"place", WORD_PLACE}};

static bool kind_of(struct text name, enum word_kind *out) {
    for (size_t i = 0; i < sizeof(KINDS) / sizeof(KINDS[0]); i++) {
        if (text_is(name, KINDS[i].name)) {
            *out = KINDS[i].kind;
            return true;
        }
    }
    return false;
}

/* The place of `hash` in the set, or the free place where it belongs. */
static size_t place_of(const struct words *words, uint64_t hash) {
    size_t place = (size_t)hash & words->mask;
    while (words->hashes[place] && words->hashes[place] != hash)
        place = (place + 1) & words->mask;
    return place;
}

bool words_is_abbreviation(const struct words *words, uint64_t hash) {
    return hash && words->hashes[place_of(words, hash)] == hash;
}

enum word_kind words_kind(const struct words *words, uint32_t row) {
    return row < words->kind_count ? words->kinds[row] : WORD_TERM;
}

static bool row_error(const struct tsv *table, size_t row, struct error *error, const char *what) {
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, table->path, table->lines[row]);
    return false;
}

static bool load_abbreviations(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct words *words, struct error *error) {
    static const char *const wanted[] = {"form", "meaning", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "abbreviations.tsv", wanted, arena, &table, error))
        return false;
    size_t form = tsv_column(&table, "form");
    size_t size = 16;
    while (size < 4 * table.row_count)
        size *= 2;
    words->hashes = arena_alloc_array(arena, size, sizeof(*words->hashes));
    words->mask = size - 1;
    for (size_t row = 0; row < table.row_count; row++) {
        struct text cell = tsv_cell(&table, row, form);
        uint64_t hash = token_hash(cell);
        size_t place = place_of(words, hash);
        if (!hash || words->hashes[place])
            return row_error(&table, row, error, "the abbreviation is empty or there twice");
        words->hashes[place] = hash;
        lexicon_add(lexicon, cell, LEXEME_ABBREVIATION, (uint32_t)row, LEXEME_ANY_CASE);
    }
    return true;
}

static bool load_common(const char *folder, struct arena *arena, struct lexicon *lexicon,
                        struct words *words, struct error *error) {
    static const char *const wanted[] = {"kind", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "common_words.tsv", wanted, arena, &table, error))
        return false;
    size_t kind = tsv_column(&table, "kind");
    size_t forms = tsv_column(&table, "forms");
    words->kinds = arena_alloc_array(arena, table.row_count, sizeof(*words->kinds));
    words->kind_count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++) {
        if (!kind_of(tsv_cell(&table, row, kind), &words->kinds[row]))
            return row_error(&table, row, error, "unknown kind of word");
        struct text rest = tsv_cell(&table, row, forms);
        struct text form;
        while (tsv_next_form(&rest, &form))
            if (!lexicon_add(lexicon, form, LEXEME_NOT_NAME, (uint32_t)row, LEXEME_ANY_CASE))
                return row_error(&table, row, error, "a word is there twice");
    }
    return true;
}

const struct words *words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct error *error) {
    struct words *words = arena_alloc(arena, sizeof(*words));
    if (!load_abbreviations(folder, arena, lexicon, words, error) ||
        !load_common(folder, arena, lexicon, words, error))
        return NULL;
    return words;
}
