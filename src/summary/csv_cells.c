/* Cells of a CSV table: see csv_cells.h. Before: csv.c. After: a buffer. */
#include <config.h>

#include "summary/csv_cells.h"

#include <string.h>

#include "base/csv_read.h"

/* Quoted are cells with any separator that some reader might assume, not only the table's own. */
static bool needs_quotes(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (strchr(",;\t|\"\r\n", text.data[i]))
            return true;
    return text.size && (text.data[0] == ' ' || text.data[text.size - 1] == ' ');
}

static void separate(struct csv *csv) {
    if (csv->in_row)
        buffer_char(csv->out, csv->separator);
    csv->in_row = true;
}

void csv_text(struct csv *csv, struct text text) {
    bool formula = csv_is_formula(text), quotes = needs_quotes(text);
    separate(csv);
    if (quotes)
        buffer_char(csv->out, '"');
    if (formula)
        buffer_char(csv->out, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            buffer_char(csv->out, '"');
        if (text.data[i] != 0)
            buffer_char(csv->out, text.data[i]);
    }
    if (quotes)
        buffer_char(csv->out, '"');
}

void csv_string(struct csv *csv, const char *string) { csv_text(csv, text_of(string)); }

void csv_count(struct csv *csv, size_t count) {
    separate(csv);
    buffer_printf(csv->out, "%zu", count);
}

void csv_boolean(struct csv *csv, bool value) { csv_count(csv, value); }

void csv_date(struct csv *csv, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    separate(csv);
    buffer_string(csv->out, iso);
}

void csv_end_row(struct csv *csv) {
    buffer_string(csv->out, "\r\n");
    csv->in_row = false;
}

struct csv csv_start(struct buffer *out, char separator, const char *headings) {
    struct csv csv = {.out = out, .separator = separator};
    buffer_string(out, "\xEF\xBB\xBF");
    for (const char *at = headings; *at; at++)
        buffer_char(out, *at == ' ' ? separator : *at);
    csv_end_row(&csv);
    return csv;
}
