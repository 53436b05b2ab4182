/* Which fact a flag is about, where the one that found it could not tell: dates were compared
 * before there were facts, damaged words are told by their sentence. Before: all that flags. After:
 * facts_json.c. */
#include <config.h>

#include <string.h>

#include "base/search.h"
#include "extract/flags.h"
#include "extract/recognisers.h"

/* A fact's words, in the order of the text; `cue` is {0,0} if it has none. */
struct place {
    struct span span, cue;
    const char *fid;
};

struct places {
    struct place *at;
    size_t count;
};

/* The kinds of fact, the most telling first. */
enum { QUOTES, ADVISORIES, STATEMENTS, CITATIONS, LISTS };

static void add_place(struct places *places, struct span span, struct span cue, const char *fid) {
    places->at[places->count++] = (struct place){span, cue, fid};
}

static void list_places(const struct facts *facts, struct arena *arena,
                        struct places lists[LISTS]) {
    const size_t counts[LISTS] = {[QUOTES] = facts->quote_count,
                                  [ADVISORIES] = facts->advisory_count,
                                  [STATEMENTS] = facts->statement_count,
                                  [CITATIONS] = facts->citation_count};
    const struct span none = {0, 0};
    for (size_t i = 0; i < LISTS; i++)
        lists[i] = (struct places){arena_alloc_array(arena, counts[i], sizeof *lists[i].at), 0};
    for (size_t i = 0; i < facts->quote_count; i++)
        add_place(&lists[QUOTES], facts->quotes[i].span, facts->quotes[i].cue,
                  facts->quotes[i].fid);
    for (size_t i = 0; i < facts->advisory_count; i++)
        add_place(&lists[ADVISORIES], facts->advisories[i].span, none, facts->advisories[i].fid);
    for (size_t i = 0; i < facts->statement_count; i++)
        add_place(&lists[STATEMENTS], facts->statements[i].span, facts->statements[i].cue,
                  facts->statements[i].fid);
    for (size_t i = 0; i < facts->citation_count; i++)
        add_place(&lists[CITATIONS], facts->citations[i].span, none, facts->citations[i].fid);
}

static bool begins_before(const void *place, const void *offset) {
    return ((const struct place *)place)->span.start < *(const size_t *)offset;
}

/* The last place that begins before `offset`, or the number of places. */
static size_t last_before(const struct places *places, size_t offset) {
    size_t first =
        search_first(places->at, places->count, sizeof *places->at, &offset, begins_before);
    return first > 0 ? first - 1 : places->count;
}

static bool inside(struct span inner, struct span outer) {
    return inner.start < inner.end && inner.start >= outer.start && inner.end <= outer.end;
}

/* The fact whose words touch the span: a stray mark stands beside them. */
static const char *touching(const struct places *places, struct span span) {
    size_t last = last_before(places, span.end + 1);
    if (last < places->count && places->at[last].span.end >= span.start)
        return places->at[last].fid;
    return NULL;
}

/* The fact in the sentence, or that whose verb of speech is in it: the day stands behind both. */
static const char *spoken(const struct places *places, struct span sentence) {
    size_t last = last_before(places, sentence.end);
    if (last == places->count)
        return NULL;
    for (size_t back = 0; back < 2 && back <= last; back++) {
        const struct place *place = &places->at[last - back];
        if (span_overlap(place->span, sentence) || inside(place->cue, sentence))
            return place->fid;
    }
    return NULL;
}

static const char *fact_of(const struct article *article, const struct places *lists,
                           const struct flag *flag) {
    size_t number = sentences_at(article->sentences, flag->span.start);
    bool known = number < article->sentences.count;
    const char *fid = NULL;
    for (size_t i = 0; i < LISTS && !fid; i++)
        if (flag->kind != FLAG_DATE_CONFLICT)
            fid = touching(&lists[i], flag->span);
    for (size_t i = 0; i < LISTS && !fid && known; i++)
        if (flag->kind == FLAG_DATE_CONFLICT)
            fid = spoken(&lists[i], article->sentences.at[number].span);
    return fid;
}

static bool is_open(const struct flag *flag) {
    bool kind = flag->kind == FLAG_DATE_CONFLICT || flag->kind == FLAG_GARBLED ||
                flag->kind == FLAG_TRUNCATED || flag->kind == FLAG_UNBALANCED_QUOTE ||
                flag->kind == FLAG_LOST_NEGATION;
    return kind && !flag->fact.data && flag->span.start < flag->span.end;
}

/* Damage outside the facts is told once an article: nobody prints those words. */
static void drop_idle(struct facts *facts, struct flag *flags) {
    size_t kept = 0, idle = 0;
    for (size_t i = 0; flags && i < facts->flag_count; i++) {
        bool is_idle = flags[i].kind == FLAG_GARBLED && !flags[i].fact.data;
        idle += is_idle;
        if (!is_idle || idle == 1)
            flags[kept++] = flags[i];
    }
    facts->flag_count = flags ? kept : facts->flag_count;
}

void extract_flag_facts(const struct article *article, struct arena *arena, struct facts *facts) {
    struct places lists[LISTS];
    struct flag *flags = NULL; /* a copy: those that were there are the article's */
    for (size_t i = 0; i < facts->flag_count; i++) {
        if (!is_open(&facts->flags[i]))
            continue;
        if (!flags) {
            flags = arena_alloc_array(arena, facts->flag_count, sizeof *flags);
            memcpy(flags, facts->flags, facts->flag_count * sizeof *flags);
            facts->flags = flags;
            list_places(facts, arena, lists);
        }
        const char *fid = fact_of(article, lists, &flags[i]);
        if (fid)
            flags[i].fact = text_of(fid);
    }
    drop_idle(facts, flags);
}
