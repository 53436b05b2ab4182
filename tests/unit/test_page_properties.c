/* What a reader may rely on wherever pages end, tried on random documents of blocks of all kinds:
 * two lines of a paragraph before and after, what is kept together in one piece, rows whole, heads
 * repeated, headings not left alone, nothing lost. With a face of equal widths; what else holds of
 * random documents is in test_paginate.c. */
#include <config.h>

#include <check.h>

#include "layout/paginate.h"
#include "layout_fixture.h"
#include "month.h"
#include "support.h"

static struct template *template;
static struct measure measure;
static const struct furniture furniture = {.place = {"Nasional", 8},
                                           .period = {"Agustus 2024", 12}};

static void set_up(void) {
    template = fixture_template("id");
    measure = fixture_measure();
}

static void tear_down(void) { template_free(template); }

#define PIECES_MOST 4000
#define LONG_WORD                                                                                  \
    "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"                                  \
    "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX" /* longer than a line */
#define NUMBERS_MOST 60000

/* A paragraph or a table's row: its words, numbered through the document. */
struct piece_of_text {
    size_t first, count;
    enum style style;
    size_t next;    /* a heading's: the first word of what it stays with; 0: none */
    bool row, free; /* free: a row or paragraph too long to ask for one page */
    bool last;      /* stands on the page of the piece before: a table's last row, its caption, and
                       each row of a table of up to three */
};

/* Where a word was found. */
struct place {
    size_t page;
    mpt baseline;
    bool found;
};

struct maker {
    struct document document;
    uint64_t state;
    size_t words, count, heading; /* heading: the piece that waits for what follows, plus one */
    struct piece_of_text *pieces;
    struct place *places;
};

static uint32_t below(struct maker *maker, uint32_t limit) {
    return next_random(&maker->state) % limit;
}

