/* taklimat extract: articles in, facts out, one JSON object a line. Before: intake, extract. After:
 * merge, or any tool that reads JSON lines. */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/data.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/stream.h"
#include "extract/facts_json.h"

enum { OPTION_OUTPUT, OPTION_REJECTS, OPTION_TOPICS, OPTION_THRESHOLD };

static const struct option_spec options[] = {
    [OPTION_OUTPUT] = {"output", 'o', "FILE", "where the facts go (default: standard output)"},
    [OPTION_REJECTS] = {"rejects", 0, "FILE", "where rejected records go, with the reason"},
    [OPTION_TOPICS] = {"topics", 0, "TABLE", TOPICS_HELP},
    [OPTION_THRESHOLD] = {"topic-threshold", 0, "N", THRESHOLD_HELP},
    {0},
};

struct writer {
    struct sink *sink;
    struct buffer line;
};

static bool write_facts(void *context, const struct facts *facts, struct error *error) {
    struct writer *writer = context;
    buffer_clear(&writer->line);
    facts_write(facts, true, &writer->line);
    buffer_char(&writer->line, '\n');
    return sink_write(writer->sink, buffer_view(&writer->line), error);
}

static bool extract_into(struct stream *stream, const struct arguments *arguments,
                         struct sink *sink, struct error *error) {
    static const char *const standard_input[] = {"-"};
    struct writer writer = {.sink = sink};
    stream->accept = write_facts;
    stream->context = &writer;
    bool none = arguments->file_count == 0;
    bool ok = stream_run(stream, none ? standard_input : arguments->files,
                         none ? 1 : arguments->file_count, error);
    buffer_free(&writer.line);
    return ok;
}

/* Runs with both sinks open and closes them. */
static bool run_with_sinks(struct stream *stream, const struct arguments *arguments,
                           struct error *error) {
    struct sink facts, rejects;
    const char *rejects_path = arguments->value[OPTION_REJECTS];
    if (!sink_open(&facts, arguments->value[OPTION_OUTPUT], error))
        return false;
    if (rejects_path && !sink_open(&rejects, rejects_path, error)) {
        sink_abort(&facts);
        return false;
    }
    stream->rejects = rejects_path ? &rejects : NULL;
    bool ok = extract_into(stream, arguments, &facts, error);
    if (rejects_path && ok)
        ok = sink_commit(&rejects, error);
    else if (rejects_path)
        sink_abort(&rejects);
    if (ok)
        return sink_commit(&facts, error);
    sink_abort(&facts);
    return false;
}

/* Two outputs of one name would overwrite each other. */
static bool outputs_differ(const struct arguments *arguments) {
    const char *facts = arguments->value[OPTION_OUTPUT],
               *rejects = arguments->value[OPTION_REJECTS];
    if (!rejects || strcmp(facts ? facts : "-", rejects) != 0)
        return true;
    message_line("--output and --rejects name the same file");
    return false;
}

static int run_with_tables(const struct tables *tables, const struct arguments *arguments) {
    struct stream stream = {.tables = tables, .no_digests = true};
    struct error error = {0};
    bool ok = run_with_sinks(&stream, arguments, &error);
    int code = ok ? stream_verdict(&stream) : message_error(&error);
    if (ok && stream.rejected)
        message_line("%zu records read, %zu accepted, %zu rejected",
                     stream.accepted + stream.rejected, stream.accepted, stream.rejected);
    stream_free(&stream);
    return code;
}

static int run(const struct arguments *arguments) {
    if (!outputs_differ(arguments))
        return EXIT_BAD_USAGE;
    struct arena arena = {0};
    struct tables tables;
    int code = EXIT_CONFIG;
    if (data_tables(&arena, &tables)) {
        code = office_load_topics(&tables, arguments->config, arguments->value[OPTION_TOPICS],
                                  arguments->value[OPTION_THRESHOLD]);
        if (code == EXIT_DONE)
            code = run_with_tables(&tables, arguments);
        tables_free(&tables);
    }
    arena_free(&arena);
    return code;
}

const struct command command_extract = {
    .name = "extract",
    .synopsis = "[OPTION...] [FILE...]",
    .summary = "articles to facts, one JSON object a line",
    .description =
        "Reads articles (.json, .jsonl, .ndjson, .txt, folders of them; without FILE, or for -,\n"
        "standard input) and writes what each says, who said it and where, one JSON object a\n"
        "line, in the format facts/1. A bad record is told and left out; the rest goes on.",
    .example = "  taklimat extract --rejects bad.jsonl inbox/ >facts.jsonl",
    .options = options,
    .run = run,
};
