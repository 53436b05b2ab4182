/* Quotations: see quotes.h. Before: tokens. After: attribution. */
#include <config.h>

#include "extract/quotes.h"

#include "base/search.h"

#define SINGLE_TOKENS 250 /* the longest quotation in single marks */

struct finder {
    const struct reading *reading;
    struct quoted_list out;
    size_t capacity;
    size_t stray_capacity;
    uint32_t floor; /* first token after the quotation before */
};

static const struct token *token(const struct finder *finder, uint32_t at) {
    return &finder->reading->tokens[at];
}

static bool is_quote(const struct finder *finder, uint32_t at) {
    return at < finder->reading->count && token(finder, at)->kind == TOKEN_QUOTE;
}

static bool space_before(const struct finder *finder, uint32_t at) {
    return at == 0 || token(finder, at)->gap != GAP_NONE ||
           token(finder, at)->cut != token(finder, at - 1)->cut ||
           reading_is(finder->reading, at - 1, KNOWN_OPEN);
}

static bool space_after(const struct finder *finder, uint32_t at) {
    uint32_t next = at + 1;
    if (next >= finder->reading->count || token(finder, next)->gap != GAP_NONE)
        return true;
    return token(finder, next)->kind == TOKEN_MARK &&
           !reading_is(finder->reading, next, KNOWN_OPEN);
}

static bool looks_opening(const struct finder *finder, uint32_t at) {
    return space_before(finder, at) && !space_after(finder, at);
}

/* True if a mark of punctuation that ends something follows directly: what precedes it cannot open.
 */
static bool punctuated(const struct finder *finder, uint32_t at) {
    return at + 1 < finder->reading->count && token(finder, at + 1)->gap == GAP_NONE &&
           (reading_in(finder->reading, at + 1, LIST_CLOSING_MARK) ||
            reading_is(finder->reading, at + 1, KNOWN_SEMICOLON));
}

static bool looks_closing(const struct finder *finder, uint32_t at) {
    return punctuated(finder, at) || (!space_before(finder, at) && space_after(finder, at));
}

/* True if what was said before `from` ends with a mark of punctuation, before its closing mark if
 * that is not lost: the "big drought" disebut ... goes on. */
static bool ends_said(const struct reading *reading, uint32_t from) {
    bool closed = from > 0 && (reading->tokens[from - 1].kind == TOKEN_QUOTE ||
                               reading->tokens[from - 1].kind == TOKEN_APOSTROPHE);
    uint32_t last = from - closed;
    return last > 0 &&
           (reading_is(reading, last - 1, KNOWN_COMMA) || reading_stop(reading, last - 1));
}

uint32_t quotes_attribution_after(const struct reading *reading, uint32_t from) {
    uint32_t at = from;
    struct speech_word word;
    uint32_t end;
    while (at < from + 3 && reading_joined(reading, at) &&
           (reading_in(reading, at, LIST_BEFORE_ATTRIBUTION) ||
            reading_is(reading, at, KNOWN_SEMICOLON) ||
            reading->tokens[at].kind == TOKEN_APOSTROPHE) &&
           !(reading_speech(reading, at, &word, &end) && word.form == SPEECH_ROOT))
        at++;
    if (!reading_joined(reading, at) || !reading_speech(reading, at, &word, &end))
        return NO_TOKEN;
    switch (word.form) {
    case SPEECH_PASSIVE:
        return at > from || ends_said(reading, from) ? at : NO_TOKEN;
    case SPEECH_ROOT:
    case SPEECH_ENCLITIC:
    case SPEECH_ACCORDING:
    case SPEECH_ACCORDING_ENCLITIC:
    case SPEECH_PASSIVE_ENCLITIC:
        return at;
    default:
        return NO_TOKEN;
    }
}

/* In a quotation whose closing mark is lost: the token after the last that was said, or NO_TOKEN if
 * no attribution is found between `from` and `end`. The attribution follows a comma or full stop:
 * ..., kata Budi. */
