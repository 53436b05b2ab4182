/* Exports of monitoring tools and documents: CSV tables, workbooks, .docx. What a real spreadsheet
 * and word processor wrote is in tests/input; the rest is built here, whole and damaged. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_read.h"
#include "intake/intake.h"
#include "intake_fixture.h"
#include "support.h"
#include "zip_fixture.h"

static struct buffer out;

static void put_article(const struct article *article) {
    char date[DATE_SIZE];
    date_format(article->published, date);
    buffer_printf(&out, "%zu %.*s|%.*s|%s|%.*s\n", article->record, (int)article->title.size,
                  article->title.data, (int)article->publisher.size, article->publisher.data, date,
                  (int)article->text.size, article->text.data);
}

/* The file's articles as "RECORD title|publisher|date|text", rejects as "RECORD !reason". */
static const char *read_path(const char *path) {
    struct error error = {0};
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    enum intake_result result;
    struct intake *intake =
        intake_open(&path, 1, (struct intake_options){.max_record = 4096}, test_tables(), &error);
    ck_assert_msg(intake != NULL, "%s", error.message);
    buffer_clear(&out);
    while ((result = intake_next(intake, &arena, &article, &reject)) != INTAKE_END) {
        if (result == INTAKE_ARTICLE)
            put_article(&article);
        else
            buffer_printf(&out, "%zu !%s\n", reject.record, reject.reason);
        arena_reset(&arena);
    }
    buffer_char(&out, '\0');
    arena_free(&arena);
    intake_close(intake);
    return out.data;
}

static const char *read_bytes(const char *name, struct text bytes) {
    return read_path(fixture_write(fixture_folder("exports"), name, bytes));
}

static const struct {
    const char *table, *read;
} tables[] = {
    {"judul,isi,sumber,tanggal\nA,Isi satu.,Harian,2024-08-05\n",
     "2 A|Harian|2024-08-05|Isi satu.\n"},
    {"\xEF\xBB\xBFTitle;CONTENT;Media\r\nA;\"Isi; satu.\r\n\"\"Ya.\"\"\";H\r\nB;Isi dua.;H\r\n",
     "2 A|H||Isi; satu.\r\n\"Ya.\"\n4 B|H||Isi dua.\n"},
    {"sep=\t\nbody\ttitle\nIsi.\tA\n", "3 A|||Isi.\n"},
    {"no;text;judul\n1;Isi.;A\n\n;;\n2;Isi dua.;B\n", "2 A|||Isi.\n5 B|||Isi dua.\n"},
    /* of several columns that may be the text, the first of the known order that has one */
    {"isi,text,title\nsatu,,A\nsatu,dua,B\n", "2 A|||satu\n3 B|||dua\n"},
    {"judul,isi\nA,\x93Isi\x94 \xE9\nB,Isi\n", "2 A|||“Isi” é\n3 B|||Isi\n"},
    /* rows that are no records cost one reject each */
    {"judul,isi,media\nA,\"Isi\" x,H\nB,Isi,H,lebih\nC,Isi\nD,Isi,\nE,,H\nF,Isi,H\n",
     "2 !bad_row\n3 !bad_row\n4 !bad_row\n5 D|||Isi\n6 !no_text\n7 F|H||Isi\n"},
    {"judul,isi\nA,\"Isi\nB,Isi\n", "2 !bad_row\n"},
    {"judul,isi,wilayah\nA,Isi,Negeri Dongeng\n", "2 !unknown_region\n"},
    /* files that are no tables of articles: one reject */
    {"a,b\n1,2\n3,4\n", "1 !no_text\n"},
    {"fid,text,decision\na-000000,Isi,\n", "1 !not_articles\n"},
    {"judul,isi\n", ""},
};

START_TEST(tables_are_read) {
    const char *read = read_bytes("a.csv", text_of(tables[_i].table));
    ck_assert_msg(strcmp(read, tables[_i].read) == 0, "%s\ngives\n%s", tables[_i].table, read);
}
END_TEST

/* UTF-16 in both orders, cut within a character; more than a chunk of it. */
START_TEST(tables_in_utf16) {
    struct buffer bytes = {0};
    for (int little = 0; little < 2; little++) {
        const char *table = "isi,judul\nKata,A\n";
        buffer_clear(&bytes);
        buffer_string(&bytes, little ? "\xFF\xFE" : "\xFE\xFF");
        for (const char *c = table; *c; c++) {
            buffer_char(&bytes, little ? *c : '\0');
            buffer_char(&bytes, little ? '\0' : *c);
        }
        ck_assert_str_eq(read_bytes("a.csv", buffer_view(&bytes)), "2 A|||Kata\n");
        buffer_char(&bytes, little ? '\x3D' : '\xD8');
        buffer_char(&bytes, little ? '\xD8' : '\x3D'); /* half of a pair */
        buffer_char(&bytes, 'x');
        ck_assert_str_eq(read_bytes("a.csv", buffer_view(&bytes)), "2 A|||Kata\n3 !bad_row\n");
    }
    buffer_clear(&bytes);
    buffer_append(&bytes, "\xFF\xFEi\0s\0i\0\n\0", 10);
    for (size_t i = 0; i < 3000; i++) {
        for (size_t k = 0; k < 50; k++)
            buffer_append(&bytes, "k\0a\0", 4);
        buffer_append(&bytes, "\n\0", 2);
    }
    ck_assert(strstr(read_bytes("a.csv", buffer_view(&bytes)), "kaka\n3001 |||kaka"));
    buffer_free(&bytes);
}
END_TEST

