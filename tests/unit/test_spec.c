/* The readable specification: snippets of news in tests/spec with the facts expected of them, run
 * through intake and extraction. tests/spec/README.md says how a case is written. */
#include <config.h>

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json_write.h"
#include "extract/extract.h"
#include "intake/intake.h"
#include "support.h"

/* One case of a file. */
struct spec {
    struct text file, name;
    struct text title, date, source; /* none if not given */
    struct text text;
    struct text expected; /* lines "kind: ..." */
};

static struct arena arena;
static struct spec *specs;
static size_t spec_count, spec_capacity;

/* For what goes wrong before a test runs, where Check's own macros cannot be used. */
static _Noreturn void give_up(const char *what, struct text where) {
    fprintf(stderr, "%s: %.*s\n", what, (int)where.size, where.data);
    exit(99);
}

static struct text take_line(struct text *rest) {
    size_t end = text_find(*rest, 0, TEXT("\n"));
    struct text line = text_slice(*rest, (struct span){0, end});
    *rest = text_slice(*rest, (struct span){end + 1, rest->size});
    return line;
}

/* The lines up to one that is `mark` (or begins with it, for the head of the next case), which
 * stays in *rest. */
static struct text take_until(struct text *rest, const char *mark) {
    struct text start = *rest;
    while (rest->size && !text_starts(*rest, mark))
        take_line(rest);
    return (struct text){start.data, start.size - rest->size};
}

static void take_field(struct spec *spec, struct text line) {
    size_t colon = text_find(line, 0, TEXT(": "));
    struct text name = text_slice(line, (struct span){0, colon});
    struct text value = text_slice(line, (struct span){colon + 2, line.size});
    if (text_is(name, "title"))
        spec->title = value;
    else if (text_is(name, "date"))
        spec->date = value;
    else if (text_is(name, "source"))
        spec->source = value;
    else
        give_up("no field of a case", line);
}

static void read_file_of_cases(const char *path, const char *name) {
    struct buffer bytes = {0};
    struct error error = {0};
    if (!file_read(path, 0, &bytes, &error))
        give_up(error.message, text_of(path));
    struct text rest = arena_copy(&arena, buffer_view(&bytes));
    buffer_free(&bytes);
    take_until(&rest, "=== ");
    while (rest.size) {
        struct spec spec = {.file = arena_copy(&arena, text_of(name))};
        struct text head = take_line(&rest);
        spec.name = text_slice(head, (struct span){4, head.size});
        while (rest.size && !text_starts(rest, "---\n"))
            take_field(&spec, take_line(&rest));
        take_line(&rest);
        spec.text = text_trim(take_until(&rest, "---\n"));
        take_line(&rest);
        spec.expected = take_until(&rest, "=== ");
        specs =
            arena_grow(&arena, specs, spec_count, spec_count + 1, sizeof *specs, &spec_capacity);
        specs[spec_count++] = spec;
    }
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_case_file(const struct dirent *entry) {
    return text_ends(text_of(entry->d_name), ".txt");
}

static void read_specs(void) {
    const char *top = getenv("top_srcdir");
    const char *folder = arena_printf(&arena, "%s/tests/spec", top ? top : ".").data;
    struct dirent **names;
    int count = scandir(folder, &names, is_case_file, by_name);
    if (count <= 0)
        give_up("no cases", text_of(folder));
    for (int i = 0; i < count; i++) {
        read_file_of_cases(arena_printf(&arena, "%s/%s", folder, names[i]->d_name).data,
                           names[i]->d_name);
        free(names[i]);
    }
    free(names);
}

/* Writes the case as a record, so that it takes the way that real records take. */
static const char *write_record(const struct spec *spec) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    const char *path =
        arena_printf(&arena, "%s/spec-%ld.jsonl", scratch ? scratch : "/tmp", (long)getpid()).data;
    struct buffer line = {0};
    struct json_writer json = {.out = &line};
    struct error error = {0};
    json_open_object(&json);
    json_member_text(&json, "id", TEXT("spec"));
    if (spec->title.data)
        json_member_text(&json, "title", spec->title);
    if (spec->date.data)
        json_member_text(&json, "date", spec->date);
    if (spec->source.data)
        json_member_text(&json, "source", spec->source);
    json_member_text(&json, "text", spec->text);
    json_close_object(&json);
    ck_assert(file_write(path, buffer_view(&line), &error));
    buffer_free(&line);
    return path;
}

/* A fact's text on one line. */
static void put_text(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.size; i++)
        buffer_char(out, text.data[i] == '\n' || text.data[i] == '\r' ? ' ' : text.data[i]);
    buffer_char(out, '\n');
}

static void put_speaker(struct buffer *out, const struct facts *facts, int speaker) {
    buffer_text(out, speaker == NOBODY ? TEXT("-") : facts->people[speaker].name);
    buffer_string(out, " | ");
}

static void put_citations(struct buffer *out, const struct facts *facts) {
    for (size_t i = 0; i < facts->citation_count; i++) {
        const struct citation *citation = &facts->citations[i];
        buffer_string(out, "citation: ");
        buffer_text(out, citation->written.type);
        buffer_string(out, " | ");
        buffer_text(out, citation->written.number.size ? citation->written.number : TEXT("-"));
        buffer_printf(out, " | %d | ", citation->written.year);
        buffer_text(out, citation->pinpoint.size ? citation->pinpoint : TEXT("-"));
        buffer_string(out, " | ");
        put_text(out, citation_text(facts, i));
    }
    for (size_t i = 0; i < facts->backref_count; i++) {
        buffer_string(out, "backref: ");
        put_text(out, backref_text(facts, i));
    }
}

