/* Loads the office's topics: see office_topics.h. Before: the user's file. After: the recogniser of
 * articles off the topic. */
#include <config.h>

#include "tables/office_topics.h"

#include "base/file.h"
#include "tables/tsv.h"

static bool read_weight(const struct tsv *table, size_t row, int32_t *weight, struct error *error) {
    struct text cell = tsv_cell(table, row, tsv_column(table, "weight"));
    bool minus = cell.size == 2 && cell.data[0] == '-';
    char digit = cell.size == (minus ? 2u : 1u) ? cell.data[cell.size - 1] : '0';
    if (digit < '1' || digit > '9')
        return tsv_row_error(table, row, error, "the weight is no number from -9 to 9 without 0");
    *weight = minus ? '0' - digit : digit - '0';
    return true;
}

/* Adds the row's forms, to the lexicon of all rows and to one of its own, which finds the example.
 */
static bool add_forms(const struct tsv *table, size_t row, struct lexicon *all, struct lexicon *own,
                      struct error *error) {
    struct text rest = tsv_cell(table, row, tsv_column(table, "forms")), form;
    bool any = false;
    for (; tsv_next_form(&rest, &form); any = true) {
        if (!lexicon_add(all, form, LEXEME_TOPIC, (uint32_t)row, LEXEME_ANY_CASE))
            return tsv_row_error(table, row, error, "a form is there twice");
        lexicon_add(own, form, LEXEME_TOPIC, 0, LEXEME_ANY_CASE);
    }
    return any || tsv_row_error(table, row, error, "a topic without forms");
}

static bool example_holds(const struct tsv *table, size_t row, const struct lexicon *own,
                          struct arena *scratch, struct error *error) {
    struct text example = tsv_cell(table, row, tsv_column(table, "example"));
    struct hits hits = lexicon_scan(own, example, tokenise(scratch, example), scratch);
    return hits.count > 0 ||
           tsv_row_error(table, row, error, "the example holds none of the forms");
}

/* A form of another row is found by looking at the row of its hit: the lexicon takes one form for
 * several rows, but then the points of a word would depend on the order of the table. */
static bool forms_differ(const struct tsv *table, size_t row, const struct lexicon *all,
                         struct arena *scratch, struct error *error) {
    struct text rest = tsv_cell(table, row, tsv_column(table, "forms")), form;
    while (tsv_next_form(&rest, &form)) {
        struct tokens tokens = tokenise(scratch, form);
        struct hits hits = lexicon_scan(all, form, tokens, scratch);
        const struct hit *hit = tokens.count ? hits_find(&hits, 0, LEXEME_TOPIC) : NULL;
        if (hit && hit->row != row && hit->end == tokens.count)
            return tsv_row_error(table, row, error, "a form of an earlier row is there again");
    }
    return true;
}

static bool load_row(struct office_topics *topics, const struct tsv *table, size_t row,
                     struct arena *scratch, struct error *error) {
    struct office_topic *topic = &topics->rows[row];
    struct lexicon *own = lexicon_new(scratch);
    topic->name = tsv_cell(table, row, tsv_column(table, "topic"));
    while (topic->topic < row && !text_equal(topics->rows[topic->topic].name, topic->name))
        topic->topic++;
    if (topic->name.size == 0)
        return tsv_row_error(table, row, error, "a topic without a name");
    return read_weight(table, row, &topic->weight, error) &&
           add_forms(table, row, topics->lexicon, own, error) &&
           forms_differ(table, row, topics->lexicon, scratch, error) &&
           example_holds(table, row, own, scratch, error);
}

/* Loads the rows; of each that is wrong the first fault is told. */
static void load_rows(struct office_topics *topics, const struct tsv *table,
                      struct faults *faults) {
    struct arena scratch = {0};
    for (size_t row = 0; row < table->row_count; row++) {
        struct error error = {0};
        if (!load_row(topics, table, row, &scratch, &error))
            faults_add(faults, error.file, error.record, "%s", error.message);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

const struct office_topics *office_topics_load(const char *path, struct text name,
                                               int32_t threshold, struct arena *arena,
                                               struct faults *faults) {
    static const char *const wanted[] = {"topic", "weight", "forms", "example", NULL};
    struct tsv table;
    struct error error = {0};
    size_t before = faults->count;
    if (!tsv_open(path, wanted, arena, &table, faults))
        return NULL;
    if (table.row_count == 0)
        faults_add(faults, path, 0, "a table of topics without rows: nothing would be on topic");
    struct office_topics *topics = arena_alloc(arena, sizeof *topics);
    *topics = (struct office_topics){.lexicon = lexicon_new(arena),
                                     .count = table.row_count,
                                     .threshold = threshold,
                                     .name = name};
    topics->rows = arena_alloc_array(arena, table.row_count, sizeof *topics->rows);
    load_rows(topics, &table, faults);
    char hex[DIGEST_HEX_SIZE] = "";
    size_t size;
    if (!file_sha256(path, hex, &size, &error))
        faults_add(faults, path, 0, "%s", error.message);
    topics->sha256 = arena_copy(arena, text_of(hex));
    return faults->count == before ? topics : NULL;
}
