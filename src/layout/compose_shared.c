/* What several sections of the briefing share: see compose.h. */
#include <config.h>

#include "base/ascii.h"
#include "layout/compose.h"

#define OPENING 80   /* characters of an untitled article's words */
#define HEADLINE 160 /* characters of a title that is printed whole in the list of sources */

_Static_assert(LABEL_HEADING_PELAPORAN - LABEL_HEADING_LARANGAN == ADVISORY_PELAPORAN,
               "labels in the order of types");
_Static_assert(LABEL_WORD_PELAPORAN - LABEL_WORD_LARANGAN == ADVISORY_PELAPORAN,
               "labels in the order of types");
_Static_assert(LABEL_FLAG_TRUNCATED - LABEL_FLAG_DUPLICATE == FLAG_TRUNCATED,
               "labels in the order of kinds");
_Static_assert(LABEL_STATUS_IMPOSSIBLE - LABEL_STATUS_UNKNOWN == STATUS_IMPOSSIBLE,
               "labels in the order of statuses");

enum label heading_label(enum advisory_type type) {
    return (enum label)((unsigned)LABEL_HEADING_LARANGAN + (unsigned)type);
}

enum label word_label(enum advisory_type type) {
    return (enum label)((unsigned)LABEL_WORD_LARANGAN + (unsigned)type);
}

enum label flag_label(enum flag_kind kind) {
    return (enum label)((unsigned)LABEL_FLAG_DUPLICATE + (unsigned)kind);
}

enum label status_label(enum citation_status status) {
    return (enum label)((unsigned)LABEL_STATUS_UNKNOWN + (unsigned)status);
}

const struct facts *story_facts(const struct composer *composer, size_t story) {
    struct open_facts *opened = composer->opened;
    if (!opened->of[story]) {
        opened->stories = arena_grow(&opened->list, opened->stories, opened->count,
                                     opened->count + 1, sizeof *opened->stories, &opened->capacity);
        opened->stories[opened->count++] = story;
        opened->of[story] = finished_facts(
            composer->finished, composer->finished->stories[story].kept, composer->arena);
    }
    return opened->of[story];
}

struct text chapter_name(const struct composer *composer, const struct chapter *chapter) {
    struct fill fills[] = {{"province", chapter->name}, {NULL, {NULL, 0}}};
    switch (chapter->scope) {
    case SCOPE_PROVINCE:
        return wording_label(composer->arena, composer->template, LABEL_PLACE_WHOLE_PROVINCE,
                             fills);
    case SCOPE_NATIONAL:
        return composer->template->labels[LABEL_PLACE_NATIONAL];
    case SCOPE_UNKNOWN:
        return composer->template->labels[LABEL_PLACE_UNKNOWN];
    case SCOPE_REGENCY:
        break;
    }
    return chapter->name;
}

struct text chapter_short_name(const struct composer *composer, const struct chapter *chapter) {
    struct fill fills[] = {{"province", chapter->name}, {NULL, {NULL, 0}}};
    struct text name = chapter_name(composer, chapter),
                full = composer->template->labels[LABEL_REGENCY];
    if (chapter->scope == SCOPE_PROVINCE)
        return wording_label(composer->arena, composer->template, LABEL_PROVINCE_SHORT, fills);
    if (full.size == 0 || !text_equal(text_slice(name, (struct span){0, full.size}), full))
        return name;
    return arena_concat(composer->arena, composer->template->labels[LABEL_REGENCY_SHORT],
                        text_slice(name, (struct span){full.size, name.size}), TEXT(""));
}

struct block *compose_opening(struct composer *composer, struct text above, struct text name,
                              size_t anchor, bool page) {
    struct block *kicker = document_paragraph(composer->document, STYLE_KICKER, above);
    kicker->running = name;
    kicker->new_page = page;
    struct block *heading = document_paragraph(composer->document, STYLE_CHAPTER, name);
    heading->anchor = anchor;
    block_outline(composer->document, heading, 0, name);
    return heading;
}

void compose_closing(struct composer *composer, struct text name, size_t anchor) {
    struct block *heading = document_paragraph(composer->document, STYLE_REGION, name);
    heading->anchor = anchor;
    heading->running = name;
    block_outline(composer->document, heading, 0, name);
}

void add_source(struct composer *composer, struct paragraph *paragraph, size_t story) {
    struct text number =
        arena_printf(composer->arena, "[%zu]", composer->finished->stories[story].number);
    if (composer->sources[story] == NO_ANCHOR)
        paragraph_add(composer->document, paragraph, STYLE_LINK, number);
    else
        paragraph_add_link(composer->document, paragraph, STYLE_LINK, number,
                           composer->sources[story]);
}

void add_separated(struct composer *composer, struct paragraph *paragraph, enum style style,
                   struct text text) {
    if (text.size == 0)
        return;
    if (paragraph->count)
        paragraph_add(composer->document, paragraph, style, TEXT(" · "));
    paragraph_add(composer->document, paragraph, style, text);
}

