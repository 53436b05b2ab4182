/* The table of notes: each row words its example in both languages, and the phrases of other tables
 * have a form. Words of readers: dates, lists, parts left out. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support.h"
#include "tables/note_forms.h"
#include "tables/tsv.h"

static struct arena arena;
static const struct note_forms *forms;

static void setup(void) {
    struct error error = {0};
    arena = (struct arena){0};
    forms = note_forms_load(tables_folder(), &arena, &error);
    ck_assert_msg(forms != NULL, "%s", error.message);
}

static void teardown(void) { arena_free(&arena); }

static struct text day_first(const void *context, struct arena *into, struct date date) {
    (void)context;
    return arena_printf(into, "%d.%d.%d", date.day, date.month, date.year);
}

static const struct note_wording *indonesian(void) {
    static struct note_wording wording;
    wording = (struct note_wording){forms, NOTE_INDONESIAN, day_first, NULL};
    return &wording;
}

static void assert_text(struct text text, const char *wanted) {
    ck_assert_msg(text_is(text, wanted), "%.*s\nwanted: %s", (int)text.size, text.data, wanted);
}

static const struct {
    const char *code, *values[4], *english, *indonesian;
} notes[] = {
    {"sanction",
     {"turun pangkat", "Pasal 8", "PP 94/2021", "a medium form continues under PP 53/2010 Pasal 7"},
     "\"turun pangkat\" is not among the punishments of Pasal 8 of PP 94/2021; a medium form "
     "continues under PP 53/2010 Pasal 7",
     "“turun pangkat” tidak termasuk jenis hukuman dalam Pasal 8 PP 94/2021; bentuk sedangnya "
     "masih "
     "berlaku menurut PP 53/2010 Pasal 7"},
    {"sanction",
     {"denda", "Pasal 8", "PP 94/2021", ""},
     "\"denda\" is not among the punishments of Pasal 8 of PP 94/2021",
     "“denda” tidak termasuk jenis hukuman dalam Pasal 8 PP 94/2021"},
    {"sanction", /* a phrase that no row has stays as it is */
     {"denda", "Pasal 8", "PP 94/2021", "see there"},
     "\"denda\" is not among the punishments of Pasal 8 of PP 94/2021; see there",
     "“denda” tidak termasuk jenis hukuman dalam Pasal 8 PP 94/2021; see there"},
    {"signatory",
     {"KPU", "SKB 1/2001", "A;B;C", "B;C"},
     "the text names KPU as signatory; SKB 1/2001 was signed by A, B and C; not named here: B and "
     "C",
     "berita menyebut KPU sebagai penanda tangan; SKB 1/2001 ditandatangani A, B, dan C; yang "
     "tidak "
     "disebut: B dan C"},
    {"off_topic",
     {"4", "10", "pemilu 2, netralitas 1"},
     "score 4 of 10: pemilu 2, netralitas 1",
     "nilai 4 dari 10: pemilu 2, netralitas 1"},
    {"off_topic", {"0", "10", ""}, "score 0 of 10", "nilai 0 dari 10"},
    {"converted", {"UTF-16LE"}, "converted from UTF-16LE", "diubah dari UTF-16LE"},
    {"repaired_more",
     {"5"},
     "control characters read as blanks in 5 more places",
     "karakter kendali di 5 tempat lain juga dibaca sebagai spasi"},
    {"advertorial_author", {NULL}, "the author's line says so", "menurut baris penulisnya"},
    {"date_page",
     {"2024-03-28", "2022-07-07"},
     "the page's date is 2024-03-28, the event's 2022-07-07",
     "tanggal halaman 28.3.2024, tanggal peristiwa 7.7.2022"},
    {"date_weekday",
     {"monday", "2024-01-05", "friday", ""},
     "the text says Monday, but 2024-01-05 was a Friday",
     "berita menyebut Senin, tetapi 5.1.2024 hari Jumat"},
    {"act_stays",
     {"undated", "Pasal 6, 7 revoked"},
     "the article has no date: judged by the register's latest state; Pasal 6, 7 revoked",
     "tanggal berita tidak diketahui, dinilai menurut keadaan terakhir dalam register; Pasal 6, 7 "
     "dicabut"},
    {"title", /* braces and brackets of values are words */
     {"{act} [x]", "UU 1/2001", "Ini", ""},
     "the text has \"{act} [x]\", UU 1/2001 is \"Ini\"",
     "berita menulis “{act} [x]”, sedangkan UU 1/2001 berjudul “Ini”"},
};

START_TEST(note_is_worded) {
    struct text values[NOTE_PLACES] = {{NULL, 0}};
    for (size_t i = 0; i < 4 && notes[_i].values[i]; i++)
        values[i] = text_of(notes[_i].values[i]);
    struct note note = note_make(forms, &arena, notes[_i].code, values);
    assert_text(note.words, notes[_i].english);
    assert_text(note_words(indonesian(), &arena, note.values), notes[_i].indonesian);
}
END_TEST

