/* Which fact a flag is about, where the one that found it could not tell: dates were compared
 * before there were facts, damaged words are told by their sentence. Before: all that flags. After:
 * facts_json.c. */
#include <config.h>

#include <string.h>

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

static struct places list_quotes(const struct facts *facts, struct arena *arena) {
    struct places out = {arena_alloc_array(arena, facts->quote_count + 1, sizeof *out.at),
                         facts->quote_count};
    for (size_t i = 0; i < out.count; i++)
        out.at[i] =
            (struct place){facts->quotes[i].span, facts->quotes[i].cue, facts->quotes[i].fid};
    return out;
}

static struct places list_advisories(const struct facts *facts, struct arena *arena) {
    struct places out = {arena_alloc_array(arena, facts->advisory_count + 1, sizeof *out.at),
                         facts->advisory_count};
    for (size_t i = 0; i < out.count; i++)
        out.at[i] = (struct place){facts->advisories[i].span, {0, 0}, facts->advisories[i].fid};
    return out;
}

static struct places list_statements(const struct facts *facts, struct arena *arena) {
    struct places out = {arena_alloc_array(arena, facts->statement_count + 1, sizeof *out.at),
                         facts->statement_count};
    for (size_t i = 0; i < out.count; i++)
        out.at[i] = (struct place){facts->statements[i].span, facts->statements[i].cue,
                                   facts->statements[i].fid};
    return out;
}

static struct places list_citations(const struct facts *facts, struct arena *arena) {
    struct places out = {arena_alloc_array(arena, facts->citation_count + 1, sizeof *out.at),
                         facts->citation_count};
    for (size_t i = 0; i < out.count; i++)
        out.at[i] = (struct place){facts->citations[i].span, {0, 0}, facts->citations[i].fid};
    return out;
}

/* The last place that begins before `offset`, or the number of places. Binary search. */
static size_t before(const struct places *places, size_t offset) {
    size_t low = 0, high = places->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places->at[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : places->count;
}

static bool inside(struct span inner, struct span outer) {
    return inner.start < inner.end && inner.start >= outer.start && inner.end <= outer.end;
}

/* The fact whose words touch the span: a stray mark stands beside them. */
static const char *touching(const struct places *places, struct span span) {
    size_t last = before(places, span.end + 1);
    if (last < places->count && places->at[last].span.end >= span.start)
        return places->at[last].fid;
    return NULL;
}

/* The fact in the sentence, or that whose verb of speech is in it: the day stands behind both. */
static const char *spoken(const struct places *places, struct span sentence) {
    size_t last = before(places, sentence.end);
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
            lists[QUOTES] = list_quotes(facts, arena);
            lists[ADVISORIES] = list_advisories(facts, arena);
            lists[STATEMENTS] = list_statements(facts, arena);
            lists[CITATIONS] = list_citations(facts, arena);
        }
        const char *fid = fact_of(article, lists, &flags[i]);
        if (fid)
            flags[i].fact = text_of(fid);
    }
    drop_idle(facts, flags);
}
