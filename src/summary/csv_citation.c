/* Citations as cells of a table: see csv_citation.h. */
#include <config.h>

#include "summary/csv_citation.h"

static void put_instrument(struct csv *csv, const struct instrument *instrument) {
    csv_text(csv, instrument->type);
    csv_text(csv, instrument->number);
    if (instrument->year > 0)
        csv_count(csv, (size_t)instrument->year);
    else
        csv_string(csv, "");
}

/* The note in the reader's language, else as it is. */
static struct text in_words(const struct note_wording *wording, struct arena *arena,
                            const struct note_values *values, struct text note) {
    struct text words = {NULL, 0};
    if (wording)
        words = note_words(wording, arena, values);
    return words.size ? words : note;
}

static void put_flags(struct csv *csv, const struct facts *facts, const struct citation *citation,
                      const struct note_wording *wording, struct buffer *scratch) {
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
    csv_text(csv, buffer_view(scratch));
    arena_free(&arena);
}

void csv_citation_cells(struct csv *csv, const struct facts *facts, size_t index,
                        const struct note_wording *wording, struct buffer *scratch) {
    struct arena arena = {0};
    const struct citation *citation = &facts->citations[index];
    put_instrument(csv, &citation->written);
    csv_text(csv, citation->pinpoint);
    put_instrument(csv, &citation->resolved);
    csv_text(csv, citation->title);
    csv_string(csv, citation_status_name(citation->status));
    csv_date(csv, citation->since);
    csv_text(csv, citation->replaced_by);
    csv_text(csv, in_words(wording, &arena, citation->note_values, citation->note));
    arena_free(&arena);
    csv_text(csv, citation->suggestion);
    put_flags(csv, facts, citation, wording, scratch);
    csv_text(csv, citation_text(facts, index));
    csv_count(csv, citation->confidence < 0 ? 0 : (size_t)citation->confidence);
}
