/* Measures reading and extracting against cJSON on the same bytes: see HACKING.md, "Speed". Built
 * by `make bench` only; tests/bench/run.sh calls it and prints the table.
 *
 *     bench records FILE              its articles alone, as JSON lines without annotations
 *     bench speed FILE SECONDS        MB/s of the whole pipeline, and of cJSON, in turn
 *     bench memory FILE TIMES         peak resident memory after reading FILE so many times
 *     bench sizes FILE SCRATCH        time a byte for articles of 1 kB to 16 MiB
 *     bench extract|cjson FILE        one pass: callgrind counts bench_extract and bench_cjson
 *
 * FILE holds JSON lines. Each figure is a line NAME TAB VALUE. Times are processor time, the least
 * of several rounds: what other programs do on the machine only ever adds to them. */
#include <config.h>

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/buffer.h"
#include "base/json_write.h"
#include "base/memory.h"
#include "extract/extract.h"
#include "extract/facts_json.h"
#include "intake/intake.h"
#include "tables/tables.h"

/* Twice the limit of the program: an article of 16 MiB has its escapes, too. */
#define MAX_RECORD ((size_t)32 * 1024 * 1024)

/* Rounds of speed at least, however long one takes. */
#define ROUNDS 3

static _Noreturn void die(const char *what) {
    fprintf(stderr, "bench: %s: %s\n", what, errno ? strerror(errno) : "failed");
    exit(1);
}

static double processor_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct buffer read_whole(const char *path) {
    struct buffer bytes = {0};
    char room[65536];
    FILE *file = fopen(path, "rb");
    if (!file)
        die(path);
    for (size_t got; (got = fread(room, 1, sizeof room, file)) > 0;)
        buffer_append(&bytes, room, got);
    fclose(file);
    return bytes;
}

/* The whole way: file to records to articles to facts to JSON. Returns the bytes of facts, so that
 * no compiler can leave the work out. */
__attribute__((noinline)) static size_t bench_extract(const char *path,
                                                      const struct tables *tables) {
    struct error error = {0};
    struct intake_options options = {.max_record = MAX_RECORD, .no_digests = true};
    struct intake *intake = intake_open(&path, 1, options, tables, &error);
    struct arena arena = {0};
    struct buffer out = {0};
    size_t written = 0;
    if (!intake)
        die(path);
    for (;;) {
        struct article article;
        struct reject reject;
        struct facts facts;
        arena_reset(&arena);
        enum intake_result result = intake_next(intake, &arena, &article, &reject);
        if (result == INTAKE_END)
            break;
        if (result != INTAKE_ARTICLE)
            die("a record of the sample was rejected");
        extract_facts(&article, tables, &arena, &facts);
        buffer_clear(&out);
        facts_write(&facts, true, &out);
        written += out.size;
    }
    buffer_free(&out);
    arena_free(&arena);
    intake_close(intake);
    return written;
}

/* What the bar is measured by: parse and free each line. Returns the number of lines. */
__attribute__((noinline)) static size_t bench_cjson(const struct buffer *bytes) {
    size_t count = 0;
    for (size_t at = 0; at < bytes->size; count++) {
        const char *end = memchr(bytes->data + at, '\n', bytes->size - at);
        size_t size = end ? (size_t)(end - bytes->data) - at : bytes->size - at;
        cJSON *record = cJSON_ParseWithLength(bytes->data + at, size);
        if (!record)
            die("cJSON refuses a line of the sample");
        cJSON_Delete(record);
        at += size + 1;
    }
    return count;
}

static void least(double *best, double seconds) {
    if (*best <= 0 || seconds < *best)
        *best = seconds;
}

static void measure_speed(const char *path, double seconds, const struct tables *tables) {
    struct buffer bytes = read_whole(path);
    double cjson = 0, extract = 0, start = processor_seconds();
    size_t facts = 0, records = 0;
    for (int round = 0; round < ROUNDS || processor_seconds() - start < seconds; round++) {
        double before = processor_seconds();
        records = bench_cjson(&bytes);
        double between = processor_seconds();
        facts = bench_extract(path, tables);
        least(&cjson, between - before);
        least(&extract, processor_seconds() - between);
    }
    double megabytes = (double)bytes.size / 1e6;
    printf("bytes\t%zu\nrecords\t%zu\nfacts_bytes\t%zu\n", bytes.size, records, facts);
    printf("cjson_mb_s\t%.1f\nextract_mb_s\t%.1f\ntimes_cjson\t%.2f\n", megabytes / cjson,
           megabytes / extract, extract / cjson);
    buffer_free(&bytes);
}

static void measure_memory(const char *path, long times, const struct tables *tables) {
    struct rusage usage;
    for (long i = 0; i < times; i++)
        bench_extract(path, tables);
    getrusage(RUSAGE_SELF, &usage);
    printf("peak_kib\t%ld\n", usage.ru_maxrss);
}

