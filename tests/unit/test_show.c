/* What taklimat show is made of: runs between marks, lines, characters made harmless. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cli/safe_text.h"
#include "cli/show_marks.h"
#include "cli/show_wrap.h"
#include "support.h"

/* Draws runs as "[1a[2b2]c1]", and cuts as "{d}". */
static void draw(const struct marks *marks, struct text text, struct span part,
                 struct buffer *out) {
    struct arena arena = {0};
    struct run_cursor cursor = {.marks = marks, .part = part, .arena = &arena};
    struct run run;
    while (run_next(&cursor, &run)) {
        for (size_t i = 0; i < run.ended_count; i++)
            buffer_printf(out, "%zu]", run.ended[i]->number);
        if (run.cut_starts)
            buffer_char(out, '{');
        for (size_t i = 0; i < run.started_count; i++)
            buffer_printf(out, "[%zu", run.started[i].number);
        buffer_text(out, text_slice(text, run.span));
        if (run.cut && run.span.end == run.cut->span.end)
            buffer_char(out, '}');
    }
    arena_free(&arena);
}

static struct facts make_facts(void) {
    static struct quote quotes[] = {{.fid = "q-000001", .span = {2, 6}}};
    static struct statement statements[] = {{.fid = "s-000001", .span = {0, 4}},
                                            {.fid = "s-000002", .span = {8, 10}}};
    static struct advisory advisories[] = {{.fid = "a-000001", .span = {8, 10}}};
    static struct flag flags[] = {{.kind = FLAG_BOILERPLATE, .span = {5, 7}},
                                  {.kind = FLAG_DUPLICATE, .span = {6, 8}},
                                  {.kind = FLAG_GARBLED, .span = {0, 9}}};
    return (struct facts){.quotes = quotes,
                          .quote_count = 1,
                          .statements = statements,
                          .statement_count = 2,
                          .advisories = advisories,
                          .advisory_count = 1,
                          .flags = flags,
                          .flag_count = 3};
}

/* Marks that cross, cuts that overlap, a part that begins within a mark. */
START_TEST(test_runs) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct marks marks;
    struct facts facts = make_facts();
    marks_collect(&facts, &arena, &marks);
    draw(&marks, TEXT("0123456789z"), (struct span){0, 11}, &out);
    buffer_char(&out, ' ');
    draw(&marks, TEXT("0123456789z"), (struct span){3, 9}, &out);
    ck_assert_msg(text_is(buffer_view(&out), "[101[2231]4{52]6}{7}[3[4894]3]z "
                                             "31]4{52]6}{7}[3[48"),
                  "%.*s", (int)out.size, out.data);
    ck_assert_uint_eq(marks_find(&marks, "q-000001")->number, 2);
    ck_assert_ptr_null(marks_find(&marks, "q-000002"));
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* The innermost mark is drawn; of marks over the same words the more telling kind. */
START_TEST(test_innermost) {
    struct arena arena = {0};
    struct marks marks;
    struct facts facts = make_facts();
    struct run run;
    marks_collect(&facts, &arena, &marks);
    struct run_cursor cursor = {.marks = &marks, .part = {8, 10}, .arena = &arena};
    ck_assert(run_next(&cursor, &run));
    ck_assert_int_eq(run.top->kind, MARK_ADVISORY);
    ck_assert(run_next(&cursor, &run));
    ck_assert_uint_eq(run.span.start, run.span.end);
    ck_assert(!run_next(&cursor, &run));
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *text, *want;
    size_t width, indent;
} wrap_cases[] = {
    {"satu dua tiga empat lima enam", "satu dua tiga empat\nlima enam\n", 20, 0},
    {"satu dua tiga empat lima enam", "  satu dua tiga\n  empat lima enam\n", 20, 2},
    {"  satu \t dua  ", "satu dua\n", 20, 0},
    {"aaaaaaaaaaaaaaaaaaaaaaaaa b", "aaaaaaaaaaaaaaaaaaaa\naaaaa b\n", 20, 0},
    {"satu\n\n\n\ndua\r\ntiga\rempat", "satu\n\ndua\ntiga\nempat\n", 20, 0},
    /* twelve wide characters: ten fill the line */
    {"\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD"
     "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD",
     "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD"
     "\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\xE4\xB8\xAD\n\xE4\xB8\xAD\xE4\xB8\xAD\n",
     20, 0},
    /* an accent that stands alone takes no column */
    {"caf\x65\xCC\x81 aaaaaaaaaaaaaaa", "caf\x65\xCC\x81 aaaaaaaaaaaaaaa\n", 20, 0},
};

