/* What is no news: cut, flagged, and nothing else with it; title, dateline and publisher told from
 * the text. The table of boilerplate is held against its own examples. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake_fixture.h"
#include "support.h"
#include "tables/boilerplate.h"
#include "tables/tsv.h"

#define PROSE "Camat Budi mengajak warga menjaga sungai agar tetap bersih sepanjang tahun."
#define MORE "Warga menyambut ajakan itu dan menanam bambu di kedua tepi sungai."

/* A text, and what is cut of it, separated by |. */
static const struct {
    const char *text, *cut;
} cuts[] = {
    {PROSE, ""},
    {"DaerahParlemenOpini\n\nCamat Ajak Warga Jaga Sungai\n\n" PROSE, "DaerahParlemenOpini"},
    {"Beranda » Kota » Berita\nCamat Ajak Warga Jaga Sungai\n" PROSE, "Beranda » Kota » Berita"},
    {"Menu\nKota\nCamat Ajak Warga Jaga Sungai\n" PROSE, "Menu|Kota"},
    {"Camat Ajak Warga Jaga Sungai\n\noleh -193 views\n\n" PROSE, "oleh -193 views"},
    {"Camat Ajak Warga Jaga Sungai\nPost Views: 1.204\n" PROSE, "Post Views: 1.204"},
    {PROSE "\nBaca juga:\nCamat Baru Dilantik Bupati\n" MORE,
     "Baca juga:\nCamat Baru Dilantik Bupati"},
    {PROSE "\nBaca juga: Camat Baru Dilantik\n" MORE, "Baca juga: Camat Baru Dilantik"},
    {PROSE "\nLihat di sini : 1. **[Materi](https://x.example/a.pdf)** 2. [B](https://x.example/b)",
     "Lihat di sini : 1. **[Materi](https://x.example/a.pdf)** 2. [B](https://x.example/b)"},
    {"[Rencana Kerja](https://x.example/a.pdf)\n" PROSE,
     "[Rencana Kerja](https://x.example/a.pdf)"},
    {PROSE "\nWarga dapat melapor di [laman kami](https://x.example/a) setiap hari.", ""},
    {"Peserta yang lulus wajib membawa kartu identitas yang diterbitkan oleh kantor\n"
     "[BKD](https://x.example/bkd).\n\n" PROSE,
     ""},
    {PROSE "\nBaca [aturan ini](x) dengan teliti.", ""},
    {PROSE "SCROLL TO CONTINUE WITH CONTENT" MORE, "SCROLL TO CONTINUE WITH CONTENT"},
    {PROSE "\nADVERTISEMENT\n" MORE "\nLoading...", "ADVERTISEMENT|Loading..."},
    {PROSE "\nCOPYRIGHT © Warta Contoh 2024", "COPYRIGHT © Warta Contoh 2024"},
    {PROSE "\n© 2024 Warta Contoh", "© 2024 Warta Contoh"},
    {PROSE " (Tomy)", "(Tomy)"},
    {PROSE "\n\n(Rini - Dinas Kominfo Kabupaten Contoh)",
     "(Rini - Dinas Kominfo Kabupaten Contoh)"},
    {PROSE "\nEditor: Sri Lestari", "Editor: Sri Lestari"},
    {PROSE "\n(abc/def)\nsungai\n\nbambu", "(abc/def)|sungai\n\nbambu"},
    {PROSE "\nTags: sungai, bambu\nBerita Terkait\nCamat Baru Dilantik Bupati\n",
     "Tags: sungai, bambu|Berita Terkait|Camat Baru Dilantik Bupati"},
    {PROSE "\nTinggalkan Balasan\nAlamat email Anda tidak akan dipublikasikan. Ruas yang wajib "
           "ditandai *",
     "Tinggalkan Balasan|Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"},
    {PROSE " Simak Video 'Sungai Bersih':", "Simak Video 'Sungai Bersih':"},
    {PROSE " [Gambas:Video 20detik]", "[Gambas:Video 20detik]"},
    {"Warga menanam bambu di tepi sungai di kota itu. (Foto: Rini)\n" PROSE "\n" MORE,
     "Warga menanam bambu di tepi sungai di kota itu. (Foto: Rini)"},
    {PROSE " Foto: Rina Wulandari/wartacontoh " MORE, "Foto: Rina Wulandari/wartacontoh"},
    {PROSE " Selengkapnya, simak dalam gambar ini.", "Selengkapnya, simak dalam gambar ini."},
    {PROSE " Berikut jadwalnya: Simak Video 'Sungai Bersih'", "Simak Video 'Sungai Bersih'"},
    {PROSE "\n\nwarta-contoh.co.id", "warta-contoh.co.id"},
    /* posts of other sites: what is in another language right before their address, or the tags */
    {PROSE " What a day for the boats! All crews are fine #RiverRace pic.twitter.com/Ab1Cd " MORE,
     "What a day for the boats! All crews are fine #RiverRace pic.twitter.com/Ab1Cd"},
    {PROSE " La carrera ha terminado, nadie lo esperaba. pic.twitter.com/Ab1Cd",
     "La carrera ha terminado, nadie lo esperaba. pic.twitter.com/Ab1Cd"},
    {PROSE " #Sungai #Bambu pic.twitter.com/Ab1Cd " MORE, "#Sungai #Bambu pic.twitter.com/Ab1Cd"},
    {PROSE " pic.twitter.com/Ab1Cd " MORE, "pic.twitter.com/Ab1Cd"},
    {PROSE "\npic.twitter.com/Ab1Cd\n" MORE, "pic.twitter.com/Ab1Cd"},
    {PROSE " =========BREAK======= " MORE, "=========BREAK======="},
    {PROSE " Tim Camat Kalah Telak 1-4 dari Warga Desa di Lomba Perahu",
     "Tim Camat Kalah Telak 1-4 dari Warga Desa di Lomba Perahu"},
    {PROSE " Perahu Camat Tinggalkan Sungai Kalibaru Lama, Mau ke Mana?",
     "Perahu Camat Tinggalkan Sungai Kalibaru Lama, Mau ke Mana?"},
    {PROSE "\n\nJurnalisme Warga – Rina Wulandari (Penggiat Ekonomi Kreatif Kalibaru Lama)",
     "Jurnalisme Warga – Rina Wulandari (Penggiat Ekonomi Kreatif Kalibaru Lama)"},
    /* and what only looks like it */
    {PROSE "\nkalibaru.go.id\nkalilama.go.id", ""},
    {PROSE " Hasil Lomba Perahu Kalibaru 2026", ""},
    {PROSE " Selamat Hari Raya Idul Fitri!", ""},
    {PROSE " Babak 1: Regu Camat Babak 2: Regu Lurah Babak 3: Regu Warga", ""},
    {PROSE " Peran Camat Dalam Lomba Perahu Camat membantu menghitung:", ""},
    {PROSE " Lomba Renang: Regu Kalibaru Lomba Perahu:", ""},
    {PROSE " Foto: tepi sungai dan/atau muara. " MORE, ""},
    {PROSE "\nEditor buku itu mengajak warga membaca sejarah sungai mereka sendiri.", ""},
    {PROSE "\nFoto udara menunjukkan sungai itu menyempit dari tahun ke tahun.", ""},
    {PROSE " Usianya kini genap dua tahun (23).", ""},
    {PROSE " Rapat itu dihadiri Badan Pengawas (Bawaslu).", ""},
    {PROSE "\nPengunjung pasar itu terus bertambah sejak sungai dibersihkan warga.", ""},
    {"Laporan Dugaan ASN Tak Netral Masuk Bawaslu\n" PROSE, ""},
    {"Oleh-oleh Khas Lampung Diburu Pemudik\n" PROSE, ""},
    {"Foto Bersama Calon Berujung Sanksi\n\n" PROSE, ""},
    {"Jadwal Salat Lampung 12 Maret 2024\n" PROSE, ""},
    {"Pilkada 2024 | Pegawai Diminta Tetap Bersikap Netral\n" PROSE, ""},
    {"Bagikan Sembako, Camat Ajak Warga Jaga Sungai\n" PROSE, ""},
    {"Hari ini:\n1. Lomba Perahu\n2. Lomba Masak\n", ""},
};

