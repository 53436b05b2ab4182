/* taklimat report: from files to the PDFs of one month. Before: intake, extract, summary, layout,
 * pdf. After: a reader. */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "cli/briefing.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/editions.h"
#include "cli/editor.h"
#include "cli/house_style.h"
#include "cli/manifest.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/past.h"
#include "cli/period_choice.h"
#include "cli/publish.h"
#include "cli/registers.h"
#include "cli/stream.h"
#include "extract/facts_json.h"
#include "layout/wording.h"
#include "summary/csv.h"
#include "tables/regions.h"

enum {
    OPTION_MONTH,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_BY,
    OPTION_ZONE,
    OPTION_OUT,
    OPTION_TEMPLATE,
    OPTION_PAPER,
    OPTION_ISSUED,
    OPTION_SEPARATOR,
    OPTION_EMPTY,
    OPTION_TOPICS,
    OPTION_THRESHOLD,
    OPTION_REVIEW,
    OPTION_PLAIN,
    OPTION_DECISIONS,
    OPTION_REGISTER,
    OPTION_JOBS
};

static const struct option_spec options[] = {
    [OPTION_MONTH] = {"month", 'm', "YYYY-MM", MONTH_HELP},
    [OPTION_SINCE] = {"since", 0, "YYYY-MM-DD", SINCE_HELP},
    [OPTION_UNTIL] = {"until", 0, "YYYY-MM-DD", UNTIL_HELP},
    [OPTION_BY] = {"by", 0, "DAY", BY_HELP},
    [OPTION_ZONE] = {"zone", 0, "ZONE", ZONE_HELP},
    [OPTION_OUT] = {"out", 'o', "FOLDER", "where the month's folder is put (default: briefing)"},
    [OPTION_TEMPLATE] = {"template", 't', "NAME",
                         "id (Indonesian, the default), en, or the path of a\n"
                         "template"},
    [OPTION_PAPER] = {"paper", 0, "SIZE", PAPER_HELP},
    [OPTION_ISSUED] = {"issued", 0, "YYYY-MM-DD",
                       "date in the masthead (default: the first day after\n"
                       "the month)"},
    [OPTION_SEPARATOR] = {"separator", 0, "CHARACTER",
                          "between the cells of the CSV files: ; (the default,\n"
                          "as Excel in Indonesia expects) or ,"},
    [OPTION_EMPTY] = {"allow-empty", 0, NULL,
                      "publish a briefing of a month without articles, too"},
    [OPTION_TOPICS] = {"topics", 0, "TABLE", TOPICS_HELP},
    [OPTION_THRESHOLD] = {"topic-threshold", 0, "N", THRESHOLD_HELP},
    [OPTION_REVIEW] = {"review", 0, NULL,
                       "list what a person should check, as a section of\n"
                       "the briefings and as review.csv"},
    [OPTION_PLAIN] = {"plain", 0, NULL, PLAIN_HELP},
    [OPTION_DECISIONS] = {"decisions", 0, "FILE", DECISIONS_HELP},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    [OPTION_JOBS] = {"jobs", 'j', "N", JOBS_HELP},
    {0},
};

/* A run under way. */
struct run {
    const struct arguments *arguments;
    struct tables tables;
    struct period period;
    const char *name; /* the period's, as its folder is called */
    struct date issued;
    char separator;
    unsigned jobs;
    struct arena arena;
    struct stream stream;
    struct sink facts, rejects;
    struct buffer line;
    struct summary summary;
    struct finished finished;
    struct editor editor;
    struct house house;
    struct publication publication;
    struct press press;
    struct history history; /* the months before */
    size_t pages;
    struct error error; /* of a piece that could not be written */
};

static bool take_facts(void *context, const struct facts *facts, struct error *error) {
    struct run *run = context;
    summary_add(&run->summary, facts);
    buffer_clear(&run->line);
    facts_write(facts, true, &run->line);
    buffer_char(&run->line, '\n');
    return sink_write(&run->facts, buffer_view(&run->line), error);
}