static uint32_t lost_close(const struct finder *finder, uint32_t from, uint32_t end) {
    const struct reading *reading = finder->reading;
    for (uint32_t at = from + 1; at < end; at++) {
        if (!reading_is(reading, at, KNOWN_COMMA) && !reading_stop(reading, at))
            continue;
        struct speech_word word;
        uint32_t after, verb = at + 1;
        if (verb < end && token(finder, verb)->kind == TOKEN_APOSTROPHE)
            verb++; /* a single mark that closes instead */
        if (verb >= end || !reading_speech(reading, verb, &word, &after))
            continue;
        bool named = word.form == SPEECH_ROOT &&
                     (reading_capital(reading, after) || reading_capital(reading, after + 1) ||
                      reading_hit(reading, after, LEXEME_PRONOUN));
        if (word.form == SPEECH_ENCLITIC || named)
            return at + 1;
    }
    return NO_TOKEN;
}

static uint32_t paragraph_end(const struct finder *finder, uint32_t from, uint32_t end) {
    uint32_t at = from + 1;
    while (at < end && token(finder, at)->gap < GAP_LINE &&
           token(finder, at)->cut == token(finder, from)->cut)
        at++;
    return at < end ? at : end;
}

/* True if a word or number stands between the marks: "!???" is nothing that was said. */
static bool says_anything(const struct finder *finder, struct range words) {
    uint32_t at = words.first;
    while (at < words.end && token(finder, at)->kind > TOKEN_NUMBER)
        at++;
    return at < words.end;
}

static void add(struct finder *finder, struct quoted quoted) {
    if (!says_anything(finder, quoted.words))
        return;
    quoted.cut = token(finder, quoted.words.first)->cut;
    finder->out.at = arena_grow(finder->reading->arena, finder->out.at, finder->out.count,
                                finder->out.count + 1, sizeof *finder->out.at, &finder->capacity);
    finder->out.at[finder->out.count++] = quoted;
    finder->floor = quoted.close != NO_TOKEN ? quoted.close + 1 : quoted.words.end;
}

/* True for a double mark that quotes nothing: inches (43" TV), or a letter of a wrong encoding. */
static bool no_quotation(const struct finder *finder, uint32_t at) {
    const struct token *mark = token(finder, at);
    if (at == 0 || mark->gap != GAP_NONE)
        return false;
    const char *text = finder->reading->article->text.data + mark->start;
    bool angle = text[0] == '\xC2'; /* « and » */
    if (angle && ((unsigned char)text[-2] == 0xC2 || (unsigned char)text[-2] == 0xC3))
        return true;
    return token(finder, at - 1)->kind == TOKEN_NUMBER && !punctuated(finder, at) &&
           quotes_attribution_after(finder->reading, at + 1) == NO_TOKEN;
}

static void add_stray(struct finder *finder, uint32_t at) {
    if (token(finder, at)->cut || no_quotation(finder, at))
        return;
    finder->out.strays = arena_grow(finder->reading->arena, finder->out.strays,
                                    finder->out.stray_count, finder->out.stray_count + 1,
                                    sizeof *finder->out.strays, &finder->stray_capacity);
    finder->out.strays[finder->out.stray_count++] = (struct range){at, at + 1};
}

/* True if the form of speech at `at` has a subject that speaks: Budi menyebut, ia juga menilai. In
 * "kami akan menyampaikan" somebody tells of himself. */
static bool reports(const struct reading *reading, uint32_t at, uint32_t first) {
    struct speech_word word;
    uint32_t end;
    if (!reading_speech(reading, at, &word, &end))
        return false;
    if (word.form == SPEECH_ACCORDING || word.form == SPEECH_PASSIVE || word.form == SPEECH_ROOT) {
        end += reading_is(reading, end, KNOWN_OLEH);
        return reading_capital(reading, end) || reading_hit(reading, end, LEXEME_PRONOUN);
    }
    if (word.form != SPEECH_ACTIVE)
        return word.form == SPEECH_ACCORDING_ENCLITIC || word.form == SPEECH_PASSIVE_ENCLITIC;
    uint32_t subject = at;
    while (subject > first && (reading_in(reading, subject - 1, LIST_ADVERB) ||
                               reading_is(reading, subject - 1, KNOWN_COMMA)))
        subject--;
    if (subject == first || reading_in(reading, subject - 1, LIST_VERB_BOUND))
        return false;
    if (subject > first + 1 && reading_in(reading, subject - 1, LIST_POINTING))
        subject--; /* Kepala Dinas itu mengungkap */
    return reading_capital(reading, subject - 1) ||
           (subject - 1 == first && reading_hit(reading, first, LEXEME_PRONOUN));
}

