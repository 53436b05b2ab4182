/* Filling pages: properties that hold for any document, tried on random ones, with a face of equal
 * widths. */
#include <config.h>

#include <check.h>

#include "base/memory.h"
#include "layout/packed.h"
#include "layout/pager.h"
#include "layout/paginate.h"
#include "layout_fixture.h"
#include "month.h"
#include "support.h"

static struct template *template;
static struct measure measure;
static struct run masthead = {STYLE_MASTHEAD, {"TAKLIMAT", 8}, NO_LINK, {NULL, 0}};
static const struct furniture furniture = {
    .rows = {{{STYLE_MASTHEAD, &masthead, 1, 1}, {"No. 1", 5}}},
    .row_count = 1,
    .place = {"Nasional", 8},
    .period = {"Agustus 2024", 12}};

static void set_up(void) {
    template = fixture_template("id");
    measure = fixture_measure();
}

static void tear_down(void) { template_free(template); }

/* A random document. Words are numbered so that loss and order can be told: w for text in reading
 * order, n for notes beside it, c for cells; h stands in heads of tables, which repeat. */
struct maker {
    struct document document;
    struct arena pieces; /* of the document, if it is set piece by piece */
    struct pager *pager; /* then */
    uint64_t state;
    size_t words, notes, cells;
};