/* Rows cut out of a table are those that the reader sees, wherever the cuts between chunks are. */
START_TEST(rows_are_cut_as_they_are_read) {
    static const char letters[] = "\",;\n\ra";
    static struct csv_row row;
    struct arena arena = {0};
    unsigned state = 1;
    for (size_t round = 0; round < 20000; round++) {
        char bytes[12];
        struct error error = {0};
        for (size_t i = 0; i < sizeof bytes; i++) {
            state = state * 1103515245 + 12345;
            bytes[i] = letters[state >> 16 & 7 ? (state >> 16) % 6 : 0];
        }
        struct csv_reader reader = {.bytes = {bytes, sizeof bytes}, .line = 1, .separator = ','};
        bool good = csv_reader_next(&reader, &arena, &row, &error), ended;
        struct csv_scan scan = {0};
        size_t half = round % sizeof bytes;
        size_t end = csv_scan_row(&scan, ',', (struct text){bytes, half}, &ended);
        if (!ended)
            end +=
                csv_scan_row(&scan, ',', (struct text){bytes + half, sizeof bytes - half}, &ended);
        ck_assert_msg(ended || end == sizeof bytes, "%.12s", bytes);
        if (good)
            ck_assert_msg(reader.at - end <= 2, "%.12s: %zu, %zu", bytes, reader.at, end);
        else
            ck_assert(!ended);
        arena_reset(&arena);
    }
    arena_free(&arena);
}
END_TEST

#define WORKBOOK(sheets) "<workbook xmlns:r='r'><workbookPr/><sheets>" sheets "</sheets></workbook>"
#define SHEET(n) "<sheet name='S" n "' sheetId='" n "' r:id='r" n "'/>"
#define RELATIONS                                                                                  \
    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"     \
    "<Relationship Id='r2' Type='x/worksheet' Target='/xl/worksheets/sheet2.xml'/>"                \
    "<Relationship Id='r9' Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
#define ROWS(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define CELL(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define HEADINGS "<row>" CELL("Judul") CELL("Tanggal") CELL("Isi") "</row>"

/* A workbook of these parts; NULL leaves one out. */
static const char *read_workbook(const char *workbook, const char *first, const char *second,
                                 const char *strings) {
    struct buffer bytes = {0};
    struct zip_part parts[5] = {{.name = "xl/workbook.xml", .bytes = text_of(workbook)},
                                {.name = "xl/_rels/workbook.xml.rels", .bytes = TEXT(RELATIONS)}};
    size_t count = 2;
    if (first)
        parts[count++] = (struct zip_part){"xl/worksheets/sheet1.xml", text_of(first), true, 0};
    if (second)
        parts[count++] = (struct zip_part){"xl/worksheets/sheet2.xml", text_of(second), true, 0};
    if (strings)
        parts[count++] = (struct zip_part){"xl/sharedStrings.xml", text_of(strings), true, 0};
    zip_build(parts, count, &bytes);
    read_bytes("a.xlsx", buffer_view(&bytes));
    buffer_free(&bytes);
    return out.data;
}

