/* A checked view over cJSON for JSON that this program wrote: see json_read.h. Below every stage.
 */
#include <config.h>

#include "base/json_read.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "base/utf8.h"

/* cJSON truncates a string at \u0000 without a word: refused before it can. A backslash escapes the
 * next byte, so that "\\u0000" (a backslash and text) passes. */
static size_t find_nul_escape(struct text text) {
    for (size_t i = 0; i + 5 < text.size; i++) {
        if (text.data[i] != '\\')
            continue;
        if (memcmp(text.data + i + 1, "u0000", 5) == 0)
            return i;
        i++;
    }
    return text.size;
}

static size_t first_bad_byte(struct text text) {
    size_t bad = utf8_check(text);
    const char *nul = text.size ? memchr(text.data, 0, text.size) : NULL;
    if (nul && (size_t)(nul - text.data) < bad)
        bad = (size_t)(nul - text.data);
    size_t escape = find_nul_escape(text);
    return escape < bad ? escape : bad;
}

struct cJSON *json_parse_where(struct text text, enum exit_code code, size_t *where,
                               struct error *error) {
    size_t bad = first_bad_byte(text);
    *where = bad;
    if (bad < text.size) {
        error_set(error, code, "invalid UTF-8 or NUL at byte %zu", bad);
        return NULL;
    }
    const char *start = text.data;
    text = text_trim(text);
    const char *end = text.data;
    cJSON *value = text.size ? cJSON_ParseWithLengthOpts(text.data, text.size, &end, 0) : NULL;
    size_t read = text.size ? (size_t)(end - text.data) : 0;
    if (value && read == text.size)
        return value;
    cJSON_Delete(value);
    *where = text.size ? (size_t)(end - start) : 0;
    error_set(error, code, "not valid JSON at byte %zu", read);
    return NULL;
}

struct cJSON *json_parse(struct text text, enum exit_code code, struct error *error) {
    size_t where;
    return json_parse_where(text, code, &where, error);
}

void json_free(struct cJSON *value) { cJSON_Delete(value); }

const struct cJSON *json_get(const struct cJSON *object, const char *key) {
    return cJSON_IsObject(object) ? cJSON_GetObjectItemCaseSensitive(object, key) : NULL;
}

const struct cJSON *json_first(const struct cJSON *container) {
    return container && (cJSON_IsArray(container) || cJSON_IsObject(container)) ? container->child
                                                                                : NULL;
}

const struct cJSON *json_next(const struct cJSON *value) { return value ? value->next : NULL; }

const char *json_name(const struct cJSON *value) { return value ? value->string : NULL; }

bool json_is_object(const struct cJSON *value) { return cJSON_IsObject(value); }

bool json_is_array(const struct cJSON *value) { return cJSON_IsArray(value); }

bool json_is_string(const struct cJSON *value) { return cJSON_IsString(value); }

bool json_is_number(const struct cJSON *value) { return cJSON_IsNumber(value); }

struct text json_get_text(const struct cJSON *value) {
    return cJSON_IsString(value) ? text_of(value->valuestring) : (struct text){0};
}

int64_t json_get_integer(const struct cJSON *value, int64_t otherwise) {
    if (!cJSON_IsNumber(value))
        return otherwise;
    double number = value->valuedouble;
    if (!(number >= -9007199254740992.0 && number <= 9007199254740992.0))
        return otherwise;
    int64_t whole = (int64_t)number;
    return (double)whole < number || (double)whole > number ? otherwise : whole;
}

int json_get_hundredths(const struct cJSON *value, int otherwise) {
    if (!cJSON_IsNumber(value))
        return otherwise;
    double number = value->valuedouble * 100;
    if (!(number > -100000 && number < 100000))
        return otherwise;
    return (int)(number < 0 ? number - 0.5 : number + 0.5);
}

bool json_get_boolean(const struct cJSON *value, bool otherwise) {
    return cJSON_IsBool(value) ? cJSON_IsTrue(value) : otherwise;
}

bool json_get_span(const struct cJSON *value, struct span *span) {
    const struct cJSON *first = cJSON_IsArray(value) ? value->child : NULL;
    const struct cJSON *second = first ? first->next : NULL;
    int64_t start = json_get_integer(first, -1), end = json_get_integer(second, -1);
    if (!second || second->next || start < 0 || end < start)
        return false;
    *span = (struct span){(size_t)start, (size_t)end};
    return true;
}
