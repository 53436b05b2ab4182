/* Finishing a month: see finished.h. Before: a sealed summary. After: layout, CSV.
 *
 * The steps: which articles lie in the period; which of them are copies of one another; the stories
 * that remain, numbered; who is who; chapters; counts. Each looks at the whole set, so that no
 * order of articles can matter. */
#include <config.h>

#include "summary/finished.h"

#include <stdlib.h>

#include "base/memory.h"
#include "extract/sketch.h"
#include "summary/chapters.h"
#include "summary/cited.h"
#include "summary/clusters.h"
#include "summary/counts.h"
#include "summary/officials.h"

static int article_order(const struct facts *a, const struct facts *b) {
    int order = text_compare(a->id, b->id);
    return order ? order : text_compare(a->sha256, b->sha256);
}

static int by_day(const void *left, const void *right) {
    const struct facts *const *a = left, *const *b = right;
    int order = date_compare(facts_day(*a), facts_day(*b));
    return order ? order : article_order(*a, *b);
}

static int story_order(const void *left, const void *right) {
    const struct story *a = left, *b = right;
    if (a->off_topic != b->off_topic)
        return a->off_topic ? 1 : -1;
    int order = date_compare(a->day, b->day);
    return order ? order : article_order(a->facts, b->facts);
}

/* Sorts the articles into the period, what lies outside, and what has no day. Returns those in the
 * period, in the summary's order; their number is counts.articles. */
static const struct facts **divide(struct finished *out) {
    const struct summary *summary = out->summary;
    size_t room = summary->count + 1;
    const struct facts **inside = arena_alloc_array(&out->arena, room, sizeof *inside);
    out->outside = arena_alloc_array(&out->arena, room, sizeof *out->outside);
    out->undated = arena_alloc_array(&out->arena, room, sizeof *out->undated);
    for (size_t i = 0; i < summary->count; i++) {
        const struct facts *facts = &summary->articles[i];
        struct date day = facts_day(facts);
        if (!date_is_set(day))
            out->undated[out->undated_count++] = facts;
        else if (period_holds(out->period, day))
            inside[out->counts.articles++] = facts;
        else
            out->outside[out->outside_count++] = facts;
    }
    qsort(out->outside, out->outside_count, sizeof *out->outside, by_day);
    out->counts.outside_period = out->outside_count;
    out->counts.undated = out->undated_count;
    return inside;
}

static bool is_flagged(const struct facts *facts, enum flag_kind kind) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind == kind)
            return true;
    return false;
}

/* How well an article represents its story; the less the better. */
static int rank_of(const struct facts *facts) {
    if (is_flagged(facts, FLAG_OFF_TOPIC))
        return 2;
    return is_flagged(facts, FLAG_ADVERTORIAL) ? 1 : 0;
}

/* An article and the cluster it belongs to. */
struct member {
    size_t cluster, index;
};

