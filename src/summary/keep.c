/* Packed deep copies of facts: see keep.h. Before: extraction or facts read back. After: the
 * summary. */
#include <config.h>

#include "summary/keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define CHUNK_BYTES ((size_t)8 * 1024)

/* A word that finds no place after so many steps is copied again, so that words chosen to collide
 * cost memory, not time. */
#define PROBES 8

struct text keep_text(struct keeper *keeper, struct arena *arena, struct text text) {
    if (!text.data)
        return text;
    if (text.size == 0)
        return TEXT("");
    if (keeper->left < text.size) {
        size_t size = text.size > CHUNK_BYTES / 4 ? text.size : CHUNK_BYTES;
        char *chunk = arena_alloc(arena, size);
        if (size != CHUNK_BYTES)
            return (struct text){memcpy(chunk, text.data, text.size), text.size};
        keeper->at = chunk;
        keeper->left = size;
    }
    struct text kept = {memcpy(keeper->at, text.data, text.size), text.size};
    keeper->at += text.size;
    keeper->left -= text.size;
    return kept;
}

static struct text keep_terminated(struct keeper *keeper, struct arena *arena, struct text word) {
    char small[256];
    if (word.size >= sizeof small)
        return arena_copy(arena, word);
    if (word.size)
        memcpy(small, word.data, word.size);
    small[word.size] = 0;
    struct text kept = keep_text(keeper, arena, (struct text){small, word.size + 1});
    kept.size = word.size;
    return kept;
}

/* FNV-1a. */
static size_t word_hash(struct text word) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (unsigned char)word.data[i]) * UINT64_C(0x100000001b3);
    return (size_t)(hash ^ hash >> 32);
}

/* The slot of the word, or a free one, or NULL after PROBES steps. */
static struct text *find_slot(struct text *words, size_t capacity, struct text word) {
    size_t place = word_hash(word);
    for (size_t i = 0; i < PROBES; i++) {
        struct text *slot = &words[(place + i) & (capacity - 1)];
        if (!slot->data || text_equal(*slot, word))
            return slot;
    }
    return NULL;
}

static void grow_words(struct keeper *keeper) {
    size_t capacity = keeper->word_capacity ? keeper->word_capacity * 2 : 1024;
    struct text *words = memory_alloc_array(capacity, sizeof *words);
    for (size_t i = 0; i < keeper->word_capacity; i++) {
        struct text word = keeper->words[i];
        struct text *slot = word.data ? find_slot(words, capacity, word) : NULL;
        if (slot)
            *slot = word;
    }
    memory_free(keeper->words);
    keeper->words = words;
    keeper->word_capacity = capacity;
}

struct text keep_word(struct keeper *keeper, struct arena *arena, struct text word) {
    if (!word.data)
        return word;
    if (keeper->word_count * 2 >= keeper->word_capacity)
        grow_words(keeper);
    struct text *slot = find_slot(keeper->words, keeper->word_capacity, word);
    if (slot && slot->data)
        return *slot;
    struct text kept = keep_terminated(keeper, arena, word);
    if (slot) {
        *slot = kept;
        keeper->word_count++;
    }
    return kept;
}

void keeper_free(struct keeper *keeper) {
    memory_free(keeper->words);
    *keeper = (struct keeper){0};
}

/* What the functions below share. */
struct copier {
    struct keeper *keeper;
    struct arena *arena;
};

static struct text copy_text(const struct copier *c, struct text text) {
    return keep_text(c->keeper, c->arena, text);
}

static struct text copy_word(const struct copier *c, struct text word) {
    return keep_word(c->keeper, c->arena, word);
}

static const char *copy_rule(const struct copier *c, const char *rule) {
    return keep_word(c->keeper, c->arena, text_of(rule)).data;
}

/* `count` elements of `size` bytes; NULL for none. */
static void *copy_array(const struct copier *c, const void *from, size_t count, size_t size) {
    if (count == 0)
        return NULL;
    return memcpy(arena_alloc_array(c->arena, count, size), from, count * size);
}

