/* Packed facts: see keep.h. Before: extraction or facts read back. After: the summary.
 *
 * One description of each struct serves both ways: code_...(c, value) packs the value and returns
 * it, or returns the one that was packed. Numbers are bytes of seven bits each, low ones first, so
 * that small ones take a byte; a text is its length and its bytes; a word that the month has often
 * is its number. What is packed never leaves the process: no byte order, no version, and nothing
 * to check when it is opened. */
#include <config.h>

#include "summary/keep.h"

#include <string.h>

#include "base/memory.h"
#include "base/pack.h"
#include "summary/passages.h"

#define CHUNK_BYTES ((size_t)256 * 1024)

/* What the functions below share: either `out` is set and values are packed, or `at` and `arena`
 * are and values are opened. */
struct coder {
    struct keeper *keeper; /* packing only: learns words */
    const struct words *words;
    struct buffer *out;
    const char *at;
    struct arena *arena;
};

static size_t code_size(struct coder *c, size_t value) {
    if (!c->out)
        return pack_open_size(&c->at);
    pack_size(c->out, value);
    return value;
}

/* A number from -1 (NOBODY) on. */
static int code_int(struct coder *c, int value) {
    return (int)((int64_t)code_size(c, (size_t)((int64_t)value + 1)) - 1);
}

static bool code_bool(struct coder *c, bool value) { return code_size(c, value) != 0; }

static struct span code_span(struct coder *c, struct span span) {
    span.start = code_size(c, span.start);
    span.end = span.start + code_size(c, span.end - span.start);
    return span;
}

static struct date code_date(struct coder *c, struct date date) {
    size_t packed = ((size_t)date.year * 13 + (size_t)date.month) * 32 + (size_t)date.day;
    packed = code_size(c, packed);
    return (struct date){(int16_t)(packed / 32 / 13), (int8_t)(packed / 32 % 13),
                         (int8_t)(packed % 32)};
}

static struct text code_text(struct coder *c, struct text text) {
    size_t size = code_size(c, text.data ? text.size + 1 : 0);
    if (size == 0)
        return (struct text){NULL, 0};
    size--;
    if (c->out) {
        buffer_append(c->out, text.data, size);
        return text;
    }
    text = (struct text){c->at, size};
    c->at += size;
    return text;
}

/* A text that other articles have, too; opened, a NUL stands behind it. */
static struct text code_word(struct coder *c, struct text word) {
    uint32_t number = NO_WORD;
    if (c->out && word.data)
        number = words_number(&c->keeper->words, &c->keeper->arena, word);
    number = (uint32_t)code_size(c, number);
    if (number != NO_WORD)
        return c->out ? word : words_text(c->words, number);
    word = code_text(c, word);
    if (word.data)
        code_size(c, 0); /* the NUL */
    return word;
}

static const char *code_rule(struct coder *c, const char *rule) {
    return code_word(c, text_of(rule)).data;
}

/* The number that the six hex digits of a name are. */
static size_t fid_number(const char fid[FID_SIZE]) {
    size_t number = 0;
    for (size_t i = 2; i < FID_SIZE - 1; i++)
        number = number << 4 | (size_t)(fid[i] <= '9' ? fid[i] - '0' : fid[i] - 'a' + 10);
    return number;
}

/* A fact's name; or "", as a backref without its citation has. */
static void code_fid(struct coder *c, char fid[FID_SIZE]) {
    char kind = (char)code_size(c, (unsigned char)fid[0]);
    if (!kind)
        return;
    size_t number = code_size(c, c->out ? fid_number(fid) : 0);
    if (c->out)
        return;
    fid[0] = kind;
    fid[1] = '-';
    for (size_t i = FID_SIZE - 1; i-- > 2; number >>= 4)
        fid[i] = "0123456789abcdef"[number & 0xf];
}

/* Packs an element of an array, or fills it. */
typedef void code_element(struct coder *c, void *element);

static void *code_array(struct coder *c, void *at, size_t *count, size_t size, code_element *code) {
    *count = code_size(c, *count);
    if (!c->out)
        at = *count ? arena_alloc_array(c->arena, *count, size) : NULL;
    for (size_t i = 0; i < *count; i++)
        code(c, (char *)at + i * size);
    return at;
}

static void code_span_element(struct coder *c, void *element) {
    struct span *span = element;
    *span = code_span(c, *span);
}

static void code_word_element(struct coder *c, void *element) {
    struct text *word = element;
    *word = code_word(c, *word);
}

static struct spans code_spans(struct coder *c, struct spans spans) {
    spans.at = code_array(c, spans.at, &spans.count, sizeof *spans.at, code_span_element);
    return spans;
}

static struct text *code_words(struct coder *c, struct text *words, size_t *count) {
    return code_array(c, words, count, sizeof *words, code_word_element);
}

