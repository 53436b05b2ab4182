/* Passwords and tokens: see secret.h. Before: the configuration. After: smtp.c. */
#include <config.h>

#include "mail/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/translate.h"
#include "mail/child.h"

#define MOST ((size_t)16 * 1024)
#define COMMAND_SECONDS 60

void secret_wipe(struct buffer *secret) {
    if (secret->data)
        explicit_bzero(secret->data, secret->capacity);
    buffer_free(secret);
}

/* What only its owner may read is a secret. */
static bool is_private(int descriptor, struct error *error) {
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return error_set(error, EXIT_CONFIG, "cannot open: %s", translate_cause(errno));
    if (!S_ISREG(status.st_mode))
        return error_set(error, EXIT_CONFIG, "not a regular file");
    if (status.st_uid != geteuid() && status.st_uid != 0)
        return error_set(error, EXIT_CONFIG, "the file of a password must be your own");
    if (status.st_mode & (S_IRWXG | S_IRWXO))
        return error_set(error, EXIT_CONFIG,
                         "others may read this password: chmod 600 its file, and change it if it "
                         "was in use");
    return true;
}

static bool read_file(const char *path, struct buffer *out, struct error *error) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t got = -1;
    if (descriptor < 0)
        error_set(error, EXIT_CONFIG, "cannot open: %s", translate_cause(errno));
    else if (is_private(descriptor, error)) {
        got = read(descriptor, buffer_room(out, MOST + 1), MOST + 1);
        if (got < 0)
            error_set(error, EXIT_CONFIG, "cannot read: %s", translate_cause(errno));
    }
    out->size += got > 0 ? (size_t)got : 0;
    error_at(error, path, 0);
    if (descriptor >= 0)
        close(descriptor);
    return got >= 0;
}

static bool read_variable(const char *name, struct buffer *out, struct error *error) {
    const char *value = getenv(name);
    if (!value)
        return error_set(error, EXIT_CONFIG, "the environment variable %s is not set", name);
    buffer_append(out, value, strnlen(value, MOST + 1));
    return true;
}

static bool read_command(const char *command, struct buffer *out, struct error *error) {
    const char *const arguments[] = {"sh", "-c", command, NULL};
    struct child child = {.arguments = arguments,
                          .input = -1,
                          .seconds = COMMAND_SECONDS,
                          .output = out,
                          .most = MOST + 1};
    buffer_room(out, MOST + 1); /* what grows leaves copies behind */
    child_run(&child);
    if (child.end == CHILD_TIMED_OUT)
        return error_set(error, EXIT_CONFIG, "the command for the password did not end in %d s",
                         COMMAND_SECONDS);
    if (child.end != CHILD_EXITED || child.status != 0)
        return error_set(error, EXIT_CONFIG, "the command for the password failed (%d)",
                         child.status);
    return true;
}

/* Keeps the first line of what is behind `from`, which must be something to send. */
static bool check(struct buffer *out, size_t from, struct error *error) {
    size_t end = from;
    while (end < out->size && out->data[end] != '\n' && out->data[end] != '\r')
        end++;
    if (end - from > MOST)
        return error_set(error, EXIT_CONFIG, "the password is longer than 16 kB");
    if (end == from)
        return error_set(error, EXIT_CONFIG, "the password is empty");
    for (size_t i = from; i < end; i++)
        if ((unsigned char)out->data[i] < 0x20 || out->data[i] == 0x7F)
            return error_set(error, EXIT_CONFIG, "the password holds a control character");
    explicit_bzero(out->data + end, out->size - end);
    out->size = end;
    return true;
}

bool secret_read(void *context, struct buffer *out, struct error *error) {
    const struct secret_source *source = context;
    size_t from = out->size;
    bool ok = source->file       ? read_file(source->file, out, error)
              : source->variable ? read_variable(source->variable, out, error)
                                 : read_command(source->command, out, error);
    ok = ok && check(out, from, error);
    if (!ok && source->file)
        error_at(error, source->file, 0);
    return ok;
}
