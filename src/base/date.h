/* Calendar dates (proleptic Gregorian) without clock or time zone. */
#ifndef TAKLIMAT_BASE_DATE_H
#define TAKLIMAT_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* year 0 means "no date". */
struct date {
    int16_t year;
    int8_t month; /* 1 to 12 */
    int8_t day;   /* 1 to 31 */
};

#define DATE_SIZE 11

bool date_is_set(struct date date);
bool date_is_valid(int year, int month, int day);    /* years 1 to 9999 */
struct date date_make(int year, int month, int day); /* no date where it is not valid */
int32_t date_days(struct date date);                 /* days since 1970-01-01 */
struct date date_from_days(int32_t days);
int date_weekday(struct date date);             /* 1 Monday to 7 Sunday (as in calendar.tsv) */
int date_compare(struct date a, struct date b); /* negative, 0, positive; no date is first */

/* Writes YYYY-MM-DD and NUL into `out` (DATE_SIZE bytes); "" for no date. */
void date_format(struct date date, char out[DATE_SIZE]);

/* Reads exactly YYYY-MM-DD; no date where it is anything else or does not exist. */
struct date date_parse_iso(struct text text);

#endif
