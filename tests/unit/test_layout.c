/* The briefing from a finished month: what it must say, for the nation, a province, a region, a
 * place without news, in both languages. */
#include <config.h>

#include <check.h>

#include "briefing_fixture.h"
#include "layout_fixture.h"
#include "support.h"

#define PEOPLE                                                                                     \
    "{\"id\":0,\"name\":\"Sari Wulandari\",\"honorifics\":\"\",\"position\":\"Kepala BKPSDM "      \
    "Belitung Timur\",\"institution\":null,"                                                       \
    "\"region\":\"19.06\",\"kind\":\"person\",\"mentions\":[[0,4]]}"
#define QUOTE                                                                                      \
    "{\"fid\":\"q-000001\",\"start\":0,\"end\":9,\"text\":\"Kami minta semua pegawai menjaga "     \
    "jarak dari urusan calon\",\"speaker\":0,"                                                     \
    "\"cue\":null,\"repeats\":[],\"confidence\":0.9,\"rule\":\"r\"}"
#define STRAY                                                                                      \
    "{\"fid\":\"q-000002\",\"start\":10,\"end\":19,\"text\":\"Siapa pun tahu "                     \
    "itu\",\"speaker\":null,\"cue\":null,\"repeats\":[],"                                          \
    "\"confidence\":0.9,\"rule\":\"r\"}"
#define CITATION                                                                                   \
    "{\"fid\":\"c-000001\",\"start\":20,\"end\":29,\"text\":\"PP "                                 \
    "94\",\"type\":\"PP\",\"number\":\"94\",\"year\":2001,\"pinpoint\":\"Pasal 5\","               \
    "\"resolved\":null,\"title\":null,\"status\":\"impossible\",\"since\":null,\"replaced_by\":"   \
    "null,\"suggestion\":\"PP 94/2021\","                                                          \
    "\"confidence\":1.0,\"rule\":\"r\"}"
#define ADVISORY_AT(fid, start, text)                                                              \
    "{\"fid\":\"" fid "\",\"start\":" #start "0,\"end\":" #start "9,\"text\":\"" text              \
    "\",\"type\":\"imbauan\",\"topics\":[],\"addressee\":null,\"speaker\":null,"                   \
    "\"confidence\":0.8,\"rule\":\"r\"}"
#define ADVISORY(fid, type, text)                                                                  \
    "{\"fid\":\"" fid "\",\"start\":30,\"end\":39,\"text\":\"" text "\",\"type\":\"" type          \
    "\",\"topics\":[],\"addressee\":\"ASN\",\"speaker\":0,"                                        \
    "\"confidence\":0.8,\"rule\":\"r\"}"

/* In force, but for a punishment that it does not list; and one that nobody can look up. */
#define CITATIONS_FLAGGED                                                                          \
    "{\"fid\":\"c-000002\",\"start\":40,\"end\":49,\"text\":\"PP "                                 \
    "5\",\"type\":\"PP\",\"number\":\"5\",\"year\":2001,\"pinpoint\":null,"                        \
    "\"resolved\":null,\"title\":\"Contoh\",\"status\":\"in_force\",\"since\":null,"               \
    "\"replaced_by\":null,\"suggestion\":null,\"confidence\":1.0,\"rule\":\"r\",\"sentence\":{"    \
    "\"start\":35,\"end\":60,\"text\":\"“Hukuman PP 5 menunggu,” katanya.\"}},"                \
    "{\"fid\":\"c-000003\",\"start\":60,\"end\":69,\"text\":\"Surat Edaran "                       \
    "Bupati\",\"type\":\"SE\",\"number\":null,\"year\":null,\"pinpoint\":null,"                    \
    "\"resolved\":null,\"title\":null,\"status\":\"unknown\",\"since\":null,"                      \
    "\"replaced_by\":null,\"suggestion\":null,\"confidence\":1.0,\"rule\":\"r\",\"sentence\":{"    \
    "\"start\":55,\"end\":75,\"text\":\"Itu diatur di sini,” ujarnya.\"}}"

