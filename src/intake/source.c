/* Reading an input chunk by chunk: see source.h. The slicer stands after it. */
#include <config.h>

#include "intake/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

#define CHUNK ((size_t)256 * 1024)

int source_open(struct source *source, const char *path, bool digested) {
    *source = (struct source){.descriptor = -1};
    bool standard = strcmp(path, "-") == 0;
    int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno;
    struct stat status;
    if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (!standard)
            close(descriptor);
        return EISDIR;
    }
    source->descriptor = descriptor;
    source->chunk = memory_alloc(CHUNK);
    source->digest = digested ? digest_start() : NULL;
    return 0;
}

/* Reads once behind `end`; false at the end of the input. */
static bool read_some(struct source *source) {
    ssize_t got;
    unsigned char *to = source->raw ? source->raw : source->chunk + source->end;
    do
        got = read(source->descriptor, to, source->raw ? CHUNK : CHUNK - source->end);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        source->failure = got < 0 ? errno : 0;
        source->ended = true;
        if (source->raw && got == 0)
            source->end += utf16_end(&source->utf16, (char *)source->chunk + source->end);
        return source->raw && source->end > 0;
    }
    if (source->digest)
        digest_add(source->digest, to, (size_t)got);
    source->bytes += (size_t)got;
    source->end += source->raw
                       ? utf16_decode(&source->utf16, to, (size_t)got, (char *)source->chunk)
                       : (size_t)got;
    return true;
}

bool source_more(struct source *source) {
    if (source->start < source->end)
        return true;
    while (!source->ended && source->descriptor >= 0) {
        source->start = source->end = 0;
        if (read_some(source) && source->end > 0)
            return true;
    }
    return false;
}

void source_fill(struct source *source) {
    while (!source->ended && source->end < CHUNK && read_some(source))
        ;
}

void source_decode_utf16(struct source *source, bool little) {
    source->raw = source->chunk;
    source->chunk = memory_alloc(UTF16_ROOM(CHUNK));
    source->utf16 = (struct utf16){.little = little};
    source->end = utf16_decode(&source->utf16, source->raw, source->end, (char *)source->chunk);
    if (source->ended)
        source->end += utf16_end(&source->utf16, (char *)source->chunk + source->end);
}

struct text source_view(const struct source *source) {
    return (struct text){(const char *)source->chunk + source->start, source->end - source->start};
}

void source_skip(struct source *source, size_t size) {
    source->start += size;
    source->offset += size;
}

void source_drain(struct source *source) {
    while (source_more(source))
        source_skip(source, source->end - source->start);
}

void source_close(struct source *source, size_t *bytes, char hex[DIGEST_HEX_SIZE]) {
    if (source->descriptor < 0)
        return;
    *bytes = source->bytes;
    hex[0] = '\0';
    if (source->digest)
        digest_finish(source->digest, hex);
    if (source->descriptor != STDIN_FILENO)
        close(source->descriptor);
    memory_free(source->chunk);
    memory_free(source->raw);
    *source = (struct source){.descriptor = -1};
}
