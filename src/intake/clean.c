/* Cutting what is no news: see draft.h. Before: lines.c. After: repeats.c. Nothing is removed:
 * spans are flagged and their tokens marked, so that a reader can see what was left out. A line is
 * cut by its form (boilerplate.tsv) wherever it stands, by its shape (menus, breadcrumbs, dates)
 * only before and after the prose. */
#include <config.h>

#include "intake/clean.h"

/* Words of a line that a form at its beginning may take along. */
#define START_WORDS 40
#define BYLINE_WORDS_BEFORE 3
#define BYLINE_WORDS_BEHIND 6
#define BYLINE_WORDS_WITH_COLON 40
#define TAG_WORDS 6
#define CREDIT_WORDS 5 /* of a photographer's name */

/* Words beside the links of a line that only leads to files, and the line's bytes. */
#define LINKS_WORDS 12
#define LINKS_BYTES 2000

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

/* The first token of the line that is no mark: * [ - # and the like stand before many forms. */
static size_t first_word(const struct draft *draft, const struct line *line) {
    size_t i = line->first;
    while (i + 1 < line->end && at(draft, i)->kind == TOKEN_MARK)
        i++;
    return i;
}

static bool is_form_line(const struct draft *draft, const struct line *line) {
    uint64_t hash = BOILERPLATE_HASH;
    if (line->words == 0 || line->words > BYLINE_WORDS_WITH_COLON)
        return false;
    for (size_t i = line->first; i < line->end; i++)
        hash = boilerplate_hash_add(hash, at(draft, i));
    return boilerplate_is_line(draft->tables->boilerplate, hash);
}

/* True if line `i` stands before the first or after the last prose. */
static bool is_outside(const struct draft *draft, size_t i) {
    return i < draft->body || i >= draft->body_end;
}

/* Penulis: Budi; behind the prose Penulis - Budi, too. Without the mark the line must be short and
 * outside the prose, above it very short: headlines begin with Laporan, Foto and Oleh, too. */
static bool is_byline(const struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    size_t end = draft_form_end(draft, first_word(draft, line), BOILERPLATE_BYLINE);
    if (!end || end > line->end)
        return false;
    bool colon = end < line->end && (draft_is(draft, end, ":") || draft_is(draft, end, "|"));
    bool dash = end < line->end && i >= draft->body_end && at(draft, end)->gap != GAP_NONE &&
                (draft_is(draft, end, "-") || draft_is(draft, end, "–"));
    if (colon || dash)
        return line->words <= BYLINE_WORDS_WITH_COLON;
    size_t most = i < draft->body ? BYLINE_WORDS_BEFORE : BYLINE_WORDS_BEHIND;
    return line->words <= most && is_outside(draft, i) &&
           !draft_ends_sentence(draft, line->end - 1);
}

static bool is_start(const struct draft *draft, const struct line *line) {
    size_t word = first_word(draft, line);
    return line->words <= START_WORDS &&
           (draft_form_end(draft, word, BOILERPLATE_START) || draft_is(draft, line->first, "©"));
}

/* "Baca juga:" with the title of another article behind it, or in the next line. */
static bool cut_link(struct draft *draft, size_t i) {
    struct line *line = &draft->lines[i];
    size_t end = draft_form_end(draft, first_word(draft, line), BOILERPLATE_NEXT);
    if (!end || line->words > START_WORDS)
        return false;
    while (end < line->end && at(draft, end)->kind == TOKEN_MARK)
        end++;
    struct span span = line->span;
    line->cut = true;
    if (end >= line->end && i + 1 < draft->line_count && !draft->lines[i + 1].prose &&
        !draft->lines[i + 1].cut) {
        draft->lines[i + 1].cut = true;
        span.end = draft->lines[i + 1].span.end;
    }
    draft_cut(draft, FLAG_BOILERPLATE, span);
    return true;
}

/* "Berita Terkait", and the lines after it up to the next prose. */
static bool cut_rest(struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    size_t end = draft_form_end(draft, first_word(draft, line), BOILERPLATE_REST);
    if (!end || line->prose || i < draft->body || line->words > START_WORDS)
        return false;
    bool whole = end >= line->end || at(draft, end)->kind == TOKEN_MARK;
    if (!whole)
        return false;
    for (size_t k = i; k < draft->line_count && !draft->lines[k].prose; k++)
        if (!draft->lines[k].cut)
            draft_cut_line(draft, FLAG_BOILERPLATE, k);
    return true;
}

