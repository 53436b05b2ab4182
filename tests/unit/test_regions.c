/* Regions: looking them up by code and name, and finding an article's focus. All sentences are
 * invented. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "extract/recognisers.h"
#include "support.h"
#include "tables/regions.h"

/* What is asked for, and the code that answers; "" for none. */
static const struct {
    const char *name, *code;
} names[] = {
    {"19.06", "19.06"},
    {"Kabupaten Belitung Timur", "19.06"},
    {"KAB. BELITUNG  TIMUR", "19.06"},
    {"kab belitung timur", "19.06"},
    {"Belitung Timur", "19.06"},
    {"Beltim", "19.06"},
    {"Kab. Beltim", "19.06"},
    {"Bogor", ""},
    {"Kota Bogor", "32.71"},
    {"Kabupaten Bogor", "32.01"},
    {"Jambi", "15"},
    {"Kota Jambi", "15.71"},
    {"Provinsi Jambi", "15"},
    {"prov. jateng", "33"},
    {"Papua Barat Daya", "96"},
    {"91.02", "95.01"}, /* Jayawijaya, since 2022 in Papua Pegunungan */
    {"92.71", "96.71"}, /* Kota Sorong, since 2022 in Papua Barat Daya */
    {"Kabupaten Toba Samosir", "12.12"},
    {"Kota Ujung Pandang", "73.71"},
    {"DKI Jakarta", "31"},
    {"Kep. Riau", "21"},
    {"Mura", ""}, /* Musi Rawas or Murung Raya */
    {"99.99", ""},
    {"Atlantis", ""},
    {"", ""},
    {".", ""},
};

START_TEST(test_find) {
    const struct region *region = regions_find(test_tables()->regions, text_of(names[_i].name));
    struct text code = region ? region->code : TEXT("");
    ck_assert_msg(text_is(code, names[_i].code), "%s gives %.*s", names[_i].name, (int)code.size,
                  code.data);
}
END_TEST

START_TEST(test_long_name_is_none) {
    char name[4096];
    memset(name, 'a', sizeof(name));
    ck_assert_ptr_null(regions_find(test_tables()->regions, (struct text){name, sizeof(name)}));
}
END_TEST

START_TEST(test_order_and_provinces) {
    size_t provinces = 0;
    for (size_t i = 0; i < regions_count(test_tables()->regions); i++) {
        const struct region *region = regions_get(test_tables()->regions, i);
        const struct region *province = regions_province(test_tables()->regions, region);
        provinces += region->type == REGION_PROVINCE;
        ck_assert(memcmp(region->code.data, province->code.data, 2) == 0 &&
                  province->code.size == 2);
        ck_assert_uint_eq(regions_index(test_tables()->regions, region), i);
        ck_assert_ptr_eq(regions_find(test_tables()->regions, region->code), region);
        ck_assert_ptr_eq(regions_find(test_tables()->regions, region->name), region);
    }
    ck_assert_uint_eq(provinces, 38);
    ck_assert_uint_eq(regions_count(test_tables()->regions), 552);
    ck_assert_ptr_null(regions_get(test_tables()->regions, regions_count(test_tables()->regions)));
}
END_TEST

