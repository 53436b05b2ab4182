/* The keys of annotations: which there are, and which of them a misspelt one was meant to be.
 *
 * Before: parsed lines of a gold file. After: eval_check.c tells what is unknown. */
#ifndef TAKLIMAT_CLI_EVAL_KEYS_H
#define TAKLIMAT_CLI_EVAL_KEYS_H

#include "base/arena.h"
#include "base/json_read.h"

/* A key that means nothing, each one once with how often it stands. */
struct unknown_key {
    const char *where; /* "quotes", or "" for a key of the article itself */
    struct text key;
    const char *nearest; /* the known key that looks most like it, or NULL */
    size_t count;
};

/* Zero-initialise; lives in the arena given to keys_collect. */
struct unknown_keys {
    struct unknown_key *at; /* in the order in which they were met */
    size_t count, capacity;
};

/* Adds what is unknown among the keys of an annotated article and of its items. */
void keys_collect(struct unknown_keys *keys, const struct cJSON *line, struct arena *arena);

/* The known key of `where` ("": of an article) that takes the fewest changes of letters, at most
 * half of them; NULL if there is none. */
const char *keys_nearest(const char *where, struct text key);

#endif