/* The offset behind the link in Markdown at `i`, [words](http...); `i` if none stands there.
 * *middle is where the last link found has its "](", 0 at first: a line of brackets is searched
 * once. */
static size_t markdown_end(struct text line, size_t i, size_t *middle) {
    if (*middle <= i)
        *middle = text_find(line, i, TEXT("](http"));
    if (*middle == line.size || text_find(line, i + 1, TEXT("[")) < *middle)
        return i;
    size_t end = text_find(line, *middle, TEXT(")"));
    return end < line.size ? end + 1 : i;
}

/* "Baca pengumuman selengkapnya klik link [Pengumuman](https://...)": nothing but links to files,
 * and the words that lead to them. */
static bool is_links(const struct draft *draft, const struct line *line) {
    struct text text = text_slice(draft->article->text, line->span);
    size_t behind = 0, middle = 0, links = 0, words = 0;
    if (text.size > LINKS_BYTES)
        return false;
    for (size_t i = line->first; i < line->end && words <= LINKS_WORDS; i++) {
        size_t offset = at(draft, i)->start - line->span.start;
        size_t end =
            offset >= behind && text.data[offset] == '[' ? markdown_end(text, offset, &middle) : 0;
        if (end > offset) {
            links++;
            behind = end;
        } else if (offset >= behind && at(draft, i)->kind == TOKEN_WORD) {
            if (words == 0 && !draft_form_end(draft, i, BOILERPLATE_LINK))
                return false;
            words++;
        }
    }
    bool ends_sentence = words == 0 && draft_is(draft, line->end - 1, ".");
    return links > 0 && words <= LINKS_WORDS && !ends_sentence; /* of a wrapped sentence's end */
}

static void cut_by_form(struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    if (cut_link(draft, i) || cut_rest(draft, i))
        return;
    if (is_form_line(draft, line) || is_start(draft, line) || is_byline(draft, i) ||
        is_links(draft, line))
        draft_cut_line(draft, FLAG_BOILERPLATE, i);
}

/* The token of the bracket that closes the one at `open`, at most `most` tokens on and before
 * `end`; 0 if there is none. */
static size_t closing(const struct draft *draft, size_t open, size_t end, const char *mark,
                      size_t most) {
    for (size_t i = open + 1; i < end && i <= open + most; i++)
        if (draft_is(draft, i, mark))
            return i;
    return 0;
}

/* "Foto: Budi Santoso/suarakota" between two sentences: the token behind it; 0 if it is none. */
static size_t credit_end(const struct draft *draft, const struct line *line, size_t i) {
    size_t end = draft_form_end(draft, i, BOILERPLATE_CREDIT);
    if (!end || !draft_is(draft, end, ":"))
        return 0;
    for (size_t k = end + 1; k + 1 < line->end && k <= end + CREDIT_WORDS; k++) {
        if (draft_is(draft, k, "/") && k > end + 1 && at(draft, k + 1)->kind == TOKEN_WORD &&
            at(draft, k + 1)->gap == GAP_NONE)
            return k + 2;
        if (at(draft, k)->letter_case < CASE_TITLE)
            return 0;
    }
    return 0;
}

/* Forms inside lines: sentences that point elsewhere, embedded media, and the sources of pictures.
 */
static void cut_inside(struct draft *draft, const struct line *line) {
    const struct hits *hits = &draft->article->hits;
    for (size_t i = hits_next(hits, line->first, line->end, LEXEME_BOILERPLATE); i < line->end;
         i = hits_next(hits, i + 1, line->end, LEXEME_BOILERPLATE)) {
        if (at(draft, i)->cut)
            continue;
        bool opens =
            i == line->first || draft_ends_sentence(draft, i - 1) || draft_is(draft, i - 1, ")");
        bool colon = i > line->first && draft_is(draft, i - 1, ":");
        bool label = i + 1 < line->end && draft_is(draft, i + 1, ":"); /* "... 565 Disclaimer:" */
        size_t close;
        if (i > line->first && draft_form_end(draft, i, BOILERPLATE_BRACKET) &&
            draft_is(draft, i - 1, "[") &&
            (close = closing(draft, i, line->end, "]", SIGNATURE_TOKENS)))
            draft_cut(draft, FLAG_BOILERPLATE,
                      (struct span){at(draft, i - 1)->start, at(draft, close)->end});
        else if (opens && (close = credit_end(draft, line, i)))
            draft_cut(draft, FLAG_BOILERPLATE,
                      (struct span){at(draft, i)->start, at(draft, close - 1)->end});
        else if ((opens || colon || label) && draft_form_end(draft, i, BOILERPLATE_TAIL) &&
                 line->end - i <= FORM_TAIL_TOKENS)
            draft_cut(draft, FLAG_BOILERPLATE, (struct span){at(draft, i)->start, line->span.end});
    }
}

