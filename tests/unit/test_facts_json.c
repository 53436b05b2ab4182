/* facts/1 written and read back: the exact bytes of a line with every member filled, the same bytes
 * after reading it and writing it again, and a refusal, never a crash, for lines that were damaged
 * or made up. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "extract/facts_json.h"
#include "support.h"

#define SKETCH                                                                                     \
    "020080000003e507ca0baf0f941379175e1b431f28230d26f22ad72ebc32a136863a6b3e504235461a49ff4d"     \
    "e451c955ae59935d78615d654269276d0c70f174d678bb7ca08085846a884f8c34901993fe97e39bc89fada3"     \
    "92a777ab5caf41b326b70bbaf0bed5c2bac69fca84ce69d24ed633da18ddfde1e2e5c7e9aced91f176f55b"

static const char full[] =
    "{\"taklimat\":\"facts/1\",\"id\":\"a\\\"1\",\"sha256\":\"00ff\",\"source\":{\"file\":\"in/"
    "x.jsonl\",\"record\":12},"
    "\"title\":\"Judul\",\"publisher\":\"Harian\",\"url\":null,\"author\":null,\"published\":"
    "\"2024-08-05\",\"event_date\":\"2024-08-04\","
    "\"date_evidence\":[3,9],\"scope\":\"regency\","
    "\"region\":{\"code\":\"19.06\",\"name\":\"Kabupaten Belitung "
    "Timur\",\"confidence\":0.97,\"evidence\":[[1,2],[3,5]]},"
    "\"also\":[\"19.02\"],"
    "\"people\":[{\"id\":0,\"name\":\"Rina\",\"honorifics\":\"Hj.\",\"position\":\"Camat\","
    "\"institution\":null,\"region\":\"19.06\","
    "\"kind\":\"person\",\"mentions\":[[10,14]]},"
    "{\"id\":1,\"name\":\"Bawaslu\",\"honorifics\":\"\",\"position\":null,\"institution\":null,"
    "\"region\":null,"
    "\"kind\":\"institution\",\"mentions\":[]}],"
    "\"quotes\":[{\"fid\":\"q-0a1b2c\",\"start\":1,\"end\":4,\"text\":\"a\\nb\",\"speaker\":0,"
    "\"cue\":[5,9],\"repeats\":[[20,23]],"
    "\"confidence\":0.98,\"rule\":\"r1\"}],"
    "\"statements\":[{\"fid\":\"s-000000\",\"start\":0,\"end\":2,\"text\":\"x\",\"speaker\":null,"
    "\"cue\":null,\"confidence\":0.9,\"rule\":\"r2\"}],"
    "\"citations\":[{\"fid\":\"c-ffffff\",\"start\":2,\"end\":3,\"text\":\"PP\",\"type\":\"PP\","
    "\"number\":\"94\",\"year\":2021,"
    "\"pinpoint\":\"Pasal "
    "5\",\"resolved\":{\"type\":\"PP\",\"number\":\"94\",\"year\":2021},\"title\":\"Disiplin\","
    "\"status\":\"in_force\","
    "\"since\":\"2021-08-31\",\"replaced_by\":null,\"suggestion\":null,\"confidence\":1.0,\"rule\":"
    "\"r3\",\"note\":\"last amended by PP 1/2022\","
    "\"sentence\":{\"start\":0,\"end\":40,\"text\":\"Sesuai PP 94.\"},"
    "\"code\":\"act_amended\",\"values\":[\"\",\"PP 1/2022\"]}],"
    "\"backrefs\":[{\"start\":7,\"end\":9,\"text\":\"PP itu\",\"citation\":\"c-ffffff\"}],"
    "\"advisories\":[{\"fid\":\"a-123456\",\"start\":0,\"end\":2,\"text\":\"x\",\"type\":"
    "\"imbauan\",\"topics\":[\"netralitas\",\"pemilu\"],"
    "\"addressee\":\"ASN\",\"speaker\":1,\"confidence\":0.8,\"rule\":\"r4\"}],"
    "\"flags\":[{\"kind\":\"duplicate\",\"start\":4,\"end\":9,\"note\":\"\",\"fact\":null},"
    "{\"kind\":\"advertorial\",\"note\":\"says so\",\"fact\":\"q-0a1b2c\","
    "\"code\":\"undated\",\"values\":[]}],"
    "\"sketch\":\"" SKETCH "\",\"tables\":\"2026.1+1/0123456789abcdef\"}";

/* Reads `line`; true if it is accepted. What it gives is written again into *again (to be freed).
 */
static bool read_and_write(struct text line, struct buffer *again, struct error *error) {
    struct arena arena = {0};
    struct facts facts;
    bool good = facts_read(line, &arena, &facts, error);
    if (good) {
        facts_write(&facts, facts.file.data != NULL, again);
    }
    arena_free(&arena);
    return good;
}

