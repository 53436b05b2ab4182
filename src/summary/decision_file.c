/* Reading a file of decisions: see decision.h. Before: the bytes of a CSV file. After: decide.c. */
#include <config.h>

#include <string.h>

#include "base/csv_read.h"
#include "base/translate.h"
#include "summary/decision.h"

#define NO_COLUMN ((size_t)-1)

const char *decision_verb_name(enum decision_verb verb) {
    static const char *const names[DECISION_VERBS] = {"accept", "drop", "correct"};
    return names[verb];
}

/* Where the columns stand. */
struct columns {
    size_t fid, article, decision, value, note;
    size_t count; /* of the first row */
};

/* What the functions below share. */
struct table {
    struct decisions *out;
    const char *file;
    const struct tables *tables;
    struct columns columns;
    decision_complaint *complain;
    void *context;
    struct csv_row row;
};

static size_t find_column(const struct csv_row *head, struct text name) {
    for (size_t i = 0; i < head->count; i++)
        if (text_equal_ascii_nocase(text_trim(head->cells[i]), name))
            return i;
    return NO_COLUMN;
}

static bool find_columns(struct table *t, struct error *error) {
    const struct csv_row *head = &t->row;
    t->columns = (struct columns){
        .fid = find_column(head, TEXT("fid")),
        .article = find_column(head, TEXT("article")),
        .decision = find_column(head, TEXT("decision")),
        .value = find_column(head, TEXT("value")),
        .note = find_column(head, TEXT("note")),
        .count = head->count,
    };
    const char *missing = t->columns.fid == NO_COLUMN        ? "fid"
                          : t->columns.decision == NO_COLUMN ? "decision"
                                                             : NULL;
    if (!missing)
        return true;
    error_set(error, EXIT_CONFIG, "no column '%s' in the first row", missing);
    error_at(error, t->file, head->line);
    return false;
}

static struct text cell(const struct table *t, size_t column) {
    return column < t->row.count ? text_trim(t->row.cells[column]) : TEXT("");
}

/* An id of digits that a spreadsheet took for a number and shortened, 1.23457E+15: it tells no
 * article. */
static bool is_mangled(struct text id) {
    bool exponent = false;
    for (size_t i = 0; i < id.size; i++) {
        char c = id.data[i];
        if ((c == 'E' || c == 'e') && i > 0 && i + 1 < id.size && id.data[i + 1] == '+')
            exponent = true;
        else if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '+')
            return false;
    }
    return exponent;
}

static bool is_fid(struct text text) {
    if (text.size != FID_SIZE - 1 || text.data[1] != '-' ||
        subject_kind_of(text.data[0]) == SUBJECT_NONE)
        return false;
    for (size_t i = 2; i < text.size; i++)
        if (!strchr("0123456789abcdef", text.data[i]))
            return false;
    return true;
}

/* Takes the name of what is decided on: a fact's, or a word for what an article has one of. What is
 * wrong, or none. */
static struct text read_name(struct text fid, struct decision *decision, struct arena *arena) {
    static const enum subject_kind own[] = {SUBJECT_ARTICLE, SUBJECT_REGION, SUBJECT_DATE};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        const char *word = subject_kind_name(own[i]);
        if (!text_equal_ascii_nocase(fid, text_of(word)))
            continue;
        if (!decision->article.size)
            return arena_printf(arena, _("'%s' wants the article's id in the column 'article'"),
                                word);
        subject_own_fid(own[i], decision->article, decision->fid);
        return (struct text){NULL, 0};
    }
    if (!is_fid(fid))
        return arena_printf(
            arena, _("'%.*s' is no fact's name such as q-7a31c9, nor article, region or date"),
            (int)(fid.size < 40 ? fid.size : 40), fid.data);
    memcpy(decision->fid, fid.data, FID_SIZE - 1);
    return (struct text){NULL, 0};
}

static bool read_verb(struct text word, enum decision_verb *verb) {
    for (int i = 0; i < DECISION_VERBS; i++)
        if (text_equal_ascii_nocase(word, text_of(decision_verb_name((enum decision_verb)i)))) {
            *verb = (enum decision_verb)i;
            return true;
        }
    return false;
}

/* True if a cell that is not empty stands behind the last column: a value was cut at a separator.
 */
static bool is_too_long(const struct table *t) {
    for (size_t i = t->columns.count; i < t->row.count; i++)
        if (text_trim(t->row.cells[i]).size > 0)
            return true;
    return false;
}

/* Reads the row into *decision; what is wrong with it, or none. */
static struct text read_row(struct table *t, struct decision *decision) {
    struct arena *arena = &t->out->arena;
    struct text fid = cell(t, t->columns.fid), word = cell(t, t->columns.decision);
    *decision = (struct decision){.file = t->file, .line = t->row.line};
    if (is_too_long(t))
        return text_of(
            _("the row has more cells than the first one: a value that holds the separator "
              "stands in quotation marks"));
    if (!read_verb(word, &decision->verb))
        return arena_printf(arena, _("a decision is accept, drop or correct, not '%.*s'"),
                            (int)(word.size < 40 ? word.size : 40), word.data);
    struct text article = cell(t, t->columns.article);
    if (article.size && !is_mangled(article))
        decision->article = arena_copy(arena, article);
    struct text wrong = read_name(fid, decision, arena);
    if (wrong.data)
        return wrong;
    decision->value = arena_copy(arena, cell(t, t->columns.value));
    decision->note = arena_copy(arena, cell(t, t->columns.note));
    return decision_parse(decision, t->tables, arena);
}

static bool take_row(struct table *t) {
    struct decision decision;
    if (cell(t, t->columns.decision).size == 0)
        return true;
    struct text wrong = read_row(t, &decision);
    if (wrong.data) {
        t->complain(t->context, t->file, t->row.line, wrong);
        return false;
    }
    struct decisions *out = t->out;
    out->at = arena_grow(&out->arena, out->at, out->count, out->count + 1, sizeof *out->at,
                         &out->capacity);
    out->at[out->count++] = decision;
    return true;
}

size_t decisions_read(struct decisions *decisions, const char *file, struct text bytes,
                      const struct tables *tables, decision_complaint *complain, void *context,
                      struct error *error) {
    struct table t = {
        .out = decisions, .file = file, .tables = tables, .complain = complain, .context = context};
    struct csv_reader reader;
    struct arena scratch = {0};
    size_t wrong = 0;
    if (!csv_reader_open(&reader, bytes, error)) {
        error_at(error, file, error->record);
        return 0;
    }
    bool head = csv_reader_next(&reader, &scratch, &t.row, error);
    if (!head)
        error_set(error, EXIT_CONFIG, "is empty; the first row names the columns");
    else if (find_columns(&t, error))
        for (; csv_reader_next(&reader, &scratch, &t.row, error); arena_reset(&scratch))
            wrong += !take_row(&t);
    error_at(error, file, error->record);
    arena_free(&scratch);
    return wrong;
}

void decisions_free(struct decisions *decisions) {
    arena_free(&decisions->arena);
    *decisions = (struct decisions){0};
}
