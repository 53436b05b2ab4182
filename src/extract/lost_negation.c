/* Hopes that lost their negation in printing: "diharapkan ada yang tidak netral" cannot be what the
 * official said. Before: advisories, whose flagged ones the briefing shows with a mark. After:
 * facts_json.c. */
#include <config.h>

#include "extract/flags.h"
#include "extract/recognisers.h"
#include "tables/verify_tables.h"

/* True if the words at `i` are "ada yang" and, behind them, what nobody hopes for. */
static bool hoped_for_ill(const struct article *article, const struct tables *tables, size_t i,
                          size_t end) {
    const struct token *tokens = article->tokens.at;
    return i + 2 < end && token_is(article->text, &tokens[i], "ada") &&
           token_is(article->text, &tokens[i + 1], "yang") &&
           (word_entry(tables->vocabulary, tokens[i + 2].word)->verify &
            (VERIFY_NEGATION | VERIFY_ILL));
}

/* True if the sentence hopes for something ill, with no negation between the hope and it. */
static bool lost(const struct article *article, const struct tables *tables,
                 const struct sentence *sentence) {
    const struct token *tokens = article->tokens.at;
    size_t first = sentence->first;
    while (first < sentence->end &&
           !(word_entry(tables->vocabulary, tokens[first].word)->verify & VERIFY_HOPE))
        first++;
    bool hope = false;
    for (size_t i = first; i < sentence->end; i++) {
        if (hope && hoped_for_ill(article, tables, i, sentence->end))
            return true;
        unsigned kinds = word_entry(tables->vocabulary, tokens[i].word)->verify;
        if (kinds & VERIFY_HOPE)
            hope = true;
        else if (kinds & VERIFY_NEGATION)
            hope = false;
    }
    return false;
}

/* The advisory in the sentence, or none. */
static struct text fact_in(const struct facts *facts, struct span span) {
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (span_overlap(facts->advisories[i].span, span))
            return text_of(facts->advisories[i].fid);
    return (struct text){0};
}

void extract_lost_negation(const struct article *article, const struct tables *tables,
                           struct arena *arena, struct facts *facts) {
    struct flag *found = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < article->sentences.count; i++) {
        const struct sentence *sentence = &article->sentences.at[i];
        if (!lost(article, tables, sentence))
            continue;
        found = arena_grow(arena, found, count, count + 1, sizeof *found, &capacity);
        found[count++] = (struct flag){FLAG_LOST_NEGATION, sentence->span,
                                       TEXT("hopes for what nobody hopes for: \"tidak\" or "
                                            "\"jangan\" before \"ada yang\" seems to be lost"),
                                       fact_in(facts, sentence->span)};
    }
    flags_add(facts, found, count, arena);
}
