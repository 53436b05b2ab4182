/* Persons' names: which words may be one, and the titles around them.
 *
 * Before: struct reading. After: mentions, which put names together with positions. */
#ifndef TAKLIMAT_EXTRACT_NAMES_H
#define TAKLIMAT_EXTRACT_NAMES_H

#include "extract/reading.h"

/* True if the word at `at` may be part of a person's name: a capital, and nothing that the tables
 * know as another thing. `inside`: a name word stands right before it, so that a region's name
 * counts as well (Arya Bima). */
bool names_word(const struct reading *reading, uint32_t at, bool inside);

/* The token after the site whose name begins at `at` (Kedai.co, Warta.co.id), which is that of a
 * company; `at` itself if there is none. */
uint32_t names_site_end(const struct reading *reading, uint32_t at);

/* The token after the name that begins at `at`; `at` itself if there is none. Takes initials (M.,
 * S.), particles (bin, al) and hyphens; at most 6 words. */
uint32_t names_end(const struct reading *reading, uint32_t at);

/* The same behind a title, where an everyday word may be a name too. */
uint32_t names_end_titled(const struct reading *reading, uint32_t at);

/* True if the title or post at `at` stands in the name of a place, a society or a day: Persatuan
 * Dokter Emergensi, Jalan Jenderal Sudirman, Forum Rektor, Hari Anak Nasional. */
bool names_other_thing(const struct reading *reading, uint32_t at);

/* True if the word at `at` is an everyday one that elsewhere speaks alone ("kata Taruna"), so that
 * behind a post it is a name. */
bool names_spoken(const struct reading *reading, uint32_t at);

/* The same as names_titles_before, where a form of LEXEME_HONORIFIC begins. */
uint32_t names_titles_from(const struct reading *reading, uint32_t at);

/* The token after the titles before a name (Drs. H., Kombes Pol), `at` itself if there are none. */
static inline uint32_t names_titles_before(const struct reading *reading, uint32_t at) {
    bool honorific = reading_classes(reading, at) & CLASS_BIT(LEXEME_HONORIFIC);
    return honorific ? names_titles_from(reading, at) : at;
}

/* The token after an age in parentheses (54), `at` itself if there is none. */
uint32_t names_age_after(const struct reading *reading, uint32_t at);

#endif
