/* taklimat extract: articles in, facts out, one JSON object a line. Before: intake, extract. After:
 * merge, or any tool that reads JSON lines. */
#include <config.h>

#include <string.h>

#include "base/translate.h"
#include "cli/briefing.h"
#include "cli/citation_list.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/registers.h"
#include "cli/stream.h"
#include "extract/facts_json.h"
#include "summary/csv_cells.h"

enum {
    OPTION_OUTPUT,
    OPTION_REJECTS,
    OPTION_CITATIONS,
    OPTION_TEMPLATE,
    OPTION_TOPICS,
    OPTION_THRESHOLD,
    OPTION_ZONE,
    OPTION_REGISTER
};

static const struct option_spec options[] = {
    [OPTION_OUTPUT] = {"output", 'o', "FILE", N_("where the facts go (default: standard output)")},
    [OPTION_REJECTS] = {"rejects", 0, "FILE", N_("where rejected records go, with the reason")},
    [OPTION_CITATIONS] = {"citations", 0, "FILE",
                          N_("a table (CSV) of every citation with what it means, its\n"
                             "verdict, the flags about it and the words around it")},
    [OPTION_TEMPLATE] = {"template", 't', "NAME",
                         N_("whose language and dates the notes in --citations\n"
                            "have: id (Indonesian), en, or the path of a template\n"
                            "(default: that of the configuration, else id)")},
    [OPTION_TOPICS] = {"topics", 0, "TABLE", TOPICS_HELP},
    [OPTION_THRESHOLD] = {"topic-threshold", 0, "N", THRESHOLD_HELP},
    [OPTION_ZONE] = {"zone", 0, "ZONE", ZONE_HELP},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    {0},
};

/* Where things go; the last two are NULL where nothing is asked for. */
struct outputs {
    struct sink *facts, *rejects, *citations;
};

struct writer {
    struct outputs outputs;
    struct note_wording wording; /* of notes in the table of citations */
    char separator;              /* of its cells */
    struct buffer line, scratch;
};

static bool write_facts(void *context, const struct facts *facts, struct error *error) {
    struct writer *writer = context;
    buffer_clear(&writer->line);
    facts_write(facts, true, &writer->line);
    buffer_char(&writer->line, '\n');
    if (!sink_write(writer->outputs.facts, buffer_view(&writer->line), error))
        return false;
    if (!writer->outputs.citations || facts->citation_count == 0)
        return true;
    buffer_clear(&writer->line);
    struct csv csv = csv_open(&writer->line, writer->separator);
    citation_list_add(&csv.sink, facts, &writer->wording, &writer->scratch);
    return sink_write(writer->outputs.citations, buffer_view(&writer->line), error);
}

static bool start_citations(struct writer *writer, struct error *error) {
    if (!writer->outputs.citations)
        return true;
    struct csv csv = csv_open(&writer->line, writer->separator);
    citation_list_start(&csv.sink);
    return sink_write(writer->outputs.citations, buffer_view(&writer->line), error);
}

static bool extract_into(struct stream *stream, const struct arguments *arguments,
                         const struct outputs *outputs, const struct template *template,
                         struct error *error) {
    static const char *const standard_input[] = {"-"};
    struct writer writer = {.outputs = *outputs,
                            .separator = office_separator(arguments->config, NULL)};
    if (template)
        writer.wording = layout_note_wording(template, stream->tables->notes);
    stream->accept = write_facts;
    stream->context = &writer;
    stream->rejects = outputs->rejects;
    bool none = arguments->file_count == 0;
    bool ok = start_citations(&writer, error) &&
              stream_run(stream, none ? standard_input : arguments->files,
                         none ? 1 : arguments->file_count, error);
    buffer_free(&writer.line);
    buffer_free(&writer.scratch);
    return ok;
}

/* Opens a sink that was asked for and puts it into *out; true, too, if it was not. */
static bool open_asked(const struct arguments *arguments, int option, struct sink *sink,
                       struct sink **out, struct error *error) {
    if (!arguments->value[option])
        return true;
    if (!sink_open(sink, arguments->value[option], error))
        return false;
    *out = sink;
    return true;
}

