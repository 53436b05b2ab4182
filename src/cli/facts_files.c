/* Reading facts and summaries: see facts_files.h. Before: files of extract and merge. After: merge,
 * render. */
#include <config.h>

#include "cli/facts_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

/* False, with an error, if the line is of other tables: leaving out a whole shard would be worse
 * than to stop. */
static bool take_line(struct facts_files *files, const char *path, size_t number, struct text line,
                      struct summary *summary, struct error *error) {
    struct error bad = {0};
    line = text_trim(line);
    if (line.size == 0)
        return true;
    files->lines++;
    if (summary_read(summary, line, &bad))
        return true;
    files->rejected++;
    error_at(&bad, path, number);
    if (strcmp(bad.reason, "other_tables") == 0) {
        *error = bad;
        return false;
    }
    message_error(&bad);
    return true;
}

static bool read_lines(struct facts_files *files, const char *path, FILE *file,
                       struct summary *summary, struct error *error) {
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t size;
    bool ok = true;
    while (ok && (size = getline(&line, &room, file)) >= 0)
        ok = take_line(files, path, ++number, (struct text){line, (size_t)size}, summary, error);
    if (ferror(file))
        ok = error_set(error, EXIT_IO, "cannot read: %s", strerror(errno));
    free(line);
    return ok;
}

static bool read_file(struct facts_files *files, const char *path, struct summary *summary,
                      struct error *error) {
    bool standard_input = strcmp(path, "-") == 0;
    FILE *file = standard_input ? stdin : fopen(path, "r");
    bool ok;
    if (!file)
        ok = error_set(error, EXIT_NO_INPUT, "cannot open: %s", strerror(errno));
    else
        ok = read_lines(files, path, file, summary, error);
    if (!ok)
        error_at(error, standard_input ? "standard input" : path, 0);
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
