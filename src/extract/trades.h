/* Trades: what somebody without an office is, told in lower case behind their name, and the body
 * that they come from.
 *
 * Before: struct reading, names, positions. After: appositions. */
#ifndef TAKLIMAT_EXTRACT_TRADES_H
#define TAKLIMAT_EXTRACT_TRADES_H

#include "extract/reading.h"

/* The token after the description whose first word, a post in lower case, ends before `at`:
 * pedagang | daging sapi di Pasar Senen, ...; siswa | sekolah menengah di Tegal mengatakan. `at`
 * itself where none goes on, or where what follows it may belong to it. Asks no more than some
 * words on. */
uint32_t trades_end(const struct reading *reading, uint32_t at);

/* The token to which the words of an office go on at `at`, behind the name of who holds it,
 * whatever they are: Kepala Kanreg V | BKN Tegal, ... They end at a comma with no list behind it,
 * at a verb of speech if nobody is called by one of them, and, where it is `sure` that nobody else
 * is named, at any word that no office goes on with. `at` itself if they do not. */
uint32_t trades_office_end(const struct reading *reading, uint32_t at, bool sure);

/* The comma to which a description before a name goes on at `at`, past lower case and a clause:
 * Pemerhati sosial | dari vokasi Anybody, Budi Santoso, ...; Peserta | yang tinggal di Tegal, Budi
 * Santoso mengatakan. `post` is the token after its post's form. `at` itself if no full name, and
 * then a comma or verb of speech, follows. */
uint32_t trades_before_name(const struct reading *reading, uint32_t post, uint32_t at);

/* The body behind "dari" at `at`: dari Dinas Sosial Tegal, dari KKP Kelas II Tegal. Empty if there
 * is none, and where something follows that may belong to it. */
struct range trades_origin(const struct reading *reading, uint32_t at);

#endif
