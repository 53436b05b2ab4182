/* Persons' names: see names.h. Before: tokens and tables. After: mentions. */
#include <config.h>

#include "extract/names.h"

#include "base/ascii.h"
#include "extract/degrees.h"
#include "extract/odd_names.h"
#include "tables/regions.h"

#define NAME_WORDS 6
#define SHORT_WORD 3 /* of a surname that is an acronym as well: Ma */

static bool is_initial(const struct reading *reading, uint32_t at) {
    return reading_capital(reading, at) && reading_size(reading, at) == 1;
}

/* A region's name; *common is set where persons are called so too, or it is an everyday word. */
static bool is_region(const struct reading *reading, uint32_t at, bool *common) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_REGION);
    if (!hit)
        return false;
    bool found = false;
    const struct region_form *form = regions_form(reading->tables->regions, hit->row);
    for (size_t i = 0; i < form->sense_count; i++) {
        enum region_sense_kind kind = form->senses[i].kind;
        if (kind <= REGION_BY_ALIAS || kind == REGION_BY_CAPITAL)
            found = true;
        *common = *common || regions_get(reading->tables->regions, form->senses[i].region)->common;
    }
    return found;
}

/* True if the form of the word at `at` says that it is no name: derived nouns and verbs, and words
 * with -nya. */
static bool derived(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    char last = word.data[word.size - 1];
    if (word.size > 7 &&
        (text_starts(word, "Meng") || text_starts(word, "Memb") || text_ends(word, "itas") ||
         text_ends(word, "isasi") || text_ends(word, "isme") || text_ends(word, "ologi")))
        return true;
    if (last != 'a' && last != 'n')
        return false;
    if (word.size < 7)
        return text_ends(word, "nya") && word.size > 5;
    static const char *const prefixes[] = {"Pe", "Ke", "Me", "Ber", "Ter", NULL};
    if (text_ends(word, "nya") || text_ends(word, "kan"))
        return true;
    if (word.size < 9 || !text_ends(word, "an"))
        return false;
    for (size_t i = 0; prefixes[i]; i++)
        if (text_starts(word, prefixes[i]))
            return true;
    return false;
}

/* A body's name by which nobody is called. */
static bool is_company(const struct reading *reading, uint32_t at) {
    return reading_hit(reading, at, LEXEME_INSTITUTION) && reading_kind(reading, at) != WORD_NAME;
}

static bool upper_may_be_name(const struct reading *reading, uint32_t at) {
    bool called =
        reading_kind(reading, at) == WORD_NAME && !reading_hit(reading, at, LEXEME_INSTITUTION);
    bool acronym = reading_size(reading, at) == 3 && reading_hit(reading, at + 1, LEXEME_REGION);
    return (called || (reading_size(reading, at) <= 3 && !acronym)) && /* but RSI Anyplace */
           reading_joined(reading, at + 1) &&
           !reading_hit(reading, at + 1, LEXEME_HONORIFIC) && /* TNI AL Laksamana Budi */
           !is_company(reading, at + 1) &&                    /* Tim ABC Honda */
           reading_capital(reading, at + 1) && reading->tokens[at + 1].letter_case == CASE_TITLE &&
           words_may_be_name(reading_kind(reading, at + 1));
}

/* True if a rank or an academic title begins at `at`. */
static bool is_title(const struct reading *reading, uint32_t at) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_HONORIFIC);
    if (!hit)
        return false;
    struct honorific title = offices_honorific(reading->tables->offices, hit->row);
    return !title.after && (title.kind == HONORIFIC_RANK || title.kind == HONORIFIC_ACADEMIC);
}

