/* JPEG by libjpeg. Its warnings count as errors: what it then shows is partly made up. Before:
 * image.c. */
#include <config.h>

#include "base/image_codec.h"

#ifdef HAVE_LIBJPEG
#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include "base/memory.h"

#define SCANS_MOST 100 /* of a progressive file; each costs a pass over all pixels */

/* All that lives across a jump stands here, so that no register holds it. */
struct reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf out;
    struct raster *raster;
    struct error *error; /* set before a jump */
};

static void fail(struct reader *reader) {
    char message[JMSG_LENGTH_MAX];
    reader->errors.format_message((j_common_ptr)&reader->jpeg, message);
    error_set(reader->error, EXIT_CONFIG, "the JPEG image is damaged or cut off: %s", message);
    longjmp(reader->out, 1);
}

static void take_error(j_common_ptr jpeg) { fail(jpeg->client_data); }

/* Level -1 is a warning: the data are damaged. Others only tell. */
static void take_message(j_common_ptr jpeg, int level) {
    if (level < 0)
        fail(jpeg->client_data);
}

static void take_progress(j_common_ptr jpeg) {
    struct reader *reader = jpeg->client_data;
    if (reader->jpeg.input_scan_number <= SCANS_MOST)
        return;
    error_set(reader->error, EXIT_CONFIG, "the JPEG image has more than %d scans", SCANS_MOST);
    longjmp(reader->out, 1);
}

static bool is_cmyk(const struct jpeg_decompress_struct *jpeg) {
    return jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
}

/* What is in the file, as far as its head tells. */
static bool read_head(struct reader *reader) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    jpeg_read_header(jpeg, TRUE);
    if (is_cmyk(jpeg))
        return error_set(reader->error, EXIT_CONFIG,
                         "the JPEG image has the colours of print (CMYK); save it as RGB");
    jpeg->out_color_space = JCS_RGB;
    jpeg->dct_method = JDCT_ISLOW; /* the same pixels from every libjpeg */
    return image_size_allowed(jpeg->image_width, jpeg->image_height, reader->error);
}

static void read_rows(struct reader *reader) {
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    struct raster *raster = reader->raster;
    *raster = (struct raster){jpeg->image_width, jpeg->image_height, NULL};
    raster->rgb = memory_alloc_array((size_t)raster->width * raster->height, 3);
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = raster->rgb + (size_t)jpeg->output_scanline * raster->width * 3;
        jpeg_read_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_decompress(jpeg);
}

static bool read_all(struct reader *reader, struct text bytes) {
    if (setjmp(reader->out))
        return false;
    jpeg_create_decompress(&reader->jpeg);
    reader->jpeg.client_data = reader;
    reader->jpeg.progress = &reader->progress;
    jpeg_mem_src(&reader->jpeg, (const unsigned char *)bytes.data, (unsigned long)bytes.size);
    if (!read_head(reader))
        return false;
    read_rows(reader);
    return true;
}

bool image_read_jpeg(struct text bytes, struct raster *out, struct error *error) {
    struct reader reader = {.raster = out, .error = error};
    reader.jpeg.err = jpeg_std_error(&reader.errors);
    reader.jpeg.client_data = &reader;
    reader.errors.error_exit = take_error;
    reader.errors.emit_message = take_message;
    reader.progress.progress_monitor = take_progress;
    bool ok = read_all(&reader, bytes);
    jpeg_destroy_decompress(&reader.jpeg);
    if (!ok) {
        memory_free(out->rgb);
        *out = (struct raster){0};
    }
    return ok;
}

#else
bool image_read_jpeg(struct text bytes, struct raster *out, struct error *error) {
    (void)bytes;
    (void)out;
    return error_set(error, EXIT_CONFIG, "this build of taklimat reads no JPEG images (libjpeg)");
}
#endif
