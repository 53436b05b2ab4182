/* Abbreviations read as what they stand for: see draft.h. Before: tokens. After: the tables' forms
 * are looked up, of which many have Kabupaten or Provinsi in them and none has Kab. or Prov. */
#include <config.h>

#include <string.h>

#include "intake/draft.h"
#include "tables/vocabulary.h"

static bool is_capital(const struct token *token) {
    return token->kind == TOKEN_WORD && token->letter_case >= CASE_TITLE && token->gap <= GAP_SPACE;
}

/* The number of tokens that the abbreviation at `at` takes, its full stop being one of them; 0 if
 * no name follows. */
static size_t taken(struct text text, struct tokens tokens, size_t at) {
    size_t next = at + 1;
    if (tokens.at[at].letter_case < CASE_TITLE)
        return 0;
    if (next < tokens.count && tokens.at[next].gap == GAP_NONE &&
        token_is(text, &tokens.at[next], "."))
        next++;
    return next < tokens.count && is_capital(&tokens.at[next]) ? next - at : 0;
}

/* Moves the tokens from `first` to `end` behind the first `count`; returns how many there are then.
 */
static size_t move(struct tokens *tokens, size_t first, size_t end, size_t count) {
    if (count != first) /* nothing moves before the first is met */
        memmove(tokens->at + count, tokens->at + first, (end - first) * sizeof *tokens->at);
    return count + (end - first);
}

void abbreviations_read(struct text text, struct tokens *tokens,
                        const struct vocabulary *vocabulary) {
    size_t count = 0, moved = 0; /* tokens before `moved` are where they belong, `count` of them */
    for (size_t i = 0; i < tokens->count; i++) {
        struct token *token = &tokens->at[i];
        uint64_t meant = vocabulary_meaning(vocabulary, token->hash);
        size_t size = meant ? taken(text, *tokens, i) : 0;
        if (!size)
            continue;
        token->hash = meant;
        token->end = tokens->at[i + size - 1].end;
        count = move(tokens, moved, i + 1, count);
        i += size - 1;
        moved = i + 1;
    }
    tokens->count = move(tokens, moved, tokens->count, count);
}
