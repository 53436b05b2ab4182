/* Tells files apart: see check_kind.h. */
#include <config.h>

#include "cli/check_kind.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define HEAD_SIZE 8192 /* enough for the comment at the head of a table */

/* True if one of the folder's own files is a table. */
static bool holds_tables(const char *path) {
    DIR *folder = opendir(path);
    bool found = false;
    for (struct dirent *entry; folder && !found && (entry = readdir(folder));)
        found = entry->d_name[0] != '.' && text_ends(text_of(entry->d_name), ".tsv");
    if (folder)
        closedir(folder);
    return found;
}

/* The first bytes of the file, in `bytes`. */
static struct text read_head(const char *path, char bytes[HEAD_SIZE]) {
    FILE *file = fopen(path, "rb");
    struct text head = {bytes, file ? fread(bytes, 1, HEAD_SIZE, file) : 0};
    if (file)
        fclose(file);
    return head;
}

/* The line of column names: the first that is no comment, without a byte-order mark. */
static struct text columns_line(struct text head) {
    struct text line = head;
    size_t at = text_starts(head, "\xEF\xBB\xBF") ? 3 : 0;
    for (size_t end; at < head.size; at = end + 1) {
        end = text_find(head, at, TEXT("\n"));
        line = text_trim(text_slice(head, (struct span){at, end}));
        if (line.size && line.data[0] != '#' && !text_starts(line, "sep="))
            return line;
    }
    return (struct text){"", 0};
}

/* True if the line has a cell with this name, whatever separates the cells. */
static bool has_column(struct text line, const char *name) {
    for (size_t at = 0, end; at <= line.size; at = end + 1) {
        for (end = at; end < line.size && !strchr("\t;,|", line.data[end]);)
            end++;
        struct text cell = text_trim(text_slice(line, (struct span){at, end}));
        if (cell.size > 2 && cell.data[0] == '"')
            cell = text_slice(cell, (struct span){1, cell.size - 1});
        if (text_equal_ascii_nocase(cell, text_of(name)))
            return true;
    }
    return false;
}

/* What a table holds, told from its columns; else from its ending. */
static enum check_kind table_kind(struct text name, struct text line) {
    static const char *const texts[] = {"text", "content", "body", "isi"};
    bool table = text_ends(name, ".csv") && !has_column(line, "fid");
    for (size_t i = 0; table && i < sizeof texts / sizeof *texts; i++)
        if (has_column(line, texts[i]))
            return CHECK_RECORDS; /* an export of articles */
    if (has_column(line, "fid"))
        return CHECK_DECISIONS;
    if (has_column(line, "address") || has_column(line, "regions"))
        return CHECK_RECIPIENTS;
    if (has_column(line, "weight"))
        return CHECK_TOPICS;
    if (has_column(line, "type") && has_column(line, "year"))
        return CHECK_REGISTER;
    if (text_ends(name, ".csv"))
        return has_column(line, "decision") ? CHECK_DECISIONS : CHECK_RECORDS;
    return text_ends(name, ".tsv") ? CHECK_REGISTER : CHECK_RECORDS;
}

enum check_kind check_kind_of(const char *path) {
    struct text name = text_of(path);
    char bytes[HEAD_SIZE];
    if (text_ends(name, ".tsv") || text_ends(name, ".csv") || text_ends(name, ".txt"))
        return table_kind(name, columns_line(read_head(path, bytes)));
    if (text_ends(name, ".conf"))
        return CHECK_CONFIGURATION;
    if (text_ends(name, ".json")) {
        struct text head = read_head(path, bytes);
        if (text_find(head, 0, TEXT("\"template/")) < head.size)
            return CHECK_TEMPLATE;
    }
    return strcmp(path, "-") != 0 && holds_tables(path) ? CHECK_REGISTER : CHECK_RECORDS;
}
