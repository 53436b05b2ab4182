/* The parentheses at the end of an article: see clean.h. They hold the initials of writer and
 * editor, the office that released it, or the word that says who paid for it. */
#include <config.h>

#include "intake/clean.h"

#define INITIALS_BYTES 4

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

/* The opening parenthesis of the pair that ends before `end`; `end` if none ends there. */
static size_t opening(const struct draft *draft, const struct line *line, size_t end) {
    if (!draft_is(draft, end - 1, ")"))
        return end;
    for (size_t i = end - 1; i > line->first && end - i <= SIGNATURE_TOKENS; i--)
        if (draft_is(draft, i - 1, "("))
            return i - 1;
    return end;
}

static bool holds_advert(const struct draft *draft, size_t open, size_t end) {
    for (size_t i = open + 1; i < end; i++)
        if (draft_form_end(draft, i, BOILERPLATE_ADVERT))
            return true;
    return false;
}

/* Numbers stand in parentheses that belong to the news: dates, ages, sums. */
static bool holds_number(const struct draft *draft, size_t open, size_t end) {
    for (size_t i = open + 1; i < end; i++)
        if (at(draft, i)->kind == TOKEN_NUMBER)
            return true;
    return false;
}

static void flag_advert(struct draft *draft, struct span span) {
    draft_flag(draft, FLAG_ADVERTORIAL, span, TEXT(""));
}

/* (abc/def): the initials of writer and editor, whatever stands before them. */
static bool is_initials(const struct draft *draft, size_t open, size_t end) {
    if (end - open != 5 || !draft_is(draft, open + 2, "/"))
        return false;
    for (size_t i = open + 1; i + 1 < end; i += 2)
        if (at(draft, i)->kind != TOKEN_WORD || at(draft, i)->letter_case != CASE_LOWER ||
            at(draft, i)->end - at(draft, i)->start > INITIALS_BYTES)
            return false;
    return true;
}

/* Cuts the parentheses at the end of the line, behind the end of a sentence. */
static bool cut_at_end(struct draft *draft, size_t number) {
    struct line *line = &draft->lines[number];
    size_t end = line->end;
    while (end > line->first + 1 &&
           (draft_is(draft, end - 1, "*") || draft_is(draft, end - 1, ".")))
        end--;
    size_t open = opening(draft, line, end);
    if (open == end)
        return false;
    bool advert = holds_advert(draft, open, end);
    if (open > line->first && !draft_ends_sentence(draft, open - 1) &&
        !is_initials(draft, open, end))
        return false;
    if (!advert &&
        (holds_number(draft, open, end) || (end < line->end && draft_is(draft, end, "."))))
        return false;
    struct span span = {at(draft, open)->start, at(draft, end - 1)->end};
    if (advert)
        flag_advert(draft, span);
    draft_cut(draft, FLAG_BOILERPLATE, span);
    return true;
}

/* Lines that were cut as a whole may hold the word as well: (adv/adv) */
static void find_adverts(struct draft *draft, size_t from) {
    for (size_t i = from; i < draft->line_count; i++) {
        const struct line *line = &draft->lines[i];
        if (line->cut && draft_is(draft, line->first, "(") &&
            holds_advert(draft, line->first, line->end))
            flag_advert(draft, line->span);
    }
}

size_t signature_cut(struct draft *draft) {
    size_t last = draft->line_count;
    find_adverts(draft, draft->body_end);
    if (draft->body_end > 0 && !draft->lines[draft->body_end - 1].cut)
        cut_at_end(draft, draft->body_end - 1);
    for (size_t i = draft->body_end; i < draft->line_count; i++)
        if (draft->lines[i].cut && draft_is(draft, draft->lines[i].first, "("))
            last = i;
    return last;
}