static const struct {
    const char *sheet, *strings, *read;
} sheets[] = {
    {ROWS(HEADINGS "<row>" CELL("A") CELL("5 Agustus 2024") CELL("Isi &amp; lain.") "</row>"), NULL,
     "2 A||2024-08-05|Isi & lain.\n"},
    /* shared strings, rich and with reading aids; days as numbers; gaps; numbers of rows */
    {ROWS("<row r='3'><c r='B3' t='s'><v>0</v></c><c r='D3' t='s'><v>1</v></c>"
          "<c r='E3' t='s'><v>2</v></c></row><row r='7'><c r='B7' t='s'><v>3</v></c>"
          "<c r='D7'><v>45509.75</v></c><c r='E7' t='s'><v>4</v></c></row>"),
     "<sst><si><t>title</t></si><si><t>date</t></si><si><t>text</t></si>"
     "<si><r><t>Ju</t></r><r><t>dul</t></r><rPh><t>x</t></rPh></si>"
     "<si><t>Satu._x000D_\ndua_x005F_</t></si></sst>",
     "7 Judul||2024-08-05|Satu.\r\ndua_\n"},
    {ROWS(HEADINGS "<row>" CELL("A") "<c><v>20240805</v></c>" CELL(
         "x") "</row>"
              "<row>" CELL("B") "<c><v>2024</v></c>" CELL(
                  "x") "</row>"
                       "<row>" CELL("C") "<c t='str'><v>2024-08-05</v></c>" CELL(
                           "x") "</row>"
                                "<row>" CELL("D") "<c t='e'><v>#N/A</v></c>" CELL("x") "</row>"),
     NULL, "2 A||2024-08-05|x\n3 B|||x\n4 C||2024-08-05|x\n5 D|||x\n"},
    /* a title above the headings, empty rows, a row without a text */
    {ROWS("<row>" CELL("Laporan") "</row><row/>" HEADINGS
                                  "<row/><row>" CELL(" ") "</row><row>" CELL("A") "</row>"),
     NULL, "6 !no_text\n"},
    {ROWS("<row>" CELL("a") "</row>"), NULL, "1 !no_text\n"},
    {ROWS("<row>" CELL("fid") CELL("text") "</row>"), NULL, "1 !not_articles\n"},
    /* damaged: what is whole is read */
    {"<worksheet><sheetData>" HEADINGS "<row>" CELL("A") CELL("") CELL("x") "</row><row><c", NULL,
     "2 A|||x\n3 !bad_archive\n"},
    {"<!DOCTYPE a [<!ENTITY b 'c'>]>" ROWS(HEADINGS), NULL, "1 !bad_archive\n"},
    {"<worksheet><row a='1' a='2'/>", NULL, "1 !bad_archive\n"},
    {"", NULL, "1 !bad_archive\n"},
    {NULL, NULL, "1 !no_text\n"},
    {ROWS(HEADINGS "<row><c t='s'><v>7</v></c><c/><c t='s'><v>-1</v></c></row>"), "<sst/>", ""},
    {ROWS(HEADINGS), "<sst><si>", "1 !bad_archive\n"},
};

START_TEST(workbooks_are_read) {
    const char *read =
        read_workbook(WORKBOOK(SHEET("1")), sheets[_i].sheet, NULL, sheets[_i].strings);
    ck_assert_msg(strcmp(read, sheets[_i].read) == 0, "%s\ngives\n%s", sheets[_i].sheet, read);
}
END_TEST

START_TEST(the_sheet_with_headings_is_read) {
    const char *summary = ROWS("<row>" CELL("Jumlah") "</row>");
    const char *data = ROWS(HEADINGS "<row>" CELL("A") "<c><v>44047</v></c>" CELL("x") "</row>");
    ck_assert_str_eq(read_workbook(WORKBOOK(SHEET("1") SHEET("2")), summary, data, NULL),
                     "2 A||2020-08-04|x\n");
    ck_assert_str_eq(
        read_workbook(WORKBOOK("<sheet name='a' state='hidden' r:id='r2'/>"), summary, data, NULL),
        "1 !no_text\n");
    const char *mac = "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>" SHEET(
        "1") "</sheets></workbook>";
    ck_assert_str_eq(read_workbook(mac, data, NULL, NULL), "2 A||2024-08-05|x\n");
}
END_TEST

/* A row over the limit of a record, in one cell and by shared strings; the next is read. */
START_TEST(rows_have_a_limit) {
    struct buffer rows = {0}, strings = {0};
    buffer_string(&rows,
                  "<worksheet><sheetData>" HEADINGS "<row>" CELL("A") CELL("") "<c t='str'><v>");
    for (size_t i = 0; i < 5000; i++)
        buffer_char(&rows, 'x');
    buffer_string(&rows, "</v></c></row><row><c t='s'><v>0</v></c><c/><c t='s'><v>0</v></c></row>"
                         "<row>" CELL("B") CELL("") CELL("x") "</row></sheetData></worksheet>");
    buffer_string(&strings, "<sst><si><t>");
    for (size_t i = 0; i < 3000; i++)
        buffer_char(&strings, 'y');
    buffer_string(&strings, "</t></si></sst>");
    buffer_char(&rows, '\0');
    buffer_char(&strings, '\0');
    ck_assert_str_eq(read_workbook(WORKBOOK(SHEET("1")), rows.data, NULL, strings.data),
                     "2 !too_large\n3 !too_large\n4 B|||x\n");
    buffer_free(&rows);
    buffer_free(&strings);
}
END_TEST

