/* libharu, and all that we use of its inside, behind one door.
 *
 * libharu keeps the objects, numbers them and writes the file. What stands in our objects we write
 * ourselves, as PDF syntax: its own containers take hundreds of bytes an entry, its pages two
 * kilobytes, its fonts cannot kern, and its strings lose characters (see the comments of haru.c).
 *
 * Before: pdf.c, page_tree.c, embed.c, links.c, outline.c, metadata.c, archive.c. After: libharu.
 */
#ifndef TAKLIMAT_PDF_HARU_H
#define TAKLIMAT_PDF_HARU_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

struct haru; /* a document being made */

/* An indirect object of the document, which owns it. NULL after an error; every function below
 * takes NULL and then does nothing, so that only haru_save need be looked at. */
struct haru_object;

struct haru *haru_open(void);
void haru_close(struct haru *haru);

/* A new dictionary, empty until haru_fill. */
struct haru_object *haru_dictionary(struct haru *haru);

/* Appends `entries`, such as "/Type/Font /Subtype/Type0", to a dictionary. */
void haru_fill(struct haru *haru, struct haru_object *dictionary, struct text entries);

/* A new stream of `bytes`, which are deflated already (zlib's format); `entries` stand in its
 * dictionary. */
struct haru_object *haru_stream(struct haru *haru, struct text entries, struct text bytes);

/* The same, of bytes that stand in the file as they are. */
struct haru_object *haru_plain_stream(struct haru *haru, struct text entries, struct text bytes);

/* The number by which others refer to an object ("12 0 R"); 0 for NULL. */
unsigned haru_number(const struct haru_object *object);

/* The root of the page tree, empty but for being one, for haru_fill. */
struct haru_object *haru_page_tree(struct haru *haru);

/* The catalogue and the information dictionary, for haru_fill. */
struct haru_object *haru_catalogue(struct haru *haru);
struct haru_object *haru_information(struct haru *haru);

/* What the information dictionary names as /Producer; "" after an error. */
const char *haru_producer(struct haru *haru);

/* Appends the finished file to `out`. Its /ID is computed from what was written. Errors:
 * EXIT_INTERNAL with libharu's first error code; `out` is as before then. */
bool haru_save(struct haru *haru, struct buffer *out, struct error *error);

#endif
