/* Reading the list of recipients: see recipients.h. Before: a file of the user's. After: the
 * command mail, `taklimat check`. */
#include <config.h>

#include "mail/recipients.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv_read.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "mail/address.h"

/* 50,000 rows have some 5 MB; what is larger is another file. */
#define FILE_MOST ((size_t)256 * 1024 * 1024)

enum column {
    ADDRESS,
    NAME,
    REGIONS,
    LANGUAGE,
    FORMAT,
    ACTIVE,
    EMPTY,
    COLUMNS,
    NO_COLUMN = COLUMNS
};

static const char *const headings[] = {"address", "name",   "regions", "language",
                                       "format",  "active", "empty",   NULL};
static const char *const languages[] = {"id", "en", NULL};
static const char *const formats[] = {"pdf", "text", NULL};
static const char *const flags[] = {"0", "1", NULL};

/* What the functions below share. */
struct list {
    struct recipients *out;
    const char *path;
    const struct regions *regions;
    struct faults *faults;
    struct csv_row row;
    enum column columns[CSV_CELLS]; /* what each cell of a row is */
    size_t *chosen;                 /* of the row under way */
    size_t chosen_count, chosen_capacity;
};

static struct text cell(const struct list *list, enum column column) {
    for (size_t i = 0; i < list->row.count; i++)
        if (list->columns[i] == column)
            return text_trim(list->row.cells[i]);
    return TEXT("");
}

static int shown(struct text text) { return (int)(text.size < 60 ? text.size : 60); }

/* What each column is, from the first row. */
static bool read_headings(struct list *list) {
    char hint[NEAREST_SIZE];
    bool ok = true, there[COLUMNS + 1] = {false};
    for (size_t i = 0; i < list->row.count; i++) {
        struct text word = text_trim(list->row.cells[i]);
        enum column column = 0;
        while (column < COLUMNS && !text_equal_ascii_nocase(word, text_of(headings[column])))
            column++;
        list->columns[i] = column;
        if (column == NO_COLUMN)
            ok = faults_add(list->faults, list->path, list->row.line, "no such column: '%.*s'%s",
                            shown(word), word.data, nearest_say(hint, word, headings, true));
        else if (there[column])
            ok = faults_add(list->faults, list->path, list->row.line,
                            "the column '%.*s' is there twice", shown(word), word.data);
        there[column] = true;
    }
    for (enum column needed = ADDRESS; needed <= REGIONS; needed += REGIONS)
        if (!there[needed])
            ok = faults_add(list->faults, list->path, list->row.line,
                            "no column '%s' in the first row", headings[needed]);
    return ok;
}

/* The number of a word among `words`; an empty cell is `otherwise`. */
static bool read_word(struct list *list, enum column column, const char *const *words,
                      unsigned otherwise, unsigned *number) {
    char hint[NEAREST_SIZE];
    struct text word = cell(list, column);
    *number = otherwise;
    if (!word.size)
        return true;
    for (unsigned i = 0; words[i]; i++)
        if (text_equal_ascii_nocase(word, text_of(words[i]))) {
            *number = i;
            return true;
        }
    return faults_add(list->faults, list->path, list->row.line, "unknown %s '%.*s'%s",
                      headings[column], shown(word), word.data,
                      nearest_say(hint, word, words, true));
}

/* Why a name is no region's. */
static bool refuse_region(struct list *list, struct text word) {
    if (regions_sharing(list->regions, word) > 1)
        return faults_add(
            list->faults, list->path, list->row.line,
            "more than one region is called '%.*s'; write its code, or Kabupaten or Kota before it",
            shown(word), word.data);
    struct text near = regions_nearest(list->regions, word);
    if (!near.size)
        return faults_add(list->faults, list->path, list->row.line,
                          "unknown region '%.*s'; write its code or name, or nasional", shown(word),
                          word.data);
    return faults_add(list->faults, list->path, list->row.line,
                      "unknown region '%.*s'; is '%.*s' meant?", shown(word), word.data,
                      (int)near.size, near.data);
}

static void choose(struct list *list, size_t region) {
    if (list->chosen_count == list->chosen_capacity)
        list->chosen = memory_grow(list->chosen, list->chosen_count, sizeof *list->chosen,
                                   &list->chosen_capacity);
    list->chosen[list->chosen_count++] = region;
}

