/* The words of the facts' enums, the text of a fact wherever it is kept, and the stable names of
 * facts.
 *
 * Before: the recognisers and the reader of facts/1 fill struct facts. After: whoever shows or
 * merges facts asks here. */
#include <config.h>

#include "base/decimal.h"
#include "base/search.h"
#include "base/sha256.h"
#include "extract/facts.h"

static const char *const scope_names[] = {"unknown", "regency", "province", "national"};
static const char *const status_names[] = {"unknown",   "in_force",       "amended",
                                           "revoked",   "partly_revoked", "not_yet_in_force",
                                           "impossible"};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The index of `name` among `count` names, or `otherwise`. */
static size_t index_of(const char *const *names, size_t count, struct text name, size_t otherwise) {
    for (size_t i = 0; i < count; i++) {
        if (text_is(name, names[i])) {
            return i;
        }
    }
    return otherwise;
}

static bool span_ends_by(const void *span, const void *offset) {
    return ((const struct span *)span)->end <= *(const size_t *)offset;
}

size_t spans_ended(const struct spans *spans, size_t offset) {
    return search_first(spans->at, spans->count, sizeof *spans->at, &offset, span_ends_by);
}

const char *scope_name(enum scope scope) { return scope_names[scope]; }

const char *citation_status_name(enum citation_status status) { return status_names[status]; }

enum scope scope_of(struct text name) {
    return (enum scope)index_of(scope_names, COUNT(scope_names), name, SCOPE_UNKNOWN);
}

enum citation_status citation_status_of(struct text name) {
    return (enum citation_status)index_of(status_names, COUNT(status_names), name, STATUS_UNKNOWN);
}

/* The text at `span`, or where facts were read back number `place` of what was read. */
static struct text text_at(const struct facts *facts, struct span span, size_t place) {
    return facts->quoted_texts ? facts->quoted_texts[place] : text_slice(facts->text, span);
}

struct text quote_text(const struct facts *facts, size_t index) {
    return text_at(facts, facts->quotes[index].span, index);
}

struct text statement_text(const struct facts *facts, size_t index) {
    return text_at(facts, facts->statements[index].span, facts->quote_count + index);
}

struct text citation_text(const struct facts *facts, size_t index) {
    size_t before = facts->quote_count + facts->statement_count;
    return text_at(facts, facts->citations[index].span, before + index);
}

struct text backref_text(const struct facts *facts, size_t index) {
    size_t before = facts->quote_count + facts->statement_count + facts->citation_count;
    return text_at(facts, facts->backrefs[index].span, before + index);
}

struct text advisory_text(const struct facts *facts, size_t index) {
    size_t before =
        facts->quote_count + facts->statement_count + facts->citation_count + facts->backref_count;
    return text_at(facts, facts->advisories[index].span, before + index);
}

struct text facts_opening(const struct facts *facts) {
    struct text words = {NULL, 0};
    size_t start = SIZE_MAX;
    if (facts->statement_count) {
        words = statement_text(facts, 0);
        start = facts->statements[0].span.start;
    }
    if (facts->advisory_count && facts->advisories[0].span.start < start) {
        words = advisory_text(facts, 0);
        start = facts->advisories[0].span.start;
    }
    if (facts->quote_count && facts->quotes[0].span.start < start) {
        words = quote_text(facts, 0);
        start = facts->quotes[0].span.start;
    }
    if (facts->citation_count == 0)
        return words;
    const struct citation *citation = &facts->citations[0];
    bool whole = citation->sentence.size > 0;
    size_t from = whole ? citation->sentence_span.start : citation->span.start;
    return from >= start ? words : whole ? citation->sentence : citation_text(facts, 0);
}

static bool quote_ends_before(const void *quote, const void *offset) {
    return ((const struct quote *)quote)->span.end <= *(const size_t *)offset;
}

/* The quotation in which `span` lies or which lies in it, or `span` itself. */
static struct span quotation_of(const struct facts *facts, struct span span) {
    size_t at = search_first(facts->quotes, facts->quote_count, sizeof *facts->quotes, &span.start,
                             quote_ends_before);
    if (at == facts->quote_count || !span_overlap(facts->quotes[at].span, span))
        return span;
    struct span quote = facts->quotes[at].span;
    return (struct span){quote.start < span.start ? quote.start : span.start,
                         quote.end > span.end ? quote.end : span.end};
}

/* Marks stand beside the words, not in them. */
static bool touches(struct span a, struct span b) {
    return a.start < a.end && b.start < b.end && a.start <= b.end && b.start <= a.end;
}

bool flag_damages(const struct facts *facts, const struct flag *flag, struct span span) {
    switch (flag->kind) {
    case FLAG_LOST_NEGATION:
    case FLAG_GARBLED:
    case FLAG_TRUNCATED:
        return span_overlap(flag->span, span);
    case FLAG_SANCTION_MISMATCH:
    case FLAG_SIGNATORY_MISMATCH:
    case FLAG_BAD_CITATION:
        return flag->span.start < flag->span.end && span_within(flag->span, span);
    case FLAG_UNBALANCED_QUOTE:
        return touches(flag->span, quotation_of(facts, span));
    default:
        return false;
    }
}

/* Flags looked at around those that begin in the words: they are about facts near by. */
#define FLAGS_NEAR 32

static bool flag_begins_before(const void *flag, const void *offset) {
    return ((const struct flag *)flag)->span.start < *(const size_t *)offset;
}

/* The first flag that begins at `offset` or behind it. */
static size_t flag_from(const struct facts *facts, size_t offset) {
    return search_first(facts->flags, facts->flag_count, sizeof *facts->flags, &offset,
                        flag_begins_before);
}

size_t facts_flags_near(const struct facts *facts, struct span span, size_t *end) {
    struct span wide = quotation_of(facts, span);
    size_t first = flag_from(facts, wide.start), behind = flag_from(facts, wide.end + 1);
    *end = behind + FLAGS_NEAR < facts->flag_count ? behind + FLAGS_NEAR : facts->flag_count;
    return first > FLAGS_NEAR ? first - FLAGS_NEAR : 0;
}

const struct flag *facts_damage(const struct facts *facts, struct span span) {
    size_t end, first = facts_flags_near(facts, span, &end);
    for (size_t i = first; i < end; i++)
        if (flag_damages(facts, &facts->flags[i], span))
            return &facts->flags[i];
    return NULL;
}

bool advisory_is_lost(const struct facts *facts, size_t index) {
    struct span span = facts->advisories[index].span;
    size_t end, first = facts_flags_near(facts, span, &end);
    for (size_t i = first; i < end; i++)
        if (facts->flags[i].kind == FLAG_LOST_NEGATION && span_overlap(facts->flags[i].span, span))
            return true;
    return false;
}

void fid_make(char fid[FID_SIZE], char kind, struct text id, struct span span) {
    char start[DECIMAL_SIZE], end[DECIMAL_SIZE];
    uint8_t digest[32];
    const struct text parts[] = {id,
                                 {&kind, 1},
                                 {start, decimal_write(start, span.start)},
                                 {end, decimal_write(end, span.end)}};
    sha256_parts(parts, COUNT(parts), digest);
    fid[0] = kind;
    fid[1] = '-';
    sha256_digits(fid + 2, digest, FID_SIZE - 3);
    fid[FID_SIZE - 1] = '\0';
}