static void put_people(struct buffer *out, const struct facts *facts) {
    for (size_t i = 0; i < facts->people_count; i++) {
        buffer_string(out, "person: ");
        buffer_text(out, facts->people[i].name);
        buffer_string(out, " | ");
        put_text(out, facts->people[i].position.data ? facts->people[i].position : TEXT("-"));
    }
    for (size_t i = 0; i < facts->quote_count; i++) {
        buffer_string(out, "quote: ");
        put_speaker(out, facts, facts->quotes[i].speaker);
        put_text(out, quote_text(facts, i));
    }
    for (size_t i = 0; i < facts->statement_count; i++) {
        buffer_string(out, "statement: ");
        put_speaker(out, facts, facts->statements[i].speaker);
        put_text(out, statement_text(facts, i));
    }
}

static void put_advisories(struct buffer *out, const struct facts *facts) {
    for (size_t i = 0; i < facts->advisory_count; i++) {
        const struct advisory *advisory = &facts->advisories[i];
        buffer_printf(out, "advisory: %s | ", advisory_type_name(advisory->type));
        put_speaker(out, facts, advisory->speaker);
        put_text(out, advisory_text(facts, i));
        for (size_t k = 0; k < advisory->topic_count; k++) {
            buffer_string(out, "topic: ");
            put_text(out, advisory->topics[k]);
        }
    }
}

static void put_place_and_day(struct buffer *out, const struct facts *facts) {
    char day[DATE_SIZE];
    buffer_string(out, "region: ");
    put_text(out, facts->region_code.size ? facts->region_code : TEXT("-"));
    buffer_printf(out, "scope: %s\n", scope_name(facts->scope));
    for (size_t i = 0; i < facts->also_count; i++) {
        buffer_string(out, "also: ");
        put_text(out, facts->also[i]);
    }
    date_format(facts->event_date, day);
    buffer_printf(out, "date: %s\n", day[0] ? day : "-");
    for (size_t i = 0; i < facts->flag_count; i++) {
        buffer_printf(out, "flag: %s | ", flag_kind_name(facts->flags[i].kind));
        put_text(out, text_slice(facts->text, facts->flags[i].span));
    }
}

/* All facts of the case, a line each. */
static struct text extract_case(const struct spec *spec) {
    struct error error = {0};
    struct article article;
    struct reject reject;
    struct facts facts;
    struct buffer out = {0};
    const char *paths[] = {write_record(spec)};
    struct intake *intake =
        intake_open(paths, 1, (struct intake_options){0}, test_tables(), &error);
    ck_assert_ptr_nonnull(intake);
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_ARTICLE);
    extract_facts(&article, test_tables(), &arena, &facts);
    put_place_and_day(&out, &facts);
    put_people(&out, &facts);
    put_citations(&out, &facts);
    put_advisories(&out, &facts);
    struct text lines = arena_copy(&arena, buffer_view(&out));
    buffer_free(&out);
    intake_close(intake);
    unlink(paths[0]);
    return lines;
}

/* The lines of one kind, joined. `none` lines ("quote: none") stand for no line at all. */
static struct text lines_of(struct text all, struct text kind) {
    struct text found = TEXT("");
    while (all.size) {
        struct text line = take_line(&all);
        struct text value = text_slice(line, (struct span){kind.size + 2, line.size});
        bool same = line.size > kind.size + 1 && memcmp(line.data, kind.data, kind.size) == 0 &&
                    line.data[kind.size] == ':';
        if (same && !text_is(value, "none"))
            found = arena_concat(&arena, found, line, TEXT("\n"));
    }
    return found;
}

START_TEST(test_case) {
    const struct spec *spec = &specs[_i];
    struct text got = extract_case(spec), rest = spec->expected;
    ck_assert_msg(text_trim(rest).size > 0, "%.*s: nothing is expected", (int)spec->name.size,
                  spec->name.data);
    while (rest.size) {
        struct text line = take_line(&rest);
        if (line.size == 0 || line.data[0] == '#')
            continue;
        struct text kind = text_slice(line, (struct span){0, text_find(line, 0, TEXT(":"))});
        struct text wanted = lines_of(spec->expected, kind), found = lines_of(got, kind);
        ck_assert_msg(text_equal(wanted, found), "%.*s: %.*s\nwanted:\n%.*sfound:\n%.*s",
                      (int)spec->file.size, spec->file.data, (int)spec->name.size, spec->name.data,
                      (int)wanted.size, wanted.data, (int)found.size, found.data);
    }
}
END_TEST

int main(void) {
    read_specs();
    Suite *suite = suite_create("specification");
    TCase *cases = tcase_create("all");
    tcase_set_timeout(cases, 60);
    tcase_add_unchecked_fixture(cases, load_test_tables, NULL);
    tcase_add_loop_test(cases, test_case, 0, (int)spec_count);
    suite_add_tcase(suite, cases);
    int code = run_suite(suite);
    arena_free(&arena);
    return code;
}
