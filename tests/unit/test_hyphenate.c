/* Hyphenation against words whose breaks are known. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "layout/hyphenate.h"
#include "support.h"

static const struct {
    const char *word, *parts;
} syllables[] = {
    {"memberikan", "mem-be-ri-kan"},
    {"masyarakat", "ma-sya-ra-kat"},
    {"anggota", "ang-gota"},
    {"makhluk", "makh-luk"},
    {"instrumen", "in-stru-men"},
    {"berada", "berada"},
    {"berapa", "berapa"},
    {"perlawanan", "per-la-wanan"},
    {"kampanye,", "kam-pa-nye,"},
    {"Jakarta", "Jakarta"},
    {"ASN", "ASN"},
    {"pegawai", "pe-ga-wai"},
    {"di", "di"},
    {"netralitas", "net-ra-li-tas"},
    {"penyelenggara", "pe-nye-leng-gara"},
};

START_TEST(parts_words) {
    struct text word = text_of(syllables[_i].word);
    size_t offsets[HYPHENS_MOST], count = hyphenate(word, offsets), from = 0;
    char out[80] = "";
    for (size_t i = 0; i < count; i++) {
        ck_assert_uint_gt(offsets[i], from);
        strncat(out, word.data + from, offsets[i] - from);
        strcat(out, "-");
        from = offsets[i];
    }
    strcat(out, word.data + from);
    ck_assert_str_eq(out, syllables[_i].parts);
}
END_TEST

/* Words with all their breaks, as the dictionary and EYD V have them. A dot is a place where the
 * word may part; the program may find fewer of them, never others. */
