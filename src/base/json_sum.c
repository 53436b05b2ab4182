/* The checksum of a JSON object: see json_sum.h. Before: the writers of summaries and figures.
 * After: their readers. */
#include <config.h>

#include "base/json_sum.h"

#include "base/digest.h"

static void sum_of(struct text bytes, char hex[DIGEST_HEX_SIZE]) {
    struct digest *digest = digest_start();
    digest_add(digest, bytes.data, bytes.size);
    digest_finish(digest, hex);
}

void json_sum_end(struct buffer *out, size_t from) {
    char hex[DIGEST_HEX_SIZE];
    sum_of(text_slice(buffer_view(out), (struct span){from, out->size}), hex);
    buffer_string(out, JSON_SUM_KEY);
    buffer_string(out, hex);
    buffer_string(out, "\"}");
}

bool json_sum_holds(struct text json, struct text *covered) {
    char hex[DIGEST_HEX_SIZE];
    *covered = (struct text){json.data, 0};
    if (json.size < JSON_SUM_SIZE || !text_ends(json, "\"}"))
        return false;
    struct text body = text_slice(json, (struct span){0, json.size - JSON_SUM_SIZE});
    struct text tail = text_slice(json, (struct span){body.size, json.size - 2});
    if (!text_starts(tail, JSON_SUM_KEY))
        return false;
    *covered = body;
    sum_of(body, hex);
    return text_ends(tail, hex);
}
