/* Regions: provinces, kabupaten (regencies) and kota (cities), by code and by every name that the
 * press gives them.
 *
 * Before: regions.tsv and region_words.tsv. After: intake checks the `region` field, extraction
 * finds regions in texts, the summary orders and names chapters. Kabupaten and kota are of one rank
 * below the province; a few pairs share one name (Kabupaten Bogor, Kota Bogor). */
#ifndef TAKLIMAT_TABLES_REGIONS_H
#define TAKLIMAT_TABLES_REGIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

enum region_type { REGION_PROVINCE, REGION_REGENCY, REGION_CITY };

#define REGION_NONE SIZE_MAX

struct region {
    struct text code; /* today's, "19.06", or "19" for a province */
    struct text
        name; /* official: "Kabupaten Belitung Timur", "Kota Bogor", "Kepulauan Bangka Belitung" */
    struct text short_name; /* "Belitung Timur" */
    struct text capital;    /* ";"-separated spellings; "" if none or of no use */
    enum region_type type;
    size_t province; /* index of its province; its own for a province */
    bool common;     /* the short name is an everyday word or a person's name as well */
};

/* How a form stands for a region. */
enum region_sense_kind {
    REGION_BY_NAME,       /* official or short name */
    REGION_BY_ALIAS,      /* short form of the press, or a former name */
    REGION_BY_CLUE,       /* means something else as well: counts with a second clue only */
    REGION_BY_UNVERIFIED, /* from hearsay: as REGION_BY_CLUE */
    REGION_BY_CAPITAL,    /* name of the region's capital */
    REGION_BY_SUBDISTRICT /* name of a kecamatan in it */
};

struct region_sense {
    size_t region;
    enum region_sense_kind kind;
};

/* What one form (a hit of LEXEME_REGION, whose row is the form's number) may stand for. */
struct region_form {
    struct text text;
    const struct region_sense *senses; /* by kind, then region */
    size_t sense_count;
};

/* What a word before a name tells about it (hit of LEXEME_REGION_WORD). */
enum region_word_kind {
    REGION_WORD_REGENCY,  /* Kabupaten, Pemkab, Bupati: a kabupaten */
    REGION_WORD_CITY,     /* Kota, Pemkot, Wali Kota */
    REGION_WORD_PROVINCE, /* Provinsi, Pemprov, Gubernur, Polda */
    REGION_WORD_OFFICE,   /* Bawaslu, KPU, DPRD, Dinas: an office at any level */
    REGION_WORD_POLICE, /* Polres, Kodim: of a regency where regency and city share the name, of the
                           city if "Kota" follows */
    REGION_WORD_COURT,  /* Pengadilan Negeri, Kejari: the same */
    REGION_WORD_FORCE,  /* Polda, Kejati: police and courts of a province, at work anywhere in it */
    REGION_WORD_SUBDISTRICT, /* Kecamatan, Camat, Polsek: part of a regency or city */
    REGION_WORD_BELOW,       /* Desa, Kelurahan, Jalan: what follows lies below a region or is
                                none */
    REGION_WORD_OTHER,    /* Universitas, Bank, Sungai, asal: what follows is part of another name,
                             weak evidence */
    REGION_WORD_SCHOOL,   /* SMP Negeri: of a region, or of a subdistrict if none is called so */
    REGION_WORD_NATIONAL, /* Presiden, Menteri, DPR RI, Mahkamah Konstitusi: the news is the
                             nation's */
    REGION_WORD_TAIL,     /* Post, FC: makes the name before it part of another */
    REGION_WORD_VISIT,    /* mengunjungi, studi banding: somebody goes to learn elsewhere */
    REGION_WORD_METRO,    /* Polda Metro Jaya: the police of Jakarta and of the towns around it */
    REGION_WORD_KINDS
};

struct regions; /* opaque */

/* Reads regions.tsv, subdistricts.tsv and region_words.tsv from `folder` and adds their forms to
 * `lexicon`. NULL with EXIT_CONFIG, file and line on failure: what tsv_read refuses, a code that is
 * there twice, an unknown kind, a code without province. */
const struct regions *regions_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                   struct error *error);

/* The number of regions; they are ordered by code, so that a province precedes its regencies. */
size_t regions_count(const struct regions *regions);

/* Region number `index`, or NULL if there is none. */
const struct region *regions_get(const struct regions *regions, size_t index);

/* The region with this code or name, whichever case and spacing: today's and former codes, official
 * names ("Kab. X" too), names of their kind ("Provinsi X"), short names and sure aliases that mean
 * one region only; an official name counts before a short name, that before an alias. NULL if there
 * is none or several of equal right ("Bogor"). */
const struct region *regions_find(const struct regions *regions, struct text code_or_name);

/* How many regions have this short name, any case: Solok is a regency and a city. */
size_t regions_sharing(const struct regions *regions, struct text short_name);

/* The name of a region that the fewest changes of letters make of `name`, the first of equals; none
 * where none is near. */
struct text regions_nearest(const struct regions *regions, struct text name);

/* The province of a region, itself if it is one. Never NULL. */
const struct region *regions_province(const struct regions *regions, const struct region *region);

/* The number of a region, for regions_get. */
size_t regions_index(const struct regions *regions, const struct region *region);

/* The form with the row of a LEXEME_REGION hit. */
const struct region_form *regions_form(const struct regions *regions, size_t row);

/* The kind of the word with the row of a LEXEME_REGION_WORD hit. */
enum region_word_kind regions_word_kind(const struct regions *regions, size_t row);

#endif
