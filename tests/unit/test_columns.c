/* Words in tables, cards and bars are whole in large type, too: columns share anew, cards stand
 * below each other, values push their labels. */
#include <config.h>

#include <check.h>

#include "layout/columns.h"
#include "layout/paginate.h"
#include "layout_fixture.h"
#include "support.h"

static const struct furniture furniture = {.place = {"Nasional", 8}, .period = {"2024", 4}};
static const struct column columns[] = {
    {180, ALIGN_LEFT}, {450, ALIGN_LEFT}, {100, ALIGN_RIGHT}, {270, ALIGN_LEFT}};

struct trial {
    struct template *template;
    struct measure measure;
    struct arena arena;
    struct document document;
    struct pages pages;
};

static void begin(struct trial *trial, mpt size) {
    static const enum style large[] = {STYLE_TABLE_HEAD, STYLE_TABLE_CELL, STYLE_CARD_VALUE,
                                       STYLE_CARD_LABEL, STYLE_FIGURE_VALUE};
    *trial = (struct trial){.template = fixture_template("id"), .measure = fixture_measure()};
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        trial->template->styles[large[i]].size = size;
        trial->template->styles[large[i]].leading = size * 5 / 4;
    }
    trial->document = (struct document){.arena = &trial->arena,
                                        .template = trial->template,
                                        .measure = &trial->measure,
                                        .sources_anchor = NO_ANCHOR};
}

static void end(struct trial *trial) {
    pages_free(&trial->pages);
    arena_free(&trial->arena);
    template_free(trial->template);
}

/* The run that is exactly this word, or NULL where it was cut. */
static const struct item_text *whole(const struct trial *trial, const char *word) {
    static struct item_text found[16];
    static size_t next;
    for (size_t p = 0; p < trial->pages.count; p++) {
        struct arena arena = {0};
        struct page page = pages_open(&trial->pages, p, &arena);
        for (size_t i = 0; i < page.item_count; i++)
            if (page.items[i].kind == ITEM_TEXT && text_is(page.items[i].of.text.text, word)) {
                found[next % 16] = page.items[i].of.text;
                arena_free(&arena);
                return &found[next++ % 16];
            }
        arena_free(&arena);
    }
    return NULL;
}

static struct table *fill_table(struct trial *trial, const char *first) {
    const char *const heads[] = {first, "Tentang", "Disebut", "Status"};
    struct table *table = document_table(&trial->document, columns, 4);
    for (size_t i = 0; i < 4; i++)
        cell_text(&trial->document, &table->head.cells[i], STYLE_TABLE_HEAD, text_of(heads[i]));
    struct row *row = table_row(&trial->document, table);
    cell_text(&trial->document, &row->cells[0], STYLE_TABLE_CELL, TEXT("Permendagri"));
    cell_text(&trial->document, &row->cells[1], STYLE_TABLE_CELL, TEXT("Pedoman"));
    return table;
}

static const mpt sizes[] = {8800, 12000, 16000, 18000};

START_TEST(words_of_tables_are_whole) {
    struct trial trial;
    begin(&trial, sizes[_i]);
    fill_table(&trial, "Peraturan");
    paginate(&trial.document, &furniture, &trial.pages);
    static const char *const words[] = {"Peraturan", "Tentang",     "Disebut",
                                        "Status",    "Permendagri", "Pedoman"};
    const struct item_text *before = NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct item_text *word = whole(&trial, words[i]);
        ck_assert_msg(word != NULL, "%s is cut", words[i]);
        ck_assert_int_ge(word->x, trial.template->geometry.left);
        ck_assert_int_le(word->x + word->width,
                         trial.template->geometry.width - trial.template->geometry.right);
        if (i > 0 && i < 4)
            ck_assert_int_gt(word->x, before->x + before->width);
        before = word;
    }
    end(&trial);
}
END_TEST

/* In the type of the installed templates shares are as they are said, also where a word is so long
 * that it may be cut; without room for all words they stay. */
START_TEST(shares_hold) {
    static const char *const heads[] = {"Peraturan", "Sepatahkatayangpanjangsekalitanpaspasi",
                                        "Peraturan"};
    struct trial trial;
    begin(&trial, _i == 2 ? 60000 : 8800);
    fill_table(&trial, heads[_i]);
    struct pages none = {0};
    struct pager *pager = paginate_begin(&trial.document, &furniture, &none);
    struct frame *frames = table_columns(pager, trial.document.at[0]);
    mpt room = pager_frame(pager, FLOW_FULL).width - 3 * 9000;
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(frames[i].width, (mpt)((int64_t)room * columns[i].share / 1000));
    paginate_end(pager);
    pages_free(&none);
    end(&trial);
}
END_TEST

