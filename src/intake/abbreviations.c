/* Abbreviations read as what they stand for: see draft.h. Before: tokens. After: the tables' forms
 * are looked up, of which many have Kabupaten or Provinsi in them and none has Kab. or Prov. */
#include <config.h>

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

void abbreviations_read(struct text text, struct tokens *tokens,
                        const struct vocabulary *vocabulary) {
    size_t count = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        struct token *token = &tokens->at[i];
        uint64_t meant = vocabulary_meaning(vocabulary, token->hash);
        size_t size = meant ? taken(text, *tokens, i) : 0;
        if (size) {
            token->hash = meant;
            token->end = tokens->at[i + size - 1].end;
            i += size - 1;
        }
        if (&tokens->at[count] != token) /* nothing moves before the first is met */
            tokens->at[count] = *token;
        count++;
    }
    tokens->count = count;
}
