/* A measure without fonts and a way to read pages back, for the tests of src/layout. */
#ifndef TAKLIMAT_TESTS_LAYOUT_FIXTURE_H
#define TAKLIMAT_TESTS_LAYOUT_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/template.h"

/* Every character is half an em wide, whatever the face. */
static inline mpt fixture_width(void *context, enum face face, mpt size, struct text text) {
    (void)context;
    (void)face;
    return (mpt)utf8_length(text) * (size / 2);
}

/* The face has Latin letters and punctuation, nothing else. */
static inline bool fixture_has(void *context, enum face face, uint32_t c) {
    (void)context;
    (void)face;
    return c < 0x250 || (c >= 0x2010 && c <= 0x2026);
}

static inline struct measure fixture_measure(void) {
    return (struct measure){NULL, fixture_width, fixture_has};
}

static inline const char *fixture_template_path(const char *name) {
    static char path[1024];
    const char *folder = getenv("TAKLIMAT_TEMPLATES");
    snprintf(path, sizeof path, "%.900s/%.80s.json", folder ? folder : "templates", name);
    return path;
}

static inline struct template *fixture_template(const char *name) {
    struct error error = {0};
    struct template *template = template_load(fixture_template_path(name), &error);
    ck_assert_msg(template != NULL, "%s: %s", error.file, error.message);
    return template;
}

/* Opens the items of all pages, so that tests can look at them; the pages own them. */
static inline void fixture_open(struct pages *pages) {
    for (size_t i = 0; i < pages->count; i++)
        pages->at[i] = pages_open(pages, i, &pages->arena);
}

/* All text of the pages that is not page furniture, in reading order, a space after each piece. The
 * caller frees with buffer_free. */
static inline struct buffer fixture_words(const struct pages *pages) {
    struct buffer out = {0};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            const struct item *item = &pages->at[p].items[i];
            if (item->kind != ITEM_TEXT || item->role == ROLE_ARTIFACT)
                continue;
            buffer_text(&out, item->of.text.text);
            buffer_char(&out, ' ');
        }
    return out;
}

/* Words with the breaks that lines bring taken out: single spaces, no hyphens between letters at a
 * line's end. */
static inline struct buffer fixture_squeezed(const struct pages *pages) {
    struct buffer words = fixture_words(pages), out = {0};
    for (size_t i = 0; i < words.size; i++) {
        bool hyphen = words.data[i] == '-' && i + 2 < words.size && words.data[i + 1] == ' ' &&
                      words.data[i + 2] >= 'a';
        if (hyphen)
            i++;
        else if (words.data[i] != ' ' || out.size == 0 || out.data[out.size - 1] != ' ')
            buffer_char(&out, words.data[i]);
    }
    buffer_free(&words);
    return out;
}

static inline bool fixture_contains(const struct buffer *words, const char *needle) {
    return text_find(buffer_view(words), 0, text_of(needle)) < words->size;
}

#endif