static int member_order(const void *left, const void *right) {
    const struct member *a = left, *b = right;
    if (a->cluster != b->cluster)
        return a->cluster < b->cluster ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* The length of an article, in word runs. */
static unsigned runs_of(const struct facts *facts) {
    struct sketch sketch;
    return sketch_read(facts->sketch, &sketch) ? sketch.runs : 0;
}

/* Whether `a` represents a story better than `b`, of which neither is before the other by rank; the
 * longest has `most` runs. Copies that were cut short come last, since what they lack would be
 * counted nowhere; then those that do not tell the region; then it is who was first. Never equal,
 * whatever order the members come in. */
static bool represents_better(const struct facts *a, const struct facts *b, unsigned most) {
    unsigned runs_a = runs_of(a), runs_b = runs_of(b);
    bool whole_a = 10 * runs_a >= 9 * most, whole_b = 10 * runs_b >= 9 * most;
    if (whole_a != whole_b)
        return whole_a;
    if ((a->scope == SCOPE_UNKNOWN) != (b->scope == SCOPE_UNKNOWN))
        return b->scope == SCOPE_UNKNOWN;
    int day = date_compare(facts_day(a), facts_day(b));
    if (day != 0)
        return day < 0;
    return runs_a != runs_b ? runs_a > runs_b : article_order(a, b) < 0;
}

/* Which member represents the story. */
static size_t representative(const struct facts **articles, const struct member *run,
                             size_t count) {
    size_t best = 0;
    unsigned most = 0;
    int rank = rank_of(articles[run[0].index]);
    for (size_t i = 1; i < count; i++)
        if (rank_of(articles[run[i].index]) < rank)
            rank = rank_of(articles[run[best = i].index]);
    for (size_t i = 0; i < count; i++) {
        const struct facts *facts = articles[run[i].index];
        if (rank_of(facts) == rank && runs_of(facts) > most)
            most = runs_of(facts);
    }
    for (size_t i = 0; i < count; i++) {
        const struct facts *facts = articles[run[i].index];
        if (rank_of(facts) == rank && represents_better(facts, articles[run[best].index], most))
            best = i;
    }
    return best;
}

/* One story of the members of a cluster, which are in the summary's order. */
static struct story make_story(const struct facts **articles, const struct member *run,
                               size_t count, struct arena *arena) {
    struct story story = {.advertorial = true};
    size_t first = representative(articles, run, count);
    for (size_t i = 0; i < count; i++)
        story.advertorial &= is_flagged(articles[run[i].index], FLAG_ADVERTORIAL);
    story.facts = articles[run[first].index];
    story.off_topic = rank_of(story.facts) == 2;
    story.day = facts_day(story.facts);
    story.copies = arena_alloc_array(arena, count, sizeof *story.copies);
    for (size_t i = 0; i < count; i++)
        if (i != first)
            story.copies[story.copy_count++] = articles[run[i].index];
    return story;
}

static void make_stories(struct finished *out, const struct facts **articles) {
    size_t count = out->counts.articles;
    struct arena scratch = {0};
    size_t *clusters = clusters_find(articles, count, &scratch);
    struct member *members = arena_alloc_array(&scratch, count + 1, sizeof *members);
    for (size_t i = 0; i < count; i++)
        members[i] = (struct member){clusters[i], i};
    qsort(members, count, sizeof *members, member_order);
    out->stories = arena_alloc_array(&out->arena, count + 1, sizeof *out->stories);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && members[end].cluster == members[i].cluster;)
            end++;
        out->stories[out->story_count++] = make_story(articles, members + i, end - i, &out->arena);
    }
    arena_free(&scratch);
    qsort(out->stories, out->story_count, sizeof *out->stories, story_order);
    while (out->story_count > 0 && out->stories[out->story_count - 1].off_topic)
        out->story_count--, out->off_topic_count++;
    out->off_topic = out->stories + out->story_count;
    for (size_t i = 0; i < out->story_count; i++)
        out->stories[i].number = i + 1;
}

/* The instruments of the whole month. */
static void list_cited(struct finished *out) {
    size_t *stories = memory_alloc_array(out->story_count + 1, sizeof *stories), count = 0;
    for (size_t i = 0; i < out->story_count; i++)
        if (!out->stories[i].advertorial)
            stories[count++] = i;
    out->cited_count = cited_list(out, stories, count, &out->cited);
    memory_free(stories);
}

void finish(const struct summary *summary, const struct tables *tables, struct finished *out) {
    struct roster roster;
    *out = (struct finished){
        .period = summary->period, .summary = summary, .notes = tables ? tables->notes : NULL};
    make_stories(out, divide(out));
    roster_build(out, &roster);
    chapters_build(out, &roster, tables ? tables->regions : NULL);
    list_cited(out);
    counts_fill(out, &roster);
}

void finished_free(struct finished *finished) {
    arena_free(&finished->arena);
    *finished = (struct finished){0};
}
