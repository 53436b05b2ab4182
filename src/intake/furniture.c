/* Page furniture by its shape: see clean.h. */
#include <config.h>

#include "base/ascii.h"
#include "intake/clean.h"
#include "intake/dates.h"

/* Words that a breadcrumb or line of sections has at most; one with a single separator, which
 * headlines have too; a date line besides its date. */
#define CRUMB_WORDS 12
#define PAIR_WORDS 6
#define DATE_LINE_WORDS 4
#define TITLE_WORDS_BESIDE_DATE 3

/* Words that a headline has at least, where the record has no title of its own. */
#define HEADLINE_WORDS 4

/* Letters that a glued menu has at least, and capitals inside it. */
#define GLUED_BYTES 10
#define GLUED_CAPITALS 2

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

/* DaerahParlemenPemerintahan: one word of letters with capitals inside, from links without space
 * between. */
static bool is_glued(const struct draft *draft, const struct line *line) {
    struct text text = text_slice(draft->article->text, line->span);
    size_t capitals = 0;
    bool lower = false;
    if (line->end - line->first > 3 || text.size < GLUED_BYTES)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == ' ' || c == '.')
            return false;
        capitals += lower && ascii_is_upper(c);
        lower = ascii_is_lower(c);
    }
    return capitals >= GLUED_CAPITALS;
}

static bool is_separator(const struct draft *draft, size_t token) {
    static const char *const marks[] = {"»", ">", "›", "|", "/", "·", "•", "→"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (draft_is(draft, token, marks[i]))
            return at(draft, token)->gap == GAP_SPACE;
    return false;
}

/* Home / Berita / Kota; Sumbar | Ranah | Opini. One bar alone may be a dateline, if a region stands
 * before it. */
static bool is_crumb(const struct draft *draft, const struct line *line) {
    size_t separators = 0, bars = 0;
    if (line->words > CRUMB_WORDS || draft_ends_sentence(draft, line->end - 1))
        return false;
    for (size_t i = line->first + 1; i < line->end; i++) {
        separators += is_separator(draft, i);
        bars += draft_is(draft, i, "|");
        if (at(draft, i)->kind == TOKEN_QUOTE && !is_separator(draft, i))
            return false;
    }
    const struct hit *place = hits_at(&draft->article->hits, line->first, LEXEME_REGION);
    return (separators > 1 || (separators == 1 && line->words <= PAIR_WORDS)) &&
           !(separators == 1 && bars == 1 && place && draft_is(draft, place->end, "|"));
}

/* A line of names of sections, at least half of its words. */
static bool is_sections(const struct draft *draft, const struct line *line) {
    size_t covered = 0, count = 0;
    if (line->words > CRUMB_WORDS)
        return false;
    for (size_t i = line->first; i < line->end;) {
        size_t end = draft_form_end(draft, i, BOILERPLATE_SECTION);
        count += end > 0;
        covered += end > 0 ? end - i : 0;
        i = end > 0 ? end : i + 1;
    }
    return covered * 2 >= line->words && (count > 2 || count == line->words);
}

/* #kota #pns */
static bool is_tags(const struct draft *draft, const struct line *line) {
    size_t tags = 0;
    for (size_t i = line->first; i < line->end; i++)
        tags += draft_is(draft, i, "#");
    return tags > 0 && (tags * 3 >= line->words || tags > 2);
}

/* The date of the page or article, alone or with the name of the paper and the time; behind the
 * prose alone, because there it may be an item of a programme; "6. Lomba Masak, Rabu 26 Desember"
 * is one anywhere. */
static bool is_date_line(struct draft *draft, size_t number) {
    const struct line *line = &draft->lines[number];
    struct scope scope = draft_scope(draft);
    struct page_date date;
    size_t others;
    bool item =
        at(draft, line->first)->kind == TOKEN_NUMBER && draft_is(draft, line->first + 1, ".");
    if (item || line->words > CRUMB_WORDS + DATE_LINE_WORDS ||
        !date_line_read(&scope, line->first, line->end, &date, &others) ||
        others > (number < draft->body ? DATE_LINE_WORDS : 1) ||
        draft_ends_sentence(draft, line->end - 1))
        return false;
    if (!date.with_time && hits_at(&draft->article->hits, line->first, LEXEME_REGION))
        return false; /* "Ciamis - 2 November 2020": a dateline */
    if (others >= TITLE_WORDS_BESIDE_DATE && !date.with_time && !draft->headline &&
        !draft->article->title.data)
        return false; /* a headline that has a date, for all one can tell */
    if (!date_is_set(draft->page_date.date) || (date.with_time && !draft->page_date.with_time))
        draft->page_date = date;
    return true;
}

/* kotaanyname.go.id: where the text was taken from, alone in its line. */
static bool is_address(const struct draft *draft, const struct line *line) {
    struct text text = text_slice(draft->article->text, line->span);
    size_t stops = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        stops += c == '.';
        if (!(ascii_is_lower(c) || ascii_is_digit(c) || c == '.' || c == '-'))
            return false;
    }
    return stops > 0 && text.data[0] != '.' && text.data[text.size - 1] != '.';
}

/* The whole line in parentheses or brackets: a signature, or buttons. */
static bool is_bracketed(const struct draft *draft, const struct line *line) {
    bool round = draft_is(draft, line->first, "(") && draft_is(draft, line->end - 1, ")");
    bool square = draft_is(draft, line->first, "[") && draft_is(draft, line->end - 1, "]");
    return (round || square) && line->end - line->first <= SIGNATURE_TOKENS;
}

/* A short line before the headline of a scraped page: names of menus and papers. Lines come from
 * the last to the first. */
static bool is_above_headline(struct draft *draft, size_t i) {
    if (draft->article->title.data || i >= draft->body)
        return false;
    if (draft->lines[i].words < HEADLINE_WORDS)
        return draft->headline;
    draft->headline = true;
    return false;
}

bool furniture_is(struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    if (is_date_line(draft, i) || is_glued(draft, line) || is_crumb(draft, line) ||
        is_tags(draft, line))
        return true;
    if (is_sections(draft, line) && line->words > 0)
        return true;
    return (i >= draft->body_end && is_bracketed(draft, line)) ||
           (i > 0 && i == draft->body_end && i + 1 == draft->line_count &&
            is_address(draft, line)) ||
           (i < draft->body && draft_is(draft, line->first, "[") && is_bracketed(draft, line)) ||
           is_above_headline(draft, i);
}
