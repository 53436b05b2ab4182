/* Paper and accent colour: names, sizes, contrast on white. */
#include <config.h>

#include <check.h>

#include "layout/house.h"
#include "layout_fixture.h"
#include "support.h"

START_TEST(papers) {
    ck_assert_str_eq(paper_find(TEXT("f4"))->name, "F4");
    ck_assert_str_eq(paper_find(TEXT("LETTER"))->name, "Letter");
    ck_assert_int_eq(paper_find(TEXT("F4"))->height, 935433); /* 330 mm */
    ck_assert_ptr_null(paper_find(TEXT("A3")));
    ck_assert_ptr_null(paper_find(TEXT("A")));
    ck_assert_ptr_null(paper_find(TEXT("A45")));
    ck_assert_ptr_null(paper_find(TEXT("")));
}
END_TEST

START_TEST(colours) {
    uint32_t colour = 7;
    ck_assert(accent_read(TEXT("#7A1f1F"), &colour));
    ck_assert_uint_eq(colour, 0x7a1f1f);
    static const char *const wrong[] = {"", "#", "7a1f1f", "#7a1f1", "#7a1f1f0", "#7a1f1g", "red"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!accent_read(text_of(wrong[i]), &colour), "%s", wrong[i]);
    ck_assert_uint_eq(colour, 0x7a1f1f);
}
END_TEST

/* #767676 is the lightest grey that may be text on white, as is widely published. */
START_TEST(contrasts) {
    ck_assert_uint_eq(accent_contrast(0x000000), 2100);
    ck_assert_uint_eq(accent_contrast(0xffffff), 100);
    ck_assert_uint_ge(accent_contrast(0x767676), ACCENT_CONTRAST);
    ck_assert_uint_lt(accent_contrast(0x777777), ACCENT_CONTRAST);
    ck_assert_uint_eq(accent_contrast(0xff0000), 399);
    ck_assert_uint_eq(accent_contrast(0x0000ff), 859);
}
END_TEST

START_TEST(tints) {
    ck_assert_uint_eq(accent_tint(0x7a1f00, 0), 0x7a1f00);
    ck_assert_uint_eq(accent_tint(0x7a1f00, 100), 0xffffff);
    ck_assert_uint_eq(accent_tint(0x000000, 50), 0x808080);
}
END_TEST

/* Paper and accent go over the template's; margins and other colours stay. */
START_TEST(over_a_template) {
    struct house house = {.paper = paper_find(TEXT("F4")), .accented = true, .accent = 0x7a1f1f};
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct template *plain = fixture_template("id");
    struct template *own = template_read(fixture_template_path("id"), &house, &faults);
    ck_assert_ptr_nonnull(own);
    ck_assert_int_eq(own->geometry.width, house.paper->width);
    ck_assert_int_eq(own->geometry.height, house.paper->height);
    ck_assert_int_eq(own->geometry.left, plain->geometry.left);
    ck_assert_int_eq(own->geometry.bottom, plain->geometry.bottom);
    ck_assert_uint_eq(own->styles[STYLE_CHAPTER].colour, 0x7a1f1f);
    ck_assert_uint_eq(own->styles[STYLE_TEXT].colour, plain->styles[STYLE_TEXT].colour);
    ck_assert_uint_eq(own->colours[COLOUR_WARNING], plain->colours[COLOUR_WARNING]);
    ck_assert_uint_ne(own->colours[COLOUR_TINT], plain->colours[COLOUR_TINT]);
    template_free(own);
    template_free(plain);
}
END_TEST

/* A4 by name is the A4 of the installed templates: the same bytes. */
START_TEST(the_same_paper) {
    struct template *template = fixture_template("en");
    ck_assert_int_eq(template->geometry.width, paper_find(TEXT("A4"))->width);
    ck_assert_int_eq(template->geometry.height, paper_find(TEXT("A4"))->height);
    template_free(template);
}
END_TEST

static const struct {
    bool headed;
    uint32_t pixels[2];
    mpt size[2]; /* millipoints */
} logos[] = {
    {true, {300, 400}, {51023, 68031}},  /* as high as a letterhead has room */
    {true, {900, 100}, {85039, 9448}},   /* as wide */
    {true, {50, 40}, {36000, 28800}},    /* 100 pixels an inch */
    {false, {300, 400}, {29763, 39685}}, /* beside a masthead it is smaller */
    {false, {472, 16}, {113386, 3843}},  {false, {60000, 17}, {113386, 32}},
};

START_TEST(logos_keep_their_proportions) {
    struct image image = {.width = logos[_i].pixels[0], .height = logos[_i].pixels[1]};
    struct house house = {.logo = &image, .letterhead_count = logos[_i].headed};
    mpt width, height;
    logo_size(&house, &width, &height);
    ck_assert_int_eq(width, logos[_i].size[0]);
    ck_assert_int_eq(height, logos[_i].size[1]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("house");
    TCase *tcase = tcase_create("house");
    tcase_add_test(tcase, papers);
    tcase_add_test(tcase, colours);
    tcase_add_test(tcase, contrasts);
    tcase_add_test(tcase, tints);
    tcase_add_test(tcase, over_a_template);
    tcase_add_test(tcase, the_same_paper);
    tcase_add_loop_test(tcase, logos_keep_their_proportions, 0, sizeof logos / sizeof *logos);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
