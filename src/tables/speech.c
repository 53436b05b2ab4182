/* Words of speech: see speech.h. Before: three tables. After: quotations and statements. */
#include <config.h>

#include "tables/speech.h"

#include "tables/tsv.h"

#define FORMS_PER_VERB                                                                             \
    8 /* rows of the lexicon for a row of speech_verbs.tsv: its enum speech_form */

struct speech {
    struct speech_word *words; /* by row of the lexicon */
    uint8_t *pronouns;         /* enum pronoun_kind by row */
};

static const char *const STRENGTHS[] = {"strong", "plain", "quote", NULL};
static const char *const PRONOUNS[] = {"single", "body", "many", NULL};
static const char *const CUES[] = {
    "according", "according_enclitic", "text", "turn", "relay", "event", NULL};
static const enum speech_form CUE_FORMS[] = {SPEECH_ACCORDING, SPEECH_ACCORDING_ENCLITIC,
                                             SPEECH_TEXT,      SPEECH_TURN,
                                             SPEECH_RELAY,     SPEECH_EVENT};

static size_t number_in(const char *const *names, struct text name) {
    size_t i = 0;
    while (names[i] && !text_is(name, names[i]))
        i++;
    return i;
}

/* Adds the forms of a cell ("-" for none), and with -nya where `enclitic` is another form. */
static bool add_forms(struct lexicon *lexicon, struct arena *arena, struct text cell, uint32_t base,
                      enum speech_form form, enum speech_form enclitic) {
    struct text one;
    bool fresh = true;
    while (tsv_next_form(&cell, &one)) {
        if (text_is(one, "-"))
            continue;
        fresh = lexicon_add(lexicon, one, LEXEME_SPEECH, base + form, LEXEME_ANY_CASE) && fresh;
        if (enclitic != form) {
            struct text with = arena_concat(arena, one, TEXT("nya"), TEXT(""));
            lexicon_add(lexicon, with, LEXEME_SPEECH, base + enclitic, LEXEME_ANY_CASE);
        }
    }
    return fresh;
}

static bool load_verb(const struct tsv *table, size_t row, struct arena *arena,
                      struct lexicon *lexicon, struct speech_word *words, struct error *error) {
    uint32_t base = (uint32_t)(row * FORMS_PER_VERB);
    size_t strength = number_in(STRENGTHS, tsv_cell(table, row, tsv_column(table, "strength")));
    if (!STRENGTHS[strength])
        return tsv_row_error(table, row, error, "unknown strength");
    for (uint32_t form = 0; form < FORMS_PER_VERB; form++)
        words[base + form] =
            (struct speech_word){(enum speech_form)form, (enum speech_strength)strength};
    struct text root = tsv_cell(table, row, tsv_column(table, "root"));
    struct text active = tsv_cell(table, row, tsv_column(table, "active"));
    struct text passive = tsv_cell(table, row, tsv_column(table, "passive"));
    if (!add_forms(lexicon, arena, root, base, SPEECH_ROOT, SPEECH_ENCLITIC) ||
        !add_forms(lexicon, arena, active, base, SPEECH_ACTIVE, SPEECH_ACTIVE) ||
        !add_forms(lexicon, arena, passive, base, SPEECH_PASSIVE, SPEECH_PASSIVE_ENCLITIC))
        return tsv_row_error(table, row, error, "a form is there twice");
    return true;
}

static bool load_cue(const struct tsv *table, size_t row, uint32_t number, struct lexicon *lexicon,
                     struct speech_word *words, struct error *error) {
    size_t kind = number_in(CUES, tsv_cell(table, row, tsv_column(table, "kind")));
    if (!CUES[kind])
        return tsv_row_error(table, row, error, "unknown kind of cue");
    words[number] = (struct speech_word){CUE_FORMS[kind], SPEECH_STRONG};
    struct text rest = tsv_cell(table, row, tsv_column(table, "forms"));
    struct text form;
    while (tsv_next_form(&rest, &form))
        if (!lexicon_add(lexicon, form, LEXEME_SPEECH, number, LEXEME_ANY_CASE))
            return tsv_row_error(table, row, error, "a form is there twice");
    return true;
}

static bool load_words(const char *folder, struct arena *arena, struct lexicon *lexicon,
                       struct speech *speech, struct error *error) {
    static const char *const verb_columns[] = {"root",     "active",  "passive",
                                               "strength", "example", NULL};
    static const char *const cue_columns[] = {"kind", "forms", "example", NULL};
    struct tsv verbs, cues;
    if (!tsv_read(folder, "speech_verbs.tsv", verb_columns, arena, &verbs, error) ||
        !tsv_read(folder, "speech_cues.tsv", cue_columns, arena, &cues, error))
        return false;
    size_t base = verbs.row_count * FORMS_PER_VERB;
    speech->words = arena_alloc_array(arena, base + cues.row_count + 1, sizeof *speech->words);
    for (size_t row = 0; row < verbs.row_count; row++)
        if (!load_verb(&verbs, row, arena, lexicon, speech->words, error))
            return false;
    for (size_t row = 0; row < cues.row_count; row++)
        if (!load_cue(&cues, row, (uint32_t)(base + row), lexicon, speech->words, error))
            return false;
    return true;
}

static bool load_pronouns(const char *folder, struct arena *arena, struct lexicon *lexicon,
                          struct speech *speech, struct error *error) {
    static const char *const wanted[] = {"form", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "pronouns.tsv", wanted, arena, &table, error))
        return false;
    speech->pronouns = arena_alloc_array(arena, table.row_count + 1, sizeof *speech->pronouns);
    for (size_t row = 0; row < table.row_count; row++) {
        size_t kind = number_in(PRONOUNS, tsv_cell(&table, row, tsv_column(&table, "kind")));
        struct text form = tsv_cell(&table, row, tsv_column(&table, "form"));
        if (!PRONOUNS[kind])
            return tsv_row_error(&table, row, error, "unknown kind of pronoun");
        speech->pronouns[row] = (uint8_t)kind;
        if (!lexicon_add(lexicon, form, LEXEME_PRONOUN, (uint32_t)row, LEXEME_ANY_CASE))
            return tsv_row_error(&table, row, error, "the pronoun is there twice");
    }
    return true;
}

const struct speech *speech_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                 struct error *error) {
    struct speech *speech = arena_alloc(arena, sizeof *speech);
    if (!load_words(folder, arena, lexicon, speech, error) ||
        !load_pronouns(folder, arena, lexicon, speech, error))
        return NULL;
    return speech;
}

struct speech_word speech_word(const struct speech *speech, uint32_t row) {
    return speech->words[row];
}

enum pronoun_kind speech_pronoun(const struct speech *speech, uint32_t row) {
    return (enum pronoun_kind)speech->pronouns[row];
}
