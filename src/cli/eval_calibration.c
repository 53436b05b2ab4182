/* Calibration of confidence: see eval_calibration.h. Before: eval_sheet.c. After: eval.c. */
#include <config.h>

#include "cli/eval_calibration.h"

#include "cli/eval_words.h"

/* Where the bins begin, in hundredths. */
static const int begins[CALIBRATION_BINS + 1] = {0, 50, 60, 70, 80, 90, 95, 101};

static const char *const names[CALIBRATION_KINDS] = {
    [LIST_QUOTES] = "quotes",         [LIST_STATEMENTS] = "statements",
    [LIST_ADVISORIES] = "advisories", [LIST_CITATIONS] = "citations",
    [SHEET_LISTS] = "region",
};

static void count(struct calibration *calibration, size_t kind, int confidence, bool right) {
    size_t bin = 0;
    while (bin + 1 < CALIBRATION_BINS && confidence >= begins[bin + 1])
        bin++;
    calibration->of[kind][bin].count++;
    calibration->of[kind][bin].right += right;
}

static struct spanlist spans_of(const struct sheet *gold, const struct sheet *sheet,
                                enum sheet_list list, struct arena *arena) {
    const struct items *items = &sheet->lists[list];
    struct spanlist spans = {arena_alloc_array(arena, items->count + 1, sizeof *spans.at), 0};
    for (size_t i = 0; i < items->count; i++) {
        struct span span = items->at[i].span;
        spans.at[spans.count++] = list == LIST_CITATIONS ? span : span_core(gold->text, span);
    }
    return spans;
}

static bool same_speaker(const struct item *want, const struct item *got, struct arena *arena) {
    if (!want->has_speaker)
        return true;
    if (!want->speaker.data || !got->speaker.data)
        return !want->speaker.data && !got->speaker.data;
    return names_agree(name_words(arena, want->speaker), name_words(arena, got->speaker));
}

/* `want` and `got` stand in the same words; whether they say the same. */
static bool agree(enum sheet_list list, const struct item *want, const struct item *got,
                  struct arena *arena) {
    if (list == LIST_CITATIONS)
        return (!want->has_year || want->year == got->year) &&
               text_equal(type_form(arena, want->type), type_form(arena, got->type)) &&
               text_equal(number_form(arena, want->number), number_form(arena, got->number));
    if (list == LIST_ADVISORIES && want->has_type && !text_equal(want->type, got->type))
        return false;
    return same_speaker(want, got, arena);
}

static void add_list(struct calibration *calibration, const struct sheet *gold,
                     const struct sheet *facts, enum sheet_list list, struct arena *arena) {
    const struct items *wanted = &gold->lists[list], *found = &facts->lists[list];
    double least = list == LIST_QUOTES ? 0.8 : 0.5; /* as in eval_score.c */
    struct pairlist pairs = spans_match(arena, spans_of(gold, gold, list, arena),
                                        spans_of(gold, facts, list, arena), least);
    bool *right = arena_alloc_array(arena, found->count + 1, sizeof *right);
    for (size_t i = 0; i < pairs.count; i++)
        right[pairs.at[i].got] =
            agree(list, &wanted->at[pairs.at[i].gold], &found->at[pairs.at[i].got], arena);
    for (size_t i = 0; i < found->count; i++)
        count(calibration, list, found->at[i].confidence, right[i]);
}

void calibration_add(struct calibration *calibration, const struct sheet *gold,
                     const struct sheet *facts, struct arena *arena) {
    for (enum sheet_list list = 0; list < SHEET_LISTS; list++)
        if (gold->lists[list].given)
            add_list(calibration, gold, facts, list, arena);
    if (gold->has_region && facts->region.data && !facts->region_from_record)
        count(calibration, SHEET_LISTS, facts->region_confidence,
              text_equal(gold->region, facts->region));
}

void calibration_print(const struct calibration *calibration, struct buffer *out) {
    buffer_string(out, "kind         confidence   facts   right\n");
    for (size_t kind = 0; kind < CALIBRATION_KINDS; kind++)
        for (size_t bin = 0; bin < CALIBRATION_BINS; bin++) {
            size_t facts = calibration->of[kind][bin].count;
            size_t thousandths =
                facts ? (calibration->of[kind][bin].right * 2000 + facts) / (2 * facts) : 0;
            if (facts)
                buffer_printf(out, "%-12s %3d..%3d   %7zu   %zu.%03zu\n", names[kind], begins[bin],
                              begins[bin + 1] - 1, facts, thousandths / 1000, thousandths % 1000);
        }
}
