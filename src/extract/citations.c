/* Citations of legal instruments and references back to them.
 *
 * Before: an article with its hits. After: verification against the register, summaries by
 * instrument. One pass over the hits of regulation_types.tsv: each is tried as a numbered citation,
 * as one by name, as a back-reference; then pinpoints are given out and nicknames resolved. */
#include <config.h>

#include "base/ascii.h"
#include "base/plain.h"
#include "extract/backrefs.h"
#include "extract/citation_named.h"
#include "extract/citation_reader.h"
#include "extract/citation_scan.h"
#include "extract/facts_names.h"
#include "extract/pinpoint.h"
#include "extract/recognisers.h"

#define NEAR_CITATIONS 64     /* a year is completed from no further away */
#define LONGEST_SENTENCE 2000 /* bytes; longer are lists that lost their full stops */

/* What was found so far. */
struct found {
    struct arena *arena;
    struct citation_draft *citations;
    size_t citation_count, citation_capacity;
    struct backref_draft *backrefs;
    size_t backref_count, backref_capacity;
};

static void add_citation(struct found *found, const struct citation_draft *draft) {
    found->citations =
        arena_grow(found->arena, found->citations, found->citation_count, found->citation_count + 1,
                   sizeof(*found->citations), &found->citation_capacity);
    found->citations[found->citation_count++] = *draft;
}

static void add_backref(struct found *found, const struct backref_draft *draft) {
    found->backrefs =
        arena_grow(found->arena, found->backrefs, found->backref_count, found->backref_count + 1,
                   sizeof(*found->backrefs), &found->backref_capacity);
    found->backrefs[found->backref_count++] = *draft;
}

/* A name without number that follows "tentang" or "atas" belongs to the title of the instrument
 * before it: "UU 1/2023 tentang KUHP". */
static bool in_title(const struct citation_reader *reader, const struct found *found,
                     size_t first) {
    if (first >= 2 && reader_is(reader, first - 1, "(") &&
        reader->tokens[first - 2].hash == reader->tokens[first].hash)
        return true; /* "tentang KUHP (KUHP Baru)" */
    if (found->citation_count == 0 || first == 0 || reader_word(reader, first - 1) != WORD_ABOUT)
        return false;
    return found->citations[found->citation_count - 1].end == first - 1;
}

/* "Peraturan Menteri Kesehatan (Permenkes)": one mention, or none where it points back. */
static bool is_short_form(const struct citation_reader *reader, size_t first,
                          const struct regulation_type *type) {
    if (first == 0 || !reader_is(reader, first - 1, "("))
        return false;
    const struct hit *full = hits_before(reader->hits, first - 1, LEXEME_REGULATION);
    return full && text_equal(regulation_type_get(reader->types, full->row)->type, type->type);
}

/* "Merumuskan Peraturan Bupati tentang ...": it is not there yet. */
static bool is_drafted(const struct citation_reader *reader, size_t first,
                       const struct regulation_type *type) {
    return type->kind != REGULATION_LAW && first > 0 && reader_goes_on(reader, first) &&
           reader_word(reader, first - 1) == WORD_DRAFTS;
}

/* Reads what begins with the type at [first, end); returns the token where reading goes on. */
static size_t read_at(const struct citation_reader *reader, size_t first, size_t end,
                      const struct regulation_type *type, struct found *found) {
    struct citation_draft draft = {.first = first, .end = end, .type = type};
    if (type->kind == REGULATION_NONE || type->kind == REGULATION_ISSUER)
        return end;
    if (first > 0 && reader_goes_on(reader, first) && reader_word(reader, first - 1) == WORD_BILL)
        return end;
    if (citation_scan_number(reader, &draft)) {
        draft.number = plain_text(found->arena, draft.number);
        add_citation(found, &draft);
        for (struct citation_draft next; citation_scan_list(reader, &draft, &next); draft = next)
            add_citation(found, &next);
        return draft.end;
    }
    struct backref_draft backref;
    if (backref_read(reader, first, end, type, found->citations, found->citation_count, &backref)) {
        add_backref(found, &backref);
        return backref.end;
    }
    if (in_title(reader, found, first))
        return reader_skip_bracket(reader, end);
    if (is_short_form(reader, first, type) || is_drafted(reader, first, type))
        return end;
    if (citation_named_read(reader, &draft)) {
        add_citation(found, &draft);
        return draft.end;
    }
    return end;
}

