/* Single bytes as ASCII, whatever the locale: what is beyond ASCII is no letter, has no other case
 * and stays as it is.
 *
 * Before: bytes of a text. After: whoever reads words, numbers and names that a machine wrote, or
 * compares them without case; other letters are utf8.h's. */
#ifndef TAKLIMAT_BASE_ASCII_H
#define TAKLIMAT_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }

static inline bool ascii_is_upper(char c) { return c >= 'A' && c <= 'Z'; }

static inline bool ascii_is_lower(char c) { return c >= 'a' && c <= 'z'; }

static inline bool ascii_is_letter(char c) { return ascii_is_upper(c) || ascii_is_lower(c); }

static inline bool ascii_is_alphanumeric(char c) { return ascii_is_letter(c) || ascii_is_digit(c); }

/* The letter in lower case; any other byte itself. */
static inline char ascii_lower(char c) { return ascii_is_upper(c) ? (char)(c - 'A' + 'a') : c; }

/* The letter in upper case; any other byte itself. */
static inline char ascii_upper(char c) { return ascii_is_lower(c) ? (char)(c - 'a' + 'A') : c; }

/* The value of a hexadecimal digit in either case, or -1. */
static inline int ascii_hex(char c) {
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

#endif
