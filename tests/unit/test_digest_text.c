/* The digest: whose month it is, its figures, the highlights with the way back to each article,
 * what is to check; in both languages, of all kinds of edition, on one screen, whatever names hold.
 */
#include <config.h>

#include <check.h>

#include "briefing_fixture.h"
#include "layout/digest_text.h"
#include "layout_fixture.h"
#include "support.h"

#define PEOPLE                                                                                     \
    "{\"id\":0,\"name\":\"Sari *Wulan* Dari\",\"honorifics\":\"\",\"position\":\"Kepala\\n"        \
    "BKPSDM\\u202e\",\"institution\":null,\"region\":\"19.06\",\"kind\":\"person\","               \
    "\"mentions\":[[0,4]]}"
#define ADVISORY(number, speaker, words)                                                           \
    "{\"fid\":\"a-00000" #number "\",\"start\":" #number "0,\"end\":" #number                      \
    "9,\"text\":\"" words "\",\"type\":\"larangan\",\"topics\":[],\"addressee\":null,"             \
    "\"speaker\":" #speaker ",\"confidence\":0.8,\"rule\":\"r\"}"

static const struct sample samples[] = {
    {.id = "a",
     .publisher = "Kabar_Uji_~`",
     .published = "2024-08-05",
     .event_date = "2024-08-05",
     .scope = "regency",
     .region = "19.06",
     .people = PEOPLE,
     .advisories = ADVISORY(1, 0, "Pegawai dilarang keras ikut berkampanye di mana pun.") "," //
     ADVISORY(2, null, "Spanduk calon tidak boleh dipasang di halaman kantor.")},
    {.id = "b", .published = "2024-08-07", .scope = "province", .region = "19"},
    {.id = "c", .title = "Tanpa tanggal"},
};

static const struct house office = {.organisation = {"Dinas Contoh Pesisir", 20},
                                    .number = {"7/X/2024", 8}};

/* The digest of the edition; the caller frees the pages. */
static struct text digest_of(const char *template, const char *region, struct pages *pages) {
    briefing_lay_out(&(struct briefing_case){.template = template,
                                             BRIEFING_SAMPLES(samples),
                                             .options = {.region = text_of(region),
                                                         .region_name = TEXT("Kalimantan Timur"),
                                                         .rejected = 2,
                                                         .house = &office}},
                     pages);
    return pages->digest;
}

static const struct {
    const char *template, *region, *digest;
} whole[] = {
    {"id", "",
     "Dinas Contoh Pesisir\n"
     "Taklimat bulanan – Nasional, Agustus 2024\n"
     "No. 08/2024 · 1 September 2024 · 7/X/2024\n"
     "\n"
     "2 arahan pejabat di Nama dari berita, semuanya larangan\n"
     "Artikel: 2 · dari 1 media\n"
     "Arahan pejabat: 2 · terbanyak larangan (2)\n"
     "Kutipan langsung: 0 · tidak ada catatan\n"
     "Peraturan dikutip: 0 · tidak ada catatan\n"
     "\n"
     "Sorotan\n"
     "• Nama dari berita: Pegawai dilarang keras ikut berkampanye di mana pun. — Sari ∗Wulan∗ "
     "Dari, Kepala BKPSDM (Kabar‗Uji‗∼‘, 5 Agu 2024 [1])\n"
     "• Nama dari berita: Spanduk calon tidak boleh dipasang di halaman kantor. — penutur tidak "
     "disebut (Kabar‗Uji‗∼‘, 5 Agu 2024 [1])\n"
     "\n"
     "Perlu diperiksa: 1 artikel tanpa tanggal; 2 catatan ditolak\n"
     "\n"
     "Angka dalam kurung siku: nomor sumber dalam taklimat.\n"},
    {"en", "19",
     "Dinas Contoh Pesisir\n"
     "Monthly briefing – Nama dari berita, August 2024\n"
     "No. 08/2024 · 1 September 2024 · 7/X/2024\n"
     "\n"
     "2 advisories by officials in Nama dari berita, all of them prohibitions\n"
     "Articles: 2 · from 1 outlet\n"
     "Advisories: 2 · mostly prohibitions (2)\n"
     "Direct quotations: 0 · nothing to note\n"
     "Regulations cited: 0 · nothing to note\n"
     "\n"
     "Highlights\n"
     "• Nama dari berita: Pegawai dilarang keras ikut berkampanye di mana pun. — Sari ∗Wulan∗ "
     "Dari, Kepala BKPSDM (Kabar‗Uji‗∼‘, 5 Aug 2024 [1])\n"
     "• Nama dari berita: Spanduk calon tidak boleh dipasang di halaman kantor. — speaker not "
     "named (Kabar‗Uji‗∼‘, 5 Aug 2024 [1])\n"
     "\n"
     "Nothing needs checking.\n"
     "\n"
     "Numbers in brackets: the sources as numbered in the briefing.\n"},
    {"id", "19.06",
     "Dinas Contoh Pesisir\n"
     "Taklimat bulanan – Nama dari berita, Agustus 2024\n"
     "No. 08/2024 · 1 September 2024 · 7/X/2024\n"
     "\n"
     "2 arahan pejabat di Nama dari berita, semuanya larangan\n"
     "Artikel: 1 · dari 1 media\n"
     "Arahan pejabat: 2 · terbanyak larangan (2)\n"
     "Kutipan langsung: 0 · tidak ada catatan\n"
     "Peraturan dikutip: 0 · tidak ada catatan\n"
     "\n"
     "Sorotan\n"
     "• Nama dari berita: Pegawai dilarang keras ikut berkampanye di mana pun. — Sari ∗Wulan∗ "
     "Dari, Kepala BKPSDM (Kabar‗Uji‗∼‘, 5 Agu 2024 [1])\n"
     "• Nama dari berita: Spanduk calon tidak boleh dipasang di halaman kantor. — penutur tidak "
     "disebut (Kabar‗Uji‗∼‘, 5 Agu 2024 [1])\n"
     "\n"
     "Tidak ada yang perlu diperiksa.\n"
     "\n"
     "Angka dalam kurung siku: nomor sumber dalam taklimat.\n"},
    {"en", "64",
     "Dinas Contoh Pesisir\n"
     "Monthly briefing – Kalimantan Timur, August 2024\n"
     "No. 08/2024 · 1 September 2024 · 7/X/2024\n"
     "\n"
     "No news in this period\n"
     "No news about Kalimantan Timur in this period.\n"},
};

