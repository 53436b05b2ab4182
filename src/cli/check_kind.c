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

/* True if `word` stands in the first bytes of the file. */
static bool head_holds(const char *path, struct text word) {
    char bytes[HEAD_SIZE];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    struct text head = {bytes, fread(bytes, 1, sizeof bytes, file)};
    fclose(file);
    return text_find(head, 0, word) < head.size;
}

enum check_kind check_kind_of(const char *path) {
    struct text name = text_of(path);
    if (text_ends(name, ".tsv"))
        return head_holds(path, TEXT("\tweight\t")) ? CHECK_TOPICS : CHECK_REGISTER;
    if (text_ends(name, ".conf"))
        return CHECK_CONFIGURATION;
    if (text_ends(name, ".csv"))
        return CHECK_DECISIONS;
    if (text_ends(name, ".json") && head_holds(path, TEXT("\"template/")))
        return CHECK_TEMPLATE;
    return strcmp(path, "-") != 0 && holds_tables(path) ? CHECK_REGISTER : CHECK_RECORDS;
}
