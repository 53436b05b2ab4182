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
    char reversed[DECIMAL_SIZE];
    size_t count = 0;
    do
        reversed[count++] = (char)('0' + value % 10);
    while (value /= 10);
    for (size_t i = 0; i < count; i++)
        out[i] = reversed[count - 1 - i];
    return count;
}

#endif
