/* Sentences that go on with what somebody was saying although no verb says so.
 *
 * Before: units of a sentence. After: the rules treat such a sentence as said. Reporters name the
 * speaker in one sentence and give his orders in the next ("Pegawai harus ..."), or between two
 * quotations of his. */
#include <config.h>

#include "extract/advisory.h"
#include "tables/vocabulary.h"
#include "tables/word_lists.h"

#define PEOPLE 128 /* people who are looked at; no article that anybody reads has more */
#define FLOOR 8    /* sentences for which somebody holds the floor who is not named again */
#define GO_ON 3    /* sentences that go on with what somebody said before them */

/* The speaker of the first quotation or statement behind `offset` if it begins before `limit`, else
 * NOBODY. */
static int next_speaker(const struct advisory_context *c, size_t offset, size_t limit) {
    const struct facts *facts = c->facts;
    size_t q = c->quote, s = c->statement;
    while (q < facts->quote_count && facts->quotes[q].span.start < offset) {
        q++;
    }
    while (s < facts->statement_count && facts->statements[s].span.start < offset) {
        s++;
    }
    size_t quote = q < facts->quote_count ? facts->quotes[q].span.start : limit;
    size_t statement = s < facts->statement_count ? facts->statements[s].span.start : limit;
    if (quote >= limit && statement >= limit) {
        return NOBODY;
    }
    return quote < statement ? facts->quotes[q].speaker : facts->statements[s].speaker;
}

/* The end of the second sentence behind `index`. */
static size_t end_of_next(const struct advisory_context *c, size_t index) {
    const struct sentences *sentences = &c->article->sentences;
    size_t last = index + 2 < sentences->count ? index + 2 : sentences->count - 1;
    return sentences->at[last].span.end;
}

/* The last unit of the sentence that somebody says, or NULL. */
static const struct unit *said_unit(const struct unit *units, size_t count) {
    for (size_t i = count; i > 0; i--) {
        if (units[i - 1].quoted || units[i - 1].stated) {
            return &units[i - 1];
        }
    }
    return NULL;
}

/* Whoever spoke last holds the floor; nobody does once somebody has spoken who holds no office. */
static void take_floor(struct advisory_context *c, size_t index, int speaker) {
    if (speaker != NOBODY) {
        bool office = advisory_standing(c, speaker) == STANDING_OFFICE;
        c->floor = office ? speaker : NOBODY;
    }
    c->floor_until = index + 1 + FLOOR;
}

/* "Untuk diketahui, ...": the newspaper tells what went before. */
static bool is_background(const struct advisory_context *c, const struct unit *unit) {
    if (unit->first + 1 >= unit->end) {
        return false;
    }
    const struct token *tokens = c->article->tokens.at;
    const struct vocabulary *vocabulary = c->tables->vocabulary;
    uint64_t first = word_entry(vocabulary, tokens[unit->first].word)->lists;
    uint64_t second = word_entry(vocabulary, tokens[unit->first + 1].word)->lists;
    return (first >> LIST_PURPOSE & 1 || first >> LIST_AS_SAID & 1) &&
           second >> LIST_BACKGROUND & 1;
}

void advisory_continue(struct advisory_context *c, size_t index, struct unit *units, size_t count) {
    const struct unit *said = said_unit(units, count);
    if (said) {
        c->said_next = index + 1;
        c->said_until = index + 1 + GO_ON;
        c->said_by = said->speaker;
        c->said_paragraph = said->paragraph;
        take_floor(c, index, said->speaker);
        return;
    }
    if (count == 1 && is_background(c, &units[0])) {
        return;
    }
    if (count == 1 && (c->announcement || (c->floor != NOBODY && index < c->floor_until))) {
        units[0].carried = true;
        units[0].floor = c->floor;
    }
    if (count != 1 || c->said_next != index || index >= c->said_until ||
        advisory_standing(c, c->said_by) != STANDING_OFFICE) {
        return;
    }
    struct unit *unit = &units[0];
    /* "Selain itu, ..." adds to the sentence before, in whatever paragraph that is. */
    unit->continued = unit->paragraph == c->said_paragraph ||
                      advisory_role_at(c, unit->first, CUE_FURTHER) ||
                      next_speaker(c, unit->span.end, end_of_next(c, index)) == c->said_by;
    if (unit->continued) {
        unit->speaker = c->said_by;
        c->said_next = index + 1;
        c->said_paragraph = unit->paragraph;
        c->floor_until = index + 1 + FLOOR;
    }
}

int advisory_first_speaker(const struct advisory_context *c) {
    int first = next_speaker(c, 0, c->article->text.size);
    return advisory_standing(c, first) == STANDING_OFFICE ? first : NOBODY;
}

/* The last mention of one person between the offsets: where it begins, or `from` if there is none.
 */
static size_t last_mention(const struct spans *mentions, size_t from, size_t until) {
    size_t ended = spans_ended(mentions, until);
    size_t start = ended ? mentions->at[ended - 1].start : 0;
    return ended && start >= from ? start + 1 : from;
}

int advisory_named(const struct advisory_context *c, size_t from, size_t until) {
    size_t people = c->facts->people_count < PEOPLE ? c->facts->people_count : PEOPLE;
    size_t latest = from;
    int named = NOBODY;
    for (size_t i = 0; i < people; i++) {
        size_t at = last_mention(&c->facts->people[i].mentions, from, until);
        if (at > latest) {
            latest = at;
            named = (int)i;
        }
    }
    return named;
}
