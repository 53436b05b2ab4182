/* The tables of a run: see report_tables.h. Before: report_outputs.c. */
#include <config.h>

#include "cli/report_tables.h"

#include "base/file.h"
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

static void tell_losses(const struct outcome *losses) {
    if (losses->cut)
        message_warning(
            translate_count("%zu cell is longer than a workbook takes and is cut there; the "
                            "CSV tables hold it whole",
                            "%zu cells are longer than a workbook takes and are cut there; "
                            "the CSV tables hold them whole",
                            losses->cut),
            losses->cut);
    if (losses->left_out)
        message_warning(
            translate_count("%zu row is more than a workbook takes and is left out there; "
                            "the CSV tables hold it",
                            "%zu rows are more than a workbook takes and are left out "
                            "there; the CSV tables hold them",
                            losses->left_out),
            losses->left_out);
}

static struct text workbook_name(struct run *run) {
    const struct briefing_id nation = {TEXT(""), TEXT(""), TEXT("")};
    return briefing_file_name(&run->arena, run->period, &nation, ".xlsx");
}

void report_tables_workbook(void *context, size_t number, struct outcome *outcome) {
    struct run *run = context;
    const char *title = arena_printf(&run->arena, "taklimat %s", run->name).data;
    const char *path = publication_path(&run->publication, workbook_name(run));
    struct spreadsheet_losses losses = {0};
    (void)number;
    struct spreadsheet *workbook =
        spreadsheet_open(run->publication.staging, title, run->issued, &outcome->error);
    if (!workbook)
        return;
    for (size_t i = 0; i < table_count_of(run); i++)
        tables[i].put(run, spreadsheet_sheet(workbook, tables[i].name));
    buffer_clear(&run->line);
    if (!spreadsheet_close(workbook, &run->line, &losses, &outcome->error))
        error_at(&outcome->error, path, 0);
    else
        file_write(path, buffer_view(&run->line), &outcome->error);
    outcome->cut = losses.cut;
    outcome->left_out = losses.rows;
}

bool report_tables_list(struct run *run, const struct outcome *outcome, struct error *error) {
    tell_losses(outcome);
    return publication_list(&run->publication, workbook_name(run), error);
}
