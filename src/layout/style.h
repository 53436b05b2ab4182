/* The names that a template must give values to: styles, colours, sections. One list each, so that
 * the reader of templates, the composer and the documentation cannot drift apart. */
#ifndef TAKLIMAT_LAYOUT_STYLE_H
#define TAKLIMAT_LAYOUT_STYLE_H

/* Styles of paragraphs, table cells and runs inside them. */
#define STYLE_LIST(X)                                                                              \
    X(STYLE_LETTERHEAD, "letterhead")                                                              \
    X(STYLE_LETTERHEAD_NAME, "letterhead_name")                                                    \
    X(STYLE_ADDRESS, "address")                                                                    \
    X(STYLE_MASTHEAD, "masthead")                                                                  \
    X(STYLE_MASTHEAD_ISSUE, "masthead_issue")                                                      \
    X(STYLE_RUNNING, "running")                                                                    \
    X(STYLE_RUNNING_PERIOD, "running_period")                                                      \
    X(STYLE_FOOTER, "footer")                                                                      \
    X(STYLE_TITLE, "title")                                                                        \
    X(STYLE_DECK, "deck")                                                                          \
    X(STYLE_KICKER, "kicker")                                                                      \
    X(STYLE_CHAPTER, "chapter")                                                                    \
    X(STYLE_META, "meta")                                                                          \
    X(STYLE_REGION, "region")                                                                      \
    X(STYLE_PART, "part")                                                                          \
    X(STYLE_GROUP, "group")                                                                        \
    X(STYLE_SIGNATURE, "signature")                                                                \
    X(STYLE_SIGNATORY, "signatory")                                                                \
    X(STYLE_SIGNATORY_TITLE, "signatory_title")                                                    \
    X(STYLE_TEXT, "text")                                                                          \
    X(STYLE_ADVISORY, "advisory")                                                                  \
    X(STYLE_SIDE, "side")                                                                          \
    X(STYLE_OFFICIAL, "official")                                                                  \
    X(STYLE_QUOTE, "quote")                                                                        \
    X(STYLE_PULL, "pull")                                                                          \
    X(STYLE_LIST_ITEM, "list_item")                                                                \
    X(STYLE_HIGHLIGHT_PLACE, "highlight_place")                                                    \
    X(STYLE_HIGHLIGHT, "highlight")                                                                \
    X(STYLE_HIGHLIGHT_BY, "highlight_by")                                                          \
    X(STYLE_NOTE, "note")                                                                          \
    X(STYLE_CAPTION, "caption")                                                                    \
    X(STYLE_TABLE_HEAD, "table_head")                                                              \
    X(STYLE_TABLE_CELL, "table_cell")                                                              \
    X(STYLE_TABLE_STRONG, "table_strong")                                                          \
    X(STYLE_CARD_VALUE, "card_value")                                                              \
    X(STYLE_CARD_LABEL, "card_label")                                                              \
    X(STYLE_CARD_NOTE, "card_note")                                                                \
    X(STYLE_FIGURE_TITLE, "figure_title")                                                          \
    X(STYLE_FIGURE_UNIT, "figure_unit")                                                            \
    X(STYLE_FIGURE_LABEL, "figure_label")                                                          \
    X(STYLE_FIGURE_VALUE, "figure_value")                                                          \
    X(STYLE_FIGURE_AXIS, "figure_axis")                                                            \
    X(STYLE_MAP_LABEL, "map_label")                                                                \
    X(STYLE_CONTENTS_CHAPTER, "contents_chapter")                                                  \
    X(STYLE_CONTENTS_REGION, "contents_region")                                                    \
    X(STYLE_SOURCE, "source")                                                                      \
    X(STYLE_STRONG, "strong")                                                                      \
    X(STYLE_SOFT, "soft")                                                                          \
    X(STYLE_LINK, "link")                                                                          \
    X(STYLE_WARNING, "warning")

/* Colours by what they are for. */
#define COLOUR_LIST(X)                                                                             \
    X(COLOUR_INK, "ink")                                                                           \
    X(COLOUR_ACCENT, "accent")                                                                     \
    X(COLOUR_SOFT, "soft")                                                                         \
    X(COLOUR_TINT, "tint")                                                                         \
    X(COLOUR_LINE, "line")                                                                         \
    X(COLOUR_BAR, "bar")                                                                           \
    X(COLOUR_WARNING, "warning")

/* Sections of the briefing; a template puts them in order. */
#define SECTION_LIST(X)                                                                            \
    X(SECTION_FRONT, "front")                                                                      \
    X(SECTION_FOREWORD, "foreword")                                                                \
    X(SECTION_CONTENTS, "contents")                                                                \
    X(SECTION_ADDENDUM, "addendum")                                                                \
    X(SECTION_OVERVIEW, "overview")                                                                \
    X(SECTION_PROVINCES, "provinces")                                                              \
    X(SECTION_NATIONAL, "national")                                                                \
    X(SECTION_UNKNOWN, "unknown")                                                                  \
    X(SECTION_REVIEW, "review")                                                                    \
    X(SECTION_SOURCES, "sources")                                                                  \
    X(SECTION_SET_ASIDE, "set_aside")                                                              \
    X(SECTION_SILENT, "silent")                                                                    \
    X(SECTION_GLOSSARY, "glossary")                                                                \
    X(SECTION_METHOD, "method")                                                                    \
    X(SECTION_SIGNATURE, "signature")

/* Parts of a region's section; a template puts them in order. */
#define PART_LIST(X)                                                                               \
    X(PART_ADVISORIES, "advisories")                                                               \
    X(PART_OFFICIALS, "officials")                                                                 \
    X(PART_REGULATIONS, "regulations")                                                             \
    X(PART_FLAGS, "flags")                                                                         \
    X(PART_SOURCES, "sources")

#define LIST_ID(id, name) id,
enum style { STYLE_LIST(LIST_ID) STYLES };
enum colour { COLOUR_LIST(LIST_ID) COLOURS };
enum section { SECTION_LIST(LIST_ID) SECTIONS };
enum part { PART_LIST(LIST_ID) PARTS };
#undef LIST_ID

#endif
