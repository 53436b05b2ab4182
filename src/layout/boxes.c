/* Cutting runs into boxes: see boxes.h. */
#include <config.h>

#include "layout/boxes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "layout/hyphenate.h"
#include "layout/legible.h"

struct boxer {
    struct arena *arena;
    const struct setting *setting;
    struct box *at;
    size_t count, capacity;
    struct text before; /* the word before, for ties */
    bool space;         /* white space was seen since the last box */
    bool no_break;      /* it was a no-break space */
    mpt space_width;    /* of the run that holds the space */
    mpt hyphen_width;   /* of the run at hand; 0: its words do not part */
};

static mpt width_of(const struct setting *setting, size_t run, struct text text) {
    const struct style_values *style = &setting->template->styles[setting->runs[run].style];
    return setting->measure->width(setting->measure->context, style->face, style->size, text);
}

static bool is_letter(char c) { return ascii_is_letter(c) || (unsigned char)c >= 0x80; }

static bool listed(struct text word, const struct text *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(word, list[i]))
            return true;
    return false;
}

/* The word without opening brackets and quotation marks before it. */
static struct text without_opening(struct text word) {
    while (word.size > 1 && strchr("(\"'[", word.data[0]))
        word = text_slice(word, (struct span){1, word.size});
    return word;
}

static struct text without_closing(struct text word) {
    while (word.size > 1 && strchr(".,;:!?)\"']", word.data[word.size - 1]))
        word.size--;
    return word;
}

/* True for a dash that stands alone: it ends a line, it never begins one. */
static bool lone_dash(struct text word) {
    return text_is(word, "–") || text_is(word, "—") || text_is(word, "·") || text_is(word, "-");
}

/* The 5 and the month, the month and the year of "5 Agustus 2024" in the template's own words. */
static bool tied_date(const struct template *template, struct text before, struct text bare) {
    bool day = before.size && before.size <= 2 && ascii_is_digit(before.data[0]),
         year = bare.size == 4 && ascii_is_digit(bare.data[0]) && ascii_is_digit(bare.data[3]);
    struct text month = day ? bare : before;
    return (day || year) &&
           (listed(month, template->months, 12) || listed(month, template->short_months, 12));
}

/* True if the word stays with that before it. */
static bool tied(const struct template *template, struct text before, struct text word) {
    const struct ties *ties = &template->ties;
    struct text bare = without_closing(without_opening(word));
    before = without_opening(before);
    if (lone_dash(word) || tied_date(template, before, bare))
        return true;
    if (ascii_is_digit(bare.data[0]) ||
        (bare.size == 1 && is_letter(bare.data[0]))) /* Pasal 5 huruf n */
        return listed(without_closing(before), ties->before_number, ties->before_count);
    return before.size && ascii_is_digit(before.data[before.size - 1]) &&
           listed(bare, ties->after_number, ties->after_count);
}

static void add(struct boxer *boxer, size_t run, size_t start, size_t end, enum joint joint,
                mpt width) {
    boxer->at = arena_grow(boxer->arena, boxer->at, boxer->count, boxer->count + 1,
                           sizeof *boxer->at, &boxer->capacity);
    bool space = boxer->space && boxer->count > 0;
    boxer->at[boxer->count++] = (struct box){.run = (uint32_t)run,
                                             .joint = (uint8_t)joint,
                                             .start = (uint32_t)start,
                                             .end = (uint32_t)end,
                                             .width = width,
                                             .glue = space ? boxer->space_width : 0};
    boxer->space = boxer->no_break = false;
}

/* The longest beginning of run text [start, end) that fits the column, at least one character. */
static size_t fitting_end(struct boxer *boxer, size_t run, size_t start, size_t end) {
    struct text text = boxer->setting->runs[run].text;
    int64_t width = 0;
    size_t at = start, size, last = 0;
    while (at < end) {
        utf8_decode(text, at, &size);
        width += width_of(boxer->setting, run, text_slice(text, (struct span){at, at + size}));
        if (width > boxer->setting->width && at > start)
            break;
        at += size;
        last = size;
    }
    /* kerning may make the whole wider than its parts */
    if (at - start > last &&
        width_of(boxer->setting, run, text_slice(text, (struct span){start, at})) >
            boxer->setting->width)
        at -= last;
    return at;
}

/* Adds the stretch as boxes a syllable. False, and nothing added, where no syllables are known or
 * one is wider than the column. */
