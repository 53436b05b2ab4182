/* The acts of all files, later ones over earlier ones: see register_parts.h. Before: rows. After:
 * the relations between them. */
#include <config.h>

#include "base/ascii.h"
#include "base/nearest.h"
#include "tables/regions.h"
#include "tables/register_parts.h"
#include "tables/regulation_types.h"

static const char *const state_names[REGISTER_STATES + 1] = {
    "listed", "in_force", "amended", "revoked", "partly_revoked", "adopted", "expired", NULL};

/* The columns, in the order of column_names. */
enum {
    TYPE,
    NUMBER,
    YEAR,
    TITLE,
    TITLE_MARK,
    FROM,
    UNTIL,
    STATUS,
    MARK,
    ISSUER,
    REPLACED_BY,
    ACT_COLUMNS
};
static const char *const column_names[ACT_COLUMNS] = {
    "type",     "number", "year", "title",  "title_mark", "in_force_from",
    "ended_on", "status", "mark", "issuer", "replaced_by"};

/* Offices that may have issued acts of one type, number and year: of regions and ministries there
 * are some 700, and each is looked at for each such row. */
#define OFFICES_MOST 1000

/* A row under way. */
struct act_row {
    struct register_loading *loading;
    const struct tsv *table;
    const size_t *columns;
    size_t row;
    struct register_row at;
};

static struct text cell_of(const struct act_row *act, size_t column) {
    return tsv_cell(act->table, act->row, act->columns[column]);
}

static uint64_t mix(uint64_t hash, struct text bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)ascii_upper(bytes.data[i]);
        hash = (hash ^ byte) * 1099511628211U;
    }
    return (hash ^ 0xFF) * 1099511628211U;
}

/* FNV-1a over type, number and year; the number plain. */
static size_t place_of(const struct legal_register *acts, const struct register_name *name) {
    uint64_t hash = mix(mix(14695981039346656037U, name->type), name->number) ^
                    (uint64_t)name->year * 2654435761U;
    size_t place = (size_t)(hash ^ hash >> 29) & acts->mask;
    for (; acts->places[place]; place = (place + 1) & acts->mask) {
        const struct register_entry *entry = &acts->entries[acts->places[place] - 1];
        if (entry->year == name->year && text_equal(entry->type, name->type) &&
            text_equal_ascii_nocase(entry->number, name->number))
            break;
    }
    return place;
}

struct register_entry *register_entry_find(const struct legal_register *acts,
                                           const struct register_name *name) {
    uint32_t place = acts->places[place_of(acts, name)];
    return place ? &acts->entries[place - 1] : NULL;
}

static struct register_origin *origin_of(struct register_loading *loading,
                                         const struct register_entry *entry) {
    return &loading->origins[entry - loading->acts->entries];
}

/* Adds an act, `first` being one with the same name, or NULL. */
static struct register_entry *add_entry(struct act_row *act, const struct register_name *name,
                                        struct register_entry *first) {
    struct legal_register *acts = act->loading->acts;
    struct register_entry *entry = &acts->entries[acts->count];
    *entry = (struct register_entry){.type = name->type,
                                     .number = name->number,
                                     .year = name->year,
                                     .title = TEXT(""),
                                     .issuers = cell_of(act, ISSUER)};
    if (first) {
        entry->same = first->same;
        first->same = entry;
    } else {
        acts->places[place_of(acts, name)] = (uint32_t)acts->count + 1;
    }
    acts->count++;
    return entry;
}

/* True if acts of the type are told apart by their issuers only. Of a joint decree all signatories
 * are, and citations name few of them. */
static bool wants_issuer(struct text type) {
    return regulation_type_is_local(type) && !text_is(type, "SKB");
}

/* A name that a city and a regency share would verify the acts of both. False after a fault. */
static bool check_issuers(struct act_row *act, const struct register_name *name) {
    const struct regions *regions = act->loading->regions;
    struct text issuers = cell_of(act, ISSUER);
    bool ok = true;
    for (struct text issuer;
         regions && wants_issuer(name->type) && tsv_next_form(&issuers, &issuer);)
        if (regions_sharing(regions, issuer) > 1)
            ok = register_fault(act->loading, act->at,
                                "several regions are called %.*s; write which, such as Kota %.*s",
                                (int)issuer.size, issuer.data, (int)issuer.size, issuer.data);
    return ok;
}

