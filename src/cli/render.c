/* taklimat render: a summary in, PDFs out. Before: merge. After: a reader. */
#include <config.h>

#include <sys/stat.h>

#include "base/translate.h"
#include "cli/briefing.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/editor.h"
#include "cli/facts_files.h"
#include "cli/house_style.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/past.h"
#include "cli/registers.h"
#include "cli/sink.h"
#include "layout/wording.h"
#include "summary/csv_cells.h"
#include "tables/regions.h"

enum {
    OPTION_OUTPUT,
    OPTION_REGION,
    OPTION_TEMPLATE,
    OPTION_PAPER,
    OPTION_ISSUED,
    OPTION_DUMP,
    OPTION_REVIEW,
    OPTION_PLAIN,
    OPTION_DECISIONS,
    OPTION_REGISTER,
    OPTION_HISTORY
};

static const struct option_spec options[] = {
    [OPTION_OUTPUT] = {"output", 'o', "FILE", N_("where the PDF goes (default: standard output)")},
    [OPTION_REGION] = {"region", 'r', "CODE",
                       N_("one province (19) or one region (19.06), or its name\n"
                          "(default: the nation)")},
    [OPTION_TEMPLATE] = {"template", 't', "NAME", TEMPLATE_HELP},
    [OPTION_PAPER] = {"paper", 0, "SIZE", PAPER_HELP},
    [OPTION_ISSUED] = {"issued", 0, "YYYY-MM-DD",
                       N_("date in the masthead (default: the first day after\n"
                          "the month)")},
    [OPTION_DUMP] = {"dump", 0, "WHAT",
                     N_("instead of a PDF: finished, the finished view as\n"
                        "JSON, or review, what should be checked as CSV")},
    [OPTION_REVIEW] = {"review", 0, NULL, N_("with a section of what a person should check")},
    [OPTION_PLAIN] = {"plain", 0, NULL, PLAIN_HELP},
    [OPTION_DECISIONS] = {"decisions", 0, "FILE", DECISIONS_HELP},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    [OPTION_HISTORY] = {"history", 0, "FOLDER",
                        N_("with the change and trend since the months that\n"
                           "'report --out FOLDER' published there")},
    {0},
};

/* What one run renders. */
struct job {
    const struct arguments *arguments;
    struct arena *arena;  /* of the run */
    const char *template; /* its name or path; NULL: Indonesian */
    char separator;       /* of tables */
    struct house house;
    const struct tables *tables;
    struct briefing_options briefing;
    struct finished finished;
    struct editor editor;
    struct history history;
};

static bool dumps(const struct job *job, const char *what) {
    return text_is(text_of(job->arguments->value[OPTION_DUMP]), what);
}

static bool make_review(struct job *job, struct buffer *out, struct error *error) {
    struct press press;
    if (!press_open(&press, job->template, &job->house, error))
        return false;
    struct csv csv = csv_open(out, job->separator);
    editor_table(&job->editor, press.template, job->tables->notes, &csv.sink);
    press_close(&press);
    return true;
}

static bool make_pdf(struct job *job, struct buffer *out, struct error *error) {
    struct press press;
    struct outcome outcome = {0};
    if (!press_open(&press, job->template, &job->house, error))
        return false;
    press.pdf.plain =
        config_wants(job->arguments->value[OPTION_PLAIN], job->arguments->config, CONFIG_PLAIN);
    bool ok = press_print(&press, &job->finished, &job->briefing, out, NULL, &outcome);
    if (ok)
        press_tell(&outcome);
    else
        *error = outcome.error;
    press_close(&press);
    return ok;
}

static bool write_result(struct job *job, struct error *error) {
    struct buffer out = {0};
    struct sink sink;
    bool ok = true;
    if (dumps(job, "finished"))
        finished_dump(&job->finished, &out);
    else if (dumps(job, "review"))
        ok = make_review(job, &out, error);
    else
        ok = make_pdf(job, &out, error);
    if (ok && sink_open(&sink, job->arguments->value[OPTION_OUTPUT], error)) {
        ok = sink_write(&sink, buffer_view(&out), error);
        if (ok)
            ok = sink_commit(&sink, error);
        else
            sink_abort(&sink);
    } else {
        ok = false;
    }
    buffer_free(&out);
    return ok;
}

