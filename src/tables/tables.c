/* Loads all tables: see tables.h. Before: the data folder. After: intake and extraction. */
#include <config.h>

#include "tables/tables.h"

#include <errno.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/translate.h"
#include "tables/advertorials.h"
#include "tables/boilerplate.h"
#include "tables/calendar.h"
#include "tables/cues.h"
#include "tables/glossary.h"
#include "tables/note_forms.h"
#include "tables/offices.h"
#include "tables/province_tiles.h"
#include "tables/regions.h"
#include "tables/register.h"
#include "tables/regulation_types.h"
#include "tables/speech.h"
#include "tables/topics.h"
#include "tables/tsv.h"
#include "tables/verify_tables.h"
#include "tables/word_lists.h"
#include "tables/words.h"
#include "tables/zones.h"

static bool digest_file(struct digest *digest, const char *path, size_t *size,
                        struct faults *faults) {
    struct error error = {0};
    return file_digest(path, digest, size, &error) ||
           faults_add(faults, path, 0, "%s", error.message);
}

static bool digest_folder(const char *folder, struct tables *tables, struct digest *digest,
                          struct faults *faults) {
    struct folder files;
    size_t size;
    bool ok = true;
    if (!folder_list(folder, ".tsv", &tables->arena, &files))
        return faults_add(faults, folder, 0, "cannot read the folder of tables: %s",
                          translate_cause(errno));
    for (size_t i = 0; i < files.count; i++) {
        digest_add(digest, files.names[i], strlen(files.names[i]) + 1);
        ok = digest_file(digest, files.paths[i], &size, faults) && ok;
    }
    return ok;
}

/* The name of a file added does not count, only its place; a file without bytes still does. */
static bool digest_added(const char *const *added, struct tables *tables, struct digest *digest,
                         struct faults *faults) {
    bool ok = true;
    for (size_t i = 0; i < tables->added_count; i++) {
        struct added_file *file = &tables->added[i];
        struct error error = {0};
        char hex[DIGEST_HEX_SIZE] = "";
        digest_add(digest, "+", 2);
        ok = digest_file(digest, added[i], &file->bytes, faults) &&
             file_sha256(added[i], hex, &file->bytes, &error) && ok;
        file->path = arena_copy(&tables->arena, text_of(added[i]));
        file->sha256 = arena_copy(&tables->arena, text_of(hex));
    }
    return ok;
}

/* The digest over names and contents, so that a briefing says exactly which tables it was made
 * with. */
static bool digest_tables(const char *folder, const char *const *added, struct tables *tables,
                          struct faults *faults) {
    struct digest *digest = digest_start();
    char hex[DIGEST_HEX_SIZE];
    bool ok = digest_folder(folder, tables, digest, faults);
    ok = digest_added(added, tables, digest, faults) && ok;
    digest_finish(digest, hex);
    tables->sha256 = arena_copy(&tables->arena, text_of(hex));
    return ok;
}

static bool load_version(const char *folder, struct tables *tables, struct error *error) {
    static const char *const wanted[] = {"version", "date", NULL};
    struct tsv table;
    if (!tsv_read(folder, "version.tsv", wanted, &tables->arena, &table, error))
        return false;
    struct text version = tsv_cell(&table, 0, tsv_column(&table, "version"));
    tables->date = date_parse_iso(tsv_cell(&table, 0, tsv_column(&table, "date")));
    if (table.row_count != 1 || !version.size || !date_is_set(tables->date)) {
        error_set(error, EXIT_CONFIG, "one row with a version and a date is wanted");
        error_at(error, table.path, 0);
        return false;
    }
    tables->version = version;
    if (tables->added_count)
        tables->version = arena_printf(&tables->arena, "%.*s+%zu", (int)version.size, version.data,
                                       tables->added_count);
    return true;
}

static bool load_rules(const char *folder, struct tables *t, struct error *error) {
    struct arena *arena = &t->arena;
    struct lexicon *lexicon = t->lexicon = lexicon_new(arena);
    t->vocabulary = lexicon_vocabulary(lexicon);
    return load_version(folder, t, error) &&
           word_lists_load(folder, arena, lexicon_vocabulary(lexicon), error) &&
           words_load(folder, arena, lexicon, error) &&
           (t->calendar = calendar_load(folder, arena, lexicon, error)) &&
           (t->advertorials = advertorials_load(folder, arena, error)) &&
           (t->boilerplate = boilerplate_load(folder, arena, lexicon, error)) &&
           (t->regions = regions_load(folder, arena, lexicon, error)) &&
           (t->tiles = province_tiles_load(folder, t->regions, arena, error)) &&
           (t->zones = zones_load(folder, t->regions, arena, error)) && (t->zone = t->zones->at) &&
           (t->regulation_types = regulation_types_load(folder, arena, lexicon, error)) &&
           (t->offices = offices_load(folder, arena, lexicon, error)) &&
           (t->speech = speech_load(folder, arena, lexicon, error)) &&
           (t->cues = cues_load(folder, arena, lexicon, error)) &&
           (t->topics = topics_load(folder, arena, lexicon, error)) &&
           (t->verify = verify_tables_load(folder, arena, lexicon, error)) &&
           (t->notes = note_forms_load(folder, arena, error)) &&
           (t->glossary = glossary_load(folder, arena, error));
}

static bool load_each(const char *folder, const char *const *added, struct tables *t,
                      struct faults *faults) {
    struct error error = {0};
    bool ok = load_rules(folder, t, &error);
    if (!ok)
        faults_add(faults, error.file, error.record, "%s", error.message);
    t->stamp = arena_printf(&t->arena, "%.*s/%.16s", (int)t->version.size,
                            t->version.data ? t->version.data : "", t->sha256.data);
    struct register_sources sources = {folder, added, t->added_count, t->regulation_types,
                                       t->regions};
    t->acts = register_load(&sources, &t->arena, faults);
    return ok && t->acts;
}

bool tables_load_added(const char *folder, const char *const *added, size_t added_count,
                       struct tables *tables, struct faults *faults) {
    *tables = (struct tables){.added_count = added_count};
    tables->added = arena_alloc_array(&tables->arena, added_count, sizeof *tables->added);
    if (digest_tables(folder, added, tables, faults) && load_each(folder, added, tables, faults))
        return true;
    tables_free(tables);
    return false;
}

bool tables_load(const char *folder, struct tables *tables, struct error *error) {
    struct faults faults = {.first = error};
    return tables_load_added(folder, NULL, 0, tables, &faults);
}

void tables_free(struct tables *tables) {
    arena_free(&tables->arena);
    *tables = (struct tables){0};
}
