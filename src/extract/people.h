/* People: mentions of one person or body put together, under however many spellings.
 *
 * Before: mentions. After: speakers asks who a mention is; speech writes those who speak into the
 * facts. */
#ifndef TAKLIMAT_EXTRACT_PEOPLE_H
#define TAKLIMAT_EXTRACT_PEOPLE_H

#include "extract/mentions.h"

#define NO_ACTOR (-1)

/* A person, a post whose holder is not named, or a body. */
struct actor {
    enum mention_kind kind;  /* MENTION_NAME, MENTION_ROLE or MENTION_BODY */
    struct range name;       /* the fullest; of a body or post its name */
    struct range short_name; /* of a body: the short form given in parentheses, empty if none */
    struct range titles, degrees, alias, position; /* empty where unknown */
    uint32_t head;                                 /* token at which the position's post begins */
    uint32_t row;                                  /* of the position or body, NO_ROW if none */
    bool office, prefixed;
    bool short_used;      /* a body is named by one word, too, after its full name */
    uint32_t first, last; /* tokens of the first and of the latest mention */
    int id;               /* person id in the facts once they speak, else -1 */
};

struct people; /* opaque, in an arena */

/* Puts the mentions together: sets `person` of those with a full name, a position or a title, and
 * of single words that belong to one of these. Linear in the mentions. */
struct people *people_gather(const struct reading *reading, struct mention_list *mentions);

/* Who a mention is when it speaks: as set by people_gather, else the holder of a post, a nickname
 * or misspelling of a recent speaker (`last`, NO_ACTOR if none), else somebody new. NO_ACTOR for a
 * pronoun and for nobody in particular. */
int people_speaker(struct people *people, struct mention *mention, int last);

/* The actor with this number; borrowed, valid until the next call that may add one. */
struct actor *people_actor(struct people *people, int actor);

#endif