void add_source_note(struct composer *composer, struct block *block, struct text first,
                     size_t story) {
    struct paragraph *note = block_note(composer->document, block, STYLE_SIDE);
    add_separated(composer, note, STYLE_SIDE, first);
    add_separated(composer, note, STYLE_SIDE,
                  wording_short_day(composer->arena, composer->template,
                                    composer->finished->stories[story].day));
    paragraph_add(composer->document, note, STYLE_SIDE, TEXT("\xC2\xA0"));
    add_source(composer, note, story);
}

void add_flag_notes(struct composer *composer, struct block *block, const struct facts *facts,
                    const char *fid, struct span span) {
    bool told[FLAG_KINDS] = {false};
    size_t end, first = facts_flags_near(facts, span, &end);
    for (size_t i = first; i < end; i++) {
        const struct flag *flag = &facts->flags[i];
        if (told[flag->kind] || !(text_is(flag->fact, fid) || flag_damages(facts, flag, span)))
            continue;
        told[flag->kind] = true;
        struct paragraph *note = block_note(composer->document, block, STYLE_SIDE);
        paragraph_add(composer->document, note, STYLE_WARNING, check_words(composer, flag->kind));
    }
}

struct text check_words(const struct composer *composer, enum flag_kind kind) {
    struct fill fills[] = {{"what", composer->template->labels[flag_label(kind)]},
                           {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_CHECK, fills);
}

struct block *compose_words(struct composer *composer, enum style style, const struct facts *facts,
                            struct span span, struct text words) {
    if (!facts_damage(facts, span))
        return document_paragraph(composer->document, style, words);
    struct block *block = document_add(composer->document, BLOCK_PARAGRAPH, style);
    paragraph_add(composer->document, &block->text, STYLE_WARNING, TEXT("[!]\xC2\xA0"));
    paragraph_add(composer->document, &block->text, style, words);
    return block;
}

struct text note_of(const struct composer *composer, struct text note,
                    const struct note_values *values) {
    struct note_wording wording = layout_note_wording(composer->template, composer->notes);
    struct text words = note_words(&wording, composer->arena, values);
    return words.size ? words : note;
}

struct text title_of(const struct composer *composer, const struct facts *facts) {
    return wording_shorten(composer->arena, whole_title_of(composer, facts), HEADLINE);
}

struct text whole_title_of(const struct composer *composer, const struct facts *facts) {
    struct text words = text_trim(facts_opening(facts));
    if (facts->title.size)
        return facts->title;
    if (words.size == 0) /* nothing was found in it: where it stands, or what it is called */
        words = facts->url.size ? facts->url : facts->id;
    struct fill fills[] = {{"words", wording_shorten(composer->arena, words, OPENING)},
                           {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_UNTITLED_WORDS, fills);
}

struct text publisher_of(const struct composer *composer, const struct facts *facts) {
    return facts->publisher.size ? facts->publisher
                                 : composer->template->labels[LABEL_NO_PUBLISHER];
}

struct text instrument_name(const struct composer *composer, const struct instrument *instrument) {
    struct text year =
        instrument->year ? arena_printf(composer->arena, "%d", instrument->year) : TEXT("");
    struct fill fills[] = {{"type", instrument->type},
                           {"number", instrument->number},
                           {"year", year},
                           {NULL, {NULL, 0}}};
    enum label label = LABEL_INSTRUMENT;
    if (instrument->number.size == 0)
        label = LABEL_INSTRUMENT_NO_NUMBER;
    else if (!instrument->year)
        label = LABEL_INSTRUMENT_NO_YEAR;
    return text_trim(wording_label(composer->arena, composer->template, label, fills));
}

static struct text with_count(const struct composer *composer, struct text line, enum label label,
                              size_t count) {
    if (count == 0)
        return line;
    struct text more = wording_count(composer->arena, composer->template, label, count, NULL);
    return arena_concat(composer->arena, line, line.size ? TEXT(" · ") : TEXT(""), more);
}

struct text figures_line(const struct composer *composer, const struct figures *figures) {
    struct text line = with_count(composer, TEXT(""), LABEL_COUNT_STORIES, figures->stories);
    line = with_count(composer, line, LABEL_COUNT_ADVISORIES, figures->directives);
    line = with_count(composer, line, LABEL_COUNT_QUOTES, figures->quotes);
    return with_count(composer, line, LABEL_COUNT_REGULATIONS, figures->instruments);
}

const struct person *fact_speaker(const struct facts *facts, int speaker) {
    return speaker >= 0 && (size_t)speaker < facts->people_count ? &facts->people[speaker] : NULL;
}

/* The words without the number of a list, "2. " or "2) ". */
static struct text without_number(struct text words) {
    size_t digits = 0;
    while (digits < words.size && digits < 2 && ascii_is_digit(words.data[digits]))
        digits++;
    bool number = digits > 0 && digits + 2 < words.size && words.data[digits + 1] == ' ' &&
                  (words.data[digits] == '.' || words.data[digits] == ')');
    return number ? text_slice(words, (struct span){digits + 2, words.size}) : words;
}

struct text without_comma(struct text words) {
    while (words.size > 1 &&
           (words.data[words.size - 1] == ',' || words.data[words.size - 1] == ' '))
        words.size--;
    return words;
}

struct text advisory_words(const struct facts *facts, size_t index) {
    return without_comma(without_number(text_trim(advisory_text(facts, index))));
}
