/* Citations, pinpoints and back-references. All sentences are invented. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "base/buffer.h"
#include "extract/recognisers.h"
#include "support.h"
#include "tables/regulation_types.h"

static void extract(const char *text, struct date day, struct arena *arena, struct facts *facts) {
    struct article article = {.id = TEXT("x"), .text = text_of(text), .published = day};
    article.tokens = tokenise(arena, article.text);
    article.hits = lexicon_scan(test_tables()->lexicon, article.text, article.tokens, arena);
    article.sentences =
        sentences_split(arena, article.text, article.tokens, 0, article.tokens.count, NULL);
    *facts = (struct facts){0};
    extract_citations(&article, test_tables(), arena, facts);
}

/* The citations as "[text] type number year pinpoint; ", with - for what is not there. */
static void print(const char *text, const struct facts *facts, struct buffer *out) {
    for (size_t i = 0; i < facts->citation_count; i++) {
        const struct citation *c = &facts->citations[i];
        struct text slice = text_slice(text_of(text), c->span);
        struct text number = c->written.number.data ? c->written.number : TEXT("-");
        struct text pinpoint = c->pinpoint.data ? c->pinpoint : TEXT("-");
        buffer_printf(out, "[%.*s] %.*s %.*s %d %.*s; ", (int)slice.size, slice.data,
                      (int)c->written.type.size, c->written.type.data, (int)number.size,
                      number.data, c->written.year, (int)pinpoint.size, pinpoint.data);
    }
    buffer_char(out, '\0');
}

