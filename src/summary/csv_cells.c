/* Cells of a CSV table: see csv_cells.h. Before: month_tables.c. After: a buffer. */
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

static struct csv *csv_of(struct table_sink *sink) { return (struct csv *)sink; }

static void put_text(struct table_sink *sink, struct text text) {
    struct csv *csv = csv_of(sink);
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

static void put_count(struct table_sink *sink, size_t count) {
    separate(csv_of(sink));
    buffer_printf(csv_of(sink)->out, "%zu", count);
}

static void put_date(struct table_sink *sink, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    separate(csv_of(sink));
    buffer_string(csv_of(sink)->out, iso);
}

static void end_row(struct table_sink *sink) {
    buffer_string(csv_of(sink)->out, "\r\n");
    csv_of(sink)->in_row = false;
}

static void put_head(struct table_sink *sink, const char *headings) {
    struct csv *csv = csv_of(sink);
    buffer_string(csv->out, "\xEF\xBB\xBF");
    for (const char *at = headings; *at; at++)
        buffer_char(csv->out, *at == ' ' ? csv->separator : *at);
    end_row(sink);
}

struct csv csv_open(struct buffer *out, char separator) {
    static const struct table_form form = {put_head, put_text, put_count, put_date, end_row};
    return (struct csv){{&form}, out, separator, false};
}
