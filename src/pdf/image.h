/* Pictures of pixels as objects of the PDF: one each, however often it is drawn. */
#ifndef TAKLIMAT_PDF_IMAGE_H
#define TAKLIMAT_PDF_IMAGE_H

#include "pdf/document.h"

/* The number of the image: the page draws it by the name /I and that number. */
size_t images_use(struct document *document, const struct image *image);

/* Writes the images that pages have used and names them in the resources. All pages must be drawn.
 */
void images_write(struct document *document);

#endif
