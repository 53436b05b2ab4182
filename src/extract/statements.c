/* Statements: see statements.h. Before: attributions. After: facts. */
#include <config.h>

#include "extract/statements.h"

#define FRAGMENT_TOKENS 10
#define LEAST_BETWEEN 4   /* words and marks of a sentence between a report and a quotation */
#define OPENING 6         /* words of a sentence in which its subject stands */
#define LONGEST_RUN 8     /* sentences in a row that one attribution carries */
#define LONGEST_CROWDED 2 /* likewise, where the paragraphs are lost */
#define LONGEST_VOICE 60  /* likewise, in paragraphs that say "kita" */

bool statements_tells_event(const struct reading *reading, struct range range) {
    for (uint32_t at = range.first; at < range.end; at++)
        if (reading->tokens[at].letter_case == CASE_LOWER && reading_in(reading, at, LIST_EVENT))
            return true;
    return false;
}

/* "Di akhir acara": the newspaper tells how the occasion went on. */
static bool tells_occasion(const struct reading *reading, uint32_t at) {
    return reading_is(reading, at, KNOWN_DI) && reading_in(reading, at + 1, LIST_MOMENT);
}

/* Words by which somebody is told what to do: what officials say, not what newspapers tell. */
static bool directs(const struct reading *reading, struct range range) {
    for (uint32_t at = range.first; at < range.end; at++) {
        if (reading->tokens[at].kind != TOKEN_WORD || reading->tokens[at].cut)
            continue;
        if (reading_is(reading, at, KNOWN_BOLEH) && at > range.first &&
            reading_is(reading, at - 1, KNOWN_TIDAK))
            return true;
        if (reading_in(reading, at, LIST_DIRECTING))
            return true;
    }
    return false;
}

bool statements_voice(const struct reading *reading, struct range range) {
    bool voice = false;
    for (uint32_t at = range.first; at < range.end; at++) {
        if (reading->tokens[at].kind == TOKEN_QUOTE)
            return false;
        voice = voice || reading_in(reading, at, LIST_OWN_VOICE);
    }
    return voice;
}

/* Words by which the newspaper speaks of something else, or to its readers: "Industri itu sendiri
 * tumbuh 5%."; "Kamu bisa ikut." */
static bool turns_away(const struct reading *reading, struct range range, bool crowded) {
    for (uint32_t at = range.first; at < range.end; at++) {
        if (reading_is(reading, at, KNOWN_KAMU) || reading_is(reading, at, KNOWN_DETIKERS))
            return true;
        if (crowded && reading_is(reading, at, KNOWN_SENDIRI) && at > range.first &&
            at < range.first + OPENING && !reading_in(reading, range.first, LIST_OBLIQUE) &&
            !reading_is(reading, at - 1, KNOWN_DIRI))
            return true;
    }
    return false;
}

/* True if the newspaper itself goes on telling: Diketahui ...; Pada kesempatan itu ... */
static bool breaks(const struct reading *reading, struct range range, bool crowded) {
    if (reading->tokens[range.end - 1].kind == TOKEN_MARK &&
        reading->article->text.data[reading->tokens[range.end - 1].start] == '?')
        return true; /* a heading */
    if (turns_away(reading, range, crowded))
        return true;
    if ((reading_in(reading, range.first, LIST_PURPOSE) ||
         reading_in(reading, range.first, LIST_AS_SAID)) &&
        reading_in(reading, range.first + 1, LIST_BACKGROUND))
        return true;
    if (reading_in(reading, range.first, LIST_OWN_SPEECH) &&
        reading_in(reading, range.first + 1, LIST_POINTING))
        return true; /* Pernyataan itu berbeda ... */
    if (reading_in(reading, range.first, LIST_BREAK))
        return !(reading_is(reading, range.first, KNOWN_PESERTA) && directs(reading, range));
    return reading_in(reading, range.first, LIST_BREAK_BEFORE) &&
           (crowded || reading_in(reading, range.first + 1, LIST_EVENT_NOUN));
}

