/* The tables of a run: see report_tables.h. Before: report_outputs.c. */
#include <config.h>

#include "cli/report_tables.h"

#include "base/translate.h"
#include "cli/message.h"
#include "cli/spreadsheet.h"
#include "summary/csv_cells.h"
#include "summary/month_tables.h"

static void put_advisories(struct run *run, struct table_sink *table) {
    month_advisories(&run->finished, table);
}

static void put_articles(struct run *run, struct table_sink *table) {
    month_articles(&run->finished, table);
}

static void put_citations(struct run *run, struct table_sink *table) {
    struct note_wording wording = layout_note_wording(run->press.template, run->tables.notes);
    month_citations(&run->finished, &wording, table);
}

static void put_officials(struct run *run, struct table_sink *table) {
    month_officials(&run->finished, table);
}

static void put_quotes(struct run *run, struct table_sink *table) {
    month_quotes(&run->finished, table);
}

static void put_review(struct run *run, struct table_sink *table) {
    editor_table(&run->editor, run->press.template, run->tables.notes, table);
}

/* In the order in which run.json lists them; the last one only where it is asked for. */
static const struct {
    const char *name;
    void (*put)(struct run *run, struct table_sink *table);
} tables[] = {{"advisories", put_advisories}, {"articles", put_articles},
              {"citations", put_citations},   {"officials", put_officials},
              {"quotes", put_quotes},         {"review", put_review}};

static size_t table_count_of(const struct run *run) {
    return sizeof tables / sizeof *tables - !run->review;
}

bool report_tables_csv(struct run *run, struct error *error) {
    bool ok = true;
    for (size_t i = 0; ok && i < table_count_of(run); i++) {
        struct csv csv = csv_open(&run->line, run->separator);
        struct text name = arena_printf(&run->arena, "%s.csv", tables[i].name);
        buffer_clear(&run->line);
        tables[i].put(run, &csv.sink);
        ok = publication_add(&run->publication, name, buffer_view(&run->line), error);
    }
    return ok;
}

static void tell_losses(const struct spreadsheet_losses *losses) {
    if (losses->cut)
        message_warning(
            translate_count("%zu cell is longer than a workbook takes and is cut there; the "
                            "CSV tables hold it whole",
                            "%zu cells are longer than a workbook takes and are cut there; "
                            "the CSV tables hold them whole",
                            losses->cut),
            losses->cut);
    if (losses->rows)
        message_warning(
            translate_count("%zu row is more than a workbook takes and is left out there; "
                            "the CSV tables hold it",
                            "%zu rows are more than a workbook takes and are left out "
                            "there; the CSV tables hold them",
                            losses->rows),
            losses->rows);
}

bool report_tables_workbook(struct run *run, struct error *error) {
    const struct briefing_id nation = {TEXT(""), TEXT(""), TEXT("")};
    struct text name = briefing_file_name(&run->arena, run->period, &nation, ".xlsx");
    const char *title = arena_printf(&run->arena, "taklimat %s", run->name).data;
    struct spreadsheet_losses losses;
    if (!spreadsheet_is_there()) {
        message_warning(
            "built without libxlsxwriter or libzip: the tables are written as CSV only");
        return true;
    }
    struct spreadsheet *workbook =
        spreadsheet_open(run->publication.staging, title, run->issued, error);
    if (!workbook)
        return false;
    for (size_t i = 0; i < table_count_of(run); i++)
        tables[i].put(run, spreadsheet_sheet(workbook, tables[i].name));
    buffer_clear(&run->line);
    if (!spreadsheet_close(workbook, &run->line, &losses, error)) {
        error_at(error, publication_path(&run->publication, name), 0);
        return false;
    }
    tell_losses(&losses);
    return publication_add(&run->publication, name, buffer_view(&run->line), error);
}