/* A part that is larger than it says, or than any is read. */
START_TEST(bombs_are_refused) {
    struct buffer zeros = {0}, bytes = {0};
    memset(buffer_room(&zeros, 20000000), ' ', 20000000);
    zeros.size = 20000000;
    for (uint32_t claims = 0; claims < 2000; claims += 1000) {
        struct zip_part parts[] = {{.name = "xl/workbook.xml",
                                    .bytes = buffer_view(&zeros),
                                    .packed = true,
                                    .claims = claims}};
        buffer_clear(&bytes);
        zip_build(parts, 1, &bytes);
        ck_assert(bytes.size < 50000);
        const char *read = read_bytes("a.xlsx", buffer_view(&bytes));
        ck_assert_str_eq(read, "1 !too_large\n");
    }
    buffer_free(&zeros);
    buffer_free(&bytes);
}
END_TEST

static const struct {
    const char *document, *read;
} documents[] = {
    {"<w:document><w:body><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Satu</w:t></w:r>"
     "<w:del><w:r><w:delText>bukan</w:delText></w:r></w:del><w:r><w:tab/><w:t>dua.</w:t></w:r></"
     "w:p>"
     "<w:p><w:r><w:t>Tiga</w:t><w:br/><w:t>empat.</w:t><w:instrText>x</w:instrText></w:r></w:p>"
     "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Lima.</w:t></w:r></w:p></mc:Choice>"
     "<mc:Fallback><w:p><w:r><w:t>Lima.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
     "</w:body></w:document>",
     "1 |||Satu dua.\n\nTiga\nempat.\n\nLima.\n"},
    {"<w:document/>", "1 !no_text\n"},
    {"<w:document><w:p>", "1 !bad_archive\n"},
};

START_TEST(documents_are_read) {
    struct buffer bytes = {0};
    struct zip_part part = {.name = "word/document.xml", .bytes = text_of(documents[_i].document)};
    zip_build(&part, 1, &bytes);
    ck_assert_str_eq(read_bytes("a.docx", buffer_view(&bytes)), documents[_i].read);
    buffer_free(&bytes);
}
END_TEST

START_TEST(other_zip_files) {
    struct buffer bytes = {0};
    struct zip_part part = {.name = "foto.jpg", .bytes = TEXT("x")};
    zip_build(&part, 1, &bytes);
    ck_assert_str_eq(read_bytes("a.xlsx", buffer_view(&bytes)), "1 !bad_archive\n");
    for (size_t size = 1; size < bytes.size; size += 7)
        ck_assert_str_eq(read_bytes("a.xlsx", (struct text){bytes.data, size}), "1 !bad_archive\n");
    buffer_free(&bytes);
}
END_TEST

/* Every eleventh byte of a small workbook broken in turn: no crash, and never two articles. */
START_TEST(broken_workbooks) {
    struct buffer bytes = {0};
    struct zip_part parts[] = {
        {.name = "xl/workbook.xml", .bytes = TEXT(WORKBOOK(SHEET("1")))},
        {.name = "xl/_rels/workbook.xml.rels", .bytes = TEXT(RELATIONS)},
        {.name = "xl/worksheets/sheet1.xml",
         .bytes = TEXT(ROWS(HEADINGS "<row>" CELL("A") CELL("") CELL("x") "</row>")),
         .packed = true}};
    zip_build(parts, 3, &bytes);
    for (size_t i = 0; i < bytes.size; i += 11) {
        char kept = bytes.data[i];
        bytes.data[i] = (char)(kept ^ (1 << i % 8));
        const char *read = read_bytes("a.xlsx", buffer_view(&bytes));
        ck_assert(strlen(read) < 200);
        bytes.data[i] = kept;
    }
    ck_assert_str_eq(read_bytes("a.xlsx", buffer_view(&bytes)), "2 A|||x\n");
    buffer_free(&bytes);
}
END_TEST

/* Without the library there is nothing to test. */
#if defined HAVE_LIBXML2 && defined HAVE_LIBZIP
#define READS_WORKBOOKS true
#else
#define READS_WORKBOOKS false
#endif

int main(void) {
    Suite *suite = suite_create("exports");
    TCase *tcase = tcase_create("exports");
    tcase_add_unchecked_fixture(tcase, load_test_tables, NULL);
    tcase_add_loop_test(tcase, tables_are_read, 0, sizeof tables / sizeof *tables);
    tcase_add_test(tcase, tables_in_utf16);
    tcase_add_test(tcase, rows_are_cut_as_they_are_read);
    if (READS_WORKBOOKS) {
        tcase_add_loop_test(tcase, workbooks_are_read, 0, sizeof sheets / sizeof *sheets);
        tcase_add_test(tcase, the_sheet_with_headings_is_read);
        tcase_add_test(tcase, rows_have_a_limit);
        tcase_add_test(tcase, bombs_are_refused);
        tcase_add_loop_test(tcase, documents_are_read, 0, sizeof documents / sizeof *documents);
        tcase_add_test(tcase, other_zip_files);
        tcase_add_test(tcase, broken_workbooks);
    }
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
