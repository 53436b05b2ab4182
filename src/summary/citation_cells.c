/* Citations as cells of a table: see citation_cells.h. */
#include <config.h>

#include "summary/citation_cells.h"

static void put_instrument(struct table_sink *table, const struct instrument *instrument) {
    table_text(table, instrument->type);
    table_text(table, instrument->number);
    if (instrument->year > 0)
        table_count(table, (size_t)instrument->year);
    else
        table_string(table, "");
}

/* The note in the reader's language, else as it is. */
static struct text in_words(const struct note_wording *wording, struct arena *arena,
                            const struct note_values *values, struct text note) {
    struct text words = {NULL, 0};
    if (wording)
        words = note_words(wording, arena, values);
    return words.size ? words : note;
}

static void put_flags(struct table_sink *table, const struct facts *facts,
                      const struct citation *citation, const struct note_wording *wording,
                      struct buffer *scratch) {
    struct arena arena = {0};
    buffer_clear(scratch);
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        if (!text_is(flag->fact, citation->fid))
            continue;
        buffer_string(scratch, scratch->size ? " | " : "");
        buffer_string(scratch, flag_kind_name(flag->kind));
        buffer_string(scratch, flag->note.size ? ": " : "");
        buffer_text(scratch, in_words(wording, &arena, flag->values, flag->note));
    }
    table_text(table, buffer_view(scratch));
    arena_free(&arena);
}

void citation_cells(struct table_sink *table, const struct facts *facts, size_t index,
                    const struct note_wording *wording, struct buffer *scratch) {
    struct arena arena = {0};
    const struct citation *citation = &facts->citations[index];
    put_instrument(table, &citation->written);
    table_text(table, citation->pinpoint);
    put_instrument(table, &citation->resolved);
    table_text(table, citation->title);
    table_string(table, citation_status_name(citation->status));
    table_date(table, citation->since);
    table_text(table, citation->replaced_by);
    table_text(table, in_words(wording, &arena, citation->note_values, citation->note));
    arena_free(&arena);
    table_text(table, citation->suggestion);
    put_flags(table, facts, citation, wording, scratch);
    table_text(table, citation_text(facts, index));
    table_count(table, citation->confidence < 0 ? 0 : (size_t)citation->confidence);
}
