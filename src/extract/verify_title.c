/* Titles compared: see verify_title.h. Before: a citation. After: verify.c, verify_suggest.c. */
#include <config.h>

#include "extract/verify_title.h"

#include "base/ascii.h"
#include "tables/regulation_types.h"

#define TITLE_TOKENS 16
#define BRACKET_TOKENS 12
#define HEAD 6 /* words that begin alike in so many bytes count as the same */
#define TAIL 7 /* Perlindungan, Pelindungan */
#define ROOT 5 /* a word of so many bytes inside another is its root: Koperasi, Perkoperasian */

static const struct token *token_of(const struct verifier *verifier, size_t at) {
    return at < verifier->article->tokens.count ? &verifier->article->tokens.at[at] : NULL;
}

static bool goes_on(const struct verifier *verifier, size_t at) {
    const struct token *token = token_of(verifier, at);
    return token && !token->cut && token->gap != GAP_PARAGRAPH;
}

static bool mark_at(const struct verifier *verifier, size_t at, const char *mark) {
    return goes_on(verifier, at) && token_is(verifier->article->text, token_of(verifier, at), mark);
}

/* The token behind "(Lembaran Negara ...)" at `at`, or `at`. */
static size_t behind_bracket(const struct verifier *verifier, size_t at) {
    if (!mark_at(verifier, at, "("))
        return at;
    for (size_t i = at + 1; i < at + BRACKET_TOKENS && goes_on(verifier, i); i++)
        if (mark_at(verifier, i, ")"))
            return i + 1;
    return at;
}

static unsigned kinds_of(const struct verifier *verifier, const struct token *token) {
    return word_entry(verifier->tables->vocabulary, token->word)->verify;
}

/* What a short word of the press stands for, ;-separated; "" for all others. */
static struct text means_of(const struct verifier *verifier, const struct token *token) {
    if (!(kinds_of(verifier, token) & VERIFY_SHORT))
        return TEXT("");
    return verify_word_means(verifier->tables->verify, token->word);
}

static bool is_content(const struct verifier *verifier, const struct token *token) {
    return token->kind == TOKEN_WORD && token->end - token->start >= 2 &&
           !(kinds_of(verifier, token) & VERIFY_STOP);
}

static bool ends_title(const struct verifier *verifier, const struct token *token, bool capitals) {
    if (token->kind == TOKEN_QUOTE || token->kind == TOKEN_APOSTROPHE)
        return true;
    if (token->kind == TOKEN_MARK)
        return !token_is(verifier->article->text, token, "-") &&
               !token_is(verifier->article->text, token, "/") &&
               !token_is(verifier->article->text, token, "&");
    return capitals && token->letter_case == CASE_LOWER &&
           !(kinds_of(verifier, token) & VERIFY_STOP);
}

struct written_title written_title_read(const struct verifier *verifier,
                                        const struct verified *verified) {
    struct written_title title = {0};
    size_t at = behind_bracket(verifier, verified->end);
    if (!goes_on(verifier, at) ||
        citation_word_of(verifier->tables->vocabulary, token_of(verifier, at)) != WORD_ABOUT)
        return title;
    title.first = title.end = at + 1;
    for (size_t i = at + 1; i < at + 1 + TITLE_TOKENS && goes_on(verifier, i); i++) {
        const struct token *token = token_of(verifier, i);
        if (ends_title(verifier, token, title.capitals))
            break;
        if (!title.capitals && is_content(verifier, token)) {
            if (token->letter_case == CASE_LOWER)
                break; /* a subject, no title */
            title.capitals = true;
        }
        if (!(kinds_of(verifier, token) & VERIFY_STOP) || !title.capitals)
            title.end = i + 1; /* a last "dengan" goes on with the sentence */
    }
    return title;
}

/* Common bytes at the beginning (or, with `back`, at the end), ASCII case aside. */
static size_t common(struct text a, struct text b, bool back) {
    size_t count = 0;
    while (count < a.size && count < b.size &&
           ascii_upper(a.data[back ? a.size - 1 - count : count]) ==
               ascii_upper(b.data[back ? b.size - 1 - count : count]))
        count++;
    return count;
}

/* True if the word stands inside a longer one. */
static bool is_root(struct text word, struct text longer) {
    for (size_t at = 0; word.size >= ROOT && at + word.size <= longer.size; at++)
        if (text_equal_ascii_nocase(text_slice(longer, (struct span){at, at + word.size}), word))
            return true;
    return false;
}

static bool alike(struct text a, struct text b) {
    return common(a, b, false) >= HEAD || common(a, b, true) >= TAIL || is_root(a, b) ||
           is_root(b, a);
}

