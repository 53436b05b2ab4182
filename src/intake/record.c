/* A record's fields: see record.h. json_scan.c stands before, prepare.c after it. */
#include <config.h>

#include "intake/record.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/eight.h"
#include "base/translate.h"

/* An identifier longer than this is none. */
#define ID_MOST 1024

/* The names of each field; where a record has several of them, the first here that has a value
 * counts. */
static const struct {
    enum field field;
    const char *name;
} names[] = {
    {FIELD_ID, "id"},
    {FIELD_TITLE, "title"},
    {FIELD_TITLE, "judul"},
    {FIELD_TEXT, "text"},
    {FIELD_TEXT, "content"},
    {FIELD_TEXT, "body"},
    {FIELD_TEXT, "isi"},
    {FIELD_PUBLISHED, "published"},
    {FIELD_PUBLISHED, "date"},
    {FIELD_PUBLISHED, "tanggal"},
    {FIELD_PUBLISHER, "source"},
    {FIELD_PUBLISHER, "publisher"},
    {FIELD_PUBLISHER, "media"},
    {FIELD_PUBLISHER, "sumber"},
    {FIELD_URL, "url"},
    {FIELD_URL, "link"},
    {FIELD_AUTHOR, "author"},
    {FIELD_AUTHOR, "penulis"},
    {FIELD_REGION, "region"},
    {FIELD_REGION, "wilayah"},
};
#define NAMES (sizeof names / sizeof *names)
_Static_assert(NAMES == RECORD_COLUMNS, "every name may be a column");

static bool is_control(char c) { return ((unsigned char)c < 0x20) || c == 0x7F; }

/* Control characters that mean something in a text. */
static bool is_layout(char c) { return c == '\n' || c == '\r' || c == '\t'; }

