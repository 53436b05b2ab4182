/* Breaks chosen for a whole paragraph against lines filled one after another, with the fonts of the
 * briefing and the text of the samples: never worse, and better where it shows; and against all
 * ways to break short ones. The figures that it prints are those of HACKING.md. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json_read.h"
#include "layout/breaks.h"
#include "layout/legible.h"
#include "layout/rivers.h"
#include "layout_fixture.h"
#include "month.h"
#include "pages_fixture.h"
#include "support.h"

#define SPACES_MOST 400 /* on a line */
#define RIVER 3         /* lines with spaces below each other that make a river */

enum method { BEST, GREEDY, GREEDY_WHOLE, METHODS };

struct figures {
    int64_t demerits, word_space; /* word_space: what is added to spaces or taken, without sign */
    size_t lines, spaces, hyphens, ragged, wide, rivers;
    size_t stacked, third, last_full, uneven; /* hyphens below one, below two, above the last line;
                                                 lines two classes away from the one above */
};

/* The spaces of a line: where they lie, and how many lines a chain of spaces has that ends here. */
struct gaps {
    mpt left[SPACES_MOST], right[SPACES_MOST];
    size_t chain[SPACES_MOST], count;
};

static struct template *template;
static struct fonts *fonts;
static struct measure measure;
static struct arena arena;

static void set_up(void) {
    template = fixture_template("id");
    fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
    measure = fonts_measure(fonts);
}

static void tear_down(void) {
    template_free(template);
    fonts_close(fonts);
    arena_free(&arena);
}

/* Fills lines as a typewriter with a bell does: as much as fits with its spaces as they are, with
 * `hyphens` the first syllables of the next word too. */
static void fill_greedily(struct breaks *breaks, bool hyphens) {
    for (size_t i = 0; i < breaks->count;) {
        size_t end = 0, otherwise = i + 1;
        for (size_t j = i + 1; j <= breaks->count; j++) {
            bool last = j == breaks->count;
            int64_t natural = breaks->width[j] - breaks->width[i] - breaks->boxes[i].glue;
            if (natural > breaks->setting->width)
                break;
            enum joint joint = last ? JOINT_SPACE : (enum joint)breaks->boxes[j].joint;
            if (!last && natural + breaks->boxes[j].hyphen > breaks->setting->width)
                continue;
            otherwise = j;
            if (joint < JOINT_TIED && (hyphens || joint != JOINT_HYPHEN))
                end = j;
        }
        end = end ? end : otherwise;
        breaks->from[end] = i;
        i = end;
    }
}

static mpt width_before(const struct setting *setting, const struct piece *piece, size_t at) {
    const struct style_values *style = &template->styles[setting->runs[piece->run].style];
    return measure.width(measure.context, style->face, style->size,
                         text_slice(piece->text, (struct span){0, at}));
}

static void find_gaps(const struct setting *setting, const struct line *line, struct gaps *gaps) {
    gaps->count = 0;
    for (size_t p = 0; p < line->count; p++) {
        const struct piece *piece = &line->pieces[p];
        mpt added = 0;
        for (size_t i = 0; i < piece->text.size && gaps->count < SPACES_MOST; i++) {
            if (piece->text.data[i] != ' ')
                continue;
            gaps->left[gaps->count] = piece->x + width_before(setting, piece, i) + added;
            added += piece->word_space;
            gaps->right[gaps->count] = piece->x + width_before(setting, piece, i + 1) + added;
            gaps->chain[gaps->count++] = 1;
        }
    }
}

/* Chains that go on from the line above; returns those that become a river here. A gap goes on from
 * one above it if half of the narrower lies below that. */
static size_t flow_on(const struct gaps *above, struct gaps *gaps) {
    size_t rivers = 0;
    for (size_t i = 0; i < gaps->count; i++) {
        for (size_t k = 0; k < above->count; k++) {
            mpt left = above->left[k] > gaps->left[i] ? above->left[k] : gaps->left[i];
            mpt right = above->right[k] < gaps->right[i] ? above->right[k] : gaps->right[i];
            mpt upper = above->right[k] - above->left[k], lower = gaps->right[i] - gaps->left[i];
            if ((right - left) * 2 >= (upper < lower ? upper : lower) &&
                above->chain[k] >= gaps->chain[i])
                gaps->chain[i] = above->chain[k] + 1;
        }
        rivers += gaps->chain[i] == RIVER;
    }
    return rivers;
}

