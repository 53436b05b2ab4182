/* Decisions of an editor: rows and values right and wrong, and what they do to a month. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "decisions_fixture.h"
#include "tables/cues.h"

#define SPAN(start, end) "\"start\":" #start ",\"end\":" #end
#define SURE ",\"confidence\":0.9,\"rule\":\"r\"}"

/* One article with two facts of each kind, and one of another id with a fact of the same name. */
static void fill(void) {
    struct period period = {.zone = TEXT("Asia/Jakarta")};
    summary_init(&summary, period, test_tables()->version, test_tables()->sha256);
    sample_add(
        &summary,
        &(struct sample){
            .id = "satu",
            .published = "2024-08-05",
            .event_date = "2024-08-04",
            .scope = "regency",
            .region = "19.06",
            .people =
                "{\"id\":0,\"name\":\"Budi Santoso\",\"honorifics\":\"\",\"position\":\"Camat "
                "Contoh\",\"institution\":null,\"region\":null,\"kind\":\"person\","
                "\"mentions\":[]}",
            .quotes = "{\"fid\":\"q-000001\"," SPAN(
                0, 10) ",\"text\":\"kutipan a\",\"speaker\":0,\"cue\":null,\"repeats\":[]" SURE
                       ",{\"fid\":\"q-000002\"," SPAN(
                           20, 30) ",\"text\":\"kutipan b\","
                                   "\"speaker\":0,\"cue\":null,\"repeats\":[]" SURE,
            .statements = "{\"fid\":\"s-000001\"," SPAN(
                40, 50) ",\"text\":\"laporan a\",\"speaker\":0,\"cue\":null" SURE
                        ",{\"fid\":\"s-000002\"," SPAN(
                            60, 70) ",\"text\":\"laporan b\",\"speaker\":0,\"cue\":null" SURE,
            .citations = "{\"fid\":\"c-000001\"," SPAN(
                80,
                90) ",\"text\":\"PP 94/"
                    "2020\",\"type\":\"PP\",\"number\":\"94\",\"year\":2020,\"pinpoint\":null,"
                    "\"resolved\":{\"type\":\"PP\",\"number\":\"94\",\"year\":2020},\"title\":null,"
                    "\"status\":\"impossible\",\"since\":null,\"replaced_by\":null,"
                    "\"suggestion\":\"PP 94/2021\"" SURE ",{\"fid\":\"c-000002\"," SPAN(
                        100, 110) ",\"text\":\"UU 7/"
                                  "2017\",\"type\":\"UU\",\"number\":\"7\",\"year\":2017,"
                                  "\"pinpoint\":null,"
                                  "\"resolved\":null,\"title\":null,\"status\":\"unknown\","
                                  "\"since\":null,"
                                  "\"replaced_by\":null,\"suggestion\":null" SURE,
            .advisories = "{\"fid\":\"a-000001\"," SPAN(
                0, 10) ",\"text\":\"arahan a\",\"type\":"
                       "\"imbauan\",\"topics\":[],\"addressee\":null,\"speaker\":0" SURE
                       ",{\"fid\":\"a-000002\"," SPAN(40,
                                                      50) ",\"text\":\"arahan b\","
                                                          "\"type\":\"imbauan\",\"topics\":[],"
                                                          "\"addressee\":null,\"speaker\":0" SURE,
            .flags = "{\"kind\":\"unbalanced_quote\"," SPAN(
                21, 22) ",\"note\":\"\",\"fact\":null},"
                        "{\"kind\":\"bad_citation\"," SPAN(
                            80, 90) ",\"note\":\"n\",\"fact\":\"c-000001\"},"
                                    "{\"kind\":\"advertorial\",\"note\":\"\",\"fact\":null}"});
    sample_add(&summary,
               &(struct sample){.id = "dua",
                                .published = "2024-08-06",
                                .scope = "unknown",
                                .quotes = "{\"fid\":\"q-000001\"," SPAN(
                                    0, 10) ",\"text\":\"lain\",\"speaker\":null,\"cue\":null,"
                                           "\"repeats\":[]" SURE});
    summary_seal(&summary);
}

static void check_name(const struct facts *facts, int speaker, const char *name) {
    if (!name) {
        ck_assert_int_eq(speaker, NOBODY);
        return;
    }
    ck_assert_int_ge(speaker, 0);
    ck_assert(text_is(facts->people[speaker].name, name));
}

