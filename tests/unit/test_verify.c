/* Citations verified: every status, suggestions, and each kind of flag. All sentences are invented.
 */
#include <config.h>

#include <check.h>
#include <string.h>

#include "base/buffer.h"
#include "extract/recognisers.h"
#include "extract/verdict.h"
#include "support.h"

static void extract(struct text text, struct date day, struct arena *arena, struct facts *facts) {
    struct article article = {.id = TEXT("x"), .text = text, .published = day};
    article.tokens = tokenise(arena, article.text);
    article.hits = lexicon_scan(test_tables()->lexicon, article.text, article.tokens, arena);
    article.sentences =
        sentences_split(arena, article.text, article.tokens, 0, article.tokens.count, NULL);
    *facts = (struct facts){0};
    facts->text = text;
    extract_citations(&article, test_tables(), arena, facts);
    extract_verify(&article, test_tables(), arena, facts);
}

static void put(struct buffer *out, const char *before, struct text text) {
    if (text.size) {
        buffer_string(out, before);
        buffer_text(out, text);
    }
}

/* The last citation as "status since > replaced_by ? suggestion". */
static void print(const struct facts *facts, struct buffer *out) {
    const struct citation *c = &facts->citations[facts->citation_count - 1];
    char since[DATE_SIZE];
    date_format(c->since, since);
    buffer_string(out, citation_status_name(c->status));
    put(out, " ", text_of(since));
    put(out, " > ", c->replaced_by);
    put(out, " ? ", c->suggestion);
    buffer_char(out, '\0');
}

