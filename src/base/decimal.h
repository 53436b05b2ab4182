/* Whole numbers as decimal digits, written and read. printf writes them too, at ten times the
 * instructions, and facts are full of offsets; strtol reads more than digits. */
#ifndef TAKLIMAT_BASE_DECIMAL_H
#define TAKLIMAT_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Digits of the largest number. */
#define DECIMAL_SIZE 20

/* Digits that decimal_read takes. */
#define DECIMAL_READ_MOST 9

/* True if `text` is ASCII digits alone, and one at least. */
static inline bool decimal_is(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.size > 0;
}

/* The number that `text` is; -1 if it is anything but one to nine ASCII digits. */
static inline int32_t decimal_read(struct text text) {
    int32_t value = 0;
    if (text.size > DECIMAL_READ_MOST || !decimal_is(text))
        return -1;
    for (size_t i = 0; i < text.size; i++)
        value = value * 10 + (text.data[i] - '0');
    return value;
}

/* Writes the digits of `value`, without a NUL; returns how many. */
static inline size_t decimal_write(char out[DECIMAL_SIZE], uint64_t value) {
    size_t count = 1;
    for (uint64_t limit = 10; count < DECIMAL_SIZE && value >= limit; limit *= 10)
        count++;
    for (size_t i = count; i > 0; i--) {
        out[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
    return count;
}

#endif