static const struct sample samples[] = {
    {.id = "a",
     .title = "Pegawai diminta netral",
     .publisher = "Kabar Uji",
     .published = "2024-08-05",
     .event_date = "2024-08-05",
     .scope = "regency",
     .region = "19.06",
     .people = PEOPLE,
     .quotes = QUOTE "," STRAY,
     .citations = CITATION,
     .advisories = ADVISORY("a-000001", "larangan", "Pegawai dilarang ikut kampanye.") "," ADVISORY(
         "a-000002", "imbauan", "Pegawai diimbau bijak."),
     .flags = "{\"kind\":\"unbalanced_quote\",\"start\":0,\"end\":9,\"note\":\"\",\"fact\":\"q-"
              "000001\"}"},
    {.id = "b",
     .title = "Gubernur berpesan",
     .publisher = "Suara Contoh",
     .published = "2024-08-07",
     .event_date = "2024-08-07",
     .scope = "province",
     .region = "19",
     .people = PEOPLE,
     .advisories = ADVISORY("a-000003", "imbauan", "Warga diimbau tenang.")},
    {.id = "c",
     .title = "Menteri bicara",
     .publisher = "Kabar Uji",
     .published = "2024-08-09",
     .event_date = "2024-08-09",
     .scope = "national",
     .also = "\"16.71\",\"19.06\"",
     .citations = CITATIONS_FLAGGED,
     .flags = "{\"kind\":\"sanction_mismatch\",\"start\":40,\"end\":49,\"note\":\"\",\"fact\":\"c-"
              "000002\"}"},
    {.id = "i",
     .title = "Halaman berbayar",
     .published = "2024-08-09",
     .event_date = "2024-08-09",
     .scope = "regency",
     .region = "19.06",
     .quotes = STRAY,
     .advisories = ADVISORY_AT("a-000005", 3, "Pegawai harus tertib.") "," //
     ADVISORY_AT("a-000006", 7, "Semoga ada yang memihak."),
     .flags = "{\"kind\":\"advertorial\",\"note\":\"\",\"fact\":null},"
              "{\"kind\":\"lost_negation\",\"start\":70,\"end\":79,\"note\":\"\",\"fact\":\"a-"
              "000006\"}"},
    {.id = "j",
     .title = "Resep kue",
     .published = "2024-08-09",
     .event_date = "2024-08-09",
     .scope = "regency",
     .region = "19.06",
     .flags = "{\"kind\":\"off_topic\",\"note\":\"\",\"fact\":null}"},
    {.id = "k", .title = "", .scope = "regency", .region = "19.06", .quotes = STRAY},
    {.id = "berkas/tanpa-isi", .title = "", .scope = "regency", .region = "19.06"},
    {.id = "h",
     .title = "Menteri berharap",
     .published = "2024-08-09",
     .event_date = "2024-08-09",
     .scope = "national",
     .people = PEOPLE,
     .advisories = ADVISORY("a-000004", "imbauan", "Harapannya ada yang tidak netral."),
     .flags = "{\"kind\":\"lost_negation\",\"start\":30,\"end\":39,\"note\":\"\",\"fact\":\"a-"
              "000004\"}"},
    {.id = "d",
     .title = "Entah di mana",
     .published = "2024-08-10",
     .event_date = "2024-08-10",
     .scope = "unknown"},
    {.id = "e",
     .title = "Bulan lalu",
     .published = "2024-07-10",
     .event_date = "2024-07-10",
     .scope = "regency",
     .region = "19.06"},
    {.id = "f", .title = "Kapan ini", .scope = "regency", .region = "19.06"},
    {.id = "g",
     .title = "Kota lain \xF0\x9F\x98\x80",
     .published = "2024-08-11",
     .event_date = "2024-08-11",
     .scope = "regency",
     .region = "32.71"},
};

/* Every expectation: which edition, in which language, and what must (or, with a leading '!', must
 * not) stand there. */