/* The act that a row is about: one of an earlier file, or a new one. Where several offices issued
 * one of the same name, the issuer tells. NULL after a fault. */
static struct register_entry *entry_of(struct act_row *act, const struct register_name *name) {
    struct register_entry *first = register_entry_find(act->loading->acts, name), *found = first;
    struct text issuers = cell_of(act, ISSUER);
    size_t offices = 0;
    for (; found && found->issuers.size && !text_equal(found->issuers, issuers); offices++)
        found = (struct register_entry *)found->same;
    if (!found && offices >= OFFICES_MOST) {
        register_fault(act->loading, act->at, "more than %d offices issued this act", OFFICES_MOST);
        return NULL;
    }
    if (!found && first && issuers.size == 0 && first->same) {
        register_fault(act->loading, act->at, "several offices issued this act; name the issuer");
        return NULL;
    }
    if (!found && first && issuers.size == 0)
        found = first;
    if (!found && issuers.size == 0 && wants_issuer(name->type)) {
        register_fault(
            act->loading, act->at,
            "type %.*s needs an issuer, such as Wonogiri: others have acts of this number",
            (int)name->type.size, name->type.data);
        return NULL;
    }
    if (!found)
        return add_entry(act, name, first);
    struct register_row before = origin_of(act->loading, found)->row;
    if (before.file == act->at.file) {
        register_fault(act->loading, act->at, "the act stands here twice, first in line %u",
                       (unsigned)before.line);
        return NULL;
    }
    return found;
}

/* What the cells of a row say beside the act's name. */
struct act_cells {
    bool has_state, has_by;
    enum register_state state;
    struct date from, until; /* no date for "-" and where the cell says nothing */
    struct register_name by; /* what replaced it */
};

/* The status; where the row only says what replaced the act, it was revoked. */
static void read_state(struct act_row *act, struct act_cells *out) {
    struct text status = cell_of(act, STATUS);
    size_t state = 0;
    char meant[NEAREST_SIZE];
    if (status.size == 0 && cell_of(act, REPLACED_BY).size)
        status = TEXT("revoked");
    while (status.size > 0 && state < REGISTER_STATES && !text_is(status, state_names[state]))
        state++;
    out->has_state = status.size > 0 && state < REGISTER_STATES;
    out->state = (enum register_state)state;
    if (state == REGISTER_STATES)
        register_fault(act->loading, act->at, "unknown status '%.*s'%s",
                       (int)(status.size < 80 ? status.size : 80), status.data,
                       nearest_say(meant, status, state_names, true));
}

/* What replaced the act, after read_state. */
static void read_replacement(struct act_row *act, struct act_cells *out) {
    struct text words = cell_of(act, REPLACED_BY);
    if (words.size == 0)
        return;
    out->has_by = register_name_parse(act->loading, act->at, words, &out->by) && out->has_state;
    if (out->has_state && out->state != REGISTER_REVOKED && out->state != REGISTER_PARTLY_REVOKED &&
        out->state != REGISTER_ADOPTED)
        out->has_by = register_fault(act->loading, act->at,
                                     "replaced_by wants the status revoked, partly_revoked or "
                                     "adopted");
}

/* Reads the cells; everything that is wrong in them is told, and says nothing then. */
static void read_cells(struct act_row *act, struct act_cells *out) {
    *out = (struct act_cells){.has_state = false};
    read_state(act, out);
    register_date_read(act->loading, act->at, "in_force_from", cell_of(act, FROM), &out->from);
    register_date_read(act->loading, act->at, "ended_on", cell_of(act, UNTIL), &out->until);
    read_replacement(act, out);
}

/* A status, and with it all that tells whether the act holds: what earlier files say of that is
 * void. */
static void set_state(struct act_row *act, struct register_entry *entry,
                      enum register_state state) {
    entry->state = state;
    entry->unverified = cell_of(act, MARK).size > 0;
    entry->until = (struct date){0};
    origin_of(act->loading, entry)->status_file = act->at.file;
}

