/* Choosing where a paragraph's lines end: see breaks.h. */
#include <config.h>

#include "layout/breaks.h"

#include <string.h>

#include "layout/rivers.h"

/* Demerits, in squares of "percent of the cap": a space stretched to its cap counts 100 squared.
 * Those of pairs of lines were chosen on the text of the samples (test_breaks): more of them and
 * spaces grow wider, or lines more. */
enum {
    DEMERITS_LINE = 10, /* added to each line's badness: fewer lines are better */
    DEMERITS_RAGGED =
        400, /* badness of a line whose spaces would pass the cap, and more for what is left open */
    DEMERITS_HYPHEN = 3600,     /* parting a word */
    DEMERITS_STUB = 2000,       /* and leaving two letters of it */
    DEMERITS_INSIDE = 2500,     /* breaking at a dash or slash */
    DEMERITS_FORCED = 10000,    /* cutting a word that is too wide anyway */
    DEMERITS_TIED = 4000000,    /* parting a number from its unit */
    DEMERITS_NONE = 100000000,  /* breaking where no break is */
    DEMERITS_SHORT_END = 3600,  /* a last line of hardly a word */
    DEMERITS_FRAGMENT = 250000, /* a last line of a part of a word: a ragged line is better */
    DEMERITS_STACKED = 20000,   /* a hyphen below a hyphen */
    DEMERITS_THIRD = 100000000, /* below two: never, if there is another way */
    DEMERITS_LAST_FULL = 12000, /* a hyphen above the last line */
    DEMERITS_UNEVEN = 10000,    /* a line two classes tighter or looser than the one above */
    DEMERITS_SENSE = 12000,     /* display: a line that ends between the words of a phrase */
    DEMERITS_DANGLING = 6000    /* display: after "di", "dan", "of" */
};

#define STUB 2     /* letters that look lost before a hyphen */
#define DANGLING 3 /* bytes of a word that should not end a line of display */

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

/* The last byte of the box's text. */
static char last_byte(const struct breaks *breaks, const struct box *box) {
    return breaks->setting->runs[box->run].text.data[box->end - 1];
}

/* What a line of display costs for where it ends: after a phrase, a phrase's word, or a word that
 * belongs to the next. */
static int64_t sense_demerits(const struct breaks *breaks, const struct box *last) {
    if (strchr(",;:.!?)", last_byte(breaks, last)))
        return 0;
    return DEMERITS_SENSE + (last->end - last->start <= DANGLING ? DEMERITS_DANGLING : 0);
}

/* What the break before box j costs. */
static int64_t break_demerits(const struct breaks *breaks, size_t j) {
    const struct box *last = &breaks->boxes[j - 1];
    enum joint joint = breaks->boxes[j].joint;
    int64_t demerits = joint_demerits(joint);
    if (joint == JOINT_HYPHEN && last->joint != JOINT_HYPHEN && last->end - last->start <= STUB)
        demerits += DEMERITS_STUB;
    return demerits + (breaks->setting->balance ? sense_demerits(breaks, last) : 0);
}

/* Badness of a line with `slack` left and spaces of `glue` in all: 0 perfect, 100 at the cap, more
 * if ragged. */
static struct break_fault badness(const struct setting *setting, int64_t slack, int64_t glue) {
    const struct typesetting *limits = &setting->template->typesetting;
    int64_t cap = glue * (slack < 0 ? limits->shrink : limits->stretch) / 100;
    int64_t size = slack < 0 ? -slack : slack;
    if (setting->align != ALIGN_JUSTIFY && slack >= 0) {
        int64_t open = slack * 100 / setting->width;
        return (struct break_fault){open * open / 25, NORMAL};
    }
    if (size > cap)
        return (struct break_fault){DEMERITS_RAGGED + (size - cap) * 2000 / setting->width, NORMAL};
    int64_t ratio = cap ? size * 100 / cap : 0;
    enum tightness tightness = slack < 0     ? ratio > 50 ? TIGHT : NORMAL
                               : ratio <= 33 ? NORMAL
                               : ratio <= 67 ? LOOSE
                                             : VERY_LOOSE;
    return (struct break_fault){ratio * ratio * ratio / 10000, tightness};
}

struct break_fault breaks_fault(const struct breaks *breaks, size_t i, size_t j) {
    const struct setting *setting = breaks->setting;
    int64_t first = breaks->boxes[i].glue;
    int64_t hyphen = j < breaks->count ? breaks->boxes[j].hyphen : 0;
    int64_t natural = breaks->width[j] - breaks->width[i] - first + hyphen;
    int64_t glue = breaks->glue[j] - breaks->glue[i] - first;
    int64_t slack = setting->width - natural;
    if (slack < 0 && i + 1 < j && -slack > glue * setting->template->typesetting.shrink / 100)
        return (struct break_fault){-1, NORMAL};
    bool last = j == breaks->count;
    struct break_fault fault = last && slack >= 0 && !setting->balance
                                   ? (struct break_fault){0, NORMAL}
                                   : badness(setting, slack, glue);
    int64_t bad = fault.demerits;
    fault.demerits = (DEMERITS_LINE + bad) * (DEMERITS_LINE + bad);
    if (last && i > 0)
        fault.demerits += (natural < setting->width / 8 ? DEMERITS_SHORT_END : 0) +
                          (breaks->boxes[i].joint == JOINT_HYPHEN && !glue ? DEMERITS_FRAGMENT : 0);
    else if (!last)
        fault.demerits += break_demerits(breaks, j);
    if (!last && bad >= DEMERITS_RAGGED && hyphen) /* a hyphen is for a full line */
        fault.demerits += DEMERITS_RAGGED * DEMERITS_RAGGED;
    return fault;
}