bool statements_between(const struct reading *reading, struct range range) {
    if (range.end - range.first < LEAST_BETWEEN || tells_occasion(reading, range.first))
        return false;
    bool year = reading->tokens[range.first + 1].kind == TOKEN_NUMBER &&
                reading_in(reading, range.first, LIST_BREAK_BEFORE); /* Pada 2015, ... */
    char last = reading->article->text.data[reading->tokens[range.end - 1].start];
    if (year || last == '?' || last == ':')
        return false;
    return reading_in(reading, range.first, LIST_CONTRAST) ||
           reading_in(reading, range.first, LIST_VERB_BOUND) || /* Setelah ..., */
           !breaks(reading, range, false);
}

static unsigned longest_run(struct surroundings around) {
    if (around.voice)
        return LONGEST_VOICE;
    return around.crowded ? LONGEST_CROWDED : LONGEST_RUN;
}

/* "Hal itu penting", "Selain itu, ...": what stood before goes on, in the next paragraph too. */
static bool points_back(const struct reading *reading, uint32_t at) {
    if (reading_is(reading, at, KNOWN_DI) && reading_in(reading, at + 1, LIST_BESIDE))
        at++; /* Di samping itu */
    if (reading_in(reading, at, LIST_BESIDE))
        return reading_in(reading, at + 1, LIST_POINTING);
    return reading_in(reading, at + 1, LIST_POINTING) &&
           (reading_is(reading, at, KNOWN_HAL) || reading_is(reading, at, KNOWN_SEMUA) ||
            reading_is(reading, at, KNOWN_SELAIN));
}

/* "Kondisi tersebut ...", "Program bantuan ini ...": a paragraph about what the one before spoke
 * of; not one about the occasion or the speech. */
static bool takes_up(const struct reading *reading, uint32_t at) {
    bool close = reading_in(reading, at + 1, LIST_POINTING) ||
                 (reading_in(reading, at + 2, LIST_POINTING) &&
                  reading->tokens[at + 1].letter_case == CASE_LOWER &&
                  !reading_in(reading, at + 1, LIST_EVENT_NOUN));
    return close && reading_kind(reading, at) == WORD_COMMON &&
           !reading_in(reading, at, LIST_EVENT_NOUN) && !reading_in(reading, at, LIST_OWN_SPEECH);
}

bool statements_point(const struct reading *reading, uint32_t at) {
    return at < reading->count && reading->tokens[at].word >= KNOWN_PERTAMA &&
           reading->tokens[at].word <= KNOWN_TERAKHIR && !reading->tokens[at].cut &&
           reading_is(reading, at + 1, KNOWN_COMMA);
}

bool statements_continue(const struct reading *reading, struct range range,
                         struct surroundings around) {
    bool told = reading_is(reading, range.first, KNOWN_HAL) &&
                reading_in(reading, range.first + 1, LIST_POINTING);
    bool same = around.after_report && around.same_paragraph && told;
    bool point = statements_point(reading, range.first);
    if ((!around.after_report && !around.after_quote) || !(around.by_person || same) ||
        around.run >= (point ? LONGEST_RUN : longest_run(around)))
        return false;
    if (around.another || around.by_name)
        return false;
    if (point)
        return true;
    if (around.own_body && around.same_paragraph)
        return true;
    bool close = (around.after_report && (around.same_paragraph || around.voice)) ||
                 (around.after_quote && around.same_paragraph && told);
    if (close && reading_in(reading, range.first, LIST_LINK))
        return true;
    if (reading_in(reading, range.first, LIST_LINK_STRONG))
        return true;
    bool next = around.after_report && !around.same_paragraph && !around.names_anybody &&
                (reading_in(reading, range.first, LIST_LINK) || points_back(reading, range.first) ||
                 takes_up(reading, range.first));
    if (around.dated || breaks(reading, range, around.crowded) ||
        tells_occasion(reading, range.first) || statements_tells_event(reading, range))
        return false;
    return close || next || directs(reading, range);
}

bool statements_fragment(const struct reading *reading, struct range range) {
    if (!reading_in(reading, range.first, LIST_PURPOSE) ||
        range.end - range.first > FRAGMENT_TOKENS)
        return false;
    for (uint32_t at = range.first + 1; at < range.end; at++)
        if (reading_is(reading, at, KNOWN_COMMA) || reading_is(reading, at, KNOWN_JUGA))
            return false;
    return true;
}
