/* From a record to an article: see prepare.h. record.c stands before it; each step is a file of its
 * own. */
#include <config.h>

#include "intake/prepare.h"

#include "base/sha256.h"
#include "tables/regions.h"
#include "tables/words.h"

static bool is_blank(struct text text) { return text_trim(text).size == 0; }

static struct text some(struct text text) {
    return is_blank(text) ? (struct text){0} : text_trim(text);
}

/* The digest and, where the record has none, the id. */
static void identify(const struct record *record, const struct origin *origin, struct arena *arena,
                     struct article *article) {
    struct text parts[] = {record->fields[FIELD_PUBLISHER], record->fields[FIELD_URL],
                           record->fields[FIELD_TITLE], record->original};
    article->sha256 = sha256_hex(arena, parts, 4, 64);
    article->id = origin->id.size ? origin->id : record->fields[FIELD_ID];
    if (article->id.size == 0)
        article->id = (struct text){article->sha256.data, 16};
}

/* A region field must name a region: it overrides what is found, so a slip must not pass for an
 * answer. */
static bool check_region(const struct tables *tables, struct text region, struct fault *fault) {
    if (!region.data || !tables->regions || regions_find(tables->regions, region))
        return true;
    return fault_set(fault, "unknown_region", 0,
                     "the region field names no region, or more than one");
}

static bool is_abbreviation(const void *context, uint64_t hash) {
    return words_is_abbreviation(context, hash);
}

static void split_sentences(const struct tables *tables, struct arena *arena,
                            struct article *article) {
    article->sentences =
        sentences_split(arena, article->text, article->tokens, 0, article->tokens.count,
                        tables->words ? is_abbreviation : NULL, tables->words);
}

bool prepare_article(const struct record *record, const struct origin *origin,
                     const struct tables *tables, struct arena *arena, struct article *article,
                     struct notes *notes, struct fault *fault) {
    (void)notes;
    *article = (struct article){.file = origin->file, .record = origin->number};
    article->text = record->fields[FIELD_TEXT];
    if (is_blank(article->text))
        return fault_set(fault, "no_text", 0, "the record has no text");
    article->title = some(record->fields[FIELD_TITLE]);
    article->publisher = some(record->fields[FIELD_PUBLISHER]);
    article->url = some(record->fields[FIELD_URL]);
    article->author = some(record->fields[FIELD_AUTHOR]);
    article->region_hint = some(record->fields[FIELD_REGION]);
    if (!check_region(tables, article->region_hint, fault))
        return false;
    identify(record, origin, arena, article);
    article->tokens = tokenise(arena, article->text);
    article->hits = lexicon_scan(tables->lexicon, article->text, article->tokens, arena);
    split_sentences(tables, arena, article);
    return true;
}