static void read_all(const struct citation_reader *reader, struct found *found) {
    size_t next = 0; /* what was read ends before this token */
    for (size_t i = 0; i < reader->hits->count; i++) {
        const struct hit *hit = &reader->hits->at[i];
        if (hit->class != LEXEME_REGULATION || hit->first < next || reader->tokens[hit->first].cut)
            continue;
        const struct regulation_type *type = regulation_type_get(reader->types, hit->row);
        next = read_at(reader, hit->first, hit->end, type, found);
    }
}

static bool is_digit_at(struct text text, size_t i) {
    return i < text.size && ascii_is_digit(text.data[i]);
}

/* The number without spaces, and without leading zeros unless it is an office's, in which they
 * count ("000.7.1/155"). */
static struct text plain_number(struct text number, struct arena *arena) {
    char *out = arena_alloc(arena, number.size + 1);
    size_t size = 0, digits = 0;
    while (is_digit_at(number, digits))
        digits++;
    bool office = digits + 1 < number.size; /* "02A" is none */
    for (size_t i = 0; i < number.size; i++) {
        bool zero = !office && size == 0 && number.data[i] == '0' && is_digit_at(number, i + 1);
        if (number.data[i] != ' ' && !zero)
            out[size++] = number.data[i];
    }
    return (struct text){out, size};
}

/* The press calls the minister of health's acts PMK and KMK, too, which are properly those of the
 * minister of finance; the office in the number tells them apart: "KMK HK.01.07/MENKES/972/2025".
 */
static struct text issued_type(struct text type, struct text number) {
    bool health = text_find(number, 0, TEXT("MENKES")) < number.size;
    if (health && text_is(type, "PMK"))
        return TEXT("Permenkes");
    return health && text_is(type, "KMK") ? TEXT("Kepmenkes") : type;
}

/* The year of citation `i` if it is the same instrument as `draft`, else 0. */
static int year_of_same(const struct found *found, size_t i, const struct citation_draft *draft) {
    const struct citation_draft *other = &found->citations[i];
    bool same = text_equal(other->number, draft->number) &&
                text_equal(other->type->type, draft->type->type);
    return same ? other->year : 0;
}

/* A citation without year means the one with type, number and year that stands nearest before it,
 * else after it. */
static int missing_year(const struct found *found, size_t index) {
    const struct citation_draft *draft = &found->citations[index];
    int year = 0;
    for (size_t back = 1; back <= index && back <= NEAR_CITATIONS && !year; back++)
        year = year_of_same(found, index - back, draft);
    for (size_t on = 1; index + on < found->citation_count && on <= NEAR_CITATIONS && !year; on++)
        year = year_of_same(found, index + on, draft);
    return year;
}

/* What a title means where "lama" or "baru" stands behind it: the law before or after the one of
 * the day ("KUHP lama"). The new criminal code is called "KUHP Nasional", too: the old one was of
 * colonial times. `nickname` is the law of the day. */
static const struct nickname *by_age(const struct citation_reader *reader, uint32_t row, size_t end,
                                     const struct nickname *nickname) {
    size_t at = end + (reader_goes_on(reader, end) && reader->tokens[end].word == KNOWN_YANG);
    if (!nickname || !reader_goes_on(reader, at))
        return nickname;
    uint32_t word = reader->tokens[at].word;
    const struct nickname *other = NULL;
    if (word == KNOWN_LAMA && date_is_set(nickname->from))
        other = nickname_on(reader->types, row, date_from_days(date_days(nickname->from) - 1));
    bool national = word == KNOWN_NASIONAL && text_is(nickname->type, "KUHP");
    if ((word == KNOWN_BARU || national) && date_is_set(nickname->until))
        other = nickname_on(reader->types, row, nickname->until);
    return other ? other : nickname;
}

