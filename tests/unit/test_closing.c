/* Closing sections: which regions nothing was found of, and the abbreviations on the pages; and the
 * table of these. */
#include <config.h>

#include <check.h>

#include "intake_fixture.h"
#include "layout_fixture.h"
#include "pictures_fixture.h"
#include "support.h"
#include "tables/glossary.h"
#include "tables/regions.h"

static bool *marked(const char *text, struct arena *arena) {
    const struct glossary *glossary = test_tables()->glossary;
    bool *met = arena_alloc_array(arena, glossary_count(glossary), sizeof *met);
    glossary_mark(glossary, text_of(text), met);
    return met;
}

static const struct {
    const char *text, *met; /* the forms, in the table's order, each followed by a space */
} words[] = {
    {"ASN dan PNS, juga (PPPK).", "ASN PNS PPPK "},
    {"Bawaslu, BAWASLU dan bawaslu", "Bawaslu "},
    {"bawaslu asn", ""},
    {"AsN BAWASlu", ""},
    {"PASN ASNX ASN2 \xC3\xA9"
     "ASN",
     ""},
    {"TNI-Polri, PP/94, ASN-nya", "ASN Polri PP TNI "},
    {"Satpol PP menertibkan", "Satpol PP "},
    {"SATPOL\xC2\xA0PP menertibkan PP itu", "PP Satpol PP "},
    {"Kasatpol PP dan Satpol", "Kasatpol PP "},
    {"Satpol PPK, KemenPAN-RB", "KemenPAN-RB PPK "},
    {"Sekda", "Sekda "},
    {"A B, \xE2\x80\x9CKPU\xE2\x80\x9D", "KPU "},
    {"", ""},
};

