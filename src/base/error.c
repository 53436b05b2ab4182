/* The error record: see error.h. Below every stage. */
#include <config.h>

#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/translate.h"

/* A message must stay one line, whatever a file name or a record brings in. */
static void one_line(char *s) {
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f)
            *s = '?';
}

bool error_set(struct error *error, enum exit_code code, const char *format, ...) {
    if (error->code != EXIT_DONE)
        return false;
    error->code = code;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, translate(format), arguments);
    va_end(arguments);
    one_line(error->message);
    return false;
}

void error_at(struct error *error, const char *file, size_t record) {
    if (error->file[0] || error->code == EXIT_DONE)
        return;
    size_t size = strlen(file);
    if (size < sizeof error->file)
        memcpy(error->file, file, size + 1);
    else
        snprintf(error->file, sizeof error->file, "...%s", file + size - (sizeof error->file - 4));
    one_line(error->file);
    error->record = record;
}

void error_reason(struct error *error, const char *reason) {
    if (!error->reason[0])
        snprintf(error->reason, sizeof error->reason, "%s", reason);
}

void error_clear(struct error *error) { *error = (struct error){0}; }
