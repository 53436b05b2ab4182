/* The words of a mail: a text with places that are filled for each recipient.
 *
 * Before: templates/mail.id.txt, mail.en.txt, or an office's own. After: mail_letters.c, which
 * knows what stands in the places.
 *
 * The first line is "Subject: ..."; an empty one follows, then the body. {name} is filled, nothing
 * where there is nothing to fill in; a line that begins with {?name} stands only where that place
 * is filled. Empty lines one after another become one. */
#ifndef TAKLIMAT_CLI_MAIL_TEXT_H
#define TAKLIMAT_CLI_MAIL_TEXT_H

#include "base/arena.h"
#include "base/faults.h"
#include "layout/wording.h"

/* The places that there are, NULL at the end. */
extern const char *const mail_text_places[];

struct mail_text {
    struct text subject, body; /* patterns */
};

/* Reads the file at `path`, of at most 64 kB; everything lives in `arena`. False after faults, with
 * file and line: it cannot be read, is no UTF-8, has no subject, names a place that there is none
 * of, or lacks {digest}, without which a mail says nothing. */
bool mail_text_read(const char *path, struct arena *arena, struct mail_text *out,
                    struct faults *faults);

/* The two filled, by fills of mail_text_places ended by a NULL name; lines end with LF. In `arena`.
 */
struct mail_text mail_text_fill(const struct mail_text *text, const struct fill *fills,
                                struct arena *arena);

#endif
