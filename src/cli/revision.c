/* The revision before: see revision.h. Before: report. After: layout. */
#include <config.h>

#include "cli/revision.h"

#include "cli/facts_files.h"
#include "cli/message.h"

static bool read_before(struct revision *revision, const char *folder, struct error *error) {
    const char *path = arena_printf(&revision->arena, "%s/summary.json", folder).data;
    struct facts_files files = {0};
    summary_init(&revision->before, (struct period){.from = {0}}, (struct text){NULL, 0},
                 (struct text){NULL, 0});
    if (facts_files_read(&files, &path, 1, &revision->before, error) && files.rejected == 0) {
        summary_seal(&revision->before);
        return true;
    }
    summary_free(&revision->before);
    return false;
}

void revision_read(struct revision *revision, const char *folder, unsigned number,
                   const struct summary *now) {
    struct error error = {0};
    revision->addendum = (struct addendum){.revision = number};
    revision->readable = read_before(revision, folder, &error);
    if (!revision->readable) {
        if (error.code != EXIT_DONE)
            message_error(&error);
        message_warning("%s: what changed since cannot be told", folder);
        return;
    }
    changes_find(&revision->before, now, &revision->arena, &revision->changes);
    revision->addendum.before = &revision->before;
    revision->addendum.changes = &revision->changes;
}

void revision_free(struct revision *revision) {
    if (revision->readable)
        summary_free(&revision->before);
    arena_free(&revision->arena);
    *revision = (struct revision){.readable = false};
}