static const char *const divided[] = {
    /* one consonant between vowels */
    "ba.ha.sa",
    "ma.nu.si.a",
    "ke.pa.la",
    "pe.ga.wai",
    "bu.pa.ti",
    "ka.bu.pa.ten",
    "de.le.ga.si",
    "si.tu.a.si",
    "ne.ga.ra",
    "wi.la.yah",
    "ke.ca.mat.an",
    "do.ku.men",
    "mu.ta.si",
    "ro.ta.si",
    "ko.mu.ni.ka.si",
    "lo.gis.tik",
    "e.ko.no.mi",
    "o.to.no.mi",
    "ki.ner.ja",
    "ta.tan.an",
    /* two consonants */
    "man.di.ri",
    "som.bong",
    "swas.ta",
    "cap.lok",
    "ap.ril",
    "men.te.ri",
    "gu.ber.nur",
    "sis.tem",
    "tin.dak",
    "tang.gal",
    "ang.go.ta",
    "sang.gup",
    "pim.pi.nan",
    "pan.jang",
    "con.toh",
    "sum.ber",
    "wak.tu",
    "mak.si.mal",
    "per.se.pu.luh",
    "net.ra.li.tas",
    "in.teg.ri.tas",
    "de.mok.ra.si",
    "bi.rok.ra.si",
    "re.pub.lik",
    "at.ri.but",
    "pat.ro.li",
    "ret.ri.bu.si",
    "mig.ra.si",
    "ag.re.sif",
    "ap.li.ka.si",
    "di.sip.lin",
    "ob.jek.tif",
    "mag.net",
    "sek.tor",
    "seg.men",
    "kar.ya.wan",
    "par.tai",
    "kor.ban",
    "ar.sip",
    "hak.im",
    "ad.mi.nis.tra.si",
    /* three and more */
    "in.stru.men",
    "in.struk.si",
    "kon.struk.si",
    "kon.trol",
    "kon.trak",
    "kon.tri.bu.si",
    "in.fra.struk.tur",
    "re.struk.tu.ri.sa.si",
    "de.struk.tif",
    "in.dus.tri",
    "re.gis.tra.si",
    "dis.tri.bu.si",
    "dis.trik",
    "e.lek.tro.nik",
    "kon.sti.tu.si",
    "in.stan.si",
    "in.sti.tu.si",
    "in.spek.to.rat",
    "in.spi.ra.si",
    "kon.klu.si",
    "kon.kret",
    "am.plop",
    "im.ple.men.ta.si",
    "sen.tral",
    "ul.tra",
    "ek.sem.plar",
    "sin.kro.ni.sa.si",
    "ab.strak",
    "ob.struk.si",
    "men.tri.ga",
    "al.tru.is",
    /* ng, ny, sy, kh are one consonant */
    "ba.nyak",
    "me.nye.but",
    "me.nya.ta.kan",
    "mem.pu.nyai",
    "pe.nye.leng.ga.ra",
    "ke.nya.ta.an",
    "ma.sya.ra.kat",
    "mu.sya.wa.rah",
    "sya.rat",
    "masy.hur",
    "men.syu.ku.ri",
    "makh.luk",
    "ikh.las",
    "akh.lak",
    "kha.wa.tir",
    "khu.sus.nya",
    "ber.khi.a.nat",
    "ke.khu.sus.an",
    "a.khir.nya",
    "ba.ngun.an",
    "de.ngan",
    "bu.nga.nya",
    "se.nga.ja",
    "me.nga.rang",
    "pe.nga.rang",
    "lang.sung",
    "bang.sa",
    "mung.kin",
    "bang.krut",
    "jang.krik",
    "kong.res",
    "fung.si",
    "ber.fung.si",
    "bung.kus",
    "ang.kut.an",
    "jang.ka",
    "ter.sang.ka",
    "tang.gung",
    "long.sor",
    "ling.kung.an",
    /* nk, ks, trans before a further consonant */
    "sank.si",
    "sank.si.nya",
    "ber.sank.si",
    "sank.tu.a.ri.um",
    "eks.por",
    "eks.tra",
    "eks.trem",
    "eks.ter.nal",
    "eks.klu.sif",
    "eks.pre.si",
    "eks.plo.ra.si",
    "teks.til",
    "kon.teks.tu.al",
    "eks.tra.ku.ri.ku.ler",
    "ek.se.ku.tif",
    "ek.sis.ten.si",
    "di.lak.sa.na.kan",
    "fak.si.mi.le",
    "trans.por.ta.si",
    "trans.pa.ran.si",
    "trans.for.ma.si",
    "trans.mig.ra.si",
    "trans.fer",
    "di.trans.fer",
    "men.trans.fer",
    "tran.sak.si",
    "ber.tran.sak.si",
    "tran.si.si",
    "tran.skrip",
    /* ai, au, ei, oi and other vowels side by side */
    "me.lai.kan",
    "ba.gai.ma.na",
    "me.nyam.pai.kan",
    "me.mu.lai",
    "pu.lau.nya",
    "ker.bau.nya",
    "se.poi.se.poi",
    "sur.vei.nya",
    "au.di.en.si",
    "ke.ja.di.an",
    "da.e.rah",
    "na.si.o.nal",
    "so.si.a.li.sa.si",
    "e.va.lu.a.si",
    "ko.o.pe.ra.tif",
    "se.o.rang",
    "me.la.lu.i",
    "i.de.o.lo.gi",
    "se.nan.ti.a.sa",
    "kri.te.ri.a",
    "ku.a.li.tas",
    "in.ter.na.si.o.nal",
    /* prefixes */
    "ber.ja.lan",
    "ber.a.da",
    "be.ra.pa",
    "be.be.ra.pa",
    "ber.ang.kat",
    "be.ren.ca.na",
    "ber.ke.las",
    "ter.ha.dap",
    "ter.ba.wa",
    "ter.ang.kat",
    "te.rang.nya",
    "ter.a.khir",
    "te.ro.ris.me",
    "per.lu.as",
    "per.u.sa.ha.an",
    "pe.rin.tah",
    "pe.me.rin.tah",
    "pe.rem.pu.an",
    "per.a.tur.an",
    "per.un.dang",
    "per.lin.dung.an",
    "per.tang.gung.ja.wab.an",
    "mem.ban.tu",
    "mem.pro.ses",
    "mem.pri.o.ri.tas.kan",
    "mem.per.o.leh",
    "di.per.o.leh",
    "mem.per.i.ngat.kan",
    "me.me.rin.tah.kan",
    "me.na.ti",
    "me.nu.tup",
    "me.ma.kai",
    "me.nya.pu",
    "me.nge.cat",
    "meng.im.bau",
    "meng.a.jak",
    "meng.i.kut.i",
    "meng.a.was.i",
    "meng.gan.ti",
    "meng.gu.na.kan",
    "meng.kri.tik",
    "men.je.lang",
    "men.du.kung",
    "me.ne.gas.kan",
    "me.la.rang",
    "pe.mi.kir",
    "pe.no.long",
    "pe.nge.tik",
    "pe.nye.but",
    "pem.be.ri.an",
    "pem.ba.ngun.an",
    "peng.a.was",
    "peng.a.dil.an",
    "peng.har.ga.an",
    "pen.di.dik.an",
    "pe.lak.sa.na",
    "pe.la.yan.an",
    "di.am.bil",
    "di.a.tur",
    "di.pro.ses",
    "dip.lo.mat",
    "di.kri.tik",
    "di.be.ri.kan",
    "ke.ter.ang.an",
    "ke.ber.a.da.an",
    "ke.ter.li.bat.an",
    "ke.prak.tis.an",
    "ke.sank.si.an",
    "se.pro.vin.si",
    "sek.re.ta.ris",
    "se.te.rus.nya",
    "se.be.nar.nya",
    "an.tar.in.stan.si",
    "an.tar.lem.ba.ga",
    "non.ak.tif",
    "sub.u.nit",
    "sub.ba.gi.an",
    /* suffixes and particles */
    "ma.kan.an",
    "tin.dak.an",
    "ke.bi.jak.an",
    "la.rang.an",
    "te.gur.an",
    "hu.kum.an",
    "per.la.wan.an",
    "pe.lang.gar.an",
    "ja.bat.an.nya",
    "ha.rap.an.nya",
    "hu.kum.an.lah",
    "me.la.ku.kan",
    "mem.be.ri.kan",
    "di.sam.pai.kan",
    "me.ru.pa.kan",
    "ber.da.sar.kan",
    "se.dang.kan",
    "le.tak.kan",
    "per.gi.lah",
    "a.pa.kah",
    "mes.ki.pun",
    "a.tau.pun",
    "ha.rus.nya",
    "di.nas.nya",
    "me.nga.ta.kan",
    "mem.ber.hen.ti.kan",
    "pem.ber.hen.ti.an",
    "ke.pu.tus.an",
    "ba.tas.an",
    "ke.se.jah.te.ra.an",
    /* infixes */
    "ge.lem.bung",
    "ge.mu.ruh",
    "ge.ri.gi",
    "si.nam.bung",
    "te.lun.juk",
    /* compounds */
    "ki.lo.gram",
    "fo.to.gra.fi",
    "bi.o.gra.fi",
    "de.mo.gra.fi",
    "pro.gram",
};

