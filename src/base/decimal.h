/* Whole numbers as decimal digits: printf does it too, at ten times the instructions, and facts are
 * full of offsets. */
#ifndef TAKLIMAT_BASE_DECIMAL_H
#define TAKLIMAT_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

/* Digits of the largest number. */
#define DECIMAL_SIZE 20

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