/* True if `word` is one of the ;-separated words. */
static bool among(struct text words, struct text word) {
    while (words.size) {
        size_t end = text_find(words, 0, TEXT(";"));
        if (text_equal_ascii_nocase(text_slice(words, (struct span){0, end}), word))
            return true;
        words = text_slice(words, (struct span){end + 1, words.size});
    }
    return false;
}

/* Words of a text side by side. */
struct words_of {
    struct text text;
    const struct token *at;
    size_t count;
};

/* True if the letters of `word` are the initials of neighbouring words from number `from` on; words
 * without a capital may be left out (dan). */
static bool initials_from(struct text word, const struct words_of *other, size_t from) {
    size_t letter = 0;
    for (size_t i = from; i < other->count && letter < word.size; i++) {
        if (other->at[i].kind != TOKEN_WORD || other->at[i].letter_case == CASE_LOWER)
            continue;
        if (ascii_upper(other->text.data[other->at[i].start]) != ascii_upper(word.data[letter]))
            return false;
        letter++;
    }
    return letter == word.size;
}

static bool is_initials(struct text word, const struct token *token, const struct words_of *other) {
    if (token->letter_case != CASE_UPPER || word.size < 2 || word.size > 8)
        return false;
    for (size_t i = 0; i < other->count; i++)
        if (initials_from(word, other, i))
            return true;
    return false;
}

/* True if the word stands in `other` in some shape. */
static bool stands_in(const struct verifier *verifier, struct text text, const struct token *token,
                      const struct words_of *other) {
    struct text word = token_text(text, token);
    struct text means = means_of(verifier, token);
    for (size_t i = 0; i < other->count; i++) {
        const struct token *there = &other->at[i];
        if (there->kind != TOKEN_WORD)
            continue;
        struct text one = token_text(other->text, there);
        if (there->hash == token->hash || alike(word, one) || among(means, one) ||
            among(means_of(verifier, there), word))
            return true;
    }
    return is_initials(word, token, other);
}

/* How many words of `one` that say something there are, and how many of them stand in `other`;
 * abbreviations in `other` stand for words of `one`, too. */
struct share {
    unsigned count, found;
};

static struct share share_of(const struct verifier *verifier, const struct words_of *one,
                             const struct words_of *other) {
    struct share share = {0, 0};
    for (size_t i = 0; i < one->count; i++) {
        if (!is_content(verifier, &one->at[i]))
            continue;
        share.count++;
        share.found += stands_in(verifier, one->text, &one->at[i], other);
    }
    return share;
}

static struct words_of words_written(const struct verifier *verifier, size_t first, size_t end) {
    return (struct words_of){verifier->article->text, verifier->article->tokens.at + first,
                             end - first};
}

static struct words_of words_known(const struct verifier *verifier, struct text title) {
    struct tokens tokens = tokenise(verifier->scratch, title);
    vocabulary_number(verifier->tables->vocabulary, tokens.at, tokens.count);
    return (struct words_of){title, tokens.at, tokens.count};
}

struct agreement title_compare(const struct verifier *verifier, size_t first, size_t end,
                               struct text title) {
    struct words_of known = words_known(verifier, title);
    struct words_of written = words_written(verifier, first, end);
    struct share there = share_of(verifier, &written, &known),
                 here = share_of(verifier, &known, &written);
    return (struct agreement){there.count, there.found, here.count, here.found};
}

unsigned title_words_in(const struct verifier *verifier, size_t first, size_t end,
                        struct text title) {
    struct words_of known = words_known(verifier, title);
    struct words_of written = words_written(verifier, first, end);
    return share_of(verifier, &known, &written).found;
}

/* True if all words of `one` that say something stand in `other`, and there are two of them. */
static bool all_stand_in(const struct verifier *verifier, const struct words_of *one,
                         const struct words_of *other) {
    unsigned count = 0;
    for (size_t i = 0; i < one->count; i++) {
        if (!is_content(verifier, &one->at[i]))
            continue;
        if (!stands_in(verifier, one->text, &one->at[i], other))
            return false; /* so end nearly all comparisons: most titles are others' */
        count++;
    }
    return count >= 2;
}

bool title_matches(const struct verifier *verifier, size_t first, size_t end, struct text title,
                   bool *whole) {
    struct words_of known = words_known(verifier, title);
    struct words_of written = words_written(verifier, first, end);
    if (!all_stand_in(verifier, &written, &known))
        return false;
    struct share here = share_of(verifier, &known, &written);
    *whole = here.found == here.count;
    return 2 * here.found >= here.count;
}

bool title_contradicts(const struct agreement *agreement) {
    return agreement->written >= 2 && agreement->known >= 1 && agreement->written_found == 0 &&
           agreement->known_found == 0;
}