static struct text some_words(struct maker *maker, char kind, size_t *number, size_t count) {
    struct buffer out = {0};
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, "%s%c%zu", i ? " " : "", kind, (*number)++);
    struct text text = arena_copy(maker->document.arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

static void add_paragraph(struct maker *maker) {
    static const enum style styles[] = {STYLE_TEXT, STYLE_ADVISORY,  STYLE_QUOTE, STYLE_PULL,
                                        STYLE_NOTE, STYLE_LIST_ITEM, STYLE_SOURCE};
    enum style style = styles[next_random(&maker->state) % (sizeof styles / sizeof *styles)];
    size_t count = next_random(&maker->state) % 40 ? next_random(&maker->state) % 60 : 2000;
    maker->document.flow = next_random(&maker->state) % 2 ? FLOW_FULL : FLOW_MAIN;
    struct block *block = document_paragraph(&maker->document, style,
                                             some_words(maker, 'w', &maker->words, count + 1));
    size_t notes = maker->document.flow == FLOW_MAIN ? next_random(&maker->state) % 4 : 0;
    for (size_t i = 0; i < notes; i++)
        paragraph_add(
            &maker->document, block_note(&maker->document, block, STYLE_SIDE), STYLE_SIDE,
            some_words(maker, 'n', &maker->notes, next_random(&maker->state) % 20 ? 6 : 400));
    maker->document.flow = FLOW_FULL;
}

static void add_heading(struct maker *maker) {
    static const enum style styles[] = {STYLE_KICKER, STYLE_REGION, STYLE_PART, STYLE_GROUP};
    size_t first = next_random(&maker->state) % 8 ? 1 : 0;
    for (size_t i = first; i < 4; i++) {
        struct block *block = document_paragraph(
            &maker->document, styles[i],
            some_words(maker, 'w', &maker->words, 1 + next_random(&maker->state) % 5));
        if (next_random(&maker->state) % 2)
            block_outline(&maker->document, block, next_random(&maker->state) % 4, TEXT("Judul"));
    }
}

/* Entries whose page numbers are filled in at the end. */
static void add_contents(struct maker *maker) {
    struct block *block = document_add(&maker->document, BLOCK_CONTENTS, STYLE_CONTENTS_REGION);
    block->of.target = document_anchor(&maker->document);
    paragraph_add(&maker->document, &block->text, STYLE_CONTENTS_REGION,
                  some_words(maker, 'w', &maker->words, 1 + next_random(&maker->state) % 12));
}

static const struct column columns[] = {{200, ALIGN_LEFT}, {600, ALIGN_LEFT}, {200, ALIGN_RIGHT}};

static struct table *begin_table(struct maker *maker, bool goes_on) {
    struct table *table = document_table(&maker->document, columns, 3);
    for (size_t i = 0; i < 3; i++)
        cell_text(&maker->document, &table->head.cells[i], STYLE_TABLE_HEAD, TEXT("h"));
    table->goes_on = goes_on;
    return table;
}

static void add_table(struct maker *maker) {
    struct table *table = begin_table(maker, false);
    size_t rows = 1 + next_random(&maker->state) % 60;
    for (size_t r = 0; r < rows; r++) {
        if (maker->pager && table->row_count >= 16 && rows - r > 1) {
            table->more = true;
            paginate_so_far(maker->pager);
            table = begin_table(maker, true);
        }
        struct row *row = table_row(&maker->document, table);
        size_t long_cell = next_random(&maker->state) % 80 ? 3 : next_random(&maker->state) % 3;
        for (size_t c = 0; c < 3; c++)
            cell_text(&maker->document, &row->cells[c], STYLE_TABLE_CELL,
                      some_words(maker, 'c', &maker->cells,
                                 c == long_cell ? 900 : next_random(&maker->state) % 9));
    }
}

/* Random pages, of the whole document at once or of piece after piece. */
static struct maker make_pages(uint64_t state, bool whole, struct pages *pages) {
    struct maker made = {.state = state}, *maker = &made;
    maker->document = (struct document){.arena = whole ? &pages->arena : &maker->pieces,
                                        .template = template,
                                        .measure = &measure,
                                        .sources_anchor = NO_ANCHOR};
    if (!whole)
        maker->pager = paginate_begin(&maker->document, &furniture, pages);
    size_t count = 1 + next_random(&maker->state) % 60,
           entries = next_random(&maker->state) % 4 ? 0 : next_random(&maker->state) % 90;
    for (size_t i = 0; i < entries; i++)
        add_contents(maker);
    for (size_t i = 0; i < count; i++) {
        uint32_t kind = next_random(&maker->state) % 8;
        if (maker->pager && kind % 2)
            paginate_so_far(maker->pager);
        if (kind < 5)
            add_paragraph(maker);
        else if (kind < 7)
            add_heading(maker); /* never two in a row: the second might begin a page */
        if (kind == 5 || kind == 7)
            add_table(maker);
        else if (kind == 6)
            add_paragraph(maker);
    }
    if (whole)
        paginate(&maker->document, &furniture, pages);
    else
        paginate_end(maker->pager);
    arena_free(&maker->pieces);
    fixture_open(pages);
    return made;
}

/* Two pages are the same if they are packed alike. */
static void check_same(const struct page *one, const struct page *other) {
    struct arena arena = {0};
    struct buffer first = {0}, second = {0};
    ck_assert_uint_eq(one->item_count, other->item_count);
    items_pack(&arena, &first, one->items, one->item_count);
    items_pack(&arena, &second, other->items, other->item_count);
    ck_assert_uint_eq(first.size, second.size);
    ck_assert_mem_eq(first.data, second.data, first.size);
    buffer_free(&first);
    buffer_free(&second);
    arena_free(&arena);
}

/* As ck_assert_msg, for millions of checks: Check writes a line to a file for each of its own. */
#define holds(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ck_abort_msg(__VA_ARGS__);                                                             \
    } while (0)

static void check_between(mpt from, mpt value, mpt until) {
    holds(from <= value && value <= until, "%ld is not between %ld and %ld", (long)value,
          (long)from, (long)until);
}

static void check_frame(const struct page *page) {
    const struct geometry *g = &template->geometry;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_TEXT) {
            const struct item_text *text = &item->of.text;
            check_between(g->left, text->x, g->width - g->right - text->width);
            if (item->role != ROLE_ARTIFACT && text->baseline != g->header)
                check_between(g->top + text->size - text->size / 2, text->baseline,
                              g->height - g->bottom);
        } else if (item->kind == ITEM_RULE) {
            const struct item_rule *rule = &item->of.rule;
            check_between(g->left, rule->x, g->width - g->right - rule->width);
            holds(rule->height >= 0, "a rule is %ld high", (long)rule->height);
        }
    }
}

