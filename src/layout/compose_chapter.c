/* The chapters: a province with its regions, the nation, and what could not be placed; and what
 * officials asked for there. Before: compose.c. */
#include <config.h>

#include "layout/compose.h"

/* The order in which types stand: what is forbidden or demanded first. */
static const enum advisory_type type_order[ADVISORY_TYPES] = {
    ADVISORY_LARANGAN, ADVISORY_KEWAJIBAN, ADVISORY_IMBAUAN, ADVISORY_SANKSI, ADVISORY_PELAPORAN};

#define RECENT 4 /* advisories above: whoever spoke in them is remembered with the office */

/* Who spoke in the advisories above, in a ring: by the story and its number there, for facts are
 * given back between the groups. */
struct speakers {
    struct {
        size_t story;
        int speaker;
    } at[RECENT];
    size_t count;
};

/* True if the speaker of the story spoke there; from now on, true for this one. */
static bool recently(struct speakers *speakers, size_t story, int speaker) {
    bool found = false;
    for (size_t i = 0; i < RECENT && i < speakers->count; i++)
        found |= speakers->at[i].story == story && speakers->at[i].speaker == speaker;
    size_t next = speakers->count++ % RECENT;
    speakers->at[next].story = story;
    speakers->at[next].speaker = speaker;
    return found;
}

/* Who said it as a note beside the block, with the office unless `known`: it stands in a note a
 * little above. */
static void add_speaker_note(struct composer *composer, struct block *block,
                             const struct person *person, bool known) {
    struct document *document = composer->document;
    struct paragraph *note = block_note(document, block, STYLE_SIDE);
    if (!person) {
        paragraph_add(document, note, STYLE_SOFT,
                      composer->template->labels[LABEL_SPEAKER_UNKNOWN]);
        return;
    }
    paragraph_add(document, note, STYLE_STRONG, person->name);
    if (person->position.size && !known) {
        paragraph_add(document, note, STYLE_SIDE, TEXT(", "));
        paragraph_add(document, note, STYLE_SIDE, person->position);
    }
}

static void compose_advisory(struct composer *composer, const struct directive *directive,
                             struct speakers *speakers) {
    const struct facts *facts = story_facts(composer, directive->story);
    const struct advisory *advisory = &facts->advisories[directive->index];
    struct fill fills[] = {{"addressee", advisory->addressee}, {NULL, {NULL, 0}}};
    struct text to = advisory->addressee.size ? wording_label(composer->arena, composer->template,
                                                              LABEL_ADDRESSEE, fills)
                                              : TEXT("");
    const struct person *person = fact_speaker(facts, advisory->speaker);
    struct block *block = compose_words(composer, STYLE_ADVISORY, facts, advisory->span,
                                        advisory_words(facts, directive->index));
    add_speaker_note(composer, block, person,
                     recently(speakers, directive->story, advisory->speaker));
    add_source_note(composer, block, to, directive->story);
    add_flag_notes(composer, block, facts, advisory->fid, advisory->span);
}

static void compose_group(struct composer *composer, const struct chapter *chapter,
                          enum advisory_type type, struct speakers *speakers) {
    size_t count = chapter->directive_count[type];
    if (count == 0)
        return;
    struct block *heading = document_paragraph(composer->document, STYLE_GROUP,
                                               composer->template->labels[heading_label(type)]);
    paragraph_add(composer->document, &heading->text, STYLE_SOFT, TEXT(" "));
    paragraph_add(composer->document, &heading->text, STYLE_SOFT,
                  wording_number(composer->arena, composer->template, count));
    for (size_t i = 0; i < count; i++)
        compose_advisory(composer, &chapter->directives[type][i], speakers);
    compose_settle(composer);
}

