/* Sanctions: what is to happen to offenders, told of nobody in particular.
 *
 * Before: the cues of a unit. After: two of the rules of advisory_rules.c. What has happened to
 * somebody, and what a suspect faces, is news and no advisory. */
#include <config.h>

#include "extract/advisory_look.h"

/* "Pegawai yang ..." before the cue: whoever does that. */
static bool people_who_before(const struct look *l) {
    const struct article *article = l->c->article;
    for (size_t i = look_from(l, 2 * FAR); i < look_cue(l)->first; i++) {
        const struct hit *hit = hits_at(&article->hits, i, LEXEME_ADDRESSEE);
        size_t who = hit ? hit->end : i;
        bool people = hit || i == l->unit->first;
        if (people && who < look_cue(l)->first && article->tokens.at[who].word == KNOWN_YANG) {
            return true;
        }
    }
    return false;
}

/* "... yang ... akan dipanggil": whoever does that, whatever he is called. */
static bool relative_before(const struct look *l) {
    const struct article *article = l->c->article;
    if (!look_role_before(l, CUE_FUTURE, 2) && !look_role_before(l, CUE_ALLOW, 2)) {
        return false;
    }
    /* not "yang kelak akan ditutup", which tells which ones */
    for (size_t i = look_from(l, FAR); i + 3 < look_cue(l)->first; i++) {
        if (article->tokens.at[i].word == KNOWN_YANG) {
            return true;
        }
    }
    return false;
}

/* "Didapati 40 orang pengendara": it has met so many people; not "yang mengumpulkan 40 orang akan",
 * who are offenders in general. */
static bool counts_people(const struct look *l) {
    const struct article *article = l->c->article;
    if (look_has_role(l->cues, CUE_FUTURE) || look_has_role(l->cues, CUE_ALLOW) ||
        look_has_role(l->cues, CUE_IF)) {
        return false;
    }
    for (size_t i = l->unit->first + 1; i < look_cue(l)->first; i++) {
        if (article->tokens.at[i - 1].kind == TOKEN_NUMBER &&
            (token_is(article->text, &article->tokens.at[i], "orang") ||
             hits_at(&article->hits, i, LEXEME_ADDRESSEE))) {
            return true;
        }
    }
    return false;
}

bool look_consequence(const struct look *l) {
    bool general = look_has_role(l->cues, CUE_OFFENCE) || look_condition_before(l) ||
                   relative_before(l) || look_role_before(l, CUE_OFFENDER, 2 * FAR) ||
                   people_who_before(l);
    return general && look_said(l) && !l->c->about_a_crime &&
           !look_has_role(l->cues, CUE_SUSPECT) && !look_role_before(l, CUE_PAST, 3);
}

/* "Terancam dikenai sanksi", "diancam pidana": it is yet to come. */
static bool is_threat(const struct look *l) {
    const struct token *token = &l->c->article->tokens.at[look_cue(l)->first];
    struct span behind = {token->start + 1, token->end}; /* in either case */
    struct text word = article_slice(l->c->article, behind);
    return text_starts(word, "erancam") || text_starts(word, "iancam") ||
           text_starts(word, "engancam");
}

bool look_sanction(const struct look *l) {
    bool general = look_has_role(l->cues, CUE_OFFENCE) || (look_reported(l) && look_consequence(l));
    if (look_has_role(l->cues, CUE_SUSPECT) || (l->c->about_a_crime && !general) ||
        (look_reported(l) && counts_people(l)) || look_mused(l)) {
        return false;
    }
    if (general) {
        bool coming =
            look_has_role(l->cues, CUE_FUTURE) || look_has_role(l->cues, CUE_ALLOW) || is_threat(l);
        return look_reported(l) ? !look_role_before(l, CUE_PAST, 3) : coming;
    }
    if (look_role_after(l, CUE_SANCTION, FAR) && !look_role_after(l, CUE_PAST, NEAR)) {
        return look_reported(l) || l->c->after_advisory;
    }
    return look_said(l) && l->c->after_advisory && look_cue(l)->first <= l->unit->first + 1;
}
