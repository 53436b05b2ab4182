/* Choosing where a paragraph's lines end: see breaks.h. */
#include <config.h>

#include "layout/breaks.h"

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

int64_t breaks_demerits(const struct breaks *breaks, size_t i, size_t j) {
    const struct setting *setting = breaks->setting;
    int64_t first = breaks->boxes[i].glue;
    int64_t hyphen = j < breaks->count ? breaks->boxes[j].hyphen : 0;
    int64_t natural = breaks->width[j] - breaks->width[i] - first + hyphen;
    int64_t glue = breaks->glue[j] - breaks->glue[i] - first;
    int64_t slack = setting->width - natural;
    if (slack < 0 && i + 1 < j && -slack > glue * setting->template->typesetting.shrink / 100)
        return -1;
    bool last = j == breaks->count;
    int64_t bad = last && slack >= 0 ? 0 : badness(setting, slack, glue);
    int64_t demerits = (DEMERITS_LINE + bad) * (DEMERITS_LINE + bad);
    if (last)
        return demerits + (i > 0 && natural < setting->width / 8 ? DEMERITS_SHORT_END : 0);
    if (bad >= DEMERITS_RAGGED && hyphen) /* a hyphen is for a full line */
        demerits += DEMERITS_RAGGED * DEMERITS_RAGGED;
    return demerits + joint_demerits(breaks->boxes[j].joint);
}

void breaks_prepare(struct breaks *breaks, struct arena *arena, const struct setting *setting) {
    *breaks = (struct breaks){.setting = setting};
    breaks->boxes = boxes_make(arena, setting, &breaks->count);
    size_t n = breaks->count + 1;
    breaks->width = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->glue = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->best = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->from = arena_alloc_array(arena, n, sizeof(size_t));
    for (size_t i = 0; i < breaks->count; i++) {
        breaks->width[i + 1] = breaks->width[i] + breaks->boxes[i].glue + breaks->boxes[i].width;
        breaks->glue[i + 1] = breaks->glue[i] + breaks->boxes[i].glue;
    }
}

void breaks_choose(struct breaks *breaks) {
    for (size_t j = 1; j <= breaks->count; j++) {
        breaks->best[j] = INT64_MAX;
        for (size_t i = j; i-- > 0;) {
            int64_t demerits = breaks_demerits(breaks, i, j);
            if (demerits < 0)
                break;
            if (breaks->best[i] + demerits < breaks->best[j]) {
                breaks->best[j] = breaks->best[i] + demerits;
                breaks->from[j] = i;
            }
        }
    }
}
