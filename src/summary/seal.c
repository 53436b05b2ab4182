/* Sealing: the set of articles in its one canonical form. Before: summary_add and summary_read.
 * After: summary_write and finish.
 *
 * What must hold is that any sharding, order, repetition and nesting of merges ends in the same
 * bytes, although sealing renames articles and a sealed summary may be merged again. So the sealed
 * form is a function of a set that merging can only unite:
 *   1. Every id is taken back to its base: an ending of `~` and digits with which the article's own
 * sha256 begins is what an earlier sealing put there. A renamed article thus comes back to what it
 * was, wherever it was renamed.
 *   2. Articles with equal (base id, sha256) are one. Should their facts differ nevertheless (the
 * sha256 does not cover the date field, for example), the one that knows more of when, where and by
 * whom stays, and of those the one that is first in byte order as JSON: a minimum, so that it does
 * not matter which two meet first. The names of facts, which an article that was renamed has made
 * anew, decide last.
 *   3. Names are given from the united set alone: articles that share an id get `~` and 8 digits,
 * all of them; so does an article whose own id is what another one got. Two with the same id and
 * the same 8 digits get all 64.
 */
#include <config.h>

#include "summary/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "extract/facts_json.h"
#include "summary/refid.h"

#define SHORT_DIGITS 8

/* An article on its way through sealing. */
struct entry {
    const struct kept *kept;
    struct text sha256;
    struct text base; /* its id without what sealing adds */
    struct text id;   /* the id it has, then the one it gets */
    size_t digits;    /* of its sha256 in that id: 0, SHORT_DIGITS or all */
};

/* Whether `id` ends in `~` and the first `digits` digits of the sha256. */
static bool has_ending(struct text id, struct text sha256, size_t digits) {
    return digits > 0 && digits <= sha256.size && id.size > digits + 1 &&
           id.data[id.size - digits - 1] == '~' &&
           memcmp(id.data + id.size - digits, sha256.data, digits) == 0;
}

static struct text base_of(struct text id, struct text sha256) {
    for (;;) {
        if (has_ending(id, sha256, SHORT_DIGITS))
            id.size -= SHORT_DIGITS + 1;
        else if (has_ending(id, sha256, sha256.size))
            id.size -= sha256.size + 1;
        else
            return id;
    }
}

static int base_order(const void *left, const void *right) {
    const struct entry *const *a = left, *const *b = right;
    int order = text_compare((*a)->base, (*b)->base);
    return order ? order : text_compare((*a)->sha256, (*b)->sha256);
}

static int id_order(const void *left, const void *right) {
    const struct entry *const *a = left, *const *b = right;
    int order = text_compare((*a)->id, (*b)->id);
    return order ? order : text_compare((*a)->sha256, (*b)->sha256);
}

/* The facts as JSON, their names made anew. */
static void write_renamed(const struct keeper *keeper, const struct kept *kept,
                          struct buffer *out) {
    struct arena arena = {0};
    struct facts facts;
    kept_open(keeper, kept, &arena, &facts);
    refid_facts(&facts, facts.id, &arena);
    facts_write(&facts, false, out);
    arena_free(&arena);
}

/* What a record may tell beside its text. A day weighs most: without one the article is in no
 * month. */
static int knowledge(const struct facts *facts) {
    return 8 * date_is_set(facts_day(facts)) + 4 * date_is_set(facts->published) +
           2 * (facts->region_code.size > 0) + (facts->author.size > 0);
}

/* Which of two versions of one article comes first; 0 if they are equal in every byte. */
static int version_order(const struct keeper *keeper, const struct kept *a, const struct kept *b) {
    struct arena arena = {0};
    struct facts one, other;
    struct buffer left = {0}, right = {0};
    kept_open(keeper, a, &arena, &one);
    kept_open(keeper, b, &arena, &other);
    int order = knowledge(&other) - knowledge(&one);
    if (!order) {
        facts_write(&one, false, &left);
        facts_write(&other, false, &right);
        int as_written = text_compare(buffer_view(&left), buffer_view(&right));
        buffer_clear(&left);
        buffer_clear(&right);
        if (as_written) {
            write_renamed(keeper, a, &left);
            write_renamed(keeper, b, &right);
            order = text_compare(buffer_view(&left), buffer_view(&right));
        }
        order = order ? order : as_written;
    }
    buffer_free(&left);
    buffer_free(&right);
    arena_free(&arena);
    return order;
}