static void resolve(const struct citation_reader *reader, const struct article *article,
                    const struct found *found, size_t index, struct citation *citation) {
    const struct citation_draft *draft = &found->citations[index];
    if (draft->number.data) {
        int year = draft->year ? draft->year : missing_year(found, index);
        if (year)
            citation->resolved =
                (struct instrument){issued_type(citation->written.type, draft->number),
                                    plain_number(draft->number, found->arena), year};
        return;
    }
    const struct hit *hit = hits_at(reader->hits, draft->first, LEXEME_NICKNAME);
    bool about = reader_word(reader, draft->end) == WORD_ABOUT; /* "UU tentang Desa" */
    if (!hit || (hit->end > draft->end && !about))
        return;
    struct date day = extract_day(article);
    const struct nickname *nickname =
        by_age(reader, hit->row, draft->end, nickname_on(reader->types, hit->row, day));
    if (nickname)
        citation->resolved = (struct instrument){nickname->type, nickname->number, nickname->year};
}

/* Keeps the sentence around the citation, unless it is so long that citations without a full stop
 * would make facts of the square of their number. */
static void keep_sentence(const struct article *article, struct citation *citation) {
    size_t number = sentences_at(article->sentences, citation->span.start);
    if (number >= article->sentences.count)
        return;
    struct span span = article->sentences.at[number].span;
    if (span.end - span.start > LONGEST_SENTENCE)
        return;
    citation->sentence_span = span;
    citation->sentence = article_slice(article, span);
}

static void finish(const struct citation_reader *reader, const struct article *article,
                   const struct found *found, struct facts *facts) {
    struct arena *arena = found->arena;
    size_t count = found->citation_count;
    struct pinpoints pinpoints = {0};
    size_t *given = arena_alloc_array(arena, count, sizeof(*given));
    pinpoints = pinpoints_read(reader, arena);
    pinpoints_attach(reader, article, pinpoints, found->citations, count, given);
    facts->citations = arena_alloc_array(arena, count, sizeof(*facts->citations));
    facts->citation_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct citation_draft *draft = &found->citations[i];
        struct citation *citation = &facts->citations[i];
        citation->span = reader_span(reader, draft->first, draft->end);
        fid_make(citation->fid, 'c', article->id, citation->span);
        citation->written = (struct instrument){draft->type->type, draft->number, draft->year};
        if (given[i] < pinpoints.count)
            citation->pinpoint =
                plain_text(arena, reader_slice(reader, pinpoints.at[given[i]].first,
                                               pinpoints.at[given[i]].end));
        keep_sentence(article, citation);
        citation->status = STATUS_UNKNOWN;
        citation->confidence = draft->confidence;
        citation->rule = draft->rule;
        resolve(reader, article, found, i, citation);
    }
    fids_settle(facts, 'c', arena);
}

static void finish_backrefs(const struct citation_reader *reader, const struct found *found,
                            struct facts *facts) {
    facts->backrefs =
        arena_alloc_array(found->arena, found->backref_count, sizeof(*facts->backrefs));
    facts->backref_count = found->backref_count;
    for (size_t i = 0; i < found->backref_count; i++) {
        struct backref *backref = &facts->backrefs[i];
        backref->span = reader_span(reader, found->backrefs[i].first, found->backrefs[i].end);
        for (size_t k = 0; k < FID_SIZE; k++)
            backref->citation[k] = facts->citations[found->backrefs[i].citation].fid[k];
    }
}

void extract_citations(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts) {
    struct citation_reader reader = {
        article->text,  article->tokens.at,       article->tokens.count,
        &article->hits, tables->regulation_types, tables->vocabulary};
    struct found found = {.arena = arena};
    read_all(&reader, &found);
    if (found.citation_count == 0)
        return;
    finish(&reader, article, &found, facts);
    finish_backrefs(&reader, &found, facts);
}