/* Pieces of one table have the same columns, whatever their cells hold. */
START_TEST(pieces_agree) {
    struct trial trial;
    begin(&trial, 16000);
    fill_table(&trial, "Peraturan")->more = true;
    struct table *next = fill_table(&trial, "Peraturan");
    next->goes_on = true;
    cell_text(&trial.document, &next->rows[0].cells[2], STYLE_TABLE_CELL, TEXT("12.345.678.901"));
    struct pages none = {0};
    struct pager *pager = paginate_begin(&trial.document, &furniture, &none);
    struct frame *first = table_columns(pager, trial.document.at[0]);
    struct frame *second = table_columns(pager, trial.document.at[1]);
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(first[i].width, second[i].width);
    paginate_end(pager);
    pages_free(&none);
    end(&trial);
}
END_TEST

static const struct {
    mpt size;
    size_t across;
} cards[] = {{9000, 4}, {22000, 4}, {40000, 2}, {90000, 1}};

START_TEST(figures_of_cards_are_whole) {
    static const char *const values[] = {"1.284", "77", "9", "12.345"};
    struct trial trial;
    begin(&trial, cards[_i].size);
    trial.template->styles[STYLE_CARD_LABEL].size = 9000;
    struct block *block = document_add(&trial.document, BLOCK_CARDS, STYLE_CARD_VALUE);
    block->of.cards.at = arena_alloc_array(&trial.arena, 4, sizeof *block->of.cards.at);
    block->of.cards.count = 4;
    for (size_t i = 0; i < 4; i++) {
        block->of.cards.at[i].value.style = STYLE_CARD_VALUE;
        paragraph_add(&trial.document, &block->of.cards.at[i].value, STYLE_CARD_VALUE,
                      text_of(values[i]));
    }
    document_paragraph(&trial.document, STYLE_TEXT, TEXT("sesudahnya"));
    paginate(&trial.document, &furniture, &trial.pages);
    mpt lowest = 0;
    for (size_t i = 0; i < 4; i++) {
        const struct item_text *value = whole(&trial, values[i]);
        ck_assert_msg(value != NULL, "%s is cut", values[i]);
        ck_assert_int_le(value->x + value->width,
                         trial.template->geometry.width - trial.template->geometry.right);
        bool first = i < cards[_i].across;
        ck_assert(first == (value->baseline == whole(&trial, values[0])->baseline));
        lowest = value->baseline;
    }
    ck_assert_int_gt(whole(&trial, "sesudahnya")->baseline, lowest);
    end(&trial);
}
END_TEST

/* A value of a bar in large type stands right of its label, not on it. */
START_TEST(labels_make_room_for_values) {
    struct trial trial;
    begin(&trial, 20000);
    trial.document.flow = FLOW_SIDE;
    struct block *block = document_add(&trial.document, BLOCK_BARS, STYLE_FIGURE_LABEL);
    struct bar *bar = bars_add(&trial.document, block);
    bar->length = 1;
    paragraph_add(&trial.document, &bar->label, STYLE_FIGURE_LABEL,
                  TEXT("Netralitas pegawai negeri"));
    paragraph_add(&trial.document, &bar->value, STYLE_FIGURE_VALUE, TEXT("12.345"));
    paginate(&trial.document, &furniture, &trial.pages);
    const struct item_text *value = whole(&trial, "12.345");
    struct arena arena = {0};
    struct page page = pages_open(&trial.pages, 0, &arena);
    for (size_t i = 0; i < page.item_count; i++) {
        const struct item_text *text = &page.items[i].of.text;
        if (page.items[i].kind == ITEM_TEXT && text_starts(text->text, "Netralitas"))
            ck_assert_int_le(text->x + text->width, value->x);
    }
    arena_free(&arena);
    end(&trial);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("columns");
    TCase *tests = tcase_create("columns");
    tcase_add_loop_test(tests, words_of_tables_are_whole, 0, sizeof sizes / sizeof *sizes);
    tcase_add_loop_test(tests, shares_hold, 0, 3);
    tcase_add_test(tests, pieces_agree);
    tcase_add_loop_test(tests, figures_of_cards_are_whole, 0, sizeof cards / sizeof *cards);
    tcase_add_test(tests, labels_make_room_for_values);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
