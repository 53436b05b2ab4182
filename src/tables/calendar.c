/* Loads the words of dates: see calendar.h. */
#include <config.h>

#include "tables/calendar.h"

#include "base/decimal.h"
#include "tables/tsv.h"

#define ELECTIONS 8     /* kinds at most */
#define YEARS_FROM 1990 /* years of elections are bits of a word from here on */
#define YEARS_UNTIL 2053

struct calendar {
    uint64_t held[ELECTIONS]; /* bit n: in YEARS_FROM + n */
    size_t election_count;
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
    {"interview", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_INTERVIEW, CALENDAR_INTERVIEW},
    {"this_year", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_THIS_YEAR, CALENDAR_THIS_YEAR},
    {"stage", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_STAGE, CALENDAR_STAGE},
    {"copyright", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_COPYRIGHT, CALENDAR_COPYRIGHT},
    {"election", LEXEME_RELATIVE_DAY, LEXEME_ANY_CASE, CALENDAR_ELECTION, CALENDAR_ELECTION},
};

static const struct kind *kind_of(struct text name) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(name, kinds[i].name))
            return &kinds[i];
    return NULL;
}

/* Reads the years of an election; the number of its kind, or -1. */
static int load_election(struct text years, struct calendar *calendar) {
    struct text year;
    if (calendar->election_count == ELECTIONS)
        return -1;
    uint64_t *held = &calendar->held[calendar->election_count];
    while (tsv_next_form(&years, &year)) {
        int number = decimal_read(year);
        if (number < YEARS_FROM || number > YEARS_UNTIL)
            return -1;
        *held |= UINT64_C(1) << (number - YEARS_FROM);
    }
    return *held ? CALENDAR_ELECTION + (int)calendar->election_count++ : -1;
}

static bool load_row(const struct tsv *table, size_t row, struct calendar *calendar,
                     struct lexicon *lexicon, struct error *error) {
    struct text name = tsv_cell(table, row, tsv_column(table, "kind"));
    const struct kind *kind = kind_of(name);
    if (!kind)
        return tsv_row_error(table, row, error, "unknown kind: \"%.*s\"", (int)name.size,
                             name.data);
    int value = kind->first;
    if (kind->last > kind->first)
        value = tsv_number(table, row, tsv_column(table, "value"), -1);
    bool election = kind->first == CALENDAR_ELECTION && kind->class == LEXEME_RELATIVE_DAY;
    if (election)
        value = load_election(tsv_cell(table, row, tsv_column(table, "value")), calendar);
    if (value < kind->first || (value > kind->last && !election))
        return tsv_row_error(table, row, error, "value out of range: \"%.*s\"", (int)name.size,
                             name.data);
    struct text forms = tsv_cell(table, row, tsv_column(table, "forms")), form;
    while (tsv_next_form(&forms, &form))
        if (!lexicon_add(lexicon, form, kind->class, (uint32_t)value, kind->letter_case))
            return tsv_row_error(table, row, error, "form given twice: \"%.*s\"", (int)form.size,
                                 form.data);
    return true;
}

const struct calendar *calendar_load(const char *folder, struct arena *arena,
                                     struct lexicon *lexicon, struct error *error) {
    static const char *const wanted[] = {"kind", "canonical", "forms", "value", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "calendar.tsv", wanted, arena, &table, error))
        return NULL;
    struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
    *calendar = (struct calendar){.election_count = 0};
    for (size_t row = 0; row < table.row_count; row++)
        if (!load_row(&table, row, calendar, lexicon, error))
            return NULL;
    return calendar;
}

static bool held_in(uint64_t years, int year) {
    return year >= YEARS_FROM && year <= YEARS_UNTIL && (years >> (year - YEARS_FROM) & 1);
}

/* True if `year` lies between the first and the last of the years. */
static bool reaches(uint64_t years, int year) {
    return year >= YEARS_FROM && year <= YEARS_UNTIL && years >> (year - YEARS_FROM) &&
           years << (YEARS_UNTIL - year);
}

int calendar_election_year(const struct calendar *calendar, uint32_t elections, int year) {
    uint64_t years = UINT64_MAX;
    for (size_t i = 0; i < calendar->election_count; i++)
        if (elections >> i & 1) {
            years &= calendar->held[i];
            if (!reaches(calendar->held[i], year))
                return 0;
        }
    for (int distance = 0; elections && distance <= YEARS_UNTIL - YEARS_FROM; distance++) {
        if (held_in(years, year - distance))
            return year - distance;
        if (held_in(years, year + distance))
            return year + distance;
    }
    return 0;
}
