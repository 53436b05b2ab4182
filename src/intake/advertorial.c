/* Tells what somebody paid for by what stands around the news: a label in the headline, in the
 * address, as the writer's name, at the head or the foot of the text; or a sentence that says so.
 * The word in parentheses behind the last sentence is signature.c's.
 *
 * Before: clean.c, which finds the prose. After: repeats.c; `finish` counts advertorials apart. */
#include <config.h>

#include "intake/clean.h"
#include "tables/advertorials.h"

/* Words that a line which holds a label and nothing of the news has at most. */
#define LABEL_WORDS 8

/* How far into the first line of prose a label in brackets may stand: SANGATTA, KALTIM (ADV) - */
#define DATELINE_BYTES 60

static bool is_label(enum advert_kind kind) {
    return kind == ADVERT_LABEL || kind == ADVERT_STRONG;
}

static struct text rest_of(struct text text, size_t from) {
    return text_slice(text, (struct span){from, text.size});
}

static bool is_one_of(char c, const char *set) {
    for (; *set; set++)
        if (c == *set)
            return true;
    return false;
}

/* Without the white space and marks that set a label off: "*ADV*", "-- Adv". */
static struct text without_marks(struct text text) {
    size_t start = 0;
    while (start < text.size && is_one_of(text.data[start], " \t\r\n*#_-=|<>"))
        start++;
    return rest_of(text, start);
}

/* A mark that parts a label from what it labels: "ADV: ...", "ADV - ...", "ADV | ...". A hyphen
 * without white space joins words. */
static bool parts(struct text after) {
    struct text mark = text_trim(after);
    if (mark.size == 0)
        return false;
    if (is_one_of(mark.data[0], ":|/") || text_starts(mark, "\xE2\x80\x93") ||
        text_starts(mark, "\xE2\x80\x94"))
        return true;
    return mark.data[0] == '-' &&
           (after.data[0] != '-' || (after.size > 1 && after.data[1] == ' '));
}

/* True if a label in brackets begins at `from`: "(ADV)", "[Adv/Kominfo]". */
static bool is_bracketed(const struct advertorials *table, struct text text, size_t from) {
    size_t size;
    if (from >= text.size || (text.data[from] != '(' && text.data[from] != '['))
        return false;
    struct text inside = text_trim(rest_of(text, from + 1));
    enum advert_kind kind = advertorials_begin(table, inside, &size);
    if (kind == ADVERT_NONE || kind == ADVERT_NOTE)
        return false;
    return size < inside.size && is_one_of(inside.data[size], ")]/-|:");
}

/* Where a label in brackets begins in the first `most` bytes; text.size if there is none. */
static size_t find_bracketed(const struct advertorials *table, struct text text, size_t most) {
    for (size_t i = 0; i < text.size && i < most; i++)
        if (is_bracketed(table, text, i))
            return i;
    return text.size;
}

/* "ADV: Headline", "[Adv] Headline", "Headline (Adv)", "Headline | Advertorial". */
static bool is_labelled_headline(const struct advertorials *table, struct text title) {
    size_t size;
    struct text start = without_marks(title);
    enum advert_kind kind = advertorials_begin(table, start, &size);
    if (is_label(kind) && parts(rest_of(start, size)))
        return true;
    if (find_bracketed(table, title, title.size) < title.size)
        return true;
    size_t last = title.size;
    while (last > 0 && title.data[last - 1] != '|' &&
           !(last > 1 && title.data[last - 1] == ' ' && is_one_of(title.data[last - 2], "-|")))
        last--;
    struct text end = text_trim(rest_of(title, last));
    kind = last > 0 ? advertorials_begin(table, end, &size) : ADVERT_NONE;
    return is_label(kind) && size == end.size;
}

/* True if a folder of the address begins with a label: /advertorial/, /adv-kutim/. What stands
 * behind the last slash is made of the headline, where only the clear word is one. */
static bool is_labelled_address(const struct advertorials *table, struct text url) {
    size_t at = text_find(url, 0, TEXT("://"));
    at = at < url.size ? at + 3 : 0;
    while ((at = text_find(url, at, TEXT("/"))) < url.size) {
        struct text segment = rest_of(url, ++at);
        bool last = text_find(segment, 0, TEXT("/")) == segment.size;
        size_t size;
        enum advert_kind kind = advertorials_begin(table, segment, &size);
        if (kind == ADVERT_STRONG || (kind == ADVERT_LABEL && !last))
            return true;
        if (last && (text_starts(segment, "adv-") || text_starts(segment, "ADV-")))
            return true;
    }
    return false;
}

