/* Regions and the forms that stand for them: see regions.h. Before: regions.tsv, region_words.tsv.
 * After: intake, extraction and summary. */
#include <config.h>

#include "tables/regions.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/nearest.h"
#include "tables/region_names.h"
#include "tables/tsv.h"

struct regions {
    struct region *at;
    size_t count;
    struct region_names names;
    struct region_form *forms;
    size_t form_count;
    enum region_word_kind *word_kinds;
    size_t word_count;
};

/* A form on its way into the table: one text, one sense. */
struct draft {
    struct text text;
    struct text key;
    struct region_sense sense;
};

struct drafts {
    struct draft *at;
    size_t count;
    size_t capacity;
    struct arena *arena;
};

static const char *const column_names[] = {"code",         "name",  "short_name", "capital",
                                           "aliases",      "clued", "unverified", "former_names",
                                           "former_codes", "mark",  NULL};

size_t regions_count(const struct regions *regions) { return regions->count; }

const struct region *regions_get(const struct regions *regions, size_t index) {
    return index < regions->count ? &regions->at[index] : NULL;
}

const struct region *regions_find(const struct regions *regions, struct text code_or_name) {
    return regions_get(regions, region_names_find(&regions->names, code_or_name));
}

size_t regions_sharing(const struct regions *regions, struct text short_name) {
    size_t count = 0;
    for (size_t i = 0; i < regions->count; i++)
        count += text_equal_ascii_nocase(regions->at[i].short_name, short_name);
    return count;
}

struct text regions_nearest(const struct regions *regions, struct text name) {
    struct text nearest = {NULL, 0};
    size_t least = nearest_limit(name);
    for (size_t i = 0; i < regions->count; i++) {
        const struct region *region = &regions->at[i];
        if (nearest_is_nearer(name, region->name, &least) ||
            nearest_is_nearer(name, region->short_name, &least))
            nearest = region->name;
    }
    return nearest;
}

const struct region *regions_province(const struct regions *regions, const struct region *region) {
    return &regions->at[region->province];
}

size_t regions_index(const struct regions *regions, const struct region *region) {
    return (size_t)(region - regions->at);
}

const struct region_form *regions_form(const struct regions *regions, size_t row) {
    return &regions->forms[row];
}

enum region_word_kind regions_word_kind(const struct regions *regions, size_t row) {
    return regions->word_kinds[row];
}

/* Fills one region; provinces must stand before their regions, and the rows be in the order of
 * codes. */
static bool read_region(struct regions *regions, const struct tsv *table, size_t row,
                        struct error *error) {
    struct region *region = &regions->at[row];
    region->code = tsv_cell(table, row, tsv_column(table, "code"));
    region->name = tsv_cell(table, row, tsv_column(table, "name"));
    region->short_name = tsv_cell(table, row, tsv_column(table, "short_name"));
    region->capital = tsv_cell(table, row, tsv_column(table, "capital"));
    region->common = text_is(tsv_cell(table, row, tsv_column(table, "mark")), "common");
    if (row > 0 && text_compare(regions->at[row - 1].code, region->code) >= 0)
        return tsv_row_error(table, row, error, "codes are not in order, or one is there twice");
    if (region->code.size == 2) {
        region->type = REGION_PROVINCE;
        region->province = row;
        return true;
    }
    if (row == 0 || !text_equal(text_slice(region->code, (struct span){0, 2}),
                                regions->at[regions->at[row - 1].province].code))
        return tsv_row_error(table, row, error, "the region's province is missing");
    region->type = text_starts(region->name, "Kota ") ? REGION_CITY : REGION_REGENCY;
    region->province = regions->at[row - 1].province;
    return true;
}

static void draft_add(struct drafts *drafts, struct text text, size_t region,
                      enum region_sense_kind kind) {
    char key[REGION_KEY_SIZE];
    size_t size = region_key(text, key);
    if (size == 0)
        return;
    drafts->at = arena_grow(drafts->arena, drafts->at, drafts->count, drafts->count + 1,
                            sizeof(*drafts->at), &drafts->capacity);
    drafts->at[drafts->count++] =
        (struct draft){text, arena_copy(drafts->arena, (struct text){key, size}), {region, kind}};
}