/* Completes a sink that is open, or gives it up where something failed. */
static bool close_asked(struct sink *sink, bool ok, struct error *error) {
    if (!sink)
        return ok;
    if (ok)
        return sink_commit(sink, error);
    sink_abort(sink);
    return false;
}

/* Runs with all sinks open and closes them, the facts last. */
static bool run_with_sinks(struct stream *stream, const struct arguments *arguments,
                           const struct template *template, struct error *error) {
    struct sink facts, rejects, citations;
    struct outputs outputs = {0};
    if (!sink_open(&facts, arguments->value[OPTION_OUTPUT], error))
        return false;
    outputs.facts = &facts;
    bool ok = open_asked(arguments, OPTION_REJECTS, &rejects, &outputs.rejects, error) &&
              open_asked(arguments, OPTION_CITATIONS, &citations, &outputs.citations, error) &&
              extract_into(stream, arguments, &outputs, template, error);
    ok = close_asked(outputs.rejects, ok, error);
    ok = close_asked(outputs.citations, ok, error);
    return close_asked(outputs.facts, ok, error);
}

/* Two outputs of one name would overwrite each other. */
static bool outputs_differ(const struct arguments *arguments) {
    static const int outputs[] = {OPTION_OUTPUT, OPTION_REJECTS, OPTION_CITATIONS};
    for (size_t i = 0; i < 3; i++)
        for (size_t j = i + 1; j < 3; j++) {
            const char *one = arguments->value[outputs[i]], *other = arguments->value[outputs[j]];
            if (!other || (i > 0 && !one) || strcmp(one ? one : "-", other) != 0)
                continue;
            message_line("--%s and --%s name the same file", options[outputs[i]].name,
                         options[outputs[j]].name);
            return false;
        }
    return true;
}

static int run_with_tables(const struct tables *tables, const struct arguments *arguments) {
    struct stream stream = {.tables = tables, .no_digests = true};
    struct error error = {0};
    struct arena arena = {0};
    bool worded = arguments->value[OPTION_CITATIONS] != NULL;
    const char *path = briefing_template(&arena, config_choose(arguments->value[OPTION_TEMPLATE],
                                                               arguments->config, CONFIG_TEMPLATE));
    struct template *template = worded ? briefing_read_template(path, NULL, &error) : NULL;
    bool ok = (template || !worded) && run_with_sinks(&stream, arguments, template, &error);
    int code = ok ? stream_verdict(&stream) : message_error(&error);
    if (ok && stream.rejected)
        message_note("%zu records read, %zu accepted, %zu rejected",
                     stream.accepted + stream.rejected, stream.accepted, stream.rejected);
    stream_free(&stream);
    template_free(template);
    arena_free(&arena);
    return code;
}

static int run(const struct arguments *arguments) {
    if (!outputs_differ(arguments))
        return EXIT_BAD_USAGE;
    struct arena arena = {0};
    struct tables tables;
    int code = EXIT_CONFIG;
    if (data_tables(&arena, arguments, OPTION_REGISTER, &tables)) {
        code = office_load_topics(&tables, arguments->config, arguments->value[OPTION_TOPICS],
                                  arguments->value[OPTION_THRESHOLD]);
        if (code == EXIT_DONE)
            code = office_choose_zone(&tables, arguments->config, arguments->value[OPTION_ZONE]);
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
    .summary = N_("articles to facts, one JSON object a line"),
    .description = N_(
        "Reads articles (.json, .jsonl, .ndjson, .txt, .html, .htm, .csv, .xlsx, .docx, folders "
        "of\n"
        "them; without FILE, or for -, standard input) and writes what each says, who said it and\n"
        "where, one JSON object a line, in the format facts/1. A bad record is told and left out;\n"
        "the rest goes on."),
    .example = "  taklimat extract --rejects bad.jsonl inbox/ >facts.jsonl",
    .options = options,
    .run = run,
};