static const struct {
    const char *text, *day, *verdict;
} cases[] = {
    /* in force, amended: by the day */
    {"Lihat PP 94/2021.", "2024-05-01", "in_force 2021-08-31"},
    {"Lihat UU 12/2011.", "2018-10-10", "in_force 2011-08-12"},
    {"Lihat UU 12/2011.", "2024-05-01", "amended 2011-08-12"},
    {"Lihat UU ASN.", "2024-05-01", "in_force 2023-10-31"},
    {"Setia pada UUD 1945.", "2024-05-01", "in_force"},
    /* revoked: not before the day on which it was */
    {"Lihat UU 5/2014.", "2023-10-30", "in_force 2014-01-15"},
    {"Lihat UU 5/2014.", "2023-10-31", "revoked 2014-01-15 > UU 20/2023"},
    {"Lihat UU 5/2014.", "", "revoked 2014-01-15 > UU 20/2023"},
    {"Lihat UU 8/1981.", "2025-12-31", "in_force 1981-12-31"},
    {"Lihat UU 8/1981.", "2026-01-02", "revoked 1981-12-31 > UU 20/2025"},
    {"Pasal 5 KUHP lama.", "2026-03-01", "revoked 1946-02-26 > UU 1/2023"},
    {"Pasal 5 KUHP baru.", "2024-03-01", "not_yet_in_force 2026-01-02"},
    /* what had revoked it was struck down */
    {"Lihat UU 25/1992.", "2013-01-01", "revoked 1992-10-21 > UU 17/2012"},
    {"Lihat UU 25/1992.", "2018-01-01", "in_force 1992-10-21"},
    /* in part */
    {"Lihat PP 53/2010.", "2021-01-01", "in_force 2010-06-06"},
    {"Lihat PP 53/2010.", "2024-01-01", "partly_revoked 2010-06-06 > PP 94/2021"},
    /* a Perppu that became a law */
    {"Lihat Perppu 1/2022.", "2024-01-01", "in_force 2022-12-12 > UU 7/2023"},
    {"Lihat Perppu 1/2022.", "2023-01-01", "in_force 2022-12-12"},
    /* not yet */
    {"Lihat UU 1/2023.", "2024-01-01", "not_yet_in_force 2026-01-02"},
    {"Lihat PP 94/2021.", "2020-01-01", "not_yet_in_force 2021-08-31"},
    /* not known */
    {"Lihat Perda 94/2021.", "2024-01-01", "unknown"},
    {"Lihat PP 54/2025.", "2026-01-01", "unknown"},
    {"Lihat UU 7/2026.", "2026-08-01", "unknown"},
    {"Lihat PKPU 90/2023.", "2024-01-01", "unknown"},
    {"Lihat PP 50/2021.", "2024-01-01", "unknown"},
    {"Lihat UU 51/1960.", "2024-01-01", "unknown"},
    {"Lihat Perpres 27/2014.", "2024-01-01", "unknown 2014-04-21"}, /* nobody looked */
    /* never issued */
    {"Lihat UU 40/2023.", "2024-01-01", "impossible"},
    {"Lihat Perppu 1/2021.", "2024-01-01", "impossible"},
    {"Disiplin ASN diatur PP 94/2020.", "2024-01-01", "impossible ? PP 94/2021"},
    {"Lihat PP 94/2020 tentang Disiplin PNS.", "2024-01-01", "impossible ? PP 94/2021"},
    {"Lihat PP 94/2020 tentang Angkutan Kapal Penyeberangan.", "2024-01-01", "impossible"},
    {"Lihat UU 25/2023 tentang Aparatur Sipil Negara.", "2024-01-01", "impossible ? UU 20/2023"},
    /* another title */
    {"Lihat UU 20/2024 tentang Aparatur Sipil Negara.", "2024-12-01", "in_force ? UU 20/2023"},
    {"Lihat UU 20/2023 tentang KUHP.", "2026-02-01", "in_force 2023-10-31 ? UU 1/2023"},
    {"Lihat UU 5/2013 tentang Aparatur Sipil Negara.", "2015-01-01",
     "in_force 2013-01-11 ? UU 5/2014"},
    {"Lihat PP 49/2021 tentang Disiplin PNS.", "2024-01-01", "unknown 2021-02-02 ? PP 94/2021"},
    {"Lihat UU 94/2021 tentang Disiplin PNS.", "2024-01-01", "impossible ? PP 94/2021"},
    {"Lihat PP 100/2020.", "2024-01-01", "impossible"}, /* nothing near by is on the topic */
    /* two digits of a year */
    {"Lihat PP 94/21.", "2024-01-01", "in_force 2021-08-31"},
    {"Lihat UU No. 8 Tahun 74.", "2024-01-01", "revoked 1974-11-06 > UU 5/2014"},
    {"Lihat UU 40/23.", "2024-01-01", "impossible"},
    /* acts of regions and offices are never matched with others' */
    {"Lihat Perda Kota Anu Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah.", "2024-01-01",
     "unknown"},
    {"Lihat Perbup 94/2020 tentang Disiplin Pegawai Negeri Sipil.", "2024-01-01", "unknown"},
    {"Lihat SE Bupati Anu Nomor 1 Tahun 2023.", "2024-01-01", "unknown"},
    {"Lihat Keppres 900/2023.", "2024-01-01", "unknown"},
    {"Lihat Inpres 900/2023.", "2024-01-01", "unknown"},
    {"Lihat Permenkes 900/2023.", "2024-01-01", "unknown"},
    {"Lihat Perbawaslu 900/2022.", "2024-01-01", "unknown"},
    {"Lihat Perbawaslu 5/2022.", "2024-01-01", "in_force 2022-10-11"},
    {"Lihat PKPU 15/2023.", "2023-08-01", "in_force 2023-07-14"},
    {"Lihat PKPU 3/2019.", "2019-05-02", "amended"},
    {"Lihat Perpres 87/2016.", "2025-01-01", "in_force"},
    {"Lihat Perpres 87/2016.", "2025-06-01", "revoked > Perpres 49/2025"},
    {"Lihat Perppu 2/2022.", "2023-06-01", "in_force 2022-12-30 > UU 6/2023"},
    /* before the register, and before the act */
    {"Lihat UU 8/1974.", "1973-01-01", "not_yet_in_force 1974-11-06"},
    {"Lihat UU 20/2023.", "2023-05-01", "not_yet_in_force 2023-10-31"},
    {"Lihat UU Pemilu.", "2004-03-01", "in_force 2003-03-11"},
    {"Lihat UU Pemilu.", "2010-03-01", "amended 2008-03-31"},
    {"Lihat UU Pemilu.", "2014-03-01", "in_force 2012-05-11"},
    {"Lihat UU Pemilu.", "2018-03-01", "in_force 2017-08-16"},
    {"Lihat Pasal 280 UU 7/2017.", "2018-03-01", "in_force 2017-08-16"},
    {"Pasal 458 KUHPidana.", "2026-03-01", "amended 2026-01-02"},
    {"Pasal 458 KUHP Nasional.", "2024-03-01", "not_yet_in_force 2026-01-02"},
    /* joint decrees: by any of their numbers, or by their topic */
    {"Lihat SKB 2/2022.", "2024-01-01", "in_force 2022-09-22"},
    {"Lihat SKB Nomor 800-5474 Tahun 2022.", "2024-01-01", "in_force 2022-09-22"},
    {"Netralitas diatur dalam SKB 5 Menteri.", "2024-01-01", "in_force 2022-09-22"},
    {"Netralitas diatur dalam SKB 5 Menteri.", "2021-01-01", "unknown 2020-09-10"},
    {"Hari libur diatur dalam SKB 3 Menteri.", "2024-01-01", "unknown"},
    {"Netralitas diatur dalam Surat Edaran Bersama.", "2024-01-01", "unknown ? SKB 2/2022"},
};

