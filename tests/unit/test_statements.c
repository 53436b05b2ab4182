/* Statements: sentences of indirect speech, those that go on reporting, and who is meant by ia,
 * -nya, pihaknya. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "speech_fixture.h"
#include "support.h"

static struct speech_fixture fixture;

static void teardown(void) { speech_fixture_close(&fixture); }

/* What stands before each case: it lets one person speak. */
#define BEFORE "\"Kami siap bekerja,\" kata Camat Kaliombo Budi Santoso.\n"

static const struct {
    const char *text, *statements;
} cases[] = {
    /* forms */
    {"Camat Kaliombo Budi Santoso mengatakan jalan itu licin.",
     "Budi Santoso: Camat Kaliombo Budi Santoso mengatakan jalan itu licin.\n"},
    {"Menurut Camat Kaliombo Budi Santoso, jalan itu licin.",
     "Budi Santoso: Menurut Camat Kaliombo Budi Santoso, jalan itu licin.\n"},
    {BEFORE "Jalan itu, menurut Budi, licin.", "Budi Santoso: Jalan itu, menurut Budi, licin.\n"},
    {BEFORE "Jalan itu disebut Budi sangat licin.",
     "Budi Santoso: Jalan itu disebut Budi sangat licin.\n"},
    {BEFORE "Jalan itu disebutnya sangat licin.",
     "Budi Santoso: Jalan itu disebutnya sangat licin.\n"},
    {BEFORE "Selain itu, lanjut dia, jalan itu licin.",
     "Budi Santoso: Selain itu, lanjut dia, jalan itu licin.\n"},
    {BEFORE "Kata Budi, jalan itu licin.", "Budi Santoso: Kata Budi, jalan itu licin.\n"},
    {BEFORE "Ia juga tidak lupa mengingatkan jalan itu licin.",
     "Budi Santoso: Ia juga tidak lupa mengingatkan jalan itu licin.\n"},
    {BEFORE "Pihaknya berharap warga sabar menunggu.",
     "Budi Santoso: Pihaknya berharap warga sabar menunggu.\n"},
    {BEFORE "Mantan guru itu menambahkan jalan itu licin.",
     "Budi Santoso: Mantan guru itu menambahkan jalan itu licin.\n"},
    /* one who speaks for another; somebody else takes the word */
    {"Bupati Wonogiri Rina Wulandari melalui Camat Kaliombo Budi Santoso menyebut jalan itu licin.",
     "Budi Santoso: Bupati Wonogiri Rina Wulandari melalui Camat Kaliombo Budi Santoso menyebut "
     "jalan itu licin.\n"},
    {"Bupati Wonogiri yang di wakili oleh Camat Kaliombo Budi Santoso, menyebut jalan itu licin.",
     "Budi Santoso: Bupati Wonogiri yang di wakili oleh Camat Kaliombo Budi Santoso, menyebut "
     "jalan itu licin.\n"},
    {"Bupati Wonogiri Rina Wulandari dalam sambutan yang dibacakan Camat Kaliombo Budi Santoso, "
     "menyebut jalan itu licin.",
     "Rina Wulandari: Bupati Wonogiri Rina Wulandari dalam sambutan yang dibacakan Camat Kaliombo "
     "Budi Santoso, menyebut jalan itu licin.\n"},
    {BEFORE "Pejabat tersebut menyebut jalan itu licin.",
     "Budi Santoso: Pejabat tersebut menyebut jalan itu licin.\n"},
    {BEFORE "Ditanya soal Bupati Rina Wulandari, Budi diam. Katanya, jalan itu licin.",
     "Budi Santoso: Katanya, jalan itu licin.\n"},
    {BEFORE "Senada, Lurah Pinang Rina Wulandari menilai jalan itu licin.",
     "Rina Wulandari: Senada, Lurah Pinang Rina Wulandari menilai jalan itu licin.\n"},
    /* the last who spoke, not the last who was named */
    {BEFORE "Ia menyebut Bupati Rina Wulandari akan datang. Ia menegaskan jalan itu licin.",
     "Budi Santoso: Ia menyebut Bupati Rina Wulandari akan datang.\n"
     "Budi Santoso: Ia menegaskan jalan itu licin.\n"},
    /* a body speaks, but katanya is a person's */
    {"Bawaslu Jambi menilai aturan itu dilanggar.",
     "Bawaslu Jambi: Bawaslu Jambi menilai aturan itu dilanggar.\n"},
    /* going on */
    {BEFORE "Budi menyebut jalan itu licin. Karena itu, warga harus berhati-hati.",
     "Budi Santoso: Budi menyebut jalan itu licin.\nBudi Santoso: Karena itu, warga harus "
     "berhati-hati.\n"},
    {BEFORE "Warga diminta membawa payung setiap hari.",
     "Budi Santoso: Warga diminta membawa payung setiap hari.\n"},
    /* the newspaper's own words */
    {BEFORE "Acara itu dihadiri ratusan warga.", ""},
    {BEFORE "Budi menyebut jalan itu licin. Diketahui, jembatan itu tua.",
     "Budi Santoso: Budi menyebut jalan itu licin.\n"},
    {BEFORE "Budi menyebut jalan itu licin. Untuk diketahui, warga harus memakai helm.",
     "Budi Santoso: Budi menyebut jalan itu licin.\n"},
    {BEFORE "Budi menyebut jalan itu licin. Seperti diberitakan, warga harus memakai helm.",
     "Budi Santoso: Budi menyebut jalan itu licin.\n"},
    {"Camat Kaliombo Budi Santoso akan menyampaikan laporan besok.", ""},
    {"Camat Kaliombo Budi Santoso, yang menyebut dirinya petani, pulang.", ""},
    {"Surat itu menyebutkan tiga nama.", ""},
    /* only that there was a speech */
    {"Camat Kaliombo Budi Santoso menyampaikan sambutan saat pembukaan.", ""},
};

START_TEST(test_reports) {
    speech_fixture_read(&fixture, cases[_i].text, NULL);
    ck_assert_str_eq(speech_fixture_statements(&fixture), cases[_i].statements);
}
END_TEST

START_TEST(test_body_and_person) {
    speech_fixture_read(
        &fixture,
        BEFORE "Bawaslu Jambi menilai aturan itu dilanggar. \"Kami akan datang,\" ujarnya.", NULL);
    ck_assert_str_eq(speech_fixture_quotes(&fixture),
                     "Budi Santoso: Kami siap bekerja,\nBudi Santoso: Kami akan datang,\n");
}
END_TEST

START_TEST(test_suspect) {
    speech_fixture_read(
        &fixture, BEFORE "Tersangka G mengaku lapar. \"Pelaku lalu kami tahan,\" ujarnya.", NULL);
    ck_assert_str_eq(speech_fixture_quotes(&fixture),
                     "Budi Santoso: Kami siap bekerja,\nBudi Santoso: Pelaku lalu kami tahan,\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("statements");
    TCase *tcase = tcase_create("all");
    tcase_add_checked_fixture(tcase, load_test_tables, teardown);
    tcase_add_loop_test(tcase, test_reports, 0, sizeof cases / sizeof cases[0]);
    tcase_add_test(tcase, test_body_and_person);
    tcase_add_test(tcase, test_suspect);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
