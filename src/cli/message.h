/* What the program says to a person: one line a message on standard error. Only src/cli prints.
 *
 * Where standard error is systemd's journal (its JOURNAL_STREAM says so), a line begins with its
 * level, as journald reads it: <3> errors, <4> warnings, <6> what was done. */
#ifndef TAKLIMAT_CLI_MESSAGE_H
#define TAKLIMAT_CLI_MESSAGE_H

#include "base/faults.h"
#include "base/text.h"

/* "taklimat: ..." and a line end, an error; `format` is translated. */
void message_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same of what goes on nevertheless, and of what was done. */
void message_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "taklimat: FILE:RECORD: what is wrong"; returns the error's exit code. */
int message_error(const struct error *error);

/* The first fault, and how many more there are; returns its exit code. */
int message_faults(const struct faults *faults);

/* "taklimat: FILE:RECORD: message" for a record or file that was warned about or rejected; record
 * 0: no number. */
void message_record(struct text file, size_t record, struct text message);

/* Prints "N articles" over itself while standard error is a terminal; at most a few times a second
 * by count. */
void progress_show(size_t count);

/* Wipes the progress line, if there is one. */
void progress_end(void);

#endif
