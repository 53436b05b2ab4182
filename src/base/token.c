/* Splits text into tokens: see token.h. Before: checked UTF-8. After: lexicon lookups and
 * sentences. */
#include <config.h>

#include "base/token.h"

#include <string.h>

#include "base/eight.h"
#include "base/utf8.h"

/* The hash of a word: its folded bytes, eight at a time, the first the lowest, each eight mixed by
 * a multiplication. Words of up to eight bytes never have the same hash. */
#define HASH_START UINT64_C(14695981039346656037)
#define HASH_PRIME UINT64_C(0x9E3779B97F4A7C15)

static inline uint64_t hash_eight(uint64_t hash, uint64_t bytes) {
    hash = (hash ^ bytes) * HASH_PRIME;
    return hash ^ hash >> 32;
}

static inline uint64_t hash_finish(uint64_t hash) {
    hash *= UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 32;
}

/* A hash under way. */
struct hasher {
    uint64_t hash;
    uint64_t bytes; /* the last ones, fewer than eight */
    unsigned count; /* of them */
};

/* Adds `count` bytes, one to eight, the first the lowest; what lies above them must be 0. */
static inline void hasher_add(struct hasher *hasher, uint64_t bytes, unsigned count) {
    hasher->bytes |= bytes << 8 * hasher->count;
    hasher->count += count;
    if (hasher->count < 8)
        return;
    hasher->hash = hash_eight(hasher->hash, hasher->bytes);
    hasher->count -= 8;
    hasher->bytes = hasher->count ? bytes >> 8 * (count - hasher->count) : 0;
}

static inline uint64_t hasher_finish(const struct hasher *hasher) {
    return hash_finish(hash_eight(hasher->hash, hasher->bytes));
}

/* Adds one character in its folded form; ignorable characters leave no trace. */
static void hasher_add_character(struct hasher *hasher, uint32_t c) {
    char room[4];
    if (utf8_is_ignorable(c))
        return;
    size_t size = utf8_encode(utf8_fold_character(c), room);
    for (size_t i = 0; i < size; i++)
        hasher_add(hasher, (unsigned char)room[i], 1);
}

uint64_t token_hash(struct text word) {
    struct hasher hasher = {.hash = HASH_START};
    for (size_t i = 0, size; i < word.size; i += size)
        hasher_add_character(&hasher, utf8_decode(word, i, &size));
    return hasher_finish(&hasher);
}

/* What one character can be part of; the values are the letters of the table below, those of words
 * the greatest. */
enum character {
    CHARACTER_SPACE = 's',
    CHARACTER_BREAK = 'b',
    CHARACTER_IGNORABLE = 'i',
    CHARACTER_LETTER = 'w',
    CHARACTER_DIGIT = 'x', /* the next: see take_ascii_run */
    CHARACTER_QUOTE = 'q',
    CHARACTER_APOSTROPHE = 'a',
    CHARACTER_MARK = 'm'
};

/* Classes of the ASCII characters; 0 for the bytes above them. A table, for this is asked for every
 * byte of every article. */
static const char classes[256 + 1] =
    "ssssssssssbssbsssssssssssssssssssmqmmmmammmmmmmmxxxxxxxxxxmmmmmm"
    "mwwwwwwwwwwwwwwwwwwwwwwwwwwmmmmmawwwwwwwwwwwwwwwwwwwwwwwwwwmmmms";

static char class_at(const char *bytes, size_t at) { return classes[(unsigned char)bytes[at]]; }

static enum character classify(uint32_t c) {
    if (c < 0x80)
        return (enum character)classes[c];
    if (c == 0x2028 || c == 0x2029 || c == 0x85)
        return CHARACTER_BREAK;
    if (c >= 0x201C && c <= 0x201F)
        return CHARACTER_QUOTE;
    if (c == 0xAB || c == 0xBB || c == 0x301D || c == 0x301E || c == 0xFF02)
        return CHARACTER_QUOTE;
    if (c >= 0x2018 && c <= 0x201B)
        return CHARACTER_APOSTROPHE;
    if (utf8_is_ignorable(c))
        return CHARACTER_IGNORABLE;
    if (utf8_is_letter(c))
        return CHARACTER_LETTER;
    if (utf8_is_digit(c))
        return CHARACTER_DIGIT;
    return utf8_is_space(c) ? CHARACTER_SPACE : CHARACTER_MARK;
}

