/* Values in PDF's syntax, appended to a buffer. */
#ifndef TAKLIMAT_PDF_SYNTAX_H
#define TAKLIMAT_PDF_SYNTAX_H

#include <stdint.h>

#include "base/buffer.h"
#include "layout/measure.h"

/* An integer. */
void syntax_integer(struct buffer *out, int64_t value);

/* `before` and a reference to the object of that number: "/Pg " and 12 become "/Pg 12 0 R". */
void syntax_reference(struct buffer *out, const char *before, unsigned number);

/* Thousandths: a length in millipoints as points, such as 12.5. */
void syntax_thousandths(struct buffer *out, int64_t value);

/* What stands for a character in texts that readers show beside the pages (titles, outline, /Info,
 * XMP, words read for a picture): a space for control characters and line ends, 0, nothing, for
 * what is no character (and cannot be in XML 1.0), else itself. */
uint32_t syntax_shown(uint32_t character);

/* A text string, from checked UTF-8, of shown characters: ASCII in parentheses, else UTF-16 in
 * hexadecimal. */
void syntax_text(struct buffer *out, struct text text);

/* An address as a string of ASCII: what is not allowed in one is percent-encoded. */
void syntax_uri(struct buffer *out, struct text uri);

/* One byte of a string in parentheses. */
void syntax_byte(struct buffer *out, unsigned byte);

/* The colour for filling, 0xRRGGBB, with its operator: "0.5 g" or "1 0 0 rg". */
void syntax_fill(struct buffer *out, uint32_t colour);

#endif
