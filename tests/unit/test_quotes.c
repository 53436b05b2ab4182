/* Quotations: marks of all kinds, lost marks, what is no speech, repeats, and time that grows with
 * the text only. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "speech_fixture.h"
#include "support.h"

static struct speech_fixture fixture;

static void teardown(void) { speech_fixture_close(&fixture); }

static const struct {
    const char *text, *quotes;
} cases[] = {
    /* marks */
    {"\"Kami sudah siap bekerja,\" kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja,\n"},
    {"“Kami sudah siap bekerja“, kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja\n"},
    {"”Kami sudah siap bekerja,” kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja,\n"},
    {"„Kami sudah siap bekerja,” kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja,\n"},
    {"''Kami sudah siap bekerja,'' kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja,\n"},
    {"'Kami sudah siap bekerja,' kata Camat Budi Santoso.",
     "Budi Santoso: Kami sudah siap bekerja,\n"},
    {"Sore itu hujan.” Kami tetap bekerja, ”kata Camat Budi Santoso.",
     "Budi Santoso: Kami tetap bekerja,\n"},
    /* before and between */
    {"Camat Budi Santoso menegaskan, \"Semua warga sudah didata.\"",
     "Budi Santoso: Semua warga sudah didata.\n"},
    {"\"Kami siap,\" kata Camat Budi Santoso. \"Besok semua turun.\"",
     "Budi Santoso: Kami siap,\nBudi Santoso: Besok semua turun.\n"},
    /* over paragraphs */
    {"\"Kami siap bekerja.\n\nBesok semua turun,\" kata Camat Budi Santoso.",
     "Budi Santoso: Kami siap bekerja.\n\nBesok semua turun,\n"},
    /* lost marks */
    {"Hujan turun.\n\nKami tetap bekerja di kantor,” kata Camat Budi Santoso.",
     "Budi Santoso: Kami tetap bekerja di kantor,\n"},
    {"“Kami tetap bekerja di kantor, kata Camat Budi Santoso.\n\n“Besok libur,” ujarnya.",
     "Budi Santoso: Kami tetap bekerja di kantor,\nBudi Santoso: Besok libur,\n"},
    /* one in another */
    {"\"Kata mereka \"tidak mungkin\" dan kami diam,\" ujar Camat Budi Santoso.",
     "Budi Santoso: Kata mereka \"tidak mungkin\" dan kami diam,\n"},
    /* no speech */
    {"Acara bertema \"Desa Kuat, Negara Hebat\" itu dibuka Camat Budi Santoso.", ""},
    {"\"Setiap orang berhak atas air,\" bunyi Pasal 3 aturan itu.", ""},
    {"Ia menyebutnya \"pahlawan\" di depan warga.", ""},
    {"Pasal 1 berbunyi sebagai berikut: \"Air adalah milik bersama.\"", ""},
    /* nobody */
    {"\"Saya kaget sekali tadi malam,\" kata seorang warga.", "-: Saya kaget sekali tadi malam,\n"},
    /* said twice */
    {"\"Kami sudah siap bekerja,\" kata Camat Budi Santoso.\n\"Kami sudah siap bekerja,\" kata "
     "Budi.",
     "Budi Santoso: Kami sudah siap bekerja, [1]\n"},
};

START_TEST(test_marks) {
    speech_fixture_read(&fixture, cases[_i].text, NULL);
    ck_assert_str_eq(speech_fixture_quotes(&fixture), cases[_i].quotes);
}
END_TEST

START_TEST(test_cut_repeats) {
    static const char text[] =
        "\"Kami sudah siap bekerja,\" kata Camat Budi Santoso.\nHAK CIPTA\n"
        "\"Kami sudah siap bekerja,\" kata Camat Budi Santoso. \"Ini tidak pernah ada,\" katanya.";
    speech_fixture_read(&fixture, text, "HAK CIPTA");
    ck_assert_str_eq(speech_fixture_quotes(&fixture),
                     "Budi Santoso: Kami sudah siap bekerja, [1]\n");
    struct span repeat = fixture.facts.quotes[0].repeats.at[0];
    ck_assert_uint_eq(repeat.start, (size_t)(strstr(text, "CIPTA") - text) + 7);
}
END_TEST

START_TEST(test_unbalanced) {
    speech_fixture_read(&fixture, "Hujan turun.\n\nKami tetap bekerja,” kata Camat Budi Santoso.",
                        NULL);
    ck_assert_uint_eq(fixture.facts.flag_count, 1);
    ck_assert_int_eq(fixture.facts.flags[0].kind, FLAG_UNBALANCED_QUOTE);
    ck_assert_uint_eq(span_size(fixture.facts.flags[0].span), 3);
    speech_fixture_read(&fixture, "“Kami tetap bekerja,” kata Camat Budi Santoso.", NULL);
    ck_assert_uint_eq(fixture.facts.flag_count, 0);
}
END_TEST

START_TEST(test_facts_of_a_quotation) {
    speech_fixture_read(&fixture, "\"Kami siap bekerja,\" tutur Camat Budi Santoso.", NULL);
    const struct quote *quote = &fixture.facts.quotes[0];
    ck_assert_uint_eq(quote->cue.start, 21);
    ck_assert_uint_eq(quote->cue.end, 26);
    ck_assert_int_gt(quote->confidence, 80);
    ck_assert_str_eq(quote->rule, "after-named");
    ck_assert_int_eq(quote->fid[0], 'q');
}
END_TEST

/* Texts made of one piece again and again: a quadratic search would not end before the test's time
 * does. */
static const char *const pieces[] = {"“Kami siap kata ",
                                     "Kami siap,” ",
                                     "\"Kami \"itu\" ",
                                     "'kami ",
                                     "\" ",
                                     "Kepala Dinas ",
                                     "Camat Budi Santoso menyebut ",
                                     "disampaikan bahwa "};

START_TEST(test_linear) {
    struct buffer text = {0};
    while (text.size < 2000000)
        buffer_string(&text, pieces[_i]);
    buffer_char(&text, '\0');
    speech_fixture_read(&fixture, text.data, NULL);
    buffer_free(&text);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("quotations");
    TCase *tcase = tcase_create("all");
    tcase_add_checked_fixture(tcase, load_test_tables, teardown);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, test_marks, 0, sizeof cases / sizeof cases[0]);
    tcase_add_test(tcase, test_cut_repeats);
    tcase_add_test(tcase, test_unbalanced);
    tcase_add_test(tcase, test_facts_of_a_quotation);
    tcase_add_loop_test(tcase, test_linear, 0, sizeof pieces / sizeof pieces[0]);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
