/* Splits text into tokens: see token.h. Before: checked UTF-8. After: lexicon lookups and
 * sentences. */
#include <config.h>

#include "base/token.h"

#include <string.h>

#include "base/utf8.h"

/* FNV-1a over the folded bytes, finished with a mixing step: short words must differ in all bits.
 */
#define HASH_START UINT64_C(14695981039346656037)
#define HASH_PRIME UINT64_C(1099511628211)

static uint64_t hash_byte(uint64_t hash, unsigned char byte) { return (hash ^ byte) * HASH_PRIME; }

static uint64_t hash_finish(uint64_t hash) {
    hash ^= hash >> 32;
    hash *= UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ (hash >> 29);
}

/* A word with characters beyond ASCII, a piece of the word at a time so that a word of any length
 * needs no memory. */
static uint64_t hash_beyond_ascii(struct text word) {
    uint64_t hash = HASH_START;
    char room[16];
    for (size_t i = 0, size; i < word.size; i += size) {
        uint32_t c = utf8_decode(word, i, &size);
        if (utf8_is_ignorable(c))
            continue;
        size_t used = utf8_encode(utf8_fold_character(c), room);
        for (size_t k = 0; k < used; k++)
            hash = hash_byte(hash, (unsigned char)room[k]);
    }
    return hash_finish(hash);
}

uint64_t token_hash(struct text word) {
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < word.size; i++) {
        unsigned char c = (unsigned char)word.data[i];
        if (c >= 0x80)
            return hash_beyond_ascii(word);
        if (c >= 'A' && c <= 'Z')
            c = (unsigned char)(c + 32);
        else if (c == '`')
            c = '\'';
        hash = hash_byte(hash, c);
    }
    return hash_finish(hash);
}

/* What one character can be part of. */
enum character {
    CHARACTER_SPACE,
    CHARACTER_BREAK,
    CHARACTER_IGNORABLE,
    CHARACTER_LETTER,
    CHARACTER_DIGIT,
    CHARACTER_QUOTE,
    CHARACTER_APOSTROPHE,
    CHARACTER_MARK
};

static enum character classify_ascii(uint32_t c) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
        return CHARACTER_LETTER;
    if (c >= '0' && c <= '9')
        return CHARACTER_DIGIT;
    if (c == '\n' || c == '\r')
        return CHARACTER_BREAK;
    if (c <= ' ' || c == 0x7f)
        return CHARACTER_SPACE;
    if (c == '"')
        return CHARACTER_QUOTE;
    if (c == '\'' || c == '`')
        return CHARACTER_APOSTROPHE;
    return CHARACTER_MARK;
}

static enum character classify(uint32_t c) {
    if (c < 0x80)
        return classify_ascii(c);
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
    *c = utf8_decode(cursor->text, at, size);
    return classify(*c);
}