/* True if the tables know the word as another thing than a name. */
static bool known_otherwise(const struct reading *reading, uint32_t at) {
    const uint32_t others = CLASS_BIT(LEXEME_POSITION) | CLASS_BIT(LEXEME_INSTITUTION) |
                            CLASS_BIT(LEXEME_MONTH) | CLASS_BIT(LEXEME_WEEKDAY) |
                            CLASS_BIT(LEXEME_PRONOUN) | CLASS_BIT(LEXEME_REGULATION);
    if (reading_hit(reading, at, LEXEME_POSITION) && odd_names_post(reading, at))
        return false;
    if (reading_kind(reading, at) != WORD_UNKNOWN && !(reading_seen(reading, at) & SEEN_IN_NAME))
        return true;
    if (reading_hit(reading, at, LEXEME_WEEKDAY) && odd_names_day(reading, at))
        return false;
    return (reading_classes(reading, at) & others) || is_title(reading, at);
}

/* K3, G20: no initials of anybody. */
static bool ends_in_digit(const struct reading *reading, uint32_t at) {
    char last = reading->article->text.data[reading->tokens[at].end - 1];
    return ascii_is_digit(last);
}

/* Capitals only: initials before a name (EM Osykar), or two letters at its end (Mahfud MD). */
static bool upper_word(const struct reading *reading, uint32_t at, bool region, bool inside) {
    if (region || reading_hit(reading, at, LEXEME_HONORIFIC) || ends_in_digit(reading, at))
        return false;
    return upper_may_be_name(reading, at) || (inside && reading_size(reading, at) == 2);
}

/* A region's name within a person's: where persons are called so, or at the end of a name that is
 * sure. */
static bool region_in_name(const struct reading *reading, uint32_t at, bool common) {
    bool last = !reading_joined(reading, at + 1) || !reading_capital(reading, at + 1);
    return common || (last && at > 0 && reading_kind(reading, at - 1) == WORD_NAME);
}

/* An opener or term that is a name between two capitals: Jawa Barat Uu Ruzhanul, Baiq Lalu Ahmad.
 */
static bool inner_word(const struct reading *reading, uint32_t at) {
    if (reading->tokens[at].letter_case != CASE_TITLE)
        return false;
    if (reading_seen(reading, at) & SEEN_IN_NAME)
        return true;
    return at > 0 && reading_joined(reading, at) && reading_capital(reading, at - 1) &&
           reading_joined(reading, at + 1) && reading_capital(reading, at + 1) &&
           (words_may_be_name(reading_kind(reading, at + 1)) || is_initial(reading, at + 1));
}

/* "11 April", "April 2026": the month, though persons are called so. */
static bool beside_number(const struct reading *reading, uint32_t at) {
    return (at > 0 && reading->tokens[at - 1].kind == TOKEN_NUMBER) ||
           (reading_joined(reading, at + 1) && reading->tokens[at + 1].kind == TOKEN_NUMBER);
}

uint32_t names_site_end(const struct reading *reading, uint32_t at) {
    uint32_t end = at + 1;
    while (end + 1 < reading->count && reading_is(reading, end, KNOWN_STOP) &&
           reading->tokens[end].gap == GAP_NONE && reading->tokens[end + 1].gap == GAP_NONE &&
           reading->tokens[end + 1].kind == TOKEN_WORD &&
           reading->tokens[end + 1].letter_case == CASE_LOWER)
        end += 2;
    return end > at + 1 ? end : at;
}

/* A word that looks like a verb in -kan, behind a name and before a mark or verb of speech: Emma
 * Anykan, ... */
static bool odd_surname(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    return text_ends(word, "kan") && reading->tokens[at].letter_case == CASE_TITLE && at > 0 &&
           reading_kind(reading, at - 1) == WORD_NAME &&
           (reading_is(reading, at + 1, KNOWN_COMMA) || reading_is(reading, at + 1, KNOWN_OPEN) ||
            reading_hit(reading, at + 1, LEXEME_SPEECH));
}

