/* Posts of other sites that a page shows within the news: see clean.h. What is left of them in the
 * text is their words, mostly in another language, and the address of their picture. */
#include <config.h>

#include "intake/clean.h"
#include "tables/word_lists.h"
#include "tables/words.h"

#define POST_SENTENCES 6
#define POST_TOKENS 90

/* In Indonesian at least one word in so many is a function word (WORD_OPENER, which has a few
 * English ones, too, for the names of bodies); a short sentence may have none and belongs to a post
 * only right before its address. */
#define WORDS_AN_OPENER 8
#define SHORT_SENTENCE 4

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

/* The first token of the sentence before token `end`, not before `floor`. */
static size_t sentence_before(const struct draft *draft, size_t end, size_t floor) {
    size_t first = end - 1;
    while (first > floor && at(draft, first)->gap < GAP_LINE && !at(draft, first - 1)->cut &&
           !(at(draft, first)->gap != GAP_NONE && draft_ends_sentence(draft, first - 1)))
        first--;
    return first;
}

static bool is_foreign(const struct draft *draft, size_t first, size_t end, size_t fewest) {
    const struct vocabulary *vocabulary = draft->tables->vocabulary;
    size_t words = 0, openers = 0, english = 0;
    for (size_t i = first; i < end; i++) {
        const struct word_entry *entry = word_entry(vocabulary, at(draft, i)->word);
        bool connector = entry->lists >> LIST_CONNECTOR_ENGLISH & 1;
        words += at(draft, i)->kind == TOKEN_WORD;
        english += connector;
        openers += entry->kind == WORD_OPENER && !connector;
    }
    return words >= fewest &&
           (openers * WORDS_AN_OPENER < words || openers < english + (english > 0));
}

/* The first of the tags (#kota #pns) right before token `end`; `end` if there are none. */
static size_t tags_before(const struct draft *draft, size_t end, size_t floor) {
    while (end > floor + 1 && draft_is(draft, end - 2, "#") && !at(draft, end - 2)->cut &&
           at(draft, end - 1)->gap == GAP_NONE && at(draft, end - 2)->gap < GAP_LINE)
        end -= 2;
    return end;
}

void embed_cut(struct draft *draft, struct span address) {
    size_t link = tokens_at(draft->article->tokens, address.start), first = link;
    size_t floor = link > POST_TOKENS ? link - POST_TOKENS : 0;
    for (int i = 0; i < POST_SENTENCES && first > floor; i++) {
        if (first < link && at(draft, first)->gap >= GAP_LINE)
            break;
        size_t sentence = sentence_before(draft, first, floor);
        if (at(draft, sentence)->cut ||
            !is_foreign(draft, sentence, first, first == link ? 1 : SHORT_SENTENCE))
            break;
        first = sentence;
    }
    if (first == link)
        first = tags_before(draft, link, floor);
    draft_cut(draft, FLAG_BOILERPLATE, (struct span){at(draft, first)->start, address.end});
}