START_TEST(test_cut) {
    const struct article *article = fixture_article(text_of(cuts[_i].text));
    const char *got = fixture_flags(article, FLAG_BOILERPLATE);
    ck_assert_msg(strcmp(got, cuts[_i].cut) == 0, "%s\n--- gives\n%s", cuts[_i].text, got);
    for (size_t i = 0; i < article->tokens.count; i++) {
        const struct token *token = &article->tokens.at[i];
        bool flagged = false;
        for (size_t k = 0; k < article->flag_count; k++)
            flagged = flagged || (token->start >= article->flags[k].span.start &&
                                  token->end <= article->flags[k].span.end);
        ck_assert_int_eq(token->cut, flagged);
    }
}
END_TEST

/* A phrase is found wherever it stands, at the very beginning and end of the text too, and nothing
 * that only begins like one. */
START_TEST(test_phrase_places) {
    static const char *const phrases[] = {"ADVERTISEMENT", "SCROLL TO CONTINUE WITH CONTENT"};
    static const char letters[] = "menanambambuditepisungai";
    char text[256];
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        snprintf(text, sizeof text, "%s %s", phrases[i], PROSE);
        ck_assert_str_eq(fixture_flags(fixture_article(text_of(text)), FLAG_BOILERPLATE),
                         phrases[i]);
        for (int shift = 0; shift < (int)sizeof letters; shift++) {
            snprintf(text, sizeof text, PROSE " Warga %.*s%s", shift, letters, phrases[i]);
            ck_assert_str_eq(fixture_flags(fixture_article(text_of(text)), FLAG_BOILERPLATE),
                             phrases[i]);
            snprintf(text, sizeof text, PROSE " Warga %.*s%.*s bersama.", shift, letters,
                     (int)strlen(phrases[i]) - 1, phrases[i]);
            ck_assert_str_eq(fixture_flags(fixture_article(text_of(text)), FLAG_BOILERPLATE), "");
        }
    }
}
END_TEST

