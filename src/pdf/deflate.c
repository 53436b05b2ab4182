/* Deflating: see deflate.h. A page is packed as soon as it is drawn, so that memory holds the file
 * and not what it unpacks to. With libdeflate, where configure found it: it takes two thirds of
 * zlib's time for the same size. Before: content.c, embed.c, archive.c. After: haru.c. */
#include <config.h>

#include "pdf/deflate.h"

#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#else
#include <zlib.h>
#endif

#include "base/memory.h"

#define LEVEL 6 /* the default of both; higher costs much time for 1% */

struct deflater {
#ifdef HAVE_LIBDEFLATE
    struct libdeflate_compressor *state;
#else
    z_stream state;
#endif
    unsigned char *packed; /* owned */
    size_t capacity;
};

static void make_room(struct deflater *deflater, size_t bound) {
    if (bound <= deflater->capacity)
        return;
    deflater->packed = memory_resize(deflater->packed, bound, 1);
    deflater->capacity = bound;
}

#ifdef HAVE_LIBDEFLATE

struct deflater *deflater_open(void) {
    struct deflater *deflater = memory_alloc_array(1, sizeof *deflater);
    libdeflate_set_memory_allocator(memory_alloc, memory_free); /* which do not return nothing */
    deflater->state = libdeflate_alloc_compressor(LEVEL);
    return deflater;
}

void deflater_close(struct deflater *deflater) {
    if (!deflater)
        return;
    libdeflate_free_compressor(deflater->state);
    memory_free(deflater->packed);
    memory_free(deflater);
}

struct text deflater_pack(struct deflater *deflater, struct text bytes) {
    make_room(deflater, libdeflate_zlib_compress_bound(deflater->state, bytes.size));
    size_t size = libdeflate_zlib_compress(deflater->state, bytes.data, bytes.size,
                                           deflater->packed, deflater->capacity);
    return (struct text){(const char *)deflater->packed, size};
}

#else

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
    deflater->state.zalloc = allocate;
    deflater->state.zfree = release;
    deflateInit(&deflater->state, LEVEL); /* fails only without memory, which does not return */
    return deflater;
}

void deflater_close(struct deflater *deflater) {
    if (!deflater)
        return;
    deflateEnd(&deflater->state);
    memory_free(deflater->packed);
    memory_free(deflater);
}

struct text deflater_pack(struct deflater *deflater, struct text bytes) {
    z_stream *zlib = &deflater->state;
    size_t bound = deflateBound(zlib, bytes.size);
    make_room(deflater, bound);
    deflateReset(zlib);
    zlib->next_in = (z_const Bytef *)bytes.data;
    zlib->avail_in = (uInt)bytes.size;
    zlib->next_out = deflater->packed;
    zlib->avail_out = (uInt)bound;
    deflate(zlib, Z_FINISH);
    return (struct text){(const char *)deflater->packed, zlib->total_out};
}

#endif
