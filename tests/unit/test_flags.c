/* Dates that contradict each other and words that were damaged: each kind of flag, its words, the
 * fact it names and its note; and much that must not be flagged. All sentences are invented. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "base/buffer.h"
#include "extract/extract.h"
#include "intake_fixture.h"
#include "support.h"

/* A text as the "text" of a record, with the other fields given in JSON. */
static struct text record(const char *fields, const char *text, struct buffer *out) {
    buffer_clear(out);
    buffer_string(out, "{");
    buffer_string(out, fields);
    buffer_string(out, *fields ? ",\"text\":\"" : "\"text\":\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buffer_char(out, '\\');
        if (*text == '\n')
            buffer_string(out, "\\n");
        else
            buffer_char(out, *text);
    }
    buffer_string(out, "\"}");
    return buffer_view(out);
}

static bool is_looked_at(enum flag_kind kind) {
    return kind == FLAG_DATE_CONFLICT || kind == FLAG_LOST_NEGATION || kind == FLAG_GARBLED ||
           kind == FLAG_UNBALANCED_QUOTE || kind == FLAG_TRUNCATED;
}

/* "kind [words] fact's letter: note; ..." */
static void print(const struct facts *facts, struct buffer *out) {
    buffer_clear(out);
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        if (!is_looked_at(flag->kind))
            continue;
        buffer_printf(out, "%s%s [", out->size ? "; " : "", flag_kind_name(flag->kind));
        buffer_text(out, text_slice(facts->text, flag->span));
        buffer_printf(out, "] %c: ", flag->fact.size ? flag->fact.data[0] : '-');
        buffer_text(out, flag->note);
    }
    buffer_char(out, '\0');
}

static void check(const char *fields, const char *text, const char *expected) {
    struct buffer bytes = {0}, out = {0};
    struct arena arena = {0};
    struct facts facts;
    const struct article *article = fixture_article(record(fields, text, &bytes));
    extract_facts(article, test_tables(), &arena, &facts);
    print(&facts, &out);
    ck_assert_msg(strcmp(out.data, expected) == 0, "%s\n  got:      %s\n  expected: %s", text,
                  out.data, expected);
    buffer_free(&bytes);
    buffer_free(&out);
    arena_free(&arena);
}

#define AUGUST "\"published\":\"2024-08-06\""
#define TITLED "\"title\":\"Lurah Meninjau Balai Warga\",\"published\":\"2024-08-06\""