/* Skips white space and ignorable characters, counting line breaks; CRLF is one. */
static void skip_space(struct cursor *cursor) {
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

static enum token_gap gap_before(const struct cursor *cursor, bool first) {
    if (first || cursor->breaks >= 2)
        return GAP_PARAGRAPH;
    if (cursor->breaks == 1)
        return GAP_LINE;
    return cursor->space ? GAP_SPACE : GAP_NONE;
}

/* Letters of a word counted by case. */
struct case_count {
    size_t upper, lower;
    bool first_upper;
};

static void count_case(struct case_count *count, uint32_t c, bool first) {
    if (utf8_is_upper(c)) {
        count->upper++;
        count->first_upper |= first;
    } else if (utf8_is_lower(c)) {
        count->lower++;
    }
}

static enum token_case case_of(const struct case_count *count) {
    if (count->upper == 0)
        return count->lower ? CASE_LOWER : CASE_NONE;
    if (count->lower == 0)
        return count->upper == 1 ? CASE_TITLE : CASE_UPPER;
    return count->upper == 1 && count->first_upper ? CASE_TITLE : CASE_MIXED;
}

/* True if the apostrophe at `at` (of `size` bytes) stands between two letters: Jum'at, Ma’ruf. */
static bool joins_letters(const struct cursor *cursor, size_t at, size_t size) {
    size_t next_size;
    uint32_t c;
    return peek(cursor, at + size, &next_size, &c) == CHARACTER_LETTER;
}

/* Runs over a word or number from cursor->at; returns its end. */
static size_t word_end(const struct cursor *cursor, struct case_count *count, bool *letters) {
    size_t at = cursor->at, size;
    uint32_t c;
    bool first = true;
    for (;; at += size) {
        enum character kind = peek(cursor, at, &size, &c);
        if (kind == CHARACTER_LETTER) {
            *letters = true;
            count_case(count, c, first);
        } else if (kind == CHARACTER_APOSTROPHE) {
            if (first || !*letters || !joins_letters(cursor, at, size))
                return at;
        } else if (kind != CHARACTER_DIGIT && !(kind == CHARACTER_IGNORABLE && size)) {
            return at;
        }
        first = false;
    }
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

/* Two apostrophes of one form right after another are one double quotation mark: ''kata''. */
static bool doubled_apostrophe(const struct cursor *cursor, uint32_t mark, size_t size) {
    size_t next;
    uint32_t c;
    return mark != '`' && peek(cursor, cursor->at + size, &next, &c) == CHARACTER_APOSTROPHE &&
           c == mark;
}

/* Reads the token at cursor->at and moves behind it. */
static struct token next_token(struct cursor *cursor) {
    struct token token = {0};
    struct case_count count = {0};
    size_t size;
    uint32_t c;
    bool letters = false;
    enum character kind = peek(cursor, cursor->at, &size, &c);
    size_t end = cursor->at + size;
    if (kind == CHARACTER_LETTER || kind == CHARACTER_DIGIT) {
        end = word_end(cursor, &count, &letters);
        token.kind = letters ? TOKEN_WORD : TOKEN_NUMBER;
        token.letter_case = (uint8_t)case_of(&count);
    } else if (kind == CHARACTER_QUOTE) {
        token.kind = TOKEN_QUOTE;
    } else if (kind == CHARACTER_APOSTROPHE) {
        bool doubled = doubled_apostrophe(cursor, c, size);
        token.kind = doubled ? TOKEN_QUOTE : TOKEN_APOSTROPHE;
        end += doubled ? size : 0;
    } else {
        token.kind = TOKEN_MARK;
        end = mark_end(cursor, c, size);
    }
    token.start = (uint32_t)cursor->at;
    token.end = (uint32_t)end;
    token.hash = token_hash(text_slice(cursor->text, (struct span){cursor->at, end}));
    cursor->at = end;
    return token;
}

struct tokens tokenise(struct arena *arena, struct text text) {
    struct cursor cursor = {.text = text};
    struct tokens tokens = {0};
    /* A first guess of one token in five bytes is right for prose; growing copes with the rest. */
    size_t capacity = text.size / 5 + 8;
    tokens.at = arena_alloc_array(arena, capacity, sizeof *tokens.at);
    for (;;) {
        cursor.breaks = 0;
        cursor.space = false;
        skip_space(&cursor);
        if (cursor.at >= text.size)
            return tokens;
        tokens.at = arena_grow(arena, tokens.at, tokens.count, tokens.count + 1, sizeof *tokens.at,
                               &capacity);
        enum token_gap gap = gap_before(&cursor, tokens.count == 0);
        tokens.at[tokens.count] = next_token(&cursor);
        tokens.at[tokens.count++].gap = (uint8_t)gap;
    }
}

struct text token_text(struct text text, const struct token *token) {
    return text_slice(text, (struct span){token->start, token->end});
}

bool token_is(struct text text, const struct token *token, const char *mark) {
    size_t size = strlen(mark);
    return token->end - token->start == size && memcmp(text.data + token->start, mark, size) == 0;
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
