/* Filling pages with the blocks of a document.
 *
 * Before: document.h. After: src/pdf draws the pages. Paragraphs keep at least two lines together
 * before and after a page's end; headings stay with what follows; rows of tables are not split
 * unless one is taller than a page; what stands beside a paragraph begins with its first line.
 * Nothing is dropped: what does not fit goes on the next page. */
#ifndef TAKLIMAT_LAYOUT_PAGINATE_H
#define TAKLIMAT_LAYOUT_PAGINATE_H

#include "layout/document.h"
#include "layout/house.h"

#define MAST_ROWS 3
#define HEAD_LINES (2 * HOUSE_LINES)

/* What stands in head and foot of the pages. */
struct furniture {
    struct mast_row {
        struct paragraph left; /* as many lines as it needs */
        struct text right;     /* cut where it is wider than two thirds of the page */
    } rows[MAST_ROWS];         /* on the first page, from the top */
    size_t row_count;
    struct letterhead { /* above them, or, where it has no lines, the logo beside them */
        struct paragraph lines[HEAD_LINES]; /* centred */
        size_t line_count;
        const struct image *logo; /* NULL: none */
        mpt logo_width, logo_height;
        struct text logo_alt;
    } head;
    struct text place;  /* in the running header, until a block says otherwise */
    struct text period; /* on the right of the running header */
};

struct pager; /* opaque */

/* Begins the pages of a document that is composed piece by piece, with the masthead. The document
 * and the furniture must stay until paginate_end, *out is empty but for its arena. */
struct pager *paginate_begin(struct document *document, const struct furniture *furniture,
                             struct pages *out);

/* Sets what the document has so far, empties it, and resets its arena, which must not be the pages'
 * then. False, and nothing, where there is nothing, or its last block stays with what follows. The
 * pages are the same as if all of the document were set at once. */
bool paginate_so_far(struct pager *pager);

/* Sets the rest and fills `out->at`, destinations, outline and sizes; frees the pager. Metadata is
 * the caller's. The document must have had a block. */
void paginate_end(struct pager *pager);

/* All at once; the document's arena may be the pages'. */
void paginate(struct document *document, const struct furniture *furniture, struct pages *out);

#endif