struct break_spaces breaks_spaces(const struct breaks *breaks, size_t i, size_t j) {
    const struct setting *setting = breaks->setting;
    struct break_spaces spaces = {breaks->glue[j] - breaks->glue[i] - breaks->boxes[i].glue, 0, 0};
    int64_t hyphen = j < breaks->count ? breaks->boxes[j].hyphen : 0;
    int64_t natural = breaks->width[j] - breaks->width[i] - breaks->boxes[i].glue + hyphen;
    for (size_t k = i + 1; k < j; k++)
        spaces.count += breaks->boxes[k].glue > 0;
    spaces.stretch =
        linebreak_stretch(setting, natural, spaces.glue, spaces.count, j == breaks->count);
    return spaces;
}

bool breaks_hyphen(const struct breaks *breaks, size_t j) {
    return j > 0 && j < breaks->count &&
           (breaks->boxes[j].joint == JOINT_HYPHEN ||
            (breaks->boxes[j].joint == JOINT_INSIDE &&
             last_byte(breaks, &breaks->boxes[j - 1]) == '-'));
}

/* What the line of boxes i to j-1 costs below a line that ends `hyphens` hyphens in a row (2: or
 * more) and is so tight. */
static int64_t pair_demerits(const struct breaks *breaks, size_t i, size_t j, int hyphens,
                             enum tightness above, enum tightness here) {
    int64_t demerits = 0;
    if (i == 0)
        return 0;
    if (hyphens > 0 && j == breaks->count)
        demerits += DEMERITS_LAST_FULL;
    else if (hyphens > 0 && breaks_hyphen(breaks, j))
        demerits += hyphens > 1 ? DEMERITS_THIRD : DEMERITS_STACKED;
    if (here > above + 1 || above > here + 1)
        demerits += DEMERITS_UNEVEN;
    return demerits;
}

void breaks_prepare(struct breaks *breaks, struct arena *arena, const struct setting *setting) {
    *breaks = (struct breaks){.setting = setting};
    breaks->boxes = boxes_make(arena, setting, &breaks->count);
    size_t n = breaks->count + 1;
    breaks->width = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->glue = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->floor = arena_alloc_array(arena, n, sizeof(int64_t));
    breaks->nodes = arena_alloc_array(arena, n, sizeof *breaks->nodes);
    breaks->from = arena_alloc_array(arena, n, sizeof(size_t));
    breaks->other = arena_alloc_array(arena, n, sizeof(size_t));
    for (size_t i = 0; i < breaks->count; i++) {
        breaks->width[i + 1] = breaks->width[i] + breaks->boxes[i].glue + breaks->boxes[i].width;
        breaks->glue[i + 1] = breaks->glue[i] + breaks->boxes[i].glue;
    }
}

/* Whether the line from i to j is the best end of lines in some state. */
static void try_line(struct breaks *breaks, size_t i, size_t j, const struct break_fault *fault) {
    bool hyphen = breaks_hyphen(breaks, j), above = breaks_hyphen(breaks, i);
    for (size_t state = 0; state < (above ? BREAK_STATES : TIGHTNESSES); state++) {
        const struct break_node *before = &breaks->nodes[i][state];
        struct break_node *node =
            &breaks->nodes[j][fault->tightness + (hyphen && above ? TIGHTNESSES : 0)];
        if (before->cost == INT64_MAX) /* no line ends there in this state */
            continue;
        int64_t cost = before->cost + fault->demerits;
        if (cost >= node->cost)
            continue;
        int hyphens = above + (state >= TIGHTNESSES);
        cost += pair_demerits(breaks, i, j, hyphens, (enum tightness)(state % TIGHTNESSES),
                              fault->tightness);
        if (cost < node->cost)
            *node = (struct break_node){cost, (uint32_t)i, (uint32_t)state};
    }
}

static bool avoided(const struct breaks *breaks, size_t i, size_t j) {
    for (size_t k = 0; k < breaks->avoided; k++)
        if (breaks->avoid[k].from == i && breaks->avoid[k].end == j)
            return true;
    return false;
}

/* What lines that end in one of the states from `first` on must cost less than, so that they can
 * still win: the next line costs at most DEMERITS_UNEVEN more below a line of another class. */
static int64_t limit_of(const struct break_node nodes[BREAK_STATES], size_t first) {
    int64_t least = nodes[first].cost;
    for (size_t state = first + 1; state < first + TIGHTNESSES; state++)
        least = nodes[state].cost < least ? nodes[state].cost : least;
    return least < INT64_MAX - DEMERITS_UNEVEN ? least + DEMERITS_UNEVEN : INT64_MAX;
}

