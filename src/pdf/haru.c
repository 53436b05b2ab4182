/* libharu and its inside: see haru.h. Held to libharu 2.3 and later 2.x; its internal functions are
 * exported and its structures are in its headers.
 *
 * What is gone round here, measured on 2.3.0: its file writing reports success on a full disk (the
 * memory stream is used); an error is overwritten by the next one (the first is kept); NULL of a
 * failed call crashes the next (every call is guarded); at most 32,767 pages unless the page tree
 * is configured; names and values of its dictionaries take fixed 128 bytes each (one body of text
 * instead). Its allocations go through base/memory.h, so none of them fails. */
#include <config.h>

#include "pdf/haru.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"

#define PAGES_A_NODE 64   /* leaves of the page tree under one node */
#define COPY_BYTES 65536u /* taken from libharu's memory stream at once */
#define NUMBER_BITS 0x00FFFFFFu

struct haru {
    HPDF_Doc document;
    HPDF_STATUS error, detail; /* the first */
    struct digest *digest;     /* of all bodies and streams, for the /ID */
};

/* Entries of a dictionary as they are to stand in the file. */
struct body {
    size_t size;
    char bytes[];
};

static void keep_first(HPDF_STATUS error, HPDF_STATUS detail, void *context) {
    struct haru *haru = context;
    if (haru->error == HPDF_OK) {
        haru->error = error;
        haru->detail = detail;
    }
}

static void *allocate(HPDF_UINT size) { return memory_alloc(size); }

static HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream out) {
    const struct body *body = dictionary->attr;
    if (!body)
        return HPDF_OK;
    return HPDF_Stream_Write(out, (const HPDF_BYTE *)body->bytes, (HPDF_UINT)body->size);
}

static void free_body(HPDF_Dict dictionary) {
    memory_free(dictionary->attr);
    dictionary->attr = NULL;
}

/* libharu's own filter would deflate once more. */
static HPDF_STATUS write_filter(HPDF_Dict dictionary, HPDF_Stream out) {
    (void)dictionary;
    return HPDF_Stream_WriteStr(out, "/Filter /FlateDecode\n");
}

struct haru *haru_open(void) {
    struct haru *haru = memory_alloc_array(1, sizeof *haru);
    haru->document = HPDF_NewEx(keep_first, allocate, memory_free, 0, haru);
    if (haru->document) {
        haru->document->pdf_version = HPDF_VER_14; /* what PDF/A-1 is made of */
        HPDF_SetPagesConfiguration(haru->document, PAGES_A_NODE);
    }
    haru->digest = digest_start();
    return haru;
}

void haru_close(struct haru *haru) {
    char unused[DIGEST_HEX_SIZE];
    if (!haru)
        return;
    if (haru->digest)
        digest_finish(haru->digest, unused);
    if (haru->document)
        HPDF_Free(haru->document);
    memory_free(haru);
}

static bool sound(const struct haru *haru) { return haru->document && haru->error == HPDF_OK; }

static struct haru_object *object_of(HPDF_Dict dictionary) {
    return (struct haru_object *)dictionary;
}

static HPDF_Dict dictionary_of(struct haru_object *object) { return (HPDF_Dict)object; }

/* Makes the dictionary one that writes its body. */
static void prepare(HPDF_Dict dictionary) {
    if (dictionary) {
        dictionary->write_fn = write_body;
        dictionary->free_fn = free_body;
    }
}

struct haru_object *haru_dictionary(struct haru *haru) {
    if (!sound(haru))
        return NULL;
    HPDF_Dict dictionary = HPDF_Dict_New(haru->document->mmgr);
    if (!dictionary || HPDF_Xref_Add(haru->document->xref, dictionary) != HPDF_OK)
        return NULL;
    prepare(dictionary);
    return object_of(dictionary);
}

void haru_fill(struct haru *haru, struct haru_object *object, struct text entries) {
    if (!sound(haru) || !object)
        return;
    HPDF_Dict dictionary = dictionary_of(object);
    struct body *old = dictionary->attr;
    size_t before = old ? old->size : 0;
    struct body *body = memory_resize(old, 1, sizeof *body + before + entries.size + 1);
    memcpy(body->bytes + before, entries.data, entries.size);
    body->bytes[before + entries.size] = '\n';
    body->size = before + entries.size + 1;
    dictionary->attr = body;
    digest_add(haru->digest, entries.data, entries.size);
}

static void write_stream(struct haru *haru, HPDF_Stream stream, struct text bytes) {
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    digest_add(haru->digest, bytes.data, bytes.size);
}

struct haru_object *haru_plain_stream(struct haru *haru, struct text entries, struct text bytes) {
    if (!sound(haru))
        return NULL;
    HPDF_Dict dictionary = HPDF_DictStream_New(haru->document->mmgr, haru->document->xref);
    if (!dictionary)
        return NULL;
    prepare(dictionary);
    haru_fill(haru, object_of(dictionary), entries);
    write_stream(haru, dictionary->stream, bytes);
    return object_of(dictionary);
}

