/* Citations as a table to go through: see citation_list.h. */
#include <config.h>

#include "cli/citation_list.h"

#include "summary/csv_citation.h"

#define AROUND 200 /* bytes of context on either side at most */

/* Where the context begins: in the citation's paragraph, behind a space. */
static size_t context_start(struct text text, size_t at) {
    size_t start = at, limit = at > AROUND ? at - AROUND : 0;
    for (size_t i = at; i > limit && text.data[i - 1] != '\n'; i--)
        if (i - 1 == 0)
            return 0;
        else if (text.data[i - 2] == ' ' || text.data[i - 2] == '\n')
            start = i - 1;
    return start;
}

/* Where it ends: in the paragraph, before a space or at the end. */
static size_t context_end(struct text text, size_t at) {
    size_t end = at;
    for (size_t i = at; i <= text.size && i <= at + AROUND; i++) {
        if (i == text.size || text.data[i] == ' ' || text.data[i] == '\n')
            end = i;
        if (i < text.size && text.data[i] == '\n')
            break;
    }
    return end;
}

static void put_context(struct csv *csv, const struct facts *facts, struct span span) {
    struct text text = facts->text;
    size_t start = context_start(text, span.start), end = context_end(text, span.end);
    csv_text(csv, text_trim(text_slice(text, (struct span){start, end})));
}

void citation_list_start(struct buffer *out, char separator) {
    csv_start(out, separator,
              "fid article event_date published region_code " CSV_CITATION_HEADINGS
              " context publisher url");
}

void citation_list_add(struct buffer *out, char separator, const struct facts *facts,
                       const struct note_wording *wording, struct buffer *scratch) {
    struct csv csv = {out, separator, false};
    for (size_t i = 0; i < facts->citation_count; i++) {
        csv_string(&csv, facts->citations[i].fid);
        csv_text(&csv, facts->id);
        csv_date(&csv, facts->event_date);
        csv_date(&csv, facts->published);
        csv_text(&csv, facts->region_code);
        csv_citation_cells(&csv, facts, i, wording, scratch);
        put_context(&csv, facts, facts->citations[i].span);
        csv_text(&csv, facts->publisher);
        csv_text(&csv, facts->url);
        csv_end_row(&csv);
    }
}