static const struct {
    const char *template, *region, *words;
} expectations[] = {
    {"id", "", "Pejabat menyampaikan 3 arahan, terbanyak imbauan"},
    {"id", "", "Pegawai dilarang ikut kampanye. "},
    {"id", "", "Kepala BKPSDM"},
    {"id", "", "5 Agu 2024"},
    {"id", "", "[1]"},
    {"id", "", "Wilayah belum diketahui"},
    {"id", "", "Berita nasional"},
    {"id", "", "Kapan ini"},
    {"id", "", "tanpa tanggal"},
    {"id", "", "Bulan lalu"},
    {"id", "", "Entah di mana"},
    {"id", "", "Periksa: tanda kutip tidak lengkap"},
    {"id", "", "[!]"},
    {"id", "", "kata “tidak” mungkin hilang : “Harapannya ada yang tidak netral.”"},
    {"id", "", "![!]\xC2\xA0 Harapannya"}, /* it is no appeal */
    {"id", "", "Siapa pun tahu itu"},
    {"id", "", "2 kabupaten/kota di 2 provinsi, Agustus 2024; pejabat di 1 kabupaten/kota menyam"},
    {"id", "", "2 perlu diperiksa, 1 belum diketahui statusnya"},
    {"id", "", "Periksa: sanksi tidak tercantum dalam peraturan itu"},
    {"id", "", "SE, tanpa nomor “Surat Edaran Bupati”"},
    {"id", "", "[!] “Hukuman PP 5 menunggu,” katanya. Periksa: sanksi"},
    {"id", "", "!““"},
    {"id", "", "“Itu diatur di sini,” ujarnya. c-000003"},
    {"id", "", "!judul tidak ada dalam register"},
    {"id", "", "Pegawai harus tertib."},
    {"id", "", "!Semoga ada yang memihak."}, /* in an advertorial neither */
    {"id", "", "!Dimuat utuh di atas: q-000002"},
    {"id", "", "(tanpa judul) Siapa pun tahu itu"},
    {"id", "", "(tanpa judul) berkas/tanpa-isi"},
    {"id", "", "Resep kue"},
    {"id", "19", "Resep kue"},
    {"id", "19.06", "Resep kue"},
    {"id", "32", "!Resep kue"},
    {"en", "", "(untitled) Siapa pun tahu itu"},
    {"en", "", "SE, without number “Surat Edaran Bupati”"},
    {"en", "", "2 need checking, 1 of unknown status"},
    {"en", "",
     "2 regencies and cities in 2 provinces, August 2024; officials in 1 regency or city"},
    {"id", "", "penutur"},
    {"id", "", "PP 94/2001"},
    {"id", "", "nomor tidak pernah ada"},
    {"id", "", "mungkin PP 94/2021"},
    {"id", "", "Catatan dibaca  9 "},
    {"id", "", "No. 08/2024 · 1 September 2024"},
    {"id", "", "Kota lain [?]"},
    {"id", "", "2 karakter"},
    {"id", "19", "Gubernur berpesan"},
    {"id", "19", "Pegawai dilarang"},
    {"id", "19", "!Kota lain"},
    {"id", "", "juga menyangkut daerah ini: [3]"},
    {"id", "", "!16.71"}, /* a place with references only has no chapter of the nation's */
    {"id", "16", "16.71"},
    {"id", "19", "juga menyangkut daerah ini [3] Menteri bicara"},
    {"id", "19", "!Menteri berharap"},
    {"id", "19", "!Kapan ini"},
    {"id", "19.06", "Pegawai dilarang"},
    {"id", "19.06", "2 arahan pejabat di"},
    {"id", "19.06", "!Gubernur berpesan"},
    {"id", "19.06", "Daftar sumber"},
    {"id", "64", "Tidak ada berita tentang Kalimantan Timur dalam periode ini."},
    {"en", "", "Officials issued 3 advisories, mostly appeals"},
    {"en", "", "Check: quotation marks incomplete"},
    {"en", "", "no date"},
    {"en", "", "No. 08/2024 · 1 September 2024"},
    {"en", "19.06", "2 advisories by officials in"},
};

