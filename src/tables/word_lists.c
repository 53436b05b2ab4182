/* Lists of single words: see word_lists.h. Before: word_lists.tsv. After: reading.c. */
#include <config.h>

#include "tables/word_lists.h"

#include "base/token.h"
#include "tables/tsv.h"

_Static_assert(WORD_LISTS <= 64, "a word has a bit for each list");

/* Open addressing, the place by the highest bits; a hash of 0 is a free place. */
struct word_lists {
    uint64_t *hashes;
    uint64_t *bits;
    unsigned places; /* there are 2^places */
};

static const char *const names[WORD_LISTS] = {
    [LIST_POINTING] = "pointing",
    [LIST_POINTING_ALIKE] = "pointing_alike",
    [LIST_ADVERB] = "adverb",
    [LIST_ADVERB_SPEAKER] = "adverb_speaker",
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
    [LIST_EVENT] = "event",
    [LIST_MOMENT] = "moment",
    [LIST_DIRECTING] = "directing",
    [LIST_OWN_VOICE] = "own_voice",
    [LIST_PURPOSE] = "purpose",
};

/* The place of `hash`, or the free place where it belongs. */
static size_t place_of(const struct word_lists *lists, uint64_t hash) {
    size_t place = (size_t)(hash >> (64 - lists->places));
    while (lists->hashes[place] && lists->hashes[place] != hash)
        place = (place + 1) & (((size_t)1 << lists->places) - 1);
    return place;
}

uint64_t word_lists_of(const struct word_lists *lists, uint64_t hash) {
    return lists->bits[place_of(lists, hash)];
}

/* The bit of the list with this name, 0 if there is none. */
static uint64_t bit_of(struct text name) {
    for (unsigned i = 0; i < WORD_LISTS; i++)
        if (text_is(name, names[i]))
            return UINT64_C(1) << i;
    return 0;
}

/* False if the word is in the list already. */
static bool add_word(struct word_lists *lists, struct text word, uint64_t bit) {
    uint64_t hash = token_hash(word);
    size_t place = place_of(lists, hash);
    if (lists->bits[place] & bit)
        return false;
    lists->hashes[place] = hash;
    lists->bits[place] |= bit;
    return true;
}

static bool add_row(struct word_lists *lists, struct text words, uint64_t bit) {
    bool good = bit != 0;
    for (struct text word; good && tsv_next_form(&words, &word);)
        good = add_word(lists, word, bit);
    return good;
}

static void make_room(struct word_lists *lists, const struct tsv *table, size_t column,
                      struct arena *arena) {
    size_t count = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        struct text rest = tsv_cell(table, row, column);
        for (struct text word; tsv_next_form(&rest, &word);)
            count++;
    }
    for (lists->places = 4; (size_t)1 << lists->places < 2 * count; lists->places++)
        ;
    lists->hashes = arena_alloc_array(arena, (size_t)1 << lists->places, sizeof *lists->hashes);
    lists->bits = arena_alloc_array(arena, (size_t)1 << lists->places, sizeof *lists->bits);
}

const struct word_lists *word_lists_load(const char *folder, struct arena *arena,
                                         struct error *error) {
    static const char *const wanted[] = {"list", "words", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "word_lists.tsv", wanted, arena, &table, error))
        return NULL;
    struct word_lists *lists = arena_alloc(arena, sizeof *lists);
    size_t list = tsv_column(&table, "list"), words = tsv_column(&table, "words");
    make_room(lists, &table, words, arena);
    for (size_t row = 0; row < table.row_count; row++) {
        uint64_t bit = bit_of(tsv_cell(&table, row, list));
        if (!add_row(lists, tsv_cell(&table, row, words), bit)) {
            error_set(error, EXIT_CONFIG, "unknown list, or a word is in it twice");
            error_at(error, table.path, table.lines[row]);
            return NULL;
        }
    }
    return lists;
}