/* `count` numbered words as a new piece. */
static struct text piece(struct maker *maker, enum style style, size_t count, bool row) {
    struct buffer out = {0};
    ck_assert_uint_lt(maker->count, PIECES_MOST);
    ck_assert_uint_lt(maker->words + count, NUMBERS_MOST);
    maker->pieces[maker->count++] =
        (struct piece_of_text){.first = maker->words, .count = count, .style = style, .row = row};
    for (size_t i = 0; i < count; i++)
        buffer_printf(&out, "%sw%zu", i ? " " : "", maker->words++);
    struct text text = arena_copy(maker->document.arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

/* The heading that waits stays with the piece that begins next. */
static void follow(struct maker *maker) {
    if (maker->heading)
        maker->pieces[maker->heading - 1].next = maker->words;
    maker->heading = 0;
}

static void add_paragraph(struct maker *maker) {
    static const enum style styles[] = {STYLE_TEXT,      STYLE_ADVISORY, STYLE_QUOTE,
                                        STYLE_PULL,      STYLE_NOTE,     STYLE_LIST_ITEM,
                                        STYLE_HIGHLIGHT, STYLE_SOURCE,   STYLE_OFFICIAL};
    enum style style = styles[below(maker, sizeof styles / sizeof *styles)];
    bool heading = template->styles[style].keep == KEEP_NEXT;
    size_t count = 1 + (below(maker, 20) ? below(maker, heading ? 9 : 90) : heading ? 150 : 700);
    follow(maker);
    struct block *block =
        document_paragraph(&maker->document, style, piece(maker, style, count, false));
    if (heading)
        maker->heading = maker->count;
    if (style == STYLE_LIST_ITEM)
        paragraph_add(&maker->document, &block->mark, STYLE_LIST_ITEM, TEXT("[1]"));
    if (maker->document.flow == FLOW_MAIN && !heading && below(maker, 2))
        paragraph_add(&maker->document, block_note(&maker->document, block, STYLE_SIDE), STYLE_SIDE,
                      TEXT("catatan di samping"));
}

static void add_heading(struct maker *maker) {
    static const enum style styles[] = {STYLE_REGION, STYLE_PART, STYLE_GROUP};
    enum style style = styles[below(maker, 3)];
    follow(maker);
    document_paragraph(&maker->document, style, piece(maker, style, 1 + below(maker, 14), false));
    maker->heading = maker->count;
}

static const struct column columns[] = {{200, ALIGN_LEFT}, {600, ALIGN_LEFT}, {200, ALIGN_RIGHT}};

static void add_table(struct maker *maker) {
    struct table *table = document_table(&maker->document, columns, 3);
    follow(maker);
    for (size_t i = 0; i < 3; i++)
        cell_text(&maker->document, &table->head.cells[i], STYLE_TABLE_HEAD, TEXT("Kepala"));
    size_t rows = 1 + below(maker, below(maker, 2) ? 50 : 4);
    for (size_t r = rows; r > 0; r--) {
        struct row *row = table_row(&maker->document, table);
        bool tall = below(maker, 60) == 0;
        size_t count = tall ? 800 : 1 + below(maker, 40);
        cell_text(&maker->document, &row->cells[0], STYLE_TABLE_CELL, TEXT("sel"));
        cell_text(&maker->document, &row->cells[1], STYLE_TABLE_CELL,
                  piece(maker, STYLE_TABLE_CELL, count, true));
        maker->pieces[maker->count - 1].free = tall;
        maker->pieces[maker->count - 1].last = r < rows && (r == 1 || rows <= 3);
    }
    if (below(maker, 2))
        return;
    document_paragraph(&maker->document, STYLE_CAPTION,
                       piece(maker, STYLE_CAPTION, 1 + below(maker, 9), false));
    maker->pieces[maker->count - 1].last = true;
}

static void add_bars(struct maker *maker) {
    struct block *block = document_add(&maker->document, BLOCK_BARS, STYLE_FIGURE_LABEL);
    follow(maker);
    block->alt = TEXT("Batang");
    for (size_t i = 1 + below(maker, 8); i > 0; i--) {
        struct bar *bar = bars_add(&maker->document, block);
        bar->length = below(maker, 100);
        paragraph_add(&maker->document, &bar->label, STYLE_FIGURE_LABEL,
                      piece(maker, STYLE_FIGURE_LABEL, 1 + below(maker, 12), true));
        paragraph_add(&maker->document, &bar->value, STYLE_FIGURE_VALUE, TEXT("12"));
    }
}

static void add_cards(struct maker *maker) {
    struct block *block = document_add(&maker->document, BLOCK_CARDS, STYLE_CARD_LABEL);
    follow(maker);
    block->of.cards.count = 1 + below(maker, 4);
    block->of.cards.at =
        arena_alloc_array(maker->document.arena, block->of.cards.count, sizeof(struct card));
    for (size_t i = 0; i < block->of.cards.count; i++) {
        struct card *card = &block->of.cards.at[i];
        card->value.style = STYLE_CARD_VALUE;
        card->label.style = STYLE_CARD_LABEL;
        card->note.style = STYLE_CARD_NOTE;
        paragraph_add(&maker->document, &card->value, STYLE_CARD_VALUE, TEXT("1.284"));
        paragraph_add(&maker->document, &card->note, STYLE_CARD_NOTE,
                      piece(maker, STYLE_CARD_NOTE, 1 + below(maker, 9), true));
    }
}

static void add_trends(struct maker *maker) {
    struct arena *arena = maker->document.arena;
    struct block *block = document_add(&maker->document, BLOCK_TRENDS, STYLE_FIGURE_LABEL);
    struct trends *trends = &block->of.trends;
    size_t months = 1 + below(maker, 12);
    follow(maker);
    block->alt = TEXT("Kolom");
    *trends = (struct trends){.count = 1 + below(maker, 8), .largest = 90, .scale = 50};
    trends->scale_words = TEXT("50");
    trends->months = arena_alloc_array(arena, months, sizeof *trends->months);
    trends->at = arena_alloc_array(arena, trends->count, sizeof *trends->at);
    for (size_t i = 0; i < trends->count; i++) {
        struct panel *panel = &trends->at[i];
        *panel =
            (struct panel){{.style = STYLE_FIGURE_LABEL},
                           {.style = STYLE_FIGURE_VALUE},
                           {arena_alloc_array(arena, months, sizeof *panel->series.at), months},
                           TEXT("89")};
        for (size_t k = 0; k < months; k++)
            panel->series.at[k] = (struct series_point){below(maker, 4) > 0, below(maker, 91)};
        paragraph_add(&maker->document, &panel->label, STYLE_FIGURE_LABEL,
                      piece(maker, STYLE_FIGURE_LABEL, 1 + below(maker, 7), true));
        paragraph_add(&maker->document, &panel->value, STYLE_FIGURE_VALUE, TEXT("12"));
    }
}

static void add_contents(struct maker *maker) {
    struct block *block = document_add(&maker->document, BLOCK_CONTENTS, STYLE_CONTENTS_REGION);
    follow(maker);
    paragraph_add(&maker->document, &block->text, STYLE_CONTENTS_REGION,
                  piece(maker, STYLE_CONTENTS_REGION, 1 + below(maker, 30), false));
    block->of.target = 0;
}

/* One flow is full or main throughout, so that all pieces follow one another; the side column is
 * filled in a stretch of its own. */
static void add_block(struct maker *maker) {
    static void (*const add[])(struct maker *) = {
        add_paragraph, add_paragraph, add_paragraph, add_paragraph, add_heading,
        add_table,     add_bars,      add_cards,     add_contents,  add_trends};
    if (!maker->heading) /* a heading and what it stays with stand in one flow */
        maker->document.flow = below(maker, 2) ? FLOW_FULL : FLOW_MAIN;
    uint32_t kind = below(maker, sizeof add / sizeof *add);
    if (kind == 4 && maker->heading)
        kind = 0; /* headings of several levels are in test_paginate.c */
    add[kind](maker);
}

static void make(struct maker *maker, uint64_t seed, struct pages *pages) {
    maker->state = seed;
    maker->words = 1;
    maker->pieces = arena_alloc_array(&pages->arena, PIECES_MOST, sizeof *maker->pieces);
    maker->places = arena_alloc_array(&pages->arena, NUMBERS_MOST, sizeof *maker->places);
    maker->document = (struct document){.arena = &pages->arena,
                                        .template = template,
                                        .measure = &measure,
                                        .sources_anchor = NO_ANCHOR};
    document_paragraph(&maker->document, STYLE_TITLE, TEXT("Judul"))->anchor =
        document_anchor(&maker->document);
    for (size_t i = 10 + below(maker, 40); i > 0; i--)
        add_block(maker);
    maker->document.flow = FLOW_FULL;
    maker->heading = 0;
    document_paragraph(&maker->document, STYLE_TEXT, TEXT("selesai"));
    paginate(&maker->document, &furniture, pages);
    fixture_open(pages);
}

/* As ck_assert_msg, for many checks: Check writes a line to a file for each of its own. */
#define holds(condition, ...)                                                                      \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ck_abort_msg(__VA_ARGS__);                                                             \
    } while (0)

static void check_inside(const struct item_text *text) {
    const struct geometry *g = &template->geometry;
    holds(text->x >= g->left && text->x + text->width <= g->width - g->right &&
              text->baseline > g->top && text->baseline <= g->height - g->bottom,
          "'%.20s' stands outside its frame", text->text.data);
}

/* Where the words stand; each is found once, inside the margins. */
static void find_words(struct maker *maker, const struct pages *pages) {
    size_t found = 0;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            const struct item *item = &pages->at[p].items[i];
            if (item->kind != ITEM_TEXT || item->role == ROLE_ARTIFACT)
                continue;
            struct text text = item->of.text.text;
            if (text.size == 0 || (text.data[0] | 32) != 'w')
                continue;
            check_inside(&item->of.text);
            for (size_t at = 0; at < text.size; at = text_find(text, at, TEXT(" ")) + 1) {
                size_t number = 0;
                for (size_t d = at + 1; d < text.size && text.data[d] != ' '; d++)
                    number = number * 10 + (size_t)(text.data[d] - '0');
                holds(number > 0 && number < maker->words, "w%zu was not in the document", number);
                holds(!maker->places[number].found, "w%zu stands there twice", number);
                maker->places[number] = (struct place){p, item->of.text.baseline, true};
                found++;
            }
        }
    ck_assert_uint_eq(found, maker->words - 1);
}

