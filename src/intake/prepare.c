/* From a record to an article: see prepare.h. record.c stands before it; each step is a file of its
 * own. */
#include <config.h>

#include "intake/prepare.h"

#include <stdlib.h>

#include "base/sha256.h"
#include "base/translate.h"
#include "intake/draft.h"
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

static bool is_abbreviation(const void *draft, const struct token *word) {
    return words_is_abbreviation(((const struct draft *)draft)->tables->vocabulary, word);
}

/* Posts and words that link or open sentences stand in no name. */
static enum sentence_start start_of(const void *context, const struct token *word) {
    const struct draft *draft = context;
    const struct article *article = draft->article;
    enum word_kind kind = word_kind(draft->tables->vocabulary, word->word);
    bool post = article->hits.classes[word - article->tokens.at] >> LEXEME_POSITION & 1;
    if (kind == WORD_OPENER || (post && kind != WORD_NAME))
        return SENTENCE_START_SURE;
    return kind == WORD_COMMON || kind == WORD_TERM ? SENTENCE_START_WORD : SENTENCE_START_NAME;
}

static void split_sentences(struct draft *draft, size_t first) {
    struct article *article = draft->article;
    const struct sentence_words words = {draft, is_abbreviation, start_of};
    article->sentences = sentences_split(draft->arena, article->text, article->tokens, first,
                                         article->tokens.count, &words);
}

static int compare_flags(const void *a, const void *b) {
    const struct flag *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->span.end > y->span.end) - (x->span.end < y->span.end);
}

/* A text full of control characters is told once, not a thousand times. */
#define REPAIRS_SHOWN 16

/* What was changed to make the text readable. */
static void flag_repairs(struct draft *draft, const struct record *record, struct notes *notes) {
    size_t shown = record->blanked_count < REPAIRS_SHOWN ? record->blanked_count : REPAIRS_SHOWN;
    for (size_t i = 0; i < shown; i++)
        draft_flag_note(draft, FLAG_REPAIRED, record->blanked[i], "repaired",
                        (struct text[NOTE_PLACES]){{0}});
    if (record->blanked_count > shown)
        draft_flag_note(draft, FLAG_REPAIRED, (struct span){0, 0}, "repaired_more",
                        (struct text[NOTE_PLACES]){
                            arena_printf(draft->arena, "%zu", record->blanked_count - shown)});
    if (record->blanked_count > 0)
        notes_add(notes, text_of(_("control characters in the text read as blanks")));
    if (!record->converted.data)
        return;
    draft_flag_note(draft, FLAG_CONVERTED, (struct span){0, 0}, "converted",
                    (struct text[NOTE_PLACES]){record->converted});
    notes_add(notes, arena_printf(draft->arena, _("converted from %.*s"),
                                  (int)record->converted.size, record->converted.data));
}

/* All that is told from the text, step by step. */
static void read_text(struct draft *draft, const struct record *record, struct notes *notes) {
    struct article *article = draft->article;
    size_t phrase_count;
    struct span *phrases =
        phrases_find(article->text, draft->tables->boilerplate, draft->arena, &phrase_count);
    article->tokens = phrases_tokenise(article->text, phrases, phrase_count, draft->arena);
    wraps_join(article->text, article->tokens);
    abbreviations_read(article->text, &article->tokens, draft->tables->vocabulary);
    article->hits =
        lexicon_scan(draft->tables->lexicon, article->text, article->tokens, draft->arena);
    flag_repairs(draft, record, notes);
    lines_split(draft);
    clean_article(draft, phrases, phrase_count);
    advertorial_find(draft);
    repeats_cut(draft);
    split_sentences(draft, headline_tell(draft));
    dates_find(draft);
    event_settle(draft, record->fields[FIELD_PUBLISHED]);
    if (record->fields[FIELD_PUBLISHED].size > 0 && !date_is_set(article->published))
        notes_add(notes, text_of(_("the date field cannot be read, or can be read in two ways")));
    if (article->flag_count > 1)
        qsort(article->flags, article->flag_count, sizeof *article->flags, compare_flags);
}

bool prepare_article(const struct record *record, const struct origin *origin,
                     const struct tables *tables, struct arena *arena, struct article *article,
                     struct notes *notes, struct fault *fault) {
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
    struct draft draft = {.article = article, .tables = tables, .arena = arena};
    read_text(&draft, record, notes);
    return true;
}
