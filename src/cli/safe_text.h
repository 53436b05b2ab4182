/* Text from articles on its way to a person's screen.
 *
 * Before: any checked UTF-8. After: show_wrap.c, show_html.c and diff.c put it out. */
#ifndef TAKLIMAT_CLI_SAFE_TEXT_H
#define TAKLIMAT_CLI_SAFE_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* What is put out in the place of a character: itself; U+FFFD for controls, which could steer a
 * terminal; '\n' for every line end and ' ' for a tab; 0, nothing at all, for characters that have
 * no width but reorder or hide what stands around them, and for the CR of a CRLF. */
uint32_t safe_character(uint32_t codepoint);

/* The character at `offset` of checked UTF-8, made safe; its bytes in the text go to *size. A CR
 * alone is a line end. */
uint32_t safe_decode(struct text text, size_t offset, size_t *size);

/* Checked UTF-8 made safe as one line, in `arena`: line ends become spaces. */
struct text safe_line(struct arena *arena, struct text text);

#endif
