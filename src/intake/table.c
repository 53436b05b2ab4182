/* Tables of articles: see table.h. slicer.c and workbook.c stand before it, prepare.c after it. */
#include <config.h>

#include "intake/table.h"

#include "intake/encoding.h"

/* The number of cells without empty ones at the end. */
static size_t filled(const struct text *cells, size_t count) {
    while (count > 0 && text_trim(cells[count - 1]).size == 0)
        count--;
    return count;
}

/* The tables that this program writes have a column for the name of each fact. */
static bool holds_facts(const struct text *headings, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal_ascii_nocase(text_trim(headings[i]), TEXT("fid")))
            return true;
    return false;
}

bool table_begin(struct table *table, const struct text *headings, size_t count,
                 struct arena *arena, struct notes *notes, struct fault *fault) {
    if (holds_facts(headings, count))
        return fault_set(fault, "not_articles", 0,
                         "a table of facts that taklimat wrote (column \"fid\"), not of articles");
    if (!record_columns_tell(headings, count, arena, &table->columns, notes))
        return fault_set(fault, "no_text", 0,
                         "no column holds the text: the first row names none of text, content, "
                         "body, isi");
    table->begun = true;
    table->cells = filled(headings, count);
    for (size_t i = 0; i < table->columns.count; i++) {
        struct record_column column = table->columns.at[i];
        if (column.field == FIELD_TEXT && column.at > table->text_at)
            table->text_at = column.at;
    }
    return true;
}

enum table_row table_read(const struct table *table, const struct text *cells, size_t count,
                          struct arena *arena, struct record *record, struct fault *fault) {
    size_t used = filled(cells, count);
    if (used == 0)
        return TABLE_NOTHING;
    if (used > table->cells) {
        fault_print(fault, arena, "bad_row", 0,
                    "%zu cells, but %zu headings: is a separator in a cell without quotation "
                    "marks?",
                    used, table->cells);
        return TABLE_FAULT;
    }
    return record_read_cells(&table->columns, cells, used, arena, record, fault) ? TABLE_RECORD
                                                                                 : TABLE_FAULT;
}

/* Cells of a CSV row; false, with *fault, if it is damaged. */
static bool split_row(struct table *table, struct text bytes, struct arena *arena,
                      struct fault *fault) {
    struct csv_row *row = &table->row;
    struct csv_reader reader = {.bytes = bytes, .line = 1, .separator = table->separator};
    struct error error = {0};
    if (csv_reader_next(&reader, arena, row, &error)) {
        if (!row->loose)
            return true;
        return fault_set(fault, "bad_row", 0,
                         "text stands behind a closing quotation mark; is a mark inside not "
                         "doubled?");
    }
    return fault_set(fault, "bad_row", 0, reader.refused);
}

enum table_row table_read_csv(struct table *table, struct text bytes, struct arena *arena,
                              struct record *record, struct notes *notes, struct fault *fault) {
    struct text text, converted = {0};
    const struct csv_row *row = &table->row;
    if (!encoding_to_utf8(bytes, arena, &text, &converted, fault) ||
        !split_row(table, text, arena, fault))
        return TABLE_FAULT;
    if (!table->begun)
        return table_begin(table, row->cells, row->count, arena, notes, fault) ? TABLE_NOTHING
                                                                               : TABLE_FAULT;
    bool cut = row->count <= table->text_at + 1 && row->count < table->cells;
    if (cut && filled(row->cells, row->count) > 0) {
        fault_set(fault, "bad_row", 0,
                  "the row ends within or before its text; is a line break in a cell without "
                  "quotation marks?");
        return TABLE_FAULT;
    }
    enum table_row read = table_read(table, row->cells, row->count, arena, record, fault);
    record->converted = converted;
    return read;
}
