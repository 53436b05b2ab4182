/* For tests: zip files built part by part. */
#ifndef TAKLIMAT_TESTS_ZIP_FIXTURE_H
#define TAKLIMAT_TESTS_ZIP_FIXTURE_H

#include <stdint.h>

#include "base/buffer.h"

struct zip_part {
    const char *name;
    struct text bytes;
    bool packed;     /* deflated, else as they are */
    uint32_t claims; /* the size that the file says it has; 0: the true one */
};

/* The zip file of these parts, added to `out`. */
void zip_build(const struct zip_part *parts, size_t count, struct buffer *out);

#endif
