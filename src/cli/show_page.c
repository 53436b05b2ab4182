/* The web page around articles: see show_view.h. Before: show_html.c. After: a browser. One file
 * that loads nothing and runs nothing. */
#include <config.h>

#include "cli/show_html.h"
#include "cli/show_view.h"

/* Every pair of colours has a contrast of at least 7:1 (WCAG 2.2, AAA), and kinds differ by their
 * line, too. */
static const char style[] =
    ":root{color-scheme:light}\n"
    "body{margin:0 auto;max-width:44rem;padding:1rem;font:1.0625rem/1.6 Georgia,serif;"
    "color:#1a1a1a;background:#fff}\n"
    "h1,h2,h3,dl,nav,.legend,.number,.label,.skip{font-family:system-ui,sans-serif}\n"
    "h1{font-size:1.25rem}h2{font-size:1.5rem;line-height:1.3}h3{font-size:1.125rem}\n"
    "article{border-top:2px solid #1a1a1a;margin-top:2rem}\n"
    "a{color:#0b3d91}a:focus-visible{outline:3px solid #0b3d91;outline-offset:2px}\n"
    "dl{font-size:.875rem;margin:.5rem 0}dl div{display:flex;gap:.75rem}\n"
    "dt{flex:0 0 6.5rem;color:#444}dd{margin:0;overflow-wrap:anywhere}\n"
    ".text{overflow-wrap:anywhere}\n"
    ".quote{background:#d9f2d9;border-bottom:2px solid #14532d}\n"
    ".statement{background:#d8ebfa;border-bottom:2px dotted #0b3d91}\n"
    ".advisory{background:#f9def5;border-bottom:4px double #701a5b}\n"
    ".citation{background:#fff0b8;border-bottom:2px dashed #5c4300}\n"
    ".backref{background:#e8e2fb;border-bottom:1px solid #3b2a80}\n"
    ".number{font-size:.75rem;font-weight:bold;padding:0 .3em;margin:0 .15em;"
    "text-decoration:none;border:1px solid #0b3d91;border-radius:.5em}\n"
    ".cut{color:#545454;font-style:italic}\n"
    ".facts li{margin:0 0 1rem;padding:.25rem}\n"
    ":target{outline:3px solid #b45309;outline-offset:2px}\n"
    ".legend{list-style:none;padding:0}.legend li{display:inline-block;margin:0 1rem .5rem 0}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);"
    "white-space:nowrap}\n"
    ".skip{position:absolute;left:-999rem}.skip:focus{position:static}\n"
    "@media print{.skip{display:none}}\n";

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<title>Articles with their facts</title>\n<style>\n";

static const char opening[] =
    "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#articles\">To the articles</a>\n"
    "<header>\n<h1>Articles with their facts</h1>\n"
    "<p>Each passage in which something was found bears a number that leads to what is known "
    "about it; from there the kind leads back. What was cut as no part of the news is grey.</p>\n"
    "<ul class=\"legend\">\n"
    "<li><span class=\"quote\">quote</span></li>\n"
    "<li><span class=\"statement\">statement</span></li>\n"
    "<li><span class=\"advisory\">advisory</span></li>\n"
    "<li><span class=\"citation\">citation</span></li>\n"
    "<li><span class=\"backref\">back-reference</span></li>\n</ul>\n</header>\n";

void show_html_page(struct text articles, struct text entries, size_t count, struct buffer *out) {
    buffer_string(out, head);
    buffer_string(out, style);
    buffer_string(out, opening);
    if (count > 1) {
        buffer_string(out, "<nav aria-label=\"Articles\">\n<h2>Articles</h2>\n<ol>\n");
        buffer_text(out, entries);
        buffer_string(out, "</ol>\n</nav>\n");
    }
    buffer_string(out, "<main id=\"articles\">\n");
    buffer_text(out, articles);
    buffer_string(out, "</main>\n</body>\n</html>\n");
}
