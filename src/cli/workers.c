/* Several processes: see workers.h. Before: the command report. After: it lists what they wrote.
 *
 * What the processes share is a piece of memory: the number of the next task, which each takes for
 * itself, and the outcomes. */
#include <config.h>

#include "cli/workers.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/wait.h>
#include <unistd.h>

#include "base/decimal.h"
#include "base/memory.h"
#include "base/translate.h"
#include "cli/message.h"
#include "cli/stop.h"

unsigned workers_jobs(const char *argument) {
    if (!argument) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        return processors < 1 ? 1 : processors > JOBS_MOST ? JOBS_MOST : (unsigned)processors;
    }
    int32_t jobs = decimal_read(text_of(argument));
    if (jobs >= 1 && jobs <= JOBS_MOST)
        return (unsigned)jobs;
    message_line("--jobs wants a number from 1 to %d, not '%s'", JOBS_MOST, argument);
    return 0;
}

enum progress { WAITING, BEGUN, ENDED };

struct shared {
    atomic_size_t next; /* the task that is begun next */
    atomic_bool stop;   /* none is */
    struct slot {
        atomic_int progress;
        struct outcome outcome;
    } slots[]; /* one a task */
};

struct workers {
    size_t count;
    worker_task *task;
    void *context;
    struct shared *shared;
    size_t bytes; /* of `shared` */
    pid_t parent;
    pid_t *processes; /* owned while they run */
};

/* The process ends with its parent: nobody would publish what it writes. */
static void follow_parent(void) {
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

/* Task after task until none is left; none where the parent is gone. */
static void work(struct workers *workers) {
    struct shared *shared = workers->shared;
    while (!atomic_load(&shared->stop) &&
           (getpid() == workers->parent || getppid() == workers->parent)) {
        size_t number = atomic_fetch_add(&shared->next, 1);
        if (number >= workers->count)
            return;
        struct slot *slot = &shared->slots[number];
        atomic_store(&slot->progress, BEGUN);
        if (stop_go_on(&slot->outcome.error))
            workers->task(workers->context, number, &slot->outcome);
        if (slot->outcome.error.code != EXIT_DONE)
            atomic_store(&shared->stop, true);
        atomic_store(&slot->progress, ENDED);
    }
}

/* Begins up to `jobs` processes; returns how many, 0 where the system gives none. */
static size_t begin_all(struct workers *workers, unsigned jobs) {
    size_t begun = 0;
    while (begun < jobs && begun < workers->count) {
        pid_t process = fork();
        if (process < 0)
            break;
        if (process == 0) {
            follow_parent();
            work(workers);
            _exit(EXIT_DONE); /* what the parent holds is the parent's to close */
        }
        workers->processes[begun++] = process;
    }
    return begun;
}

/* Waits for the process; how it ended is told if it was not as it should. */
static void end_one(struct workers *workers, pid_t process, struct error *error) {
    struct error ignored = {0};
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR)
        if (!stop_go_on(&ignored))
            atomic_store(&workers->shared->stop, true);
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_DONE)
        return;
    atomic_store(&workers->shared->stop, true);
    if (WIFSIGNALED(status))
        error_set(error, EXIT_INTERNAL, "a process that set pages was ended by signal %d (%s)",
                  WTERMSIG(status), strsignal(WTERMSIG(status)));
    else
        error_set(error, EXIT_INTERNAL, "a process that set pages ended with exit code %d",
                  WEXITSTATUS(status));
}

static void work_beside(struct workers *workers, unsigned jobs, struct error *error) {
    workers->processes = memory_alloc_array(jobs, sizeof *workers->processes);
    size_t begun = begin_all(workers, jobs);
    for (size_t i = 0; i < begun; i++)
        end_one(workers, workers->processes[i], error);
    if (begun == 0)
        work(workers);
    memory_free(workers->processes);
}

/* The first task that failed comes before a process that ended, and that before a signal. */
static bool collect(const struct workers *workers, struct outcome *outcomes, struct error *ended,
                    struct error *error) {
    bool all = true;
    for (size_t i = 0; i < workers->count; i++) {
        const struct slot *slot = &workers->shared->slots[i];
        outcomes[i] = slot->outcome;
        all &= slot->progress == ENDED && slot->outcome.error.code == EXIT_DONE;
        if (error->code == EXIT_DONE)
            *error = slot->outcome.error;
    }
    if (error->code == EXIT_DONE)
        *error = *ended;
    if (all && error->code == EXIT_DONE)
        return true;
    if (stop_go_on(error))
        error_set(error, EXIT_INTERNAL, "a part of the work was not done");
    return false;
}

bool workers_run(size_t count, unsigned jobs, worker_task *task, void *context,
                 struct outcome *outcomes, struct error *error) {
    struct workers workers = {.count = count, .task = task, .context = context};
    struct error ended = {0};
    workers.bytes = sizeof(struct shared) + count * sizeof(struct slot);
    workers.shared =
        mmap(NULL, workers.bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (workers.shared == MAP_FAILED)
        return error_set(error, EXIT_INTERNAL, "no memory to share: %s", translate_cause(errno));
    workers.parent = getpid();
    if (jobs > 1 && count > 1)
        work_beside(&workers, jobs, &ended);
    else
        work(&workers);
    bool ok = collect(&workers, outcomes, &ended, error);
    munmap(workers.shared, workers.bytes);
    return ok;
}
