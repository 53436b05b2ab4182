/* Intake as a whole: see intake.h. The files of paths.c are opened one by one, cut by slicer.c,
 * read by record.c, page.c, table.c, workbook.c or document.c, and made articles by prepare.c. */
#include <config.h>

#include "intake/intake.h"

#include <string.h>

#include "base/csv_read.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/translate.h"
#include "intake/document.h"
#include "intake/encoding.h"
#include "intake/format.h"
#include "intake/page.h"
#include "intake/paths.h"
#include "intake/prepare.h"
#include "intake/record.h"
#include "intake/slicer.h"
#include "intake/table.h"
#include "intake/workbook.h"

#define MAX_RECORD ((size_t)16 * 1024 * 1024)

/* Bytes that a workbook or document may have: it is held as a whole. */
#define ARCHIVE_MOST ((size_t)64 * 1024 * 1024)

struct intake {
    const struct tables *tables;
    struct arena arena; /* lives until the intake is closed */
    struct inputs inputs;
    size_t next;          /* input to be opened next */
    bool open;            /* slicer.source is open, on inputs.at[next - 1] */
    enum content content; /* of its slices */
    size_t given;         /* articles and rejects of it */
    struct slicer slicer;
    struct table table;        /* CONTENT_TABLE */
    struct archive *archive;   /* CONTENT_ARCHIVE: the input, while rows of it are read; or NULL */
    struct workbook *workbook; /* in it; or NULL */
    size_t limit;
    bool digested;
    struct input_file *read;
    size_t read_count;
    size_t read_capacity;
    struct warning *warnings; /* owned; texts are in `arena` or in that of the record */
    size_t warning_count;
    size_t warning_capacity;
};

/* Where a result goes. */
struct outcome {
    struct article *article;
    struct reject *reject;
};

static void warn(struct intake *intake, struct text file, size_t record, struct text told) {
    if (intake->warning_count == intake->warning_capacity) {
        intake->warning_capacity = intake->warning_capacity ? 2 * intake->warning_capacity : 16;
        intake->warnings =
            memory_resize(intake->warnings, intake->warning_capacity, sizeof *intake->warnings);
    }
    intake->warnings[intake->warning_count++] = (struct warning){file, record, told};
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
        warn(intake, intake->inputs.warnings[i].name, 0, intake->inputs.warnings[i].told);
    return intake;
}

static const struct input *current(const struct intake *intake) {
    return &intake->inputs.at[intake->next - 1];
}

/* The fault with the place of its byte, where there is one. */
static void describe(struct arena *arena, const struct fault *fault, struct reject *reject) {
    bool placed = strcmp(fault->reason, "bad_json") == 0 || strcmp(fault->reason, "nul") == 0;
    static const char place[] = N_("%.*s, at byte %zu of the record");
    reject->message = fault->message;
    reject->told = fault->told;
    if (!placed)
        return;
    reject->message =
        arena_printf(arena, place, (int)fault->message.size, fault->message.data, fault->offset);
    reject->told = arena_printf(arena, translate(place), (int)fault->told.size, fault->told.data,
                                fault->offset);
}

static enum intake_result make_reject(struct intake *intake, struct arena *arena,
                                      const struct slice *slice, const struct fault *fault,
                                      struct reject *reject) {
    struct span kept = {0, intake->limit};
    *reject = (struct reject){.file = current(intake)->name,
                              .record = slice->number,
                              .offset = slice->offset,
                              .reason = fault->reason,
                              .raw = arena_copy(arena, text_slice(slice->bytes, kept))};
    describe(arena, fault, reject);
    intake->given++;
    return INTAKE_REJECT;
}

