/* Telling what an input holds by its first bytes.
 *
 * Before: an opened source. After: the slicer. */
#ifndef TAKLIMAT_INTAKE_FORMAT_H
#define TAKLIMAT_INTAKE_FORMAT_H

#include "intake/paths.h"
#include "intake/slicer.h"

/* What the slices of an input are. */
enum content {
    CONTENT_JSON,   /* a record each */
    CONTENT_PLAIN,  /* one text */
    CONTENT_PAGE,   /* one page, HTML */
    CONTENT_TABLE,  /* a row of CSV each, the first of them headings */
    CONTENT_ARCHIVE /* one zip file: a workbook or a document */
};

/* How to cut an input that is named as `format` and begins with `head` (any bytes), and what the
 * slices are. The name decides, if there is one that says something; within JSON the bytes do,
 * because arrays and JSON Lines are often misnamed. */
enum slicer_mode format_tell(enum input_format format, struct text head, enum content *content);

/* Size of the UTF-8 byte-order mark at the beginning: 3 or 0. */
size_t format_mark_size(struct text head);

/* True if `head` looks like UTF-16: a byte-order mark, or NULs in every other byte. *little tells
 * the byte order. */
bool format_is_utf16(struct text head, bool *little);

#endif
