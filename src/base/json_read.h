/* Reading JSON that this program wrote (facts, summaries, templates): a checked view over cJSON.
 *
 * Records from outside go through intake instead, which knows what cJSON lets through. */
#ifndef TAKLIMAT_BASE_JSON_READ_H
#define TAKLIMAT_BASE_JSON_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/* An opaque value; NULL stands for "not there", and every function below takes it. */
struct cJSON;

/* Parses exactly one value that fills `text`; checks UTF-8 and refuses NUL and \u0000. Free with
 * json_free. On failure NULL and an error of `code` that names the byte offset. */
struct cJSON *json_parse(struct text text, enum exit_code code, struct error *error);
void json_free(struct cJSON *value);

/* The same; on failure *where is the offset of what is wrong. */
struct cJSON *json_parse_where(struct text text, enum exit_code code, size_t *where,
                               struct error *error);

const struct cJSON *json_get(const struct cJSON *object,
                             const char *key); /* NULL if missing or no object */
const struct cJSON *
json_first(const struct cJSON *container); /* first element or member, NULL if none */
const struct cJSON *json_next(const struct cJSON *value); /* next sibling */
const char *json_name(const struct cJSON *value);         /* key of a member, or NULL */

bool json_is_object(const struct cJSON *value);
bool json_is_array(const struct cJSON *value);
bool json_is_string(const struct cJSON *value);
bool json_is_number(const struct cJSON *value);

/* Borrowed until json_free; none (data NULL) if the value is no string. */
struct text json_get_text(const struct cJSON *value);

/* The whole number, or `otherwise` if the value is no number, has a fraction or lies beyond 2^53.
 */
int64_t json_get_integer(const struct cJSON *value, int64_t otherwise);

/* The number times 100, rounded; `otherwise` if it is none. For confidences. */
int json_get_hundredths(const struct cJSON *value, int otherwise);

bool json_get_boolean(const struct cJSON *value, bool otherwise);

/* An array of two whole numbers 0 <= a <= b into *span; false (span untouched) otherwise. */
bool json_get_span(const struct cJSON *value, struct span *span);

#endif