/* A text being split. */
struct cursor {
    struct text text;
    size_t at;
    size_t breaks; /* line breaks since the last token */
    bool space;    /* other white space since the last token */
};

static enum character peek(const struct cursor *cursor, size_t at, size_t *size, uint32_t *c) {
    if (at >= cursor->text.size) {
        *size = 0;
        *c = 0;
        return CHARACTER_BREAK;
    }
    unsigned char byte = (unsigned char)cursor->text.data[at];
    if (byte < 0x80) {
        *size = 1;
        *c = byte;
        return (enum character)classes[byte];
    }
    *c = utf8_decode(cursor->text, at, size);
    return classify(*c);
}

/* Skips white space and ignorable characters, counting line breaks; CRLF is one. */
static void skip_any_space(struct cursor *cursor) {
    size_t size;
    uint32_t c;
    while (cursor->at < cursor->text.size) {
        enum character kind = peek(cursor, cursor->at, &size, &c);
        if (kind == CHARACTER_BREAK) {
            bool crlf = c == '\r' && cursor->at + 1 < cursor->text.size &&
                        cursor->text.data[cursor->at + 1] == '\n';
            cursor->breaks++;
            size += crlf;
        } else if (kind == CHARACTER_SPACE) {
            cursor->space = true;
        } else if (kind != CHARACTER_IGNORABLE) {
            return;
        }
        cursor->at += size;
    }
}

/* The same; mostly there is one space before a word, and the rest need not be asked for. */
static void skip_space(struct cursor *cursor) {
    const struct text text = cursor->text;
    cursor->breaks = 0;
    cursor->space = false;
    for (; cursor->at < text.size && text.data[cursor->at] == ' '; cursor->at++)
        cursor->space = true;
    char class = cursor->at < text.size ? class_at(text.data, cursor->at) : CHARACTER_MARK;
    if (class == 0 || class == CHARACTER_SPACE || class == CHARACTER_BREAK)
        skip_any_space(cursor);
}

static enum token_gap gap_before(const struct cursor *cursor, bool first) {
    if (first || cursor->breaks >= 2)
        return GAP_PARAGRAPH;
    if (cursor->breaks == 1)
        return GAP_LINE;
    return cursor->space ? GAP_SPACE : GAP_NONE;
}

/* Letters of a word counted by case; of the capitals as many as matter. */
struct case_count {
    bool first_upper, upper, more_upper, lower;
};

static void count_case(struct case_count *count, uint32_t c, bool first) {
    if (utf8_is_upper(c)) {
        count->first_upper |= first;
        count->more_upper |= count->upper;
        count->upper = true;
    } else if (utf8_is_lower(c)) {
        count->lower = true;
    }
}

static enum token_case case_of(const struct case_count *count) {
    if (!count->upper)
        return count->lower ? CASE_LOWER : CASE_NONE;
    if (!count->lower)
        return count->more_upper ? CASE_UPPER : CASE_TITLE;
    return count->first_upper && !count->more_upper ? CASE_TITLE : CASE_MIXED;
}

/* True if the apostrophe at `at` (of `size` bytes) stands between two letters: Jum'at, Ma’ruf. */
static bool joins_letters(const struct cursor *cursor, size_t at, size_t size) {
    size_t next_size;
    uint32_t c;
    return peek(cursor, at + size, &next_size, &c) == CHARACTER_LETTER;
}

/* A word or number being read. */
struct word {
    size_t end;
    struct hasher hasher;
    struct case_count count;
    bool letters; /* there is one: no number */
};

/* The eight bytes at `at`, the first the lowest; beyond the end of the text they are 0. */
static inline uint64_t bytes_at(struct text text, size_t at) {
    if (text.size - at >= 8)
        return eight_load_low(text.data + at);
    uint64_t bytes = 0;
    for (size_t i = text.size; i-- > at;)
        bytes = bytes << 8 | (unsigned char)text.data[i];
    return bytes;
}

