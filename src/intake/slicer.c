/* Cutting an input into records: see slicer.h. JSON is cut by brackets outside strings only;
 * whether a slice is sound is for the parser to say, so that a broken record is quarantined whole
 * and its neighbours are not touched. */
#include <config.h>

#include "intake/slicer.h"

#include <string.h>

#include "base/csv_read.h"

/* Where a scan stands inside a JSON value. */
struct nesting {
    size_t depth;
    bool in_string;
    bool escaped;
    bool done; /* a bracketed value was closed */
};

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/* Moves `size` bytes of the view to the record, as far as the limit allows. */
static void take(struct slicer *slicer, size_t size) {
    struct text view = source_view(&slicer->source);
    size_t room = slicer->limit - slicer->record.size;
    if (size > room)
        slicer->over = true;
    buffer_append(&slicer->record, view.data, size > room ? room : size);
    source_skip(&slicer->source, size);
}

static void skip_space(struct slicer *slicer) {
    while (source_more(&slicer->source)) {
        struct text view = source_view(&slicer->source);
        size_t i = 0;
        while (i < view.size && is_space(view.data[i]))
            i++;
        source_skip(&slicer->source, i);
        if (i < view.size)
            return;
    }
}

/* The next byte, or -1 at the end. */
static int peek(struct slicer *slicer) {
    return source_more(&slicer->source) ? slicer->source.chunk[slicer->source.start] : -1;
}

static bool next_line(struct slicer *slicer) {
    bool any = false;
    slicer->begin = slicer->source.offset;
    while (source_more(&slicer->source)) {
        any = true;
        struct text view = source_view(&slicer->source);
        const char *end = memchr(view.data, '\n', view.size);
        take(slicer, end ? (size_t)(end - view.data) : view.size);
        if (end) {
            source_skip(&slicer->source, 1);
            break;
        }
    }
    slicer->number += any;
    return any;
}

/* Counts the lines that end in the bytes just taken. */
static size_t count_ends(struct text bytes) {
    size_t lines = 0;
    for (size_t i = 0; i < bytes.size; i++)
        lines += bytes.data[i] == '\n';
    return lines;
}

static bool next_row(struct slicer *slicer) {
    struct csv_scan scan = {0};
    bool any = false, ended = false;
    slicer->begin = slicer->source.offset;
    slicer->number = slicer->lines + 1;
    while (!ended && source_more(&slicer->source)) {
        struct text view = source_view(&slicer->source);
        size_t size = csv_scan_row(&scan, slicer->separator, view, &ended);
        any = true;
        slicer->lines += count_ends((struct text){view.data, size});
        take(slicer, size);
    }
    if (ended) {
        bool pair = peek(slicer) == '\r';
        source_skip(&slicer->source, 1);
        if (pair && peek(slicer) == '\n')
            source_skip(&slicer->source, 1);
        slicer->lines++;
    }
    return any;
}

static bool next_whole(struct slicer *slicer) {
    if (slicer->closed)
        return false;
    slicer->closed = true;
    while (source_more(&slicer->source))
        take(slicer, source_view(&slicer->source).size);
    slicer->number = 1;
    return true;
}

/* True if `c`, outside strings at depth 0, ends the value and belongs to what follows it. */
static bool ends_value(const struct slicer *slicer, const struct nesting *at, char c) {
    if (slicer->mode == SLICER_VALUES)
        return at->done && c == '{';
    return c == ',' || c == ']';
}

/* Advances over `view` to the end of the value; the number of bytes that belong to it. *found tells
 * that it ended. */
