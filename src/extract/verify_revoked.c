/* Acts cited though they were revoked: see verify_revoked.h. Before: verify.c knows the status.
 * After: the article's flags. A wrong flag is worse than a missing one, so that whatever hints that
 * the text knows about the change keeps it quiet. */
#include <config.h>

#include "extract/verify_revoked.h"

#include "base/ascii.h"
#include "extract/citation_number.h"

static bool same_number(const struct instrument *act, const struct register_relation *by) {
    return act->year == by->by_year && text_equal(act->number, by->by_number);
}

/* True if the later act, too, is cited between the bytes of the window. */
static bool names_later(const struct verifier *verifier, const struct verified *verified,
                        const struct register_relation *by, struct span window) {
    const struct citation *all = verifier->facts->citations,
                          *end = all + verifier->facts->citation_count;
    for (const struct citation *c = verified->citation; c > all && c[-1].span.start >= window.start;
         c--)
        if (same_number(&c[-1].resolved, by))
            return true;
    for (const struct citation *c = verified->citation + 1; c < end && c->span.start < window.end;
         c++)
        if (same_number(&c->resolved, by))
            return true;
    return false;
}

/* The first citation that ends behind `at`, from `from` on. */
static const struct citation *next_citation(const struct verifier *verifier,
                                            const struct citation *from, size_t at) {
    const struct citation *end = verifier->facts->citations + verifier->facts->citation_count;
    while (from < end && from->span.end <= at)
        from++;
    return from;
}

/* True if a word of [first, end) speaks of change or of the past, or a year outside citations is
 * one in which the act still held: "Pada tahun 2010 dibentuk berdasarkan UU 32/2004". */
static bool speaks_of_past(const struct verifier *verifier, const struct verified *verified,
                           const struct register_relation *by, size_t first, size_t end) {
    const struct article *article = verifier->article;
    const struct citation *all = verifier->facts->citations, *c = verified->citation,
                          *last = all + verifier->facts->citation_count;
    while (c > all && c[-1].span.end > article->tokens.at[first].start)
        c--;
    int from =
        verified->entry->year > CITATION_YEAR_FIRST ? verified->entry->year : CITATION_YEAR_FIRST;
    int until = date_is_set(by->from) ? by->from.year : by->by_year;
    for (size_t i = first; i < end; i++) {
        const struct token *token = &article->tokens.at[i];
        if (word_entry(verifier->tables->vocabulary, token->word)->verify & VERIFY_SUPERSEDED)
            return true;
        if (token->kind != TOKEN_NUMBER || token->end - token->start != 4)
            continue;
        c = next_citation(verifier, c, token->start);
        int32_t year = token_number(article->text, token);
        if (year >= from && year < until && (c == last || token->start < c->span.start))
            return true;
    }
    return false;
}

/* True if the sentence itself says that the act was replaced or changed, speaks of the past, or
 * names what replaced it. */
static bool says_so(const struct verifier *verifier, const struct verified *verified,
                    const struct register_relation *by) {
    size_t first, end;
    const struct token *tokens = verifier->article->tokens.at;
    verify_window(verifier, verified, 0, &first, &end);
    return speaks_of_past(verifier, verified, by, first, end) ||
           names_later(verifier, verified, by,
                       (struct span){tokens[first].start, tokens[end - 1].end});
}

/* The next byte of a pinpoint that counts, in small letters; 0 at its end. Brackets do not count:
 * "ayat (3)", "ayat 3". */
static char next_byte(struct text text, size_t *at) {
    while (*at < text.size && (text.data[*at] == '(' || text.data[*at] == ')'))
        *at += 1;
    if (*at >= text.size)
        return 0;
    char c = text.data[*at];
    *at += 1;
    return ascii_lower(c);
}

/* True if `part` is `whole` or a part of it: "Pasal 7 ayat (3) huruf c" of "Pasal 7 ayat (3)". */
static bool part_of(struct text part, struct text whole) {
    size_t i = 0, k = 0;
    char c;
    while ((c = next_byte(whole, &k)))
        if (next_byte(part, &i) != c)
            return false;
    return !(i < part.size && ascii_is_digit(part.data[i]));
}

/* True if the note says that the cited article stays: "... (Pasal 7 ayat (3)) stay, by ...". */
static bool stays(struct text note, struct text pinpoint) {
    size_t end = text_find(note, 0, TEXT(" stay")), start = text_find(note, 0, TEXT("Pasal"));
    return pinpoint.size && end < note.size && start < end &&
           part_of(pinpoint, text_slice(note, (struct span){start, end}));
}

static void flag(struct verifier *verifier, const struct verified *verified,
                 const struct register_relation *by) {
    char from[DATE_SIZE], day[DATE_SIZE];
    struct text name = verify_entry_name(verifier, verified->entry);
    struct text later = verified->citation->replaced_by;
    date_format(by->from, from);
    date_format(verifier->day, day);
    bool part = verified->citation->status == STATUS_PARTLY_REVOKED;
    verify_flag(verifier, FLAG_BAD_CITATION, verified->citation->span,
                part ? "revoked_in_part" : "revoked",
                (struct text[NOTE_PLACES]){name, later, text_of(from), text_of(day), by->note},
                verified->citation);
}

void verify_revoked(struct verifier *verifier, const struct verified *verified,
                    const struct register_relation *by) {
    const struct citation *citation = verified->citation;
    bool in_part = citation->status == STATUS_PARTLY_REVOKED;
    bool lost_body = verified->entry->state == REGISTER_PARTLY_REVOKED;
    if (!date_is_set(verifier->day) || (in_part && !lost_body) ||
        (in_part && stays(by->note, citation->pinpoint)) || says_so(verifier, verified, by))
        return;
    flag(verifier, verified, by);
}
