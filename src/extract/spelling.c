/* Likeness of words: see spelling.h. */
#include <config.h>

#include "extract/spelling.h"

#define LONG_NAME 7 /* letters of a name that is called by its middle */
#define LONG_SLIP 9 /* and of one in which two letters may be wrong */

#include "base/ascii.h"
#include "base/edits.h"

static bool same_letters(const char *a, const char *b, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

/* The letters of `word` in their order within `full`, with the same last two. */
static bool shortened(struct text word, struct text full) {
    if (word.size < 3 || !same_letters(word.data + word.size - 2, full.data + full.size - 2, 2))
        return false;
    size_t found = 0;
    for (size_t i = 0; i < full.size && found < word.size; i++)
        found += ascii_lower(full.data[i]) == ascii_lower(word.data[found]);
    return found == word.size;
}

/* True if two words of one size have the same letters in some order. */
static bool same_set(struct text word, struct text full) {
    unsigned char count[256] = {0};
    for (size_t i = 0; i < full.size; i++)
        count[(unsigned char)ascii_lower(full.data[i])]++;
    for (size_t i = 0; i < word.size; i++)
        if (count[(unsigned char)ascii_lower(word.data[i])]-- == 0)
            return false;
    return true;
}

int spelling_likeness(struct text word, struct text full) {
    if (word.size < 3 || full.size < 3 || word.size > EDITS_LONGEST || full.size > EDITS_LONGEST)
        return 0;
    if (word.size < full.size) {
        bool begins = same_letters(word.data, full.data, word.size);
        bool ends = same_letters(word.data, full.data + full.size - word.size, word.size);
        if (begins || (ends && word.size >= 3))
            return 3;
    }
    for (size_t i = 1; i + word.size < full.size && full.size >= LONG_NAME; i++)
        if (same_letters(word.data, full.data + i, word.size))
            return 1; /* Lis of Sulistiani */
    size_t allowed = full.size >= 7 ? 2 : full.size >= 4 ? 1 : 0;
    bool initial = ascii_lower(word.data[0]) == ascii_lower(full.data[0]);
    if (full.size == 6 && initial)
        allowed = 2;
    if (allowed == 2 && full.size == word.size && full.size < LONG_SLIP && !same_set(word, full))
        allowed = 1; /* Sarwono is not Sutrono */
    if (word.size >= 4 && initial && edits_between(word, full) <= allowed)
        return 2;
    return word.size < full.size && shortened(word, full) ? 1 : 0;
}