/* Counts a line that is not the last of its paragraph. */
static void count_line(struct figures *figures, const struct setting *setting,
                       const struct line *line, const struct gaps *gaps) {
    mpt extra = line->pieces[0].word_space;
    bool ragged = setting->width - line->width > (mpt)gaps->count;
    figures->ragged += ragged;
    if (ragged)
        return;
    mpt space = gaps->count ? gaps->right[0] - gaps->left[0] - extra : 0;
    figures->wide += extra * 2 > space;
    figures->spaces += gaps->count;
    figures->word_space += (int64_t)(extra < 0 ? -extra : extra) * (int64_t)gaps->count;
}

/* Counts what neighbouring lines make of each other. */
static void count_pairs(struct figures *figures, const struct breaks *breaks) {
    for (size_t at = breaks->count; breaks->from[at] > 0; at = breaks->from[at]) {
        size_t above = breaks->from[at], first = breaks->from[above];
        enum tightness here = breaks_fault(breaks, above, at).tightness;
        enum tightness there = breaks_fault(breaks, first, above).tightness;
        bool hyphen = breaks_hyphen(breaks, above), stacked = hyphen && breaks_hyphen(breaks, at);
        figures->hyphens += breaks->boxes[above].joint == JOINT_HYPHEN;
        figures->last_full += hyphen && at == breaks->count;
        figures->stacked += stacked;
        figures->third += stacked && breaks_hyphen(breaks, first);
        figures->uneven += here > there + 1 || there > here + 1;
    }
}

static void count_paragraph(struct figures *figures, const struct breaks *breaks) {
    struct gaps gaps[2] = {0};
    struct lines lines = breaks_lines(&arena, breaks);
    figures->demerits += breaks_cost(breaks);
    figures->lines += lines.count;
    count_pairs(figures, breaks);
    for (size_t i = 0; i < lines.count; i++) {
        find_gaps(breaks->setting, &lines.at[i], &gaps[i % 2]);
        if (i > 0)
            figures->rivers += flow_on(&gaps[(i + 1) % 2], &gaps[i % 2]);
        if (i + 1 < lines.count)
            count_line(figures, breaks->setting, &lines.at[i], &gaps[i % 2]);
    }
}

/* Sets the text in all ways; the chosen way must cost least. */
static void compare(struct text text, enum style style, mpt width, enum align align,
                    struct figures figures[METHODS]) {
    size_t replaced = 0;
    struct run run = {.style = style, .link = NO_LINK};
    run.text = legible_text(&arena, &measure, template->styles[style].face, text, &replaced);
    struct setting setting = {template, &measure, &run, 1, width, align, false};
    int64_t demerits[METHODS], allowed = 0;
    for (int method = BEST; method < METHODS; method++) {
        struct breaks breaks;
        breaks_prepare(&breaks, &arena, &setting);
        if (breaks.count == 0)
            return;
        if (method == BEST)
            breaks_choose(&breaks);
        else
            fill_greedily(&breaks, method == GREEDY);
        demerits[method] = breaks_cost(&breaks);
        ck_assert_int_ge(demerits[method], 0);
        if (method == BEST && breaks.avoided)
            allowed = RIVER_DEMERITS;
        ck_assert_int_le(demerits[BEST], demerits[method] + allowed);
        count_paragraph(&figures[method], &breaks);
    }
    arena_reset(&arena);
}

/* Each paragraph of the samples, as JSON lines with a text. */
static void compare_samples(enum style style, mpt width, struct figures figures[METHODS]) {
    struct buffer file = {0};
    struct error error = {0};
    const char *root = getenv("top_srcdir");
    char path[1024];
    snprintf(path, sizeof path, "%.900s/samples/gold.jsonl", root ? root : ".");
    ck_assert_msg(file_read(path, 1 << 24, &file, &error), "%s: %s", path, error.message);
    struct text all = buffer_view(&file);
    for (size_t at = 0; at < all.size;) {
        size_t end = text_find(all, at, TEXT("\n"));
        struct cJSON *record =
            json_parse(text_slice(all, (struct span){at, end}), EXIT_CONFIG, &error);
        struct text text = json_get_text(json_get(record, "text"));
        for (size_t from = 0; from < text.size;) {
            size_t stop = text_find(text, from, TEXT("\n"));
            compare(text_slice(text, (struct span){from, stop}), style, width, ALIGN_JUSTIFY,
                    figures);
            from = stop + 1;
        }
        json_free(record);
        at = end + 1;
    }
    buffer_free(&file);
}

