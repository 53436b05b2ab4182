/* Title, dateline and publisher as the text itself tells them: see draft.h. Before: clean.c and
 * repeats.c. After: dates, and the sentences, which begin behind the dateline. */
#include <config.h>

#include "intake/draft.h"

#include <string.h>

/* Words that a title told from the text has; tokens and words that a dateline has at most. */
#define TITLE_WORDS 4
#define TITLE_WORDS_MOST 40
#define DATELINE_TOKENS 40
#define DATELINE_WORDS 10

/* A dateline joined to the text by a hyphen without space (MUARASABAK-Dalam rangka) is a name of at
 * least so many capitals; shorter ones are pairs of abbreviations (TNI-Polri). */
#define JOINED_BYTES 6

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

static bool is_word(const struct token *token) {
    return token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
}

/* The first line from `i` on that is not cut. */
static size_t next_line(const struct draft *draft, size_t i) {
    while (i < draft->line_count && draft->lines[i].cut)
        i++;
    return i;
}

/* True if the line has the words of the title, whatever the marks between them. */
static bool is_title_again(const struct draft *draft, const struct line *line) {
    struct tokens title = tokenise(draft->arena, draft->article->title);
    size_t k = line->first;
    for (size_t i = 0; i < title.count; i++) {
        if (!is_word(&title.at[i]))
            continue;
        while (k < line->end && !is_word(at(draft, k)))
            k++;
        if (k == line->end || at(draft, k)->hash != title.at[i].hash)
            return false;
        k++;
    }
    while (k < line->end && !is_word(at(draft, k)))
        k++;
    return k == line->end;
}

static bool is_dash(const struct draft *draft, size_t token) {
    const struct token *t = at(draft, token);
    if (t->kind != TOKEN_MARK)
        return false;
    struct text text = token_text(draft->article->text, t);
    return text_starts(text, "-") || text_starts(text, "–") || text_starts(text, "—");
}

/* A dash that parts a dateline from the text: with white space beside it, or a long one, or behind
 * a name in capitals. */
static bool is_parting(const struct draft *draft, size_t dash, size_t first) {
    struct tokens tokens = draft->article->tokens;
    if (dash == first || dash + 1 >= tokens.count)
        return false;
    const struct token *before = at(draft, dash - 1), *mark = at(draft, dash),
                       *after = at(draft, dash + 1);
    if (mark->gap != GAP_NONE || after->gap != GAP_NONE || mark->end - mark->start > 1)
        return !(after->kind == TOKEN_WORD && after->letter_case == CASE_LOWER);
    return before->letter_case == CASE_UPPER && before->end - before->start >= JOINED_BYTES &&
           after->letter_case == CASE_TITLE && dash == first + 1;
}

/* A part of a name on the web: joined by full stops without space. */
static bool is_domain_part(const struct draft *draft, size_t token) {
    struct tokens tokens = draft->article->tokens;
    if (at(draft, token)->kind != TOKEN_WORD)
        return false;
    bool stop_after =
        token + 2 < tokens.count && draft_is(draft, token + 1, ".") &&
        at(draft, token + 1)->gap == GAP_NONE && at(draft, token + 2)->gap == GAP_NONE &&
        at(draft, token + 2)->kind == TOKEN_WORD && at(draft, token + 2)->letter_case != CASE_TITLE;
    bool stop_before = token > 1 && draft_is(draft, token - 1, ".") &&
                       at(draft, token)->gap == GAP_NONE && at(draft, token - 1)->gap == GAP_NONE &&
                       at(draft, token)->letter_case != CASE_TITLE;
    return stop_after || stop_before;
}

/* True if the token may stand in a dateline: names, dates, a site, and the marks between them. */
static bool is_dateline_part(const struct draft *draft, size_t token) {
    const struct token *t = at(draft, token);
    if (t->cut)
        return false;
    if (t->kind == TOKEN_NUMBER)
        return true;
    if (t->kind == TOKEN_WORD)
        return t->letter_case >= CASE_TITLE || is_domain_part(draft, token);
    char c = draft->article->text.data[t->start];
    return t->kind == TOKEN_MARK && strchr(",./|()*:[]_", c) != NULL;
}

/* The last part of a site's name; degrees are joined by full stops too (SE.MM). */
static bool is_top_domain(const struct draft *draft, size_t token) {
    static const char *const names[] = {"id", "com", "net",  "org", "co",
                                        "go", "tv",  "info", "news"};
    struct text text = token_text(draft->article->text, at(draft, token));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal_ascii_nocase(text, text_of(names[i])))
            return true;
    return false;
}

/* True if the comma at `comma` closes the name of a site: WAIBAKUL, ***example.go.id***, */
static bool closes_site(const struct draft *draft, size_t comma, size_t first) {
    if (!draft_is(draft, comma, ","))
        return false;
    size_t i = comma - 1;
    while (i > first && text_starts(token_text(draft->article->text, at(draft, i)), "*"))
        i--;
    return i > first + 1 && is_domain_part(draft, i) && is_top_domain(draft, i);
}

