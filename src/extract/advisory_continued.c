/* Sentences that go on with what somebody was saying although no verb says so.
 *
 * Before: units of a sentence. After: the rules treat such a sentence as said. Reporters name the
 * speaker in one sentence and give his orders in the next ("Pegawai harus ..."), or between two
 * quotations of his. */
#include <config.h>

#include "extract/advisory.h"

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

void advisory_continue(struct advisory_context *c, size_t index, struct unit *units, size_t count) {
    const struct unit *said = said_unit(units, count);
    if (said) {
        c->said_next = index + 1;
        c->said_by = said->speaker;
        c->said_paragraph = said->paragraph;
        return;
    }
    if (count != 1 || c->said_next != index ||
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
    }
}