static struct spans copy_spans(const struct copier *c, struct spans spans) {
    return (struct spans){copy_array(c, spans.at, spans.count, sizeof *spans.at), spans.count};
}

static struct text *copy_words(const struct copier *c, const struct text *words, size_t count) {
    struct text *copy = copy_array(c, words, count, sizeof *words);
    for (size_t i = 0; i < count; i++)
        copy[i] = copy_word(c, words[i]);
    return copy;
}

static struct instrument copy_instrument(const struct copier *c, struct instrument instrument) {
    instrument.type = copy_word(c, instrument.type);
    instrument.number = copy_word(c, instrument.number);
    return instrument;
}

static const struct note_values *copy_values(const struct copier *c,
                                             const struct note_values *values) {
    if (!values)
        return NULL;
    struct note_values *copy = arena_alloc(c->arena, sizeof *copy);
    *copy = (struct note_values){copy_word(c, values->code),
                                 copy_words(c, values->at, values->count), values->count};
    return copy;
}

static void copy_people(const struct copier *c, struct facts *out) {
    out->people = copy_array(c, out->people, out->people_count, sizeof *out->people);
    for (size_t i = 0; i < out->people_count; i++) {
        struct person *person = &out->people[i];
        person->name = copy_word(c, person->name);
        person->honorifics = copy_word(c, person->honorifics);
        person->position = copy_word(c, person->position);
        person->institution = copy_word(c, person->institution);
        person->region = copy_word(c, person->region);
        person->mentions = copy_spans(c, person->mentions);
    }
}

static void copy_speech(const struct copier *c, struct facts *out) {
    out->quotes = copy_array(c, out->quotes, out->quote_count, sizeof *out->quotes);
    for (size_t i = 0; i < out->quote_count; i++) {
        out->quotes[i].repeats = copy_spans(c, out->quotes[i].repeats);
        out->quotes[i].rule = copy_rule(c, out->quotes[i].rule);
    }
    out->statements = copy_array(c, out->statements, out->statement_count, sizeof *out->statements);
    for (size_t i = 0; i < out->statement_count; i++)
        out->statements[i].rule = copy_rule(c, out->statements[i].rule);
}

static void copy_citations(const struct copier *c, struct facts *out) {
    out->citations = copy_array(c, out->citations, out->citation_count, sizeof *out->citations);
    for (size_t i = 0; i < out->citation_count; i++) {
        struct citation *citation = &out->citations[i];
        citation->written = copy_instrument(c, citation->written);
        citation->pinpoint = copy_word(c, citation->pinpoint);
        citation->resolved = copy_instrument(c, citation->resolved);
        citation->title = copy_word(c, citation->title);
        citation->replaced_by = copy_word(c, citation->replaced_by);
        citation->suggestion = copy_word(c, citation->suggestion);
        citation->note = copy_word(c, citation->note);
        citation->note_values = copy_values(c, citation->note_values);
        citation->sentence = copy_text(c, citation->sentence);
        citation->rule = copy_rule(c, citation->rule);
    }
    out->backrefs = copy_array(c, out->backrefs, out->backref_count, sizeof *out->backrefs);
}

static void copy_advisories(const struct copier *c, struct facts *out) {
    out->advisories = copy_array(c, out->advisories, out->advisory_count, sizeof *out->advisories);
    for (size_t i = 0; i < out->advisory_count; i++) {
        struct advisory *advisory = &out->advisories[i];
        advisory->topics = copy_words(c, advisory->topics, advisory->topic_count);
        advisory->addressee = copy_word(c, advisory->addressee);
        advisory->rule = copy_rule(c, advisory->rule);
    }
}

static void copy_flags(const struct copier *c, struct facts *out) {
    out->flags = copy_array(c, out->flags, out->flag_count, sizeof *out->flags);
    for (size_t i = 0; i < out->flag_count; i++) {
        out->flags[i].note = copy_word(c, out->flags[i].note);
        out->flags[i].fact = copy_text(c, out->flags[i].fact);
        out->flags[i].values = copy_values(c, out->flags[i].values);
    }
}

