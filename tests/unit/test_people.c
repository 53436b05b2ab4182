/* People: names without titles, positions in their shortest full form, and one person under several
 * names. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "extract/spelling.h"
#include "speech_fixture.h"
#include "support.h"

static struct speech_fixture fixture;

static void teardown(void) { speech_fixture_close(&fixture); }

static const struct {
    const char *text, *people;
} cases[] = {
    /* name and position */
    {"\"Kami siap,\" kata Bupati Wonogiri Budi Santoso.", "Budi Santoso|Bupati Wonogiri|\n"},
    {"\"Kami siap,\" kata Budi Santoso, Sekda Wonogiri, kemarin.",
     "Budi Santoso|Sekda Wonogiri|\n"},
    {"Sekretaris Daerah Kabupaten Wonogiri, Provinsi Jawa Tengah, Budi Santoso, meminta warga "
     "tenang.",
     "Budi Santoso|Sekretaris Daerah Kabupaten Wonogiri|\n"},
    {"Plt. Kepala Dinas Perhubungan, Perumahan dan Permukiman Wonogiri, Drs. H. Budi Santoso, "
     "M.Si., meminta warga "
     "tenang.",
     "Budi Santoso|Plt. Kepala Dinas Perhubungan, Perumahan dan Permukiman Wonogiri|Drs. H. "
     "M.Si.\n"},
    {"\"Kami siap,\" kata Kapolres Wonogiri AKBP Budi Santoso.",
     "Budi Santoso|Kapolres Wonogiri|AKBP\n"},
    {"Ibu Rina Wulandari (General Manager) menyambut kami. \"Silakan masuk,\" kata Rina.",
     "Rina Wulandari|General Manager|Ibu\n"},
    {"\"Kami siap,\" kata pengamat kebijakan publik dari Universitas Cakrawala, Budi Santoso.",
     "Budi Santoso|pengamat kebijakan publik dari Universitas Cakrawala|\n"},
    {"\"Kami siap,\" kata Direktur Eksekutif Center for Village Reform Budi Santoso.",
     "Budi Santoso|Direktur Eksekutif Center for Village Reform|\n"},
    {"\"Kami siap,\" kata Anggota Bawaslu Badung I Ketut Sudana.",
     "I Ketut Sudana|Anggota Bawaslu Badung|\n"},
    {"\"Kami siap,\" kata Kabag Hukum Setda Kota Bima Budi Santoso.",
     "Budi Santoso|Kabag Hukum Setda Kota Bima|\n"},
    {"\"Kami siap,\" kata Wakil Bipati Wonogiri Budi Santoso.",
     "Budi Santoso|Wakil Bipati Wonogiri|\n"},
    {"\"Kami siap,\" kata Camat Kaliombo Budi Santoso.", "Budi Santoso|Camat Kaliombo|\n"},
    {"\"Kami siap,\" kata Kapolres Wonogiri saat itu, AKBP Budi Santoso.",
     "Budi Santoso|Kapolres Wonogiri|AKBP\n"},
    {"\"Kami siap,\" kata Bupati Wonogiri, melalui Camat Kaliombo Budi Santoso.",
     "Budi Santoso|Camat Kaliombo|\n"},
    {"\"Itu benar,\" kata ahli saraf Kaliombo University Budi Santoso.",
     "Budi Santoso|ahli saraf Kaliombo University|\n"},
    {"\"Itu benar,\" kata Jaksa KPK Budi Santoso.", "Budi Santoso|Jaksa KPK|\n"},
    {"Budi Santoso, S.Kep.Ns, Kepala Seksi Medis RSI Wonogiri menyebut jalan itu licin.",
     "Budi Santoso|Kepala Seksi Medis RSI Wonogiri|S.Kep.Ns\n"},
    {"Rina Wulandari hadir pada Hari Anak Nasional 2018, Rina menyebut jalan itu licin.",
     "Rina Wulandari|-|\n"},
    {"\"Kami siap,\" kata Papan Team Wonogiri di laman resmi.", "Papan Team Wonogiri|-|\n"},
    {"\"Kami siap,\" ujar Chief of Corporate Affairs Papanindo, Budi Santoso.",
     "Budi Santoso|Chief of Corporate Affairs Papanindo|\n"},
    {"Koordinator program, Rina Budi Santoso menyebut jalan itu licin. Wakil Bupati Budi Santoso "
     "menyebut jalan itu ramai.",
     "Rina Budi Santoso|-|\nBudi Santoso|Wakil Bupati|\n"},
    {"\"Kami siap,\" tulis pernyataan resmi Papan Team Wonogiri.", "Papan Team Wonogiri|-|\n"},
    {"Rina Wulandari, Ketua Papanku ABRI menyebut jalan itu licin.",
     "Rina Wulandari|Ketua Papanku ABRI|\n"},
    {"Hal itu disampaikan Juru Bicara Pemkab Wonogiri untuk penanganan banjir, dr. Budi Santoso.",
     "Budi Santoso|Juru Bicara Pemkab Wonogiri|dr.\n"},
    {"Demikian disampaikan Kepala Dinas Perdagangan, Koperasi, UKM Kabupaten Wonogiri, Budi "
     "Santoso.",
     "Budi Santoso|Kepala Dinas Perdagangan, Koperasi, UKM Kabupaten Wonogiri|\n"},
    {"Ketua KONI Wonogiri, Raja Budi Santoso, menyebut jalan itu licin. Raja menyebut jalan itu "
     "ramai.",
     "Raja Budi Santoso|Ketua KONI Wonogiri|\n"},
    {"Wakil Presiden Budi Santoso (BS) hadir. \"Kami siap,\" kata BS.",
     "Budi Santoso|Wakil Presiden|\n"},
    {"Bupati Wonogiri Budi Santoso hadir. Rina Budi Santoso menyebut jalan itu licin. "
     "\"Kami siap,\" kata Budi.",
     "Rina Budi Santoso|-|\nBudi Santoso|Bupati Wonogiri|\n"},
    {"Dari posko Kaliwarna, petugas menyebut jalan itu licin.", ""},
    {"Rapat dihadiri jajaran direksi PT.Bina Warna, Camat Kaliombo Budi Santoso menyebut jalan itu "
     "licin.",
     "Budi Santoso|Camat Kaliombo|\n"},
    {"\"Kami siap,\" kata Dandim Wonogiri Letkol C.Zi Budi Santoso.",
     "Budi Santoso|Dandim Wonogiri|Letkol C.Zi\n"},
    {"Budi Santoso Peneliti BRIN mengatakan jalan itu licin.", "Budi Santoso|Peneliti BRIN|\n"},
    {"Kementerian Koordinator Bidang Pangan menilai jalan itu licin.",
     "Kementerian Koordinator Bidang Pangan|-|\n"},
    {"Keputusan Dirjen Pajak No. 5 Tahun 2024 menegaskan jalan itu licin.", ""},
    {"Tersangka menembak Hartono. \"Itu benar,\" kata Camat Kaliombo Budi Santoso.",
     "Budi Santoso|Camat Kaliombo|\n"},
    {"\"Kami siap,\" kata Camat Kaliombo Budi Santoso. \"Betul,\" imbuh mantan Ketua Sarwarna "
     "Bandeng Jawa Tengah itu.",
     "Budi Santoso|Camat Kaliombo|\n"},
    /* a name in parentheses behind its post, initials of a body, degrees of physicians */
    {"Hadir Kepala BKD Wonogiri (Budi Santoso, S.Sos) dan Pranata Komputer (Tri Wulan, S.Kom). "
     "\"Kami siap,\" kata Budi. \"Betul,\" kata Tri.",
     "Budi Santoso|Kepala BKD Wonogiri|S.Sos\nTri Wulan|Pranata Komputer|S.Kom\n"},
    {"\"Kami siap,\" kata Ketua Asosiasi Guru Kristen Mulia (AGKM) Wonogiri, Budi Santoso.",
     "Budi Santoso|Ketua Asosiasi Guru Kristen Mulia (AGKM) Wonogiri|\n"},
    {"\"Kami siap,\" kata Ketua Satgas Kaliombo, dr Budi Santoso, SpTHT, Subsp Kolon(K).",
     "Budi Santoso|Ketua Satgas Kaliombo|dr SpTHT, Subsp Kolon(K)\n"},
    {"\"Kami siap,\" kata dokter Budi Santoso SpX (K).", "Budi Santoso|-|dokter SpX (K)\n"},
    {"\"Kami siap,\" kata Kepala Pelatih Ganda Putri Karina Santoso.",
     "Karina Santoso|Kepala Pelatih Ganda Putri|\n"},
    /* single names between commas or behind an age, and whose relative somebody is */
    {"Pemilik warung, Darmi, mengatakan bahwa sayur naik.", "Darmi|Pemilik warung|\n"},
    {"\"Kami siap,\" kata mahasiswa ilmu komputer, Panji, kemarin.",
     "Panji|mahasiswa ilmu komputer|\n"},
    {"\"Kami siap,\" jawab Isnah (19) warga Kaliombo yang hadir.", "Isnah|warga Kaliombo|\n"},
    {"\"Kami siap,\" kata Ketua Panitia Halun Ke-23, Muchtar, kemarin.",
     "Muchtar|Ketua Panitia Halun Ke-23|\n"},
    {"\"Kami siap,\" kata ahli gizi-pangan dari Universitas Cakrawala, dr Budi Santoso.",
     "Budi Santoso|ahli gizi-pangan dari Universitas Cakrawala|dr\n"},
    {"\"Saya siap,\" kata Dika Umar Basri. Ayah Dika, Umar Basri, mengatakan bahwa ia senang.",
     "Dika Umar Basri|-|\nUmar Basri|Ayah Dika|\n"},
    {"Presiden Emanuel Makron hadir. Makron didampingi istrinya, Brigita Makron. \"Kami siap,\" "
     "kata Makron.",
     "Emanuel Makron|Presiden|\n"},
    {"\"Kami siap,\" kata Apoteker Rina Wulandari, Apt, M.Biomed.",
     "Rina Wulandari|Apoteker|Apt, M.Biomed.\n"},
    {"\"Kami siap,\" kata Direktur Utama QSN Sutiman Rahman Santoso.",
     "Sutiman Rahman Santoso|Direktur Utama QSN|\n"},
    /* one person */
    {"Camat Kaliombo, Adityarman Budi Santoso, meminta warga tenang. \"Kami siap,\" kata Adit. "
     "\"Betul,\" kata Camat.",
     "Adityarman Budi Santoso|Camat Kaliombo|\n"},
    {"Kepala Kejaksaan Negeri Wonogiri Budi Santoso meminta warga tenang. Kajari menyebut kasus "
     "itu selesai.",
     "Budi Santoso|Kepala Kejaksaan Negeri Wonogiri|\n"},
    {"Kepala Badan Kepegawaian Daerah Jambi Budi Santoso meminta pegawai tenang. Kepala BKD juga "
     "menegaskan hal itu.",
     "Budi Santoso|Kepala Badan Kepegawaian Daerah Jambi|\n"},
    /* two persons of one first name */
    {"\"Satu,\" kata Bupati Wonogiri Agus Santoso. \"Dua,\" kata Kepala Dinas Sosial Agus Purnomo. "
     "\"Tiga,\" kata Agus "
     "Santoso.",
     "Agus Santoso|Bupati Wonogiri|\nAgus Purnomo|Kepala Dinas Sosial|\n"},
    /* bodies */
    {"Bawaslu Kota Bogor menilai temuan itu serius.", "Bawaslu Kota Bogor|-|\n"},
    {"Badan Kepegawaian Daerah (BKD) Kabupaten Wonogiri mengingatkan pegawai agar netral.",
     "BKD Kabupaten Wonogiri|-|\n"},
    {"\"Kami siap,\" ujar juru bicara Bawaslu Kota Bogor.", "Bawaslu Kota Bogor|-|\n"},
};