static const struct {
    const char *fields, *text, *flags;
} dates[] = {
    /* weekday and day */
    {AUGUST, "Rapat digelar di balai desa, Senin (5/8/2024).", ""},
    {AUGUST, "Rapat digelar di balai desa, Rabu (5/8/2024).",
     "date_conflict [Rabu (5/8/2024)] -: the text says Wednesday, but 2024-08-05 was a Monday"},
    {AUGUST, "Rapat digelar di balai desa, Rabu (5/8).",
     "date_conflict [Rabu (5/8)] -: the text says Wednesday, but 2024-08-05 was a Monday"},
    {AUGUST,
     "Rapat digelar di balai desa, Ahad (4/8/2024). Apel digelar Jum'at (2/8) dan "
     "Minggu, 4 Agustus 2024.",
     ""},
    {AUGUST, "Rapat digelar di balai desa, Ahad, 3 Agustus 2024.",
     "date_conflict [Ahad, 3 Agustus 2024] -: the text says Sunday, but 2024-08-03 was a Saturday"},
    {AUGUST, "Rapat digelar di balai desa, Jum'at, 3 Agustus 2024.",
     "date_conflict [Jum'at, 3 Agustus 2024] -: the text says Friday, but 2024-08-03 was a "
     "Saturday"},
    {AUGUST, "Rapat digelar di balai desa, Monday, August 5, 2024.", ""},
    {AUGUST, "Rapat digelar di balai desa, Friday, August 2, 2024.", ""},
    {AUGUST, "Rapat digelar di balai desa, Friday, August 3, 2024.",
     "date_conflict [Friday, August 3, 2024] -: the text says Friday, but 2024-08-03 was a "
     "Saturday"},
    /* the night before, two days, spans, weeks */
    {AUGUST, "Pentas dibuka pada malam Minggu (3/8/2024).", ""},
    {AUGUST, "Lomba digelar Sabtu dan Minggu (3/8 dan 4/8).", ""},
    {AUGUST, "Lomba digelar Sabtu-Minggu (3-4/8/2024).", ""},
    {AUGUST, "Sudah tiga minggu (5/8/2024) warga menunggu.", ""},
    /* with what it is taken for */
    {AUGUST, "\"Kami siap,\" kata Camat Sukaraja Beni Hartono, Senin (5/7/2024).",
     "date_conflict [Senin (5/7/2024)] q: the text says Monday, but 2024-07-05 was a Friday; read "
     "as 2024-08-05"},
    {AUGUST, "Rapat digelar di balai desa, Senin (5/8/224).",
     "date_conflict [Senin (5/8/224)] -: the year cannot be right; read as 2024-08-05"},
    /* no such day */
    {AUGUST, "Lomba digelar pada 31 April 2024 di alun-alun.",
     "date_conflict [31 April 2024] -: there is no such day in the calendar"},
    {AUGUST, "Lomba digelar pada 30 Februari di alun-alun.",
     "date_conflict [30 Februari] -: there is no such day in the calendar"},
    {AUGUST, "Lomba digelar pada 29 Februari 2023 di alun-alun.",
     "date_conflict [29 Februari 2023] -: there is no such day in the calendar"},
    {AUGUST, "Lomba digelar pada 29 Februari lalu di alun-alun.", ""},
    {AUGUST, "Lomba berlangsung 31 Juli sampai 4 Agustus 2024.", ""},
    /* reported as past, and not yet published */
    {AUGUST, "\"Kami siap,\" kata Camat Sukaraja Beni Hartono, Senin (12/8/2024).",
     "date_conflict [Senin (12/8/2024)] q: reported as past on 2024-08-12, but published on "
     "2024-08-06"},
    {AUGUST, "\"Kami siap,\" kata Camat Sukaraja Beni Hartono, Senin (12/8).",
     "date_conflict [Senin (12/8)] q: reported as past on 2024-08-12, but published on 2024-08-06"},
    {AUGUST, "\"Kami siap,\" kata Camat Sukaraja Beni Hartono, Rabu (7/8/2024).", ""},
    {AUGUST, "Jembatan itu roboh pada 19 Agustus 2024 lalu.",
     "date_conflict [19 Agustus 2024] -: reported as past on 2024-08-19, but published on "
     "2024-08-06"},
    {AUGUST,
     "Lomba akan digelar Senin, 12 Agustus 2024. Pemungutan suara berlangsung 27 November "
     "2024 mendatang.",
     ""},
    {AUGUST, "\"Kami siap,\" kata Beni. Rapat kerja dijadwalkan pada Senin (12/8/2024).", ""},
    {AUGUST, "Sebelumnya, gempa terjadi pada Kamis, 7 Agustus 2014.", ""},
    /* the year of another January */
    {"\"published\":\"2024-01-06\"",
     "\"Kami siap,\" kata Camat Sukaraja Beni Hartono di Sukaraja, 5 Januari 2023.",
     "date_conflict [5 Januari 2023] q: the text says 2023-01-05, but published on 2024-01-06"},
    {"\"published\":\"2024-01-06\"", "Gedung itu diresmikan pada 5 Januari 2023.", ""},
    /* the page's date line */
    {"",
     "Kamis, Maret 28, 2024\nBerandaDaerahPolitik\n\nBupati Meninjau Balai Desa\n\nWONOGIRI – "
     "Bupati Wonogiri Joko Prasetyo meninjau balai desa, Selasa (5/7/22).",
     "date_conflict [Kamis, Maret 28, 2024] -: the page's date is 2024-03-28, the event's "
     "2022-07-05"},
    {"",
     "Kamis, Maret 28, 2024\nBerandaDaerahPolitik\n\nBupati Meninjau Balai Desa\n\nWONOGIRI – "
     "Bupati Wonogiri Joko Prasetyo meninjau balai desa, Selasa (26/3/2024).",
     ""},
    /* the address */
    {TITLED ",\"url\":\"https://kabar.example/2024/08/05/balai/\"", "Lurah meninjau balai warga.",
     ""},
    {TITLED ",\"url\":\"https://kabar.example/2024/07/05/balai/\"", "Lurah meninjau balai warga.",
     "date_conflict [] -: the address says 2024-07-05, but published on 2024-08-06"},
    {TITLED ",\"url\":\"https://kabar.example/2024/13/balai/\"", "Lurah meninjau balai warga.", ""},
    {"\"url\":\"https://kabar.example/2024/08/05/balai/\"",
     "Lurah meninjau balai warga, Kamis (8/8/2024).",
     "date_conflict [Kamis (8/8/2024)] -: the address says 2024-08-05, the event is on "
     "2024-08-08"},
    /* the copyright */
    {"",
     "Lurah Cempaka meninjau balai warga di Cempaka, Senin (5/8/2024).\nCOPYRIGHT © KABAR "
     "Cempaka 2023",
     "date_conflict [COPYRIGHT © KABAR Cempaka 2023] -: copyright of 2023, but the event was on "
     "2024-08-05"},
    {"",
     "Lurah Cempaka meninjau balai warga di Cempaka, Senin (5/8/2024).\nCOPYRIGHT © KABAR "
     "Cempaka 2019-2024",
     ""},
    {"",
     "Lurah Cempaka meninjau balai warga di Cempaka, Senin (30/12/2024).\nCOPYRIGHT © KABAR "
     "Cempaka 2025",
     ""},
    {AUGUST,
     "Lurah Cempaka meninjau balai warga di Cempaka, Senin (5/8/2024).\nCOPYRIGHT © KABAR "
     "Cempaka 2019",
     ""},
    /* elections of this year */
    {"",
     "\"Tahun ini ada dua hajatan, yaitu pilpres dan pilkada,\" kata Lurah Cempaka Rahmat "
     "Hidayat.\nCOPYRIGHT © KABAR Cempaka 2023",
     "date_conflict [Tahun ini ada dua hajatan, yaitu pilpres dan pilkada] q: elections \"this "
     "year\" that were all in 2024, but copyright of 2023"},
    {AUGUST, "Tahun ini ada dua hajatan, yaitu pilpres dan pilkada.", ""},
    {"\"published\":\"2023-08-06\"", "Tahun ini tahapan pilpres, pileg, dan pilkada dimulai.", ""},
    {"\"published\":\"2023-08-06\"", "Tahun ini pilkada ramai dibahas.", ""},
    {"\"published\":\"2019-02-06\"", "Tahun ini warga memilih dalam pilpres dan pileg.", ""},
};

