/* One run of report: see report_run.h. Before: report.c. After: a reader. */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/translate.h"
#include "cli/manifest.h"
#include "cli/message.h"
#include "cli/past.h"
#include "cli/report_run.h"
#include "cli/request.h"
#include "layout/wording.h"

static bool digest_template(struct run *run, struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    size_t size;
    bool ok = file_sha256(run->press.template_path, hex, &size, error);
    run->template_sha256 = arena_copy(&run->arena, text_of(hex));
    return ok;
}

/* What run.json says, as far as it is known. */
static struct manifest make_manifest(const struct run *run) {
    return (struct manifest){.tables = &run->tables,
                             .template_name = text_of(run->template ? run->template : "id"),
                             .template_sha256 = run->template_sha256,
                             .language = run->press.template->language,
                             .mailed = &run->mailed,
                             .name = run->name,
                             .period = run->period,
                             .issued = run->issued,
                             .allow_empty = run->allow_empty,
                             .review = run->review,
                             .plain = run->plain,
                             .separator = run->separator,
                             .edited = run->edited,
                             .paths = run->paths,
                             .path_count = run->path_count,
                             .inputs = run->inputs,
                             .input_count = run->input_count,
                             .stream = &run->stream,
                             .finished = &run->finished,
                             .summary = &run->summary,
                             .decided = &run->editor.decided,
                             .house = &run->house,
                             .history = &run->history,
                             .publication = &run->publication};
}

/* True if the newest revision is what this run would make, as far as run->line, the beginning of
 * its run.json, tells. */
static bool is_published(struct run *run) {
    return request_standing(&run->arena, run->folder, buffer_view(&run->line)) == STANDING_SAME;
}

static bool reads_standard_input(const struct run *run) {
    for (size_t i = 0; i < run->path_count; i++)
        if (strcmp(run->paths[i], "-") == 0)
            return true;
    return false;
}

/* Looks at what is there before anything is read: the newest revision, the months before, the
 * digests of the inputs. *again if there is nothing to do. */
static bool look_before(struct run *run, bool *again, struct error *error) {
    struct month_figures now;
    if (!digest_template(run, error) ||
        !publication_newest(&run->arena, run->out, run->name, &run->newest, &run->folder, error))
        return false;
    if (period_is_month(run->period)) {
        past_month(run->period, &run->tables, &run->arena, &now);
        past_read(run->publication.out, &now, &run->arena, &run->history);
    }
    run->digested = !reads_standard_input(run);
    if (!run->digested)
        return true;
    if (!intake_digest(run->paths, run->path_count, &run->arena, &run->inputs, &run->input_count,
                       error))
        return false;
    struct manifest manifest = make_manifest(run);
    buffer_clear(&run->line);
    manifest_request(&manifest, &run->line);
    *again = !manifest.edited && is_published(run);
    return true;
}

/* After the inputs were read: they must be what was digested. */
static bool inputs_hold(struct run *run, struct error *error) {
    const struct stream *stream = &run->stream;
    if (run->digested)
        return request_holds(run->inputs, run->input_count, stream->inputs, stream->input_count,
                             error);
    run->inputs = stream->inputs;
    run->input_count = stream->input_count;
    return true;
}

/* After decisions were applied: true if what they and standard input make is there already. */
static bool found_published(struct run *run) {
    struct manifest manifest = make_manifest(run);
    buffer_clear(&run->line);
    manifest_request(&manifest, &run->line);
    manifest_found(&manifest, &run->line);
    return (manifest.edited || !run->digested) && is_published(run);
}

/* Writes run.json and publishes; run->folder is then where the briefing stands. */
static bool publish(struct run *run, struct error *error) {
    struct manifest manifest = make_manifest(run);
    buffer_clear(&run->line);
    manifest_request(&manifest, &run->line);
    manifest_found(&manifest, &run->line);
    manifest_outcome(&manifest, run->newest + 1, &run->line);
    return publication_add(&run->publication, TEXT("run.json"), buffer_view(&run->line), error) &&
           publication_publish(&run->publication, run->newest + 1, &run->folder, error);
}

