/* Messages in the language of the person who reads them.
 *
 * Every message stands in the sources in English, and is looked up here when it is made; whoever
 * has set no translator (each test) gets English. Before: src/cli/language.c, which knows the
 * locale; nothing else does. After: error_set, faults_add, message_line and their likes translate
 * the format that they are given, so that a call with a literal needs nothing; a piece that is put
 * into a message, or a text that is printed in another way, is marked by _() where it is used, or
 * by N_() in a table and translated where it is printed. `make update-po` collects all of them.
 *
 * What is translated is for people and never goes into an output file, which must not change with
 * the locale: there stands the English of intake's faults (intake/fault.h), or none. */
#ifndef TAKLIMAT_BASE_TRANSLATE_H
#define TAKLIMAT_BASE_TRANSLATE_H

#include <stddef.h>

#define _(message) translate(message)
#define N_(message) message /* only marks it */

struct translator {
    const char *(*message)(const char *message);
    const char *(*count)(const char *one, const char *many, size_t count);
    const char *(*cause)(int number);
};

/* Sets who translates, for the life of the process; NULL: nobody does. */
void translate_by(const struct translator *translator);

/* `message` (a literal of the sources) in the reader's language, or itself; UTF-8, with the same
 * conversions of printf. Valid for the life of the process. */
const char *translate(const char *message) __attribute__((format_arg(1)));

/* `one` or `many`, as the language wants it for `count`. Not to be used with an expression that has
 * been translated already. */
const char *translate_count(const char *one, const char *many, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

/* What strerror says about an errno, in the reader's language; valid until the next call. */
const char *translate_cause(int number);

#endif
