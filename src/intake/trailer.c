/* What trails the last sentence of the news: see clean.h. Before: clean.c cut the lines that have a
 * form of their own. After: repeats.c. Pages put the title of a video or of another article behind
 * the text; where the words before it ("Simak Video") were lost, its punctuation still tells. */
#include <config.h>

#include "intake/clean.h"
#include "tables/words.h"

/* Words of the name and post with which somebody signs, and of the title of another article. */
#define SIGNED_WORDS 12
#define TITLE_WORDS 3

/* Words that a title without any mark has at least; with numbers, as headings of tables have, or a
 * question mark. */
#define BARE_TITLE_WORDS 5
#define NUMBERED_TITLE_WORDS 8
#define SHORT_WORD 2

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

static bool is_apart(const struct draft *draft, size_t token) {
    return at(draft, token)->gap != GAP_NONE;
}

/* "... kata Budi. : Judul Berita Lain": the colon; `end` if there is none. */
static size_t colon_behind_end(const struct draft *draft, const struct line *line, size_t end) {
    for (size_t i = end - 1; i > line->first && i + TAIL_TOKENS > end; i--)
        if (draft_is(draft, i, ":") && is_apart(draft, i) && draft_ends_sentence(draft, i - 1))
            return end - i > TITLE_WORDS ? i : end;
    return end;
}

/* "... kata Budi. Judul Video':" where the title's beginning was lost with what stood before it. */
static size_t title_behind_end(const struct draft *draft, const struct line *line, size_t end) {
    if (end < line->first + 3 || !draft_is(draft, end - 1, ":") || is_apart(draft, end - 1))
        return end;
    enum token_kind mark = at(draft, end - 2)->kind;
    if (mark != TOKEN_QUOTE && mark != TOKEN_APOSTROPHE)
        return end;
    for (size_t i = end - 2; i > line->first && i + TAIL_TOKENS > end; i--)
        if (is_apart(draft, i) && draft_ends_sentence(draft, i - 1))
            return i > 1 && at(draft, i - 2)->kind == TOKEN_NUMBER ? end : i;
    return end;
}

/* True if the tokens are written as titles are: nearly every word with a capital, the others such
 * as di and untuk; no list, and with numbers no table either. One that asks must be as long as one
 * with numbers. */
static bool is_title(const struct draft *draft, size_t first, size_t end, bool asks) {
    size_t words = 0, capitals = 0, colons = 0;
    bool numbers = false;
    for (size_t i = first; i < end; i++) {
        const struct token *token = at(draft, i);
        bool small = token->kind == TOKEN_WORD && token->letter_case <= CASE_LOWER;
        bool list = draft_is(draft, i, "/") || (draft_is(draft, i, "-") && is_apart(draft, i));
        if (list || draft_is(draft, i, "@") || draft_is(draft, i, "(") ||
            (small && word_kind(draft->tables->vocabulary, token->word) != WORD_OPENER))
            return false;
        numbers = numbers || token->kind == TOKEN_NUMBER;
        colons += draft_is(draft, i, ":");
        words += token->kind == TOKEN_WORD;
        capitals += token->kind == TOKEN_WORD && !small;
    }
    return words >= (numbers || asks ? NUMBERED_TITLE_WORDS : BARE_TITLE_WORDS) &&
           colons < (numbers ? 1 : 2) && capitals * 4 >= words * 3 &&
           at(draft, first)->kind == TOKEN_WORD && at(draft, first)->letter_case > CASE_LOWER;
}

/* "... sampai Senin. Momen Bupati Menanam Padi di Sawah": a title behind the last sentence with
 * nothing that sets it apart, or who wrote the opinion above. `end` if there is none. */
static size_t bare_title(const struct draft *draft, const struct line *line, size_t end) {
    bool asks = draft_is(draft, end - 1, "?") || draft_is(draft, end - 1, "!");
    size_t last = asks ? end - 1 : end, first = last;
    if (draft_ends_sentence(draft, last - 1) || draft_is(draft, last - 1, ")"))
        return end;
    while (first > line->first && first + TAIL_TOKENS > end &&
           !draft_ends_sentence(draft, first - 1))
        first--;
    if (first < line->first + 2)
        return end;
    const struct token *before = at(draft, first - 2); /* "1." or "St." end no sentence */
    bool behind = is_apart(draft, first) && before->kind != TOKEN_NUMBER &&
                  before->end - before->start > SHORT_WORD;
    return behind && is_title(draft, first, last, asks) ? first : end;
}

/* The token behind the last one of the line that is not cut. */
static size_t uncut_end(const struct draft *draft, const struct line *line) {
    size_t end = line->end;
    while (end > line->first && at(draft, end - 1)->cut)
        end--;
    return end;
}

/* "Rina Wahyuni, SH (Analis Kepegawaian)": nothing but a name with its degree, and a post. */
static bool is_signed(const struct draft *draft, const struct line *line) {
    bool degree = false;
    if (line->words > SIGNED_WORDS || line->words < 2 || draft_ends_sentence(draft, line->end - 1))
        return false;
    size_t open = line->end;
    for (size_t i = line->first; i < line->end; i++) {
        const struct token *token = at(draft, i);
        if (token->kind == TOKEN_NUMBER ||
            (token->kind == TOKEN_WORD && token->letter_case < CASE_TITLE))
            return false;
        open = draft_is(draft, i, "(") ? i : open;
        degree = degree || hits_at(&draft->article->hits, i, LEXEME_HONORIFIC);
    }
    bool closed = open > line->first && draft_is(draft, line->end - 1, ")");
    return degree && closed;
}

/* The last line of the page that is not cut; line_count if there is none behind the prose. */
static size_t last_line(const struct draft *draft) {
    for (size_t i = draft->line_count; i > draft->body_end; i--)
        if (!draft->lines[i - 1].cut)
            return i - 1;
    return draft->line_count;
}

void trailer_cut(struct draft *draft) {
    size_t last = last_line(draft);
    if (last < draft->line_count && is_signed(draft, &draft->lines[last]))
        draft_cut_line(draft, FLAG_BOILERPLATE, last);
    if (draft->body_end == 0)
        return;
    const struct line *line = &draft->lines[draft->body_end - 1];
    size_t end = uncut_end(draft, line);
    if (end <= line->first + 1)
        return;
    size_t first = colon_behind_end(draft, line, end);
    if (first == end)
        first = title_behind_end(draft, line, end);
    if (first == end)
        first = bare_title(draft, line, end);
    if (first < end)
        draft_cut(draft, FLAG_BOILERPLATE,
                  (struct span){at(draft, first)->start, at(draft, end - 1)->end});
}
