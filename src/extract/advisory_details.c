/* What an advisory is about, and to whom it is addressed.
 *
 * Before: a unit that is an advisory. After: the briefing groups advisories by topic and names the
 * addressee. */
#include <config.h>

#include "extract/advisory.h"
#include "tables/topics.h"
#include "tables/vocabulary.h"
#include "tables/word_lists.h"

#define OBJECT_WORDS 8 /* from an object that opens the sentence to its verb */
#define OFFICE_WORDS 6 /* of a name with capitals: "Kepala Dinas Lingkungan Hidup Kota Batu" */
#define ASIDE_WORDS 2  /* back to the word that makes a group an aside: "oleh para petugas" */

/* The addressee hit at a token: its row, or -1. */
static int32_t addressee_at(const struct advisory_context *c, size_t token, bool any) {
    const struct hit *hit = hits_at(&c->article->hits, token, LEXEME_ADDRESSEE);
    if (!hit || (!any && !cues_addressee(c->tables->cues, hit->row).data)) {
        return -1;
    }
    return (int32_t)hit->row;
}

int32_t advisory_addressee(const struct advisory_context *c, size_t from, size_t until, bool any) {
    for (size_t i = from; i < until; i++) {
        int32_t row = addressee_at(c, i, any);
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

int32_t advisory_addressee_before(const struct advisory_context *c, size_t from, size_t until,
                                  bool any) {
    for (size_t i = until; i > from; i--) {
        int32_t row = addressee_at(c, i - 1, any);
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

/* True if the cue's subject is the addressee ("ASN harus"), false if its object is ("mengimbau
 * ASN"). */
static bool addressee_comes_first(enum cue_role role) {
    return role == CUE_ASKED || role == CUE_HOPED || role == CUE_MUST || role == CUE_OUGHT ||
           role == CUE_NEED || role == CUE_DUTY || role == CUE_ABSTAIN || role == CUE_SANCTION ||
           role == CUE_CONSEQUENCE || role == CUE_REPORT;
}

/* True if the group named at `token` stands aside of what is asked: "yang ingin menjadi relawan",
 * "dilayani oleh para petugas". */
static bool is_aside(const struct advisory_context *c, size_t token, size_t from) {
    const struct token *tokens = c->article->tokens.at;
    for (size_t back = 1; back <= ASIDE_WORDS && token >= from + back; back++)
        if (word_entry(c->tables->vocabulary, tokens[token - back].word)->lists >> LIST_ASIDE & 1)
            return true;
    return false;
}

/* The first group in [from, until) that may be meant, or the last one; a row, or -1. */
static int32_t group_meant(const struct advisory_context *c, size_t from, size_t until, bool last) {
    for (size_t n = 0; n + from < until; n++) {
        size_t token = last ? until - 1 - n : from + n;
        int32_t row = addressee_at(c, token, false);
        if (row >= 0 && !is_aside(c, token, from))
            return row;
    }
    return -1;
}

/* The first comma in [first, end), or `end`. */
static size_t clause_end(const struct advisory_context *c, size_t first, size_t end) {
    while (first < end && !token_is(c->article->text, &c->article->tokens.at[first], ",")) {
        first++;
    }
    return first;
}

/* The group in [from, until) that a clause describes: "pejabat yang menguntungkan pasangan calon";
 * whom that clause names is not meant. A row, or -1. */
static int32_t group_described(const struct advisory_context *c, size_t from, size_t until) {
    for (size_t i = from; i < until; i++) {
        const struct hit *hit = hits_at(&c->article->hits, i, LEXEME_ADDRESSEE);
        if (hit && hit->end < until && c->article->tokens.at[hit->end].hash == c->relative &&
            addressee_at(c, i, false) >= 0 && !is_aside(c, i, from))
            return (int32_t)hit->row;
    }
    return -1;
}

static struct text find_addressee(const struct advisory_context *c, const struct unit *unit,
                                  const struct unit_cue *cue) {
    if (cue->role == CUE_RECEIVE) {
        return (struct text){0}; /* whose reports are meant is not who is told */
    }
    int32_t before = group_described(c, unit->first, cue->first);
    if (before < 0)
        before = group_meant(c, unit->first, cue->first, true);
    size_t until = unit->end;
    if (cue->role == CUE_DONT || cue->role == CUE_BEGIN)
        until = cue->end < unit->end ? cue->end + 1 : unit->end; /* further on stands the object */
    int32_t after = group_meant(c, cue->end, until, false);
    int32_t row = addressee_comes_first(cue->role) && before >= 0 ? before : after;
    if (advisory_role_at(c, unit->first, CUE_TOWARD)) {
        /* "Kepada para camat, ia meminta agar mereka ..." */
        int32_t opening =
            group_meant(c, unit->first, clause_end(c, unit->first, cue->first), false);
        row = opening >= 0 ? opening : row >= 0 ? row : before;
    } else if (row < 0 && cue->first > unit->first &&
               advisory_role_at(c, cue->first - 1, CUE_SELF)) {
        size_t from =
            cue->first > unit->first + OBJECT_WORDS ? cue->first - OBJECT_WORDS : unit->first;
        row = group_meant(c, from, cue->first, true); /* "warga kami minta untuk ..." */
    }
    return row < 0 ? (struct text){0} : cues_addressee(c->tables->cues, (uint32_t)row);
}

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
    out->addressee = find_addressee(c, unit, cue);
}
