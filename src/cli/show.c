/* taklimat show: articles with their facts marked and explained, for a person to look at. Before:
 * intake, extract. After: a terminal or a browser. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/registers.h"
#include "cli/show_fact.h"
#include "cli/show_view.h"
#include "cli/show_wrap.h"
#include "cli/stream.h"

enum {
    OPTION_ID,
    OPTION_FACT,
    OPTION_HTML,
    OPTION_COLOR,
    OPTION_OUTPUT,
    OPTION_TOPICS,
    OPTION_THRESHOLD,
    OPTION_ZONE,
    OPTION_REGISTER
};

static const struct option_spec options[] = {
    [OPTION_ID] = {"id", 0, "ID", N_("only the article with this id")},
    [OPTION_FACT] = {"fact", 0, "NAME",
                     N_("only the paragraph of one fact, such as a-1c03f9; this is\n"
                        "how a line of the briefing or of its tables is checked.\n"
                        "FILE may then be facts.jsonl or summary.json, too; --id\n"
                        "may be the beginning of an id")},
    [OPTION_HTML] = {"html", 0, NULL, N_("write a web page instead, in one file")},
    [OPTION_COLOR] = {"color", 0, "WHEN",
                      N_("auto (the default: on a terminal, unless NO_COLOR is\n"
                         "set), always or never")},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", N_("where it goes (default: standard output)")},
    [OPTION_TOPICS] = {"topics", 0, "TABLE", TOPICS_HELP},
    [OPTION_THRESHOLD] = {"topic-threshold", 0, "N", THRESHOLD_HELP},
    [OPTION_ZONE] = {"zone", 0, "ZONE", ZONE_HELP},
    [OPTION_REGISTER] = {"register", 0, "FILE", REGISTER_HELP},
    {0},
};

/* A run under way. */
struct show {
    const struct arguments *arguments;
    const struct tables *tables;
    struct stream *stream;
    struct terminal terminal;
    struct sink sink;
    struct buffer piece;             /* of one article */
    struct buffer articles, entries; /* of the page */
    struct arena arena;              /* reset with each article */
    const char **article_files, **facts_files;
    size_t article_count, facts_count;
    size_t shown;
};

static bool show_on_terminal(struct show *show, const struct view *view, struct error *error) {
    buffer_clear(&show->piece);
    if (show->shown > 0)
        buffer_string(&show->piece, "----\n\n");
    if (show->arguments->value[OPTION_FACT])
        show_terminal_fact(view, show->terminal, &show->piece);
    else
        show_terminal(view, show->terminal, &show->piece);
    return sink_write(&show->sink, buffer_view(&show->piece), error);
}

static bool show_view(struct show *show, const struct view *view, struct error *error) {
    bool ok = true;
    if (show->arguments->value[OPTION_HTML]) {
        show_html_article(view, show->shown + 1, &show->articles);
        show_html_entry(view, show->shown + 1, &show->entries);
    } else {
        ok = show_on_terminal(show, view, error);
    }
    show->shown++;
    return ok;
}

/* True if --id means this article; beside --fact, which tells the article well enough, the
 * beginning of its id will do. */
static bool is_meant(const struct show *show, const struct facts *facts) {
    const char *id = show->arguments->value[OPTION_ID];
    if (!id || text_is(facts->id, id))
        return true;
    return show->arguments->value[OPTION_FACT] && text_starts(facts->id, id);
}

/* Shows an article or the fact asked for in it, if it has it. `article` is NULL where there are
 * only facts. */
static bool show_facts(struct show *show, const struct article *article, const struct facts *facts,
                       struct error *error) {
    const char *fid = show->arguments->value[OPTION_FACT];
    struct view view = {.article = article,
                        .facts = facts,
                        .tables = show->tables,
                        .arena = &show->arena,
                        .part = {0, facts->text.size}};
    if (!is_meant(show, facts))
        return true;
    arena_reset(&show->arena);
    marks_collect(facts, &show->arena, &view.marks);
    if (!fid)
        return show_view(show, &view, error);
    const struct mark *mark = marks_find(&view.marks, fid);
    if (!mark)
        return true;
    struct mark copy;
    struct view alone = view_of_fact(&view, mark, &copy);
    return show_view(show, &alone, error);
}

