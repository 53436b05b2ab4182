/* What a page says about its article to search engines, as JSON of schema.org's words in a script:
 * see page_parts.h. Called by page_build.c. */
#include <config.h>

#include "base/json_read.h"
#include "base/utf8.h"
#include "intake/page_parts.h"

/* Lists in graphs in lists. */
#define DATA_DEPTH 4

static bool is_kind(const struct cJSON *kind) {
    struct text name = json_get_text(kind);
    return text_ends(name, "Article") || text_ends(name, "Posting");
}

/* "@type" is a name or a list of them. */
static bool is_article(const struct cJSON *object) {
    const struct cJSON *kind = json_get(object, "@type");
    if (!json_is_array(kind))
        return is_kind(kind);
    const struct cJSON *one = json_first(kind);
    while (one && !is_kind(one))
        one = json_next(one);
    return one != NULL;
}

/* A name, an object that has one, or the first of a list of them. */
static struct text name_in(const struct cJSON *value) {
    if (json_is_array(value))
        value = json_first(value);
    return json_get_text(json_is_object(value) ? json_get(value, "name") : value);
}

static void take_article(struct page *page, const struct cJSON *article) {
    struct text said = json_get_text(json_get(article, "articleBody"));
    page_offer(page, FIELD_TITLE, 2, json_get_text(json_get(article, "headline")));
    page_offer(page, FIELD_PUBLISHED, 2, json_get_text(json_get(article, "datePublished")));
    page_offer(page, FIELD_PUBLISHER, 2, name_in(json_get(article, "publisher")));
    page_offer(page, FIELD_AUTHOR, 1, name_in(json_get(article, "author")));
    page_offer(page, FIELD_URL, 3, json_get_text(json_get(article, "url")));
    if (!page->said.data && said.size > 0)
        page->said = arena_copy(page->arena, said);
}

static void look_for_article(struct page *page, const struct cJSON *value, size_t depth) {
    if (depth == DATA_DEPTH)
        return;
    if (json_is_object(value) && is_article(value))
        take_article(page, value);
    if (json_is_object(value))
        value = json_get(value, "@graph");
    for (const struct cJSON *one = json_is_array(value) ? json_first(value) : NULL; one;
         one = json_next(one))
        look_for_article(page, one, depth + 1);
}

void page_take_data(struct page *page, struct text json) {
    struct error error = {0};
    struct cJSON *value = json_parse(text_trim(json), EXIT_BAD_DATA, &error);
    if (!value)
        return; /* broken data say nothing */
    look_for_article(page, value, 0);
    json_free(value);
}
