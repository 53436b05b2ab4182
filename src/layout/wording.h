/* Numbers, dates and sentences with places, as the template's language writes them.
 *
 * Before: the template. After: compose and furniture. All results live in the arena given. */
#ifndef TAKLIMAT_LAYOUT_WORDING_H
#define TAKLIMAT_LAYOUT_WORDING_H

#include "base/arena.h"
#include "base/date.h"
#include "layout/template.h"
#include "summary/summary.h"

/* What stands in a place of a pattern: {name}. */
struct fill {
    const char *name;
    struct text value;
};

/* 1284 → 1.284 (Indonesian). */
struct text wording_number(struct arena *arena, const struct template *template, size_t number);

/* 5 Agustus 2024; the label "no_date" for no date. */
struct text wording_day(struct arena *arena, const struct template *template, struct date date);

/* 5 Agt 2024; the label "no_date" for no date. */
struct text wording_short_day(struct arena *arena, const struct template *template,
                              struct date date);

/* True if the period is exactly one calendar month. */
bool period_is_month(struct period period);

/* Agustus 2024, or both ends of the period (the last day included), or what the template says for
 * an open one. */
struct text wording_period(struct arena *arena, const struct template *template,
                           struct period period);

/* `pattern` with its places filled; a place that `fills` (ended by a NULL name) does not name
 * becomes empty. */
struct text wording_fill(struct arena *arena, struct text pattern, const struct fill *fills);

/* The label with its places filled. */
struct text wording_label(struct arena *arena, const struct template *template, enum label label,
                          const struct fill *fills);

/* The label's form for `n` ("one|many"), {n} filled with the number and the other places with
 * `fills` (NULL: none). */
struct text wording_count(struct arena *arena, const struct template *template, enum label label,
                          size_t n, const struct fill *fills);

/* The form of `pattern` ("one|many") for `n`. */
struct text wording_form(struct text pattern, size_t n);

/* `text` in capitals where it is ASCII; other characters stay. */
struct text wording_upper(struct arena *arena, struct text text);

/* `text` with its first letter small where it is ASCII, for a sentence's beginning inside a line.
 */
struct text wording_lower_first(struct arena *arena, struct text text);

/* At most `limit` characters of `text`, cut after a word and ended by "…" where it is longer. */
struct text wording_shorten(struct arena *arena, struct text text, size_t limit);

#endif