START_TEST(test_repeats) {
    const struct article *article =
        fixture_article(TEXT(PROSE "\n" MORE "\n© Warta\nHidup!\n" PROSE "\nHidup!\n" MORE));
    ck_assert_str_eq(fixture_flags(article, FLAG_DUPLICATE), PROSE "|" MORE);
    ck_assert_uint_eq(article->sentences.count, 4);
}
END_TEST

START_TEST(test_advertorial) {
    const struct article *article =
        fixture_article(TEXT(PROSE "\n" MORE " (Adv/Kominfo)\n\nPrint Friendly, PDF & Email"));
    ck_assert_str_eq(fixture_flags(article, FLAG_ADVERTORIAL), "(Adv/Kominfo)");
    ck_assert_str_eq(fixture_flags(article, FLAG_BOILERPLATE),
                     "(Adv/Kominfo)|Print Friendly, PDF & Email");
}
END_TEST

/* What is marked as paid for, and what only looks so. */
static const struct {
    const char *record;
    bool marked;
} adverts[] = {
    {"{\"title\":\"ADV: Bupati Buka Pameran\",\"text\":\"" PROSE "\"}", true},
    {"{\"title\":\"Advertorial - Bupati Buka Pameran\",\"text\":\"" PROSE "\"}", true},
    {"{\"title\":\"[Adv/Kominfo] Bupati Buka Pameran\",\"text\":\"" PROSE "\"}", true},
    {"{\"title\":\"Bupati Buka Pameran (ADV)\",\"text\":\"" PROSE "\"}", true},
    {"{\"title\":\"Bupati Buka Pameran | Pariwara\",\"text\":\"" PROSE "\"}", true},
    {"{\"title\":\"Iklan Ilegal Ditertibkan\",\"text\":\"" PROSE "\"}", false},
    {"{\"title\":\"Pemkot Tertibkan Iklan\",\"text\":\"" PROSE "\"}", false},
    {"{\"title\":\"Adv Budi Bela Warga\",\"text\":\"" PROSE "\"}", false},
    {"{\"title\":\"(Promo) Murah\",\"url\":\"https://x.example/berita/1\",\"text\":\"" PROSE "\"}",
     true},
    {"{\"url\":\"https://x.example/advertorial/bupati-buka\",\"text\":\"" PROSE "\"}", true},
    {"{\"url\":\"https://x.example/adv-kutim/d-1/bupati\",\"text\":\"" PROSE "\"}", true},
    {"{\"url\":\"https://x.example/news/adv-bupati-buka\",\"text\":\"" PROSE "\"}", true},
    {"{\"url\":\"https://x.example/news/advokat-kecam\",\"text\":\"" PROSE "\"}", false},
    {"{\"url\":\"https://x.example/news/iklan-ilegal\",\"text\":\"" PROSE "\"}", false},
    {"{\"url\":\"https://x.example/iklan/iklan-rumah\",\"text\":\"" PROSE "\"}", false},
    {"{\"author\":\"Adv\",\"text\":\"" PROSE "\"}", true},
    {"{\"author\":\"Adv. Budi\",\"text\":\"" PROSE "\"}", false},
    {"ADVERTORIAL\n\nCamat Ajak Warga Jaga Sungai\n\n" PROSE, true},
    {"Camat Ajak Warga Jaga Sungai\n\nMAGELANG (ADV) - " PROSE, true},
    {PROSE "\n" MORE "\n*Adv", true},
    {PROSE "\n" MORE "\nAdv/Diskominfo", true},
    {PROSE "\n" MORE "\nAdvertorial Diskominfo Magelang", true},
    {PROSE "\n" MORE "\nArtikel ini merupakan kerja sama dengan Dinas Kominfo.", true},
    {PROSE "\n" MORE " Konten ini disponsori PT Contoh.", true},
    {PROSE "\n\nIklan\n\n" MORE, false},
    {PROSE "\n" MORE "\nSponsored", false},
    {PROSE "\nKerja sama dengan daerah lain akan diperluas tahun depan, ujar camat itu.\n" MORE,
     false},
    {PROSE "\nDisponsori oleh warga sendiri, lomba itu diikuti seratus anak desa.\n" MORE, false},
    {"Beranda\nOpini\nAdvertorial\nCamat Ajak Warga Jaga Sungai\n\n" PROSE, false},
    {"Beranda | Opini | Advertorial | Olahraga\nCamat Ajak Warga Jaga Sungai\n\n" PROSE, false},
};