static struct arena words_arena;
static void lay_out(const char *name, const char *region, bool reviewed, mpt shorter,
                    struct pages *pages) {
    const struct briefing_case with = {.template = name,
                                       BRIEFING_SAMPLES(samples),
                                       .reviewed = reviewed,
                                       .shorter = shorter,
                                       .options = {.region = text_of(region),
                                                   .region_name = TEXT("Kalimantan Timur"),
                                                   .program = TEXT("taklimat 0"),
                                                   .read = 9,
                                                   .accepted = 7,
                                                   .rejected = 2}};
    briefing_lay_out(&with, pages);
}

START_TEST(says_what_it_must) {
    struct pages pages;
    const char *wanted = expectations[_i].words;
    lay_out(expectations[_i].template, expectations[_i].region, false, 0, &pages);
    struct buffer words = fixture_squeezed(&pages);
    bool absent = *wanted == '!';
    char pattern[200];
    size_t size = 0;
    for (const char *c = wanted + absent; *c; c++)
        if (*c != ' ' || size == 0 || pattern[size - 1] != ' ')
            pattern[size++] = *c;
    pattern[size] = '\0';
    ck_assert_msg(fixture_contains(&words, pattern) != absent, "'%s'", wanted);
    ck_assert(text_is(pages.language, expectations[_i].template));
    buffer_free(&words);
    pages_free(&pages);
}
END_TEST

/* Each source number leads to its entry, each entry with an address out; the outline leads to
 * chapters. */
START_TEST(leads_back_to_the_source) {
    struct pages pages;
    size_t inside = 0;
    lay_out("id", "", false, 0, &pages);
    for (size_t p = 0; p < pages.count; p++)
        for (size_t i = 0; i < pages.at[p].item_count; i++) {
            const struct item *item = &pages.at[p].items[i];
            if (item->kind != ITEM_LINK || item->of.link.uri.size)
                continue;
            inside++;
            ck_assert_uint_lt(item->of.link.destination, pages.destination_count);
            ck_assert_int_gt(pages.destinations[item->of.link.destination].y, 0);
            ck_assert_int_gt(item->of.link.width, 0);
        }
    ck_assert_uint_ge(inside, 20);
    ck_assert_uint_ge(pages.outline_count, 8);
    ck_assert_uint_eq(pages.replaced, 2); /* the emoji, in the chapter and in the list */
    pages_free(&pages);
}
END_TEST

/* The last number on the front page, of the box's last line: the page it leads to. */
static size_t page_named(const struct page *front, size_t *destination) {
    size_t number = 0;
    for (size_t i = 0; i < front->item_count; i++) {
        const struct item *item = &front->items[i];
        if (item->kind == ITEM_TEXT && item->role == ROLE_CONTENTS && item->of.text.text.size)
            number = (size_t)strtoul(arena_cstring(&words_arena, item->of.text.text), NULL, 10);
        if (item->kind == ITEM_LINK && item->role == ROLE_CONTENTS)
            *destination = item->of.link.destination;
    }
    return number;
}

/* What weighs most stands first and leads to the review section; what does not fit is counted, with
 * the page where it stands. */
START_TEST(box_of_concerns) {
    struct pages pages;
    lay_out("id", "", true, 250000, &pages);
    struct buffer words = fixture_squeezed(&pages);
    size_t box = text_find(buffer_view(&words), 0, TEXT("Perlu diperiksa ")), destination = 0;
    size_t first = text_find(buffer_view(&words), box, TEXT("2 kata “tidak” mungkin hilang 1 "));
    ck_assert_uint_eq(first, box + strlen("Perlu diperiksa "));
    ck_assert(fixture_contains(&words, "lagi, hlm."));
    size_t page = page_named(&pages.at[0], &destination);
    ck_assert_uint_gt(page, 1);
    ck_assert_uint_eq(page, pages.destinations[destination].page + 1);
    size_t leading = 0;
    for (size_t i = 0; i < pages.at[0].item_count; i++) {
        const struct item *item = &pages.at[0].items[i];
        leading += item->kind == ITEM_LINK && item->of.link.destination == destination;
    }
    ck_assert_uint_ge(leading, 3); /* each line of the box */
    buffer_free(&words);
    pages_free(&pages);
    arena_free(&words_arena);
}
END_TEST

