/* Who may direct the conduct of others: officials and authorities, as far as the text tells.
 *
 * Before: people with positions. After: a unit of an outsider is no advisory, and one of somebody
 * unknown only where it is plain whom it directs. A victim's "pelaku harus dihukum" and a coach's
 * "kami harus menang" read like an order. */
#include <config.h>

#include "extract/advisory.h"
#include "tables/offices.h"

/* Fills the hits of a short description. */
static struct hits scan(const struct advisory_context *c, struct text description) {
    struct tokens tokens = tokenise(c->arena, description);
    return lexicon_scan(c->tables->lexicon, description, tokens, c->arena);
}

/* What one hit in a description says. */
static enum standing standing_of_hit(const struct advisory_context *c, const struct hit *hit) {
    if (hit->class == LEXEME_POSITION) {
        enum position_kind kind = offices_position(c->tables->offices, hit->row);
        bool post = kind == POSITION_POST || kind == POSITION_LOCAL || kind == POSITION_HEAD;
        return kind == POSITION_PERSON && hit->first == 0 ? STANDING_OUTSIDE
               : post                                     ? STANDING_OFFICE
                                                          : STANDING_UNKNOWN;
    }
    if (hit->class == LEXEME_INSTITUTION) {
        enum institution_kind kind = offices_institution(c->tables->offices, hit->row);
        return kind == INSTITUTION_STATUS ? STANDING_UNKNOWN : STANDING_OFFICE;
    }
    if (hit->class == LEXEME_CUE) {
        enum cue_role role = cues_get(c->tables->cues, hit->row)->role;
        bool opens = hit->first == 0 && (role == CUE_OUTSIDER || role == CUE_SUSPECT);
        return opens || role == CUE_COMPANY ? STANDING_OUTSIDE : STANDING_UNKNOWN;
    }
    return STANDING_UNKNOWN;
}

/* What a description says: an outsider's mark outweighs an office's ("pengamat kepolisian"). */
static enum standing standing_of(const struct advisory_context *c, struct text description) {
    enum standing standing = STANDING_UNKNOWN;
    if (description.size == 0) {
        return standing;
    }
    struct hits hits = scan(c, description);
    for (size_t h = 0; h < hits.count; h++) {
        enum standing one = standing_of_hit(c, &hits.at[h]);
        if (one == STANDING_OUTSIDE) {
            return one;
        }
        standing = one == STANDING_OFFICE ? one : standing;
    }
    return standing;
}

static enum standing standing_of_person(const struct advisory_context *c,
                                        const struct person *person) {
    enum standing standing = standing_of(c, person->position);
    if (standing == STANDING_UNKNOWN && person->kind == PERSON_INSTITUTION) {
        standing = standing_of(c, person->name);
    }
    if (standing == STANDING_UNKNOWN) {
        standing = standing_of(c, person->institution);
    }
    return standing;
}

enum standing advisory_standing(const struct advisory_context *c, int speaker) {
    if (speaker == NOBODY) {
        return STANDING_UNKNOWN;
    }
    enum standing *known = &c->standing[speaker];
    if (*known == STANDING_UNSEEN) {
        *known = standing_of_person(c, &c->facts->people[speaker]);
    }
    return *known;
}

bool advisory_is_official(const struct advisory_context *c) {
    bool office = false;
    for (size_t i = 0; i < c->facts->people_count; i++) {
        enum standing standing = advisory_standing(c, (int)i);
        if (standing == STANDING_OUTSIDE) {
            return false;
        }
        office = office || standing == STANDING_OFFICE;
    }
    return office;
}

bool advisory_is_office(const struct advisory_context *c, const struct hit *hit) {
    bool names = hit->class == LEXEME_POSITION || hit->class == LEXEME_INSTITUTION;
    return names && standing_of_hit(c, hit) == STANDING_OFFICE;
}

bool advisory_has_office(const struct advisory_context *c) {
    const struct hits *hits = &c->article->hits;
    for (size_t h = 0; h < hits->count; h++) {
        const struct hit *hit = &hits->at[h];
        if (!c->article->tokens.at[hit->first].cut && advisory_is_office(c, hit)) {
            return true;
        }
    }
    return false;
}
