/* Renaming an article and its facts: see refid.h. Before and after: seal.c. */
#include <config.h>

#include "summary/refid.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/search.h"
#include "extract/facts_names.h"

/* A fact's name before and after. */
struct alias {
    char before[FID_SIZE], after[FID_SIZE];
    const char *name; /* where the new one stands in the facts */
};

static int alias_order(const void *left, const void *right) {
    const struct alias *a = left, *b = right;
    int order = memcmp(a->before, b->before, FID_SIZE);
    return order ? order : memcmp(a->after, b->after, FID_SIZE);
}

struct aliases {
    struct alias *at;
    size_t count;
    struct text id;
};

static void rename_fact(struct aliases *aliases, char fid[FID_SIZE], char kind, struct span span) {
    struct alias *alias = &aliases->at[aliases->count++];
    memcpy(alias->before, fid, FID_SIZE);
    fid_make(fid, kind, aliases->id, span);
    alias->name = fid;
}

static void rename_all(struct aliases *aliases, struct facts *facts, struct arena *arena) {
    for (size_t i = 0; i < facts->quote_count; i++)
        rename_fact(aliases, facts->quotes[i].fid, 'q', facts->quotes[i].span);
    for (size_t i = 0; i < facts->statement_count; i++)
        rename_fact(aliases, facts->statements[i].fid, 's', facts->statements[i].span);
    for (size_t i = 0; i < facts->citation_count; i++)
        rename_fact(aliases, facts->citations[i].fid, 'c', facts->citations[i].span);
    for (size_t i = 0; i < facts->advisory_count; i++)
        rename_fact(aliases, facts->advisories[i].fid, 'a', facts->advisories[i].span);
    for (const char *kind = "qsca"; *kind; kind++)
        fids_settle(facts, *kind, arena);
    for (size_t i = 0; i < aliases->count; i++)
        memcpy(aliases->at[i].after, aliases->at[i].name, FID_SIZE);
    qsort(aliases->at, aliases->count, sizeof *aliases->at, alias_order);
}

static bool alias_before(const void *alias, const void *fid) {
    return memcmp(((const struct alias *)alias)->before, fid, FID_SIZE) < 0;
}

/* The new name of what was called `fid`, or NULL: of the first of equal names, so that the answer
 * does not depend on chance. */
static const char *new_name(const struct aliases *aliases, const char fid[FID_SIZE]) {
    size_t first =
        search_first(aliases->at, aliases->count, sizeof *aliases->at, fid, alias_before);
    bool found = first < aliases->count && memcmp(aliases->at[first].before, fid, FID_SIZE) == 0;
    return found ? aliases->at[first].after : NULL;
}

static void rename_flag(const struct aliases *aliases, struct flag *flag, struct arena *arena) {
    if (flag->fact.size != FID_SIZE - 1)
        return;
    char fid[FID_SIZE] = {0};
    memcpy(fid, flag->fact.data, FID_SIZE - 1);
    const char *name = new_name(aliases, fid);
    if (name)
        flag->fact = arena_copy(arena, (struct text){name, FID_SIZE - 1});
}

void refid_facts(struct facts *facts, struct text id, struct arena *arena) {
    size_t total =
        facts->quote_count + facts->statement_count + facts->citation_count + facts->advisory_count;
    struct aliases aliases = {memory_alloc_array(total + 1, sizeof(struct alias)), 0, id};
    facts->id = id;
    rename_all(&aliases, facts, arena);
    for (size_t i = 0; i < facts->backref_count; i++) {
        const char *name = new_name(&aliases, facts->backrefs[i].citation);
        if (name)
            memcpy(facts->backrefs[i].citation, name, FID_SIZE);
    }
    for (size_t i = 0; i < facts->flag_count; i++)
        rename_flag(&aliases, &facts->flags[i], arena);
    memory_free(aliases.at);
}