/* "Kepulauan X" is also written "Kep. X" and "Kep X"; a name of two words also in one. */
static void draft_variants(struct drafts *drafts, struct text name, size_t region) {
    if (text_starts(name, "Kepulauan ")) {
        struct text rest = text_slice(name, (struct span){sizeof("Kepulauan ") - 1, name.size});
        draft_add(drafts, arena_concat(drafts->arena, TEXT("Kep. "), rest, TEXT("")), region,
                  REGION_BY_ALIAS);
        draft_add(drafts, arena_concat(drafts->arena, TEXT("Kep "), rest, TEXT("")), region,
                  REGION_BY_ALIAS);
        return;
    }
    size_t space = text_find(name, 0, TEXT(" "));
    if (space == name.size || text_find(name, space + 1, TEXT(" ")) < name.size)
        return;
    char joined[REGION_KEY_SIZE];
    size_t size = 0;
    for (size_t i = 0; i < name.size && size < sizeof(joined); i++)
        if (i != space)
            joined[size++] = i == space + 1 ? (char)(name.data[i] | 0x20) : name.data[i];
    draft_add(drafts, arena_copy(drafts->arena, (struct text){joined, size}), region,
              REGION_BY_ALIAS);
}

static void name_add(struct regions *regions, struct arena *arena, size_t index, struct text name,
                     enum region_name_rank rank) {
    static const char *const prefixes[] = {"Provinsi ", "Kabupaten ", "Kota "};
    region_names_add(&regions->names, arena, "", name, index, rank);
    if (rank != RANK_OFFICIAL)
        region_names_add(&regions->names, arena, prefixes[regions->at[index].type], name, index,
                         rank == RANK_SHORT ? RANK_OFFICIAL : rank);
}

/* The name without the word for its kind. */
static struct text bare_name(struct text name) {
    static const char *const words[] = {"Kabupaten ", "Kota "};
    for (size_t i = 0; i < 2; i++)
        if (text_starts(name, words[i]))
            return text_slice(name, (struct span){text_of(words[i]).size, name.size});
    return name;
}

/* Former names are sure where they have two words ("Toba Samosir"); one word ("Pasir") may be
 * anything. */
static void read_former(struct regions *regions, struct drafts *drafts, struct text cell,
                        size_t index) {
    for (struct text form; tsv_next_form(&cell, &form);) {
        struct text bare = bare_name(form);
        bool sure = text_find(bare, 0, TEXT(" ")) < bare.size;
        name_add(regions, drafts->arena, index, form, RANK_OFFICIAL);
        name_add(regions, drafts->arena, index, bare, RANK_ALIAS);
        draft_add(drafts, bare, index, sure ? REGION_BY_ALIAS : REGION_BY_CLUE);
    }
}

static void read_forms(struct regions *regions, struct drafts *drafts, const struct tsv *table,
                       size_t row) {
    static const struct {
        const char *column;
        enum region_sense_kind kind;
    } lists[] = {{"aliases", REGION_BY_ALIAS},
                 {"clued", REGION_BY_CLUE},
                 {"unverified", REGION_BY_UNVERIFIED},
                 {"capital", REGION_BY_CAPITAL}};
    const struct region *region = &regions->at[row];
    struct arena *arena = drafts->arena;
    region_names_add(&regions->names, arena, "", region->code, row, RANK_CODE);
    name_add(regions, arena, row, region->name, RANK_OFFICIAL);
    name_add(regions, arena, row, region->short_name, RANK_SHORT);
    draft_add(drafts, region->short_name, row, REGION_BY_NAME);
    draft_variants(drafts, region->short_name, row);
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        struct text rest = tsv_cell(table, row, tsv_column(table, lists[i].column));
        for (struct text form; tsv_next_form(&rest, &form);) {
            draft_add(drafts, form, row, lists[i].kind);
            if (lists[i].kind == REGION_BY_ALIAS)
                name_add(regions, arena, row, form, RANK_ALIAS);
        }
    }
    read_former(regions, drafts, tsv_cell(table, row, tsv_column(table, "former_names")), row);
    struct text codes = tsv_cell(table, row, tsv_column(table, "former_codes"));
    for (struct text code; tsv_next_form(&codes, &code);)
        region_names_add(&regions->names, arena, "", code, row, RANK_FORMER_CODE);
}

static bool load_subdistricts(struct regions *regions, struct drafts *drafts, const char *folder,
                              struct error *error) {
    static const char *const wanted[] = {"code", "names", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "subdistricts.tsv", wanted, drafts->arena, &table, error))
        return false;
    for (size_t row = 0; row < table.row_count; row++) {
        const struct region *region =
            regions_find(regions, tsv_cell(&table, row, tsv_column(&table, "code")));
        if (!region)
            return tsv_row_error(&table, row, error, "no region has this code");
        struct text names = tsv_cell(&table, row, tsv_column(&table, "names"));
        for (struct text name; tsv_next_form(&names, &name);)
            draft_add(drafts, name, regions_index(regions, region), REGION_BY_SUBDISTRICT);
    }
    return true;
}