/* A line whose last parentheses name the maker of a picture is its caption; in a long one only they
 * are cut. */
static bool cut_caption(struct draft *draft, size_t i) {
    const struct line *line = &draft->lines[i];
    size_t last = line->end - 1;
    if (draft_is(draft, last, ".") && last > line->first)
        last--;
    if (!draft_is(draft, last, ")"))
        return false;
    for (size_t k = last; k > line->first && k + SIGNATURE_TOKENS > last; k--) {
        if (!draft_is(draft, k - 1, "(") && !draft_is(draft, k - 1, "/"))
            continue;
        size_t end = draft_form_end(draft, k, BOILERPLATE_CREDIT);
        if (!end || (end < last && at(draft, end)->kind != TOKEN_MARK))
            continue;
        if (line->words > START_WORDS || i + 1 >= draft->body_end)
            return false;
        draft_cut_line(draft, FLAG_BOILERPLATE, i);
        return true;
    }
    return false;
}

/* Marks lines of which every token is cut already, and finds where the prose begins and ends. */
static void find_body(struct draft *draft) {
    draft->body = draft->line_count;
    draft->body_end = 0;
    for (size_t i = 0; i < draft->line_count; i++) {
        struct line *line = &draft->lines[i];
        bool all = true;
        for (size_t k = line->first; k < line->end && all; k++)
            all = at(draft, k)->cut;
        line->cut = line->cut || all;
        if (!line->prose || line->cut)
            continue;
        if (draft->body == draft->line_count)
            draft->body = i;
        draft->body_end = i + 1;
    }
    if (draft->body_end == 0) /* nothing reads like prose: then all of it may be */
        draft->body = 0, draft->body_end = draft->line_count;
}

static void cut_tags(struct draft *draft, size_t first) {
    size_t end = first;
    while (end < draft->line_count && !draft->lines[end].cut &&
           draft->lines[end].words <= TAG_WORDS &&
           !draft_ends_sentence(draft, draft->lines[end].end - 1))
        end++;
    if (end == first)
        return;
    draft_cut(draft, FLAG_BOILERPLATE,
              (struct span){draft->lines[first].span.start, draft->lines[end - 1].span.end});
    for (size_t i = first; i < end; i++)
        draft->lines[i].cut = true;
}

/* Lines before and after the prose, by their shape, upwards from the last; and the signature at its
 * end. */
static void cut_outside(struct draft *draft) {
    for (size_t i = draft->line_count; i-- > 0;)
        if (is_outside(draft, i) && !draft->lines[i].cut && furniture_is(draft, i))
            draft_cut_line(draft, FLAG_BOILERPLATE, i);
    size_t signature = signature_cut(draft);
    if (signature < draft->line_count)
        cut_tags(draft, signature + 1);
    trailer_cut(draft);
}

void clean_article(struct draft *draft, const struct span *phrases, size_t phrase_count) {
    for (size_t i = 0; i < phrase_count; i++)
        if (text_find(text_slice(draft->article->text, phrases[i]), 0, TEXT("/")) <
            span_size(phrases[i]))
            embed_cut(draft, phrases[i]);
        else
            draft_cut(draft, FLAG_BOILERPLATE, phrases[i]);
    find_body(draft);
    for (size_t i = 0; i < draft->line_count; i++) {
        if (!draft->lines[i].cut)
            cut_by_form(draft, i);
        if (!draft->lines[i].cut && !cut_caption(draft, i))
            cut_inside(draft, &draft->lines[i]);
    }
    find_body(draft);
    cut_outside(draft);
    find_body(draft);
}