/* Facts of another version, or made up. */
START_TEST(unknown_notes_have_no_words) {
    struct text value = TEXT("x");
    struct note_values other = {TEXT("other"), &value, 1}, fewer = {TEXT("revoked"), &value, 1},
                       phrase = {TEXT("phrase"), &value, 1};
    ck_assert_uint_eq(note_words(indonesian(), &arena, &other).size, 0);
    ck_assert_uint_eq(note_words(indonesian(), &arena, &fewer).size, 0);
    ck_assert_uint_eq(note_words(indonesian(), &arena, &phrase).size, 0);
    ck_assert_uint_eq(note_words(indonesian(), &arena, NULL).size, 0);
}
END_TEST

static bool holds(struct text text, struct text part) {
    return text_find(text, 0, part) < text.size;
}

/* A value for each place, and both wordings have them all. */
START_TEST(each_row_words_its_example) {
    static const char *const wanted[] = {"code", "places", "english", "example", NULL};
    struct tsv table;
    struct error error = {0};
    ck_assert(tsv_read(tables_folder(), "notes.tsv", wanted, &arena, &table, &error));
    for (size_t row = 0; row < table.row_count; row++) {
        struct text code = tsv_cell(&table, row, tsv_column(&table, "code"));
        struct text places = tsv_cell(&table, row, tsv_column(&table, "places")), place;
        struct text example = tsv_cell(&table, row, tsv_column(&table, "example"));
        struct text values[NOTE_PLACES] = {{NULL, 0}};
        size_t count = 0, given = 0;
        while (tsv_next_form(&places, &place))
            count++;
        for (size_t at = 0; at < example.size; given++) {
            size_t end = text_find(example, at, TEXT("|"));
            ck_assert_uint_lt(given, NOTE_PLACES);
            values[given] = text_slice(example, (struct span){at, end});
            at = end + 1;
        }
        ck_assert_msg(count == given, "notes.tsv:%zu: values are not as many as places",
                      table.lines[row]);
        if (text_is(code, "phrase"))
            continue;
        struct note note = note_make(forms, &arena, arena_cstring(&arena, code), values);
        struct text words = note_words(indonesian(), &arena, note.values);
        ck_assert_msg(words.size > 0 && !text_equal(words, note.words), "notes.tsv:%zu",
                      table.lines[row]);
        ck_assert(!holds(words, TEXT("{")) && !holds(words, TEXT("[")));
        ck_assert(!holds(note.words, TEXT("{")) && !holds(note.words, TEXT("[")));
        ck_assert(!holds(words, TEXT("salah")));
    }
}
END_TEST

static const struct {
    const char *table, *column;
} phrases[] = {{"sanctions.tsv", "elsewhere"}, {"register_relations.tsv", "note"}};

START_TEST(phrases_of_tables_have_a_form) {
    const char *wanted[] = {phrases[_i].column, NULL};
    struct tsv table;
    struct error error = {0};
    size_t seen = 0;
    ck_assert(tsv_read(tables_folder(), phrases[_i].table, wanted, &arena, &table, &error));
    for (size_t row = 0; row < table.row_count; row++) {
        struct text phrase = tsv_cell(&table, row, tsv_column(&table, phrases[_i].column));
        if (phrase.size == 0)
            continue;
        seen++;
        ck_assert_msg(!text_equal(note_phrase(indonesian(), &arena, phrase), phrase),
                      "%s:%zu: no row of notes.tsv has the form of \"%.*s\"", phrases[_i].table,
                      table.lines[row], (int)phrase.size, phrase.data);
    }
    ck_assert_uint_gt(seen, 0);
}
END_TEST

static const char *const refused[] = {
    "a\tx\t{y}\t{x}\t1\n", "a\tx\t{x\t{x}\t1\n", "a\t\tb]\tb\t\n",
    "a\t\t[[b]]\tb\t\n",   "a\t\tb\t\t\n",       "a\t\tb\tb\t\na\t\tb\tb\t\n",
    "\t\tb\tb\t\n",        "a\t\tb}\tb\t\n",     "a\tx\t{x}[\t{x}\t1\n"};

START_TEST(wrong_rows_are_refused) {
    char folder[256], path[300];
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    struct error error = {0};
    snprintf(folder, sizeof folder, "%s/notes-XXXXXX", scratch ? scratch : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/notes.tsv", folder);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "code\tplaces\tenglish\tindonesian\texample\n%s", refused[_i]);
    fclose(file);
    ck_assert_ptr_null(note_forms_load(folder, &arena, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_uint_gt(error.record, 1);
    unlink(path);
    rmdir(folder);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("note_forms");
    TCase *tests = tcase_create("note_forms");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, note_is_worded, 0, sizeof notes / sizeof notes[0]);
    tcase_add_test(tests, unknown_notes_have_no_words);
    tcase_add_test(tests, each_row_words_its_example);
    tcase_add_loop_test(tests, phrases_of_tables_have_a_form, 0, 2);
    tcase_add_loop_test(tests, wrong_rows_are_refused, 0, sizeof refused / sizeof refused[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
