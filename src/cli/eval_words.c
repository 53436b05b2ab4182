/* Words and names: see eval_words.h. Before: eval_sheet.c. After: eval_score.c, eval_pfsa.c. */
#include <config.h>

#include "cli/eval_words.h"

#include <stdlib.h>

#include "base/utf8.h"

/* Written around names and no part of them: religious and social titles, degrees, ranks. */
static const char *const honorifics[] = {
    "h",        "hj",        "hjh",    "kh",      "tgk",       "ustaz",   "ustad",  "prof",
    "dr",       "drs",       "dra",    "ir",      "drg",       "ns",      "apt",    "st",
    "se",       "sh",        "mh",     "mm",      "msi",       "mpd",     "spd",    "sag",
    "ma",       "mt",        "mkes",   "skm",     "sip",       "ssos",    "map",    "llm",
    "phd",      "bapak",     "pak",    "ibu",     "bu",        "saudara", "sdr",    "komjen",
    "irjen",    "brigjen",   "kombes", "kompol",  "akp",       "akbp",    "iptu",   "ipda",
    "aiptu",    "aipda",     "bripka", "ajun",    "komisaris", "besar",   "polisi", "inspektur",
    "jenderal", "letjen",    "mayjen", "kolonel", "letkol",    "letnan",  "mayor",  "kapten",
    "marsekal", "laksamana", "purn",   "tni"};

/* Posts by which a person is called without the name. */
static const char *const titles[] = {"presiden", "wapres",   "wakil",    "gubernur", "bupati",
                                     "wali",     "kota",     "walikota", "menteri",  "kapolri",
                                     "kapolda",  "kapolres", "ketua",    "kepala",   "sekda"};

static bool is_among(struct text word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_is(word, list[i]))
            return true;
    return false;
}

static bool is_honorific(struct text word) {
    return is_among(word, honorifics, sizeof honorifics / sizeof *honorifics);
}

struct wordlist words_of(struct arena *arena, struct text text) {
    struct wordlist words = {0};
    size_t capacity = 0, start = 0;
    struct text form = utf8_casefold(arena, utf8_nfkc(arena, text));
    for (size_t i = 0, size = 1; i <= form.size; i += size) {
        if (i < form.size && utf8_is_alphanumeric(utf8_decode(form, i, &size)))
            continue;
        if (i > start) {
            words.at = arena_grow(arena, words.at, words.count, words.count + 1, sizeof *words.at,
                                  &capacity);
            words.at[words.count++] = text_slice(form, (struct span){start, i});
        }
        start = i + size;
    }
    return words;
}

static int compare_words(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

struct wordlist words_sorted(struct arena *arena, struct text text) {
    struct wordlist words = words_of(arena, text);
    if (words.count > 1)
        qsort(words.at, words.count, sizeof *words.at, compare_words);
    return words;
}

size_t words_shared(struct wordlist a, struct wordlist b) {
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        int order = text_compare(a.at[i], b.at[j]);
        shared += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return shared;
}

bool words_equal(struct wordlist a, struct wordlist b) {
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (!text_equal(a.at[i], b.at[i]))
            return false;
    return true;
}

struct wordlist name_words(struct arena *arena, struct text name) {
    struct wordlist words = words_sorted(arena, name);
    size_t kept = 0, unique = 0;
    for (size_t i = 0; i < words.count; i++)
        if (unique == 0 || !text_equal(words.at[i], words.at[unique - 1]))
            words.at[unique++] = words.at[i];
    words.count = unique;
    for (size_t i = 0; i < words.count; i++)
        kept += !is_honorific(words.at[i]);
    if (kept == 0)
        return words;
    kept = 0;
    for (size_t i = 0; i < words.count; i++)
        if (!is_honorific(words.at[i]))
            words.at[kept++] = words.at[i];
    words.count = kept;
    return words;
}

bool words_within(struct wordlist a, struct wordlist b) { return words_shared(a, b) == a.count; }

bool names_agree(struct wordlist gold, struct wordlist got) {
    size_t shared = words_shared(gold, got);
    if (gold.count == 0 || got.count == 0)
        return false;
    return (shared == got.count && 2 * got.count >= gold.count) ||
           (shared == gold.count && got.count - shared <= 1);
}

struct wordlist words_without_titles(struct wordlist words) {
    size_t kept = 0;
    for (size_t i = 0; i < words.count; i++)
        if (!is_among(words.at[i], titles, sizeof titles / sizeof *titles))
            words.at[kept++] = words.at[i];
    words.count = kept;
    return words;
}

/* White space as Python's \s has it: with the ASCII separators, without the zero-width space. */
static bool is_blank(uint32_t c) {
    return (c >= 0x1C && c <= 0x1F) || (c != 0x200B && utf8_is_space(c));
}

static struct text without_blanks(struct arena *arena, struct text text, bool hyphens) {
    char *out = arena_alloc(arena, text.size + 1);
    size_t used = 0;
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = utf8_decode(text, i, &size);
        if (!is_blank(c) && !(hyphens && c == '-'))
            used += utf8_encode(c, out + used);
    }
    return (struct text){out, used};
}

struct text number_form(struct arena *arena, struct text number) {
    struct text form = utf8_casefold(arena, without_blanks(arena, number, false));
    while (form.size && form.data[0] == '0') {
        form.data++;
        form.size--;
    }
    return form;
}

struct text type_form(struct arena *arena, struct text type) {
    return utf8_casefold(arena, without_blanks(arena, type, true));
}
