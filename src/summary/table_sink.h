/* Where a table goes, cell by cell: one description of its columns and cells, several forms.
 *
 * Before: month_tables.c, review_table.c, citation_cells.c, which say what stands in a table.
 * After: csv_cells.c writes it as CSV, cli/spreadsheet.c as the sheet of a workbook. */
#ifndef TAKLIMAT_SUMMARY_TABLE_SINK_H
#define TAKLIMAT_SUMMARY_TABLE_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/text.h"

struct table_sink;

/* What a form does with the pieces of a table; none of it fails: a form that can remembers. */
struct table_form {
    void (*head)(struct table_sink *sink, const char *headings);
    void (*text)(struct table_sink *sink, struct text text);
    void (*count)(struct table_sink *sink, size_t count);
    void (*date)(struct table_sink *sink, struct date date);
    void (*end_row)(struct table_sink *sink);
};

/* The first member of what a form keeps. */
struct table_sink {
    const struct table_form *form;
};

/* Begins a table with its row of headings: short ASCII words, separated by single spaces. Once,
 * before any cell. */
static inline void table_head(struct table_sink *sink, const char *headings) {
    sink->form->head(sink, headings);
}

/* The next cell of the row: checked UTF-8, line ends in it allowed; empty for none. */
static inline void table_text(struct table_sink *sink, struct text text) {
    sink->form->text(sink, text);
}

static inline void table_string(struct table_sink *sink, const char *string) {
    table_text(sink, text_of(string));
}

static inline void table_count(struct table_sink *sink, size_t count) {
    sink->form->count(sink, count);
}

/* 1 or 0. */
static inline void table_boolean(struct table_sink *sink, bool value) { table_count(sink, value); }

/* A day, or an empty cell where it is not set. */
static inline void table_date(struct table_sink *sink, struct date date) {
    sink->form->date(sink, date);
}

/* Ends the row; its cells are as many as the headings. */
static inline void table_end_row(struct table_sink *sink) { sink->form->end_row(sink); }

#endif
