/* Reads pinpoints and gives them to citations: see pinpoint.h. */
#include <config.h>

#include "extract/pinpoint.h"

#include "base/ascii.h"

#define LINK_TOKENS 3   /* between a part and its law: "Pasal 5 sebagaimana dimaksud dalam UU" */
#define NEAR_TOKENS 16  /* between a law and a part named after it */
#define AFTER_TOKENS 60 /* the same, where the law's title stands between */

/* The level of the part that is being read. */
enum level { LEVEL_ARTICLE, LEVEL_PARAGRAPH, LEVEL_LETTER, LEVEL_POINT };

/* "76", and "76D", which is one token. */
static bool is_number(const struct citation_reader *reader, size_t i) {
    if (!reader_goes_on(reader, i))
        return false;
    char first = reader->text.data[reader->tokens[i].start];
    return ascii_is_digit(first);
}

static bool is_letter(const struct citation_reader *reader, size_t i) {
    return reader_goes_on(reader, i) && reader->tokens[i].kind == TOKEN_WORD &&
           reader->tokens[i].end - reader->tokens[i].start == 1;
}

/* The token after a number said again in words, "2 (dua)"; `i` itself if there is none. */
static size_t words_end(const struct citation_reader *reader, size_t i) {
    bool in_words = reader_is(reader, i, "(") && reader_goes_on(reader, i + 1) &&
                    reader->tokens[i + 1].kind == TOKEN_WORD &&
                    reader->tokens[i + 1].letter_case == CASE_LOWER &&
                    reader->tokens[i + 1].end - reader->tokens[i + 1].start > 1 &&
                    reader_is(reader, i + 2, ")");
    return in_words ? i + 3 : i;
}

/* The token after the value that begins at `i`: "76D", "76 D", "(1)", "1", "2 (dua)", "g", "(g)";
 * `i` itself if there is none. */
static size_t value_end(const struct citation_reader *reader, size_t i, enum level level) {
    if (level == LEVEL_LETTER && reader_is(reader, i, "(") && is_letter(reader, i + 1) &&
        reader_is(reader, i + 2, ")"))
        return i + 3;
    if (level == LEVEL_LETTER)
        return is_letter(reader, i) ? i + 1 : i;
    if (reader_is(reader, i, "(") && is_number(reader, i + 1) && reader_is(reader, i + 2, ")"))
        return i + 3;
    if (!is_number(reader, i))
        return i;
    i++;
    bool letter = level == LEVEL_ARTICLE && is_letter(reader, i) && reader_is_name(reader, i);
    return letter ? i + 1 : words_end(reader, i);
}

static bool level_of(enum citation_word word, enum level *level) {
    switch (word) {
    case WORD_ARTICLE:
        *level = LEVEL_ARTICLE;
        return true;
    case WORD_PARAGRAPH:
        *level = LEVEL_PARAGRAPH;
        return true;
    case WORD_LETTER:
        *level = LEVEL_LETTER;
        return true;
    case WORD_POINT:
        *level = LEVEL_POINT;
        return true;
    default:
        return false;
    }
}

/* The token after the value of a part whose word stands at `i`; `i` itself if there is none. */
static size_t part_value_end(const struct citation_reader *reader, size_t i, enum level next,
                             enum level *level) {
    size_t value = reader_is(reader, i + 1, ".") ? i + 2 : i + 1;
    size_t end = value_end(reader, value, next);
    if (end == value)
        return i;
    *level = next;
    return end;
}

/* The token after one part "ayat (1)"; `i` itself if there is none. */
static size_t part_end(const struct citation_reader *reader, size_t i, enum level *level) {
    enum level next;
    if (!level_of(reader_word(reader, i), &next))
        return i;
    return part_value_end(reader, i, next, level);
}

/* "ke-1": the first point. */
static size_t ordinal_end(const struct citation_reader *reader, size_t i) {
    bool ke = reader_goes_on(reader, i) &&
              text_equal_ascii_nocase(reader_slice(reader, i, i + 1), TEXT("ke"));
    return ke && reader_is(reader, i + 1, "-") && is_number(reader, i + 2) ? i + 3 : i;
}

/* True if a bare value in a list may end before token `i`: not "Pasal 5 dan 12 orang". */
static bool value_closes(const struct citation_reader *reader, size_t i) {
    if (!reader_goes_on(reader, i) || reader->tokens[i].kind != TOKEN_WORD)
        return true;
    size_t end;
    return reader_word(reader, i) != WORD_ANY || reader_type(reader, i, &end);
}

/* The token after joining words: "jo.", "dan/atau". */
static size_t joining_end(const struct citation_reader *reader, size_t i) {
    while (reader_word(reader, i) == WORD_AND || reader_word(reader, i) == WORD_JOINED ||
           reader_is(reader, i, "/") ||
           (reader_is(reader, i, ".") && reader->tokens[i].gap == GAP_NONE))
        i++;
    return i;
}

/* "s.d." and "s/d": sampai dengan, up to. */
static bool is_until(const struct citation_reader *reader, size_t i) {
    return reader_goes_on(reader, i) && reader_goes_on(reader, i + 2) &&
           text_equal_ascii_nocase(reader_slice(reader, i, i + 1), TEXT("s")) &&
           (reader_is(reader, i + 1, ".") || reader_is(reader, i + 1, "/")) &&
           text_equal_ascii_nocase(reader_slice(reader, i + 2, i + 3), TEXT("d"));
}

