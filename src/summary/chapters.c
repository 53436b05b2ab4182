/* Chapters: see chapters.h. Before: stories. After: finished.h.
 *
 * A story stands in exactly one chapter: the nation's, its province's, its region's, or that of
 * what could not be placed. The chapters of regions that it is about besides refer to it. */
#include <config.h>

#include "summary/chapters.h"

#include <stdlib.h>

#include "base/memory.h"
#include "summary/cited.h"
#include "summary/counts.h"
#include "tables/regions.h"

enum place_kind { PLACE_STORY, PLACE_ADVERTORIAL, PLACE_ALSO };

/* That a story stands in a region's or province's chapter, or is referred to there. */
struct place {
    struct text code; /* today's code; "" for the nation and unknown */
    enum place_kind kind;
    size_t story;
};

struct places {
    struct place *at;
    size_t count;
};

/* What the functions below share. */
struct builder {
    struct finished *out;
    const struct roster *roster;
    const struct regions *regions;
};

/* Today's code where the tables know it, else the code as it is. */
static struct text todays_code(const struct builder *b, struct text code) {
    const struct region *region = b->regions ? regions_find(b->regions, code) : NULL;
    return region ? region->code : code;
}

/* "19" of "19.06" */
static struct text province_code(struct text code) {
    return text_slice(code, (struct span){0, text_find(code, 0, TEXT("."))});
}

/* The name in the tables, else the one that a story gives, else the code. */
static struct text region_name(const struct builder *b, struct text code, const struct place *run,
                               size_t count) {
    const struct region *region = b->regions ? regions_find(b->regions, code) : NULL;
    if (region)
        return region->name;
    for (size_t i = 0; i < count; i++) {
        const struct facts *facts = b->out->stories[run[i].story].facts;
        if (run[i].kind != PLACE_ALSO && facts->region_name.size)
            return facts->region_name;
    }
    return code;
}

static bool has_region(const struct facts *facts) {
    return (facts->scope == SCOPE_REGENCY || facts->scope == SCOPE_PROVINCE) &&
           facts->region_code.size > 0;
}

static int place_order(const void *left, const void *right) {
    const struct place *a = left, *b = right;
    int order = text_compare(province_code(a->code), province_code(b->code));
    if (!order)
        order = text_compare(a->code, b->code);
    if (order)
        return order;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return (a->story > b->story) - (a->story < b->story);
}

/* A province's article goes under the province even if its code is that of a regency. */
static struct text chapter_code(const struct builder *b, const struct facts *facts) {
    struct text code = todays_code(b, facts->region_code);
    return facts->scope == SCOPE_PROVINCE ? province_code(code) : code;
}

static void add_also(const struct builder *b, struct places *places, size_t story) {
    const struct facts *facts = b->out->stories[story].facts;
    struct text own = has_region(facts) ? chapter_code(b, facts) : TEXT("");
    for (size_t i = 0; i < facts->also_count; i++) {
        struct text code = todays_code(b, facts->also[i]);
        if (code.size && !text_equal(code, own))
            places->at[places->count++] = (struct place){code, PLACE_ALSO, story};
    }
}

/* The places of all stories in regions and provinces, sorted; `at` is the caller's to free. */
static struct places place_stories(const struct builder *b) {
    size_t limit = 1;
    for (size_t i = 0; i < b->out->story_count; i++)
        limit += 1 + b->out->stories[i].facts->also_count;
    struct places places = {memory_alloc_array(limit, sizeof(struct place)), 0};
    for (size_t i = 0; i < b->out->story_count; i++) {
        const struct story *story = &b->out->stories[i];
        enum place_kind kind = story->advertorial ? PLACE_ADVERTORIAL : PLACE_STORY;
        if (has_region(story->facts))
            places.at[places.count++] = (struct place){chapter_code(b, story->facts), kind, i};
        if (!story->advertorial)
            add_also(b, &places, i);
    }
    qsort(places.at, places.count, sizeof *places.at, place_order);
    return places;
}

static void list_directives(struct finished *out, struct chapter *chapter) {
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = out->stories[chapter->stories[i]].facts;
        for (size_t j = 0; j < facts->advisory_count; j++)
            if (!advisory_is_lost(facts, j))
                chapter->directive_count[facts->advisories[j].type]++;
    }
    for (size_t type = 0; type < ADVISORY_TYPES; type++) {
        size_t count = chapter->directive_count[type] + 1;
        chapter->directives[type] = arena_alloc_array(&out->arena, count, sizeof(struct directive));
        chapter->directive_count[type] = 0;
    }
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = out->stories[chapter->stories[i]].facts;
        for (size_t j = 0; j < facts->advisory_count; j++) {
            enum advisory_type type = facts->advisories[j].type;
            if (advisory_is_lost(facts, j))
                continue;
            chapter->directives[type][chapter->directive_count[type]++] =
                (struct directive){chapter->stories[i], j};
        }
    }
}

