/* Wrapping lines with styles: see show_wrap.h. Before: show_terminal.c. After: a terminal. */
#include <config.h>

#include "cli/show_wrap.h"

#include "base/utf8.h"
#include "cli/safe_text.h"

/* Parameters of the escape sequence that sets a style. Kinds differ in more than the colour. */
static const char *const sequences[STYLES] = {
    [STYLE_PLAIN] = "0",       [STYLE_STRONG] = "1",     [STYLE_FAINT] = "2",
    [STYLE_QUOTE] = "32",      [STYLE_STATEMENT] = "36", [STYLE_ADVISORY] = "1;35",
    [STYLE_CITATION] = "4;33", [STYLE_BACKREF] = "4;34",
};

static void set_style(struct wrap *wrap, enum style style) {
    if (!wrap->colour || wrap->shown == style)
        return;
    bool from_another = wrap->shown != STYLE_PLAIN && style != STYLE_PLAIN;
    buffer_string(wrap->out, from_another ? "\033[0;" : "\033[");
    buffer_string(wrap->out, sequences[style]);
    buffer_char(wrap->out, 'm');
    wrap->shown = style;
}

static void put_blanks(struct wrap *wrap, size_t count) {
    for (size_t i = 0; i < count; i++)
        buffer_char(wrap->out, ' ');
    wrap->column += count;
}

static void break_line(struct wrap *wrap) {
    set_style(wrap, STYLE_PLAIN);
    buffer_char(wrap->out, '\n');
    wrap->column = 0;
    wrap->blank = false;
}

/* Writes the word gathered, on a new line where this one is too short for it. */
static void flush_word(struct wrap *wrap) {
    if (wrap->word_count == 0)
        return;
    bool at_start = wrap->column <= wrap->indent;
    if (!at_start && wrap->column + wrap->blank + wrap->word_width > wrap->width)
        break_line(wrap);
    if (wrap->column < wrap->indent) {
        put_blanks(wrap, wrap->indent - wrap->column);
    } else if (wrap->blank) {
        /* A blank within a marked passage belongs to it. */
        if (wrap->shown != wrap->word[0].style)
            set_style(wrap, STYLE_PLAIN);
        put_blanks(wrap, 1);
    }
    for (size_t i = 0; i < wrap->word_count; i++) {
        set_style(wrap, wrap->word[i].style);
        buffer_append(wrap->out, wrap->word[i].bytes, wrap->word[i].size);
    }
    wrap->column += wrap->word_width;
    wrap->word_count = wrap->word_width = 0;
    wrap->blank = false;
}

/* Adds a character to the word; a word as long as the line is cut. */
static void add_cell(struct wrap *wrap, uint32_t c, enum style style) {
    unsigned width = utf8_width(c);
    size_t room = wrap->width > wrap->indent + 1 ? wrap->width - wrap->indent : 2;
    if (wrap->word_width + width > room || wrap->word_count == WRAP_WIDTH_MOST)
        flush_word(wrap);
    struct wrap_cell *cell = &wrap->word[wrap->word_count++];
    cell->size = (uint8_t)utf8_encode(c, cell->bytes);
    cell->width = (uint8_t)width;
    cell->style = (uint8_t)style;
    wrap->word_width += width;
}

void wrap_text(struct wrap *wrap, struct text text, enum style style) {
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = safe_decode(text, i, &size);
        if (c == '\n' && wrap->column == 0 && wrap->word_count == 0) {
            wrap_end_paragraph(wrap);
        } else if (c == '\n') {
            wrap_end_line(wrap);
        } else if (c && utf8_is_space(c)) {
            flush_word(wrap);
            wrap->blank = wrap->column > 0;
        } else if (c) {
            add_cell(wrap, c, style);
        }
    }
}

void wrap_string(struct wrap *wrap, const char *string, enum style style) {
    wrap_text(wrap, text_of(string), style);
}

void wrap_end_line(struct wrap *wrap) {
    flush_word(wrap);
    if (wrap->column > 0)
        break_line(wrap);
}

void wrap_end_paragraph(struct wrap *wrap) {
    wrap_end_line(wrap);
    size_t size = wrap->out->size;
    if (size > 1 && wrap->out->data[size - 2] != '\n')
        buffer_char(wrap->out, '\n');
}

void wrap_column(struct wrap *wrap, size_t column) {
    flush_word(wrap);
    set_style(wrap, STYLE_PLAIN);
    if (wrap->column < column)
        put_blanks(wrap, column - wrap->column);
    else if (wrap->column > 0)
        put_blanks(wrap, 1);
    wrap->blank = false;
}