static int by_number(const void *a, const void *b) {
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    return (x > y) - (x < y);
}

/* The chosen regions in order, each once, in the list's arena. */
static void settle_regions(struct list *list, struct recipient *recipient) {
    size_t count = 0;
    qsort(list->chosen, list->chosen_count, sizeof *list->chosen, by_number);
    size_t *kept = arena_alloc_array(&list->out->arena, list->chosen_count, sizeof *kept);
    for (size_t i = 0; i < list->chosen_count; i++)
        if (!count || kept[count - 1] != list->chosen[i])
            kept[count++] = list->chosen[i];
    recipient->regions = kept;
    recipient->region_count = count;
}

/* A nation's edition holds all regions, so that the word stands alone. */
static bool read_regions(struct list *list, struct recipient *recipient) {
    struct text all = cell(list, REGIONS);
    bool ok = true, national = false;
    list->chosen_count = 0;
    for (size_t at = 0, end; at <= all.size; at = end + 1) {
        end = text_find(all, at, TEXT("|"));
        struct text word = text_trim(text_slice(all, (struct span){at, end}));
        if (!word.size)
            continue;
        if (text_equal_ascii_nocase(word, TEXT("nasional"))) {
            national = true;
            continue;
        }
        const struct region *region = regions_find(list->regions, word);
        if (region)
            choose(list, regions_index(list->regions, region));
        else
            ok = refuse_region(list, word);
    }
    if (ok && national && list->chosen_count)
        return faults_add(list->faults, list->path, list->row.line,
                          "nasional has every region already, so that it stands alone");
    if (ok && !national && !list->chosen_count)
        return faults_add(list->faults, list->path, list->row.line,
                          "no regions; write codes or names separated by '|', or nasional");
    if (list->chosen_count)
        settle_regions(list, recipient);
    return ok;
}

/* A name becomes part of a header and of a text: one line of what can be printed. */
static bool read_name(struct list *list, struct recipient *recipient) {
    struct text name = cell(list, NAME);
    for (size_t at = 0, size; at < name.size; at += size) {
        uint32_t c = utf8_decode(name, at, &size);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
            return faults_add(list->faults, list->path, list->row.line,
                              "a line end or control character in the name");
    }
    if (name.size > 200)
        return faults_add(list->faults, list->path, list->row.line,
                          "a name of more than 200 bytes");
    recipient->name = arena_copy(&list->out->arena, name);
    return true;
}

static bool read_address(struct list *list, struct recipient *recipient) {
    struct error error = {0};
    if (address_read(cell(list, ADDRESS), &list->out->arena, &recipient->address, &error))
        return true;
    return faults_add(list->faults, list->path, list->row.line, "%s", error.message);
}

static bool is_blank(const struct csv_row *row) {
    for (size_t i = 0; i < row->count; i++)
        if (text_trim(row->cells[i]).size)
            return false;
    return true;
}

/* More cells than the first row has: a name with a separator that stands in no quotation marks. */
static bool is_too_long(const struct list *list) {
    for (size_t i = 0; i < list->row.count; i++)
        if (list->columns[i] == NO_COLUMN && text_trim(list->row.cells[i]).size)
            return true;
    return false;
}

static void read_row(struct list *list) {
    struct recipients *out = list->out;
    struct recipient recipient = {.line = list->row.line};
    unsigned language, format, active, empty;
    if (is_blank(&list->row))
        return;
    if (is_too_long(list)) {
        faults_add(list->faults, list->path, list->row.line,
                   "more cells than the first row has: a cell that holds the separator stands in "
                   "quotation marks");
        return;
    }
    bool ok = read_address(list, &recipient);
    ok &= read_name(list, &recipient);
    ok &= read_regions(list, &recipient);
    ok &= read_word(list, LANGUAGE, languages, RECIPIENT_INDONESIAN, &language);
    ok &= read_word(list, FORMAT, formats, RECIPIENT_PDF, &format);
    ok &= read_word(list, ACTIVE, flags, 1, &active);
    ok &= read_word(list, EMPTY, flags, 0, &empty);
    if (!ok)
        return;
    recipient.language = (enum recipient_language)language;
    recipient.format = (enum recipient_format)format;
    recipient.active = active;
    recipient.empty = empty;
    out->at = arena_grow(&out->arena, out->at, out->count, out->count + 1, sizeof *out->at,
                         &out->capacity);
    out->at[out->count++] = recipient;
}

