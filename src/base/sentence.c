/* Splits tokens into sentences: see sentence.h. Before: tokens. After: statements and advisories
 * point to sentences. */
#include <config.h>

#include "base/sentence.h"

#include "base/ascii.h"
#include "base/search.h"
#include "base/utf8.h"

#define DEGREE_PART 4 /* bytes: the Hut of S.Hut, the M.Si */

struct splitter {
    struct arena *arena;
    struct text text;
    struct tokens tokens;
    size_t end;
    const struct sentence_words *words;
    struct sentences out;
    size_t capacity;
    size_t paragraph;
    bool inside_quote; /* an odd number of quotation marks since the paragraph began */
};

static const struct token *at(const struct splitter *s, size_t i) { return &s->tokens.at[i]; }

static bool is_closing(const struct splitter *s, size_t i) {
    const struct token *token = at(s, i);
    if (token->gap != GAP_NONE)
        return false;
    return token->kind == TOKEN_QUOTE || token->kind == TOKEN_APOSTROPHE ||
           token_is(s->text, token, ")") || token_is(s->text, token, "]");
}

static bool is_terminator(const struct splitter *s, size_t i) {
    const struct token *token = at(s, i);
    if (token->kind != TOKEN_MARK)
        return false;
    char c = s->text.data[token->start];
    return c == '.' || c == '!' || c == '?' || token_is(s->text, token, "\xE2\x80\xA6");
}

static bool is_abbreviation(const struct splitter *s, size_t i) {
    return s->words && s->words->is_abbreviation(s->words->context, at(s, i));
}

/* "Rina, S.H. Bupati", "1445 H. Warga", "Rina H. Selain itu": what follows the initial at `i` and
 * its full stop is no name that goes on. */
static bool starts_anew(const struct splitter *s, size_t i, size_t sentence_first) {
    size_t next = i + 2;
    if (!s->words || i <= sentence_first || next >= s->end || at(s, next)->gap == GAP_NONE ||
        at(s, next)->letter_case < CASE_TITLE)
        return false;
    enum sentence_start start = s->words->start(s->words->context, at(s, next));
    bool closed = at(s, i - 1)->kind == TOKEN_NUMBER || /* an era, a degree */
                  (at(s, i)->gap == GAP_NONE && is_terminator(s, i - 1));
    return start == SENTENCE_START_SURE || (start == SENTENCE_START_WORD && closed);
}

/* The word before a full stop keeps the sentence open: an abbreviation, an initial (M. Nasir), a
 * list number at the start of a line (1. Menjaga ...). */
static bool stop_belongs_to_word(const struct splitter *s, size_t stop, size_t sentence_first) {
    const struct token *word = at(s, stop - 1);
    if (at(s, stop)->gap != GAP_NONE || at(s, stop)->end - at(s, stop)->start != 1)
        return false;
    if (word->kind == TOKEN_NUMBER)
        return stop - 1 == sentence_first;
    if (word->kind != TOKEN_WORD)
        return false;
    if (word->letter_case == CASE_TITLE && utf8_length(token_text(s->text, word)) == 1)
        return !starts_anew(s, stop - 1, sentence_first);
    return is_abbreviation(s, stop - 1);
}

/* A short word with a capital, as degrees are made of. */
static bool is_degree_part(const struct splitter *s, size_t i) {
    const struct token *token = at(s, i);
    return token->kind == TOKEN_WORD && token->letter_case >= CASE_TITLE &&
           token->end - token->start <= DEGREE_PART;
}

/* True if the word at `i` is tied to a part of a degree by a full stop: the Kep of S.Kep. */
static bool is_dotted(const struct splitter *s, size_t i) {
    return i >= 2 && at(s, i)->gap == GAP_NONE && at(s, i - 1)->gap == GAP_NONE &&
           is_terminator(s, i - 1) && is_degree_part(s, i) && is_degree_part(s, i - 2);
}

/* Degrees go on behind the full stop at `stop`: S.Kep.Ns, MM.Pd, S.Sos. M.Si. */
static bool degrees_go_on(const struct splitter *s, size_t stop) {
    size_t next = stop + 1;
    const struct token *word = at(s, stop - 1);
    if (!is_degree_part(s, next))
        return false;
    if (at(s, next)->gap == GAP_NONE)
        return is_dotted(s, stop - 1) || (word->letter_case == CASE_UPPER &&
                                          is_degree_part(s, stop - 1) && is_abbreviation(s, next));
    return at(s, next)->gap == GAP_SPACE && is_dotted(s, stop - 1) && next + 2 < s->end &&
           is_terminator(s, next + 1) && is_dotted(s, next + 2);
}

/* A title in small letters before a name: "dr. Ani" and "dr Ani" open a sentence. */
static bool is_small_title(const struct splitter *s, size_t i) {
    size_t name = i + 1 < s->end && token_is(s->text, at(s, i + 1), ".") ? i + 2 : i + 1;
    return name < s->end && at(s, name)->letter_case == CASE_TITLE &&
           at(s, name)->gap == GAP_SPACE && is_abbreviation(s, i);
}

