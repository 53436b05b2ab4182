/* Placing the pieces of a paragraph's lines: see linebreak.h. */
#include <config.h>

#include "layout/linebreak.h"

#include <string.h>

#include "base/buffer.h"
#include "layout/breaks.h"
#include "layout/legible.h"

/* The text of the boxes from `first` to `last`, all of one run, with plain spaces, and a hyphen if
 * a word parts after it. */
static struct text piece_text(struct arena *arena, const struct setting *setting,
                              const struct box *first, const struct box *last, bool parts) {
    struct text text =
        text_slice(setting->runs[first->run].text, (struct span){first->start, last->end});
    if (!parts && text_find(text, 0, TEXT(NO_BREAK_SPACE)) == text.size)
        return text;
    struct buffer out = {0};
    for (size_t at = 0; at < text.size;) {
        size_t found = text_find(text, at, TEXT(NO_BREAK_SPACE));
        buffer_text(&out, text_slice(text, (struct span){at, found}));
        if (found < text.size)
            buffer_char(&out, ' ');
        at = found + (found < text.size ? 2 : 0);
    }
    if (parts)
        buffer_char(&out, '-');
    text = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

static size_t count_spaces(struct text text) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == ' ';
    return count;
}

mpt linebreak_stretch(const struct setting *setting, int64_t natural, int64_t glue, size_t spaces,
                      bool last) {
    int64_t slack = setting->width - natural;
    if (spaces == 0)
        return 0;
    if (slack < 0) /* rounded so that the line never passes the edge */
        return (mpt) - ((-slack + (int64_t)spaces - 1) / (int64_t)spaces);
    if (last || setting->align != ALIGN_JUSTIFY ||
        slack > glue * setting->template->typesetting.stretch / 100)
        return 0;
    return (mpt)(slack / (int64_t)spaces);
}

/* Cuts boxes i to j-1 into pieces, one a run, measured but not yet placed. Returns the spaces in
 * and between them. */
static size_t cut_pieces(struct arena *arena, const struct breaks *breaks, size_t i, size_t j,
                         struct line *line) {
    const struct setting *setting = breaks->setting;
    const struct box *boxes = breaks->boxes;
    size_t spaces = 0;
    for (size_t k = i; k < j; k++)
        line->count += k == i || boxes[k].run != boxes[k - 1].run;
    line->pieces = arena_alloc_array(arena, line->count, sizeof *line->pieces);
    for (size_t k = i, piece = 0; k < j; piece++) {
        size_t end = k + 1;
        while (end < j && boxes[end].run == boxes[k].run)
            end++;
        struct piece *out = &line->pieces[piece];
        const struct style_values *style =
            &setting->template->styles[setting->runs[boxes[k].run].style];
        out->run = boxes[k].run;
        bool parts = end == j && j < breaks->count && boxes[j].hyphen > 0;
        out->text = piece_text(arena, setting, &boxes[k], &boxes[end - 1], parts);
        out->width =
            setting->measure->width(setting->measure->context, style->face, style->size, out->text);
        out->x = k > i ? boxes[k].glue : 0; /* the space before it, until it is placed */
        spaces += count_spaces(out->text) + (out->x > 0);
        k = end;
    }
    return spaces;
}

static void set_line(struct arena *arena, const struct breaks *breaks, size_t i, size_t j,
                     struct line *line) {
    size_t spaces = cut_pieces(arena, breaks, i, j, line);
    int64_t natural = 0;
    for (size_t k = 0; k < line->count; k++)
        natural += line->pieces[k].x + line->pieces[k].width;
    int64_t glue = breaks->glue[j] - breaks->glue[i] - breaks->boxes[i].glue;
    mpt extra = linebreak_stretch(breaks->setting, natural, glue, spaces, j == breaks->count);
    mpt x = 0;
    for (size_t k = 0; k < line->count; k++) {
        struct piece *piece = &line->pieces[k];
        x += piece->x > 0 ? piece->x + extra : 0;
        piece->x = x;
        piece->word_space = extra;
        piece->width += extra * (mpt)count_spaces(piece->text);
        x += piece->width;
    }
    line->width = x;
}

struct lines breaks_lines(struct arena *arena, const struct breaks *breaks) {
    struct lines lines = {0};
    for (size_t at = breaks->count; at > 0; at = breaks->from[at])
        lines.count++;
    lines.at = arena_alloc_array(arena, lines.count, sizeof *lines.at);
    size_t end = breaks->count;
    for (size_t line = lines.count; line-- > 0; end = breaks->from[end])
        set_line(arena, breaks, breaks->from[end], end, &lines.at[line]);
    return lines;
}

struct lines linebreak_set(struct arena *arena, const struct setting *setting) {
    struct breaks breaks;
    struct lines lines = {0};
    struct arena scratch = {0};
    breaks_prepare(&breaks, &scratch, setting);
    if (breaks.count) {
        breaks_choose(&breaks);
        lines = breaks_lines(arena, &breaks);
    }
    arena_free(&scratch);
    return lines;
}
