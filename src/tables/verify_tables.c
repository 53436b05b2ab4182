/* What citations are compared by: see verify_tables.h. */
#include <config.h>

#include "tables/verify_tables.h"

#include "base/ascii.h"
#include "tables/tsv.h"

static struct text cell(const struct tsv *table, size_t row, const char *column) {
    return tsv_cell(table, row, tsv_column(table, column));
}

/* Abbreviations in capitals match as written only: LAN, not lan. */
static void add_forms(struct lexicon *lexicon, struct text forms, enum lexeme_class class,
                      size_t row) {
    for (struct text form; tsv_next_form(&forms, &form);) {
        bool lower = false;
        for (size_t i = 0; i < form.size; i++)
            lower = lower || ascii_is_lower(form.data[i]);
        lexicon_add(lexicon, form, class, (uint32_t)row,
                    lower ? LEXEME_ANY_CASE : LEXEME_EXACT_CASE);
    }
}

static bool load_sanctions(const char *folder, struct arena *arena, struct lexicon *lexicon,
                           struct verify_tables *out, struct error *error) {
    static const char *const wanted[] = {"type",     "number", "year",      "article", "level",
                                         "sanction", "forms",  "elsewhere", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "sanctions.tsv", wanted, arena, &table, error))
        return false;
    out->sanctions = arena_alloc_array(arena, table.row_count, sizeof *out->sanctions);
    out->sanction_count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++) {
        out->sanctions[row] = (struct sanction){
            cell(&table, row, "type"),
            cell(&table, row, "number"),
            tsv_number(&table, row, tsv_column(&table, "year"), 0),
            cell(&table, row, "article"),
            cell(&table, row, "level"),
            cell(&table, row, "sanction"),
            cell(&table, row, "elsewhere"),
        };
        add_forms(lexicon, cell(&table, row, "forms"), LEXEME_SANCTION, row);
    }
    return true;
}

static bool load_signatories(const char *folder, struct arena *arena, struct lexicon *lexicon,
                             struct verify_tables *out, struct error *error) {
    static const char *const wanted[] = {"key", "name", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "signatories.tsv", wanted, arena, &table, error))
        return false;
    out->signatories = arena_alloc_array(arena, table.row_count, sizeof *out->signatories);
    out->signatory_count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++) {
        out->signatories[row] =
            (struct signatory){cell(&table, row, "key"), cell(&table, row, "name")};
        add_forms(lexicon, cell(&table, row, "forms"), LEXEME_SIGNATORY, row);
    }
    return true;
}

static bool is_signatory(const struct verify_tables *tables, struct text key) {
    for (size_t i = 0; i < tables->signatory_count; i++)
        if (text_equal(tables->signatories[i].key, key))
            return true;
    return false;
}

static bool load_decrees(const char *folder, struct arena *arena, struct verify_tables *out,
                         struct error *error) {
    static const char *const wanted[] = {"type",   "number",      "year", "numbers",
                                         "topics", "signatories", NULL};
    struct tsv table;
    if (!tsv_read(folder, "joint_decrees.tsv", wanted, arena, &table, error))
        return false;
    out->decrees = arena_alloc_array(arena, table.row_count, sizeof *out->decrees);
    out->decree_count = table.row_count;
    for (size_t row = 0; row < table.row_count; row++) {
        out->decrees[row] = (struct joint_decree){
            cell(&table, row, "type"),
            cell(&table, row, "number"),
            tsv_number(&table, row, tsv_column(&table, "year"), 0),
            cell(&table, row, "numbers"),
            cell(&table, row, "topics"),
            cell(&table, row, "signatories"),
        };
        struct text rest = out->decrees[row].signatories;
        for (struct text key; tsv_next_form(&rest, &key);)
            if (!is_signatory(out, key))
                return tsv_row_error(&table, row, error,
                                     "a signatory that is not in signatories.tsv");
    }
    return true;
}

/* The kind of this name, 0 if there is none: the lowest eight bits are those of enum verify_word,
 * the next those of enum wording. */
static unsigned kind_of(struct text name) {
    static const char *const names[] = {"stop",       "short",    "superseded", "signing",
                                        "hope",       "negation", "ill",        "virtue",
                                        "unfinished", "asking",   "condition"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (text_is(name, names[i]))
            return 1U << i;
    return 0;
}

/* False if the word has the kind already. */
static bool add_kind(struct word_entry *entry, unsigned kind) {
    if ((entry->verify | (unsigned)entry->wording << 8) & kind)
        return false;
    entry->verify |= (uint8_t)kind;
    entry->wording |= kind >> 8 & 0x7F;
    return true;
}

static bool load_words(const char *folder, struct arena *arena, struct lexicon *lexicon,
                       struct verify_tables *out, struct error *error) {
    static const char *const wanted[] = {"word", "kind", "means", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "verify_words.tsv", wanted, arena, &table, error))
        return false;
    struct vocabulary *vocabulary = lexicon_vocabulary(lexicon);
    out->short_words = arena_alloc_array(arena, table.row_count, sizeof *out->short_words);
    for (size_t row = 0; row < table.row_count; row++) {
        uint32_t word = vocabulary_add(vocabulary, token_hash(cell(&table, row, "word")));
        unsigned kind = kind_of(cell(&table, row, "kind"));
        if (!kind || !add_kind(&vocabulary->words[word], kind))
            return tsv_row_error(&table, row, error, "unknown kind, or the word is there twice");
        if (kind == VERIFY_SHORT)
            out->short_words[out->short_count++] =
                (struct short_word){word, cell(&table, row, "means")};
    }
    return true;
}

const struct verify_tables *verify_tables_load(const char *folder, struct arena *arena,
                                               struct lexicon *lexicon, struct error *error) {
    struct verify_tables *out = arena_alloc(arena, sizeof *out);
    bool good = load_sanctions(folder, arena, lexicon, out, error) &&
                load_signatories(folder, arena, lexicon, out, error) &&
                load_decrees(folder, arena, out, error) &&
                load_words(folder, arena, lexicon, out, error);
    return good ? out : NULL;
}

struct text verify_word_means(const struct verify_tables *tables, uint32_t word) {
    for (size_t i = 0; i < tables->short_count; i++)
        if (tables->short_words[i].word == word)
            return tables->short_words[i].means;
    return TEXT("");
}

static bool is_of(const struct sanction *sanction, struct text type, struct text number, int year) {
    return sanction->year == year && text_equal(sanction->type, type) &&
           text_equal(sanction->number, number);
}

struct text sanction_article(const struct verify_tables *tables, struct text type,
                             struct text number, int year, struct text key) {
    for (size_t i = 0; i < tables->sanction_count; i++)
        if (is_of(&tables->sanctions[i], type, number, year) &&
            text_equal(tables->sanctions[i].key, key))
            return tables->sanctions[i].article;
    return (struct text){0};
}

struct text sanction_list(const struct verify_tables *tables, struct text type, struct text number,
                          int year) {
    for (size_t i = 0; i < tables->sanction_count; i++)
        if (is_of(&tables->sanctions[i], type, number, year)) {
            struct text article = tables->sanctions[i].article;
            size_t end = text_find(article, 0, TEXT(" ayat"));
            return text_slice(article, (struct span){0, end});
        }
    return (struct text){0};
}