/* The dateline that begins at token `first`: the token after it, or `first` if there is none. */
static size_t dateline_end(const struct draft *draft, size_t first) {
    size_t words = 0, count = draft->article->tokens.count;
    bool comma = false;
    for (size_t i = first; i < count && i < first + DATELINE_TOKENS && words <= DATELINE_WORDS;
         i++) {
        if (is_dash(draft, i) && is_parting(draft, i, first))
            return i + 1;
        if ((i > first && at(draft, i)->gap == GAP_PARAGRAPH) || !is_dateline_part(draft, i))
            return first;
        if (comma && closes_site(draft, i, first))
            return i + 1;
        comma = comma || (i > first && draft_is(draft, i, ","));
        words += is_word(at(draft, i)) && !is_domain_part(draft, i);
    }
    return first;
}

/* A line of its own: BELTIM | Lensaexpose.com, Lampung. */
static bool is_dateline_line(const struct draft *draft, size_t number) {
    const struct line *line = &draft->lines[number];
    if (line->prose || line->words > DATELINE_WORDS || number + 1 >= draft->line_count)
        return false;
    const struct hit *place = hits_at(&draft->article->hits, line->first, LEXEME_REGION);
    if (!place || place->end > line->end)
        return false;
    return place->end == line->end || draft_is(draft, place->end, "|") ||
           draft_is(draft, place->end, "(") || draft_is(draft, place->end, ",") ||
           draft_is(draft, place->end, "/");
}

/* Reads place and publisher from the dateline's tokens [first, end). */
static void read_dateline(struct draft *draft, size_t first, size_t end) {
    struct article *article = draft->article;
    const struct hit *region = hits_at(&article->hits, first, LEXEME_REGION);
    size_t i = first, site = 0, site_end = 0;
    while (i < end && is_word(at(draft, i)) && !is_domain_part(draft, i) &&
           at(draft, i)->letter_case != CASE_MIXED)
        i++;
    if (region && region->end <= end && region->end > i)
        i = region->end;
    if (i > first)
        article->dateline_place = (struct span){at(draft, first)->start, at(draft, i - 1)->end};
    for (size_t k = i; k < end && !site_end; k++) {
        if (!is_word(at(draft, k)) || at(draft, k)->kind == TOKEN_NUMBER)
            continue;
        site = k;
        for (site_end = k; site_end < end &&
                           (is_word(at(draft, site_end)) || is_domain_part(draft, site_end + 1));
             site_end++)
            ;
    }
    if (!article->publisher.data && site_end > site)
        article->publisher = text_slice(
            article->text, (struct span){at(draft, site)->start, at(draft, site_end - 1)->end});
}

/* True if line `i` can be the headline of a text that comes without: long enough, or all that
 * stands above the prose. */
static bool may_be_title(const struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    if (i >= draft->body || line->words > TITLE_WORDS_MOST || draft_is(draft, line->end - 1, "."))
        return false;
    if (line->words >= TITLE_WORDS)
        return true;
    bool alone = line->words > 1 && next_line(draft, i + 1) == draft->body;
    return alone && !is_dateline_line(draft, i) && dateline_end(draft, line->first) == line->first;
}

/* Finds the title's line at or after `i`; returns the line after it, or `i`. */
static size_t tell_title(struct draft *draft, size_t i) {
    struct article *article = draft->article;
    if (i >= draft->line_count)
        return i;
    const struct line *line = &draft->lines[i];
    bool found = article->title.data ? is_title_again(draft, line) : may_be_title(draft, i);
    if (!found)
        return i;
    if (!article->title.data)
        article->title = text_slice(article->text, line->span);
    article->title_span = line->span;
    return i + 1;
}

/* Reads the dateline at the beginning of the line; the token after it, or 0 if there is none. */
static size_t tell_dateline(struct draft *draft, size_t line) {
    struct article *article = draft->article;
    if (line >= draft->line_count)
        return 0;
    size_t first = draft->lines[line].first, end = dateline_end(draft, first);
    if (end == first && is_dateline_line(draft, line))
        end = draft->lines[line].end;
    if (end == first)
        return 0;
    read_dateline(draft, first, end);
    article->dateline = (struct span){at(draft, first)->start, at(draft, end - 1)->end};
    return end;
}

/* COPYRIGHT © ANTARA News Bangka Belitung 2024: the name between the sign and the year. */
static void tell_publisher(struct draft *draft) {
    struct article *article = draft->article;
    for (size_t i = 0; i < draft->line_count && !article->publisher.data; i++) {
        const struct line *line = &draft->lines[i];
        size_t first = line->first;
        while (line->cut && first < line->end && !draft_is(draft, first, "©"))
            first++;
        if (!line->cut || first == line->end)
            continue;
        while (++first < line->end && at(draft, first)->kind == TOKEN_NUMBER)
            ;
        size_t end = first;
        while (end < line->end && at(draft, end)->kind == TOKEN_WORD)
            end++;
        if (end > first)
            article->publisher = text_slice(
                article->text, (struct span){at(draft, first)->start, at(draft, end - 1)->end});
    }
}

size_t headline_tell(struct draft *draft) {
    size_t line = next_line(draft, tell_title(draft, next_line(draft, 0)));
    size_t body = tell_dateline(draft, line);
    if (!body && line < draft->body)
        body = tell_dateline(draft, draft->body);
    tell_publisher(draft);
    if (body)
        return body;
    return line < draft->line_count ? draft->lines[line].first : draft->article->tokens.count;
}
