/* Runs that nobody wrote: letters of a wrong encoding, replacement characters, markup and scripts,
 * coded data, words stuck together, noise. Before: advisories. After: flag_facts.c. One flag a
 * sentence, from the first such run to the last. What is only unusual is none: short forms,
 * laughter, addresses, names. */
#include <config.h>

#include <string.h>

#include "base/ascii.h"
#include "extract/flags.h"
#include "extract/recognisers.h"

/* Letters of a word without any vowel, and different ones among them: longer than dgn and kpd, more
 * than in wkwkwk and hmmmm. */
#define CONSONANTS 6
#define CONSONANT_KINDS 4

/* Bytes of one word: no word of Indonesian has as many (ketidakbertanggungjawaban has 25). */
#define LONGEST_WORD 34

/* The same word again and again, and single letters in a row. */
#define REPEATS 3
#define REPEATED_BYTES 3
#define SPACED_LETTERS 5

/* Bytes in which a tag must close. */
#define TAG_BYTES 300

/* What may be wrong with bytes of the text, told before its sentences are looked through. */
struct signs {
    bool letters; /* of a wrong encoding */
    bool markup;
};

struct finder {
    const struct article *article;
    struct arena *arena;
    struct flag *found;
    size_t count, capacity;
    struct span run;  /* in the sentence, empty if none yet */
    const char *what; /* a row of the table of notes */
};

static void note(struct finder *finder, size_t start, size_t end, const char *what) {
    if (finder->run.start == finder->run.end) {
        finder->run = (struct span){start, end};
        finder->what = what;
    }
    if (end > finder->run.end)
        finder->run.end = end;
    if (start < finder->run.start)
        finder->run.start = start;
}

/* The character at `i` as two bytes, for those from U+0080 to U+00FF; 0 otherwise. */
static unsigned latin_at(struct text text, size_t i) {
    if (i + 1 >= text.size)
        return 0;
    unsigned first = (unsigned char)text.data[i], second = (unsigned char)text.data[i + 1];
    return first == 0xC2 || first == 0xC3 ? (first & 3) << 6 | (second & 0x3F) : 0;
}

/* True if the character at `i` is none, or a letter that a wrong encoding makes: Ã©, â€œ, ðŸ. The
 * bytes of UTF-8 were read as letters of Windows-1252 or Latin-1: Â or Ã before a sign, â before €,
 * and any of the control characters that no text has. */
static bool is_wrong_letter(struct text text, size_t i) {
    if (i + 2 < text.size && memcmp(text.data + i, "\xEF\xBF\xBD", 3) == 0)
        return true;
    unsigned letter = latin_at(text, i), next = latin_at(text, i + 2);
    if (letter >= 0x80 && letter < 0xA0 && letter != 0x85) /* 85 is a line break of its own */
        return true;
    if (letter == 0xC2 || letter == 0xC3)
        return next >= 0x80 && next < 0xC0;
    bool euro = i + 4 < text.size && memcmp(text.data + i + 2, "\xE2\x82\xAC", 3) == 0;
    bool y = i + 3 < text.size && memcmp(text.data + i + 2, "\xC5\xB8", 2) == 0;
    return (letter == 0xE2 && euro) || (letter == 0xF0 && y);
}

static void find_letters(struct finder *finder, struct span sentence) {
    struct text text = finder->article->text;
    for (size_t i = sentence.start; i < sentence.end; i++)
        if ((unsigned char)text.data[i] >= 0xC2 && is_wrong_letter(text, i)) {
            size_t end = i + ((unsigned char)text.data[i] == 0xEF ? 3 : 2);
            note(finder, i, latin_at(text, end) < 0xC0 && latin_at(text, end) ? end + 2 : end,
                 "garbled_letters");
        }
}

