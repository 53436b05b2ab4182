/* Quotations: which marks belong together, and which passages stand in them.
 *
 * Before: struct reading. After: attribution tells speech from titles and finds the speaker. */
#ifndef TAKLIMAT_EXTRACT_QUOTES_H
#define TAKLIMAT_EXTRACT_QUOTES_H

#include "extract/reading.h"

/* A passage in quotation marks. */
struct quoted {
    struct range words; /* the tokens between the marks */
    uint32_t open;      /* the mark, NO_TOKEN if it is lost */
    uint32_t close;
    bool single; /* in single marks */
    bool cut;    /* in a part of the text that intake cut */
};

struct quoted_list {
    struct quoted *at; /* in the arena, in order, without overlap */
    size_t count;
    struct range *strays; /* marks that found no partner, to be flagged */
    size_t stray_count;
};

/* All quotations of the text, also in cut parts. A mark is told to open or to close by the space
 * around it and by what is open, not by its shape: “ ” „ " and '' are used for each other. A lost
 * closing mark is put before the attribution that follows, or at the end of the paragraph; a lost
 * opening mark at the start of the paragraph, behind the attribution before, or behind the last
 * sentence that the newspaper tells. Linear. */
struct quoted_list quotes_find(const struct reading *reading);

/* The token after `from` past commas, apostrophes and the like, if there an attribution follows
 * what was said before: kata Budi, katanya, menurut Budi; a passive (disebut Budi) only behind a
 * mark of punctuation or such a word; else NO_TOKEN. The attribution must stand in the same
 * paragraph. */
uint32_t quotes_attribution_after(const struct reading *reading, uint32_t from);

#endif
