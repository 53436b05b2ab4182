/* The revision before: what it held, so that the next one can say what changed. Before: the newest
 * published folder and a sealed summary. After: layout sets the addendum. */
#ifndef TAKLIMAT_CLI_REVISION_H
#define TAKLIMAT_CLI_REVISION_H

#include "layout/layout.h"
#include "summary/changes.h"

/* Zero-initialise; free with revision_free. */
struct revision {
    struct arena arena; /* owns the changes */
    struct summary before;
    bool readable; /* `before` was opened and must be freed */
    struct changes changes;
    struct addendum addendum;
};

/* Reads summary.json of `folder`, revision `number` - 1, and compares it with the articles of `now`
 * (before decisions are applied: the file holds what was found). Where it cannot be read, a line
 * tells, and the addendum says so. */
void revision_read(struct revision *revision, const char *folder, unsigned number,
                   const struct summary *now);

void revision_free(struct revision *revision);

#endif
