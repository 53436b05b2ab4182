/* Choosing the date of the event: see event.h. Indonesian reports close the sentence with the day
 * on which the words were said ("..." kata Budi di Manggar, Senin (5/8/2024)); other dates in them
 * are of letters, terms and what happened before. Each mention is weighed by the words around it.
 */
#include <config.h>

#include "intake/event.h"

#include "tables/calendar.h"

/* Tokens before a date in which these words count. */
#define BOUND_REACH 3
#define PLAN_REACH 9
#define DOCUMENT_REACH 12
#define CITED_REACH 8
#define CITED_DAYS 2
#define INTERVIEW_REACH 24
#define SPEECH_REACH 60

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

static const struct sentence *sentence_of(const struct draft *draft,
                                          const struct mention *mention) {
    size_t number = sentences_at(draft->article->sentences, mention->date.span.start);
    return number < draft->article->sentences.count ? &draft->article->sentences.at[number] : NULL;
}

static bool has_speech(const struct draft *draft, size_t token) {
    return hits_at(&draft->article->hits, token, LEXEME_SPEECH) != NULL;
}

static bool is_dash(const struct draft *draft, size_t token) {
    return draft_is(draft, token, "-") || draft_is(draft, token, "–") ||
           draft_is(draft, token, "—");
}

/* "27 November - 4 Desember": the mention is the last day of a span. */
static bool ends_range(const struct draft *draft, const struct mention *mention) {
    size_t first = mention->first;
    return first > 1 && is_dash(draft, first - 1) &&
           hits_at(&draft->article->hits, first - 2, LEXEME_MONTH);
}

/* "... di lapangan desa. (18/8)" */
static bool stands_alone(const struct draft *draft, const struct mention *mention) {
    size_t first = mention->first;
    return first > 0 && draft_is(draft, first, "(") && draft_ends_sentence(draft, first - 1);
}

/* Reads the words from the mention back to the sentence's beginning. */
static void look_back(const struct draft *draft, const struct mention *mention, size_t first,
                      struct surroundings *out) {
    struct scope scope = draft_scope(draft);
    bool same_clause = true;
    size_t distance = 0, words = 0, end;
    for (size_t i = mention->first; i-- > first && ++distance <= SPEECH_REACH;) {
        bool quote = at(draft, i)->kind == TOKEN_QUOTE;
        out->after_quote = out->after_quote || quote;
        if (quote || draft_is(draft, i, ","))
            same_clause = false;
        out->after_speech = out->after_speech || has_speech(draft, i);
        if (calendar_word_at(&scope, i, CALENDAR_BACKGROUND, &end) &&
            (i <= first + 1 || distance <= BOUND_REACH))
            out->background = true;
        if (distance <= CITED_REACH && calendar_word_at(&scope, i, CALENDAR_CITED, &end))
            out->cited = true;
        if (distance <= INTERVIEW_REACH && calendar_word_at(&scope, i, CALENDAR_INTERVIEW, &end))
            out->interview = true;
        if (!same_clause)
            continue;
        words += at(draft, i)->gap != GAP_NONE; /* the number of a letter is one word */
        if (distance <= BOUND_REACH && calendar_word_at(&scope, i, CALENDAR_BOUND, &end))
            out->bound = true;
        if (words <= DOCUMENT_REACH && calendar_word_at(&scope, i, CALENDAR_DOCUMENT, &end))
            out->document = true;
        if (distance <= PLAN_REACH && calendar_word_at(&scope, i, CALENDAR_PLAN, &end))
            out->planned = true;
    }
}

/* Reads the words behind the mention. */
static void look_ahead(const struct draft *draft, const struct mention *mention,
                       struct surroundings *out) {
    struct scope scope = draft_scope(draft);
    size_t end;
    for (size_t i = mention->end; i < mention->end + 2 && i < scope.tokens.count; i++) {
        out->planned = out->planned || calendar_word_at(&scope, i, CALENDAR_FUTURE, &end);
        out->past = out->past || calendar_word_at(&scope, i, CALENDAR_PAST, &end);
    }
    if (mention->end < scope.tokens.count &&
        (calendar_word_at(&scope, mention->end, CALENDAR_BOUND, &end) ||
         is_dash(draft, mention->end)))
        out->bound = out->bound || mention->date.weekday_only;
}

struct surroundings event_surroundings(const struct draft *draft, const struct mention *mention) {
    struct surroundings out = {0};
    const struct sentence *sentence = sentence_of(draft, mention);
    size_t first = sentence ? sentence->first : mention->first;
    look_back(draft, mention, first, &out);
    look_ahead(draft, mention, &out);
    out.closes = mention->first > first && draft_is(draft, mention->first - 1, ",");
    out.quoted = sentence && sentence->quoted;
    out.bound = out.bound || ends_range(draft, mention);
    out.alone = stands_alone(draft, mention);
    for (size_t i = mention->first; i-- > first && i + SPEECH_REACH > mention->first;)
        if (at(draft, i)->kind == TOKEN_QUOTE)
            out.quoted = !out.quoted;
    return out;
}

