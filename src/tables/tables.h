/* All tables of the data folder, loaded once and then only read.
 *
 * Before: the files of src/tables. After: intake and extract look things up here. */
#ifndef TAKLIMAT_TABLES_TABLES_H
#define TAKLIMAT_TABLES_TABLES_H

#include "base/arena.h"
#include "base/date.h"
#include "base/faults.h"
#include "tables/lexicon.h"

struct regions;          /* tables/regions.h */
struct calendar;         /* tables/calendar.h */
struct advertorials;     /* tables/advertorials.h: marks of what somebody paid for */
struct boilerplate;      /* tables/boilerplate.h */
struct regulation_types; /* tables/regulation_types.h */
struct offices;          /* tables/offices.h: positions, institutions, honorifics */
struct speech;           /* tables/speech.h: speech verbs and pronouns */
struct cues;             /* tables/cues.h: advisory cues, addressees */
struct topics;           /* tables/topics.h */
struct office_topics;    /* tables/office_topics.h: what the office watches */
struct legal_register;   /* tables/register.h: laws and regulations, their titles and state */
struct verify_tables;    /* tables/verify_tables.h: punishments, joint decrees, title words */
struct note_forms;       /* tables/note_forms.h: what notes say, in the readers' languages */
struct glossary;         /* tables/glossary.h: abbreviations */
struct province_tiles;   /* tables/province_tiles.h: the tile map */
struct zones;            /* tables/zones.h: time zones */
struct zone;

/* A file of the user's that was added to the register. */
struct added_file {
    struct text path;
    size_t bytes;
    struct text sha256; /* hex */
};

struct tables {
    struct arena arena; /* owns everything below */
    struct lexicon *lexicon;
    const struct vocabulary *vocabulary; /* the lexicon's: what is known of each word */
    const struct regions *regions;
    const struct calendar *calendar;
    const struct advertorials *advertorials;
    const struct boilerplate *boilerplate;
    const struct regulation_types *regulation_types;
    const struct offices *offices;
    const struct speech *speech;
    const struct cues *cues;
    const struct topics *topics;
    const struct legal_register *acts;
    const struct verify_tables *verify;
    const struct note_forms *notes;
    const struct province_tiles *tiles;
    const struct zones *zones;
    const struct zone *zone; /* which day a moment lies on; set to the first, or by the caller */
    bool zone_of_region; /* set by the caller: where the region is known, its own zone instead */
    const struct glossary *glossary;
    const struct office_topics *office_topics; /* NULL: everything is on topic; set by the caller */
    struct text version; /* from version.tsv, such as 2026.1; with files added 2026.1+2 */
    struct date date;    /* day of the data */
    struct text sha256; /* hex digest over the bytes of all tables in byte order of their names, and
                           of the files added in their order */
    struct text stamp;  /* both in short, for a line of facts: 2026.1+2/ and 16 digits of sha256 */
    struct added_file *added; /* the files added */
    size_t added_count;
};

/* Loads every table from `folder` (the .tsv files). On failure EXIT_CONFIG with file and line;
 * *tables is empty. */
bool tables_load(const char *folder, struct tables *tables, struct error *error);

/* The same with files that are added to the register (register.h). All faults of the register are
 * told; of the other tables, the first. */
bool tables_load_added(const char *folder, const char *const *added, size_t added_count,
                       struct tables *tables, struct faults *faults);

/* Frees everything. */
void tables_free(struct tables *tables);

#endif
