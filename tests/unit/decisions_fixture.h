/* Decisions about a month, for the tests of src/summary/decide*: the month, what was decided, and
 * what was complained about. */
#ifndef TAKLIMAT_TESTS_DECISIONS_FIXTURE_H
#define TAKLIMAT_TESTS_DECISIONS_FIXTURE_H

#include <check.h>

#include "extract/verdict.h"
#include "month.h"
#include "summary/decide.h"
#include "support.h"

static struct decisions decisions;
static struct summary summary;
static struct decided_list decided;
static struct arena opened;
static struct buffer told; /* complaints as "LINE: what" and a line end each */

static inline void clear(void) {
    summary_free(&summary);
    arena_free(&opened);
    decisions_free(&decisions);
    buffer_free(&told);
}

static inline void complain(void *context, const char *file, size_t line, struct text what) {
    (void)context;
    (void)file;
    buffer_printf(&told, "%zu: %.*s\n", line, (int)what.size, what.data);
}

static inline void apply_text(struct text rows) {
    struct error error = {0};
    decisions_read(&decisions, "f.csv", rows, test_tables(), complain, NULL, &error);
    ck_assert_msg(error.code == EXIT_DONE, "%s", error.message);
    decide(&summary, &decisions, test_tables(), verdict_give, complain, NULL, &decided);
}

/* Reads rows under a heading and applies them. */
static inline void apply(const char *rows) {
    struct buffer file = {0};
    buffer_printf(&file, "fid,article,decision,value,note\n%s\n", rows);
    apply_text(buffer_view(&file));
    buffer_free(&file);
}

static inline void check_told(const char *wanted) {
    ck_assert_msg(text_is(buffer_view(&told), wanted), "%.*s", (int)told.size, told.data);
}

static inline const struct facts *article(const char *id) {
    for (size_t i = 0; i < summary.count; i++) {
        const struct facts *facts = sample_open(&summary, i, &opened);
        if (text_is(facts->id, id))
            return facts;
    }
    ck_abort_msg("no article %s", id);
}

#endif
