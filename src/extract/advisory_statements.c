/* Statements that only their advisory tells: a sentence by which somebody directs others is
 * somebody's speech, though no verb of saying gives it to them ("Camat perlu memeriksa gudang."
 * between two reports of the regent). Before: advisories with their speakers. After: flags. */
#include <config.h>

#include "extract/recognisers.h"

#include "extract/statements.h"

/* Puts statements and the advisories that are none yet together, in the order of the text. */
struct merging {
    const struct reading *reading;
    struct facts *facts;
    struct statement *at;
    size_t count;
    size_t statement, quote; /* the first that does not end before the advisory */
};

/* True if the advisory lies in a quotation or shares words with a statement. */
static bool is_told(struct merging *m, struct span span) {
    const struct facts *facts = m->facts;
    while (m->quote < facts->quote_count && facts->quotes[m->quote].span.end <= span.start)
        m->quote++;
    while (m->statement < facts->statement_count &&
           facts->statements[m->statement].span.end <= span.start)
        m->at[m->count++] = facts->statements[m->statement++];
    return (m->quote < facts->quote_count && span_overlap(facts->quotes[m->quote].span, span)) ||
           (m->statement < facts->statement_count &&
            span_overlap(facts->statements[m->statement].span, span));
}

/* True if a person said it (of a body it is told as often what it does, and by whom), in a sentence
 * that does not tell how an occasion went. */
static bool is_speech(const struct merging *m, const struct advisory *advisory) {
    if (advisory->speaker == NOBODY || m->facts->people[advisory->speaker].kind != PERSON_PERSON)
        return false;
    struct sentences sentences = m->reading->article->sentences;
    size_t number = sentences_at(sentences, advisory->span.start);
    if (number == sentences.count)
        return false;
    const struct sentence *sentence = &sentences.at[number];
    struct range words = {(uint32_t)sentence->first, (uint32_t)sentence->end};
    return statements_between(m->reading, words);
}

static void add(struct merging *m, const struct advisory *advisory) {
    struct statement *statement = &m->at[m->count++];
    *statement = (struct statement){.span = advisory->span,
                                    .speaker = advisory->speaker,
                                    .confidence = advisory->confidence,
                                    .rule = "advisory"};
    fid_make(statement->fid, 's', m->facts->id, advisory->span);
}

void extract_advisory_statements(const struct article *article, const struct tables *tables,
                                 struct arena *arena, struct facts *facts) {
    if (facts->advisory_count == 0)
        return;
    size_t most = facts->statement_count + facts->advisory_count;
    const struct reading reading = reading_plain(article, tables, arena);
    struct merging m = {.reading = &reading, .facts = facts};
    m.at = arena_alloc_array(arena, most, sizeof *m.at);
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (!is_told(&m, facts->advisories[i].span) && is_speech(&m, &facts->advisories[i]))
            add(&m, &facts->advisories[i]);
    while (m.statement < facts->statement_count)
        m.at[m.count++] = facts->statements[m.statement++];
    facts->statements = m.at;
    facts->statement_count = m.count;
}
