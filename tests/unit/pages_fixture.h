/* Small pages made by hand, for the tests of src/pdf. */
#ifndef TAKLIMAT_TESTS_PAGES_FIXTURE_H
#define TAKLIMAT_TESTS_PAGES_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "pdf/pdf.h"

#define FIXTURE_WIDTH 595276
#define FIXTURE_HEIGHT 841890

static inline const char *fixture_folder(const char *variable) {
    const char *folder = getenv(variable);
    return folder ? folder : ".";
}

static inline struct fonts *fixture_fonts(void) {
    struct error error = {0};
    struct fonts *fonts = fonts_open(fixture_folder("TAKLIMAT_FONTS"), &error);
    if (!fonts)
        fprintf(stderr, "%s: %s\n", error.file, error.message);
    return fonts;
}

/* `count` empty pages labelled 1, 2, 3. */
static inline struct pages fixture_pages(size_t count) {
    struct pages pages = {.width = FIXTURE_WIDTH, .height = FIXTURE_HEIGHT, .count = count};
    pages.at = arena_alloc_array(&pages.arena, count, sizeof *pages.at);
    for (size_t i = 0; i < count; i++)
        pages.at[i].label = arena_printf(&pages.arena, "%zu", i + 1);
    pages.title = TEXT("Taklimat Bulanan \xE2\x80\x93 Desember 2024");
    pages.author = TEXT("Redaksi \xE2\x80\x9CKabar Uji\xE2\x80\x9D");
    pages.subject = TEXT("Imbauan (uji)");
    pages.keywords = TEXT("imbauan, netralitas");
    pages.language = TEXT("id");
    return pages;
}

static inline void fixture_free(struct pages *pages) { arena_free(&pages->arena); }

/* Appends an item to a page; the page has room for 32. */
static inline struct item *fixture_item(struct pages *pages, size_t page, enum item_kind kind) {
    struct page *to = &pages->at[page];
    if (!to->items)
        to->items = arena_alloc_array(&pages->arena, 32, sizeof *to->items);
    struct item *item = &to->items[to->item_count++];
    item->kind = kind;
    return item;
}

static inline struct item *fixture_text(struct pages *pages, size_t page, enum face face, mpt size,
                                        mpt y, const char *string) {
    struct item *item = fixture_item(pages, page, ITEM_TEXT);
    item->role = ROLE_P;
    item->element = (uint32_t)(pages->at[page].item_count);
    item->of.text = (struct item_text){
        .x = 57000, .baseline = y, .face = face, .size = size, .text = text_of(string)};
    return item;
}

static inline void fixture_link(struct pages *pages, size_t page, mpt y, size_t destination,
                                const char *uri) {
    struct item *item = fixture_item(pages, page, ITEM_LINK);
    item->of.link = (struct item_link){57000, y, 100000, 12000, destination, text_of(uri)};
}

#endif
