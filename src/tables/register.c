/* The register: see register.h. One pass over each file, one table of places by key; 10,000 acts
 * load in a few milliseconds, so nothing is put off until it is asked for. */
#include <config.h>

#include "tables/register.h"

#include "tables/register_series.h"
#include "tables/tsv.h"

struct legal_register {
    struct register_entry *entries;
    size_t count;
    uint32_t *places; /* number of an entry + 1, or 0; by key */
    size_t mask;
    struct register_series series;
};

static const char *const state_names[REGISTER_STATES] = {
    "listed", "in_force", "amended", "revoked", "partly_revoked", "adopted", "expired"};
static const char *const relation_names[RELATION_KINDS] = {
    "amended", "revoked", "partly_revoked", "revoked_or_amended", "adopted", "revived"};

static bool bad_row(const struct tsv *table, size_t row, const char *what, struct error *error) {
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, table->path, table->lines[row]);
    return false;
}

/* The number of `name` in `names`, or `count`. */
static size_t name_of(struct text name, const char *const *names, size_t count) {
    size_t i = 0;
    while (i < count && !text_is(name, names[i]))
        i++;
    return i;
}

static struct text plain(struct text number) {
    while (number.size > 1 && number.data[0] == '0')
        number = (struct text){number.data + 1, number.size - 1};
    return number;
}

static uint64_t mix(uint64_t hash, struct text bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        hash = (hash ^ (byte >= 'a' && byte <= 'z' ? byte - 32U : byte)) * 1099511628211U;
    }
    return (hash ^ 0xFF) * 1099511628211U;
}

/* FNV-1a over type, number and year; the number plain. */
static size_t place_of(const struct legal_register *acts, struct text type, struct text number,
                       int year) {
    uint64_t hash = mix(mix(14695981039346656037U, type), number) ^ (uint64_t)year * 2654435761U;
    size_t place = (size_t)(hash ^ hash >> 29) & acts->mask;
    for (; acts->places[place]; place = (place + 1) & acts->mask) {
        const struct register_entry *entry = &acts->entries[acts->places[place] - 1];
        if (entry->year == year && text_equal(entry->type, type) &&
            text_equal_ascii_nocase(entry->number, number))
            break;
    }
    return place;
}

/* The first of the acts with this key. */
static struct register_entry *find(const struct legal_register *acts, struct text type,
                                   struct text number, int year) {
    uint32_t place = acts->places[place_of(acts, type, plain(number), year)];
    return place ? &acts->entries[place - 1] : NULL;
}

static bool holds_nocase(struct text text, struct text word) {
    for (size_t at = 0; at + word.size <= text.size; at++)
        if (text_equal_ascii_nocase(text_slice(text, (struct span){at, at + word.size}), word))
            return true;
    return false;
}

static bool issued_by(const struct register_entry *entry, struct text words) {
    struct text rest = entry->issuers;
    if (rest.size == 0)
        return true;
    for (struct text issuer; tsv_next_form(&rest, &issuer);)
        if (holds_nocase(words, issuer))
            return true;
    return false;
}

const struct register_entry *register_find(const struct legal_register *acts, struct text type,
                                           struct text number, int year, struct text words) {
    const struct register_entry *entry = find(acts, type, number, year);
    while (entry && !issued_by(entry, words))
        entry = entry->same;
    return entry;
}

/* Puts entry number `index` in its place. An act of a key that is taken must be another office's.
 */
static bool put_entry(struct legal_register *acts, size_t index) {
    struct register_entry *entry = &acts->entries[index];
    size_t place = place_of(acts, entry->type, entry->number, entry->year);
    if (!acts->places[place]) {
        acts->places[place] = (uint32_t)index + 1;
        return true;
    }
    struct register_entry *other = &acts->entries[acts->places[place] - 1];
    if (entry->issuers.size == 0 || text_equal(entry->issuers, other->issuers))
        return false;
    entry->same = other->same;
    other->same = entry;
    return true;
}

/* Columns of register.tsv, in the order of `wanted`. */
enum { TYPE, NUMBER, YEAR, TITLE, TITLE_MARK, FROM, UNTIL, STATUS, MARK, ISSUER, ENTRY_COLUMNS };

static bool load_entries(const char *folder, struct arena *arena, struct legal_register *acts,
                         struct error *error) {
    static const char *const wanted[] = {"type",  "number", "year", "title",  "title_mark", "from",
                                         "until", "status", "mark", "issuer", NULL};
    struct tsv table;
    if (!tsv_read(folder, "register.tsv", wanted, arena, &table, error))
        return false;
    size_t columns[ENTRY_COLUMNS], places = 64;
    for (size_t i = 0; i < ENTRY_COLUMNS; i++)
        columns[i] = tsv_column(&table, wanted[i]);
    while (places < 2 * table.row_count)
        places *= 2;
    acts->mask = places - 1;
    acts->places = arena_alloc_array(arena, places, sizeof *acts->places);
    acts->entries = arena_alloc_array(arena, table.row_count, sizeof *acts->entries);
    acts->count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++) {
        struct register_entry *entry = &acts->entries[row];
        size_t state =
            name_of(tsv_cell(&table, row, columns[STATUS]), state_names, REGISTER_STATES);
        *entry = (struct register_entry){
            .type = tsv_cell(&table, row, columns[TYPE]),
            .number = plain(tsv_cell(&table, row, columns[NUMBER])),
            .year = tsv_number(&table, row, columns[YEAR], 0),
            .title = tsv_cell(&table, row, columns[TITLE]),
            .official = tsv_cell(&table, row, columns[TITLE_MARK]).size == 0,
            .from = date_parse_iso(tsv_cell(&table, row, columns[FROM])),
            .until = date_parse_iso(tsv_cell(&table, row, columns[UNTIL])),
            .state = (enum register_state)state,
            .unverified = tsv_cell(&table, row, columns[MARK]).size > 0,
            .issuers = tsv_cell(&table, row, columns[ISSUER]),
        };
        if (state == REGISTER_STATES || entry->year == 0)
            return bad_row(&table, row, "unknown status, or no year", error);
        if (!put_entry(acts, row))
            return bad_row(&table, row, "the act stands here twice", error);
    }
    return true;
}

