/* Calendar arithmetic: see date.h. Below every stage. */
#include <config.h>

#include "base/date.h"

#include <string.h>

#include "base/decimal.h"

bool date_is_set(struct date date) { return date.year != 0; }

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_is_valid(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in_month(year, month);
}

struct date date_make(int year, int month, int day) {
    if (!date_is_valid(year, month, day))
        return (struct date){0};
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

/* Counted from March, so that the leap day is the last of the year. */
int32_t date_days(struct date date) {
    int32_t month = (date.month + 9) % 12;
    int32_t year = date.year - (date.month <= 2);
    return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day - 1 -
           719468;
}

struct date date_from_days(int32_t days) {
    int32_t z = days + 719468;
    int32_t era = z / 146097;
    int32_t day_of_era = z - era * 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * day_of_year + 2) / 153;
    int32_t day = day_of_year - (153 * month + 2) / 5 + 1;
    int32_t civil_month = month < 10 ? month + 3 : month - 9;
    return date_make(year_of_era + era * 400 + (civil_month <= 2), civil_month, day);
}

int date_weekday(struct date date) {
    int32_t days = date_days(date) + 3; /* 1970-01-01 was a Thursday */
    return (int)(((days % 7) + 7) % 7) + 1;
}

int date_compare(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

static void put_digits(char *out, int value, size_t digits) {
    for (size_t i = digits; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
}

void date_format(struct date date, char out[DATE_SIZE]) {
    out[0] = '\0';
    if (!date_is_set(date))
        return;
    memcpy(out, "0000-00-00", DATE_SIZE);
    put_digits(out, date.year, 4);
    put_digits(out + 5, date.month, 2);
    put_digits(out + 8, date.day, 2);
}

struct date date_parse_iso(struct text text) {
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-')
        return (struct date){0};
    return date_make(decimal_read(text_slice(text, (struct span){0, 4})),
                     decimal_read(text_slice(text, (struct span){5, 7})),
                     decimal_read(text_slice(text, (struct span){8, 10})));
}