START_TEST(test_dates) { check(dates[_i].fields, dates[_i].text, dates[_i].flags); }
END_TEST

#define WISH "wishes for what nobody wishes for: a negation seems to be lost or added"

static const struct {
    const char *text, *flags;
} words[] = {
    /* wishes that cannot be meant */
    {"Harapannya, ASN di Cempaka ini ada yang tidak netral.",
     "lost_negation [Harapannya, ASN di Cempaka ini ada yang tidak netral.] -: " WISH},
    {"Lurah Cempaka Rahmat Hidayat berharap ada yang melanggar aturan.",
     "lost_negation [Lurah Cempaka Rahmat Hidayat berharap ada yang melanggar aturan.] a: " WISH},
    {"Lurah Cempaka Rahmat Hidayat meminta pegawai agar tidak netral.",
     "lost_negation [Lurah Cempaka Rahmat Hidayat meminta pegawai agar tidak netral.] a: " WISH},
    {"Lurah Cempaka Rahmat Hidayat meminta pegawai tidak netral dalam pemilihan.",
     "lost_negation [Lurah Cempaka Rahmat Hidayat meminta pegawai tidak netral dalam pemilihan.] "
     "a: " WISH},
    {"Lurah Cempaka Rahmat Hidayat berharap tidak ada yang melanggar aturan.", ""},
    {"Harapannya, jangan ada yang tidak netral.", ""},
    {"Lurah Cempaka Rahmat Hidayat meminta warga melapor jika ada yang tidak netral.", ""},
    {"Lurah Cempaka Rahmat Hidayat berharap warga melapor apabila ada yang melanggar.", ""},
    {"Lurah Cempaka Rahmat Hidayat meminta pegawai tidak netral ditindak.", ""},
    {"Lurah Cempaka Rahmat Hidayat meminta pegawai yang tidak netral dibina.", ""},
    {"Lurah Cempaka Rahmat Hidayat mengingatkan sanksi bagi pegawai tidak netral.", ""},
    {"Lurah Cempaka Rahmat Hidayat berharap ada yang membantu warga.", ""},
    {"Lurah Cempaka Rahmat Hidayat meminta pegawai tidak terlibat politik.", ""},
    /* damage */
    {"Lurah meresmikan kafÃ© milik warga itu.", "garbled [Ã©] -: letters of a wrong encoding"},
    {"Lurah meresmikan â€œbalaiâ€\xC2\x9D milik warga itu.",
     "garbled [â€œbalaiâ€\xC2\x9D] -: letters of a wrong encoding"},
    {"Lurah meresmikan ba\xEF\xBF\xBDlai milik warga.", "garbled [\xEF\xBF\xBD] -: letters of a "
                                                        "wrong encoding"},
    {"\"Jaga net\xEF\xBF\xBDralitas kita,\" kata Lurah Cempaka Rahmat Hidayat.",
     "garbled [\xEF\xBF\xBD] q: letters of a wrong encoding"},
    {"Lurah meresmikan balai <span class=x>milik</span> warga.",
     "garbled [<span class=x>milik</] -: markup or script"},
    {"Lurah meresmikan balai function(){ milik warga.", "garbled [){] -: markup or script"},
    {"Lurah meresmikan sdkjfhg milik warga.", "garbled [sdkjfhg] -: letters without a word"},
    {"Lurah meresmikan balaiyangsudahlamadinantikanolehsemuawargadisana itu.",
     "garbled [balaiyangsudahlamadinantikanolehsemuawargadisana] -: words stuck together, or coded "
     "data"},
    {"Lurah meresmikan balai balai balai milik warga.",
     "garbled [balai balai balai] -: the same word again and again"},
    {"Lurah meresmikan b a l a i milik warga.", "garbled [b a l a i] -: single letters"},
    {"Lurah membuka apel Jum?at pagi.", "garbled [?] -: letters of a wrong encoding"},
    {"Lurah Émile meresmikan Café «Ñandú» di São Paulo, 25° LS, 3×4 meter.", ""},
    {"Wkwkwk, dgn hmmmm tsb, ujar warga bernama Schmidt, lihat "
     "https://kabar.example/xkcdfghj/7bX9qLmZ2kTtVwYpQrStUvWxYz0123456789AbCd.",
     ""},
    {"Usaha pertanggungjawabannya dipertanggungjawabkannya, ketidakbertanggungjawaban itu.", ""},
    {"Benar? Apa? Ya, a b c, x < y dan y > z.", ""},
    {"Anak-anak pelan-pelan pulang, lagi dan lagi, satu satu.", ""},
    /* what breaks off */
    {"Lurah meresmikan balai.\nWarga yang datang sejak pagi membawa makanan dan",
     "truncated [Warga yang datang sejak pagi membawa makanan dan] -: breaks off after \"dan\""},
    {"Lurah meresmikan balai.\nWarga yang datang sejak pagi membawa makanan...",
     "truncated [Warga yang datang sejak pagi membawa makanan...] -: breaks off after \"...\""},
    {"Lurah meresmikan balai.\nWarga yang datang sejak pagi membawa makanan [...]\nBaca "
     "selengkapnya di sini",
     "truncated [Warga yang datang sejak pagi membawa makanan [...] -: breaks off after \"...\""},
    {"\"Kami minta semua pegawai di sini untuk,\" kata Lurah Cempaka Rahmat Hidayat.",
     "truncated [Kami minta semua pegawai di sini untuk] q: breaks off after \"untuk\""},
    {"Lurah meresmikan balai.\nWarga yang datang sejak pagi membawa makanan dari rumah", ""},
    {"Lurah meresmikan balai.\nAyo, semangat dan...", ""},
    {"\"Saya tidak tahu apakah mereka netral atau tidak,\" kata Lurah Cempaka Rahmat Hidayat.", ""},
    {"\"Kami... ya, kami siap menjaga balai ini...\" kata Lurah Cempaka Rahmat Hidayat.", ""},
    /* marks without partner */
    {"\"Kami siap menjaga balai itu, kata Lurah Cempaka Rahmat Hidayat.",
     "unbalanced_quote [\"] q: the closing mark is lost: the words may end elsewhere"},
    {"Kami siap menjaga balai itu,\" kata Lurah Cempaka Rahmat Hidayat.",
     "unbalanced_quote [\"] q: the opening mark is lost: the words may begin elsewhere"},
    {"Ia membeli televisi 43\" untuk balai warga.", ""},
    {"Aturan itu berbunyi,\" Setiap warga menjaga balai\".", ""},
};

