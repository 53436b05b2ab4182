/* Citations verified against the register at the article's date.
 *
 * Before: citations.c found them and resolved nicknames and missing years. After: advisories, and
 * summaries by instrument. Each citation gets what it means, title and status; what does not hold
 * becomes a flag that names both values and never says more than the register knows. */
#include <config.h>

#include "extract/verify.h"

#include "extract/flags.h"
#include "extract/recognisers.h"
#include "extract/verdict.h"
#include "extract/verify_decree.h"
#include "extract/verify_revoked.h"
#include "extract/verify_sanctions.h"
#include "extract/verify_status.h"
#include "extract/verify_suggest.h"
#include "extract/verify_title.h"
#include "tables/regulation_types.h"

#define BEFORE 60  /* tokens of a sentence that count before its citation */
#define BEHIND 200 /* and from it on */

void verify_flag(struct verifier *verifier, enum flag_kind kind, struct span span, const char *code,
                 const struct text values[NOTE_PLACES], const struct citation *citation) {
    struct note note = note_make(verifier->tables->notes, verifier->arena, code, values);
    verifier->found =
        arena_grow(verifier->arena, verifier->found, verifier->found_count,
                   verifier->found_count + 1, sizeof *verifier->found, &verifier->found_capacity);
    verifier->found[verifier->found_count++] =
        (struct flag){kind, span, note.words, text_of(citation->fid), note.values};
}

struct text verify_name(const struct verifier *verifier, const struct instrument *act) {
    return act_name(verifier->arena, act->type, act->number, act->year);
}

void verify_window(const struct verifier *verifier, const struct verified *verified, size_t further,
                   size_t *first, size_t *end) {
    const struct sentences *sentences = &verifier->article->sentences;
    *first = verified->first;
    *end = verified->end;
    if (verified->sentence >= sentences->count)
        return;
    size_t last = verified->sentence + further;
    if (last >= sentences->count)
        last = sentences->count - 1;
    *first = sentences->at[verified->sentence].first;
    *end = sentences->at[last].end;
    if (*first + BEFORE < verified->first)
        *first = verified->first - BEFORE;
    if (*end > verified->end + BEHIND)
        *end = verified->end + BEHIND;
}

struct text verify_entry_name(const struct verifier *verifier, const struct register_entry *entry) {
    return act_name(verifier->arena, entry->type, entry->number, entry->year);
}

static void flag_early(struct verifier *verifier, const struct verified *verified) {
    char day[DATE_SIZE];
    struct text name = verify_entry_name(verifier, verified->entry);
    date_format(verifier->day, day);
    verify_flag(verifier, FLAG_BAD_CITATION, verified->citation->span, "later_year",
                (struct text[NOTE_PLACES]){name, text_of(day)}, verified->citation);
}

/* Judges an act that the register holds, and flags what does not hold. */
static void judge_known(struct verifier *verifier, const struct verified *verified) {
    struct citation *citation = verified->citation;
    const struct register_entry *entry = verified->entry;
    const struct register_relation *by =
        verdict_on(verifier->tables, entry, verifier->day, citation, verifier->arena);
    bool ended = citation->status == STATUS_REVOKED || citation->status == STATUS_PARTLY_REVOKED;
    if (ended && by)
        verify_revoked(verifier, verified, by);
    if (citation->status == STATUS_NOT_YET_IN_FORCE && entry->year > verifier->day.year)
        flag_early(verifier, verified);
}

static void suggest(struct verifier *verifier, struct verified *verified,
                    const struct register_entry *meant) {
    if (!meant)
        return;
    verified->suggested = (struct instrument){meant->type, meant->number, meant->year};
    verified->citation->suggestion = verify_entry_name(verifier, meant);
}

/* A citation of a number that the register does not hold. */
static void judge_missing(struct verifier *verifier, struct verified *verified) {
    struct citation *citation = verified->citation;
    const struct instrument *act = &citation->resolved;
    if (!act->type.size || !act->number.size)
        return;
    bool impossible = citation->written.year && /* only what the text itself says can be */
                      act_never_issued(verifier->tables->acts, act);
    struct written_title title = written_title_read(verifier, verified);
    citation->status = impossible ? STATUS_IMPOSSIBLE : STATUS_UNKNOWN;
    suggest(verifier, verified, verify_suggest(verifier, verified, &title, impossible));
    struct text name = verify_name(verifier, act);
    struct text meant = citation->suggestion;
    int last = register_last_number(verifier->tables->acts, act->type, act->year);
    if (impossible)
        verify_flag(verifier, FLAG_BAD_CITATION, citation->span, "never_issued",
                    (struct text[NOTE_PLACES]){name, arena_printf(verifier->arena, "%d", act->year),
                                               arena_printf(verifier->arena, "%d", last), meant},
                    citation);
    else if (meant.size)
        verify_flag(verifier, FLAG_BAD_CITATION, citation->span, "not_in_register",
                    (struct text[NOTE_PLACES]){name, meant}, citation);
}

