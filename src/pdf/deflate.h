/* Deflating, one piece after another with the same working memory. */
#ifndef TAKLIMAT_PDF_DEFLATE_H
#define TAKLIMAT_PDF_DEFLATE_H

#include "base/buffer.h"

struct deflater; /* opaque */

/* Free with deflater_close. */
struct deflater *deflater_open(void);
void deflater_close(struct deflater *deflater);

/* `bytes` in zlib's format, level 6; borrowed until the next call. */
struct text deflater_pack(struct deflater *deflater, struct text bytes);

#endif
