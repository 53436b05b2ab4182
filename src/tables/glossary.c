/* Loads the glossary and finds its forms: see glossary.h. Before: the data folder. After: layout.
 */
#include <config.h>

#include "tables/glossary.h"

#include "base/ascii.h"
#include "base/search.h"
#include "base/translate.h"
#include "tables/tsv.h"

struct glossary {
    struct glossary_entry *entries;
    size_t count;
    size_t *pairs; /* numbers of the entries of two words */
    size_t pair_count;
    uint32_t lengths[26]; /* bit n: a form of n letters begins with this letter */
};

/* Bytes of the letter or digit at `at`; 0 if none stands there. Beyond ASCII, letters of two bytes
 * count: those of three or more, as quotation marks and dashes are, stand in no abbreviation. */
static size_t letter_at(struct text text, size_t at) {
    unsigned char c = at < text.size ? (unsigned char)text.data[at] : 0;
    if (c >= 0xC3 && c <= 0xDF && at + 1 < text.size)
        return 2;
    return ascii_is_alphanumeric((char)c);
}

/* Where the word that begins at `at` ends; `at` where none does. */
static size_t word_end(struct text text, size_t at) {
    for (size_t size; (size = letter_at(text, at)) > 0;)
        at += size;
    return at;
}

/* Bytes of a form's first word. */
static size_t first_word(struct text form) { return word_end(form, 0); }

static size_t count_meanings(struct text cell) {
    struct text form;
    size_t count = 0;
    while (tsv_next_form(&cell, &form))
        count++;
    return count;
}

/* What is wrong with an entry behind those before it; NULL if nothing. */
static const char *wrong_entry(const struct glossary *glossary,
                               const struct glossary_entry *entry) {
    size_t first = first_word(entry->form), meanings = count_meanings(entry->meaning);
    struct text rest = text_slice(entry->form, (struct span){first, entry->form.size});
    if (!entry->form.size || !ascii_is_upper(entry->form.data[0]) || first > 31)
        return _("the form does not begin with a capital, or is longer than 31 bytes");
    if (rest.size && (rest.size == 1 ||
                      first_word(text_slice(rest, (struct span){1, rest.size})) != rest.size - 1))
        return _("the form has more than two words");
    if (meanings == 0 || meanings != count_meanings(entry->english))
        return _("meaning and english differ in number, or are empty");
    if (glossary->count &&
        text_compare_ascii_nocase(glossary->entries[glossary->count - 1].form, entry->form) >= 0)
        return _("the form is there twice, or not in order");
    return NULL;
}

static bool add_entry(struct glossary *glossary, const struct tsv *table, size_t row,
                      struct error *error) {
    struct glossary_entry entry = {tsv_cell(table, row, tsv_column(table, "form")),
                                   tsv_cell(table, row, tsv_column(table, "meaning")),
                                   tsv_cell(table, row, tsv_column(table, "english"))};
    const char *wrong = wrong_entry(glossary, &entry);
    if (wrong)
        return tsv_row_error(table, row, error, "%s", wrong);
    size_t first = first_word(entry.form);
    if (first < entry.form.size)
        glossary->pairs[glossary->pair_count++] = glossary->count;
    glossary->lengths[entry.form.data[0] - 'A'] |= UINT32_C(1) << first;
    glossary->entries[glossary->count++] = entry;
    return true;
}

const struct glossary *glossary_load(const char *folder, struct arena *arena, struct error *error) {
    static const char *const wanted[] = {"form", "meaning", "english", "mark", NULL};
    struct tsv table;
    if (!tsv_read(folder, "glossary.tsv", wanted, arena, &table, error))
        return NULL;
    struct glossary *glossary = arena_alloc(arena, sizeof *glossary);
    glossary->entries = arena_alloc_array(arena, table.row_count, sizeof *glossary->entries);
    glossary->pairs = arena_alloc_array(arena, table.row_count, sizeof *glossary->pairs);
    for (size_t row = 0; row < table.row_count; row++)
        if (!add_entry(glossary, &table, row, error))
            return NULL;
    return glossary;
}

size_t glossary_count(const struct glossary *glossary) { return glossary->count; }

const struct glossary_entry *glossary_get(const struct glossary *glossary, size_t index) {
    return &glossary->entries[index];
}

/* True if the words are the form, as it is or in capitals. */
static bool is_form(struct text words, struct text form) {
    if (text_equal(words, form))
        return true;
    if (!text_equal_ascii_nocase(words, form))
        return false;
    for (size_t i = 0; i < words.size; i++)
        if (ascii_is_lower(words.data[i]))
            return false;
    return true;
}

static bool before_form(const void *item, const void *key) {
    return text_compare_ascii_nocase(((const struct glossary_entry *)item)->form,
                                     *(const struct text *)key) < 0;
}

static void mark_word(const struct glossary *glossary, struct text word, bool *met) {
    size_t at = search_first(glossary->entries, glossary->count, sizeof *glossary->entries, &word,
                             before_form);
    if (at < glossary->count && is_form(word, glossary->entries[at].form))
        met[at] = true;
}

/* Bytes of what parts two words of a form at `at`: a space, also one that does not break, or a
 * hyphen; 0: none. */
static size_t joint(struct text text, size_t at) {
    if (at < text.size && (text.data[at] == ' ' || text.data[at] == '-'))
        return 1;
    return at + 1 < text.size && text.data[at] == '\xC2' && text.data[at + 1] == '\xA0' ? 2 : 0;
}

/* True if the pair's form stands there: its first word is `word`, its second the text from `next`
 * to *end. */
static bool is_pair(struct text form, struct text word, struct text text, size_t next,
                    size_t *end) {
    size_t first = first_word(form), size = form.size - first - 1;
    if (word.size != first || text.size - next < size ||
        !is_form(word, text_slice(form, (struct span){0, first})))
        return false;
    *end = next + size;
    return is_form(text_slice(text, (struct span){next, *end}),
                   text_slice(form, (struct span){first + 1, form.size})) &&
           !letter_at(text, *end);
}

/* Marks the pair that begins with the word at `span`; returns where it ends, or span.end. */
static size_t mark_pair(const struct glossary *glossary, struct text text, struct span span,
                        bool *met) {
    size_t gap = joint(text, span.end), end;
    for (size_t i = 0; gap && i < glossary->pair_count; i++) {
        struct text form = glossary->entries[glossary->pairs[i]].form;
        if (!is_pair(form, text_slice(text, span), text, span.end + gap, &end))
            continue;
        met[glossary->pairs[i]] = true;
        return end;
    }
    return span.end;
}

void glossary_mark(const struct glossary *glossary, struct text text, bool *met) {
    for (size_t at = 0; at < text.size;) {
        struct span span = {at, word_end(text, at)};
        at = span.end > at ? span.end : at + 1;
        size_t size = span.end - span.start;
        if (size < 2 || size > 31 || !ascii_is_upper(text.data[span.start]) ||
            !(glossary->lengths[text.data[span.start] - 'A'] >> size & 1))
            continue;
        size_t end = mark_pair(glossary, text, span, met);
        if (end > span.end)
            at = end;
        else
            mark_word(glossary, text_slice(text, span), met);
    }
}
