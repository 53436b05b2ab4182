/* Loads the words of dates: see calendar.h. */
#include <config.h>

#include "tables/calendar.h"

#include "tables/tsv.h"

struct calendar {
    size_t rows;
};

/* What a kind's forms are in the lexicon. Months and zones are recognised in any case, because they
 * count beside a number only. */
static const struct kind {
    const char *name;
    enum lexeme_class class;
    enum lexeme_case letter_case;
    int first, last; /* range of `value`; the row where it is none */
} kinds[] = {
    {"month", LEXEME_MONTH, LEXEME_ANY_CASE, 1, 12},
    {"day", LEXEME_WEEKDAY, LEXEME_CAPITAL, 1, 7},
    {"zone", LEXEME_TIME_ZONE, LEXEME_CAPITAL, 7, 9},
    {"part", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_PART, CALENDAR_PART},
    {"link", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_LINK, CALENDAR_LINK},
    {"future", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_FUTURE, CALENDAR_FUTURE},
    {"past", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_PAST, CALENDAR_PAST},
    {"bound", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_BOUND, CALENDAR_BOUND},
    {"document", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_DOCUMENT, CALENDAR_DOCUMENT},
    {"plan", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_PLAN, CALENDAR_PLAN},
    {"background", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_BACKGROUND, CALENDAR_BACKGROUND},
    {"cited", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_CITED, CALENDAR_CITED},
};

static bool bad_row(const struct tsv *table, size_t row, const char *what, struct text form,
                    struct error *error) {
    error_set(error, EXIT_CONFIG, "%s: \"%.*s\"", what, (int)form.size, form.data);
    error_at(error, table->path, table->lines[row]);
    return false;
}

static const struct kind *kind_of(struct text name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(name, kinds[i].name))
            return &kinds[i];
    return NULL;
}

static bool load_row(const struct tsv *table, size_t row, struct lexicon *lexicon,
                     struct error *error) {
    struct text name = tsv_cell(table, row, tsv_column(table, "kind"));
    const struct kind *kind = kind_of(name);
    if (!kind)
        return bad_row(table, row, "unknown kind", name, error);
    int value = kind->first;
    if (kind->last > kind->first)
        value = tsv_number(table, row, tsv_column(table, "value"), -1);
    if (value < kind->first || value > kind->last)
        return bad_row(table, row, "value out of range", name, error);
    struct text forms = tsv_cell(table, row, tsv_column(table, "forms")), form;
    while (tsv_next_form(&forms, &form))
        if (!lexicon_add(lexicon, form, kind->class, (uint32_t)value, kind->letter_case))
            return bad_row(table, row, "form given twice", form, error);
    return true;
}

const struct calendar *calendar_load(const char *folder, struct arena *arena,
                                     struct lexicon *lexicon, struct error *error) {
    static const char *const wanted[] = {"kind", "canonical", "forms", "value", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "calendar.tsv", wanted, arena, &table, error))
        return NULL;
    for (size_t row = 0; row < table.row_count; row++)
        if (!load_row(&table, row, lexicon, error))
            return NULL;
    struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
    calendar->rows = table.row_count;
    return calendar;
}