static void copy_head(const struct copier *c, struct facts *out) {
    out->id = copy_text(c, out->id);
    out->sha256 = copy_text(c, out->sha256);
    out->file = (struct text){NULL, 0};
    out->tables = (struct text){NULL, 0};
    out->record = 0;
    out->title = copy_text(c, out->title);
    out->publisher = copy_word(c, out->publisher);
    out->url = copy_text(c, out->url);
    out->author = copy_word(c, out->author);
    out->region_code = copy_word(c, out->region_code);
    out->region_name = copy_word(c, out->region_name);
    out->region_evidence = copy_spans(c, out->region_evidence);
    out->also = copy_words(c, out->also, out->also_count);
    out->sketch = copy_text(c, out->sketch);
}

/* The text of a fact, and where it stands in the article. */
struct passage {
    struct span span;
    struct text text;
    size_t place; /* in quoted_texts */
};

/* By start; of those with one start the longest first, so that a passage follows what it lies in.
 */
static int passage_order(const void *left, const void *right) {
    const struct passage *a = left, *b = right;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* All passages in the order of quoted_texts, in memory that the caller frees. */
static struct passage *list_passages(const struct facts *facts, size_t *count) {
    size_t total = facts->quote_count + facts->statement_count + facts->citation_count +
                   facts->backref_count + facts->advisory_count;
    struct passage *list = memory_alloc_array(total + 1, sizeof *list), *at = list;
    for (size_t i = 0; i < facts->quote_count; i++)
        *at++ = (struct passage){facts->quotes[i].span, quote_text(facts, i), 0};
    for (size_t i = 0; i < facts->statement_count; i++)
        *at++ = (struct passage){facts->statements[i].span, statement_text(facts, i), 0};
    for (size_t i = 0; i < facts->citation_count; i++)
        *at++ = (struct passage){facts->citations[i].span, citation_text(facts, i), 0};
    for (size_t i = 0; i < facts->backref_count; i++)
        *at++ = (struct passage){facts->backrefs[i].span, backref_text(facts, i), 0};
    for (size_t i = 0; i < facts->advisory_count; i++)
        *at++ = (struct passage){facts->advisories[i].span, advisory_text(facts, i), 0};
    for (size_t i = 0; i < total; i++)
        list[i].place = i;
    *count = total;
    return list;
}

/* The part of `outer` (whose copy is `kept`) that is `inner`, or none. The bytes are compared,
 * since facts from outside may hold texts that do not agree with their spans. */
static struct text part_of(const struct passage *outer, struct text kept,
                           const struct passage *inner) {
    if (!kept.data || !inner->text.data || !span_within(inner->span, outer->span))
        return (struct text){NULL, 0};
    size_t from = inner->span.start - outer->span.start;
    struct text part = text_slice(kept, (struct span){from, from + inner->text.size});
    return text_equal(part, inner->text) ? part : (struct text){NULL, 0};
}

static struct text *copy_passages(const struct copier *c, const struct facts *facts) {
    size_t count;
    struct passage *list = list_passages(facts, &count);
    struct text *texts = arena_alloc_array(c->arena, count + 1, sizeof *texts);
    qsort(list, count, sizeof *list, passage_order);
    const struct passage *outer = NULL;
    for (size_t i = 0; i < count; i++) {
        struct text *text = &texts[list[i].place];
        *text = outer ? part_of(outer, texts[outer->place], &list[i]) : (struct text){NULL, 0};
        if (text->data)
            continue;
        *text = copy_text(c, list[i].text);
        outer = &list[i];
    }
    memory_free(list);
    return texts;
}

void keep_facts(struct keeper *keeper, struct arena *arena, const struct facts *facts,
                struct facts *out) {
    struct copier copier = {keeper, arena};
    struct text *texts = copy_passages(&copier, facts);
    *out = *facts;
    out->text = (struct text){NULL, 0};
    out->quoted_texts = texts;
    copy_head(&copier, out);
    copy_people(&copier, out);
    copy_speech(&copier, out);
    copy_citations(&copier, out);
    copy_advisories(&copier, out);
    copy_flags(&copier, out);
}
