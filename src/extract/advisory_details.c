/* What an advisory is about, and to whom it is addressed.
 *
 * Before: a unit that is an advisory. After: the briefing groups advisories by topic and names the
 * addressee. */
#include <config.h>

#include "extract/advisory.h"
#include "tables/topics.h"

#define OFFICE_WORDS 6 /* of a name with capitals: "Kepala Dinas Lingkungan Hidup Kota Batu" */

/* True if the word at `token` stands in the name of an office or body ("Kepala Dinas Kesehatan"):
 * such a word tells who speaks, not what is asked for. */
static bool is_in_office(const struct advisory_context *c, size_t token) {
    const struct token *tokens = c->article->tokens.at;
    const uint32_t office = 1U << LEXEME_POSITION | 1U << LEXEME_INSTITUTION;
    for (size_t words = 0; words < OFFICE_WORDS && token > 0; words++, token--) {
        if (tokens[token].letter_case != CASE_TITLE || tokens[token].gap != GAP_SPACE)
            return false;
        if (c->article->hits.classes[token - 1] & office)
            return true;
    }
    return false;
}

/* The topics that tokens [first, end) tell of, as a set; by weak words those whose context is in
 * `named`. Of forms that overlap the first counts, the longest there. */
static uint64_t topics_in(const struct advisory_context *c, uint32_t first, uint32_t end,
                          uint64_t named) {
    const struct hits *hits = &c->article->hits;
    uint64_t set = 0;
    uint32_t free = first; /* behind the form before */
    for (uint32_t h = hits->begin[first]; h < hits->begin[end]; h++) {
        const struct hit *hit = &hits->at[h];
        uint64_t context;
        if (hit->class != LEXEME_TOPIC || hit->end > end || hit->first < free ||
            is_in_office(c, hit->first))
            continue;
        free = hit->end;
        size_t topic = topics_of(c->tables->topics, hit->row, &context);
        if (!context || (context & named))
            set |= UINT64_C(1) << topic;
    }
    return set;
}

/* The topics named in the unit, in the order of the table, each once. */
static void find_topics(struct advisory_context *c, const struct unit *unit, struct advisory *out) {
    if (!c->topics_known) {
        c->topics = topics_in(c, 0, (uint32_t)c->article->tokens.count, 0);
        c->topics_known = true;
    }
    uint64_t set = topics_in(c, (uint32_t)unit->first, (uint32_t)unit->end, c->topics);
    size_t count = topics_count(c->tables->topics);
    out->topics = arena_alloc_array(c->arena, count + 1, sizeof *out->topics);
    for (size_t i = 0; i < count; i++)
        if (set >> i & 1)
            out->topics[out->topic_count++] = topics_label(c->tables->topics, i);
}

void advisory_details(struct advisory_context *c, const struct unit *unit,
                      const struct unit_cue *cue, struct advisory *out) {
    find_topics(c, unit, out);
    out->addressee = advisory_addressed(c, unit, cue);
}
