/* The edition: which part of the month a briefing covers (nation, one province, one region), and
 * its figures.
 *
 * Before: struct finished and the region asked for. After: compose_*.c write it out. Everything
 * lives in the arena given or is borrowed from the finished month. */
#ifndef TAKLIMAT_LAYOUT_EDITION_H
#define TAKLIMAT_LAYOUT_EDITION_H

#include "layout/layout.h"

enum edition_kind { EDITION_NATION, EDITION_PROVINCE, EDITION_REGION };

struct figures {
    size_t stories, articles, advertorials;
    size_t directives, by_type[ADVISORY_TYPES];
    size_t quotes;       /* direct quotations, those of unknown speakers included */
    size_t unattributed; /* direct quotations whose speaker the article does not tell */
    size_t speakers;     /* officials and institutions with a direct quotation */
    size_t instruments;  /* different ones */
    size_t doubtful;     /* instruments that are impossible, revoked or not yet in force, or a
                            citation of which is flagged */
    size_t unknown;      /* other instruments that the register does not have */
    size_t flags[FLAG_KINDS], flag_total;
};

/* A chapter of the finished month that the edition shows, in the edition's order. */
struct edition_chapter {
    const struct chapter *chapter;
    const struct province *province; /* NULL for national and unknown */
    struct figures figures;
};

struct edition_province {
    const struct province *province;
    size_t first, count; /* its chapters */
    struct figures figures;
};

struct edition {
    const struct finished *finished;
    enum edition_kind kind;
    struct text place;         /* name of the province or region; none for the nation */
    struct text province_name; /* of a region; none otherwise */
    struct edition_province *provinces;
    size_t province_count;
    struct edition_chapter
        *chapters; /* provinces' chapters, then national and unknown, where they have news or, of a
                      province or region, where other news concerns them */
    size_t chapter_count;
    struct figures figures;
    size_t outlets;          /* different publishers */
    size_t regions;          /* regencies and cities with stories */
    size_t news_provinces;   /* provinces with stories, their own or of their regions */
    size_t advising;         /* chapters with an advisory */
    size_t advising_regions; /* those of regencies and cities among them */
    struct cited *cited;     /* over all chapters, most mentioned first */
    size_t cited_count;
    const struct story **off_topic; /* those of the place, the nearest to the topic first */
    size_t off_topic_count;
};

/* Selects what options->region asks for; an edition of a place without news has no chapters. */
void edition_make(struct arena *arena, const struct finished *finished,
                  const struct briefing_options *options, struct edition *out);

/* How many of the edition's advisories are about each topic: adds them to `counts`, which has room
 * for TOPICS_MAX, by the topic's number. */
void edition_topics(const struct edition *edition, const struct topics *topics, size_t counts[]);

/* True if the status is one that a person should look at. */
bool status_doubtful(enum citation_status status);

/* The type with the most advisories; the first of equals. */
enum advisory_type figures_top_type(const struct figures *figures);

#endif