/* Lines of the same column must not lie on each other: baselines of body text on a page differ by
 * at least half a size wherever the pieces overlap sideways. */
static void check_overlap(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++)
        for (size_t k = i + 1; k < page->item_count; k++) {
            const struct item_text *a = &page->items[i].of.text, *b = &page->items[k].of.text;
            if (page->items[i].kind != ITEM_TEXT || page->items[k].kind != ITEM_TEXT)
                continue;
            bool aside = a->x + a->width <= b->x || b->x + b->width <= a->x;
            mpt apart =
                a->baseline > b->baseline ? a->baseline - b->baseline : b->baseline - a->baseline;
            holds(aside || apart >= a->size / 2, "'%.20s' lies on '%.20s'", a->text.data,
                  b->text.data);
        }
}

static bool is_heading(enum item_role role) {
    return role == ROLE_H1 || role == ROLE_H2 || role == ROLE_H3;
}

/* The lowest text of the type area is no heading, but on the last page. */
static void check_headings(const struct pages *pages) {
    for (size_t p = 0; p + 1 < pages->count; p++) {
        mpt lowest = 0;
        enum item_role role = ROLE_P;
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            const struct item *item = &pages->at[p].items[i];
            if (item->kind == ITEM_TEXT && item->role != ROLE_ARTIFACT &&
                item->of.text.baseline >= lowest) {
                lowest = item->of.text.baseline;
                role = item->role;
            }
        }
        ck_assert_msg(!is_heading(role), "a heading is last on page %zu", p + 1);
    }
}

/* The numbers of kind `kind`, in reading order; each must be there once, and in order where
 * `ordered`. */
static void check_words(const struct pages *pages, char kind, size_t count, bool ordered) {
    unsigned char *seen = calloc(count + 1, 1);
    size_t found = 0, last = 0;
    struct buffer words = fixture_words(pages);
    buffer_char(&words, '\0');
    for (char *word = strtok(words.data, " "); word; word = strtok(NULL, " ")) {
        if ((word[0] | 32) != kind || word[1] < '0' || word[1] > '9')
            continue;
        size_t number = strtoul(word + 1, NULL, 10);
        holds(number < count, "%s was not in the document", word);
        holds(!seen[number], "%s stands there twice", word);
        holds(!ordered || found == 0 || number == last + 1, "%s follows %c%zu", word, kind, last);
        seen[number] = 1;
        last = number;
        found++;
    }
    ck_assert_uint_eq(found, count);
    buffer_free(&words);
    free(seen);
}

static void check_outline(const struct pages *pages) {
    for (size_t i = 0; i < pages->outline_count; i++) {
        ck_assert_uint_le(pages->outline[i].level, i ? pages->outline[i - 1].level + 1 : 0);
        ck_assert_uint_lt(pages->outline[i].destination, pages->destination_count);
        ck_assert_uint_lt(pages->destinations[pages->outline[i].destination].page, pages->count);
    }
}

START_TEST(random_documents) {
    struct pages pages = {0}, again = {0};
    struct maker maker = make_pages((uint64_t)_i * 7919 + 3, true, &pages);
    for (size_t p = 0; p < pages.count; p++) {
        check_frame(&pages.at[p]);
        check_overlap(&pages.at[p]);
    }
    check_headings(&pages);
    check_words(&pages, 'w', maker.words, true);
    check_words(&pages, 'n', maker.notes, true);
    check_words(&pages, 'c', maker.cells, false);
    check_outline(&pages);
    make_pages((uint64_t)_i * 7919 + 3, false, &again);
    ck_assert_uint_eq(again.count, pages.count);
    for (size_t p = 0; p < pages.count; p++)
        check_same(&pages.at[p], &again.at[p]);
    ck_assert_uint_eq(again.outline_count, pages.outline_count);
    ck_assert_uint_eq(again.destination_count, pages.destination_count);
    for (size_t i = 0; i < pages.destination_count; i++)
        ck_assert_int_eq(again.destinations[i].y, pages.destinations[i].y);
    pages_free(&pages);
    pages_free(&again);
}
END_TEST

