/* A month with syndicated copies: see copies.h. */
#include <config.h>

#include "copies.h"

#include <stdio.h>
#include <string.h>

#include "base/json_write.h"
#include "month.h"

#define PARAGRAPHS 200

const char *const edit_names[EDITS] = {"ends", "lead", "middle", "words", "all", "short"};

static const char *const outlets[] = {"Kabar Nusa", "Warta Timur", "Suara Pesisir",
                                      "Lensa Kota", "Pos Hulu",    "Radar Muara"};

static const char *const leads[] = {
    "Sejumlah hal mengemuka dalam kegiatan yang digelar belum lama ini dan diikuti berbagai pihak, "
    "mulai dari aparatur sampai tokoh warga setempat.",
    "Perhatian publik kembali tertuju pada langkah pemerintah daerah setelah pertemuan yang "
    "dihadiri "
    "banyak undangan pada pekan berjalan itu.",
    "Inilah rangkuman yang dihimpun redaksi dari lapangan mengenai agenda yang menyita perhatian "
    "warga dalam beberapa hari belakangan."};

static const char *const own_paragraphs[] = {
    "Pantauan di lokasi menunjukkan kegiatan berlangsung lancar sampai siang, sementara petugas "
    "berjaga di beberapa titik dan warga berdatangan silih berganti.",
    "Hingga tulisan ini naik, redaksi masih menunggu keterangan lain dari pihak yang berwenang, "
    "dan "
    "kabar berikutnya akan disampaikan bila sudah ada.",
    "Seorang pedagang yang ditemui di sekitar gedung mengaku baru tahu tentang acara itu dari "
    "tetangganya pada pagi hari yang sama."};

static const char *const other_words[] = {"kemudian", "seluruh", "segera",   "pihak", "bersama",
                                          "tengah",   "sejauh",  "berbagai", "turut", "sebagian"};

static const char *const ends[] = {
    "Baca juga: Pasar tumpah kembali ramai\nEditor: R. Lestari\nCopyright © 2024 Kabar Nusa",
    "Simak berita lain di saluran kami\nPenulis: Dimas\nSumber: kantor berita",
    "(dim/ris)\nTag: daerah, layanan\n© Warta Timur. Hak cipta dilindungi"};

#define PICK(list, random) ((list)[next_random(random) % (sizeof(list) / sizeof((list)[0]))])

/* The lines with words of a text; their number. */
static size_t split(struct text text, struct text paragraphs[PARAGRAPHS]) {
    size_t count = 0;
    for (size_t at = 0; at < text.size && count < PARAGRAPHS;) {
        const char *end = memchr(text.data + at, '\n', text.size - at);
        size_t stop = end ? (size_t)(end - text.data) : text.size;
        struct text line = text_trim(text_slice(text, (struct span){at, stop}));
        if (line.size > 0)
            paragraphs[count++] = line;
        at = stop + 1;
    }
    return count;
}

/* The paragraph with one word in `every` exchanged (0: none). */
static void put_words(struct buffer *out, struct text paragraph, size_t every, uint64_t *random) {
    for (size_t at = 0; at < paragraph.size;) {
        const char *space = memchr(paragraph.data + at, ' ', paragraph.size - at);
        size_t stop = space ? (size_t)(space - paragraph.data) : paragraph.size;
        if (every && next_random(random) % every == 0)
            buffer_string(out, PICK(other_words, random));
        else
            buffer_append(out, paragraph.data + at, stop - at);
        if (space)
            buffer_char(out, ' ');
        at = stop + 1;
    }
    buffer_char(out, '\n');
}

/* Which paragraphs stay: [first, last), without those of the middle that are left out. */
struct cut {
    size_t first, last;
    bool out_of_middle;
    size_t every; /* one word in so many exchanged */
};

static struct cut cut_of(enum edit edit, size_t count) {
    struct cut cut = {0, count, false, 0};
    bool all = edit == EDIT_ALL;
    cut.first = edit == EDIT_LEAD;
    if ((all || edit == EDIT_ENDS) && count > 3)
        cut.last--;
    if (edit == EDIT_SHORT)
        cut.last = (3 * count + 4) / 5;
    cut.out_of_middle = all || edit == EDIT_MIDDLE;
    cut.every = edit == EDIT_WORDS ? 25 : all ? 50 : 0;
    return cut;
}

static void put_copy(struct buffer *out, struct text text, enum edit edit, uint64_t *random) {
    struct text paragraphs[PARAGRAPHS];
    size_t count = split(text, paragraphs);
    struct cut cut = cut_of(edit, count);
    size_t start = next_random(random) % 5, added = cut.first + (cut.last - cut.first) / 2;
    if (edit == EDIT_LEAD)
        buffer_printf(out, "%s\n", PICK(leads, random));
    if (edit == EDIT_ENDS || edit == EDIT_ALL)
        buffer_printf(out, "%s - ", PICK(outlets, random));
    for (size_t i = cut.first; i < cut.last; i++) {
        bool inner = i > cut.first && i + 1 < cut.last;
        if (cut.out_of_middle && i == added)
            buffer_printf(out, "%s\n", PICK(own_paragraphs, random));
        if (!cut.out_of_middle || !inner || i % 5 != start)
            put_words(out, paragraphs[i], cut.every, random);
    }
    if (edit == EDIT_SHORT)
        buffer_printf(out, "%s\n", PICK(own_paragraphs, random));
    if (edit == EDIT_ENDS || edit == EDIT_ALL)
        buffer_printf(out, "%s\n", PICK(ends, random));
}

