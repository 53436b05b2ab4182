/* Metadata, language and page labels: see metadata.h. Before: layout. After: haru.c. */
#include <config.h>

#include "pdf/metadata.h"

#include "base/decimal.h"
#include "pdf/syntax.h"

static void put_information(struct buffer *out, const char *key, struct text value) {
    if (value.size == 0)
        return;
    buffer_string(out, key);
    syntax_text(out, value);
}

static void write_information(struct document *document) {
    const struct pages *pages = document->pages;
    struct buffer *out = &document->entries;
    put_information(out, "/Title", pages->title);
    put_information(out, "/Author", pages->author);
    put_information(out, "/Subject", pages->subject);
    put_information(out, "/Keywords", pages->keywords);
    put_information(out, "/Creator", TEXT(METADATA_CREATOR));
    haru_fill(document->haru, haru_information(document->haru), buffer_view(out));
    buffer_clear(out);
}

/* The number that a label is, such as 12; 0 if it is none, or is not written as a viewer would. */
static size_t label_number(struct text label) {
    int32_t number = text_starts(label, "0") ? -1 : decimal_read(label);
    return number > 0 ? (size_t)number : 0;
}

/* One range of labels from `page` on: counting numbers, or for a single page its label as it is. */
static void put_range(struct buffer *out, size_t page, struct text label) {
    size_t number = label_number(label);
    buffer_printf(out, "%zu", page);
    if (number > 0) {
        buffer_printf(out, "<</S/D/St %zu>>\n", number);
    } else {
        buffer_string(out, "<</P");
        syntax_text(out, label);
        buffer_string(out, ">>\n");
    }
}

static void write_labels(struct document *document) {
    const struct pages *pages = document->pages;
    struct buffer *out = &document->entries;
    size_t expected = 0; /* the number that would continue the range; 0: none would */
    buffer_string(out, "/Nums[");
    for (size_t i = 0; i < pages->count; i++) {
        size_t number = label_number(pages->at[i].label);
        if (number == 0 || number != expected)
            put_range(out, i, pages->at[i].label);
        expected = number > 0 ? number + 1 : 0;
    }
    buffer_char(out, ']');
    buffer_printf(&document->catalogue, "/PageLabels %u 0 R",
                  haru_number(document_dictionary(document)));
}

void metadata_write(struct document *document) {
    write_information(document);
    if (document->pages->count > 0)
        write_labels(document);
    if (document->pages->language.size > 0) {
        buffer_string(&document->catalogue, "/Lang");
        syntax_text(&document->catalogue, document->pages->language);
    }
    buffer_string(&document->catalogue, "/ViewerPreferences<</DisplayDocTitle true>>");
}
