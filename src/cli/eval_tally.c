/* Counting: see eval_tally.h. Before: eval_score.c. After: eval_print.c. */
#include <config.h>

#include "cli/eval_tally.h"

static const struct {
    const char *name;
    bool is_found;
} kinds[EVAL_KINDS] = {
    [EVAL_REGION] = {"region", false},
    [EVAL_PROVINCE] = {"province", false},
    [EVAL_ALSO] = {"also", true},
    [EVAL_DATE] = {"date", false},
    [EVAL_DATE_NULL] = {"date_null", false},
    [EVAL_QUOTES] = {"quotes", true},
    [EVAL_QUOTES_NEAR] = {"quotes_near", true},
    [EVAL_ATTRIBUTED] = {"attributed", true},
    [EVAL_SPEAKER] = {"speaker", false},
    [EVAL_SPEAKER_WRONG] = {"speaker_wrong", false},
    [EVAL_STATEMENTS] = {"statements", true},
    [EVAL_STATEMENT_SPEAKER] = {"statement_speaker", false},
    [EVAL_CITATIONS] = {"citations", true},
    [EVAL_CITATIONS_NAMED] = {"citations_named", true},
    [EVAL_PINPOINT] = {"pinpoint", false},
    [EVAL_PEOPLE] = {"people", true},
    [EVAL_POSITION] = {"position", true},
    [EVAL_ADVISORIES] = {"advisories", true},
    [EVAL_ADVISORY_TYPE] = {"advisory_type", false},
    [EVAL_ADVISORY_SPEAKER] = {"advisory_speaker", false},
    [EVAL_NOISE] = {"noise", true},
    [EVAL_PFSA_RECALL] = {"pfsa_recall", false},
    [EVAL_PFSA_NEAR] = {"pfsa_near", false},
    [EVAL_PFSA_SPEAKER] = {"pfsa_speaker", false},
    [EVAL_PFSA_SPEAKER_COREF] = {"pfsa_speaker_coref", false},
    [EVAL_PFSA_ROLE] = {"pfsa_role", true},
};

const char *eval_kind_name(enum eval_kind kind) { return kinds[kind].name; }

enum eval_kind eval_kind_of(struct text name) {
    enum eval_kind kind = 0;
    while (kind < EVAL_KINDS && !text_is(name, kinds[kind].name))
        kind++;
    return kind;
}

bool eval_kind_is_found(enum eval_kind kind) { return kinds[kind].is_found; }

void tally_found(struct tally *tally, enum eval_kind kind, size_t met, size_t gold, size_t got) {
    struct counts *counts = &tally->of[kind];
    counts->seen = true;
    counts->met += met;
    counts->gold += gold;
    counts->got += got;
}

void tally_right(struct tally *tally, enum eval_kind kind, bool right) {
    tally_found(tally, kind, right, 1, 0);
}

/* A cell of a line of tabs: what would break the line, or steer a terminal, is a blank. */
static void put_cell(struct buffer *out, struct text cell, char end) {
    for (size_t i = 0; i < cell.size; i++) {
        unsigned char c = (unsigned char)cell.data[i];
        bool c1 = c == 0xC2 && i + 1 < cell.size && (unsigned char)cell.data[i + 1] < 0xA0;
        buffer_char(out, c < 0x20 || c == 0x7F || c1 ? ' ' : (char)c);
        i += c1;
    }
    if (cell.size == 0)
        buffer_char(out, '-');
    buffer_char(out, end);
}

void tally_error(struct tally *tally, enum eval_kind kind, struct text a, struct text b,
                 struct text c) {
    if (kind != tally->listed)
        return;
    put_cell(&tally->errors, tally->id, '\t');
    put_cell(&tally->errors, a, '\t');
    put_cell(&tally->errors, b, '\t');
    put_cell(&tally->errors, c, '\n');
}

static double share(size_t part, size_t of) { return of ? (double)part / (double)of : 0; }

double counts_precision(const struct counts *counts) { return share(counts->met, counts->got); }

double counts_recall(const struct counts *counts) { return share(counts->met, counts->gold); }

double counts_f(const struct counts *counts) {
    double p = counts_precision(counts), r = counts_recall(counts);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

void tally_free(struct tally *tally) { buffer_free(&tally->errors); }
