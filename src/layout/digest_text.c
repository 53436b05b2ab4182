/* The digest: see digest_text.h. Before: compose.c. */
#include <config.h>

#include "layout/digest_text.h"

#include "base/utf8.h"
#include "layout/attention.h"
#include "layout/front_words.h"
#include "layout/highlights.h"

#define CONCERNS 4 /* kinds of what is to check that are told */

/* A digest being written. */
struct digest {
    const struct composer *composer;
    struct buffer out;
    size_t lines; /* of a screen */
};

static const struct text *labels_of(const struct composer *composer) {
    return composer->template->labels;
}

/* Lines of a screen. A word that a line has no room for may cost one more a line than counted. */
static size_t lines_of(struct text paragraph) {
    size_t length = utf8_length(paragraph);
    return length ? (length + DIGEST_COLUMNS - 1) / DIGEST_COLUMNS : 1;
}

/* What stands for a character that messengers take for markup; 0: nothing stands for it. */
static uint32_t harmless(uint32_t c) {
    switch (c) {
    case '*':
        return 0x2217; /* asterisk operator */
    case '_':
        return 0x2017; /* double low line */
    case '~':
        return 0x223C; /* tilde operator */
    case '`':
        return 0x2018; /* left single quotation mark */
    default:
        return utf8_is_ignorable(c) ? 0 : c;
    }
}

/* A paragraph, with any white space and controls in it as single spaces. */
static void put(struct digest *digest, struct text paragraph) {
    bool space = false;
    size_t start = digest->out.size;
    for (size_t at = 0, size; at < paragraph.size; at += size) {
        uint32_t c = utf8_decode(paragraph, at, &size);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || utf8_is_space(c)) {
            space = digest->out.size > start;
            continue;
        }
        char bytes[4];
        c = harmless(c);
        if (c && space)
            buffer_char(&digest->out, ' ');
        space = space && !c;
        if (c)
            buffer_append(&digest->out, bytes, utf8_encode(c, bytes));
    }
    digest->lines += lines_of((struct text){digest->out.data + start, digest->out.size - start});
    buffer_char(&digest->out, '\n');
}

static void put_gap(struct digest *digest) {
    buffer_char(&digest->out, '\n');
    digest->lines++;
}

static void put_head(struct digest *digest, struct text title, struct text issue) {
    const struct composer *composer = digest->composer;
    const struct house *house = composer->house;
    if (house->organisation.size)
        put(digest, house->organisation);
    put(digest, title);
    put(digest, house->number.size
                    ? arena_concat(composer->arena, issue, TEXT(" · "), house->number)
                    : issue);
    put_gap(digest);
    put(digest, front_headline(composer));
}

/* "Artikel: 69 · dari 30 media · +3 dari Juli" */
static void put_figures(struct digest *digest) {
    struct arena *arena = digest->composer->arena;
    struct front_figure figures[FRONT_FIGURES];
    front_figures(digest->composer, figures);
    for (size_t i = 0; i < FRONT_FIGURES; i++) {
        struct text line = arena_concat(arena, figures[i].label, TEXT(": "), figures[i].value);
        line = arena_concat(arena, line, TEXT(" · "), figures[i].note);
        if (figures[i].change.size)
            line = arena_concat(arena, line, TEXT(" · "), figures[i].change);
        put(digest, line);
    }
}

/* "Kabar Uji, 5 Agu 2024 [12]" */
static struct text source_of(const struct composer *composer, size_t story) {
    struct arena *arena = composer->arena;
    const struct story *told = &composer->finished->stories[story];
    struct text source =
        arena_concat(arena, publisher_of(composer, story_facts(composer, story)), TEXT(", "),
                     wording_short_day(arena, composer->template, told->day));
    return arena_concat(arena, source, arena_printf(arena, " [%zu]", told->number), TEXT(""));
}

/* "• Kab. Contoh: words — Name, position (Kabar Uji, 5 Agu 2024 [12])" */
static struct text highlight_line(const struct composer *composer,
                                  const struct highlight *highlight) {
    struct highlight_said said = highlight_read(composer, highlight);
    struct text speaker = labels_of(composer)[LABEL_SPEAKER_UNKNOWN];
    if (said.known)
        speaker = arena_concat(composer->arena, said.name,
                               said.name.size && said.position.size ? TEXT(", ") : TEXT(""),
                               said.position);
    struct fill fills[] = {{"place", chapter_short_name(composer, highlight->chapter->chapter)},
                           {"words", said.words},
                           {"speaker", speaker},
                           {"source", source_of(composer, highlight->directive->story)},
                           {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_DIGEST_HIGHLIGHT, fills);
}

/* The highlights that leave `reserve` lines for what follows; their heading before them. */
static void put_highlights(struct digest *digest, size_t reserve) {
    const struct composer *composer = digest->composer;
    const struct leads *leads = composer->leads;
    bool none = composer->edition->figures.directives == 0;
    if (leads->count == 0 && !none)
        return;
    put_gap(digest);
    put(digest, labels_of(composer)[none ? LABEL_HIGHLIGHTS_NONE : LABEL_HIGHLIGHTS]);
    size_t before = digest->lines;
    for (size_t i = 0; i < leads->count; i++) {
        struct text line = highlight_line(composer, &leads->at[i]);
        if (digest->lines == before || digest->lines + lines_of(line) + reserve <= DIGEST_LINES)
            put(digest, line);
    }
}

/* "Perlu diperiksa: 3 kutipan tanpa penutur yang jelas; 2 catatan ditolak; 5 lainnya" */
static struct text attention_line(const struct composer *composer) {
    struct arena *arena = composer->arena;
    struct concerns concerns;
    size_t rest = 0;
    struct text line = labels_of(composer)[LABEL_ATTENTION];
    attention_list(composer, &concerns);
    if (concerns.count == 0)
        return labels_of(composer)[LABEL_ATTENTION_NONE];
    for (size_t i = 0; i < concerns.count; i++) {
        const struct concern *concern = &concerns.at[i];
        if (i >= CONCERNS) {
            rest += concern->count;
            continue;
        }
        line = arena_concat(arena, line, i ? TEXT("; ") : TEXT(": "),
                            wording_number(arena, composer->template, concern->count));
        line = arena_concat(arena, line, TEXT(" "), concern->what);
    }
    return rest ? arena_concat(
                      arena, line, TEXT("; "),
                      wording_count(arena, composer->template, LABEL_DIGEST_REST, rest, NULL))
                : line;
}

struct text digest_text(const struct composer *composer, struct text title, struct text issue,
                        struct arena *arena) {
    struct digest digest = {.composer = composer};
    struct text no_news = front_no_news(composer);
    put_head(&digest, title, issue);
    if (no_news.size) {
        put(&digest, no_news);
    } else {
        struct text attention = attention_line(composer),
                    note = labels_of(composer)[LABEL_DIGEST_SOURCES];
        bool notes = composer->leads->count > 0;
        put_figures(&digest);
        put_highlights(&digest, 1 + lines_of(attention) + (notes ? 1 + lines_of(note) : 0));
        put_gap(&digest);
        put(&digest, attention);
        if (notes) {
            put_gap(&digest);
            put(&digest, note);
        }
    }
    struct text copy = arena_copy(arena, buffer_view(&digest.out));
    buffer_free(&digest.out);
    return copy;
}
