/* Zip files, in memory: what office programs keep their documents in. The only user of libzip.
 *
 * Before: the bytes of a file. After: workbook.c and document.c read the entries that they know. */
#ifndef TAKLIMAT_INTAKE_ARCHIVE_H
#define TAKLIMAT_INTAKE_ARCHIVE_H

#include "intake/fault.h"

struct archive;       /* opaque */
struct archive_entry; /* opaque */

/* Opens the zip file in `bytes`, which must outlive it. NULL, with *fault, if it is none or the
 * program was built without libzip. Close with archive_close. */
struct archive *archive_open(struct text bytes, struct fault *fault);

/* Whether it has an entry of this name, in any case of its letters. */
bool archive_has(const struct archive *archive, const char *name);

/* Opens an entry that is at most `most` bytes long when unpacked. NULL, with *fault, if there is
 * none, if it says that it is longer, or if it is encrypted. Close with archive_entry_close, before
 * the archive. */
struct archive_entry *archive_entry_open(struct archive *archive, const char *name, size_t most,
                                         struct fault *fault);

/* The next bytes of the entry, at most `size`; *got is 0 at its end. False, with *fault, if it is
 * damaged, or longer than `most` after all. */
bool archive_entry_read(struct archive_entry *entry, char *bytes, size_t size, size_t *got,
                        struct fault *fault);

/* NULL is allowed. */
void archive_entry_close(struct archive_entry *entry);
void archive_close(struct archive *archive);

#endif
