/* Pages to PDF, through libharu; the only folder that knows it.
 *
 * Before: layout. After: the command line writes the bytes with base/file.h (never libharu's own
 * file writing, which reports success on a full disk). */
#ifndef TAKLIMAT_PDF_PDF_H
#define TAKLIMAT_PDF_PDF_H

#include "base/buffer.h"
#include "base/error.h"
#include "layout/measure.h"
#include "layout/pages.h"

struct fonts; /* opaque */

/* Opens the eight faces named by `folder`/manifest.tsv. On failure NULL and EXIT_CONFIG, naming the
 * file. Free with fonts_close. */
struct fonts *fonts_open(const char *folder, struct error *error);
void fonts_close(struct fonts *fonts);

/* Callbacks over these fonts; borrowed until fonts_close. */
struct measure fonts_measure(struct fonts *fonts);

/* Appends the PDF to `out`; the same bytes for the same pages, fonts and zlib. Errors:
 * EXIT_INTERNAL naming libharu's first error code; `out` is as before then. */
bool pdf_render(const struct pages *pages, struct fonts *fonts, struct buffer *out,
                struct error *error);

#endif