static const struct note_values *code_values(struct coder *c, const struct note_values *values) {
    struct note_values coded = values ? *values : (struct note_values){0};
    if (!code_bool(c, values != NULL))
        return NULL;
    coded.code = code_word(c, coded.code);
    coded.at = code_words(c, coded.at, &coded.count);
    if (c->out)
        return values;
    struct note_values *opened = arena_alloc(c->arena, sizeof *opened);
    *opened = coded;
    return opened;
}

static void code_flag(struct coder *c, void *element) {
    struct flag *flag = element;
    flag->kind = (enum flag_kind)code_size(c, flag->kind);
    flag->span = code_span(c, flag->span);
    flag->note = code_word(c, flag->note);
    flag->fact = code_text(c, flag->fact);
    flag->values = code_values(c, flag->values);
}

static void code_head(struct coder *c, struct facts *f) {
    f->id = code_text(c, f->id);
    f->sha256 = code_text(c, f->sha256);
    f->title = code_text(c, f->title);
    f->publisher = code_word(c, f->publisher);
    f->url = code_text(c, f->url);
    f->author = code_word(c, f->author);
    f->published = code_date(c, f->published);
    f->event_date = code_date(c, f->event_date);
    f->date_evidence = code_span(c, f->date_evidence);
    f->date_checked = code_bool(c, f->date_checked);
    f->scope = (enum scope)code_size(c, f->scope);
    f->region_code = code_word(c, f->region_code);
    f->region_name = code_word(c, f->region_name);
    f->region_confidence = code_int(c, f->region_confidence);
    f->region_evidence = code_spans(c, f->region_evidence);
    f->region_checked = code_bool(c, f->region_checked);
    f->also = code_words(c, f->also, &f->also_count);
    f->flags = code_array(c, f->flags, &f->flag_count, sizeof *f->flags, code_flag);
    f->sketch = code_text(c, f->sketch);
}

static void code_person(struct coder *c, void *element) {
    struct person *person = element;
    person->id = code_int(c, person->id);
    person->name = code_word(c, person->name);
    person->honorifics = code_word(c, person->honorifics);
    person->position = code_word(c, person->position);
    person->institution = code_word(c, person->institution);
    person->region = code_word(c, person->region);
    person->kind = (enum person_kind)code_size(c, person->kind);
    person->mentions = code_spans(c, person->mentions);
}

static void code_quote(struct coder *c, void *element) {
    struct quote *quote = element;
    code_fid(c, quote->fid);
    quote->checked = code_bool(c, quote->checked);
    quote->span = code_span(c, quote->span);
    quote->speaker = code_int(c, quote->speaker);
    quote->cue = code_span(c, quote->cue);
    quote->repeats = code_spans(c, quote->repeats);
    quote->confidence = code_int(c, quote->confidence);
    quote->rule = code_rule(c, quote->rule);
}

static void code_statement(struct coder *c, void *element) {
    struct statement *statement = element;
    code_fid(c, statement->fid);
    statement->checked = code_bool(c, statement->checked);
    statement->span = code_span(c, statement->span);
    statement->speaker = code_int(c, statement->speaker);
    statement->cue = code_span(c, statement->cue);
    statement->confidence = code_int(c, statement->confidence);
    statement->rule = code_rule(c, statement->rule);
}

static struct instrument code_instrument(struct coder *c, struct instrument instrument) {
    instrument.type = code_word(c, instrument.type);
    instrument.number = code_word(c, instrument.number);
    instrument.year = code_int(c, instrument.year);
    return instrument;
}

static void code_citation(struct coder *c, void *element) {
    struct citation *citation = element;
    code_fid(c, citation->fid);
    citation->checked = code_bool(c, citation->checked);
    citation->span = code_span(c, citation->span);
    citation->written = code_instrument(c, citation->written);
    citation->pinpoint = code_word(c, citation->pinpoint);
    citation->resolved = code_instrument(c, citation->resolved);
    citation->title = code_word(c, citation->title);
    citation->status = (enum citation_status)code_size(c, citation->status);
    citation->since = code_date(c, citation->since);
    citation->replaced_by = code_word(c, citation->replaced_by);
    citation->suggestion = code_word(c, citation->suggestion);
    citation->sentence_span = code_span(c, citation->sentence_span);
    citation->note = code_word(c, citation->note);
    citation->note_values = code_values(c, citation->note_values);
    citation->confidence = code_int(c, citation->confidence);
    citation->rule = code_rule(c, citation->rule);
}

static void code_backref(struct coder *c, void *element) {
    struct backref *backref = element;
    backref->span = code_span(c, backref->span);
    code_fid(c, backref->citation);
}