static bool show_article(void *context, const struct facts *facts, struct error *error) {
    struct show *show = context;
    return show_facts(show, show->stream->article, facts, error);
}

static bool show_read_back(void *context, const struct facts *facts, struct error *error) {
    return show_facts(context, NULL, facts, error);
}

/* True unless what was asked for was not there. */
static bool found_any(const struct show *show) {
    const char *fid = show->arguments->value[OPTION_FACT];
    if (fid && show->shown > 1)
        message_line("%zu facts have the name '%s'; --id tells the article", show->shown, fid);
    if (show->shown)
        return true;
    if (show->arguments->value[OPTION_FACT])
        message_line("there is no fact '%s'; name the file or folder that it was found in",
                     show->arguments->value[OPTION_FACT]);
    else
        message_line("there is no article with the id '%s'", show->arguments->value[OPTION_ID]);
    return false;
}

/* A fact is looked up in files of facts, too: the article may not be at hand. */
static bool show_from_facts(struct show *show, struct error *error) {
    for (size_t i = 0; i < show->facts_count; i++)
        if (!facts_file_each(show->facts_files[i], show_read_back, show, error))
            return false;
    return true;
}

/* Reads the articles, and where these do not hold it, the files of facts. */
static int show_inputs(struct show *show) {
    struct error error = {0};
    int code = EXIT_DONE;
    if (show->article_count) {
        if (!stream_run(show->stream, show->article_files, show->article_count, &error))
            return message_error(&error);
        code = show->facts_count && show->stream->rejected + show->stream->accepted == 0
                   ? EXIT_DONE
                   : stream_verdict(show->stream);
    }
    if (code == EXIT_DONE && show->shown == 0 && !show_from_facts(show, &error))
        return message_error(&error);
    return code == EXIT_DONE && !found_any(show) ? EXIT_NO_INPUT : code;
}

/* Runs with the sink open, and closes it. Nothing is written where nothing was found. */
static int run_with_sink(struct show *show) {
    struct error error = {0};
    bool ok = true;
    int code = show_inputs(show);
    if (code == EXIT_DONE && show->arguments->value[OPTION_HTML]) {
        buffer_clear(&show->piece);
        show_html_page(buffer_view(&show->articles), buffer_view(&show->entries), show->shown,
                       &show->piece);
        ok = sink_write(&show->sink, buffer_view(&show->piece), &error);
    }
    if (ok && code == EXIT_DONE)
        ok = sink_commit(&show->sink, &error);
    else
        sink_abort(&show->sink);
    return ok ? code : message_error(&error);
}

/* Parts files of facts from articles, in their order; only --fact reads the former. */
static void sort_files(struct show *show, struct arena *arena) {
    const struct arguments *arguments = show->arguments;
    show->article_files = arena_alloc_array(arena, arguments->file_count, sizeof(char *));
    show->facts_files = arena_alloc_array(arena, arguments->file_count, sizeof(char *));
    for (size_t i = 0; i < arguments->file_count; i++) {
        const char *file = arguments->files[i];
        if (arguments->value[OPTION_FACT] && is_facts_file(file))
            show->facts_files[show->facts_count++] = file;
        else
            show->article_files[show->article_count++] = file;
    }
}

static int show_all(struct show *show) {
    struct error error = {0};
    if (!sink_open(&show->sink, show->arguments->value[OPTION_OUTPUT], &error))
        return message_error(&error);
    int code = run_with_sink(show);
    buffer_free(&show->piece);
    buffer_free(&show->articles);
    buffer_free(&show->entries);
    arena_free(&show->arena);
    return code;
}

