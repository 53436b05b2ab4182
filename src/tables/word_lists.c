/* Lists of single words: see word_lists.h. Before: word_lists.tsv. After: vocabulary.h. */
#include <config.h>

#include "tables/word_lists.h"

#include "base/token.h"
#include "tables/tsv.h"

_Static_assert(WORD_LISTS <= 64, "a word has a bit for each list");

static const char *const names[WORD_LISTS] = {
    [LIST_POINTING] = "pointing",
    [LIST_POINTING_ALIKE] = "pointing_alike",
    [LIST_ADVERB] = "adverb",
    [LIST_SOMEBODY] = "somebody",
    [LIST_BODY] = "body",
    [LIST_DESCRIPTION_END] = "description_end",
    [LIST_AFTER_VERB] = "after_verb",
    [LIST_OBLIQUE] = "oblique",
    [LIST_VERB_BOUND] = "verb_bound",
    [LIST_REPORT_OPENER] = "report_opener",
    [LIST_SPEECH_NOUN] = "speech_noun",
    [LIST_OCCASION] = "occasion",
    [LIST_OWN_SPEECH] = "own_speech",
    [LIST_AS_SAID] = "as_said",
    [LIST_NAMING] = "naming",
    [LIST_THUS] = "thus",
    [LIST_BEFORE_ATTRIBUTION] = "before_attribution",
    [LIST_CLOSING_MARK] = "closing_mark",
    [LIST_SUSPECT] = "suspect",
    [LIST_CAPACITY] = "capacity",
    [LIST_SPOKESMAN] = "spokesman",
    [LIST_SOME] = "some",
    [LIST_MANY] = "many",
    [LIST_CALLING] = "calling",
    [LIST_PARTICLE] = "particle",
    [LIST_ARM] = "arm",
    [LIST_NUMERAL] = "numeral",
    [LIST_CONNECTOR] = "connector",
    [LIST_CONNECTOR_ENGLISH] = "connector_english",
    [LIST_CONNECTOR_PLACE] = "connector_place",
    [LIST_REGION_KIND] = "region_kind",
    [LIST_PLACE_KIND] = "place_kind",
    [LIST_NATION] = "nation",
    [LIST_PLACE_OPENER] = "place_opener",
    [LIST_LINK] = "link",
    [LIST_LINK_STRONG] = "link_strong",
    [LIST_BREAK] = "break",
    [LIST_BACKGROUND] = "background",
    [LIST_EVENT] = "event",
    [LIST_MOMENT] = "moment",
    [LIST_DIRECTING] = "directing",
    [LIST_OWN_VOICE] = "own_voice",
    [LIST_PURPOSE] = "purpose",
    [LIST_LINKING] = "linking",
    [LIST_WHEREABOUTS] = "whereabouts",
    [LIST_VILLAGE_KIND] = "village_kind",
    [LIST_ALONG] = "along",
    [LIST_SAYER] = "sayer",
    [LIST_CONTRAST] = "contrast",
    [LIST_BREAK_BEFORE] = "break_before",
    [LIST_EVENT_NOUN] = "event_noun",
    [LIST_KIN] = "kin",
    [LIST_DOCUMENT] = "document",
    [LIST_IN_WHAT_WAY] = "in_what_way",
    [LIST_ENGLISH_HEAD] = "english_head",
    [LIST_NOT_ONLY] = "not_only",
    [LIST_LETTERED] = "lettered",
    [LIST_BUSINESS] = "business",
    [LIST_OTHER] = "other",
    [LIST_COMMON_PEOPLE] = "common_people",
    [LIST_MODAL] = "modal",
    [LIST_BESIDE] = "beside",
    [LIST_ONE_OF] = "one_of",
    [LIST_FORMER] = "former",
};

/* The bit of the list with this name, 0 if there is none. */
static uint64_t bit_of(struct text name) {
    for (unsigned i = 0; i < WORD_LISTS; i++)
        if (text_is(name, names[i]))
            return UINT64_C(1) << i;
    return 0;
}

/* False if there is no such list or a word is in it already. */
static bool add_words(struct vocabulary *vocabulary, struct text words, uint64_t bit) {
    bool good = bit != 0;
    for (struct text word; good && tsv_next_form(&words, &word);) {
        struct word_entry *entry = vocabulary_entry(vocabulary, token_hash(word));
        good = !(entry->lists & bit);
        entry->lists |= bit;
    }
    return good;
}

bool word_lists_load(const char *folder, struct arena *arena, struct vocabulary *vocabulary,
                     struct error *error) {
    static const char *const wanted[] = {"list", "words", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "word_lists.tsv", wanted, arena, &table, error))
        return false;
    size_t list = tsv_column(&table, "list"), words = tsv_column(&table, "words");
    for (size_t row = 0; row < table.row_count; row++)
        if (!add_words(vocabulary, tsv_cell(&table, row, words),
                       bit_of(tsv_cell(&table, row, list))))
            return tsv_row_error(&table, row, error, "unknown list, or a word is in it twice");
    return true;
}
