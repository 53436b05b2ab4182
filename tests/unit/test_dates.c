/* Dates: their forms, the record's own, and which of them is the day of the event. */
#include <config.h>

#include <string.h>

#include "intake_fixture.h"
#include "support.h"

static const char *iso(struct date date) {
    static char out[4][DATE_SIZE];
    static size_t turn;
    char *room = out[turn++ % 4];
    date_format(date, room);
    return room;
}

/* An article made of a date field and a text. */
static const struct article *dated(const char *field, const char *text) {
    static struct buffer record;
    buffer_clear(&record);
    if (field)
        buffer_printf(&record, "{\"date\":\"%s\",\"text\":\"%s\"}", field, text);
    else
        buffer_printf(&record, "{\"text\":\"%s\"}", text);
    return fixture_article(buffer_view(&record));
}

/* Forms of the record's own date. The text has none. */
static const struct {
    const char *field, *published;
} fields[] = {
    {"2024-03-28", "2024-03-28"},
    {"2024-03-28 15:24:51", "2024-03-28"},
    {"2024-03-28T00:00:00.000Z", "2024-03-28"},
    {"2024-03-27T17:00:00.000Z", "2024-03-28"}, /* midnight in Jakarta */
    {"2024-12-31T17:00:00Z", "2025-01-01"},
    {"2024-03-27T17:00:00+07:00", "2024-03-27"},
    {"2024-03-28T01:30:00+09:00", "2024-03-27"}, /* past midnight in Jayapura, not in Jakarta */
    {"2024-03-28 00:10:00+0800", "2024-03-27"},
    {"2024-12-31T12:00-05", "2025-01-01"},
    {"2024-03-28 00:10 +99:00", "2024-03-28"}, /* no offset */
    {"2024-03-28T16:59:59Z", "2024-03-28"},
    {"Jumat, 29 Mei 2026 22:02 WIB", "2026-05-29"},
    {"Rabu, 15 Jan 2025 | 09:12 WIB", "2025-01-15"},
    {"11 Jan 2024 20:22", "2024-01-11"},
    {"Kamis, Maret 28, 2024", "2024-03-28"},
    {"Thu, 28 Mar 2024 10:00:00 +0700", "2024-03-28"},
    {"13/04/2020", "2020-04-13"},
    {"10/21/2025 9:30", "2025-10-21"},
    {"28.12.2024", "2024-12-28"},
    {"20240328", "2024-03-28"},
    {"1711584000", "2024-03-28"},
    {"1711584000000", "2024-03-28"},
    {"Selasa, 9/12/2025", "2025-12-09"}, /* the weekday tells */
    {"12/9/2025", ""},
    {"7/7/2022", "2022-07-07"},
    {"2 jam lalu", ""},
    {"31/2/2024", ""},
    {"2024-13-01", ""},
    {"", ""},
};

START_TEST(test_field) {
    const struct article *article = dated(fields[_i].field, "Camat menyapa warga di pasar.");
    ck_assert_msg(strcmp(iso(article->published), fields[_i].published) == 0, "%s: %s",
                  fields[_i].field, iso(article->published));
}
END_TEST

/* Dates of the text: the record's date, the text, and every mention as date!, the ! for a conflict.
 */
static const struct {
    const char *field, *text, *mentions;
} forms[] = {
    {NULL, "Ia datang Kamis (7/7/22).", "2022-07-07"},
    {NULL, "Ia datang Senin (05/08/2024).", "2024-08-05"},
    {NULL, "Ia datang Rabu 29 November 2023.", "2023-11-29"},
    {NULL, "Ia datang Kamis, 23 Januari 2020.", "2020-01-23"},
    {NULL, "Ia datang Kamis, Maret 28, 2024.", "2024-03-28"},
    {NULL, "Ia datang 22 September 2022.", "2022-09-22"},
    {NULL, "Ia datang Jum'at malam (29/5/2026).", "2026-05-29"},
    {NULL, "Ia datang hari Selasa tanggal 21 November 2023.", "2023-11-21"},
    {NULL, "Pada 19-20 September 2023 ia datang.", "2023-09-19"},
    {NULL, "Data per 2025-12-03 lengkap.", "2025-12-03"},
    {"2024-01-05", "Ia datang Kamis (4/1).", "2024-01-04"},
    {"2024-01-02", "Ia datang Sabtu (30/12).", "2023-12-30"},
    {"2024-03-01", "Ia datang 5 Februari.", "2024-02-05"},
    {NULL, "Ia datang Kamis (4/1).", ""},
    {NULL, "Rapat Senin (5/8/2024) dan Rabu (7/8).", "2024-08-05 2024-08-07"},
    {"2025-01-24", "Ia datang Kamis.", "2025-01-23"},
    {NULL, "Ia datang Kamis.", ""},
    {NULL, "Dua minggu ia menunggu.", NULL},
    {NULL, "Keputusan Nomor 140/541-777/2018 dan 443.2/182/2020.", NULL},
    {NULL, "Perda 7/2023 mulai pukul 07.30 sampai 16.00 WIB.", NULL},
    {NULL, "Skor 2-1 dan nomor 12/5/2020.", NULL},
    {"2024-01-05", "Ia datang Jumat (5/1/2023).", "2024-01-05!"},
    {"2026-05-28", "Ia datang Kamis (28/6/2026).", "2026-05-28!"},
    {"2026-05-25", "Ia datang Senin (26/5/2026).", "2026-05-25!"},
    {"2026-05-24", "Ia datang Minggu (24/5/206).", "2026-05-24!"},
    {NULL, "Ia lahir 28/4/2204.", NULL},
    {NULL, "Ia datang Kamis (8/7/2022).", "2022-07-08!"},
};