void compose_advisories(struct composer *composer, const struct chapter *chapter) {
    size_t count = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        count += chapter->directive_count[type];
    if (chapter->story_count == 0)
        return;
    composer->document->flow = FLOW_MAIN;
    if (count == 0)
        document_paragraph(composer->document, STYLE_META,
                           composer->template->labels[LABEL_ADVISORIES_NONE])
            ->keep_next = true;
    else
        document_paragraph(composer->document, STYLE_PART,
                           composer->template->labels[LABEL_ADVISORIES]);
    struct speakers speakers = {0};
    for (size_t i = 0; i < ADVISORY_TYPES; i++)
        compose_group(composer, chapter, type_order[i], &speakers);
    composer->document->flow = FLOW_FULL;
}

void compose_asked(struct composer *composer, size_t story) {
    const struct facts *facts = story_facts(composer, story);
    struct speakers speakers = {0};
    composer->document->flow = FLOW_MAIN;
    for (size_t k = 0; k < facts->advisory_count; k++)
        if (!advisory_is_lost(facts, k))
            compose_advisory(composer, &(struct directive){(uint32_t)story, (uint32_t)k},
                             &speakers);
    composer->document->flow = FLOW_FULL;
}

void compose_advertorials(struct composer *composer, const struct chapter *chapter) {
    struct document *document = composer->document;
    if (chapter->advertorial_count == 0)
        return;
    document_paragraph(document, STYLE_PART, composer->template->labels[LABEL_ADVERTORIALS]);
    for (size_t i = 0; i < chapter->advertorial_count; i++) {
        compose_source_line(composer, chapter->advertorials[i]);
        compose_asked(composer, chapter->advertorials[i]);
    }
}

static void compose_meta(struct composer *composer, const struct figures *figures) {
    struct text line = figures_line(composer, figures);
    if (line.size)
        document_paragraph(composer->document, STYLE_META, line);
}

static void compose_region(struct composer *composer, size_t index) {
    const struct edition_chapter *chapter = &composer->edition->chapters[index];
    struct text name = chapter_name(composer, chapter->chapter);
    struct block *heading = document_paragraph(composer->document, STYLE_REGION, name);
    heading->anchor = composer->chapters[index];
    block_outline(composer->document, heading, 1, name);
    compose_meta(composer, &chapter->figures);
    compose_parts(composer, chapter);
}

static void compose_province(struct composer *composer, size_t index) {
    const struct edition_province *province = &composer->edition->provinces[index];
    compose_opening(composer, composer->template->labels[LABEL_KICKER_PROVINCE],
                    province->province->name, composer->provinces[index], false);
    if (province->count > 1) /* else the region's own line says the same */
        compose_meta(composer, &province->figures);
    if (composer->edition->kind == EDITION_NATION)
        compose_province_trends(composer, province);
    else if (composer->overview == NO_ANCHOR) /* where they stand else */
        compose_trends(composer);
    for (size_t i = 0; i < province->count; i++)
        compose_region(composer, province->first + i);
}

void compose_provinces(struct composer *composer) {
    const struct edition *edition = composer->edition;
    if (edition->kind == EDITION_REGION) {
        for (size_t i = 0; i < edition->chapter_count; i++)
            compose_parts(composer, &edition->chapters[i]);
        return;
    }
    for (size_t i = 0; i < edition->province_count; i++)
        compose_province(composer, i);
}

static void compose_scope(struct composer *composer, enum scope scope) {
    for (size_t i = 0; i < composer->edition->chapter_count; i++) {
        const struct edition_chapter *chapter = &composer->edition->chapters[i];
        if (chapter->province || chapter->chapter->scope != scope)
            continue;
        compose_opening(composer, composer->period, chapter_name(composer, chapter->chapter),
                        composer->chapters[i], false);
        compose_meta(composer, &chapter->figures);
        compose_parts(composer, chapter);
    }
}

void compose_national(struct composer *composer) { compose_scope(composer, SCOPE_NATIONAL); }

void compose_unknown(struct composer *composer) { compose_scope(composer, SCOPE_UNKNOWN); }
