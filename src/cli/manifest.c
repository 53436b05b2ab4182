/* The manifest run.json: see manifest.h. Before: the command report. After: a reader, and the next
 * run, which compares. */
#include <config.h>

#include "cli/manifest.h"

#include "base/json_write.h"
#include "cli/house_style.h"
#include "tables/office_topics.h"

static void write_file(struct json_writer *json, struct text path, size_t bytes,
                       struct text sha256) {
    json_open_object(json);
    json_member_text(json, "path", path);
    json_member_integer(json, "bytes", (int64_t)bytes);
    json_member_text(json, "sha256", sha256);
    json_close_object(json);
}

/* The last part of a path. */
static struct text last_part(struct text path) {
    while (path.size > 1 && path.data[path.size - 1] == '/')
        path.size--;
    size_t start = path.size;
    while (start && path.data[start - 1] != '/')
        start--;
    return text_slice(path, (struct span){start, path.size});
}

/* The path from the last part of the argument on that it lies in: "inbox/a.txt", whether inbox,
 * ./inbox/ or /home/x/inbox was named, so that the same files make the same request from wherever
 * they are named. */
static struct text stable_path(const struct manifest *manifest, struct text path) {
    for (size_t i = 0; i < manifest->path_count; i++) {
        struct text argument = text_of(manifest->paths[i]), last = last_part(argument);
        size_t start = (size_t)(last.data - argument.data);
        bool named = text_starts(path, manifest->paths[i]) && last.size > 0 && last.data[0] != '.';
        if (named && (path.size == argument.size || text_ends(argument, "/") ||
                      path.data[argument.size] == '/'))
            return text_slice(path, (struct span){start, path.size});
    }
    return path;
}

static void write_inputs(const struct manifest *manifest, struct json_writer *json) {
    json_key(json, "inputs");
    json_open_array(json);
    for (size_t i = 0; i < manifest->input_count; i++) {
        const struct input_file *file = &manifest->inputs[i];
        write_file(json, stable_path(manifest, file->path), file->bytes, file->sha256);
    }
    json_close_array(json);
}

static void write_tables(const struct tables *tables, struct json_writer *json) {
    char date[DATE_SIZE];
    date_format(tables->date, date);
    json_key(json, "tables");
    json_open_object(json);
    json_member_text(json, "version", tables->version);
    json_member_text(json, "sha256", tables->sha256);
    json_member_text(json, "date", text_of(date));
    json_key(json, "register");
    json_open_array(json);
    for (size_t i = 0; i < tables->added_count; i++)
        write_file(json, last_part(tables->added[i].path), tables->added[i].bytes,
                   tables->added[i].sha256);
    json_close_array(json);
    json_close_object(json);
}

static void write_template(const struct manifest *manifest, struct json_writer *json) {
    json_key(json, "template");
    json_open_object(json);
    json_member_text(json, "name", manifest->template_name);
    json_member_text(json, "sha256", manifest->template_sha256);
    json_member_text(json, "language", manifest->language);
    json_close_object(json);
}

/* Nothing where everything is on topic. */
static void write_topics(const struct office_topics *topics, struct json_writer *json) {
    if (!topics)
        return;
    json_key(json, "topics");
    json_open_object(json);
    json_member_text(json, "name", topics->name);
    json_member_text(json, "sha256", topics->sha256);
    json_member_integer(json, "threshold", topics->threshold);
    json_close_object(json);
}

