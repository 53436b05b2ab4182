/* Reading facts and summaries: see facts_files.h. Before: files of extract and merge. After: merge,
 * render. */
#include <config.h>

#include "cli/facts_files.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/message.h"

/* Tells what is wrong with a line. False, with an error, if it is of other tables: leaving out a
 * whole shard would be worse than to stop. */
static bool reject_line(struct facts_files *files, const char *path, size_t number,
                        struct error *bad, struct error *error) {
    files->rejected++;
    error_at(bad, path, number);
    if (strcmp(bad->reason, "other_tables") == 0) {
        *error = *bad;
        return false;
    }
    message_error(bad);
    return true;
}

static bool take_line(struct facts_files *files, const char *path, size_t number, struct text line,
                      struct summary *summary, struct error *error) {
    struct error bad = {0};
    line = text_trim(line);
    if (line.size == 0)
        return true;
    files->lines++;
    return summary_read(summary, line, &bad) || reject_line(files, path, number, &bad, error);
}

/* A file, of which the bytes from `at` on are read and not yet used. */
struct source {
    FILE *file;
    struct buffer held;
    size_t at;
    bool ended;
};

#define PIECE ((size_t)256 * 1024)

/* Reads more: at least as much again as is held, so that nothing is looked at very often. */
static void fill(struct source *source) {
    struct buffer *held = &source->held;
    if (source->at)
        memmove(held->data, held->data + source->at, held->size - source->at);
    held->size -= source->at;
    source->at = 0;
    size_t wanted = held->size > PIECE ? held->size : PIECE;
    size_t got = fread(buffer_room(held, wanted), 1, wanted, source->file);
    held->size += got;
    source->ended = got < wanted;
}

static struct text rest_of(const struct source *source) {
    return text_slice(buffer_view(&source->held), (struct span){source->at, source->held.size});
}

/* The bytes up to the next line end, or all that are there; *whole tells which. */
static struct text line_of(const struct source *source, bool *whole) {
    struct text rest = rest_of(source);
    const char *end = rest.size ? memchr(rest.data, '\n', rest.size) : NULL;
    *whole = end || source->ended;
    return end ? text_slice(rest, (struct span){0, (size_t)(end - rest.data)}) : rest;
}

/* A summary, which is one line, however long; piece by piece. */
static bool take_summary(struct facts_files *files, const char *path, size_t number,
                         struct source *source, struct summary *summary, struct error *error) {
    struct summary_reader reader;
    struct error bad = {0};
    struct text line;
    bool whole;
    summary_reader_start(&reader, summary);
    for (;;) {
        line = line_of(source, &whole);
        size_t taken = summary_reader_take(&reader, whole ? text_trim(line) : line, &bad);
        line = text_slice(line, (struct span){taken, line.size});
        source->at += taken;
        if (whole)
            break;
        fill(source);
    }
    files->lines++;
    bool ok = summary_reader_end(&reader, text_trim(line), &bad);
    source->at += line.size;
    return ok || reject_line(files, path, number, &bad, error);
}

static bool read_lines(struct facts_files *files, const char *path, FILE *file,
                       struct summary *summary, struct error *error) {
    struct source source = {.file = file};
    bool whole, ok = true;
    fill(&source);
    for (size_t number = 1; ok && (rest_of(&source).size > 0 || !source.ended);) {
        struct text line = line_of(&source, &whole);
        if (summary_starts(line)) {
            ok = take_summary(files, path, number, &source, summary, error);
        } else if (!whole) {
            fill(&source);
            continue;
        } else {
            ok = take_line(files, path, number, line, summary, error);
            source.at += line.size;
        }
        source.at += rest_of(&source).size > 0; /* the line end */
        number++;
    }
    buffer_free(&source.held);
    if (ferror(file))
        ok = error_set(error, EXIT_IO, "cannot read: %s", translate_cause(errno));
    return ok;
}

static bool read_file(struct facts_files *files, const char *path, struct summary *summary,
                      struct error *error) {
    bool standard_input = strcmp(path, "-") == 0;
    FILE *file = standard_input ? stdin : fopen(path, "r");
    bool ok;
    if (!file)
        ok = error_set(error, EXIT_NO_INPUT, "cannot open: %s", translate_cause(errno));
    else
        ok = read_lines(files, path, file, summary, error);
    if (!ok)
        error_at(error, standard_input ? _("standard input") : path, 0);
    if (file && !standard_input)
        fclose(file);
    return ok;
}

bool facts_files_read(struct facts_files *files, const char *const *paths, size_t count,
                      struct summary *summary, struct error *error) {
    if (count == 0)
        return read_file(files, "-", summary, error);
    for (size_t i = 0; i < count; i++)
        if (!read_file(files, paths[i], summary, error))
            return false;
    return true;
}

int facts_files_verdict(const struct facts_files *files) {
    if (files->lines == 0) {
        message_line("the input holds no facts");
        return EXIT_NO_INPUT;
    }
    if (files->rejected == files->lines) {
        message_line("every line was rejected");
        return EXIT_BAD_DATA;
    }
    return EXIT_DONE;
}
