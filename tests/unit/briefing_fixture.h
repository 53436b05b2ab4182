/* Invented articles as the briefing of August 2024, for the tests of src/layout. */
#ifndef TAKLIMAT_TESTS_BRIEFING_FIXTURE_H
#define TAKLIMAT_TESTS_BRIEFING_FIXTURE_H

#include "layout/layout.h"
#include "month.h"

struct tables;

/* What a test sets; all else is as in briefing_lay_out. */
struct briefing_case {
    const char *template; /* "id" or "en" */
    const struct sample *samples;
    size_t count;
    const struct tables *tables;     /* NULL: none */
    bool reviewed;                   /* with the section of what to check */
    mpt shorter;                     /* the paper is, by so much */
    struct briefing_options options; /* date, version of tables and review are filled in */
};

#define BRIEFING_SAMPLES(list) .samples = (list), .count = sizeof(list) / sizeof *(list)

/* Sets the briefing with a face of equal widths and opens its pages. Free with pages_free. */
void briefing_lay_out(const struct briefing_case *with, struct pages *pages);

#endif
