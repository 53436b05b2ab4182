/* What is asked without a verb of asking: "Kepada para camat agar mendata warga", "Selain itu, agar
 * ...", "Peserta untuk hadir".
 *
 * Before: the cues of a unit. After: two of the rules of advisory_rules.c. Reporters name the verb
 * of asking once and let what else was asked follow in sentences of its own; "agar" and "untuk" are
 * purposes elsewhere, so that only those to whom the sentence turns tell. */
#include <config.h>

#include "extract/advisory_look.h"
#include "tables/words.h"

#define LAST                                                                                       \
    2 /* tokens of a "Dan", "Juga" or "Termasuk" that join a sentence to the one before            \
       */

/* A body or a post between the tokens, of those that may be asked. */
static bool names_office(const struct look *l, size_t from, size_t until) {
    const struct hits *hits = &l->c->article->hits;
    for (size_t i = from; i < until; i++) {
        const struct hit *body = hits_at(hits, i, LEXEME_INSTITUTION);
        const struct hit *post = hits_at(hits, i, LEXEME_POSITION);
        if ((body && advisory_is_office(l->c, body)) || (post && advisory_is_office(l->c, post))) {
            return true;
        }
    }
    return false;
}

/* True if a verb stands between the tokens, of speech only where `speech`: then what follows
 * depends on it. */
static bool has_verb(const struct look *l, size_t from, size_t until, bool speech) {
    const struct article *article = l->c->article;
    bool described = false; /* "pengguna jalan yang melintas", "jika melihat api," */
    for (size_t i = from; i < until; i++) {
        const struct token *token = &article->tokens.at[i];
        described = token->word == KNOWN_YANG || advisory_role_at(l->c, i, CUE_IF) ||
                    (described && token->word != KNOWN_COMMA);
        bool speaks = speech && (article->hits.classes[i] >> LEXEME_SPEECH & 1);
        if (!described && (speaks || advisory_looks_like_verb(l->c, i))) {
            return true;
        }
    }
    return false;
}

/* Where those to whom the sentence turns begin: "Kepada para camat", "Dan kepada seluruh warga,",
 * "Termasuk para lurah"; else the cue. */
static size_t turning(const struct look *l) {
    const struct token *tokens = l->c->article->tokens.at;
    size_t first = l->unit->first, cue = look_cue(l)->first;
    bool including = false;
    for (size_t i = first; i < first + LAST + 1 && i < cue; i++) {
        if (advisory_role_at(l->c, i, CUE_TOWARD) || including) {
            return token_is(l->c->article->text, &tokens[i], "Terhadap") ? cue : i;
        }
        including = token_is(l->c->article->text, &tokens[i], "Termasuk");
        if (!including && tokens[i].word != KNOWN_DAN && tokens[i].word != KNOWN_SERTA &&
            tokens[i].word != KNOWN_JUGA) {
            break;
        }
    }
    return cue;
}

/* The unit opens with those to whom it turns, and what they are asked for follows. */
static bool turns(const struct look *l) {
    size_t cue = look_cue(l)->first, from = turning(l);
    return from < cue && cue - from <= FAR && !has_verb(l, from, cue, true) &&
           (advisory_addressee(l->c, from, cue, true) >= 0 || names_office(l, from, cue));
}

/* A verb of asking before the cue has decided already: "untuk mengajak warga agar". */
static bool asked_before(const struct look *l) {
    for (size_t i = 0; i < l->i; i++) {
        enum cue_role role = l->cues->at[i].role;
        if (role == CUE_ASK || role == CUE_ORDER || role == CUE_REMIND || role == CUE_ASKED) {
            return true;
        }
    }
    return false;
}

/* "Seluruh warga Lahat agar": all of a group opens the unit. */
static bool opens_with_all(const struct look *l) {
    const struct hit *all = hits_at(&l->c->article->hits, l->unit->first, LEXEME_ADDRESSEE);
    return all && look_cue(l)->first <= l->unit->first + NEAR &&
           cues_addressee_kind(l->c->tables->cues, all->row) == ADDRESSEE_BEFORE;
}

/* "Camat agar memfasilitasi": those asked stand right before the cue and open their clause. */
static bool subject_before(const struct look *l) {
    size_t cue = look_cue(l)->first;
    const struct hit *group = hits_before(&l->c->article->hits, cue, LEXEME_ADDRESSEE);
    bool meant = (group && group->first >= l->unit->first) || opens_with_all(l);
    return meant && !asked_before(l) && !has_verb(l, l->unit->first, cue, false) &&
           advisory_has_subject(l->c, l->unit->first, cue);
}

/* The unit opens with "Jika ..., " or "Selain itu, ". */
static bool opens_unit(const struct look *l) {
    return look_cue(l)->first == l->unit->first ||
           (look_cue(l)->first <= l->unit->first + 3 &&
            advisory_role_at(l->c, l->unit->first, CUE_FURTHER));
}

bool look_goes_on(const struct look *l) {
    if (look_role_before(l, CUE_SUSPECT, NEAR) || look_role_after(l, CUE_SUSPECT, 2)) {
        return false;
    }
    bool addressed = look_addressed(l, NEAR) && look_people_before(l, NEAR);
    addressed =
        addressed || (look_role_before(l, CUE_SAY, FAR) && look_role_before(l, CUE_TOWARD, NEAR) &&
                      !look_role_before(l, CUE_THAT, FAR) && look_people_before(l, NEAR));
    if (look_reported(l) && (addressed || look_role_before(l, CUE_SAY, 2) || subject_before(l))) {
        return true;
    }
    if (look_said(l) && turns(l) && !look_role_after(l, CUE_DONT, FAR)) {
        return true;
    }
    if (look_said(l) && look_opens_clause(l) && look_condition_before(l) && l->i > 0 &&
        l->cues->at[0].first == l->unit->first) {
        return true; /* "Jika ada masalah, agar dilaporkan" */
    }
    return look_said(l) && !l->unit->quoted && l->c->after_advisory && opens_unit(l);
}

bool look_turns_to_do(const struct look *l) {
    const struct article *article = l->c->article;
    size_t cue = look_cue(l)->first;
    bool purpose = article->tokens.at[cue].word == KNOWN_UNTUK && cue > l->unit->first;
    if (!purpose || !look_said(l) || look_role_before(l, CUE_SUSPECT, NEAR)) {
        return false;
    }
    const struct hit *group = hits_at(&article->hits, l->unit->first, LEXEME_ADDRESSEE);
    return turns(l) || (l->unit->quoted && group && subject_before(l));
}

bool look_asks_to_report(const struct look *l) {
    size_t from = look_cue(l)->end, until = look_until(l, 2 * FAR);
    for (size_t i = l->i + 1; i < l->cues->count && l->cues->at[i].first < until; i++) {
        const struct unit_cue *cue = &l->cues->at[i];
        if (cue->role == CUE_REPORT || cue->role == CUE_TELL) {
            size_t before = cue->first - 1; /* "mereka" looks like a verb */
            before += !token_is(l->c->article->text, &l->c->article->tokens.at[before], "mereka");
            return !has_verb(l, from, before, false);
        }
    }
    return false;
}