static bool add_syllables(struct boxer *boxer, size_t run, size_t start, size_t end,
                          enum joint joint) {
    struct text text = boxer->setting->runs[run].text;
    size_t offsets[HYPHENS_MOST + 1], kept = boxer->count, from = start;
    bool space = boxer->space, no_break = boxer->no_break;
    size_t count = hyphenate(text_slice(text, (struct span){start, end}), offsets);
    if (count == 0)
        return false;
    offsets[count] = end - start;
    for (size_t i = 0; i <= count; i++) {
        struct text part = text_slice(text, (struct span){from, start + offsets[i]});
        mpt width = width_of(boxer->setting, run, part);
        if (width + boxer->hyphen_width > boxer->setting->width) {
            boxer->count = kept;
            boxer->space = space;
            boxer->no_break = no_break;
            return false;
        }
        add(boxer, run, from, start + offsets[i], joint, width);
        boxer->at[boxer->count - 1].hyphen = joint == JOINT_HYPHEN ? boxer->hyphen_width : 0;
        joint = JOINT_HYPHEN;
        from = start + offsets[i];
    }
    return true;
}

/* Adds run text [start, end): by syllables, as one box, or cut anywhere if it is wider than the
 * column. */
static void add_fitting(struct boxer *boxer, size_t run, size_t start, size_t end,
                        enum joint joint) {
    if (boxer->hyphen_width && add_syllables(boxer, run, start, end, joint))
        return;
    struct text text = boxer->setting->runs[run].text;
    mpt width = width_of(boxer->setting, run, text_slice(text, (struct span){start, end}));
    if (width <= boxer->setting->width) {
        add(boxer, run, start, end, joint, width);
        return;
    }
    while (start < end) {
        size_t stop = fitting_end(boxer, run, start, end);
        struct text part = text_slice(text, (struct span){start, stop});
        add(boxer, run, start, stop, joint, width_of(boxer->setting, run, part));
        joint = JOINT_FORCED;
        start = stop;
    }
}

static bool is_address(struct text word) {
    return text_find(word, 0, TEXT("://")) < word.size || text_starts(word, "www.");
}

/* The length of the mark at `at` in `word` after which a line may end; 0 if there is none. */
static size_t break_after(struct text word, size_t at, bool address) {
    const char *s = word.data;
    size_t left = word.size - at;
    if (left > 3 && (memcmp(s + at, "–", 3) == 0 || memcmp(s + at, "—", 3) == 0))
        return at > 0 ? 3 : 0;
    if (at == 0 || left < 2)
        return 0;
    if (s[at] == '-')
        return (is_letter(s[at - 1]) || ascii_is_digit(s[at - 1])) && is_letter(s[at + 1]);
    if (s[at] == '/')
        return s[at + 1] != '/' && !(ascii_is_digit(s[at - 1]) && ascii_is_digit(s[at + 1]));
    return address && strchr(".?&=_", s[at]);
}

/* Cuts one word, run text [start, end) without spaces, at its inner breaks. */
static void add_word(struct boxer *boxer, size_t run, size_t start, size_t end, enum joint joint) {
    struct text word = text_slice(boxer->setting->runs[run].text, (struct span){start, end});
    bool address = word.size > 12 && is_address(word);
    size_t from = 0;
    for (size_t at = 0; at < word.size; at++) {
        size_t size = break_after(word, at, address);
        if (!size)
            continue;
        add_fitting(boxer, run, start + from, start + at + size, joint);
        joint = JOINT_INSIDE;
        from = at + size;
        at = from - 1;
    }
    add_fitting(boxer, run, start + from, end, joint);
}

/* How the word joins what stands before it. */
static enum joint joint_before(const struct boxer *boxer, struct text word) {
    if (!boxer->space)
        return JOINT_NONE;
    return boxer->no_break || tied(boxer->setting->template, boxer->before, word) ? JOINT_TIED
                                                                                  : JOINT_SPACE;
}

static bool no_break_space(struct text text, size_t at) {
    return text.data[at] == '\xC2' && at + 1 < text.size && text.data[at + 1] == '\xA0';
}

static void add_run(struct boxer *boxer, size_t run) {
    struct text text = boxer->setting->runs[run].text;
    bool part = boxer->setting->template->styles[boxer->setting->runs[run].style].hyphenate;
    boxer->hyphen_width = part ? width_of(boxer->setting, run, TEXT("-")) : 0;
    mpt space_width = width_of(boxer->setting, run, TEXT(" "));
    for (size_t at = 0; at < text.size;) {
        bool no_break = no_break_space(text, at);
        if (no_break || text.data[at] == ' ') {
            boxer->space_width = space_width;
            boxer->space = true;
            boxer->no_break |= no_break;
            at += no_break ? 2 : 1;
            continue;
        }
        size_t end = at;
        while (end < text.size && text.data[end] != ' ' && !no_break_space(text, end))
            end++;
        struct text word = text_slice(text, (struct span){at, end});
        add_word(boxer, run, at, end, joint_before(boxer, word));
        boxer->before = word;
        at = end;
    }
}

struct box *boxes_make(struct arena *arena, const struct setting *setting, size_t *count) {
    struct boxer boxer = {.arena = arena, .setting = setting};
    for (size_t run = 0; run < setting->run_count; run++)
        if (setting->runs[run].text.size)
            add_run(&boxer, run);
    *count = boxer.count;
    return boxer.at;
}