/* Rows and what is said of them; "" for nothing. */
static const struct {
    const char *row, *told;
} rows[] = {
    {"q-000002,satu,accept,,", ""},
    {"q-000002,satu,,text=x,", ""}, /* undecided */
    {",,,,", ""},
    {" q-000002 , satu , Accept ,,", ""},
    {"q-000002,satu,accept,,,,", ""},
    {"q-000002,satu,correct,text=a,lalu,b",
     "2: the row has more cells than the first one: a value that holds the separator stands in "
     "quotation marks\n"},
    {"q-000002,satu,maybe,,", "2: a decision is accept, drop or correct, not 'maybe'\n"},
    {"x-000002,satu,drop,,",
     "2: 'x-000002' is no fact's name such as q-7a31c9, nor article, region or date\n"},
    {",satu,drop,,", "2: '' is no fact's name such as q-7a31c9, nor article, region or date\n"},
    {"q-00000G,satu,drop,,",
     "2: 'q-00000G' is no fact's name such as q-7a31c9, nor article, region or date\n"},
    {"q-000002,satu,drop,text=x,", "2: 'drop' takes no value; is 'correct' meant?\n"},
    {"q-000002,satu,correct,,", "2: 'correct' wants a value such as speaker=Budi Santoso\n"},
    {"q-000002,satu,correct,Budi,", "2: 'correct' wants a value such as speaker=Budi Santoso\n"},
    {"q-000002,satu,correct,type=larangan,",
     "2: 'type' is no field of the kind 'quote' that can be corrected; known are speaker, position "
     "and text\n"},
    {"q-000002,satu,correct,speker=Budi,",
     "2: 'speker' is no field of the kind 'quote' that can be corrected; is 'speaker' meant? known "
     "are speaker, position and text\n"},
    {"q-000002,satu,correct,text=,", "2: text wants words, not ''\n"},
    {"q-000002,satu,correct,position=Camat,", "2: position= goes with speaker= only\n"},
    {"q-000002,satu,correct,text=a;text=b,", "2: 'text' is given twice\n"},
    {"a-000001,satu,correct,type=anjuran,",
     "2: type wants larangan, imbauan, kewajiban, sanksi or pelaporan, not 'anjuran'\n"},
    {"c-000001,satu,correct,type=Anu,",
     "2: type wants a kind of regulation such as PP, not 'Anu'\n"},
    {"c-000001,satu,correct,type=Perpes,",
     "2: type wants a kind of regulation such as PP, not 'Perpes'; is 'Perpres' meant?\n"},
    {"r-000001,satu,correct,region=Belitung Timor,",
     "2: region wants a region's code or name, not 'Belitung Timor'; is 'Kabupaten Belitung Timur' "
     "meant?\n"},
    {"c-000001,satu,correct,,", "2: 'correct' wants a value such as number=94; year=2021\n"},
    {"article,satu,correct,,", "2: 'correct' wants a value such as advertorial=tidak\n"},
    {"article,satu,correct,advertorial=mungkin,",
     "2: advertorial wants ya or tidak (yes or no), not 'mungkin'\n"},
    {"article,satu,correct,advetorial=ya,",
     "2: 'advetorial' is no field of the kind 'article' that can be corrected; is 'advertorial' "
     "meant? known are advertorial and off_topic\n"},
    {"article,satu,correct,region=33,",
     "2: 'region' is no field of the kind 'article' that can be corrected; known are advertorial "
     "and off_topic\n"},
    {"article,,drop,,", "2: 'article' wants the article's id in the column 'article'\n"},
    {"region,1.23457E+15,drop,,", "2: 'region' wants the article's id in the column 'article'\n"},
    {"article,tiga,drop,,", "2: there is no article tiga; left out\n"},
    {"c-000001,satu,correct,year=21,", "2: year wants a year such as 2021, not '21'\n"},
    {"c-000001,satu,correct,number=,", "2: number wants a number such as 94, not ''\n"},
    {"r-000001,satu,correct,region=99.99,",
     "2: region wants a region's code or name, not '99.99'\n"},
    {"d-000001,satu,correct,event_date=5/8/2024,",
     "2: event_date wants a date such as 2024-08-05, not '5/8/2024'\n"},
    {"d-000001,satu,correct,event_date=2024-02-30,",
     "2: event_date wants a date such as 2024-08-05, not '2024-02-30'\n"},
    {"q-ffffff,satu,drop,,", "2: there is no fact q-ffffff in article satu; left out\n"},
    {"q-ffffff,,drop,,", "2: there is no fact q-ffffff; left out\n"},
    {"q-000001,,drop,,",
     "2: q-000001 names 2 facts; the column 'article' must tell which; left out\n"},
    {"q-000002,tiga,drop,,", "2: there is no fact q-000002 in article tiga; left out\n"},
    {"q-000002,1.23457E+15,drop,,", ""}, /* the id as a spreadsheet left it */
    {"q-000002,satu,correct,speaker=7,", "2: q-000002: the article has no person 7; left out\n"},
    {"q-000002,satu,drop,,\nq-000002,satu,accept,,",
     "3: q-000002: decided otherwise in f.csv:2; this one holds\n"},
    {"q-000002,,drop,,\nq-000002,satu,accept,,",
     "3: q-000002: decided otherwise in f.csv:2; this one holds\n"},
    {"q-000002,satu,drop,,a\nq-000002,satu,drop,,b", ""},
};

