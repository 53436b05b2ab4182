/* The editor's part in a run: files of decisions read and applied, and the review list with its
 * table. What report and render share.
 *
 * Before: the command line and a sealed summary. After: finish and layout. */
#ifndef TAKLIMAT_CLI_EDITOR_H
#define TAKLIMAT_CLI_EDITOR_H

#include "base/translate.h"
#include "cli/command.h"
#include "layout/layout.h"
#include "summary/decide.h"
#include "summary/table_sink.h"

#define DECISIONS_HELP                                                                             \
    N_("a review.csv with its last columns filled in: what\n"                                      \
       "to accept, drop or correct; may be given several\n"                                        \
       "times, a later one holds against an earlier one")

/* Zero-initialise; free with editor_free after the summary and the month are done with. */
struct editor {
    struct decisions decisions;
    struct decided_list decided; /* in the summary's arena */
    struct arena arena;          /* owns the review list */
    struct review review;
    size_t wrong; /* rows told as wrong */
};

/* Reads the files that the option at place `option` names. EXIT_DONE, or another exit code after
 * messages: a row that is wrong stops the run before anything is read or written, since what an
 * editor dropped must not be published for a slip of the hand. All wrong rows are told. */
int editor_read(struct editor *editor, const struct arguments *arguments, int option,
                const struct tables *tables);

/* Applies what was read, with a warning for each decision that cannot be. */
void editor_apply(struct editor *editor, struct summary *summary, const struct tables *tables);

/* Lists what should be looked at. */
void editor_review(struct editor *editor, const struct finished *finished);

/* Writes the list as a table, worded as the template has it. */
void editor_table(const struct editor *editor, const struct template *template,
                  const struct note_forms *notes, struct table_sink *table);

void editor_free(struct editor *editor);

#endif