START_TEST(test_words) { check("", words[_i].text, words[_i].flags); }
END_TEST

/* Damage outside the facts is told once an article. */
START_TEST(test_idle) {
    check("", "Lurah meresmikan ba\xEF\xBF\xBDlai. Warga membawa ma\xEF\xBF\xBDkanan ke sana.",
          "garbled [\xEF\xBF\xBD] -: letters of a wrong encoding");
}
END_TEST

/* What is printed with a mark: an advisory in a quotation whose end is lost, not the sentence
 * behind it; and of a lost wish, that it is none. */
START_TEST(test_damage) {
    struct buffer bytes = {0};
    struct arena arena = {0};
    struct facts facts;
    const char *text =
        "\"Semua ASN harus netral dalam pilkada, kata Lurah Cempaka Rahmat Hidayat.\n\n"
        "\"ASN dilarang ikut kampanye,\" kata Rahmat.";
    extract_facts(fixture_article(record("", text, &bytes)), test_tables(), &arena, &facts);
    ck_assert_uint_eq(facts.quote_count, 2);
    ck_assert_uint_eq(facts.advisory_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct flag *quote = facts_damage(&facts, facts.quotes[i].span);
        const struct flag *advisory = facts_damage(&facts, facts.advisories[i].span);
        ck_assert((quote != NULL) == (i == 0) && (advisory != NULL) == (i == 0));
        ck_assert(!quote || quote->kind == FLAG_UNBALANCED_QUOTE);
        ck_assert(!advisory_is_lost(&facts, i));
    }
    text = "Lurah Cempaka Rahmat Hidayat meminta ASN tidak netral dalam pilkada.";
    extract_facts(fixture_article(record("", text, &bytes)), test_tables(), &arena, &facts);
    ck_assert_uint_eq(facts.advisory_count, 1);
    ck_assert(advisory_is_lost(&facts, 0));
    buffer_free(&bytes);
    arena_free(&arena);
}
END_TEST

