/* What stands around a region's name: the word for its kind, the words of a longer name, a way that
 * it ends, the day that makes it a venue.
 *
 * Before: tokens with hits. After: region_mentions.c tells what the name is. */
#ifndef TAKLIMAT_EXTRACT_REGION_AROUND_H
#define TAKLIMAT_EXTRACT_REGION_AROUND_H

#include "extract/region_mentions.h"

/* A run of tokens that is read for names: the text or a title that is no part of it. */
struct region_reader {
    const struct article *article;
    const struct regions *regions;
    const struct vocabulary *vocabulary;
    struct text text;
    struct tokens tokens;
    struct hits hits;
    bool is_title;
    bool cut_too; /* all of the text is cut: links to files, whose names are all that there is */
    const struct facts *facts; /* for people's names; NULL for none */

    struct arena *arena;
    struct mentions *out;
    size_t capacity;
};

/* What stands before and after one name. */
struct region_around {
    bool has_word;
    enum region_word_kind word;
    bool office;     /* the word is an office, or ends the name of one: "BKPSDM Kabupaten Ciamis" */
    bool town_after; /* "Pekalongan Kota" */
    bool tail_after; /* "Kupang Barat", "Lampung Post" */
    bool in_name;    /* other words with capitals stand beside it: "Istana Rumbia" */
    bool in_route;   /* "Duri-Tangerang" */
};

struct region_around region_around_read(const struct region_reader *reader, const struct hit *hit);

/* True for a place that ends before token `end` and the day after it, which close a sentence of
 * speech: "di Tangerang, Rabu (20/5)", "di Klaten, Jawa Tengah, Senin". */
bool region_is_venue(const struct region_reader *reader, size_t end);

/* What leads to the name at token `i`: see mention_way. */
enum mention_way region_way_to(const struct region_reader *reader, size_t i);

/* True for a further name in a list of subdistricts: "Kecamatan Garung, Kertek dan X", and, also
 * where the name is a regency's as well (`also_town`), "di dua Kecamatan, yaitu X". */
bool region_in_subdistricts(const struct region_reader *reader, const struct hit *hit,
                            bool also_town);

/* True for "DKI" and "DKI Jakarta", which name the province and not the town. */
bool region_is_full_name(const struct region_reader *reader, const struct hit *hit);

#endif
