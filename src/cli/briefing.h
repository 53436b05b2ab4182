/* From a summary to PDFs: what report and render share.
 *
 * Before: a sealed summary. After: bytes of PDFs, which the commands write. */
#ifndef TAKLIMAT_CLI_BRIEFING_H
#define TAKLIMAT_CLI_BRIEFING_H

#include "base/buffer.h"
#include "base/translate.h"
#include "cli/workers.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "summary/finished.h"

#define TEMPLATE_HELP                                                                              \
    N_("id (Indonesian), en, or the path of a template (default:\n"                                \
       "that of the configuration, else id)")

#define PLAIN_HELP                                                                                 \
    N_("without tags: smaller PDFs, which cannot be read aloud\n"                                  \
       "in order")

/* A template, the fonts and the colour profile, opened once for all PDFs of a run. */
struct press {
    struct arena arena;
    struct template *template;
    struct fonts *fonts;
    struct buffer profile;     /* owned; empty if there is none */
    struct pdf_options pdf;    /* with that profile; the commands may set the rest */
    const char *template_path; /* in the arena */
};

/* The path of template `name` ("id", "en", or the path of a .json file; NULL: "id"), in `arena`. */
const char *briefing_template(struct arena *arena, const char *name);

/* Reads the template at `path`, with what `house` sets over it (NULL: nothing); the error says how
 * many faults there are besides the first. */
struct template *briefing_read_template(const char *path, const struct house *house,
                                        struct error *error);

/* Opens template `name` (see briefing_template) with what the house sets over it, the fonts and the
 * profile of the data folder. Errors: EXIT_CONFIG; *press is empty then. */
bool press_open(struct press *press, const char *name, const struct house *house,
                struct error *error);
void press_close(struct press *press);

#define JOBS_HELP                                                                                  \
    N_("briefings set at once, by as many processes (default:\n"                                   \
       "that of the configuration, else one a processor)")

/* Sets and draws one briefing; appends the PDF to `pdf` and its digest (layout/digest_text.h) to
 * `digest` (NULL: not wanted), and tells its pages, and what the fonts lack, in `outcome`. False
 * with outcome->error. Prints nothing. */
bool press_print(const struct press *press, const struct finished *finished,
                 const struct briefing_options *options, struct buffer *pdf, struct buffer *digest,
                 struct outcome *outcome);

/* Prints what a person should know of it. */
void press_tell(const struct outcome *outcome);

/* Which briefing of a month it is. */
struct briefing_id {
    struct text code, name; /* of the province or region; code "" for the nation */
    struct text language;   /* "" that of the run's template; else "en" or "id" */
};

/* The file name of a briefing, with `ending` ".pdf": "taklimat-2024-08.pdf" (period_name) for the
 * nation, "19-kepulauan-bangka-belitung.pdf" for a province or region, "-en" before the ending in
 * another language. Only a-z, 0-9, dots and dashes, so that no name can leave the folder. In
 * `arena`. */
struct text briefing_file_name(struct arena *arena, struct period period,
                               const struct briefing_id *id, const char *ending);

/* The file name of a briefing's digest: "ringkasan.txt" or "ringkasan-en.txt" for the nation, else
 * as that of the briefing, ending in ".txt". In `arena`. */
struct text briefing_digest_name(struct arena *arena, struct period period,
                                 const struct briefing_id *id);

/* The date in the masthead: `issued` (YYYY-MM-DD) if given, else the first day after the period.
 * False, with a message, if it is no date. */
bool briefing_issued(const char *issued, struct period period, struct date *out);

#endif