/* True if the newspaper tells the sentence: it reports speech, or is about somebody by his post or
 * as he. */
static bool narrated(const struct reading *reading, const struct sentence *sentence) {
    uint32_t first = (uint32_t)sentence->first;
    const struct hit *post = reading_hit(reading, first, LEXEME_POSITION);
    if (reading_hit(reading, first, LEXEME_PRONOUN) ||
        (post && reading_capital(reading, post->end)))
        return true;
    for (uint32_t at = first; at < sentence->end; at++)
        if (reports(reading, at, first))
            return true;
    return false;
}

/* The beginning of what was said and closes at `close`, if it began at `first` or later: it goes
 * back no further than the sentence behind the last that the newspaper tells. */
static uint32_t behind_narrative(const struct reading *reading, uint32_t first, uint32_t close) {
    struct sentences sentences = reading->article->sentences;
    size_t last = sentences_at(sentences, reading->tokens[close].start);
    if (last == sentences.count || sentences.at[last].first <= first)
        return first;
    for (size_t i = last; i-- > 0 && sentences.at[i].first >= first;)
        if (narrated(reading, &sentences.at[i]))
            return (uint32_t)sentences.at[i].end;
    return first;
}

/* The first token of the sentence behind the attribution at `first`; `close` if none begins before
 * it. "3.000" ends no sentence. */
static uint32_t behind_attribution(const struct reading *reading, uint32_t first, uint32_t close) {
    while (first < close &&
           (!reading_stop(reading, first - 1) || (reading->tokens[first].kind == TOKEN_NUMBER &&
                                                  reading->tokens[first].gap == GAP_NONE)))
        first++;
    return first;
}

/* A closing mark without an opening one: what was said began with the paragraph, or after the
 * attribution before, or after what the newspaper tells. Only where an attribution follows;
 * otherwise the mark is a stray. */
static void lost_open(struct finder *finder, uint32_t close) {
    const struct reading *reading = finder->reading;
    add_stray(finder, close);
    if (quotes_attribution_after(reading, close + 1) == NO_TOKEN)
        return;
    uint32_t first = close;
    while (first > finder->floor && token(finder, first)->gap < GAP_LINE &&
           token(finder, first - 1)->cut == token(finder, close)->cut)
        first--;
    if (first == finder->floor && first > 0 && token(finder, first)->gap < GAP_LINE)
        first = behind_attribution(reading, first, close);
    first = behind_narrative(reading, first, close);
    add(finder, (struct quoted){.words = {first, close}, .open = NO_TOKEN, .close = close});
    finder->floor =
        close + 1; /* also where nothing was said: no mark behind looks back here again */
}

static bool mark_not_behind(const void *mark, const void *at) {
    return *(const uint32_t *)mark <= *(const uint32_t *)at;
}

/* The next double mark after `at`, or the number of tokens. */
static uint32_t next_mark(const struct finder *finder, uint32_t at) {
    const struct places *marks = &finder->reading->marks;
    size_t next = search_first(marks->at, marks->count, sizeof *marks->at, &at, mark_not_behind);
    return next < marks->count ? marks->at[next] : finder->reading->count;
}

/* The end of what was said from `first` on, `end` at most: before the first sentence behind that
 * the newspaper tells. */
static uint32_t before_narrative(const struct reading *reading, uint32_t first, uint32_t end) {
    struct sentences sentences = reading->article->sentences;
    for (size_t i = sentences_at(sentences, reading->tokens[first].start) + 1;
         i < sentences.count && sentences.at[i].first < end; i++)
        if (narrated(reading, &sentences.at[i]))
            return (uint32_t)sentences.at[i].first;
    return end;
}

