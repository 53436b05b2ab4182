/* Metadata as XMP and the output intent: see archive.h. The rest that PDF/A-1 asks for is done
 * where it belongs: fonts are embedded whole but for unused glyphs (embed.c), links are printed
 * (links.c), the file has an /ID (haru.c), and nothing here is transparent, encrypted or runs.
 *
 * Before: metadata.c. After: haru.c. */
#include <config.h>

#include "pdf/archive.h"

#include "base/utf8.h"
#include "pdf/metadata.h"
#include "pdf/syntax.h"

static void put_escaped(struct buffer *out, struct text text) {
    for (size_t at = 0, bytes; at < text.size; at += bytes) {
        char shown[4];
        uint32_t character = syntax_shown(utf8_decode(text, at, &bytes));
        if (character == '&')
            buffer_string(out, "&amp;");
        else if (character == '<')
            buffer_string(out, "&lt;");
        else if (character == '>')
            buffer_string(out, "&gt;");
        else if (character)
            buffer_append(out, shown, utf8_encode(character, shown));
    }
}

/* One that may stand there in several languages, one that is a list, a plain one. */
enum shape { ALTERNATIVES, SEQUENCE, BAG, PLAIN };

static void put_property(struct buffer *out, const char *name, enum shape shape,
                         struct text value) {
    static const char *const shapes[][2] = {
        [ALTERNATIVES] = {"<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"},
        [SEQUENCE] = {"<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>"},
        [BAG] = {"<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>"},
        [PLAIN] = {"", ""},
    };
    if (value.size == 0)
        return;
    buffer_printf(out, "<%s>%s", name, shapes[shape][0]);
    put_escaped(out, value);
    buffer_printf(out, "%s</%s>\n", shapes[shape][1], name);
}

/* Each entry of the information dictionary must be here, with the same value (ISO 19005-1, 6.7.3).
 * No date, as there. */
static void put_properties(struct buffer *out, const struct document *document) {
    const struct pages *pages = document->pages;
    put_property(out, "dc:title", ALTERNATIVES, pages->title);
    put_property(out, "dc:creator", SEQUENCE, pages->author);
    put_property(out, "dc:description", ALTERNATIVES, pages->subject);
    put_property(out, "dc:language", BAG, pages->language);
    put_property(out, "pdf:Keywords", PLAIN, pages->keywords);
    put_property(out, "pdf:Producer", PLAIN, text_of(haru_producer(document->haru)));
    put_property(out, "xmp:CreatorTool", PLAIN, TEXT(METADATA_CREATOR));
}

static void put_packet(struct buffer *out, const struct document *document, bool archival) {
    buffer_string(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\""
                       " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                       " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                       " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                       " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
    put_properties(out, document);
    if (archival)
        buffer_string(out, "<pdfaid:part>1</pdfaid:part>\n"
                           "<pdfaid:conformance>B</pdfaid:conformance>\n");
    buffer_string(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

/* PDF/A-1 wants to find it without unpacking anything. */
static void write_packet(struct document *document, bool archival) {
    struct buffer packet = {0};
    put_packet(&packet, document, archival);
    struct haru_object *stream =
        haru_plain_stream(document->haru, TEXT("/Type/Metadata/Subtype/XML"), buffer_view(&packet));
    buffer_printf(&document->catalogue, "/Metadata %u 0 R", haru_number(stream));
    buffer_free(&packet);
}

/* What the document's colours, which are the screen's, mean. */
static void write_intent(struct document *document, struct text profile) {
    struct haru_object *stream =
        haru_stream(document->haru, TEXT("/N 3"), deflater_pack(document->deflater, profile));
    buffer_printf(&document->catalogue,
                  "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                  "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
                  "/RegistryName(http://www.color.org)/DestOutputProfile %u 0 R>>]",
                  haru_number(stream));
}

void archive_write(struct document *document, struct text profile) {
    write_packet(document, profile.size > 0);
    if (profile.size > 0)
        write_intent(document, profile);
}
