/* What changed between two summaries, and between two looks at the inputs. */
#include <config.h>

#include "cli/request.h"
#include "month.h"
#include "summary/changes.h"
#include "support.h"

#define AUGUST                                                                                     \
    (struct period) { .from = date_make(2024, 8, 1), .until = date_make(2024, 9, 1) }

/* A summary of articles given as "id day text", in this order. */
static void fill(struct summary *summary, struct period period, const char *const (*articles)[3],
                 size_t count) {
    summary_init(summary, period, TEXT("t"), TEXT("t"));
    for (size_t i = 0; i < count; i++)
        sample_add(summary, &(struct sample){.id = articles[i][0],
                                             .published = articles[i][1],
                                             .title = articles[i][2],
                                             .sha256 = articles[i][2]});
    summary_seal(summary);
}

static const char *const before[][3] = {{"a", "2024-08-01", "sama"},
                                        {"b", "2024-08-02", "lama"},
                                        {"c", "2024-08-03", "hilang"},
                                        {"x", "2024-07-31", "luar"},
                                        {"y", "2024-07-31", "masuk"}};
static const char *const now[][3] = {{"z", "2024-08-31", "tambah"},
                                     {"b", "2024-08-02", "baru"},
                                     {"a", "2024-08-01", "sama"},
                                     {"x", "2024-07-31", "luar juga"},
                                     {"y", "2024-08-01", "masuk"}};

START_TEST(articles_that_changed) {
    struct summary old, new;
    struct arena arena = {0};
    struct changes changes;
    fill(&old, AUGUST, before, sizeof before / sizeof *before);
    fill(&new, AUGUST, now, sizeof now / sizeof *now);
    changes_find(&old, &new, &arena, &changes);
    ck_assert_uint_eq(changes.count, 4);
    ck_assert_int_eq(changes_of(&changes, TEXT("b"))->kind, CHANGE_ALTERED);
    ck_assert_int_eq(changes_of(&changes, TEXT("c"))->kind, CHANGE_REMOVED);
    ck_assert_ptr_null(changes_of(&changes, TEXT("c"))->now);
    ck_assert_int_eq(changes_of(&changes, TEXT("y"))->kind,
                     CHANGE_ADDED); /* it came into the period */
    ck_assert_int_eq(changes_of(&changes, TEXT("z"))->kind, CHANGE_ADDED);
    ck_assert_ptr_null(changes_of(&changes, TEXT("a")));
    ck_assert_ptr_null(changes_of(&changes, TEXT("x")));
    changes_find(&old, &old, &arena, &changes);
    ck_assert_uint_eq(changes.count, 0);
    ck_assert_ptr_null(changes_of(&changes, TEXT("a")));
    summary_free(&old);
    summary_free(&new);
    arena_free(&arena);
}
END_TEST

START_TEST(inputs_that_changed) {
    const struct input_file a = {TEXT("a"), 1, TEXT("1")}, b = {TEXT("b"), 1, TEXT("2")},
                            other = {TEXT("a"), 1, TEXT("3")};
    const struct input_file both[] = {a, b}, changed[] = {other, b};
    struct error error = {0};
    ck_assert(request_holds(both, 2, both, 2, &error));
    ck_assert(request_holds(NULL, 0, NULL, 0, &error));
    const struct {
        const struct input_file *read;
        size_t count;
        const char *file;
    } wrong[] = {{changed, 2, "a"}, {both, 1, "b"}, {&b, 1, "b"}, {NULL, 0, "a"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        error_clear(&error);
        ck_assert(!request_holds(both, 2, wrong[i].read, wrong[i].count, &error));
        ck_assert_int_eq(error.code, EXIT_TRY_AGAIN);
        ck_assert_str_eq(error.file, wrong[i].file);
    }
    error_clear(&error);
    ck_assert(!request_holds(both, 1, both, 2, &error));
    ck_assert_str_eq(error.file, "b");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("changes");
    TCase *tests = tcase_create("changes");
    tcase_add_test(tests, articles_that_changed);
    tcase_add_test(tests, inputs_that_changed);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
