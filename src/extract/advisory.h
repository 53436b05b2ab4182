/* Advisories, inside the recogniser: the pieces of sentences it looks at and what the rules say of
 * one.
 *
 * advisories.c goes through the article, advisory_units.c cuts the pieces, advisory_cues.c gathers
 * their cues, advisory_rules.c decides, advisory_details.c adds topics, advisory_addressee.c the
 * addressee. */
#ifndef TAKLIMAT_EXTRACT_ADVISORY_H
#define TAKLIMAT_EXTRACT_ADVISORY_H

#include "extract/facts.h"
#include "tables/cues.h"
#include "tables/tables.h"
#include "tables/word_lists.h"

#define ADVISORY_CUES                                                                              \
    64 /* cues of one piece that are looked at; more stand in no sentence that anybody reads */

/* A sentence, or the part of it that lies inside or outside of a quotation. */
struct unit {
    size_t first, end; /* tokens, half-open, without quotation marks and commas at the ends */
    struct span span;  /* bytes: a quoted part keeps the comma or full stop that closes it */
    size_t paragraph;
    bool quoted;      /* inside a quotation */
    bool stated;      /* in a sentence of indirect speech */
    bool continued;   /* in neither, but goes on with what was said before it */
    bool after_quote; /* begins right behind a quotation of its sentence: "...," kata X */
    bool carried;     /* in none of these, but somebody in office still holds the floor, or it
                         stands in an announcement */
    int speaker;      /* of the quotation or the statement, else NOBODY */
    int floor;        /* who holds the floor, else NOBODY */
};

/* A cue in a unit. */
struct unit_cue {
    uint32_t first, end; /* tokens */
    enum cue_role role;
    enum advisory_type type; /* ADVISORY_TYPES where the role alone counts */
};

struct unit_cues {
    struct unit_cue
        at[ADVISORY_CUES]; /* in the order of the text, without those that a guard takes away */
    size_t count;
};

/* Whether the sentences that follow are items of a list. */
enum advisory_list {
    ADVISORY_LIST_NONE,
    ADVISORY_LIST_PLEDGE, /* each item is promised */
    ADVISORY_LIST_ITEMS   /* each item is asked for by the sentence before the list */
};

/* Whether somebody may direct others. */
enum standing {
    STANDING_UNSEEN,  /* not looked up yet */
    STANDING_UNKNOWN, /* the text does not tell */
    STANDING_OFFICE,  /* holds an office, or is one */
    STANDING_OUTSIDE  /* an observer, a victim, a company */
};

/* What the recogniser knows while it goes through an article. */
struct advisory_context {
    const struct article *article;
    const struct tables *tables;
    struct arena *arena;
    struct facts *facts;
    uint32_t *cues; /* tokens at which a cue begins, in order */
    size_t cue_count;
    size_t next_cue;         /* the first of them that is not before the unit */
    size_t quote;            /* the first quotation that ends behind where we are */
    size_t statement;        /* likewise */
    enum standing *standing; /* by person, looked up once */
    bool has_office;         /* the article names an office at all */
    bool official;           /* those who speak hold offices, as far as the text tells */
    bool announcement;       /* an authority's own page on which nobody else speaks */
    bool about_a_crime;      /* the article is about particular suspects: punishments are theirs */
    enum advisory_list list;
    enum advisory_type list_type; /* of the sentence that opened an ADVISORY_LIST_ITEMS */
    size_t said_next;             /* the sentence behind the last one that was said or went on */
    size_t said_until;            /* the sentence that goes on with nothing any more */
    size_t said_paragraph;        /* the paragraph of that one */
    int said_by;                  /* its speaker */
    int floor;                    /* the office that spoke last, or will speak first */
    size_t floor_until;           /* the sentence from which nobody holds the floor any more */
    bool topics_known;            /* `topics` is filled in, by the first advisory */
    uint64_t topics;              /* that the article names by words that tell them by themselves */
    int directs;                  /* whoever asked something outright last */
    bool after_advisory;          /* the unit before was an advisory */
};

/* What the rules say of a unit; type ADVISORY_TYPES: no advisory. */
struct verdict {
    enum advisory_type type;
    size_t cue;       /* index of the deciding cue in unit_cues */
    int confidence;   /* hundredths */
    const char *rule; /* static */
};

