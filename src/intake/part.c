/* The parts of workbooks and documents: see part.h. */
#include <config.h>

#include "intake/part.h"

/* Little, since all rows in it are kept until they are asked for. */
#define CHUNK 16384

bool part_open(struct part *part, struct archive *archive, const char *name, size_t most,
               const struct markup_sink *sink, struct fault *fault) {
    part->entry = archive_entry_open(archive, name, most, fault);
    part->markup = part->entry ? markup_open(sink, fault) : NULL;
    if (part->markup)
        return true;
    part_close(part);
    return false;
}

bool part_step(struct part *part, bool *ended, struct fault *fault) {
    char bytes[CHUNK];
    size_t got;
    if (!archive_entry_read(part->entry, bytes, sizeof bytes, &got, fault))
        return false;
    *ended = got == 0;
    return *ended ? markup_end(part->markup, fault) : markup_feed(part->markup, bytes, got, fault);
}

void part_close(struct part *part) {
    markup_close(part->markup);
    archive_entry_close(part->entry);
    *part = (struct part){0};
}

bool part_read(struct archive *archive, const char *name, size_t most,
               const struct markup_sink *sink, struct fault *fault) {
    struct part part = {0};
    bool good = part_open(&part, archive, name, most, sink, fault), ended = false;
    while (good && !ended)
        good = part_step(&part, &ended, fault);
    part_close(&part);
    return good;
}
