/* Advisories: invented sentences that are advisories of each type, and sentences that look like one
 * and are none. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "extract/recognisers.h"
#include "support.h"

/* How the sentence stands in its article. */
enum manner { QUOTED, STATED, TOLD };

/* An article of its own: `text` is a quotation, a statement or narrative by somebody with
 * `position`. */
struct scene {
    struct arena arena;
    struct article article;
    struct facts facts;
    struct person person;
    struct quote quote;
    struct statement statement;
};

/* The facts of a text about `region` (NULL: of none), said by somebody with this position. */
static void play_in(struct scene *s, const char *text, enum manner manner, const char *position,
                    const char *region) {
    memset(s, 0, sizeof *s);
    s->article.id = TEXT("x");
    s->article.text = text_of(text);
    s->article.tokens = tokenise(&s->arena, s->article.text);
    s->article.hits =
        lexicon_scan(test_tables()->lexicon, s->article.text, s->article.tokens, &s->arena);
    s->article.sentences = sentences_split(&s->arena, s->article.text, s->article.tokens, 0,
                                           s->article.tokens.count, NULL);
    s->person = (struct person){.name = TEXT("Rina Wahyuni"), .position = text_of(position)};
    s->facts.people = &s->person;
    s->facts.people_count = 1;
    s->quote.span = s->statement.span = (struct span){0, strlen(text)};
    s->facts.quotes = &s->quote;
    s->facts.quote_count = manner == QUOTED;
    s->facts.statements = &s->statement;
    s->facts.statement_count = manner == STATED;
    s->facts.text = s->article.text;
    s->facts.region_code = text_of(region);
    extract_advisories(&s->article, test_tables(), &s->arena, &s->facts);
}

static void play(struct scene *s, const char *text, enum manner manner, const char *position) {
    play_in(s, text, manner, position, "34.02");
}

