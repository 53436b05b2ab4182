/* Offices: which words belong to the name of an office, and whether a person's name stands behind
 * them.
 *
 * Before: struct reading and names. After: positions reads whole phrases with it. */
#ifndef TAKLIMAT_EXTRACT_OFFICE_H
#define TAKLIMAT_EXTRACT_OFFICE_H

#include "extract/reading.h"

/* The token after a capital word of an office's name at `at`, or `at` if there is none: a known
 * form, a number, an acronym, a word of the vocabulary, anything that cannot be a name. */
uint32_t office_word_end(const struct reading *reading, uint32_t at);

/* The token after "(Pemkesra)", which explains a word of the office, or `at`. */
uint32_t office_parenthesis_end(const struct reading *reading, uint32_t at);

/* True if the number of an instrument stands at `at`: the words before it are who issued that, and
 * nobody who speaks (SE Kepala BKN Nomor 5). */
bool office_numbered(const struct reading *reading, uint32_t at);

/* True if the word at `at` links two words of an office: dan, bidang, di, of. */
bool office_connector(const struct reading *reading, uint32_t at);

/* True if the list of an office's subjects goes on behind the comma at `comma`: Perindustrian,
 * Perdagangan dan Koperasi. */
bool office_list_goes_on(const struct reading *reading, uint32_t comma);

/* The token after the item of such a list that begins at `at`. */
uint32_t office_item_end(const struct reading *reading, uint32_t at);

/* ", Provinsi X," or ", Kelurahan X, Kecamatan Y," between an office and its holder, or a list: the
 * last of its commas, or `comma`. */
uint32_t office_places_end(const struct reading *reading, uint32_t comma);

/* True if, after words before `at` that could be a name, the office goes on and only then somebody
 * is named: Pijar Timur Indonesia Budi. `name`: they look much like a name. */
bool office_goes_on(const struct reading *reading, uint32_t at, bool name);

/* True if a word that can be no name but is no post either follows at `at`, so that what stands
 * before it belongs to the office: Melati Jaya Group. `name`: that looks much like a name. */
bool office_word_follows(const struct reading *reading, uint32_t at, bool name);

/* True if a name stands behind a comma or titles at `end`, so that the words before it are the
 * office. */
bool office_name_behind(const struct reading *reading, uint32_t end);

/* True if a body stands at `at` and then somebody is named: Direktur Jenderal X, Kementerian Y,
 * Budi. */
bool office_body_before_name(const struct reading *reading, uint32_t at);

/* The token at which the known word of an English post stands that begins with capital words which
 * no table knows, at `at`: Corporate Affairs Director. `at` if there is none. */
uint32_t office_english_post(const struct reading *reading, uint32_t at);

#endif
