/* The words of the briefing, by what they are for: the one list that templates must fill.
 *
 * Before: the "labels" object of a template. After: compose and furniture. The third column names
 * the {places} that a label may hold; where `n` is among them a label may have two forms, "{n}
 * article|{n} articles": the first is for 1. */
#ifndef TAKLIMAT_LAYOUT_LABELS_H
#define TAKLIMAT_LAYOUT_LABELS_H

#define LABEL_LIST(X)                                                                              \
    /* identity */                                                                                 \
    X(LABEL_BRIEFING_MONTH, "briefing_month", "")                                                  \
    X(LABEL_BRIEFING_PERIOD, "briefing_period", "")                                                \
    X(LABEL_ISSUE, "issue", "number date")                                                         \
    X(LABEL_ISSUE_PERIOD, "issue_period", "date")                                                  \
    X(LABEL_DOCUMENT_NUMBER, "document_number", "number")                                          \
    X(LABEL_LOGO, "logo", "organisation")                                                          \
    X(LABEL_SIGNATORY_ID, "signatory_id", "id")                                                    \
    X(LABEL_FOREWORD, "foreword", "")                                                              \
    X(LABEL_DOCUMENT_TITLE, "document_title", "briefing place period")                             \
    X(LABEL_AUTHOR, "author", "")                                                                  \
    X(LABEL_SUBJECT, "subject", "period")                                                          \
    X(LABEL_KEYWORDS, "keywords", "")                                                              \
    X(LABEL_PERIOD_RANGE, "period_range", "from until")                                            \
    X(LABEL_PERIOD_FROM, "period_from", "from")                                                    \
    X(LABEL_PERIOD_UNTIL, "period_until", "until")                                                 \
    X(LABEL_PERIOD_ALL, "period_all", "")                                                          \
    X(LABEL_PLACE_NATION, "place_nation", "")                                                      \
    X(LABEL_PLACE_NATIONAL, "place_national", "")                                                  \
    X(LABEL_PLACE_UNKNOWN, "place_unknown", "")                                                    \
    X(LABEL_PLACE_WHOLE_PROVINCE, "place_whole_province", "province")                              \
    X(LABEL_REGENCY, "regency", "")                                                                \
    X(LABEL_REGENCY_SHORT, "regency_short", "")                                                    \
    X(LABEL_PROVINCE_SHORT, "province_short", "province")                                          \
    X(LABEL_KICKER_PROVINCE, "kicker_province", "")                                                \
    /* page furniture */                                                                           \
    X(LABEL_PAGE_OF, "page_of", "page total")                                                      \
    X(LABEL_FOOTER_SOURCES, "footer_sources", "page")                                              \
    X(LABEL_CONTINUED, "continued", "")                                                            \
    /* front page */                                                                               \
    X(LABEL_HEADLINE_EMPTY, "headline_empty", "")                                                  \
    X(LABEL_HEADLINE_ADVERTORIAL, "headline_advertorial", "n")                                     \
    X(LABEL_HEADLINE_OFF_TOPIC, "headline_off_topic", "n")                                         \
    X(LABEL_HEADLINE_NO_ADVISORY, "headline_no_advisory", "n")                                     \
    X(LABEL_HEADLINE_MANY, "headline_many", "n type")                                              \
    X(LABEL_HEADLINE_MANY_ALL, "headline_many_all", "n type")                                      \
    X(LABEL_HEADLINE_PLACE, "headline_place", "place n type")                                      \
    X(LABEL_HEADLINE_PLACE_ALL, "headline_place_all", "place n type")                              \
    X(LABEL_DECK_NATION, "deck_nation", "articles outlets regions provinces period")               \
    X(LABEL_DECK_PLACE, "deck_place", "articles outlets place period")                             \
    X(LABEL_DECK_ADVISING, "deck_advising", "regions")                                             \
    X(LABEL_COUNT_ARTICLES, "count_articles", "n")                                                 \
    X(LABEL_COUNT_OUTLETS, "count_outlets", "n")                                                   \
    X(LABEL_COUNT_REGIONS, "count_regions", "n")                                                   \
    X(LABEL_COUNT_PROVINCES, "count_provinces", "n")                                               \
    X(LABEL_CARD_ARTICLES, "card_articles", "")                                                    \
    X(LABEL_CARD_ARTICLES_NOTE, "card_articles_note", "n")                                         \
    X(LABEL_CARD_ADVISORIES, "card_advisories", "")                                                \
    X(LABEL_CARD_ADVISORIES_NOTE, "card_advisories_note", "type n")                                \
    X(LABEL_CARD_QUOTES, "card_quotes", "")                                                        \
    X(LABEL_CARD_QUOTES_NOTE, "card_quotes_note", "n")                                             \
    X(LABEL_CARD_REGULATIONS, "card_regulations", "")                                              \
    X(LABEL_CARD_REGULATIONS_NOTE, "card_regulations_note", "n")                                   \
    X(LABEL_CARD_REGULATIONS_UNKNOWN, "card_regulations_unknown", "n")                             \
    X(LABEL_CARD_CHANGE, "card_change", "change month")                                            \
    X(LABEL_CARD_SAME, "card_same", "month")                                                       \
    X(LABEL_METHOD_BEFORE, "method_before", "months tables")                                       \
    X(LABEL_METHOD_HISTORY, "method_history", "n from until")                                      \
    X(LABEL_METHOD_LEFT_OUT, "method_left_out", "months")                                          \
    X(LABEL_HISTORY_MISSING, "history_missing", "month")                                           \
    X(LABEL_HISTORY_DAMAGED, "history_damaged", "month")                                           \
    X(LABEL_HISTORY_OTHER, "history_other", "month")                                               \
    X(LABEL_CARD_NONE, "card_none", "")                                                            \
    X(LABEL_HIGHLIGHTS, "highlights", "")                                                          \
    X(LABEL_HIGHLIGHTS_NONE, "highlights_none", "")                                                \
    X(LABEL_FIGURE_TYPES, "figure_types", "")                                                      \
    X(LABEL_FIGURE_REGIONS, "figure_regions", "")                                                  \
    X(LABEL_FIGURE_UNIT, "figure_unit", "period")                                                  \
    X(LABEL_FIGURE_SOURCE, "figure_source", "n")                                                   \
    X(LABEL_FIGURE_BARS_ALT, "figure_bars_alt", "title unit values")                               \
    X(LABEL_FIGURE_TOPICS, "figure_topics", "")                                                    \
    X(LABEL_FIGURE_TOPICS_NOTE, "figure_topics_note", "")                                          \
    X(LABEL_TREND_TYPES, "trend_types", "")                                                        \
    X(LABEL_TREND_TOPICS, "trend_topics", "")                                                      \
    X(LABEL_TREND_PLACE, "trend_place", "place")                                                   \
    X(LABEL_TREND_UNIT, "trend_unit", "from until")                                                \
    X(LABEL_TREND_COUNT, "trend_count", "from until")                                              \
    X(LABEL_TREND_GAPS, "trend_gaps", "months")                                                    \
    X(LABEL_TREND_NONE, "trend_none", "")                                                          \
    X(LABEL_TREND_ALT, "trend_alt", "title unit values")                                           \
    X(LABEL_TREND_CARDS, "trend_cards", "from until")                                              \
    X(LABEL_OVERVIEW_QUOTED, "overview_quoted", "")                                                \
    X(LABEL_COLUMN_PERSON, "column_person", "")                                                    \
    X(LABEL_COLUMN_SOURCES, "column_sources", "")                                                  \
    X(LABEL_FIGURE_MAP, "figure_map", "")                                                          \
    X(LABEL_FIGURE_MAP_PLACE, "figure_map_place", "unit place")                                    \
    X(LABEL_FIGURE_MAP_ALT, "figure_map_alt", "title unit values")                                 \
    X(LABEL_FIGURE_MAP_REST, "figure_map_rest", "n")                                               \
    X(LABEL_ATTENTION, "attention", "")                                                            \
    X(LABEL_ATTENTION_NONE, "attention_none", "")                                                  \
    X(LABEL_ATTENTION_REST, "attention_rest", "n")                                                 \
    X(LABEL_ATTENTION_UNATTRIBUTED, "attention_unattributed", "")                                  \
    X(LABEL_ATTENTION_ADVERTORIAL, "attention_advertorial", "")                                    \
    X(LABEL_ATTENTION_UNDATED, "attention_undated", "")                                            \
    X(LABEL_ATTENTION_REJECTED, "attention_rejected", "")                                          \
    X(LABEL_ATTENTION_UNPLACED, "attention_unplaced", "")                                          \
    X(LABEL_DIGEST_HIGHLIGHT, "digest_highlight", "place words speaker source")                    \
    X(LABEL_DIGEST_REST, "digest_rest", "n")                                                       \
    X(LABEL_DIGEST_SOURCES, "digest_sources", "")                                                  \
    /* contents and overview */                                                                    \
    X(LABEL_CONTENTS, "contents", "")                                                              \
    X(LABEL_REVISION, "revision", "revision")                                                      \
    X(LABEL_ADDENDUM, "addendum", "")                                                              \
    X(LABEL_ADDENDUM_NOTE, "addendum_note", "revision before")                                     \
    X(LABEL_ADDENDUM_UNKNOWN, "addendum_unknown", "before")                                        \
    X(LABEL_ADDENDUM_NONE, "addendum_none", "")                                                    \
    X(LABEL_ADDENDUM_ADDED, "addendum_added", "")                                                  \
    X(LABEL_ADDENDUM_ALTERED, "addendum_altered", "")                                              \
    X(LABEL_ADDENDUM_REMOVED, "addendum_removed", "")                                              \
    X(LABEL_OVERVIEW, "overview", "")                                                              \
    X(LABEL_OVERVIEW_REGIONS, "overview_regions", "")                                              \
    X(LABEL_OVERVIEW_REGULATIONS, "overview_regulations", "")                                      \
    X(LABEL_OVERVIEW_NOTE, "overview_note", "")                                                    \
    X(LABEL_COLUMN_REGION, "column_region", "")                                                    \
    X(LABEL_COLUMN_STORIES, "column_stories", "")                                                  \
    X(LABEL_COLUMN_ADVISORIES, "column_advisories", "")                                            \
    X(LABEL_COLUMN_QUOTES, "column_quotes", "")                                                    \
    X(LABEL_COLUMN_REGULATIONS, "column_regulations", "")                                          \
    X(LABEL_COLUMN_FLAGS, "column_flags", "")                                                      \
    X(LABEL_TOTAL, "total", "")                                                                    \
    /* chapters */                                                                                 \
    X(LABEL_COUNT_STORIES, "count_stories", "n")                                                   \
    X(LABEL_COUNT_ADVISORIES, "count_advisories", "n")                                             \
    X(LABEL_COUNT_QUOTES, "count_quotes", "n")                                                     \
    X(LABEL_COUNT_REGULATIONS, "count_regulations", "n")                                           \
    X(LABEL_ADVISORIES, "advisories", "")                                                          \
    X(LABEL_ADVISORIES_NONE, "advisories_none", "")                                                \
    X(LABEL_NO_NEWS, "no_news", "place")                                                           \
    X(LABEL_HEADING_LARANGAN, "heading_larangan", "")                                              \
    X(LABEL_HEADING_IMBAUAN, "heading_imbauan", "")                                                \
    X(LABEL_HEADING_KEWAJIBAN, "heading_kewajiban", "")                                            \
    X(LABEL_HEADING_SANKSI, "heading_sanksi", "")                                                  \
    X(LABEL_HEADING_PELAPORAN, "heading_pelaporan", "")                                            \
    X(LABEL_WORD_LARANGAN, "word_larangan", "")                                                    \
    X(LABEL_WORD_IMBAUAN, "word_imbauan", "")                                                      \
    X(LABEL_WORD_KEWAJIBAN, "word_kewajiban", "")                                                  \
    X(LABEL_WORD_SANKSI, "word_sanksi", "")                                                        \
    X(LABEL_WORD_PELAPORAN, "word_pelaporan", "")                                                  \
    X(LABEL_SPEAKER_UNKNOWN, "speaker_unknown", "")                                                \
    X(LABEL_ADDRESSEE, "addressee", "addressee")                                                   \
    X(LABEL_OFFICIALS, "officials", "")                                                            \
    X(LABEL_OFFICIALS_INDIRECT, "officials_indirect", "")                                          \
    X(LABEL_OFFICIALS_UNKNOWN, "officials_unknown", "")                                            \
    X(LABEL_QUOTE_OPEN, "quote_open", "")                                                          \
    X(LABEL_QUOTE_CLOSE, "quote_close", "")                                                        \
    X(LABEL_CHECK, "check", "what")                                                                \
    X(LABEL_REGULATIONS, "regulations", "")                                                        \
    X(LABEL_COLUMN_INSTRUMENT, "column_instrument", "")                                            \
    X(LABEL_COLUMN_SUBJECT, "column_subject", "")                                                  \
    X(LABEL_COLUMN_MENTIONS, "column_mentions", "")                                                \
    X(LABEL_COLUMN_STATUS, "column_status", "")                                                    \
    X(LABEL_INSTRUMENT, "instrument", "type number year")                                          \
    X(LABEL_INSTRUMENT_NO_YEAR, "instrument_no_year", "type number")                               \
    X(LABEL_INSTRUMENT_NO_NUMBER, "instrument_no_number", "type year")                             \
    X(LABEL_INSTRUMENT_UNNUMBERED, "instrument_unnumbered", "instrument")                          \
    X(LABEL_REGULATION_UNTITLED, "regulation_untitled", "")                                        \
    X(LABEL_STATUS_UNKNOWN, "status_unknown", "")                                                  \
    X(LABEL_STATUS_IN_FORCE, "status_in_force", "")                                                \
    X(LABEL_STATUS_AMENDED, "status_amended", "")                                                  \
    X(LABEL_STATUS_REVOKED, "status_revoked", "")                                                  \
    X(LABEL_STATUS_PARTLY_REVOKED, "status_partly_revoked", "")                                    \
    X(LABEL_STATUS_NOT_YET_IN_FORCE, "status_not_yet_in_force", "")                                \
    X(LABEL_STATUS_IMPOSSIBLE, "status_impossible", "")                                            \
    X(LABEL_REPLACED_BY, "replaced_by", "instrument")                                              \
    X(LABEL_SUGGESTION, "suggestion", "instrument")                                                \
    X(LABEL_FLAGS, "flags", "")                                                                    \
    X(LABEL_FLAG_DUPLICATE, "flag_duplicate", "")                                                  \
    X(LABEL_FLAG_BOILERPLATE, "flag_boilerplate", "")                                              \
    X(LABEL_FLAG_ADVERTORIAL, "flag_advertorial", "")                                              \
    X(LABEL_FLAG_SYNDICATED, "flag_syndicated", "")                                                \
    X(LABEL_FLAG_OFF_TOPIC, "flag_off_topic", "")                                                  \
    X(LABEL_FLAG_DATE_CONFLICT, "flag_date_conflict", "")                                          \
    X(LABEL_FLAG_LOST_NEGATION, "flag_lost_negation", "")                                          \
    X(LABEL_FLAG_GARBLED, "flag_garbled", "")                                                      \
    X(LABEL_FLAG_UNBALANCED_QUOTE, "flag_unbalanced_quote", "")                                    \
    X(LABEL_FLAG_BAD_CITATION, "flag_bad_citation", "")                                            \
    X(LABEL_FLAG_SANCTION_MISMATCH, "flag_sanction_mismatch", "")                                  \
    X(LABEL_FLAG_SIGNATORY_MISMATCH, "flag_signatory_mismatch", "")                                \
    X(LABEL_FLAG_TITLE_MISMATCH, "flag_title_mismatch", "")                                        \
    X(LABEL_FLAG_CONVERTED, "flag_converted", "")                                                  \
    X(LABEL_FLAG_REPAIRED, "flag_repaired", "")                                                    \
    X(LABEL_FLAG_TRUNCATED, "flag_truncated", "")                                                  \
    X(LABEL_SOURCES, "sources", "")                                                                \
    X(LABEL_ALSO, "also", "")                                                                      \
    X(LABEL_ADVERTORIALS, "advertorials", "")                                                      \
    /* closing pages */                                                                            \
    X(LABEL_REVIEW, "review", "")                                                                  \
    X(LABEL_REVIEW_NOTE, "review_note", "")                                                        \
    X(LABEL_REVIEW_NOTE_PLACE, "review_note_place", "")                                            \
    X(LABEL_REVIEW_NONE, "review_none", "")                                                        \
    X(LABEL_REVIEW_REST, "review_rest", "n")                                                       \
    X(LABEL_REVIEW_DECIDED, "review_decided", "n")                                                 \
    X(LABEL_REVIEW_DATES, "review_dates", "event published")                                       \
    X(LABEL_REVIEW_LOST_NEGATION, "review_lost_negation", "")                                      \
    X(LABEL_REVIEW_SANCTION, "review_sanction", "")                                                \
    X(LABEL_REVIEW_SIGNATORY, "review_signatory", "")                                              \
    X(LABEL_REVIEW_IMPOSSIBLE, "review_impossible", "")                                            \
    X(LABEL_REVIEW_CITATION, "review_citation", "")                                                \
    X(LABEL_REVIEW_TITLE, "review_title", "")                                                      \
    X(LABEL_REVIEW_SPEAKER, "review_speaker", "")                                                  \
    X(LABEL_REVIEW_MONTH, "review_month", "")                                                      \
    X(LABEL_REVIEW_REGION, "review_region", "")                                                    \
    X(LABEL_REVIEW_GARBLED, "review_garbled", "")                                                  \
    X(LABEL_REVIEW_MARKS, "review_marks", "")                                                      \
    X(LABEL_REVIEW_UNDATED, "review_undated", "")                                                  \
    X(LABEL_REVIEW_DATE, "review_date", "")                                                        \
    X(LABEL_REVIEW_UNSURE, "review_unsure", "")                                                    \
    X(LABEL_REVIEW_UNPLACED, "review_unplaced", "")                                                \
    X(LABEL_REVIEW_UNSURE_OF, "review_unsure_of", "kind")                                          \
    X(LABEL_KIND_ADVISORY, "kind_advisory", "")                                                    \
    X(LABEL_KIND_QUOTE, "kind_quote", "")                                                          \
    X(LABEL_KIND_STATEMENT, "kind_statement", "")                                                  \
    X(LABEL_KIND_CITATION, "kind_citation", "")                                                    \
    X(LABEL_SOURCE_LIST, "source_list", "")                                                        \
    X(LABEL_SOURCE_LIST_NOTE, "source_list_note", "")                                              \
    X(LABEL_COLUMN_NUMBER, "column_number", "")                                                    \
    X(LABEL_COLUMN_ARTICLE, "column_article", "")                                                  \
    X(LABEL_COLUMN_DATE, "column_date", "")                                                        \
    X(LABEL_UNTITLED_WORDS, "untitled_words", "words")                                             \
    X(LABEL_NO_PUBLISHER, "no_publisher", "")                                                      \
    X(LABEL_NO_DATE, "no_date", "")                                                                \
    X(LABEL_PRINTED_ABOVE, "printed_above", "")                                                    \
    X(LABEL_COPIES, "copies", "")                                                                  \
    X(LABEL_ADVERTORIAL, "advertorial", "")                                                        \
    X(LABEL_SET_ASIDE, "set_aside", "")                                                            \
    X(LABEL_SET_ASIDE_REST, "set_aside_rest", "n")                                                 \
    X(LABEL_OUTSIDE, "outside", "")                                                                \
    X(LABEL_OUTSIDE_NOTE, "outside_note", "n")                                                     \
    X(LABEL_OFF_TOPIC, "off_topic", "")                                                            \
    X(LABEL_OFF_TOPIC_NOTE, "off_topic_note", "n")                                                 \
    X(LABEL_UNDATED, "undated", "")                                                                \
    X(LABEL_UNDATED_NOTE, "undated_note", "n")                                                     \
    X(LABEL_SILENT, "silent", "")                                                                  \
    X(LABEL_SILENT_NOTE, "silent_note", "count")                                                   \
    X(LABEL_SILENT_MARKED, "silent_marked", "")                                                    \
    X(LABEL_SILENT_WHOLE, "silent_whole", "provinces")                                             \
    X(LABEL_SILENT_COUNT, "silent_count", "n total")                                               \
    X(LABEL_SILENT_OTHERS, "silent_others", "n")                                                   \
    X(LABEL_COLUMN_PROVINCE, "column_province", "")                                                \
    X(LABEL_COLUMN_SILENT, "column_silent", "")                                                    \
    X(LABEL_COLUMN_SILENT_NAMES, "column_silent_names", "")                                        \
    X(LABEL_GLOSSARY, "glossary", "")                                                              \
    X(LABEL_GLOSSARY_NOTE, "glossary_note", "")                                                    \
    X(LABEL_GLOSSARY_NONE, "glossary_none", "")                                                    \
    X(LABEL_GLOSSARY_OR, "glossary_or", "")                                                        \
    X(LABEL_COLUMN_ABBREVIATION, "column_abbreviation", "")                                        \
    X(LABEL_COLUMN_MEANING, "column_meaning", "")                                                  \
    X(LABEL_METHOD, "method", "")                                                                  \
    X(LABEL_METHOD_PERIOD, "method_period", "period zone")                                         \
    X(LABEL_METHOD_ZONE, "method_zone", "zone")                                                    \
    X(LABEL_METHOD_ZONES, "method_zones", "")                                                      \
    X(LABEL_METHOD_BY_BOTH, "method_by_both", "")                                                  \
    X(LABEL_METHOD_BY_EVENT, "method_by_event", "")                                                \
    X(LABEL_METHOD_BY_PUBLISHED, "method_by_published", "")                                        \
    X(LABEL_METHOD_1, "method_1", "")                                                              \
    X(LABEL_METHOD_2, "method_2", "")                                                              \
    X(LABEL_METHOD_3, "method_3", "")                                                              \
    X(LABEL_METHOD_4, "method_4", "")                                                              \
    X(LABEL_METHOD_REPLACED, "method_replaced", "n")                                               \
    X(LABEL_METHOD_TABLE, "method_table", "")                                                      \
    X(LABEL_COLUMN_WHAT, "column_what", "")                                                        \
    X(LABEL_COLUMN_COUNT, "column_count", "")                                                      \
    X(LABEL_RECORDS_READ, "records_read", "")                                                      \
    X(LABEL_RECORDS_ACCEPTED, "records_accepted", "")                                              \
    X(LABEL_RECORDS_REJECTED, "records_rejected", "")                                              \
    X(LABEL_ARTICLES_IN_PERIOD, "articles_in_period", "")                                          \
    X(LABEL_ARTICLES_COPIES, "articles_copies", "")                                                \
    X(LABEL_ARTICLES_ADVERTORIAL, "articles_advertorial", "")                                      \
    X(LABEL_METHOD_VERSIONS, "method_versions", "tables date program")                             \
    X(LABEL_METHOD_REGISTER, "method_register", "n")

#define LABEL_ID(id, name, places) id,
enum label { LABEL_LIST(LABEL_ID) LABELS };
#undef LABEL_ID

#endif
