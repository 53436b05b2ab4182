/* Lists of single words about which the recognisers of speech ask one thing each: does this word
 * point (itu, tersebut), does it begin an occasion (saat, ketika).
 *
 * Before: word_lists.tsv. After: a word's entry in the vocabulary has a bit for each list that
 * holds it, so that a recogniser asks for a bit and compares no words. */
#ifndef TAKLIMAT_TABLES_WORD_LISTS_H
#define TAKLIMAT_TABLES_WORD_LISTS_H

#include "base/arena.h"
#include "base/error.h"
#include "tables/vocabulary.h"

/* The column `list`; what a list is for is told in the table. */
enum word_list {
    LIST_POINTING,
    LIST_POINTING_ALIKE,
    LIST_ADVERB,
    LIST_SOMEBODY,
    LIST_BODY,
    LIST_DESCRIPTION_END,
    LIST_AFTER_VERB,
    LIST_OBLIQUE,
    LIST_VERB_BOUND,
    LIST_REPORT_OPENER,
    LIST_SPEECH_NOUN,
    LIST_OCCASION,
    LIST_OWN_SPEECH,
    LIST_AS_SAID,
    LIST_NAMING,
    LIST_THUS,
    LIST_BEFORE_ATTRIBUTION,
    LIST_CLOSING_MARK,
    LIST_SUSPECT,
    LIST_CAPACITY,
    LIST_SPOKESMAN,
    LIST_SOME,
    LIST_MANY,
    LIST_CALLING,
    LIST_PARTICLE,
    LIST_ARM,
    LIST_NUMERAL,
    LIST_CONNECTOR,
    LIST_CONNECTOR_ENGLISH,
    LIST_CONNECTOR_PLACE,
    LIST_REGION_KIND,
    LIST_PLACE_KIND,
    LIST_NATION,
    LIST_PLACE_OPENER,
    LIST_LINK,
    LIST_LINK_STRONG,
    LIST_BREAK,
    LIST_BACKGROUND,
    LIST_EVENT,
    LIST_MOMENT,
    LIST_DIRECTING,
    LIST_OWN_VOICE,
    LIST_PURPOSE,
    LIST_LINKING,
    LIST_WHEREABOUTS,
    LIST_VILLAGE_KIND,
    LIST_ALONG,
    LIST_SAYER,
    LIST_CONTRAST,
    LIST_BREAK_BEFORE,
    LIST_EVENT_NOUN,
    LIST_KIN,
    LIST_DOCUMENT,
    LIST_IN_WHAT_WAY,
    LIST_ENGLISH_HEAD,
    LIST_NOT_ONLY,
    LIST_LETTERED,
    LIST_BUSINESS,
    LIST_OTHER,
    LIST_COMMON_PEOPLE,
    LIST_MODAL,
    LIST_BESIDE,
    LIST_ONE_OF,
    LIST_FORMER,
    WORD_LISTS
};

/* Loads word_lists.tsv from `folder`, by way of `arena`, into the entries of `vocabulary`: bit 1 <<
 * enum word_list of word_entry.lists. False and EXIT_CONFIG on failure, also where a list is
 * unknown or a word stands in one twice. */
bool word_lists_load(const char *folder, struct arena *arena, struct vocabulary *vocabulary,
                     struct error *error);

/* True if the word with this number is in the list. */
static inline bool word_lists_have(const struct vocabulary *vocabulary, uint32_t word,
                                   enum word_list list) {
    return word_entry(vocabulary, word)->lists >> list & 1;
}

#endif