/* An article, and the region and scope that it must have. */
static const struct {
    const char *title, *text, *code;
    enum scope scope;
} articles[] = {
    {"", "Bawaslu Kabupaten Belitung Timur membuka posko pengaduan.", "19.06", SCOPE_REGENCY},
    {"", "Pemkab Belitung membuka posko pengaduan.", "19.02", SCOPE_REGENCY},
    {"", "Kapolres Tegal Kota AKBP Rudi meninjau gudang.", "33.76", SCOPE_REGENCY},
    {"", "Kapolres Tegal AKBP Rudi meninjau gudang. Warga Desa Sukamaju ikut hadir.", "33.28",
     SCOPE_REGENCY},
    {"", "Camat Selomerto memimpin apel. Warga Kecamatan Kejajar menonton.", "33.07",
     SCOPE_REGENCY},
    {"Gubernur Riau Lantik Pejabat", "Gubernur Riau melantik pejabat di Pekanbaru.", "14",
     SCOPE_PROVINCE},
    {"", "Wakil Gubernur Riau meninjau pasar di Kabupaten Siak. Bupati Siak menyambutnya.", "14.08",
     SCOPE_REGENCY},
    {"", "Rapat di Jakarta dihadiri Menteri Agama.", "", SCOPE_NATIONAL},
    {"", "Lampung Post terbit setiap hari.", "", SCOPE_UNKNOWN},
    {"", "Ia lahir di kampung itu dan menulis puisi.", "", SCOPE_UNKNOWN},
    {"", "Ketua Bawaslu RI bicara. Ada aduan dari Riau, dari Bali, dari Maluku.", "",
     SCOPE_NATIONAL},
    {"", "Harga batu naik. Batu itu mahal, kata penjual.", "", SCOPE_UNKNOWN},
    {"", "Polres Metro Bekasi memeriksa tiga orang. Warga Desa Sukamaju melapor.", "32.16",
     SCOPE_REGENCY},
    {"", "Polda Metro Jaya memeriksa tiga orang, kata Polda Metro Jaya.", "31", SCOPE_PROVINCE},
    {"", "Menteri hadir saat Polda Metro Jaya memeriksa tiga orang, kata Polda Metro Jaya.", "",
     SCOPE_NATIONAL},
    {"", "Pemkot Batu memperbaiki taman.", "35.79", SCOPE_REGENCY},
    {"", "Warga Kecamatan Depok, Sleman, menanam padi bersama Pemkab Sleman.", "34.04",
     SCOPE_REGENCY},
    /* several provinces are no focus, */
    {"",
     "Banjir melanda Riau, Jambi, Bengkulu, dan Lampung. Warga mengungsi. Jembatan putus di "
     "Kabupaten Bungo.",
     "", SCOPE_NATIONAL},
    {"Warga Bali dan Maluku Panen", "Warga Bali dan Maluku panen raya. Petani gembira.", "",
     SCOPE_NATIONAL},
    {"Warga Bali Panen", "Warga Bali panen raya, Maluku belum. Petani Bali gembira.", "51",
     SCOPE_PROVINCE},
    /* nor is the place where a ministry's news plays; but an office's region is */
    {"", "Menteri Agama meresmikan madrasah di Kabupaten Lahat. Ia memuji guru.", "",
     SCOPE_NATIONAL},
    {"", "Menteri Agama memuji Dinas Sosial Kabupaten Lahat. Ia memuji guru.", "16.04",
     SCOPE_REGENCY},
    {"", "Peraturan Menteri Agama berlaku di Kabupaten Lahat. Guru membacanya.", "16.04",
     SCOPE_REGENCY},
    {"", "Listrik di Pulau Sumatera padam, lalu PLN bekerja di Pekanbaru. Warga Pekanbaru senang.",
     "14.71", SCOPE_REGENCY},
    {"Listrik Sumatera Padam", "PLN bekerja di Pekanbaru. Listrik menyala lagi malam itu.", "",
     SCOPE_NATIONAL},
    {"Polda Riau Bantu Warga",
     "Polda Riau membantu warga. Polda Riau tiba di Kabupaten Bengkalis. Camat "
     "Rupat senang, juga warga Kabupaten Bengkalis.",
     "14.03", SCOPE_REGENCY},
    {"Pemprov Riau Bantu Warga",
     "Pemprov Riau membantu warga. Pemprov Riau hadir. Warga Kabupaten "
     "Siak senang, juga Bupati Siak.",
     "14", SCOPE_PROVINCE},
    {"", "Medan pertempuran itu luas. Medan perang itu jauh.", "", SCOPE_UNKNOWN},
    {"", "Warga Medan membangun taman. Taman itu luas.", "12.71", SCOPE_REGENCY},
    {"", "Regu itu merebut Piala Bupati Lahat. Piala Bupati Lahat besar.", "", SCOPE_UNKNOWN},
};

