/* Imperatives: "Hindari kerumunan", "Laporkan".
 *
 * Before: the cues of a unit. After: three of the rules of advisory_rules.c. Indonesian imperatives
 * look like the passives of what somebody does, "kami sampaikan", so that only their place tells.
 */
#include <config.h>

#include "extract/advisory_look.h"
#include "tables/words.h"

#define OPENING 4 /* words: "Seperti di kota, " before an imperative, its comma included */

/* "Jadilah": no other word of the table ends like that. */
static bool is_imperative(const struct look *l) {
    const struct token *token = &l->c->article->tokens.at[look_cue(l)->first];
    struct span word = {token->start, token->end};
    return text_ends(article_slice(l->c->article, word), "lah");
}

/* "Bupati juga sampaikan apresiasi": a verb of speech without its prefix, of which the sentence's
 * beginning is the subject, or what "kami" stands before. */
static bool tells_of_speech(const struct look *l) {
    const struct article *article = l->c->article;
    size_t first = l->unit->first, cue = look_cue(l)->first;
    if (cue == first || !(article->hits.classes[cue] >> LEXEME_SPEECH & 1))
        return false;
    for (size_t i = first; i < cue; i++) {
        enum word_kind kind = word_kind(l->c->tables->vocabulary, article->tokens.at[i].word);
        if (hits_at(&article->hits, i, LEXEME_POSITION) || kind == WORD_NAME ||
            (kind == WORD_UNKNOWN && article->tokens.at[i].letter_case == CASE_TITLE))
            return true;
    }
    return false;
}

/* "Ya laporkan saja", "Kamu lapor saja": the one spoken to, or less, opens the unit. */
static bool spoken_to(const struct look *l) {
    const struct article *article = l->c->article;
    size_t first = l->unit->first;
    const struct hit *who = hits_at(&article->hits, first, LEXEME_ADDRESSEE);
    return look_cue(l)->first == first + 1 &&
           (token_is(article->text, &article->tokens.at[first], "Ya") ||
            (who && cues_addressee_kind(l->c->tables->cues, who->row) == ADDRESSEE_PEOPLE &&
             !advisory_role_at(l->c, first, CUE_SELF)));
}

/* The cue, or an adverb right before it, "segera lakukan", opens a clause. */
static bool opens_with_adverb(const struct look *l) {
    struct look before = *l;
    before.i -= l->i > 0;
    const struct unit_cue *adverb = look_cue(&before);
    bool leads = l->i > 0 && adverb->end == look_cue(l)->first &&
                 (adverb->role == CUE_ALLOW || adverb->role == CUE_LINK);
    return look_opens_clause(leads ? &before : l);
}

/* "Bisa pakai sandal", "bukan pakai topi", "pemerintah lakukan": what somebody may do or does. */
static bool is_told(const struct look *l) {
    const struct article *article = l->c->article;
    size_t first = l->unit->first, cue = look_cue(l)->first;
    if (cue == first)
        return false;
    const struct token *before = &article->tokens.at[cue - 1];
    const struct hit *group = hits_before(&article->hits, cue, LEXEME_ADDRESSEE);
    return advisory_in_list(l->c, cue - 1, LIST_MODAL) ||
           token_is(article->text, before, "bukan") || token_is(article->text, before, "Bukan") ||
           token_is(article->text, before, "nanti") ||
           (group && group->end == cue && cues_is_state(l->c->tables->cues, group->row));
}

bool look_imperative(const struct look *l) {
    if (tells_of_speech(l) || is_told(l))
        return false;
    bool opens = look_cue(l)->first == l->unit->first || is_imperative(l);
    if (look_said(l)) {
        opens =
            opens || look_cue(l)->first <= l->unit->first + 2 ||
            (opens_with_adverb(l) &&
             (l->unit->quoted || (l->i == 0 && look_cue(l)->first <= l->unit->first + OPENING)));
    }
    if (!look_said(l)) {
        opens = look_cue(l)->first == l->unit->first;
    }
    size_t first = look_cue(l)->first; /* "perlu kami sampaikan": a guard hid the speaker */
    bool self = first > l->unit->first && advisory_role_at(l->c, first - 1, CUE_SELF);
    bool carried = look_carried(l) && (l->c->announcement || l->c->facts->region_code.size > 0);
    return (look_said(l) || carried) && opens && !self && !look_role_before(l, CUE_SELF, 2);
}

/* "Warga silakan melapor". */
static bool invites(const struct look *l) {
    const struct token *token = &l->c->article->tokens.at[look_cue(l)->first];
    return (token_is(l->c->article->text, token, "silakan") ||
            token_is(l->c->article->text, token, "silahkan")) &&
           look_people_before(l, NEAR);
}

bool look_tell(const struct look *l) {
    size_t first = look_cue(l)->first;
    if (l->c->announcement) {
        return first == l->unit->first;
    }
    bool opens = first == l->unit->first || look_role_before(l, CUE_ALLOW, 1) || spoken_to(l) ||
                 invites(l) ||
                 token_is(l->c->article->text, &l->c->article->tokens.at[first - 1], ",");
    return l->unit->quoted && opens && !l->c->about_a_crime;
}

bool look_asks_aloud(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    bool opens = l->unit->quoted && cue->role == CUE_ASK && cue->first == l->unit->first;
    for (size_t i = cue->end; opens && i < look_until(l, NEAR); i++) {
        if (advisory_passive(l->c, i, i + 1) == i) {
            return true;
        }
    }
    return false;
}
