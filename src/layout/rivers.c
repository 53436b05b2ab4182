/* Counting rivers: see rivers.h. */
#include <config.h>

#include "layout/rivers.h"

#define GAPS_MOST 120 /* spaces of a line that are looked at: more stand on no page */

/* The spaces of a line: from where to where, and how many lines a chain has that begins here and
 * goes on below. */
struct gaps {
    int64_t left[GAPS_MOST], right[GAPS_MOST];
    unsigned chain[GAPS_MOST];
    size_t count;
};

static void find_gaps(const struct breaks *breaks, size_t i, size_t j, struct gaps *gaps) {
    struct break_spaces spaces = breaks_spaces(breaks, i, j);
    int64_t start = breaks->width[i] + breaks->boxes[i].glue, added = 0;
    gaps->count = 0;
    for (size_t k = i + 1; k < j && gaps->count < GAPS_MOST; k++) {
        if (breaks->boxes[k].glue == 0)
            continue;
        gaps->left[gaps->count] = breaks->width[k] - start + added;
        added += spaces.stretch;
        gaps->right[gaps->count] = breaks->width[k] - start + breaks->boxes[k].glue + added;
        gaps->chain[gaps->count++] = 1;
    }
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

static bool below(const struct gaps *upper, size_t u, const struct gaps *lower, size_t l) {
    int64_t right = least(upper->right[u], lower->right[l]);
    int64_t left = -least(-upper->left[u], -lower->left[l]);
    int64_t narrower = least(upper->right[u] - upper->left[u], lower->right[l] - lower->left[l]);
    return (right - left) * 2 >= narrower;
}

/* Chains of the line below that go on upwards; returns those that become a river here. Both lists
 * go from left to right. */
static size_t flow_on(struct gaps *upper, const struct gaps *lower) {
    size_t rivers = 0, first = 0;
    for (size_t u = 0; u < upper->count; u++) {
        while (first < lower->count && lower->right[first] <= upper->left[u])
            first++;
        for (size_t l = first; l < lower->count && lower->left[l] < upper->right[u]; l++)
            if (below(upper, u, lower, l) && lower->chain[l] >= upper->chain[u])
                upper->chain[u] = lower->chain[l] + 1;
        rivers += upper->chain[u] == RIVER_LINES;
    }
    return rivers;
}

size_t rivers_count(const struct breaks *breaks, struct break_line *line) {
    struct gaps gaps[2];
    size_t rivers = 0, row = 0;
    for (size_t at = breaks->count; at > 0; at = breaks->from[at], row++) {
        find_gaps(breaks, breaks->from[at], at, &gaps[row % 2]);
        size_t more = row > 0 ? flow_on(&gaps[row % 2], &gaps[(row + 1) % 2]) : 0;
        if (more && rivers == 0)
            *line = (struct break_line){breaks->from[at], at};
        rivers += more;
    }
    return rivers;
}