static void check_order(const struct maker *maker) {
    for (size_t i = 0; i < maker->count; i++)
        for (size_t k = 1; k < maker->pieces[i].count; k++) {
            const struct place *a = &maker->places[maker->pieces[i].first + k - 1], *b = a + 1;
            holds(a->page < b->page || (a->page == b->page && a->baseline <= b->baseline),
                  "w%zu stands above what it follows", maker->pieces[i].first + k);
        }
}

/* Lines of the piece in all, on its first and on its last page. */
static size_t lines_of(const struct maker *maker, const struct piece_of_text *one, size_t *first,
                       size_t *last) {
    const struct place *at = &maker->places[one->first], *end = at + one->count - 1;
    size_t lines = 1;
    *first = *last = 1;
    for (const struct place *p = at + 1; p <= end; p++) {
        bool other = p->page != p[-1].page || p->baseline != p[-1].baseline;
        lines += other;
        *first += other && p->page == at->page;
        *last += other && p->page == end->page && p[-1].page == p->page;
    }
    return lines;
}

static void check_piece(const struct maker *maker, const struct piece_of_text *one) {
    const struct geometry *g = &template->geometry;
    const struct style_values *style = &template->styles[one->style];
    const struct place *begin = &maker->places[one->first], *end = begin + one->count - 1;
    if (begin->page == end->page || one->free)
        return;
    size_t first, last, lines = lines_of(maker, one, &first, &last);
    holds(!one->row, "a row of w%zu is split after page %zu", one->first, begin->page + 1);
    holds(first >= 2 && last >= 2, "w%zu: %zu lines before the page's end, %zu after it",
          one->first, first, last);
    holds(lines > 3, "w%zu: %zu lines are parted", one->first, lines);
    mpt page = g->height - g->top - g->bottom;
    holds(style->keep == KEEP_NONE || (mpt)lines * style->leading > page / 2 - style->leading * 3,
          "w%zu: %zu lines to be kept together are parted", one->first, lines);
}

