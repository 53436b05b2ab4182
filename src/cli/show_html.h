/* Writing text into a web page. Before: show_view.h's values. After: show_html.c, show_page.c. */
#ifndef TAKLIMAT_CLI_SHOW_HTML_H
#define TAKLIMAT_CLI_SHOW_HTML_H

#include "base/buffer.h"

/* Appends checked UTF-8 as the text of an element or of a quoted attribute, on one line: everything
 * with a meaning in HTML is escaped, controls are U+FFFD. */
void html_text(struct buffer *out, struct text text);

#endif