static const struct {
    const char *name;
    enum style style;
    mpt width;
    size_t rivers, last_full, uneven; /* at most: less than without demerits for them, 9, 48, 84 and
                                         21, 62, 218 */
} columns[] = {{"main column, 112 mm", STYLE_TEXT, 317480, 7, 43, 72},
               {"narrow column, 60 mm", STYLE_TEXT, 170080, 17, 60, 212}};

START_TEST(best_is_better_on_the_samples) {
    static const char *const names[METHODS] = {"best fit", "greedy", "greedy without hyphens"};
    struct figures figures[METHODS] = {0};
    compare_samples(columns[_i].style, columns[_i].width, figures);
    for (int method = BEST; method < METHODS; method++) {
        const struct figures *f = &figures[method];
        printf("%s, %s: %zu lines, %lld demerits a line, %zu hyphens, %zu ragged, %zu with spaces "
               "wider by half, %lld/1000 pt a space changed, %zu rivers, %zu hyphens below one, "
               "%zu below two, %zu above the last line, %zu uneven\n",
               columns[_i].name, names[method], f->lines,
               (long long)(f->demerits / (int64_t)f->lines), f->hyphens, f->ragged, f->wide,
               (long long)(f->word_space / (int64_t)f->spaces), f->rivers, f->stacked, f->third,
               f->last_full, f->uneven);
    }
    fflush(stdout);
    ck_assert_uint_gt(figures[BEST].lines, 800);
    ck_assert_int_lt(figures[BEST].demerits * 10, figures[GREEDY].demerits * 9);
    ck_assert_uint_lt(figures[BEST].ragged * 10, figures[GREEDY].ragged * 9);
    ck_assert_uint_eq(figures[BEST].third, 0);
    ck_assert_uint_le(figures[BEST].rivers, columns[_i].rivers);
    ck_assert_uint_le(figures[BEST].last_full, columns[_i].last_full);
    ck_assert_uint_le(figures[BEST].uneven, columns[_i].uneven);
}
END_TEST

START_TEST(never_worse_than_greedy) {
    static const char *const words[] = {"di",
                                        "PP",
                                        "94",
                                        "Rp",
                                        "2,37",
                                        "%",
                                        "ASN",
                                        "–",
                                        "dan",
                                        "netral",
                                        "a/b",
                                        "berturut-turut",
                                        "mempertanggungjawabkannya",
                                        "https://contoh.id/a?b=c",
                                        "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"};
    uint64_t state = (uint64_t)_i + 77;
    struct figures figures[METHODS] = {0};
    struct buffer text = {0};
    for (size_t count = 1 + next_random(&state) % 80; count > 0; count--) {
        buffer_string(&text, words[next_random(&state) % (sizeof words / sizeof *words)]);
        buffer_string(&text, next_random(&state) % 9 ? " " : NO_BREAK_SPACE);
    }
    compare(buffer_view(&text), STYLE_TEXT, (mpt)(40000 + next_random(&state) % 300000),
            _i % 2 ? ALIGN_JUSTIFY : ALIGN_LEFT, figures);
    buffer_free(&text);
}
END_TEST

/* The paragraph's boxes, no break chosen. */
static void prepare(struct breaks *breaks, struct run *run, struct setting *setting,
                    struct text text, mpt width) {
    *run = (struct run){.style = STYLE_TEXT, .text = text, .link = NO_LINK};
    *setting = (struct setting){template, &measure, run, 1, width, ALIGN_JUSTIFY, false};
    breaks_prepare(breaks, &arena, setting);
}

#define BOXES_MOST 11

/* The least cost of all ways to break the boxes: bit i of `ways` is a break before box i + 1. */
static int64_t least_cost(struct breaks *breaks) {
    int64_t least = INT64_MAX;
    for (uint32_t ways = 0; ways < UINT32_C(1) << (breaks->count - 1); ways++) {
        size_t start = 0;
        for (size_t at = 1; at <= breaks->count; at++)
            if (at == breaks->count || ways >> (at - 1) & 1) {
                breaks->from[at] = start;
                start = at;
            }
        int64_t cost = breaks_cost(breaks);
        if (cost >= 0 && cost < least)
            least = cost;
    }
    return least;
}

