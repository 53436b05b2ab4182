/* Names of elements, classes and ids, and what they say about the text in them: see page_parts.h.
 * From the saved pages of Indonesian outlets and of the programs that most of them run on
 * (WordPress, Drupal, Blogger). Called by page_build.c. */
#include <config.h>

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "intake/page_parts.h"

static const struct {
    const char *name;
    enum page_role role;
} roles[] = {
    {"a", PAGE_LINK},
    {"abbr", PAGE_INLINE},
    {"acronym", PAGE_INLINE},
    {"b", PAGE_INLINE},
    {"bdi", PAGE_INLINE},
    {"bdo", PAGE_INLINE},
    {"big", PAGE_INLINE},
    {"cite", PAGE_INLINE},
    {"code", PAGE_INLINE},
    {"data", PAGE_INLINE},
    {"del", PAGE_INLINE},
    {"dfn", PAGE_INLINE},
    {"em", PAGE_INLINE},
    {"font", PAGE_INLINE},
    {"i", PAGE_INLINE},
    {"img", PAGE_INLINE},
    {"ins", PAGE_INLINE},
    {"kbd", PAGE_INLINE},
    {"label", PAGE_INLINE},
    {"mark", PAGE_INLINE},
    {"nobr", PAGE_INLINE},
    {"o:p", PAGE_INLINE},
    {"q", PAGE_INLINE},
    {"s", PAGE_INLINE},
    {"samp", PAGE_INLINE},
    {"small", PAGE_INLINE},
    {"span", PAGE_INLINE},
    {"strike", PAGE_INLINE},
    {"strong", PAGE_INLINE},
    {"sub", PAGE_INLINE},
    {"sup", PAGE_INLINE},
    {"time", PAGE_INLINE},
    {"tt", PAGE_INLINE},
    {"u", PAGE_INLINE},
    {"var", PAGE_INLINE},
    {"wbr", PAGE_INLINE},
    {"br", PAGE_BREAK},
    {"hr", PAGE_BREAK},
    {"li", PAGE_ITEM},
    {"td", PAGE_ITEM},
    {"th", PAGE_ITEM},
    {"dt", PAGE_ITEM},
    {"dd", PAGE_ITEM},
    {"h1", PAGE_HEADING},
    {"article", PAGE_ARTICLE},
    {"main", PAGE_ARTICLE},
    {"body", PAGE_BODY},
    {"html", PAGE_BODY},
    {"title", PAGE_TITLE},
    {"meta", PAGE_META},
    {"link", PAGE_META},
    {"base", PAGE_META},
    {"script", PAGE_SCRIPT},
    {"style", PAGE_SKIP},
    {"noscript", PAGE_SKIP},
    {"template", PAGE_SKIP},
    {"svg", PAGE_SKIP},
    {"math", PAGE_SKIP},
    {"iframe", PAGE_SKIP},
    {"object", PAGE_SKIP},
    {"applet", PAGE_SKIP},
    {"canvas", PAGE_SKIP},
    {"video", PAGE_SKIP},
    {"audio", PAGE_SKIP},
    {"map", PAGE_SKIP},
    {"select", PAGE_SKIP},
    {"datalist", PAGE_SKIP},
    {"button", PAGE_SKIP},
    {"textarea", PAGE_SKIP},
    {"noframes", PAGE_SKIP},
    {"nav", PAGE_ASIDE},
    {"aside", PAGE_ASIDE},
    {"footer", PAGE_ASIDE},
    {"figcaption", PAGE_ASIDE},
    {"menu", PAGE_ASIDE},
    {"dialog", PAGE_ASIDE},
    {"p", PAGE_PARAGRAPH},
    {"pre", PAGE_PARAGRAPH},
    {"blockquote", PAGE_PARAGRAPH},
    {"h2", PAGE_PARAGRAPH},
    {"h3", PAGE_PARAGRAPH},
    {"h4", PAGE_PARAGRAPH},
    {"h5", PAGE_PARAGRAPH},
    {"h6", PAGE_PARAGRAPH},
    {"figure", PAGE_PARAGRAPH},
};

const char *const page_known_names[] = {
    "a",        "abbr",     "article",    "aside",  "audio",    "b",        "base",    "blockquote",
    "body",     "br",       "button",     "canvas", "caption",  "center",   "cite",    "class",
    "code",     "content",  "dd",         "del",    "details",  "dialog",   "div",     "dl",
    "dt",       "em",       "figcaption", "figure", "font",     "footer",   "form",    "h1",
    "h2",       "h3",       "h4",         "h5",     "h6",       "head",     "header",  "hr",
    "href",     "html",     "i",          "id",     "iframe",   "img",      "input",   "itemprop",
    "label",    "li",       "link",       "main",   "map",      "mark",     "meta",    "name",
    "nav",      "noscript", "object",     "ol",     "option",   "p",        "picture", "pre",
    "property", "q",        "rel",        "s",      "script",   "section",  "select",  "small",
    "source",   "span",     "strike",     "strong", "style",    "sub",      "summary", "sup",
    "svg",      "table",    "tbody",      "td",     "template", "textarea", "tfoot",   "th",
    "thead",    "time",     "title",      "tr",     "type",     "u",        "ul",      "video",
    "datetime", "hidden",   NULL};

/* Words of classes and ids, compared whole: "sidebar" is one of "left-sidebar" and "leftSidebar".
 */
