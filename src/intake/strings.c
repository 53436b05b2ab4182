/* The shared strings of a workbook: see strings.h. */
#include <config.h>

#include "intake/strings.h"

#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"

static void open_element(void *context, const char *name, const char *const *attributes) {
    struct strings *strings = context;
    (void)attributes;
    if (strcmp(name, "rPh") == 0)
        strings->aside = true;
    strings->writing = strcmp(name, "t") == 0 && !strings->aside;
}

static void close_element(void *context, const char *name) {
    struct strings *strings = context;
    strings->writing = false;
    if (strcmp(name, "rPh") == 0)
        strings->aside = false;
    if (strcmp(name, "si") != 0)
        return;
    strings->ends =
        memory_grow(strings->ends, strings->count, sizeof *strings->ends, &strings->capacity);
    strings->ends[strings->count++] = (uint32_t)strings->text.size;
}

static void take_text(void *context, struct text text) {
    struct strings *strings = context;
    if (strings->writing)
        buffer_text(&strings->text, text);
}

bool strings_read(struct strings *strings, struct archive *archive, const char *name,
                  struct fault *fault) {
    struct markup_sink sink = {strings, open_element, close_element, take_text, NULL};
    return part_read(archive, name, STRINGS_MOST, &sink, fault);
}

struct text strings_get(const struct strings *strings, size_t number) {
    if (number >= strings->count)
        return TEXT("");
    size_t start = number > 0 ? strings->ends[number - 1] : 0;
    return text_slice(buffer_view(&strings->text), (struct span){start, strings->ends[number]});
}

/* The character written as _xHHHH_ at `at`; 0 if there is none, or if it is half of a pair. */
static uint32_t escaped(struct text text, size_t at) {
    uint32_t value = 0;
    if (text.size - at < 7 || text.data[at] != '_' || text.data[at + 1] != 'x' ||
        text.data[at + 6] != '_')
        return 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        int digit = ascii_hex(text.data[i]);
        if (digit < 0)
            return 0;
        value = value * 16 + (uint32_t)digit;
    }
    return value >= 0xD800 && value < 0xE000 ? 0 : value;
}

struct text strings_decode(struct text text, struct arena *arena) {
    char *start = arena_alloc_uncleared(arena, text.size + 1), *out = start;
    for (size_t i = 0; i < text.size;) {
        uint32_t character = text.data[i] == '_' ? escaped(text, i) : 0;
        if (character)
            out += utf8_encode(character, out);
        else
            *out++ = text.data[i];
        i += character ? 7 : 1;
    }
    return (struct text){start, (size_t)(out - start)};
}

void strings_free(struct strings *strings) {
    buffer_free(&strings->text);
    memory_free(strings->ends);
    *strings = (struct strings){0};
}