static double seconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* "12 read, ..., 2 regions, 8 pages, 0.4 s". */
static void tell_counts(const struct run *run, const struct timespec *start) {
    const struct counts *counts = &run->finished.counts;
    char regions[100], pages[100];
    snprintf(regions, sizeof regions, translate_count("%zu region", "%zu regions", counts->regions),
             counts->regions);
    snprintf(pages, sizeof pages, translate_count("%zu page", "%zu pages", run->pages), run->pages);
    message_note("%zu read, %zu accepted, %zu rejected, %zu in the month, %s, %s, %.1f s",
                 run->stream.accepted + run->stream.rejected, run->stream.accepted,
                 run->stream.rejected, counts->articles, regions, pages, seconds_since(start));
}

static void tell_result(const struct run *run, const struct timespec *start) {
    const struct counts *counts = &run->finished.counts;
    size_t repeats = run->summary.duplicates;
    if (repeats)
        message_line(
            translate_count(
                "%zu record has the same publisher, address, title and text as another; counted "
                "once",
                "%zu records have the same publisher, address, title and text as another; counted "
                "once",
                repeats),
            repeats);
    if (counts->undated)
        message_line(translate_count(
                         "%zu article without a month that can be determined, listed as undated",
                         "%zu articles without a month that can be determined, listed as undated",
                         counts->undated),
                     counts->undated);
    tell_counts(run, start);
    message_note("published: %s", run->folder);
}

/* From the articles to what layout prints. */
static bool derive(struct run *run, struct error *error) {
    summary_seal(&run->summary);
    if (!outputs_summary(run, error))
        return false;
    if (run->newest)
        revision_read(&run->revision, run->folder, run->newest + 1, &run->summary);
    editor_apply(&run->editor, &run->summary, &run->tables);
    finish(&run->summary, &run->tables, &run->finished);
    if (run->review)
        editor_review(&run->editor, &run->finished);
    return true;
}

static int tell_unchanged(const struct run *run) {
    message_note("unchanged: %s", run->folder);
    return EXIT_DONE;
}

/* Everything after the articles were read. */
static int publish_articles(struct run *run, const struct timespec *start) {
    struct error error = {0};
    int verdict = stream_verdict(&run->stream);
    if (verdict != EXIT_DONE)
        return verdict;
    if (!derive(run, &error))
        return message_error(&error);
    if (run->finished.counts.articles == 0 && !run->allow_empty) {
        message_line(
            "no article of %s among %zu (%zu outside the month, %zu undated); nothing published",
            run->name, run->stream.accepted, run->finished.counts.outside_period,
            run->finished.counts.undated);
        return EXIT_NO_INPUT;
    }
    if (found_published(run))
        return tell_unchanged(run);
    if (!outputs_write(run, &error) || !publish(run, &error))
        return message_error(&error);
    tell_result(run, start);
    return EXIT_DONE;
}

/* Everything after the outputs are open. */
static int run_steps(struct run *run, const struct timespec *start) {
    struct error error = {0};
    bool again = false;
    if (!look_before(run, &again, &error))
        return message_error(&error);
    if (again)
        return tell_unchanged(run);
    if (!outputs_read(run, &error) || !inputs_hold(run, &error))
        return message_error(&error);
    return publish_articles(run, start);
}

/* The list of recipients, which asks for further briefings, and the press for those. */
static bool open_mailed(struct run *run, struct error *error) {
    struct faults faults = {.first = error};
    struct text language = run->press.template->language;
    const char *other = text_is(language, "en") ? "id" : "en";
    if (run->recipients && !subscriptions_read(run->recipients, run->tables.regions, language,
                                               &run->arena, &run->mailed, &faults))
        return false;
    return !subscriptions_translate(&run->mailed) ||
           press_open(&run->other_press, other, &run->house, error);
}

/* Opens what the run writes with and to, runs, and closes it in reverse. */
int report_run(struct run *run) {
    struct timespec start;
    struct error error = {0};
    int code;
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (!press_open(&run->press, run->template, &run->house, &error) || !open_mailed(run, &error) ||
        !publication_open(&run->publication, run->out, run->name, &error)) {
        code = message_error(&error);
    } else {
        summary_init(&run->summary, run->period, run->tables.version, run->tables.sha256);
        code = run_steps(run, &start);
        finished_free(&run->finished);
        revision_free(&run->revision);
        summary_free(&run->summary);
        stream_free(&run->stream);
    }
    publication_close(&run->publication);
    press_close(&run->other_press);
    press_close(&run->press);
    return code;
}
