/* The briefing from end to end: what layout.h promises. Sections are in compose_*.c. */
#include <config.h>

#include "layout/compose.h"

#include <string.h>

#include "layout/digest_text.h"
#include "layout/highlights.h"
#include "tables/glossary.h"

static size_t *make_anchors(struct composer *composer, size_t count) {
    size_t *anchors = arena_alloc_array(composer->arena, count, sizeof *anchors);
    for (size_t i = 0; i < count; i++)
        anchors[i] = document_anchor(composer->document);
    return anchors;
}

static void add_source_anchors(struct composer *composer, const size_t *stories, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (composer->sources[stories[i]] == NO_ANCHOR)
            composer->sources[stories[i]] = document_anchor(composer->document);
}

static void mark_told(struct composer *composer, const size_t *stories, size_t count) {
    for (size_t i = 0; i < count; i++)
        composer->told[stories[i]] = true;
}

/* An entry in the list of sources for each story that the edition shows or refers to. */
static void make_source_anchors(struct composer *composer) {
    const struct edition *edition = composer->edition;
    size_t count = composer->finished->story_count;
    composer->sources = arena_alloc_array(composer->arena, count, sizeof *composer->sources);
    composer->told = arena_alloc_array(composer->arena, count, sizeof *composer->told);
    for (size_t i = 0; i < count; i++)
        composer->sources[i] = NO_ANCHOR;
    for (size_t c = 0; c < edition->chapter_count; c++) {
        const struct chapter *chapter = edition->chapters[c].chapter;
        add_source_anchors(composer, chapter->stories, chapter->story_count);
        add_source_anchors(composer, chapter->also, chapter->also_count);
        add_source_anchors(composer, chapter->advertorials, chapter->advertorial_count);
        mark_told(composer, chapter->stories, chapter->story_count);
        mark_told(composer, chapter->advertorials, chapter->advertorial_count);
    }
}

/* Everything that is led to gets its anchor first: the contents come before what they list. */
static void prepare(struct composer *composer) {
    const struct edition *edition = composer->edition;
    composer->period =
        wording_period(composer->arena, composer->template, composer->finished->period);
    composer->chapters = make_anchors(composer, edition->chapter_count);
    composer->provinces = make_anchors(composer, edition->province_count);
    make_source_anchors(composer);
    const struct finished *finished = composer->finished;
    size_t aside = edition->off_topic_count;
    if (edition->kind == EDITION_NATION)
        aside += finished->outside_count + finished->undated_count;
    composer->source_list =
        edition->chapter_count ? document_anchor(composer->document) : NO_ANCHOR;
    composer->set_aside = aside ? document_anchor(composer->document) : NO_ANCHOR;
    composer->overview = edition->kind != EDITION_REGION && edition->chapter_count > 1
                             ? document_anchor(composer->document)
                             : NO_ANCHOR;
    composer->addendum =
        composer->options->addendum ? document_anchor(composer->document) : NO_ANCHOR;
    composer->foreword =
        composer->house->foreword.size ? document_anchor(composer->document) : NO_ANCHOR;
    composer->review = composer->options->review ? document_anchor(composer->document) : NO_ANCHOR;
    composer->review_count = review_count(composer);
    composer->silent = silence_is_there(composer) ? document_anchor(composer->document) : NO_ANCHOR;
    composer->glossary =
        glossary_is_there(composer) ? document_anchor(composer->document) : NO_ANCHOR;
    composer->method = document_anchor(composer->document);
    composer->document->sources_anchor = composer->source_list;
}

static void compose_section(struct composer *composer, enum section section) {
    static void (*const compose[SECTIONS])(struct composer *) = {
        [SECTION_FRONT] = compose_front,         [SECTION_CONTENTS] = compose_contents,
        [SECTION_FOREWORD] = compose_foreword,   [SECTION_SIGNATURE] = compose_signature,
        [SECTION_OVERVIEW] = compose_overview,   [SECTION_PROVINCES] = compose_provinces,
        [SECTION_NATIONAL] = compose_national,   [SECTION_UNKNOWN] = compose_unknown,
        [SECTION_REVIEW] = compose_review,       [SECTION_SOURCES] = compose_sources,
        [SECTION_SET_ASIDE] = compose_set_aside, [SECTION_METHOD] = compose_method,
        [SECTION_SILENT] = compose_silent,       [SECTION_GLOSSARY] = compose_glossary,
        [SECTION_ADDENDUM] = compose_addendum,
    };
    compose[section](composer);
}

static struct text place_name(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    return edition->kind == EDITION_NATION ? composer->template->labels[LABEL_PLACE_NATION]
                                           : edition->place;
}

static struct text briefing_name(const struct composer *composer) {
    return composer->template
        ->labels[period_is_month(composer->finished->period) ? LABEL_BRIEFING_MONTH
                                                             : LABEL_BRIEFING_PERIOD];
}

