/* What later acts did to each act: see register_parts.h. Before: the acts. After: verification
 * walks an act's relations in the order of years. */
#include <config.h>

#include <stdlib.h>

#include "base/nearest.h"
#include "tables/register_parts.h"

static const char *const relation_names[RELATION_KINDS + 2] = {
    "amended", "revoked", "partly_revoked", "revoked_or_amended",
    "adopted", "revived", "none", /* of no kind: takes away what an earlier file says */
    NULL};

/* The columns, in the order of column_names; those of the two acts each in a row. */
enum { NAME, RELATION = 3, BY_NAME, FROM = 7, MARK, NOTE, LINK_COLUMNS };
static const char *const column_names[LINK_COLUMNS] = {
    "type",      "number",  "year", "relation", "by_type",
    "by_number", "by_year", "from", "mark",     "note"};

static bool read_kind(struct register_loading *loading, struct text name,
                      struct register_link *link) {
    size_t kind = 0;
    char meant[NEAREST_SIZE];
    while (kind < RELATION_KINDS && !text_is(name, relation_names[kind]))
        kind++;
    link->none = text_is(name, "none");
    link->relation.kind = (enum relation_kind)kind;
    return kind < RELATION_KINDS || link->none ||
           register_fault(loading, link->row, "unknown relation '%.*s'%s",
                          (int)(name.size < 80 ? name.size : 80), name.data,
                          nearest_say(meant, name, relation_names, true));
}

static void read_row(struct register_loading *loading, const struct tsv *table, size_t row,
                     const size_t columns[LINK_COLUMNS], struct register_row at) {
    struct register_link link = {.row = at};
    struct register_name name, by;
    struct date from;
    bool ok = register_name_read(loading, at, table, row, columns + NAME, &name);
    ok = register_name_read(loading, at, table, row, columns + BY_NAME, &by) && ok;
    ok = read_kind(loading, tsv_cell(table, row, columns[RELATION]), &link) && ok;
    ok = register_date_read(loading, at, "from", tsv_cell(table, row, columns[FROM]), &from) && ok;
    if (!ok)
        return;
    const struct register_entry *entry = register_entry_find(loading->acts, &name);
    if (!entry) {
        register_fault(loading, at, "the register does not hold %.*s %.*s/%d", (int)name.type.size,
                       name.type.data, (int)name.number.size, name.number.data, name.year);
        return;
    }
    link.entry = (uint32_t)(entry - loading->acts->entries);
    link.relation.by_type = by.type;
    link.relation.by_number = by.number;
    link.relation.by_year = by.year;
    link.relation.from = from;
    link.relation.unverified = tsv_cell(table, row, columns[MARK]).size > 0;
    link.relation.note = tsv_cell(table, row, columns[NOTE]);
    loading->links[loading->link_count++] = link;
}

static void read_files(struct register_loading *loading) {
    for (size_t file = 0; file < loading->file_count; file++) {
        const struct tsv *table = &loading->files[file].table;
        if (loading->files[file].kind != FILE_OF_RELATIONS)
            continue;
        size_t columns[LINK_COLUMNS];
        for (size_t i = 0; i < LINK_COLUMNS; i++)
            columns[i] = tsv_column(table, column_names[i]);
        for (size_t row = 0; row < table->row_count; row++)
            read_row(loading, table, row, columns,
                     (struct register_row){(uint32_t)file, (uint32_t)table->lines[row]});
    }
}

static int compare_rows(const struct register_link *a, const struct register_link *b) {
    if (a->row.file != b->row.file)
        return a->row.file < b->row.file ? -1 : 1;
    return (a->row.line > b->row.line) - (a->row.line < b->row.line);
}

/* By the act concerned and the year of the later one. */
static int compare_years(const struct register_link *a, const struct register_link *b) {
    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    return (a->relation.by_year > b->relation.by_year) -
           (a->relation.by_year < b->relation.by_year);
}

/* By the pair of acts. */
static int compare_pairs(const struct register_link *a, const struct register_link *b) {
    int order = compare_years(a, b);
    if (order == 0)
        order = text_compare(a->relation.by_type, b->relation.by_type);
    return order ? order : text_compare(a->relation.by_number, b->relation.by_number);
}

static int by_pair(const void *left, const void *right) {
    const struct register_link *a = *(struct register_link *const *)left,
                               *b = *(struct register_link *const *)right;
    int order = compare_pairs(a, b);
    return order ? order : compare_rows(a, b);
}

static int by_year(const void *left, const void *right) {
    const struct register_link *a = *(struct register_link *const *)left,
                               *b = *(struct register_link *const *)right;
    int order = compare_years(a, b);
    return order ? order : compare_rows(a, b);
}

/* Keeps the links of [first, end), all of one pair of acts, that the last file with one gives, and
 * no relation that came before its act's status was set anew. Returns the end of those kept, which
 * are moved to `kept`. */
