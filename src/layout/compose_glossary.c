/* The glossary of the abbreviations that stand in the briefing before it, in two columns. Before:
 * compose.c; document.c notes what is met. */
#include <config.h>

#include "layout/compose.h"
#include "tables/glossary.h"

static const struct column glossary_columns[] = {
    {120, ALIGN_LEFT}, {380, ALIGN_LEFT}, {120, ALIGN_LEFT}, {380, ALIGN_LEFT}};

/* The next of `;`-separated meanings, trimmed; none if none is left. */
static struct text take_meaning(struct text *rest) {
    size_t end = text_find(*rest, 0, TEXT(";"));
    struct text one = text_trim(text_slice(*rest, (struct span){0, end}));
    *rest = end < rest->size ? text_slice(*rest, (struct span){end + 1, rest->size}) : TEXT("");
    return one;
}

/* "Surat Edaran or Sarjana Ekonomi", each with its English where that is the briefing's language.
 */
static void add_meanings(struct composer *composer, struct paragraph *paragraph,
                         const struct glossary_entry *entry) {
    struct document *document = composer->document;
    struct text meanings = entry->meaning, english = entry->english;
    bool translated = note_language_of(composer->template->language) != NOTE_INDONESIAN;
    for (bool first = true; meanings.size; first = false) {
        if (!first) {
            paragraph_add(document, paragraph, STYLE_SOFT, TEXT(" "));
            paragraph_add(document, paragraph, STYLE_SOFT,
                          composer->template->labels[LABEL_GLOSSARY_OR]);
            paragraph_add(document, paragraph, STYLE_SOFT, TEXT(" "));
        }
        paragraph_add(document, paragraph, STYLE_TABLE_CELL, take_meaning(&meanings));
        struct text words = take_meaning(&english);
        if (translated)
            paragraph_add(document, paragraph, STYLE_SOFT,
                          arena_concat(composer->arena, TEXT(": "), words, TEXT("")));
    }
}

static void compose_entry(struct composer *composer, struct cell *cells,
                          const struct glossary_entry *entry) {
    cell_text(composer->document, &cells[0], STYLE_TABLE_STRONG, entry->form);
    add_meanings(composer, cell_add(composer->document, &cells[1], STYLE_TABLE_CELL), entry);
}

static struct table *begin_table(struct composer *composer) {
    struct table *table = document_table(composer->document, glossary_columns, 4);
    for (size_t i = 0; i < 4; i++)
        cell_text(composer->document, &table->head.cells[i], STYLE_TABLE_HEAD,
                  composer->template->labels[LABEL_COLUMN_ABBREVIATION + i % 2]);
    return table;
}

bool glossary_is_there(const struct composer *composer) {
    return composer->options->glossary && composer->edition->figures.stories > 0;
}

void compose_glossary(struct composer *composer) {
    const struct glossary *glossary = composer->options->glossary;
    if (composer->glossary == NO_ANCHOR)
        return;
    size_t count = glossary_count(glossary), met = 0;
    size_t *order = arena_alloc_array(composer->arena, count, sizeof *order);
    for (size_t i = 0; i < count; i++)
        if (composer->document->met[i])
            order[met++] = i;
    compose_closing(composer, composer->template->labels[LABEL_GLOSSARY], composer->glossary);
    document_paragraph(composer->document, STYLE_META,
                       composer->template->labels[met ? LABEL_GLOSSARY_NOTE : LABEL_GLOSSARY_NONE]);
    struct table *table = met ? begin_table(composer) : NULL;
    for (size_t i = 0; i < met; i += 2) {
        struct row *row = table_row(composer->document, table);
        compose_entry(composer, row->cells, glossary_get(glossary, order[i]));
        if (i + 1 < met)
            compose_entry(composer, row->cells + 2, glossary_get(glossary, order[i + 1]));
    }
}
