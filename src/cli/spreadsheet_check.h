/* Whether a workbook was written whole.
 *
 * Before: spreadsheet.c. After: its bytes are published. libxlsxwriter puts each part together in
 * temporary files and does not look whether these could be written: on a full disk it packs what
 * there is, and says that all is well. */
#ifndef TAKLIMAT_CLI_SPREADSHEET_CHECK_H
#define TAKLIMAT_CLI_SPREADSHEET_CHECK_H

#include "base/text.h"

#include <stdbool.h>

/* True if each part of the workbook is there to its end, and sheet number i holds at least
 * characters[i] bytes of text (what stands in cells, an entity counted as one). */
bool spreadsheet_is_whole(struct text bytes, const size_t *characters, size_t sheets);

#endif