static void assert_same(struct text line) {
    struct buffer again = {0};
    struct error error = {0};
    ck_assert_msg(read_and_write(line, &again, &error), "%s", error.message);
    ck_assert_uint_eq(again.size, line.size);
    ck_assert_mem_eq(again.data, line.data, line.size);
    buffer_free(&again);
}

START_TEST(full_line_comes_back) { assert_same(text_of(full)); }
END_TEST

START_TEST(written_from_an_article) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct flag flag = {.kind = FLAG_CONVERTED, .note = TEXT("from UTF-16")};
    struct advisory advisory = {.fid = "a-000001",
                                .span = {0, 4},
                                .type = ADVISORY_LARANGAN,
                                .speaker = NOBODY,
                                .confidence = 75,
                                .rule = "r"};
    struct facts facts = {.id = TEXT("i"),
                          .sha256 = TEXT("00"),
                          .text = TEXT("Jangan lupa"),
                          .advisories = &advisory,
                          .advisory_count = 1,
                          .flags = &flag,
                          .flag_count = 1,
                          .sketch = TEXT("")};
    facts_write(&facts, false, &out);
    const char *wanted = "{\"taklimat\":\"facts/"
                         "1\",\"id\":\"i\",\"sha256\":\"00\",\"title\":null,\"publisher\":null,"
                         "\"url\":null,\"author\":null,"
                         "\"published\":null,\"event_date\":null,\"date_evidence\":null,\"scope\":"
                         "\"unknown\",\"region\":null,\"also\":[],\"people\":[],\"quotes\":[],"
                         "\"statements\":[],\"citations\":[],\"backrefs\":[],\"advisories\":[{"
                         "\"fid\":\"a-000001\",\"start\":0,\"end\":4,\"text\":\"Jang\","
                         "\"type\":\"larangan\",\"topics\":[],\"addressee\":null,\"speaker\":null,"
                         "\"confidence\":0.75,\"rule\":\"r\"}],"
                         "\"flags\":[{\"kind\":\"converted\",\"note\":\"from "
                         "UTF-16\",\"fact\":null}],\"sketch\":\"\"}";
    buffer_char(&out, 0);
    ck_assert_str_eq(out.data, wanted);
    out.size--;
    assert_same(buffer_view(&out));
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* What is put for a piece of the full line, and what the message must then name. */
static const struct {
    const char *piece, *instead, *names;
} damages[] = {
    {"facts/1", "facts/2", "taklimat"},
    {"\"id\":\"a\\\"1\"", "\"id\":null", "\"id\""},
    {"\"id\":\"a\\\"1\"", "\"id\":\"\"", "\"id\""},
    {"\"sha256\":\"00ff\",", "", "sha256"},
    {"\"record\":12", "\"record\":-1", "record"},
    {"\"record\":12", "\"record\":1.5", "record"},
    {"\"title\":\"Judul\"", "\"title\":[]", "title"},
    {"\"title\":\"Judul\"", "\"title\":true", "title"},
    {"\"published\":\"2024-08-05\"", "\"published\":\"2024-02-30\"", "published"},
    {"\"published\":\"2024-08-05\"", "\"published\":20240805", "published"},
    {"\"date_evidence\":[3,9]", "\"date_evidence\":[9,3]", "date_evidence"},
    {"\"date_evidence\":[3,9]", "\"date_evidence\":[3]", "date_evidence"},
    {"\"regency\"", "\"village\"", "scope"},
    {"\"code\":\"19.06\"", "\"code\":7", "code"},
    {"\"confidence\":0.97", "\"confidence\":97", "confidence"},
    {"\"confidence\":0.97", "\"confidence\":\"high\"", "confidence"},
    {"[[1,2],[3,5]]", "[[1,2],[3,5],4]", "span"},
    {"[[1,2],[3,5]]", "{\"a\":[1,2]}", "evidence"},
    {"\"also\":[\"19.02\"]", "\"also\":[19]", "string"},
    {"\"also\":[\"19.02\"]", "\"also\":\"19.02\"", "also"},
    {"{\"id\":0", "{\"id\":1", "place"},
    {"{\"id\":0", "{\"id\":4294967296", "id"},
    {"\"kind\":\"institution\"", "\"kind\":\"dog\"", "kind"},
    {"\"fid\":\"q-0a1b2c\"", "\"fid\":\"q-0a1b2cd\"", "fid"},
    {"\"fid\":\"q-0a1b2c\"", "\"fid\":\"q-0A1b2c\"", "fid"},
    {"\"start\":1,\"end\":4", "\"start\":4,\"end\":4", "end"},
    {"\"start\":1,\"end\":4", "\"start\":1,\"end\":1e300", "end"},
    {"\"start\":1,\"end\":4", "\"start\":1", "end"},
    {"\"speaker\":0", "\"speaker\":2", "speaker"},
    {"\"speaker\":0", "\"speaker\":-1", "speaker"},
    {"\"status\":\"in_force\"", "\"status\":\"lost\"", "status"},
    {"\"year\":2021,\"pin", "\"year\":\"2021\",\"pin", "year"},
    {"\"resolved\":{\"type\":\"PP\"", "\"resolved\":{\"type\":null", "type"},
    {"\"citation\":\"c-ffffff\"", "\"citation\":\"../../etc\"", "citation"},
    {"\"imbauan\"", "\"himbauan\"", "type"},
    {"\"topics\":[\"netralitas\"", "\"topics\":[null", "string"},
    {"\"duplicate\"", "\"twice\"", "kind"},
    {"\"quotes\":[", "\"quotes\":7,\"x\":[", "quotes"},
    {"\"quotes\":[", "\"quotes\":[[],", "fid"},
    {"\"people\":[{", "\"people\":[null,{", "place"},
};