/* Keeps one of each (base, sha256) among the sorted entries; returns how many stay. */
static size_t drop_repeats(const struct keeper *keeper, struct entry **order, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || base_order(&order[kept - 1], &order[i]) != 0)
            order[kept++] = order[i];
        else if (version_order(keeper, order[i]->kept, order[kept - 1]->kept) < 0)
            order[kept - 1] = order[i];
    }
    return kept;
}

static void name_entry(struct entry *entry, size_t digits, struct arena *arena) {
    struct text ending = text_slice(entry->sha256, (struct span){0, digits});
    entry->digits = digits;
    entry->id = arena_concat(arena, entry->base, TEXT("~"), ending);
}

/* Gives other names to `count` (two or more) entries that share one. A natural id is told from a
 * given one by `digits`. Two given ones are equal only if the first 8 digits are. */
static void part_run(struct entry **run, size_t count, struct arena *arena) {
    size_t given = 0;
    for (size_t i = 0; i < count; i++)
        given += run[i]->digits > 0;
    for (size_t i = 0; i < count; i++) {
        if (run[i]->digits == 0)
            name_entry(run[i], SHORT_DIGITS, arena);
        else if (given > 1)
            name_entry(run[i], run[i]->sha256.size, arena);
    }
}

/* Renames entries that share an id; `order` is sorted by id. True if there were any. */
static bool part_clashes(struct entry **order, size_t count, struct arena *arena) {
    bool found = false;
    for (size_t i = 0, end; i < count; i = end) {
        struct text id = order[i]->id;
        for (end = i + 1; end < count && text_equal(order[end]->id, id);)
            end++;
        if (end - i > 1) {
            part_run(order + i, end - i, arena);
            found = true;
        }
    }
    return found;
}

/* Names until no two are the same. It ends since each round gives longer names to some, and nobody
 * more than twice. */
static void name_all(struct entry **order, size_t count, struct arena *arena) {
    for (size_t i = 0; i < count; i++)
        order[i]->id = order[i]->base;
    do
        qsort(order, count, sizeof(struct entry *), id_order);
    while (part_clashes(order, count, arena));
}

/* Gives the article this id, and its facts the names that follow from it. */
static void rename_article(struct keeper *keeper, struct entry *entry, struct text id,
                           struct arena *arena) {
    struct facts facts;
    arena_reset(arena);
    kept_open(keeper, entry->kept, arena, &facts);
    refid_facts(&facts, id, arena);
    entry->kept = keep_facts(keeper, &facts);
    kept_name(entry->kept, &entry->id, &entry->sha256);
}

static void take_back_names(struct entry *entries, struct summary *summary, struct arena *arena) {
    for (size_t i = 0; i < summary->count; i++) {
        struct entry *entry = &entries[i];
        entry->kept = summary->articles[i];
        kept_name(entry->kept, &entry->id, &entry->sha256);
        entry->base = base_of(entry->id, entry->sha256);
        if (entry->base.size != entry->id.size)
            rename_article(&summary->keeper, entry, entry->base, arena);
    }
}

/* Gives the first `kept` entries in order the names that name_all found, and puts them into the
 * summary. */
static void put_in_order(struct summary *summary, struct entry **order, size_t kept,
                         struct arena *arena) {
    for (size_t i = 0; i < kept; i++) {
        struct text id, sha256;
        kept_name(order[i]->kept, &id, &sha256);
        if (!text_equal(order[i]->id, id))
            rename_article(&summary->keeper, order[i], order[i]->id, arena);
        summary->articles[i] = order[i]->kept;
    }
}

void summary_seal(struct summary *summary) {
    struct arena names = {0}, scratch = {0};
    size_t count = summary->count;
    struct entry *entries = memory_alloc_array(count + 1, sizeof *entries);
    struct entry **order = memory_alloc_array(count + 1, sizeof *order);
    take_back_names(entries, summary, &scratch);
    for (size_t i = 0; i < count; i++)
        order[i] = &entries[i];
    qsort(order, count, sizeof *order, base_order);
    size_t kept = drop_repeats(&summary->keeper, order, count);
    name_all(order, kept, &names);
    put_in_order(summary, order, kept, &scratch);
    summary->duplicates += count - kept;
    summary->count = kept;
    memory_free(order);
    memory_free(entries);
    arena_free(&names);
    arena_free(&scratch);
}
