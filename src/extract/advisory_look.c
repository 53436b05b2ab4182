/* See advisory_look.h. Before: the cues of a unit. After: the rules for advisories. */
#include <config.h>

#include "extract/advisory_look.h"
#include "tables/vocabulary.h"

#define NAME 3 /* words of a name, and between it and the verb: "sendiri tetap" */

const struct unit_cue *look_cue(const struct look *l) { return &l->cues->at[l->i]; }

bool look_reported(const struct look *l) { return l->unit->quoted || l->unit->stated; }

bool look_said(const struct look *l) { return look_reported(l) || l->unit->continued; }

bool look_carried(const struct look *l) { return l->unit->carried && !look_said(l); }

bool look_opens_clause(const struct look *l) {
    size_t first = look_cue(l)->first;
    return first == l->unit->first ||
           token_is(l->c->article->text, &l->c->article->tokens.at[first - 1], ",");
}

/* The last post or body before the cue, or NULL. */
static const struct hit *last_office(const struct look *l) {
    const struct hits *hits = &l->c->article->hits;
    for (size_t i = look_cue(l)->first; i > look_from(l, FAR); i--) {
        for (uint32_t h = hits->begin[i - 1]; h < hits->begin[i]; h++) {
            if (hits->at[h].end <= look_cue(l)->first && advisory_is_office(l->c, &hits->at[h])) {
                return &hits->at[h];
            }
        }
    }
    return NULL;
}

/* "Para peneliti dari BRIN": the clause begins with somebody who holds no office. */
static bool is_outsider(const struct look *l, const struct hit *office) {
    size_t first = office->first;
    while (first > l->unit->first &&
           !token_is(l->c->article->text, &l->c->article->tokens.at[first - 1], ",")) {
        first--;
    }
    for (size_t i = first; i < first + 2 && i < office->first; i++) {
        if (advisory_role_at(l->c, i, CUE_OUTSIDER)) {
            return true;
        }
    }
    return false;
}

/* "Rina juga mengharuskan": the name of somebody in office right before the cue. */
static bool official_before(const struct look *l) {
    const struct advisory_context *c = l->c;
    size_t i = look_cue(l)->first;
    while (i > l->unit->first && advisory_in_list(l->c, i - 1, LIST_ADVERB)) {
        i--;
    }
    const struct token *name = i > l->unit->first ? &c->article->tokens.at[i - 1] : NULL;
    int person = name && name->letter_case != CASE_LOWER ? advisory_named(c, name->start, name->end)
                                                         : NOBODY;
    return person != NOBODY && advisory_standing(c, person) == STANDING_OFFICE;
}

bool look_office_before(const struct look *l) {
    const struct hit *office = last_office(l);
    if (!office) {
        return official_before(l);
    }
    if (is_outsider(l, office)) {
        return false;
    }
    size_t others = 0;
    for (size_t i = office->end; i < look_cue(l)->first; i++) {
        const struct token *token = &l->c->article->tokens.at[i];
        bool light = advisory_in_list(l->c, i, LIST_ADVERB) || /* "itu juga" */
                     advisory_in_list(l->c, i, LIST_POINTING);
        others += token->kind == TOKEN_WORD && token->letter_case == CASE_LOWER && !light;
        if (token->word == KNOWN_YANG) {
            return false;
        }
    }
    bool depends = l->i > 0 && l->cues->at[l->i - 1].first >= office->end &&
                   (look_role_before(l, CUE_LINK, 2) || look_role_before(l, CUE_SO, 2) ||
                    look_role_before(l, CUE_FUTURE, 2));
    return others <= 2 && !depends;
}

size_t look_until(const struct look *l, size_t size) {
    size_t until = look_cue(l)->end + size;
    return until < l->unit->end ? until : l->unit->end;
}

size_t look_from(const struct look *l, size_t size) {
    size_t from = look_cue(l)->first;
    return from > l->unit->first + size ? from - size : l->unit->first;
}

bool look_people_with_task(const struct look *l, size_t size) {
    for (size_t i = look_cue(l)->end; i < look_until(l, size); i++) {
        const struct hit *hit = hits_at(&l->c->article->hits, i, LEXEME_ADDRESSEE);
        if (hit && hit->end < l->unit->end) {
            return l->c->article->tokens.at[hit->end].kind == TOKEN_WORD ||
                   hit->end + 1 < l->unit->end;
        }
    }
    return false;
}

bool look_people_after(const struct look *l, size_t size) {
    return advisory_addressee(l->c, look_cue(l)->end, look_until(l, size), true) >= 0;
}

bool look_people_before(const struct look *l, size_t size) {
    return advisory_addressee_before(l->c, look_from(l, size), look_cue(l)->first, true) >= 0;
}

bool look_role_after(const struct look *l, enum cue_role role, size_t size) {
    size_t until = look_until(l, size);
    for (size_t i = l->i + 1; i < l->cues->count && l->cues->at[i].first < until; i++) {
        if (l->cues->at[i].role == role) {
            return true;
        }
    }
    return false;
}

bool look_role_before(const struct look *l, enum cue_role role, size_t size) {
    size_t from = look_from(l, size);
    for (size_t i = l->i; i > 0 && l->cues->at[i - 1].first >= from; i--) {
        if (l->cues->at[i - 1].role == role) {
            return true;
        }
    }
    return false;
}

bool look_forbids_after(const struct look *l, size_t size) {
    size_t until = look_until(l, size);
    for (size_t i = l->i + 1; i < l->cues->count && l->cues->at[i].first < until; i++) {
        const struct unit_cue *cue = &l->cues->at[i];
        if (cue->type == ADVISORY_LARANGAN && (cue->role == CUE_LINK || cue->role == CUE_ABSTAIN)) {
            return true;
        }
    }
    return false;
}