static int compare_keys(const void *a, const void *b) {
    const struct json_member *const *x = a, *const *y = b;
    int order = text_compare((*x)->key, (*y)->key);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Notes every key that stands twice. */
static void note_duplicates(const struct json_members *members, struct arena *arena,
                            struct notes *notes) {
    if (members->count < 2)
        return;
    const struct json_member **sorted =
        arena_alloc_array(arena, members->count, sizeof(struct json_member *));
    for (size_t i = 0; i < members->count; i++)
        sorted[i] = &members->at[i];
    qsort(sorted, members->count, sizeof *sorted, compare_keys);
    for (size_t i = 1; i < members->count; i++) {
        struct text key = sorted[i]->key;
        bool again = text_equal(key, sorted[i - 1]->key);
        if (again && (i < 2 || !text_equal(key, sorted[i - 2]->key)))
            notes_add(notes, arena_printf(arena, _("key \"%.*s\" stands twice; the first counts"),
                                          (int)(key.size > 60 ? 60 : key.size), key.data));
    }
}

/* The first member of this name, in any case of its letters; NULL if there is none. */
static const struct json_member *find_member(const struct json_members *members, const char *name) {
    for (size_t i = 0; i < members->count; i++)
        if (text_equal_ascii_nocase(members->at[i].key, text_of(name)))
            return &members->at[i];
    return NULL;
}

/* The value as text: a string decoded, a number as written. None for null, and for what is no text
 * at all. */
static struct text value_text(struct text value, struct arena *arena) {
    char c = value.data[0];
    if (c == '"')
        return json_scan_string(value, arena);
    if (c == '-' || ascii_is_digit(c))
        return arena_copy(arena, value);
    return (struct text){0};
}

static bool is_list(struct text value) { return value.data[0] == '[' || value.data[0] == '{'; }

static bool check_id(struct text id, struct fault *fault) {
    if (id.size > ID_MOST)
        return fault_set(fault, "bad_id", 0, "an id of more than 1024 bytes");
    for (size_t i = 0; i < id.size; i++)
        if (is_control(id.data[i]))
            return fault_set(fault, "bad_id", 0, "a control character in the id");
    return true;
}

/* Writes blanks over control characters in place. They are single bytes, so that no offset moves.
 */
static void blank(struct text text, bool keep_layout) {
    char *bytes = (char *)(uintptr_t)text.data; /* our own copy in the arena */
    for (size_t i = 0; i < text.size; i++)
        if (is_control(bytes[i]) && !(keep_layout && is_layout(bytes[i])))
            bytes[i] = ' ';
}

/* The first control character at or after `from` that no text should have, or text.size. */
static size_t find_odd(struct text text, size_t from) {
    for (size_t i = from; i < text.size; i++) {
        while (text.size - i >= 8 && !eight_have_control(eight_load(text.data + i)))
            i += 8;
        if (i < text.size && is_control(text.data[i]) && !is_layout(text.data[i]))
            return i;
    }
    return text.size;
}

/* Blanks control characters in the text, keeps the original for the digest, and lists where they
 * stood. */
static void blank_text(struct record *record, struct arena *arena) {
    struct text *text = &record->fields[FIELD_TEXT];
    record->original = *text;
    if (!text->data || find_odd(*text, 0) == text->size)
        return;
    size_t capacity = 0;
    for (size_t i = find_odd(*text, 0); i < text->size; i = find_odd(*text, i + 1)) {
        struct span *last =
            record->blanked_count ? &record->blanked[record->blanked_count - 1] : NULL;
        if (last && last->end == i) {
            last->end++;
            continue;
        }
        if (record->blanked_count == capacity)
            record->blanked =
                arena_grow(arena, record->blanked, record->blanked_count, record->blanked_count + 1,
                           sizeof *record->blanked, &capacity);
        record->blanked[record->blanked_count++] = (struct span){i, i + 1};
    }
    *text = arena_copy(arena, *text);
    blank(*text, true);
}

bool record_read_json(struct text bytes, struct arena *arena, struct record *record,
                      struct notes *notes, struct fault *fault) {
    struct json_members members;
    *record = (struct record){0};
    if (!json_scan(bytes, arena, &members, fault))
        return false;
    note_duplicates(&members, arena, notes);
    const char *list = NULL;
    for (size_t i = 0; i < NAMES; i++) {
        struct text *field = &record->fields[names[i].field];
        const struct json_member *member =
            field->size ? NULL : find_member(&members, names[i].name);
        if (!member)
            continue;
        if (is_list(member->value) && names[i].field == FIELD_TEXT)
            list = names[i].name;
        struct text value = value_text(member->value, arena);
        if (value.data)
            *field = value;
    }
    if (!record->fields[FIELD_TEXT].data && list)
        return fault_set(fault, "no_text", 0, "the text is no string");
    return record_finish(arena, record, fault);
}

/* The first heading of this name; `count` if there is none. */
static size_t find_heading(const struct text *headings, size_t count, size_t from,
                           const char *name) {
    while (from < count && !text_equal_ascii_nocase(text_trim(headings[from]), text_of(name)))
        from++;
    return from;
}

bool record_columns_tell(const struct text *headings, size_t count, struct arena *arena,
                         struct record_columns *columns, struct notes *notes) {
    bool text = false;
    columns->count = 0;
    for (size_t i = 0; i < NAMES; i++) {
        size_t at = find_heading(headings, count, 0, names[i].name);
        if (at == count)
            continue;
        columns->at[columns->count++] = (struct record_column){at, names[i].field};
        text = text || names[i].field == FIELD_TEXT;
        if (find_heading(headings, count, at + 1, names[i].name) < count)
            notes_add(notes, arena_printf(arena, _("column \"%s\" stands twice; the first counts"),
                                          names[i].name));
    }
    return text;
}

bool record_read_cells(const struct record_columns *columns, const struct text *cells, size_t count,
                       struct arena *arena, struct record *record, struct fault *fault) {
    *record = (struct record){0};
    for (size_t i = 0; i < columns->count; i++) {
        struct record_column column = columns->at[i];
        struct text *field = &record->fields[column.field];
        if (field->size > 0 || column.at >= count)
            continue;
        bool whole = column.field == FIELD_TEXT;
        *field = arena_copy(arena, whole ? cells[column.at] : text_trim(cells[column.at]));
    }
    return record_finish(arena, record, fault);
}

const char *record_field_name(enum field field) {
    size_t i = 0;
    while (names[i].field != field)
        i++;
    return names[i].name;
}

bool record_finish(struct arena *arena, struct record *record, struct fault *fault) {
    if (!check_id(record->fields[FIELD_ID], fault))
        return false;
    for (enum field i = 0; i < FIELDS; i++)
        if (i != FIELD_TEXT && record->fields[i].data)
            blank(record->fields[i], false);
    blank_text(record, arena);
    return true;
}

void record_read_plain(struct text text, struct arena *arena, struct record *record) {
    *record = (struct record){0};
    record->fields[FIELD_TEXT] = arena_copy(arena, text);
    blank_text(record, arena);
}
