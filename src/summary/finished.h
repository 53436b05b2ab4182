/* The finished view of a month: everything that needs all articles at once. Derived, never an input
 * of merge.
 *
 * Before: a sealed summary. After: layout composes the briefing from it; `render --dump=finished`
 * prints it. */
#ifndef TAKLIMAT_SUMMARY_FINISHED_H
#define TAKLIMAT_SUMMARY_FINISHED_H

#include "summary/summary.h"
#include "tables/tables.h"

/* An article in the period. Near-duplicates form one story. What represents it is, first, on the
 * office's topic and no advertorial, or at least on topic, where one of them is; then not cut short
 * (nine tenths as long as the longest of these); then one that tells its region; then the first by
 * day, the longest, the first by (id, sha256). Day, region and facts of the story are those of the
 * article that represents it: facts count once a story. Which articles are copies is not written
 * into their facts (their flag "syndicated" is for what an article says of itself), because another
 * month or another set of articles has other copies. */
struct story {
    size_t number;                   /* from 1, by (day, id): the number by which lines lead to
                                        their source, in the order of the source list */
    uint32_t article;                /* index in the summary of the representing article */
    const struct kept *kept;         /* that article, packed */
    const struct kept **kept_copies; /* the other articles of the cluster, by id */
    size_t copy_count;
    struct date day;
    bool advertorial; /* all its articles are marked so */
    bool off_topic;   /* likewise */
};

struct official_quote {
    uint32_t story; /* index in finished.stories */
    uint32_t index; /* quote (or statement) number in its facts */
    bool statement;
};

/* A person over the month, in the fullest form seen: merged only with a full name of two words or
 * more and the same region or office (officials.c says how). */
struct identity {
    struct text name, honorifics, position;
    enum person_kind kind;
    bool listed; /* in some chapter */
};

/* Somebody who is quoted, reported or gives an advisory in a chapter. */
struct official {
    const struct identity *who;
    struct official_quote *quotes; /* by story, then by place in the text */
    uint32_t quote_count;  /* direct quotations and statements together; 0 if only advisories are
                              theirs */
    uint32_t direct_count; /* direct quotations among them */
};

struct directive {  /* an advisory of a story */
    uint32_t story; /* index in finished.stories */
    uint32_t index; /* advisory number in its facts */
};

/* An instrument cited in a chapter's stories. */
struct cited {
    struct instrument instrument; /* resolved where known, else as written */
    struct text office;           /* whose act it is, where the type does not tell: a body's short
                                     name, or the code of a region; none if not known */
    struct text title;            /* none if unknown */
    struct text words;            /* what the articles call it, the longest */
    enum citation_status status;
    struct text suggestion, replaced_by;
    struct note note;       /* what of the act stays or what amended it; words none if unknown */
    struct text *pinpoints; /* distinct, in order of appearance */
    size_t pinpoint_count;
    size_t *stories; /* indices, ascending, distinct */
    size_t story_count;
    size_t mention_count;
    unsigned flags; /* a bit for each kind of flag that finds fault with a citation of it */
};

struct flagged { /* a flag that a person should look at (not boilerplate, duplicate) */
    uint32_t story;
    uint32_t index; /* flag number in its facts */
};

/* A region, a province as such, the nation, or what could not be placed. Advertorials are counted
 * apart: their facts stand in none of the lists below. */
struct chapter {
    enum scope scope;   /* SCOPE_REGENCY for a region's section */
    struct text code;   /* "19.06", "19", "" for national and unknown */
    struct text name;   /* "Kabupaten Belitung Timur"; "" for national and unknown, where layout has
                           the label */
    size_t *stories;    /* indices, by day, then id; without advertorials */
    size_t story_count; /* may be 0: the chapter then has advertorials or cross-references only */
    size_t *advertorials; /* indices of stories that are advertorials, in the same order */
    size_t advertorial_count;
    struct directive *directives[ADVISORY_TYPES];
    size_t directive_count[ADVISORY_TYPES];
    struct official *officials; /* most quoted first, then by name */
    size_t official_count;
    struct cited *cited; /* most mentioned first, then type, year, number */
    size_t cited_count;
    struct flagged *flagged;
    size_t flagged_count;
    size_t *also; /* stories of other chapters that are also about this region; not counted */
    size_t also_count;
    size_t quote_count, statement_count, citation_count;
};

struct province {
    struct text code, name;
    struct chapter own;      /* province-wide articles; story_count may be 0 */
    struct chapter *regions; /* with stories, advertorials or cross-references, by code */
    size_t region_count;
    /* Own and regions together; quote_count counts direct quotations only. */
    size_t story_count, directive_count, quote_count, statement_count, citation_count;
};

struct counts {
    size_t articles;     /* in the period */
    size_t stories;      /* after near-duplicates are joined, without advertorials */
    size_t copies;       /* that repeat another article: articles less the other three */
    size_t advertorials; /* after near-duplicates are joined; their facts are counted nowhere */
    size_t off_topic;    /* likewise: articles off the office's topic, advertorials or not */
    size_t directives[ADVISORY_TYPES];
    size_t quotes, statements, officials, citations, instruments, flags;
    size_t regions;   /* regencies and cities with stories */
    size_t provinces; /* with stories, their own or of their regions */
    size_t outside_period, undated;
};

struct finished {
    struct arena arena; /* owns everything below, borrows from the summary */
    struct period period;
    const struct summary *summary;
    const struct note_forms *notes; /* the tables'; NULL where no tables were at hand */
    struct story *stories;
    size_t story_count;
    struct story *off_topic; /* set apart from `stories`: they have no number, and their facts stand
                                nowhere; by day, then id */
    size_t off_topic_count;
    struct chapter national, unknown; /* chapters of their own, shown and never dropped */
    struct province *provinces;       /* with stories, advertorials or cross-references, by code */
    size_t province_count;
    struct cited *cited; /* over all stories but advertorials */
    size_t cited_count;
    struct counts counts;
    const struct kept **kept_outside; /* articles outside the period, by (day, id) */
    size_t outside_count;
    const struct kept **kept_undated; /* articles whose month cannot be determined, by id */
    size_t undated_count;
};

/* Derives the finished view of a sealed summary. `tables` gives the names of regions; both must
 * outlive the view. NULL tables: those in the facts, and codes where these have none. Never fails.
 * Free with finished_free. */
void finish(const struct summary *summary, const struct tables *tables, struct finished *out);

/* The facts of one story, for a moment; `arena` is reset before. */
void finished_story(const struct finished *finished, size_t story, struct arena *arena,
                    struct facts *out);

/* The facts of an article, with lists in `arena`; texts are borrowed from the summary. */
const struct facts *finished_facts(const struct finished *finished, const struct kept *kept,
                                   struct arena *arena);

/* Opens one article after another, for those who look at many: all of them together take more
 * memory than the rest of a month. Zero-initialise but for `finished`; free with reader_free. */
struct reader {
    const struct finished *finished;
    const struct kept *kept; /* the article that is open */
    const struct facts *facts;
    struct arena arena; /* theirs */
};

/* The facts of an article, or of a story's, until another is asked for. */
const struct facts *reader_article(struct reader *reader, const struct kept *kept);
const struct facts *reader_story(struct reader *reader, size_t story);
void reader_free(struct reader *reader);

void finished_free(struct finished *finished);

/* Appends the view as JSON, for people and tests. */
void finished_dump(const struct finished *finished, struct buffer *out);

#endif
