/* The stream of articles: see stream.h. Before: intake and extract. After: the commands extract and
 * report. */
#include <config.h>

#include "cli/stream.h"

#include <string.h>

#include "base/base64.h"
#include "base/json_write.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/message.h"
#include "cli/stop.h"
#include "extract/extract.h"

/* A path may hold bytes that are no UTF-8; JSON must not. */
static struct text printable_path(struct arena *arena, struct text path) {
    if (utf8_check(path) == path.size)
        return path;
    struct text copy = arena_copy(arena, path);
    char *bytes = arena_cstring(arena, path);
    for (size_t i = 0; i < copy.size; i++)
        if ((unsigned char)bytes[i] >= 0x80)
            bytes[i] = '?';
    return (struct text){bytes, path.size};
}

static bool write_reject(struct stream *stream, const struct reject *reject, struct arena *arena,
                         struct error *error) {
    struct buffer line = {0};
    struct json_writer json = {.out = &line};
    json_open_object(&json);
    json_member_text(&json, "file", printable_path(arena, reject->file));
    json_member_integer(&json, "record", (int64_t)reject->record);
    json_member_integer(&json, "offset", (int64_t)reject->offset);
    json_member_text(&json, "reason", text_of(reject->reason));
    json_member_text(&json, "message", printable_path(arena, reject->message));
    json_member_text(&json, "raw_base64", base64_encode(arena, reject->raw));
    json_close_object(&json);
    buffer_char(&line, '\n');
    bool ok = sink_write(stream->rejects, buffer_view(&line), error);
    buffer_free(&line);
    return ok;
}

static void count_reason(struct stream *stream, const char *reason) {
    size_t i = 0;
    while (i < stream->reason_count && strcmp(stream->reasons[i].reason, reason) < 0)
        i++;
    if (i < stream->reason_count && strcmp(stream->reasons[i].reason, reason) == 0) {
        stream->reasons[i].count++;
        return;
    }
    if (stream->reason_count == STREAM_REASONS)
        return;
    memmove(stream->reasons + i + 1, stream->reasons + i,
            (stream->reason_count++ - i) * sizeof *stream->reasons);
    stream->reasons[i] = (struct stream_reason){reason, 1};
}

/* A file that is wrong throughout must not bury every other message. */
#define REJECTS_TOLD 200

static bool take_reject(struct stream *stream, const struct reject *reject, struct arena *arena,
                        struct error *error) {
    if (stream->rejected++ < REJECTS_TOLD)
        message_record(reject->file, reject->record, reject->told);
    stream->facts += text_starts(reject->raw, "{\"taklimat\":\"facts/");
    count_reason(stream, reject->reason);
    return !stream->rejects || write_reject(stream, reject, arena, error);
}

static bool take_article(struct stream *stream, const struct article *article, struct arena *arena,
                         struct error *error) {
    struct facts facts;
    extract_facts(article, stream->tables, arena, &facts);
    stream->article = article;
    progress_show(++stream->accepted);
    return stream->accept(stream->context, &facts, error);
}

static void tell_warnings(struct intake *intake) {
    const struct warning *warnings;
    size_t count = intake_warnings(intake, &warnings);
    for (size_t i = 0; i < count; i++)
        message_record(warnings[i].file, warnings[i].record, warnings[i].told);
}

static void keep_inputs(struct stream *stream, const struct intake *intake) {
    const struct input_file *inputs;
    stream->input_count = intake_inputs(intake, &inputs);
    stream->inputs = arena_alloc_array(&stream->arena, stream->input_count, sizeof *stream->inputs);
    for (size_t i = 0; i < stream->input_count; i++)
        stream->inputs[i] = (struct input_file){
            printable_path(&stream->arena, arena_copy(&stream->arena, inputs[i].path)),
            inputs[i].bytes, arena_copy(&stream->arena, inputs[i].sha256)};
}

bool stream_run(struct stream *stream, const char *const *paths, size_t count,
                struct error *error) {
    struct intake_options options = {.no_digests = stream->no_digests};
    struct intake *intake = intake_open(paths, count, options, stream->tables, error);
    if (!intake)
        return false;
    struct arena arena = {0};
    bool ok = true;
    for (enum intake_result result = INTAKE_ARTICLE; ok && result != INTAKE_END;) {
        struct article article;
        struct reject reject;
        arena_reset(&arena);
        result = intake_next(intake, &arena, &article, &reject);
        tell_warnings(intake);
        if (result == INTAKE_ARTICLE)
            ok = take_article(stream, &article, &arena, error);
        else if (result == INTAKE_REJECT)
            ok = take_reject(stream, &reject, &arena, error);
        ok = ok && stop_go_on(error);
    }
    progress_end();
    if (stream->rejected > REJECTS_TOLD)
        message_line(stream->rejects
                         ? N_("%zu more records were rejected; all are among the rejects")
                         : N_("%zu more records were rejected"),
                     stream->rejected - REJECTS_TOLD);
    keep_inputs(stream, intake);
    arena_free(&arena);
    intake_close(intake);
    return ok;
}

int stream_verdict(const struct stream *stream) {
    if (stream->accepted)
        return EXIT_DONE;
    if (stream->rejected) {
        message_line(stream->facts == stream->rejected
                         ? N_("this is a file of facts; name the articles that they were found in")
                         : N_("every record was rejected"));
        return EXIT_BAD_DATA;
    }
    message_line("the input holds no record");
    return EXIT_NO_INPUT;
}

void stream_free(struct stream *stream) { arena_free(&stream->arena); }
