/* Subjects: the facts of an article that a person may be asked about, under one handle, and which
 * of them a flag is about.
 *
 * Before: facts. After: review.c lists what should be looked at, decide.c applies what was decided.
 * Beside quotations, statements, citations and advisories an article has three subjects of its own:
 * its region, its date, and itself. Their names are made as those of facts, with the letters `r`,
 * `d` and `w` and the empty span, so that they too stay the same while the article's id does. */
#ifndef TAKLIMAT_SUMMARY_SUBJECT_H
#define TAKLIMAT_SUMMARY_SUBJECT_H

#include "base/arena.h"
#include "extract/facts.h"

/* What weighs more comes first: an advisory is printed as an order in an official's name. */
enum subject_kind {
    SUBJECT_ADVISORY,
    SUBJECT_QUOTE,
    SUBJECT_STATEMENT,
    SUBJECT_CITATION,
    SUBJECT_REGION,
    SUBJECT_DATE,
    SUBJECT_ARTICLE, /* as a whole */
    SUBJECT_NONE
};

struct subject {
    enum subject_kind kind;
    size_t index; /* of its kind in the facts; 0 for region, date and article */
};

/* "advisory", "quote", "statement", "citation", "region", "date", "article". */
const char *subject_kind_name(enum subject_kind kind);

/* The kind that a fid's letter tells, SUBJECT_NONE for any other letter. */
enum subject_kind subject_kind_of(char letter);

/* How many subjects of a kind the facts have. */
size_t subject_count(const struct facts *facts, enum subject_kind kind);

/* All subjects of the facts in a row: how many there are, and the place of one. */
size_t subject_slots(const struct facts *facts);
size_t subject_slot(const struct facts *facts, struct subject subject);

void subject_fid(const struct facts *facts, struct subject subject, char fid[FID_SIZE]);

/* The name of what the article with this id has one of: its region, its date, itself. */
void subject_own_fid(enum subject_kind kind, struct text article, char fid[FID_SIZE]);

/* {0,0} for what an article has one of. */
struct span subject_span(const struct facts *facts, struct subject subject);

/* The words of the fact; for what an article has one of its title, or its first words known. */
struct text subject_words(const struct facts *facts, struct subject subject);

/* In hundredths; a date and an article have none: 0. */
int subject_confidence(const struct facts *facts, struct subject subject);

/* Whoever says it, NOBODY where nobody does. */
int subject_speaker(const struct facts *facts, struct subject subject);

/* Whether a person has looked at it and decided; never of an article as a whole, for nothing asks
 * about that. */
bool subject_checked(const struct facts *facts, struct subject subject);
void subject_set_checked(struct facts *facts, struct subject subject);

/* The subject of each flag, in the order of the flags: the fact that the flag names, else the
 * weightiest whose words it stands in; the date for a conflict of dates; none for what is only
 * listed apart or cut out. In `arena`, or NULL where there are no flags. */
struct subject *flag_subjects(const struct facts *facts, struct arena *arena);

#endif
