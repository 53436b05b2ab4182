/* Statements: see statements.h. Before: attributions. After: facts. */
#include <config.h>

#include "extract/statements.h"

/* Words that link a sentence to the report before it. */
static const char *const links[] = {
    "Mengingat", "Bahkan",    "Sehingga", "Karena",    "Sebab",    "Namun",    "Termasuk",
    "Terutama",  "Yaitu",     "Yakni",    "Misalnya",  "Caranya",  "Apalagi",  "Artinya",
    "Tujuannya", "Tetapi",    "Tapi",     "Tentunya",  "Tentu",    "Pasalnya", "Dan",
    "Padahal",   "Sedangkan", "Kedua",    "Ketiga",    "Pertama",  "Kemudian", "Selain",
    "Salah",     "Untuk",     "Oleh",     "Jika",      "Apabila",  "Kalau",    "Supaya",
    "Agar",      "Mereka",    "Siapa",    "Apa",       "Sehingga", "Dengan",   "Harapannya",
    "Tidak",     "Jangan",    "Tak",      "Khususnya", "Sejauh",   "Begitu",   "Alasannya",
    "Meski",     NULL};

/* Words by which the newspaper itself goes on telling. */
static const char *const breaks[] = {"Diketahui", "Sebelumnya",  "Sebagai", "Seperti",
                                     "Acara",     "Turut",       "Hadir",   "Dikutip",
                                     "Dilansir",  "Berdasarkan", "Usai",    NULL};

bool statements_continue(const struct reading *reading, struct range range,
                         struct surroundings around) {
    if (!around.after_report || !around.same_paragraph)
        return false;
    if (reading_is_any(reading, range.first, breaks))
        return false;
    return reading_is_any(reading, range.first, links);
}
