/* Relatives: see relatives.h. Before: mentions and actors. After: people. */
#include <config.h>

#include "extract/relatives.h"

#include "extract/name_words.h"

bool relatives_post_complete(const struct reading *reading, uint32_t row) {
    enum position_kind kind = offices_position(reading->tables->offices, row);
    return kind == POSITION_POST || kind == POSITION_LOCAL;
}

static bool is_woman(const struct reading *reading, struct range titles) {
    for (uint32_t at = titles.first; at < titles.end; at++) {
        const struct hit *hit = reading_hit(reading, at, LEXEME_HONORIFIC);
        if (hit && offices_honorific(reading->tables->offices, hit->row).kind == HONORIFIC_WOMAN)
            return true;
    }
    return false;
}

/* True if the position is an office: one that is complete, or of which is told what it is of; not
 * only a body that they are from. */
static bool holds_office(const struct reading *reading, struct range position, uint32_t row,
                         bool office) {
    if (range_empty(position) || row == NO_ROW)
        return false;
    return office || relatives_post_complete(reading, row);
}

bool relatives_apart(const struct reading *reading, const struct mention *mention,
                     const struct actor *actor) {
    unsigned words = names_telling_words(reading, mention->name);
    unsigned known = names_telling_words(reading, actor->name);
    if (words < 2 || known < 2 || words == known)
        return false;
    bool held = words < known
                    ? holds_office(reading, mention->position, mention->row, mention->office)
                    : holds_office(reading, actor->position, actor->row, actor->office);
    if (held && mention->row != actor->row)
        return true;
    bool woman = is_woman(reading, words > known ? mention->titles : actor->titles);
    return woman && is_woman(reading, mention->titles) != is_woman(reading, actor->titles);
}

bool relatives_kin_of(const struct reading *reading, const struct mention *mention,
                      const struct actor *actor) {
    if (range_empty(mention->position) ||
        name_hash(reading, mention->name.first) == name_hash(reading, actor->name.first) ||
        !reading_in(reading, mention->position.first, LIST_KIN))
        return false;
    for (uint32_t at = mention->position.first + 1; at < mention->position.end; at++)
        if (names_telling(reading, at) && names_has(reading, actor->name, name_hash(reading, at)))
            return true;
    return false;
}
