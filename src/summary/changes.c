/* What changed between two summaries: see changes.h. Before: sealed summaries, whose articles stand
 * in the order of (id, sha256). After: layout, diff. */
#include <config.h>

#include <stdlib.h>

#include "summary/changes.h"

/* An article of a summary's period. */
struct entry {
    struct text id, sha256;
    const struct kept *kept;
};

struct entries {
    struct entry *at;
    size_t count;
};

static struct entries in_period(const struct summary *summary, struct arena *arena) {
    struct entries out = {.at = arena_alloc_array(arena, summary->count, sizeof *out.at)};
    struct arena scratch = {0};
    for (size_t i = 0; i < summary->count; i++) {
        struct entry entry = {.kept = summary->articles[i]};
        struct facts facts;
        arena_reset(&scratch);
        kept_head(&summary->keeper, entry.kept, &scratch, &facts);
        kept_name(entry.kept, &entry.id, &entry.sha256);
        if (period_holds(summary->period, period_day(summary->period, &facts)))
            out.at[out.count++] = entry;
    }
    arena_free(&scratch);
    return out;
}

static void add(struct changes *changes, enum change_kind kind, const struct entry *before,
                const struct entry *now) {
    changes->at[changes->count++] = (struct article_change){.kind = kind,
                                                            .id = now ? now->id : before->id,
                                                            .before = before ? before->kept : NULL,
                                                            .now = now ? now->kept : NULL};
}

void changes_find(const struct summary *before, const struct summary *now, struct arena *arena,
                  struct changes *out) {
    struct entries old = in_period(before, arena), new = in_period(now, arena);
    *out = (struct changes){.at = arena_alloc_array(arena, old.count + new.count, sizeof *out->at)};
    for (size_t i = 0, k = 0; i < old.count || k < new.count;) {
        int order = i == old.count   ? 1
                    : k == new.count ? -1
                                     : text_compare(old.at[i].id, new.at[k].id);
        if (order < 0) {
            add(out, CHANGE_REMOVED, &old.at[i++], NULL);
        } else if (order > 0) {
            add(out, CHANGE_ADDED, NULL, &new.at[k++]);
        } else {
            if (!text_equal(old.at[i].sha256, new.at[k].sha256))
                add(out, CHANGE_ALTERED, &old.at[i], &new.at[k]);
            i++;
            k++;
        }
    }
}

static int by_id(const void *key, const void *item) {
    const struct text *id = key;
    const struct article_change *change = item;
    return text_compare(*id, change->id);
}

const struct article_change *changes_of(const struct changes *changes, struct text id) {
    if (changes->count == 0)
        return NULL;
    return bsearch(&id, changes->at, changes->count, sizeof *changes->at, by_id);
}
