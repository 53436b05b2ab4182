/* Documents of a word processor: see document.h. */
#include <config.h>

#include "intake/document.h"

#include <string.h>

#include "base/buffer.h"
#include "intake/part.h"

#define DOCUMENT_PART "word/document.xml"

/* Bytes that the part may have unpacked: markup takes twenty times the text and more. */
#define DOCUMENT_MOST ((size_t)512 * 1024 * 1024)

struct document {
    struct buffer text;
    size_t limit;
    size_t aside; /* open elements whose text does not count */
    bool writing; /* within a run's text */
    bool over;
};

static bool is_aside(const char *name) {
    return strcmp(name, "Fallback") == 0 || strcmp(name, "moveFrom") == 0 ||
           strcmp(name, "pPr") == 0;
}

static void put(struct document *document, struct text text) {
    document->over = document->over || text.size > document->limit - document->text.size;
    if (!document->over)
        buffer_text(&document->text, text);
}

static void open_element(void *context, const char *name, const char *const *attributes) {
    struct document *document = context;
    (void)attributes;
    document->aside += is_aside(name);
    document->writing = strcmp(name, "t") == 0;
    if (document->aside > 0)
        return;
    if (strcmp(name, "tab") == 0)
        put(document, TEXT(" "));
    else if (strcmp(name, "br") == 0 || strcmp(name, "cr") == 0)
        put(document, TEXT("\n"));
    else if (strcmp(name, "noBreakHyphen") == 0)
        put(document, TEXT("-"));
}

static void close_element(void *context, const char *name) {
    struct document *document = context;
    document->writing = false;
    if (document->aside == 0 && strcmp(name, "p") == 0)
        put(document, TEXT("\n\n"));
    document->aside -= is_aside(name);
}

static void take_text(void *context, struct text text) {
    struct document *document = context;
    if (document->writing && document->aside == 0)
        put(document, text);
}

bool document_is(const struct archive *archive) { return archive_has(archive, DOCUMENT_PART); }

bool document_read(struct archive *archive, size_t limit, struct arena *arena, struct text *text,
                   struct fault *fault) {
    struct document document = {.limit = limit};
    struct markup_sink sink = {&document, open_element, close_element, take_text, NULL};
    bool good = part_read(archive, DOCUMENT_PART, DOCUMENT_MOST, &sink, fault);
    if (good && document.over)
        good = fault_set(fault, "too_large", 0, "the text is larger than the limit");
    *text = arena_copy(arena, text_trim(buffer_view(&document.text)));
    buffer_free(&document.text);
    return good;
}
