/* Telling what an input holds by its first bytes.
 *
 * Before: an opened source. After: the slicer. */
#ifndef TAKLIMAT_INTAKE_FORMAT_H
#define TAKLIMAT_INTAKE_FORMAT_H

#include "intake/paths.h"
#include "intake/slicer.h"

/* How to cut an input that is named as `format` and begins with `head` (any bytes). *plain: it is
 * one plain text. The name decides between JSON and text; within JSON the bytes do, because arrays
 * and JSON Lines are often misnamed. */
enum slicer_mode format_tell(enum input_format format, struct text head, bool *plain);

/* Size of the UTF-8 byte-order mark at the beginning: 3 or 0. */
size_t format_mark_size(struct text head);

/* True if `head` looks like UTF-16: a byte-order mark, or NULs in every other byte. *little tells
 * the byte order. */
bool format_is_utf16(struct text head, bool *little);

#endif
