/* The edit distance of words: see edits.h. */
#include <config.h>

#include "base/edits.h"

#include "base/ascii.h"

size_t edits_between(struct text a, struct text b) {
    size_t row[EDITS_LONGEST + 1];
    for (size_t j = 0; j <= b.size; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            size_t change = diagonal + (ascii_lower(a.data[i - 1]) != ascii_lower(b.data[j - 1]));
            size_t step = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = change < step ? change : step;
        }
    }
    return row[b.size];
}
