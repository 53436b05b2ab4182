/* taklimat report: from files to the PDFs of one month; what it is asked for. Before: the command
 * line and the configuration. After: report_run.c. */
#include <config.h>

#include <string.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/house_style.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/period_choice.h"
#include "cli/registers.h"
#include "cli/report_run.h"
#include "cli/workers.h"

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
    [OPTION_OUT] = {"out", 'o', "FOLDER",
                    N_("where the month's folder is put (default: that of the\n"
                       "configuration, else briefing)")},
    [OPTION_TEMPLATE] = {"template", 't', "NAME", TEMPLATE_HELP},
    [OPTION_PAPER] = {"paper", 0, "SIZE", PAPER_HELP},
    [OPTION_ISSUED] = {"issued", 0, "YYYY-MM-DD",
                       N_("date in the masthead (default: the first day after\n"
                          "the month)")},
    [OPTION_SEPARATOR] = {"separator", 0, "CHARACTER",
                          N_("between the cells of the CSV files: ; (as Excel in\n"
                             "Indonesia expects) or , (default: that of the\n"
                             "configuration, else ;)")},
    [OPTION_EMPTY] = {"allow-empty", 0, NULL,
                      N_("publish a briefing of a month without articles, too")},
    [OPTION_TOPICS] = {"topics", 0, "TABLE", TOPICS_HELP},
    [OPTION_THRESHOLD] = {"topic-threshold", 0, "N", THRESHOLD_HELP},
    [OPTION_REVIEW] = {"review", 0, NULL,
                       N_("list what a person should check, as a section of\n"
                          "the briefings and as review.csv")},
    [OPTION_PLAIN] = {"plain", 0, NULL, PLAIN_HELP},
    [OPTION_DECISIONS] = {"decisions", 0, "FILE", DECISIONS_HELP},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    [OPTION_JOBS] = {"jobs", 'j', "N", JOBS_HELP},
    {0},
};

static int check_arguments(const struct arguments *arguments, struct run *run) {
    const struct config *config = arguments->config;
    const char *separator = arguments->value[OPTION_SEPARATOR];
    struct period_wish wish = {arguments->value[OPTION_MONTH], arguments->value[OPTION_SINCE],
                               arguments->value[OPTION_UNTIL],
                               config_choose(arguments->value[OPTION_BY], config, CONFIG_BY)};
    if (!period_choose(&wish, &run->tables, &run->period))
        return EXIT_BAD_USAGE;
    if (run->path_count == 0)
        message_line("no articles were named; give a folder or files, - for standard input, or "
                     "'inbox' in the configuration");
    else if (separator && strcmp(separator, ";") != 0 && strcmp(separator, ",") != 0)
        message_line("--separator wants ; or , and not '%s'", separator);
    else if (briefing_issued(arguments->value[OPTION_ISSUED], run->period, &run->issued) &&
             (run->jobs = workers_jobs(
                  config_choose(arguments->value[OPTION_JOBS], config, CONFIG_JOBS))) > 0) {
        run->separator = office_separator(config, separator);
        run->name = period_name(&run->arena, run->period);
        return EXIT_DONE;
    }
    return EXIT_BAD_USAGE;
}

static int load_and_run(const struct arguments *arguments, struct run *run) {
    if (!data_tables(&run->arena, arguments, OPTION_REGISTER, &run->tables))
        return EXIT_CONFIG;
    int code = office_choose_zone(&run->tables, arguments->config, arguments->value[OPTION_ZONE]);
    if (code == EXIT_DONE)
        code = check_arguments(arguments, run);
    if (code == EXIT_DONE)
        code = office_load_topics(&run->tables, arguments->config, arguments->value[OPTION_TOPICS],
                                  arguments->value[OPTION_THRESHOLD]);
    if (code == EXIT_DONE)
        code = editor_read(&run->editor, arguments, OPTION_DECISIONS, &run->tables);
    if (code == EXIT_DONE)
        code = report_run(run);
    editor_free(&run->editor);
    tables_free(&run->tables);
    return code;
}

static int run(const struct arguments *arguments) {
    const char *const *value = arguments->value;
    const struct config *config = arguments->config;
    struct run run = {.out = office_out(config, value[OPTION_OUT]),
                      .template = config_choose(value[OPTION_TEMPLATE], config, CONFIG_TEMPLATE),
                      .recipients = config_choose(NULL, config, CONFIG_RECIPIENTS),
                      .allow_empty = config_wants(value[OPTION_EMPTY], config, CONFIG_ALLOW_EMPTY),
                      .review = value[OPTION_REVIEW] != NULL,
                      .plain = config_wants(value[OPTION_PLAIN], config, CONFIG_PLAIN),
                      .edited = value[OPTION_DECISIONS] != NULL};
    office_articles(arguments, &run.arena, &run.paths, &run.path_count);
    int code = house_style_read(config, value[OPTION_PAPER], &run.arena, &run.house);
    if (code == EXIT_DONE)
        code = load_and_run(arguments, &run);
    buffer_free(&run.line);
    arena_free(&run.arena);
    return code;
}

const struct command command_report = {
    .name = "report",
    .synopsis = "--month YYYY-MM [OPTION...] [FILE...]",
    .summary = N_("articles to the PDF briefings of one month"),
    .description = N_(
        "Reads articles (.json, .jsonl, .ndjson, .txt, .html, .htm, .csv, .xlsx, .docx, folders "
        "of\n"
        "them, or - for standard input) and publishes the briefing of one month below --out:\n\n"
        "  2024-08/taklimat-2024-08.pdf              the nation\n"
        "  2024-08/19-kepulauan-bangka-belitung.pdf  one a province with news\n"
        "  2024-08/ringkasan.txt                     the nation on one screen, for a messenger\n"
        "  2024-08/19-kepulauan-bangka-belitung.txt  likewise, beside each PDF of a province\n"
        "  2024-08/*.csv, taklimat-2024-08.xlsx      tables for spreadsheets\n"
        "  2024-08/facts.jsonl, summary.json, figures.json, run.json, rejected.jsonl\n\n"
        "A published folder is never changed: when the input has changed, a revision appears\n"
        "beside it (2024-08-r2). A bad record is told, kept in rejected.jsonl and left out; the\n"
        "rest goes on. Articles of other months and undated ones are counted and listed. Without\n"
        "FILE, what the configuration calls the inbox is read.\n\n"
        "With --review, review.csv lists what a person should check; its columns decision and\n"
        "value filled in, it goes to --decisions of the next run: accept, drop, or correct with\n"
        "field=new value;field=new value (advisory: speaker position text type addressee; quote,\n"
        "statement: speaker position text; citation: type number year; region: region; date:\n"
        "event_date published; article: advertorial off_topic). fid is a fact's name, or the word\n"
        "article, region or date beside the article's id. A wrong row stops the run; a fact that\n"
        "is gone is a warning."),
    .example = "  taklimat report --month 2024-08 inbox/",
    .options = options,
    .unattended = true,
    .run = run,
};
