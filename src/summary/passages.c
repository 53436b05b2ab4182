/* The words of facts, joined: see passages.h. Before: facts. After: keep.c. */
#include <config.h>

#include "summary/passages.h"

#include <stdlib.h>

#include "base/memory.h"

/* By start; of those with one start the longest first, so that a passage follows what it lies in.
 */
static int span_order(const void *left, const void *right) {
    const struct passage *a = left, *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static int place_order(const void *left, const void *right) {
    const struct passage *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

size_t passages_count(const struct facts *facts) {
    return facts->quote_count + facts->statement_count + 2 * facts->citation_count +
           facts->backref_count + facts->advisory_count;
}

static struct passage *list_passages(const struct facts *facts, size_t count) {
    struct passage *list = memory_alloc_array(count + 1, sizeof *list), *at = list;
    for (size_t i = 0; i < facts->quote_count; i++)
        *at++ = (struct passage){facts->quotes[i].span, quote_text(facts, i), 0, 0};
    for (size_t i = 0; i < facts->statement_count; i++)
        *at++ = (struct passage){facts->statements[i].span, statement_text(facts, i), 0, 0};
    for (size_t i = 0; i < facts->citation_count; i++)
        *at++ = (struct passage){facts->citations[i].span, citation_text(facts, i), 0, 0};
    for (size_t i = 0; i < facts->backref_count; i++)
        *at++ = (struct passage){facts->backrefs[i].span, backref_text(facts, i), 0, 0};
    for (size_t i = 0; i < facts->advisory_count; i++)
        *at++ = (struct passage){facts->advisories[i].span, advisory_text(facts, i), 0, 0};
    for (size_t i = 0; i < facts->citation_count; i++)
        *at++ =
            (struct passage){facts->citations[i].sentence_span, facts->citations[i].sentence, 0, 0};
    for (size_t i = 0; i < count; i++)
        list[i].place = i;
    return list;
}

/* Whether `inner` is that part of `outer` which its span says: the bytes are compared, since facts
 * from outside, or changed by an editor, may hold texts that do not agree with their spans. */
static bool is_part(const struct passage *outer, const struct passage *inner) {
    if (!span_within(inner->span, outer->span))
        return false;
    size_t from = inner->span.start - outer->span.start;
    struct span part = {from, from + inner->text.size};
    return text_equal(text_slice(outer->text, part), inner->text);
}

struct passage *passages_join(const struct facts *facts, struct buffer *words) {
    size_t count = passages_count(facts);
    struct passage *list = list_passages(facts, count);
    const struct passage *outer = NULL;
    qsort(list, count, sizeof *list, span_order);
    buffer_clear(words);
    for (size_t i = 0; i < count; i++) {
        struct passage *passage = &list[i];
        if (outer && is_part(outer, passage)) {
            passage->from = outer->from + (passage->span.start - outer->span.start);
            continue;
        }
        passage->from = words->size;
        buffer_text(words, passage->text);
        outer = passage;
    }
    qsort(list, count, sizeof *list, place_order);
    return list;
}