/* Reads all input; facts.jsonl and rejected.jsonl are written on the way. */
static bool read_articles(struct run *run, struct error *error) {
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
    bool ok = stream_run(&run->stream, run->arguments->files, run->arguments->file_count, error);
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

static bool write_summary(struct run *run, struct error *error) {
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

static bool write_table(struct run *run, const char *name,
                        void (*table)(const struct finished *, char, struct buffer *),
                        struct error *error) {
    buffer_clear(&run->line);
    table(&run->finished, run->separator, &run->line);
    return publication_add(&run->publication, text_of(name), buffer_view(&run->line), error);
}

static bool write_citations(struct run *run, struct error *error) {
    struct note_wording wording = layout_note_wording(run->press.template, run->tables.notes);
    buffer_clear(&run->line);
    csv_citations(&run->finished, &wording, run->separator, &run->line);
    return publication_add(&run->publication, TEXT("citations.csv"), buffer_view(&run->line),
                           error);
}

/* review.csv, where it is asked for. */
static bool write_review(struct run *run, struct error *error) {
    if (!run->arguments->value[OPTION_REVIEW])
        return true;
    buffer_clear(&run->line);
    editor_table(&run->editor, run->press.template, run->tables.notes, run->separator, &run->line);
    return publication_add(&run->publication, TEXT("review.csv"), buffer_view(&run->line), error);
}

static bool write_tables(struct run *run, struct error *error) {
    return write_table(run, "advisories.csv", csv_advisories, error) &&
           write_table(run, "articles.csv", csv_articles, error) && write_citations(run, error) &&
           write_table(run, "officials.csv", csv_officials, error) &&
           write_table(run, "quotes.csv", csv_quotes, error) && write_review(run, error);
}

/* figures.json, for the months that follow; reads those of the months before. */
static bool write_figures(struct run *run, struct error *error) {
    struct month_figures month;
    if (!period_is_month(run->period))
        return true; /* there is nothing that it can be compared with */
    buffer_clear(&run->line);
    past_figures(&run->finished, &run->tables, &run->arena, &month);
    history_write(&month, &run->line);
    past_read(run->publication.out, &month, &run->arena, &run->history);
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
    if (run->arguments->value[OPTION_REVIEW])
        nation.review = &run->editor.review;
    run->press.pdf.plain = run->arguments->value[OPTION_PLAIN] != NULL;
    struct editions editions = {.press = &run->press,
                                .finished = &run->finished,
                                .options = &nation,
                                .publication = &run->publication,
                                .jobs = run->jobs};
    return editions_print(&editions, &run->pages, error);
}

/* True if the newest revision has the same manifest but for its number. */
static bool unchanged(struct run *run, unsigned newest, const char *folder, struct text manifest) {
    struct buffer old = {0}, same = {0};
    struct error ignored = {0};
    buffer_text(&same, manifest);
    manifest_end(newest, &same);
    bool equal =
        newest &&
        file_read(arena_printf(&run->arena, "%s/run.json", folder).data, 0, &old, &ignored) &&
        text_equal(buffer_view(&old), buffer_view(&same));
    buffer_free(&old);
    buffer_free(&same);
    return equal;
}

static bool digest_template(struct run *run, struct text *sha256, struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    size_t size;
    bool ok = file_sha256(run->press.template_path, hex, &size, error);
    *sha256 = arena_copy(&run->arena, text_of(hex));
    return ok;
}

/* Writes run.json and publishes; *folder is where the briefing stands, *again says that it stood
 * there already. */
static bool publish(struct run *run, const char **folder, bool *again, struct error *error) {
    const char *name = run->arguments->value[OPTION_TEMPLATE];
    struct manifest manifest = {.tables = &run->tables,
                                .template_name = text_of(name ? name : "id"),
                                .name = run->name,
                                .period = run->period,
                                .issued = run->issued,
                                .allow_empty = run->arguments->value[OPTION_EMPTY] != NULL,
                                .stream = &run->stream,
                                .finished = &run->finished,
                                .summary = &run->summary,
                                .decided = &run->editor.decided,
                                .house = &run->house,
                                .history = &run->history,
                                .publication = &run->publication};
    if (!digest_template(run, &manifest.template_sha256, error))
        return false;
    buffer_clear(&run->line);
    manifest_write(&manifest, &run->line);
    unsigned newest;
    if (!publication_newest(&run->publication, &newest, folder, error))
        return false;
    *again = unchanged(run, newest, *folder, buffer_view(&run->line));
    if (*again)
        return true;
    manifest_end(newest + 1, &run->line);
    return publication_add(&run->publication, TEXT("run.json"), buffer_view(&run->line), error) &&
           publication_publish(&run->publication, newest + 1, folder, error);
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* "1 region", "2 regions". */
static const char *plural(size_t count) { return count == 1 ? "" : "s"; }

static void tell_result(const struct run *run, const char *folder, bool again,
                        const struct timespec *start) {
    const struct counts *counts = &run->finished.counts;
    size_t repeats = run->summary.duplicates;
    if (repeats)
        message_line(
            "%zu record%s the same publisher, address, title and text as another; counted once",
            repeats, repeats == 1 ? " has" : "s have");
    if (counts->undated)
        message_line("%zu article%s without a month that can be determined, listed as undated",
                     counts->undated, plural(counts->undated));
    message_line(
        "%zu read, %zu accepted, %zu rejected, %zu in the month, %zu region%s, %zu page%s, %.1f s",
        run->stream.accepted + run->stream.rejected, run->stream.accepted, run->stream.rejected,
        counts->articles, counts->regions, plural(counts->regions), run->pages, plural(run->pages),
        seconds_since(start));
    message_line("%s %s", again ? "unchanged:" : "published:", folder);
}

static bool make_briefing(struct run *run, const char **folder, bool *again, struct error *error) {
    return write_tables(run, error) && write_figures(run, error) && print_all(run, error) &&
           publish(run, folder, again, error);
}

/* Everything after the outputs are open. */
static int run_report(struct run *run, const struct timespec *start) {
    struct error error = {0};
    if (!read_articles(run, &error))
        return message_error(&error);
    int verdict = stream_verdict(&run->stream);
    if (verdict != EXIT_DONE)
        return verdict;
    summary_seal(&run->summary);
    if (!write_summary(run, &error))
        return message_error(&error);
    editor_apply(&run->editor, &run->summary, &run->tables);
    finish(&run->summary, &run->tables, &run->finished);
    if (run->arguments->value[OPTION_REVIEW])
        editor_review(&run->editor, &run->finished);
    if (run->finished.counts.articles == 0 && !run->arguments->value[OPTION_EMPTY]) {
        message_line(
            "no article of %s among %zu (%zu outside the month, %zu undated); nothing published",
            run->name, run->stream.accepted, run->finished.counts.outside_period,
            run->finished.counts.undated);
        return EXIT_NO_INPUT;
    }
    const char *folder;
    bool again;
    if (!make_briefing(run, &folder, &again, &error))
        return message_error(&error);
    tell_result(run, folder, again, start);
    return EXIT_DONE;
}

static int check_arguments(struct run *run) {
    const struct arguments *arguments = run->arguments;
    const char *separator = arguments->value[OPTION_SEPARATOR];
    struct period_wish wish = {arguments->value[OPTION_MONTH], arguments->value[OPTION_SINCE],
                               arguments->value[OPTION_UNTIL], arguments->value[OPTION_BY]};
    if (!period_choose(&wish, &run->tables, &run->period))
        return EXIT_BAD_USAGE;
    if (arguments->file_count == 0)
        message_line("no articles were named; give a folder or files, or - for standard input");
    else if (separator && strcmp(separator, ";") != 0 && strcmp(separator, ",") != 0)
        message_line("--separator wants ; or , and not '%s'", separator);
    else if (briefing_issued(arguments->value[OPTION_ISSUED], run->period, &run->issued) &&
             (run->jobs = workers_jobs(arguments->value[OPTION_JOBS])) > 0) {
        run->separator = separator ? separator[0] : ';';
        run->name = period_name(&run->arena, run->period);
        return EXIT_DONE;
    }
    return EXIT_BAD_USAGE;
}

/* Opens what the run writes with and to, runs, and closes it in reverse. */
static int open_and_run(struct run *run) {
    struct timespec start;
    struct error error = {0};
    const char *out = run->arguments->value[OPTION_OUT];
    int code;
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (!press_open(&run->press, run->arguments->value[OPTION_TEMPLATE], &run->house, &error) ||
        !publication_open(&run->publication, out ? out : "briefing", run->name, &error)) {
        code = message_error(&error);
    } else {
        summary_init(&run->summary, run->period, run->tables.version, run->tables.sha256);
        code = run_report(run, &start);
        finished_free(&run->finished);
        summary_free(&run->summary);
        stream_free(&run->stream);
    }
    publication_close(&run->publication);
    press_close(&run->press);
    return code;
}

static int load_and_run(struct run *run) {
    const struct arguments *arguments = run->arguments;
    if (!data_tables(&run->arena, arguments, OPTION_REGISTER, &run->tables))
        return EXIT_CONFIG;
    int code = office_choose_zone(&run->tables, arguments->config, arguments->value[OPTION_ZONE]);
    if (code == EXIT_DONE)
        code = check_arguments(run);
    if (code == EXIT_DONE)
        code = office_load_topics(&run->tables, arguments->config, arguments->value[OPTION_TOPICS],
                                  arguments->value[OPTION_THRESHOLD]);
    if (code == EXIT_DONE)
        code = editor_read(&run->editor, arguments, OPTION_DECISIONS, &run->tables);
    if (code == EXIT_DONE)
        code = open_and_run(run);
    editor_free(&run->editor);
    tables_free(&run->tables);
    return code;
}

static int run(const struct arguments *arguments) {
    struct run run = {.arguments = arguments};
    int code =
        house_style_read(arguments->config, arguments->value[OPTION_PAPER], &run.arena, &run.house);
    if (code == EXIT_DONE)
        code = load_and_run(&run);
    buffer_free(&run.line);
    arena_free(&run.arena);
    return code;
}

const struct command command_report = {
    .name = "report",
    .synopsis = "--month YYYY-MM [OPTION...] FILE...",
    .summary = "articles to the PDF briefings of one month",
    .description =
        "Reads articles (.json, .jsonl, .ndjson, .txt, folders of them, or - for standard input)\n"
        "and publishes the briefing of one month below --out:\n\n"
        "  2024-08/taklimat-2024-08.pdf              the nation\n"
        "  2024-08/19-kepulauan-bangka-belitung.pdf  one a province with news\n"
        "  2024-08/*.csv                             tables for spreadsheets\n"
        "  2024-08/facts.jsonl, summary.json, figures.json, run.json, rejected.jsonl\n\n"
        "A published folder is never changed: when the input has changed, a revision appears\n"
        "beside it (2024-08-r2). A bad record is told, kept in rejected.jsonl and left out; the\n"
        "rest goes on. Articles of other months and undated ones are counted and listed.\n\n"
        "With --review, review.csv lists what a person should check; its columns decision and\n"
        "value filled in, it goes to --decisions of the next run: accept, drop, or correct with\n"
        "field=new value;field=new value (advisory: speaker position text type addressee; quote,\n"
        "statement: speaker position text; citation: type number year; region: region; date:\n"
        "event_date published; article: advertorial off_topic). fid is a fact's name, or the word\n"
        "article, region or date beside the article's id. A wrong row stops the run; a fact that\n"
        "is gone is a warning.",
    .example = "  taklimat report --month 2024-08 inbox/",
    .options = options,
    .run = run,
};
