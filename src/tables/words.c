/* Words that are not what their form suggests: see words.h. Before: two tables. After: sentences
 * and names. */
#include <config.h>

#include "tables/words.h"

#include "tables/tsv.h"

/* A set of hashes with a number from 1 to 7 each: open addressing, 0 is a free place. The number
 * stands in the lowest three bits of the hash, so that one look into memory tells; the place comes
 * from the highest. Two words alike in the other 61 bits would be taken for one. */
struct hash_set {
    uint64_t *places;
    unsigned bits; /* there are 2^bits places */
};
#define VALUE_BITS UINT64_C(7)

struct words {
    struct hash_set abbreviations;
    struct hash_set common;
};

static const char *const KINDS[] = {
    [WORD_UNKNOWN] = "",  [WORD_OPENER] = "opener", [WORD_CALENDAR] = "calendar",
    [WORD_TERM] = "term", [WORD_PLACE] = "place",   [WORD_COMMON] = "word",
    [WORD_NAME] = "name"};

static void set_init(struct hash_set *set, struct arena *arena, size_t count) {
    set->bits = 4;
    while (((size_t)1 << set->bits) * 3 < count * 4)
        set->bits++;
    set->places = arena_alloc_array(arena, (size_t)1 << set->bits, sizeof *set->places);
}

/* Where `hash` stands in the set, or the free place where it belongs. */
static uint64_t *set_place(const struct hash_set *set, uint64_t hash) {
    size_t place = (size_t)(hash >> (64 - set->bits));
    while (set->places[place] && (set->places[place] ^ hash) > VALUE_BITS)
        place = (place + 1) & (((size_t)1 << set->bits) - 1);
    return &set->places[place];
}

/* False if it is there already. */
static bool set_add(struct hash_set *set, uint64_t hash, unsigned value) {
    uint64_t *place = set_place(set, hash);
    if (*place)
        return false;
    *place = (hash & ~VALUE_BITS) | value;
    return true;
}

/* The number of `hash`, 0 if it is not in the set. */
static unsigned set_value(const struct hash_set *set, uint64_t hash) {
    return (unsigned)(*set_place(set, hash) & VALUE_BITS);
}

bool words_is_abbreviation(const struct words *words, uint64_t hash) {
    return set_value(&words->abbreviations, hash) != 0;
}

enum word_kind words_kind(const struct words *words, uint64_t hash) {
    return (enum word_kind)set_value(&words->common, hash);
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
    size_t column = tsv_column(&table, "form");
    set_init(&words->abbreviations, arena, table.row_count);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text form = tsv_cell(&table, row, column);
        if (!set_add(&words->abbreviations, token_hash(form), 1))
            return row_error(&table, row, error, "the abbreviation is there twice");
        lexicon_add(lexicon, form, LEXEME_ABBREVIATION, (uint32_t)row, LEXEME_ANY_CASE);
    }
    return true;
}

static enum word_kind kind_of(struct text name) {
    enum word_kind kind = WORD_NAME;
    while (kind > WORD_UNKNOWN && !text_is(name, KINDS[kind]))
        kind--;
    return kind;
}

static size_t count_forms(const struct tsv *table, size_t column) {
    size_t count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        struct text rest = tsv_cell(table, row, column), form;
        while (tsv_next_form(&rest, &form))
            count++;
    }
    return count;
}

static bool load_common(const char *folder, struct arena *arena, struct words *words,
                        struct error *error) {
    static const char *const wanted[] = {"kind", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "common_words.tsv", wanted, arena, &table, error))
        return false;
    size_t kind_column = tsv_column(&table, "kind");
    size_t forms_column = tsv_column(&table, "forms");
    set_init(&words->common, arena, count_forms(&table, forms_column));
    for (size_t row = 0; row < table.row_count; row++) {
        enum word_kind kind = kind_of(tsv_cell(&table, row, kind_column));
        if (kind == WORD_UNKNOWN)
            return row_error(&table, row, error, "unknown kind of word");
        struct text rest = tsv_cell(&table, row, forms_column);
        struct text form;
        while (tsv_next_form(&rest, &form))
            if (!set_add(&words->common, token_hash(form), (unsigned)kind))
                return row_error(&table, row, error, "a word is there twice");
    }
    return true;
}

const struct words *words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct error *error) {
    struct words *words = arena_alloc(arena, sizeof *words);
    if (!load_abbreviations(folder, arena, lexicon, words, error) ||
        !load_common(folder, arena, words, error))
        return NULL;
    return words;
}
