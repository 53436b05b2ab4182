/* What a picture of a page looks like, in figures that can be compared and read: how dark and how
 * blue each of 24 by 16 parts is, and where lines, bars and grounds lie. For briefing.sh; without
 * arguments it tests itself.
 *
 * Lines of output, all measures but those of rectangles in thousandths:
 *   P page dark ...                      a row of parts, 0 white to 1000 black
 *   C page row column:blue ...           parts that are not grey: blue less red
 *   R page top left right height dark blue   a rectangle of one colour at least 40 pixels wide */
#include <config.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 24, COLUMNS = 16, LEAST_WIDTH = 40, LIKE = 12, OPEN_MOST = 64, WHITE = 253 };

struct picture {
    int width, height;
    uint8_t *pixels; /* red, green, blue; owned */
};

struct rectangle {
    int top, left, right, dark, blue;
    bool seen;
};

static const uint8_t *at(const struct picture *p, int x, int y) {
    return p->pixels + 3 * ((size_t)y * (size_t)p->width + (size_t)x);
}

static int dark_of(const uint8_t *c) { return 255 - (c[0] * 2 + c[1] * 5 + c[2]) / 8; }

static int blue_of(const uint8_t *c) { return c[2] - c[0]; }

static int thousandth(int64_t sum, int64_t count) {
    return (int)(count ? (sum * 2000 / 255 + (sum < 0 ? -count : count)) / (2 * count) : 0);
}

static void print_parts(FILE *out, const struct picture *p, int page) {
    for (int row = 0; row < ROWS; row++) {
        int blue[COLUMNS];
        bool coloured = false;
        fprintf(out, "P %d", page);
        for (int column = 0; column < COLUMNS; column++) {
            int64_t dark = 0, colour = 0, count = 0;
            for (int y = row * p->height / ROWS; y < (row + 1) * p->height / ROWS; y++)
                for (int x = column * p->width / COLUMNS; x < (column + 1) * p->width / COLUMNS;
                     x++, count++) {
                    dark += dark_of(at(p, x, y));
                    colour += blue_of(at(p, x, y));
                }
            fprintf(out, " %d", thousandth(dark, count));
            blue[column] = thousandth(colour, count);
            coloured |= blue[column] != 0;
        }
        fputs("\n", out);
        if (!coloured)
            continue;
        fprintf(out, "C %d %d", page, row + 1);
        for (int column = 0; column < COLUMNS; column++)
            if (blue[column])
                fprintf(out, " %d:%d", column + 1, blue[column]);
        fputs("\n", out);
    }
}

static bool alike(const uint8_t *a, const uint8_t *b) {
    return abs(dark_of(a) - dark_of(b)) <= LIKE && abs(blue_of(a) - blue_of(b)) <= LIKE;
}

static void print_rectangle(FILE *out, const struct rectangle *r, int page, int bottom) {
    fprintf(out, "R %d %d %d %d %d %d %d\n", page, r->top, r->left, r->right, bottom - r->top,
            thousandth(r->dark, 1), thousandth(r->blue, 1));
}

/* The open rectangle that goes on with this stretch of a row, or a new one. */
static void go_on(struct rectangle *open, int *count, const struct rectangle *stretch) {
    for (int i = 0; i < *count; i++)
        if (abs(open[i].left - stretch->left) <= 1 && abs(open[i].right - stretch->right) <= 1 &&
            abs(open[i].dark - stretch->dark) <= LIKE &&
            abs(open[i].blue - stretch->blue) <= LIKE) {
            open[i].seen = true;
            return;
        }
    if (*count < OPEN_MOST)
        open[(*count)++] = *stretch;
}

static void print_rectangles(FILE *out, const struct picture *p, int page) {
    struct rectangle open[OPEN_MOST];
    int count = 0;
    for (int y = 0; y <= p->height; y++) {
        for (int x = 0, end; y < p->height && x < p->width; x = end) {
            const uint8_t *first = at(p, x, y);
            for (end = x + 1; end < p->width && alike(first, at(p, end, y));)
                end++;
            const uint8_t *middle = at(p, (x + end) / 2, y);
            if (end - x >= LEAST_WIDTH && dark_of(middle) > 255 - WHITE)
                go_on(open, &count,
                      &(struct rectangle){y, x, end, dark_of(middle), blue_of(middle), true});
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (open[i].seen)
                open[kept++] = open[i];
            else
                print_rectangle(out, &open[i], page, y);
        }
        count = kept;
        for (int i = 0; i < count; i++)
            open[i].seen = false;
    }
}

/* A PPM as pdftoppm writes it: "P6", width, height, 255, one white space, pixels. */
static bool read_picture(const char *path, struct picture *p) {
    FILE *file = fopen(path, "rb");
    *p = (struct picture){0};
    bool good = file && fscanf(file, "P6 %d %d 255", &p->width, &p->height) == 2 &&
                fgetc(file) != EOF && p->width > 0 && p->height > 0 && p->width < 10000 &&
                p->height < 10000;
    size_t size = good ? (size_t)p->width * (size_t)p->height : 0;
    p->pixels = malloc(3 * size + 1);
    good = good && p->pixels && fread(p->pixels, 3, size, file) == size;
    if (file)
        fclose(file);
    return good;
}

/* A blue bar on white is told, with its place; and nothing else. */
static int test_itself(void) {
    struct picture p = {160, 240, malloc(160 * 240 * 3)};
    char line[80];
    bool good = p.pixels != NULL;
    FILE *out = tmpfile();
    if (!good || !out)
        return 99;
    memset(p.pixels, 255, 160 * 240 * 3);
    for (size_t y = 20; y < 25; y++)
        for (size_t x = 40; x < 120; x++)
            memcpy(p.pixels + 3 * (y * 160 + x), (uint8_t[]){0, 0, 255}, 3);
    print_rectangles(out, &p, 7);
    print_parts(out, &p, 7);
    rewind(out);
    good = fgets(line, sizeof line, out) && strcmp(line, "R 7 20 40 120 5 878 1000\n") == 0;
    for (int row = 0; row < 3; row++)
        good = good && fgets(line, sizeof line, out) && line[0] == 'P';
    good = good && strcmp(line, "P 7 0 0 0 0 439 439 439 439 439 439 439 439 0 0 0 0\n") == 0;
    good = good && fgets(line, sizeof line, out) &&
           strcmp(line, "C 7 3 5:500 6:500 7:500 8:500 9:500 10:500 11:500 12:500\n") == 0;
    fclose(out);
    free(p.pixels);
    return good ? 0 : 1;
}

int main(int argc, char **argv) {
    if (argc == 1)
        return test_itself();
    for (int i = 1; i < argc; i++) {
        struct picture p;
        if (!read_picture(argv[i], &p)) {
            fprintf(stderr, "ink: %s: not a picture\n", argv[i]);
            return 1;
        }
        print_parts(stdout, &p, i);
        print_rectangles(stdout, &p, i);
        free(p.pixels);
    }
    return 0;
}
