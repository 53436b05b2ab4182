/* Characters written by name or number: see entity.h. */
#include <config.h>

#include "base/entity.h"

#include "base/ascii.h"

/* The longest name or number read, with its ';'. */
#define LONGEST 10

static const struct {
    struct text name;
    uint32_t character;
} names[] = {
    {TEXT("quot;"), '"'},      {TEXT("nbsp;"), 0xA0},    {TEXT("amp;"), '&'},
    {TEXT("ldquo;"), 0x201C},  {TEXT("rdquo;"), 0x201D}, {TEXT("bdquo;"), 0x201E},
    {TEXT("lsquo;"), 0x2018},  {TEXT("rsquo;"), 0x2019}, {TEXT("sbquo;"), 0x201A},
    {TEXT("apos;"), '\''},     {TEXT("ndash;"), 0x2013}, {TEXT("mdash;"), 0x2014},
    {TEXT("hellip;"), 0x2026}, {TEXT("laquo;"), 0xAB},   {TEXT("raquo;"), 0xBB},
    {TEXT("ensp;"), 0x2002},   {TEXT("emsp;"), 0x2003},  {TEXT("thinsp;"), 0x2009},
    {TEXT("shy;"), 0xAD},      {TEXT("zwnj;"), 0x200C},  {TEXT("zwj;"), 0x200D},
    {TEXT("lt;"), '<'},        {TEXT("gt;"), '>'},       {TEXT("bull;"), 0x2022},
};

static int digit_of(char c, uint32_t base) {
    return base == 16 || ascii_is_digit(c) ? ascii_hex(c) : -1;
}

/* A character that text may hold: no control, no half of a pair. */
static bool is_character(uint32_t c) {
    return c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) &&
           c <= 0x10FFFF;
}

/* The number behind "&#", up to its ';'; 0 if there is none. */
static uint32_t read_number(struct text text, size_t *at) {
    size_t i = *at, first;
    uint32_t value = 0, base = 10;
    if (i < text.size && (text.data[i] == 'x' || text.data[i] == 'X')) {
        base = 16;
        i++;
    }
    for (first = i; i < text.size && i < first + LONGEST - 3; i++) {
        int digit = digit_of(text.data[i], base);
        if (digit < 0)
            break;
        value = value * base + (uint32_t)digit;
    }
    if (i == first || i >= text.size || text.data[i] != ';' || !is_character(value))
        return 0;
    *at = i + 1;
    return value;
}

/* What stands between '&' and ';' at *at, which moves behind it; 0 if it is no entity. */
static uint32_t read_body(struct text text, size_t *at) {
    if (*at < text.size && text.data[*at] == '#') {
        size_t number = *at + 1;
        uint32_t value = read_number(text, &number);
        *at = value ? number : *at;
        return value;
    }
    struct text rest = text_slice(text, (struct span){*at, *at + LONGEST});
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (rest.size && rest.data[0] == names[i].name.data[0] &&
            text_equal(text_slice(rest, (struct span){0, names[i].name.size}), names[i].name)) {
            *at += names[i].name.size;
            return names[i].character;
        }
    return 0;
}

uint32_t entity_decode(struct text text, size_t offset, size_t *size) {
    size_t at = offset + 1;
    uint32_t c = read_body(text, &at);
    if (c == '&') { /* &amp;quot; */
        uint32_t again = read_body(text, &at);
        c = again ? again : c;
    }
    *size = at - offset;
    return c ? c : '&';
}