static const struct {
    enum manner manner;
    const char *position, *text, *type, *addressee;
} sentences[] = {
    /* asked, ordered, reminded */
    {STATED, "Bupati", "Rina mengimbau warga agar tidak membakar jerami.", "imbauan", "masyarakat"},
    {STATED, "Bupati", "Rina meminta para camat segera mendata rumah rusak.", "imbauan",
     "camat dan lurah"},
    {STATED, "Bupati", "Kepada warga di tepi sungai, Bupati meminta agar bersabar.", "imbauan",
     "masyarakat"},
    {STATED, "Bupati", "Kepada peserta lomba, jajaran kecamatan berharap agar jujur.", "imbauan",
     "peserta"},
    {QUOTED, "Camat", "Para pedagang kami minta menutup lapak pukul lima.", "imbauan",
     "pelaku usaha"},
    {QUOTED, "Kapolres", "Kami mengajak para pemuda ikut ronda malam,", "imbauan", "pemuda"},
    {STATED, "Sekda", "Ia mengingatkan pegawai untuk datang tepat waktu.", "imbauan", "pegawai"},
    {STATED, "Sekda", "Ia mengingatkan bahwa setiap ASN wajib melapor harta.", "kewajiban", "ASN"},
    {STATED, "Sekda", "Ia mengingatkan bahwa jalan itu dibangun tahun lalu.", NULL, NULL},
    {QUOTED, "Camat", "Pengunjung wisata kami ajak membawa pulang sampahnya,", "imbauan",
     "wisatawan"},
    {STATED, "Sekda", "Sekda meminta jajaran OPD menghemat listrik.", "imbauan",
     "perangkat daerah"},
    {STATED, "Sekda", "Sekda meminta laporan tentang pegawai segera disusun.", "imbauan", NULL},
    {STATED, "Sekda", "Sekda mengajak ketua kelompok petani berkumpul di balai desa.", "imbauan",
     NULL},
    {STATED, "Sekda", "Sekda menekankan agar pelayanan kepada warga dipercepat.", "imbauan", NULL},
    {STATED, "Sekda", "Ia mengingatkan ASN bahwa jam kerja wajib dipenuhi.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "Mereka minta pasar dibuka lagi agar laku.", NULL, NULL},
    {STATED, "Sekda", "Ia berpesan jadikan pasar itu bersih.", "imbauan", NULL},
    {STATED, "Sekda", "Ia akan terus mengajak warga menanam bakau.", NULL, NULL},
    {STATED, "Sekda", "Ia menekankan dalam rapat itu pemerintah ingin membangun pasar.", NULL,
     NULL},
    {QUOTED, "Sekda", "Apabila hujan turun, segera lakukan pemeriksaan tanggul.", "imbauan", NULL},
    {STATED, "Sekda", "Sekda menyampaikan kepada warga agar sabar.", "imbauan", "masyarakat"},
    {STATED, "Sekda", "Ia menyebut pegawai yang membantu pasangan calon diminta mundur.", "imbauan",
     "pegawai"},
    {QUOTED, "Camat", "Bantuan itu uang rakyat, tidak boleh diberi stiker,", "larangan", NULL},
    {STATED, "Camat", "Sopir angkutan diminta harus memeriksa rem sebelum berangkat.", "imbauan",
     "pengguna jalan"},
    {STATED, "Gubernur", "Gubernur menginstruksikan semua kepala dinas turun ke lokasi banjir.",
     "kewajiban", "pejabat"},
    {STATED, "Ketua Bawaslu", "Bawaslu merekomendasikan penghitungan ulang di tiga kotak.",
     "imbauan", NULL},
    {STATED, "Bupati", "Rina meminta maaf kepada warga atas antrean panjang itu.", NULL, NULL},
    /* must and must not */
    {QUOTED, "Sekda", "ASN harus menjaga netralitas selama kampanye.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "ASN tidak boleh memasang stiker calon di mobil dinas.", "larangan", "ASN"},
    {QUOTED, "Sekda", "ASN harus netral, tidak boleh memakai kaus partai.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "Kesehatan warga harus dijaga.", "kewajiban", NULL},
    {QUOTED, "Sekda", "Anak-anak harus dilindungi.", "kewajiban", NULL},
    {QUOTED, "Sekda", "Penumpang lama harus sering diingatkan.", "kewajiban", NULL},
    {STATED, "Bupati", "Ditekankan Bupati agar target itu dicapai.", "imbauan", NULL},
    {STATED, "Bupati", "Ia mengajak warga segera melaporkan SPT lewat aplikasi.", "imbauan",
     "masyarakat"},
    {STATED, "Sekda", "Sekda meminta sekolah rakyat siap bulan depan.", "imbauan", NULL},
    {STATED, "Sekda", "Kepada dua kepala desa, Sekda meminta agar datanya lengkap.", "imbauan",
     "pemerintah desa"},
    {STATED, "Sekda", "Pembangunan itu diharapkan Bupati terus berlanjut oleh warga.", "imbauan",
     NULL},
    {QUOTED, "Sekda", "Aturan ini wajib dipatuhi oleh seluruh peserta.", "kewajiban", "peserta"},
    {QUOTED, "Sekda", "Program itu mesti didukung semua pihak.", "kewajiban", "semua pihak"},
    {QUOTED, "Sekda", "ASN, menurut aturan itu, harus cuti.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "ASN dan warga harus tertib.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "Warga menilai jembatan harus ditutup.", "kewajiban", NULL},
    {QUOTED, "Sekda", "Kita sebagai ASN harus memberi contoh.", "kewajiban", "ASN"},
    {QUOTED, "Sekda", "ASN yang menyebut nama calon di depan warga harus ditegur.", "kewajiban",
     NULL},
    {STATED, "Sekda", "Rapat itu merupakan tahap yang memang harus dilalui.", NULL, NULL},
    {STATED, "Sekda", "Ia menyebut gedung itu boleh dipakai atau harus dikosongkan.", NULL, NULL},
    {QUOTED, "Sekda", "Jangan menyalahkan warga.", "larangan", NULL},
    {QUOTED, "Sekda", "Para camat, jangan menunggu.", "larangan", "camat dan lurah"},
    {QUOTED, "Sekda", "Tidak usah membawa rombongan.", "larangan", NULL},
    {QUOTED, "Sekda", "Tidak usah khawatir.", NULL, NULL},
    {QUOTED, "Camat", "Warga tidak perlu panik dengan kabar itu.", NULL, NULL},
    {QUOTED, "Camat", "Kami harus kembali ke kantor sebelum malam.", NULL, NULL},
    {QUOTED, "Kapolres", "Tersangka harus ditahan dua puluh hari.", NULL, NULL},
    {QUOTED, "Kepala Dinas", "Jangan membuang sampah ke kali.", "larangan", NULL},
    {QUOTED, "Kepala Dinas", "Jangan lupa membawa kartu keluarga.", "imbauan", NULL},
    {QUOTED, "Kepala Dinas", "Hindari kerumunan di pasar pagi.", "imbauan", NULL},
    {TOLD, "Camat", "Menurut Bupati, ASN diwajibkan memakai batik setiap Kamis.", "kewajiban",
     "ASN"},
    {TOLD, "Camat", "Panitia harus bekerja sampai subuh karena hujan.", NULL, NULL},
    /* hopes and needs */
    {STATED, "Bupati", "Ia berharap para petani memakai bibit unggul.", "imbauan",
     "petani dan nelayan"},
    {STATED, "Bupati", "Program ini diharapkan mampu menaikkan pendapatan daerah.", NULL, NULL},
    {QUOTED, "Bupati", "Sangat diperlukan kesadaran warga untuk menjaga sungai.", "imbauan",
     "masyarakat"},
    {STATED, "Bupati", "Keterlibatan guru diharapkan bisa menambah mutu lomba.", NULL, NULL},
    {STATED, "Bupati", "Diharapkan semua perwakilan ormas hadir.", "imbauan",
     "organisasi masyarakat"},
    {STATED, "Bupati", "Diharapkan, seusai acara itu, para kader mampu mengajar.", "imbauan",
     "kader"},
    {QUOTED, "Bupati", "Dibutuhkan kejelasan agar harga tidak naik.", NULL, NULL},
    {STATED, "Bupati", "Jalan desa itu perlu segera diperbaiki.", "imbauan", NULL},
    {QUOTED, "Bupati", "Tidak perlu ada keraguan.", NULL, NULL},
    {QUOTED, "Bupati", "Orang tua punya kewajiban mengantar anak.", "kewajiban", "orang tua"},
    {QUOTED, "Bupati", "Ia mendahulukan kewajiban daripada hak.", NULL, NULL},
    {STATED, "Bupati", "Jika jalan rusak, agar dilaporkan ke camat.", "imbauan", NULL},
    {QUOTED, "Bupati", "Perlu diketahui, jembatan itu selesai bulan depan.", NULL, NULL},
    {QUOTED, "Bupati", "Semoga warga semakin tertib berlalu lintas.", "imbauan", "masyarakat"},
    {QUOTED, "Bupati", "Semoga jembatan ini segera selesai dan dipakai warga.", NULL, NULL},
    {QUOTED, "Bupati", "Semoga sehat selalu di mana pun berada.", NULL, NULL},
    {STATED, "Bupati", "Ia mempunyai harapan kepada para pemuda agar rajin.", "imbauan", "pemuda"},
    {STATED, "Bupati", "Dusun di lereng itu diharapkan Rina untuk tetap rukun.", "imbauan", NULL},
    {QUOTED, "Bupati", "Kami mohon doa dan dukungan warga untuk lomba itu.", "imbauan",
     "masyarakat"},
    {QUOTED, "Bupati", "Kami mohon doa warga.", NULL, NULL},
    {QUOTED, "Bupati", "Katakan tidak pada judi.", "imbauan", NULL},
    /* what only looks like asking */
    {STATED, "Bupati", "Ia menyebut banjir memaksa banyak warga harus mengungsi.", NULL, NULL},
    {STATED, "Bupati", "Akibatnya, warga harus berjalan memutar.", NULL, NULL},
    {STATED, "Bupati", "Pelamar yang menyebabkan kerugian harus mengganti.", "kewajiban",
     "peserta"},
    {QUOTED, "Bupati", "Jembatan gantung itu harus dipahami sebagai hadiah.", NULL, NULL},
    {STATED, "Bupati", "Ia datang untuk turut mengajak warga menanam bakau.", NULL, NULL},
    {STATED, "Bupati", "Rapat itu bagian dari upaya mengajak warga menanam bakau.", NULL, NULL},
    {STATED, "Bupati", "Ia memuji petugas yang secara rutin mengingatkan warga agar antre.", NULL,
     NULL},
    {STATED, "Bupati", "Itu syarat panitia, yang mewajibkan peserta memakai batik.", NULL, NULL},
    {STATED, "Bupati", "Pihaknya sengaja mengajak warga menonton.", NULL, NULL},
    {STATED, "Bupati", "Ia menyebut Dinas berupaya mengajak warga menanam bakau.", NULL, NULL},
    {STATED, "Bupati", "Seluruh upaya itu diarahkan untuk memperkuat tanggul.", NULL, NULL},
    {STATED, "Bupati", "Seluruh warga diarahkan untuk lewat jalan kampung.", "imbauan",
     "masyarakat"},
    {STATED, "Bupati", "Kepada para pegawai, Rina menekankan pentingnya kerapian.", "imbauan",
     "pegawai"},
    {QUOTED, "Bupati", "Masih banyak yang bisa dan harus diperbaiki di sini.", NULL, NULL},
    {STATED, "Bupati", "Aspirasi masyarakat menginginkan jalan itu diaspal.", NULL, NULL},
    {STATED, "Bupati", "Para petugas yang akan ditugaskan di pasar itu sudah siap.", NULL, NULL},
    {QUOTED, "Bupati", "Kami tidak canggung ketika mesti menjamu warga.", NULL, NULL},
    {QUOTED, "Bupati", "Semoga upaya kita ini memberikan manfaat bagi warga.", NULL, NULL},
    {QUOTED, "Bupati", "Biasakanlah bangun sebelum subuh.", "imbauan", NULL},
    {STATED, "Bupati", "Ada dua lomba yang wajib diikuti oleh seluruh peserta.", "kewajiban", NULL},
    /* sanctions and reports */
    {QUOTED, "Kapolres", "Serta segera melapor ke pos terdekat apabila melihat asap.", "pelaporan",
     NULL},
    {QUOTED, "Kapolres", "Langsung tutup, biasanya warga yang melapor.", NULL, NULL},
    {QUOTED, "Kapolres", "Didapati 40 orang pelanggar, sehingga kami beri sanksi denda.", NULL,
     NULL},
    {STATED, "Kapolres", "Kami tidak sampai memberikan sanksi kepada yang tidak patuh.", NULL,
     NULL},
    {QUOTED, "Kapolres", "Warga yang mengumpulkan 40 orang akan dikenai sanksi denda.", "sanksi",
     "masyarakat"},
    {QUOTED, "Ketua KPU", "Kalau laporannya tidak masuk, calon itu tidak dilantik.", "sanksi",
     NULL},
    {QUOTED, "Ketua KPU", "Yang dilarang itu membawa pengeras suara.", "larangan", NULL},
    {QUOTED, "Kepala BKD", "Jika terbukti melanggar, pegawai akan dikenai teguran tertulis.",
     "sanksi", "pegawai"},
    {TOLD, "Camat", "Menurut Kodim, bagi yang melanggar akan dikenakan denda.", "sanksi", NULL},
    {QUOTED, "Kapolres", "Tersangka diancam dengan pidana penjara lima tahun,", NULL, NULL},
    {STATED, "Bupati", "Tahun ini tidak ada sanksi bagi desa mana pun.", NULL, NULL},
    {STATED, "Kapolres", "Ia mengimbau warga segera melapor ke posko pengaduan.", "pelaporan",
     "masyarakat"},
    {QUOTED, "Ketua Bawaslu", "Bawaslu tidak segan menindak pelanggar.", "sanksi", NULL},
    {QUOTED, "Ketua Bawaslu", "Ada sanksi bagi yang melanggar janji kepada warga.", "sanksi", NULL},
    {QUOTED, "Ketua Bawaslu", "Ada sanksi bagi ASN yang melanggar.", "sanksi", "ASN"},
    {QUOTED, "Ketua Bawaslu", "Kami siap menindaklanjuti setiap laporan masyarakat.", "pelaporan",
     NULL},
    {QUOTED, "Kepala BKD", "Siapa pun yang titip absen akan kami panggil.", "sanksi", NULL},
    {QUOTED, "Kepala BKD", "Kalau telat tiga kali, tunjangannya dipotong.", "sanksi", NULL},
    {STATED, "Kepala BKD", "Kepala dinas yang menunda laporan dapat dijerat Perda.", "sanksi",
     "pejabat"},
    {STATED, "Kepala BKD", "Tahun lalu dua pegawai sudah dipanggil majelis.", NULL, NULL},
    {STATED, "Kepala BKD", "Jalan desa itu ditunda pengaspalannya sampai April.", NULL, NULL},
    {QUOTED, "Ketua Bawaslu", "Kalau ada amplop, laporkan ke kami.", "pelaporan", NULL},
    {STATED, "Ketua Bawaslu", "Warga dapat mengadu lewat kotak di kecamatan.", "pelaporan",
     "masyarakat"},
    {STATED, "Ketua Bawaslu", "Dua warga sudah melapor pekan lalu.", NULL, NULL},
    {STATED, "Sekda", "Sekda mengingatkan, pegawai yang bolos bisa dipidana.", "sanksi", "pegawai"},
    /* who may direct */
    {QUOTED, "Pengamat kebijakan publik", "Pemerintah harus membenahi jalan itu.", NULL, NULL},
    {QUOTED, "Ketua Umum Asosiasi Pemilik Kapal", "Pemerintah harus membenahi dermaga.", NULL,
     NULL},
    {QUOTED, "Ketua Serikat Pekerja Angin", "Perusahaan harus membayar lembur.", NULL, NULL},
    {QUOTED, "Direktur Utama RSUD", "Warga harus membawa kartu.", "kewajiban", "masyarakat"},
    {QUOTED, "Menteri Kesehatan yang juga Ketua Umum Perkumpulan Angin", "Warga harus sabar.",
     "kewajiban", "masyarakat"},
    {STATED, "Bupati", "Ia memuji relawan pelopor yang mengajak warga menanam bakau.", NULL, NULL},
    {QUOTED, "Direktur Utama PT Angin Ribut", "Pelanggan harus membawa bukti bayar.", NULL, NULL},
    {QUOTED, NULL, "Pemda Bantul dan semua warga harus menjaga sungai.", "kewajiban",
     "pemerintah daerah"},
    {QUOTED, NULL, "Kita harus menang malam ini.", NULL, NULL},
    {QUOTED, NULL, "Pemda Bantul harus memperhatikan para penari.", NULL, NULL},
    {QUOTED, NULL, "Warga yang datang ke kantor Pemda semoga sabar.", NULL, NULL},
    {QUOTED, "Ketua Umum Partai Demokrat", "Jalan ke kantor Bupati harus dibenahi.", NULL, NULL},
    {QUOTED, "Calon Bupati nomor urut 3", "Warga harus datang memilih.", NULL, NULL},
    {QUOTED, "Presiden FIFA", "Warga harus membeli karcis.", NULL, NULL},
    {QUOTED, "Pegiat sastra", "Warga harus membaca.", NULL, NULL},
    {QUOTED, "narasumber dari Badan Kepegawaian Negara", "Pegawai perlu memperbarui data.",
     "imbauan", "pegawai"},
    {QUOTED, "Kepala Strategi Angin Capital", "Sumur itu perlu diuji lagi oleh Pemda.", NULL, NULL},
    {QUOTED, "narasumber", "Jalan ke kantor Bupati harus dibenahi.", NULL, NULL},
    {QUOTED, "Wakil Direktur Utama", "Jalan ke kantor Bupati harus dibenahi.", NULL, NULL},
    {QUOTED, NULL, "Kami berharap gedung Pemda berguna bagi warga.", NULL, NULL},
    {QUOTED, "Ketua DPRD dari Partai Demokrat", "Jalan ke pasar itu harus dibenahi.", "kewajiban",
     NULL},
};

START_TEST(sentence) {
    struct scene s;
    play(&s, sentences[_i].text, sentences[_i].manner, sentences[_i].position);
    const char *type =
        s.facts.advisory_count ? advisory_type_name(s.facts.advisories[0].type) : "none";
    ck_assert_msg(strcmp(type, sentences[_i].type ? sentences[_i].type : "none") == 0, "%s: %s",
                  sentences[_i].text, type);
    if (sentences[_i].type) {
        const struct advisory *a = &s.facts.advisories[0];
        struct text addressee = text_of(sentences[_i].addressee);
        ck_assert_msg(text_equal(a->addressee, addressee), "%s: to %.*s", sentences[_i].text,
                      (int)a->addressee.size, a->addressee.data);
        ck_assert_int_eq(a->speaker, sentences[_i].manner == TOLD ? NOBODY : 0);
        ck_assert_int_gt(a->confidence, 0);
        ck_assert_ptr_nonnull(a->rule);
        ck_assert(a->fid[0] == 'a' && a->fid[1] == '-');
    }
    arena_free(&s.arena);
}
END_TEST

static struct text advisory_at(const struct scene *s, size_t i) {
    ck_assert_uint_lt(i, s->facts.advisory_count);
    return text_slice(s->article.text, s->facts.advisories[i].span);
}

/* Reports give the post in the first sentence and the name in the second. */
START_TEST(a_post_without_a_name_is_the_only_name_without_a_post) {
    struct scene s;
    const char *text = "Wakil Menteri Kesehatan datang. Sudarto meminta warga antre.";
    struct span post = {0, 23}, name = {32, 39};
    for (int strangers = 0; strangers < 2; strangers++) {
        play_in(&s, text, STATED, NULL, "");
        struct person people[] = {{.name = TEXT("Wakil Menteri Kesehatan")},
                                  {.name = TEXT("Sudarto")},
                                  {.name = TEXT("Wibowo")}};
        people[0].mentions = (struct spans){.at = &post, .count = 1};
        people[1].mentions = (struct spans){.at = &name, .count = 1};
        s.facts.people = people;
        s.facts.people_count = 2 + (size_t)strangers;
        s.statement = (struct statement){.span = {32, strlen(text)}, .speaker = 1};
        extract_advisories(&s.article, test_tables(), &s.arena, &s.facts);
        ck_assert_uint_eq(s.facts.advisory_count, strangers ? 0 : 1);
        arena_free(&s.arena);
    }
}
END_TEST

START_TEST(each_point_of_a_pledge) {
    struct scene s;
    play(&s,
         "Isi ikrar pegawai itu yakni\n\n1. Menjaga kerukunan di kantor masing-masing sampai hari\n"
         "Pemungutan suara.\n\n2. Menolak hadiah dari calon\nDemikian ikrar ini dibuat di hadapan "
         "Bupati.",
         TOLD, NULL);
    ck_assert_uint_eq(s.facts.advisory_count, 2);
    ck_assert(text_starts(advisory_at(&s, 0), "1. Menjaga"));
    ck_assert(text_ends(advisory_at(&s, 0), "suara."));
    ck_assert(text_is(advisory_at(&s, 1), "2. Menolak hadiah dari calon"));
    ck_assert_int_eq(s.facts.advisories[0].type, ADVISORY_KEWAJIBAN);
    ck_assert_int_eq(s.facts.advisories[1].type, ADVISORY_LARANGAN);
    arena_free(&s.arena);
}
END_TEST

START_TEST(points_of_an_appeal_have_its_type) {
    struct scene s;
    play(&s,
         "Bupati meminta warga melakukan hal berikut:\n1. Memakai helm.\n2. Tidak boleh "
         "berboncengan tiga.\nPasar buka pagi.",
         STATED, "Bupati");
    ck_assert_uint_eq(s.facts.advisory_count, 3);
    ck_assert_int_eq(s.facts.advisories[1].type, ADVISORY_IMBAUAN);
    ck_assert_int_eq(s.facts.advisories[2].type, ADVISORY_LARANGAN);
    arena_free(&s.arena);
}
END_TEST

START_TEST(a_numbered_list_without_a_pledge_is_none) {
    struct scene s;
    play(&s, "Pemenang lomba itu yakni\n1. Menjaga Alam dari Bupati Lestari.\n2. Menolak Lupa.",
         TOLD, NULL);
    ck_assert_uint_eq(s.facts.advisory_count, 0);
    arena_free(&s.arena);
}
END_TEST

START_TEST(topics_stand_in_their_order_once) {
    struct scene s;
    play(&s, "Saat pemilu ASN harus netral, jaga netralitas di media sosial dan pemilu damai.",
         QUOTED, "Sekda");
    ck_assert_uint_eq(s.facts.advisory_count, 1);
    const struct advisory *a = &s.facts.advisories[0];
    ck_assert_uint_eq(a->topic_count, 3);
    ck_assert(text_is(a->topics[0], "netralitas"));
    ck_assert(text_is(a->topics[1], "media_sosial"));
    ck_assert(text_is(a->topics[2], "pemilu"));
    arena_free(&s.arena);
}
END_TEST

START_TEST(quotation_and_its_frame_are_apart) {
    struct scene s;
    const char *text = "\"Warga harus waspada. Kami akan berjaga,\" imbau Bupati Rina.";
    play(&s, text, QUOTED, "Bupati");
    s.quote.span = (struct span){1, 41};
    extract_advisories(&s.article, test_tables(), &s.arena, &s.facts);
    ck_assert_uint_eq(s.facts.advisory_count, 1);
    ck_assert(text_is(advisory_at(&s, 0), "Warga harus waspada."));
    arena_free(&s.arena);
}
END_TEST

START_TEST(cut_text_holds_none) {
    struct scene s;
    play(&s, "Warga harus waspada.", QUOTED, "Bupati");
    for (size_t i = 0; i < s.article.tokens.count; i++) {
        s.article.tokens.at[i].cut = 1;
    }
    s.article.sentences = sentences_split(&s.arena, s.article.text, s.article.tokens, 0,
                                          s.article.tokens.count, NULL);
    extract_advisories(&s.article, test_tables(), &s.arena, &s.facts);
    ck_assert_uint_eq(s.facts.advisory_count, 0);
    arena_free(&s.arena);
}
END_TEST

/* Texts that nobody writes: no crash, and no time that grows faster than the text. */
START_TEST(hostile_texts) {
    static const char *const pieces[] = {
        "harus ", "\"harus ",           "1. ", "warga harus, ", "jika terbukti sanksi ",
        "- \n",   "Warga tidak boleh. "};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        size_t size = strlen(pieces[i]), count = 400000 / size;
        char *text = malloc(count * size + 1);
        for (size_t k = 0; k <= count * size; k++) {
            text[k] = k == count * size ? '\0' : pieces[i][k % size];
        }
        struct scene s;
        play(&s, text, i % 2 ? QUOTED : STATED, "Bupati");
        ck_assert_uint_le(s.facts.advisory_count, count);
        arena_free(&s.arena);
        free(text);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("advisories");
    TCase *tests = tcase_create("advisories");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_loop_test(tests, sentence, 0, (int)(sizeof sentences / sizeof sentences[0]));
    tcase_add_test(tests, a_post_without_a_name_is_the_only_name_without_a_post);
    tcase_add_test(tests, each_point_of_a_pledge);
    tcase_add_test(tests, points_of_an_appeal_have_its_type);
    tcase_add_test(tests, a_numbered_list_without_a_pledge_is_none);
    tcase_add_test(tests, topics_stand_in_their_order_once);
    tcase_add_test(tests, quotation_and_its_frame_are_apart);
    tcase_add_test(tests, cut_text_holds_none);
    tcase_add_test(tests, hostile_texts);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