/* A width that can be written to, from what COLUMNS or the terminal says; 80 if neither tells. */
static size_t terminal_width(bool is_terminal) {
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    if (width <= 0 && is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width <= 0)
        return 80;
    if (width < WRAP_WIDTH_LEAST)
        return WRAP_WIDTH_LEAST;
    return width > WRAP_WIDTH_MOST ? WRAP_WIDTH_MOST : (size_t)width;
}

/* See https://no-color.org: any value that is not empty switches colours off. */
static bool wants_colour(bool is_terminal) {
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    bool dumb = !term || strcmp(term, "dumb") == 0;
    return is_terminal && !dumb && !(none && none[0]);
}

/* What can be wrong before anything is read. */
static int check_arguments(struct show *show) {
    const struct arguments *arguments = show->arguments;
    const char *color = arguments->value[OPTION_COLOR], *output = arguments->value[OPTION_OUTPUT];
    bool to_terminal = (!output || strcmp(output, "-") == 0) && isatty(STDOUT_FILENO);
    struct text when = color ? text_of(color) : TEXT("auto");
    show->terminal = (struct terminal){terminal_width(to_terminal), wants_colour(to_terminal)};
    if (text_is(when, "always") || text_is(when, "never"))
        show->terminal.colour = text_is(when, "always");
    else if (!text_is(when, "auto")) {
        message_line("--color wants auto, always or never, not '%s'", color);
        return EXIT_BAD_USAGE;
    }
    if (arguments->file_count == 0) {
        message_line("no articles were named; give files or folders, or - for standard input");
        return EXIT_BAD_USAGE;
    }
    return EXIT_DONE;
}

static int show_with_tables(struct show *show, struct tables *tables) {
    struct stream stream = {
        .tables = tables, .accept = show_article, .context = show, .no_digests = true};
    int code =
        office_load_topics(tables, show->arguments->config, show->arguments->value[OPTION_TOPICS],
                           show->arguments->value[OPTION_THRESHOLD]);
    if (code == EXIT_DONE)
        code = office_choose_zone(tables, show->arguments->config,
                                  show->arguments->value[OPTION_ZONE]);
    show->stream = &stream;
    sort_files(show, &tables->arena);
    if (code == EXIT_DONE)
        code = show_all(show);
    stream_free(&stream);
    return code;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct tables tables;
    struct show show = {.arguments = arguments, .tables = &tables};
    int code = check_arguments(&show);
    if (code == EXIT_DONE && !data_tables(&arena, arguments, OPTION_REGISTER, &tables)) {
        code = EXIT_CONFIG;
    } else if (code == EXIT_DONE) {
        code = show_with_tables(&show, &tables);
        tables_free(&tables);
    }
    arena_free(&arena);
    return code;
}

const struct command command_show = {
    .name = "show",
    .synopsis = "[OPTION...] FILE...",
    .summary = N_("articles with their facts marked and explained"),
    .description = N_(
        "Shows articles (.txt, .html, .json, .jsonl, .csv, .xlsx, .docx, folders of them, - for\n"
        "standard input) with every fact numbered and coloured in the text: quotes (green), "
        "statements that report what\n"
        "somebody said (cyan), advisories that tell people what to do (magenta), citations of\n"
        "regulations (yellow). A list follows: who speaks, what is cited, which rule found the\n"
        "fact and how sure it is, from 0 to 1. What was cut as no part of the news is dim.\n"
        "Without colours [3] and [/3] stand where fact 3 begins and ends."),
    .example = "  taklimat show inbox/lahat.txt\n"
               "  taklimat show --color=always inbox/lahat.txt | less -R\n"
               "  taklimat show --html --output lahat.html inbox/lahat.txt\n"
               "  taklimat show --id en-004 export.jsonl\n"
               "  taklimat show --fact a-1c03f9 inbox/",
    .options = options,
    .run = run,
};
