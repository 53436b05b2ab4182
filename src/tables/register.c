/* The register: see register.h. Files are read in passes: acts, relations, years. 10,000 acts load
 * in a few milliseconds, so nothing is put off until it is asked for. */
#include <config.h>

#include "tables/register.h"

#include "base/ascii.h"
#include "tables/register_parts.h"

static bool is_word_byte(char c) { return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80; }

/* True if a region's name goes on behind `at`: Perda Solok Selatan is none of Solok. */
static bool goes_on(struct text text, size_t at) {
    static const char *const further[] = {"Selatan", "Utara", "Barat",    "Timur", "Tengah",
                                          "Daya",    "Raya",  "Besar",    "Jaya",  "Tenggara",
                                          "Hulu",    "Hilir", "Kepulauan"};
    if (at >= text.size || text.data[at] != ' ')
        return false;
    size_t start = at + 1, end = start;
    while (end < text.size && is_word_byte(text.data[end]))
        end++;
    for (size_t i = 0; i < sizeof further / sizeof *further; i++)
        if (text_equal_ascii_nocase(text_slice(text, (struct span){start, end}),
                                    text_of(further[i])))
            return true;
    return false;
}

/* True if `words` stand in the text as whole words, and as no part of a longer region's name. */
static bool names_nocase(struct text text, struct text words) {
    for (size_t at = 0; at + words.size <= text.size; at++) {
        size_t end = at + words.size;
        if (text_equal_ascii_nocase(text_slice(text, (struct span){at, end}), words) &&
            (at == 0 || !is_word_byte(text.data[at - 1])) &&
            (end == text.size || !is_word_byte(text.data[end])) && !goes_on(text, end))
            return true;
    }
    return false;
}

static bool issued_by(const struct register_entry *entry, struct text words) {
    struct text rest = entry->issuers;
    if (rest.size == 0)
        return true;
    for (struct text issuer; tsv_next_form(&rest, &issuer);)
        if (names_nocase(words, issuer))
            return true;
    return false;
}

const struct register_entry *register_find(const struct legal_register *acts, struct text type,
                                           struct text number, int year, struct text words) {
    struct register_name name = {type, register_number_plain(number), year};
    const struct register_entry *entry = register_entry_find(acts, &name);
    while (entry && !issued_by(entry, words))
        entry = entry->same;
    return entry;
}

int register_last_number(const struct legal_register *acts, struct text type, int year) {
    const struct register_year *known = register_series_find(&acts->series, type, year);
    return known ? known->last : -1;
}

bool register_covers(const struct legal_register *acts, struct text type, struct date day) {
    return register_series_covers(&acts->series, type, day);
}

size_t register_count(const struct legal_register *acts) { return acts->count; }

static const char *const own_files[] = {"register.tsv", "register_relations.tsv",
                                        "register_years.tsv"};
#define OWN_FILES (sizeof own_files / sizeof *own_files)

/* The table's own files first, then those of the user. */
static void open_files(struct register_loading *loading, const struct register_sources *sources) {
    struct arena *arena = loading->arena;
    size_t count = OWN_FILES + sources->added_count;
    loading->files = arena_alloc_array(arena, count, sizeof *loading->files);
    loading->file_count = count;
    for (size_t i = 0; i < OWN_FILES; i++)
        register_file_open(loading,
                           arena_printf(arena, "%s/%s", sources->folder, own_files[i]).data,
                           &loading->files[i]);
    for (size_t i = 0; i < sources->added_count; i++)
        register_file_open(loading, sources->added[i], &loading->files[OWN_FILES + i]);
}

const struct legal_register *register_load(const struct register_sources *sources,
                                           struct arena *arena, struct faults *faults) {
    size_t before = faults->count;
    struct legal_register *acts = arena_alloc(arena, sizeof *acts);
    struct register_loading loading = {.arena = arena,
                                       .faults = faults,
                                       .types = sources->types,
                                       .regions = sources->regions,
                                       .acts = acts};
    struct error error = {0};
    open_files(&loading, sources);
    register_acts_load(&loading);
    register_links_load(&loading);
    register_years_load(&loading);
    if (!register_covers_load(sources->folder, arena, &acts->series, &error))
        faults_add(faults, error.file, error.record, "%s", error.message);
    return faults->count == before ? acts : NULL;
}