static int compare_drafts(const void *a, const void *b) {
    const struct draft *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    if (order)
        return order;
    if (x->sense.region != y->sense.region)
        return x->sense.region < y->sense.region ? -1 : 1;
    if (x->sense.kind != y->sense.kind)
        return x->sense.kind < y->sense.kind ? -1 : 1;
    return text_compare(x->text, y->text);
}

/* Short forms in capitals (OKI, TTS) are taken as written, names wherever they begin with a
 * capital. */
static enum lexeme_case case_of(struct text form) {
    for (size_t i = 0; i < form.size; i++)
        if (form.data[i] < 'A' || form.data[i] > 'Z')
            return LEXEME_CAPITAL;
    return LEXEME_EXACT_CASE;
}

/* Groups the drafts from `first` to before `end`, all of one key, into form number `row`. */
static void make_form(struct region_form *form, struct drafts *drafts, size_t first, size_t end,
                      struct lexicon *lexicon, uint32_t row) {
    struct region_sense *senses = arena_alloc_array(drafts->arena, end - first, sizeof(*senses));
    form->text = drafts->at[first].text;
    form->senses = senses;
    for (size_t i = first; i < end; i++) {
        const struct draft *draft = &drafts->at[i];
        lexicon_add(lexicon, draft->text, LEXEME_REGION, row, case_of(draft->text));
        if (form->sense_count == 0 || senses[form->sense_count - 1].region != draft->sense.region ||
            draft->sense.kind == REGION_BY_SUBDISTRICT)
            senses[form->sense_count++] = draft->sense;
    }
}

static void make_forms(struct regions *regions, struct drafts *drafts, struct lexicon *lexicon) {
    qsort(drafts->at, drafts->count, sizeof(*drafts->at), compare_drafts);
    regions->forms = arena_alloc_array(drafts->arena, drafts->count, sizeof(*regions->forms));
    for (size_t first = 0, end; first < drafts->count; first = end) {
        end = first + 1;
        while (end < drafts->count && text_equal(drafts->at[end].key, drafts->at[first].key))
            end++;
        size_t row = regions->form_count++;
        make_form(&regions->forms[row], drafts, first, end, lexicon, (uint32_t)row);
    }
}

static bool word_kind_of(struct text name, enum region_word_kind *kind) {
    static const char *const names[REGION_WORD_KINDS] = {
        "regency", "city",  "province", "office",   "police", "court", "force", "subdistrict",
        "below",   "other", "school",   "national", "tail",   "visit", "metro"};
    for (size_t i = 0; i < REGION_WORD_KINDS; i++) {
        if (text_is(name, names[i])) {
            *kind = (enum region_word_kind)i;
            return true;
        }
    }
    return false;
}

static bool load_words(struct regions *regions, const char *folder, struct arena *arena,
                       struct lexicon *lexicon, struct error *error) {
    static const char *const wanted[] = {"form", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "region_words.tsv", wanted, arena, &table, error))
        return false;
    regions->word_count = table.row_count;
    regions->word_kinds = arena_alloc_array(arena, table.row_count, sizeof(*regions->word_kinds));
    for (size_t row = 0; row < table.row_count; row++) {
        struct text form = tsv_cell(&table, row, tsv_column(&table, "form"));
        if (!word_kind_of(tsv_cell(&table, row, tsv_column(&table, "kind")),
                          &regions->word_kinds[row]))
            return tsv_row_error(&table, row, error, "unknown kind of word before a region");
        lexicon_add(lexicon, form, LEXEME_REGION_WORD, (uint32_t)row, LEXEME_ANY_CASE);
    }
    return true;
}

const struct regions *regions_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                   struct error *error) {
    struct tsv table;
    if (!tsv_read(folder, "regions.tsv", column_names, arena, &table, error))
        return NULL;
    struct regions *regions = arena_alloc(arena, sizeof(*regions));
    struct drafts drafts = {.arena = arena};
    regions->at = arena_alloc_array(arena, table.row_count, sizeof(*regions->at));
    regions->count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++)
        if (!read_region(regions, &table, row, error))
            return NULL;
    for (size_t row = 0; row < table.row_count; row++)
        read_forms(regions, &drafts, &table, row);
    region_names_sort(&regions->names);
    if (!load_subdistricts(regions, &drafts, folder, error))
        return NULL;
    make_forms(regions, &drafts, lexicon);
    return load_words(regions, folder, arena, lexicon, error) ? regions : NULL;
}