/* Columns of register_relations.tsv, in the order of `wanted`; the first three as above. */
enum { RELATION = 3, BY_TYPE, BY_NUMBER, BY_YEAR, BY_FROM, BY_MARK, NOTE, RELATION_COLUMNS };

static bool load_relations(const char *folder, struct arena *arena, struct legal_register *acts,
                           struct error *error) {
    static const char *const wanted[] = {"type",    "number",    "year",    "relation",
                                         "by_type", "by_number", "by_year", "from",
                                         "mark",    "note",      NULL};
    struct tsv table;
    if (!tsv_read(folder, "register_relations.tsv", wanted, arena, &table, error))
        return false;
    size_t columns[RELATION_COLUMNS];
    for (size_t i = 0; i < RELATION_COLUMNS; i++)
        columns[i] = tsv_column(&table, wanted[i]);
    struct register_relation *all = arena_alloc_array(arena, table.row_count, sizeof *all);
    for (size_t row = table.row_count; row-- > 0;) { /* backwards: each goes before the others */
        struct register_relation *relation = &all[row];
        struct register_entry *entry =
            find(acts, tsv_cell(&table, row, columns[TYPE]), tsv_cell(&table, row, columns[NUMBER]),
                 tsv_number(&table, row, columns[YEAR], 0));
        size_t kind =
            name_of(tsv_cell(&table, row, columns[RELATION]), relation_names, RELATION_KINDS);
        if (!entry || kind == RELATION_KINDS)
            return bad_row(&table, row, "an act that is not in register.tsv, or unknown relation",
                           error);
        *relation = (struct register_relation){
            .kind = (enum relation_kind)kind,
            .by_type = tsv_cell(&table, row, columns[BY_TYPE]),
            .by_number = plain(tsv_cell(&table, row, columns[BY_NUMBER])),
            .by_year = tsv_number(&table, row, columns[BY_YEAR], 0),
            .from = date_parse_iso(tsv_cell(&table, row, columns[BY_FROM])),
            .unverified = tsv_cell(&table, row, columns[BY_MARK]).size > 0,
            .note = tsv_cell(&table, row, columns[NOTE]),
            .next = entry->relations,
        };
        const struct register_entry *by =
            find(acts, relation->by_type, relation->by_number, relation->by_year);
        if (!date_is_set(relation->from) && by)
            relation->from = by->from;
        if (by == entry)
            return bad_row(&table, row, "the act is related to itself", error);
        entry->relations = relation;
    }
    return true;
}

/* The act that revoked `entry` as a whole, NULL if none is known. */
static const struct register_entry *successor(const struct legal_register *acts,
                                              const struct register_entry *entry) {
    for (const struct register_relation *r = entry->relations; r; r = r->next)
        if (r->kind == RELATION_REVOKED && !r->unverified)
            return find(acts, r->by_type, r->by_number, r->by_year);
    return NULL;
}

/* Follows what revoked what at twice the speed, so that a circle is met. */
static bool check_circles(const char *folder, const struct legal_register *acts,
                          struct error *error) {
    for (size_t i = 0; i < acts->count; i++) {
        const struct register_entry *slow = &acts->entries[i], *fast = slow;
        while (fast && (fast = successor(acts, fast)) && (fast = successor(acts, fast))) {
            slow = successor(acts, slow);
            if (slow != fast)
                continue;
            error_set(error, EXIT_CONFIG, "%s/register_relations.tsv: %.*s %.*s/%d revokes itself",
                      folder, (int)slow->type.size, slow->type.data, (int)slow->number.size,
                      slow->number.data, slow->year);
            return false;
        }
    }
    return true;
}

const struct legal_register *register_load(const char *folder, struct arena *arena,
                                           struct error *error) {
    struct legal_register *acts = arena_alloc(arena, sizeof *acts);
    bool good = load_entries(folder, arena, acts, error) &&
                load_relations(folder, arena, acts, error) && check_circles(folder, acts, error) &&
                register_series_load(folder, arena, &acts->series, error);
    return good ? acts : NULL;
}

int register_last_number(const struct legal_register *acts, struct text type, int year) {
    return register_series_last(&acts->series, type, year);
}

bool register_covers(const struct legal_register *acts, struct text type, struct date day) {
    return register_series_covers(&acts->series, type, day);
}
