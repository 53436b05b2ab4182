/* Words that break off: an article whose last sentence stops in the middle, and quotations that do.
 * Before: advisories. After: flag_facts.c. A full stop that is missing is no sign: many papers
 * leave out the last one. */
#include <config.h>

#include "extract/flags.h"
#include "extract/recognisers.h"
#include "tables/verify_tables.h"

/* Words that a sentence or quotation must have before its break is told: less is a heading, or an
 * outcry. */
#define WORDS 6

struct finder {
    const struct article *article;
    const struct tables *tables;
    struct arena *arena;
    struct flag *found;
    size_t count, capacity;
};

static bool is_mark(const struct article *article, size_t token, const char *mark) {
    return token_is(article->text, &article->tokens.at[token], mark);
}

/* True for … and ..., also in brackets; four dots are three and the full stop of a sentence. */
static bool is_dots(const struct article *article, size_t token) {
    return is_mark(article, token, "…") || is_mark(article, token, "...");
}

/* True for a word with which nothing ends: dan, yang, untuk. In lower case, because names end with
 * the like (Di, Ke). */
static bool is_unfinished(const struct finder *finder, size_t token) {
    const struct token *at = &finder->article->tokens.at[token];
    const struct word_entry *entry = word_entry(finder->tables->vocabulary, at->word);
    return at->kind == TOKEN_WORD && at->letter_case == CASE_LOWER &&
           (entry->wording & WORDING_UNFINISHED);
}

/* Words between `first` and `end`, at most WORDS. */
static size_t count_words(const struct article *article, size_t first, size_t end) {
    size_t words = 0;
    for (size_t i = first; i < end && words < WORDS; i++)
        words += article->tokens.at[i].kind == TOKEN_WORD;
    return words;
}

/* Flags the tokens from `first` to `end` if the last of them are no end. */
static void look(struct finder *finder, size_t first, size_t end, bool dots) {
    const struct article *article = finder->article;
    size_t last = end;
    if (count_words(article, first, end) < WORDS)
        return;
    while (last > first + 1 &&
           (article->tokens.at[last - 1].kind == TOKEN_QUOTE || is_mark(article, last - 1, ",") ||
            is_mark(article, last - 1, "]") || is_mark(article, last - 1, ")")))
        last--;
    bool broken = dots && is_dots(article, last - 1);
    if (!broken && !is_unfinished(finder, last - 1))
        return;
    finder->found = arena_grow(finder->arena, finder->found, finder->count, finder->count + 1,
                               sizeof *finder->found, &finder->capacity);
    struct span span = {article->tokens.at[first].start, article->tokens.at[last - 1].end};
    struct text end_text = token_text(article->text, &article->tokens.at[last - 1]);
    struct note note = note_make(finder->tables->notes, finder->arena, "truncated",
                                 (struct text[NOTE_PLACES]){end_text});
    finder->found[finder->count++] = (struct flag){
        .kind = FLAG_TRUNCATED, .span = span, .note = note.words, .values = note.values};
}

void extract_truncated(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts) {
    struct finder finder = {.article = article, .tables = tables, .arena = arena};
    for (size_t i = 0; i < facts->quote_count; i++) {
        size_t first = tokens_at(article->tokens, facts->quotes[i].span.start);
        size_t end = tokens_at(article->tokens, facts->quotes[i].span.end);
        look(&finder, first, end, false);
    }
    if (article->sentences.count > 0) {
        const struct sentence *last = &article->sentences.at[article->sentences.count - 1];
        look(&finder, last->first, last->end, true);
    }
    flags_add(facts, finder.found, finder.count, arena);
}
