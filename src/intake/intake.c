/* Intake as a whole: see intake.h. The files of paths.c are opened one by one, cut by slicer.c,
 * read by record.c, and made articles by prepare.c. */
#include <config.h>

#include "intake/intake.h"

#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "intake/encoding.h"
#include "intake/format.h"
#include "intake/paths.h"
#include "intake/prepare.h"
#include "intake/record.h"
#include "intake/slicer.h"

#define MAX_RECORD ((size_t)16 * 1024 * 1024)

struct intake {
    const struct tables *tables;
    struct arena arena; /* lives until the intake is closed */
    struct inputs inputs;
    size_t next; /* input to be opened next */
    bool open;   /* slicer.source is open, on inputs.at[next - 1] */
    bool plain;  /* and is plain text */
    struct slicer slicer;
    size_t limit;
    bool digested;
    struct input_file *read;
    size_t read_count;
    size_t read_capacity;
    struct warning *warnings; /* owned; texts are in `arena` or in that of the record */
    size_t warning_count;
    size_t warning_capacity;
};

static void warn(struct intake *intake, struct text file, size_t record, struct text message) {
    if (intake->warning_count == intake->warning_capacity) {
        intake->warning_capacity = intake->warning_capacity ? 2 * intake->warning_capacity : 16;
        intake->warnings =
            memory_resize(intake->warnings, intake->warning_capacity, sizeof *intake->warnings);
    }
    intake->warnings[intake->warning_count++] = (struct warning){file, record, message};
}

struct intake *intake_open(const char *const *paths, size_t count, struct intake_options options,
                           const struct tables *tables, struct error *error) {
    struct intake *intake = memory_alloc_array(1, sizeof *intake);
    intake->tables = tables;
    intake->limit = options.max_record ? options.max_record : MAX_RECORD;
    intake->digested = !options.no_digests;
    intake->slicer.source.descriptor = -1;
    if (!inputs_list(paths, count, &intake->arena, &intake->inputs, error)) {
        intake_close(intake);
        return NULL;
    }
    for (size_t i = 0; i < intake->inputs.warning_count; i++)
        warn(intake, intake->inputs.warnings[i].name, 0, intake->inputs.warnings[i].message);
    return intake;
}

static const struct input *current(const struct intake *intake) {
    return &intake->inputs.at[intake->next - 1];
}

/* The fault with the place of its byte, where there is one. */
static struct text describe(struct arena *arena, const struct fault *fault) {
    bool placed = strcmp(fault->reason, "bad_json") == 0 || strcmp(fault->reason, "nul") == 0;
    if (!placed)
        return fault->message;
    return arena_printf(arena, "%.*s, at byte %zu of the record", (int)fault->message.size,
                        fault->message.data, fault->offset);
}

static enum intake_result make_reject(struct intake *intake, struct arena *arena,
                                      const struct slice *slice, const struct fault *fault,
                                      struct reject *reject) {
    *reject = (struct reject){.file = current(intake)->name,
                              .record = slice->number,
                              .offset = slice->offset,
                              .reason = fault->reason,
                              .message = describe(arena, fault),
                              .raw = arena_copy(arena, slice->bytes)};
    return INTAKE_REJECT;
}

/* A file of which nothing can be read. */
static enum intake_result reject_file(struct intake *intake, struct arena *arena, int number,
                                      struct reject *reject) {
    struct slice slice = {.bytes = TEXT(""), .number = 1, .offset = intake->slicer.source.offset};
    struct fault fault = {"unreadable", text_of(arena_cstring(arena, text_of(strerror(number)))),
                          0};
    return make_reject(intake, arena, &slice, &fault, reject);
}

static void close_source(struct intake *intake) {
    char hex[DIGEST_HEX_SIZE] = "";
    size_t bytes = 0;
    source_close(&intake->slicer.source, &bytes, hex);
    intake->open = false;
    if (intake->read_count == intake->read_capacity) {
        intake->read_capacity = intake->read_capacity ? 2 * intake->read_capacity : 16;
        intake->read = memory_resize(intake->read, intake->read_capacity, sizeof *intake->read);
    }
    intake->read[intake->read_count++] =
        (struct input_file){current(intake)->name, bytes, arena_copy(&intake->arena, text_of(hex))};
}

/* Opens the next input and tells its format. False if it cannot be opened (*number says why). */
static bool open_next(struct intake *intake, int *number) {
    const struct input *input = &intake->inputs.at[intake->next++];
    struct buffer record = intake->slicer.record;
    intake->slicer = (struct slicer){.record = record, .limit = intake->limit};
    *number = source_open(&intake->slicer.source, input->path, intake->digested);
    if (*number != 0)
        return false;
    intake->open = true;
    source_fill(&intake->slicer.source);
    intake->slicer.mode =
        format_tell(input->format, source_view(&intake->slicer.source), &intake->plain);
    size_t mark = intake->plain ? 0 : format_mark_size(source_view(&intake->slicer.source));
    source_skip(&intake->slicer.source, mark);
    return true;
}

