/* Deflating: see deflate.h. A page is packed as soon as it is drawn, so that memory holds the file
 * and not what it unpacks to. Before: content.c, embed.c. After: haru.c. */
#include <config.h>

#include "pdf/deflate.h"

#include <zlib.h>

#include "base/memory.h"

#define LEVEL 6 /* zlib's own default; higher costs much time for 1% */

struct deflater {
    z_stream zlib;
    Bytef *packed; /* owned */
    size_t capacity;
};

static voidpf allocate(voidpf context, uInt count, uInt size) {
    (void)context;
    return memory_alloc_array(count, size);
}

static void release(voidpf context, voidpf block) {
    (void)context;
    memory_free(block);
}

struct deflater *deflater_open(void) {
    struct deflater *deflater = memory_alloc_array(1, sizeof *deflater);
    deflater->zlib.zalloc = allocate;
    deflater->zlib.zfree = release;
    deflateInit(&deflater->zlib, LEVEL); /* fails only without memory, which does not return */
    return deflater;
}

void deflater_close(struct deflater *deflater) {
    if (!deflater)
        return;
    deflateEnd(&deflater->zlib);
    memory_free(deflater->packed);
    memory_free(deflater);
}

struct text deflater_pack(struct deflater *deflater, struct text bytes) {
    z_stream *zlib = &deflater->zlib;
    size_t bound = deflateBound(zlib, bytes.size);
    if (bound > deflater->capacity) {
        deflater->packed = memory_resize(deflater->packed, bound, 1);
        deflater->capacity = bound;
    }
    deflateReset(zlib);
    zlib->next_in = (z_const Bytef *)bytes.data;
    zlib->avail_in = (uInt)bytes.size;
    zlib->next_out = deflater->packed;
    zlib->avail_out = (uInt)bound;
    deflate(zlib, Z_FINISH);
    return (struct text){(const char *)deflater->packed, zlib->total_out};
}