bool names_word(const struct reading *reading, uint32_t at, bool inside) {
    if (!reading_capital(reading, at) || degrees_specialty(reading, at) ||
        reading_is(reading, at, KNOWN_SUBSP) || degrees_joined(reading, at))
        return false;
    if (reading_size(reading, at) == 1)
        return !degrees_begin(reading, at);
    enum token_case letter_case = reading->tokens[at].letter_case;
    bool called =
        reading_kind(reading, at) == WORD_NAME && letter_case != CASE_UPPER &&
        !(reading_classes(reading, at) & CLASS_BIT(LEXEME_MONTH) && beside_number(reading, at));
    if (reading_kind(reading, at) == WORD_INNER)
        return inner_word(reading, at);
    if (!called && known_otherwise(reading, at))
        return false;
    bool common = false;
    bool region = is_region(reading, at, &common);
    if (letter_case == CASE_UPPER)
        return upper_word(reading, at, region, inside);
    if (called)
        return !region || inside || common;
    if ((derived(reading, at) && !(inside && odd_surname(reading, at))) ||
        (letter_case == CASE_MIXED && !inside) || names_site_end(reading, at) > at)
        return false;
    return !region || (inside && region_in_name(reading, at, common));
}

static bool is_particle(const struct reading *reading, uint32_t at) {
    return reading->tokens[at].letter_case == CASE_LOWER && reading_in(reading, at, LIST_PARTICLE);
}

/* The token after the full stop of an initial or an abbreviated name (M. Amin, Muh. Amin). */
static uint32_t past_stop(const struct reading *reading, uint32_t word, uint32_t next) {
    bool short_form = is_initial(reading, word) ||
                      words_is_abbreviation(reading->tables->vocabulary, &reading->tokens[word]);
    if (short_form && next < reading->count && reading_is(reading, next, KNOWN_STOP) &&
        reading->tokens[next].gap == GAP_NONE)
        return next + 1;
    return next;
}

/* True for a month at the end of a name, beside no number: Ani Mei, ...; but not di Anyplace Mei.
 */
static bool ends_name(const struct reading *reading, uint32_t at) {
    return reading_hit(reading, at, LEXEME_MONTH) && !beside_number(reading, at) &&
           !reading_hit(reading, at - 1, LEXEME_REGION) &&
           (reading_is(reading, at + 1, KNOWN_COMMA) ||
            reading_hit(reading, at + 1, LEXEME_SPEECH));
}

/* An everyday word within a name, between two of its words or at its end: Budi Terang Santoso, Mad
 * Akhir. */
static bool everyday_in_name(const struct reading *reading, uint32_t at) {
    const uint32_t others = CLASS_BIT(LEXEME_POSITION) | CLASS_BIT(LEXEME_REGION);
    enum word_kind kind = reading_kind(reading, at);
    bool called = reading_kind(reading, at - 1) == WORD_NAME;
    bool acronym = called && kind == WORD_TERM && reading_size(reading, at) <= SHORT_WORD &&
                   !(reading_joined(reading, at + 1) && /* Samsul Ma arif */
                     words_may_be_name(reading_kind(reading, at + 1)) &&
                     reading->tokens[at + 1].kind == TOKEN_WORD);
    if (reading->tokens[at].letter_case != CASE_TITLE || !reading_capital(reading, at) ||
        (reading_classes(reading, at) & others) || reading_in(reading, at, LIST_BUSINESS) ||
        (reading_hit(reading, at, LEXEME_INSTITUTION) && !acronym))
        return false;
    bool everyday = kind == WORD_COMMON || acronym ||
                    (kind == WORD_CALENDAR && ends_name(reading, at)) ||
                    (kind == WORD_TERM && names_spoken(reading, at - 1));
    if (!everyday || derived(reading, at))
        return false;
    if (reading_joined(reading, at + 1) && names_word(reading, at + 1, true))
        return called;
    return !reading_joined(reading, at + 1) || !reading_capital(reading, at + 1);
}

/* The token at which the name's next word stands, past a hyphen or particle; NO_TOKEN if the name
 * ends before `at`. */
