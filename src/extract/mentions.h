/* Mentions: whoever may speak, each place where the text names them: a person with titles and
 * position, a position alone, a body, a pronoun.
 *
 * Before: struct reading, names, positions. After: people puts mentions of one person together. */
#ifndef TAKLIMAT_EXTRACT_MENTIONS_H
#define TAKLIMAT_EXTRACT_MENTIONS_H

#include "extract/positions.h"

enum mention_kind {
    MENTION_NAME,   /* a person's name, with a position or without */
    MENTION_ROLE,   /* a position without a name: kata Sekda */
    MENTION_BODY,   /* an institution */
    MENTION_PRONOUN /* ia, dia, pihaknya */
};

struct mention {
    struct range words;    /* all of it, from titles or position to degrees and apposition */
    struct range name;     /* of a body: its name */
    struct range alias;    /* (Wilfrid) behind a name; empty if none */
    struct range titles;   /* before the name */
    struct range degrees;  /* behind the name */
    struct range position; /* empty if none */
    uint32_t head;         /* token at which the post itself begins, past Plt. */
    uint32_t row; /* of positions.tsv or institutions.tsv or pronouns.tsv, NO_ROW if none */
    enum mention_kind kind;
    bool office;   /* the position names its office or region */
    bool prefixed; /* the position has Wakil, mantan before it */
    bool vague;    /* "seorang warga", "warga": no particular person */
    int person;    /* set by people: number of the person or body, -1 if none */
};

/* Reads the mention that begins at `at` into *out. False if there is none. */
bool mentions_read(const struct reading *reading, uint32_t at, struct mention *out);

/* True if a position is that of somebody who speaks for the body named in it: juru bicara,
 * narasumber dari ... */
bool mentions_speaks_for(const struct reading *reading, struct range position);

struct mention_list {
    struct mention *at; /* in the arena, in order, without overlap */
    size_t count;
};

/* All mentions outside `skipped` ranges (quotations, in order) and cut parts. One pass. */
struct mention_list mentions_find(struct reading *reading, const struct range *skipped,
                                  size_t skipped_count);

/* The number of no mention. */
#define NO_MENTION SIZE_MAX

/* The number of the mention that holds token `at`, NO_MENTION if none does. Binary search. */
size_t mentions_at(const struct mention_list *mentions, uint32_t at);

/* The number of the first mention that ends after token `at`, or the count. Binary search. */
size_t mentions_from(const struct mention_list *mentions, uint32_t at);

#endif
