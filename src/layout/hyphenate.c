/* Hyphenation by rule: see hyphenate.h.
 *
 * The rules are those of the official spelling (EYD V, III.F): one consonant between vowels goes to
 * the second syllable (ba-rang), of two or more the first stays (man-di, in-stru-men); ng, ny, sy
 * and kh are one consonant (ba-nyak, makh-luk), ai, au, ei and oi one vowel; affixes are not torn.
 * Where sound alone cannot tell an affix from a root (ber-ada, be-rapa; per-lawan-an), the word
 * does not part there: a missed break costs little, a wrong one catches the eye. */
#include <config.h>

#include "layout/hyphenate.h"

#include <string.h>

#define SHORTEST 6 /* letters of a word that parts */
#define LEFT 2     /* letters before the first break */
#define RIGHT 3    /* letters after the last */

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

static bool is_vowel(char c) { return c != '\0' && strchr("aeiou", c) != NULL; }

/* The number of letters of the sound at `at`: 2 for the consonants and vowels written with two
 * letters. */
static size_t sound(const char *s, size_t at, size_t size) {
    static const char pairs[][3] = {"ng", "ny", "sy", "kh", "ai", "au", "ei", "oi"};
    for (size_t i = 0; at + 1 < size && i < sizeof pairs / sizeof *pairs; i++)
        if (memcmp(s + at, pairs[i], 2) == 0)
            return 2;
    return 1;
}

/* Prefixes that end in a consonant which before a vowel may belong to the root as well. */
static bool open_prefix(const char *s, size_t size, size_t at) {
    static const char *const prefixes[] = {"ber", "ter", "per", "meng", "peng"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t length = strlen(prefixes[i]);
        if (size > length && memcmp(s, prefixes[i], length) == 0 && is_vowel(s[length]) &&
            (at == 2 || at == length))
            return true;
    }
    return false;
}

/* The suffix -an after a root's last consonant, "nan" in per-lawan-an; also true for ma-ka-nan's
 * end. After k it is taken for the suffix -kan, which is far more common. */
static bool torn_suffix(const char *s, size_t size, size_t at) {
    size_t consonant = sound(s, at, size);
    return s[at] != 'k' && is_vowel(s[at - 1]) && size - at == consonant + 2 &&
           memcmp(s + at + consonant, "an", 2) == 0;
}

static bool may_part(const char *s, size_t size, size_t at) {
    return at >= LEFT && size - at >= RIGHT && !open_prefix(s, size, at) &&
           !torn_suffix(s, size, at);
}

/* The break between the vowel that ends at `from` and the next one, or `size` if there is none. */
static size_t next_break(const char *s, size_t from, size_t size) {
    size_t at = from;
    if (at < size && is_vowel(s[at])) /* two vowels in a row stay together */
        return size;
    size_t first = at < size ? at + sound(s, at, size) : size, next = first;
    while (next < size && !is_vowel(s[next]))
        next++;
    if (next >= size)
        return size;
    return next == first ? at : first;
}

size_t hyphenate(struct text word, size_t offsets[HYPHENS_MOST]) {
    size_t start = 0, end = word.size, count = 0;
    while (start < end && !is_lower(word.data[start]) && strchr("(\"'", word.data[start]))
        start++;
    while (end > start && strchr(".,;:!?)\"'", word.data[end - 1]))
        end--;
    const char *s = word.data + start;
    size_t size = end - start;
    if (size < SHORTEST)
        return 0;
    for (size_t i = 0; i < size; i++)
        if (!is_lower(s[i]))
            return 0;
    for (size_t at = 0; at < size && count < HYPHENS_MOST;) {
        if (!is_vowel(s[at])) {
            at++;
            continue;
        }
        at += sound(s, at, size);
        size_t part = next_break(s, at, size);
        if (part < size && may_part(s, size, part))
            offsets[count++] = start + part;
    }
    return count;
}
