/* What the parts of verification share: the article being verified and one citation of it.
 *
 * Before: citations. After: verify_status.h tells what an act's state was, verify_title.h compares
 * titles, verify_suggest.h looks for what was meant, verify_decree.h and verify_sanctions.h compare
 * signatories and punishments. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_H
#define TAKLIMAT_EXTRACT_VERIFY_H

#include "extract/facts.h"
#include "intake/article.h"
#include "tables/register.h"
#include "tables/tables.h"
#include "tables/verify_tables.h"

struct verifier {
    const struct article *article;
    const struct tables *tables;
    struct arena *arena;   /* of the record */
    struct arena *scratch; /* emptied after each citation */
    struct facts *facts;
    struct date day;    /* of the event, else of publication; no date if neither is known */
    unsigned searches;  /* acts looked for in place of others, so far */
    struct flag *found; /* in order of the citations */
    size_t found_count, found_capacity;
};

/* A citation at work. */
struct verified {
    struct citation *citation;
    size_t first, end;                  /* its tokens */
    size_t sentence;                    /* its sentence, or sentences.count */
    const struct register_entry *entry; /* what it means; NULL if the register does not hold it */
    struct instrument suggested;        /* type none if nothing is */
};

/* Adds a flag about the citation with the note `code` of these values (note_forms.h). */
void verify_flag(struct verifier *verifier, enum flag_kind kind, struct span span, const char *code,
                 const struct text values[NOTE_PLACES], const struct citation *citation);

/* "PP 94/2021", in the record's arena (act_name). */
struct text verify_name(const struct verifier *verifier, const struct instrument *act);

/* The same of an act of the register. */
struct text verify_entry_name(const struct verifier *verifier, const struct register_entry *entry);

/* The tokens of the citation's sentence and of `further` sentences behind it, at most 200 from the
 * citation on; *first starts at most 60 before it. Without a sentence, the citation's own tokens.
 */
void verify_window(const struct verifier *verifier, const struct verified *verified, size_t further,
                   size_t *first, size_t *end);

#endif
