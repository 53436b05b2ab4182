/* Wishes that lost their negation in printing, or got one: "diharapkan ada yang tidak netral",
 * "agar tidak netral" cannot be what the official said. Before: advisories, whose flagged ones the
 * briefing shows with a mark. After: facts_json.c. */
#include <config.h>

#include "extract/flags.h"
#include "extract/recognisers.h"
#include "tables/verify_tables.h"
#include "tables/word_lists.h"

/* Tokens from the word that hopes or asks to what is hoped for. */
#define REACH 12
#define NEAR 6 /* where only the one addressed stands between */

static bool in_list(const struct tables *tables, const struct token *token, enum word_list list) {
    return word_lists_have(tables->vocabulary, token->word, list);
}

static unsigned verify_kinds(const struct tables *tables, const struct token *token) {
    return word_entry(tables->vocabulary, token->word)->verify;
}

/* Who was heard to hope or ask, up to a token of the sentence; a negation or condition ends it. */
struct wish {
    size_t hope, ask; /* tokens; NONE if there is none */
    bool narrowed;    /* yang stands behind it: those who are not netral may be the ones meant */
};

/* True if the word hopes or asks. */
static bool may_wish(const struct word_entry *word) {
    return (word->verify & VERIFY_HOPE) | (word->wording & WORDING_ASKING);
}

#define NONE SIZE_MAX

static bool reaches(size_t from, size_t to, size_t most) {
    return from != NONE && to - from <= most;
}

/* True if the tokens before `i` are "ada yang". */
static bool some_who(const struct article *article, const struct sentence *sentence, size_t i) {
    const struct token *tokens = article->tokens.at;
    return i >= sentence->first + 2 && token_is(article->text, &tokens[i - 2], "ada") &&
           token_is(article->text, &tokens[i - 1], "yang");
}

/* True if nothing more is said of those who are not netral: a verb behind would tell what shall
 * happen to them (meminta ASN tidak netral ditindak). */
static bool ends_clause(const struct article *article, const struct tables *tables,
                        const struct sentence *sentence, size_t i) {
    const struct token *tokens = article->tokens.at;
    return i >= sentence->end || tokens[i].kind != TOKEN_WORD ||
           in_list(tables, &tokens[i], LIST_OCCASION);
}

/* True if the word at `i` makes the wish one that nobody has. */
static bool is_ill_wish(const struct article *article, const struct tables *tables,
                        const struct sentence *sentence, size_t i, const struct wish *wish) {
    const struct token *tokens = article->tokens.at;
    unsigned kinds = verify_kinds(tables, &tokens[i]);
    bool hoped = reaches(wish->hope, i, REACH), asked = reaches(wish->ask, i, REACH);
    if (hoped && some_who(article, sentence, i) && (kinds & VERIFY_ILL))
        return true;
    if (!(kinds & VERIFY_NEGATION) || i + 1 >= sentence->end || i == sentence->first ||
        !(verify_kinds(tables, &tokens[i + 1]) & VERIFY_VIRTUE))
        return false;
    if (hoped && some_who(article, sentence, i))
        return true;
    if ((hoped || asked) && in_list(tables, &tokens[i - 1], LIST_PURPOSE))
        return true;
    return (reaches(wish->hope, i, NEAR) || reaches(wish->ask, i, NEAR)) && !wish->narrowed &&
           tokens[i - 1].kind == TOKEN_WORD && ends_clause(article, tables, sentence, i + 2);
}

/* True if the sentence has a word of what nobody wishes, or nobody wishes to leave: few have. */
static bool has_object(const struct article *article, const struct tables *tables,
                       const struct sentence *sentence) {
    const struct token *end = article->tokens.at + sentence->end;
    for (const struct token *token = article->tokens.at + sentence->first; token < end; token++)
        if (verify_kinds(tables, token) & (VERIFY_ILL | VERIFY_VIRTUE))
            return true;
    return false;
}

/* True if the sentence hopes or asks for something ill, with no negation between the wish and it.
 */
static bool lost(const struct article *article, const struct tables *tables,
                 const struct sentence *sentence) {
    struct wish wish = {NONE, NONE, false};
    for (size_t i = sentence->first; i < sentence->end; i++) {
        const struct token *token = &article->tokens.at[i];
        const struct word_entry *word = word_entry(tables->vocabulary, token->word);
        bool wished = wish.hope != NONE || wish.ask != NONE;
        if (!wished && !may_wish(word))
            continue; /* nearly every word */
        if (wished && is_ill_wish(article, tables, sentence, i, &wish))
            return true;
        if (word->verify & VERIFY_NEGATION || (wished && word->wording & WORDING_CONDITION))
            wish = (struct wish){NONE, NONE, false};
        else if (word->verify & VERIFY_HOPE)
            wish = (struct wish){i, wish.ask, false};
        else if (word->wording & WORDING_ASKING)
            wish = (struct wish){wish.hope, i, false};
        else
            wish.narrowed = wish.narrowed || token->word == KNOWN_YANG;
    }
    return false;
}

/* The advisory in the sentence, or none. *next is the first that does not end before it: sentences
 * and advisories come in the order of the text. */
static struct text fact_in(const struct facts *facts, struct span span, size_t *next) {
    while (*next < facts->advisory_count && facts->advisories[*next].span.end <= span.start)
        ++*next;
    if (*next < facts->advisory_count && span_overlap(facts->advisories[*next].span, span))
        return text_of(facts->advisories[*next].fid);
    return (struct text){0};
}

void extract_lost_negation(const struct article *article, const struct tables *tables,
                           struct arena *arena, struct facts *facts) {
    struct flag *found = NULL;
    size_t count = 0, capacity = 0, next = 0;
    for (size_t i = 0; i < article->sentences.count; i++) {
        const struct sentence *sentence = &article->sentences.at[i];
        if (!has_object(article, tables, sentence) || !lost(article, tables, sentence))
            continue;
        struct note note =
            note_make(tables->notes, arena, "lost_negation", (struct text[NOTE_PLACES]){{0}});
        found = arena_grow(arena, found, count, count + 1, sizeof *found, &capacity);
        found[count++] = (struct flag){.kind = FLAG_LOST_NEGATION,
                                       .span = sentence->span,
                                       .note = note.words,
                                       .fact = fact_in(facts, sentence->span, &next),
                                       .values = note.values};
    }
    flags_add(facts, found, count, arena);
}