static void close_without_mark(struct finder *finder, uint32_t open, uint32_t limit) {
    uint32_t end = lost_close(finder, open, limit);
    if (end == NO_TOKEN)
        end = before_narrative(finder->reading, open, paragraph_end(finder, open, limit));
    add_stray(finder, open);
    add(finder, (struct quoted){.words = {open + 1, end}, .open = open, .close = NO_TOKEN});
}

/* True if a verb of attribution follows the mark without a space: ..., ”kata Budi; but "Contohnya
 * opens. */
static bool speaks_right_after(const struct finder *finder, uint32_t mark) {
    return quotes_attribution_after(finder->reading, mark + 1) == mark + 1 &&
           token(finder, mark + 1)->letter_case == CASE_LOWER;
}

/* A mark that stands at the end of a sentence but opens the next one, its space on the wrong side:
 * ... hari ini.” Kami siap, ”kata Budi. The mark that closes, or NO_TOKEN. */
static uint32_t misplaced_open(const struct finder *finder, uint32_t at) {
    const struct reading *reading = finder->reading;
    if (at == 0 || !reading_stop(reading, at - 1) || !looks_closing(finder, at) ||
        quotes_attribution_after(reading, at + 1) != NO_TOKEN)
        return NO_TOKEN;
    uint32_t close = next_mark(finder, at);
    bool speech = is_quote(finder, close) && paragraph_end(finder, at, close + 1) > close &&
                  quotes_attribution_after(reading, close + 1) != NO_TOKEN;
    return speech && lost_close(finder, at, close) == NO_TOKEN ? close : NO_TOKEN;
}

/* Whether the mark `close` may close what `open` opened: in the same paragraph, or in a later one
 * if no attribution stands between and the mark can do nothing but close. */
static bool closes(const struct finder *finder, uint32_t open, uint32_t close) {
    if (token(finder, open)->cut != token(finder, close)->cut ||
        (looks_opening(finder, close) && !speaks_right_after(finder, close)))
        return false;
    bool one_paragraph = paragraph_end(finder, open, close + 1) > close;
    if (one_paragraph && quotes_attribution_after(finder->reading, close + 1) != NO_TOKEN)
        return true;
    if (misplaced_open(finder, close) != NO_TOKEN &&
        before_narrative(finder->reading, open, close) < close)
        return false;
    /* Otherwise an attribution inside tells that the mark belongs to the next quotation. */
    return (one_paragraph || looks_closing(finder, close)) &&
           lost_close(finder, open, close) == NO_TOKEN;
}

/* In "... "..." ...": the mark that closes the outer quotation, or NO_TOKEN. `inner` opens the
 * inner one. */
static uint32_t outer_close(const struct finder *finder, uint32_t open, uint32_t inner) {
    if (!is_quote(finder, inner) || !looks_opening(finder, inner))
        return NO_TOKEN;
    uint32_t second = next_mark(finder, inner);
    uint32_t third = next_mark(finder, second < finder->reading->count ? second : inner);
    if (!is_quote(finder, second) || !is_quote(finder, third) || third <= second)
        return NO_TOKEN;
    bool one_paragraph = paragraph_end(finder, open, third + 1) > third;
    bool shapes = looks_closing(finder, second) && looks_closing(finder, third);
    return one_paragraph && shapes && lost_close(finder, open, inner) == NO_TOKEN ? third
                                                                                  : NO_TOKEN;
}

/* Reads what the mark at `open` opens; returns the next mark to look at. */
static uint32_t read_quotation(struct finder *finder, uint32_t open) {
    uint32_t close = next_mark(finder, open);
    if (is_quote(finder, close) && closes(finder, open, close)) {
        add(finder, (struct quoted){.words = {open + 1, close}, .open = open, .close = close});
        return next_mark(finder, close);
    }
    uint32_t outer = outer_close(finder, open, close);
    if (outer != NO_TOKEN) {
        add(finder, (struct quoted){.words = {open + 1, outer}, .open = open, .close = outer});
        return next_mark(finder, outer);
    }
    close_without_mark(finder, open, close);
    return close;
}