/* `full` with the first `piece` replaced. */
static void damage(const char *piece, const char *instead, struct buffer *out) {
    const char *at = strstr(full, piece);
    ck_assert_ptr_nonnull(at);
    buffer_append(out, full, (size_t)(at - full));
    buffer_string(out, instead);
    buffer_string(out, at + strlen(piece));
}

START_TEST(damaged_line_is_refused) {
    struct buffer line = {0}, again = {0};
    struct error error = {0};
    damage(damages[_i].piece, damages[_i].instead, &line);
    ck_assert_msg(!read_and_write(buffer_view(&line), &again, &error), "accepted: %s",
                  damages[_i].instead);
    ck_assert_int_eq(error.code, EXIT_BAD_DATA);
    ck_assert_msg(strstr(error.message, damages[_i].names) != NULL, "%s: %s", damages[_i].instead,
                  error.message);
    buffer_free(&line);
    buffer_free(&again);
}
END_TEST

START_TEST(every_truncation_is_refused) {
    for (size_t size = 0; size + 1 < sizeof full; size++) {
        struct buffer again = {0};
        struct error error = {0};
        char *copy = malloc(size + 1);
        memcpy(copy, full, size);
        ck_assert(!read_and_write((struct text){copy, size}, &again, &error));
        ck_assert_int_eq(error.code, EXIT_BAD_DATA);
        free(copy);
    }
}
END_TEST

/* One byte changed is either refused, or a line that can be written and read for good. */
START_TEST(changed_bytes_do_no_harm) {
    static const char bytes[] = {'\0', '"', '[', '}', '9', '-', '\\', (char)0xff, ','};
    for (size_t at = 0; at + 1 < sizeof full; at++) {
        char copy[sizeof full];
        struct buffer again = {0};
        struct error error = {0};
        memcpy(copy, full, sizeof full);
        copy[at] = bytes[at % sizeof bytes];
        if (read_and_write((struct text){copy, sizeof full - 1}, &again, &error)) {
            assert_same(buffer_view(&again));
        }
        buffer_free(&again);
    }
}
END_TEST

START_TEST(deep_nesting_is_refused) {
    struct buffer line = {0}, again = {0};
    struct error error = {0};
    buffer_string(&line, "{\"taklimat\":");
    for (int i = 0; i < 100000; i++) {
        buffer_char(&line, '[');
    }
    ck_assert(!read_and_write(buffer_view(&line), &again, &error));
    ck_assert_int_eq(error.code, EXIT_BAD_DATA);
    buffer_free(&line);
}
END_TEST

START_TEST(unknown_members_are_ignored) {
    struct buffer line = {0}, again = {0};
    struct error error = {0};
    damage("\"sketch\"", "\"later\":{\"a\":[1,{}]},\"sketch\"", &line);
    ck_assert_msg(read_and_write(buffer_view(&line), &again, &error), "%s", error.message);
    ck_assert_uint_eq(again.size, sizeof full - 1);
    ck_assert_mem_eq(again.data, full, again.size);
    buffer_free(&line);
    buffer_free(&again);
}
END_TEST

START_TEST(names_of_facts_are_stable) {
    char fid[FID_SIZE], other[FID_SIZE];
    fid_make(fid, 'q', TEXT("x"), (struct span){1, 12});
    ck_assert_str_eq(fid, "q-97d496");
    fid_make(other, 'q', TEXT("x"), (struct span){11, 2});
    ck_assert_str_ne(fid, other);
    fid_make(other, 's', TEXT("x"), (struct span){1, 12});
    ck_assert_str_ne(fid, other);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("facts_json");
    TCase *tests = tcase_create("facts_json");
    tcase_add_test(tests, full_line_comes_back);
    tcase_add_test(tests, written_from_an_article);
    tcase_add_loop_test(tests, damaged_line_is_refused, 0,
                        (int)(sizeof damages / sizeof damages[0]));
    tcase_add_test(tests, every_truncation_is_refused);
    tcase_add_test(tests, changed_bytes_do_no_harm);
    tcase_add_test(tests, deep_nesting_is_refused);
    tcase_add_test(tests, unknown_members_are_ignored);
    tcase_add_test(tests, names_of_facts_are_stable);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
