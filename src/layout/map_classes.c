/* Classes of a map: see map_classes.h. Before: compose_map.c. */
#include <config.h>

#include "layout/map_classes.h"

#define INNER (MAP_CLASSES - 2) /* limits below the largest value */
#define ROUND_MOST 80           /* round numbers up to 2^64 */

unsigned map_class(const struct map_classes *classes, size_t value) {
    unsigned number = 0;
    while (value > 0 && number + 2 < classes->count && value > classes->limits[number])
        number++;
    return value > 0 ? number + 1 : 0;
}

/* The round numbers below `most`, ascending. */
static size_t list_round(size_t most, size_t round[ROUND_MOST]) {
    static const size_t digits[] = {1, 2, 3, 5};
    size_t count = 0;
    for (size_t power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
            if (digits[i] * power >= most || count == ROUND_MOST)
                return count;
            round[count++] = digits[i] * power;
        }
}

/* How far classes are from being good: the less, the better, the first first. */
struct fault {
    size_t uneven; /* the sum of the squares of how many values each class but the first holds */
    size_t loose;  /* the sum of how far values are below the end of their class */
};

static struct fault fault_of(const struct map_classes *classes, const size_t *values,
                             size_t count) {
    size_t held[MAP_CLASSES] = {0};
    struct fault fault = {0, 0};
    for (size_t i = 0; i < count; i++) {
        unsigned number = map_class(classes, values[i]);
        held[number]++;
        fault.loose += number ? classes->limits[number - 1] - values[i] : 0;
    }
    for (unsigned i = 1; i < classes->count; i++)
        fault.uneven += held[i] * held[i];
    return fault;
}

static bool is_worse(struct fault a, struct fault b) {
    return a.uneven != b.uneven ? a.uneven > b.uneven : a.loose > b.loose;
}

/* Moves to the next choice of `chosen` ascending numbers below `count`; false after the last. */
static bool next_choice(size_t *choice, size_t chosen, size_t count) {
    size_t at = chosen;
    while (at > 0 && choice[at - 1] == count - chosen + at - 1)
        at--;
    if (at == 0)
        return false;
    choice[at - 1]++;
    for (; at < chosen; at++)
        choice[at] = choice[at - 1] + 1;
    return true;
}

struct map_classes map_classes_of(const size_t *values, size_t count) {
    size_t round[ROUND_MOST], choice[INNER], most = 0;
    struct fault least = {SIZE_MAX, 0};
    for (size_t i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    size_t rounds = list_round(most, round), chosen = rounds < INNER ? rounds : INNER;
    struct map_classes best = {.count = 0};
    for (size_t i = 0; i < chosen; i++)
        choice[i] = i;
    do {
        struct map_classes classes = {.count = (unsigned)chosen + 2};
        for (size_t i = 0; i < chosen; i++)
            classes.limits[i] = round[choice[i]];
        classes.limits[chosen] = most;
        struct fault fault = fault_of(&classes, values, count);
        if (is_worse(fault, least))
            continue;
        least = fault;
        best = classes;
    } while (next_choice(choice, chosen, rounds));
    return best;
}
