/* The little words inside citations: see citation_words.h. */
#include <config.h>

#include "tables/citation_words.h"

#include "base/token.h"
#include "tables/tsv.h"

static const char *const kind_names[] = {
    "",    "number", "year",  "dated", "about", "article", "paragraph", "letter", "point",
    "and", "joined", "range", "this",  "link",  "bill",    "tax",       "fresh",  "drafts"};

static bool kind_of(struct text name, uint8_t *kind) {
    for (size_t i = 1; i < sizeof(kind_names) / sizeof(kind_names[0]); i++) {
        if (text_is(name, kind_names[i])) {
            *kind = (uint8_t)i;
            return true;
        }
    }
    return false;
}

bool citation_words_load(const char *folder, struct arena *arena, struct vocabulary *vocabulary,
                         struct error *error) {
    static const char *const wanted[] = {"word", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "citation_words.tsv", wanted, arena, &table, error))
        return false;
    size_t word = tsv_column(&table, "word"), kind = tsv_column(&table, "kind");
    for (size_t row = 0; row < table.row_count; row++) {
        struct word_entry *entry =
            vocabulary_entry(vocabulary, token_hash(tsv_cell(&table, row, word)));
        if (entry->citation || !kind_of(tsv_cell(&table, row, kind), &entry->citation))
            return tsv_row_error(&table, row, error,
                                 "the word is there twice, or its kind is unknown");
    }
    return true;
}
