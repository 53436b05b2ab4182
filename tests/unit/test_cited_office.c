/* Whose act is cited: bodies by acronym or initials, regions by code. */
#include <config.h>

#include <check.h>

#include "summary/cited_office.h"
#include "support.h"

static const struct {
    const char *type, *number, *words, *region, *office;
} cases[] = {
    {"Perban", "5", "Peraturan BPOM Nomor 5 Tahun 2026", "33.07", "BPOM"},
    {"Perban", "5", "Peraturan BPOM RI Nomor 5/2026", "", "BPOM"},
    {"Perban", "5", "PerBPOM No. 5 Tahun 2026", "", "BPOM"},
    {"Perban", "5", "Peraturan Kepala BPOM Nomor 5 Tahun 2026", "", "BPOM"},
    {"Perban", "5", "Peraturan Badan Pengawas Obat dan Makanan Nomor 5 Tahun 2026", "", "BPOM"},
    {"Perban", "5", "Peraturan Badan Pengawas Obat dan Makanan (BPOM RI) No 5/2026", "", "BPOM"},
    {"Perban", "5", "Peraturan Kepala Badan Kepegawaian Negara Nomor 5 Tahun 2026", "", "BKN"},
    {"Perban", "5", "Peraturan BKN 5/2026", "", "BKN"},
    {"Perban", "5", "POJK Nomor 5 Tahun 2026", "", "OJK"},
    {"Perban", "5", "Peraturan Otoritas Jasa Keuangan Nomor 5 Tahun 2026", "", "OJK"},
    {"Perban", "5", "Perban 5/2026", "", ""},
    {"Perban", "5", "Peraturan Bersama Menteri Agama dan Menteri Dalam Negeri No 5", "", "Bersama"},
    {"Perban", "5", "Nomor 5 Tahun 2026", "", ""},
    {"Perban", "", "Peraturan DPR", "", ""},
    {"Perda", "3", "Perda Nomor 3 Tahun 2018", "33.07", "33.07"},
    {"Perda", "3", "Peraturan Daerah Provinsi Jawa Tengah Nomor 3 Tahun 2018", "33.07", "33"},
    {"Perda", "3", "Perda 3/2018", "", ""},
    {"Pergub", "3", "Pergub 3/2018", "33.07", "33"},
    {"Perbup", "3", "Perbup 3/2018", "33.07", "33.07"},
    {"SE", "3", "SE Nomor 3 Tahun 2020", "33.07", ""},
    {"PP", "94", "PP 94/2021", "33.07", ""},
};

START_TEST(test_office) {
    struct arena arena = {0};
    struct citation citation = {.written = {text_of(cases[_i].type), text_of(cases[_i].number), 0}};
    struct text words = text_of(cases[_i].words);
    citation.span = (struct span){0, words.size};
    struct facts facts = {.text = words,
                          .region_code = text_of(cases[_i].region),
                          .citations = &citation,
                          .citation_count = 1};
    struct text office = cited_office(&facts, 0, &arena);
    ck_assert_msg(text_is(office, cases[_i].office), "%s: %.*s", cases[_i].words, (int)office.size,
                  office.data);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("cited_office");
    TCase *tests = tcase_create("cited_office");
    tcase_add_loop_test(tests, test_office, 0, (int)(sizeof cases / sizeof cases[0]));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