/* A file of which nothing can be read. */
static enum intake_result reject_file(struct intake *intake, struct arena *arena, int number,
                                      struct reject *reject) {
    struct slice slice = {.bytes = TEXT(""), .number = 1, .offset = intake->slicer.source.offset};
    struct fault fault = {"unreadable", text_of(arena_cstring(arena, text_of(strerror(number)))),
                          text_of(arena_cstring(arena, text_of(translate_cause(number)))), 0};
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

/* Sets the slicer up for the input that was opened, by its first bytes. */
static void begin_input(struct intake *intake, enum input_format format) {
    struct slicer *slicer = &intake->slicer;
    bool little;
    size_t head;
    slicer->mode = format_tell(format, source_view(&slicer->source), &intake->content);
    if (intake->content == CONTENT_TABLE && format_is_utf16(source_view(&slicer->source), &little))
        source_decode_utf16(&slicer->source, little);
    struct text view = source_view(&slicer->source);
    if (intake->content == CONTENT_JSON)
        source_skip(&slicer->source, format_mark_size(view));
    if (intake->content == CONTENT_ARCHIVE)
        slicer->limit = ARCHIVE_MOST;
    if (intake->content != CONTENT_TABLE)
        return;
    slicer->separator = csv_separator(view, &head);
    slicer->lines = head > 3; /* the line "sep=;" */
    source_skip(&slicer->source, head);
    intake->table = (struct table){.separator = slicer->separator};
}

/* Opens the next input and tells its format. False if it cannot be opened (*number says why). */
static bool open_next(struct intake *intake, int *number) {
    const struct input *input = &intake->inputs.at[intake->next++];
    struct buffer record = intake->slicer.record;
    intake->slicer = (struct slicer){.record = record, .limit = intake->limit};
    intake->given = 0;
    *number = source_open(&intake->slicer.source, input->path, intake->digested);
    if (*number != 0)
        return false;
    intake->open = true;
    source_fill(&intake->slicer.source);
    begin_input(intake, input->format);
    return true;
}

/* Warns of what the slicer noticed, and closes the input; its failure is a reject of its own. */
static bool end_input(struct intake *intake, struct arena *arena, struct reject *reject) {
    struct slicer *slicer = &intake->slicer;
    struct text name = current(intake)->name;
    if (slicer->comma)
        warn(intake, name, 0, text_of(_("the array has a comma too many")));
    int failure = slicer->source.failure;
    if (slicer->cut_off && !failure)
        warn(intake, name, 0, text_of(_("the array is not closed: the file may be cut off")));
    bool rows = intake->content == CONTENT_TABLE || intake->content == CONTENT_ARCHIVE;
    if ((rows ? intake->given : slicer->number) == 0 && !failure)
        warn(intake, name, 0, text_of(_("holds no record")));
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

/* Whether a slice can be read at all. */
static bool check_slice(const struct intake *intake, const struct slice *slice,
                        struct fault *fault) {
    if (slice->over)
        return fault_set(
            fault, "too_large", intake->limit,
            "the record is larger than the limit; its first bytes, up to the limit, are kept");
    if (slice->after_end)
        return fault_set(fault, "bad_json", 0, "text after the end of the array");
    return true;
}

/* Reads the fields of a slice. */
static bool read_record(struct intake *intake, struct arena *arena, const struct slice *slice,
                        struct record *record, struct notes *notes, struct fault *fault) {
    bool little;
    if (intake->content == CONTENT_JSON && intake->slicer.mode == SLICER_WHOLE &&
        format_is_utf16(slice->bytes, &little))
        return fault_set(fault, "not_utf8", 0,
                         "UTF-16: JSON must be UTF-8; convert the file first");
    if (intake->content == CONTENT_JSON)
        return record_read_json(slice->bytes, arena, record, notes, fault);
    if (intake->content == CONTENT_PAGE)
        return page_read(slice->bytes, arena, record, fault);
    struct text converted = {0}, text;
    if (!encoding_to_utf8(slice->bytes, arena, &text, &converted, fault))
        return false;
    record_read_plain(text, arena, record);
    record->converted = converted;
    return true;
}

/* What an article is told by where no field says it: for texts, pages and documents, which are one
 * article a file, their path. */
static struct origin origin_of(const struct intake *intake, const struct slice *slice) {
    struct origin origin = {.file = current(intake)->name, .number = slice->number};
    bool one = intake->content != CONTENT_JSON && intake->content != CONTENT_TABLE;
    if (one && !intake->workbook && strcmp(current(intake)->path, "-") != 0)
        origin.id = current(intake)->id;
    return origin;
}

/* Makes an article of a record that was read, or a reject of the slice. */
static enum intake_result make_article(struct intake *intake, struct arena *arena,
                                       const struct slice *slice, const struct record *record,
                                       struct notes *notes, struct outcome *out) {
    struct fault fault = {0};
    struct origin origin = origin_of(intake, slice);
    if (prepare_article(record, &origin, intake->tables, arena, out->article, notes, &fault)) {
        warn_notes(intake, slice, notes);
        intake->given++;
        return INTAKE_ARTICLE;
    }
    return make_reject(intake, arena, slice, &fault, out->reject);
}

/* A row of a CSV file; nothing comes of the headings, and of empty rows. */
static enum intake_result take_row(struct intake *intake, struct arena *arena,
                                   const struct slice *slice, struct outcome *out) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record record;
    bool begun = intake->table.begun;
    switch (table_read_csv(&intake->table, slice->bytes, arena, &record, &notes, &fault)) {
    case TABLE_RECORD:
        return make_article(intake, arena, slice, &record, &notes, out);
    case TABLE_NOTHING:
        warn_notes(intake, slice, &notes);
        return INTAKE_END;
    case TABLE_FAULT:
        break;
    }
    if (!begun) /* without headings nothing else can be read */
        source_drain(&intake->slicer.source);
    return make_reject(intake, arena, slice, &fault, out->reject);
}

static void close_archive(struct intake *intake) {
    workbook_free(intake->workbook);
    archive_close(intake->archive);
    intake->workbook = NULL;
    intake->archive = NULL;
    slicer_free(&intake->slicer); /* it may be large, and the next input small */
}

/* The next row of the workbook that is open; INTAKE_END behind the last. */
static enum intake_result next_row(struct intake *intake, struct arena *arena,
                                   struct outcome *out) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record record;
    struct slice slice = {0};
    enum workbook_result result =
        workbook_next(intake->workbook, arena, &record, &slice.number, &fault);
    if (result == WORKBOOK_FAULT || result == WORKBOOK_RECORD)
        slice.bytes = workbook_raw(intake->workbook, arena);
    if (result == WORKBOOK_RECORD)
        return make_article(intake, arena, &slice, &record, &notes, out);
    if (result == WORKBOOK_BROKEN || result == WORKBOOK_END)
        close_archive(intake);
    return result == WORKBOOK_END ? INTAKE_END
                                  : make_reject(intake, arena, &slice, &fault, out->reject);
}

