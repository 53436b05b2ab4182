/* What a page's head, times and comments say about the article: see page_parts.h. Called by
 * page_build.c. */
#include <config.h>

#include <string.h>

#include "intake/page_parts.h"

/* Longer values are none. */
#define VALUE_MOST 2000

/* Names of meta elements (name, property, itemprop); the lower the rank, the more it is trusted. */
static const struct {
    const char *name;
    enum field field;
    int rank;
} metas[] = {
    {"og:title", FIELD_TITLE, 1},
    {"twitter:title", FIELD_TITLE, 4},
    {"dc.title", FIELD_TITLE, 4},
    {"article:published_time", FIELD_PUBLISHED, 1},
    {"datepublished", FIELD_PUBLISHED, 3},
    {"publishdate", FIELD_PUBLISHED, 3},
    {"publish-date", FIELD_PUBLISHED, 3},
    {"published_time", FIELD_PUBLISHED, 3},
    {"publisheddate", FIELD_PUBLISHED, 3},
    {"content_publisheddate", FIELD_PUBLISHED, 3},
    {"pubdate", FIELD_PUBLISHED, 3},
    {"dc.date.issued", FIELD_PUBLISHED, 3},
    {"dc.date", FIELD_PUBLISHED, 3},
    {"date", FIELD_PUBLISHED, 3},
    {"og:site_name", FIELD_PUBLISHER, 1},
    {"dc.publisher", FIELD_PUBLISHER, 3},
    {"publisher", FIELD_PUBLISHER, 3},
    {"application-name", FIELD_PUBLISHER, 4},
    {"og:url", FIELD_URL, 2},
    {"author", FIELD_AUTHOR, 2},
    {"article:author", FIELD_AUTHOR, 3},
    {"dc.creator", FIELD_AUTHOR, 3},
    {"content_author", FIELD_AUTHOR, 3},
};

static bool is_address(struct text value) {
    return text_starts(value, "http://") || text_starts(value, "https://");
}

void page_offer(struct page *page, enum field field, int rank, struct text value) {
    struct page_field *taken = &page->fields[field];
    value = text_trim(value);
    bool fits =
        value.size > 0 && value.size <= VALUE_MOST && is_address(value) == (field == FIELD_URL);
    if (fits && (!taken->value.data || rank < taken->rank))
        *taken = (struct page_field){arena_copy(page->arena, value), rank};
}

static void take_meta(struct page *page, const char *const *attributes) {
    static const char *const keys[] = {"property", "name", "itemprop"};
    struct text content = text_of(markup_attribute(attributes, "content"));
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        struct text key = text_trim(text_of(markup_attribute(attributes, keys[k])));
        for (size_t i = 0; key.size > 0 && i < sizeof metas / sizeof *metas; i++)
            if (text_equal_ascii_nocase(key, text_of(metas[i].name)))
                page_offer(page, metas[i].field, metas[i].rank, content);
    }
}

static void take_link(struct page *page, const char *const *attributes) {
    struct text relation = text_of(markup_attribute(attributes, "rel"));
    if (text_equal_ascii_nocase(relation, TEXT("canonical")))
        page_offer(page, FIELD_URL, 1, text_of(markup_attribute(attributes, "href")));
}

/* <time datetime="2024-08-05T10:12:00+07:00">; with itemprop it is known to be the article's. */
static void take_time(struct page *page, const char *const *attributes) {
    struct text property = text_of(markup_attribute(attributes, "itemprop"));
    bool known = text_is(property, "datePublished");
    page_offer(page, FIELD_PUBLISHED, known ? 3 : 5,
               text_of(markup_attribute(attributes, "datetime")));
}

void page_take_element(struct page *page, const char *name, const char *const *attributes) {
    if (strcmp(name, "meta") == 0)
        take_meta(page, attributes);
    else if (strcmp(name, "link") == 0)
        take_link(page, attributes);
    else if (strcmp(name, "time") == 0)
        take_time(page, attributes);
}

/* What browsers write at the head of a page that they save: saved from url=(0031)https://... */
void page_take_comment(struct page *page, struct text comment) {
    static const struct text mark = TEXT("saved from url=(");
    size_t at = text_find(comment, 0, mark);
    size_t end = text_find(comment, at, TEXT(")"));
    if (at < comment.size && end < comment.size)
        page_offer(page, FIELD_URL, 4, text_slice(comment, (struct span){end + 1, comment.size}));
}
