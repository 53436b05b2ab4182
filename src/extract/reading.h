/* What the recognisers of speech share while they read one article: its tokens, its tables, and
 * small questions about a token.
 *
 * Before: struct article. After: quotes, names, mentions, attributions and statements are read
 * through this. */
#ifndef TAKLIMAT_EXTRACT_READING_H
#define TAKLIMAT_EXTRACT_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "intake/article.h"
#include "tables/offices.h"
#include "tables/speech.h"
#include "tables/tables.h"
#include "tables/word_lists.h"
#include "tables/words.h"

#define NO_TOKEN UINT32_MAX
#define NO_ROW UINT32_MAX

/* A range of tokens, half-open. */
struct range {
    uint32_t first;
    uint32_t end;
};

/* Words with bits of enum seen_as each: few of an article's words have any. */
struct word_set {
    uint64_t *places; /* by the word's hash, the bits in its lowest three; 0 is a free place */
    size_t count, mask;
};

/* Tokens of one sort, in order. */
struct places {
    uint32_t *at;
    uint32_t count;
};

struct reading {
    const struct article *article;
    const struct tables *tables;
    struct arena *arena;
    const struct token *tokens;
    uint32_t count;
    struct places starts; /* where a mention may begin: words with a capital, and forms of posts,
                             titles and pronouns */
    struct places marks;  /* TOKEN_QUOTE */
    bool apostrophes;     /* the text has TOKEN_APOSTROPHE */
    struct word_set seen; /* bits of enum seen_as, by word */
};

/* How the article uses a word elsewhere. */
enum seen_as {
    SEEN_SPEAKING = 1, /* alone as a speaker: kata Budi; Budi mengatakan */
    SEEN_AS_PLACE = 2, /* after di, ke, Kecamatan, Polres ... */
    SEEN_IN_NAME = 4   /* in a name that titles or a position make sure */
};

/* Prepares the reading of `article`; everything lives in `arena`. One pass over the tokens notes
 * where the recognisers have to look. */
void reading_init(struct reading *reading, const struct article *article,
                  const struct tables *tables, struct arena *arena);

/* A reading of the tokens and tables alone, of which nothing was noted (starts, marks and what
 * words were seen as are empty): for a recogniser behind speech that asks only of words. */
struct reading reading_plain(const struct article *article, const struct tables *tables,
                             struct arena *arena);

/* The enum seen_as bits of token `at`'s word. */
unsigned reading_seen(const struct reading *reading, uint32_t at);

/* Adds bits of enum seen_as to token `at`'s word. */
void reading_mark(struct reading *reading, uint32_t at, unsigned bits);

/* True if token `at` exists, is not cut, and is this word, in any case, or this mark. */
static inline bool reading_is(const struct reading *reading, uint32_t at, enum known_word word) {
    return at < reading->count && reading->tokens[at].word == word && !reading->tokens[at].cut;
}

/* True if token `at` exists, is not cut, and is a word (or mark) of the list. */
static inline bool reading_in(const struct reading *reading, uint32_t at, enum word_list list) {
    if (at >= reading->count || reading->tokens[at].cut)
        return false;
    return word_lists_have(reading->tables->vocabulary, reading->tokens[at].word, list);
}

/* What common_words.tsv has the word of token `at` for; the token must exist. */
static inline enum word_kind reading_kind(const struct reading *reading, uint32_t at) {
    return word_kind(reading->tables->vocabulary, reading->tokens[at].word);
}

/* True if token `at` exists and is no further than the paragraph of token `at` - 1 (it does not
 * follow a cut or a gap of paragraphs). */
static inline bool reading_joined(const struct reading *reading, uint32_t at) {
    return at < reading->count && !reading->tokens[at].cut &&
           reading->tokens[at].gap != GAP_PARAGRAPH;
}

/* The bytes of the token at `at`, which is one. */
static inline size_t reading_size(const struct reading *reading, uint32_t at) {
    return reading->tokens[at].end - reading->tokens[at].start;
}

/* True if the word at `at`, capitals and small letters mixed, begins with a capital. */
bool reading_capital_mixed(const struct reading *reading, uint32_t at);

/* True if token `at` is a word with a capital first letter. */
static inline bool reading_capital(const struct reading *reading, uint32_t at) {
    if (at >= reading->count)
        return false;
    const struct token *token = &reading->tokens[at];
    if (token->kind != TOKEN_WORD || token->cut || token->letter_case < CASE_TITLE)
        return false;
    return token->letter_case != CASE_MIXED || reading_capital_mixed(reading, at);
}

/* The longest hit of `class` at token `at`, or NULL; also NULL where there is no token. */
static inline const struct hit *reading_hit(const struct reading *reading, uint32_t at,
                                            enum lexeme_class class) {
    return at < reading->count ? hits_at(&reading->article->hits, at, class) : NULL;
}

/* A bit for each class of which a form begins at `at`: 1 << enum lexeme_class; none where there is
 * no token. To ask for several at once. */
static inline uint32_t reading_classes(const struct reading *reading, uint32_t at) {
    return at < reading->count ? reading->article->hits.classes[at] : 0;
}
#define CLASS_BIT(class) (UINT32_C(1) << (class))

/* The same as reading_speech, where a form begins. */
bool reading_speech_hit(const struct reading *reading, uint32_t at, struct speech_word *word,
                        uint32_t *end);

/* True if a form of LEXEME_SPEECH starts at `at`; the word goes to *word and the token after it to
 * *end. */
static inline bool reading_speech(const struct reading *reading, uint32_t at,
                                  struct speech_word *word, uint32_t *end) {
    return (reading_classes(reading, at) & CLASS_BIT(LEXEME_SPEECH)) &&
           reading_speech_hit(reading, at, word, end);
}

/* The span of bytes of a range of tokens; {0,0} of an empty one. */
struct span reading_span(const struct reading *reading, struct range range);

/* True if the mark at `at` is . ! ? or an ellipsis. */
bool reading_stop_mark(const struct reading *reading, uint32_t at);

/* True if token `at` is . ! ? or an ellipsis. */
static inline bool reading_stop(const struct reading *reading, uint32_t at) {
    return at < reading->count && reading->tokens[at].kind == TOKEN_MARK &&
           reading_stop_mark(reading, at);
}

#endif