/* Opens a zip file: of a workbook, rows follow (INTAKE_END); a document is an article. */
static enum intake_result take_archive(struct intake *intake, struct arena *arena,
                                       const struct slice *slice, struct outcome *out) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record record;
    struct text text;
    intake->archive = archive_open(slice->bytes, &fault);
    bool document = intake->archive && document_is(intake->archive);
    if (document && document_read(intake->archive, intake->limit, arena, &text, &fault)) {
        record_read_plain(text, arena, &record);
        enum intake_result result = make_article(intake, arena, slice, &record, &notes, out);
        close_archive(intake);
        return result;
    }
    if (intake->archive && !document && workbook_is(intake->archive))
        intake->workbook = workbook_open(intake->archive, intake->limit, arena, &notes, &fault);
    warn_notes(intake, slice, &notes);
    if (intake->workbook)
        return INTAKE_END;
    fault_set(&fault, "bad_archive", 0, "a zip file, but neither a workbook nor a document");
    enum intake_result result = make_reject(intake, arena, slice, &fault, out->reject);
    close_archive(intake);
    return result;
}

/* What comes of a slice; INTAKE_END for nothing. */
static enum intake_result take_slice(struct intake *intake, struct arena *arena,
                                     const struct slice *slice, struct outcome *out) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record record;
    if (!check_slice(intake, slice, &fault))
        return make_reject(intake, arena, slice, &fault, out->reject);
    if (intake->content == CONTENT_TABLE)
        return take_row(intake, arena, slice, out);
    if (intake->content == CONTENT_ARCHIVE)
        return take_archive(intake, arena, slice, out);
    if (read_record(intake, arena, slice, &record, &notes, &fault))
        return make_article(intake, arena, slice, &record, &notes, out);
    return make_reject(intake, arena, slice, &fault, out->reject);
}

enum intake_result intake_next(struct intake *intake, struct arena *arena, struct article *article,
                               struct reject *reject) {
    struct outcome out = {article, reject};
    if (intake->next > 0)
        intake->warning_count = 0;
    for (;;) {
        struct slice slice;
        int number;
        enum intake_result result = INTAKE_END;
        if (intake->workbook)
            result = next_row(intake, arena, &out);
        else if (intake->open && slicer_next(&intake->slicer, &slice))
            result = take_slice(intake, arena, &slice, &out);
        else if (intake->open && !end_input(intake, arena, reject))
            return INTAKE_REJECT;
        else if (intake->next == intake->inputs.count)
            return INTAKE_END;
        else if (!open_next(intake, &number))
            return reject_file(intake, arena, number, reject);
        if (result != INTAKE_END)
            return result;
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
    close_archive(intake);
    memory_free(intake->read);
    memory_free(intake->warnings);
    arena_free(&intake->arena);
    memory_free(intake);
}