static const struct {
    const char *text, *citations;
} cases[] = {
    /* number and year */
    {"Lihat PP 94/2021.", "[PP 94/2021] PP 94 2021 -; "},
    {"Lihat PP Nomor: 94 Thn 2021 itu.", "[PP Nomor: 94 Thn 2021] PP 94 2021 -; "},
    {"Lihat Peraturan Pemerintah (PP) 94/2020.",
     "[Peraturan Pemerintah (PP) 94/2020] PP 94 2020 -; "},
    {"Lihat UU RI Nomor Nomor 5 Tahun 2014.", "[UU RI Nomor Nomor 5 Tahun 2014] UU 5 2014 -; "},
    {"Lihat Undang - undang No.5 tahun tahun 2014.",
     "[Undang - undang No.5 tahun tahun 2014] UU 5 2014 -; "},
    {"Lihat UU No. 5/14 itu.", "[UU No. 5/14] UU 5 2014 -; "},
    {"Lihat Perbup 12 2019.", "[Perbup 12 2019] Perbup 12 2019 -; "},
    {"Menurut Perbup 12 itu.", "[Perbup 12] Perbup 12 0 -; "},
    {"Lihat Permen Nomor 6 (enam) Tahun 2018.",
     "[Permen Nomor 6 (enam) Tahun 2018] Permen 6 2018 -; "},
    /* offices between type and number */
    {"Lihat Perda Kota Kendari Nomor 3 Tahun 2019.",
     "[Perda Kota Kendari Nomor 3 Tahun 2019] Perda 3 2019 -; "},
    {"Lihat Undang-Undang ASN yang terbaru Nomor 20 Tahun 2023.",
     "[Undang-Undang ASN yang terbaru Nomor 20 Tahun 2023] UU 20 2023 -; "},
    {"Lihat SE Bupati Lahat, Nomor 060/12/Org tentang jam kerja.",
     "[SE Bupati Lahat, Nomor 060/12/Org] SE 060/12/Org 0 -; "},
    {"Lihat SK Bupati Nomor 490 / 44 / 2017.",
     "[SK Bupati Nomor 490 / 44 / 2017] SK 490 / 44 / 2017 2017 -; "},
    {"Surat Kepala BKN Nomor K.26/V.1-3/99 tanggal 3 Mei 2017 perihal itu.",
     "[Surat Kepala BKN Nomor K.26/V.1-3/99 tanggal 3 Mei 2017] Surat K.26/V.1-3/99 2017 -; "},
    {"Lihat TAP MPR Nomor XI/MPR/1998.",
     "[TAP MPR Nomor XI/MPR/1998] TAP MPR XI/MPR/1998 1998 -; "},
    /* ministries */
    {"Lihat Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2019.",
     "[Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2019] Permendagri 3 2019 -; "},
    {"Lihat PERMENPANRB 6/2022.", "[PERMENPANRB 6/2022] PermenPANRB 6 2022 -; "},
    {"Lihat Permen PAN-RB No. 6 Tahun 2022.",
     "[Permen PAN-RB No. 6 Tahun 2022] PermenPANRB 6 2022 -; "},
    {"Lihat Peraturan Menteri Keuangan (PMK) Nomor 8/PMK.07/2020.",
     "[Peraturan Menteri Keuangan (PMK) Nomor 8/PMK.07/2020] PMK 8/PMK.07/2020 2020 -; "},
    {"Lihat Peraturan KPU (PKPU) 15/2023.", "[Peraturan KPU (PKPU) 15/2023] PKPU 15 2023 -; "},
    /* lists */
    {"Lihat UU 5/2014 dan 7/2017.", "[UU 5/2014] UU 5 2014 -; [7/2017] UU 7 2017 -; "},
    {"Lihat UU No 25 Tahun 1992 dan No 20 Tahun 2008.",
     "[UU No 25 Tahun 1992] UU 25 1992 -; [No 20 Tahun 2008] UU 20 2008 -; "},
    /* by name */
    {"Lihat UU Pemilu.", "[UU Pemilu] UU - 0 -; "},
    {"Lihat Undang-Undang Perlindungan Anak.", "[Undang-Undang Perlindungan Anak] UU - 0 -; "},
    {"Setia pada UUD 1945.", "[UUD 1945] UUD - 1945 -; "},
    {"Terbit Peraturan Presiden tentang pupuk.", "[Peraturan Presiden] Perpres - 0 -; "},
    {"Ada SE MenPAN RB serta SE Gubernur Riau.",
     "[SE MenPAN RB] SE - 0 -; [SE Gubernur Riau] SE - 0 -; "},
    {"Ada Perda Ramah HAM dan Pergub TPP.",
     "[Perda Ramah HAM] Perda - 0 -; [Pergub TPP] Pergub - 0 -; "},
    {"Ada SKB Netralitas ASN.", "[SKB Netralitas ASN] SKB - 0 -; "},
    /* pinpoints */
    {"Dijerat Pasal 338 KUHP.", "[KUHP] KUHP - 0 Pasal 338; "},
    {"Dijerat Pasal 81 ayat 5 Jo Pasal 76D UU 35/2014.",
     "[UU 35/2014] UU 35 2014 Pasal 81 ayat 5 Jo Pasal 76D; "},
    {"Dijerat Pasal 15 ayat (1) huruf g dan o dalam UU 12/2022.",
     "[UU 12/2022] UU 12 2022 Pasal 15 ayat (1) huruf g dan o; "},
    {"Pasal 36 dan 37 UU 25/2009 mengaturnya.", "[UU 25/2009] UU 25 2009 Pasal 36 dan 37; "},
    {"Dijerat Pasal 55 ayat (1) ke-1 KUHP.", "[KUHP] KUHP - 0 Pasal 55 ayat (1) ke-1; "},
    {"Lihat UU 1/2009, terutama Pasal 144.", "[UU 1/2009] UU 1 2009 Pasal 144; "},
    {"Pasal 458 KUHP UU 1/2023.", "[KUHP] KUHP - 0 Pasal 458; [UU 1/2023] UU 1 2023 Pasal 458; "},
    {"PMK 81/2024 mengatur PPh Pasal 22.", "[PMK 81/2024] PMK 81 2024 -; "},
    /* none of them */
    {"PPPK dan Satpol PP 12 orang.", ""},
    {"PP Muhammadiyah 5 orang.", ""},
    {"Aturan yang berlaku, undang-undang, dan peraturan daerah.", ""},
    {"RUU Nomor 5 Tahun 2020 dan Rancangan Peraturan Daerah tentang pasar.", ""},
    {"Putusan MK Nomor 121/PUU-XXII/2024.", ""},
    {"Surat suara nomor 2 dan surat kabar nomor 3.", ""},
    {"SE Bupati sudah terbit.", ""},
    {"Bidang Penegakan Perda Satpol PP, Perda Kabupaten Lahat, Perda Bupati.", ""},
    {"Warga menolak RUU KUHP dan RUU Polri.", ""},
    {"UU 8/1981 tentang Kitab Undang-Undang Hukum Acara Pidana (KUHAP).",
     "[UU 8/1981] UU 8 1981 -; "},
    {"Lihat UU tentang Desa.", "[UU] UU - 0 -; "},
    {"Ada Keputusan Gubernur Bali dan Keputusan Wali Kota Batu Nomor 4 Tahun 2020.",
     "[Keputusan Gubernur Bali] SK - 0 -; [Keputusan Wali Kota Batu Nomor 4 Tahun 2020] SK 4 2020 "
     "-; "},
    {"Lihat Pasal 28D ayat UUD 1945.", "[UUD 1945] UUD - 1945 Pasal 28D; "},
    {"Soal perppu Direktur Rini bicara.", ""},
    {"Peserta SKB CPNS 2021 hadir.", ""},
    {"Dani, SE, MM dan 12 orang.", ""},
    {"UU Nomor 1 Tahun 2023 tentang KUHP (KUHP Baru).", "[UU Nomor 1 Tahun 2023] UU 1 2023 -; "},
};