static void write_options(const struct manifest *manifest, struct json_writer *json) {
    char issued[DATE_SIZE];
    date_format(manifest->issued, issued);
    json_key(json, "options");
    json_open_object(json);
    json_member_text(json, "month", text_of(manifest->name));
    json_member_text(json, "zone", manifest->period.zone);
    if (day_rule_name(manifest->period.rule))
        json_member_text(json, "by", text_of(day_rule_name(manifest->period.rule)));
    json_member_text(json, "issued", text_of(issued));
    json_key(json, "allow_empty");
    json_boolean(json, manifest->allow_empty);
    json_key(json, "review");
    json_boolean(json, manifest->review);
    json_key(json, "plain");
    json_boolean(json, manifest->plain);
    json_member_text(json, "separator", (struct text){&manifest->separator, 1});
    json_key(json, "edited");
    json_boolean(json, manifest->edited);
    subscriptions_write(manifest->mailed, json);
    write_topics(manifest->tables->office_topics, json);
    house_style_write(manifest->house, json);
    past_write(manifest->history, json);
    json_close_object(json);
}

static void write_counts(const struct manifest *manifest, struct json_writer *json) {
    const struct stream *stream = manifest->stream;
    const struct counts *counts = &manifest->finished->counts;
    json_key(json, "counts");
    json_open_object(json);
    json_member_integer(json, "read", (int64_t)(stream->accepted + stream->rejected));
    json_member_integer(json, "accepted", (int64_t)stream->accepted);
    json_key(json, "rejected");
    json_open_object(json);
    for (size_t i = 0; i < stream->reason_count; i++)
        json_member_integer(json, stream->reasons[i].reason, (int64_t)stream->reasons[i].count);
    json_close_object(json);
    json_member_integer(json, "outside_period", (int64_t)counts->outside_period);
    json_member_integer(json, "undated", (int64_t)counts->undated);
    json_member_integer(json, "duplicates", (int64_t)manifest->summary->duplicates);
    json_member_integer(json, "advertorials", (int64_t)counts->advertorials);
    json_member_integer(json, "off_topic", (int64_t)counts->off_topic);
    json_member_integer(json, "dropped", (int64_t)manifest->decided->dropped);
    json_close_object(json);
}

static void write_outputs(const struct publication *publication, struct json_writer *json) {
    json_key(json, "outputs");
    json_open_array(json);
    for (size_t i = 0; i < publication->count; i++)
        write_file(json, publication->files[i].name, publication->files[i].bytes,
                   publication->files[i].sha256);
    json_close_array(json);
}

/* What was applied, so that a reader sees what is the editor's. */
static void write_decisions(const struct decided_list *decided, struct json_writer *json) {
    json_key(json, "decisions");
    json_open_array(json);
    for (size_t i = 0; i < decided->count; i++) {
        const struct decision *decision = decided->at[i].decision;
        json_open_object(json);
        json_member_text(json, "fid", text_of(decision->fid));
        json_member_text(json, "decision", text_of(decision_verb_name(decision->verb)));
        json_member_text(json, "note", decision->note);
        json_member_text(json, "article", decided->at[i].article);
        json_member_text(json, "value", decision->value);
        json_close_object(json);
    }
    json_close_array(json);
}

void manifest_request(const struct manifest *manifest, struct buffer *out) {
    struct json_writer json = {.out = out};
    json_open_object(&json);
    json_member_text(&json, "taklimat", TEXT("run/1"));
    json_member_text(&json, "version", TEXT(PACKAGE_VERSION));
    write_tables(manifest->tables, &json);
    write_template(manifest, &json);
    write_options(manifest, &json);
    write_inputs(manifest, &json);
}

/* The writer inside the manifest's object, behind its first members. */
static struct json_writer inside(struct buffer *out) {
    return (struct json_writer){.out = out, .depth = 1, .has_member = {[1] = true}};
}

void manifest_found(const struct manifest *manifest, struct buffer *out) {
    struct json_writer json = inside(out);
    write_counts(manifest, &json);
    write_decisions(manifest->decided, &json);
}

void manifest_outcome(const struct manifest *manifest, unsigned revision, struct buffer *out) {
    struct json_writer json = inside(out);
    write_outputs(manifest->publication, &json);
    json_member_integer(&json, "revision", revision);
    json_close_object(&json);
    buffer_char(out, '\n');
}