START_TEST(test_verdict) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct facts facts;
    extract(text_of(cases[_i].text), date_parse_iso(text_of(cases[_i].day)), &arena, &facts);
    ck_assert_uint_ge(facts.citation_count, 1);
    print(&facts, &out);
    ck_assert_msg(strcmp(out.data, cases[_i].verdict) == 0, "%s (%s): %s", cases[_i].text,
                  cases[_i].day, out.data);
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* The flags as "kind [words] note; ". */
static const struct {
    const char *text, *day, *flags;
} flagged[] = {
    {"Lihat UU 40/2023.", "2024-01-01",
     "bad_citation [UU 40/2023] UU 40/2023 was never issued: the last number of 2023 is 22; "},
    {"Kami berpegang pada UU 5/2014.", "2024-01-01",
     "bad_citation [UU 5/2014] UU 5/2014 was revoked by UU 20/2023 from 2023-10-31, before "
     "2024-01-01; "},
    {"Kami berpegang pada UU 5/2014.", "", ""},
    {"UU 5/2014 telah diganti.", "2024-01-01", ""},
    {"UU 20/2023 berlaku, bukan UU 5/2014.", "2024-01-01", ""},
    {"Lihat PP 53/2010.", "2024-01-01",
     "bad_citation [PP 53/2010] PP 53/2010 was revoked in part by PP 94/2021 from 2021-08-31, "
     "before 2024-01-01: the kinds of medium punishment (Pasal 7 ayat (3)) stay, by Pasal 45 of PP "
     "94/2021; "},
    {"Lihat PP 94/2021.", "2020-01-01",
     "bad_citation [PP 94/2021] PP 94/2021 is of a later year than the article's 2020-01-01; "},
    {"Lihat UU 1/2023.", "2024-01-01", ""},
    {"Lihat UU 20/2023.", "2023-05-01", ""}, /* of the same year: the status says it */
    /* what stays may be cited; what lost single articles, too */
    {"Lihat PP 53/2010 Pasal 7 ayat (3) huruf c.", "2024-01-01", ""},
    {"Lihat Pasal 7 ayat 3 PP 53/2010.", "2024-01-01", ""},
    {"Lihat Pasal 7 ayat (30) PP 53/2010.", "2024-01-01",
     "bad_citation [PP 53/2010] PP 53/2010 was revoked in part by PP 94/2021 from 2021-08-31, "
     "before 2024-01-01: the kinds of medium punishment (Pasal 7 ayat (3)) stay, by Pasal 45 of PP "
     "94/2021; "},
    {"Ia dijerat Pasal 12 UU 31/1999.", "2026-03-01", ""},
    {"Ia dijerat Pasal 3 UU 8/2010.", "2026-03-01", ""},
    /* the past, and comparisons */
    {"Badan ini lahir dari UU 32/2004.", "2024-01-01", ""},
    {"Badan ini dibuka pada tahun 2006 berdasarkan UU 32/2004.", "2024-01-01", ""},
    {"Badan ini dibuka pada tahun 2020 berdasarkan UU 32/2004.", "2024-01-01",
     "bad_citation [UU 32/2004] UU 32/2004 was revoked by UU 23/2014 from 2014-10-02, before "
     "2024-01-01; "},
    {"Badan ini dibuka dengan Perda 3/2006 dan UU 32/2004.", "2024-01-01",
     "bad_citation [UU 32/2004] UU 32/2004 was revoked by UU 23/2014 from 2014-10-02, before "
     "2024-01-01; "},
    {"Berbeda dengan UU 15/2011, jumlahnya tiga.", "2019-01-01", ""},
    {"Jumlahnya diatur UU 15/2011.", "2019-01-01",
     "bad_citation [UU 15/2011] UU 15/2011 was revoked by UU 7/2017 from 2017-08-16, before "
     "2019-01-01; "},
    {"Lihat UU 4/2014.", "2020-01-01",
     "bad_citation [UU 4/2014] UU 4/2014 was revoked by Putusan MK 1-2/PUU-XII/2014 from "
     "2014-02-13, before 2020-01-01: struck down as a whole; "},
    /* titles */
    {"PP 94/2021 tentang Disiplin Pegawai.", "2024-01-01", ""},
    {"PP 94/2021 tentang larangan memihak.", "2024-01-01", ""},
    {"UU 10/2016 tentang Pilkada Serentak itu.", "2024-01-01", ""},
    {"UU 20/2023 tentang ASN itu.", "2024-01-01", ""},
    {"UU 13/2003 tentang Tenaga Kerja itu.", "2024-01-01", ""}, /* Ketenagakerjaan */
    {"UU 25/1992 tentang Koperasi Rakyat itu.", "2018-01-01", ""},
    {"Pasal 488 KUHP tentang Penggelapan Dalam Jabatan.", "2026-02-01", ""},
    {"Pasal 280 UU 7/2017 tentang Larangan Berkampanye.", "2024-01-01", ""},
    {"UU ITE tentang Pencemaran Nama Baik.", "2024-01-01", ""},
    {"Pasal 477 UU 20/2023 tentang KUHP.", "2026-02-01",
     "title_mismatch [KUHP] the text has \"KUHP\", UU 20/2023 is \"Aparatur Sipil Negara\"; "
     "perhaps UU 1/2023 is meant; "},
    {"PP 94/2021 tentang Angkutan Laut itu.", "2024-01-01",
     "title_mismatch [Angkutan Laut] the text has \"Angkutan Laut\", PP 94/2021 is \"Disiplin "
     "Pegawai Negeri Sipil\"; "},
    {"UU 20/2023 tentang KUHP.", "2026-02-01",
     "title_mismatch [KUHP] the text has \"KUHP\", UU 20/2023 is \"Aparatur Sipil Negara\"; "
     "perhaps UU 1/2023 is meant; "},
    /* punishments: in the sentence, in the one behind, and not where that cites another act */
    {"Menurut PP 94/2021 ada teguran lisan.", "2024-01-01", ""},
    {"Menurut PP 94/2021 ada penurunan pangkat.", "2024-01-01",
     "sanction_mismatch [penurunan pangkat] \"penurunan pangkat\" is not among the punishments of "
     "Pasal 8 of PP 94/2021; a medium form continues under PP 53/2010 Pasal 7 ayat (3) huruf c; "},
    {"Lihat PP 94/2021. Ada pula penurunan pangkat.", "2024-01-01",
     "sanction_mismatch [penurunan pangkat] \"penurunan pangkat\" is not among the punishments of "
     "Pasal 8 of PP 94/2021; a medium form continues under PP 53/2010 Pasal 7 ayat (3) huruf c; "},
    {"Lihat PP 94/2021. Menurut Perda 5/2020 ada penurunan pangkat.", "2024-01-01", ""},
    {"Lihat PP 94/2021. Itu saja. Ada pula penurunan pangkat.", "2024-01-01", ""},
    {"Menurut PP 53/2010 ada penurunan pangkat.", "2020-01-01", ""},
    {"PP 94/2021: pemberhentian dengan hormat tidak atas permintaan sendiri.", "2024-01-01", ""},
    /* signatories */
    {"SKB netralitas ditandatangani Mendagri, Menpan RB, BKN, KASN dan Bawaslu.", "2024-01-01", ""},
    {"SKB netralitas ditandatangani Mendagri, Kapolri dan Bawaslu.", "2024-01-01",
     "signatory_mismatch [Mendagri, Kapolri dan Bawaslu] the text names Kapolri as signatory; SKB "
     "2/2022 was signed by MenPANRB, Mendagri, Kepala BKN, Ketua KASN and Ketua Bawaslu; not named "
     "here: MenPANRB, Kepala BKN and Ketua KASN; "},
    {"SKB netralitas berlaku, ujar anggota yang mewakili KPU dan Bawaslu.", "2024-01-01", ""},
    {"SKB libur ditandatangani Menag dan Menaker.", "2024-01-01", ""},
};

