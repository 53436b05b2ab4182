/* Mentions of regions in an article: where a name stands, what the words around it make of it, and
 * how much it says about the place of the news.
 *
 * Before: an article with its hits. After: region.c adds them up and decides. */
#ifndef TAKLIMAT_EXTRACT_REGION_MENTIONS_H
#define TAKLIMAT_EXTRACT_REGION_MENTIONS_H

#include "extract/facts.h"
#include "intake/article.h"
#include "tables/regions.h"
#include "tables/tables.h"

/* What the words around a name make of it. */
enum mention_context {
    MENTION_MARKED, /* a government, office or kind of region is named with it: Pemkab X, Kota X,
                       Polres X */
    MENTION_BARE,   /* the name alone */
    MENTION_WEAK,   /* a street, a village, an origin, part of another name */
    MENTION_SUBDISTRICT, /* a part of it is named: Kecamatan X */
    MENTION_LOCATOR      /* a province right after its regency: "Lahat, Sumatera Selatan" */
};

/* Where it stands. */
enum mention_place { MENTION_IN_TITLE, MENTION_IN_DATELINE, MENTION_IN_LEAD, MENTION_IN_BODY };

/* The little word before a name in the title or lead, and before the words with capitals between
 * them: "ke Kota X", "di Aula Pemkab X". */
enum mention_way { MENTION_NO_WAY, MENTION_AT, MENTION_TO };

struct mention {
    struct span span; /* in the text; {0,0} for one in a title that is no part of it */
    size_t region;
    size_t rival; /* a kabupaten and kota of one name that nothing tells apart: the other one; else
                     REGION_NONE */
    enum mention_context context;
    enum mention_place place;
    bool by_police; /* marked by the police only, whose districts do not always follow the border */
    bool by_court;  /* the police among them are a court, prosecutors or a prison */
    bool by_force;  /* marked by the police or a court of the province */
    bool is_venue; /* the place of somebody's words, as the day after it shows: "di Depok, Senin" */
    bool is_office; /* marked by an office or government of the region, not by its kind alone */
    bool full_name; /* "DKI Jakarta": the province, not the town that the nation meets in */
    enum mention_way way;
    bool joined;      /* the one before it stands right before it, with "dan" between */
    bool by_clue;     /* the form needs a second clue: the region or its province elsewhere */
    bool by_own_clue; /* the clue must be the region itself: the form is an everyday word */
    const struct region_form
        *shared; /* a subdistrict's name that several regions have, else NULL */
};

struct mentions {
    struct mention *at;
    size_t count;
    size_t opener;       /* the mention in the first words, before any office of the nation: "SD
                            Melati Sleman menjuarai ..."; else SIZE_MAX */
    bool national_lead;  /* an office of the nation stands in the title or the lead */
    size_t national;     /* such offices in all */
    bool from_capital;   /* the dateline is the capital, where most newsrooms are */
    bool visit;          /* title or lead tell of a visit to learn */
    size_t metro;        /* the police of Jakarta */
    bool metro_lead;     /* of these, one in the title or lead */
    size_t rural, urban; /* words of a kabupaten (Bupati, Desa) and of a kota (Wali Kota,
                            Kelurahan), named or not */
    size_t offices;      /* words of offices at any level (Dinas Sosial, Sekda), named or not */
};

/* The mentions in the title, then in the uncut text, in order (in all of it where all is cut); in
 * `arena`. Names inside a longer
 * name or a person's name are not counted. Linear. */
struct mentions region_mentions(const struct article *article, const struct tables *tables,
                                const struct facts *facts, struct arena *arena);

/* The first region named in `text`, such as a position ("Sekda Kabupaten Lahat"), or REGION_NONE.
 */
size_t region_mentioned(struct text text, const struct tables *tables, struct arena *arena);

#endif
