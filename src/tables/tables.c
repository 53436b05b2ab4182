/* Loads all tables: see tables.h. Before: the data folder. After: intake and extraction. */
#include <config.h>

#include "tables/tables.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "tables/boilerplate.h"
#include "tables/calendar.h"
#include "tables/cues.h"
#include "tables/offices.h"
#include "tables/regions.h"
#include "tables/register.h"
#include "tables/regulation_types.h"
#include "tables/speech.h"
#include "tables/topics.h"
#include "tables/tsv.h"
#include "tables/verify_tables.h"
#include "tables/word_lists.h"
#include "tables/words.h"

static int is_table(const struct dirent *entry) {
    return entry->d_name[0] != '.' && text_ends(text_of(entry->d_name), ".tsv");
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* The digest over names and contents, so that a briefing says exactly which tables it was made
 * with. */
static bool digest_tables(const char *folder, struct tables *tables, struct error *error) {
    struct dirent **names;
    int count = scandir(folder, &names, is_table, by_bytes);
    if (count < 0) {
        error_set(error, EXIT_CONFIG, "cannot read the folder of tables: %s", strerror(errno));
        error_at(error, folder, 0);
        return false;
    }
    struct digest *digest = digest_start();
    struct buffer bytes = {0};
    char hex[DIGEST_HEX_SIZE];
    bool ok = true;
    for (int i = 0; i < count; i++) {
        struct text path = arena_printf(&tables->arena, "%s/%s", folder, names[i]->d_name);
        buffer_clear(&bytes);
        ok = ok && file_read(path.data, 0, &bytes, error);
        digest_add(digest, names[i]->d_name, strlen(names[i]->d_name) + 1);
        digest_add(digest, bytes.data, bytes.size);
        free(names[i]);
    }
    free(names);
    buffer_free(&bytes);
    digest_finish(digest, hex);
    tables->sha256 = arena_copy(&tables->arena, text_of(hex));
    return ok;
}

static bool load_version(const char *folder, struct tables *tables, struct error *error) {
    static const char *const wanted[] = {"version", "date", NULL};
    struct tsv table;
    if (!tsv_read(folder, "version.tsv", wanted, &tables->arena, &table, error))
        return false;
    tables->version = table.row_count ? tsv_cell(&table, 0, 0) : TEXT("");
    return true;
}

static bool load_each(const char *folder, struct tables *t, struct error *error) {
    struct arena *arena = &t->arena;
    struct lexicon *lexicon = t->lexicon = lexicon_new(arena);
    t->vocabulary = lexicon_vocabulary(lexicon);
    return word_lists_load(folder, arena, lexicon_vocabulary(lexicon), error) &&
           words_load(folder, arena, lexicon, error) &&
           (t->calendar = calendar_load(folder, arena, lexicon, error)) &&
           (t->boilerplate = boilerplate_load(folder, arena, lexicon, error)) &&
           (t->regions = regions_load(folder, arena, lexicon, error)) &&
           (t->regulation_types = regulation_types_load(folder, arena, lexicon, error)) &&
           (t->offices = offices_load(folder, arena, lexicon, error)) &&
           (t->speech = speech_load(folder, arena, lexicon, error)) &&
           (t->cues = cues_load(folder, arena, lexicon, error)) &&
           (t->topics = topics_load(folder, arena, lexicon, error)) &&
           (t->acts = register_load(folder, arena, error)) &&
           (t->verify = verify_tables_load(folder, arena, lexicon, error));
}

bool tables_load(const char *folder, struct tables *tables, struct error *error) {
    *tables = (struct tables){0};
    if (digest_tables(folder, tables, error) && load_version(folder, tables, error) &&
        load_each(folder, tables, error))
        return true;
    tables_free(tables);
    return false;
}

void tables_free(struct tables *tables) {
    arena_free(&tables->arena);
    *tables = (struct tables){0};
}
