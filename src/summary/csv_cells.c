/* Cells of a CSV table: see csv_cells.h. Before: csv.c. After: a buffer. */
#include <config.h>

#include "summary/csv_cells.h"

#include <string.h>

#include "base/utf8.h"

/* Characters with which a formula begins, and their full-width forms, which some spreadsheets take
 * for the same. Tab and carriage return are here because what follows them may be read as another
 * cell. */
static bool starts_formula(uint32_t c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == 0xFF1D ||
           c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

/* The first character after spaces and quotation marks decides, since readers differ in what they
 * trim. */
bool csv_is_formula(struct text text) {
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (starts_formula(c))
            return true;
        if (c != '"' && c != '\'' && c != '\n' && !utf8_is_space(c) && !utf8_is_ignorable(c))
            return false;
    }
    return false;
}

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
