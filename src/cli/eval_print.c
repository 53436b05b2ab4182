/* The figures of a comparison, for people and for programs: see eval_print.h. Before: eval_tally.c.
 * After: standard output. */
#include <config.h>

#include "cli/eval_print.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"

#define DECIMALS_MOST 19 /* what fits 64 bits */
#define UNUSABLE_SHOWN 10

/* Appends a figure from 0 to 1 with this many decimals (1 to DECIMALS_MOST), correctly rounded,
 * ties to even, as printf does it, but in every locale.
 *
 * What is left of the figure is rest / 2^bits exactly; ten times that is 5 * rest / 2^(bits - 1).
 */
static void put_figure(struct buffer *out, double figure, int decimals) {
    int exponent;
    uint64_t rest = (uint64_t)ldexp(frexp(figure, &exponent), 53);
    int bits = 53 - exponent;
    for (; bits > 63; bits--)
        rest >>= 1;
    uint64_t whole = rest >> bits, fraction = 0, scale = 1;
    rest -= whole << bits;
    for (int i = 0; i < decimals; i++) {
        rest *= 5;
        bits--;
        fraction = fraction * 10 + (rest >> bits);
        rest -= (rest >> bits) << bits;
        scale *= 10;
    }
    uint64_t half = UINT64_C(1) << (bits - 1);
    fraction += rest > half || (rest == half && fraction % 2 == 1);
    whole += fraction / scale;
    buffer_printf(out, "%" PRIu64 ".%0*" PRIu64, whole, decimals, fraction % scale);
}

/* The member with as few decimals as read back to the same number. */
static void json_figure(struct json_writer *json, const char *key, double figure) {
    struct buffer digits = {0};
    for (int decimals = 1; decimals <= DECIMALS_MOST; decimals++) {
        buffer_clear(&digits);
        put_figure(&digits, figure, decimals);
        buffer_char(&digits, '\0');
        double back = strtod(digits.data, NULL);
        if (!(back < figure) && !(back > figure))
            break;
    }
    json_key(json, key);
    json_raw(json, text_of(digits.data));
    buffer_free(&digits);
}

/* The first articles without facts that can be used, and why. */
static void print_unusable(const struct eval_set *set, struct buffer *out) {
    size_t shown = 0, unusable = eval_set_missing(set) + eval_set_broken(set);
    for (size_t i = 0; i < set->count && shown < UNUSABLE_SHOWN; i++) {
        const struct eval_record *record = &set->records[i];
        if (record->has_facts && !record->broken.message)
            continue;
        buffer_printf(out, "  %.*s: %s\n", (int)record->id.size, record->id.data,
                      record->broken.message ? record->broken.message : "no facts");
        shown++;
    }
    if (unusable > shown)
        buffer_printf(out, "  and %zu more\n", unusable - shown);
}

/* A share, or "-" where there is nothing to share. */
static void put_share(struct buffer *out, size_t of, double figure) {
    if (of)
        put_figure(out, figure, 3);
    else
        buffer_string(out, "  -  ");
}

static const char *unit_of(enum eval_kind kind) {
    bool words = kind == EVAL_POSITION || kind == EVAL_PFSA_ROLE;
    return words ? " (words)" : kind == EVAL_NOISE ? " (bytes)" : "";
}

static void print_found(enum eval_kind kind, const struct counts *counts, struct buffer *out) {
    const char *name = eval_kind_name(kind), *unit = unit_of(kind);
    buffer_printf(out, "%s%-*s ", name, 20 - (int)strlen(name), unit);
    put_share(out, counts->gold + counts->got, counts_f(counts));
    buffer_string(out, "      ");
    put_share(out, counts->got, counts_precision(counts));
    buffer_string(out, "   ");
    put_share(out, counts->gold, counts_recall(counts));
    buffer_printf(out, " %10zu %8zu\n", counts->gold, counts->got);
}

static void print_right(enum eval_kind kind, const struct counts *counts, struct buffer *out) {
    buffer_printf(out, "%-20s ", eval_kind_name(kind));
    put_share(out, counts->gold, counts_recall(counts));
    buffer_printf(out, " %13zu\n", counts->gold);
}

static void print_kinds(const struct tally *tally, bool found, const char *head,
                        struct buffer *out) {
    for (enum eval_kind kind = 0; kind < EVAL_KINDS; kind++) {
        if (!tally->of[kind].seen || eval_kind_is_found(kind) != found)
            continue;
        if (head)
            buffer_string(out, head);
        head = NULL;
        (found ? print_found : print_right)(kind, &tally->of[kind], out);
    }
}

void eval_print_table(const struct eval_set *set, const struct tally *tally, struct buffer *out) {
    buffer_printf(out, "%zu articles read, %zu used, %zu rejected\n", set->read, set->count,
                  set->rejected);
    buffer_printf(out, "of those used %zu without facts, %zu with broken facts\n",
                  eval_set_missing(set), eval_set_broken(set));
    print_unusable(set, out);
    print_kinds(tally, true, "\nfound or missed      F     precision  recall  annotated    found\n",
                out);
    print_kinds(tally, false, "\nright or wrong       share        judged\n", out);
}

/* The same, or null where there is nothing to share. */
static void json_share(struct json_writer *json, const char *key, size_t of, double figure) {
    if (of) {
        json_figure(json, key, figure);
        return;
    }
    json_key(json, key);
    json_null(json);
}

static void json_kind(struct json_writer *json, enum eval_kind kind, const struct counts *counts) {
    json_key(json, eval_kind_name(kind));
    json_open_object(json);
    if (eval_kind_is_found(kind)) {
        json_share(json, "p", counts->got, counts_precision(counts));
        json_share(json, "r", counts->gold, counts_recall(counts));
        json_share(json, "f", counts->gold + counts->got, counts_f(counts));
        json_member_integer(json, "gold", (int64_t)counts->gold);
        json_member_integer(json, "got", (int64_t)counts->got);
    } else {
        json_share(json, "accuracy", counts->gold, counts_recall(counts));
        json_member_integer(json, "of", (int64_t)counts->gold);
    }
    json_close_object(json);
}

static void json_broken(struct json_writer *json, const struct eval_set *set) {
    json_key(json, "broken");
    json_open_array(json);
    for (size_t i = 0; i < set->count; i++) {
        if (!set->records[i].broken.message)
            continue;
        json_open_array(json);
        json_text(json, set->records[i].id);
        json_string(json, set->records[i].broken.message);
        json_close_array(json);
    }
    json_close_array(json);
}

void eval_print_json(const struct eval_set *set, const struct tally *tally, struct buffer *out) {
    struct json_writer json = {.out = out};
    json_open_object(&json);
    json_member_integer(&json, "records", (int64_t)set->count);
    json_member_integer(&json, "read", (int64_t)set->read);
    json_member_integer(&json, "rejected", (int64_t)set->rejected);
    json_member_integer(&json, "regions_given", (int64_t)eval_set_regions_given(set));
    json_member_integer(&json, "missing", (int64_t)eval_set_missing(set));
    json_broken(&json, set);
    for (enum eval_kind kind = 0; kind < EVAL_KINDS; kind++)
        if (tally->of[kind].seen)
            json_kind(&json, kind, &tally->of[kind]);
    json_close_object(&json);
    buffer_char(out, '\n');
}
