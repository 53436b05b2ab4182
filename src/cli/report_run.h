/* One run of report, from what was asked for to what is published.
 *
 * Before: report.c, which fills in what was asked for. After: report_run.c takes the steps,
 * report_outputs.c writes the files. */
#ifndef TAKLIMAT_CLI_REPORT_RUN_H
#define TAKLIMAT_CLI_REPORT_RUN_H

#include "cli/briefing.h"
#include "cli/editor.h"
#include "cli/publish.h"
#include "cli/revision.h"
#include "cli/stream.h"
#include "cli/subscriptions.h"
#include "layout/house.h"
#include "summary/finished.h"
#include "summary/history.h"

/* A run under way. */
struct run {
    /* What was asked for. */
    const char *const *paths; /* of the articles */
    size_t path_count;
    const char *out;        /* the folder of all months */
    const char *template;   /* its name or path; NULL: Indonesian */
    const char *recipients; /* the list of whom the briefings are mailed to; NULL: nobody */
    bool allow_empty, review, plain;
    bool edited; /* there are decisions of an editor, in `editor` */
    struct tables tables;
    struct period period;
    const char *name; /* the period's, as its folder is called */
    struct date issued;
    char separator;
    unsigned jobs;
    struct arena arena;
    struct stream stream;
    struct sink facts, rejects;
    struct buffer line;
    struct summary summary;
    struct finished finished;
    struct editor editor;
    struct house house;
    struct publication publication;
    struct press press, other_press; /* the other is of the other language, opened where mailed */
    struct subscriptions mailed;
    struct history history;   /* the months before */
    unsigned newest;          /* revision that is published, 0 for none */
    const char *folder;       /* its folder; after publishing, the new one */
    struct revision revision; /* what it held */
    struct text template_sha256;
    struct input_file *inputs; /* the files to be read */
    size_t input_count;
    bool digested; /* `inputs` is known before they are read */
    size_t pages;
    struct error error; /* of a piece that could not be written */
};

/* Does all of it; returns an exit code, after messages. */
int report_run(struct run *run);

/* The outputs, all in the publication's staging folder. False with an error. */

/* Reads the articles into run->summary; writes facts.jsonl and rejected.jsonl on the way. */
bool outputs_read(struct run *run, struct error *error);

/* summary.json, of the sealed summary before decisions. */
bool outputs_summary(struct run *run, struct error *error);

/* The tables, figures.json and the PDFs, of the finished month. */
bool outputs_write(struct run *run, struct error *error);

#endif
