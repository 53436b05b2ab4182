/* For the tests of people, quotations and statements: an article made of a text without intake. */
#ifndef TAKLIMAT_TESTS_SPEECH_FIXTURE_H
#define TAKLIMAT_TESTS_SPEECH_FIXTURE_H

#include "base/buffer.h"
#include "extract/recognisers.h"

/* Zero-initialise. */
struct speech_fixture {
    struct arena arena;
    struct article article;
    struct facts facts;
    struct buffer printed;
};

/* Frees what was read. */
void speech_fixture_close(struct speech_fixture *fixture);

/* Makes article and facts of `text`. With `cut` not NULL, what follows its first occurrence is cut,
 * as intake cuts repeats. */
void speech_fixture_read(struct speech_fixture *fixture, const char *text, const char *cut);

/* The facts as "speaker: words" a line, borrowed until the next call: quotations ("-" for nobody),
 * with the number of repeats in brackets where there are any; statements; people as
 * "name|position|honorifics". */
const char *speech_fixture_quotes(struct speech_fixture *fixture);
const char *speech_fixture_statements(struct speech_fixture *fixture);
const char *speech_fixture_people(struct speech_fixture *fixture);

#endif
