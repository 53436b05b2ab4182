/* For tests of intake: see intake_fixture.h. */
#include <config.h>

#include "intake_fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "support.h"

static const char *scratch_folder(void) {
    const char *folder = getenv("TAKLIMAT_SCRATCH");
    return folder ? folder : "/tmp";
}

/* Removes what is in a folder of tests; two levels are enough. */
static void empty(const char *folder, int depth) {
    DIR *stream = opendir(folder);
    for (struct dirent *entry = stream ? readdir(stream) : NULL; entry; entry = readdir(stream)) {
        char path[1024];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        snprintf(path, sizeof path, "%.700s/%.255s", folder, entry->d_name);
        if (unlink(path) != 0 && depth > 0)
            empty(path, depth - 1);
        rmdir(path);
    }
    if (stream)
        closedir(stream);
}

const char *fixture_folder(const char *name) {
    static char path[1024];
    struct error error = {0};
    snprintf(path, sizeof path, "%.700s/%s", scratch_folder(), name);
    empty(path, 3);
    ck_assert_msg(folder_make(path, &error), "%s", error.message);
    return path;
}

const char *fixture_write(const char *folder, const char *name, struct text bytes) {
    static char paths[8][1200];
    static size_t turn;
    char *path = paths[turn++ % 8];
    struct error error = {0};
    snprintf(path, sizeof paths[0], "%.900s/%.200s", folder, name);
    ck_assert_msg(file_write(path, bytes, &error), "%s: %s", path, error.message);
    return path;
}

static void log_warnings(struct intake *intake, struct reading_log *log) {
    const struct warning *warnings;
    size_t count = intake_warnings(intake, &warnings);
    for (size_t i = 0; i < count; i++) {
        buffer_char(&log->lines, '?');
        buffer_text(&log->lines, warnings[i].told);
        buffer_char(&log->lines, '\n');
    }
}

static void log_result(enum intake_result result, const struct article *article,
                       const struct reject *reject, struct reading_log *log) {
    if (result == INTAKE_ARTICLE) {
        log->accepted++;
        buffer_text(&log->lines, article->id);
    } else {
        log->rejected++;
        buffer_printf(&log->lines, "!%s", reject->reason);
    }
    buffer_char(&log->lines, '\n');
}

void fixture_read(const char *const *paths, size_t count, size_t limit, struct reading_log *log) {
    struct error error = {0};
    struct intake_options options = {.max_record = limit};
    struct intake *intake = intake_open(paths, count, options, test_tables(), &error);
    ck_assert_msg(intake != NULL, "%s: %s", error.file, error.message);
    for (;;) {
        struct article article;
        struct reject reject;
        enum intake_result result = intake_next(intake, &log->arena, &article, &reject);
        log_warnings(intake, log);
        if (result == INTAKE_END)
            break;
        log_result(result, &article, &reject, log);
        arena_reset(&log->arena);
    }
    buffer_char(&log->lines, '\0');
    intake_close(intake);
    arena_free(&log->arena);
}

const struct article *fixture_article(struct text bytes) {
    static struct arena arena;
    static struct article article;
    struct reject reject;
    struct error error = {0};
    const char *ending = bytes.size > 0 && bytes.data[0] == '{' ? "json" : "txt";
    char name[64]; /* of this process: other tests run beside it */
    snprintf(name, sizeof name, "article-%ld.%s", (long)getpid(), ending);
    const char *path = fixture_write(scratch_folder(), name, bytes);
    struct intake *intake =
        intake_open(&path, 1, (struct intake_options){0}, test_tables(), &error);
    ck_assert_msg(intake != NULL, "%s", error.message);
    arena_reset(&arena);
    enum intake_result result = intake_next(intake, &arena, &article, &reject);
    unlink(path);
    ck_assert_msg(result == INTAKE_ARTICLE, "rejected: %.80s", bytes.data);
    article.file = TEXT("");
    intake_close(intake);
    return &article;
}

const char *fixture_flags(const struct article *article, enum flag_kind kind) {
    static struct buffer out;
    buffer_clear(&out);
    for (size_t i = 0; i < article->flag_count; i++) {
        if (article->flags[i].kind != kind)
            continue;
        if (out.size > 0)
            buffer_char(&out, '|');
        buffer_text(&out, article_slice(article, article->flags[i].span));
    }
    buffer_char(&out, '\0');
    return out.data;
}
