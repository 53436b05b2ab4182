/* Where in a JSON text a value stands and ends, without a tree: cJSON does not keep places.
 *
 * Before: a JSON text, and the path of a member. After: messages with a line number (text_line),
 * and the reading of a summary an article at a time. */
#ifndef TAKLIMAT_BASE_JSON_LOCATE_H
#define TAKLIMAT_BASE_JSON_LOCATE_H

#include "base/text.h"

/* The offset of what `path` names: members by name, elements as [0], joined by dots, such as
 * "styles.title.size" or "sections.[2]". The last of several of one name; where a part is not
 * there, the offset of the last part that is, 0 if none is. Linear; never outside of `json`, which
 * need not be valid. */
size_t json_locate(struct text json, const char *path);

/* The end of the string whose opening quotation mark is at `at`: after the closing one, or
 * json.size. */
size_t json_string_end(struct text json, size_t at);

/* The end of the value that begins at `at`: where a comma or closing bracket outside of it follows,
 * so with the space behind it; or json.size. */
size_t json_value_end(struct text json, size_t at);

#endif
