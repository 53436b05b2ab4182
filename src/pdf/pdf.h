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

/* Reads the colour profile that PDF/A asks for into `profile`, which stays empty if there is no
 * such file. Errors: EXIT_CONFIG, naming the file, if it is no ICC profile of RGB colours, or of a
 * version that PDF/A-1 does not know. */
bool profile_read(const char *path, struct buffer *profile, struct error *error);

struct pdf_options {
    bool plain;          /* without tags: smaller, but no machine can read it aloud in order */
    struct text profile; /* as of profile_read; if there is none the document is no PDF/A */
};

/* Appends the PDF to `out`, as PDF/A-1b where there is a profile; the same bytes for the same
 * pages, options, fonts and zlib. Errors: EXIT_INTERNAL naming libharu's first error code; `out` is
 * as before then. */
bool pdf_render(const struct pages *pages, struct fonts *fonts, const struct pdf_options *options,
                struct buffer *out, struct error *error);

#endif