static void list_flagged(struct finished *out, struct chapter *chapter) {
    size_t capacity = 0;
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = out->stories[chapter->stories[i]].facts;
        for (size_t j = 0; j < facts->flag_count; j++) {
            if (!flag_matters(&facts->flags[j]))
                continue;
            size_t count = chapter->flagged_count++;
            chapter->flagged = arena_grow(&out->arena, chapter->flagged, count, count + 1,
                                          sizeof(struct flagged), &capacity);
            chapter->flagged[count] = (struct flagged){chapter->stories[i], j};
        }
    }
}

/* Everything that follows from the chapter's stories. */
static void derive(const struct builder *b, struct chapter *chapter) {
    list_directives(b->out, chapter);
    officials_list(b->out, b->roster, chapter);
    chapter->cited_count =
        cited_list(b->out, chapter->stories, chapter->story_count, &chapter->cited);
    list_flagged(b->out, chapter);
}

/* Distributes sorted places of one chapter to its lists. A story in which two former codes mean one
 * region of today refers to it once. */
static void take_places(const struct builder *b, struct chapter *chapter, const struct place *run,
                        size_t count) {
    chapter->stories = arena_alloc_array(&b->out->arena, count + 1, sizeof(size_t));
    chapter->advertorials = arena_alloc_array(&b->out->arena, count + 1, sizeof(size_t));
    chapter->also = arena_alloc_array(&b->out->arena, count + 1, sizeof(size_t));
    for (size_t i = 0; i < count; i++) {
        size_t story = run[i].story;
        if (run[i].kind == PLACE_STORY)
            chapter->stories[chapter->story_count++] = story;
        else if (run[i].kind == PLACE_ADVERTORIAL)
            chapter->advertorials[chapter->advertorial_count++] = story;
        else if (!chapter->also_count || chapter->also[chapter->also_count - 1] != story)
            chapter->also[chapter->also_count++] = story;
    }
    derive(b, chapter);
}

static size_t code_run(const struct place *at, size_t count) {
    size_t end = 1;
    while (end < count && text_equal(at[end].code, at->code))
        end++;
    return end;
}

static size_t province_run(const struct place *at, size_t count) {
    size_t end = 1;
    while (end < count && text_equal(province_code(at[end].code), province_code(at->code)))
        end++;
    return end;
}

/* A province from its sorted places; its own, whose code is shortest, come first. */
static void build_province(const struct builder *b, struct province *province,
                           const struct place *run, size_t count) {
    province->code = province_code(run->code);
    size_t own = text_equal(run->code, province->code) ? code_run(run, count) : 0;
    size_t regions = 0;
    for (size_t i = own; i < count; i += code_run(run + i, count - i))
        regions++;
    province->name = region_name(b, province->code, run, own);
    province->own.scope = SCOPE_PROVINCE;
    province->own.code = province->code;
    province->own.name = province->name;
    take_places(b, &province->own, run, own);
    province->regions = arena_alloc_array(&b->out->arena, regions + 1, sizeof(struct chapter));
    for (size_t i = own, length; i < count; i += length) {
        struct chapter *chapter = &province->regions[province->region_count++];
        length = code_run(run + i, count - i);
        chapter->scope = SCOPE_REGENCY;
        chapter->code = run[i].code;
        chapter->name = region_name(b, run[i].code, run + i, length);
        take_places(b, chapter, run + i, length);
    }
}

static void build_provinces(const struct builder *b) {
    struct places places = place_stories(b);
    size_t provinces = 0;
    for (size_t i = 0; i < places.count; i += province_run(places.at + i, places.count - i))
        provinces++;
    b->out->provinces = arena_alloc_array(&b->out->arena, provinces + 1, sizeof(struct province));
    for (size_t i = 0, length; i < places.count; i += length) {
        length = province_run(places.at + i, places.count - i);
        build_province(b, &b->out->provinces[b->out->province_count++], places.at + i, length);
    }
    memory_free(places.at);
}

/* The chapter of stories without a region: the nation's, or that of what could not be placed. */
static void build_without_region(const struct builder *b, struct chapter *chapter, bool national) {
    struct places places = {memory_alloc_array(b->out->story_count + 1, sizeof(struct place)), 0};
    for (size_t i = 0; i < b->out->story_count; i++) {
        const struct story *story = &b->out->stories[i];
        if (has_region(story->facts) || (story->facts->scope == SCOPE_NATIONAL) != national)
            continue;
        enum place_kind kind = story->advertorial ? PLACE_ADVERTORIAL : PLACE_STORY;
        places.at[places.count++] = (struct place){TEXT(""), kind, i};
    }
    chapter->scope = national ? SCOPE_NATIONAL : SCOPE_UNKNOWN;
    chapter->code = chapter->name = TEXT("");
    take_places(b, chapter, places.at, places.count);
    memory_free(places.at);
}

void chapters_build(struct finished *out, const struct roster *roster,
                    const struct regions *regions) {
    struct builder builder = {out, roster, regions};
    build_provinces(&builder);
    build_without_region(&builder, &out->national, true);
    build_without_region(&builder, &out->unknown, false);
}
