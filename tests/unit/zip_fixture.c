/* For tests: see zip_fixture.h. After PKWARE's APPNOTE: local headers with the bytes, then the
 * directory, then its end. */
#include <config.h>

#include "zip_fixture.h"

#include <check.h>
#include <zlib.h>

static void put(struct buffer *out, uint32_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        buffer_char(out, (char)(i < 4 ? value >> 8 * i & 0xFF : 0));
}

/* The bytes as they stand in the file. */
static void pack(const struct zip_part *part, struct buffer *out) {
    if (!part->packed) {
        buffer_text(out, part->bytes);
        return;
    }
    z_stream stream = {0};
    ck_assert_int_eq(deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY), Z_OK);
    size_t room = deflateBound(&stream, part->bytes.size);
    stream.next_in = (unsigned char *)(uintptr_t)part->bytes.data;
    stream.avail_in = (uInt)part->bytes.size;
    stream.next_out = (unsigned char *)buffer_room(out, room);
    stream.avail_out = (uInt)room;
    ck_assert_int_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out->size += stream.total_out;
    deflateEnd(&stream);
}

/* What local header and directory have in common, from the version on. */
static void put_common(const struct zip_part *part, size_t packed, struct buffer *out) {
    const unsigned char *bytes = (const unsigned char *)part->bytes.data;
    put(out, 20, 2);
    put(out, 0, 2);
    put(out, part->packed ? 8 : 0, 2);
    put(out, 0x5A21 << 16, 4); /* a day of 2025, midnight */
    put(out, (uint32_t)crc32(0, bytes, (uInt)part->bytes.size), 4);
    put(out, (uint32_t)packed, 4);
    put(out, part->claims ? part->claims : (uint32_t)part->bytes.size, 4);
    put(out, (uint32_t)strlen(part->name), 2);
    put(out, 0, 2);
}

void zip_build(const struct zip_part *parts, size_t count, struct buffer *out) {
    struct buffer directory = {0}, packed = {0};
    for (size_t i = 0; i < count; i++) {
        size_t offset = out->size;
        buffer_clear(&packed);
        pack(&parts[i], &packed);
        put(out, 0x04034B50, 4);
        put_common(&parts[i], packed.size, out);
        buffer_string(out, parts[i].name);
        buffer_text(out, buffer_view(&packed));
        put(&directory, 0x02014B50, 4);
        put(&directory, 20, 2);
        put_common(&parts[i], packed.size, &directory);
        put(&directory, 0, 2 + 2 + 2 + 4); /* comment, disk, attributes */
        put(&directory, (uint32_t)offset, 4);
        buffer_string(&directory, parts[i].name);
    }
    size_t start = out->size;
    buffer_text(out, buffer_view(&directory));
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)directory.size, 4);
    put(out, (uint32_t)start, 4);
    put(out, 0, 2);
    buffer_free(&directory);
    buffer_free(&packed);
}
