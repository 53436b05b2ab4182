/* The inputs given on the command line, as a list of files in a fixed order.
 *
 * Before: paths of files and folders. After: intake.c reads the files one by one. */
#ifndef TAKLIMAT_INTAKE_PATHS_H
#define TAKLIMAT_INTAKE_PATHS_H

#include "base/arena.h"
#include "base/error.h"

/* The endings of article files, for messages. */
#define INPUT_ENDINGS ".json, .jsonl, .ndjson, .txt, .html, .htm, .csv, .xlsx, .docx"

enum input_format {
    INPUT_JSON,    /* .json */
    INPUT_LINES,   /* .jsonl, .ndjson */
    INPUT_TEXT,    /* .txt */
    INPUT_PAGE,    /* .html, .htm */
    INPUT_TABLE,   /* .csv */
    INPUT_ARCHIVE, /* .xlsx, .docx */
    INPUT_UNKNOWN  /* standard input, and files named without such an ending: told from the first
                      bytes */
};

struct input {
    const char *path; /* as opened, any bytes; "-" is standard input */
    struct text
        name; /* the path for messages and facts: checked UTF-8, other bytes and controls as %XX */
    struct text id; /* the path below the folder given, without ending; for a file given itself, its
                       name without it */
    enum input_format format;
};

/* Something that is not read. */
struct input_warning {
    struct text name; /* as in struct input */
    struct text told; /* one line, in the reader's language */
};

struct inputs {
    struct input *at; /* in the arena */
    size_t count;
    struct input_warning *warnings;
    size_t warning_count;
    size_t warning_capacity;
    size_t capacity;
};

/* Lists the files of `paths` in the order given; a folder stands for all article files in it and
 * below, in byte order of their paths. In folders, hidden files are passed over in silence, other
 * files and links to folders with a warning. Errors: EXIT_NO_INPUT where a path cannot be read or
 * nothing is to be read at all. */
bool inputs_list(const char *const *paths, size_t count, struct arena *arena, struct inputs *inputs,
                 struct error *error);

#endif