START_TEST(abbreviations_are_met) {
    const struct glossary *glossary = test_tables()->glossary;
    struct arena arena = {0};
    struct buffer out = {0};
    bool *met = marked(words[_i].text, &arena);
    for (size_t i = 0; i < glossary_count(glossary); i++)
        if (met[i]) {
            buffer_text(&out, glossary_get(glossary, i)->form);
            buffer_char(&out, ' ');
        }
    ck_assert_msg(text_is(buffer_view(&out), words[_i].met), "%s: %.*s", words[_i].text,
                  (int)out.size, out.data);
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* Each form is met where it stands alone, and its letters stand in each of its meanings in order,
 * but for P3K's. */
START_TEST(each_form_abbreviates_its_meaning) {
    const struct glossary *glossary = test_tables()->glossary;
    for (size_t i = 0; i < glossary_count(glossary); i++) {
        const struct glossary_entry *entry = glossary_get(glossary, i);
        struct arena arena = {0};
        ck_assert_msg(marked(entry->form.data, &arena)[i], "%.*s", (int)entry->form.size,
                      entry->form.data);
        arena_free(&arena);
        size_t from = 0;
        for (size_t k = 0; k < entry->form.size && !text_is(entry->form, "P3K"); k++) {
            char letter = (char)(entry->form.data[k] | 32);
            while (letter >= 'a' && from < entry->meaning.size &&
                   (entry->meaning.data[from] | 32) != letter)
                from++;
            ck_assert_msg(from < entry->meaning.size, "%.*s", (int)entry->form.size,
                          entry->form.data);
            from += letter >= 'a';
        }
    }
}
END_TEST

static const struct {
    const char *rows, *wrong;
    size_t line;
} refused[] = {
    {"ASN\tA\ta\t-\nASN\tA\ta\t-\n", "the form is there twice, or not in order", 3},
    {"ASN\tA\ta\t-\nAsn\tA\ta\t-\n", "the form is there twice, or not in order", 3},
    {"PNS\tA\ta\t-\nASN\tA\ta\t-\n", "the form is there twice, or not in order", 3},
    {"asn\tA\ta\t-\n", "the form does not begin with a capital, or is longer than 31 bytes", 2},
    {"A B C\tA\ta\t-\n", "the form has more than two words", 2},
    {"ASN\tA; B\ta\t-\n", "meaning and english differ in number, or are empty", 2},
    {"ASN\t\t\t-\n", "meaning and english differ in number, or are empty", 2},
};

START_TEST(wrong_tables_are_refused) {
    struct buffer table = {0};
    struct arena arena = {0};
    struct error error = {0};
    const char *folder = fixture_folder("glossary");
    buffer_printf(&table, "form\tmeaning\tenglish\tmark\n%s", refused[_i].rows);
    fixture_write(folder, "glossary.tsv", buffer_view(&table));
    ck_assert_ptr_null(glossary_load(folder, &arena, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.message, refused[_i].wrong);
    ck_assert_uint_eq(error.record, refused[_i].line);
    buffer_free(&table);
    arena_free(&arena);
}
END_TEST

/* Kabupaten Belitung had news in June 2024 and Kota Jayapura in May. */
static const struct place_figures june[] = {{.code = {"", 0}, .articles = 2},
                                            {.code = {"19.02", 5}, .articles = 2}};
static const struct place_figures may[] = {{.code = {"", 0}, .articles = 2},
                                           {.code = {"19.02", 5}, .articles = 1},
                                           {.code = {"91.71", 5}, .articles = 1}};

static const struct {
    const char *name, *region;
    bool history;
    const char *holds; /* NULL: no such section */
} silent[] = {
    {"id", "", false, "tidak ada berita tentang 513 dari 514 kabupaten/kota."},
    {"id", "", false, "Kepulauan Bangka Belitung 6 dari 7 Bangka, Belitung, Bangka Selatan,"},
    {"id", "", false, "tentang satu pun kabupaten/kota di Aceh (23), Sumatera Utara (33),"},
    {"id", "", false, "Papua (9), Papua Barat (7)"},
    {"id", "", true, "Nama tebal: pernah ada beritanya"},
    {"id", "", true, "6 dari 7 Bangka, Belitung (Jun) , Bangka Selatan,"},
    {"id", "", true, "Papua 9 dari 9 Kota Jayapura (Mei) dan 8 lainnya"},
    {"en", "", true, "Papua 9 of 9 Kota Jayapura (May) and 8 others"},
    {"id", "19", true, "tentang 6 dari 7 kabupaten/kota."},
    {"id", "19", false, "Bangka, Belitung, Bangka Selatan, Bangka Tengah, Bangka Barat, Kota"},
    {"id", "19.06", true, NULL},
    {"id", "32", true, NULL}, /* no news at all: the front page says so */
};

START_TEST(silent_regions_are_named) {
    struct month_figures months[] = {
        {.year = 2024, .month = 5, .places = (void *)may, .count = 3},
        {.year = 2024, .month = 6, .places = (void *)june, .count = 2}};
    struct history history = {.at = {{.year = 2024, .month = 5, .figures = &months[0]},
                                     {.year = 2024, .month = 6, .figures = &months[1]},
                                     {.year = 2024, .month = 7, .state = HISTORY_MISSING}},
                              .count = 3};
    struct pages pages;
    pictures_lay_out(silent[_i].name, silent[_i].region, silent[_i].history ? &history : NULL,
                     &pages);
    struct buffer text = fixture_squeezed(&pages);
    if (silent[_i].holds)
        ck_assert_msg(fixture_contains(&text, silent[_i].holds), "%s", silent[_i].holds);
    else
        ck_assert(!fixture_contains(&text, "Daerah tanpa berita"));
    buffer_free(&text);
    pages_free(&pages);
}
END_TEST

/* Of the nation's 513 each is counted once: in the sum of provinces named with their number, and of
 * those in the table. */
START_TEST(silent_regions_add_up) {
    struct pages pages;
    size_t sum = 0, from;
    pictures_lay_out("id", "", NULL, &pages);
    struct buffer text = fixture_squeezed(&pages);
    struct text all = buffer_view(&text);
    from = text_find(all, 0, TEXT("satu pun kabupaten/kota di"));
    ck_assert_uint_lt(from, all.size);
    for (size_t i = from; all.data[i] != '.'; i++)
        if (all.data[i] == '(')
            sum += strtoul(all.data + i + 1, NULL, 10);
    ck_assert_uint_eq(sum + 6, 513);
    buffer_free(&text);
    pages_free(&pages);
}
END_TEST

static const struct {
    const char *name, *holds;
} closings[] = {
    {"id", "Singkatan yang terdapat dalam taklimat ini."},
    {"id", "Pilkada Pemilihan Kepala Daerah"},
    {"en", "Pilkada Pemilihan Kepala Daerah : election of heads of regions"},
};

/* "Local elections" of the topics is "Pilkada" in Indonesian; the samples say nothing else. */
START_TEST(glossary_lists_what_is_met) {
    struct pages pages;
    pictures_lay_out(closings[_i].name, "", NULL, &pages);
    struct buffer text = fixture_squeezed(&pages);
    bool english = strcmp(closings[_i].name, "en") == 0;
    ck_assert_msg(fixture_contains(&text, closings[_i].holds) == !english, "%.*s", (int)text.size,
                  text.data);
    ck_assert(!fixture_contains(&text, "Badan Kepegawaian Negara"));
    buffer_free(&text);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("closing");
    TCase *tests = tcase_create("closing");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_loop_test(tests, abbreviations_are_met, 0, sizeof words / sizeof *words);
    tcase_add_test(tests, each_form_abbreviates_its_meaning);
    tcase_add_loop_test(tests, wrong_tables_are_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_loop_test(tests, silent_regions_are_named, 0, sizeof silent / sizeof *silent);
    tcase_add_test(tests, silent_regions_add_up);
    tcase_add_loop_test(tests, glossary_lists_what_is_met, 0, sizeof closings / sizeof *closings);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
