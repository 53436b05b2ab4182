/* The colour profile: see pdf.h. Before: the data folder. After: archive.c. */
#include <config.h>

#include <unistd.h>

#include "base/file.h"
#include "pdf/pdf.h"
#include "pdf/truetype.h"

#define PROFILE_BYTES ((size_t)4 << 20) /* the largest we read; those of sRGB have a few kB */
#define HEADER_BYTES 128u

/* The header of ICC.1:1998-09, 6.1: size, version, class, colours, and its own signature. */
static bool is_profile(struct text bytes) {
    return bytes.size >= HEADER_BYTES && truetype_u32(bytes, 0) == bytes.size &&
           bytes.data[8] == 2 && text_is(text_slice(bytes, (struct span){12, 16}), "mntr") &&
           text_is(text_slice(bytes, (struct span){16, 20}), "RGB ") &&
           text_is(text_slice(bytes, (struct span){36, 40}), "acsp");
}

bool profile_read(const char *path, struct buffer *profile, struct error *error) {
    struct error cause = {0};
    if (access(path, F_OK) != 0)
        return true;
    if (!file_read(path, PROFILE_BYTES, profile, &cause))
        error_set(error, EXIT_CONFIG, "%s", cause.message);
    else if (!is_profile(buffer_view(profile)))
        error_set(error, EXIT_CONFIG, "no ICC profile of RGB colours, version 2");
    else
        return true;
    error_at(error, path, 0);
    buffer_clear(profile);
    return false;
}