static uint32_t next_word(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at) || reading->tokens[at].gap == GAP_LINE)
        return NO_TOKEN;
    if (names_word(reading, at, true) || everyday_in_name(reading, at) ||
        odd_names_halves(reading, at))
        return at;
    if (reading_is(reading, at, KNOWN_HYPHEN) && reading->tokens[at].gap == GAP_NONE &&
        at + 1 < reading->count && reading->tokens[at + 1].gap == GAP_NONE &&
        names_word(reading, at + 1, false))
        return at + 1;
    if (reading_is(reading, at, KNOWN_HYPHEN) && reading->tokens[at].gap == GAP_NONE &&
        odd_names_half(reading, at + 1))
        return at + 1;
    if (!is_particle(reading, at))
        return NO_TOKEN;
    uint32_t word = reading_is(reading, at + 1, KNOWN_STOP) ? at + 2 : at + 1; /* br. Sitorus */
    if (reading_joined(reading, word) && is_particle(reading, word))
        word++; /* van der Berg */
    return reading_joined(reading, word) && names_word(reading, word, true) ? word : NO_TOKEN;
}

/* Hamengku Buwono X: a number, whose full stop ends the sentence. */
static bool is_ordinal(const struct reading *reading, uint32_t at) {
    char letter = reading->article->text.data[reading->tokens[at].start];
    return is_initial(reading, at) && (letter == 'X' || letter == 'V');
}

static uint32_t end_from(const struct reading *reading, uint32_t at) {
    uint32_t last = at, end = past_stop(reading, at, at + 1);
    for (int words = 1; words < NAME_WORDS; words++) {
        uint32_t next = next_word(reading, end);
        if (next == NO_TOKEN)
            break;
        last = next;
        end = past_stop(reading, next, next + 1);
    }
    return last > at && is_ordinal(reading, last) ? last + 1 : end;
}

uint32_t names_end(const struct reading *reading, uint32_t at) {
    if (!names_word(reading, at, false) && !odd_names_before_halves(reading, at))
        return at;
    uint32_t end = end_from(reading, at);
    bool stopped = end == at + 2 && is_initial(reading, at) &&
                   reading_is(reading, at + 1, KNOWN_STOP); /* "M." alone */
    bool particle =
        reading_is(reading, at, KNOWN_AL) && /* Al Quran, Al-Quran are nobody */
        (end == at + 1 || (end == at + 2 && reading_kind(reading, at + 1) == WORD_COMMON));
    return stopped || particle ? at : end;
}

/* Behind a title, an everyday word is a name as well: AKBP Terang Santoso. */
static bool names_titled(const struct reading *reading, uint32_t at) {
    if (names_word(reading, at, false))
        return true;
    const uint32_t others = CLASS_BIT(LEXEME_POSITION) | CLASS_BIT(LEXEME_INSTITUTION) |
                            CLASS_BIT(LEXEME_REGION) | CLASS_BIT(LEXEME_HONORIFIC);
    enum word_kind kind = reading_kind(reading, at);
    bool common = kind == WORD_COMMON && !derived(reading, at);
    bool odd = kind == WORD_UNKNOWN && derived(reading, at); /* H. Sholekan looks like a verb */
    return reading_capital(reading, at) && (common || odd) &&
           reading->tokens[at].letter_case == CASE_TITLE &&
           !(reading_classes(reading, at) & others);
}

uint32_t names_end_titled(const struct reading *reading, uint32_t at) {
    return names_titled(reading, at) ? end_from(reading, at) : at;
}

bool names_spoken(const struct reading *reading, uint32_t at) {
    return reading_kind(reading, at) == WORD_COMMON && names_titled(reading, at) &&
           (reading_seen(reading, at) & SEEN_SPEAKING) && !derived(reading, at);
}

/* True if a name, or another title, stands at `at`: a title is one only before these (H. Budi, but
 * Blok H). */
static bool leads_to_name(const struct reading *reading, uint32_t title, uint32_t at) {
    /* A rank that is a post as well needs more than an everyday word: Komisaris Independen X. */
    bool capital = reading_capital(reading, title) && !reading_hit(reading, title, LEXEME_POSITION);
    return reading_joined(reading, at) &&
           ((capital ? names_titled(reading, at) : names_word(reading, at, false)) ||
            (names_titled(reading, at) && names_word(reading, at + 1, false)) || /* dr. Indah Ayu */
            degrees_honorific(reading, at, false));
}