/* Writes the units of sentence `index` into `units` (room for `room`) and returns their number; in
 * order. */
size_t advisory_units(struct advisory_context *context, size_t index, struct unit *units,
                      size_t room);

/* Finds out whether sentence `index`, of which these are the units, goes on with what was said
 * before it: then its unit is `continued` and has the speaker. Called once a sentence, in order. */
void advisory_continue(struct advisory_context *context, size_t index, struct unit *units,
                       size_t count);

/* Whoever is quoted or reported first if that is an office, else NOBODY. */
int advisory_first_speaker(const struct advisory_context *context);

/* The person or body of the facts that the text names last between two offsets, or NOBODY. */
int advisory_named(const struct advisory_context *context, size_t from, size_t until);

/* Fills context->cues: one pass over the article. */
void advisory_find_cues(struct advisory_context *context);

/* The cues of a unit. Moves context->next_cue: units come in the order of the text, but for those
 * of an item that is none after all. */
void advisory_cues(struct advisory_context *context, const struct unit *unit,
                   struct unit_cues *out);

/* Opens a list after sentence `index` if its first item follows. `type`: of the advisory that the
 * sentence is, or ADVISORY_TYPES. */
void advisory_open_list(struct advisory_context *context, size_t index, enum advisory_type type);

/* True if sentence `index` is an item of the list that is open; then *unit is the item with the
 * lines that belong to it, and *last the sentence it ends with. Else the list is closed. */
bool advisory_item(struct advisory_context *context, size_t index, struct unit *unit, size_t *last);

/* What an item of the open list is: its own type, or that of the list. */
struct verdict advisory_decide_item(const struct advisory_context *context, const struct unit *unit,
                                    const struct unit_cues *cues);

/* The standing of a speaker (NOBODY: unknown). */
enum standing advisory_standing(const struct advisory_context *context, int speaker);

/* True if the uncut text names a post or an office. */
bool advisory_has_office(const struct advisory_context *context);

/* True if somebody who speaks holds an office, and nobody who speaks is known to hold none. */
bool advisory_is_official(const struct advisory_context *context);

/* True if somebody who speaks holds an office. */
bool advisory_some_official(const struct advisory_context *context);

/* True if a hit names a post or a body. */
bool advisory_is_office(const struct advisory_context *context, const struct hit *hit);

/* True if a form of `role` begins at the token; guards are not looked at. */
bool advisory_role_at(const struct advisory_context *context, size_t token, enum cue_role role);

/* True if the token is a word of the list. */
bool advisory_in_list(const struct advisory_context *context, size_t token, enum word_list list);

/* Decides whether the unit is an advisory, and of what type. */
struct verdict advisory_decide(const struct advisory_context *context, const struct unit *unit,
                               const struct unit_cues *cues);

/* The row of the addressee nearest to token `from` among the tokens [from, until), or -1. Words
 * that stand for people but name no group count too where `any`. */
int32_t advisory_addressee(const struct advisory_context *context, size_t from, size_t until,
                           bool any);

/* The same, looking back from token `until` down to `from`. */
int32_t advisory_addressee_before(const struct advisory_context *context, size_t from, size_t until,
                                  bool any);

/* True if people are the object of the verb that ends before token `from`: "seluruh warga". */
bool advisory_has_object(const struct advisory_context *context, size_t from, size_t until);

/* True if people are the subject of the verb at token `verb` of the unit that begins at `first`. */
bool advisory_has_subject(const struct advisory_context *context, size_t first, size_t verb);

/* True if the token is a verb by its prefix; words of other kinds that look like one are taken for
 * it: then no addressee is told. */
bool advisory_looks_like_verb(const struct advisory_context *context, size_t token);

/* The verb in the passive behind a word of duty that ends before token `from`, "harus segera
 * dipatuhi": its token, or `until`. */
size_t advisory_passive(const struct advisory_context *context, size_t from, size_t until);

/* The group that the unit directs by its cue, empty if the sentence does not tell for sure. */
struct text advisory_addressed(const struct advisory_context *context, const struct unit *unit,
                               const struct unit_cue *cue);

/* Fills topics and addressee of an advisory. `cue` is the deciding cue. */
void advisory_details(struct advisory_context *context, const struct unit *unit,
                      const struct unit_cue *cue, struct advisory *out);

#endif