/* A place's review list is about its own stories, not about those it only refers to. */
START_TEST(review_of_a_place) {
    for (int i = 0; i < 2; i++) {
        struct pages pages;
        lay_out("id", i ? "19" : "", true, 0, &pages);
        struct buffer words = fixture_squeezed(&pages);
        ck_assert(fixture_contains(&words, "Yang perlu diperiksa Fakta"));
        ck_assert(fixture_contains(&words, "review.csv") == !i);
        ck_assert(fixture_contains(&words, "! Sanksi tidak tercantum dalam peraturan") == !i);
        buffer_free(&words);
        pages_free(&pages);
    }
}
END_TEST

/* A month of its own, laid out for the nation; the caller frees the words. */
static struct buffer words_of_month(const struct sample *month, size_t count, size_t pages_most) {
    struct period period = {.from = date_make(2024, 8, 1), .until = date_make(2024, 9, 1)};
    struct summary summary;
    struct finished finished;
    struct pages pages;
    struct error error = {0};
    struct template *template = fixture_template("id");
    struct measure measure = fixture_measure();
    struct briefing_options options = {.region = TEXT("")};
    summary_init(&summary, period, TEXT("1"), TEXT("00"));
    for (size_t i = 0; i < count; i++)
        sample_add(&summary, &month[i]);
    summary_seal(&summary);
    finish(&summary, NULL, &finished);
    ck_assert(layout_briefing(&finished, template, &measure, &options, &pages, &error));
    fixture_open(&pages);
    pages.count = pages.count < pages_most ? pages.count : pages_most;
    struct buffer words = fixture_squeezed(&pages);
    pages_free(&pages);
    template_free(template);
    finished_free(&finished);
    summary_free(&summary);
    return words;
}

/* What two articles report in the same words stands among the highlights once. */
START_TEST(highlights_say_it_once) {
    const char *said = "Warga diimbau tenang dan tidak panik menghadapi banjir.";
    char advisory[400];
    snprintf(advisory, sizeof advisory, ADVISORY("a-000001", "imbauan", "%s"), said);
    struct sample month[2] = {{.id = "m",
                               .published = "2024-08-05",
                               .scope = "regency",
                               .region = "19.06",
                               .people = PEOPLE,
                               .advisories = advisory}};
    month[1] = month[0];
    month[1].id = "n";
    month[1].region = "32.71";
    struct buffer words = words_of_month(month, 2, 1);
    size_t first = text_find(buffer_view(&words), 0, text_of(said));
    ck_assert_uint_lt(first, words.size);
    ck_assert_uint_eq(text_find(buffer_view(&words), first + 1, text_of(said)), words.size);
    buffer_free(&words);
}
END_TEST

/* Within a place, what the office reports on leads: an appeal about one of its topics stands before
 * a prohibition about nothing of the kind, and this before an appeal. */
