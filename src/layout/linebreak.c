/* Choosing the breaks of a paragraph and placing its pieces: see linebreak.h. */
#include <config.h>

#include "layout/linebreak.h"

#include <string.h>

#include "base/buffer.h"
#include "layout/boxes.h"
#include "layout/legible.h"

/* Demerits, in squares of "percent of the cap": a space stretched to its cap counts 100 squared. */
enum {
    DEMERITS_LINE = 10, /* added to each line's badness: fewer lines are better */
    DEMERITS_RAGGED =
        400, /* badness of a line whose spaces would pass the cap, and more for what is left open */
    DEMERITS_HYPHEN = 3600,    /* parting a word */
    DEMERITS_INSIDE = 2500,    /* breaking at a dash or slash */
    DEMERITS_FORCED = 10000,   /* cutting a word that is too wide anyway */
    DEMERITS_TIED = 4000000,   /* parting a number from its unit */
    DEMERITS_NONE = 100000000, /* breaking where no break is */
    DEMERITS_SHORT_END = 3600  /* a last line of hardly a word */
};

struct chooser {
    const struct setting *setting;
    const struct box *boxes;
    size_t count;
    int64_t *width; /* [i]: widths of boxes and glue before box i */
    int64_t *glue;  /* [i]: glue before boxes 0 to i-1 */
    int64_t *best;  /* [i]: least demerits of lines that end before box i */
    size_t *from;   /* [i]: where the last of these lines begins */
};

static int64_t joint_demerits(enum joint joint) {
    switch (joint) {
    case JOINT_SPACE:
        return 0;
    case JOINT_INSIDE:
        return DEMERITS_INSIDE;
    case JOINT_HYPHEN:
        return DEMERITS_HYPHEN;
    case JOINT_FORCED:
        return DEMERITS_FORCED;
    case JOINT_TIED:
        return DEMERITS_TIED;
    case JOINT_NONE:
        return DEMERITS_NONE;
    }
    return DEMERITS_NONE;
}

/* Badness of a line with `slack` left and spaces of `glue` in all: 0 perfect, 100 at the cap, more
 * if ragged. */
static int64_t badness(const struct setting *setting, int64_t slack, int64_t glue) {
    const struct typesetting *limits = &setting->template->typesetting;
    int64_t cap = glue * (slack < 0 ? limits->shrink : limits->stretch) / 100;
    int64_t size = slack < 0 ? -slack : slack;
    if (setting->align != ALIGN_JUSTIFY && slack >= 0) {
        int64_t open = slack * 100 / setting->width;
        return open * open / 25;
    }
    if (size <= cap) {
        int64_t ratio = cap ? size * 100 / cap : 0;
        return ratio * ratio * ratio / 10000;
    }
    return DEMERITS_RAGGED + (size - cap) * 2000 / setting->width;
}

/* Demerits of the line of boxes i to j-1; -1 if it does not fit. */
static int64_t line_demerits(const struct chooser *chooser, size_t i, size_t j) {
    const struct setting *setting = chooser->setting;
    int64_t first = chooser->boxes[i].glue;
    int64_t hyphen = j < chooser->count ? chooser->boxes[j].hyphen : 0;
    int64_t natural = chooser->width[j] - chooser->width[i] - first + hyphen;
    int64_t glue = chooser->glue[j] - chooser->glue[i] - first;
    int64_t slack = setting->width - natural;
    if (slack < 0 && i + 1 < j && -slack > glue * setting->template->typesetting.shrink / 100)
        return -1;
    bool last = j == chooser->count;
    int64_t bad = last && slack >= 0 ? 0 : badness(setting, slack, glue);
    int64_t demerits = (DEMERITS_LINE + bad) * (DEMERITS_LINE + bad);
    if (last)
        return demerits + (i > 0 && natural < setting->width / 8 ? DEMERITS_SHORT_END : 0);
    if (bad >= DEMERITS_RAGGED && hyphen) /* a hyphen is for a full line */
        demerits += DEMERITS_RAGGED * DEMERITS_RAGGED;
    return demerits + joint_demerits(chooser->boxes[j].joint);
}

static void prepare(struct chooser *chooser, struct arena *arena) {
    size_t n = chooser->count + 1;
    chooser->width = arena_alloc_array(arena, n, sizeof(int64_t));
    chooser->glue = arena_alloc_array(arena, n, sizeof(int64_t));
    chooser->best = arena_alloc_array(arena, n, sizeof(int64_t));
    chooser->from = arena_alloc_array(arena, n, sizeof(size_t));
    for (size_t i = 0; i < chooser->count; i++) {
        chooser->width[i + 1] =
            chooser->width[i] + chooser->boxes[i].glue + chooser->boxes[i].width;
        chooser->glue[i + 1] = chooser->glue[i] + chooser->boxes[i].glue;
    }
}

/* The number of lines; chooser->from then leads from the last break to the first. */
static size_t choose(struct chooser *chooser) {
    for (size_t j = 1; j <= chooser->count; j++) {
        chooser->best[j] = INT64_MAX;
        for (size_t i = j; i-- > 0;) {
            int64_t demerits = line_demerits(chooser, i, j);
            if (demerits < 0)
                break;
            if (chooser->best[i] + demerits < chooser->best[j]) {
                chooser->best[j] = chooser->best[i] + demerits;
                chooser->from[j] = i;
            }
        }
    }
    size_t lines = 0;
    for (size_t at = chooser->count; at > 0; at = chooser->from[at])
        lines++;
    return lines;
}

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

/* What to add to each of `spaces` spaces of a line of `natural` width. */
static mpt word_space(const struct setting *setting, int64_t natural, int64_t glue, size_t spaces,
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
static size_t cut_pieces(struct arena *arena, const struct chooser *chooser, size_t i, size_t j,
                         struct line *line) {
    const struct setting *setting = chooser->setting;
    const struct box *boxes = chooser->boxes;
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
        bool parts = end == j && j < chooser->count && boxes[j].hyphen > 0;
        out->text = piece_text(arena, setting, &boxes[k], &boxes[end - 1], parts);
        out->width =
            setting->measure->width(setting->measure->context, style->face, style->size, out->text);
        out->x = k > i ? boxes[k].glue : 0; /* the space before it, until it is placed */
        spaces += count_spaces(out->text) + (out->x > 0);
        k = end;
    }
    return spaces;
}

static void set_line(struct arena *arena, const struct chooser *chooser, size_t i, size_t j,
                     struct line *line) {
    size_t spaces = cut_pieces(arena, chooser, i, j, line);
    int64_t natural = 0;
    for (size_t k = 0; k < line->count; k++)
        natural += line->pieces[k].x + line->pieces[k].width;
    int64_t glue = chooser->glue[j] - chooser->glue[i] - chooser->boxes[i].glue;
    mpt extra = word_space(chooser->setting, natural, glue, spaces, j == chooser->count);
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

struct lines linebreak_set(struct arena *arena, const struct setting *setting) {
    struct chooser chooser = {.setting = setting};
    struct lines lines = {0};
    struct arena scratch = {0};
    chooser.boxes = boxes_make(&scratch, setting, &chooser.count);
    if (chooser.count) {
        prepare(&chooser, &scratch);
        lines.count = choose(&chooser);
        lines.at = arena_alloc_array(arena, lines.count, sizeof *lines.at);
        size_t end = chooser.count;
        for (size_t line = lines.count; line-- > 0; end = chooser.from[end])
            set_line(arena, &chooser, chooser.from[end], end, &lines.at[line]);
    }
    arena_free(&scratch);
    return lines;
}
