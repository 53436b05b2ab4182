/* Hyphenation by rule: see hyphenate.h.
 *
 * The rules are those of the official spelling (EYD V, III.F): one consonant between vowels goes to
 * the second syllable (ba-rang), of two or more the first stays (man-di, in-stru-men); ng, ny, sy
 * and kh are one consonant (ba-nyak, makh-luk), ai, au, ei and oi one vowel; affixes are not torn.
 * The dictionary divides after nk, ks and trans before a further consonant (sank-si, teks-til,
 * trans-por) and before struk (in-fra-struk-tur). Where sound alone cannot tell an affix from a
 * root (ber-ada, be-rapa; per-lawan-an; di-pro-ses, dip-lo-mat), the word does not part there: a
 * missed break costs little, a wrong one catches the eye. */
#include <config.h>

#include "layout/hyphenate.h"

#include <string.h>

#include "base/ascii.h"

#define SHORTEST 6 /* letters of a word that parts */
#define LEFT 2     /* letters before the first break */
#define RIGHT 3    /* letters after the last */

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

static bool begins(const char *s, size_t size, size_t at, const char *with) {
    size_t length = strlen(with);
    return size - at >= length && memcmp(s + at, with, length) == 0;
}

static bool ends(const char *s, size_t size, const char *with) {
    size_t length = strlen(with);
    return size >= length && memcmp(s + size - length, with, length) == 0;
}

/* The length of a prefix that may stand before another one (di-per-oleh); 0 for none. */
static size_t outer_prefix(const char *s, size_t size) {
    static const char *const outer[] = {"di", "ke", "se",
                                        "memper"}; /* mem-ber-i, but mem-per-oleh */
    for (size_t i = 0; i < sizeof outer / sizeof *outer; i++)
        if (begins(s, size, 0, outer[i]))
            return i < 3 ? 2 : 3;
    return 0;
}

/* True if a prefix stands at `from` whose last consonant before a vowel may belong to the root as
 * well, and the break would be beside that consonant. */
static bool tears_prefix(const char *s, size_t size, size_t from, size_t at) {
    static const char *const prefixes[] = {"ber",  "ter",   "per", "meng",
                                           "peng", "antar", "non", "sub"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t end = from + strlen(prefixes[i]);
        if (begins(s, size, from, prefixes[i]) && end < size && is_vowel(s[end]) &&
            (at == end || (at < end && at + 2 >= end)))
            return true;
    }
    return false;
}

/* di-proses, ke-praktisan or dip-lomat, sek-retaris: before r and l only the dictionary knows. */
static bool unsure_cluster(const char *s, size_t size, size_t at) {
    size_t prefix = outer_prefix(s, size);
    return prefix == 2 && at == 3 && size > 3 && !is_vowel(s[2]) && s[2] != 'r' && s[2] != 'l' &&
           s[2] != 'n' && s[2] != 'm' && strchr("rl", s[3]);
}

/* The size of the word without the particles that follow a suffix: harapan-nya, harapan-lah. */
static size_t without_particle(const char *s, size_t size) {
    static const char *const particles[] = {"nya", "lah", "kah", "pun"};
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (ends(s, size, particles[i]))
            return size - 3;
    return size;
}

/* The suffix -an after a root's last consonant, "nan" in per-lawan-an; also true for ma-ka-nan's
 * end. After k it may be the suffix -kan, as in verbs with me- and di- (me-la-ku-kan; but
 * tin-dak-an). */
static bool torn_suffix(const char *s, size_t size, size_t at) {
    size_t consonant = sound(s, at, size), end = without_particle(s, size);
    if (s[at] == 'k' && consonant == 1 && (begins(s, size, 0, "me") || begins(s, size, 0, "di")))
        return false;
    return is_vowel(s[at - 1]) && end > at && end - at == consonant + 2 && ends(s, end, "an");
}

/* kilo-gram, foto-grafi: compounds; pro-gram is a word that the dictionary divides elsewhere. */
static bool tears_compound(const char *s, size_t size, size_t at) {
    return at > 1 && begins(s, size, at - 2, "ogra");
}

static bool may_part(const char *s, size_t size, size_t at) {
    return at >= LEFT && size - at >= RIGHT && !tears_prefix(s, size, 0, at) &&
           !tears_prefix(s, size, outer_prefix(s, size), at) && !unsure_cluster(s, size, at) &&
           !torn_suffix(s, size, at) && !tears_compound(s, size, at);
}

/* Where the consonants from `at` on divide, the first of which stands behind a vowel; `next` is the
 * vowel after them. */
static size_t divide(const char *s, size_t at, size_t next) {
    size_t first = at + sound(s, at, next);
    if (first == next)
        return at;
    bool pair = begins(s, next, at, "nks") || begins(s, next, at, "nkt") ||
                (begins(s, next, at, "ks") && next - at > 2);
    if (pair)
        return at + 2;
    if (begins(s, next, at, "str") && s[next] == 'u') /* infra-struktur, re-strukturisasi */
        return at;
    bool across = at >= 3 && memcmp(s + at - 3, "trans", 5) == 0 && first + 1 < next &&
                  s[first + 1] != 'k'; /* trans-por, tran-sak-si, tran-skrip */
    return across ? first + 1 : first;
}

/* The break between the vowel that ends at `from` and the next one, or `size` if there is none. */
static size_t next_break(const char *s, size_t from, size_t size) {
    size_t next = from;
    if (from < size && is_vowel(s[from])) /* two vowels in a row stay together */
        return size;
    while (next < size && !is_vowel(s[next]))
        next++;
    return next < size ? divide(s, from, next) : size;
}

size_t hyphenate(struct text word, size_t offsets[HYPHENS_MOST]) {
    size_t start = 0, end = word.size, count = 0;
    while (start < end && !ascii_is_lower(word.data[start]) && strchr("(\"'", word.data[start]))
        start++;
    while (end > start && strchr(".,;:!?)\"'", word.data[end - 1]))
        end--;
    const char *s = word.data + start;
    size_t size = end - start;
    if (size < SHORTEST)
        return 0;
    for (size_t i = 0; i < size; i++)
        if (!ascii_is_lower(s[i]))
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
