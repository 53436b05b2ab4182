/* HTML and XML: see markup.h. page_build.c, workbook.c and document.c stand after it. */
#include <config.h>

#include "intake/markup.h"

#include <string.h>

#include "base/memory.h"
#include "base/translate.h"

const char *markup_attribute(const char *const *attributes, const char *name) {
    for (; attributes && attributes[0]; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

#ifdef HAVE_LIBXML2

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

/* Bytes that names of elements and attributes may take; the parser takes them in blocks, of which
 * the last may begin below the limit. Pages of news have some 2 kB of names, workbooks less. */
#define NAMES_MOST 4500

struct markup {
    const struct markup_sink *sink;
    xmlParserCtxtPtr parser; /* owned */
    size_t depth;
    struct fault *fault; /* of the call under way */
    bool stopped;
};

static void stop(struct markup *markup, const char *reason, const char *message) {
    fault_set(markup->fault, reason, 0, message);
    markup->stopped = true;
    xmlStopParser(markup->parser);
}

/* The name without its prefix. */
static const char *local_name(const xmlChar *name) {
    const char *colon = strchr((const char *)name, ':');
    return colon ? colon + 1 : (const char *)name;
}

static void take_open(void *context, const xmlChar *name, const xmlChar **attributes) {
    struct markup *markup = context;
    const char *local[2 * MARKUP_ATTRIBUTES + 1];
    size_t count = 0;
    if (markup->stopped)
        return;
    if (markup->depth++ == MARKUP_DEPTH) {
        stop(markup, "too_deep", N_("elements are nested more than 512 deep"));
        return;
    }
    for (; attributes && attributes[count]; count += 2) {
        if (count == 2 * MARKUP_ATTRIBUTES) {
            stop(markup, "too_large", N_("an element has more than 250 attributes"));
            return;
        }
        local[count] = local_name(attributes[count]);
        local[count + 1] = (const char *)attributes[count + 1];
    }
    local[count] = NULL;
    markup->sink->open(markup->sink->context, local_name(name), local);
}

static void take_close(void *context, const xmlChar *name) {
    struct markup *markup = context;
    if (markup->stopped)
        return;
    markup->depth--;
    markup->sink->close(markup->sink->context, local_name(name));
}

static void take_text(void *context, const xmlChar *bytes, int size) {
    struct markup *markup = context;
    if (!markup->stopped && size > 0)
        markup->sink->text(markup->sink->context, (struct text){(const char *)bytes, (size_t)size});
}

static void take_comment(void *context, const xmlChar *bytes) {
    struct markup *markup = context;
    if (!markup->stopped && markup->sink->comment)
        markup->sink->comment(markup->sink->context, text_of((const char *)bytes));
}

static void refuse_dtd(void *context, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
    (void)name, (void)external, (void)system;
    stop(context, "bad_archive", N_("has a DTD, which no office program writes"));
}

static const xmlSAXHandler handlers = {
    .startElement = take_open,
    .endElement = take_close,
    .characters = take_text,
    .ignorableWhitespace = take_text,
    .cdataBlock = take_text,
    .comment = take_comment,
};

static void keep_names_few(xmlParserCtxtPtr parser) { xmlDictSetLimit(parser->dict, NAMES_MOST); }

bool markup_read_page(struct text page, const char *const *known, const struct markup_sink *sink,
                      struct fault *fault) {
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser || page.size > INT32_MAX) {
        htmlFreeParserCtxt(parser);
        return fault_set(fault, "too_large", 0, "the page is too large");
    }
    struct markup markup = {.sink = sink, .parser = parser, .fault = fault};
    *parser->sax = handlers;
    parser->userData = &markup;
    for (; *known; known++)
        xmlDictLookup(parser->dict, (const xmlChar *)*known, -1);
    keep_names_few(parser);
    xmlDocPtr tree =
        htmlCtxtReadMemory(parser, page.data, (int)page.size, NULL, "UTF-8",
                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                               HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    xmlFreeDoc(tree); /* none is built */
    htmlFreeParserCtxt(parser);
    return !markup.stopped;
}

struct markup *markup_open(const struct markup_sink *sink, struct fault *fault) {
    (void)fault;
    struct markup *markup = memory_alloc_array(1, sizeof *markup);
    xmlSAXHandler sax = handlers;
    sax.internalSubset = refuse_dtd;
    markup->sink = sink;
    markup->parser = xmlCreatePushParserCtxt(&sax, markup, NULL, 0, NULL);
    if (markup->parser) {
        xmlCtxtUseOptions(markup->parser,
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
        keep_names_few(markup->parser);
    }
    return markup;
}

static bool feed(struct markup *markup, const char *bytes, size_t size, bool last,
                 struct fault *fault) {
    markup->fault = fault;
    bool good = markup->parser && !markup->stopped &&
                xmlParseChunk(markup->parser, bytes, (int)size, last) == 0;
    if (good && !markup->stopped)
        return true;
    markup->stopped = true;
    return fault_set(fault, "bad_archive", 0, "is damaged: its XML is not well-formed");
}

bool markup_feed(struct markup *markup, const char *bytes, size_t size, struct fault *fault) {
    return feed(markup, bytes, size, false, fault);
}

bool markup_end(struct markup *markup, struct fault *fault) {
    return feed(markup, "", 0, true, fault);
}

void markup_close(struct markup *markup) {
    if (!markup)
        return;
    xmlFreeParserCtxt(markup->parser);
    memory_free(markup);
}

#else

static const char message[] =
    N_("this taklimat was built without libxml2, and cannot read pages, workbooks and documents");

bool markup_read_page(struct text page, const char *const *known, const struct markup_sink *sink,
                      struct fault *fault) {
    (void)page, (void)known, (void)sink;
    return fault_set(fault, "unsupported", 0, message);
}

struct markup *markup_open(const struct markup_sink *sink, struct fault *fault) {
    (void)sink;
    fault_set(fault, "unsupported", 0, message);
    return NULL;
}

bool markup_feed(struct markup *markup, const char *bytes, size_t size, struct fault *fault) {
    (void)markup, (void)bytes, (void)size;
    return fault_set(fault, "unsupported", 0, message);
}

bool markup_end(struct markup *markup, struct fault *fault) {
    return markup_feed(markup, "", 0, fault);
}

void markup_close(struct markup *markup) { (void)markup; }

#endif
