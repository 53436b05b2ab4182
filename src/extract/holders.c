/* Holders: see holders.h. Before: people. After: speakers. */
#include <config.h>

#include "extract/holders.h"

#include "extract/name_words.h"

#define RECENT 24 /* actors who are asked */

/* The row of the shortest position at the head: "Kepala" of "Kepala Badan". */
static uint32_t head_row(const struct reading *reading, uint32_t head) {
    const struct hits *hits = &reading->article->hits;
    uint32_t row = NO_ROW;
    for (uint32_t i = hits->begin[head]; i < hits->begin[head + 1]; i++)
        if (hits->at[i].class == LEXEME_POSITION)
            row = hits->at[i].row; /* the longest are first */
    return row;
}

/* True if the word or body at `at` stands in the other position too. */
static bool shared(const struct reading *reading, uint32_t at, struct range other) {
    const struct hit *body = reading_hit(reading, at, LEXEME_INSTITUTION);
    for (uint32_t i = other.first + 1; body && i < other.end; i++) {
        const struct hit *hit = reading_hit(reading, i, LEXEME_INSTITUTION);
        if (hit && body->row == hit->row)
            return true;
    }
    other.first++;
    return names_telling(reading, at) && names_has(reading, other, name_hash(reading, at));
}

/* True if two positions may be of one office: they share a body, or a word behind the head, or one
 * has the initials of the other's. */
static bool same_office(const struct reading *reading, struct range a, struct range b) {
    for (uint32_t at = a.first + 1; at < a.end; at++)
        if (shared(reading, at, b) || names_initials(reading, at, b))
            return true;
    for (uint32_t at = b.first + 1; at < b.end; at++)
        if (names_initials(reading, at, a))
            return true;
    return false;
}

static bool holds(const struct reading *reading, const struct actor *actor,
                  const struct mention *role) {
    if (actor->kind == MENTION_BODY || range_empty(actor->position))
        return false;
    bool same_row = actor->row == role->row;
    if (actor->prefixed != role->prefixed ||
        (!same_row && head_row(reading, actor->head) != head_row(reading, role->head)))
        return false;
    if (!role->office || !actor->office)
        return same_row;
    return same_office(reading, role->position, actor->position);
}

int holders_find(const struct reading *reading, const struct actor *actors, size_t count,
                 const struct mention *role) {
    int best = NO_ACTOR;
    for (size_t i = count > RECENT ? count - RECENT : 0; i < count; i++) {
        const struct actor *actor = &actors[i];
        if (!holds(reading, actor, role))
            continue;
        const struct actor *other = best == NO_ACTOR ? NULL : &actors[best];
        bool before = actor->first <= role->words.first;
        if (!other || (before && actor->last > other->last))
            best = (int)i;
    }
    return best;
}
