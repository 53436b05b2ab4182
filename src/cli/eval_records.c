/* Reading gold and facts: see eval_records.h. Before: files. After: eval.c. */
#include <config.h>

#include "cli/eval_records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_write.h"
#include "base/search.h"
#include "base/translate.h"
#include "cli/message.h"
#include "intake/prepare.h"

/* What the extractor may see of a record: never an annotation, the region above all. */
static const char *const input_keys[] = {"id",        "title",   "judul",  "date",
                                         "published", "tanggal", "source", "publisher",
                                         "media",     "sumber",  "url",    "text"};

#define SHAPELESS_MOST 5 /* lines without a JSON object that tell another kind of file */

/* Takes a parsed line; false after a message if it is of no use. */
typedef bool take_line(struct eval_set *set, const char *path, size_t number,
                       const struct cJSON *line);

static bool tell(const char *path, size_t number, const char *what) {
    message_record(text_of(path), number, text_of(what));
    return false;
}

static struct text make_input(struct arena *arena, const struct cJSON *line) {
    struct buffer buffer = {0};
    struct json_writer json = {.out = &buffer};
    json_open_object(&json);
    for (size_t i = 0; i < sizeof input_keys / sizeof *input_keys; i++) {
        struct text value = json_get_text(json_get(line, input_keys[i]));
        if (value.size)
            json_member_text(&json, input_keys[i], value);
    }
    json_close_object(&json);
    struct text input = arena_copy(arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return input;
}

/* Tells why an article cannot be used, with its id and a frequent cause. */
static bool tell_article(struct eval_set *set, const char *path, size_t number,
                         const struct cJSON *line, const char *why) {
    struct text id = json_get_text(json_get(line, "id"));
    bool characters = !json_get(line, "spans") && eval_counts_characters(line, &set->arena);
    struct text what =
        arena_printf(&set->arena, "%.*s: %s%s", (int)id.size, id.data, why,
                     characters ? _("; its offsets look like characters, they must be bytes") : "");
    return tell(path, number, what.data);
}

static bool take_gold(struct eval_set *set, const char *path, size_t number,
                      const struct cJSON *line) {
    struct text id = json_get_text(json_get(line, "id"));
    struct eval_record record = {.line = number};
    struct sheet_fault why;
    if (!id.data)
        return tell(path, number, _("the article has no \"id\""));
    if (!sheet_read_gold(line, &set->arena, &record.gold, &why))
        return tell_article(set, path, number, line, why.told);
    if (!record.gold.is_pfsa)
        eval_check_article(&set->check, path, number, line, &record.gold);
    record.id = arena_copy(&set->arena, id);
    record.input = make_input(&set->arena, line);
    set->records = arena_grow(&set->arena, set->records, set->count, set->count + 1,
                              sizeof *set->records, &set->capacity);
    set->records[set->count++] = record;
    return true;
}

void eval_record_take_facts(struct eval_set *set, struct eval_record *record,
                            const struct cJSON *line) {
    record->has_facts = true;
    record->broken = (struct sheet_fault){NULL, NULL};
    sheet_read_facts(line, record->gold.text, &set->arena, &record->facts, &record->broken);
}

static bool id_before(const void *record, const void *id) {
    return text_compare((*(struct eval_record *const *)record)->id, *(const struct text *)id) < 0;
}

/* The record with this id, or NULL. */
static struct eval_record *find_record(const struct eval_set *set, struct text id) {
    size_t at = search_first(set->by_id, set->count, sizeof *set->by_id, &id, id_before);
    return at < set->count && text_equal(set->by_id[at]->id, id) ? set->by_id[at] : NULL;
}

/* True if the digest that facts carry is not that of the annotated article. */
static bool is_of_another_text(const struct eval_set *set, const struct eval_record *record,
                               const struct cJSON *line) {
    struct text digest = json_get_text(json_get(line, "sha256"));
    struct arena arena = {0};
    struct article article;
    struct record fields;
    struct notes notes = {0};
    struct fault fault = {0};
    struct origin origin = {.number = record->line};
    bool other =
        digest.size > 0 && record_read_json(record->input, &arena, &fields, &notes, &fault) &&
        prepare_article(&fields, &origin, set->check.tables, &arena, &article, &notes, &fault) &&
        !text_equal(digest, article.sha256);
    arena_free(&arena);
    return other;
}

/* Puts a frequent cause before what is wrong. */
static void tell_cause(struct eval_set *set, struct sheet_fault *broken) {
    static const char format[] = N_("made from another text or title (%s)");
    broken->message = arena_printf(&set->arena, format, broken->message).data;
    broken->told = arena_printf(&set->arena, translate(format), broken->told).data;
}

static bool take_facts(struct eval_set *set, const char *path, size_t number,
                       const struct cJSON *line) {
    struct text id = json_get_text(json_get(line, "id"));
    struct eval_record *record = id.data ? find_record(set, id) : NULL;
    if (!id.data)
        return tell(path, number, _("no facts: there is no \"id\""));
    set->facts_are_articles |= json_is_string(json_get(line, "text"));
    if (record)
        eval_record_take_facts(set, record, line);
    if (record && record->broken.message && is_of_another_text(set, record, line))
        tell_cause(set, &record->broken);
    if (!record && set->foreign_count++ < FOREIGN_KEPT)
        set->foreign[set->foreign_count - 1] = arena_copy(&set->arena, id);
    return true;
}

/* Takes a line that holds JSON. */
static bool take_json(struct eval_set *set, const char *path, size_t number,
                      const struct cJSON *line, take_line *take) {
    if (json_get(line, "_header")) {
        set->read -= take == take_gold;
        return true;
    }
    return json_is_object(line) ? take(set, path, number, line)
                                : tell(path, number, _("no JSON object"));
}

/* True with an error if a gold file is of another kind throughout. */
static bool is_no_gold(struct eval_set *set, const struct cJSON *line, struct error *error) {
    if (text_starts(json_get_text(json_get(line, "taklimat")), "facts/"))
        return !error_set(error, EXIT_BAD_DATA,
                          "this is a file of facts; name the annotated articles first");
    if (set->count == 0 && set->shapeless >= SHAPELESS_MOST)
        return !error_set(error, EXIT_BAD_DATA, "GOLD must hold one JSON object a line");
    return false;
}

/* False with an error where it is of no use to go on. */
static bool parse_line(struct eval_set *set, const char *path, size_t number, struct text text,
                       take_line *take, struct error *error) {
    struct error mistake = {0};
    text = text_trim(text);
    if (text.size == 0)
        return true;
    bool is_gold = take == take_gold;
    set->read += is_gold;
    struct cJSON *line = json_parse(text, EXIT_BAD_DATA, &mistake);
    bool stop = is_gold && is_no_gold(set, line, error);
    bool ok = stop || (line ? take_json(set, path, number, line, take)
                            : tell(path, number, mistake.message));
    set->rejected += is_gold && !ok;
    set->shapeless += is_gold && !json_is_object(line);
    json_free(line);
    return !stop;
}

static bool read_lines(struct eval_set *set, const char *path, FILE *file, take_line *take,
                       struct error *error) {
    char *line = NULL;
    size_t room = 0, number = 0;
    ssize_t size;
    bool ok = true;
    while (ok && (size = getline(&line, &room, file)) >= 0)
        ok = parse_line(set, path, ++number, (struct text){line, (size_t)size}, take, error);
    free(line);
    if (!ok)
        return false;
    return !ferror(file) || error_set(error, EXIT_IO, "cannot read: %s", translate_cause(errno));
}

static bool read_file(struct eval_set *set, const char *path, take_line *take,
                      struct error *error) {
    bool standard_input = strcmp(path, "-") == 0;
    const char *name = standard_input ? _("standard input") : path;
    FILE *file = standard_input ? stdin : fopen(path, "r");
    bool ok = file ? read_lines(set, name, file, take, error)
                   : error_set(error, EXIT_NO_INPUT, "cannot open: %s", translate_cause(errno));
    if (!ok)
        error_at(error, name, 0);
    if (file && !standard_input)
        fclose(file);
    return ok;
}

/* A record with its place, for sorting. */
struct named {
    struct text id;
    size_t place;
};

static int compare_named(const void *a, const void *b) {
    const struct named *x = a, *y = b;
    int order = text_compare(x->id, y->id);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static struct named *sort_records(struct eval_set *set) {
    struct named *sorted = arena_alloc_array(&set->arena, set->count + 1, sizeof *sorted);
    for (size_t i = 0; i < set->count; i++)
        sorted[i] = (struct named){set->records[i].id, i};
    if (set->count > 1)
        qsort(sorted, set->count, sizeof *sorted, compare_named);
    return sorted;
}

/* Of records with one id the last stays, at the place of the first. */
static void drop_repeated(struct eval_set *set, const char *path) {
    struct named *sorted = sort_records(set);
    size_t first = 0, kept = 0;
    for (size_t i = 1; i < set->count; i++) {
        if (!text_equal(sorted[i].id, sorted[i - 1].id)) {
            first = i;
            continue;
        }
        struct eval_record *record = &set->records[sorted[i].place];
        tell(path, record->line, _("the id stood before; the last article with it counts"));
        set->records[sorted[first].place] = *record;
        record->id = (struct text){0};
    }
    for (size_t i = 0; i < set->count; i++)
        if (set->records[i].id.data)
            set->records[kept++] = set->records[i];
    set->count = kept;
}

bool eval_set_read_gold(struct eval_set *set, const char *path, struct error *error) {
    set->check.arena = &set->arena;
    if (!read_file(set, path, take_gold, error))
        return false;
    eval_check_end(&set->check, path);
    drop_repeated(set, path);
    struct named *sorted = sort_records(set);
    set->by_id = arena_alloc_array(&set->arena, set->count + 1, sizeof *set->by_id);
    for (size_t i = 0; i < set->count; i++)
        set->by_id[i] = &set->records[sorted[i].place];
    return true;
}

bool eval_set_read_facts(struct eval_set *set, const char *path, struct error *error) {
    return read_file(set, path, take_facts, error);
}

size_t eval_set_missing(const struct eval_set *set) {
    size_t missing = 0;
    for (size_t i = 0; i < set->count; i++)
        missing += !set->records[i].has_facts;
    return missing;
}

size_t eval_set_broken(const struct eval_set *set) {
    size_t broken = 0;
    for (size_t i = 0; i < set->count; i++)
        broken += set->records[i].broken.message != NULL;
    return broken;
}

size_t eval_set_regions_given(const struct eval_set *set) {
    size_t given = 0;
    for (size_t i = 0; i < set->count; i++)
        given += set->records[i].gold.has_region && set->records[i].facts.region_from_record;
    return given;
}

void eval_set_free(struct eval_set *set) { arena_free(&set->arena); }
