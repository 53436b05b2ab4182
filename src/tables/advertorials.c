/* Loads the marks of advertorials: see advertorials.h. Before: the data folder. After: intake. */
#include <config.h>

#include "tables/advertorials.h"

#include "base/ascii.h"
#include "tables/tsv.h"

#define LETTERS 32

struct form {
    struct text text;
    enum advert_kind kind;
    size_t next; /* with the same letter_of: number from 1, or 0 */
};

struct advertorials {
    struct form *forms;
    size_t count;
    size_t first[LETTERS]; /* the forms by letter_of their first byte: number from 1, or 0 */
};

static enum advert_kind kind_of(struct text name) {
    if (text_is(name, "bracket"))
        return ADVERT_BRACKET;
    if (text_is(name, "label"))
        return ADVERT_LABEL;
    if (text_is(name, "strong"))
        return ADVERT_STRONG;
    return text_is(name, "note") ? ADVERT_NOTE : ADVERT_NONE;
}

/* The lowest five bits of the first byte: the same for a letter in either case. */
static unsigned letter_of(struct text text) { return (unsigned char)text.data[0] & (LETTERS - 1); }

static bool add_form(struct advertorials *table, const struct tsv *tsv, size_t row,
                     struct error *error) {
    struct form form = {.text = tsv_cell(tsv, row, tsv_column(tsv, "form")),
                        .kind = kind_of(tsv_cell(tsv, row, tsv_column(tsv, "kind")))};
    if (form.kind == ADVERT_NONE)
        return tsv_row_error(tsv, row, error,
                             "the kind is none of bracket, label, strong and note");
    if (form.text.size == 0)
        return tsv_row_error(tsv, row, error, "no form");
    for (size_t i = 0; i < table->count; i++)
        if (text_equal_ascii_nocase(table->forms[i].text, form.text))
            return tsv_row_error(tsv, row, error, "a form is there twice");
    size_t *first = &table->first[letter_of(form.text)];
    form.next = *first;
    table->forms[table->count++] = form;
    *first = table->count;
    return true;
}

const struct advertorials *advertorials_load(const char *folder, struct arena *arena,
                                             struct error *error) {
    static const char *const wanted[] = {"kind", "form", "example", NULL};
    struct tsv tsv;
    if (!tsv_read(folder, "advertorials.tsv", wanted, arena, &tsv, error))
        return NULL;
    struct advertorials *table = arena_alloc(arena, sizeof *table);
    table->forms = arena_alloc_array(arena, tsv.row_count + 1, sizeof *table->forms);
    for (size_t row = 0; row < tsv.row_count; row++)
        if (!add_form(table, &tsv, row, error))
            return NULL;
    return table;
}

/* Part of a word: ASCII letters and digits, and everything beyond ASCII. */
static bool in_word(char c) { return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80; }

enum advert_kind advertorials_begin(const struct advertorials *table, struct text text,
                                    size_t *size) {
    enum advert_kind kind = ADVERT_NONE;
    *size = 0;
    size_t next;
    for (size_t i = text.size ? table->first[letter_of(text)] : 0; i; i = next) {
        const struct form *form = &table->forms[i - 1];
        next = form->next;
        if (form->text.size <= *size || form->text.size > text.size ||
            !text_equal_ascii_nocase(form->text, (struct text){text.data, form->text.size}))
            continue;
        if (form->text.size < text.size && in_word(text.data[form->text.size]))
            continue;
        kind = form->kind;
        *size = form->text.size;
    }
    return kind;
}
