/* Statements: see statements.h. Before: attributions. After: facts. */
#include <config.h>

#include "extract/statements.h"

#define FRAGMENT_TOKENS 10
#define LONGEST_RUN 8    /* sentences in a row that one attribution carries */
#define LONGEST_VOICE 60 /* likewise, in paragraphs that say "kita" */

/* Words that link a sentence to the report before it. */
static const char *const links[] = {
    "Mengingat", "Bahkan",  "Sehingga", "Karena",   "Sebab",     "Namun",      "Termasuk",
    "Terutama",  "Yaitu",   "Yakni",    "Misalnya", "Caranya",   "Apalagi",    "Artinya",
    "Tujuannya", "Tetapi",  "Tapi",     "Tentunya", "Pasalnya",  "Padahal",    "Kedua",
    "Ketiga",    "Mereka",  "Supaya",   "Agar",     "Alasannya", "Harapannya", "Khususnya",
    "Jangan",    "Apabila", "Jika",     "Kalau",    NULL};

/* Words that link it even to a quotation, or across a paragraph. */
static const char *const strong_links[] = {"Bahkan", "Harapannya", NULL};

/* Words by which the newspaper itself goes on telling. */
static const char *const breaks[] = {
    "Diketahui",  "Sebelumnya", "Sebagai",         "Acara",  "Turut",   "Hadir",  "Dikutip",
    "Dilansir",   "Usai",       "Sementara",       "Adapun", "Dalam",   "Pada",   "Sosialisasi",
    "Kegiatan",   "Peserta",    "Pantauan",        "Seusai", "Setelah", "Hingga", "Akibat",
    "Mengakhiri", "Begini",     "Menindaklanjuti", NULL};

bool statements_tells_event(const struct reading *reading, struct range range) {
    static const char *const words[] = {"dihadiri",    "diikuti",  "digelar",
                                        "berlangsung", "ditutup",  "dilanjutkan",
                                        "dimeriahkan", "diakhiri", NULL};
    for (uint32_t at = range.first; at < range.end; at++)
        if (reading->tokens[at].letter_case == CASE_LOWER && reading_is_any(reading, at, words))
            return true;
    return false;
}

/* "Di akhir acara": the newspaper tells how the occasion went on. */
static bool tells_occasion(const struct reading *reading, uint32_t at) {
    static const char *const moments[] = {"akhir", "penghujung", "sela", NULL};
    return reading_is(reading, at, "Di") && reading_is_any(reading, at + 1, moments);
}

/* Words by which somebody is told what to do: what officials say, not what newspapers tell. */
static bool directs(const struct reading *reading, struct range range) {
    static const char *const words[] = {"harus",    "wajib",      "diminta",   "diimbau",
                                        "dihimbau", "diharapkan", "hendaknya", "dilarang",
                                        "jangan",   NULL};
    for (uint32_t at = range.first; at < range.end; at++) {
        if (reading->tokens[at].kind != TOKEN_WORD || reading->tokens[at].cut)
            continue;
        if (reading_is(reading, at, "boleh") && at > range.first &&
            reading_is(reading, at - 1, "tidak"))
            return true;
        if (reading_is_any(reading, at, words))
            return true;
    }
    return false;
}

bool statements_voice(const struct reading *reading, struct range range) {
    static const char *const own[] = {"kita",   "saya",  "mari",  "marilah", "janganlah",
                                      "jangan", "harus", "perlu", NULL};
    bool voice = false;
    for (uint32_t at = range.first; at < range.end; at++) {
        if (reading->tokens[at].kind == TOKEN_QUOTE)
            return false;
        voice = voice || reading_is_any(reading, at, own);
    }
    return voice;
}

bool statements_continue(const struct reading *reading, struct range range,
                         struct surroundings around) {
    if ((!around.after_report && !around.after_quote) || !around.by_person ||
        around.run >= (around.voice ? LONGEST_VOICE : LONGEST_RUN))
        return false;
    if (around.another)
        return false;
    bool close = around.after_report && (around.same_paragraph || around.voice);
    if (close && reading_is_any(reading, range.first, links))
        return true;
    if (reading_is_any(reading, range.first, strong_links))
        return true;
    if (around.dated || reading_is_any(reading, range.first, breaks) ||
        tells_occasion(reading, range.first) || statements_tells_event(reading, range))
        return false;
    return close || directs(reading, range);
}

bool statements_fragment(const struct reading *reading, struct range range) {
    static const char *const openers[] = {"Untuk",  "Demi",     "Guna", "Agar",
                                          "Supaya", "Termasuk", NULL};
    if (!reading_is_any(reading, range.first, openers) || range.end - range.first > FRAGMENT_TOKENS)
        return false;
    for (uint32_t at = range.first + 1; at < range.end; at++)
        if (reading_is(reading, at, ",") || reading_is(reading, at, "juga"))
            return false;
    return true;
}
