/* Reading a workbook back: see spreadsheet_check.h. */
#include <config.h>

#include "cli/spreadsheet_check.h"

#include <stdio.h>
#include <string.h>

#include "intake/archive.h"

#define LARGEST_PART ((size_t)1 << 32)

/* What is seen of a part while it goes by. */
struct seen {
    size_t characters; /* outside of tags, an entity counted as one */
    bool in_tag, in_entity;
    char tail[32]; /* its last bytes */
    size_t tail_size;
};

/* The end of what stands in the state, from `at` on. */
static size_t run_end(const char *bytes, size_t at, size_t size, char mark) {
    const char *found = memchr(bytes + at, mark, size - at);
    return found ? (size_t)(found - bytes) : size;
}

/* Counts the characters of text without tags; entities may begin and end in other pieces. */
static void count_text(struct seen *seen, const char *bytes, size_t from, size_t end) {
    for (size_t at = from; at < end;) {
        size_t next = run_end(bytes, at, end, seen->in_entity ? ';' : '&');
        seen->characters += seen->in_entity ? next < end : next - at;
        if (next < end)
            seen->in_entity = !seen->in_entity;
        at = next + 1;
    }
}

static void keep_tail(struct seen *seen, const char *bytes, size_t size) {
    size_t take = size < sizeof seen->tail ? size : sizeof seen->tail;
    size_t keep =
        seen->tail_size + take > sizeof seen->tail ? sizeof seen->tail - take : seen->tail_size;
    memmove(seen->tail, seen->tail + seen->tail_size - keep, keep);
    memcpy(seen->tail + keep, bytes + size - take, take);
    seen->tail_size = keep + take;
}

static void see(struct seen *seen, const char *bytes, size_t size) {
    for (size_t at = 0; at < size;) {
        size_t end = run_end(bytes, at, size, seen->in_tag ? '>' : '<');
        if (!seen->in_tag)
            count_text(seen, bytes, at, end);
        if (end < size)
            seen->in_tag = !seen->in_tag;
        at = end + 1;
    }
    keep_tail(seen, bytes, size);
}

/* True if the part is there, undamaged, ends so and has so many characters. */
static bool part_is_whole(struct archive *archive, const char *name, const char *ending,
                          size_t characters) {
    char bytes[65536];
    struct fault fault = {0};
    struct seen seen = {0};
    size_t got = 0;
    struct archive_entry *entry = archive_entry_open(archive, name, LARGEST_PART, &fault);
    bool ok = entry != NULL;
    while (ok && (ok = archive_entry_read(entry, bytes, sizeof bytes, &got, &fault)) && got)
        see(&seen, bytes, got);
    archive_entry_close(entry);
    struct text tail = text_trim((struct text){seen.tail, seen.tail_size});
    return ok && seen.characters >= characters && text_ends(tail, ending);
}

bool spreadsheet_is_whole(struct text bytes, const size_t *characters, size_t sheets) {
    static const char *const parts[][2] = {{"[Content_Types].xml", "</Types>"},
                                           {"_rels/.rels", "</Relationships>"},
                                           {"xl/_rels/workbook.xml.rels", "</Relationships>"},
                                           {"xl/workbook.xml", "</workbook>"},
                                           {"xl/styles.xml", "</styleSheet>"},
                                           {"xl/theme/theme1.xml", "</a:theme>"},
                                           {"docProps/core.xml", "</cp:coreProperties>"},
                                           {"docProps/app.xml", "</Properties>"}};
    struct fault fault = {0};
    struct archive *archive = archive_open(bytes, &fault);
    bool ok = archive != NULL;
    for (size_t i = 0; ok && i < sizeof parts / sizeof *parts; i++)
        ok = part_is_whole(archive, parts[i][0], parts[i][1], 0);
    for (size_t i = 0; ok && i < sheets; i++) {
        char name[64];
        snprintf(name, sizeof name, "xl/worksheets/sheet%zu.xml", i + 1);
        ok = part_is_whole(archive, name, "</worksheet>", characters[i]);
    }
    archive_close(archive);
    return ok;
}