/* An article without furniture: what intake would make of a clean text. */
static struct article make_article(const char *title, const char *text, struct arena *arena) {
    struct article article = {.id = TEXT("x"), .title = text_of(title), .text = text_of(text)};
    article.tokens = tokenise(arena, article.text);
    article.hits = lexicon_scan(test_tables()->lexicon, article.text, article.tokens, arena);
    article.sentences =
        sentences_split(arena, article.text, article.tokens, 0, article.tokens.count, NULL);
    return article;
}

START_TEST(test_focus) {
    struct arena arena = {0};
    struct facts facts = {0};
    struct article article = make_article(articles[_i].title, articles[_i].text, &arena);
    extract_region(&article, test_tables(), &arena, &facts);
    ck_assert_msg(text_is(facts.region_code, articles[_i].code), "%s gives %.*s", articles[_i].text,
                  (int)facts.region_code.size,
                  facts.region_code.data ? facts.region_code.data : "");
    ck_assert_int_eq(facts.scope, articles[_i].scope);
    arena_free(&arena);
}
END_TEST

START_TEST(test_hint_overrides) {
    struct arena arena = {0};
    struct facts facts = {0};
    struct article article = make_article("", "Bupati Lahat memimpin apel.", &arena);
    article.region_hint = TEXT("Kab. Alor");
    extract_region(&article, test_tables(), &arena, &facts);
    ck_assert(text_is(facts.region_code, "53.05"));
    ck_assert_int_eq(facts.region_confidence, 100);
    arena_free(&arena);
}
END_TEST

START_TEST(test_cut_tokens_do_not_count) {
    struct arena arena = {0};
    struct facts facts = {0};
    struct article article =
        make_article("", "Bupati Lahat memimpin apel. Baca juga Bupati Alor Bupati Alor.", &arena);
    for (size_t i = 5; i < article.tokens.count; i++)
        article.tokens.at[i].cut = 1;
    extract_region(&article, test_tables(), &arena, &facts);
    ck_assert(text_is(facts.region_code, "16.04"));
    ck_assert_uint_eq(facts.region_evidence.count, 1);
    ck_assert_uint_eq(facts.region_evidence.at[0].start, 7);
    arena_free(&arena);
}
END_TEST

START_TEST(test_people_get_the_region_of_their_office) {
    struct arena arena = {0};
    struct person people[2] = {{.name = TEXT("Rina"), .position = TEXT("Sekda Kabupaten Alor")},
                               {.name = TEXT("Doni"), .position = TEXT("Ketua RT")}};
    struct facts facts = {.people = people, .people_count = 2};
    struct article article = make_article("", "Bupati Lahat memimpin apel.", &arena);
    extract_region(&article, test_tables(), &arena, &facts);
    ck_assert(text_is(people[0].region, "53.05"));
    ck_assert_ptr_null(people[1].region.data);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("regions");
    TCase *lookup = tcase_create("lookup"), *focus = tcase_create("focus");
    tcase_add_unchecked_fixture(lookup, load_test_tables, NULL);
    tcase_add_loop_test(lookup, test_find, 0, (int)(sizeof(names) / sizeof(names[0])));
    tcase_add_test(lookup, test_long_name_is_none);
    tcase_add_test(lookup, test_order_and_provinces);
    suite_add_tcase(suite, lookup);
    tcase_add_unchecked_fixture(focus, load_test_tables, NULL);
    tcase_add_loop_test(focus, test_focus, 0, (int)(sizeof(articles) / sizeof(articles[0])));
    tcase_add_test(focus, test_hint_overrides);
    tcase_add_test(focus, test_cut_tokens_do_not_count);
    tcase_add_test(focus, test_people_get_the_region_of_their_office);
    suite_add_tcase(suite, focus);
    return run_suite(suite);
}