/* The token behind "C." at `at`, a corps written with a full stop (Letkol C.Zi Budi); else `at`. */
static uint32_t past_corps(const struct reading *reading, uint32_t at) {
    bool corps = is_initial(reading, at) && reading_is(reading, at + 1, KNOWN_STOP) &&
                 reading->tokens[at + 1].gap == GAP_NONE && at + 2 < reading->count &&
                 reading->tokens[at + 2].gap == GAP_NONE;
    return corps ? at + 2 : at;
}

/* The token after a title, its full stop, and what stands in parentheses behind a rank: (Purn),
 * (Czi). */
static uint32_t past_title(const struct reading *reading, const struct hit *hit) {
    uint32_t at = hit->end;
    if (reading_is(reading, at, KNOWN_STOP) && reading->tokens[at].gap == GAP_NONE)
        at++;
    if (reading_is(reading, at, KNOWN_OPEN) && reading_is(reading, at + 2, KNOWN_CLOSE))
        at += 3;
    else if (reading_is(reading, at, KNOWN_OPEN) && reading_is(reading, at + 3, KNOWN_CLOSE))
        at += 4;
    else if (reading_is(reading, at, KNOWN_OPEN) && is_initial(reading, at + 1) &&
             reading_is(reading, at + 5, KNOWN_CLOSE))
        at += 6; /* (H.C.) */
    for (uint32_t arm; reading_joined(reading, arm = past_corps(reading, at)) &&
                       reading_in(reading, arm, LIST_ARM);) {
        at = arm + 1;
        if (reading_is(reading, at, KNOWN_STOP) && reading->tokens[at].gap == GAP_NONE)
            at++;
    }
    return at;
}

bool names_other_thing(const struct reading *reading, uint32_t at) {
    if (at == 0 || !reading_joined(reading, at) || !reading_capital(reading, at - 1))
        return false;
    bool day = reading_is(reading, at - 1, KNOWN_HARI) && /* Hari Anak Nasional */
               reading_capital(reading, at);
    return day || (reading_kind(reading, at - 1) == WORD_PLACE &&
                   !hits_before(&reading->article->hits, at, LEXEME_POSITION));
}

/* "Kapolsek Anyplace Mas Kompol Budi": a courtesy behind a capital and before a rank ends a place's
 * name. */
static bool ends_place(const struct reading *reading, const struct hit *hit, uint32_t next) {
    const struct hit *rank = degrees_honorific(reading, next, false);
    return rank && hit->first > 0 && reading_joined(reading, hit->first) &&
           reading_capital(reading, hit->first - 1) &&
           offices_honorific(reading->tables->offices, hit->row).kind == HONORIFIC_COURTESY &&
           offices_honorific(reading->tables->offices, rank->row).kind == HONORIFIC_RANK;
}

uint32_t names_titles_from(const struct reading *reading, uint32_t at) {
    uint32_t first = at;
    if (names_other_thing(reading, at))
        return at;
    for (int titles = 0; titles < 6; titles++) {
        const struct hit *hit = degrees_honorific(reading, at, false);
        if (!hit || (at > first && !reading_joined(reading, at)))
            break;
        uint32_t next = past_title(reading, hit);
        if (ends_place(reading, hit, next))
            break;
        if (!leads_to_name(reading, at, next))
            break;
        at = next;
    }
    return at;
}

uint32_t names_age_after(const struct reading *reading, uint32_t at) {
    if (reading_joined(reading, at) && reading_is(reading, at, KNOWN_OPEN) &&
        at + 2 < reading->count && reading->tokens[at + 1].kind == TOKEN_NUMBER &&
        reading_is(reading, at + 2, KNOWN_CLOSE))
        return at + 3;
    return at;
}
