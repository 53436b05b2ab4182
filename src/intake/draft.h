/* The article while intake works on it: its lines, and what each step leaves for the next.
 *
 * Before: prepare.c fills text, tokens and hits. The steps run in the order of this file: lines,
 * clean, advertorial, repeats, headline, dates, and event. */
#ifndef TAKLIMAT_INTAKE_DRAFT_H
#define TAKLIMAT_INTAKE_DRAFT_H

#include "intake/article.h"
#include "tables/boilerplate.h"
#include "tables/tables.h"

/* A line of the text that has tokens. */
struct line {
    struct span span; /* from its first token's start to its last one's end */
    size_t first;     /* tokens, half-open */
    size_t end;
    size_t words; /* words and numbers */
    bool prose;   /* reads like sentences, not like page furniture */
    bool cut;     /* is boilerplate or a repeat as a whole */
};

/* A date that stands alone in a line at the head of the page: when it was published, or the clock
 * of the moment it was scraped. */
struct page_date {
    struct date date;
    struct span span;
    bool with_time;
};

/* A date in the text while it is being completed. */
struct mention {
    struct date_mention date; /* .date has day and month even where the year is missing (0) */
    size_t first;             /* tokens, half-open */
    size_t end;
    struct date written; /* the day as it stands, its year completed; date.date may repair it */
    bool bad_year;       /* the year cannot be right: (24/5/206), (28/4/2204) */
    bool impossible;     /* no year has the day: 31 April; or the year given has not */
    bool eve;            /* malam Minggu (9/3): the night before Sunday, on Saturday the 9th */
    bool usable;         /* its day is known well enough to date the event */
};

struct draft {
    struct article *article;
    const struct tables *tables;
    struct arena *arena;
    struct line *lines;
    size_t line_count, line_capacity;
    size_t body;     /* first line of prose; line_count if there is none */
    size_t body_end; /* line after the last line of prose */
    size_t flag_capacity;
    struct mention *mentions;
    size_t mention_count;
    size_t mention_capacity;
    bool headline; /* a line long enough for a headline was met; furniture.c goes upwards */
    struct page_date page_date; /* no date if there is none */
};

/* Splits the tokens into lines and finds the first and last line of prose. */
void lines_split(struct draft *draft);

/* Adds a flag; `note` is static or in the arena. */
void draft_flag(struct draft *draft, enum flag_kind kind, struct span span, struct text note);

/* The same with a note of the table of notes (note_forms.h). */
void draft_flag_note(struct draft *draft, enum flag_kind kind, struct span span, const char *code,
                     const struct text values[NOTE_PLACES]);

/* Flags bytes as boilerplate or duplicate and marks their tokens as cut. */
void draft_cut(struct draft *draft, enum flag_kind kind, struct span span);

/* The same for a whole line. */
void draft_cut_line(struct draft *draft, enum flag_kind kind, size_t line);

/* True if the token is this mark. */
bool draft_is(const struct draft *draft, size_t token, const char *mark);

/* The token after the longest form of this kind that begins at `token`; 0 if there is none. */
size_t draft_form_end(const struct draft *draft, size_t token, enum boilerplate_kind kind);

/* True if the token ends a sentence or closes a quotation. */
bool draft_ends_sentence(const struct draft *draft, size_t token);

/* Finds the phrases of the page's program in a text (SCROLL TO CONTINUE WITH CONTENT), even where
 * they are glued to words. In order, in `arena`. */
struct span *phrases_find(struct text text, const struct boilerplate *boilerplate,
                          struct arena *arena, size_t *count);

/* The tokens of `text`, split at the ends of `phrases` too. */
struct tokens phrases_tokenise(struct text text, const struct span *phrases, size_t count,
                               struct arena *arena);

/* Where the text was wrapped at a fixed width (mails, printed pages), the breaks inside its
 * paragraphs become spaces before the tokens behind them. Linear. */
void wraps_join(struct text text, struct tokens tokens);

/* Makes one token, with the hash of the word that is meant, of an abbreviation before a name and
 * its full stop: Kab. Bogor is Kabupaten Bogor (abbreviations.tsv). Linear. */
void abbreviations_read(struct text text, struct tokens *tokens,
                        const struct vocabulary *vocabulary);

/* Cuts what is no news (see clean.c). */
void clean_article(struct draft *draft, const struct span *phrases, size_t phrase_count);

/* Flags the article as an advertorial if its headline, address, writer or a line beside the prose
 * say so, unless it is flagged already; cuts such a line. Linear. */
void advertorial_find(struct draft *draft);

/* Cuts paragraphs that stood before, word for word. */
void repeats_cut(struct draft *draft);

/* Tells title, dateline and publisher from the text; returns the token where the body begins. */
size_t headline_tell(struct draft *draft);

/* Finds all dates in what is left: draft->mentions. */
void dates_find(struct draft *draft);

/* Settles published and event_date, completes dates without a year, and flags conflicts. `field` is
 * the record's own date as it stands there, or none. */
void event_settle(struct draft *draft, struct text field);

#endif