/* A document of `count` paragraphs of one line after a table; returns its pages. */
static void table_of(struct pages *pages, size_t rows) {
    struct document document = {.arena = &pages->arena,
                                .template = template,
                                .measure = &measure,
                                .sources_anchor = NO_ANCHOR};
    struct table *table = document_table(&document, columns, 3);
    for (size_t i = 0; i < 3; i++)
        cell_text(&document, &table->head.cells[i], STYLE_TABLE_HEAD, TEXT("Kepala"));
    for (size_t i = 0; i < rows; i++)
        cell_text(&document, &table_row(&document, table)->cells[1], STYLE_TABLE_CELL,
                  TEXT("baris"));
    paginate(&document, &furniture, pages);
    fixture_open(pages);
}

START_TEST(heads_repeat_as_continued) {
    struct pages pages = {0};
    table_of(&pages, 100);
    ck_assert_uint_ge(pages.count, 2);
    for (size_t p = 0; p < pages.count; p++) {
        struct pages one = {.at = &pages.at[p], .count = 1};
        struct buffer words = fixture_words(&one);
        ck_assert(fixture_contains(&words, "Kepala"));
        ck_assert_int_eq(fixture_contains(&words, "lanjutan"), p > 0);
        buffer_free(&words);
    }
    pages_free(&pages);
}
END_TEST

/* At least two lines of a paragraph stand before and after a page's end. */
START_TEST(no_widow_no_orphan) {
    struct pages pages = {0};
    struct document document = {.arena = &pages.arena,
                                .template = template,
                                .measure = &measure,
                                .sources_anchor = NO_ANCHOR};
    uint64_t state = (uint64_t)_i + 11;
    for (size_t i = 0; i < 40; i++) {
        struct buffer text = {0};
        for (size_t k = 10 + next_random(&state) % 150; k > 0; k--)
            buffer_string(&text, "kata ");
        document_paragraph(&document, STYLE_TEXT, buffer_view(&text));
        buffer_free(&text);
    }
    paginate(&document, &furniture, &pages);
    fixture_open(&pages);
    for (size_t p = 0; p < pages.count; p++) {
        uint32_t element = 0;
        size_t lines = 0, first = 0;
        for (size_t i = 0; i < pages.at[p].item_count; i++) {
            const struct item *item = &pages.at[p].items[i];
            if (item->kind != ITEM_TEXT || item->role != ROLE_P ||
                item->of.text.baseline < template->geometry.top)
                continue;
            bool goes_on = item->element == element;
            first += element == 0 || (first == lines && goes_on);
            lines = goes_on ? lines + 1 : 1;
            element = item->element;
        }
        if (p + 1 < pages.count) { /* the last paragraph here is alone only if it ends here */
            const struct item *next = pages.at[p + 1].items;
            while (next->kind != ITEM_TEXT || next->role != ROLE_P)
                next++;
            ck_assert(next->element != element || lines >= 2);
        }
    }
    pages_free(&pages);
}
END_TEST

