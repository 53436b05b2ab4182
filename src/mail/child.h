/* A program that is started for one task: with a time limit, and without a shell unless its name is
 * one.
 *
 * Before: sendmail.c, secret.c. */
#ifndef TAKLIMAT_MAIL_CHILD_H
#define TAKLIMAT_MAIL_CHILD_H

#include <stdbool.h>

#include "base/buffer.h"

enum child_end {
    CHILD_EXITED,      /* `status` is its exit code */
    CHILD_NOT_STARTED, /* `status` is the errno */
    CHILD_KILLED,      /* by a signal that was not ours, `status` */
    CHILD_TIMED_OUT    /* it was killed, and what it started with it */
};

struct child {
    const char *const *arguments; /* NULL at their end; the first is the path, or found in PATH */
    int input;                    /* a descriptor to be its standard input; -1: nothing to read */
    bool errors;                  /* its messages are kept with its output, else they are ours */
    unsigned seconds;             /* that it may take */
    struct buffer *output;        /* what it says is appended; what is above `most` is dropped */
    size_t most;
    enum child_end end; /* set by child_run */
    int status;         /* likewise */
};

/* Runs the program to its end, without the password in its environment (secret.h). It is a process
 * group of its own, so that Ctrl-C does not end it in the middle of its work. */
void child_run(struct child *child);

#endif
