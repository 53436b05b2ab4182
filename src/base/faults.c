/* Collects faults: see faults.h. Below every stage. */
#include <config.h>

#include "base/faults.h"

#include <stdarg.h>
#include <stdio.h>

bool faults_add(struct faults *faults, const char *file, size_t line, const char *format, ...) {
    char message[400];
    struct error fault = {0};
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    error_set(&fault, EXIT_CONFIG, "%s", message);
    error_at(&fault, file, line);
    if (faults->first->code == EXIT_DONE)
        *faults->first = fault;
    if (faults->tell)
        faults->tell(faults->context, &fault);
    faults->count++;
    return false;
}
