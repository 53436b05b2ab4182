/* Lines of a text and the marks that the steps leave on them: see draft.h. Before: tokens. After:
 * clean.c. */
#include <config.h>

#include "intake/draft.h"

/* Words that a line of prose has at least, if it ends like a sentence; and in any case. */
#define PROSE_WORDS 9
#define PROSE_WORDS_ANYWAY 24

/* Tokens that the signature of an article has at most: (Hupmas/Foto: Abc/ed Def). */
#define SIGNATURE_TOKENS 24

bool draft_is(const struct draft *draft, size_t token, const char *mark) {
    const struct article *article = draft->article;
    if (token >= article->tokens.count)
        return false;
    return token_is(article->text, &article->tokens.at[token], mark);
}

bool draft_ends_sentence(const struct draft *draft, size_t token) {
    if (token >= draft->article->tokens.count)
        return false;
    const struct token *t = &draft->article->tokens.at[token];
    if (t->kind == TOKEN_QUOTE)
        return true;
    if (t->kind != TOKEN_MARK)
        return false;
    char c = draft->article->text.data[t->start];
    return c == '.' || c == '!' || c == '?' || token_is(draft->article->text, t, "…");
}

/* True if the line ends as sentences do, a signature in parentheses behind it left aside. */
static bool ends_as_sentence(const struct draft *draft, const struct line *line) {
    size_t last = line->end - 1;
    if (draft_ends_sentence(draft, last) || draft_is(draft, last, ":") ||
        draft_is(draft, last, ","))
        return true;
    if (!draft_is(draft, last, ")"))
        return false;
    for (size_t i = last; i > line->first && i + SIGNATURE_TOKENS > last; i--)
        if (draft_is(draft, i, "("))
            return draft_ends_sentence(draft, i - 1);
    return false;
}

/* Headlines have words enough, but most of them begin with a capital. */
static bool is_prose(const struct draft *draft, const struct line *line, size_t capitals) {
    if (line->words >= PROSE_WORDS_ANYWAY)
        return true;
    return line->words >= PROSE_WORDS && capitals * 4 < line->words * 3 &&
           ends_as_sentence(draft, line);
}

/* Closes the line, of which tokens and words are known, before token `end`. */
static void add_line(struct draft *draft, struct line line, size_t end, size_t capitals) {
    const struct token *tokens = draft->article->tokens.at;
    if (draft->line_count == draft->line_capacity)
        draft->lines =
            arena_grow(draft->arena, draft->lines, draft->line_count, draft->line_count + 1,
                       sizeof *draft->lines, &draft->line_capacity);
    line.end = end;
    line.span = (struct span){tokens[line.first].start, tokens[end - 1].end};
    line.prose = is_prose(draft, &line, capitals);
    draft->lines[draft->line_count++] = line;
}

void lines_split(struct draft *draft) {
    const struct tokens tokens = draft->article->tokens;
    struct line line = {0};
    size_t capitals = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        if (token->gap >= GAP_LINE && i > 0) {
            add_line(draft, line, i, capitals);
            line = (struct line){.first = i};
            capitals = 0;
        }
        line.words += token->kind <= TOKEN_NUMBER;
        capitals += token->letter_case >= CASE_TITLE;
    }
    if (tokens.count > 0)
        add_line(draft, line, tokens.count, capitals);
}

static void add_flag(struct draft *draft, struct flag flag) {
    struct article *article = draft->article;
    if (article->flag_count == draft->flag_capacity)
        article->flags =
            arena_grow(draft->arena, article->flags, article->flag_count, article->flag_count + 1,
                       sizeof *article->flags, &draft->flag_capacity);
    article->flags[article->flag_count++] = flag;
}

void draft_flag(struct draft *draft, enum flag_kind kind, struct span span, struct text note) {
    add_flag(draft, (struct flag){.kind = kind, .span = span, .note = note});
}

void draft_flag_note(struct draft *draft, enum flag_kind kind, struct span span, const char *code,
                     const struct text values[NOTE_PLACES]) {
    struct note note = note_make(draft->tables->notes, draft->arena, code, values);
    add_flag(draft,
             (struct flag){.kind = kind, .span = span, .note = note.words, .values = note.values});
}

void draft_cut(struct draft *draft, enum flag_kind kind, struct span span) {
    struct tokens tokens = draft->article->tokens;
    draft_flag(draft, kind, span, TEXT(""));
    for (size_t i = tokens_at(tokens, span.start);
         i < tokens.count && tokens.at[i].start < span.end; i++)
        tokens.at[i].cut = 1;
}

void draft_cut_line(struct draft *draft, enum flag_kind kind, size_t line) {
    draft_cut(draft, kind, draft->lines[line].span);
    draft->lines[line].cut = true;
}

size_t draft_form_end(const struct draft *draft, size_t token, enum boilerplate_kind kind) {
    const struct hits *hits = &draft->article->hits;
    if (token >= draft->article->tokens.count || !(hits->classes[token] >> LEXEME_BOILERPLATE & 1))
        return 0;
    for (size_t i = hits->begin[token]; i < hits->begin[token + 1]; i++)
        if (hits->at[i].class == LEXEME_BOILERPLATE && hits->at[i].row == (uint32_t)kind)
            return hits->at[i].end;
    return 0;
}
