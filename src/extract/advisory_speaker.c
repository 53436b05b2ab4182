/* Who may direct the conduct of others: officials and authorities, as far as the text tells.
 *
 * Before: people with positions. After: a unit of an outsider is no advisory, and one of somebody
 * unknown only where it is plain whom it directs. A victim's "pelaku harus dihukum" and a coach's
 * "kami harus menang" read like an order. */
#include <config.h>

#include "extract/advisory.h"
#include "tables/offices.h"

#define PEOPLE 32     /* people who are looked at for a post without a name */
#define BEFORE_NAME 6 /* tokens: "Kepala Dinas yang baru, Rina" */

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
        bool authority = kind == INSTITUTION_OFFICE || kind == INSTITUTION_SPEAKS;
        return authority ? STANDING_OFFICE : STANDING_UNKNOWN; /* not companies, clubs, countries */
    }
    if (hit->class == LEXEME_CUE) {
        enum cue_role role = cues_get(c->tables->cues, hit->row)->role;
        bool opens = hit->first == 0 && (role == CUE_OUTSIDER || role == CUE_SUSPECT);
        return opens || role == CUE_COMPANY ? STANDING_OUTSIDE : STANDING_UNKNOWN;
    }
    return STANDING_UNKNOWN;
}

/* True if a word of the tokens [from, until) adds another post: "Menteri Energi sekaligus Ketua
 * Umum ...". */
static bool adds_post(const struct token *tokens, size_t from, size_t until) {
    for (size_t i = from; i < until; i++) {
        if (tokens[i].word == KNOWN_SEKALIGUS || tokens[i].word == KNOWN_MERANGKAP ||
            tokens[i].word == KNOWN_JUGA) {
            return true;
        }
    }
    return false;
}

/* "Ketua", "Wakil Ketua" are posts in companies and clubs, too, so that only their body tells; a
 * party is a body but no authority. */
static bool tells_nothing(const struct advisory_context *c, const struct hits *hits,
                          size_t office) {
    const struct hit *hit = &hits->at[office];
    for (size_t h = hits->begin[hit->first]; h < hits->begin[hit->end]; h++) {
        if (hits->at[h].class == LEXEME_CUE && hits->at[h].end == hit->end) {
            enum cue_role role = cues_get(c->tables->cues, hits->at[h].row)->role;
            return role == CUE_HEAD || role == CUE_SOCIETY;
        }
    }
    return false;
}

/* What a description says: an outsider's mark outweighs an office's ("pengamat kepolisian"), but
 * not that of an office told before and apart. */
static enum standing standing_of(const struct advisory_context *c, struct text description) {
    enum standing standing = STANDING_UNKNOWN;
    if (description.size == 0) {
        return standing;
    }
    struct tokens tokens = tokenise(c->arena, description);
    struct hits hits = lexicon_scan(c->tables->lexicon, description, tokens, c->arena);
    size_t behind = 0; /* the hit before */
    for (size_t h = 0; h < hits.count; h++) {
        enum standing one =
            tells_nothing(c, &hits, h) ? STANDING_UNKNOWN : standing_of_hit(c, &hits.at[h]);
        if (standing == STANDING_OFFICE && adds_post(tokens.at, behind, hits.at[h].first)) {
            return standing;
        }
        if (one == STANDING_OUTSIDE) {
            return one;
        }
        standing = one == STANDING_OFFICE ? one : standing;
        behind = hits.at[h].end > behind ? hits.at[h].end : behind;
    }
    return standing;
}

/* "Ismail (74)": reports give the age of people in the street, not of officials. */
static bool has_age(const struct advisory_context *c, size_t token) {
    const struct tokens *tokens = &c->article->tokens;
    struct text text = c->article->text;
    return token + 2 < tokens->count && token_is(text, &tokens->at[token], "(") &&
           tokens->at[token + 1].kind == TOKEN_NUMBER &&
           tokens->at[token + 1].end - tokens->at[token + 1].start == 2 &&
           token_is(text, &tokens->at[token + 2], ")");
}

/* What one hit before a name says: a post, or that somebody holds none. A body alone says nothing:
 * physicians and players belong to one, too. */