/* Where a cell says nothing, what an earlier file says stays; - empties it. */
static bool set_dates(struct act_row *act, struct register_entry *entry,
                      const struct act_cells *cells) {
    if (cell_of(act, FROM).size)
        entry->from = cells->from;
    if (cell_of(act, UNTIL).size)
        entry->until = cells->until;
    if (!date_is_set(entry->from) || !date_is_set(entry->until) ||
        date_compare(entry->until, entry->from) >= 0)
        return true;
    char ended[DATE_SIZE], began[DATE_SIZE];
    date_format(entry->until, ended);
    date_format(entry->from, began);
    return register_fault(act->loading, act->at, "ended on %s, before it came into force on %s",
                          ended, began);
}

/* The act that stands in `replaced_by` becomes a relation. */
static void add_replacement(struct act_row *act, struct register_entry *entry,
                            const struct register_name *by) {
    struct register_loading *loading = act->loading;
    struct date from = {0};
    if (date_is_set(entry->until) && entry->state == REGISTER_REVOKED)
        from = date_from_days(date_days(entry->until) + 1);
    enum relation_kind kind = entry->state == REGISTER_ADOPTED          ? RELATION_ADOPTED
                              : entry->state == REGISTER_PARTLY_REVOKED ? RELATION_PARTLY_REVOKED
                                                                        : RELATION_REVOKED;
    loading->links[loading->link_count++] =
        (struct register_link){.relation = {.kind = kind,
                                            .by_type = by->type,
                                            .by_number = by->number,
                                            .by_year = by->year,
                                            .from = from,
                                            .unverified = entry->unverified,
                                            .note = TEXT("")},
                               .entry = (uint32_t)(entry - loading->acts->entries),
                               .row = act->at};
}

/* Fills the entry with what the row says. */
static void fill_entry(struct act_row *act, struct register_entry *entry,
                       const struct act_cells *cells) {
    struct text title = cell_of(act, TITLE);
    if (cell_of(act, ISSUER).size)
        entry->issuers = cell_of(act, ISSUER);
    if (title.size) {
        entry->title = text_is(title, "-") ? TEXT("") : title;
        entry->official = cell_of(act, TITLE_MARK).size == 0;
    }
    if (cells->has_state)
        set_state(act, entry, cells->state);
    if (set_dates(act, entry, cells) && cells->has_by)
        add_replacement(act, entry, &cells->by);
}

static void read_row(struct act_row *act) {
    struct register_name name;
    struct act_cells cells;
    struct register_entry *entry = NULL;
    if (register_name_read(act->loading, act->at, act->table, act->row, act->columns, &name))
        entry = check_issuers(act, &name) ? entry_of(act, &name) : NULL;
    if (entry)
        origin_of(act->loading, entry)->row = act->at;
    read_cells(act, &cells);
    if (entry)
        fill_entry(act, entry, &cells);
}

static void read_file(struct register_loading *loading, size_t file) {
    const struct tsv *table = &loading->files[file].table;
    size_t columns[ACT_COLUMNS];
    for (size_t i = 0; i < ACT_COLUMNS; i++)
        columns[i] = tsv_column(table, column_names[i]);
    for (size_t row = 0; row < table->row_count; row++)
        read_row(&(struct act_row){
            loading, table, columns, row, {(uint32_t)file, (uint32_t)table->lines[row]}});
}

void register_acts_load(struct register_loading *loading) {
    struct legal_register *acts = loading->acts;
    size_t rows = 0, links = 0, places = 64;
    for (size_t i = 0; i < loading->file_count; i++) {
        const struct register_file *file = &loading->files[i];
        rows += file->kind == FILE_OF_ACTS ? file->table.row_count : 0;
        links += file->kind == FILE_OF_RELATIONS || tsv_has(&file->table, "replaced_by")
                     ? file->table.row_count
                     : 0;
    }
    while (places < 2 * rows)
        places *= 2;
    acts->mask = places - 1;
    acts->places = arena_alloc_array(loading->arena, places, sizeof *acts->places);
    acts->entries = arena_alloc_array(loading->arena, rows, sizeof *acts->entries);
    loading->origins = arena_alloc_array(loading->arena, rows, sizeof *loading->origins);
    loading->links = arena_alloc_array(loading->arena, links, sizeof *loading->links);
    for (size_t i = 0; i < loading->file_count; i++)
        if (loading->files[i].kind == FILE_OF_ACTS)
            read_file(loading, i);
}