START_TEST(rows_are_checked) {
    fill();
    apply(rows[_i].row);
    check_told(rows[_i].told);
    clear();
}
END_TEST

START_TEST(files_are_checked) {
    static const struct {
        const char *bytes, *message;
    } files[] = {
        {"", "is empty; the first row names the columns"},
        {"fid,article\nq-000001,satu\n", "no column 'decision' in the first row"},
        {"article;decision\n", "no column 'fid' in the first row"},
        {"fid,decision\nq-000001,\"drop\n", "a quotation mark is opened and never closed"},
        {"note|fid|decision\n", "no column 'fid' in the first row"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct error error = {0};
        decisions_read(&decisions, "f.csv", text_of(files[i].bytes), test_tables(), complain, NULL,
                       &error);
        ck_assert_int_eq(error.code, EXIT_CONFIG);
        ck_assert_str_eq(error.message, files[i].message);
        ck_assert_str_eq(error.file, "f.csv");
    }
    decisions_free(&decisions);
}
END_TEST

START_TEST(columns_go_by_name) {
    struct error error = {0};
    struct text bytes = TEXT("sep=;\r\nNote;VALUE; Decision ;other;fid\r\n"
                             "\"satu;dua\";speaker=Ani; text=a; b;correct;x;q-000002\r\n"
                             ";\"speaker=Ani; text=a; b\";correct;x;q-000002\r\n");
    size_t wrong =
        decisions_read(&decisions, "f.csv", bytes, test_tables(), complain, NULL, &error);
    ck_assert_int_eq(error.code, EXIT_DONE);
    ck_assert_uint_eq(wrong, 1); /* cells moved by a separator that is not quoted */
    ck_assert_uint_eq(decisions.count, 1);
    ck_assert(text_is(decisions.at[0].field[FIELD_SPEAKER], "Ani"));
    ck_assert(text_is(decisions.at[0].field[FIELD_TEXT], "a; b"));
    decisions_free(&decisions);
    buffer_free(&told);
}
END_TEST

START_TEST(long_values_are_refused) {
    struct buffer file = {0};
    struct error error = {0};
    buffer_string(&file, "fid,decision,value\nq-000002,correct,text=");
    for (size_t i = 0; i < 10000000; i++)
        buffer_char(&file, ';');
    decisions_read(&decisions, "f.csv", buffer_view(&file), test_tables(), complain, NULL, &error);
    check_told("2: the value is longer than 20,000 bytes\n");
    buffer_free(&file);
    buffer_free(&told);
    decisions_free(&decisions);
}
END_TEST

START_TEST(speakers_are_corrected) {
    fill();
    apply("q-000001,satu,correct,speaker=,\n"
          "q-000002,satu,correct,\"speaker=Ani Wijaya; position=Kepala Dinas, Contoh\",\n"
          "s-000001,satu,correct,speaker=budi santoso,\n"
          "s-000002,satu,correct,speaker=Ani Wijaya,\n"
          "a-000001,satu,correct,speaker=0; position=Bupati Contoh,");
    const struct facts *facts = article("satu");
    check_told("");
    ck_assert_uint_eq(decided.count, 5);
    check_name(facts, facts->quotes[0].speaker, NULL);
    check_name(facts, facts->quotes[1].speaker, "Ani Wijaya");
    check_name(facts, facts->statements[0].speaker, "Budi Santoso");
    check_name(facts, facts->statements[1].speaker, "Ani Wijaya");
    check_name(facts, facts->advisories[0].speaker, "Budi Santoso");
    ck_assert_uint_eq(facts->people_count, 2);
    ck_assert(text_is(facts->people[0].position, "Bupati Contoh"));
    ck_assert(text_is(facts->people[1].position, "Kepala Dinas, Contoh"));
    ck_assert(facts->quotes[0].checked && facts->statements[1].checked);
    ck_assert(!facts->advisories[1].checked);
    clear();
}
END_TEST

START_TEST(words_and_types_are_corrected) {
    fill();
    apply("q-000002,satu,correct,\"text=satu; dua, \"\"tiga\"\"\",\n"
          "s-000001,satu,correct,text=laporan baru,\n"
          "a-000002,satu,correct,type=larangan; addressee=ASN; text=arahan baru;,");
    const struct facts *facts = article("satu");
    check_told("");
    ck_assert(text_is(quote_text(facts, 0), "kutipan a"));
    ck_assert(text_is(quote_text(facts, 1), "satu; dua, \"tiga\""));
    ck_assert(text_is(statement_text(facts, 0), "laporan baru"));
    ck_assert(text_is(citation_text(facts, 0), "PP 94/2020"));
    ck_assert(text_is(advisory_text(facts, 0), "arahan a"));
    ck_assert(text_is(advisory_text(facts, 1), "arahan baru"));
    ck_assert_int_eq(facts->advisories[1].type, ADVISORY_LARANGAN);
    ck_assert(text_is(facts->advisories[1].addressee, "ASN"));
    clear();
}
END_TEST

START_TEST(citations_are_judged_anew) {
    fill();
    apply("c-000001,satu,correct,year=2021,\nc-000002,satu,correct,type=pp; number=53; year=2010,");
    const struct facts *facts = article("satu");
    const struct citation *first = &facts->citations[0], *second = &facts->citations[1];
    ck_assert_int_eq(first->status, STATUS_IN_FORCE);
    ck_assert_int_eq(first->resolved.year, 2021);
    ck_assert_int_eq(first->written.year, 2020);
    ck_assert(first->title.size > 0 && first->suggestion.size == 0);
    ck_assert(text_is(second->resolved.type, "PP"));
    ck_assert(second->status == STATUS_REVOKED || second->status == STATUS_PARTLY_REVOKED);
    ck_assert(text_is(second->replaced_by, "PP 94/2021"));
    ck_assert_uint_eq(facts->flag_count, 2); /* that about the citation is gone */
    clear();
}
END_TEST

/* Codes stand in the register as the laws that they are, the constitution by its year. */
START_TEST(codes_are_judged_as_laws) {
    fill();
    apply("c-000001,satu,correct,type=KUHP; number=1; year=2023,\n"
          "c-000002,satu,correct,type=UUD; year=1945,");
    const struct facts *facts = article("satu");
    check_told("");
    ck_assert_int_eq(facts->citations[0].status, STATUS_NOT_YET_IN_FORCE);
    ck_assert_int_eq(facts->citations[1].status, STATUS_IN_FORCE);
    clear();
}
END_TEST

START_TEST(a_correction_may_be_wrong_too) {
    fill();
    apply("c-000002,satu,correct,type=PP; number=9000; year=2020,");
    ck_assert_int_eq(article("satu")->citations[1].status, STATUS_IMPOSSIBLE);
    clear();
}
END_TEST

/* The row names the region or the date of article satu. */
static void apply_own(char letter, const char *rest) {
    char fid[FID_SIZE];
    struct buffer row = {0};
    fid_make(fid, letter, TEXT("satu"), (struct span){0, 0});
    buffer_printf(&row, "%s,satu,%s", fid, rest);
    buffer_char(&row, '\0');
    apply(row.data);
    buffer_free(&row);
}

START_TEST(regions_are_corrected) {
    static const struct {
        const char *rest;
        enum scope scope;
        const char *code;
    } cases[] = {{"correct,region=32.71,", SCOPE_REGENCY, "32.71"},
                 {"correct,region=kota bogor,", SCOPE_REGENCY, "32.71"},
                 {"correct,region=Jawa Barat,", SCOPE_PROVINCE, "32"},
                 {"correct,region=Nasional,", SCOPE_NATIONAL, ""},
                 {"correct,region=tidak diketahui,", SCOPE_UNKNOWN, ""},
                 {"drop,,", SCOPE_UNKNOWN, ""},
                 {"accept,,", SCOPE_REGENCY, "19.06"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fill();
        apply_own('r', cases[i].rest);
        const struct facts *facts = article("satu");
        check_told("");
        ck_assert_int_eq(facts->scope, cases[i].scope);
        ck_assert_msg(text_is(facts->region_code, cases[i].code), "%s", cases[i].rest);
        ck_assert(facts->region_checked && !facts->date_checked);
        clear();
    }
}
END_TEST

START_TEST(dates_are_corrected) {
    static const struct {
        const char *rest, *event, *published;
    } cases[] = {{"correct,event_date=2024-07-31,", "2024-07-31", "2024-08-05"},
                 {"correct,event_date=; published=2024-09-01,", "", "2024-09-01"},
                 {"drop,,", "", "2024-08-05"},
                 {"accept,,", "2024-08-04", "2024-08-05"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char event[DATE_SIZE], published[DATE_SIZE];
        fill();
        apply_own('d', cases[i].rest);
        date_format(article("satu")->event_date, event);
        date_format(article("satu")->published, published);
        ck_assert_str_eq(event, cases[i].event);
        ck_assert_str_eq(published, cases[i].published);
        ck_assert(article("satu")->date_checked);
        clear();
    }
}
END_TEST

START_TEST(dropped_facts_take_their_words_along) {
    fill();
    apply("q-000001,satu,drop,,\ns-000002,satu,drop,,\nc-000001,satu,drop,,\na-000001,satu,drop,,");
    const struct facts *facts = article("satu");
    ck_assert_uint_eq(facts->quote_count, 1);
    ck_assert_uint_eq(facts->statement_count, 1);
    ck_assert_uint_eq(facts->citation_count, 1);
    ck_assert_uint_eq(facts->advisory_count, 1);
    ck_assert_str_eq(facts->quotes[0].fid, "q-000002");
    ck_assert(text_is(quote_text(facts, 0), "kutipan b"));
    ck_assert(text_is(statement_text(facts, 0), "laporan a"));
    ck_assert(text_is(citation_text(facts, 0), "UU 7/2017"));
    ck_assert(text_is(advisory_text(facts, 0), "arahan b"));
    ck_assert_uint_eq(facts->flag_count, 2);
    ck_assert_uint_eq(article("dua")->quote_count, 1);
    ck_assert_uint_eq(decided.count, 4);
    ck_assert(text_is(decided.at[0].words, "arahan a")); /* as it was */
    clear();
}
END_TEST

START_TEST(accepting_settles_flags_without_a_name) {
    fill();
    apply("q-000002,satu,accept,,");
    const struct facts *facts = article("satu");
    ck_assert_uint_eq(facts->flag_count, 2); /* the mark stood in the words of the quotation */
    ck_assert_int_eq(facts->flags[0].kind == FLAG_UNBALANCED_QUOTE ||
                         facts->flags[1].kind == FLAG_UNBALANCED_QUOTE,
                     false);
    ck_assert(facts->quotes[1].checked && !facts->quotes[0].checked);
    clear();
}
END_TEST

int main(void) {
    Suite *suite = suite_create("decisions");
    TCase *tcase = tcase_create("decisions");
    tcase_add_unchecked_fixture(tcase, load_test_tables, NULL);
    tcase_add_loop_test(tcase, rows_are_checked, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tcase, files_are_checked);
    tcase_add_test(tcase, columns_go_by_name);
    tcase_add_test(tcase, long_values_are_refused);
    tcase_add_test(tcase, speakers_are_corrected);
    tcase_add_test(tcase, words_and_types_are_corrected);
    tcase_add_test(tcase, citations_are_judged_anew);
    tcase_add_test(tcase, codes_are_judged_as_laws);
    tcase_add_test(tcase, a_correction_may_be_wrong_too);
    tcase_add_test(tcase, regions_are_corrected);
    tcase_add_test(tcase, dates_are_corrected);
    tcase_add_test(tcase, dropped_facts_take_their_words_along);
    tcase_add_test(tcase, accepting_settles_flags_without_a_name);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
