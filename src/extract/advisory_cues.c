/* Gathers the cues of a unit from the lexicon's hits.
 *
 * Before: hits of all tables in the article. After: the rules read the cues in the order of the
 * text. A longer form hides the shorter ones that overlap it, and a guard hides what lies within
 * it: "tidak perlu" is no need. */
#include <config.h>

#include "extract/advisory.h"

static void add_cue(struct unit_cues *out, const struct hit *hit, const struct cue *cue) {
    if (out->count < ADVISORY_CUES) {
        out->at[out->count++] = (struct unit_cue){hit->first, hit->end, cue->role, cue->type};
    }
}

/* LAPOR is a service's name, no verb. */
static bool is_acronym(const struct advisory_context *c, const struct hit *hit,
                       const struct cue *cue) {
    bool reports = cue->role == CUE_REPORT || cue->role == CUE_TELL;
    return reports && c->article->tokens.at[hit->first].letter_case == CASE_UPPER;
}

/* "Pelaku usaha" are those addressed, no suspects. */
static bool is_addressee(const struct advisory_context *c, const struct hit *hit,
                         const struct cue *cue) {
    const struct hit *group =
        cue->role == CUE_SUSPECT ? hits_at(&c->article->hits, hit->first, LEXEME_ADDRESSEE) : NULL;
    return group && group->end > hit->end;
}

/* How far into the text guards and cues reach. */
struct reach {
    size_t guard, guarded; /* the last guard's first token, and the token behind it */
    size_t covered;        /* the token behind the last cue */
};

/* True if a guard takes the cue away: it lies within it, or begins in its midst. "Tidak perlu" does
 * so to the "perlu ada" of "tidak perlu ada". */
static bool is_guarded(const struct reach *reach, const struct hit *hit) {
    return hit->end <= reach->guarded || (hit->first < reach->guarded && hit->first > reach->guard);
}

/* The cues that begin at one token. */
static void cues_at(const struct advisory_context *c, size_t token, size_t end, struct reach *reach,
                    struct unit_cues *out) {
    const struct hits *hits = &c->article->hits;
    for (uint32_t h = hits->begin[token]; h < hits->begin[token + 1]; h++) {
        const struct hit *hit = &hits->at[h];
        if (hit->class != LEXEME_CUE || hit->end > end) {
            continue;
        }
        const struct cue *cue = cues_get(c->tables->cues, hit->row);
        if (cue->role == CUE_GUARD) {
            if (hit->end > reach->guarded) {
                reach->guard = hit->first;
                reach->guarded = hit->end;
            }
        } else if (cue->role != CUE_OUTSIDER && cue->role != CUE_HEAD && cue->role != CUE_SOCIETY &&
                   !is_addressee(c, hit, cue) && !is_acronym(c, hit, cue) &&
                   !is_guarded(reach, hit) && hit->first >= reach->covered) {
            reach->covered = hit->end;
            add_cue(out, hit, cue);
        }
    }
}

void advisory_find_cues(struct advisory_context *c) {
    const struct hits *hits = &c->article->hits;
    size_t tokens = c->article->tokens.count;
    c->cues = arena_alloc_array_uncleared(c->arena, hits->count + 1, sizeof *c->cues);
    for (size_t at = hits_next(hits, 0, tokens, LEXEME_CUE); at < tokens;
         at = hits_next(hits, at + 1, tokens, LEXEME_CUE)) {
        c->cues[c->cue_count++] = (uint32_t)at;
    }
}

void advisory_cues(struct advisory_context *c, const struct unit *unit, struct unit_cues *out) {
    struct reach reach = {unit->first, unit->first, unit->first};
    while (c->next_cue > 0 && c->cues[c->next_cue - 1] >= unit->first) {
        c->next_cue--;
    }
    while (c->next_cue < c->cue_count && c->cues[c->next_cue] < unit->first) {
        c->next_cue++;
    }
    out->count = 0;
    for (; c->next_cue < c->cue_count && c->cues[c->next_cue] < unit->end; c->next_cue++) {
        cues_at(c, c->cues[c->next_cue], unit->end, &reach, out);
    }
}

bool advisory_role_at(const struct advisory_context *c, size_t token, enum cue_role role) {
    const struct hits *hits = &c->article->hits;
    if (!(hits->classes[token] >> LEXEME_CUE & 1)) {
        return false;
    }
    for (uint32_t h = hits->begin[token]; h < hits->begin[token + 1]; h++) {
        if (hits->at[h].class == LEXEME_CUE &&
            cues_get(c->tables->cues, hits->at[h].row)->role == role) {
            return true;
        }
    }
    return false;
}