bool look_has_role(const struct unit_cues *cues, enum cue_role role) {
    for (size_t i = 0; i < cues->count; i++) {
        if (cues->at[i].role == role) {
            return true;
        }
    }
    return false;
}

bool look_people_before_in_clause(const struct look *l, size_t size) {
    size_t from = look_from(l, size);
    for (size_t i = look_cue(l)->first; i > from; i--) {
        if (token_is(l->c->article->text, &l->c->article->tokens.at[i - 1], ",")) {
            from = i;
        }
    }
    return advisory_addressee_before(l->c, from, look_cue(l)->first, true) >= 0;
}

bool look_office_after(const struct look *l) {
    for (size_t i = look_cue(l)->end; i < look_until(l, 2); i++) {
        const struct hit *body = hits_at(&l->c->article->hits, i, LEXEME_INSTITUTION);
        const struct hit *post = hits_at(&l->c->article->hits, i, LEXEME_POSITION);
        const struct hit *hit = body ? body : post;
        if (hit && hit->end + 2 < l->unit->end) {
            return true;
        }
    }
    return false;
}

/* "Diharapkan dengan sistem itu seluruh ASN dapat": all of a group behind an adverbial. */
static bool determined_after(const struct look *l) {
    const struct advisory_context *c = l->c;
    size_t from = look_cue(l)->end;
    if (!advisory_in_list(l->c, from < l->unit->end ? from : from - 1, LIST_OBLIQUE)) {
        return false;
    }
    for (size_t i = from; i < look_until(l, FAR) && !advisory_looks_like_verb(c, i); i++) {
        const struct hit *hit = hits_at(&c->article->hits, i, LEXEME_ADDRESSEE);
        bool whole = hit && cues_addressee_kind(c->tables->cues, hit->row) == ADDRESSEE_BEFORE;
        if (whole && advisory_has_object(c, i, l->unit->end)) {
            return true;
        }
    }
    return false;
}

bool look_object_follows(const struct look *l, bool far) {
    const struct advisory_context *c = l->c;
    size_t from = look_cue(l)->end;
    if (advisory_has_object(c, from, l->unit->end) || determined_after(l)) {
        return true;
    }
    for (size_t i = from; far && i < look_until(l, FAR); i++) {
        if (token_is(c->article->text, &c->article->tokens.at[i], ",") &&
            advisory_has_object(c, i + 1, l->unit->end)) {
            return true;
        }
    }
    return false;
}

/* The last comma before the cue, or the cue itself. */
static size_t comma_before(const struct look *l) {
    const struct article *article = l->c->article;
    for (size_t i = look_cue(l)->first; i > look_from(l, 2 * FAR); i--) {
        if (token_is(article->text, &article->tokens.at[i - 1], ",")) {
            return i - 1;
        }
    }
    return l->unit->first;
}

bool look_condition_before(const struct look *l) {
    size_t comma = comma_before(l);
    for (size_t i = 0; i < l->i; i++) {
        if (l->cues->at[i].role == CUE_IF && l->cues->at[i].end <= comma) {
            return true;
        }
    }
    return false;
}

bool look_addressed(const struct look *l, size_t size) {
    for (size_t i = look_from(l, size); i < look_cue(l)->first; i++) {
        bool opens = i == l->unit->first ||
                     token_is(l->c->article->text, &l->c->article->tokens.at[i - 1], ",");
        if (opens && advisory_role_at(l->c, i, CUE_TOWARD)) {
            return true;
        }
    }
    return false;
}

bool look_forced(const struct look *l) {
    size_t from = look_from(l, FAR);
    for (size_t i = l->i; i > 0 && l->cues->at[i - 1].first >= from; i--) {
        const struct unit_cue *cause = &l->cues->at[i - 1];
        bool opens = cause->first == l->unit->first; /* "Akibatnya, ..." */
        if (cause->role == CUE_CAUSE &&
            (opens || advisory_addressee(l->c, cause->end, cause->end + 2, true) >= 0)) {
            return true;
        }
    }
    return false;
}

bool look_mused(const struct look *l) {
    const struct token *last = &l->c->article->tokens.at[l->unit->end - 1];
    return look_role_before(l, CUE_MUSED, FAR) || token_is(l->c->article->text, last, "?");
}

bool look_stresses_doing(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    size_t verb = cue->end;
    bool next = l->i + 1 < l->cues->count && l->cues->at[l->i + 1].first == cue->end &&
                l->cues->at[l->i + 1].role == CUE_NEED;
    verb = next ? l->cues->at[l->i + 1].end : verb;
    if (cue->role != CUE_REMIND || (!next && cue->end - cue->first < 2) || verb >= l->unit->end) {
        return false;
    }
    const struct token *token = &l->c->article->tokens.at[verb];
    struct text word = token_text(l->c->article->text, token);
    return text_starts(word, "me") && advisory_looks_like_verb(l->c, verb);
}

bool look_tells_of_somebody(const struct look *l) {
    const struct advisory_context *c = l->c;
    const struct token *tokens = c->article->tokens.at;
    size_t end = look_reported(l) ? l->unit->first : look_cue(l)->first;
    while (end > l->unit->first && tokens[end - 1].letter_case == CASE_LOWER &&
           look_cue(l)->first - end < NAME) {
        end--;
    }
    for (size_t first = end; first > l->unit->first && end - first < NAME; first--) {
        int named = advisory_named(c, tokens[first - 1].start, tokens[end - 1].end);
        if (named != NOBODY && c->facts->people[named].kind == PERSON_PERSON) {
            return true;
        }
    }
    return false;
}
