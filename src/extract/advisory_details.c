/* What an advisory is about, and to whom it is addressed.
 *
 * Before: a unit that is an advisory. After: the briefing groups advisories by topic and names the
 * addressee. */
#include <config.h>

#include "extract/advisory.h"

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

static struct text find_addressee(const struct advisory_context *c, const struct unit *unit,
                                  const struct unit_cue *cue) {
    if (cue->role == CUE_RECEIVE) {
        return (struct text){0}; /* whose reports are meant is not who is told */
    }
    int32_t before = advisory_addressee_before(c, unit->first, cue->first, false);
    int32_t after = advisory_addressee(c, cue->end, unit->end, false);
    int32_t row = addressee_comes_first(cue->role) && before >= 0 ? before : after;
    if (row < 0 && advisory_role_at(c, unit->first, CUE_TOWARD)) {
        /* "Kepada para camat, ia meminta agar mereka ..." */
        row = before;
    }
    return row < 0 ? (struct text){0} : cues_addressee(c->tables->cues, (uint32_t)row);
}

/* The topics named in the unit, in the order of the table, each once. */
static void find_topics(const struct advisory_context *c, const struct unit *unit,
                        struct advisory *out) {
    const struct hits *hits = &c->article->hits;
    size_t rows = cues_topic_count(c->tables->cues);
    bool *named = arena_alloc_array(c->arena, rows + 1, sizeof *named);
    for (uint32_t h = hits->begin[unit->first]; h < hits->begin[unit->end]; h++) {
        const struct hit *hit = &hits->at[h];
        if (hit->class == LEXEME_TOPIC && hit->end <= unit->end && !named[hit->row]) {
            named[hit->row] = true;
            out->topic_count++;
        }
    }
    out->topics = arena_alloc_array(c->arena, out->topic_count + 1, sizeof *out->topics);
    size_t count = 0;
    for (uint32_t row = 0; row < rows; row++) {
        if (named[row]) {
            out->topics[count++] = cues_topic(c->tables->cues, row);
        }
    }
}

void advisory_details(const struct advisory_context *c, const struct unit *unit,
                      const struct unit_cue *cue, struct advisory *out) {
    find_topics(c, unit, out);
    out->addressee = find_addressee(c, unit, cue);
}
