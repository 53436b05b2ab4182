/* Words that are not what their form suggests: see words.h. Before: two tables. After: sentences
 * and names. */
#include <config.h>

#include "tables/words.h"

#include "tables/tsv.h"

static const char *const KINDS[] = {
    [WORD_UNKNOWN] = "",  [WORD_OPENER] = "opener", [WORD_CALENDAR] = "calendar",
    [WORD_TERM] = "term", [WORD_PLACE] = "place",   [WORD_COMMON] = "word",
    [WORD_NAME] = "name", [WORD_INNER] = "inner"};

bool words_is_abbreviation(const void *vocabulary, const struct token *token) {
    return word_entry(vocabulary, token->word)->abbreviation;
}

/* The entry of a form of one word, new if it was unknown. */
static struct word_entry *entry_of(struct lexicon *lexicon, struct text form) {
    return vocabulary_entry(lexicon_vocabulary(lexicon), token_hash(form));
}

static bool load_abbreviations(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct error *error) {
    static const char *const wanted[] = {"form", "meaning", "reads", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "abbreviations.tsv", wanted, arena, &table, error))
        return false;
    size_t column = tsv_column(&table, "form"), meaning = tsv_column(&table, "meaning"),
           reads = tsv_column(&table, "reads");
    for (size_t row = 0; row < table.row_count; row++) {
        struct text form = tsv_cell(&table, row, column);
        if (entry_of(lexicon, form)->abbreviation)
            return tsv_row_error(&table, row, error, "the abbreviation is there twice");
        entry_of(lexicon, form)->abbreviation = 1;
        if (text_is(tsv_cell(&table, row, reads), "yes") &&
            !vocabulary_abbreviate(lexicon_vocabulary(lexicon), token_hash(form),
                                   token_hash(tsv_cell(&table, row, meaning))))
            return tsv_row_error(&table, row, error,
                                 "too many abbreviations are read as their meaning");
        lexicon_add(lexicon, form, LEXEME_ABBREVIATION, (uint32_t)row, LEXEME_ANY_CASE);
    }
    return true;
}

static enum word_kind kind_of(struct text name) {
    enum word_kind kind = WORD_INNER;
    while (kind > WORD_UNKNOWN && !text_is(name, KINDS[kind]))
        kind--;
    return kind;
}

static bool load_common(const char *folder, struct arena *arena, struct lexicon *lexicon,
                        struct error *error) {
    static const char *const wanted[] = {"kind", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "common_words.tsv", wanted, arena, &table, error))
        return false;
    size_t kind_column = tsv_column(&table, "kind");
    size_t forms_column = tsv_column(&table, "forms");
    for (size_t row = 0; row < table.row_count; row++) {
        enum word_kind kind = kind_of(tsv_cell(&table, row, kind_column));
        if (kind == WORD_UNKNOWN)
            return tsv_row_error(&table, row, error, "unknown kind of word");
        struct text rest = tsv_cell(&table, row, forms_column);
        struct text form;
        while (tsv_next_form(&rest, &form)) {
            struct word_entry *entry = entry_of(lexicon, form);
            if (entry->kind)
                return tsv_row_error(&table, row, error, "a word is there twice");
            entry->kind = (uint8_t)kind;
        }
    }
    return true;
}

bool words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                struct error *error) {
    return load_abbreviations(folder, arena, lexicon, error) &&
           load_common(folder, arena, lexicon, error);
}