/* Hostile input takes linear time: half a MiB of each in a moment. */
static const char *const floods[] = {
    "\"a Ã© ",         "<p <a ",          "Rabu (5/8/2024) ", "tahun ini pilpres pileg pilkada ",
    "harap ada yang ", "dan dan dan. \n", "© 2024 ",          "\" kata Budi, Senin (12/8/2034). "};

START_TEST(test_flood) {
    struct arena arena = {0};
    struct buffer text = {0}, bytes = {0};
    struct facts facts;
    while (text.size < 1u << 19)
        buffer_string(&text, floods[_i]);
    buffer_char(&text, '\0');
    extract_facts(fixture_article(record(AUGUST, text.data, &bytes)), test_tables(), &arena,
                  &facts);
    ck_assert_uint_gt(facts.text.size, 1u << 18);
    buffer_free(&text);
    buffer_free(&bytes);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("flags");
    TCase *tcase = tcase_create("flags");
    tcase_add_unchecked_fixture(tcase, load_test_tables, NULL);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, test_dates, 0, (int)(sizeof dates / sizeof dates[0]));
    tcase_add_loop_test(tcase, test_words, 0, (int)(sizeof words / sizeof words[0]));
    tcase_add_test(tcase, test_idle);
    tcase_add_test(tcase, test_damage);
    tcase_add_loop_test(tcase, test_flood, 0, (int)(sizeof floods / sizeof floods[0]));
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