#define LONGEST 60

/* Splits "sank.si" into the word and its breaks; returns their number. */
static size_t read_word(const char *divided_word, char word[LONGEST], size_t breaks[LONGEST]) {
    size_t size = 0, count = 0;
    for (const char *c = divided_word; *c; c++)
        if (*c == '.')
            breaks[count++] = size;
        else
            word[size++] = *c;
    word[size] = '\0';
    return count;
}

static bool among(size_t offset, const size_t *breaks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (breaks[i] == offset)
            return true;
    return false;
}

START_TEST(never_parts_wrongly) {
    char word[LONGEST];
    size_t breaks[LONGEST], offsets[HYPHENS_MOST];
    size_t count = read_word(divided[_i], word, breaks);
    size_t found = hyphenate(text_of(word), offsets);
    for (size_t i = 0; i < found; i++)
        ck_assert_msg(among(offsets[i], breaks, count), "%s parts after %zu letters", divided[_i],
                      offsets[i]);
}
END_TEST

/* Of the breaks that leave two letters before and three behind, in words of six letters and more.
 */
START_TEST(finds_most_breaks) {
    size_t possible = 0, found = 0;
    for (size_t i = 0; i < sizeof divided / sizeof *divided; i++) {
        char word[LONGEST];
        size_t breaks[LONGEST], offsets[HYPHENS_MOST];
        size_t count = read_word(divided[i], word, breaks), size = strlen(word);
        for (size_t k = 0; size >= 6 && k < count; k++)
            possible += breaks[k] >= 2 && size - breaks[k] >= 3;
        found += hyphenate(text_of(word), offsets);
    }
    ck_assert_uint_ge(found * 100, possible * 85);
}
END_TEST

/* A name, an abbreviation, a word with digits or foreign letters stays whole, with any marks around
 * it. */
START_TEST(leaves_names_alone) {
    static const char *const whole[] = {
        "Sanksiwati", "KEMENDAGRI",      "BKPSDM",     "Kemendagri's",   "McDonald", "e-katalog",
        "covid19",    "caf\xC3\xA9-nya", "(Wonogiri)", "\"Sumardjono\"", "iPhone"};
    size_t offsets[HYPHENS_MOST];
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        ck_assert_msg(hyphenate(text_of(whole[i]), offsets) == 0, "%s", whole[i]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("hyphenate");
    TCase *tests = tcase_create("hyphenate");
    tcase_add_loop_test(tests, parts_words, 0, sizeof syllables / sizeof *syllables);
    tcase_add_loop_test(tests, never_parts_wrongly, 0, sizeof divided / sizeof *divided);
    tcase_add_test(tests, finds_most_breaks);
    tcase_add_test(tests, leaves_names_alone);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