static void check_headings(const struct maker *maker) {
    for (size_t i = 0; i < maker->count; i++) {
        const struct piece_of_text *one = &maker->pieces[i];
        if (one->next && one->next < maker->words)
            holds(maker->places[one->first + one->count - 1].page == maker->places[one->next].page,
                  "the heading w%zu is last on page %zu, style %d, then w%zu", one->first,
                  maker->places[one->first].page + 1, one->style, one->next);
    }
}

/* What ends a table stands below a row of it. */
static void check_ends(const struct maker *maker) {
    for (size_t i = 1; i < maker->count; i++) {
        const struct piece_of_text *one = &maker->pieces[i], *before = one - 1;
        if (one->last && !one->free && !before->free)
            holds(maker->places[one->first].page ==
                      maker->places[before->first + before->count - 1].page,
                  "w%zu stands alone on page %zu", one->first, maker->places[one->first].page + 1);
    }
}

static void check_heads(const struct maker *maker, const struct pages *pages) {
    for (size_t p = 1; p < pages->count; p++) {
        bool goes_on = false;
        for (size_t i = 1; i < maker->count;
             i++) /* a row here whose row before is on the page before */
            goes_on |= maker->pieces[i].row && maker->pieces[i - 1].row &&
                       maker->pieces[i].style == STYLE_TABLE_CELL &&
                       maker->pieces[i - 1].style == STYLE_TABLE_CELL &&
                       maker->places[maker->pieces[i].first].page == p &&
                       maker->places[maker->pieces[i - 1].first].page == p - 1;
        struct pages one = {.at = &pages->at[p], .count = 1};
        struct buffer words = fixture_words(&one);
        holds(!goes_on || fixture_contains(&words, "Kepala"), "no head on page %zu", p + 1);
        buffer_free(&words);
    }
}