START_TEST(test_adverts) {
    const struct article *article = fixture_article(text_of(adverts[_i].record));
    bool marked = false;
    for (size_t i = 0; i < article->flag_count; i++)
        marked |= article->flags[i].kind == FLAG_ADVERTORIAL;
    ck_assert_msg(marked == adverts[_i].marked, "%s", adverts[_i].record);
}
END_TEST

/* The examples of labels as headlines, those of notes behind the prose. */
START_TEST(test_advert_table) {
    static const char *const wanted[] = {"kind", "form", "example", NULL};
    struct arena arena = {0};
    struct error error = {0};
    struct tsv table;
    ck_assert(tsv_read(tables_folder(), "advertorials.tsv", wanted, &arena, &table, &error));
    for (size_t row = 0; row < table.row_count; row++) {
        struct text example = tsv_cell(&table, row, 2);
        struct text text = arena_concat(&arena, TEXT(PROSE "\n" MORE "\n"), example, TEXT(""));
        if (!text_ends(example, "."))
            text = arena_concat(&arena, TEXT("{\"text\":\"" PROSE "\",\"title\":\""), example,
                                TEXT("\"}"));
        const struct article *article = fixture_article(text);
        bool marked = false;
        for (size_t i = 0; i < article->flag_count; i++)
            marked |= article->flags[i].kind == FLAG_ADVERTORIAL;
        ck_assert_msg(marked, "%.*s", (int)example.size, example.data);
    }
    arena_free(&arena);
}
END_TEST

/* The head of a text: title, dateline, its place, publisher; none where there is none. */
static const struct {
    const char *text, *title, *dateline, *place, *publisher;
} heads[] = {
    {PROSE, "", "", "", ""},
    {"Camat Ajak Warga Jaga Sungai\n\nBELTIM | Contohpos.com\n\n" PROSE,
     "Camat Ajak Warga Jaga Sungai", "BELTIM | Contohpos.com", "BELTIM", "Contohpos.com"},
    {"Jaga Sungai\n\nLAHAT – " PROSE, "Jaga Sungai", "LAHAT –", "LAHAT", ""},
    {"MAGELANG, WARTA — " PROSE, "", "MAGELANG, WARTA —", "MAGELANG", "WARTA"},
    {"Kota Kupang, **contoh.go.id** - " PROSE, "", "Kota Kupang, **contoh.go.id** -", "Kota Kupang",
     "contoh.go.id"},
    {"WAIBAKUL, ***contoh.go.id***, " PROSE, "", "WAIBAKUL, ***contoh.go.id***,", "WAIBAKUL",
     "contoh.go.id"},
    {"Contohkaltim – " PROSE, "", "Contohkaltim –", "Contohkaltim", ""},
    {"Contoh.co.id – " PROSE, "", "Contoh.co.id –", "", "Contoh.co.id"},
    {"Lampung\n - \n" PROSE, "", "Lampung\n -", "Lampung", ""},
    {"MUARASABAK-" PROSE, "", "MUARASABAK-", "MUARASABAK", ""},
    {"Menggala (Contoh.co)\n–" PROSE, "", "Menggala (Contoh.co)\n–", "Menggala", "Contoh.co"},
    {"TNI-Polri menjaga sungai itu bersama warga sejak pagi sampai sore.", "", "", "", ""},
    {"Contoh, PT Sungai (Persero) dan warga menjaga sungai - bersama.", "", "", "", ""},
    {PROSE "\nCOPYRIGHT © Warta Contoh 2024", "", "", "", "Warta Contoh"},
};

