/* Laws that go by a short title: see regulation_nicknames.h. */
#include <config.h>

#include "tables/regulation_nicknames.h"

#include "tables/tsv.h"

static bool holds_on(const struct nickname *nickname, struct date day) {
    if (date_is_set(nickname->from) && date_compare(day, nickname->from) < 0)
        return false;
    return !date_is_set(nickname->until) || date_compare(day, nickname->until) < 0;
}

const struct nickname *nicknames_on(const struct nicknames *nicknames, uint32_t row,
                                    struct date day) {
    size_t end = row;
    while (end < nicknames->count && nicknames->groups[end] == row)
        end++;
    if (!date_is_set(day))
        return end - row == 1 ? &nicknames->at[row] : NULL;
    for (size_t i = row; i < end; i++)
        if (holds_on(&nicknames->at[i], day))
            return &nicknames->at[i];
    return NULL;
}

/* A title of an Undang-Undang stands after that word; a code (KUHP) stands alone. */
static void add_titles(struct arena *arena, struct lexicon *lexicon, struct text names, bool law,
                       uint32_t row) {
    static const char *const before[] = {"UU ",         "Undang-Undang ",         "Undang Undang ",
                                         "UU tentang ", "Undang-Undang tentang ", "UU RI tentang "};
    for (struct text name; tsv_next_form(&names, &name);) {
        if (!law)
            lexicon_add(lexicon, name, LEXEME_NICKNAME, row, LEXEME_ANY_CASE);
        for (size_t i = 0; law && i < sizeof(before) / sizeof(before[0]); i++)
            lexicon_add(lexicon, arena_concat(arena, text_of(before[i]), name, TEXT("")),
                        LEXEME_NICKNAME, row, LEXEME_ANY_CASE);
    }
}

bool nicknames_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                    struct nicknames *out, struct error *error) {
    static const char *const wanted[] = {"names", "type",  "number",  "year",
                                         "from",  "until", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "regulation_nicknames.tsv", wanted, arena, &table, error))
        return false;
    size_t names = tsv_column(&table, "names");
    out->count = table.row_count;
    out->at = arena_alloc_array(arena, table.row_count, sizeof(*out->at));
    out->groups = arena_alloc_array(arena, table.row_count, sizeof(*out->groups));
    for (size_t row = 0; row < table.row_count; row++) {
        struct nickname *nickname = &out->at[row];
        nickname->type = tsv_cell(&table, row, tsv_column(&table, "type"));
        nickname->number = tsv_cell(&table, row, tsv_column(&table, "number"));
        nickname->year = tsv_number(&table, row, tsv_column(&table, "year"), 0);
        nickname->from = date_parse_iso(tsv_cell(&table, row, tsv_column(&table, "from")));
        nickname->until = date_parse_iso(tsv_cell(&table, row, tsv_column(&table, "until")));
        bool again =
            row > 0 && text_equal(tsv_cell(&table, row, names), tsv_cell(&table, row - 1, names));
        out->groups[row] = again ? out->groups[row - 1] : row;
        if (!again)
            add_titles(arena, lexicon, tsv_cell(&table, row, names), text_is(nickname->type, "UU"),
                       (uint32_t)row);
    }
    return true;
}
