/* Lines of a terminal: words in styles, wrapped at its width.
 *
 * Before: show_terminal.c. After: bytes for standard output. Escape sequences are written only if
 * colours are wanted, and end with each line, so that pagers and copied lines stay in order. */
#ifndef TAKLIMAT_CLI_SHOW_WRAP_H
#define TAKLIMAT_CLI_SHOW_WRAP_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/text.h"

enum style {
    STYLE_PLAIN,
    STYLE_STRONG, /* headings, numbers without a kind */
    STYLE_FAINT,  /* what was cut, names of details */
    STYLE_QUOTE,
    STYLE_STATEMENT,
    STYLE_ADVISORY,
    STYLE_CITATION,
    STYLE_BACKREF,
    STYLES
};

#define WRAP_WIDTH_LEAST 20
#define WRAP_WIDTH_MOST 500

/* Zero-initialise with `out`, `width` and `colour` set; `indent` may change between lines. */
struct wrap {
    struct buffer *out; /* borrowed */
    size_t width;       /* columns, WRAP_WIDTH_LEAST to WRAP_WIDTH_MOST */
    bool colour;
    size_t indent; /* columns before each line that wrapping begins */

    size_t column;     /* where the next character comes */
    bool blank;        /* a blank stands before the word, unless the line is broken there */
    enum style shown;  /* what the terminal is set to */
    size_t word_width; /* of the word that is being gathered */
    size_t word_count;
    struct wrap_cell {
        char bytes[4];
        uint8_t size, width, style;
    } word[WRAP_WIDTH_MOST + 1];
};

/* Puts text (checked UTF-8, not safe) in a style. Blanks may become line breaks; line breaks of the
 * text end the line, several of them leave one blank line. */
void wrap_text(struct wrap *wrap, struct text text, enum style style);
void wrap_string(struct wrap *wrap, const char *string, enum style style);

/* Ends the line, if anything stands on it. */
void wrap_end_line(struct wrap *wrap);

/* Ends the line, and leaves one blank line. */
void wrap_end_paragraph(struct wrap *wrap);

/* Blanks up to column `column`, at least one if the line is not empty; never a line break. */
void wrap_column(struct wrap *wrap, size_t column);

#endif