START_TEST(contents_name_the_pages) {
    struct pages pages = {0};
    struct document document = {.arena = &pages.arena,
                                .template = template,
                                .measure = &measure,
                                .sources_anchor = NO_ANCHOR};
    size_t anchor = document_anchor(&document);
    struct block *entry = document_add(&document, BLOCK_CONTENTS, STYLE_CONTENTS_CHAPTER);
    paragraph_add(&document, &entry->text, STYLE_CONTENTS_CHAPTER, TEXT("Bab"));
    entry->of.target = anchor;
    for (size_t i = 0; i < 4; i++)
        document_paragraph(&document, STYLE_KICKER, TEXT("halaman baru"))->new_page = true;
    document_paragraph(&document, STYLE_TEXT, TEXT("di sini"))->anchor = anchor;
    paginate(&document, &furniture, &pages);
    fixture_open(&pages);
    ck_assert_uint_eq(pages.destinations[anchor].page, 4);
    struct buffer words = fixture_words(&pages);
    ck_assert(fixture_contains(&words, "Bab 5 "));
    ck_assert(!fixture_contains(&words, "...")); /* leaders are drawn, not typed */
    buffer_free(&words);
    bool linked = false;
    for (size_t i = 0; i < pages.at[0].item_count; i++)
        linked |= pages.at[0].items[i].kind == ITEM_LINK &&
                  pages.at[0].items[i].of.link.destination == anchor;
    ck_assert(linked);
    pages_free(&pages);
}
END_TEST

START_TEST(pages_are_numbered) {
    struct pages pages = {0};
    table_of(&pages, 200);
    for (size_t p = 0; p < pages.count; p++) {
        char wanted[80];
        bool found = false;
        snprintf(wanted, sizeof wanted, "Halaman %zu dari %zu", p + 1, pages.count);
        for (size_t i = 0; i < pages.at[p].item_count; i++)
            found |= pages.at[p].items[i].kind == ITEM_TEXT &&
                     text_is(pages.at[p].items[i].of.text.text, wanted);
        ck_assert_msg(found, "%s is missing", wanted);
    }
    pages_free(&pages);
}
END_TEST

/* What is put between begin and end belongs to the picture, and nothing else does. */
START_TEST(pictures_are_of_one_piece) {
    struct arena arena = {0};
    struct sheet sheet = {0};
    struct pager pager = {.arena = &arena, .sheets = &sheet, .count = 1};
    static const enum item_role roles[] = {ROLE_ARTIFACT, ROLE_FIGURE, ROLE_FIGURE,
                                           ROLE_FIGURE,   ROLE_FIGURE, ROLE_P};
    put_rule(&pager, 0, (struct item_rule){0, 0, 9000, 500, 0});
    figure_begin(&pager, 0, (struct item_figure){0, 0, 9000, 9000, TEXT("Dua batang")});
    put_rule(&pager, 0, (struct item_rule){0, 0, 9000, 500, 0});
    put_text(&pager, 0, ROLE_P, pager_element(&pager), (struct item_text){.text = TEXT("2")});
    put_shape(&pager, 0, (struct item_shape){NULL, 0, 0});
    figure_end(&pager);
    uint32_t after = pager_element(&pager);
    put_text(&pager, 0, ROLE_P, after, (struct item_text){.text = TEXT("Sumber")});
    ck_assert_uint_eq(sheet.count, sizeof roles / sizeof *roles);
    for (size_t i = 0; i < sheet.count; i++)
        ck_assert_int_eq(sheet.items[i].role, roles[i]);
    for (size_t i = 2; i < 5; i++)
        ck_assert_uint_eq(sheet.items[i].element, sheet.items[1].element);
    ck_assert_uint_ne(sheet.items[1].element, 0);
    ck_assert_uint_gt(after, sheet.items[1].element);
    ck_assert_uint_eq(sheet.items[5].element, after);
    memory_free(sheet.items);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("paginate");
    TCase *tests = tcase_create("paginate");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, random_documents, 0, 60);
    tcase_add_loop_test(tests, no_widow_no_orphan, 0, 20);
    tcase_add_test(tests, heads_repeat_as_continued);
    tcase_add_test(tests, contents_name_the_pages);
    tcase_add_test(tests, pages_are_numbered);
    tcase_add_test(tests, pictures_are_of_one_piece);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