static void find_double(struct finder *finder) {
    uint32_t at = is_quote(finder, 0) ? 0 : next_mark(finder, 0);
    while (at < finder->reading->count) {
        uint32_t close = misplaced_open(finder, at);
        if (close != NO_TOKEN) {
            add(finder, (struct quoted){.words = {at + 1, close}, .open = at, .close = close});
            at = next_mark(finder, close);
        } else if (looks_closing(finder, at) ||
                   (speaks_right_after(finder, at) && ends_said(finder->reading, at + 1))) {
            lost_open(finder, at);
            at = next_mark(finder, at);
        } else {
            at = read_quotation(finder, at);
        }
    }
}

/* True if a single mark may open: also right behind a full stop whose space is lost. */
static bool opens_single(const struct finder *finder, uint32_t at) {
    return looks_opening(finder, at) ||
           (at > 0 && reading_stop(finder->reading, at - 1) && !space_after(finder, at) &&
            reading_capital(finder->reading, at + 1));
}

/* The single mark that closes what `open` opens, if an attribution follows it: only then are single
 * marks speech. */
static uint32_t single_close(const struct finder *finder, uint32_t open, uint32_t limit) {
    const struct reading *reading = finder->reading;
    if (!opens_single(finder, open))
        return NO_TOKEN;
    for (uint32_t at = open + 1; at < limit && at < open + SINGLE_TOKENS; at++) {
        bool mark = token(finder, at)->kind == TOKEN_APOSTROPHE;
        if (!reading_joined(reading, at) || (mark && looks_opening(finder, at)))
            return NO_TOKEN;
        if (mark && looks_closing(finder, at) && at > open + 4)
            return quotes_attribution_after(reading, at + 1) != NO_TOKEN ? at : NO_TOKEN;
    }
    return NO_TOKEN;
}

/* Quotations in single marks, between those in double marks that were found. */
static struct quoted_list with_single(struct finder *doubles) {
    struct finder finder = {.reading = doubles->reading};
    uint32_t at = 0;
    for (size_t i = 0; i <= doubles->out.count; i++) {
        const struct quoted *next = i < doubles->out.count ? &doubles->out.at[i] : NULL;
        uint32_t limit = next ? next->words.first : doubles->reading->count;
        for (; at < limit; at++) {
            if (token(&finder, at)->kind != TOKEN_APOSTROPHE)
                continue;
            uint32_t close = single_close(&finder, at, limit);
            if (close == NO_TOKEN)
                continue;
            add(&finder, (struct quoted){
                             .words = {at + 1, close}, .open = at, .close = close, .single = true});
            at = close;
        }
        if (next) {
            add(&finder, *next);
            at = next->words.end;
        }
    }
    finder.out.strays = doubles->out.strays;
    finder.out.stray_count = doubles->out.stray_count;
    return finder.out;
}

/* True if two strays are a pair whose spaces stand on the wrong side (berbunyi," Setiap orang
 * ..."): nothing but words between them in one paragraph, and no attribution behind the first. */
static bool is_pair(const struct finder *finder, uint32_t open, uint32_t close) {
    const struct reading *reading = finder->reading;
    return next_mark(finder, open) == close && paragraph_end(finder, open, close + 1) > close &&
           open > 0 &&
           (reading_is(reading, open - 1, KNOWN_COMMA) ||
            reading_in(reading, open - 1, LIST_REPORT_OPENER)) &&
           looks_closing(finder, open) && looks_closing(finder, close) &&
           quotes_attribution_after(reading, open + 1) == NO_TOKEN;
}

static void drop_pairs(struct finder *finder) {
    struct quoted_list *out = &finder->out;
    size_t kept = 0;
    for (size_t i = 0; i < out->stray_count; i++) {
        if (i + 1 < out->stray_count &&
            is_pair(finder, out->strays[i].first, out->strays[i + 1].first))
            i++;
        else
            out->strays[kept++] = out->strays[i];
    }
    out->stray_count = kept;
}

struct quoted_list quotes_find(const struct reading *reading) {
    struct finder finder = {.reading = reading};
    find_double(&finder);
    drop_pairs(&finder);
    return reading->apostrophes ? with_single(&finder) : finder.out;
}