static void put_record(struct buffer *out, const char *id, const char *outlet,
                       const struct buffer *text) {
    struct json_writer w = {.out = out};
    json_open_object(&w);
    json_key(&w, "id");
    json_string(&w, id);
    json_key(&w, "source");
    json_string(&w, outlet);
    json_member_text(&w, "text", buffer_view(text));
    json_close_object(&w);
    buffer_char(out, '\n');
}

static unsigned figure(uint64_t *random) { return 10 + next_random(random) % 890; }

static const char *const places[] = {"Sukamaju",   "Tanjung Batu", "Muara Enam",
                                     "Bukit Raya", "Karang Jaya",  "Lubuk Sari"};

static const char *const days[] = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat"};

static void put_prices(struct buffer *out, uint64_t *random) {
    buffer_printf(out, "Harga bahan pokok di pasar %s pada %s bergerak lagi.\n",
                  PICK(places, random), PICK(days, random));
    static const char *const goods[] = {"beras medium",   "cabai rawit merah",   "bawang putih",
                                        "telur ayam ras", "minyak goreng curah", "gula pasir"};
    for (size_t i = 0; i < sizeof goods / sizeof goods[0]; i++)
        buffer_printf(out, "Harga %s tercatat Rp %u.%u per kilogram dari sebelumnya Rp %u.%u.\n",
                      goods[i], figure(random), figure(random), figure(random), figure(random));
    buffer_printf(out,
                  "Data itu dihimpun petugas dinas perdagangan dari %u pedagang dan dapat "
                  "berubah sewaktu-waktu menurut pasokan.\n",
                  figure(random));
}

static void put_weather(struct buffer *out, uint64_t *random) {
    const char *place = PICK(places, random), *day = PICK(days, random);
    buffer_printf(out, "Prakiraan cuaca %s untuk hari %s: hujan ringan pada siang.\n", place, day);
    buffer_printf(out,
                  "Suhu udara di %s berkisar %u sampai %u derajat dengan kelembapan %u persen.\n",
                  place, figure(random), figure(random), figure(random));
    buffer_printf(out,
                  "Angin bertiup dari arah barat dengan kecepatan %u kilometer per jam pada %s.\n",
                  figure(random), day);
    buffer_printf(out, "Tinggi gelombang di perairan %s diperkirakan %u sentimeter.\n", place,
                  figure(random));
    buffer_string(out, "Warga diminta tetap memantau kabar cuaca terbaru dari badan resmi.\n");
}

static void put_cases(struct buffer *out, uint64_t *random) {
    const char *place = PICK(places, random), *day = PICK(days, random);
    buffer_printf(out, "Kasus demam berdarah di %s bertambah %u orang pada %s.\n", place,
                  figure(random), day);
    buffer_printf(out,
                  "Dengan tambahan itu, jumlah kasus sejak Januari menjadi %u orang, %u di "
                  "antaranya dirawat, %u sembuh dan %u meninggal.\n",
                  figure(random), figure(random), figure(random), figure(random));
    buffer_printf(out, "Kasus terbanyak ada di %s dengan %u orang, disusul %s dengan %u orang.\n",
                  PICK(places, random), figure(random), PICK(places, random), figure(random));
    buffer_string(out, "Dinas kesehatan terus melakukan penyemprotan dan pemeriksaan jentik.\n");
}

static void put_forms(struct buffer *out, uint64_t *random) {
    static void (*const forms[])(struct buffer *, uint64_t *) = {put_prices, put_weather,
                                                                 put_cases};
    for (unsigned i = 0; i < COPIES_FORMS; i++) {
        struct buffer text = {0};
        char id[16];
        snprintf(id, sizeof id, "f%u", i);
        forms[i % 3](&text, random);
        put_record(out, id, PICK(outlets, random), &text);
        buffer_free(&text);
    }
}

size_t copies_make(const struct text *originals, size_t count, uint64_t seed, struct buffer *out) {
    uint64_t random = seed;
    struct buffer text = {0};
    char id[48];
    size_t copies = (3 * count + 6) / 7; /* 3 in 10 of all */
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&text);
        buffer_text(&text, originals[i]);
        snprintf(id, sizeof id, "o%zu", i);
        put_record(out, id, "Kantor Berita", &text);
    }
    for (size_t i = 0; i < copies; i++) {
        enum edit edit = (enum edit)((seed + i) % EDITS);
        size_t original = (seed + 2 * i) % count; /* no two copies of one */
        buffer_clear(&text);
        put_copy(&text, originals[original], edit, &random);
        snprintf(id, sizeof id, "c%u-%zu", (unsigned)edit, original);
        put_record(out, id, PICK(outlets, &random), &text);
    }
    put_forms(out, &random);
    buffer_free(&text);
    return copies;
}