START_TEST(test_form) {
    const struct article *article = dated(forms[_i].field, forms[_i].text);
    struct buffer out = {0};
    for (size_t i = 0; i < article->date_count; i++)
        buffer_printf(&out, "%s%s%s", i ? " " : "", iso(article->dates[i].date),
                      article->dates[i].conflict ? "!" : "");
    buffer_char(&out, '\0');
    ck_assert_msg(forms[_i].mentions || article->date_count == 0, "%s: %s", forms[_i].text,
                  out.data);
    ck_assert_msg(strcmp(out.data, forms[_i].mentions ? forms[_i].mentions : "") == 0, "%s: %s",
                  forms[_i].text, out.data);
    ck_assert_int_eq(strchr(out.data, '!') != NULL,
                     fixture_flags(article, FLAG_DATE_CONFLICT)[0] != '\0' ||
                         fixture_flags(article, FLAG_GARBLED)[0] != '\0');
    buffer_free(&out);
}
END_TEST

/* The event: the day of the statement, never one that is only announced, recalled, or a letter's.
 */
static const struct {
    const char *field, *text, *event;
} events[] = {
    {"2025-07-24",
     "Pelaku ditangkap pada Rabu (16/7/2025). Kami periksa, kata Kapolres Budi, Rabu (23/7/2025).",
     "2025-07-23"},
    {"2020-03-09", "Rapat akan dihelat pada Kamis (12/3/2020) mendatang.", ""},
    {"2020-06-04",
     "Aturan itu terhitung mulai Jumat (5/6/2020), menurut surat yang terbit pada 2 Juni 2020.",
     ""},
    {"2020-04-22",
     "WFH berlanjut hingga 13 Mei 2020, kata Camat Budi ketika ditemui pada Selasa (21/4/2020).",
     "2020-04-21"},
    {"2024-05-06",
     "Sebelumnya, kebakaran terjadi pada Rabu, 1 Mei 2024. Camat Budi meninjau pasar, Senin "
     "(6/5/2024).",
     "2024-05-06"},
    {"2024-05-06", "Camat membuka pasar setiap Jumat.", ""},
    {"2024-01-11", "Ia menyebut hal itu Kamis (4/4/2023) lalu.", ""},
    {NULL, "Camat Budi menegaskan hal itu, Senin (5/8/2024).", "2024-08-05"},
    {NULL, "Camat Budi menegaskan hal itu, Selasa (5/8/2024).", "2024-08-05"},
    {"12/9/2025", "Camat Budi menegaskan hal itu, Selasa (9/12/2025).", "2025-12-09"},
};

START_TEST(test_event) {
    const struct article *article = dated(events[_i].field, events[_i].text);
    ck_assert_msg(strcmp(iso(article->event_date), events[_i].event) == 0, "%s: %s",
                  events[_i].text, iso(article->event_date));
    if (date_is_set(article->event_date))
        ck_assert_uint_gt(span_size(article->date_evidence), 0);
}
END_TEST

/* A date alone at the head of a page: the day of publication where it fits the text, else the clock
 * of the moment the page was read. */
START_TEST(test_page_clock) {
    static const char body[] =
        "\n\nBupati Ajak Warga Menanam Pohon\n\nBupati mengajak warga menanam pohon di lereng "
        "gunung, Selasa (5/3/2024), bersama anak sekolah.";
    static const struct {
        const char *head, *published;
    } heads[] = {
        {"Rabu, 6 Maret 2024 10:12 WIB", "2024-03-06"},
        {"WARTA CONTOH - Selasa, 05/03/2024", "2024-03-05"},
        {"Kamis, Maret 28, 2024", ""},
        {"Senin, Februari 26, 2024", ""},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct buffer text = {0};
        buffer_string(&text, heads[i].head);
        buffer_string(&text, body);
        const struct article *article = fixture_article(buffer_view(&text));
        ck_assert_msg(strcmp(iso(article->published), heads[i].published) == 0, "%s: %s",
                      heads[i].head, iso(article->published));
        ck_assert_str_eq(iso(article->event_date), "2024-03-05");
        ck_assert_str_eq(fixture_flags(article, FLAG_BOILERPLATE), heads[i].head);
        buffer_free(&text);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("dates");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, test_field, 0, sizeof fields / sizeof *fields);
    tcase_add_loop_test(cases, test_form, 0, sizeof forms / sizeof *forms);
    tcase_add_loop_test(cases, test_event, 0, sizeof events / sizeof *events);
    tcase_add_test(cases, test_page_clock);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
