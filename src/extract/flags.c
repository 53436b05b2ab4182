/* Adding flags to facts: see flags.h. Before: recognisers that found something to check. After:
 * facts_json.c. */
#include <config.h>

#include "extract/flags.h"

static bool precedes(const struct flag *a, const struct flag *b) {
    return a->span.start != b->span.start ? a->span.start < b->span.start : a->kind <= b->kind;
}

/* Insertion: each flag lies near the fact it is about, and those come in order, so that few move.
 */
static void order_flags(struct flag *flags, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct flag flag = flags[i];
        size_t at = i;
        for (; at > 0 && !precedes(&flags[at - 1], &flag); at--)
            flags[at] = flags[at - 1];
        flags[at] = flag;
    }
}

void flags_add(struct facts *facts, struct flag *found, size_t count, struct arena *arena) {
    size_t total = facts->flag_count + count, old = 0, fresh = 0;
    if (count == 0)
        return;
    order_flags(found, count);
    struct flag *flags = arena_alloc_array(arena, total, sizeof *flags);
    for (size_t i = 0; i < total; i++) {
        bool keep = old < facts->flag_count &&
                    (fresh == count || precedes(&facts->flags[old], &found[fresh]));
        flags[i] = keep ? facts->flags[old++] : found[fresh++];
    }
    facts->flags = flags;
    facts->flag_count = total;
}