START_TEST(test_wrap) {
    struct buffer out = {0};
    struct wrap wrap = {
        .out = &out, .width = wrap_cases[_i].width, .indent = wrap_cases[_i].indent};
    wrap_string(&wrap, wrap_cases[_i].text, STYLE_QUOTE);
    wrap_end_line(&wrap);
    ck_assert_msg(text_is(buffer_view(&out), wrap_cases[_i].want), "'%.*s'", (int)out.size,
                  out.data);
    buffer_free(&out);
}
END_TEST

/* Styles end with the line; a blank belongs to a passage only between words of it. */
START_TEST(test_styles) {
    struct buffer out = {0};
    struct wrap wrap = {.out = &out, .width = 20, .colour = true};
    wrap_string(&wrap, "satu ", STYLE_PLAIN);
    wrap_string(&wrap, "dua tiga empat lima", STYLE_QUOTE);
    wrap_string(&wrap, " enam", STYLE_PLAIN);
    wrap_end_line(&wrap);
    ck_assert_msg(text_is(buffer_view(&out), "satu \033[32mdua tiga empat\033[0m\n"
                                             "\033[32mlima\033[0m enam\n"),
                  "'%.*s'", (int)out.size, out.data);
    buffer_free(&out);
}
END_TEST

/* A word without end does not grow what is held of it. */
START_TEST(test_long_word) {
    enum { LONG = 1000000 };
    struct buffer out = {0};
    struct wrap wrap = {.out = &out, .width = WRAP_WIDTH_MOST};
    char *marks = malloc(2 * LONG); /* accents only: no columns at all */
    for (size_t i = 0; i < LONG; i++)
        memcpy(marks + 2 * i, "\xCC\x81", 2);
    wrap_text(&wrap, (struct text){marks, (size_t)2 * LONG}, STYLE_PLAIN);
    wrap_end_line(&wrap);
    ck_assert_uint_ge(out.size, 2 * LONG);
    free(marks);
    buffer_free(&out);
}
END_TEST

START_TEST(test_safe) {
    static const uint32_t harmful[] = {0x00, 0x07, 0x1B, 0x7F, 0x80, 0x9B, 0x9F};
    static const uint32_t hidden[] = {0xAD, 0x200B, 0x200F, 0x202E, 0x2066, 0x2069, 0xFEFF, 0x61C};
    for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
        ck_assert_uint_eq(safe_character(harmful[i]), 0xFFFD);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        ck_assert_uint_eq(safe_character(hidden[i]), 0);
    ck_assert_uint_eq(safe_character('\t'), ' ');
    ck_assert_uint_eq(safe_character(0x2028), '\n');
    ck_assert_uint_eq(safe_character(0x201C), 0x201C);
    size_t size;
    ck_assert_uint_eq(safe_decode(TEXT("\r\n"), 0, &size), 0);
    ck_assert_uint_eq(safe_decode(TEXT("\rx"), 0, &size), '\n');
}
END_TEST

int main(void) {
    Suite *suite = suite_create("show");
    TCase *tests = tcase_create("show");
    tcase_add_test(tests, test_runs);
    tcase_add_test(tests, test_innermost);
    tcase_add_loop_test(tests, test_wrap, 0, sizeof wrap_cases / sizeof *wrap_cases);
    tcase_add_test(tests, test_styles);
    tcase_add_test(tests, test_long_word);
    tcase_add_test(tests, test_safe);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