struct haru_object *haru_stream(struct haru *haru, struct text entries, struct text bytes) {
    struct haru_object *stream = haru_plain_stream(haru, entries, bytes);
    haru_fill(haru, stream, TEXT("/Filter/FlateDecode"));
    return stream;
}

unsigned haru_number(const struct haru_object *object) {
    const struct _HPDF_Dict_Rec *dictionary = (const void *)object;
    return dictionary ? dictionary->header.obj_id & NUMBER_BITS : 0;
}

struct haru_object *haru_page(struct haru *haru, int32_t width, int32_t height) {
    if (!sound(haru))
        return NULL;
    HPDF_Page page = HPDF_AddPage(haru->document);
    if (!page)
        return NULL;
    HPDF_Page_SetWidth(page, (HPDF_REAL)width / 1000.0F);
    HPDF_Page_SetHeight(page, (HPDF_REAL)height / 1000.0F);
    return object_of(page);
}

void haru_page_content(struct haru *haru, struct haru_object *page, struct text bytes) {
    if (!sound(haru) || !page)
        return;
    HPDF_PageAttr attributes = dictionary_of(page)->attr;
    attributes->contents->filter = HPDF_STREAM_FILTER_NONE;
    attributes->contents->write_fn = write_filter;
    write_stream(haru, attributes->stream, bytes);
}

void haru_page_resources(struct haru *haru, struct haru_object *page,
                         struct haru_object *resources) {
    if (sound(haru) && page && resources)
        HPDF_Dict_Add(dictionary_of(page), "Resources", resources);
}

void haru_page_structure(struct haru *haru, struct haru_object *page, int32_t key) {
    if (!sound(haru) || !page)
        return;
    HPDF_Dict_AddNumber(dictionary_of(page), "StructParents", key);
    HPDF_Dict_AddName(dictionary_of(page), "Tabs", "S");
}

void haru_page_annotation(struct haru *haru, struct haru_object *page,
                          struct haru_object *annotation) {
    if (!sound(haru) || !page || !annotation)
        return;
    HPDF_Array links = HPDF_Dict_GetItem(dictionary_of(page), "Annots", HPDF_OCLASS_ARRAY);
    if (!links) {
        links = HPDF_Array_New(haru->document->mmgr);
        if (!links || HPDF_Dict_Add(dictionary_of(page), "Annots", links) != HPDF_OK)
            return;
    }
    HPDF_Array_Add(links, annotation);
}

/* A dictionary that libharu made and that has no private data of its own. */
static struct haru_object *adopt(struct haru *haru, HPDF_Dict dictionary) {
    if (!dictionary || (dictionary->attr && dictionary->write_fn != write_body)) {
        keep_first(HPDF_INVALID_OBJECT, 0, haru);
        return NULL;
    }
    prepare(dictionary);
    return object_of(dictionary);
}

struct haru_object *haru_catalogue(struct haru *haru) {
    return sound(haru) ? adopt(haru, haru->document->catalog) : NULL;
}

struct haru_object *haru_information(struct haru *haru) {
    return sound(haru) ? adopt(haru, haru->document->info) : NULL;
}

const char *haru_producer(struct haru *haru) {
    if (!sound(haru))
        return "";
    HPDF_String name = HPDF_Dict_GetItem(haru->document->info, "Producer", HPDF_OCLASS_STRING);
    return name ? (const char *)name->value : "";
}

/* The file's identity: the same for the same content, another for any other, so that no clock and
 * no random number is needed. */
static void set_identity(struct haru *haru) {
    char hex[DIGEST_HEX_SIZE], entry[2 * 32 + 16];
    digest_finish(haru->digest, hex);
    haru->digest = NULL;
    memcpy(entry, "/ID [<", 6);
    memcpy(entry + 6, hex, 32);
    memcpy(entry + 38, "> <", 3);
    memcpy(entry + 41, hex, 32);
    memcpy(entry + 73, ">]", 2);
    struct haru_object *trailer = adopt(haru, haru->document->trailer);
    haru->digest = digest_start();
    haru_fill(haru, trailer, (struct text){entry, 75});
}

static void take_file(struct haru *haru, struct buffer *out) {
    HPDF_BYTE *piece = memory_alloc(COPY_BYTES);
    HPDF_UINT32 size = COPY_BYTES;
    HPDF_ResetStream(haru->document);
    buffer_room(out, HPDF_GetStreamSize(haru->document)); /* at once, since growing doubles */
    while (size > 0 && sound(haru)) {
        size = COPY_BYTES;
        HPDF_ReadFromStream(haru->document, piece, &size);
        buffer_append(out, piece, size);
    }
    memory_free(piece);
}

bool haru_save(struct haru *haru, struct buffer *out, struct error *error) {
    size_t before = out->size;
    if (sound(haru))
        set_identity(haru);
    if (sound(haru))
        HPDF_SaveToStream(haru->document);
    if (sound(haru))
        take_file(haru, out);
    if (sound(haru))
        return true;
    out->size = before;
    return error_set(error, EXIT_INTERNAL, "the PDF library failed with error 0x%04lX (detail %lu)",
                     (unsigned long)haru->error, (unsigned long)haru->detail);
}