/* True if the token can open a sentence after a full stop: anything but a lower-case word (though
 * "dr. Ani" can) and closing marks. */
static bool can_open(const struct splitter *s, size_t i) {
    const struct token *token = at(s, i);
    if (token->gap == GAP_NONE && token->kind != TOKEN_QUOTE && token->letter_case != CASE_TITLE)
        return false;
    char first = s->text.data[token->start];
    if (token->kind == TOKEN_WORD) /* "200an" opens one as a number does */
        return token->letter_case != CASE_LOWER || ascii_is_digit(first) || is_small_title(s, i);
    return token->kind != TOKEN_MARK || token_is(s->text, token, "(") ||
           token_is(s->text, token, "-") || token->gap >= GAP_LINE;
}

static bool ends_line_of_prose(const struct splitter *s, size_t next) {
    const struct token *token = at(s, next);
    if (token->gap == GAP_PARAGRAPH)
        return true;
    return token->gap == GAP_LINE &&
           !(token->kind == TOKEN_WORD && token->letter_case == CASE_LOWER);
}

/* Takes quotation marks and brackets that close right behind the terminator; `from` is the token
 * after it. */
static size_t after_closing(struct splitter *s, size_t from) {
    while (from < s->end && !at(s, from)->cut && is_closing(s, from)) {
        if (at(s, from)->kind == TOKEN_QUOTE) {
            if (!s->inside_quote)
                break; /* it opens the next quotation, with the space lost */
            s->inside_quote = false;
        }
        from++;
    }
    return from;
}

static void emit(struct splitter *s, size_t first, size_t end, bool quoted) {
    s->out.at = arena_grow(s->arena, s->out.at, s->out.count, s->out.count + 1, sizeof *s->out.at,
                           &s->capacity);
    s->out.at[s->out.count++] = (struct sentence){
        .span = {at(s, first)->start, at(s, end - 1)->end},
        .first = first,
        .end = end,
        .paragraph = s->paragraph,
        .quoted = quoted,
    };
}

/* True if a sentence ends before token `next`, the tokens before it being a terminator and its
 * closing marks. */
static bool boundary_after_terminator(const struct splitter *s, size_t terminator, size_t next,
                                      size_t first) {
    if (next >= s->end)
        return true;
    if (next == terminator + 1 &&
        (stop_belongs_to_word(s, terminator, first) || degrees_go_on(s, terminator)))
        return false;
    /* A quotation that ends in a full stop goes on to its attribution: "...". kata Budi — lower
     * case. */
    return can_open(s, next);
}

/* The first token from `i` on that can end a sentence, open or close a quotation: all but words and
 * numbers inside a line, which most are. */
static size_t skip_inner(const struct splitter *s, size_t i) {
    const struct token *tokens = s->tokens.at;
    _Static_assert(TOKEN_WORD + TOKEN_NUMBER == 1 && GAP_NONE + GAP_SPACE == 1, "one comparison");
    while (i < s->end && (tokens[i].kind | tokens[i].gap) <= 1 && !tokens[i].cut)
        i++;
    return i;
}

/* Reads one sentence from `first`; returns the token after it. */
static size_t read_sentence(struct splitter *s, size_t first) {
    bool quoted = s->inside_quote;
    size_t i = first;
    while ((i = skip_inner(s, i)) < s->end && !at(s, i)->cut &&
           !(i > first && ends_line_of_prose(s, i))) {
        size_t token = i++;
        if (at(s, token)->kind == TOKEN_QUOTE)
            s->inside_quote = !s->inside_quote;
        if (token == first || !is_terminator(s, token))
            continue;
        size_t next = after_closing(s, i);
        i = next;
        if (boundary_after_terminator(s, token, next, first))
            break;
    }
    emit(s, first, i, quoted);
    return i;
}

struct sentences sentences_split(struct arena *arena, struct text text, struct tokens tokens,
                                 size_t first, size_t end, const struct sentence_words *words) {
    struct splitter s = {.arena = arena,
                         .text = text,
                         .tokens = tokens,
                         .end = end < tokens.count ? end : tokens.count,
                         .words = words};
    bool started = false;
    for (size_t i = first; i < s.end;) {
        bool breaks = at(&s, i)->cut || ends_line_of_prose(&s, i);
        if (breaks && started) {
            s.paragraph++;
            s.inside_quote = false;
            started = false;
        }
        if (at(&s, i)->cut) {
            i++;
            continue;
        }
        i = read_sentence(&s, i);
        started = true;
    }
    return s.out;
}

static bool sentence_ends_before(const void *sentence, const void *offset) {
    return ((const struct sentence *)sentence)->span.end <= *(const size_t *)offset;
}

size_t sentences_at(struct sentences sentences, size_t offset) {
    size_t at = search_first(sentences.at, sentences.count, sizeof *sentences.at, &offset,
                             sentence_ends_before);
    bool between = at < sentences.count && sentences.at[at].span.start > offset;
    return between ? sentences.count : at;
}
