/* Flags articles that are not about what the office watches: see off_topic.h. Before: an article
 * and the office's table of topics. After: `finish` sets such articles apart. */
#include <config.h>

#include "extract/off_topic.h"

#include <string.h>

#include "extract/flags.h"
#include "extract/recognisers.h"

#define POINTS_MOST 1000000 /* of an article; more says no more */

/* Points found so far. */
struct tally {
    const struct office_topics *topics;
    int32_t *points; /* by row of the first of its topic */
    int32_t sum;
};

static void add_points(struct tally *tally, uint32_t row, int32_t factor) {
    int32_t points = tally->topics->rows[row].weight * factor;
    if (tally->sum > POINTS_MOST || tally->sum < -POINTS_MOST)
        return;
    tally->points[tally->topics->rows[row].topic] += points;
    tally->sum += points;
}

/* The words that count: not cut, and not `skip`, the headline. */
static bool counts(const struct token *token, struct span skip) {
    bool word = token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
    return word && !token->cut && (token->start < skip.start || token->start >= skip.end);
}

/* Adds the forms found outside `skip`; returns the words there. The tokens are copied, since
 * looking them up numbers their words after another lexicon. */
static size_t read_words(struct tally *tally, struct text text, struct tokens tokens,
                         struct span skip, int32_t factor, struct arena *arena) {
    struct token *copy = arena_alloc_array_uncleared(arena, tokens.count + 1, sizeof *copy);
    if (tokens.count)
        memcpy(copy, tokens.at, tokens.count * sizeof *copy);
    tokens.at = copy;
    struct hits hits = lexicon_scan(tally->topics->lexicon, text, tokens, arena);
    size_t words = 0, next = 0; /* next: behind the last form */
    for (size_t i = 0; i < tokens.count; i++) {
        if (!counts(&tokens.at[i], skip))
            continue;
        words++;
        const struct hit *hit = i < next ? NULL : hits_at(&hits, i, LEXEME_TOPIC);
        if (!hit)
            continue;
        add_points(tally, hit->row, factor);
        next = hit->end;
    }
    return words;
}

/* "pemilu 2, netralitas 1": points of each topic, in the order of the table. */
static struct text points_of(const struct tally *tally, struct arena *arena) {
    struct text list = TEXT("");
    for (size_t i = 0; i < tally->topics->count; i++) {
        if (tally->points[i] == 0)
            continue;
        struct text points = arena_printf(arena, " %d", (int)tally->points[i]);
        list = arena_concat(arena, list, list.size ? TEXT(", ") : TEXT(""),
                            tally->topics->rows[i].name);
        list = arena_concat(arena, list, points, TEXT(""));
    }
    return list;
}

struct topic_score topic_score(const struct article *article, const struct office_topics *topics,
                               const struct note_forms *forms, struct arena *arena) {
    struct tally tally = {.topics = topics};
    tally.points = arena_alloc_array(arena, topics->count, sizeof *tally.points);
    if (article->title.size)
        read_words(&tally, article->title, tokenise(arena, article->title), (struct span){0, 0},
                   TOPIC_TITLE_FACTOR, arena);
    size_t words =
        read_words(&tally, article->text, article->tokens, article->title_span, 1, arena);
    if (words < TOPIC_LEAST_WORDS)
        words = TOPIC_LEAST_WORDS;
    int64_t score = tally.sum > 0 ? (int64_t)tally.sum * 1000 / (int64_t)words : 0;
    struct topic_score result = {.score = (int32_t)score};
    result.note =
        note_make(forms, arena, "off_topic",
                  (struct text[NOTE_PLACES]){arena_printf(arena, "%d", (int)result.score),
                                             arena_printf(arena, "%d", (int)topics->threshold),
                                             points_of(&tally, arena)});
    return result;
}

void extract_off_topic(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts) {
    if (!tables->office_topics)
        return;
    struct topic_score score = topic_score(article, tables->office_topics, tables->notes, arena);
    if (score.score >= tables->office_topics->threshold)
        return;
    struct flag *flag = arena_alloc(arena, sizeof *flag);
    *flag = (struct flag){
        .kind = FLAG_OFF_TOPIC, .note = score.note.words, .values = score.note.values};
    flags_add(facts, flag, 1, arena);
}
