/* Officials: who of a month's articles is the same person, and what each of them said.
 *
 * Before: the people of each story. After: chapters.c gives each chapter its officials. */
#ifndef TAKLIMAT_SUMMARY_OFFICIALS_H
#define TAKLIMAT_SUMMARY_OFFICIALS_H

#include "summary/finished.h"

#define NO_IDENTITY UINT32_MAX

/* Who is who over all stories. */
struct roster {
    uint32_t *first;             /* owned: place of each story's person 0 in `identity` */
    uint32_t *identity;          /* owned: of each person of each story, equal for the same person;
                                    NO_IDENTITY for those who say nothing anywhere */
    struct identity *identities; /* in the month's arena */
    size_t identity_count;
};

/* The roster over `out->stories`; free with roster_free. */
void roster_build(struct finished *out, struct roster *roster);
void roster_free(struct roster *roster);

/* What is said in a chapter, by whom. Zero-initialise; free with sayings_free. */
struct sayings {
    struct saying *at; /* owned */
    size_t count, capacity;
};

/* Adds what the story's facts say. */
void sayings_add(struct sayings *sayings, const struct roster *roster, const struct facts *facts,
                 uint32_t story);

/* Fills chapter->officials, in `arena`, from the sayings of its stories, which are sorted; notes in
 * the roster who is listed. */
void officials_list(struct sayings *sayings, struct roster *roster, struct chapter *chapter,
                    struct arena *arena);

void sayings_free(struct sayings *sayings);

#endif
