/* Citations as a table to go through: see citation_list.h. */
#include <config.h>

#include "cli/citation_list.h"

#include "summary/citation_cells.h"

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

static void put_context(struct table_sink *table, const struct facts *facts, struct span span) {
    struct text text = facts->text;
    size_t start = context_start(text, span.start), end = context_end(text, span.end);
    table_text(table, text_trim(text_slice(text, (struct span){start, end})));
}

void citation_list_start(struct table_sink *table) {
    table_head(table, "fid article event_date published region_code " CITATION_HEADINGS
                      " context publisher url");
}

void citation_list_add(struct table_sink *table, const struct facts *facts,
                       const struct note_wording *wording, struct buffer *scratch) {
    for (size_t i = 0; i < facts->citation_count; i++) {
        table_string(table, facts->citations[i].fid);
        table_text(table, facts->id);
        table_date(table, facts->event_date);
        table_date(table, facts->published);
        table_text(table, facts->region_code);
        citation_cells(table, facts, i, wording, scratch);
        put_context(table, facts, facts->citations[i].span);
        table_text(table, facts->publisher);
        table_text(table, facts->url);
        table_end_row(table);
    }
}
