/* The figures of a comparison, for people and for programs: see eval_print.h. Before: eval_tally.c.
 * After: standard output. */
#include <config.h>

#include "cli/eval_print.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/json_write.h"

#define DECIMALS_MOST 19 /* what fits 64 bits */
#define BROKEN_SHOWN 10

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

static size_t count_missing(const struct eval_set *set) {
    size_t missing = 0;
    for (size_t i = 0; i < set->count; i++)
        missing += !set->records[i].has_facts;
    return missing;
}

static size_t count_broken(const struct eval_set *set) {
    size_t broken = 0;
    for (size_t i = 0; i < set->count; i++)
        broken += set->records[i].broken != NULL;
    return broken;
}

static void print_broken(const struct eval_set *set, struct buffer *out) {
    size_t shown = 0;
    for (size_t i = 0; i < set->count && shown < BROKEN_SHOWN; i++) {
        const struct eval_record *record = &set->records[i];
        if (!record->broken)
            continue;
        buffer_printf(out, "  %.*s: %s\n", (int)record->id.size, record->id.data, record->broken);
        shown++;
    }
}

static void print_found(enum eval_kind kind, const struct counts *counts, struct buffer *out) {
    buffer_printf(out, "%-20s ", eval_kind_name(kind));
    put_figure(out, counts_f(counts), 3);
    buffer_string(out, "      ");
    put_figure(out, counts_precision(counts), 3);
    buffer_string(out, "   ");
    put_figure(out, counts_recall(counts), 3);
    buffer_printf(out, " %10zu %8zu\n", counts->gold, counts->got);
}

static void print_right(enum eval_kind kind, const struct counts *counts, struct buffer *out) {
    buffer_printf(out, "%-20s ", eval_kind_name(kind));
    put_figure(out, counts_recall(counts), 3);
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
    buffer_printf(out, "%zu annotated articles, %zu without facts, %zu with broken facts\n",
                  set->count, count_missing(set), count_broken(set));
    print_broken(set, out);
    print_kinds(tally, true, "\nfound or missed      F     precision  recall  annotated    found\n",
                out);
    print_kinds(tally, false, "\nright or wrong       share        judged\n", out);
}

static void json_kind(struct json_writer *json, enum eval_kind kind, const struct counts *counts) {
    json_key(json, eval_kind_name(kind));
    json_open_object(json);
    if (eval_kind_is_found(kind)) {
        json_figure(json, "p", counts_precision(counts));
        json_figure(json, "r", counts_recall(counts));
        json_figure(json, "f", counts_f(counts));
        json_member_integer(json, "gold", (int64_t)counts->gold);
        json_member_integer(json, "got", (int64_t)counts->got);
    } else {
        json_figure(json, "accuracy", counts_recall(counts));
        json_member_integer(json, "of", (int64_t)counts->gold);
    }
    json_close_object(json);
}

static void json_broken(struct json_writer *json, const struct eval_set *set) {
    json_key(json, "broken");
    json_open_array(json);
    for (size_t i = 0; i < set->count; i++) {
        if (!set->records[i].broken)
            continue;
        json_open_array(json);
        json_text(json, set->records[i].id);
        json_string(json, set->records[i].broken);
        json_close_array(json);
    }
    json_close_array(json);
}

void eval_print_json(const struct eval_set *set, const struct tally *tally, struct buffer *out) {
    struct json_writer json = {.out = out};
    json_open_object(&json);
    json_member_integer(&json, "records", (int64_t)set->count);
    json_member_integer(&json, "missing", (int64_t)count_missing(set));
    json_broken(&json, set);
    for (enum eval_kind kind = 0; kind < EVAL_KINDS; kind++)
        if (tally->of[kind].seen)
            json_kind(&json, kind, &tally->of[kind]);
    json_close_object(&json);
    buffer_char(out, '\n');
}
