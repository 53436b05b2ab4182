/* Notes and their wordings: see note_forms.h. Before: notes.tsv. After: whoever makes or prints
 * notes. */
#include <config.h>

#include "tables/note_forms.h"

#include "base/buffer.h"
#include "tables/tsv.h"

/* The code of rows that are no notes but English phrases of other tables. */
#define PHRASE "phrase"

struct form {
    struct text code;
    struct text places[NOTE_PLACES];
    size_t place_count;
    struct text patterns[NOTE_LANGUAGES];
};

struct note_forms {
    struct form *rows;
    size_t count;
};

/* Wording under way. */
struct writer {
    const struct note_wording *wording;
    struct arena *arena;
    struct buffer out;
    bool inside; /* in a phrase, which holds no others */
};

static void put_form(struct writer *w, const struct form *form, const struct text *values);

static size_t place_number(const struct form *form, struct text name) {
    for (size_t i = 0; i < form->place_count; i++)
        if (text_equal(form->places[i], name))
            return i;
    return NOTE_PLACES;
}

static const struct form *form_of(const struct note_forms *forms, struct text code) {
    for (size_t i = 0; i < forms->count; i++)
        if (text_equal(forms->rows[i].code, code) && !text_is(code, PHRASE))
            return &forms->rows[i];
    return NULL;
}

/* Reads the places of an English form out of the words that it made; false if they are others. */
static bool read_back(const struct form *form, struct text words, struct text *values) {
    struct text pattern = form->patterns[NOTE_ENGLISH];
    size_t at = 0, from = 0;
    while (at < pattern.size) {
        size_t open = text_find(pattern, at, TEXT("{"));
        struct text before = text_slice(pattern, (struct span){at, open});
        if (!text_equal(text_slice(words, (struct span){from, from + before.size}), before))
            return false;
        from += before.size;
        if (open == pattern.size)
            return from == words.size;
        size_t close = text_find(pattern, open, TEXT("}")),
               next = text_find(pattern, close, TEXT("{"));
        struct text behind = text_slice(pattern, (struct span){close + 1, next});
        size_t end = behind.size ? text_find(words, from, behind) : words.size;
        if (end == from || (behind.size && end == words.size))
            return false;
        size_t place = place_number(form, text_slice(pattern, (struct span){open + 1, close}));
        values[place] = text_slice(words, (struct span){from, end});
        from = end;
        at = close + 1;
    }
    return from == words.size;
}

static void put_phrase(struct writer *w, struct text phrase) {
    const struct note_forms *forms = w->wording->forms;
    for (size_t i = 0; !w->inside && w->wording->language && i < forms->count; i++) {
        struct text values[NOTE_PLACES] = {{NULL, 0}};
        if (!text_is(forms->rows[i].code, PHRASE) || !read_back(&forms->rows[i], phrase, values))
            continue;
        w->inside = true;
        put_form(w, &forms->rows[i], values);
        w->inside = false;
        return;
    }
    buffer_text(&w->out, phrase);
}

static void put_day(struct writer *w, struct text day) {
    struct date date = date_parse_iso(day);
    if (w->wording->date && date_is_set(date))
        day = w->wording->date(w->wording->context, w->arena, date);
    buffer_text(&w->out, day);
}

/* A row without places in the reader's language: the name of a weekday. */
static void put_word(struct writer *w, struct text code) {
    const struct form *form = form_of(w->wording->forms, code);
    buffer_text(&w->out,
                form && form->place_count == 0 ? form->patterns[w->wording->language] : code);
}

/* "Mendagri;KPU;Ketua KASN": with commas and a last "and", before which Indonesian has a comma in a
 * list of three or more. */
static void put_list(struct writer *w, struct text list) {
    size_t first = text_find(list, 0, TEXT(";"));
    for (size_t at = 0; at < list.size;) {
        size_t end = text_find(list, at, TEXT(";"));
        if (at > 0 && end == list.size) {
            bool comma = w->wording->language == NOTE_INDONESIAN && at > first + 1;
            buffer_string(&w->out, comma ? ", " : " ");
            put_word(w, TEXT("and"));
            buffer_char(&w->out, ' ');
        } else if (at > 0) {
            buffer_string(&w->out, ", ");
        }
        buffer_text(&w->out, text_slice(list, (struct span){at, end}));
        at = end + 1;
    }
}

/* The end of a place's name says what stands there. */
static void put_value(struct writer *w, struct text name, struct text value) {
    if (text_ends(name, "_day"))
        put_day(w, value);
    else if (text_ends(name, "_word"))
        put_word(w, value);
    else if (text_ends(name, "_list"))
        put_list(w, value);
    else if (text_ends(name, "_phrase"))
        put_phrase(w, value);
    else
        buffer_text(&w->out, value);
}

/* True if all places of the part have values. */
static bool has_values(const struct form *form, struct text part, const struct text *values) {
    for (size_t open = text_find(part, 0, TEXT("{")); open < part.size;
         open = text_find(part, open + 1, TEXT("{"))) {
        size_t close = text_find(part, open, TEXT("}"));
        if (!values[place_number(form, text_slice(part, (struct span){open + 1, close}))].size)
            return false;
    }
    return true;
}