START_TEST(highlights_lead_with_topics) {
    static const char *said[] = {"Pegawai diimbau tidak berpihak kepada calon mana pun.",
                                 "Mangga dilarang dipetik sebelum buahnya benar masak.",
                                 "Warga diimbau membawa bekal dari rumah masing-masing."};
    static const char form[] = "{\"fid\":\"a-00000%d\",\"start\":%d0,\"end\":%d9,\"text\":\"%s\","
                               "\"type\":\"%s\",\"topics\":[%s],\"addressee\":null,\"speaker\":0,"
                               "\"confidence\":0.8,\"rule\":\"r\"}";
    char advisories[3][400], all[1300];
    snprintf(advisories[0], 400, form, 1, 1, 1, said[2], "imbauan", "");
    snprintf(advisories[1], 400, form, 2, 2, 2, said[1], "larangan", "");
    snprintf(advisories[2], 400, form, 3, 3, 3, said[0], "imbauan", "\"netralitas\"");
    snprintf(all, sizeof all, "%s,%s,%s", advisories[0], advisories[1], advisories[2]);
    struct sample month[] = {{.id = "m",
                              .published = "2024-08-05",
                              .scope = "regency",
                              .region = "19.06",
                              .people = PEOPLE,
                              .advisories = all}};
    struct buffer words = words_of_month(month, 1, 1);
    size_t before = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t at = text_find(buffer_view(&words), 0, text_of(said[i]));
        ck_assert_uint_lt(at, words.size);
        ck_assert_uint_gt(at, before);
        before = at;
    }
    buffer_free(&words);
}
END_TEST

/* Off topic: the nearest to the topic first, and no more than a few pages of them. */
START_TEST(off_topic_by_score) {
    static char ids[130][16], flags[130][200];
    struct sample month[130];
    for (int i = 0; i < 130; i++) {
        snprintf(ids[i], sizeof ids[i], "o%03d", i);
        snprintf(flags[i], sizeof flags[i],
                 "{\"kind\":\"off_topic\",\"note\":\"\",\"fact\":null,\"code\":\"off_topic\","
                 "\"values\":[\"%d\",\"500\",\"\"]}",
                 i);
        month[i] = (struct sample){.id = ids[i],
                                   .title = ids[i],
                                   .published = "2024-08-05",
                                   .scope = "national",
                                   .flags = flags[i]};
    }
    struct buffer words = words_of_month(month, 130, SIZE_MAX);
    struct text text = buffer_view(&words);
    ck_assert_uint_lt(text_find(text, 0, TEXT("o129")), text_find(text, 0, TEXT("o128")));
    ck_assert_uint_lt(text_find(text, 0, TEXT("o100")), text_find(text, 0, TEXT("o099")));
    ck_assert(fixture_contains(&words, "o010"));
    ck_assert(!fixture_contains(&words, "o009"));
    ck_assert(fixture_contains(&words, "Masih ada 10 lagi di articles.csv."));
    buffer_free(&words);
}
END_TEST

/* Articles of other months: the first are listed, the rest counted. */
START_TEST(many_outside) {
    static char ids[45][16];
    struct sample month[45];
    for (int i = 0; i < 45; i++) {
        snprintf(ids[i], sizeof ids[i], "x%02d", i);
        month[i] = (struct sample){.id = ids[i], .published = "2024-07-10"};
    }
    struct buffer words = words_of_month(month, 45, SIZE_MAX);
    ck_assert(fixture_contains(&words, "45 artikel bertanggal di luar periode"));
    ck_assert(fixture_contains(&words, "x39"));
    ck_assert(!fixture_contains(&words, "x40"));
    ck_assert(fixture_contains(&words, "Masih ada 5 lagi di articles.csv."));
    buffer_free(&words);
}
END_TEST

START_TEST(nothing_at_all) {
    struct buffer words = words_of_month(NULL, 0, SIZE_MAX);
    ck_assert(fixture_contains(&words, "Tidak ada berita dalam periode ini"));
    buffer_free(&words);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layout");
    TCase *tests = tcase_create("layout");
    tcase_add_loop_test(tests, says_what_it_must, 0, sizeof expectations / sizeof *expectations);
    tcase_add_test(tests, leads_back_to_the_source);
    tcase_add_test(tests, box_of_concerns);
    tcase_add_test(tests, review_of_a_place);
    tcase_add_test(tests, highlights_say_it_once);
    tcase_add_test(tests, highlights_lead_with_topics);
    tcase_add_test(tests, off_topic_by_score);
    tcase_add_test(tests, many_outside);
    tcase_add_test(tests, nothing_at_all);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
