/* Notes: what flags and citations say exactly ("PP 94/2020 was never issued: the last number of
 * 2020 is 81"), worded from one table in the language of whoever reads it.
 *
 * Before: notes.tsv. After: intake and extraction make notes, in English and with what a wording in
 * another language needs; layout and tables for spreadsheets word them in the template's. */
#ifndef TAKLIMAT_TABLES_NOTE_FORMS_H
#define TAKLIMAT_TABLES_NOTE_FORMS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

/* Places that the wording of a note has at most. */
#define NOTE_PLACES 8

struct note_forms;

enum note_language { NOTE_ENGLISH, NOTE_INDONESIAN, NOTE_LANGUAGES };

/* What a note says apart from its words. */
struct note_values {
    struct text code; /* its row of the table */
    struct text *at;  /* one for each place of the row, "" for those left out */
    size_t count;
};

struct note {
    struct text words;                /* English, dates as 2024-03-28 */
    const struct note_values *values; /* NULL for none */
};

/* Writes a date as the reader has it; the text lives in `arena`. */
typedef struct text note_date(const void *context, struct arena *arena, struct date date);

/* For whom notes are worded. */
struct note_wording {
    const struct note_forms *forms;
    enum note_language language;
    note_date *date; /* NULL: 2024-03-28 */
    const void *context;
};

/* Reads notes.tsv. NULL with EXIT_CONFIG, file and line on failure. */
const struct note_forms *note_forms_load(const char *folder, struct arena *arena,
                                         struct error *error);

/* The note of the row `code` (it must be one), with a value for each of its places, which are
 * copied. All in `arena`. */
struct note note_make(const struct note_forms *forms, struct arena *arena, const char *code,
                      const struct text values[NOTE_PLACES]);

/* The note in the reader's words, in `arena`; none if `values` is NULL or has a code that the table
 * does not hold or holds with other places. */
struct text note_words(const struct note_wording *wording, struct arena *arena,
                       const struct note_values *values);

/* The language of this code ("id", "en"); NOTE_ENGLISH for all that the table does not hold. */
enum note_language note_language_of(struct text code);

/* The phrase in the reader's language if a row of the table has its English form, itself if not. */
struct text note_phrase(const struct note_wording *wording, struct arena *arena,
                        struct text phrase);

#endif
