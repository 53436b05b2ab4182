/* libharu and its inside: see haru.h. Held to libharu 2.3 and later 2.x; its internal functions are
 * exported and its structures are in its headers.
 *
 * What is gone round here, measured on 2.3.0: its file writing reports success on a full disk, and
 * its memory stream holds the file beside our copy (it writes to our buffer instead); an error is
 * overwritten by the next one (the first is kept); NULL of a failed call crashes the next (every
 * call is guarded); at most 32,767 pages, and a page takes two kilobytes (page_tree.c builds the
 * tree); names and values of its dictionaries take fixed 128 bytes each (one body of text instead);
 * a stream takes whole blocks of four kilobytes and its length an object of its own. Its
 * allocations go through base/memory.h, so none of them fails. */
#include <config.h>

#include "pdf/haru.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <string.h>

#include "base/digest.h"
#include "base/memory.h"

#define NUMBER_BITS 0x00FFFFFFu

/* "12 0 obj", "<<", ">>", "endobj" and the line of the reference table, and the frame of a stream:
 * the most that an object takes besides what it says. */
#define OBJECT_BYTES 128u

struct haru {
    HPDF_Doc document;
    HPDF_STATUS error, detail; /* the first */
    struct digest *digest;     /* of all bodies and streams, for the /ID */
    size_t objects, bytes;     /* made and filled so far, for the size of the file */
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

struct haru *haru_open(void) {
    struct haru *haru = memory_alloc_array(1, sizeof *haru);
    haru->document = HPDF_NewEx(keep_first, allocate, memory_free, 0, haru);
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
    haru->objects++;
    return object_of(dictionary);
}

static void note_bytes(struct haru *haru, struct text bytes) {
    digest_add(haru->digest, bytes.data, bytes.size);
    haru->bytes += bytes.size;
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
    note_bytes(haru, entries);
}

/* libharu insists that the length of a stream is an object of its own, but looks only when the
 * dictionary is written, the length with it: for so long it says that it is one. */
static HPDF_STATUS write_stream_body(HPDF_Dict dictionary, HPDF_Stream out) {
    HPDF_Number length = HPDF_Dict_GetItem(dictionary, "Length", HPDF_OCLASS_NUMBER);
    if (length)
        length->header.obj_id |= HPDF_OTYPE_INDIRECT;
    return write_body(dictionary, out);
}

static HPDF_STATUS end_stream(HPDF_Dict dictionary) {
    HPDF_Number length = HPDF_Dict_GetItem(dictionary, "Length", HPDF_OCLASS_NUMBER);
    if (length)
        length->header.obj_id &= ~(HPDF_UINT32)HPDF_OTYPE_INDIRECT;
    return HPDF_OK;
}

/* The stream's memory is as large as what goes into it. */
struct haru_object *haru_plain_stream(struct haru *haru, struct text entries, struct text bytes) {
    struct haru_object *object = haru_dictionary(haru);
    if (!object)
        return NULL;
    HPDF_Dict dictionary = dictionary_of(object);
    dictionary->write_fn = write_stream_body;
    dictionary->after_write_fn = end_stream;
    HPDF_Dict_AddNumber(dictionary, "Length", (HPDF_INT32)bytes.size);
    dictionary->stream = HPDF_MemStream_New(haru->document->mmgr, (HPDF_UINT)bytes.size);
    if (dictionary->stream)
        HPDF_Stream_Write(dictionary->stream, (const HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    note_bytes(haru, bytes);
    haru_fill(haru, object, entries);
    return object;
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

/* libharu's own pages stay away: what it knows of the tree is taken out. */
struct haru_object *haru_page_tree(struct haru *haru) {
    if (!sound(haru))
        return NULL;
    HPDF_Dict root = haru->document->root_pages;
    HPDF_Dict_RemoveElement(root, "Kids");
    HPDF_Dict_RemoveElement(root, "Count");
    root->before_write_fn = NULL; /* which counts the kids */
    return adopt(haru, root);
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

/* Called by libharu with the next bytes of the file. */
static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size) {
    buffer_append(stream->attr, bytes, size);
    return HPDF_OK;
}

/* What libharu's HPDF_SaveToStream does, into our buffer. 1.4 is what PDF/A-1 is made of; the bytes
 * above 127 tell that the file is binary. */
static void write_file(struct haru *haru, struct buffer *out) {
    static const char head[] = "%PDF-1.4\n%\267\276\255\252\n";
    HPDF_Doc document = haru->document;
    HPDF_Stream stream = HPDF_CallbackWriter_New(document->mmgr, take_bytes, out);
    if (!stream)
        return;
    buffer_room(out, haru->bytes + (haru->objects + 8) * OBJECT_BYTES); /* growing would double */
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)head, sizeof head - 1);
    HPDF_Dict_Add(document->trailer, "Root", document->catalog);
    HPDF_Dict_Add(document->trailer, "Info", document->info);
    HPDF_STATUS status = HPDF_Xref_WriteToStream(document->xref, stream, NULL);
    if (status != HPDF_OK)
        keep_first(status, 0, haru);
    HPDF_Stream_Free(stream);
}

bool haru_save(struct haru *haru, struct buffer *out, struct error *error) {
    size_t before = out->size;
    if (sound(haru))
        set_identity(haru);
    if (sound(haru))
        write_file(haru, out);
    if (sound(haru))
        return true;
    out->size = before;
    return error_set(error, EXIT_INTERNAL, "the PDF library failed with error 0x%04lX (detail %lu)",
                     (unsigned long)haru->error, (unsigned long)haru->detail);
}