static enum standing standing_of_apposition(const struct advisory_context *c,
                                            const struct hit *hit) {
    if (hit->class == LEXEME_CUE) {
        enum cue_role role = cues_get(c->tables->cues, hit->row)->role;
        bool outside = role == CUE_OUTSIDER || role == CUE_COMPANY || role == CUE_SUSPECT;
        return outside ? STANDING_OUTSIDE : STANDING_UNKNOWN;
    }
    return hit->class == LEXEME_POSITION ? standing_of_hit(c, hit) : STANDING_UNKNOWN;
}

/* What stands right before the name that the text gives first: "salah satu warga, Ismail"; an
 * outsider's mark outweighs a post. Behind a word for those addressed it is about them. */
static enum standing standing_before(const struct advisory_context *c, size_t name) {
    const struct tokens *tokens = &c->article->tokens;
    const struct hits *hits = &c->article->hits;
    size_t from = name > BEFORE_NAME ? name - BEFORE_NAME : 0;
    enum standing standing = STANDING_UNKNOWN;
    for (size_t i = name; i > from && tokens->at[i - 1].kind != TOKEN_QUOTE &&
                          !token_is(c->article->text, &tokens->at[i - 1], ".");
         i--) {
        for (uint32_t h = hits->begin[i - 1]; h < hits->begin[i]; h++) {
            enum standing one = standing_of_apposition(c, &hits->at[h]);
            bool addressed = i > 1 && advisory_role_at(c, i - 2, CUE_TOWARD);
            if (one == STANDING_UNKNOWN || hits->at[h].end > name || addressed) {
                continue;
            }
            if (one == STANDING_OUTSIDE) {
                return one;
            }
            standing = one;
        }
    }
    return standing;
}

/* What the text tells of somebody of whom no post is known, where it names him first. */
static enum standing standing_of_mention(const struct advisory_context *c, struct span mention) {
    size_t name = tokens_at(c->article->tokens, mention.start);
    size_t end = tokens_at(c->article->tokens, mention.end);
    return has_age(c, end) ? STANDING_OUTSIDE : standing_before(c, name);
}

/* "Wakil Menteri Pertanian meminta ...": the text gives the post and no name. */
static bool is_bare_post(const struct advisory_context *c, const struct person *person) {
    size_t name = person->mentions.count > 0
                      ? tokens_at(c->article->tokens, person->mentions.at[0].start)
                      : c->article->tokens.count;
    const struct hit *post =
        name < c->article->tokens.count ? hits_at(&c->article->hits, name, LEXEME_POSITION) : NULL;
    return person->kind == PERSON_PERSON && person->position.size == 0 && post &&
           standing_of_hit(c, post) == STANDING_OFFICE &&
           !advisory_role_at(c, name, CUE_OUTSIDER); /* Guru Besar */
}

/* True if this is the only person without a post and there is a post without a person: they are
 * one, as in reports that give the post in the first sentence and the name in the second. */
static bool fills_bare_post(const struct advisory_context *c, const struct person *person) {
    size_t posts = 0, without = 0;
    for (size_t i = 0; i < c->facts->people_count && i < PEOPLE; i++) {
        const struct person *one = &c->facts->people[i];
        bool bare = is_bare_post(c, one);
        posts += bare;
        without += !bare && one->kind == PERSON_PERSON && one->position.size == 0;
    }
    return posts == 1 && without == 1 && person->position.size == 0 &&
           person->kind == PERSON_PERSON;
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
    if (standing == STANDING_UNKNOWN && person->position.size == 0 &&
        person->kind == PERSON_PERSON && person->mentions.count > 0) {
        standing = standing_of_mention(c, person->mentions.at[0]);
    }
    bool post =
        standing == STANDING_UNKNOWN && (is_bare_post(c, person) || fills_bare_post(c, person));
    return post ? STANDING_OFFICE : standing;
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

bool advisory_some_official(const struct advisory_context *c) {
    for (size_t i = 0; i < c->facts->people_count; i++) {
        if (advisory_standing(c, (int)i) == STANDING_OFFICE) {
            return true;
        }
    }
    return false;
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
