/* Splits text into tokens: see token.h. Before: checked UTF-8. After: lexicon lookups and
 * sentences. */
#include <config.h>

#include "base/token.h"

#include <string.h>

#include "base/decimal.h"
#include "base/eight.h"
#include "base/entity.h"
#include "base/search.h"
#include "base/utf8.h"

/* The hash of a word: its folded bytes, eight at a time, the first the lowest, each eight mixed by
 * a multiplication. Words of up to seven bytes never have the same hash. */
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
    CHARACTER_ENTITY = 'e', /* '&', until it is known what it begins */
    CHARACTER_LETTER = 'w',
    CHARACTER_DIGIT = 'x', /* the next: see take_ascii_run */
    CHARACTER_QUOTE = 'q',
    CHARACTER_APOSTROPHE = 'a',
    CHARACTER_MARK = 'm'
};

/* Classes of the ASCII characters; 0 for the bytes above them. A table, for this is asked for every
 * byte of every article. */
static const char classes[256 + 1] =
    "ssssssssssbssbsssssssssssssssssssmqmmmeammmmmmmmxxxxxxxxxxmmmmmm"
    "mwwwwwwwwwwwwwwwwwwwwwwwwwwmmmmmawwwwwwwwwwwwwwwwwwwwwwwwwwmmmms";