/* True if a tag of HTML stands at `i`, with its >. */
static bool is_tag(struct text text, size_t i) {
    static const char *const tags[] = {"p",    "br",     "div",    "span",  "a",  "b",  "i",  "em",
                                       "img",  "script", "strong", "style", "h1", "h2", "h3", "li",
                                       "font", "iframe", "center", "table", "td", "tr", "ul", "u"};
    size_t first = i + 1 + (i + 1 < text.size && text.data[i + 1] == '/'), end = first;
    while (end < text.size && end - first < 8 &&
           (ascii_is_lower(text.data[end]) || ascii_is_digit(text.data[end])))
        end++;
    if (end >= text.size || !strchr(" />", text.data[end]))
        return false;
    size_t rest = text.size - end < TAG_BYTES ? text.size - end : TAG_BYTES;
    if (!memchr(text.data + end, '>', rest))
        return false;
    for (size_t k = 0; k < sizeof tags / sizeof *tags; k++)
        if (text_is(text_slice(text, (struct span){first, end}), tags[k]))
            return true;
    return false;
}

static bool begins(struct text text, size_t i, const char *what) {
    size_t size = strlen(what);
    return i + size <= text.size && memcmp(text.data + i, what, size) == 0;
}

static void find_markup(struct finder *finder, struct span sentence) {
    struct text text = finder->article->text;
    for (size_t i = sentence.start; i < sentence.end; i++) {
        char c = text.data[i];
        bool script = (c == ')' && (begins(text, i, "){") || begins(text, i, ") {"))) ||
                      (c == '}' && begins(text, i, "};"));
        bool code = c == '[' && (begins(text, i, "[/") || begins(text, i, "[caption ") ||
                                 begins(text, i, "[vc_") || begins(text, i, "[embed]"));
        if (script || code || (c == '<' && is_tag(text, i)))
            note(finder, i, i + 2, "garbled_markup");
    }
}

/* a e i o u y, in either case: a bit for the lowest five of an ASCII letter's. */
static inline unsigned is_vowel(char c) {
    const uint32_t vowels = 1U << 1 | 1U << 5 | 1U << 9 | 1U << 15 | 1U << 21 | 1U << 25;
    return vowels >> (c & 0x1F) & (unsigned)c >> 6 & 1;
}

/* True for a word of at least CONSONANTS letters without a vowel: bkjhgfd. */
static bool is_noise(struct text word) {
    unsigned kinds = 0, count = 0;
    for (size_t i = 0; i < word.size; i++) {
        char c = ascii_lower(word.data[i]);
        if (c < 'a' || c > 'z' || is_vowel(c))
            return false;
        kinds |= 1U << (c - 'a');
    }
    for (; kinds; kinds &= kinds - 1)
        count++;
    return word.size >= CONSONANTS && count >= CONSONANT_KINDS;
}

/* True if the word is a part of an address, a tag or the like: joined to a mark before or behind
 * it. */
static bool is_joined(const struct article *article, size_t token) {
    static const char marks[] = "/@#=&?._-:%+~";
    const struct token *tokens = article->tokens.at;
    size_t next = token + 1;
    if (token > 0 && tokens[token].gap == GAP_NONE &&
        strchr(marks, article->text.data[tokens[token].start - 1]))
        return true;
    return next + 1 < article->tokens.count && tokens[next].gap == GAP_NONE &&
           strchr(marks, article->text.data[tokens[next].start]) &&
           tokens[next + 1].gap == GAP_NONE;
}

/* What is wrong with a single word, or NULL. */
static const char *word_fault(const struct article *article, size_t token) {
    const struct token *at = &article->tokens.at[token];
    struct text word = token_text(article->text, at);
    if (word.size >= LONGEST_WORD)
        return is_joined(article, token) ? NULL : "garbled_joined";
    if (at->letter_case != CASE_LOWER && at->letter_case != CASE_TITLE)
        return NULL;
    if (is_vowel(word.data[1]) || is_vowel(word.data[0]) || is_vowel(word.data[2]))
        return NULL; /* nearly every word */
    return is_noise(word) && !is_joined(article, token) ? "garbled_noise" : NULL;
}