/* Warns of what the slicer noticed, and closes the input; its failure is a reject of its own. */
static bool end_input(struct intake *intake, struct arena *arena, struct reject *reject) {
    struct slicer *slicer = &intake->slicer;
    struct text name = current(intake)->name;
    if (slicer->comma)
        warn(intake, name, 0, TEXT("the array has a comma too many"));
    int failure = slicer->source.failure;
    if (slicer->cut_off && !failure)
        warn(intake, name, 0, TEXT("the array is not closed: the file may be cut off"));
    if (slicer->number == 0 && !failure)
        warn(intake, name, 0, TEXT("holds no record"));
    if (failure)
        reject_file(intake, arena, failure, reject);
    close_source(intake);
    return failure == 0;
}

static void warn_notes(struct intake *intake, const struct slice *slice,
                       const struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++)
        warn(intake, current(intake)->name, slice->number, notes->at[i]);
}

/* Reads the fields of a slice. */
static bool read_record(struct intake *intake, struct arena *arena, const struct slice *slice,
                        struct record *record, struct notes *notes, struct fault *fault) {
    if (slice->over)
        return fault_set(
            fault, "too_large", intake->limit,
            "the record is larger than the limit; its first bytes, up to the limit, are kept");
    if (slice->after_end)
        return fault_set(fault, "bad_json", 0, "text after the end of the array");
    bool little;
    if (!intake->plain && intake->slicer.mode == SLICER_WHOLE &&
        format_is_utf16(slice->bytes, &little))
        return fault_set(fault, "not_utf8", 0,
                         "UTF-16: JSON must be UTF-8; convert the file first");
    if (!intake->plain)
        return record_read_json(slice->bytes, arena, record, notes, fault);
    struct text converted = {0}, text;
    if (!encoding_to_utf8(slice->bytes, arena, &text, &converted, fault))
        return false;
    record_read_plain(text, arena, record);
    record->converted = converted;
    return true;
}

static enum intake_result make_result(struct intake *intake, struct arena *arena,
                                      const struct slice *slice, struct article *article,
                                      struct reject *reject) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record record;
    struct origin origin = {.file = current(intake)->name, .number = slice->number};
    if (intake->plain && strcmp(current(intake)->path, "-") != 0)
        origin.id = current(intake)->id;
    if (read_record(intake, arena, slice, &record, &notes, &fault) &&
        prepare_article(&record, &origin, intake->tables, arena, article, &notes, &fault)) {
        warn_notes(intake, slice, &notes);
        return INTAKE_ARTICLE;
    }
    return make_reject(intake, arena, slice, &fault, reject);
}

enum intake_result intake_next(struct intake *intake, struct arena *arena, struct article *article,
                               struct reject *reject) {
    if (intake->next > 0)
        intake->warning_count = 0;
    for (;;) {
        struct slice slice;
        int number;
        if (intake->open && slicer_next(&intake->slicer, &slice))
            return make_result(intake, arena, &slice, article, reject);
        if (intake->open && !end_input(intake, arena, reject))
            return INTAKE_REJECT;
        if (intake->next == intake->inputs.count)
            return INTAKE_END;
        if (!open_next(intake, &number))
            return reject_file(intake, arena, number, reject);
    }
}

size_t intake_warnings(struct intake *intake, const struct warning **warnings) {
    *warnings = intake->warnings;
    return intake->warning_count;
}

size_t intake_inputs(const struct intake *intake, const struct input_file **inputs) {
    *inputs = intake->read;
    return intake->read_count;
}

bool intake_digest(const char *const *paths, size_t count, struct arena *arena,
                   struct input_file **files, size_t *file_count, struct error *error) {
    struct inputs inputs = {0};
    if (!inputs_list(paths, count, arena, &inputs, error))
        return false;
    *files = arena_alloc_array(arena, inputs.count, sizeof **files);
    *file_count = 0;
    for (size_t i = 0; i < inputs.count; i++) {
        struct input_file *file = &(*files)[*file_count];
        struct error unreadable = {0};
        char hex[DIGEST_HEX_SIZE];
        if (!file_sha256(inputs.at[i].path, hex, &file->bytes, &unreadable))
            continue; /* told when it is to be read */
        file->path = inputs.at[i].name;
        file->sha256 = arena_copy(arena, text_of(hex));
        ++*file_count;
    }
    return true;
}

void intake_close(struct intake *intake) {
    if (!intake)
        return;
    char hex[DIGEST_HEX_SIZE];
    size_t bytes;
    source_close(&intake->slicer.source, &bytes, hex);
    slicer_free(&intake->slicer);
    memory_free(intake->read);
    memory_free(intake->warnings);
    arena_free(&intake->arena);
    memory_free(intake);
}