/* A part of a pattern without square brackets. */
static void put_part(struct writer *w, const struct form *form, struct text part,
                     const struct text *values) {
    for (size_t at = 0; at < part.size;) {
        size_t open = text_find(part, at, TEXT("{"));
        buffer_text(&w->out, text_slice(part, (struct span){at, open}));
        if (open == part.size)
            return;
        size_t close = text_find(part, open, TEXT("}"));
        struct text name = text_slice(part, (struct span){open + 1, close});
        put_value(w, name, values[place_number(form, name)]);
        at = close + 1;
    }
}

static void put_form(struct writer *w, const struct form *form, const struct text *values) {
    struct text pattern = form->patterns[w->wording->language];
    for (size_t at = 0; at < pattern.size;) {
        size_t open = text_find(pattern, at, TEXT("[")),
               close = text_find(pattern, open, TEXT("]"));
        put_part(w, form, text_slice(pattern, (struct span){at, open}), values);
        if (open == pattern.size)
            return;
        struct text part = text_slice(pattern, (struct span){open + 1, close});
        if (has_values(form, part, values))
            put_part(w, form, part, values);
        at = close + 1;
    }
}

static struct text finish(struct writer *w) {
    struct text words = arena_copy(w->arena, buffer_view(&w->out));
    buffer_free(&w->out);
    return words;
}

struct note note_make(const struct note_forms *forms, struct arena *arena, const char *code,
                      const struct text values[NOTE_PLACES]) {
    const struct form *form = form_of(forms, text_of(code));
    if (!form) /* only a data folder of another version lacks what the program asks for */
        return (struct note){TEXT(""), NULL};
    struct note_values *made = arena_alloc(arena, sizeof *made);
    *made = (struct note_values){form->code, NULL, form->place_count};
    made->at = arena_alloc_array(arena, form->place_count + 1, sizeof *made->at);
    for (size_t i = 0; i < form->place_count; i++)
        made->at[i] = arena_copy(arena, values[i]);
    struct note_wording wording = {.forms = forms, .language = NOTE_ENGLISH};
    return (struct note){note_words(&wording, arena, made), made};
}

struct text note_words(const struct note_wording *wording, struct arena *arena,
                       const struct note_values *values) {
    const struct form *form = NULL;
    if (wording->forms && values)
        form = form_of(wording->forms, values->code);
    if (!form || form->place_count != values->count)
        return (struct text){NULL, 0};
    struct writer writer = {.wording = wording, .arena = arena};
    put_form(&writer, form, values->at);
    return finish(&writer);
}

enum note_language note_language_of(struct text code) {
    return text_is(code, "id") ? NOTE_INDONESIAN : NOTE_ENGLISH;
}

struct text note_phrase(const struct note_wording *wording, struct arena *arena,
                        struct text phrase) {
    struct writer writer = {.wording = wording, .arena = arena};
    put_phrase(&writer, phrase);
    return finish(&writer);
}

/* Brackets of a pattern must be pairs, and its places known: put_form trusts them. */
static bool is_sound(const struct form *form, struct text pattern) {
    bool optional = false;
    for (size_t i = 0; i < pattern.size; i++) {
        char c = pattern.data[i];
        if (c == '[' || c == ']') {
            if (optional == (c == '['))
                return false;
            optional = c == '[';
        } else if (c == '}') {
            return false;
        } else if (c == '{') {
            size_t close = text_find(pattern, i, TEXT("}"));
            struct text name = text_slice(pattern, (struct span){i + 1, close});
            if (close == pattern.size || place_number(form, name) == NOTE_PLACES)
                return false;
            i = close;
        }
    }
    return pattern.size > 0 && !optional;
}

static bool add_row(struct note_forms *forms, const struct tsv *table, size_t row,
                    struct error *error) {
    struct form form = {.code = tsv_cell(table, row, tsv_column(table, "code"))};
    struct text rest = tsv_cell(table, row, tsv_column(table, "places")), place;
    while (tsv_next_form(&rest, &place)) {
        if (form.place_count == NOTE_PLACES)
            return tsv_row_error(table, row, error, "too many places");
        form.places[form.place_count++] = place;
    }
    form.patterns[NOTE_ENGLISH] = tsv_cell(table, row, tsv_column(table, "english"));
    form.patterns[NOTE_INDONESIAN] = tsv_cell(table, row, tsv_column(table, "indonesian"));
    for (int i = 0; i < NOTE_LANGUAGES; i++)
        if (!is_sound(&form, form.patterns[i]))
            return tsv_row_error(table, row, error,
                                 "a wording is missing, has an unknown place, or brackets that are "
                                 "no pairs");
    if (!form.code.size || form_of(forms, form.code))
        return tsv_row_error(table, row, error, "the code is missing or there twice");
    forms->rows[forms->count++] = form;
    return true;
}

const struct note_forms *note_forms_load(const char *folder, struct arena *arena,
                                         struct error *error) {
    static const char *const wanted[] = {"code",       "places",  "english",
                                         "indonesian", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "notes.tsv", wanted, arena, &table, error))
        return NULL;
    struct note_forms *forms = arena_alloc(arena, sizeof *forms);
    *forms = (struct note_forms){.rows = NULL};
    forms->rows = arena_alloc_array(arena, table.row_count + 1, sizeof *forms->rows);
    for (size_t row = 0; row < table.row_count; row++)
        if (!add_row(forms, &table, row, error))
            return NULL;
    return forms;
}
