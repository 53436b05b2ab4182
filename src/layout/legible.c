/* Text made fit to be set in a face: see legible.h. */
#include <config.h>

#include "layout/legible.h"

#include "base/buffer.h"
#include "base/utf8.h"

/* Plain ASCII without control characters or double spaces: every text face has it, so nothing is
 * asked. */
static bool plain(struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < 0x20 || c >= 0x7F || (c == ' ' && i > 0 && text.data[i - 1] == ' '))
            return false;
    }
    return true;
}

/* Variation selectors choose between shapes of the character before; the text is whole without
 * them. */
static bool selects_variant(uint32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x1F3FB && c <= 0x1F3FF);
}

/* Characters that many faces lack, by one that says the same; 0 if there is none. */
static uint32_t stand_in(uint32_t c) {
    switch (c) {
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
        return '-';
    case 0x2012: /* figure dash */
    case 0x2212: /* minus */
        return 0x2013;
    case 0x2015: /* horizontal bar */
        return 0x2014;
    case 0x02BC: /* letter apostrophe */
    case 0x2032: /* prime */
        return 0x2019;
    case 0x2033:
        return 0x201D;
    case 0x25CF: /* black circle and its like, as bullets */
    case 0x25AA:
    case 0x25A0:
        return 0x2022;
    default:
        return 0;
    }
}

struct fitting {
    const struct measure *measure;
    enum face face;
    struct buffer out;
    bool in_space, in_gap;
    size_t replaced;
};

static void put(struct fitting *fitting, uint32_t c) {
    char bytes[4];
    buffer_append(&fitting->out, bytes, utf8_encode(c, bytes));
    fitting->in_space = fitting->in_gap = false;
}

static bool has(const struct fitting *fitting, uint32_t c) {
    return fitting->measure->has_glyph(fitting->measure->context, fitting->face, c);
}

static void put_missing(struct fitting *fitting) {
    fitting->replaced++;
    if (fitting->in_gap)
        return;
    if (has(fitting, 0xFFFD))
        put(fitting, 0xFFFD);
    else
        buffer_string(&fitting->out, "[?]");
    fitting->in_space = false;
    fitting->in_gap = true;
}

static void fit(struct fitting *fitting, uint32_t c) {
    bool tied = c == 0xA0 || c == 0x202F || c == 0x2007;
    if (tied) {
        buffer_string(&fitting->out, NO_BREAK_SPACE);
        fitting->in_gap = false;
    } else if (c == 0x200B) { /* zero-width space: nothing is seen of it */
        return;
    } else if (utf8_is_space(c) || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        if (!fitting->in_space)
            buffer_char(&fitting->out, ' ');
        fitting->in_space = true;
        fitting->in_gap = false;
    } else if (utf8_is_ignorable(c) || selects_variant(c)) {
        return;
    } else if (has(fitting, c)) {
        put(fitting, c);
    } else if (stand_in(c) && has(fitting, stand_in(c))) {
        put(fitting, stand_in(c));
    } else {
        put_missing(fitting);
    }
}

struct text legible_text(struct arena *arena, const struct measure *measure, enum face face,
                         struct text text, size_t *replaced) {
    if (plain(text))
        return arena_copy(arena, text);
    if (utf8_may_need_nfc(text))
        text = utf8_nfc(arena, text);
    struct fitting fitting = {.measure = measure, .face = face};
    for (size_t at = 0, size; at < text.size; at += size)
        fit(&fitting, utf8_decode(text, at, &size));
    struct text result = arena_copy(arena, buffer_view(&fitting.out));
    buffer_free(&fitting.out);
    *replaced += fitting.replaced;
    return result;
}