static void code_advisory(struct coder *c, void *element) {
    struct advisory *advisory = element;
    code_fid(c, advisory->fid);
    advisory->checked = code_bool(c, advisory->checked);
    advisory->span = code_span(c, advisory->span);
    advisory->type = (enum advisory_type)code_size(c, advisory->type);
    advisory->topics = code_words(c, advisory->topics, &advisory->topic_count);
    advisory->addressee = code_word(c, advisory->addressee);
    advisory->speaker = code_int(c, advisory->speaker);
    advisory->confidence = code_int(c, advisory->confidence);
    advisory->rule = code_rule(c, advisory->rule);
}

static void code_lists(struct coder *c, struct facts *f) {
    f->people = code_array(c, f->people, &f->people_count, sizeof *f->people, code_person);
    f->quotes = code_array(c, f->quotes, &f->quote_count, sizeof *f->quotes, code_quote);
    f->statements =
        code_array(c, f->statements, &f->statement_count, sizeof *f->statements, code_statement);
    f->citations =
        code_array(c, f->citations, &f->citation_count, sizeof *f->citations, code_citation);
    f->backrefs = code_array(c, f->backrefs, &f->backref_count, sizeof *f->backrefs, code_backref);
    f->advisories =
        code_array(c, f->advisories, &f->advisory_count, sizeof *f->advisories, code_advisory);
}

/* The words of the facts: all of them, then where each fact's begin and how many bytes they are. */
static void pack_words(struct coder *c, const struct facts *facts) {
    struct buffer *said = &c->keeper->said;
    size_t count = passages_count(facts);
    struct passage *list = passages_join(facts, said);
    code_text(c, said->size ? buffer_view(said) : TEXT(""));
    for (size_t i = 0; i < count; i++) {
        code_size(c, list[i].text.data ? list[i].text.size + 1 : 0);
        code_size(c, list[i].from);
    }
    memory_free(list);
}

static void open_words(struct coder *c, struct facts *facts) {
    size_t count = passages_count(facts), quoted = count - facts->citation_count;
    struct text said = code_text(c, (struct text){NULL, 0});
    facts->quoted_texts = arena_alloc_array(c->arena, quoted + 1, sizeof(struct text));
    for (size_t i = 0; i < count; i++) {
        size_t size = code_size(c, 0), from = code_size(c, 0);
        struct text text = {size ? said.data + from : NULL, size ? size - 1 : 0};
        if (i < quoted)
            facts->quoted_texts[i] = text;
        else
            facts->citations[i - quoted].sentence = text;
    }
}

/* A copy of what was packed. */
static const struct kept *store(struct keeper *keeper, struct text packed) {
    char *place = keeper->at;
    if (packed.size > CHUNK_BYTES / 4) {
        place = arena_alloc_uncleared(&keeper->arena, packed.size);
    } else if (keeper->left < packed.size) {
        place = keeper->at = arena_alloc_uncleared(&keeper->arena, CHUNK_BYTES);
        keeper->left = CHUNK_BYTES;
    }
    memcpy(place, packed.data, packed.size);
    if (place == keeper->at) {
        keeper->at += packed.size;
        keeper->left -= packed.size;
    }
    return (const struct kept *)place;
}

const struct kept *keep_facts(struct keeper *keeper, const struct facts *facts) {
    struct coder c = {.keeper = keeper, .words = &keeper->words, .out = &keeper->packed};
    struct facts copy = *facts;
    buffer_clear(&keeper->packed);
    code_head(&c, &copy);
    code_lists(&c, &copy);
    pack_words(&c, facts);
    return store(keeper, buffer_view(&keeper->packed));
}

void kept_head(const struct keeper *keeper, const struct kept *kept, struct arena *arena,
               struct facts *out) {
    struct coder c = {.words = &keeper->words, .at = (const char *)kept, .arena = arena};
    *out = (struct facts){0};
    code_head(&c, out);
}

void kept_open(const struct keeper *keeper, const struct kept *kept, struct arena *arena,
               struct facts *out) {
    struct coder c = {.words = &keeper->words, .at = (const char *)kept, .arena = arena};
    *out = (struct facts){0};
    code_head(&c, out);
    code_lists(&c, out);
    open_words(&c, out);
}

void kept_name(const struct kept *kept, struct text *id, struct text *sha256) {
    struct coder c = {.at = (const char *)kept};
    *id = code_text(&c, (struct text){NULL, 0});
    *sha256 = code_text(&c, (struct text){NULL, 0});
}

struct text keep_word(struct keeper *keeper, struct text word) {
    uint32_t number = word.data ? words_number(&keeper->words, &keeper->arena, word) : NO_WORD;
    if (number != NO_WORD)
        return words_text(&keeper->words, number);
    return word.data ? arena_copy(&keeper->arena, word) : word;
}

void keeper_free(struct keeper *keeper) {
    words_free(&keeper->words);
    buffer_free(&keeper->packed);
    buffer_free(&keeper->said);
    arena_free(&keeper->arena);
    *keeper = (struct keeper){0};
}