/* What is remembered at each break is enough to find the least of all. */
START_TEST(least_of_all_ways) {
    static const char *const words[] = {"memberikan", "di",         "pemerintahan",  "netral",
                                        "hari ini",   "melaporkan", "berturut-turut"};
    uint64_t state = (uint64_t)_i + 5;
    struct buffer text = {0};
    struct breaks breaks;
    struct setting setting;
    struct run run;
    for (size_t count = 4; count > 0; count--)
        buffer_printf(&text, "%s ", words[next_random(&state) % (sizeof words / sizeof *words)]);
    prepare(&breaks, &run, &setting, buffer_view(&text),
            (mpt)(45000 + next_random(&state) % 60000));
    if (breaks.count <= BOXES_MOST) {
        breaks_choose(&breaks);
        int64_t chosen = breaks_cost(&breaks), least = least_cost(&breaks);
        if (breaks.avoided)
            ck_assert_int_le(chosen, least + RIVER_DEMERITS);
        else
            ck_assert_int_eq(chosen, least);
    }
    buffer_free(&text);
}
END_TEST

/* Each hyphen below others costs more; so does one above the last line. Syllables alone, all lines
 * parted: la-la-la ... */
START_TEST(hyphens_cost_where_they_stand) {
    struct breaks breaks;
    struct setting setting;
    struct run run;
    int64_t before = 0, more = 0;
    prepare(&breaks, &run, &setting, TEXT("bababababababababababababa"), 300000);
    ck_assert_uint_ge(breaks.count, 6);
    for (size_t lines = 2; lines <= 4; lines++) {
        for (size_t line = 1; line < lines; line++)
            breaks.from[line + 1] = line;
        breaks.from[1] = 0;
        breaks.from[breaks.count] = lines;
        int64_t alone = breaks_fault(&breaks, lines, breaks.count).demerits;
        for (size_t line = 0; line < lines; line++)
            alone += breaks_fault(&breaks, line, line + 1).demerits;
        more = breaks_cost(&breaks) - alone;
        ck_assert_int_gt(more, before);
        before = more;
    }
    ck_assert_int_ge(more, 100000000); /* three in a row */
}
END_TEST

static const struct {
    const char *text;
    size_t rivers;
} streaks[] = {
    {"baba baba baba|baba baba baba|baba baba baba|baba", 2},
    {"baba baba baba|baba baba baba|Bababa ba baba|baba", 1},
    {"baba baba baba|Bababa ba baba|baba baba baba|baba", 1},
    {"baba Bababa|Bababa baba|baba Bababa|baba", 0},
    {"baba baba baba|baba baba baba|baba", 0},
};

/* Lines as they are given, '|' between them, all as wide as the column. */
START_TEST(rivers_are_counted) {
    struct breaks breaks;
    struct setting setting;
    struct run run;
    struct break_line line;
    size_t box = 0, start = 0;
    struct text text = arena_copy(&arena, text_of(streaks[_i].text));
    mpt width = measure.width(measure.context, FACE_TEXT_REGULAR, template->styles[STYLE_TEXT].size,
                              text_slice(text, (struct span){0, text_find(text, 0, TEXT("|"))}));
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '|')
            ((char *)text.data)[i] = ' ';
    prepare(&breaks, &run, &setting, text, width);
    for (size_t i = 0; i <= text.size; i++) {
        bool end = i == text.size || streaks[_i].text[i] == '|';
        box += end || text.data[i] == ' ';
        if (end) {
            breaks.from[box] = start;
            start = box;
        }
    }
    ck_assert_uint_eq(box, breaks.count);
    ck_assert_uint_eq(rivers_count(&breaks, &line), streaks[_i].rivers);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("breaks");
    TCase *tests = tcase_create("breaks");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, best_is_better_on_the_samples, 0, sizeof columns / sizeof *columns);
    tcase_add_loop_test(tests, never_worse_than_greedy, 0, 200);
    tcase_add_loop_test(tests, least_of_all_ways, 0, 60);
    tcase_add_test(tests, hyphens_cost_where_they_stand);
    tcase_add_loop_test(tests, rivers_are_counted, 0, sizeof streaks / sizeof *streaks);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
