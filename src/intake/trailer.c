/* What trails the last sentence of the news: see clean.h. Before: clean.c cut the lines that have a
 * form of their own. After: repeats.c. Pages put the title of a video or of another article behind
 * the text; where the words before it ("Simak Video") were lost, its punctuation still tells. */
#include <config.h>

#include "intake/clean.h"

/* Words of the name and post with which somebody signs, and of the title of another article. */
#define SIGNED_WORDS 12
#define TITLE_WORDS 3

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
    if (first < end)
        draft_cut(draft, FLAG_BOILERPLATE,
                  (struct span){at(draft, first)->start, at(draft, end - 1)->end});
}