/* Forgets lines that end before box j which cannot win any more, whatever follows; it never costs
 * less below more hyphens. Keeps in `floor` what lines that end there or between an earlier box
 * and there cost at least. */
static void close_box(struct breaks *breaks, size_t j) {
    struct break_node *nodes = breaks->nodes[j];
    int64_t limit = limit_of(nodes, 0), least = INT64_MAX;
    for (size_t state = 0; state < BREAK_STATES; state++) {
        if (state == TIGHTNESSES && limit_of(nodes, state) < limit)
            limit = limit_of(nodes, state);
        if (nodes[state].cost >= limit)
            nodes[state].cost = INT64_MAX;
        least = nodes[state].cost < least ? nodes[state].cost : least;
    }
    breaks->floor[j] = least;
    for (size_t i = j; i > 0 && breaks->floor[i - 1] > least; i--)
        breaks->floor[i - 1] = least;
}

/* The first box that may begin a line which ends before box j; not before `first`, which was it for
 * box j-1. */
static size_t first_fitting(const struct breaks *breaks, size_t first, size_t j) {
    const struct setting *setting = breaks->setting;
    for (; first + 1 < j; first++) {
        int64_t skipped = breaks->boxes[first].glue;
        int64_t over = breaks->width[j] - breaks->width[first] - skipped - setting->width;
        int64_t glue = breaks->glue[j] - breaks->glue[first] - skipped;
        if (over <= 0 || over <= glue * setting->template->typesetting.shrink / 100)
            break;
    }
    return first;
}

/* The best ends of lines before box j, of lines that begin at box `first` or later. Shorter and
 * shorter lines: once none of them can win, it stops. */
static void close_lines(struct breaks *breaks, size_t first, size_t j) {
    for (size_t i = first; i < j; i++) {
        struct break_fault fault = breaks_fault(breaks, i, j);
        if (fault.demerits < 0)
            continue;
        bool short_of = breaks->width[j] - breaks->width[i] < breaks->setting->width;
        if (short_of && breaks->floor[i] + fault.demerits >= limit_of(breaks->nodes[j], 0))
            break;
        if (breaks->avoided && avoided(breaks, i, j))
            fault.demerits += RIVER_DEMERITS;
        try_line(breaks, i, j, &fault);
    }
}

/* The lines of least demerits, but for those to avoid, which cost more. */
static void search(struct breaks *breaks) {
    for (size_t j = 0; j <= breaks->count; j++)
        for (size_t state = 0; state < BREAK_STATES; state++)
            breaks->nodes[j][state].cost = INT64_MAX;
    breaks->nodes[0][NORMAL].cost = breaks->floor[0] = 0;
    for (size_t j = 1, first = 0; j <= breaks->count; j++) {
        first = first_fitting(breaks, first, j);
        close_lines(breaks, first, j);
        close_box(breaks, j);
    }
    size_t best = 0;
    for (size_t state = 1; state < BREAK_STATES; state++)
        if (breaks->nodes[breaks->count][state].cost < breaks->nodes[breaks->count][best].cost)
            best = state;
    for (size_t at = breaks->count; at > 0;) {
        struct break_node *node = &breaks->nodes[at][best];
        breaks->from[at] = node->from;
        at = node->from;
        best = node->state;
    }
}

int64_t breaks_cost(const struct breaks *breaks) {
    int64_t sum = 0;
    for (size_t at = breaks->count; at > 0; at = breaks->from[at]) {
        size_t from = breaks->from[at], hyphens = 0;
        struct break_fault fault = breaks_fault(breaks, from, at);
        if (fault.demerits < 0)
            return -1;
        sum += fault.demerits;
        for (size_t above = from; hyphens < 2 && breaks_hyphen(breaks, above);
             above = breaks->from[above])
            hyphens++;
        if (from > 0)
            sum += pair_demerits(breaks, from, at, (int)hyphens,
                                 breaks_fault(breaks, breaks->from[from], from).tightness,
                                 fault.tightness);
    }
    return sum;
}

static void swap_choice(struct breaks *breaks) {
    size_t *other = breaks->other;
    breaks->other = breaks->from;
    breaks->from = other;
}

void breaks_choose(struct breaks *breaks) {
    if (breaks->width[breaks->count] <= breaks->setting->width) { /* one line: nothing is better */
        breaks->from[breaks->count] = 0;
        return;
    }
    search(breaks);
    if (breaks->setting->align != ALIGN_JUSTIFY)
        return;
    struct break_line line;
    size_t rivers = rivers_count(breaks, &line), left;
    for (int64_t cost = breaks_cost(breaks); rivers > 0 && breaks->avoided < BREAKS_AVOIDED;
         rivers = left) {
        breaks->avoid[breaks->avoided++] = line;
        swap_choice(breaks);
        search(breaks);
        left = rivers_count(breaks, &line);
        if (left < rivers && breaks_cost(breaks) <= cost + RIVER_DEMERITS)
            continue;
        swap_choice(breaks);
        return;
    }
}
