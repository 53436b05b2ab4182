/* The files of a run: see report_run.h. Before: report_run.c. After: publish.c lists them. */
#include <config.h>

#include "base/buffer.h"
#include "cli/editions.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/past.h"
#include "cli/report_run.h"
#include "cli/report_tables.h"
#include "cli/spreadsheet.h"
#include "extract/facts_json.h"
#include "layout/wording.h"

static bool take_facts(void *context, const struct facts *facts, struct error *error) {
    struct run *run = context;
    summary_add(&run->summary, facts);
    buffer_clear(&run->line);
    facts_write(facts, true, &run->line);
    buffer_char(&run->line, '\n');
    return sink_write(&run->facts, buffer_view(&run->line), error);
}

bool outputs_read(struct run *run, struct error *error) {
    const char *facts_path = publication_path(&run->publication, TEXT("facts.jsonl"));
    const char *rejects_path = publication_path(&run->publication, TEXT("rejected.jsonl"));
    if (!sink_open(&run->facts, facts_path, error))
        return false;
    if (!sink_open(&run->rejects, rejects_path, error)) {
        sink_abort(&run->facts);
        return false;
    }
    run->stream = (struct stream){
        .tables = &run->tables, .rejects = &run->rejects, .accept = take_facts, .context = run};
    bool ok = stream_run(&run->stream, run->paths, run->path_count, error);
    if (!ok) {
        sink_abort(&run->facts);
        sink_abort(&run->rejects);
        return false;
    }
    ok = sink_commit(&run->facts, error);
    ok = sink_commit(&run->rejects, error) && ok;
    return ok && publication_list(&run->publication, TEXT("facts.jsonl"), error) &&
           publication_list(&run->publication, TEXT("rejected.jsonl"), error);
}

static bool stream_piece(void *context, struct text piece) {
    struct run *run = context;
    return sink_write(&run->facts, piece, &run->error);
}

bool outputs_summary(struct run *run, struct error *error) {
    const char *path = publication_path(&run->publication, TEXT("summary.json"));
    if (!sink_open(&run->facts, path, error))
        return false;
    if (!summary_stream(&run->summary, stream_piece, run)) {
        sink_abort(&run->facts);
        *error = run->error;
        return false;
    }
    return sink_commit(&run->facts, error) &&
           publication_list(&run->publication, TEXT("summary.json"), error);
}

/* figures.json, for the months that follow. */
static bool write_figures(struct run *run, struct error *error) {
    struct month_figures month;
    if (!period_is_month(run->period))
        return true; /* there is nothing that it can be compared with */
    buffer_clear(&run->line);
    past_figures(&run->finished, &run->tables, &run->arena, &month);
    history_write(&month, &run->line);
    return publication_add(&run->publication, TEXT("figures.json"), buffer_view(&run->line), error);
}

static bool print_all(struct run *run, struct error *error) {
    struct briefing_options nation = {.region = TEXT(""),
                                      .issued = run->issued,
                                      .house = &run->house,
                                      .program = TEXT("taklimat " PACKAGE_VERSION),
                                      .zone = office_zone(&run->tables, run->period.zone),
                                      .tables_version = run->tables.version,
                                      .tiles = run->tables.tiles,
                                      .topics = run->tables.topics,
                                      .regions = run->tables.regions,
                                      .glossary = run->tables.glossary,
                                      .history = &run->history,
                                      .decided = run->editor.decided.count,
                                      .tables_date = run->tables.date,
                                      .tables_added = run->tables.added_count,
                                      .read = run->stream.accepted + run->stream.rejected,
                                      .accepted = run->stream.accepted,
                                      .rejected = run->stream.rejected};
    if (run->review)
        nation.review = &run->editor.review;
    if (run->newest)
        nation.addendum = &run->revision.addendum;
    run->press.pdf.plain = run->plain;
    struct editions editions = {.press = &run->press,
                                .other_press = &run->other_press,
                                .mailed = &run->mailed,
                                .finished = &run->finished,
                                .options = &nation,
                                .publication = &run->publication,
                                .jobs = run->jobs};
    if (!spreadsheet_is_there())
        message_warning(
            "built without libxlsxwriter or libzip: the tables are written as CSV only");
    else
        editions.beside = report_tables_workbook;
    editions.beside_context = run;
    return editions_print(&editions, &run->pages, error) &&
           (!editions.beside || report_tables_list(run, &editions.beside_outcome, error));
}

bool outputs_write(struct run *run, struct error *error) {
    return report_tables_csv(run, error) && write_figures(run, error) && print_all(run, error);
}