/* Counts the case of letters, given by a bit for each (eight.h), that go on with a word. */
static inline void count_letters(struct word *word, uint64_t letters, uint64_t upper, bool first) {
    word->letters |= letters != 0;
    word->count.lower |= (letters & ~upper) != 0;
    if (upper) {
        word->count.first_upper |= first && (upper & 0x80);
        word->count.more_upper |= word->count.upper || (upper & (upper - 1));
        word->count.upper = true;
    }
}

/* Takes the run of ASCII letters and digits at word->end: nearly every word is one. Eight bytes at
 * once, without a branch for each of them: this was a seventh of the whole extraction. Bit 0x20 is
 * what lower case adds to a letter, and every digit has it. */
static inline void take_ascii_run(const struct cursor *cursor, struct word *word) {
    for (unsigned count = 8; count == 8 && word->end < cursor->text.size;) {
        uint64_t bytes = bytes_at(cursor->text, word->end);
        uint64_t letters = eight_letters(bytes);
        uint64_t others = ~(letters | eight_digits(bytes)) & EIGHT_TIMES(0x80);
        count = others ? eight_first(others) : 8;
        if (count == 0)
            return;
        uint64_t taken = UINT64_MAX >> (64 - 8 * count);
        letters &= taken;
        count_letters(word, letters, letters & ~(bytes << 2), word->end == cursor->at);
        hasher_add(&word->hasher, (bytes | EIGHT_TIMES(0x20)) & taken, count);
        word->end += count;
    }
}

/* True if what stands at word->end ends the word for sure: ASCII, and no apostrophe. */
static inline bool word_ends(const struct cursor *cursor, const struct word *word) {
    if (word->end >= cursor->text.size)
        return true;
    char class = class_at(cursor->text.data, word->end);
    return class != 0 && class != CHARACTER_APOSTROPHE;
}

/* Takes the character at word->end if it goes on with the word: a letter or digit beyond ASCII, an
 * apostrophe between letters, an ignorable character. */
static bool take_character(const struct cursor *cursor, struct word *word) {
    size_t size;
    uint32_t c;
    bool first = word->end == cursor->at;
    enum character kind = peek(cursor, word->end, &size, &c);
    if (kind == CHARACTER_APOSTROPHE) {
        if (first || !word->letters || !joins_letters(cursor, word->end, size))
            return false;
    } else if (kind == CHARACTER_LETTER) {
        word->letters = true;
        count_case(&word->count, c, first);
    } else if (kind != CHARACTER_DIGIT && !(kind == CHARACTER_IGNORABLE && size)) {
        return false;
    }
    hasher_add_character(&word->hasher, c);
    word->end += size;
    return true;
}

/* Reads the word or number at cursor->at. */
static struct word read_word(const struct cursor *cursor) {
    struct word word = {.end = cursor->at, .hasher = {.hash = HASH_START}};
    do
        take_ascii_run(cursor, &word);
    while (!word_ends(cursor, &word) && take_character(cursor, &word));
    return word;
}

/* The end of a mark that starts at cursor->at: one character, or a run of the same character
 * ("...", "----"). */
static size_t mark_end(const struct cursor *cursor, uint32_t mark, size_t size) {
    size_t at = cursor->at + size, next;
    uint32_t c;
    bool runs =
        mark == '.' || mark == '-' || mark == '*' || mark == '=' || mark == '_' || mark == 0x2026;
    while (runs && peek(cursor, at, &next, &c) == CHARACTER_MARK && c == mark)
        at += next;
    return at;
}

/* The hash of a mark; nearly all are one ASCII character. */
static uint64_t mark_hash(const struct cursor *cursor, size_t end) {
    unsigned char c = (unsigned char)cursor->text.data[cursor->at];
    if (end - cursor->at == 1)
        return hash_finish(hash_eight(HASH_START, c == '`' ? '\'' : c));
    return token_hash(text_slice(cursor->text, (struct span){cursor->at, end}));
}

