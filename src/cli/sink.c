/* Output of a command: see sink.h. Before: the commands that write one stream. */
#include <config.h>

#include "cli/sink.h"

#include <string.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/stop.h"

#define PENDING_BYTES ((size_t)256 * 1024)

bool sink_open(struct sink *sink, const char *path, struct error *error) {
    *sink = (struct sink){.is_stdout = !path || strcmp(path, "-") == 0};
    if (sink->is_stdout)
        return true;
    stop_watch();
    return output_open(&sink->file, path, error);
}

static bool flush_stdout(struct sink *sink, struct error *error) {
    bool ok = descriptor_write(STDOUT_FILENO, buffer_view(&sink->pending), error);
    if (!ok)
        error_at(error, _("standard output"), 0);
    buffer_clear(&sink->pending);
    return ok;
}

bool sink_write(struct sink *sink, struct text bytes, struct error *error) {
    if (!sink->is_stdout)
        return output_write(&sink->file, bytes.data, bytes.size, error);
    buffer_text(&sink->pending, bytes);
    return sink->pending.size < PENDING_BYTES || flush_stdout(sink, error);
}

bool sink_commit(struct sink *sink, struct error *error) {
    if (!sink->is_stdout)
        return output_commit(&sink->file, error);
    bool ok = flush_stdout(sink, error);
    buffer_free(&sink->pending);
    return ok;
}

void sink_abort(struct sink *sink) {
    if (sink->is_stdout)
        buffer_free(&sink->pending);
    else
        output_abort(&sink->file);
}
