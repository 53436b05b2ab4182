/* The little words inside citations: see citation_words.h. */
#include <config.h>

#include "tables/citation_words.h"

#include "base/token.h"
#include "tables/tsv.h"

static const char *const kind_names[] = {
    "",    "number", "year",  "dated", "about", "article", "paragraph", "letter", "point",
    "and", "joined", "range", "this",  "link",  "bill",    "tax",       "fresh"};

/* The place of `hash`, or the free place where it belongs. */
static size_t place_of(const struct citation_words *words, uint64_t hash) {
    size_t place = (size_t)hash & (CITATION_WORD_PLACES - 1);
    while (words->hashes[place] && words->hashes[place] != hash)
        place = (place + 1) & (CITATION_WORD_PLACES - 1);
    return place;
}

enum citation_word citation_words_get(const struct citation_words *words, uint64_t hash) {
    return (enum citation_word)words->words[place_of(words, hash)];
}

static bool kind_of(struct text name, uint8_t *kind) {
    for (size_t i = 1; i < sizeof(kind_names) / sizeof(kind_names[0]); i++) {
        if (text_is(name, kind_names[i])) {
            *kind = (uint8_t)i;
            return true;
        }
    }
    return false;
}

bool citation_words_load(const char *folder, struct arena *arena, struct citation_words *words,
                         struct error *error) {
    static const char *const wanted[] = {"word", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "citation_words.tsv", wanted, arena, &table, error))
        return false;
    size_t word = tsv_column(&table, "word"), kind = tsv_column(&table, "kind");
    bool fits = table.row_count <= CITATION_WORD_PLACES / 4;
    for (size_t row = 0; fits && row < table.row_count; row++) {
        uint64_t hash = token_hash(tsv_cell(&table, row, word));
        size_t place = place_of(words, hash);
        if (words->hashes[place] || !kind_of(tsv_cell(&table, row, kind), &words->words[place])) {
            error_set(error, EXIT_CONFIG, "the word is there twice, or its kind is unknown");
            error_at(error, table.path, table.lines[row]);
            return false;
        }
        words->hashes[place] = hash;
    }
    if (!fits)
        error_set(error, EXIT_CONFIG, "%s has too many words", table.path);
    return fits;
}
