/* What the parts of the register's loader share: the files as rows, the acts with where each was
 * said, and the relations before they are linked. Only the loader includes this. */
#ifndef TAKLIMAT_TABLES_REGISTER_PARTS_H
#define TAKLIMAT_TABLES_REGISTER_PARTS_H

#include "tables/register.h"
#include "tables/register_series.h"
#include "tables/tsv.h"

struct legal_register {
    struct register_entry *entries;
    size_t count;
    uint32_t *places; /* number of an entry + 1, or 0; by key */
    size_t mask;
    struct register_series series;
};

/* What a file holds, told from its columns. */
enum register_file_kind { FILE_OF_ACTS, FILE_OF_RELATIONS, FILE_OF_YEARS };

struct register_file {
    enum register_file_kind kind;
    struct tsv table; /* without rows if the file cannot be read as a table */
};

/* A row of a file, as a later file must name it. */
struct register_row {
    uint32_t file, line;
};

/* What is known of an entry while files are read. */
struct register_origin {
    struct register_row row;
    uint32_t status_file; /* the last one that named a status: relations of earlier ones are void */
};

/* A relation before it is linked to its entry. */
struct register_link {
    struct register_relation relation;
    uint32_t entry;
    struct register_row row;
    bool none; /* says that the two acts have nothing to do with each other */
};

struct register_loading {
    struct arena *arena;
    struct faults *faults;
    const struct regulation_types *types; /* NULL: types are not checked */
    const struct regions *regions;        /* NULL: issuers are not checked */
    struct text known_type;               /* the last one that was checked and is known */
    struct legal_register *acts;
    struct register_file *files; /* later ones override earlier ones */
    size_t file_count;
    struct register_origin *origins; /* by entry */
    struct register_link *links;
    size_t link_count;
};

/* Reads the file, tells its kind from its columns and checks that it knows them all. On failure
 * *out has no rows, and the faults are told. */
bool register_file_open(struct register_loading *loading, const char *path,
                        struct register_file *out);

/* A fault in a row of a file; false. */
bool register_fault(struct register_loading *loading, struct register_row row, const char *format,
                    ...) __attribute__((format(printf, 3, 4)));

/* What identifies an act. */
struct register_name {
    struct text type, number;
    int year;
};

/* Reads an act's type, number (made plain) and year from the columns with these names. On a fault
 * it is told, and false. */
bool register_name_read(struct register_loading *loading, struct register_row at,
                        const struct tsv *table, size_t row, const size_t columns[3],
                        struct register_name *out);

/* Checks a type; a fault is told, and false. */
bool register_type_check(struct register_loading *loading, struct register_row at,
                         struct text type);

/* The number without leading zeros. */
struct text register_number_plain(struct text number);

/* The same as register_name_read from words such as "UU 20/2023". */
bool register_name_parse(struct register_loading *loading, struct register_row at,
                         struct text words, struct register_name *out);

/* A date, "-" or nothing; *out is no date for the latter two. On a fault it is told, and false. */
bool register_date_read(struct register_loading *loading, struct register_row at,
                        const char *column, struct text cell, struct date *out);

/* The first of the acts with this key; NULL. */
struct register_entry *register_entry_find(const struct legal_register *acts,
                                           const struct register_name *name);

/* Reads the acts of all files into loading->acts, and their `replaced_by` into the links. */
void register_acts_load(struct register_loading *loading);

/* Reads the relations of all files, decides between them, links them to the acts, and tells acts
 * that replace each other in a circle. After register_acts_load. */
void register_links_load(struct register_loading *loading);

/* Reads the last numbers of all files, and tells acts with a greater number. After
 * register_acts_load. */
void register_years_load(struct register_loading *loading);

#endif
