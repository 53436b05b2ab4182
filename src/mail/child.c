/* Running a program: see child.h. Before: sendmail.c, secret.c. After: nothing. */
#include <config.h>

#include "mail/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "mail/secret.h"

extern char **environ;

/* How often is looked whether it has ended: one that leaves another process behind, which holds its
 * output open, has. */
#define SLICE_MS 50

static long long monotonic_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* The environment without the password, the strings borrowed; freed by memory_free. */
static char **inherited(void) {
    size_t count = 0, kept = 0, size = strlen(SECRET_VARIABLE "=");
    while (environ[count])
        count++;
    char **out = memory_alloc_array(count + 1, sizeof *out);
    for (size_t i = 0; i < count; i++)
        if (strncmp(environ[i], SECRET_VARIABLE "=", size) != 0)
            out[kept++] = environ[i];
    return out;
}

/* Starts it with its output going to `sink`; 0 or an errno. */
static int start(const struct child *child, int sink, pid_t *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t normal;
    sigemptyset(&normal);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &normal);
    sigaddset(&normal, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &normal);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, (short)(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                                  POSIX_SPAWN_SETSIGMASK));
    if (child->input >= 0)
        posix_spawn_file_actions_adddup2(&actions, child->input, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, sink, STDOUT_FILENO);
    if (child->errors)
        posix_spawn_file_actions_adddup2(&actions, sink, STDERR_FILENO);
    char **environment = inherited();
    /* posix_spawn takes the arguments as char *const *, and changes none of them. */
    int result = posix_spawnp(pid, child->arguments[0], &actions, &attributes,
                              (char *const *)(uintptr_t)child->arguments, environment);
    memory_free(environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return result;
}

/* Takes what is there to read; false at the end of it. */
static bool take_output(struct child *child, int source) {
    char bytes[4096];
    ssize_t got = read(source, bytes, sizeof bytes);
    if (got <= 0)
        return got < 0 && (errno == EAGAIN || errno == EINTR);
    size_t room = child->most - child->output->size;
    buffer_append(child->output, bytes, (size_t)got < room ? (size_t)got : room);
    explicit_bzero(bytes, sizeof bytes); /* it may be a password */
    return true;
}

static void note_end(struct child *child, int status) {
    child->end = WIFEXITED(status) ? CHILD_EXITED : CHILD_KILLED;
    child->status = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
}

/* Reads and waits until the process has ended, or its time is over. */
static void follow(struct child *child, int source, pid_t pid) {
    long long until = monotonic_ms() + (long long)child->seconds * 1000;
    struct pollfd watched = {.fd = source, .events = POLLIN};
    int status = 0, ended;
    while ((ended = waitpid(pid, &status, WNOHANG)) == 0 && monotonic_ms() < until) {
        poll(&watched, 1, SLICE_MS);
        if (watched.fd >= 0 && (watched.revents & (POLLIN | POLLHUP)) &&
            !take_output(child, source))
            watched.fd = -1; /* its output is closed; poll only waits */
    }
    if (ended == 0) {
        kill(-pid, SIGKILL);
        waitpid(pid, &status, 0);
        child->end = CHILD_TIMED_OUT;
        return;
    }
    for (bool more = watched.fd >= 0; more && poll(&watched, 1, 0) > 0;)
        more = take_output(child, source);
    note_end(child, status);
}

void child_run(struct child *child) {
    int ends[2];
    pid_t pid;
    child->end = CHILD_NOT_STARTED;
    child->most += child->output->size;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        child->status = errno;
        return;
    }
    child->status = start(child, ends[1], &pid);
    close(ends[1]);
    if (child->status == 0)
        follow(child, ends[0], pid);
    close(ends[0]);
}