/* The law that a title of one word means by itself on the day ("tentang KUHP"), NULL if none. */
static const struct register_entry *code_meant(const struct verifier *verifier,
                                               const struct written_title *title) {
    const struct hit *hit = hits_at(&verifier->article->hits, title->first, LEXEME_NICKNAME);
    const struct nickname *nickname =
        hit ? nickname_on(verifier->tables->regulation_types, hit->row, verifier->day) : NULL;
    if (!nickname)
        return NULL;
    struct instrument act = {nickname->type, nickname->number, nickname->year};
    return verify_find(verifier->tables->acts, &act, TEXT(""));
}

static void flag_title(struct verifier *verifier, const struct verified *verified,
                       const struct written_title *title) {
    const struct register_entry *entry = verified->entry;
    struct span span = {verifier->article->tokens.at[title->first].start,
                        verifier->article->tokens.at[title->end - 1].end};
    struct text said = article_slice(verifier->article, span);
    verify_flag(verifier, FLAG_TITLE_MISMATCH, span, "title",
                (struct text[NOTE_PLACES]){said, verify_entry_name(verifier, entry), entry->title,
                                           verified->citation->suggestion},
                verified->citation);
}

/* Compares the title in the text with that of the entry. What follows an article of the act may be
 * that article's subject ("Pasal 340 KUHP tentang Pembunuhan"), so that only an act with this very
 * title tells against it. */
static void judge_title(struct verifier *verifier, struct verified *verified) {
    const struct register_entry *entry = verified->entry;
    struct written_title title = written_title_read(verifier, verified);
    bool named = verified->citation->written.number.size == 0;
    bool of_article = verified->citation->pinpoint.size > 0;
    if (title.first >= title.end || !title.capitals || !entry->official || !entry->title.size ||
        named)
        return;
    struct agreement agreement = title_compare(verifier, title.first, title.end, entry->title);
    if (agreement.written_found == agreement.written)
        return;
    const struct register_entry *meant =
        agreement.written_found == 0 ? code_meant(verifier, &title) : NULL;
    if (!meant)
        meant = verify_suggest(verifier, verified, &title, false);
    if (meant == entry || (!meant && (of_article || !title_contradicts(&agreement))))
        return;
    suggest(verifier, verified, meant);
    flag_title(verifier, verified, &title);
}

/* A joint decree: what it means, and who signed it. A circular is none, but may be meant for one.
 */
static void judge_decree(struct verifier *verifier, struct verified *verified) {
    const struct joint_decree *decree = verify_decree(verifier, verified);
    struct citation *citation = verified->citation;
    if (!decree)
        return;
    struct instrument act = {decree->type, decree->number, decree->year};
    if (text_equal(citation->written.type, decree->type))
        citation->resolved = act;
    else
        citation->suggestion = verify_name(verifier, &act);
    verify_signatories(verifier, verified, decree);
}

static void verify_citation(struct verifier *verifier, struct citation *citation) {
    const struct article *article = verifier->article;
    struct verified verified = {
        .citation = citation,
        .first = tokens_at(article->tokens, citation->span.start),
        .end = tokens_at(article->tokens, citation->span.end),
        .sentence = sentences_at(article->sentences, citation->span.start),
    };
    judge_decree(verifier, &verified);
    bool constitution = text_is(citation->written.type, "UUD"); /* it is never resolved */
    verified.entry =
        verify_find(verifier->tables->acts, constitution ? &citation->written : &citation->resolved,
                    article_slice(article, citation->span));
    if (verified.entry) {
        judge_known(verifier, &verified);
        judge_title(verifier, &verified);
    } else {
        judge_missing(verifier, &verified);
    }
    verify_sanctions(verifier, &verified);
    arena_reset(verifier->scratch);
}

struct date extract_day(const struct article *article) {
    bool event = date_is_set(article->event_date) &&
                 (!date_is_set(article->published) ||
                  date_compare(article->event_date, article->published) <= 0);
    return event ? article->event_date : article->published;
}

void extract_verify(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts) {
    if (facts->citation_count == 0)
        return;
    struct arena scratch = {0};
    struct verifier verifier = {.article = article,
                                .tables = tables,
                                .arena = arena,
                                .scratch = &scratch,
                                .facts = facts,
                                .day = extract_day(article)};
    for (size_t i = 0; i < facts->citation_count; i++)
        verify_citation(&verifier, &facts->citations[i]);
    flags_add(facts, verifier.found, verifier.found_count, verifier.arena);
    arena_free(&scratch);
}
