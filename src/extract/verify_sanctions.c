/* Punishments: see verify_sanctions.h. Before: a citation with what it means. After: verify.c. */
#include <config.h>

#include "extract/verify_sanctions.h"

/* The regulation whose list counts. */
static struct instrument listed(const struct verified *verified) {
    if (verified->suggested.type.size && !verified->entry)
        return verified->suggested;
    return verified->citation->resolved;
}

static const struct instrument *meant_by(const struct citation *citation) {
    return citation->resolved.type.size ? &citation->resolved : &citation->written;
}

static bool same_act(const struct instrument *a, const struct instrument *b) {
    return a->year == b->year && text_equal(a->type, b->type) && text_equal(a->number, b->number);
}

/* The end of what is said under this citation: a citation of something else in the sentence behind
 * leaves that sentence out. `end` is the end of both, `own_end` of the citation's own. */
static size_t reach(const struct verifier *verifier, const struct verified *verified,
                    size_t own_end, size_t end) {
    const struct citation *last = verifier->facts->citations + verifier->facts->citation_count;
    for (const struct citation *c = verified->citation + 1; c < last; c++) {
        size_t at = tokens_at(verifier->article->tokens, c->span.start);
        if (at >= end)
            break;
        if (meant_by(c)->number.size && !same_act(meant_by(c), meant_by(verified->citation)))
            return own_end;
    }
    return end;
}

static void flag_sanction(struct verifier *verifier, const struct verified *verified,
                          const struct instrument *act, const struct hit *hit) {
    const struct sanction *sanction = &verifier->tables->verify->sanctions[hit->row];
    const struct token *tokens = verifier->article->tokens.at;
    struct span span = {tokens[hit->first].start, tokens[hit->end - 1].end};
    struct text words = article_slice(verifier->article, span);
    struct text list = sanction_list(verifier->tables->verify, act->type, act->number, act->year);
    struct text name = verify_name(verifier, act);
    verify_flag(verifier, FLAG_SANCTION_MISMATCH, span, "sanction",
                (struct text[NOTE_PLACES]){words, list, name, sanction->elsewhere},
                verified->citation);
}

/* True if this very punishment was flagged before, under a citation near by. */
static bool flagged(const struct verifier *verifier, size_t start) {
    for (size_t i = verifier->found_count; i-- > 0;) {
        const struct flag *flag = &verifier->found[i];
        if (flag->kind == FLAG_SANCTION_MISMATCH)
            return flag->span.start >= start;
    }
    return false;
}

void verify_sanctions(struct verifier *verifier, const struct verified *verified) {
    const struct article *article = verifier->article;
    const struct verify_tables *tables = verifier->tables->verify;
    struct instrument act = listed(verified);
    size_t first, own_end, end;
    if (!sanction_list(tables, act.type, act.number, act.year).size)
        return;
    verify_window(verifier, verified, 0, &first, &own_end);
    verify_window(verifier, verified, 1, &first, &end);
    end = reach(verifier, verified, own_end, end);
    for (size_t i = first; i < end;) {
        const struct hit *hit = hits_at(&article->hits, i, LEXEME_SANCTION);
        if (!hit || article->tokens.at[i].cut) {
            i++;
            continue;
        }
        struct text key = tables->sanctions[hit->row].key;
        if (!sanction_article(tables, act.type, act.number, act.year, key).size &&
            !flagged(verifier, article->tokens.at[i].start))
            flag_sanction(verifier, verified, &act, hit);
        i = hit->end;
    }
}
