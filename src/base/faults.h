/* Everything that is wrong with a file, where the first cause is not enough.
 *
 * Before: loaders of tables, which go on after a fault. After: a run ends with the first fault;
 * `taklimat check` hears of all. */
#ifndef TAKLIMAT_BASE_FAULTS_H
#define TAKLIMAT_BASE_FAULTS_H

#include <stdarg.h>

#include "base/error.h"

/* Zero-initialise, then set `first`. */
struct faults {
    struct error *first; /* receives the first fault, unless it holds an error already */
    void (*tell)(void *context, const struct error *fault); /* hears of each; NULL: nobody does */
    void *context;
    size_t count;
};

/* Notes a fault (EXIT_CONFIG) in `file`, at `line` (0: none); `format` is translated. Always
 * returns false. */
bool faults_add(struct faults *faults, const char *file, size_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with the arguments of another function. */
bool faults_add_list(struct faults *faults, const char *file, size_t line, const char *format,
                     va_list arguments) __attribute__((format(printf, 4, 0)));

#endif
