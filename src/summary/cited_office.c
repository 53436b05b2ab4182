/* Whose regulation is cited: see cited_office.h. Before: facts. After: cited.c. */
#include <config.h>

#include "summary/cited_office.h"

#include "base/ascii.h"
#include "base/buffer.h"

#define PROVINCE_CODE 2 /* bytes of a province's code: "33" of "33.07" */

/* Bodies whose regulations the press calls by a word that joins both; a joint regulation is of none
 * of them alone. */
static const struct {
    const char *word, *body;
} joined[] = {{"Bersama", "Bersama"}, {"POJK", "OJK"},     {"PBI", "BI"},
              {"PADG", "BI"},         {"Perma", "MA"},     {"Perpol", "Polri"},
              {"Perkap", "Polri"},    {"Kapolri", "Polri"}};

/* Words that say nothing about which body it is. */
static const char *const silent[] = {"Peraturan", "Kepala", "Ketua", "Perka", "Perban", "Perkaban",
                                     "Republik",  "RI",     "Nomor", "No",    "Tahun",  "Maklumat"};

static bool is_silent(struct text word) {
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++)
        if (text_equal_ascii_nocase(word, text_of(silent[i])))
            return true;
    return false;
}

static bool is_acronym(struct text word) {
    return word.size >= 2 && ascii_is_upper(word.data[0]) &&
           ascii_is_upper(word.data[word.size - 1]);
}

/* The body that a word names by itself, none if it is one word of a longer name. */
static struct text body_of(struct text word) {
    for (size_t i = 0; i < sizeof joined / sizeof joined[0]; i++)
        if (text_equal_ascii_nocase(word, text_of(joined[i].word)))
            return text_of(joined[i].body);
    bool stuck = text_starts(word, "Per") && word.size > 4 && ascii_is_upper(word.data[3]);
    if (stuck) /* "PerBPOM" */
        return text_slice(word, (struct span){3, word.size});
    return is_acronym(word) ? word : (struct text){0};
}

/* The body named before the number: an acronym, or the initials of the words. */
static struct text name_of_body(struct text words, struct arena *arena) {
    struct buffer initials = {0};
    struct text name = {0};
    for (size_t i = 0; i < words.size && !name.size && words.data[i] != '('; i++) {
        size_t start = i;
        while (i < words.size && ascii_is_letter(words.data[i]))
            i++;
        struct text word = text_slice(words, (struct span){start, i});
        if (i < words.size && ascii_is_digit(words.data[i]))
            break;
        if (word.size && !is_silent(word)) {
            name = body_of(word);
            if (!name.size && ascii_is_upper(word.data[0]))
                buffer_char(&initials, word.data[0]);
        }
        if (i < words.size && words.data[i] == '(')
            break;
    }
    if (!name.size && initials.size > 1)
        name = buffer_view(&initials);
    name = arena_copy(arena, name);
    buffer_free(&initials);
    return name;
}

static bool among(struct text type, const char *const *types, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_is(type, types[i]))
            return true;
    return false;
}

struct text cited_office(const struct facts *facts, size_t index, struct arena *arena) {
    static const char *const of_provinces[] = {"Pergub", "Ingub"}, *const of_regions[] = {
                                                                       "Perda",   "Perbup",
                                                                       "Perwali", "Perdes",
                                                                       "Inbup",   "Inwali"};
    const struct citation *citation = &facts->citations[index];
    struct text type = citation->written.type, words = citation_text(facts, index);
    struct text region = facts->region_code;
    if (text_is(type, "Perban"))
        return citation->written.number.size ? name_of_body(words, arena) : (struct text){0};
    bool province = among(type, of_provinces, 2) ||
                    (text_is(type, "Perda") && text_find(words, 0, TEXT("Provinsi")) < words.size);
    if (province && region.size > PROVINCE_CODE)
        return (struct text){region.data, PROVINCE_CODE};
    return province || among(type, of_regions, 6) ? region : (struct text){0};
}
