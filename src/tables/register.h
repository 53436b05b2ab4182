/* The register: laws and regulations with titles, the days from which they held, and what later
 * acts did to them.
 *
 * Before: register.tsv and its companions. After: extract/verify.c compares citations with it. What
 * it does not hold proves nothing, unless register_last_number says that the year is complete. */
#ifndef TAKLIMAT_TABLES_REGISTER_H
#define TAKLIMAT_TABLES_REGISTER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/faults.h"

struct regulation_types; /* tables/regulation_types.h */
struct regions;          /* tables/regions.h */

/* The state as of the latest source; see register.tsv. */
enum register_state {
    REGISTER_LISTED, /* number and title seen, state not examined */
    REGISTER_IN_FORCE,
    REGISTER_AMENDED,
    REGISTER_REVOKED,
    REGISTER_PARTLY_REVOKED,
    REGISTER_ADOPTED, /* a Perppu that became a law */
    REGISTER_EXPIRED, /* made for one election or year */
    REGISTER_STATES
};

enum relation_kind {
    RELATION_AMENDED,
    RELATION_REVOKED,
    RELATION_PARTLY_REVOKED,
    RELATION_REVOKED_OR_AMENDED, /* the source does not say which */
    RELATION_ADOPTED,
    RELATION_REVIVED, /* what had revoked it was struck down */
    RELATION_KINDS
};

/* What a later act did to an entry. */
struct register_relation {
    enum relation_kind kind;
    struct text by_type, by_number;
    int by_year;
    struct date from; /* since when; no date if only the year is known */
    bool unverified;
    struct text note;                     /* English: what goes or stays; "" if not known */
    const struct register_relation *next; /* the next of the same entry, in the order of years */
};

struct register_entry {
    struct text type, number; /* the number without leading zeros */
    int year;
    struct text title;       /* "" if not known */
    bool official;           /* the title is no paraphrase */
    struct date from, until; /* first and last day, no date where not known */
    enum register_state state;
    bool unverified; /* nobody verified the state */
    struct text issuers;
    const struct register_relation *relations; /* NULL if none is known */
    const struct register_entry *same;         /* another of type, number and year, or NULL */
};

struct legal_register; /* opaque, in an arena */

/* What the register is made of. */
struct register_sources {
    const char *folder;       /* of the tables */
    const char *const *added; /* paths of the user's files, in order: later ones override */
    size_t added_count;
    const struct regulation_types *types; /* the types that an act may have; NULL: any */
    const struct regions *regions;        /* whose names tell issuers apart; NULL: not checked */
};

/* Reads register.tsv, register_relations.tsv, register_years.tsv and register_coverage.tsv, and the
 * files added, whose format is told in register.tsv. NULL if there is any fault; every one is told,
 * with file and line: what tsv_open refuses, columns missing or unknown, an unknown type, status or
 * relation, a bad number, year or date, an act, relation or year that stands in a file twice, an
 * act that ended before it came into force, a relation of an act that is not there, an issuer that
 * is missing or may be several regions, acts that replace each other in a circle, an act above its
 * year's last number. */
const struct legal_register *register_load(const struct register_sources *sources,
                                           struct arena *arena, struct faults *faults);

/* How many acts it holds. */
size_t register_count(const struct legal_register *acts);

/* The act, or NULL. `number` may have leading zeros and be in any ASCII case. Where one type covers
 * many offices, one of the entry's issuers must stand in `words` (the citation's own; any case).
 */
const struct register_entry *register_find(const struct legal_register *acts, struct text type,
                                           struct text number, int year, struct text words);

/* The last number that was given out in the year, 0 if none was, -1 if the series is not known to
 * be complete. */
int register_last_number(const struct legal_register *acts, struct text type, int year);

/* True if an act of the type that nothing in the register ended by `day` (no date: today) may be
 * said to hold: acts that could have ended it were looked through until then. */
bool register_covers(const struct legal_register *acts, struct text type, struct date day);

#endif
