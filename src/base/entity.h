/* Characters that a page's source writes by name or number: &quot; &nbsp; &#8220;. Scrapers that do
 * not read them leave them in the text, and some write their & as &amp; once more.
 *
 * Before: checked UTF-8. After: the tokeniser and whoever shows words read the character meant. */
#ifndef TAKLIMAT_BASE_ENTITY_H
#define TAKLIMAT_BASE_ENTITY_H

#include <stdint.h>

#include "base/text.h"

/* The character meant by the entity that begins at `offset`, where text has an '&'; the entity's
 * size in bytes goes to *size. For an '&' that begins none: '&' itself and 1. Looks at no more than
 * 16 bytes. Known are the names of marks and spaces, and every number of a character; not those of
 * letters, which Indonesian text does not need. */
uint32_t entity_decode(struct text text, size_t offset, size_t *size);

#endif