START_TEST(test_who) {
    speech_fixture_read(&fixture, cases[_i].text, NULL);
    ck_assert_str_eq(speech_fixture_people(&fixture), cases[_i].people);
}
END_TEST

START_TEST(test_mentions) {
    speech_fixture_read(&fixture, "Camat Kaliombo Budi Santoso hadir. \"Kami siap,\" kata Budi.",
                        NULL);
    ck_assert_uint_eq(fixture.facts.people_count, 1);
    const struct person *person = &fixture.facts.people[0];
    ck_assert_uint_eq(person->mentions.count, 2);
    ck_assert_uint_eq(person->mentions.at[0].start, 15);
    ck_assert_uint_eq(person->mentions.at[0].end, 27);
}
END_TEST

START_TEST(test_institution) {
    speech_fixture_read(&fixture, "\"Kami siap,\" kata Kepala Bidang Data BKD Jambi Budi Santoso.",
                        NULL);
    ck_assert(text_is(fixture.facts.people[0].institution, "BKD Jambi"));
    ck_assert_int_eq(fixture.facts.people[0].kind, PERSON_PERSON);
}
END_TEST

static const struct {
    const char *word, *full;
    int likeness;
} words[] = {
    {"Andri", "Andriyanto", 3}, {"Risma", "Rismaharini", 3}, {"Jalen", "Jaelan", 2},
    {"Edo", "Alferdo", 1},      {"Budi", "Rina", 0},         {"Al", "Alferdo", 0},
    {"Sari", "Wulansari", 3},   {"Budi", "Budi", 2},         {"Sarwono", "Sutrono", 0},
    {"Sarwnoo", "Sarwono", 2},
};

START_TEST(test_likeness) {
    ck_assert_int_eq(spelling_likeness(text_of(words[_i].word), text_of(words[_i].full)),
                     words[_i].likeness);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("people");
    TCase *tcase = tcase_create("all");
    tcase_add_checked_fixture(tcase, load_test_tables, teardown);
    tcase_add_loop_test(tcase, test_who, 0, sizeof cases / sizeof cases[0]);
    tcase_add_test(tcase, test_mentions);
    tcase_add_test(tcase, test_institution);
    tcase_add_loop_test(tcase, test_likeness, 0, sizeof words / sizeof words[0]);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