START_TEST(pages_end_well) {
    struct maker maker = {0}, same = {0};
    struct pages pages = {0}, again = {0};
    make(&maker, (uint64_t)_i * 104729 + 5, &pages);
    find_words(&maker, &pages);
    check_order(&maker);
    for (size_t i = 0; i < maker.count; i++)
        check_piece(&maker, &maker.pieces[i]);
    check_headings(&maker);
    check_ends(&maker);
    check_heads(&maker, &pages);
    make(&same, (uint64_t)_i * 104729 + 5, &again);
    ck_assert_uint_eq(pages.count, again.count);
    for (size_t p = 0; p < pages.count; p++)
        ck_assert_uint_eq(pages.at[p].item_count, again.at[p].item_count);
    find_words(&same, &again);
    for (size_t i = 1; i < maker.words; i++)
        holds(maker.places[i].page == same.places[i].page &&
                  maker.places[i].baseline == same.places[i].baseline,
              "w%zu stands elsewhere the second time", i);
    pages_free(&pages);
    pages_free(&again);
}
END_TEST

/* Appends the text without spaces and hyphens. */
static void append_letters(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != ' ' && text.data[i] != '-')
            buffer_char(out, text.data[i]);
}

/* Words that part between syllables, that are cut, and characters that no face has. */
START_TEST(no_letter_is_lost) {
    static const char *const words[] = {
        "pertanggungjawaban", "berturut-turut",   "dan",    "2,37 %",
        "\xF0\x9F\x98\x80",   "\xD8\xB3\xD9\x84", LONG_WORD};
    struct pages pages = {0};
    struct document document = {.arena = &pages.arena,
                                .template = template,
                                .measure = &measure,
                                .sources_anchor = NO_ANCHOR};
    struct buffer wanted = {0};
    uint64_t state = (uint64_t)_i + 31;
    size_t replaced = 0;
    for (size_t i = 0; i < 30; i++) {
        struct buffer text = {0};
        document.flow = next_random(&state) % 2 ? FLOW_MAIN : FLOW_FULL;
        for (size_t k = 1 + next_random(&state) % 80; k > 0; k--) {
            size_t word = next_random(&state) % (sizeof words / sizeof *words);
            bool lacking = word == 4 || word == 5;
            /* apart, for characters side by side share one mark */
            buffer_printf(&text, "%s x ", words[word]);
            append_letters(&wanted, text_of(lacking ? "[?]x" : words[word]));
            if (!lacking)
                buffer_char(&wanted, 'x');
            replaced += word == 4 ? 1 : word == 5 ? 2 : 0;
        }
        document_paragraph(&document, STYLE_TEXT, buffer_view(&text));
        buffer_free(&text);
    }
    paginate(&document, &furniture, &pages);
    fixture_open(&pages);
    struct buffer got = {0}, found = fixture_words(&pages);
    append_letters(&got, buffer_view(&found));
    ck_assert_uint_eq(got.size, wanted.size);
    ck_assert_mem_eq(got.data, wanted.data, wanted.size);
    ck_assert_uint_eq(pages.replaced, replaced);
    buffer_free(&found);
    buffer_free(&got);
    buffer_free(&wanted);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("page properties");
    TCase *tests = tcase_create("page properties");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, pages_end_well, 0, 40);
    tcase_add_loop_test(tests, no_letter_is_lost, 0, 20);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
