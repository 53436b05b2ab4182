/* The verdict on a corrected citation: see verdict.h. Before: a person's correction. After: pages.
 */
#include <config.h>

#include "extract/verdict.h"

#include "extract/verify_status.h"

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

struct note verdict_note(const struct note_forms *forms, struct arena *arena,
                         const struct verdict *verdict) {
    bool known = verdict->status != STATUS_UNKNOWN;
    struct text undated = verdict->undated && known ? TEXT("undated") : TEXT("");
    if (verdict->by && verdict->by->note.size)
        return note_make(forms, arena, "act_stays",
                         (struct text[NOTE_PLACES]){undated, verdict->by->note});
    if (verdict->by && verdict->status == STATUS_AMENDED)
        return note_make(forms, arena, "act_amended",
                         (struct text[NOTE_PLACES]){undated, verdict->later});
    if (verdict->expired && !known)
        return note_make(forms, arena, "act_over", (struct text[NOTE_PLACES]){{0}});
    if (undated.size)
        return note_make(forms, arena, "undated", (struct text[NOTE_PLACES]){{0}});
    return (struct note){{NULL, 0}, NULL};
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
    struct verdict verdict = {.status = citation->status, .by = by};
    if (by)
        verdict.later = name_of(arena, by);
    struct note note = verdict_note(tables->notes, arena, &verdict);
    citation->note = note.words;
    citation->note_values = note.values;
}
