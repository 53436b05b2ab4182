/* The strict reading of JSON records, held against cJSON: what the scan accepts, cJSON reads to the
 * same strings; what it refuses although cJSON does not is listed here. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "intake/json_scan.h"
#include "support.h"

/* Objects that are sound, with the decoded text of the member "t". */
static const struct {
    const char *record, *text;
} sound[] = {
    {"{\"t\":\"abc\"}", "abc"},
    {" { \"a\" : [ 1 , -2.5e+3 , true , false , null , { } , [ ] ] , \"t\" : \"x\" } ", "x"},
    {"{\"t\":\"a\\n\\t\\\"\\\\\\/\\b\\f\\r\"}", "a\n\t\"\\/\b\f\r"},
    {"{\"t\":\"\\u00e9\\u201c\\ud83d\\ude00\"}", "\xC3\xA9\xE2\x80\x9C\xF0\x9F\x98\x80"},
    {"{\"\\u0074\":\"key with an escape\"}", "key with an escape"},
    {"{\"t\":\"first\",\"t\":\"second\"}", "first"},
    {"{\"n\":{\"t\":\"inner\"},\"t\":\"outer\"}", "outer"},
    {"{\"t\":\"\x1b control\"}", "\x1b control"},
    {"{\"x\":0,\"y\":-0.0,\"z\":10E2,\"t\":\"\"}", ""},
};

/* Records that must be refused: reason, and the byte at which. */
static const struct {
    const char *record, *reason;
    size_t offset;
} faulty[] = {
    {"{\"t\":\"x\"", "bad_json", 8},
    {"{\"t\":\"x\"} y", "bad_json", 10},
    {"{\"t\":01}", "bad_json", 7},
    {"{\"t\":1.}", "bad_json", 7},
    {"{\"t\":NaN}", "bad_json", 5},
    {"{\"t\":-Infinity}", "bad_json", 6},
    {"{/**/\"t\":1}", "bad_json", 1},
    {"{'t':1}", "bad_json", 1},
    {"{\"t\":1,}", "bad_json", 7},
    {"{\"t\":[1,]}", "bad_json", 8},
    {"{\"t\":[1}", "bad_json", 7},
    {"{\"t\":\"\\x41\"}", "bad_json", 7},
    {"{\"t\":\"\\u12g4\"}", "bad_json", 7},
    {"{\"t\":\"\\ud83d x\"}", "bad_json", 12},
    {"{\"t\":\"\\ude00\"}", "bad_json", 7},
    {"{\"t\":\"a\\u0000b\"}", "nul", 8},
    {"{\"t\":\"a\xff\"}", "not_utf8", 7},
    {"{\"t\":\"\xed\xa0\x80\"}", "not_utf8", 6},
    {"[1]", "bad_json", 3},
    {"\"x\"", "bad_json", 3},
    {"", "bad_json", 0},
    {"{\"t\" 1}", "bad_json", 5},
    {"{\"t\":tru}", "bad_json", 5},
    {"{t:1}", "bad_json", 1},
};

static struct text find(const struct json_members *members, const char *key, struct arena *arena) {
    for (size_t i = 0; i < members->count; i++)
        if (text_is(members->at[i].key, key))
            return json_scan_string(members->at[i].value, arena);
    return (struct text){0};
}

START_TEST(test_sound) {
    struct arena arena = {0};
    struct json_members members;
    struct fault fault = {0};
    struct text record = text_of(sound[_i].record);
    ck_assert_msg(json_scan(record, &arena, &members, &fault), "%s: %s", sound[_i].record,
                  fault.message.data);
    struct text text = find(&members, "t", &arena);
    ck_assert_msg(text_is(text, sound[_i].text), "%s: %.*s", sound[_i].record, (int)text.size,
                  text.data);
    struct error error = {0};
    struct cJSON *value = json_parse(record, EXIT_BAD_DATA, &error);
    ck_assert_msg(value != NULL, "cJSON: %s", error.message);
    ck_assert(text_equal(json_get_text(json_get(value, "t")), text));
    json_free(value);
    arena_free(&arena);
}
END_TEST

START_TEST(test_faulty) {
    struct arena arena = {0};
    struct json_members members;
    struct fault fault = {0};
    ck_assert_msg(!json_scan(text_of(faulty[_i].record), &arena, &members, &fault), "%s",
                  faulty[_i].record);
    ck_assert_str_eq(fault.reason, faulty[_i].reason);
    ck_assert_msg(fault.offset == faulty[_i].offset, "%s: at %zu", faulty[_i].record, fault.offset);
    ck_assert_uint_gt(fault.message.size, 0);
    arena_free(&arena);
}
END_TEST

/* Whatever is cut off or put in, the scan neither accepts what cJSON refuses nor reads past the
 * end. */
START_TEST(test_against_cjson) {
    static const char all[] = "{\"id\":\"a1\",\"t\":\"kata \\\"Budi\\\" \\u201c "
                              "x\",\"n\":[1,2.5,{\"k\":null}],\"b\":true}";
    static const char marks[] = "\"\\{}[],:0-eun \x01";
    for (size_t i = 0; i < sizeof all - 1; i++)
        for (size_t k = 0; k < sizeof marks; k++) {
            struct arena arena = {0};
            char *copy =
                malloc(sizeof all); /* of exactly this size, so that a sanitizer sees an overrun */
            memcpy(copy, all, sizeof all);
            copy[i] = marks[k];
            size_t size = marks[k] ? sizeof all - 1 : i;
            struct json_members members;
            struct fault fault = {0};
            struct error error = {0};
            bool accepted = json_scan((struct text){copy, size}, &arena, &members, &fault);
            struct cJSON *value = json_parse((struct text){copy, size}, EXIT_BAD_DATA, &error);
            ck_assert_msg(!accepted || value, "only cJSON refuses %.*s", (int)size, copy);
            json_free(value);
            arena_free(&arena);
            free(copy);
        }
}
END_TEST

/* 1000 brackets are read, one more is not, a million cost no stack. */
START_TEST(test_depth) {
    static const size_t depths[] = {999, 1000, 1000000};
    for (size_t i = 0; i < 3; i++) {
        struct arena arena = {0};
        size_t depth = depths[i];
        char *record = malloc(2 * depth + 8);
        memcpy(record, "{\"t\":", 5);
        memset(record + 5, '[', depth);
        memset(record + 5 + depth, ']', depth);
        record[5 + 2 * depth] = '}';
        struct json_members members;
        struct fault fault = {0};
        bool accepted = json_scan((struct text){record, 2 * depth + 6}, &arena, &members, &fault);
        ck_assert_int_eq(accepted, i == 0);
        free(record);
        arena_free(&arena);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("json_scan");
    TCase *tcase = tcase_create("json_scan");
    tcase_add_loop_test(tcase, test_sound, 0, sizeof sound / sizeof *sound);
    tcase_add_loop_test(tcase, test_faulty, 0, sizeof faulty / sizeof *faulty);
    tcase_add_test(tcase, test_against_cjson);
    tcase_add_test(tcase, test_depth);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
