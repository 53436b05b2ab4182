/* Writing the document: one file a section, all with the same composer.
 *
 * Before: an edition. After: paginate.c. compose.c puts the sections into the template's order. */
#ifndef TAKLIMAT_LAYOUT_COMPOSE_H
#define TAKLIMAT_LAYOUT_COMPOSE_H

#include "layout/document.h"
#include "layout/edition.h"
#include "layout/front_room.h"
#include "layout/paginate.h"
#include "layout/wording.h"

struct leads; /* layout/highlights.h */

/* Stories whose facts are open, in the composer's arena, which is reset when they are set. */
struct open_facts {
    const struct facts **of; /* by story; NULL for those that are not */
    struct arena list;       /* owns `stories`, which is read after that */
    size_t *stories;
    size_t count, capacity;
};

struct composer {
    struct document *document;
    struct pager *pager;       /* takes what is composed */
    struct open_facts *opened; /* the stories whose facts are open: story_facts */
    struct arena *arena;       /* the document's */
    const struct template *template;
    const struct finished *finished;
    const struct note_forms *notes; /* NULL: notes stay in English */
    const struct edition *edition;
    const struct briefing_options *options;
    const struct house *house; /* the options' */
    struct front_room room;    /* while the front page is composed */
    struct leads *leads;       /* of the front page, once it is composed */
    struct text period;
    size_t *sources;  /* anchor of each story's entry in the list of sources; NO_ANCHOR if it is not
                         in this edition */
    bool *told;       /* of each story: it is told in the edition, not only referred to */
    size_t *chapters; /* anchor of each chapter of the edition */
    size_t *provinces; /* anchor of each province of the edition */
    size_t addendum, foreword, overview, review, source_list, set_aside, silent, glossary,
        method;          /* anchors of these sections; NO_ANCHOR if not there */
    size_t review_count; /* items of the review list that are the edition's */
};

/* The sections. */
void compose_front(struct composer *composer);
void compose_attention(struct composer *composer); /* a part of the front */
/* The front page's pictures: bars of advisories by type, and, as far as there is room for them and
 * the box of what to check, where they come from, as a map or as bars. */
void compose_front_figures(struct composer *composer);
void compose_contents(struct composer *composer);
void compose_addendum(struct composer *composer); /* of a revision, what changed; else nothing */
void compose_overview(struct composer *composer);
void compose_provinces(struct composer *composer);
void compose_national(struct composer *composer);
void compose_unknown(struct composer *composer);
void compose_review(struct composer *composer);
void compose_sources(struct composer *composer);
void compose_set_aside(struct composer *composer);
void compose_silent(struct composer *composer);
void compose_glossary(struct composer *composer);
void compose_method(struct composer *composer);

/* "revisi 2", of a briefing with an addendum. */
struct text compose_revision(const struct composer *composer);

/* What is the office's own: nothing where it sets nothing. */
void compose_foreword(struct composer *composer);
void compose_signature(struct composer *composer);

/* The rows of the masthead: the briefing's `title` and `issue`, with the organisation, the number
 * of the document and the contact. */
void compose_masthead(struct composer *composer, struct text title, struct text issue,
                      struct furniture *furniture);

/* The right of the running header: whose briefing it is (the office's, or what `briefing` says) and
 * the period. */
struct text compose_running(const struct composer *composer, struct text briefing);

/* The parts of a chapter: nothing where there is nothing to say. */
void compose_parts(struct composer *composer, const struct edition_chapter *chapter);
void compose_advisories(struct composer *composer, const struct chapter *chapter);
void compose_officials(struct composer *composer, const struct chapter *chapter);
/* `everywhere`: of several regions, whose acts are named with them. */
void compose_regulations(struct composer *composer, const struct cited *cited, size_t count,
                         bool everywhere);
/* What officials asked for in articles that somebody paid for, each below its source. */
void compose_advertorials(struct composer *composer, const struct chapter *chapter);

/* What officials asked for in one story's article. */
void compose_asked(struct composer *composer, size_t story);

/* "[12]  Title, outlet, date". */
void compose_source_line(struct composer *composer, size_t story);

/* What lines of the briefing rest on in a story's article, below its entry in the list of sources.
 */
void compose_evidence(struct composer *composer, struct cell *cell, size_t story);

void compose_flags(struct composer *composer, const struct chapter *chapter);

/* The table of who is quoted most; nothing where nobody is. */
void compose_quoted(struct composer *composer);

/* Bars of advisories by topic; false, and nothing, where none has a topic. */
bool compose_topics(struct composer *composer);

/* "March 2024" */
struct text month_words(const struct composer *composer, int year, int month);

/* Notes on method: which months were compared with, which were left out and why, and which were
 * counted with other tables. Nothing without history. */
void compose_history_notes(struct composer *composer);

/* True if the section of silent regions is there: the regions are known, and something was found in
 * some of them. */
bool silence_is_there(const struct composer *composer);

/* True if the section of abbreviations is there. */
bool glossary_is_there(const struct composer *composer);

