/* One fact in its paragraph, and facts looked up in files of facts: see show_fact.h. Before:
 * show.c. After: show_terminal.c, show_html.c. */
#include <config.h>

#include "cli/show_fact.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/search.h"
#include "base/translate.h"
#include "cli/message.h"
#include "extract/facts_json.h"
#include "summary/summary.h"

#define FACTS_START "{\"taklimat\":\"facts/"
#define SUMMARY_START "{\"taklimat\":\"summary/"

static bool token_ends_before(const void *token, const void *offset) {
    return ((const struct token *)token)->end <= *(const size_t *)offset;
}

/* The lines that hold the span, as a person takes them: a break in a text wrapped at a fixed width
 * is none (its tokens have no line between them). */
static struct span paragraph_around(const struct article *article, struct span span) {
    const struct token *tokens = article->tokens.at;
    size_t count = article->tokens.count;
    size_t first = search_first(tokens, count, sizeof *tokens, &span.start, token_ends_before);
    size_t last = first;
    while (last < count && tokens[last].start < span.end)
        last++;
    if (first == last)
        return span;
    while (first > 0 && tokens[first].gap < GAP_LINE)
        first--;
    while (last < count && tokens[last].gap < GAP_LINE)
        last++;
    struct span part = {tokens[first].start, tokens[last - 1].end};
    return (struct span){part.start < span.start ? part.start : span.start,
                         part.end > span.end ? part.end : span.end};
}

struct view view_of_fact(const struct view *view, const struct mark *mark, struct mark *copy) {
    struct view alone = *view;
    *copy = *mark;
    alone.marks.at = copy;
    alone.marks.count = 1;
    alone.part = (struct span){0, 0};
    if (view->article)
        alone.part = paragraph_around(view->article, mark->span);
    return alone;
}

bool is_facts_file(const char *path) {
    char start[sizeof SUMMARY_START];
    FILE *file = strcmp(path, "-") == 0 ? NULL : fopen(path, "r");
    if (!file)
        return false;
    struct text text = {start, fread(start, 1, sizeof start, file)};
    fclose(file);
    return text_starts(text, FACTS_START) || text_starts(text, SUMMARY_START);
}

struct reader {
    const char *path;
    size_t line;
    facts_taker *take;
    void *context;
};

/* A line that cannot be read. */
static bool tell(const struct reader *reader, struct error *error) {
    error_at(error, reader->path, reader->line);
    message_error(error);
    return true;
}

static bool take_summary(const struct reader *reader, struct text line, struct error *error) {
    struct summary summary;
    struct arena arena = {0};
    struct error cause = {0};
    summary_init(&summary, (struct period){0}, (struct text){0}, (struct text){0});
    bool ok = true;
    if (!summary_read(&summary, line, &cause))
        ok = tell(reader, &cause);
    for (size_t i = 0; ok && i < summary.count; i++) {
        struct facts facts;
        arena_reset(&arena);
        summary_article(&summary, i, &arena, &facts);
        ok = reader->take(reader->context, &facts, error);
    }
    arena_free(&arena);
    summary_free(&summary);
    return ok;
}

static bool take_line(const struct reader *reader, struct text line, struct arena *arena,
                      struct error *error) {
    struct facts facts;
    struct error cause = {0};
    if (text_starts(line, SUMMARY_START))
        return take_summary(reader, line, error);
    if (line.size == 0)
        return true;
    if (!facts_read(line, arena, &facts, &cause))
        return tell(reader, &cause);
    return reader->take(reader->context, &facts, error);
}

bool facts_file_each(const char *path, facts_taker *take, void *context, struct error *error) {
    struct reader reader = {.path = path, .take = take, .context = context};
    struct arena arena = {0};
    char *line = NULL;
    size_t room = 0;
    ssize_t size;
    FILE *file = fopen(path, "r");
    bool ok = file || error_set(error, EXIT_NO_INPUT, "cannot open: %s", translate_cause(errno));
    while (ok && (size = getline(&line, &room, file)) >= 0) {
        reader.line++;
        arena_reset(&arena);
        ok = take_line(&reader, text_trim((struct text){line, (size_t)size}), &arena, error);
    }
    if (ok && ferror(file))
        ok = error_set(error, EXIT_IO, "cannot read: %s", translate_cause(errno));
    if (!ok)
        error_at(error, path, 0);
    if (file)
        fclose(file);
    free(line);
    arena_free(&arena);
    return ok;
}