/* By address, then by line. Local parts are compared without case: two people whose addresses
 * differ in nothing else are not known, one who is mailed twice is. */
static int by_address(const void *a, const void *b) {
    const struct recipient *x = *(const struct recipient *const *)a;
    const struct recipient *y = *(const struct recipient *const *)b;
    int order = text_compare_ascii_nocase(x->address, y->address);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void tell_twice(struct list *list, const struct recipient *first,
                       const struct recipient *second) {
    faults_add(list->faults, list->path, second->line, "'%.*s' is there already, in line %zu",
               (int)second->address.size, second->address.data, first->line);
}

/* Faults are told in the order of the lines: each recipient's first is found, then all are gone
 * through once more. */
static void check_twice(struct list *list, size_t from) {
    struct recipients *out = list->out;
    size_t count = out->count - from, *first = memory_alloc_array(count + 1, sizeof *first);
    const struct recipient **sorted = memory_alloc_array(count + 1, sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &out->at[from + i];
    qsort(sorted, count, sizeof *sorted, by_address);
    for (size_t i = 0, begin = 0; i < count; i++) {
        if (!text_equal_ascii_nocase(sorted[i]->address, sorted[begin]->address))
            begin = i;
        first[sorted[i] - &out->at[from]] = (size_t)(sorted[begin] - out->at);
    }
    for (size_t i = 0; i < count; i++)
        if (first[i] != from + i)
            tell_twice(list, &out->at[first[i]], &out->at[from + i]);
    memory_free(first);
    memory_free(sorted);
}

static void read_rows(struct list *list, struct text bytes) {
    struct csv_reader reader;
    struct error error = {0};
    struct arena *arena = &list->out->arena;
    size_t from = list->out->count;
    for (size_t i = 0; i < CSV_CELLS; i++)
        list->columns[i] = NO_COLUMN;
    if (!csv_reader_open(&reader, bytes, &error)) {
        faults_add(list->faults, list->path, error.record, "%s", error.message);
        return;
    }
    if (!csv_reader_next(&reader, arena, &list->row, &error) || !read_headings(list)) {
        if (!list->row.count)
            faults_add(list->faults, list->path, error.record, "%s",
                       error.code ? error.message : _("is empty; its first row names the columns"));
        return;
    }
    while (csv_reader_next(&reader, arena, &list->row, &error))
        read_row(list);
    if (error.code)
        faults_add(list->faults, list->path, error.record, "%s", error.message);
    check_twice(list, from);
}

bool recipients_read(struct recipients *recipients, const char *path, const struct regions *regions,
                     struct faults *faults) {
    struct list *list = memory_alloc_array(1, sizeof *list);
    struct buffer bytes = {0};
    struct error error = {0};
    size_t before = faults->count;
    *list = (struct list){.out = recipients, .path = path, .regions = regions, .faults = faults};
    if (file_read(path, FILE_MOST, &bytes, &error))
        read_rows(list, buffer_view(&bytes));
    else
        faults_add(faults, path, 0, "%s", error.message);
    buffer_free(&bytes);
    memory_free(list->chosen);
    memory_free(list);
    return faults->count == before;
}

struct text recipient_key(const struct recipient *recipient, const struct regions *regions,
                          struct arena *arena) {
    struct buffer key = {0};
    for (size_t i = 0; i < recipient->region_count; i++) {
        if (i)
            buffer_char(&key, '|');
        buffer_text(&key, regions_get(regions, recipient->regions[i])->code);
    }
    if (!recipient->region_count)
        buffer_string(&key, "nasional");
    struct text out = arena_copy(arena, buffer_view(&key));
    buffer_free(&key);
    return out;
}

void recipients_free(struct recipients *recipients) {
    arena_free(&recipients->arena);
    *recipients = (struct recipients){0};
}