static enum character classify(uint32_t c) {
    if (c < 0x80)
        return c == '&' ? CHARACTER_MARK : (enum character)classes[c];
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

static enum character peek(struct text text, size_t at, size_t *size, uint32_t *c) {
    if (at >= text.size) {
        *size = 0;
        *c = 0;
        return CHARACTER_BREAK;
    }
    unsigned char byte = (unsigned char)text.data[at];
    if (byte == '&') {
        *c = entity_decode(text, at, size);
        return classify(*c);
    }
    if (byte < 0x80) {
        *size = 1;
        *c = byte;
        return (enum character)classes[byte];
    }
    *c = utf8_decode(text, at, size);
    return classify(*c);
}

/* Skips white space and ignorable characters from *at on, counting line breaks; CRLF is one. */
static enum token_gap skip_space(struct text text, size_t *at) {
    size_t size, breaks = 0;
    bool space = false;
    char class = classes[(unsigned char)text.data[*at]];
    if (class == CHARACTER_MARK || class == CHARACTER_QUOTE)
        return GAP_NONE;
    for (; *at < text.size; *at += size) {
        uint32_t c;
        enum character kind = peek(text, *at, &size, &c);
        if (kind == CHARACTER_BREAK) {
            breaks++;
            size += c == '\r' && *at + 1 < text.size && text.data[*at + 1] == '\n';
        } else if (kind == CHARACTER_SPACE) {
            space = true;
        } else if (kind != CHARACTER_IGNORABLE) {
            break;
        }
    }
    if (breaks > 0)
        return breaks == 1 ? GAP_LINE : GAP_PARAGRAPH;
    return space ? GAP_SPACE : GAP_NONE;
}

/* Which letters a word, or a part of it, has: bits that tell its case without a branch. */
enum shape {
    SHAPE_UPPER = 1,       /* a capital */
    SHAPE_UPPERS = 2,      /* several */
    SHAPE_UPPER_FIRST = 4, /* one as the first character */
    SHAPE_LOWER = 8        /* a small letter */
};

static const uint8_t shape_case[16] = {
    [0] = CASE_NONE,
    [SHAPE_LOWER] = CASE_LOWER,
    [SHAPE_UPPER] = CASE_TITLE,
    [SHAPE_UPPER | SHAPE_UPPER_FIRST] = CASE_TITLE,
    [SHAPE_UPPER | SHAPE_UPPER_FIRST | SHAPE_LOWER] = CASE_TITLE,
    [SHAPE_UPPER | SHAPE_UPPERS] = CASE_UPPER,
    [SHAPE_UPPER | SHAPE_UPPERS | SHAPE_UPPER_FIRST] = CASE_UPPER,
    [SHAPE_UPPER | SHAPE_LOWER] = CASE_MIXED,
    [SHAPE_UPPER | SHAPE_UPPERS | SHAPE_LOWER] = CASE_MIXED,
    [SHAPE_UPPER | SHAPE_UPPERS | SHAPE_UPPER_FIRST | SHAPE_LOWER] = CASE_MIXED,
};

/* The shape of letters, given by a bit for each (eight.h), and of the capitals among them. */
static inline unsigned shape_of(uint64_t letters, uint64_t upper) {
    return (unsigned)(upper != 0) | (unsigned)((upper & (upper - 1)) != 0) << 1 |
           (unsigned)(upper & 0x80) >> 5 | (unsigned)(letters != upper) << 3;
}

/* The shape of a word of which `more` follows on `shape`. */
static inline unsigned shape_join(unsigned shape, unsigned more) {
    return shape | (more & ~(unsigned)SHAPE_UPPER_FIRST) | (shape & more & SHAPE_UPPER) << 1;
}

/* ASCII letters and digits at a place, at most eight, of a word or a number. */
struct run {
    uint64_t folded;  /* the bytes, the first the lowest */
    uint64_t letters; /* a bit for each of them that is a letter (eight.h) */
    uint64_t upper;   /* and a capital */
    unsigned count;
};

/* Reads a run without a branch for each byte: nearly every word is one or two. Bit 0x20 is what
 * lower case adds to a letter, and every digit has it. */
static inline struct run run_of(uint64_t bytes) {
    uint64_t letters = eight_letters(bytes);
    uint64_t others = ~(letters | eight_digits(bytes)) & EIGHT_TIMES(0x80);
    /* All below the first that is no letter or digit; all if there is none. */
    uint64_t taken = others ? ((others & -others) >> 7) - 1 : UINT64_MAX;
    letters &= taken;
    return (struct run){(bytes | EIGHT_TIMES(0x20)) & taken, letters, letters & ~(bytes << 2),
                        others ? eight_first(others) : 8};
}

/* The eight bytes at `at`, the first the lowest; beyond the end of the text they are 0. */
static inline uint64_t bytes_at(struct text text, size_t at) {
    if (text.size - at >= 8)
        return eight_load_low(text.data + at);
    uint64_t bytes = 0;
    for (size_t i = text.size; i-- > at;)
        bytes = bytes << 8 | (unsigned char)text.data[i];
    return bytes;
}

/* A word or number being read. */
struct word {
    size_t start, end;
    struct hasher hasher;
    unsigned shape;
    bool letters; /* there is one: no number */
};

static void take_ascii(struct text text, struct word *word) {
    struct run run = {.count = 8};
    while (run.count == 8 && word->end < text.size) {
        run = run_of(bytes_at(text, word->end));
        if (run.count == 0)
            return;
        unsigned shape = shape_of(run.letters, run.upper);
        word->shape = word->end == word->start ? shape : shape_join(word->shape, shape);
        word->letters |= run.letters != 0;
        hasher_add(&word->hasher, run.folded, run.count);
        word->end += run.count;
    }
}

static void take_case(struct word *word, uint32_t c) {
    unsigned shape = utf8_is_lower(c) ? SHAPE_LOWER : 0;
    if (utf8_is_upper(c))
        shape = SHAPE_UPPER | SHAPE_UPPER_FIRST;
    word->shape = word->end == word->start ? shape : shape_join(word->shape, shape);
}

/* True if the apostrophe at `at` (of `size` bytes) stands between two letters: Jum'at, Ma’ruf. */
static bool joins_letters(struct text text, size_t at, size_t size) {
    size_t next_size;
    uint32_t c;
    return peek(text, at + size, &next_size, &c) == CHARACTER_LETTER;
}

/* Takes the character at word->end if it goes on with the word: a letter or digit beyond ASCII, an
 * apostrophe between letters, an ignorable character. */
static bool take_character(struct text text, struct word *word) {
    size_t size;
    uint32_t c;
    enum character kind = peek(text, word->end, &size, &c);
    if (kind == CHARACTER_APOSTROPHE) {
        if (!word->letters || !joins_letters(text, word->end, size))
            return false;
    } else if (kind == CHARACTER_LETTER) {
        word->letters = true;
        take_case(word, c);
    } else if (kind != CHARACTER_DIGIT && !(kind == CHARACTER_IGNORABLE && size)) {
        return false;
    }
    hasher_add_character(&word->hasher, c);
    word->end += size;
    return true;
}

/* Reads any word or number. */
static void read_word(struct text text, struct token *token) {
    struct word word = {.start = token->start, .end = token->start, .hasher = {.hash = HASH_START}};
    do
        take_ascii(text, &word);
    while (word.end < text.size && take_character(text, &word));
    token->hash = hasher_finish(&word.hasher);
    token->end = (uint32_t)word.end;
    token->kind = word.letters ? TOKEN_WORD : TOKEN_NUMBER;
    token->letter_case = shape_case[word.shape];
}

/* True if an ASCII character before which letters stand ends the word for sure: neither apostrophe
 * nor the '&' of an entity. */
static inline bool ends_word(char c) {
    char class = classes[(unsigned char)c];
    return class != 0 && class < CHARACTER_LETTER && class != CHARACTER_APOSTROPHE &&
           class != CHARACTER_ENTITY;
}

/* Bytes that a plain word and a space before it may take, with what ends it. */
#define PLAIN_BYTES 17

/* Reads a plain word: one to 15 ASCII letters, small ones but for the first, and more ASCII behind
 * them, as nearly every word is. Its letters cost no branch. Sets hash, kind and case; returns the
 * number of bytes, 0 if it is no such word. */
static inline unsigned read_plain_word(const char *bytes, struct token *token) {
    uint64_t eight = eight_load_low(bytes), others = eight_no_letters(eight);
    uint64_t hash = HASH_START, capitals = eight_capitals(eight);
    unsigned count = 0;
    if (!others) {
        if (capitals & ~UINT64_C(0x80))
            return 0;
        hash = hash_eight(hash, eight | EIGHT_TIMES(0x20));
        eight = eight_load_low(bytes + 8);
        others = eight_no_letters(eight);
        if (!others || (eight_capitals(eight) & eight_below(others)))
            return 0;
        count = 8;
    } else {
        capitals &= eight_below(others);
    }
    count += eight_first(others);
    if (count == 0 || (capitals & ~UINT64_C(0x80)) || !ends_word(bytes[count]))
        return 0;
    _Static_assert(CASE_TITLE == CASE_LOWER + 1, "a capital adds one");
    token->hash = hash_finish(hash_eight(hash, (eight | EIGHT_TIMES(0x20)) & eight_below(others)));
    token->kind = TOKEN_WORD;
    token->letter_case = (uint8_t)(CASE_LOWER + (capitals != 0));
    return count;
}

/* The end of a mark of `size` bytes: one character, or a run of the same character ("...", "----").
 */
static size_t mark_end(struct text text, size_t start, uint32_t mark, size_t size) {
    size_t at = start + size, next;
    uint32_t c;
    bool runs =
        mark == '.' || mark == '-' || mark == '*' || mark == '=' || mark == '_' || mark == 0x2026;
    while (runs && peek(text, at, &next, &c) == CHARACTER_MARK && c == mark)
        at += next;
    return at;
}

/* The hash of a mark that begins with the character `mark`; nearly all are one ASCII character. */
static uint64_t mark_hash(struct text text, size_t start, size_t end, uint32_t mark) {
    unsigned char c = (unsigned char)text.data[start];
    if (end - start == 1)
        return hash_finish(hash_eight(HASH_START, c == '`' ? '\'' : c));
    if (text.data[start] == '&') { /* &ndash; is – */
        char room[4];
        return token_hash((struct text){room, utf8_encode(mark, room)});
    }
    return token_hash(text_slice(text, (struct span){start, end}));
}

/* Two apostrophes of one form right after another are one double quotation mark: ''kata'',
 * ``kata''. */
static bool doubled_apostrophe(struct text text, size_t at, uint32_t mark, size_t size) {
    size_t next;
    uint32_t c;
    return peek(text, at + size, &next, &c) == CHARACTER_APOSTROPHE && c == mark;
}

/* Reads a mark of one ASCII character, as most are; false, and nothing done, if it is none. */
static inline bool read_plain_mark(struct text text, struct token *token) {
    if (text.size - token->start < 2)
        return false;
    char c = text.data[token->start], behind = classes[(unsigned char)text.data[token->start + 1]];
    if (classes[(unsigned char)c] != CHARACTER_MARK || behind == 0 || behind == CHARACTER_ENTITY ||
        text.data[token->start + 1] == c)
        return false;
    token->hash = hash_finish(hash_eight(HASH_START, (unsigned char)c));
    token->end = token->start + 1;
    token->kind = TOKEN_MARK;
    token->letter_case = CASE_NONE;
    return true;
}

/* Reads any token from its start: sets hash, end, kind and case. */
static void read_token(struct text text, struct token *token) {
    size_t size, start = token->start, end;
    uint32_t c;
    enum character kind = peek(text, start, &size, &c);
    if (kind == CHARACTER_LETTER || kind == CHARACTER_DIGIT) {
        read_word(text, token);
        return;
    }
    token->kind = TOKEN_MARK;
    token->letter_case = CASE_NONE;
    end = start + size;
    if (kind == CHARACTER_QUOTE) {
        token->kind = TOKEN_QUOTE;
    } else if (kind == CHARACTER_APOSTROPHE) {
        bool doubled = doubled_apostrophe(text, start, c, size);
        token->kind = doubled ? TOKEN_QUOTE : TOKEN_APOSTROPHE;
        end += doubled ? size : 0;
    } else {
        end = mark_end(text, start, c, size);
    }
    token->end = (uint32_t)end;
    token->hash = mark_hash(text, start, end, c);
}

/* Reads the token at or behind `at`, which is in the text; false if there is none. */
static inline bool next_token(struct text text, size_t at, struct token *token) {
    token->cut = 0;
    token->word = 0;
    if (text.size - at >= PLAIN_BYTES) {
        bool space = text.data[at] == ' ';
        unsigned size = read_plain_word(text.data + at + space, token);
        token->start = (uint32_t)(at + space);
        token->end = token->start + size;
        token->gap = (uint8_t)(space ? GAP_SPACE : GAP_NONE);
        if (size)
            return true;
    }
    token->gap = (uint8_t)skip_space(text, &at);
    token->start = (uint32_t)at;
    if (at < text.size && !read_plain_mark(text, token))
        read_token(text, token);
    return at < text.size;
}

/* The tokens of the whole text if it goes on as it did up to `at`, and some: a text of nothing but
 * marks has five times the tokens of prose, and growing step by step would hold each step's array.
 */
static size_t forecast(struct text text, size_t at, size_t count) {
    uint64_t rest = text.size - at;
    return count + (size_t)(rest * count / at) + count / 64 + 8;
}

struct tokens tokenise(struct arena *arena, struct text text) {
    /* A first guess of one token in five bytes is right for prose; growing copes with the rest. */
    size_t capacity = text.size / 5 + 8, count = 0;
    struct token *tokens = arena_alloc_array_uncleared(arena, capacity, sizeof *tokens);
    for (size_t at = 0; at < text.size && next_token(text, at, &tokens[count]);) {
        at = tokens[count++].end;
        if (count == capacity)
            tokens = arena_grow(arena, tokens, count, forecast(text, at, count), sizeof *tokens,
                                &capacity);
    }
    if (count > 0)
        tokens[0].gap = GAP_PARAGRAPH;
    return (struct tokens){tokens, count};
}

struct text token_text(struct text text, const struct token *token) {
    return text_slice(text, (struct span){token->start, token->end});
}

bool token_is(struct text text, const struct token *token, const char *mark) {
    unsigned char first = (unsigned char)text.data[token->start];
    if (first == (unsigned char)mark[0]) /* it decides nearly always */
        return text_is(token_text(text, token), mark);
    /* Another form of the mark: an entity, a hyphen that does not break. */
    return (first == '&' || first == 0xE2) && token->kind == TOKEN_MARK &&
           token->hash == token_hash(text_of(mark));
}

static bool token_begins_before(const void *token, const void *offset) {
    return ((const struct token *)token)->start < *(const size_t *)offset;
}

size_t tokens_at(struct tokens tokens, size_t offset) {
    return search_first(tokens.at, tokens.count, sizeof *tokens.at, &offset, token_begins_before);
}

int32_t token_number(struct text text, const struct token *token) {
    return token->kind == TOKEN_NUMBER ? decimal_read(token_text(text, token)) : -1;
}