static size_t scan_value(const struct slicer *slicer, struct nesting *at, struct text view,
                         bool *found) {
    size_t i = 0;
    for (; i < view.size; i++) {
        char c = view.data[i];
        if (at->in_string) {
            if (at->escaped)
                at->escaped = false;
            else if (c == '\\')
                at->escaped = true;
            else if (c == '"')
                at->in_string = false;
        } else if (at->depth == 0 && ends_value(slicer, at, c)) {
            *found = true;
            break;
        } else if (c == '"') {
            at->in_string = true;
        } else if (c == '{' || c == '[') {
            at->depth++;
        } else if (c == '}' || c == ']') {
            at->depth -= at->depth > 0;
            at->done = at->depth == 0;
        }
    }
    return i;
}

static void take_value(struct slicer *slicer) {
    struct nesting at = {0};
    bool found = false;
    slicer->begin = slicer->source.offset;
    while (!found && source_more(&slicer->source))
        take(slicer, scan_value(slicer, &at, source_view(&slicer->source), &found));
    slicer->number++;
}

static bool next_value(struct slicer *slicer) {
    if (peek(slicer) < 0)
        return false;
    take_value(slicer);
    return true;
}

/* Skips the commas before an element and remembers whether there are too many; the byte after them,
 * -1 at the end. */
static int skip_commas(struct slicer *slicer) {
    size_t commas = 0;
    int c;
    for (c = peek(slicer); c == ','; c = peek(slicer)) {
        source_skip(&slicer->source, 1);
        skip_space(slicer);
        commas++;
    }
    if (commas > (slicer->number > 0 ? 1U : 0U) || (commas > 0 && c == ']'))
        slicer->comma = true;
    return c;
}

/* What stands after the closing bracket, as one slice. */
static bool next_after_end(struct slicer *slicer) {
    slicer->begin = slicer->source.offset;
    while (source_more(&slicer->source))
        take(slicer, source_view(&slicer->source).size);
    slicer->number++;
    return slicer->record.size > 0;
}

/* The next element of the array, or what stands after it. */
static bool next_element(struct slicer *slicer, bool *after_end) {
    if (!slicer->opened)
        source_skip(&slicer->source, 1);
    slicer->opened = true;
    skip_space(slicer);
    if (!slicer->closed && skip_commas(slicer) == ']') {
        source_skip(&slicer->source, 1);
        slicer->closed = true;
        skip_space(slicer);
    }
    *after_end = slicer->closed;
    if (slicer->closed)
        return next_after_end(slicer);
    if (peek(slicer) < 0) {
        slicer->cut_off = true;
        return false;
    }
    take_value(slicer);
    return true;
}

static bool next_of_mode(struct slicer *slicer, bool *after_end) {
    switch (slicer->mode) {
    case SLICER_LINES:
        return next_line(slicer);
    case SLICER_WHOLE:
        return next_whole(slicer);
    case SLICER_ROWS:
        return next_row(slicer);
    case SLICER_VALUES:
        skip_space(slicer);
        return next_value(slicer);
    case SLICER_ARRAY:
        return next_element(slicer, after_end);
    }
    return false;
}

/* Trims white space at both ends; the offset moves along. */
static void trim(struct slice *slice) {
    struct text *bytes = &slice->bytes;
    while (bytes->size > 0 && is_space(bytes->data[bytes->size - 1]))
        bytes->size--;
    while (bytes->size > 0 && is_space(bytes->data[0])) {
        bytes->data++;
        bytes->size--;
        slice->offset++;
    }
}

bool slicer_next(struct slicer *slicer, struct slice *slice) {
    for (;;) {
        buffer_clear(&slicer->record);
        slicer->over = false;
        bool after_end = false;
        if (!next_of_mode(slicer, &after_end))
            return false;
        *slice = (struct slice){.bytes = buffer_view(&slicer->record),
                                .offset = slicer->begin,
                                .number = slicer->number,
                                .over = slicer->over,
                                .after_end = after_end};
        if (slicer->mode != SLICER_WHOLE && slicer->mode != SLICER_ROWS)
            trim(slice);
        if (slice->bytes.size > 0)
            return true;
    }
}

void slicer_free(struct slicer *slicer) { buffer_free(&slicer->record); }
