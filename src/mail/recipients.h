/* The list of recipients: who is mailed which regions, and how.
 *
 * Before: recipients.csv (formats.md: address,name,regions,language,format,active, and `empty`
 * where somebody wants a mail in a month without news, too). After: compose.h, and `taklimat
 * check`. */
#ifndef TAKLIMAT_MAIL_RECIPIENTS_H
#define TAKLIMAT_MAIL_RECIPIENTS_H

#include "base/arena.h"
#include "base/faults.h"
#include "tables/regions.h"

enum recipient_language { RECIPIENT_INDONESIAN, RECIPIENT_ENGLISH };
enum recipient_format { RECIPIENT_PDF, RECIPIENT_TEXT };

struct recipient {
    struct text address;   /* as address_read gives it: to be compared and sent */
    struct text name;      /* as written, one line; "" if none */
    const size_t *regions; /* numbers for regions_get, ascending, each once; NULL if national */
    size_t region_count;   /* 0: the nation's edition */
    enum recipient_language language;
    enum recipient_format format;
    bool active;
    bool empty;  /* wants a mail in a month without news for these regions */
    size_t line; /* in the file, from 1 */
};

/* Zero-initialise; free with recipients_free. */
struct recipients {
    struct recipient *at; /* in the order of the file, the inactive ones too */
    size_t count, capacity;
    struct arena arena; /* owns everything above */
};

/* Reads the file `path` and adds its recipients. Columns are found by their names, in any order;
 * regions are separated by '|'; an empty cell is `id`, `pdf`, active, not empty; address and
 * regions must be there. Rows without a fault are there also after faults, for a complete check;
 * who mails stops at the first. False if there was a fault; each goes to `faults` with its line,
 * one that the file cannot be read with EXIT_CONFIG as well. Time is linear in the file. */
bool recipients_read(struct recipients *recipients, const char *path, const struct regions *regions,
                     struct faults *faults);

/* What names the regions in a ledger, a Message-ID and a review: "nasional", or the codes in order,
 * separated by '|'. In the arena, NUL-terminated. */
struct text recipient_key(const struct recipient *recipient, const struct regions *regions,
                          struct arena *arena);

void recipients_free(struct recipients *recipients);

#endif
