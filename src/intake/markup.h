/* HTML and XML as a sequence of elements and texts. The only user of libxml2.
 *
 * Before: bytes. After: page_build.c, workbook.c and document.c, which keep what they need; no tree
 * is built, so that memory does not grow with the markup. Against texts made to be slow: elements
 * nest MARKUP_DEPTH deep at most and have MARKUP_ATTRIBUTES attributes at most, of names from a
 * store of bounded size (the parser compares each attribute with all before it); XML with a DTD,
 * thus with entities of its own, is refused. */
#ifndef TAKLIMAT_INTAKE_MARKUP_H
#define TAKLIMAT_INTAKE_MARKUP_H

#include "intake/fault.h"

#define MARKUP_DEPTH 512
#define MARKUP_ATTRIBUTES 250

/* What the parser tells. Names are without prefix; in HTML, in lower case. Texts are checked UTF-8
 * and may come in pieces. All is borrowed until the function returns. */
struct markup_sink {
    void *context;
    /* `attributes`: name, value (NULL in HTML where there is none), name, ..., NULL; or NULL */
    void (*open)(void *context, const char *name, const char *const *attributes);
    void (*close)(void *context, const char *name);
    void (*text)(void *context, struct text text);
    void (*comment)(void *context, struct text text); /* NULL if nobody asks */
};

/* Value of the attribute of this name; NULL if there is none. */
const char *markup_attribute(const char *const *attributes, const char *name);

/* Reads a whole page, as forgivingly as browsers do; `page` is checked UTF-8 without NUL. `known`:
 * names of elements and attributes that the sink asks for, ended by NULL; they are told even where
 * a page has more different names than are kept. False, with *fault, for what the limits above
 * forbid, or in a program built without libxml2. */
bool markup_read_page(struct text page, const char *const *known, const struct markup_sink *sink,
                      struct fault *fault);

struct markup; /* opaque: an XML text that arrives piece by piece */

/* Begins to read XML; `sink` must outlive it. NULL, with *fault, in a program built without
 * libxml2. */
struct markup *markup_open(const struct markup_sink *sink, struct fault *fault);

/* Reads the next bytes; the sink is called for all that is complete. False, with *fault, if they
 * are not well-formed, or what the limits forbid. */
bool markup_feed(struct markup *markup, const char *bytes, size_t size, struct fault *fault);

/* The end of the text was reached: the same for what was left open. */
bool markup_end(struct markup *markup, struct fault *fault);

/* NULL is allowed. */
void markup_close(struct markup *markup);

#endif