START_TEST(says_it_word_for_word) {
    struct pages pages;
    struct text digest = digest_of(whole[_i].template, whole[_i].region, &pages);
    ck_assert_msg(text_is(digest, whole[_i].digest), "%.*s", (int)digest.size, digest.data);
    pages_free(&pages);
}
END_TEST

START_TEST(nothing_at_all) {
    struct pages pages;
    briefing_lay_out(&(struct briefing_case){.template = "id"}, &pages);
    struct text digest = pages.digest;
    ck_assert_msg(text_is(digest, "Taklimat bulanan – Nasional, Agustus 2024\n"
                                  "No. 08/2024 · 1 September 2024\n"
                                  "\n"
                                  "Tidak ada berita dalam periode ini\n"
                                  "Artikel: 0 · tidak ada catatan\n"
                                  "Arahan pejabat: 0 · tidak ada catatan\n"
                                  "Kutipan langsung: 0 · tidak ada catatan\n"
                                  "Peraturan dikutip: 0 · tidak ada catatan\n"
                                  "\n"
                                  "Tidak ada arahan pejabat dalam periode ini.\n"
                                  "\n"
                                  "Tidak ada yang perlu diperiksa.\n"),
                  "%.*s", (int)digest.size, digest.data);
    pages_free(&pages);
}
END_TEST

#define MANY 30

/* Long words from many places: no more than a screen holds, however many lead. */
START_TEST(fits_a_screen) {
    static char ids[MANY][8], advisories[MANY][600];
    static const char *const regions[] = {"19.06", "32.71", "33.01", "35.73", "16.71",
                                          "18.03", "12.01", "11.01", "51.03", "52.06"};
    char words[260] = "Pegawai dilarang ";
    struct sample month[MANY];
    struct pages pages;
    size_t lines = 0, bullets = 0;
    for (size_t i = strlen(words); i < 250; i++)
        words[i] = i % 8 ? 'a' : ' ';
    words[250] = '\0';
    for (int i = 0; i < MANY; i++) {
        snprintf(ids[i], sizeof ids[i], "m%d", i);
        snprintf(advisories[i], sizeof advisories[i], ADVISORY(1, null, "%s %d"), words, i);
        month[i] = (struct sample){.id = ids[i],
                                   .published = "2024-08-05",
                                   .scope = "regency",
                                   .region = regions[i % 10],
                                   .advisories = advisories[i]};
    }
    briefing_lay_out(&(struct briefing_case){.template = "id", .samples = month, .count = MANY},
                     &pages);
    for (size_t at = 0, end; at < pages.digest.size; at = end + 1) {
        end = text_find(pages.digest, at, TEXT("\n"));
        struct text line = text_slice(pages.digest, (struct span){at, end});
        size_t length = utf8_length(line);
        bullets += text_starts(line, "•");
        lines += length ? (length + DIGEST_COLUMNS - 1) / DIGEST_COLUMNS : 1;
    }
    ck_assert_uint_le(lines, DIGEST_LINES);
    ck_assert_uint_ge(lines, DIGEST_LINES - 4);
    ck_assert_uint_ge(bullets, 2);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("digest_text");
    TCase *tests = tcase_create("digest_text");
    tcase_add_loop_test(tests, says_it_word_for_word, 0, sizeof whole / sizeof *whole);
    tcase_add_test(tests, nothing_at_all);
    tcase_add_test(tests, fits_a_screen);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
