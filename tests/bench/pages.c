/* Measures the setting of a briefing of many pages: see HACKING.md, "Speed". Built by `make bench`
 * only.
 *
 *     pages SUMMARY SECONDS
 *     pages SUMMARY blocks TEMPLATE
 *
 * The second prints the text of that briefing, set by TEMPLATE, for others to set (blocks.h). The
 * first sets the nation's briefing of SUMMARY and writes it plain and tagged for SECONDS each, and
 * beside it lets zlib alone deflate the same pages' content. Each figure is a line NAME TAB VALUE;
 * times are of the fastest round. */
#include <config.h>

#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

#include "blocks.h"
#include "cli/briefing.h"
#include "cli/facts_files.h"
#include "pdf/content.h"

#define LEVEL 6

struct bench {
    struct pages pages;
    struct fonts *fonts;
    struct pdf_options options;
    double seconds;
};

/* The content of each page, as the writer would deflate it. */
struct contents {
    struct buffer bytes;
    size_t *ends; /* owned */
};

static _Noreturn void die(const char *what, const struct error *error) {
    fprintf(stderr, "pages: %s: %s\n", what, error ? error->message : strerror(errno));
    exit(1);
}

static double processor_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A figure of /proc/self/status in KiB, such as VmHWM; 0 where there is none. */
static long status_kib(const char *name) {
    char line[256];
    long value = 0;
    FILE *file = fopen("/proc/self/status", "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name) + 1, NULL, 10);
    if (file)
        fclose(file);
    return value;
}

/* Linux: VmHWM begins anew from what is resident now. */
static void forget_peak(void) {
    FILE *file = fopen("/proc/self/clear_refs", "w");
    if (file) {
        fputs("5", file);
        fclose(file);
    }
}

static size_t render_once(struct bench *bench) {
    struct buffer out = {0};
    struct error error = {0};
    if (!pdf_render(&bench->pages, bench->fonts, &bench->options, &out, &error))
        die("render", &error);
    size_t size = out.size;
    buffer_free(&out);
    return size;
}

static struct contents draw(struct bench *bench) {
    struct document document = {
        .pages = &bench->pages, .fonts = bench->fonts, .tagged = !bench->options.plain};
    struct contents contents = {.ends = calloc(bench->pages.count, sizeof *contents.ends)};
    for (size_t i = 0; i < bench->pages.count; i++) {
        content_draw(&document, i, &contents.bytes);
        contents.ends[i] = contents.bytes.size;
    }
    for (size_t face = 0; face < FACES; face++)
        glyphs_free(&document.glyphs[face]);
    arena_free(&document.opened);
    structure_free(&document.structure);
    return contents;
}

/* zlib alone, with one state for all pages, as whoever wants to be fast would use it. */
static void deflate_once(const struct contents *contents, size_t count, struct buffer *out) {
    z_stream stream = {0};
    deflateInit(&stream, LEVEL);
    for (size_t i = 0, at = 0; i < count; at = contents->ends[i++]) {
        deflateReset(&stream);
        stream.next_in = (z_const Bytef *)contents->bytes.data + at;
        stream.avail_in = (uInt)(contents->ends[i] - at);
        buffer_clear(out);
        buffer_room(out, deflateBound(&stream, contents->ends[i] - at));
        stream.next_out = (Bytef *)out->data;
        stream.avail_out = (uInt)out->capacity;
        if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
            die("deflate", NULL);
    }
    deflateEnd(&stream);
}

static void keep_least(double *least, double value) {
    if (*least == 0 || value < *least)
        *least = value;
}

/* Writer and zlib take turns, so that both see the same machine. */
static void measure_mode(struct bench *bench, const char *mode, bool plain) {
    struct contents contents;
    struct buffer packed = {0};
    double render = 0, zlib = 0, pages = (double)bench->pages.count;
    bench->options.plain = plain;
    forget_peak();
    long before = status_kib("VmRSS:");
    size_t size = render_once(bench);
    long grown = status_kib("VmHWM:") - before;
    contents = draw(bench);
    for (double until = processor_seconds() + bench->seconds; processor_seconds() < until;) {
        double start = processor_seconds();
        render_once(bench);
        double middle = processor_seconds();
        deflate_once(&contents, bench->pages.count, &packed);
        keep_least(&render, middle - start);
        keep_least(&zlib, processor_seconds() - middle);
    }
    printf("%s_ms\t%.0f\n%s_zlib_ms\t%.0f\n%s_times_zlib\t%.2f\n", mode, render * 1e3, mode,
           zlib * 1e3, mode, render / zlib);
    printf("%s_content_bytes_a_page\t%.0f\n%s_bytes_a_page\t%.0f\n", mode,
           (double)contents.bytes.size / pages, mode, (double)size / pages);
    printf("%s_resident_bytes_a_page\t%.0f\n", mode, (double)grown * 1024 / pages);
    buffer_free(&contents.bytes);
    buffer_free(&packed);
    free(contents.ends);
}

/* Reads and finishes the month. Free with finished_free and summary_free. */
static void finish_month(const char *path, const struct tables *tables, struct summary *summary,
                         struct finished *finished) {
    struct error error = {0};
    struct facts_files files = {0};
    summary_init(summary, (struct period){.zone = TEXT("Asia/Jakarta")}, tables->version,
                 tables->sha256);
    if (!facts_files_read(&files, &path, 1, summary, &error))
        die(path, &error);
    if (facts_files_verdict(&files) != EXIT_DONE)
        die("no summary of this program", NULL);
    summary_seal(summary);
    finish(summary, tables, finished);
}

static void set_pages(struct bench *bench, const struct finished *finished, struct press *press) {
    struct error error = {0};
    struct measure measure = fonts_measure(press->fonts);
    struct briefing_options options = {.region = TEXT(""), .program = TEXT("taklimat")};
    if (!layout_briefing(finished, press->template, &measure, &options, &bench->pages, &error))
        die("layout", &error);
}

static void measure_layout(struct bench *bench, const struct finished *finished,
                           struct press *press) {
#ifdef __GLIBC__
    malloc_trim(0); /* what was freed must not be had for nothing */
#endif
    forget_peak();
    long before_kib = status_kib("VmRSS:");
    double before = processor_seconds();
    set_pages(bench, finished, press);
    double pages = (double)bench->pages.count;
    printf("count\t%zu\nlayout_us_a_page\t%.0f\n", bench->pages.count,
           (processor_seconds() - before) * 1e6 / pages);
    printf("layout_resident_bytes_a_page\t%.0f\n",
           (double)(status_kib("VmHWM:") - before_kib) * 1024 / pages);
    bench->options.plain = true;
    render_once(bench);
    printf("plain_layout_and_writing_resident_bytes_a_page\t%.0f\n",
           (double)(status_kib("VmHWM:") - before_kib) * 1024 / pages);
}

static void print_blocks(struct bench *bench, const struct finished *finished,
                         struct press *press) {
    struct buffer out = {0};
    set_pages(bench, finished, press);
    blocks_write(&bench->pages, &out);
    fwrite(out.data, 1, out.size, stdout);
    buffer_free(&out);
}

int main(int count, char **arguments) {
    const char *folder = getenv("TAKLIMAT_TABLES");
    bool blocks = count == 4 && strcmp(arguments[2], "blocks") == 0;
    struct error error = {0};
    struct tables tables;
    struct summary summary;
    struct finished finished;
    struct press press;
    struct bench bench = {0};
    if ((count != 3 && !blocks) || !folder || !tables_load(folder, &tables, &error) ||
        !press_open(&press, blocks ? arguments[3] : "id", NULL, &error))
        die("usage: pages SUMMARY SECONDS or pages SUMMARY blocks TEMPLATE, with TAKLIMAT_TABLES "
            "and TAKLIMAT_DATA set",
            &error);
    bench.fonts = press.fonts;
    bench.options = press.pdf;
    finish_month(arguments[1], &tables, &summary, &finished);
    if (blocks)
        print_blocks(&bench, &finished, &press);
    else
        measure_layout(&bench, &finished, &press);
    finished_free(&finished);
    summary_free(&summary);
    if (!blocks) {
        bench.seconds = strtod(arguments[2], NULL);
        measure_mode(&bench, "plain", true);
        measure_mode(&bench, "tagged", false);
    }
    pages_free(&bench.pages);
    press_close(&press);
    tables_free(&tables);
    return 0;
}