/* What `add` makes of each article of `path`. */
static struct buffer collect(const char *path, const struct tables *tables,
                             void (*add)(const struct article *, struct buffer *)) {
    struct error error = {0};
    struct intake *intake = intake_open(&path, 1, (struct intake_options){0}, tables, &error);
    struct arena arena = {0};
    struct buffer out = {0};
    struct article article;
    struct reject reject;
    if (!intake)
        die(path);
    while (intake_next(intake, &arena, &article, &reject) == INTAKE_ARTICLE) {
        add(&article, &out);
        arena_reset(&arena);
    }
    arena_free(&arena);
    intake_close(intake);
    return out;
}

/* What a user's records look like: the annotations of the samples would be work for cJSON alone. */
static void add_record(const struct article *article, struct buffer *out) {
    struct json_writer json = {.out = out};
    json_open_object(&json);
    json_member_text(&json, "id", article->id);
    json_member_text(&json, "title", article->title);
    json_member_text(&json, "source", article->publisher);
    json_member_text(&json, "url", article->url);
    json_member_text(&json, "text", article->text);
    json_close_object(&json);
    buffer_char(out, '\n');
}

static void print_records(const char *path, const struct tables *tables) {
    struct buffer records = collect(path, tables, add_record);
    fwrite(records.data, 1, records.size, stdout);
    buffer_free(&records);
}

static void add_paragraphs(const struct article *article, struct buffer *out) {
    buffer_text(out, article->text);
    buffer_char(out, '\n');
}

/* Adds to `text` paragraphs for an article of at least `size` bytes, from *at on, which comes to
 * stand where the next article begins. Each paragraph has a number of its own, lest it be cut as a
 * repetition. */
static void make_text(const struct buffer *paragraphs, size_t size, size_t *at,
                      struct buffer *text) {
    for (size_t number = 0; text->size < size; number++) {
        const char *end = memchr(paragraphs->data + *at, '\n', paragraphs->size - *at);
        size_t length = (size_t)(end - paragraphs->data) - *at;
        if (length > 0)
            buffer_printf(text, "(%zu) ", number);
        buffer_append(text, paragraphs->data + *at, length + 1);
        *at += length + 1;
        *at = *at < paragraphs->size ? *at : 0;
    }
}

/* Adds an article of at least `size` bytes of text to `lines`, as a line of JSON. */
static void add_article(const struct buffer *paragraphs, size_t size, size_t *at,
                        struct buffer *lines) {
    struct buffer text = {0};
    struct json_writer json = {.out = lines};
    make_text(paragraphs, size, at, &text);
    json_open_object(&json);
    json_member_text(&json, "text", buffer_view(&text));
    json_close_object(&json);
    buffer_char(lines, '\n');
    buffer_free(&text);
}

/* Writes different articles of one size, so many that a round takes a while; returns the bytes. One
 * article over and over would be learnt by the processor and look twice as fast as it is. */
static size_t write_articles(const char *path, const struct buffer *paragraphs, size_t size) {
    struct buffer lines = {0};
    size_t at = 0;
    do
        add_article(paragraphs, size, &at, &lines);
    while (lines.size < 1000000);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(lines.data, 1, lines.size, file) != lines.size || fclose(file) != 0)
        die(path);
    size_t written = lines.size;
    buffer_free(&lines);
    return written;
}

static void measure_sizes(const char *path, const char *scratch, const struct tables *tables) {
    struct buffer paragraphs = collect(path, tables, add_paragraphs);
    for (size_t size = 1024; size <= (size_t)16 * 1024 * 1024; size *= 4) {
        size_t bytes = write_articles(scratch, &paragraphs, size);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double before = processor_seconds();
            bench_extract(scratch, tables);
            least(&best, processor_seconds() - before);
        }
        printf("ns_a_byte_%zu\t%.2f\n", size, best * 1e9 / (double)bytes);
    }
    buffer_free(&paragraphs);
}

static void run_once(const char *what, const char *path, const struct tables *tables) {
    struct buffer bytes = read_whole(path);
    size_t result = strcmp(what, "cjson") == 0 ? bench_cjson(&bytes) : bench_extract(path, tables);
    printf("bytes\t%zu\nresult\t%zu\n", bytes.size, result);
    buffer_free(&bytes);
}

int main(int count, char **arguments) {
    const char *folder = getenv("TAKLIMAT_TABLES");
    struct error error = {0};
    struct arena arena = {0};
    struct tables tables;
    const char *what = count > 1 ? arguments[1] : "", *path = count > 2 ? arguments[2] : "",
               *more = count > 3 ? arguments[3] : "1";
    if (!folder || !tables_load(folder, &tables, &error))
        die("TAKLIMAT_TABLES is not set, or has no tables");
    if (strcmp(what, "records") == 0)
        print_records(path, &tables);
    else if (strcmp(what, "speed") == 0)
        measure_speed(path, strtod(more, NULL), &tables);
    else if (strcmp(what, "memory") == 0)
        measure_memory(path, strtol(more, NULL, 10), &tables);
    else if (strcmp(what, "sizes") == 0)
        measure_sizes(path, more, &tables);
    else
        run_once(what, path, &tables);
    tables_free(&tables);
    arena_free(&arena);
    return 0;
}