/* The token after what a joining word brings in: another part, or a value of the same level. */
static size_t joined_end(const struct citation_reader *reader, size_t i, enum level *level) {
    size_t start = i;
    if (reader_is(reader, i, ","))
        i++;
    enum citation_word word = reader_word(reader, i);
    if (word == WORD_AND || word == WORD_JOINED) {
        i = joining_end(reader, i);
    } else if (word == WORD_RANGE) {
        bool with = reader_goes_on(reader, i + 1) &&
                    text_equal_ascii_nocase(reader_slice(reader, i + 1, i + 2), TEXT("dengan"));
        i += 1 + (size_t)with; /* sampai, sampai dengan */
    } else if (is_until(reader, i)) {
        i += 3 + (size_t)reader_is(reader, i + 3, ".");
    } else if (reader_is(reader, i, "-") || reader_is(reader, i, "–")) {
        i++;
    }
    if (i == start)
        return start;
    size_t end = part_end(reader, i, level);
    if (end > i)
        return end;
    end = value_end(reader, i, *level);
    if (end > i && value_closes(reader, end))
        return end;
    end = value_end(reader, i, LEVEL_ARTICLE); /* "Pasal 12 huruf a, 12 huruf b" */
    enum level next;
    if (end == i || !level_of(reader_word(reader, end), &next) || next == LEVEL_ARTICLE)
        return start;
    *level = LEVEL_ARTICLE;
    return end;
}

/* The token after the pinpoint that begins with the word Pasal at `i`; `i` itself if none does. */
static size_t pinpoint_end(const struct citation_reader *reader, size_t i) {
    enum level level = LEVEL_ARTICLE;
    size_t end = part_value_end(reader, i, LEVEL_ARTICLE, &level);
    if (end == i) { /* "Pasal huruf c": the number was lost */
        end = part_end(reader, i + 1, &level);
        if (end == i + 1)
            return i;
    }
    for (;;) {
        size_t next = part_end(reader, end, &level);
        if (next == end)
            next = ordinal_end(reader, end);
        if (next == end && (reader_is(reader, end, ",") || reader_is(reader, end, ";")) &&
            part_end(reader, end + 1, &level) > end + 1)
            next = part_end(reader, end + 1, &level);
        if (next == end)
            next = joined_end(reader, end, &level);
        if (next == end)
            return end;
        end = next;
    }
}

struct pinpoints pinpoints_read(const struct citation_reader *reader, struct arena *arena) {
    struct pinpoints out = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < reader->count; i++) {
        if (reader->tokens[i].cut || reader->tokens[i].kind != TOKEN_WORD ||
            citation_word_of(reader->vocabulary, &reader->tokens[i]) != WORD_ARTICLE ||
            (i > 0 && reader_word(reader, i - 1) == WORD_TAX))
            continue;
        size_t end = pinpoint_end(reader, i);
        if (end == i)
            continue;
        out.at = arena_grow(arena, out.at, out.count, out.count + 1, sizeof(*out.at), &capacity);
        out.at[out.count++] = (struct pinpoint){i, end};
        i = end - 1;
    }
    return out;
}

/* True if the pinpoint that ends at `end` belongs to the citation at `first`: nothing or only
 * linking words between. */
static bool leads_to(const struct citation_reader *reader, size_t end, size_t first) {
    if (end > first || first - end > LINK_TOKENS || (end < first && !reader_goes_on(reader, end)))
        return false;
    if (end == first)
        return true;
    enum citation_word next = reader_word(reader, end);
    if (end + 1 == first &&
        (next == WORD_PARAGRAPH || next == WORD_LETTER || reader_is(reader, end, "(")))
        return true; /* "Pasal 28D ayat UUD 1945": the paragraph's number was lost */
    return next == WORD_LINK || reader_word(reader, first - 1) == WORD_LINK;
}

/* True if a pinpoint at `first` may belong to the citation that ends at `end`: the same sentence,
 * or the next where it does not stand in a quotation. */
static bool follows(const struct article *article, const struct citation_reader *reader, size_t end,
                    size_t first) {
    size_t most = reader_word(reader, end) == WORD_ABOUT ? AFTER_TOKENS : NEAR_TOKENS;
    if (first < end || first - end > most)
        return false;
    size_t here = sentences_at(article->sentences, reader->tokens[end - 1].start);
    size_t there = sentences_at(article->sentences, reader->tokens[first].start);
    if (here == article->sentences.count || there == article->sentences.count)
        return here == there && first - end <= 4;
    if (here == there)
        return true;
    for (size_t i = end; i < first; i++)
        if (reader->tokens[i].kind == TOKEN_QUOTE)
            return false;
    return there == here + 1 && first > 0 && reader_word(reader, first - 1) == WORD_LINK;
}

void pinpoints_attach(const struct citation_reader *reader, const struct article *article,
                      struct pinpoints pinpoints, const struct citation_draft *citations,
                      size_t count, size_t *result) {
    size_t p = 0;     /* first pinpoint that begins at or after the end of citation i - 1 */
    size_t taken = 0; /* pinpoints before this one are given */
    for (size_t i = 0; i < count; i++) {
        const struct citation_draft *citation = &citations[i];
        result[i] = pinpoints.count;
        while (p < pinpoints.count && pinpoints.at[p].end <= citation->first)
            p++;
        if (p > taken && leads_to(reader, pinpoints.at[p - 1].end, citation->first))
            result[i] = p - 1;
        else if (i > 0 && citations[i - 1].end == citation->first)
            result[i] = result[i - 1]; /* "Pasal 458 KUHP UU 1/2023" */
        if (result[i] == p - 1 && p > 0)
            taken = p;
        if (result[i] < pinpoints.count || p == pinpoints.count)
            continue;
        size_t next = i + 1 < count ? citations[i + 1].first : reader->count;
        bool mine = pinpoints.at[p].end <= next &&
                    follows(article, reader, citation->end, pinpoints.at[p].first);
        if (mine && !(next < reader->count && leads_to(reader, pinpoints.at[p].end, next))) {
            result[i] = p;
            taken = p + 1;
        }
    }
}
