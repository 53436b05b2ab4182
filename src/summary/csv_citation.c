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

static void put_flags(struct csv *csv, const struct facts *facts, const struct citation *citation,
                      struct buffer *scratch) {
    buffer_clear(scratch);
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        if (!text_is(flag->fact, citation->fid))
            continue;
        buffer_string(scratch, scratch->size ? " | " : "");
        buffer_string(scratch, flag_kind_name(flag->kind));
        buffer_string(scratch, flag->note.size ? ": " : "");
        buffer_text(scratch, flag->note);
    }
    csv_text(csv, buffer_view(scratch));
}

void csv_citation_cells(struct csv *csv, const struct facts *facts, size_t index,
                        struct buffer *scratch) {
    const struct citation *citation = &facts->citations[index];
    put_instrument(csv, &citation->written);
    csv_text(csv, citation->pinpoint);
    put_instrument(csv, &citation->resolved);
    csv_text(csv, citation->title);
    csv_string(csv, citation_status_name(citation->status));
    csv_date(csv, citation->since);
    csv_text(csv, citation->replaced_by);
    csv_text(csv, citation->note);
    csv_text(csv, citation->suggestion);
    put_flags(csv, facts, citation, scratch);
    csv_text(csv, citation_text(facts, index));
    csv_count(csv, citation->confidence < 0 ? 0 : (size_t)citation->confidence);
}
