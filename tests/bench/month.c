/* Measures the finishing of a large month: see HACKING.md, "Speed". Built by `make bench` only.
 *
 *     month FILE SCRATCH COUNT
 *
 * makes COUNT articles out of the paragraphs of FILE (JSON lines), three in ten of them copies in
 * another outlet with a first paragraph of their own, and takes them through extraction, summary
 * and finish as `taklimat report` does. Each figure is a line NAME TAB VALUE. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/buffer.h"
#include "base/json_write.h"
#include "extract/extract.h"
#include "intake/intake.h"
#include "summary/finished.h"
#include "tables/tables.h"

#define BATCH 1000   /* articles written, and read back, at a time */
#define PARAGRAPHS 8 /* of an article */
#define PARAGRAPH_BYTES                                                                            \
    100 /* shorter ones are menus and headings, of which no article can be made */
#define WORD_CHANGED                                                                               \
    8 /* one word in so many is another, so that paragraphs recur, but not whole                   \
       */

struct maker {
    struct buffer paragraphs; /* each ends with a line end */
    uint64_t seed;
    size_t made, copies;
};

struct times {
    double extract, finish; /* processor seconds */
    long first_kib;         /* peak after the first batch */
};

static _Noreturn void die(const char *what) {
    fprintf(stderr, "month: %s: %s\n", what, errno ? strerror(errno) : "failed");
    exit(1);
}

static double processor_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long peak_kib(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* splitmix64 */
static uint64_t next(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* The paragraph that begins behind a place taken at random, with some words changed. */
static void add_paragraph(const struct buffer *from, uint64_t *state, struct buffer *text) {
    const char *end = from->data + from->size - 1, *at = from->data + next(state) % from->size;
    while (at < end && *at != '\n')
        at++;
    at = at < end ? at + 1 : from->data;
    while (*at != '\n') {
        size_t size = strcspn(at, " \n");
        if (next(state) % WORD_CHANGED == 0)
            buffer_printf(text, "kata%u", (unsigned)(next(state) % 100000));
        else
            buffer_append(text, at, size);
        at += size;
        if (*at == ' ')
            buffer_char(text, *at++);
    }
    buffer_append(text, "\n\n", 2);
}

/* Every tenth, second and seventh article is a copy of the one before. */
static void add_article(struct maker *maker, struct buffer *lines) {
    size_t number = maker->made++, place = number % 10;
    bool copy = place == 3 || place == 6 || place == 9;
    uint64_t state = maker->seed + number - copy;
    struct buffer text = {0};
    if (copy)
        buffer_printf(&text, "Kabar ini disiarkan lagi dengan nomor naskah %zu.\n\n", number);
    for (size_t i = 0; i < PARAGRAPHS; i++)
        add_paragraph(&maker->paragraphs, &state, &text);
    struct json_writer json = {.out = lines};
    struct buffer day = {0};
    buffer_printf(&day, "2025-01-%02u", (unsigned)(1 + next(&state) % 31));
    struct buffer outlet = {0};
    buffer_printf(&outlet, "Media %zu", number % 97);
    json_open_object(&json);
    json_member_text(&json, "published", buffer_view(&day));
    json_member_text(&json, "source", buffer_view(&outlet));
    json_member_text(&json, "text", buffer_view(&text));
    json_close_object(&json);
    buffer_char(lines, '\n');
    maker->copies += copy;
    buffer_free(&outlet);
    buffer_free(&day);
    buffer_free(&text);
}

static void write_batch(struct maker *maker, size_t count, const char *path) {
    struct buffer lines = {0};
    while (count-- > 0)
        add_article(maker, &lines);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(lines.data, 1, lines.size, file) != lines.size || fclose(file) != 0)
        die(path);
    buffer_free(&lines);
}

/* Extracts the articles of `path`; the facts go into the summary. */
static void read_batch(const char *path, const struct tables *tables, struct summary *summary,
                       struct times *times) {
    struct error error = {0};
    struct intake_options options = {.no_digests = true};
    struct intake *intake = intake_open(&path, 1, options, tables, &error);
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    struct facts facts;
    if (!intake)
        die(path);
    for (double before = processor_seconds();; before = processor_seconds()) {
        arena_reset(&arena);
        if (intake_next(intake, &arena, &article, &reject) != INTAKE_ARTICLE)
            break;
        extract_facts(&article, tables, &arena, &facts);
        double between = processor_seconds();
        summary_add(summary, &facts);
        times->extract += between - before;
        times->finish += processor_seconds() - between;
    }
    arena_free(&arena);
    intake_close(intake);
}

/* What is made of the month, with the figures. */
static void finish_month(struct summary *summary, const struct tables *tables,
                         const struct maker *maker, struct times *times) {
    struct finished finished;
    long kept_kib = peak_kib() - times->first_kib;
    double before = processor_seconds();
    summary_seal(summary);
    finish(summary, tables, &finished);
    times->finish += processor_seconds() - before;
    double articles = (double)summary->count;
    printf("articles\t%zu\ncopies\t%zu\nstories\t%zu\n", summary->count, maker->copies,
           finished.story_count);
    printf("extract_us_an_article\t%.1f\nfinish_us_an_article\t%.1f\nfinish_times_extract\t%.2f\n",
           times->extract * 1e6 / articles, times->finish * 1e6 / articles,
           times->finish / times->extract);
    double later = articles - BATCH; /* of these the peak tells */
    printf("kept_bytes_an_article\t%.0f\nbytes_an_article\t%.0f\n", (double)kept_kib * 1024 / later,
           (double)(peak_kib() - times->first_kib) * 1024 / later);
    finished_free(&finished);
}

static void read_paragraphs(const char *path, const struct tables *tables, struct buffer *out) {
    struct error error = {0};
    struct intake *intake = intake_open(&path, 1, (struct intake_options){0}, tables, &error);
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    if (!intake)
        die(path);
    while (intake_next(intake, &arena, &article, &reject) == INTAKE_ARTICLE) {
        for (size_t at = 0; at < article.text.size;) {
            const char *line = article.text.data + at;
            const char *end = memchr(line, '\n', article.text.size - at);
            size_t size = end ? (size_t)(end - line) : article.text.size - at;
            if (size >= PARAGRAPH_BYTES)
                buffer_printf(out, "%.*s\n", (int)size, line);
            at += size + 1;
        }
        arena_reset(&arena);
    }
    arena_free(&arena);
    intake_close(intake);
}

int main(int count, char **arguments) {
    const char *folder = getenv("TAKLIMAT_TABLES");
    struct error error = {0};
    struct tables tables;
    struct maker maker = {.seed = 20250101};
    struct times times = {0};
    struct summary summary;
    struct period always = {.zone = TEXT("Asia/Jakarta")}; /* paragraphs tell days of any month */
    if (count != 4 || !folder || !tables_load(folder, &tables, &error))
        die("usage: month FILE SCRATCH COUNT, with TAKLIMAT_TABLES set");
    size_t articles = strtoul(arguments[3], NULL, 10);
    read_paragraphs(arguments[1], &tables, &maker.paragraphs);
    summary_init(&summary, always, tables.version, tables.sha256);
    while (maker.made < articles) {
        size_t left = articles - maker.made;
        write_batch(&maker, left < BATCH ? left : BATCH, arguments[2]);
        read_batch(arguments[2], &tables, &summary, &times);
        if (times.first_kib == 0)
            times.first_kib = peak_kib();
    }
    finish_month(&summary, &tables, &maker, &times);
    summary_free(&summary);
    buffer_free(&maker.paragraphs);
    tables_free(&tables);
    return 0;
}
