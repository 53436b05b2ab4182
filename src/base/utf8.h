/* UTF-8: checking, decoding, character classes, folding and normalisation. The only user of
 * utf8proc. */
#ifndef TAKLIMAT_BASE_UTF8_H
#define TAKLIMAT_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms,
 * no surrogates, nothing above U+10FFFF), or text.size if all is well. */
size_t utf8_check(struct text text);

/* Decodes the character at `offset` (< text.size) of checked UTF-8; its size in bytes goes to *size
 * (1 to 4). */
uint32_t utf8_decode(struct text text, size_t offset, size_t *size);

/* Appends the UTF-8 form of `codepoint` to `out` (room for 4 bytes); returns the number of bytes.
 */
size_t utf8_encode(uint32_t codepoint, char *out);

/* Number of characters in checked UTF-8. */
size_t utf8_length(struct text text);

bool utf8_is_letter(uint32_t codepoint); /* letters and combining marks */
bool utf8_is_upper(uint32_t codepoint);  /* upper and title case letters */
bool utf8_is_lower(uint32_t codepoint);
bool utf8_is_digit(uint32_t codepoint);        /* decimal digits of any script */
bool utf8_is_alphanumeric(uint32_t codepoint); /* letters without marks, numbers of any kind */
bool utf8_is_space(uint32_t codepoint);        /* white space, NBSP and zero-width space included */
bool utf8_is_ignorable(
    uint32_t codepoint); /* zero-width joiners, marks of direction, soft hyphen, BOM */

/* Columns that a character takes in a terminal: 0 (combining marks, controls), 1 or 2 (East Asian
 * wide). */
unsigned utf8_width(uint32_t codepoint);

/* False if the text is certainly in NFC already (a quick check that never answers false wrongly).
 */
bool utf8_may_need_nfc(struct text text);

/* The NFC form in the arena; the text itself where it is in NFC already. Input must be checked
 * UTF-8. */
struct text utf8_nfc(struct arena *arena, struct text text);

/* The NFKC form in the arena; the text itself where it is ASCII. Input must be checked UTF-8. */
struct text utf8_nfkc(struct arena *arena, struct text text);

/* Full case folding as the Unicode standard defines it (one character may become several, and
 * nothing is dropped), in the arena; the text itself where it does not change. Checked UTF-8. For
 * comparing with other programs; the program's own words are folded by utf8_fold. */
struct text utf8_casefold(struct arena *arena, struct text text);

/* The form by which words are compared: case folded, ignorable characters dropped, ’ ‘ ` written as
 * ', hyphens of their own as -. Checked UTF-8; NFC is not applied. In the arena; the text itself
 * where it does not change. */
struct text utf8_fold(struct arena *arena, struct text text);

/* The folded form of one character, as utf8_fold writes it. */
uint32_t utf8_fold_character(uint32_t codepoint);

#endif