START_TEST(test_citation) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct facts facts;
    extract(cases[_i].text, (struct date){0}, &arena, &facts);
    print(cases[_i].text, &facts, &out);
    ck_assert_str_eq(out.data, cases[_i].citations);
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

/* What the first citation means on a day: "type number year", "" for unknown. */
static const struct {
    const char *text, *day, *meaning;
} meanings[] = {
    {"Menurut UU ASN.", "2022-05-01", "UU 5 2014"},
    {"Menurut UU ASN.", "2023-11-01", "UU 20 2023"},
    {"Menurut UU ASN.", "", ""},
    {"Menurut UU ASN.", "2001-01-01", ""},
    {"Pasal 160 KUHP.", "2025-12-31", "KUHP 1 1946"},
    {"Pasal 160 KUHP.", "2026-01-02", "KUHP 1 2023"},
    {"Menurut SE Menpan Nomor 01 Tahun 2023.", "", "SE 1 2023"},
    {"Menurut Perbup 38. Lalu Perbup 38 Tahun 2020.", "", "Perbup 38 2020"},
    {"Menurut Perbup 38 itu.", "", ""},
};

START_TEST(test_meaning) {
    struct arena arena = {0};
    struct buffer out = {0};
    struct facts facts;
    extract(meanings[_i].text, date_parse_iso(text_of(meanings[_i].day)), &arena, &facts);
    ck_assert_uint_ge(facts.citation_count, 1);
    const struct instrument *resolved = &facts.citations[0].resolved;
    if (resolved->type.size)
        buffer_printf(&out, "%.*s %.*s %d", (int)resolved->type.size, resolved->type.data,
                      (int)resolved->number.size, resolved->number.data, resolved->year);
    buffer_char(&out, '\0');
    ck_assert_str_eq(out.data, meanings[_i].meaning);
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(test_backref) {
    const char *text =
        "PP 53/2010 dan UU 5/2014 berlaku. PP tersebut lama, Perbup tersebut tidak ada.";
    struct arena arena = {0};
    struct facts facts;
    extract(text, (struct date){0}, &arena, &facts);
    ck_assert_uint_eq(facts.backref_count, 1);
    ck_assert(text_is(text_slice(text_of(text), facts.backrefs[0].span), "PP tersebut"));
    ck_assert_str_eq(facts.backrefs[0].citation, facts.citations[0].fid);
    arena_free(&arena);
}
END_TEST

/* Hostile input must take linear time; 2 MiB of each are read in well under a second. */
static const char *const floods[] = {
    "UU dan ", "Pasal 5 dan ", "SE Bupati Lahat ",       "UU 5/2014, ",    "1/2/3-4.",
    "Nomor ",  "( PP ( ",      "UU Pemilu dan Pilkada ", "Perbup 38 itu. "};

START_TEST(test_flood) {
    struct arena arena = {0};
    struct buffer text = {0};
    struct facts facts;
    while (text.size < 2u << 20)
        buffer_string(&text, floods[_i]);
    buffer_char(&text, '\0');
    extract(text.data, (struct date){0}, &arena, &facts);
    buffer_free(&text);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("citations");
    TCase *all = tcase_create("citations");
    tcase_add_unchecked_fixture(all, load_test_tables, NULL);
    tcase_set_timeout(all, 30);
    tcase_add_loop_test(all, test_citation, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_loop_test(all, test_meaning, 0, (int)(sizeof(meanings) / sizeof(meanings[0])));
    tcase_add_test(all, test_backref);
    tcase_add_loop_test(all, test_flood, 0, (int)(sizeof(floods) / sizeof(floods[0])));
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
