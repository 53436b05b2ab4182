/* Text that was wrapped at a fixed width: see draft.h. Before: tokens. After: lines, for which such
 * a break would end a paragraph.
 *
 * A program that wraps puts as many words into a line as fit. So each of its breaks tells of the
 * width that it is at least the line's length and less than that with the next word, and the breaks
 * of one text agree; those between paragraphs do not. */
#include <config.h>

#include <string.h>

#include "base/utf8.h"
#include "intake/draft.h"

#define MOST 160 /* characters; wider lines are paragraphs */
#define LEAST 40 /* shorter lines are headings and menus */
#define LONGEST_WORD 40
#define BREAKS 5 /* that agree */
#define ENOUGH 3 /* of five breaks behind lines of LEAST characters */
#define OF_BREAKS 5

/* A line with another right behind it. */
struct wrap {
    size_t length; /* characters, spaces at the end left aside; MOST + 1 for more */
    size_t word;   /* characters of the next line's first word */
    size_t next;   /* offset of that line */
};

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/* The end of the word at `at`; a space that does not break ends it, too. */
static size_t word_end(struct text text, size_t at) {
    while (at < text.size && !is_blank(text.data[at]) && text.data[at] != '\n' &&
           !(text.data[at] == '\xC2' && at + 1 < text.size && text.data[at + 1] == '\xA0'))
        at++;
    return at;
}

static size_t length_of(struct text text, size_t start, size_t end) {
    while (end > start && is_blank(text.data[end - 1]))
        end--;
    if (end - start > (size_t)4 * MOST)
        return MOST + 1;
    size_t length = utf8_length(text_slice(text, (struct span){start, end}));
    return length > MOST ? MOST + 1 : length;
}

/* Reads the line at *at and moves behind it; false if it is empty, or followed by an empty line or
 * by nothing. */
static bool read_line(struct text text, size_t *at, struct wrap *wrap) {
    size_t start = *at;
    const char *end = memchr(text.data + start, '\n', text.size - start);
    *at = end ? (size_t)(end - text.data) + 1 : text.size;
    wrap->next = *at;
    while (wrap->next < text.size && is_blank(text.data[wrap->next]))
        wrap->next++;
    if (wrap->next >= text.size || text.data[wrap->next] == '\n')
        return false;
    wrap->length = length_of(text, start, *at - 1);
    wrap->word = word_end(text, wrap->next) - wrap->next;
    if (wrap->word > LONGEST_WORD)
        wrap->word = 0; /* an address: it would agree with any width */
    return wrap->length > 0;
}

static bool agrees(const struct wrap *wrap, size_t width) {
    return wrap->length <= width && width <= wrap->length + wrap->word;
}

/* The width at which the text was wrapped, or 0. */
static size_t width_of(struct text text) {
    int change[MOST + LONGEST_WORD + 2] = {0};
    int lines = 0, now = 0, best = 0;
    size_t width = 0;
    struct wrap wrap;
    for (size_t at = 0; at < text.size;) {
        if (!read_line(text, &at, &wrap) || wrap.length < LEAST)
            continue;
        lines++;
        if (wrap.length > MOST)
            continue;
        change[wrap.length]++;
        change[wrap.length + wrap.word + 1]--;
    }
    for (size_t i = LEAST; i <= MOST; i++) {
        now += change[i];
        if (now > best) {
            best = now;
            width = i;
        }
    }
    return best >= BREAKS && best * OF_BREAKS >= lines * ENOUGH ? width : 0;
}

void wraps_join(struct text text, struct tokens tokens) {
    size_t width = width_of(text), token = 0;
    struct wrap wrap;
    for (size_t at = 0; width && at < text.size;) {
        if (!read_line(text, &at, &wrap) || wrap.length < LEAST || !agrees(&wrap, width))
            continue;
        while (token < tokens.count && tokens.at[token].start < wrap.next)
            token++;
        if (token < tokens.count && tokens.at[token].gap == GAP_LINE)
            tokens.at[token].gap = GAP_SPACE;
    }
}
