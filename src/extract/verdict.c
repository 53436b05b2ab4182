/* The verdict on a corrected citation: see verdict.h. Before: a person's correction. After: pages.
 */
#include <config.h>

#include "extract/verdict.h"

#include "extract/verify_status.h"
#include "tables/register.h"

static struct text name_of(struct arena *arena, const struct register_relation *by) {
    return by->by_number.size
               ? arena_printf(arena, "%.*s %.*s/%d", (int)by->by_type.size, by->by_type.data,
                              (int)by->by_number.size, by->by_number.data, by->by_year)
               : arena_printf(arena, "%.*s %d", (int)by->by_type.size, by->by_type.data,
                              by->by_year);
}

/* The number where it is nothing but digits, few enough to be one; -1 else. */
static int number_of(struct text number) {
    int value = 0;
    if (number.size == 0 || number.size > 6)
        return -1;
    for (size_t i = 0; i < number.size; i++) {
        if (number.data[i] < '0' || number.data[i] > '9')
            return -1;
        value = value * 10 + (number.data[i] - '0');
    }
    return value;
}

void verdict_give(const struct tables *tables, struct date day, struct text words,
                  struct citation *citation, struct arena *arena) {
    const struct instrument *act = &citation->resolved;
    const struct register_entry *entry = verify_find(tables->acts, act, words);
    if (!entry) {
        int last = register_last_number(tables->acts, act->type, act->year);
        citation->status =
            last >= 0 && number_of(act->number) > last ? STATUS_IMPOSSIBLE : STATUS_UNKNOWN;
        return;
    }
    const struct register_relation *by;
    citation->status = verify_status(tables->acts, entry, day, &by);
    citation->since = entry->from;
    if (entry->title.size && entry->official)
        citation->title = entry->title;
    bool ended = citation->status == STATUS_REVOKED || citation->status == STATUS_PARTLY_REVOKED;
    if (by && (ended || by->kind == RELATION_ADOPTED))
        citation->replaced_by = name_of(arena, by);
    if (by && by->note.size)
        citation->note = by->note;
    else if (by && citation->status == STATUS_AMENDED)
        citation->note =
            arena_concat(arena, TEXT("last amended by "), name_of(arena, by), TEXT(""));
}
