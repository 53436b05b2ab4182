/* The verdict on an act: see verdict.h. Before: the register. After: verify.c, summary/decide.h. */
#include <config.h>

#include "extract/verdict.h"

#include "base/decimal.h"
#include "extract/verify_status.h"

struct text act_name(struct arena *arena, struct text type, struct text number, int year) {
    bool dated = text_find(number, 0, TEXT("/")) < number.size;
    if (number.size == 0)
        return arena_printf(arena, "%.*s %d", (int)type.size, type.data, year);
    if (dated)
        return arena_concat(arena, type, TEXT(" "), number);
    return arena_printf(arena, "%.*s %.*s/%d", (int)type.size, type.data, (int)number.size,
                        number.data, year);
}

bool act_never_issued(const struct legal_register *acts, const struct instrument *act) {
    int last = register_last_number(acts, act->type, act->year);
    return last >= 0 && decimal_read(act->number) > last;
}

/* What a reader must know besides the status, which `by` made: what goes or stays, who amended it,
 * that the day was not known. No words where there is nothing to say. */
static struct note note_on(const struct note_forms *forms, const struct register_entry *entry,
                           const struct register_relation *by, struct date day,
                           enum citation_status status, struct arena *arena) {
    struct text undated =
        !date_is_set(day) && status != STATUS_UNKNOWN ? TEXT("undated") : TEXT("");
    if (by && by->note.size)
        return note_make(forms, arena, "act_stays", (struct text[NOTE_PLACES]){undated, by->note});
    if (by && status == STATUS_AMENDED) {
        struct text later = act_name(arena, by->by_type, by->by_number, by->by_year);
        return note_make(forms, arena, "act_amended", (struct text[NOTE_PLACES]){undated, later});
    }
    if (entry->state == REGISTER_EXPIRED && status == STATUS_UNKNOWN)
        return note_make(forms, arena, "act_over", (struct text[NOTE_PLACES]){{0}});
    if (undated.size)
        return note_make(forms, arena, "undated", (struct text[NOTE_PLACES]){{0}});
    return (struct note){{NULL, 0}, NULL};
}

const struct register_relation *verdict_on(const struct tables *tables,
                                           const struct register_entry *entry, struct date day,
                                           struct citation *citation, struct arena *arena) {
    const struct register_relation *by;
    citation->status = verify_status(tables->acts, entry, day, &by);
    citation->since = entry->from;
    if (entry->title.size && entry->official) /* a paraphrase is not to be quoted */
        citation->title = entry->title;
    bool ended = citation->status == STATUS_REVOKED || citation->status == STATUS_PARTLY_REVOKED;
    if (by && (ended || by->kind == RELATION_ADOPTED))
        citation->replaced_by = act_name(arena, by->by_type, by->by_number, by->by_year);
    struct note note = note_on(tables->notes, entry, by, day, citation->status, arena);
    citation->note = note.words;
    citation->note_values = note.values;
    return by;
}

void verdict_give(const struct tables *tables, struct date day, struct text words,
                  struct citation *citation, struct arena *arena) {
    const struct instrument *act = &citation->resolved;
    const struct register_entry *entry = verify_find(tables->acts, act, words);
    if (entry)
        verdict_on(tables, entry, day, citation, arena);
    else
        citation->status = act_never_issued(tables->acts, act) ? STATUS_IMPOSSIBLE : STATUS_UNKNOWN;
}