/* Jum?at: the mark that stands for what could not be written. */
static bool is_lost_letter(const struct article *article, size_t token) {
    const struct token *at = &article->tokens.at[token];
    return token > 0 && token + 1 < article->tokens.count && at->gap == GAP_NONE &&
           at[1].gap == GAP_NONE && at[-1].kind == TOKEN_WORD && at[1].kind == TOKEN_WORD &&
           at[1].letter_case == CASE_LOWER && at[-1].letter_case != CASE_UPPER &&
           (token < 2 || at[-1].gap != GAP_NONE) &&
           (token + 2 >= article->tokens.count || at[2].gap != GAP_NONE ||
            at[2].kind != TOKEN_MARK || strchr(".,;:!?)", article->text.data[at[2].start]));
}

/* True for nearly every word: one of which find_words has nothing to say, whatever stands beside
 * it, unless that is the same word. Of the second and third byte from the end one is a vowel in
 * nearly every word of Indonesian. Its size alone would be a branch that nobody can guess. */
static inline bool is_plain(struct text text, const struct token *token) {
    size_t size = token->end - token->start;
    if (token->kind != TOKEN_WORD || size < 2 || size >= LONGEST_WORD || token->end < 3)
        return false;
    const char *end = text.data + token->end;
    return ((unsigned)(size < CONSONANTS) | is_vowel(end[-2]) | is_vowel(end[-3])) != 0;
}

static void find_words(struct finder *finder, const struct sentence *sentence) {
    const struct article *article = finder->article;
    const struct token *tokens = article->tokens.at;
    size_t same = 1, letters = 0;
    uint64_t before = 0;
    for (size_t i = sentence->first; i < sentence->end; i++) {
        const struct token *at = &tokens[i];
        size_t size = at->end - at->start;
        bool again = at->hash == before;
        before = at->hash;
        if (!again && is_plain(article->text, at)) {
            same = 1;
            letters = 0;
            continue;
        }
        bool spaced = i > sentence->first && at->gap == GAP_SPACE;
        const char *fault = NULL;
        same = spaced && at->hash == at[-1].hash && size >= REPEATED_BYTES ? same + 1 : 1;
        letters = size == 1 && at->letter_case == CASE_LOWER ? letters + 1 : 0;
        if (at->kind == TOKEN_WORD && size >= CONSONANTS)
            fault = word_fault(article, i);
        else if (at->kind == TOKEN_MARK && size == 1 && article->text.data[at->start] == '?' &&
                 is_lost_letter(article, i))
            fault = "garbled_letters";
        if (at->kind == TOKEN_WORD && same >= REPEATS)
            note(finder, tokens[i + 1 - same].start, at->end, "garbled_repeat");
        if (letters >= SPACED_LETTERS)
            note(finder, tokens[i + 1 - letters].start, at->end, "garbled_single");
        if (fault)
            note(finder, at->start, at->end, fault);
    }
}

static bool has_any(struct text text, const char *bytes) {
    for (; *bytes; bytes++)
        if (memchr(text.data, *bytes, text.size))
            return true;
    return false;
}

void extract_garbled(const struct article *article, const struct tables *tables,
                     struct arena *arena, struct facts *facts) {
    struct finder finder = {.article = article, .arena = arena};
    struct signs signs = {has_any(article->text, "\xC2\xC3\xEF"), has_any(article->text, "<{[")};
    for (size_t i = 0; i < article->sentences.count; i++) {
        const struct sentence *sentence = &article->sentences.at[i];
        finder.run = (struct span){0, 0};
        find_words(&finder, sentence);
        if (signs.letters)
            find_letters(&finder, sentence->span);
        if (signs.markup)
            find_markup(&finder, sentence->span);
        if (finder.run.start == finder.run.end)
            continue;
        struct note made =
            note_make(tables->notes, arena, finder.what, (struct text[NOTE_PLACES]){{0}});
        finder.found = arena_grow(arena, finder.found, finder.count, finder.count + 1,
                                  sizeof *finder.found, &finder.capacity);
        finder.found[finder.count++] = (struct flag){
            .kind = FLAG_GARBLED, .span = finder.run, .note = made.words, .values = made.values};
    }
    flags_add(facts, finder.found, finder.count, arena);
}
