/* Lists of what is asked or promised: the numbered points of a pledge of neutrality, or of an
 * appeal.
 *
 * Before: sentences. After: advisories.c makes each item an advisory. A scraped item often runs
 * over several lines, each of which looks like a sentence; it ends at a full stop, at the next
 * item, or where the text sums up ("Demikian ..."). */
#include <config.h>

#include "extract/advisory.h"

static const struct token *token_at(const struct advisory_context *c, size_t i) {
    return &c->article->tokens.at[i];
}

static bool is_mark(const struct advisory_context *c, size_t i, const char *mark) {
    return token_is(c->article->text, token_at(c, i), mark);
}

/* The number of tokens of the item's label: "1.", "a)", "-"; 0 if the sentence is no item. */
static size_t label_size(const struct advisory_context *c, const struct sentence *sentence) {
    size_t first = sentence->first;
    if (first + 2 >= sentence->end || token_at(c, first)->gap < GAP_LINE) {
        return 0;
    }
    if (is_mark(c, first, "-") || is_mark(c, first, "–") || is_mark(c, first, "•") ||
        is_mark(c, first, "*")) {
        return 1;
    }
    const struct token *label = token_at(c, first);
    bool counts = label->kind == TOKEN_NUMBER ||
                  (label->kind == TOKEN_WORD && label->end - label->start == 1);
    bool closed = token_at(c, first + 1)->gap == GAP_NONE &&
                  (is_mark(c, first + 1, ".") || is_mark(c, first + 1, ")"));
    return counts && closed && label->end - label->start <= 2 ? 2 : 0;
}

static bool has_role(const struct advisory_context *c, size_t first, size_t end,
                     enum cue_role role) {
    for (size_t i = first; i < end; i++) {
        if (advisory_role_at(c, i, role)) {
            return true;
        }
    }
    return false;
}

/* "... yakni", "... sebagai berikut:" */
static bool announces(const struct advisory_context *c, const struct sentence *sentence) {
    size_t last = sentence->end - sentence->first > 4 ? sentence->end - 4 : sentence->first;
    return is_mark(c, sentence->end - 1, ":") || has_role(c, last, sentence->end, CUE_LIST);
}

/* "Ia membacakan lima hal yang dilarang": what the items of the list are that the sentence
 * announces, or ADVISORY_TYPES. */
static enum advisory_type announced_type(const struct advisory_context *c,
                                         const struct sentence *sentence) {
    for (size_t i = sentence->first; i < sentence->end; i++) {
        const struct hit *hit = hits_at(&c->article->hits, i, LEXEME_CUE);
        const struct cue *cue = hit ? cues_get(c->tables->cues, hit->row) : NULL;
        if (cue && cue->role == CUE_LIST && cue->type != ADVISORY_TYPES) {
            return cue->type;
        }
    }
    return ADVISORY_TYPES;
}

void advisory_open_list(struct advisory_context *c, size_t index, enum advisory_type type) {
    const struct sentences *sentences = &c->article->sentences;
    c->list = ADVISORY_LIST_NONE;
    if (index + 1 >= sentences->count || !label_size(c, &sentences->at[index + 1])) {
        return;
    }
    enum advisory_type announced = announced_type(c, &sentences->at[index]);
    type = announced == ADVISORY_TYPES ? type : announced;
    if (announced == ADVISORY_TYPES && !announces(c, &sentences->at[index])) {
        return;
    }
    if (has_role(c, sentences->at[index].first, sentences->at[index].end, CUE_PLEDGE)) {
        c->list = ADVISORY_LIST_PLEDGE;
    } else if (type != ADVISORY_TYPES) {
        c->list = ADVISORY_LIST_ITEMS;
        c->list_type = type;
    }
}

/* True if the sentence goes on with the item that ends before it. */
static bool goes_on(const struct advisory_context *c, const struct sentence *item,
                    const struct sentence *next) {
    return !is_mark(c, item->end - 1, ".") && !is_mark(c, item->end - 1, ";") &&
           token_at(c, next->first)->gap == GAP_LINE && next->first == item->end &&
           !label_size(c, next) && !advisory_role_at(c, next->first, CUE_CLOSE);
}

bool advisory_item(struct advisory_context *c, size_t index, struct unit *unit, size_t *last) {
    const struct sentences *sentences = &c->article->sentences;
    if (c->list == ADVISORY_LIST_NONE) {
        return false;
    }
    size_t count = 0, label = label_size(c, &sentences->at[index]);
    struct unit units[2];
    count = label ? advisory_units(c, index, units, 2) : 0;
    if (count == 0) {
        c->list = ADVISORY_LIST_NONE;
        return false;
    }
    size_t end = index;
    while (end + 1 < sentences->count && goes_on(c, &sentences->at[end], &sentences->at[end + 1])) {
        end++;
    }
    *unit = units[0];
    unit->first = sentences->at[index].first + label;
    unit->end = sentences->at[end].end;
    unit->span = (struct span){sentences->at[index].span.start, sentences->at[end].span.end};
    *last = end;
    return true;
}

/* The type of the first cue that has one of its own; only at the item's beginning where it is an
 * avoidance. */
static enum advisory_type own_type(const struct unit *unit, const struct unit_cues *cues,
                                   size_t *cue) {
    for (size_t i = 0; i < cues->count; i++) {
        enum cue_role role = cues->at[i].role;
        bool opens = cues->at[i].first <= unit->first && cues->at[i].type == ADVISORY_LARANGAN;
        if (role == CUE_MUST || role == CUE_DONT || role == CUE_ASKED || opens) {
            *cue = i;
            return cues->at[i].type;
        }
    }
    return ADVISORY_TYPES;
}

struct verdict advisory_decide_item(const struct advisory_context *c, const struct unit *unit,
                                    const struct unit_cues *cues) {
    struct verdict verdict = {.confidence = 85, .rule = "advisory-item"};
    verdict.type = own_type(unit, cues, &verdict.cue);
    if (verdict.type == ADVISORY_TYPES) {
        verdict.type = c->list == ADVISORY_LIST_PLEDGE ? ADVISORY_KEWAJIBAN : c->list_type;
    }
    return verdict;
}
