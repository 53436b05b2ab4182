/* Contents and overview. Before: compose.c. */
#include <config.h>

#include "layout/compose.h"

#define MOST_CITED 10 /* instruments in the overview at most */
#define SHORT_CONTENTS                                                                             \
    8 /* chapters whose contents leave room for the overview on the same page                      \
       */

static void add_entry(struct composer *composer, enum style style, struct text title,
                      size_t anchor) {
    if (anchor == NO_ANCHOR)
        return;
    struct block *block = document_add(composer->document, BLOCK_CONTENTS, style);
    paragraph_add(composer->document, &block->text, style, title);
    block->of.target = anchor;
}

static void add_province_entries(struct composer *composer) {
    const struct edition *edition = composer->edition;
    for (size_t i = 0; i < edition->province_count; i++) {
        const struct edition_province *province = &edition->provinces[i];
        add_entry(composer, STYLE_CONTENTS_CHAPTER, province->province->name,
                  composer->provinces[i]);
        for (size_t c = province->first; c < province->first + province->count; c++)
            add_entry(composer, STYLE_CONTENTS_REGION,
                      chapter_name(composer, edition->chapters[c].chapter), composer->chapters[c]);
    }
}

static void add_scope_entries(struct composer *composer, enum scope scope) {
    const struct edition *edition = composer->edition;
    for (size_t i = 0; i < edition->chapter_count; i++)
        if (!edition->chapters[i].province && edition->chapters[i].chapter->scope == scope)
            add_entry(composer, STYLE_CONTENTS_CHAPTER,
                      chapter_name(composer, edition->chapters[i].chapter), composer->chapters[i]);
}

static void add_section_entries(struct composer *composer, enum section section) {
    const struct text *labels = composer->template->labels;
    switch (section) {
    case SECTION_FOREWORD:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_FOREWORD], composer->foreword);
        break;
    case SECTION_OVERVIEW:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_OVERVIEW], composer->overview);
        break;
    case SECTION_ADDENDUM:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_ADDENDUM], composer->addendum);
        break;
    case SECTION_PROVINCES:
        add_province_entries(composer);
        break;
    case SECTION_NATIONAL:
        add_scope_entries(composer, SCOPE_NATIONAL);
        break;
    case SECTION_UNKNOWN:
        add_scope_entries(composer, SCOPE_UNKNOWN);
        break;
    case SECTION_REVIEW:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_REVIEW], composer->review);
        break;
    case SECTION_SOURCES:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_SOURCE_LIST],
                  composer->source_list);
        break;
    case SECTION_SET_ASIDE:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_SET_ASIDE], composer->set_aside);
        break;
    case SECTION_SILENT:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_SILENT], composer->silent);
        break;
    case SECTION_GLOSSARY:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_GLOSSARY], composer->glossary);
        break;
    case SECTION_METHOD:
        add_entry(composer, STYLE_CONTENTS_CHAPTER, labels[LABEL_METHOD], composer->method);
        break;
    case SECTION_FRONT:
    case SECTION_CONTENTS:
    case SECTION_SIGNATURE:
    case SECTIONS:
        break;
    }
}

void compose_contents(struct composer *composer) {
    const struct text *labels = composer->template->labels;
    const struct edition *edition = composer->edition;
    size_t least =
        edition->kind == EDITION_NATION ? 1 : 2; /* a place of one chapter needs no contents */
    if (edition->kind == EDITION_REGION || edition->chapter_count < least)
        return;
    compose_opening(composer, composer->period, labels[LABEL_CONTENTS], NO_ANCHOR, true);
    for (size_t i = 0; i < SECTIONS; i++)
        add_section_entries(composer, composer->template->sections[i]);
}

static const struct column region_columns[] = {{440, ALIGN_LEFT},  {100, ALIGN_RIGHT},
                                               {110, ALIGN_RIGHT}, {110, ALIGN_RIGHT},
                                               {120, ALIGN_RIGHT}, {120, ALIGN_RIGHT}};

static void fill_figures(struct composer *composer, struct row *row, enum style style,
                         const struct figures *figures) {
    const size_t values[] = {figures->stories, figures->directives, figures->quotes,
                             figures->instruments, figures->flag_total};
    for (size_t i = 0; i < 5; i++) {
        struct text value =
            values[i] ? wording_number(composer->arena, composer->template, values[i]) : TEXT("–");
        cell_text(composer->document, &row->cells[i + 1], values[i] ? style : STYLE_SOFT, value);
    }
}

static void add_region_row(struct composer *composer, struct table *table, enum style style,
                           struct text name, size_t anchor, const struct figures *figures) {
    struct row *row = table_row(composer->document, table);
    struct paragraph *cell = cell_add(composer->document, &row->cells[0], style);
    if (anchor == NO_ANCHOR)
        paragraph_add(composer->document, cell, style, name);
    else
        paragraph_add_link(composer->document, cell, style, name, anchor);
    fill_figures(composer, row, style, figures);
}

static void compose_region_table(struct composer *composer) {
    const struct edition *edition = composer->edition;
    const struct text *labels = composer->template->labels;
    struct table *table = document_table(composer->document, region_columns, 6);
    for (size_t i = 0; i < 6; i++)
        cell_text(composer->document, &table->head.cells[i], STYLE_TABLE_HEAD,
                  labels[LABEL_COLUMN_REGION + i]);
    for (size_t i = 0; i < edition->chapter_count; i++) {
        const struct edition_chapter *chapter = &edition->chapters[i];
        struct text name = chapter_name(composer, chapter->chapter);
        add_region_row(composer, table, STYLE_TABLE_CELL, name, composer->chapters[i],
                       &chapter->figures);
    }
    add_region_row(composer, table, STYLE_TABLE_STRONG, labels[LABEL_TOTAL], NO_ANCHOR,
                   &edition->figures);
}

void compose_overview(struct composer *composer) {
    const struct edition *edition = composer->edition;
    const struct text *labels = composer->template->labels;
    if (composer->overview == NO_ANCHOR)
        return;
    if (edition->chapter_count > SHORT_CONTENTS)
        compose_opening(composer, composer->period, labels[LABEL_OVERVIEW], composer->overview,
                        true);
    else
        compose_closing(composer, labels[LABEL_OVERVIEW], composer->overview);
    composer->document->flow = FLOW_SIDE;
    composer->document->flow = compose_topics(composer) ? FLOW_MAIN : FLOW_FULL;
    compose_quoted(composer);
    composer->document->flow = FLOW_FULL;
    document_level(composer->document);
    compose_trends(composer);
    document_paragraph(composer->document, STYLE_PART, labels[LABEL_OVERVIEW_REGIONS]);
    compose_region_table(composer);
    document_paragraph(composer->document, STYLE_CAPTION, labels[LABEL_OVERVIEW_NOTE]);
    if (edition->cited_count == 0)
        return;
    document_paragraph(composer->document, STYLE_PART, labels[LABEL_OVERVIEW_REGULATIONS]);
    compose_regulations(composer, edition->cited,
                        edition->cited_count < MOST_CITED ? edition->cited_count : MOST_CITED,
                        edition->kind != EDITION_REGION);
}
