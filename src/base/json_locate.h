/* Where in a JSON text a value stands, for messages: cJSON does not keep places.
 *
 * Before: a text that json_parse accepted, and the path of a member. After: a line number. */
#ifndef TAKLIMAT_BASE_JSON_LOCATE_H
#define TAKLIMAT_BASE_JSON_LOCATE_H

#include "base/text.h"

/* The offset of what `path` names: members by name, elements as [0], joined by dots, such as
 * "styles.title.size" or "sections.[2]". The last of several of one name; where a part is not
 * there, the offset of the last part that is, 0 if none is. Linear; never outside of `json`, which
 * need not be valid. */
size_t json_locate(struct text json, const char *path);

/* The line of the offset, from 1. */
size_t json_line(struct text json, size_t offset);

#endif
