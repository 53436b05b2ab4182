/* The trail of a source: below its entry stand the sentences that lines of the briefing rest on
 * without printing them (who was reported to have said something, where a regulation is cited),
 * each once, with the names by which `taklimat show --fact` finds its facts; then the names of what
 * is printed in full above. Before: compose_sources.c. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "layout/compose.h"

/* A fact with the sentence that it rests on. */
struct evidence {
    struct span span; /* of the sentence */
    struct text words;
    const char *fid;
    bool printed; /* the sentence stands in a chapter */
};

/* By place; of sentences that begin together the longest first, which holds the others. */
static int by_place(const void *left, const void *right) {
    const struct evidence *a = left, *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return text_compare(text_of(a->fid), text_of(b->fid));
}

static bool is_quoted(const struct facts *facts, int speaker) {
    for (size_t i = 0; i < facts->quote_count; i++)
        if (facts->quotes[i].speaker == speaker)
            return true;
    return false;
}

static bool is_advised(const struct facts *facts, struct span span) {
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (span_within(span, facts->advisories[i].span) && !advisory_is_lost(facts, i))
            return true;
    return false;
}

/* Of whom words stand in quotation marks the statements are listed nowhere. */
static bool is_listed(const struct facts *facts, const struct statement *statement) {
    return statement->speaker != NOBODY && !is_quoted(facts, statement->speaker);
}

/* All facts of a story's article that lines of the briefing lead from, by the place of their
 * sentences: of an advertorial only advisories. */
static struct evidence *collect(struct arena *arena, const struct facts *facts, bool news,
                                size_t *count) {
    size_t most =
        facts->advisory_count + facts->quote_count + facts->statement_count + facts->citation_count;
    struct evidence *list = arena_alloc_array(arena, most + 1, sizeof *list), *at = list;
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (!advisory_is_lost(facts, i)) /* else it is printed nowhere */
            *at++ = (struct evidence){facts->advisories[i].span, advisory_text(facts, i),
                                      facts->advisories[i].fid, true};
    for (size_t i = 0; news && i < facts->quote_count; i++)
        *at++ = (struct evidence){facts->quotes[i].span, quote_text(facts, i), facts->quotes[i].fid,
                                  true};
    for (size_t i = 0; news && i < facts->statement_count; i++)
        if (is_listed(facts, &facts->statements[i]))
            *at++ = (struct evidence){facts->statements[i].span, statement_text(facts, i),
                                      facts->statements[i].fid,
                                      is_advised(facts, facts->statements[i].span)};
    for (size_t i = 0; news && i < facts->citation_count; i++) {
        const struct citation *citation = &facts->citations[i];
        bool whole = citation->sentence.size > 0;
        struct span span = whole ? citation->sentence_span : citation->span;
        *at++ = (struct evidence){span, whole ? citation->sentence : citation_text(facts, i),
                                  citation->fid, is_advised(facts, span)};
    }
    *count = (size_t)(at - list);
    if (*count > 1)
        qsort(list, *count, sizeof *list, by_place);
    return list;
}

/* Which marks of the template stand around a sentence that may have marks of its own, or only one
 * of a pair because the quotation goes on outside it. */
struct outer_marks {
    bool open, close;
};

/* The size of the quotation mark at `at`, 0 for none; *opens tells which side it stands on. A
 * straight one opens where nothing, a space or a bracket stands before it. */
static size_t mark_at(struct text words, size_t at, bool *opens) {
    struct text rest = text_slice(words, (struct span){at, words.size});
    *opens = text_starts(rest, "“") || text_starts(rest, "„");
    if (*opens || text_starts(rest, "”"))
        return strlen("“");
    *opens = at == 0 || words.data[at - 1] == ' ' || words.data[at - 1] == '(';
    return rest.data[0] == '"';
}

/* None where marks of its own stand at its beginning or end: others beside them would say nothing.
 */
static struct outer_marks marks_around(struct text words) {
    size_t depth = 0, first = words.size, last = 0, size;
    bool unopened = false, opens;
    for (size_t at = 0; at < words.size; at += size ? size : 1) {
        size = mark_at(words, at, &opens);
        if (!size)
            continue;
        first = first < at ? first : at;
        last = at + size;
        unopened |= !opens && depth == 0;
        depth += opens;
        depth -= !opens && depth > 0;
    }
    if (unopened || depth)
        return (struct outer_marks){unopened, depth > 0};
    while (last && last < words.size && strchr(" .,;:!?", words.data[last]))
        last++;
    bool none = first > 0 && last < words.size;
    return (struct outer_marks){none, none};
}

/* The sentence between marks; before and behind it, in the style of warnings, that something is
 * wrong with it, and what. */
static void add_sentence(struct composer *composer, struct paragraph *line,
                         const struct facts *facts, const struct evidence *evidence) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    struct text words = text_trim(evidence->words);
    const struct flag *damage = facts_damage(facts, evidence->span);
    struct outer_marks marks = marks_around(words);
    if (damage)
        paragraph_add(document, line, STYLE_WARNING, TEXT("[!]\xC2\xA0"));
    words = arena_concat(composer->arena, marks.open ? labels[LABEL_QUOTE_OPEN] : TEXT(""), words,
                         marks.close ? labels[LABEL_QUOTE_CLOSE] : TEXT(""));
    paragraph_add(document, line, STYLE_SOFT, words);
    if (!damage)
        return;
    paragraph_add(document, line, STYLE_WARNING, TEXT(" "));
    paragraph_add(document, line, STYLE_WARNING, check_words(composer, damage->kind));
}

/* A sentence, and the facts that rest on it or on a part of it; returns the entry behind them. */
static size_t compose_sentence(struct composer *composer, struct cell *cell,
                               const struct facts *facts, const struct evidence *list, size_t count,
                               size_t at) {
    struct document *document = composer->document;
    struct span span = list[at].span;
    struct paragraph *line = cell_add(document, cell, STYLE_SOFT);
    add_sentence(composer, line, facts, &list[at]);
    for (; at < count && !list[at].printed && span_within(list[at].span, span); at++) {
        paragraph_add(document, line, STYLE_SOFT, TEXT(" "));
        paragraph_add(document, line, STYLE_SOFT, text_of(list[at].fid));
    }
    return at;
}

void compose_evidence(struct composer *composer, struct cell *cell, size_t story) {
    size_t count;
    const struct facts *facts = story_facts(composer, story);
    bool news = !composer->finished->stories[story].advertorial;
    const struct evidence *list = collect(composer->arena, facts, news, &count);
    struct paragraph *printed = NULL;
    for (size_t i = 0; i < count;)
        i = list[i].printed ? i + 1 : compose_sentence(composer, cell, facts, list, count, i);
    for (size_t i = 0; i < count; i++) {
        if (!list[i].printed)
            continue;
        if (!printed) {
            printed = cell_add(composer->document, cell, STYLE_SOFT);
            paragraph_add(composer->document, printed, STYLE_SOFT,
                          composer->template->labels[LABEL_PRINTED_ABOVE]);
        }
        paragraph_add(composer->document, printed, STYLE_SOFT, TEXT(" "));
        paragraph_add(composer->document, printed, STYLE_SOFT, text_of(list[i].fid));
    }
}