static void check_text(const char *what, const char *whole, struct text got, const char *expected) {
    ck_assert_msg(text_is(got, expected), "%s of %s: %.*s", what, whole, (int)got.size, got.data);
}

START_TEST(test_head) {
    const char *whole = heads[_i].text;
    const struct article *article = fixture_article(text_of(whole));
    check_text("title", whole, article->title.data ? article->title : TEXT(""), heads[_i].title);
    check_text("dateline", whole, article_slice(article, article->dateline), heads[_i].dateline);
    check_text("place", whole, article_slice(article, article->dateline_place), heads[_i].place);
    check_text("publisher", whole, article->publisher.data ? article->publisher : TEXT(""),
               heads[_i].publisher);
    ck_assert_uint_ge(article->sentences.at[0].span.start, article->dateline.end);
    ck_assert_uint_ge(article->sentences.at[0].span.start, article->title_span.end);
}
END_TEST

/* Control characters become blanks, so that no offset moves; the digest is of the text as it came.
 */
START_TEST(test_repaired) {
    const struct article *article =
        fixture_article(TEXT("{\"text\":\"Camat\\u001b\\u0007 Budi\\ndatang.\"}"));
    ck_assert(text_is(article->text, "Camat   Budi\ndatang."));
    ck_assert_uint_eq(article->flag_count, 1);
    ck_assert_int_eq(article->flags[0].kind, FLAG_REPAIRED);
    ck_assert_uint_eq(article->flags[0].span.start, 5);
    ck_assert_uint_eq(article->flags[0].span.end, 7);
}
END_TEST

/* Every example of the table is cut, at least in part, when it stands where its kind stands. */
START_TEST(test_table) {
    static const char *const wanted[] = {"kind", "form", "example", NULL};
    struct arena arena = {0};
    struct error error = {0};
    struct tsv table;
    ck_assert(tsv_read(tables_folder(), "boilerplate.tsv", wanted, &arena, &table, &error));
    ck_assert_uint_gt(table.row_count, 100);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text kind = tsv_cell(&table, row, 0), form = tsv_cell(&table, row, 1),
                    example = tsv_cell(&table, row, 2);
        struct buffer text = {0};
        bool head = text_is(kind, "section"),
             joined = text_is(kind, "advert") || text_is(kind, "bracket");
        if (head)
            buffer_text(&text, example);
        buffer_string(&text, head ? "\nCamat Ajak Warga Jaga Sungai\n" PROSE : PROSE);
        if (!head) {
            buffer_char(&text, joined ? ' ' : '\n');
            buffer_text(&text, example);
        }
        buffer_string(&text, text_is(kind, "credit") || text_is(kind, "phrase") ? "\n" MORE : "");
        const struct article *article = fixture_article(buffer_view(&text));
        ck_assert_msg(fixture_flags(article, FLAG_BOILERPLATE)[0],
                      "%.*s: %.*s is not cut in:\n%.*s", (int)kind.size, kind.data, (int)form.size,
                      form.data, (int)text.size, text.data);
        buffer_free(&text);
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clean");
    TCase *cases = tcase_create("all");
    tcase_add_unchecked_fixture(cases, load_test_tables, NULL);
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, test_cut, 0, sizeof cuts / sizeof *cuts);
    tcase_add_test(cases, test_phrase_places);
    tcase_add_test(cases, test_repeats);
    tcase_add_test(cases, test_advertorial);
    tcase_add_loop_test(cases, test_adverts, 0, sizeof adverts / sizeof *adverts);
    tcase_add_test(cases, test_advert_table);
    tcase_add_loop_test(cases, test_head, 0, sizeof heads / sizeof *heads);
    tcase_add_test(cases, test_repaired);
    tcase_add_test(cases, test_table);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
