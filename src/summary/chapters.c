/* Chapters: see chapters.h. Before: stories. After: finished.h.
 *
 * A story stands in exactly one chapter: the nation's, its province's, its region's, or that of
 * what could not be placed. The chapters of regions that it is about besides refer to it. */
#include <config.h>

#include "summary/chapters.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "summary/cited.h"
#include "summary/counts.h"
#include "tables/regions.h"

enum place_kind { PLACE_STORY, PLACE_ADVERTORIAL, PLACE_ALSO };

/* That a story stands in a region's or province's chapter, or is referred to there. */
struct place {
    struct text code; /* today's code; "" for the nation and unknown */
    enum place_kind kind;
    uint32_t story;
};

struct places {
    struct place *at;
    size_t count, capacity;
};

/* What the functions below share. */
struct builder {
    struct finished *out;
    struct roster *roster;
    const struct regions *regions;
    struct arena one; /* for the facts of one story */
    struct places places;
    struct places national, unknown; /* without a region */
    struct citings citings;          /* of the chapters made so far */
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

/* The facts of a story but for its lists, until the next call. */
static struct facts story_head(struct builder *b, size_t story) {
    struct facts facts;
    arena_reset(&b->one);
    kept_head(&b->out->summary->keeper, b->out->stories[story].kept, &b->one, &facts);
    return facts;
}

/* The name in the tables, else the one that a story gives, else the code. */
static struct text region_name(struct builder *b, struct text code, const struct place *run,
                               size_t count) {
    const struct region *region = b->regions ? regions_find(b->regions, code) : NULL;
    if (region)
        return region->name;
    for (size_t i = 0; i < count; i++) {
        struct text name = story_head(b, run[i].story).region_name;
        if (run[i].kind != PLACE_ALSO && name.size)
            return name;
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

static void add_place(struct places *places, struct place place) {
    places->at = memory_grow(places->at, places->count, sizeof *places->at, &places->capacity);
    places->at[places->count++] = place;
}

static void add_also(struct builder *b, const struct facts *facts, uint32_t story) {
    struct text own = has_region(facts) ? chapter_code(b, facts) : TEXT("");
    for (size_t i = 0; i < facts->also_count; i++) {
        struct text code = todays_code(b, facts->also[i]);
        if (code.size && !text_equal(code, own))
            add_place(&b->places, (struct place){code, PLACE_ALSO, story});
    }
}

/* The places of all stories; those in regions and provinces are sorted. */
static void place_stories(struct builder *b) {
    for (size_t i = 0; i < b->out->story_count; i++) {
        struct facts facts = story_head(b, i);
        bool advertorial = b->out->stories[i].advertorial;
        struct place place = {TEXT(""), advertorial ? PLACE_ADVERTORIAL : PLACE_STORY, (uint32_t)i};
        if (has_region(&facts)) {
            place.code = chapter_code(b, &facts);
            add_place(&b->places, place);
        } else {
            add_place(facts.scope == SCOPE_NATIONAL ? &b->national : &b->unknown, place);
        }
        if (!advertorial)
            add_also(b, &facts, (uint32_t)i);
    }
    if (b->places.count)
        qsort(b->places.at, b->places.count, sizeof *b->places.at, place_order);
}

/* Room in the lists of a chapter under way, which the heap has until they are whole. */
struct room {
    size_t directives[ADVISORY_TYPES], flagged;
};

static void add_directives(struct chapter *chapter, const struct facts *facts, uint32_t story,
                           struct room *room) {
    for (size_t i = 0; i < facts->advisory_count; i++) {
        enum advisory_type type = facts->advisories[i].type;
        if (advisory_is_lost(facts, i))
            continue;
        struct directive **list = &chapter->directives[type];
        size_t count = chapter->directive_count[type]++;
        *list = memory_grow(*list, count, sizeof **list, &room->directives[type]);
        (*list)[count] = (struct directive){story, (uint32_t)i};
    }
}

static void add_flagged(struct chapter *chapter, const struct facts *facts, uint32_t story,
                        struct room *room) {
    for (size_t i = 0; i < facts->flag_count; i++) {
        if (!flag_matters(&facts->flags[i]))
            continue;
        size_t count = chapter->flagged_count++;
        chapter->flagged =
            memory_grow(chapter->flagged, count, sizeof *chapter->flagged, &room->flagged);
        chapter->flagged[count] = (struct flagged){story, (uint32_t)i};
    }
}

/* Moves a list from the heap to the arena. */
static void *settle(void *list, size_t count, size_t size, struct arena *arena) {
    void *settled = arena_alloc_array_uncleared(arena, count, size);
    if (count)
        memcpy(settled, list, count * size);
    memory_free(list);
    return settled;
}

static void settle_lists(struct chapter *chapter, struct arena *arena) {
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        chapter->directives[type] =
            settle(chapter->directives[type], chapter->directive_count[type],
                   sizeof(struct directive), arena);
    chapter->flagged =
        settle(chapter->flagged, chapter->flagged_count, sizeof(struct flagged), arena);
}

/* Everything that follows from the chapter's stories. */
static void derive(struct builder *b, struct chapter *chapter) {
    struct arena *arena = &b->out->arena;
    struct sayings sayings = {0};
    struct room room = {{0}, 0};
    size_t cited = b->citings.count;
    for (size_t i = 0; i < chapter->story_count; i++) {
        struct facts facts;
        uint32_t story = (uint32_t)chapter->stories[i];
        finished_story(b->out, story, &b->one, &facts);
        chapter->quote_count += facts.quote_count;
        chapter->statement_count += facts.statement_count;
        chapter->citation_count += facts.citation_count;
        add_directives(chapter, &facts, story, &room);
        add_flagged(chapter, &facts, story, &room);
        sayings_add(&sayings, b->roster, &facts, story);
        citings_add(&b->citings, &facts, story);
    }
    settle_lists(chapter, arena);
    officials_list(&sayings, b->roster, chapter, arena);
    chapter->cited_count = cited_list(&b->citings, cited, &chapter->cited);
    sayings_free(&sayings);
}

/* Distributes sorted places of one chapter to its lists. A story in which two former codes mean one
 * region of today refers to it once. */
static void take_places(struct builder *b, struct chapter *chapter, const struct place *run,
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
static void build_province(struct builder *b, struct province *province, const struct place *run,
                           size_t count) {
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

static void build_provinces(struct builder *b) {
    const struct place *at = b->places.at;
    size_t count = b->places.count, provinces = 0;
    for (size_t i = 0; i < count; i += province_run(at + i, count - i))
        provinces++;
    b->out->provinces = arena_alloc_array(&b->out->arena, provinces + 1, sizeof(struct province));
    for (size_t i = 0, length; i < count; i += length) {
        length = province_run(at + i, count - i);
        build_province(b, &b->out->provinces[b->out->province_count++], at + i, length);
    }
}

/* The chapter of stories without a region: the nation's, or that of what could not be placed. */
static void build_without_region(struct builder *b, struct chapter *chapter, enum scope scope,
                                 const struct places *places) {
    chapter->scope = scope;
    chapter->code = chapter->name = TEXT("");
    take_places(b, chapter, places->at, places->count);
}

void chapters_build(struct finished *out, struct roster *roster, const struct regions *regions) {
    struct builder b = {.out = out, .roster = roster, .regions = regions};
    b.citings.arena = &out->arena;
    place_stories(&b);
    build_provinces(&b);
    build_without_region(&b, &out->national, SCOPE_NATIONAL, &b.national);
    build_without_region(&b, &out->unknown, SCOPE_UNKNOWN, &b.unknown);
    out->cited_count = cited_list(&b.citings, 0, &out->cited);
    citings_free(&b.citings);
    memory_free(b.places.at);
    memory_free(b.national.at);
    memory_free(b.unknown.at);
    arena_free(&b.one);
}
