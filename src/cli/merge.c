/* taklimat merge: facts and summaries in, one summary out. Before: extract, on one machine or many.
 * After: render. */
#include <config.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/facts_files.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/period_choice.h"
#include "cli/registers.h"
#include "cli/sink.h"
#include "summary/summary.h"

enum {
    OPTION_MONTH,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_BY,
    OPTION_ZONE,
    OPTION_OUTPUT,
    OPTION_REGISTER
};

static const struct option_spec options[] = {
    [OPTION_MONTH] = {"month", 'm', "YYYY-MM", MONTH_HELP},
    [OPTION_SINCE] = {"since", 0, "YYYY-MM-DD", SINCE_HELP},
    [OPTION_UNTIL] = {"until", 0, "YYYY-MM-DD", UNTIL_HELP},
    [OPTION_BY] = {"by", 0, "DAY", BY_HELP},
    [OPTION_ZONE] = {"zone", 0, "ZONE", ZONE_HELP},
    [OPTION_OUTPUT] = {"output", 'o', "FILE",
                       N_("where the summary goes (default: standard output)")},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    {0},
};

/* An open output, and why writing to it failed. */
struct target {
    struct sink sink;
    struct error *error;
};

static bool write_piece(void *context, struct text piece) {
    struct target *target = context;
    return sink_write(&target->sink, piece, target->error);
}

static bool write_summary(const struct summary *summary, const char *path, struct error *error) {
    struct target target = {.error = error};
    if (!sink_open(&target.sink, path, error))
        return false;
    if (summary_stream(summary, write_piece, &target))
        return sink_commit(&target.sink, error);
    sink_abort(&target.sink);
    return false;
}

static int merge_files(const struct arguments *arguments, struct period period,
                       const struct tables *tables) {
    struct summary summary;
    struct error error = {0};
    struct facts_files files = {0};
    summary_init(&summary, period, tables->version, tables->sha256);
    bool ok = facts_files_read(&files, arguments->files, arguments->file_count, &summary, &error);
    int code = EXIT_DONE;
    if (ok)
        code = facts_files_verdict(&files);
    if (ok && code == EXIT_DONE) {
        summary_seal(&summary);
        ok = write_summary(&summary, arguments->value[OPTION_OUTPUT], &error);
    }
    if (!ok)
        code = message_error(&error);
    summary_free(&summary);
    return code;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct tables tables;
    struct period period = {.from = {0}};
    struct period_wish wish = {arguments->value[OPTION_MONTH], arguments->value[OPTION_SINCE],
                               arguments->value[OPTION_UNTIL], arguments->value[OPTION_BY]};
    if (period_wished(&wish)) /* the configuration's rule alone asks for no month */
        wish.by = config_choose(wish.by, arguments->config, CONFIG_BY);
    int code = EXIT_CONFIG;
    if (data_tables(&arena, arguments, OPTION_REGISTER, &tables)) {
        code = office_choose_zone(&tables, arguments->config, arguments->value[OPTION_ZONE]);
        if (code == EXIT_DONE && period_wished(&wish) && !period_choose(&wish, &tables, &period))
            code = EXIT_BAD_USAGE;
        if (code == EXIT_DONE)
            code = merge_files(arguments, period, &tables);
        tables_free(&tables);
    }
    arena_free(&arena);
    return code;
}

const struct command command_merge = {
    .name = "merge",
    .synopsis = "[OPTION...] [FILE...]",
    .summary = N_("facts or summaries to one summary"),
    .description = N_(
        "Reads facts (as 'taklimat extract' writes them) and summaries, in any order, shards and\n"
        "nesting, and writes one summary: the same articles give the same bytes. An article that\n"
        "is there twice counts once. Without FILE, or for -, standard input is read."),
    .example = "  taklimat merge --month 2024-08 shard-*.jsonl >summary.json",
    .options = options,
    .run = run,
};
