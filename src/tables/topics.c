/* Loads topics: see topics.h. Before: the data folder. After: the recogniser of advisories. */
#include <config.h>

#include "tables/topics.h"

#include "tables/tsv.h"

struct topics {
    struct text *labels;
    struct text *names[NOTE_LANGUAGES]; /* in briefings */
    uint64_t *contexts;                 /* by topic: where its weak forms count */
    size_t count;
};

/* Adds the forms of a cell; "-" is none. */
static bool add_forms(const struct tsv *table, size_t row, const char *column, size_t lexeme_row,
                      struct lexicon *lexicon, struct error *error) {
    struct text rest = tsv_cell(table, row, tsv_column(table, column)), form;
    if (text_is(rest, "-"))
        return true;
    while (tsv_next_form(&rest, &form))
        if (!lexicon_add(lexicon, form, LEXEME_TOPIC, (uint32_t)lexeme_row, LEXEME_ANY_CASE))
            return tsv_row_error(table, row, error, "a form is there twice");
    return true;
}

/* The set of the topics that the cell `context` names. */
static bool read_context(const struct tsv *table, size_t row, struct topics *topics,
                         struct error *error) {
    struct text rest = tsv_cell(table, row, tsv_column(table, "context")), label;
    if (text_is(rest, "-"))
        return true;
    while (tsv_next_form(&rest, &label)) {
        size_t i = 0;
        while (i < topics->count && !text_equal(topics->labels[i], label))
            i++;
        if (i == topics->count)
            return tsv_row_error(table, row, error, "the context is no topic's label");
        topics->contexts[row] |= UINT64_C(1) << i;
    }
    return true;
}

/* Labels, and names in each language. */
static void read_names(const struct tsv *table, struct arena *arena, struct topics *topics) {
    static const char *const columns[NOTE_LANGUAGES] = {
        [NOTE_ENGLISH] = "english", [NOTE_INDONESIAN] = "indonesian"};
    topics->labels = arena_alloc_array(arena, topics->count + 1, sizeof *topics->labels);
    for (size_t row = 0; row < topics->count; row++)
        topics->labels[row] = tsv_cell(table, row, tsv_column(table, "label"));
    for (size_t language = 0; language < NOTE_LANGUAGES; language++) {
        struct text *names = arena_alloc_array(arena, topics->count + 1, sizeof *names);
        for (size_t row = 0; row < topics->count; row++)
            names[row] = tsv_cell(table, row, tsv_column(table, columns[language]));
        topics->names[language] = names;
    }
}

const struct topics *topics_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                 struct error *error) {
    static const char *const wanted[] = {"label", "indonesian", "english", "forms",
                                         "weak",  "context",    "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "topics.tsv", wanted, arena, &table, error))
        return NULL;
    if (table.row_count > TOPICS_MAX) {
        tsv_row_error(&table, TOPICS_MAX, error, "more topics than a set of them holds");
        return NULL;
    }
    struct topics *topics = arena_alloc(arena, sizeof *topics);
    topics->count = table.row_count;
    topics->contexts = arena_alloc_array(arena, table.row_count + 1, sizeof *topics->contexts);
    read_names(&table, arena, topics);
    for (size_t row = 0; row < table.row_count; row++)
        if (!add_forms(&table, row, "forms", row, lexicon, error) ||
            !add_forms(&table, row, "weak", table.row_count + row, lexicon, error) ||
            !read_context(&table, row, topics, error))
            return NULL;
    return topics;
}

size_t topics_count(const struct topics *topics) { return topics->count; }

struct text topics_label(const struct topics *topics, size_t index) {
    return topics->labels[index];
}

struct text topics_name(const struct topics *topics, size_t index, enum note_language language) {
    return topics->names[language][index];
}

size_t topics_of(const struct topics *topics, uint32_t row, uint64_t *context) {
    bool weak = row >= topics->count;
    size_t index = weak ? row - topics->count : row;
    *context = weak ? topics->contexts[index] : 0;
    return index;
}