/* True if enough earlier months are known for a trend. */
bool trends_are_there(const struct composer *composer);

/* The columns of the four cards, and below them what they show; nothing without a trend, as the
 * two below. */
void compose_card_trends(struct composer *composer, struct block *block);

/* The edition's advisories by type and by topic, month by month. */
void compose_trends(struct composer *composer);

/* Articles, advisories and quotations of a province; nothing where it was hardly ever in the news.
 */
void compose_province_trends(struct composer *composer, const struct edition_province *province);

/* Pictures: title, unit and source as words, then the picture. */

/* True if the map is there: the provinces of some advisories are known. */
bool map_is_there(const struct composer *composer);

/* The map of advisories by province; tiles lead to the edition's provinces, the edition's own is
 * outlined. */
void compose_map(struct composer *composer);

/* The title and below it the unit with, behind it, what the figures were counted from. */
void compose_figure_head(struct composer *composer, enum label title, struct text unit,
                         size_t stories);

/* "Number of advisories, January 2025" */
struct text figure_unit(const struct composer *composer);

/* Adds "name number" to a list of what a picture shows; in the composer's arena. */
struct text figure_value(const struct composer *composer, struct text list, struct text name,
                         size_t value);

/* What several sections share. */

/* Sets what is composed so far and gives back its memory: call it where nothing that was allocated
 * since the last time, and no fact, is needed any longer. */
void compose_settle(struct composer *composer);

/* The facts of a story, until compose_settle. */
const struct facts *story_facts(const struct composer *composer, size_t story);

/* The name of a place as its heading: a region's, a province's, or the label for national and
 * unknown. */
struct text chapter_name(const struct composer *composer, const struct chapter *chapter);

/* The same in short, for figures: "Kab. Lampung Utara", "Prov. Lampung". */
struct text chapter_short_name(const struct composer *composer, const struct chapter *chapter);

/* "[12]", leading to the source's entry. */
void add_source(struct composer *composer, struct paragraph *paragraph, size_t story);

/* "5 Agt 2024 [12]" as a note beside the block, after `first` (may be empty). */
void add_source_note(struct composer *composer, struct block *block, struct text first,
                     size_t story);

/* Begins a chapter, with `page` on a new page: a line above, the heading, its place in the outline
 * and the running header. */
struct block *compose_opening(struct composer *composer, struct text above, struct text name,
                              size_t anchor, bool page);

/* Begins a closing section where the one before ended, likewise. */
void compose_closing(struct composer *composer, struct text name, size_t anchor);

/* How many items of the review list are the edition's; 0 without the list. */
size_t review_count(const struct composer *composer);

/* True if the section of what to check shows all of them. */
bool review_is_whole(const struct composer *composer);

/* True if the edition tells the story of the item. What is in no story belongs to the nation's.
 */
bool review_in_edition(const struct composer *composer, const struct review_item *item);

/* The person with this id in the article, or NULL. */
const struct person *fact_speaker(const struct facts *facts, int speaker);

/* An advisory's words without the number of the list that they stood in, and without the comma that
 * joined them to "katanya". */
struct text advisory_words(const struct facts *facts, size_t index);

/* The words without the comma that joined them to "katanya". */
struct text without_comma(struct text words);

/* A warning beside the block for each kind of flag that is about the fact of this name or that
 * damages the words in `span`. */
void add_flag_notes(struct composer *composer, struct block *block, const struct facts *facts,
                    const char *fid, struct span span);

/* A paragraph of an article's words, `span` of it; where a flag damages them, it begins with a mark
 * that no style but that of warnings has. */
struct block *compose_words(struct composer *composer, enum style style, const struct facts *facts,
                            struct span span, struct text words);

/* A note in the template's language; one without a code as it is. Empty where there is none. */
struct text note_of(const struct composer *composer, struct text note,
                    const struct note_values *values);

/* "Periksa: tanda kutip tidak lengkap" */
struct text check_words(const struct composer *composer, enum flag_kind kind);

/* The article's title, a very long one cut; of an untitled one its first words that are known, else
 * its address or id. */
struct text title_of(const struct composer *composer, const struct facts *facts);

/* The same, not cut: for the one place that shows it whole, the list of sources. */
struct text whole_title_of(const struct composer *composer, const struct facts *facts);
struct text publisher_of(const struct composer *composer, const struct facts *facts);

/* "PP 94/2021" */
struct text instrument_name(const struct composer *composer, const struct instrument *instrument);

/* "3 berita · 12 arahan · 5 kutipan · 2 peraturan", without what is none. */
struct text figures_line(const struct composer *composer, const struct figures *figures);

/* Adds " · " and the text, or the text alone to an empty paragraph; nothing for an empty text. */
void add_separated(struct composer *composer, struct paragraph *paragraph, enum style style,
                   struct text text);

enum label heading_label(enum advisory_type type); /* "Larangan" */
enum label word_label(enum advisory_type type);    /* "larangan" */
enum label flag_label(enum flag_kind kind);
enum label review_label(enum review_reason reason);
enum label status_label(enum citation_status status);

#endif