START_TEST(test_flags) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct facts facts;
    extract(text_of(flagged[_i].text), date_parse_iso(text_of(flagged[_i].day)), &arena, &facts);
    for (size_t i = 0; i < facts.flag_count; i++) {
        const struct flag *flag = &facts.flags[i];
        put(&out, "", text_of(flag_kind_name(flag->kind)));
        put(&out, " [", text_slice(facts.text, flag->span));
        put(&out, "] ", flag->note);
        buffer_string(&out, "; ");
        ck_assert_uint_eq(flag->fact.size, FID_SIZE - 1);
        ck_assert(i == 0 || facts.flags[i - 1].span.start <= flag->span.start);
    }
    buffer_char(&out, '\0');
    ck_assert_msg(strcmp(out.data, flagged[_i].flags) == 0, "%s: %s", flagged[_i].text, out.data);
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* A suggestion stands for the act whose punishments count. */
START_TEST(test_together) {
    const char *text = "ASN diancam PP 94/2020 dan Surat Edaran bersama tentang netralitas yang "
                       "diteken Mendagri, KPU dan Bawaslu. Sanksinya teguran lisan, penurunan "
                       "pangkat dan PTDH.";
    static const enum flag_kind kinds[] = {FLAG_BAD_CITATION, FLAG_SIGNATORY_MISMATCH,
                                           FLAG_SANCTION_MISMATCH, FLAG_SANCTION_MISMATCH};
    struct arena arena = {0};
    struct facts facts;
    extract(text_of(text), date_make(2023, 11, 1), &arena, &facts);
    ck_assert_uint_eq(facts.flag_count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(facts.flags[i].kind, kinds[i]);
    arena_free(&arena);
}
END_TEST

/* Hostile input must take linear time: 1 MiB of each is verified in a second or two. */
static const char *const floods[] = {"PP 94/2020, ", "UU 40/2023 tentang Aparatur Sipil Negara. ",
                                     "PP 94/2021 penurunan pangkat ",
                                     "SKB netralitas Mendagri, KPU, ", "UU 5/2014 dan UU 20/2023 "};

START_TEST(test_names) {
    struct arena arena = {0};
    ck_assert_str_eq(act_name(&arena, TEXT("PP"), TEXT("94"), 2021).data, "PP 94/2021");
    ck_assert_str_eq(act_name(&arena, TEXT("Putusan MK"), TEXT("5/PUU-X/2012"), 2012).data,
                     "Putusan MK 5/PUU-X/2012");
    ck_assert_str_eq(act_name(&arena, TEXT("UUD"), TEXT(""), 1945).data, "UUD 1945");
    arena_free(&arena);
}
END_TEST

/* A person says which act is meant: the verdict and what goes with it, as of the day. */
static const struct {
    struct instrument act;
    const char *day, *status, *replaced_by, *note;
} given[] = {
    {{{"PP", 2}, {"94", 2}, 2021}, "2024-05-01", "in_force", "", ""},
    {{{"PP", 2}, {"94", 2}, 2021}, "", "in_force", "", "undated"},
    {{{"PP", 2}, {"94", 2}, 2020}, "2024-05-01", "impossible", "", ""},
    {{{"PP", 2}, {"9x", 2}, 2020}, "2024-05-01", "unknown", "", ""},
    {{{"UU", 2}, {"5", 1}, 2014}, "2024-05-01", "revoked", "UU 20/2023", ""},
    {{{"PKPU", 4}, {"7", 1}, 2017}, "2024-05-01", "unknown", "", "act_over"},
};

START_TEST(test_given) {
    struct arena arena = {0};
    struct citation citation = {.resolved = given[_i].act};
    struct date day = date_parse_iso(text_of(given[_i].day));
    verdict_give(test_tables(), day, TEXT(""), &citation, &arena);
    ck_assert_str_eq(citation_status_name(citation.status), given[_i].status);
    ck_assert(text_is(citation.replaced_by, given[_i].replaced_by));
    struct text code = citation.note_values ? citation.note_values->code : TEXT("");
    ck_assert_msg(text_is(code, given[_i].note), "%.*s", (int)code.size, code.data);
    arena_free(&arena);
}
END_TEST

START_TEST(test_flood) {
    struct arena arena = {0};
    struct buffer text = {0};
    struct facts facts;
    while (text.size < 1u << 19)
        buffer_string(&text, floods[_i]);
    extract(buffer_view(&text), date_make(2024, 1, 1), &arena, &facts);
    ck_assert_uint_gt(facts.citation_count, 1000);
    buffer_free(&text);
    arena_free(&arena);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int main(void) {
    Suite *suite = suite_create("verify");
    TCase *tests = tcase_create("verify");
    tcase_set_timeout(tests, 30);
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_loop_test(tests, test_verdict, 0, COUNT(cases));
    tcase_add_loop_test(tests, test_flags, 0, COUNT(flagged));
    tcase_add_test(tests, test_together);
    tcase_add_test(tests, test_names);
    tcase_add_loop_test(tests, test_given, 0, COUNT(given));
    tcase_add_loop_test(tests, test_flood, 0, COUNT(floods));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
