/* What was meant: see verify_suggest.h. Only acts within one slip of the pen are looked up, so that
 * the work for a citation does not depend on the size of the register. */
#include <config.h>

#include "extract/verify_suggest.h"

#include <stdio.h>
#include <string.h>

#include "extract/citation_number.h"
#include "tables/regulation_types.h"

#define SHORT_NUMBER 4   /* digits of a number that may be mistyped */
#define CLEAR_LEAD 2     /* points by which the best must lead */
#define ENOUGH_WITHOUT 5 /* points that the best needs where the text gives no title */
#define EXAMINED_BONUS 2 /* acts that civil servants deal with */
#define LONG_YEAR 2000   /* numbers; the longest national series has some hundred a year */
#define SEARCHES 256     /* in one article: no article has so many errors, but a hostile one */
#define CONTEXT_LIMIT 3  /* words of the context that count */

/* Points for how near an act is. */
enum nearness { NEAR_DIGIT = 1, NEAR_TYPE = 2, NEAR_SWAP = 2, NEAR_YEAR = 3 };

struct search {
    const struct verifier *verifier;
    const struct verified *verified;
    const struct written_title *title;
    size_t context_first, context_end;
    const struct register_entry *best;
    int best_points, second_points;
};

/* Words of the act's title in the sentences around. */
static int context_points(const struct search *search, const struct register_entry *entry) {
    unsigned found =
        title_words_in(search->verifier, search->context_first, search->context_end, entry->title);
    return (int)(found < CONTEXT_LIMIT ? found : CONTEXT_LIMIT);
}

/* Points of a candidate, 0 if it is none. */
static int points_of(const struct search *search, const struct register_entry *entry, int near) {
    const struct written_title *title = search->title;
    if (title->first < title->end) {
        bool whole;
        if (!title_matches(search->verifier, title->first, title->end, entry->title, &whole))
            return 0;
        return 2 * near + (whole ? 2 : 0);
    }
    int context = near > NEAR_DIGIT ? context_points(search, entry) : 0;
    int bonus = entry->state == REGISTER_LISTED ? 0 : EXAMINED_BONUS;
    return context > 0 ? near + bonus + context : near;
}

static void try_act(struct search *search, struct text type, struct text number, int year,
                    int near) {
    const struct register_entry *entry =
        register_find(search->verifier->tables->acts, type, number, year, TEXT(""));
    if (!entry || entry == search->verified->entry || entry == search->best || !entry->title.size)
        return;
    int points = points_of(search, entry, near);
    if (points > search->best_points) {
        search->second_points = search->best_points;
        search->best_points = points;
        search->best = entry;
    } else if (points > search->second_points) {
        search->second_points = points;
    }
}

/* True if the years differ in one digit, or by two neighbouring digits changed over. */
static bool years_alike(int a, int b) {
    int differ = 0, unit = 1; /* the last place where they differ */
    for (int place = 1000; place > 0; place /= 10)
        if (a / place % 10 != b / place % 10) {
            differ++;
            unit = place;
        }
    return differ == 1 || (differ == 2 && a / unit % 10 == b / unit / 10 % 10 &&
                           a / unit / 10 % 10 == b / unit % 10);
}

static void try_years(struct search *search, const struct instrument *said) {
    for (int year = CITATION_YEAR_FIRST; year <= CITATION_YEAR_LAST; year++) {
        int apart = year > said->year ? year - said->year : said->year - year;
        if (apart == 1)
            try_act(search, said->type, said->number, year, NEAR_YEAR);
        else if (apart && years_alike(year, said->year))
            try_act(search, said->type, said->number, year, NEAR_SWAP);
    }
}

/* The numbers that come of one digit changed, left out or put in, or two changed over. */
static void try_numbers(struct search *search, const struct instrument *said) {
    size_t size = said->number.size;
    char copy[SHORT_NUMBER + 2];
    if (size == 0 || size > SHORT_NUMBER)
        return;
    for (size_t i = 0; i + 1 < size; i++) {
        memcpy(copy, said->number.data, size);
        copy[i] = said->number.data[i + 1];
        copy[i + 1] = said->number.data[i];
        try_act(search, said->type, (struct text){copy, size}, said->year, NEAR_SWAP);
    }
    for (size_t i = 0; i < size && size > 1; i++) {
        memcpy(copy, said->number.data, i);
        memcpy(copy + i, said->number.data + i + 1, size - i - 1);
        try_act(search, said->type, (struct text){copy, size - 1}, said->year, NEAR_DIGIT);
    }
    for (char digit = '0'; digit <= '9'; digit++) {
        for (size_t i = 0; i <= size; i++) {
            memcpy(copy, said->number.data, size);
            copy[i] = digit;
            if (i < size)
                try_act(search, said->type, (struct text){copy, size}, said->year, NEAR_DIGIT);
            memcpy(copy + i + 1, said->number.data + i, size - i);
            try_act(search, said->type, (struct text){copy, size + 1}, said->year, NEAR_DIGIT);
        }
    }
}

/* All numbers of the year, for a number that was never given out: by the title only. A user's file
 * may say that a year has a million. */
static void try_year(struct search *search, const struct instrument *said) {
    int last = register_last_number(search->verifier->tables->acts, said->type, said->year);
    if (last > LONG_YEAR)
        return;
    for (int number = 1; number <= last; number++) {
        char digits[16];
        int size = snprintf(digits, sizeof digits, "%d", number);
        try_act(search, said->type, (struct text){digits, (size_t)size}, said->year, NEAR_DIGIT);
    }
}

static void try_types(struct search *search, const struct instrument *said) {
    static const char *const types[] = {"UU",          "Perppu",      "PP",
                                        "Perpres",     "PermenPANRB", "KepmenPANRB",
                                        "Permendagri", "PKPU",        "Perbawaslu"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (!text_is(said->type, types[i]))
            try_act(search, text_of(types[i]), said->number, said->year, NEAR_TYPE);
}

/* Acts of regions and offices are not in the register, but have titles like those of the acts that
 * they carry out: "Perda 12/2019 tentang Pengelolaan Keuangan Daerah" is no slip for PP 12/2019. */
const struct register_entry *verify_suggest(struct verifier *verifier,
                                            const struct verified *verified,
                                            const struct written_title *title, bool impossible) {
    const struct instrument *said = &verified->citation->resolved;
    struct search search = {.verifier = verifier, .verified = verified, .title = title};
    bool titled = title->first < title->end;
    if (!said->number.size || !said->year || (!titled && !impossible) ||
        regulation_type_is_local(said->type) || verifier->searches >= SEARCHES)
        return NULL;
    verifier->searches++;
    verify_window(verifier, verified, 1, &search.context_first, &search.context_end);
    try_years(&search, said);
    try_numbers(&search, said);
    try_types(&search, said);
    if (titled && impossible)
        try_year(&search, said);
    int enough = titled ? 1 : ENOUGH_WITHOUT;
    int lead = titled ? 1 : CLEAR_LEAD;
    bool wins = search.best_points >= enough && search.best_points - search.second_points >= lead;
    return wins ? search.best : NULL;
}