/* Options that can be wrong in themselves are looked at before anything is read. */
static int check_options(struct job *job) {
    const char *region = job->arguments->value[OPTION_REGION];
    const char *dump = job->arguments->value[OPTION_DUMP];
    if (dump && !dumps(job, "finished") && !dumps(job, "review")) {
        message_line("--dump knows 'finished' and 'review', not '%s'", dump);
        return EXIT_BAD_USAGE;
    }
    if (!region)
        return EXIT_DONE;
    const struct region *found = regions_find(job->tables->regions, text_of(region));
    if (!found) {
        message_line("'%s' is no region's code or name", region);
        return EXIT_BAD_USAGE;
    }
    job->briefing.region = found->code;
    job->briefing.region_name = found->name;
    return EXIT_DONE;
}

/* Reads the months before the summary's; false, with a message, where it is not of one month. */
static bool read_history(struct job *job) {
    const char *folder = job->arguments->value[OPTION_HISTORY];
    struct month_figures month;
    struct stat status;
    if (!folder)
        return true;
    if (stat(folder, &status) != 0 || !S_ISDIR(status.st_mode)) {
        message_line("--history wants a folder of published months, not '%s'", folder);
        return false;
    }
    if (!period_is_month(job->finished.period)) {
        message_line("--history wants a summary of one calendar month");
        return false;
    }
    past_figures(&job->finished, job->tables, job->arena, &month);
    past_read(folder, &month, job->arena, &job->history);
    job->briefing.history = &job->history;
    return true;
}

static int render_summary(struct job *job, struct summary *summary) {
    struct error error = {0};
    if (!briefing_issued(job->arguments->value[OPTION_ISSUED], summary->period,
                         &job->briefing.issued))
        return EXIT_BAD_USAGE;
    editor_apply(&job->editor, summary, job->tables);
    finish(summary, job->tables, &job->finished);
    if (job->arguments->value[OPTION_REVIEW] || dumps(job, "review"))
        editor_review(&job->editor, &job->finished);
    job->briefing.house = &job->house;
    job->briefing.zone = office_zone(job->tables, summary->period.zone);
    job->briefing.decided = job->editor.decided.count;
    if (job->arguments->value[OPTION_REVIEW])
        job->briefing.review = &job->editor.review;
    int code = EXIT_BAD_USAGE;
    if (read_history(job))
        code = write_result(job, &error) ? EXIT_DONE : message_error(&error);
    finished_free(&job->finished);
    return code;
}

static int read_and_render(struct job *job) {
    struct summary summary;
    struct error error = {0};
    struct facts_files files = {0};
    int code = check_options(job);
    if (code == EXIT_DONE)
        code = house_style_read(job->arguments->config, job->arguments->value[OPTION_PAPER],
                                job->arena, &job->house);
    if (code == EXIT_DONE)
        code = editor_read(&job->editor, job->arguments, OPTION_DECISIONS, job->tables);
    if (code != EXIT_DONE)
        return code;
    summary_init(&summary, (struct period){.from = {0}}, job->tables->version, job->tables->sha256);
    if (!facts_files_read(&files, job->arguments->files, job->arguments->file_count, &summary,
                          &error))
        code = message_error(&error);
    else
        code = facts_files_verdict(&files);
    if (code == EXIT_DONE) {
        summary_seal(&summary);
        code = render_summary(job, &summary);
    }
    summary_free(&summary);
    return code;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct tables tables;
    int code = EXIT_CONFIG;
    const struct config *config = arguments->config;
    if (data_tables(&arena, arguments, OPTION_REGISTER, &tables)) {
        struct job job = {.arguments = arguments, .tables = &tables, .arena = &arena};
        job.template = config_choose(arguments->value[OPTION_TEMPLATE], config, CONFIG_TEMPLATE);
        job.separator = office_separator(config, NULL);
        job.briefing.region = TEXT("");
        job.briefing.program = TEXT("taklimat " PACKAGE_VERSION);
        job.briefing.tables_version = tables.version;
        job.briefing.tiles = tables.tiles;
        job.briefing.topics = tables.topics;
        job.briefing.glossary = tables.glossary;
        job.briefing.regions = tables.regions;
        job.briefing.tables_date = tables.date;
        job.briefing.tables_added = tables.added_count;
        code = read_and_render(&job);
        editor_free(&job.editor);
        tables_free(&tables);
    }
    arena_free(&arena);
    return code;
}

const struct command command_render = {
    .name = "render",
    .synopsis = "[OPTION...] [SUMMARY]",
    .summary = N_("a summary to a PDF briefing"),
    .description = N_(
        "Reads a summary (as 'taklimat merge' writes it; without SUMMARY, or for -, from standard\n"
        "input) and sets the briefing of the nation, or of one province or region, as a PDF."),
    .example = "  taklimat render --region 19 --output babel.pdf summary.json",
    .options = options,
    .run = run,
};