static size_t keep_last(struct register_loading *loading, struct register_link **order,
                        size_t first, size_t end, size_t kept) {
    uint32_t last = order[end - 1]->row.file;
    for (size_t i = first; i < end; i++) {
        const struct register_link *link = order[i];
        if (i > first && link->row.file == order[i - 1]->row.file &&
            link->relation.kind == order[i - 1]->relation.kind)
            register_fault(loading, link->row, "the relation stands here twice, first in line %u",
                           (unsigned)order[i - 1]->row.line);
        if (link->row.file == last && !link->none &&
            last >= loading->origins[link->entry].status_file)
            order[kept++] = order[i];
    }
    return kept;
}

/* Decides between the files. Returns the number of links left in `order`, in the order of acts and
 * years. */
static size_t decide(struct register_loading *loading, struct register_link **order) {
    size_t kept = 0, count = loading->link_count;
    for (size_t i = 0; i < count; i++)
        order[i] = &loading->links[i];
    if (count)
        qsort(order, count, sizeof(struct register_link *), by_pair);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && compare_pairs(order[first], order[end]) == 0; end++)
            ;
        kept = keep_last(loading, order, first, end, kept);
    }
    if (kept)
        qsort(order, kept, sizeof(struct register_link *), by_year);
    return kept;
}

/* The act that did what the relation says, NULL if the register does not hold it. */
static const struct register_entry *later_act(const struct legal_register *acts,
                                              const struct register_relation *relation) {
    return register_entry_find(
        acts, &(struct register_name){relation->by_type, relation->by_number, relation->by_year});
}

static void link_to_acts(struct register_loading *loading, struct register_link **order,
                         size_t count) {
    struct legal_register *acts = loading->acts;
    for (size_t i = count; i-- > 0;) { /* backwards: each goes before the others */
        struct register_relation *relation = &order[i]->relation;
        struct register_entry *entry = &acts->entries[order[i]->entry];
        const struct register_entry *by = later_act(acts, relation);
        if (by == entry)
            register_fault(loading, order[i]->row, "the act is related to itself");
        if (!date_is_set(relation->from) && by)
            relation->from = by->from;
        relation->next = entry->relations;
        entry->relations = relation;
    }
}

/* An act on the way along replacements, and the relation to follow next. */
struct step {
    const struct register_entry *entry;
    const struct register_relation *next;
};

enum { NOT_SEEN, ON_THE_WAY, DONE };

/* The link that a relation is the first member of. */
static const struct register_link *link_of(const struct register_relation *relation) {
    return (const struct register_link *)(const void *)relation;
}

/* The next act that revoked the step's; NULL when none is left. */
static const struct register_relation *next_replacement(struct step *step) {
    for (const struct register_relation *r = step->next; r; r = r->next)
        if (r->kind == RELATION_REVOKED && !r->unverified) {
            step->next = r->next;
            return r;
        }
    return NULL;
}

static void tell_circle(struct register_loading *loading, const struct register_relation *last,
                        const struct register_entry *first) {
    register_fault(loading, link_of(last)->row,
                   "acts replace each other in a circle that leads back to %.*s %.*s/%d",
                   (int)first->type.size, first->type.data, (int)first->number.size,
                   first->number.data, first->year);
}

/* Follows all replacements from `start`, depth first, with a stack of its own. */
static void follow(struct register_loading *loading, const struct register_entry *start,
                   struct step *stack, unsigned char *seen) {
    const struct legal_register *acts = loading->acts;
    size_t depth = 0;
    stack[depth++] = (struct step){start, start->relations};
    seen[start - acts->entries] = ON_THE_WAY;
    while (depth) {
        const struct register_relation *relation = next_replacement(&stack[depth - 1]);
        const struct register_entry *by = relation ? later_act(acts, relation) : NULL;
        if (!relation) {
            seen[stack[--depth].entry - acts->entries] = DONE;
        } else if (by && seen[by - acts->entries] == ON_THE_WAY && by != stack[depth - 1].entry) {
            tell_circle(loading, relation, by);
        } else if (by && seen[by - acts->entries] == NOT_SEEN) {
            seen[by - acts->entries] = ON_THE_WAY;
            stack[depth++] = (struct step){by, by->relations};
        }
    }
}

static void find_circles(struct register_loading *loading) {
    const struct legal_register *acts = loading->acts;
    struct step *stack = arena_alloc_array_uncleared(loading->arena, acts->count, sizeof *stack);
    unsigned char *seen = arena_alloc(loading->arena, acts->count);
    for (size_t i = 0; i < acts->count; i++)
        if (acts->entries[i].relations && seen[i] == NOT_SEEN)
            follow(loading, &acts->entries[i], stack, seen);
}

void register_links_load(struct register_loading *loading) {
    read_files(loading);
    struct register_link **order =
        arena_alloc_array(loading->arena, loading->link_count, sizeof(struct register_link *));
    size_t count = decide(loading, order);
    link_to_acts(loading, order, count);
    find_circles(loading);
}