/* A line that is a label: "ADVERTORIAL", "*Adv"; unless it must stand `alone`, also with other
 * words: "Adv/Diskominfo", "Advertorial Diskominfo". */
static bool is_label_line(const struct advertorials *table, struct text text, size_t words,
                          bool alone) {
    size_t size;
    struct text start = without_marks(text);
    enum advert_kind kind = advertorials_begin(table, start, &size);
    if (words > LABEL_WORDS || !is_label(kind))
        return false;
    struct text after = rest_of(start, size);
    if (without_marks(after).size == 0)
        return true;
    return !alone && (kind == ADVERT_STRONG || is_one_of(after.data[0], "/:|"));
}

static struct text line_text(const struct draft *draft, size_t line) {
    return text_slice(draft->article->text, draft->lines[line].span);
}

static void flag_line(struct draft *draft, size_t line) {
    draft_flag(draft, FLAG_ADVERTORIAL, draft->lines[line].span, TEXT(""));
    if (!draft->lines[line].cut)
        draft_cut_line(draft, FLAG_BOILERPLATE, line);
}

/* A sentence of the line that begins like a note; the span of it to the end of the line, or an
 * empty one. Sentences begin the line or, unless `first_only`, behind a full stop. */
static struct span find_note(const struct advertorials *table, struct text text, bool first_only) {
    size_t size;
    for (size_t at = 0; at < text.size && !(first_only && at > 0);) {
        size_t start = at + (rest_of(text, at).size - without_marks(rest_of(text, at)).size);
        if (advertorials_begin(table, rest_of(text, start), &size) == ADVERT_NOTE)
            return (struct span){start, text.size};
        at = text_find(text, at, TEXT(". "));
        at = at < text.size ? at + 2 : at;
    }
    return (struct span){0, 0};
}

/* A label may stand in the first line of the page, in the last, in that behind the prose and,
 * alone, in the prose; a note anywhere from the prose on. In menus a label is the name of a
 * section. */
static bool find_in_lines(struct draft *draft) {
    const struct advertorials *table = draft->tables->advertorials;
    for (size_t i = 0; i < draft->line_count; i++) {
        const struct line *line = &draft->lines[i];
        struct text text = line_text(draft, i);
        bool edge = i == 0 || i + 1 == draft->line_count || i == draft->body_end;
        bool inside = i >= draft->body && i < draft->body_end;
        if ((edge || inside) && is_label_line(table, text, line->words, !edge)) {
            flag_line(draft, i);
            return true;
        }
        if (i < draft->body)
            continue;
        struct span note = find_note(table, text, i + 1 < draft->body_end);
        if (note.end == 0)
            continue;
        struct span span = {line->span.start + note.start, line->span.start + note.end};
        draft_flag(draft, FLAG_ADVERTORIAL, span, TEXT(""));
        if (!line->cut)
            draft_cut(draft, FLAG_BOILERPLATE, span);
        return true;
    }
    return false;
}

static bool find_in_dateline(struct draft *draft) {
    if (draft->body >= draft->line_count)
        return false;
    struct text line = line_text(draft, draft->body);
    size_t at = find_bracketed(draft->tables->advertorials, line, DATELINE_BYTES);
    if (at == line.size)
        return false;
    size_t start = draft->lines[draft->body].span.start + at;
    size_t end = text_find(draft->article->text, start, text_of(line.data[at] == '(' ? ")" : "]"));
    draft_flag(draft, FLAG_ADVERTORIAL, (struct span){start, end + 1}, TEXT(""));
    return true;
}

static bool is_flagged(const struct draft *draft) {
    for (size_t i = 0; i < draft->article->flag_count; i++)
        if (draft->article->flags[i].kind == FLAG_ADVERTORIAL)
            return true;
    return false;
}

void advertorial_find(struct draft *draft) {
    const struct advertorials *table = draft->tables->advertorials;
    const struct article *article = draft->article;
    size_t size;
    const char *note = NULL;
    if (is_flagged(draft))
        return;
    if (is_labelled_headline(table, article->title))
        note = "advertorial_headline";
    else if (is_labelled_address(table, article->url))
        note = "advertorial_address";
    else if (is_label(advertorials_begin(table, article->author, &size)) &&
             size == article->author.size)
        note = "advertorial_author";
    if (note)
        draft_flag_note(draft, FLAG_ADVERTORIAL, (struct span){0, 0}, note,
                        (struct text[NOTE_PLACES]){{0}});
    else if (!find_in_lines(draft))
        find_in_dateline(draft);
}
