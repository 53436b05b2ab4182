/* What a workbook says about its parts: see workbook_parts.h. */
#include <config.h>

#include "intake/workbook_parts.h"

#include <string.h>

static bool is_true(const char *value) {
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void take_sheet(struct workbook_parts *parts, const char *const *attributes) {
    const char *relation = markup_attribute(attributes, "id");
    const char *state = markup_attribute(attributes, "state");
    bool shown = !state || strcmp(state, "visible") == 0;
    if (!relation || !shown || parts->sheet_count == SHEETS_MOST)
        return;
    parts->sheets[parts->sheet_count++] =
        (struct workbook_sheet){.relation = arena_cstring(parts->arena, text_of(relation))};
}

static void open_in_workbook(void *context, const char *name, const char *const *attributes) {
    struct workbook_parts *parts = context;
    if (strcmp(name, "workbookPr") == 0)
        parts->from_1904 = is_true(markup_attribute(attributes, "date1904"));
    else if (strcmp(name, "sheet") == 0)
        take_sheet(parts, attributes);
}

/* The part that a relation's target means: from the folder of the workbook, or from the root. */
static const char *part_name(struct workbook_parts *parts, const char *target) {
    return target[0] == '/' ? arena_cstring(parts->arena, text_of(target + 1))
                            : arena_printf(parts->arena, "xl/%s", target).data;
}

static void open_in_relations(void *context, const char *name, const char *const *attributes) {
    struct workbook_parts *parts = context;
    const char *id = markup_attribute(attributes, "Id");
    const char *target = markup_attribute(attributes, "Target");
    struct text type = text_of(markup_attribute(attributes, "Type"));
    if (strcmp(name, "Relationship") != 0 || !id || !target)
        return;
    if (text_ends(type, "/sharedStrings"))
        parts->strings = part_name(parts, target);
    for (size_t i = 0; i < parts->sheet_count; i++)
        if (strcmp(parts->sheets[i].relation, id) == 0)
            parts->sheets[i].part = part_name(parts, target);
}

static void ignore_close(void *context, const char *name) { (void)context, (void)name; }
static void ignore_text(void *context, struct text text) { (void)context, (void)text; }

bool workbook_parts_read(struct workbook_parts *parts, struct archive *archive, struct arena *arena,
                         struct fault *fault) {
    *parts = (struct workbook_parts){.arena = arena};
    struct markup_sink workbook = {parts, open_in_workbook, ignore_close, ignore_text, NULL};
    struct markup_sink relations = {parts, open_in_relations, ignore_close, ignore_text, NULL};
    return part_read(archive, WORKBOOK_PART, PART_SMALL, &workbook, fault) &&
           part_read(archive, "xl/_rels/workbook.xml.rels", PART_SMALL, &relations, fault);
}
