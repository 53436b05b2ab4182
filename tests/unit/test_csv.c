/* Tables for spreadsheets: the exact form of cells, and whole tables read back by a reader of RFC
 * 4180. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "month.h"
#include "summary/csv_cells.h"
#include "summary/month_tables.h"
#include "support.h"

/* A cell's text and how it is written between separators. */
static const struct {
    const char *text, *written;
} cells[] = {{"", ""},
             {"Camat Gantung", "Camat Gantung"},
             {"satu;dua", "\"satu;dua\""},
             {"satu,dua", "\"satu,dua\""}, /* some reader takes commas */
             {"satu\tdua", "\"satu\tdua\""},
             {"kata \"netral\"", "\"kata \"\"netral\"\"\""},
             {"baris\nbaru", "\"baris\nbaru\""},
             {" tepi", "\" tepi\""},
             {"tepi ", "\"tepi \""},
             {"=1+1", "'=1+1"},
             {"+62", "'+62"},
             {"-1", "'-1"},
             {"@SUM(A1)", "'@SUM(A1)"},
             {"\t=1", "\"'\t=1\""},
             {"\r=1", "\"'\r=1\""},
             {"  =1", "\"'  =1\""},
             {"\n=1", "\"'\n=1\""},
             {"\"=1\"", "\"'\"\"=1\"\"\""},
             {"\xC2\xA0=1", "'\xC2\xA0=1"},         /* no-break space */
             {"\xEF\xBB\xBF=1", "'\xEF\xBB\xBF=1"}, /* byte-order mark */
             {"\xEF\xBC\x9D"
              "1",
              "'\xEF\xBC\x9D"
              "1"}, /* full-width = */
             {"=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""},
             {"a=1", "a=1"},
             {"1-2", "1-2"},
             {"Jum'at", "Jum'at"},
             {"\xE2\x80\x9CNetral\xE2\x80\x9D", "\xE2\x80\x9CNetral\xE2\x80\x9D"}};
#define CELLS (sizeof cells / sizeof cells[0])

START_TEST(cell_form) {
    struct buffer out = {0};
    struct csv csv = csv_open(&out, ';');
    table_head(&csv.sink, "a b");
    table_text(&csv.sink, text_of(cells[_i].text));
    table_count(&csv.sink, 12);
    table_end_row(&csv.sink);
    struct buffer wanted = {0};
    buffer_printf(&wanted,
                  "\xEF\xBB\xBF"
                  "a;b\r\n%s;12\r\n",
                  cells[_i].written);
    ck_assert_msg(text_equal(buffer_view(&out), buffer_view(&wanted)), "%.*s", (int)out.size,
                  out.data);
    buffer_free(&out);
    buffer_free(&wanted);
}
END_TEST

#define COLUMNS 32
#define ROWS 32

/* A table as a reader of RFC 4180 sees it. */
struct table {
    struct arena arena;
    struct text cells[ROWS][COLUMNS];
    size_t columns[ROWS], rows;
};

/* Reads one cell from *at; true if another one follows in its row. */
static bool read_cell(struct text csv, size_t *at, char separator, struct table *table,
                      struct text *cell) {
    struct buffer bytes = {0};
    bool quoted = *at < csv.size && csv.data[*at] == '"';
    *at += quoted;
    for (;; (*at)++) {
        ck_assert_uint_lt(*at, csv.size);
        char c = csv.data[*at];
        if (quoted && c == '"' && csv.data[++*at] != '"')
            break;
        if (!quoted && (c == separator || c == '\r'))
            break;
        ck_assert(quoted || (c != '"' && c != '\n'));
        buffer_char(&bytes, c);
    }
    *cell = arena_copy(&table->arena, buffer_view(&bytes));
    buffer_free(&bytes);
    bool more = csv.data[*at] == separator;
    ck_assert(more || (csv.data[*at] == '\r' && csv.data[*at + 1] == '\n'));
    *at += more ? 1 : 2;
    return more;
}

static void read_table(struct text csv, char separator, struct table *table) {
    size_t at = 3;
    memset(table, 0, sizeof *table);
    ck_assert(text_starts(csv, "\xEF\xBB\xBF"));
    while (at < csv.size) {
        struct text *row = table->cells[table->rows];
        size_t *columns = &table->columns[table->rows++];
        ck_assert_uint_lt(table->rows, ROWS);
        while (read_cell(csv, &at, separator, table, &row[(*columns)++]))
            ck_assert_uint_lt(*columns, COLUMNS);
        ck_assert_uint_eq(*columns, table->columns[0]);
    }
}

/* The cell of a row (from 1) under a heading. */
static struct text cell(const struct table *table, size_t row, const char *heading) {
    ck_assert_uint_lt(row, table->rows);
    for (size_t i = 0; i < table->columns[0]; i++)
        if (text_is(table->cells[0][i], heading))
            return table->cells[row][i];
    ck_abort_msg("no column %s", heading);
}

#define expect(table, row, heading, wanted)                                                        \
    do {                                                                                           \
        struct text found_ = cell(table, row, heading);                                            \
        ck_assert_msg(text_is(found_, wanted), "row %d, %s: %.*s is not %s", row, heading,         \
                      (int)found_.size, found_.data, wanted);                                      \
    } while (0)

#define SKETCH                                                                                     \
    "0200801111111111111111111111111111111111111111111111111111111111111111111111111111111111"     \
    "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"     \
    "11111111111111111111111111111111111111111111111111111111111111111111111111111111111111"

static const struct sample samples[] = {
    {.id = "a/1",
     .title = "=cmd|' /C calc'!A0",
     .publisher = "Harian; \"Timur\"",
     .published = "2024-08-05",
     .event_date = "2024-08-04",
     .scope = "regency",
     .region = "19.06",
     .also = "\"19.02\",\"19.01\"",
     .sketch = SKETCH,
     .people = "{\"id\":0,\"name\":\"Siti Rahma\",\"honorifics\":\"Hj.\",\"position\":\"Camat\","
               "\"institution\":null,\"region\":\"19.06\",\"kind\":\"person\",\"mentions\":[]}",
     .quotes =
         "{\"fid\":\"q-000001\",\"start\":50,\"end\":60,\"text\":\"-Jangan, ya\","
         "\"speaker\":0,\"cue\":null,\"repeats\":[[70,80]],\"confidence\":0.9,\"rule\":\"r\"}",
     .statements = "{\"fid\":\"s-000001\",\"start\":5,\"end\":9,\"text\":\"Satu\\nDua\","
                   "\"speaker\":0,\"cue\":null,\"confidence\":1.0,\"rule\":\"r\"},"
                   "{\"fid\":\"s-000002\",\"start\":90,\"end\":99,\"text\":\"Tiga\","
                   "\"speaker\":null,\"cue\":null,\"confidence\":0.07,\"rule\":\"r\"}",
     .citations = "{\"fid\":\"c-000001\",\"start\":1,\"end\":9,\"text\":\"UU ASN\",\"type\":\"UU\","
                  "\"number\":null,\"year\":null,\"pinpoint\":\"Pasal 5\",\"resolved\":{\"type\":"
                  "\"UU\",\"number\":\"20\",\"year\":2023},\"title\":\"Aparatur Sipil Negara\","
                  "\"status\":\"in_force\",\"since\":null,\"replaced_by\":null,\"suggestion\":null,"
                  "\"confidence\":1.0,\"rule\":\"r\",\"note\":\"last amended by UU 9/2025\","
                  "\"code\":\"act_amended\",\"values\":[\"\",\"UU 9/2025\"]}",
     .advisories = "{\"fid\":\"a-000001\",\"start\":50,\"end\":60,\"text\":\"Jangan\",\"type\":"
                   "\"larangan\",\"topics\":[\"netralitas\",\"disiplin\"],\"addressee\":\"ASN\","
                   "\"speaker\":0,\"confidence\":0.8,\"rule\":\"r\"}",
     .flags =
         "{\"kind\":\"date_conflict\",\"start\":3,\"end\":4,\"note\":\"\",\"fact\":\"s-000001\"},"
         "{\"kind\":\"garbled\",\"start\":52,\"end\":54,\"note\":\"\",\"fact\":\"q-000001\"},"
         "{\"kind\":\"unbalanced_quote\",\"start\":60,\"end\":61,\"note\":\"\",\"fact\":"
         "\"q-000001\"}"},
    {.id = "b", .published = "2024-08-06", .sketch = SKETCH},
    {.id = "c",
     .published = "2024-08-07",
     .flags = "{\"kind\":\"bad_citation\",\"start\":1,\"end\":2,\"note\":\"\",\"fact\":null},"
              "{\"kind\":\"advertorial\",\"start\":1,\"end\":2,\"note\":\"\",\"fact\":null},"
              "{\"kind\":\"bad_citation\",\"start\":3,\"end\":4,\"note\":\"\",\"fact\":null}"},
    {.id = "d", .published = "2024-09-01"},
    {.id = "e"}};

typedef void writer(const struct finished *finished, struct table_sink *table);

static void make_table(writer *write, char separator, struct table *table) {
    struct period period;
    struct summary summary;
    struct finished finished;
    struct buffer out = {0};
    ck_assert(period_of_month(TEXT("2024-08"), &period));
    summary_init(&summary, period, TEXT("1"), TEXT("2"));
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        sample_add(&summary, &samples[i]);
    summary_seal(&summary);
    finish(&summary, NULL, &finished);
    struct csv csv = csv_open(&out, separator);
    write(&finished, &csv.sink);
    read_table(buffer_view(&out), separator, table);
    buffer_free(&out);
    finished_free(&finished);
    summary_free(&summary);
}

static void indonesian_citations(const struct finished *finished, struct table_sink *table) {
    struct arena arena = {0};
    struct error error = {0};
    struct note_wording wording = {note_forms_load(tables_folder(), &arena, &error),
                                   NOTE_INDONESIAN, NULL, NULL};
    ck_assert_ptr_nonnull(wording.forms);
    month_citations(finished, &wording, table);
    arena_free(&arena);
}

static void english_citations(const struct finished *finished, struct table_sink *table) {
    month_citations(finished, NULL, table);
}

START_TEST(articles) {
    struct table t;
    make_table(month_articles, ";,\t"[_i], &t);
    ck_assert_uint_eq(t.rows, 6);
    expect(&t, 1, "article", "a/1");
    expect(&t, 1, "title", "'=cmd|' /C calc'!A0");
    expect(&t, 1, "publisher", "Harian; \"Timur\"");
    expect(&t, 1, "day", "2024-08-04");
    expect(&t, 1, "published", "2024-08-05");
    expect(&t, 1, "also", "19.02 | 19.01");
    expect(&t, 1, "statements", "2");
    expect(&t, 1, "copy_of", "");
    expect(&t, 2, "article", "b");
    expect(&t, 2, "copy_of", "a/1");
    expect(&t, 2, "story", "1");
    expect(&t, 3, "advertorial", "1");
    expect(&t, 3, "flags", "advertorial | bad_citation");
    expect(&t, 3, "period", "inside");
    expect(&t, 4, "article", "d");
    expect(&t, 4, "period", "outside");
    expect(&t, 4, "story", "");
    expect(&t, 5, "article", "e");
    expect(&t, 5, "period", "undated");
    expect(&t, 5, "day", "");
    arena_free(&t.arena);
}
END_TEST

START_TEST(facts) {
    struct table t;
    make_table(month_quotes, CSV_SEPARATOR, &t);
    ck_assert_uint_eq(t.rows, 4);
    expect(&t, 1, "fid", "s-000001"); /* in the order of the text */
    expect(&t, 1, "kind", "statement");
    expect(&t, 1, "text", "Satu\nDua");
    expect(&t, 1, "flags", "date_conflict");
    expect(&t, 2, "flags", "garbled | unbalanced_quote");
    expect(&t, 3, "flags", "");
    expect(&t, 2, "kind", "quote");
    expect(&t, 2, "text", "'-Jangan, ya");
    expect(&t, 2, "speaker", "Siti Rahma");
    expect(&t, 2, "repeats", "1");
    expect(&t, 2, "confidence", "90");
    expect(&t, 3, "speaker", "");
    expect(&t, 3, "confidence", "7");
    arena_free(&t.arena);
    make_table(month_advisories, CSV_SEPARATOR, &t);
    ck_assert_uint_eq(t.rows, 2);
    expect(&t, 1, "type", "larangan");
    expect(&t, 1, "flags", "garbled | unbalanced_quote"); /* its words are the quotation's */
    expect(&t, 1, "topics", "netralitas | disiplin");
    expect(&t, 1, "addressee", "ASN");
    expect(&t, 1, "region_code", "19.06");
    expect(&t, 1, "article", "a/1");
    arena_free(&t.arena);
    make_table(english_citations, CSV_SEPARATOR, &t);
    ck_assert_uint_eq(t.rows, 2);
    expect(&t, 1, "number", "");
    expect(&t, 1, "year", "");
    expect(&t, 1, "resolved_number", "20");
    expect(&t, 1, "resolved_year", "2023");
    expect(&t, 1, "text", "UU ASN");
    expect(&t, 1, "since", "");
    expect(&t, 1, "note", "last amended by UU 9/2025");
    arena_free(&t.arena);
    make_table(indonesian_citations, CSV_SEPARATOR, &t);
    expect(&t, 1, "note", "terakhir diubah dengan UU 9/2025");
    arena_free(&t.arena);
}
END_TEST

START_TEST(officials) {
    struct table t;
    make_table(month_officials, CSV_SEPARATOR, &t);
    ck_assert_uint_eq(t.rows, 2);
    expect(&t, 1, "name", "Siti Rahma");
    expect(&t, 1, "honorifics", "Hj.");
    expect(&t, 1, "quotes", "1");
    expect(&t, 1, "statements", "1");
    expect(&t, 1, "stories", "1");
    expect(&t, 1, "region_code", "19.06");
    arena_free(&t.arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("csv");
    TCase *cases = tcase_create("csv");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, cell_form, 0, CELLS);
    tcase_add_loop_test(cases, articles, 0, 3);
    tcase_add_test(cases, facts);
    tcase_add_test(cases, officials);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
