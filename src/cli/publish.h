/* Publishing a folder of outputs all at once: everything is written to a staging folder beside the
 * final one, which is renamed into place when it is complete. A published folder is never changed:
 * what differs becomes a revision (2024-08-r2). */
#ifndef TAKLIMAT_CLI_PUBLISH_H
#define TAKLIMAT_CLI_PUBLISH_H

#include "base/arena.h"
#include "base/error.h"

/* A file written so far. */
struct published_file {
    struct text name; /* below the folder */
    size_t bytes;
    struct text sha256; /* hex */
};

/* Zero-initialise; publication_close may follow at once. */
struct publication {
    struct arena arena;  /* owns everything below */
    const char *out;     /* the folder of all months */
    const char *name;    /* "2024-08" */
    const char *staging; /* the folder being filled, .2024-08.part; NULL when closed */
    int lock;            /* of `out`; -1: none */
    struct published_file *files;
    size_t count, capacity;
};

/* Makes `out` where it is missing, takes its lock, removes what killed runs left there
 * (leftovers.h), and makes an empty staging folder. Errors: EXIT_TRY_AGAIN while another run has
 * the lock, EXIT_CANNOT_CREATE (a symbolic link is refused), EXIT_IO. */
bool publication_open(struct publication *publication, const char *out, const char *name,
                      struct error *error);

/* The path of `name` in the staging folder, NUL-terminated, in the publication's arena. */
const char *publication_path(struct publication *publication, struct text name);

/* Writes a file into the staging folder and lists it with its digest. Errors as file_write. */
bool publication_add(struct publication *publication, struct text name, struct text bytes,
                     struct error *error);

/* Lists a file that was written into the staging folder by other means; reads it for its digest. */
bool publication_list(struct publication *publication, struct text name, struct error *error);

/* The path in `arena` of a revision, from 1, of the month `name` below the folder `out`. */
const char *publication_folder(struct arena *arena, const char *out, const char *name,
                               unsigned revision);

/* The newest revision published of the month `name` below the folder `out`: its number from 1 goes
 * to *revision, 0 if there is none yet; its folder, in `arena`, to *path (NULL then). Errors:
 * EXIT_CANNOT_CREATE where a link or a file has the name of a revision. */
bool publication_newest(struct arena *arena, const char *out, const char *name, unsigned *revision,
                        const char **path, struct error *error);

/* Renames the staging folder to the name of `revision` and syncs. *path gets the final folder (in
 * the arena). On failure (EXIT_CANNOT_CREATE, EXIT_IO) nothing was published; publication_close
 * removes the staging folder. */
bool publication_publish(struct publication *publication, unsigned revision, const char **path,
                         struct error *error);

/* Removes the staging folder, if it was not published, lets go of the lock and frees everything. */
void publication_close(struct publication *publication);

#endif