/* How near the mention lies to the day of publication. */
static int score_distance(const struct mention *mention, struct date published) {
    int32_t days = date_days(published) - date_days(mention->date.date);
    return days <= 1 ? 3 : days <= 3 ? 2 : days <= 7 ? 1 : days <= 31 ? 0 : -4;
}

/* True for a day too long ago to be the news of the paper's day: one without its weekday, which is
 * what reports have, is so after two weeks. */
static bool is_history(const struct mention *mention, struct date published) {
    int32_t days = date_days(published) - date_days(mention->date.date);
    bool weekday = mention->date.weekday > 0, year = mention->date.year_given;
    return days > (weekday && year ? 365 : weekday ? 60 : year ? 45 : 14);
}

static bool in_lead(const struct draft *draft, const struct mention *mention) {
    return sentences_at(draft->article->sentences, mention->date.span.start) < 2;
}

/* Negative where the mention cannot date the event. */
static int score(const struct draft *draft, const struct mention *mention, bool is_first,
                 struct date published) {
    if (!mention->usable ||
        (date_is_set(published) && date_compare(mention->date.date, published) > 0))
        return -1;
    struct surroundings around = event_surroundings(draft, mention);
    if (around.planned && !around.closes &&
        !(date_is_set(published) && date_compare(mention->date.date, published) == 0))
        return -1; /* what is planned for the day of the paper is its news */
    if (around.document && mention->date.weekday == 0)
        return -1;
    if (mention->date.weekday_only && (around.bound || around.background || around.past))
        return -1;
    bool closes = around.closes || around.alone;
    if (date_is_set(published) && is_history(mention, published) &&
        !(closes || (around.after_speech && mention->date.weekday > 0)))
        return -1;
    if (mention->date.weekday_only && !closes && !around.after_quote &&
        (around.after_speech || !in_lead(draft, mention)))
        return -1;
    int points = 2 + is_first + (mention->date.weekday > 0) + mention->date.year_given -
                 4 * around.bound - 5 * around.document - 3 * around.background - around.past -
                 3 * around.quoted +
                 3 * ((around.after_speech || around.interview) && !around.quoted) +
                 around.after_quote + 2 * around.closes + 3 * around.alone;
    if (mention->date.weekday_only)
        points -= around.closes || around.after_speech ? 1 : 3;
    if (date_is_set(published)) {
        int distance = score_distance(mention, published);
        bool full = mention->date.weekday > 0 && mention->date.year_given;
        points += distance + (is_first && full && around.closes && distance == 3);
    }
    return points;
}

/* True if `mention` tells when that was said which another paper had on the day of `cited`: shortly
 * after it, and shortly before it. */
static bool tells_cited(const struct draft *draft, const struct mention *mention,
                        const struct mention *cited) {
    const struct sentence *sentence = sentence_of(draft, mention);
    size_t from = sentences_at(draft->article->sentences, cited->date.span.start);
    size_t here = sentences_at(draft->article->sentences, mention->date.span.start);
    int32_t days = date_days(cited->date.date) - date_days(mention->date.date);
    if (!sentence || !mention->usable || mention->date.weekday_only || here > from + 1 ||
        days < 1 || days > CITED_DAYS)
        return false;
    struct surroundings around = event_surroundings(draft, mention);
    return around.after_speech && !around.quoted && !around.cited && !around.background &&
           !around.bound && !around.planned && !around.document;
}

/* "Dilansir Kantor Berita Anu, Rabu (8/5), ia mengatakannya pada Selasa (7/5)": the day of the
 * words, if the day found is only that of another paper. */
static const struct mention *behind_cited(const struct draft *draft, const struct mention *mentions,
                                          const struct mention *found) {
    if (!found || !event_surroundings(draft, found).cited)
        return found;
    for (size_t i = (size_t)(found - mentions) + 1; i < draft->mention_count; i++)
        if (tells_cited(draft, &mentions[i], found))
            return &mentions[i];
    return found;
}

const struct mention *event_find(const struct draft *draft, const struct mention *mentions,
                                 struct date published) {
    const struct mention *best = NULL;
    int best_score = 0;
    for (size_t i = 0; i < draft->mention_count; i++) {
        int points = score(draft, &mentions[i], i == 0, published);
        if (points > best_score) {
            best = &mentions[i];
            best_score = points;
        }
    }
    return behind_cited(draft, mentions, best);
}