/* "Taklimat bulanan · Kabupaten Belitung Timur, Kepulauan Bangka Belitung" */
static struct text masthead(const struct composer *composer) {
    struct text province = composer->edition->province_name;
    struct text place = place_name(composer);
    if (province.size)
        place = arena_concat(composer->arena, place, TEXT(", "), province);
    return arena_concat(composer->arena, briefing_name(composer), TEXT(" · "), place);
}

/* "No. 08/2024 · 1 September 2024" */
static struct text issue_of(const struct composer *composer) {
    struct arena *arena = composer->arena;
    struct date from = composer->finished->period.from;
    bool month = period_is_month(composer->finished->period),
         issued = date_is_set(composer->options->issued);
    struct text date = issued ? wording_day(arena, composer->template, composer->options->issued)
                              : composer->period;
    struct fill fills[] = {
        {"number", month ? arena_printf(arena, "%02d/%04d", from.month, from.year) : TEXT("")},
        {"date", date},
        {NULL, {NULL, 0}}};
    return wording_label(arena, composer->template, month ? LABEL_ISSUE : LABEL_ISSUE_PERIOD,
                         fills);
}

static struct furniture make_furniture(struct composer *composer) {
    struct text issue = issue_of(composer);
    if (composer->options->addendum)
        issue = arena_concat(composer->arena, issue, TEXT(" · "), compose_revision(composer));
    struct furniture furniture = {.place = place_name(composer),
                                  .period = compose_running(composer, briefing_name(composer))};
    compose_masthead(composer, masthead(composer), issue, &furniture);
    return furniture;
}

static void fill_metadata(const struct composer *composer, struct pages *out) {
    const struct text *labels = composer->template->labels;
    struct fill fills[] = {{"briefing", briefing_name(composer)},
                           {"place", place_name(composer)},
                           {"period", composer->period},
                           {NULL, {NULL, 0}}};
    out->title = wording_label(&out->arena, composer->template, LABEL_DOCUMENT_TITLE, fills);
    if (composer->options->addendum)
        out->title = arena_concat(&out->arena, out->title, TEXT(" · "), compose_revision(composer));
    out->subject = wording_label(&out->arena, composer->template, LABEL_SUBJECT, fills);
    struct text organisation = composer->house->organisation;
    out->author = arena_copy(&out->arena, organisation.size ? organisation : labels[LABEL_AUTHOR]);
    out->keywords = arena_copy(&out->arena, labels[LABEL_KEYWORDS]);
    out->language = arena_copy(&out->arena, composer->template->language);
}

void compose_settle(struct composer *composer) {
    struct open_facts *opened = composer->opened;
    if (!paginate_so_far(composer->pager))
        return;
    for (size_t i = 0; i < opened->count; i++)
        opened->of[opened->stories[i]] = NULL;
    arena_reset(&opened->list);
    *opened = (struct open_facts){.of = opened->of, .list = opened->list};
}

/* Section after section, each given back when it is set. */
static void compose_all(struct composer *composer, struct pages *out) {
    struct arena pieces = {0}, *whole = composer->arena;
    struct open_facts opened = {
        .of =
            arena_alloc_array(composer->arena, composer->finished->story_count, sizeof *opened.of)};
    struct leads leads = {.count = 0};
    composer->opened = &opened;
    composer->leads = &leads;
    prepare(composer);
    struct furniture furniture = make_furniture(composer);
    composer->arena = composer->document->arena = &pieces;
    composer->pager = paginate_begin(composer->document, &furniture, out);
    for (size_t i = 0; i < SECTIONS; i++) {
        compose_section(composer, composer->template->sections[i]);
        compose_settle(composer);
    }
    paginate_end(composer->pager);
    fill_metadata(composer, out);
    out->digest = digest_text(composer, out->title, issue_of(composer), &out->arena);
    composer->arena = composer->document->arena = whole;
    arena_free(&opened.list);
    arena_free(&pieces);
}

bool layout_briefing(const struct finished *finished, const struct template *template,
                     const struct measure *measure, const struct briefing_options *options,
                     struct pages *out, struct error *error) {
    (void)error; /* geometry without room is refused when the template is loaded */
    memset(out, 0, sizeof *out);
    static const struct house nothing;
    struct arena arena = {0};
    struct edition edition;
    edition_make(&arena, finished, options, &edition);
    struct document document = {
        .arena = &arena, .template = template, .measure = measure, .sources_anchor = NO_ANCHOR};
    if (options->glossary) {
        document.glossary = options->glossary;
        document.met =
            arena_alloc_array(&arena, glossary_count(options->glossary), sizeof *document.met);
    }
    struct composer composer = {.document = &document,
                                .arena = &arena,
                                .template = template,
                                .finished = finished,
                                .notes = finished->notes,
                                .edition = &edition,
                                .options = options,
                                .house = options->house ? options->house : &nothing};
    compose_all(&composer, out);
    arena_free(&arena);
    return true;
}

void pages_free(struct pages *pages) {
    arena_free(&pages->arena);
    memset(pages, 0, sizeof *pages);
}
