/* The room on the first page as it is counted while blocks are composed, against the pages that
 * come of them: on each paper, below mastheads and letterheads of any height. */
#include <config.h>

#include <check.h>

#include "layout/front_room.h"
#include "layout/paginate.h"
#include "layout_fixture.h"
#include "month.h"
#include "support.h"

static struct run words = {STYLE_MASTHEAD, {"TAKLIMAT", 8}, NO_LINK, {NULL, 0}};

/* A masthead of one row, below a letterhead of `lines`. */
static struct furniture make_furniture(size_t lines) {
    struct furniture out = {.rows = {{{STYLE_MASTHEAD, &words, 1, 1}, {"No. 1", 5}}},
                            .row_count = 1,
                            .place = TEXT("Nasional"),
                            .period = TEXT("Agustus 2024")};
    for (; out.head.line_count < lines; out.head.line_count++)
        out.head.lines[out.head.line_count] =
            (struct paragraph){STYLE_LETTERHEAD_NAME, &words, 1, 1};
    return out;
}

static struct block *add_words(struct document *document, uint64_t *state) {
    static const enum style styles[] = {STYLE_TITLE,     STYLE_DECK,         STYLE_PART,
                                        STYLE_HIGHLIGHT, STYLE_HIGHLIGHT_BY, STYLE_LIST_ITEM,
                                        STYLE_NOTE,      STYLE_FIGURE_TITLE};
    struct buffer text = {0};
    for (size_t i = next_random(state) % 20 + 1; i > 0; i--)
        buffer_string(&text, i % 3 ? "pegawai " : "netral ");
    struct block *block =
        document_paragraph(document, styles[next_random(state) % (sizeof styles / sizeof *styles)],
                           buffer_view(&text));
    buffer_free(&text);
    return block;
}

/* Blocks in all three flows until one runs over: with it there are two pages, without it one. */
static void fill_page(const char *paper, size_t lines, uint64_t seed) {
    struct house house = {.paper = paper_find(text_of(paper))};
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct template *template = template_read(fixture_template_path("id"), &house, &faults);
    struct measure measure = fixture_measure();
    struct pages pages = {0}, over = {0}, none = {0};
    struct arena arena = {0};
    struct document document = {
        .arena = &arena, .template = template, .measure = &measure, .sources_anchor = NO_ANCHOR};
    struct furniture furniture = make_furniture(lines);
    struct front_room room;
    struct front_mark mark;
    ck_assert_ptr_nonnull(template);
    struct pager *pager = paginate_begin(&document, &furniture, &none);
    front_room_open(&room, &document, pager);
    do {
        mark = front_room_mark(&room);
        document.flow = document.count < 3 ? FLOW_FULL : seed % 2 ? FLOW_SIDE : FLOW_MAIN;
        if (document.count == 3)
            document_level(&document);
        add_words(&document, &seed);
    } while (front_room_left(&room, FLOW_MAIN) >= 0 && front_room_left(&room, FLOW_SIDE) >= 0);
    ck_assert_uint_gt(document.count, 5);
    paginate(&document, &furniture, &over);
    ck_assert_uint_gt(over.count, 1);
    front_room_back(&room, &mark);
    paginate(&document, &furniture, &pages);
    ck_assert_uint_eq(pages.count, 1);
    ck_assert_int_ge(front_room_left(&room, FLOW_MAIN), 0);
    ck_assert_int_ge(front_room_left(&room, FLOW_SIDE), 0);
    paginate_end(pager); /* counting has moved nothing: the same page */
    ck_assert_uint_eq(none.count, 1);
    ck_assert_uint_eq(none.at[0].item_count, pages.at[0].item_count);
    pages_free(&none);
    pages_free(&over);
    pages_free(&pages);
    arena_free(&arena);
    template_free(template);
}

START_TEST(counts_what_pages_take) {
    static const char *const papers[] = {"A4", "F4", "Letter"};
    for (uint64_t seed = 1; seed <= 40; seed++)
        fill_page(papers[_i], seed % 6, seed * 7919);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("front_room");
    TCase *tests = tcase_create("front_room");
    tcase_add_loop_test(tests, counts_what_pages_take, 0, 3);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
