/* Loads the marks of advertorials: see advertorials.h. Before: the data folder. After: intake. */
#include <config.h>

#include "tables/advertorials.h"

#include "tables/tsv.h"

struct form {
    struct text text;
    enum advert_kind kind;
};

struct advertorials {
    struct form *forms;
    size_t count;
    bool first[256]; /* bytes with which a form begins, in either case */
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

static unsigned char other_case(unsigned char c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? c ^ 0x20 : c;
}

static bool add_form(struct advertorials *table, const struct tsv *tsv, size_t row,
                     struct error *error) {
    struct form form = {tsv_cell(tsv, row, tsv_column(tsv, "form")),
                        kind_of(tsv_cell(tsv, row, tsv_column(tsv, "kind")))};
    if (form.kind == ADVERT_NONE)
        return tsv_row_error(tsv, row, error,
                             "the kind is none of bracket, label, strong and note");
    if (form.text.size == 0)
        return tsv_row_error(tsv, row, error, "no form");
    for (size_t i = 0; i < table->count; i++)
        if (text_equal_ascii_nocase(table->forms[i].text, form.text))
            return tsv_row_error(tsv, row, error, "a form is there twice");
    unsigned char first = (unsigned char)form.text.data[0];
    table->first[first] = table->first[other_case(first)] = true;
    table->forms[table->count++] = form;
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
static bool in_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

enum advert_kind advertorials_begin(const struct advertorials *table, struct text text,
                                    size_t *size) {
    enum advert_kind kind = ADVERT_NONE;
    *size = 0;
    if (text.size == 0 || !table->first[(unsigned char)text.data[0]])
        return kind;
    for (size_t i = 0; i < table->count; i++) {
        struct text form = table->forms[i].text;
        if (form.size <= *size || form.size > text.size ||
            !text_equal_ascii_nocase(form, (struct text){text.data, form.size}))
            continue;
        if (form.size < text.size && in_word((unsigned char)text.data[form.size]))
            continue;
        kind = table->forms[i].kind;
        *size = form.size;
    }
    return kind;
}
