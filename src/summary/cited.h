/* Instruments cited in a set of stories, counted. Before: citations of the facts. After:
 * chapters.c. */
#ifndef TAKLIMAT_SUMMARY_CITED_H
#define TAKLIMAT_SUMMARY_CITED_H

#include "summary/finished.h"

/* All that a citation says; the same for many, and kept once. Texts borrowed from the summary. */
struct cited_form {
    struct instrument instrument; /* meant, else written */
    struct text office;           /* whose act it is, where the type does not tell */
    struct text title, suggestion, replaced_by, pinpoint;
    struct note note;
    enum citation_status status;
    struct text words; /* of the article */
    unsigned flags;    /* as in struct cited */
};

/* A citation on its way into an entry. */
struct citing {
    uint32_t form;                /* number in citings.forms */
    uint32_t story, start, index; /* index of the story, place in the text, number in its facts */
};

/* Zero-initialise but for `arena`; free with citings_free. */
struct citings {
    struct citing *at; /* owned */
    size_t count, capacity;
    struct cited_form *forms; /* owned */
    size_t form_count, form_capacity;
    uint32_t *slots; /* owned hash table: 1 + the number of a form, 0 where free */
    size_t slot_count;
    struct arena *arena; /* for offices and notes, which live on */
};

/* Adds the citations of a story. */
void citings_add(struct citings *citings, const struct facts *facts, uint32_t story);

/* The instruments of the citations from number `first` on, most mentioned first, then by
 * type, year and number; *cited lies in citings->arena. Returns their number. */
size_t cited_list(const struct citings *citings, size_t first, struct cited **cited);

void citings_free(struct citings *citings);

#endif