static const struct {
    const char *word;
    enum page_mark mark;
} words[] = {
    {"comment", PAGE_BESIDE},
    {"comments", PAGE_BESIDE},
    {"commentlist", PAGE_BESIDE},
    {"komentar", PAGE_BESIDE},
    {"respond", PAGE_BESIDE},
    {"disqus", PAGE_BESIDE},
    {"related", PAGE_BESIDE},
    {"relatedposts", PAGE_BESIDE},
    {"terkait", PAGE_BESIDE},
    {"recommended", PAGE_BESIDE},
    {"recommendation", PAGE_BESIDE},
    {"rekomendasi", PAGE_BESIDE},
    {"terpopuler", PAGE_BESIDE},
    {"populer", PAGE_BESIDE},
    {"popular", PAGE_BESIDE},
    {"trending", PAGE_BESIDE},
    {"bacajuga", PAGE_BESIDE},
    {"lihatjuga", PAGE_BESIDE},
    {"readmore", PAGE_MAYBE},
    {"terbaru", PAGE_MAYBE},
    {"latest", PAGE_MAYBE},
    {"footer", PAGE_MAYBE},
    {"navbar", PAGE_MAYBE},
    {"navigation", PAGE_MAYBE},
    {"nav", PAGE_MAYBE},
    {"menu", PAGE_MAYBE},
    {"breadcrumb", PAGE_MAYBE},
    {"breadcrumbs", PAGE_MAYBE},
    {"sidebar", PAGE_MAYBE},
    {"widget", PAGE_MAYBE},
    {"share", PAGE_MAYBE},
    {"sharing", PAGE_MAYBE},
    {"sharedaddy", PAGE_MAYBE},
    {"social", PAGE_MAYBE},
    {"sosmed", PAGE_MAYBE},
    {"newsletter", PAGE_MAYBE},
    {"subscribe", PAGE_MAYBE},
    {"subscription", PAGE_MAYBE},
    {"tags", PAGE_MAYBE},
    {"tagcloud", PAGE_MAYBE},
    {"taglist", PAGE_MAYBE},
    {"cookie", PAGE_MAYBE},
    {"cookies", PAGE_MAYBE},
    {"consent", PAGE_MAYBE},
    {"modal", PAGE_MAYBE},
    {"popup", PAGE_MAYBE},
    {"banner", PAGE_MAYBE},
    {"ad", PAGE_MAYBE},
    {"adsbygoogle", PAGE_MAYBE},
    {"ads", PAGE_MAYBE},
    {"advertisement", PAGE_MAYBE},
    {"iklan", PAGE_MAYBE},
    {"promo", PAGE_MAYBE},
    {"sponsored", PAGE_MAYBE},
    {"pagination", PAGE_MAYBE},
    {"pager", PAGE_MAYBE},
    {"login", PAGE_MAYBE},
    {"copyright", PAGE_MAYBE},
    {"caption", PAGE_MAYBE},
};

/* Classes and ids of the element that holds the article's text, as whole words between blanks. */
static const char *const texts[] = {
    "entry-content",   "post-content",   "article-content",   "article-body",     "article__body",
    "articlebody",     "articlecontent", "article-text",      "article__content", "post-body",
    "post-entry",      "detail-text",    "detail__body-text", "detail-content",   "content-detail",
    "content-article", "detail_text",    "read__content",     "read-content",     "isi-berita",
    "isi-artikel",     "isi_berita",     "berita-isi",        "news-content",     "news-text",
    "news__content",   "single-content", "story-body",        "story-content",    "td-post-content",
    "txt-article",     "side-article",   "itp_bodycontent",   "body-content",     "field-name-body",
    "node-content",    "konten-berita",  "text-detail",       "artikel-isi",
};

enum page_role page_role_of(const char *name) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].name, name) == 0)
            return roles[i].role;
    return PAGE_BLOCK;
}

static enum page_mark mark_of_word(struct text word) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_ascii_nocase(word, text_of(words[i].word)))
            return words[i].mark;
    return PAGE_PLAIN;
}

/* The strongest mark of the words in `names`; a capital after a small letter begins another word.
 */
static enum page_mark mark_of_words(struct text names) {
    enum page_mark mark = PAGE_PLAIN;
    for (size_t i = 0, end; i<names.size; i = end> i ? end : i + 1) {
        end = i;
        while (
            end < names.size && ascii_is_letter(names.data[end]) &&
            (end == i || !ascii_is_upper(names.data[end]) || ascii_is_upper(names.data[end - 1])))
            end++;
        enum page_mark next = mark_of_word(text_slice(names, (struct span){i, end}));
        mark = next > mark ? next : mark;
    }
    return mark;
}

/* True if one of the names between blanks is that of an article's text. */
static bool names_text(struct text names) {
    for (size_t i = 0, end; i < names.size; i = end + 1) {
        for (end = i; end < names.size && names.data[end] != ' ';)
            end++;
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            if (text_equal_ascii_nocase(text_slice(names, (struct span){i, end}),
                                        text_of(texts[k])))
                return true;
    }
    return false;
}

/* Longer lists of classes say nothing more. */
#define NAMES_READ 400

static struct text names_in(const char *const *attributes, const char *attribute) {
    struct text names = text_of(markup_attribute(attributes, attribute));
    return text_slice(names, (struct span){0, NAMES_READ});
}

static bool is_hidden(const char *const *attributes) {
    struct text style = names_in(attributes, "style");
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp(attributes[0], "hidden") == 0)
            return true;
    return text_find(style, 0, TEXT("display:none")) < style.size ||
           text_find(style, 0, TEXT("display: none")) < style.size;
}

enum page_mark page_mark_of(const char *const *attributes) {
    struct text class = names_in(attributes, "class"), id = names_in(attributes, "id");
    struct text property = names_in(attributes, "itemprop");
    if (text_is(property, "articleBody") || names_text(class) || names_text(id))
        return PAGE_TEXT;
    if (is_hidden(attributes))
        return PAGE_HIDDEN;
    enum page_mark of_class = mark_of_words(class), of_id = mark_of_words(id);
    return of_class > of_id ? of_class : of_id;
}