/* Two apostrophes of one form right after another are one double quotation mark: ''kata''. */
static bool doubled_apostrophe(const struct cursor *cursor, uint32_t mark, size_t size) {
    size_t next;
    uint32_t c;
    return mark != '`' && peek(cursor, cursor->at + size, &next, &c) == CHARACTER_APOSTROPHE &&
           c == mark;
}

static void fill_word(const struct cursor *cursor, struct token *token) {
    struct word word = read_word(cursor);
    token->hash = hasher_finish(&word.hasher);
    token->end = (uint32_t)word.end;
    token->kind = word.letters ? TOKEN_WORD : TOKEN_NUMBER;
    token->letter_case = (uint8_t)case_of(&word.count);
}

static void fill_mark(const struct cursor *cursor, struct token *token, enum character kind,
                      uint32_t c, size_t size) {
    size_t end = cursor->at + size;
    token->kind = TOKEN_MARK;
    token->letter_case = CASE_NONE;
    if (kind == CHARACTER_QUOTE) {
        token->kind = TOKEN_QUOTE;
    } else if (kind == CHARACTER_APOSTROPHE) {
        bool doubled = doubled_apostrophe(cursor, c, size);
        token->kind = doubled ? TOKEN_QUOTE : TOKEN_APOSTROPHE;
        end += doubled ? size : 0;
    } else {
        end = mark_end(cursor, c, size);
    }
    token->end = (uint32_t)end;
    token->hash = mark_hash(cursor, end);
}

/* Reads the token at cursor->at and moves behind it. */
static void next_token(struct cursor *cursor, struct token *token) {
    size_t size;
    uint32_t c;
    enum character kind = (enum character)class_at(cursor->text.data, cursor->at);
    token->start = (uint32_t)cursor->at;
    token->cut = 0;
    token->word = 0;
    if (kind != CHARACTER_LETTER)
        kind = peek(cursor, cursor->at, &size, &c);
    if (kind == CHARACTER_LETTER || kind == CHARACTER_DIGIT)
        fill_word(cursor, token);
    else
        fill_mark(cursor, token, kind, c, size);
    cursor->at = token->end;
}

/* The tokens of the whole text if it goes on as it did so far, and some: a text of nothing but
 * marks has five times the tokens of prose, and growing step by step would hold each step's array.
 */
static size_t forecast(const struct cursor *cursor, size_t count) {
    uint64_t rest = cursor->text.size - cursor->at;
    return count + (size_t)(rest * count / cursor->at) + count / 64 + 8;
}

struct tokens tokenise(struct arena *arena, struct text text) {
    struct cursor cursor = {.text = text};
    struct tokens tokens = {0};
    /* A first guess of one token in five bytes is right for prose; growing copes with the rest. */
    size_t capacity = text.size / 5 + 8;
    tokens.at = arena_alloc_array_uncleared(arena, capacity, sizeof *tokens.at);
    for (;;) {
        skip_space(&cursor);
        if (cursor.at >= text.size)
            return tokens;
        if (tokens.count == capacity)
            tokens.at = arena_grow(arena, tokens.at, tokens.count, forecast(&cursor, tokens.count),
                                   sizeof *tokens.at, &capacity);
        tokens.at[tokens.count].gap = (uint8_t)gap_before(&cursor, tokens.count == 0);
        next_token(&cursor, &tokens.at[tokens.count++]);
    }
}

struct text token_text(struct text text, const struct token *token) {
    return text_slice(text, (struct span){token->start, token->end});
}

bool token_is(struct text text, const struct token *token, const char *mark) {
    /* The first byte decides nearly always. */
    return text.data[token->start] == mark[0] && text_is(token_text(text, token), mark);
}

size_t tokens_at(struct tokens tokens, size_t offset) {
    size_t low = 0, high = tokens.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens.at[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int32_t token_number(struct text text, const struct token *token) {
    int32_t value = 0;
    if (token->kind != TOKEN_NUMBER || token->end - token->start > 9)
        return -1;
    for (size_t i = token->start; i < token->end; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}
