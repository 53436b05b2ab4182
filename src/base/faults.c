/* Collects faults: see faults.h. Below every stage. */
#include <config.h>

#include "base/faults.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/translate.h"

bool faults_add(struct faults *faults, const char *file, size_t line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    faults_add_list(faults, file, line, format, arguments);
    va_end(arguments);
    return false;
}

bool faults_add_list(struct faults *faults, const char *file, size_t line, const char *format,
                     va_list arguments) {
    char message[400];
    struct error fault = {0};
    vsnprintf(message, sizeof message, translate(format), arguments);
    error_set(&fault, EXIT_CONFIG, "%s", message);
    error_at(&fault, file, line);
    if (faults->first->code == EXIT_DONE)
        *faults->first = fault;
    if (faults->tell)
        faults->tell(faults->context, &fault);
    faults->count++;
    return false;
}
