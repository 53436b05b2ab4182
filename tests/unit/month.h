/* Invented articles as facts/1, for the tests of src/summary. */
#ifndef TAKLIMAT_TESTS_MONTH_H
#define TAKLIMAT_TESTS_MONTH_H

#include "summary/summary.h"

/* Members of facts/1. NULL stands for what most articles of a test share; those marked JSON are
 * written as they are. */
struct sample {
    const char *id;
    const char *sha256;    /* NULL: the digest of the id */
    const char *title;     /* NULL: "Judul" */
    const char *publisher; /* NULL: null */
    const char *published; /* NULL: null */
    const char *event_date;
    const char *scope;  /* NULL: unknown */
    const char *region; /* code; NULL: no region */
    const char *also;   /* JSON, the inside of an array, as all below; NULL: empty */
    const char *people;
    const char *quotes;
    const char *statements;
    const char *citations;
    const char *advisories;
    const char *flags;
    const char *sketch; /* NULL: "" */
};

/* The sample as one line of facts/1, in `arena`. */
struct text sample_line(struct arena *arena, const struct sample *sample);

/* The facts of an article of the summary, opened in `arena`. */
struct facts *sample_open(const struct summary *summary, size_t index, struct arena *arena);

/* True if the packed article has the id. */
bool sample_is(const struct kept *kept, const char *id);

/* Adds the sample; fails the test if it is not read. */
void sample_add(struct summary *summary, const struct sample *sample);

/* The next of a series of pseudo-random numbers; `state` is any number to start with. */
uint32_t next_random(uint64_t *state);

#endif
