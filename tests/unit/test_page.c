/* Saved pages: the main text and what the page says about it. The pages stand in tests/input, with
 * what should be read from them. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "intake/page.h"
#include "support.h"

static struct arena arena;

static void put_field(struct buffer *out, const char *name, struct text value) {
    if (value.size > 0)
        buffer_printf(out, "%s: %.*s\n", name, (int)value.size, value.data);
}

/* The record as "title: ...", then an empty line and the text; "!reason" for a fault. */
static void read_page(struct text bytes, struct buffer *out) {
    struct record record;
    struct fault fault = {0};
    buffer_clear(out);
    if (!page_read(bytes, &arena, &record, &fault)) {
        buffer_printf(out, "!%s", fault.reason);
        return;
    }
    put_field(out, "title", record.fields[FIELD_TITLE]);
    put_field(out, "published", record.fields[FIELD_PUBLISHED]);
    put_field(out, "publisher", record.fields[FIELD_PUBLISHER]);
    put_field(out, "url", record.fields[FIELD_URL]);
    put_field(out, "author", record.fields[FIELD_AUTHOR]);
    put_field(out, "converted", record.converted);
    buffer_char(out, '\n');
    buffer_text(out, record.fields[FIELD_TEXT]);
    buffer_char(out, '\n');
}

static void read_input(const char *name, const char *ending, struct buffer *out) {
    char path[1024];
    struct error error = {0};
    const char *sources = getenv("top_srcdir");
    snprintf(path, sizeof path, "%s/tests/input/%s.%s", sources ? sources : ".", name, ending);
    ck_assert_msg(file_read(path, 0, out, &error), "%s: %s", path, error.message);
}

static const char *const saved[] = {"wordpress", "portal", "lama", "tanpa-nama"};

START_TEST(saved_pages_are_read) {
    struct buffer page = {0}, wanted = {0}, out = {0};
    read_input(saved[_i], "html", &page);
    read_input(saved[_i], "txt", &wanted);
    read_page(buffer_view(&page), &out);
    ck_assert_msg(text_equal(buffer_view(&out), buffer_view(&wanted)), "%s:\n%.*s", saved[_i],
                  (int)out.size, out.data);
    buffer_free(&page);
    buffer_free(&wanted);
    buffer_free(&out);
}
END_TEST

#define LONG "Bupati Wonogiri meminta aparatur sipil negara menjaga netralitas dalam pemilihan."
#define PARAGRAPH "<p>" LONG "</p>"

static const struct {
    const char *page, *read;
} pages[] = {
    {"", "\n\n"},
    {"bukan halaman", "\nbukan halaman\n"},
    {PARAGRAPH, "\n" LONG "\n"},
    {"<p>" LONG " a &lt; b &amp; c &eacute;&#8220;&#x201D;&bogus;\n\n  d</p>",
     "\n" LONG " a < b & c é“”&bogus; d\n"},
    {"<title>Judul &amp; Isi</title>" PARAGRAPH, "title: Judul & Isi\n\n" LONG "\n"},
    /* only the article's own date, address and author */
    {"<meta property='og:url' content='/relatif'><meta name='author' "
     "content='https://x.example'>" PARAGRAPH,
     "\n" LONG "\n"},
    {"<meta name=\"pubdate\" content=\"2024-08-05\"><time "
     "datetime=\"2020-01-01\"></time>" PARAGRAPH,
     "published: 2024-08-05\n\n" LONG "\n"},
    {"<time datetime=\"2024-08-05\">kemarin</time>" PARAGRAPH,
     "published: 2024-08-05\n\nkemarin\n\n" LONG "\n"},
    /* scripts would fill it; the page's data have the text */
    {"<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"articleBody\":\"" LONG
     "\"}]</script><div id=app></div>",
     "\n" LONG "\n"},
    /* a comment longer than the article; a class that says something of the whole page */
    {"<body class=comments-open><div class='main sidebar-right'>" PARAGRAPH
     "</div><div id=comments><p>" LONG " " LONG "</p></div>",
     "\n" LONG "\n"},
    /* unclosed, misnested, in a place where no text may be */
    {"<table><b><p>" LONG "<i>miring</table></b> lagi", "\n" LONG "miring\n\nlagi\n"},
    {"\xEF\xBB\xBF<meta charset=latin1><p>kafé " LONG, "\nkafé " LONG "\n"},
    {"<meta charset=koi8-r><p>\xC1\xC2 " LONG, "converted: koi8-r\n\nаб " LONG "\n"},
    {"<meta charset=no-such-thing><p>\x93netral\x94 " LONG,
     "converted: Windows-1252\n\n“netral” " LONG "\n"},
    {"<p>\xE2\x80\x9Cnetral\xE2\x80\x9D \xFF", "!not_utf8"},
};

START_TEST(pages_are_read) {
    struct buffer out = {0};
    read_page(text_of(pages[_i].page), &out);
    ck_assert_msg(text_is(buffer_view(&out), pages[_i].read), "%s\ngives\n%.*s", pages[_i].page,
                  (int)out.size, out.data);
    buffer_free(&out);
}
END_TEST

START_TEST(utf16_is_told) {
    static const char page[] = "\xFF\xFE<\0p\0>\0K\0a\0t\0a\0";
    struct buffer out = {0};
    read_page((struct text){page, sizeof page - 1}, &out);
    ck_assert(text_is(buffer_view(&out), "converted: UTF-16LE\n\nKata\n"));
    read_page((struct text){"<p>a\0b", 6}, &out);
    ck_assert(text_is(buffer_view(&out), "!not_text"));
    buffer_free(&out);
}
END_TEST

/* Markup made to be slow: HEAD, then UNIT a hundred thousand times. */
static const struct {
    const char *head, *unit, *begins;
} hostile[] = {
    {"", "<div>", "!too_deep"},
    {"<div ", "a# ", "!too_large"},
    {"<p>", "<p a=1 a=1>", "\n"},
    {"", "<", "\n<"},
    {"<p>", "&", "\n&"},
    {"", "<!--", "\n"},
    {"", "<script>", "\n"},
    {"<b><b><b><b>", "</i>", "\n"},
    {"<script type=application/ld+json>", "[", "\n"},
    {"<p class=\"", "nav-", "\n"},
};

START_TEST(hostile_pages_are_bounded) {
    struct buffer page = {0}, out = {0};
    buffer_string(&page, hostile[_i].head);
    for (size_t i = 0; i < 100000; i++)
        for (const char *unit = hostile[_i].unit; *unit; unit++)
            if (*unit == '#')
                buffer_printf(&page, "%zu", i);
            else
                buffer_char(&page, *unit);
    read_page(buffer_view(&page), &out);
    ck_assert_msg(text_starts(buffer_view(&out), hostile[_i].begins), "%.60s", out.data);
    buffer_free(&page);
    buffer_free(&out);
}
END_TEST

/* Without the library there is nothing to test. */
#ifdef HAVE_LIBXML2
#define READS_PAGES true
#else
#define READS_PAGES false
#endif

int main(void) {
    Suite *suite = suite_create("page");
    TCase *tcase = tcase_create("page");
    if (READS_PAGES) {
        tcase_add_loop_test(tcase, saved_pages_are_read, 0, sizeof saved / sizeof *saved);
        tcase_add_loop_test(tcase, pages_are_read, 0, sizeof pages / sizeof *pages);
        tcase_add_test(tcase, utf16_is_told);
        tcase_add_loop_test(tcase, hostile_pages_are_bounded, 0, sizeof hostile / sizeof *hostile);
    }
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
