/* Mentions: see mentions.h. Before: names and positions. After: people. */
#include <config.h>

#include "extract/mentions.h"

#include "base/search.h"
#include "extract/appositions.h"
#include "extract/bodies.h"
#include "extract/degrees.h"
#include "extract/name_words.h"
#include "extract/names.h"
#include "extract/office.h"
#include "extract/trades.h"

#define PURPOSE 12 /* of a spokesman's task */

static bool read_pronoun(const struct reading *reading, uint32_t at, struct mention *out) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_PRONOUN);
    if (!hit)
        return false;
    *out = (struct mention){
        .words = {at, hit->end}, .row = hit->row, .kind = MENTION_PRONOUN, .person = -1};
    return true;
}

/* Reads the name at `name` behind titles at `at`, with degrees, age, alias and apposition. */
static bool read_name(const struct reading *reading, uint32_t at, uint32_t name,
                      struct mention *out) {
    bool spoken = out->position.first < out->position.end && names_spoken(reading, name);
    uint32_t end = name > at || spoken ? names_end_titled(reading, name) : names_end(reading, name);
    if (end == name)
        return false;
    out->kind = MENTION_NAME;
    out->titles = (struct range){at, name};
    out->name = (struct range){name, end};
    uint32_t after = degrees_after(reading, end);
    out->degrees = (struct range){end, after};
    after = names_age_after(reading, after);
    struct range inner = {0, 0};
    uint32_t alias_end = bodies_short_form(reading, after, &inner);
    if (alias_end > after && !reading_hit(reading, inner.first, LEXEME_POSITION) &&
        (names_word(reading, inner.end - 1, false) ||
         names_initials(reading, inner.first, out->name))) {
        out->alias = inner;
        after = alias_end;
    }
    out->words.end = after;
    bool spokesman = reading_in(reading, out->position.first, LIST_SPOKESMAN);
    bool behind = reading_is(reading, out->words.end, KNOWN_OPEN);
    if (out->position.first == out->position.end || (spokesman && behind))
        appositions_read(reading, out);
    return true;
}

bool mentions_speaks_for(const struct reading *reading, struct range position) {
    return reading_in(reading, position.first, LIST_SPOKESMAN);
}

static bool is_vague(const struct reading *reading, const struct position *position) {
    if (mentions_speaks_for(reading, position->words) && position->office)
        return false;
    uint32_t first = position->words.first;
    bool counted = first > 0 && reading_in(reading, first - 1, LIST_SOME);
    bool lower = reading->tokens[first].letter_case == CASE_LOWER;
    return counted || position->kind == POSITION_PERSON || (lower && !position->office);
}

/* True if the position is one of several whose holders are not named, so that no name follows its
 * comma: beberapa Lurah dan Kades, Budi ... */
static bool is_plural(const struct reading *reading, const struct position *position) {
    uint32_t first = position->words.first;
    for (uint32_t back = 1; back <= 8 && back <= first; back++) {
        uint32_t at = first - back;
        if (!reading_joined(reading, at + 1) || reading_stop(reading, at))
            return false;
        if (reading_in(reading, at, LIST_MANY))
            return back == 1 || reading_is(reading, first - 1, KNOWN_DAN) ||
                   reading_is(reading, first - 1, KNOWN_SERTA);
    }
    return false;
}

/* True if a name with titles or of two words stands at `at`. */
static bool holder_at(const struct reading *reading, uint32_t at) {
    return reading_joined(reading, at) &&
           (names_titles_before(reading, at) > at || names_end(reading, at) > at + 1);
}

/* The comma behind "saat itu" at `at`, where the holder's name follows; else `at`: Kapolda Anyplace
 * saat itu, Irjen Budi. */
static uint32_t past_moment(const struct reading *reading, uint32_t at) {
    bool moment = reading_in(reading, at, LIST_EVENT_NOUN) &&
                  reading_in(reading, at + 1, LIST_POINTING) &&
                  reading_is(reading, at + 2, KNOWN_COMMA) && holder_at(reading, at + 3);
    return moment ? at + 2 : at;
}

/* The comma behind what a spokesman's task is, where his name follows; else `at`: Juru Bicara
 * Pemkab Anyplace untuk penanganan Anything, dr. Budi. */
static uint32_t past_purpose(const struct reading *reading, const struct position *position,
                             uint32_t at) {
    if (!mentions_speaks_for(reading, position->words) || !reading_in(reading, at, LIST_PURPOSE))
        return at;
    for (uint32_t end = at + 1; end < at + PURPOSE && reading_joined(reading, end); end++)
        if (reading_is(reading, end, KNOWN_COMMA))
            return holder_at(reading, end + 1) ? end : at;
    return at;
}

/* Reads the holder in parentheses behind a post: Analis Kepegawaian (Budi Santoso, SH). */
static bool read_in_parentheses(const struct reading *reading, uint32_t next, struct mention *out) {
    if (!reading_is(reading, next, KNOWN_OPEN) || !holder_at(reading, next + 1))
        return false;
    struct mention holder = *out;
    uint32_t name = names_titles_before(reading, next + 1);
    if (!read_name(reading, next + 1, name, &holder) ||
        !reading_is(reading, holder.words.end, KNOWN_CLOSE))
        return false;
    *out = holder;
    out->words.end++;
    return true;
}

/* True if one person may hold two posts that "dan" links: Aktivis dan Direktur Anybody; Direktur
 * dan Chief Financial Officer Anybody; Wakil Ketua MPR dan anggota DPR. But Ketua dan anggota
 * Anybody are two. */
static bool may_hold_both(const struct reading *reading, const struct position *first,
                          const struct position *second) {
    bool lower = reading->tokens[second->words.first].letter_case == CASE_LOWER;
    if (second->kind != POSITION_HEAD && second->kind != POSITION_PERSON)
        return false;
    return lower
               ? first->office
               : first->kind == POSITION_PERSON || (first->kind == POSITION_HEAD && !first->office);
}

/* Joins to `position` a second post behind "dan", where its holder's name follows that. */
static void join_second(const struct reading *reading, struct position *position) {
    uint32_t at = position->words.end;
    struct position second;
    if (!reading_is(reading, at, KNOWN_DAN) || reading_in(reading, position->head, LIST_KIN) ||
        !positions_read(reading, at + 1, &second) || !may_hold_both(reading, position, &second) ||
        !holder_at(reading, second.next + reading_is(reading, second.next, KNOWN_COMMA)))
        return;
    position->words.end = second.words.end;
    position->next = second.next;
    position->tail = second.tail;
    position->office = position->office || second.office;
}

/* The comma before the holder's name behind a description that goes on past the position; else the
 * token at which the position ends. */
static uint32_t past_description(const struct reading *reading, const struct position *position) {
    const struct hit *post = reading_hit(reading, position->head, LEXEME_POSITION);
    uint32_t first = position->words.first;
    bool oblique = first > 0 && reading_joined(reading, first) &&
                   reading_in(reading, first - 1, LIST_OBLIQUE) &&
                   !reading_hit(reading, first - 1, LEXEME_SPEECH);
    uint32_t next = position->next;
    bool named = reading_joined(reading, next) &&
                 (names_titles_before(reading, next) > next || names_end(reading, next) > next);
    if (!post || oblique || named || is_plural(reading, position) ||
        !(position->kind == POSITION_PERSON || position->kind == POSITION_HEAD ||
          mentions_speaks_for(reading, position->words)))
        return position->words.end;
    return trades_before_name(reading, post->end, position->words.end);
}

static bool read_positioned(const struct reading *reading, uint32_t at, struct mention *out) {
    struct position position;
    if (names_other_thing(reading, at) || !positions_read(reading, at, &position) ||
        office_numbered(reading, position.words.end)) /* Kep Dirjen Anything No. 5 */
        return false;
    join_second(reading, &position);
    uint32_t description = past_description(reading, &position);
    if (description > position.words.end)
        position.words.end = position.next = position.tail = description;
    *out = (struct mention){.words = {at, position.words.end},
                            .position = position.words,
                            .row = position.row,
                            .head = position.head,
                            .kind = MENTION_ROLE,
                            .office = position.office,
                            .prefixed = position.prefixed,
                            .vague = is_vague(reading, &position),
                            .person = -1};
    uint32_t next = past_purpose(reading, &position, past_moment(reading, position.next));
    if (next == position.next && reading_in(reading, position.tail, LIST_POINTING))
        next = position.tail; /* staf ahli bidang sosial ini */
    if (reading_in(reading, next, LIST_POINTING)) {
        out->words.end = next; /* Ketua Komunitas Anyname, Slawi ini */
        if (!reading_is(reading, next + 1, KNOWN_COMMA) || !holder_at(reading, next + 2))
            return true;
        next++; /* panglima negara itu, Budi Santoso */
    }
    if (reading_is(reading, next, KNOWN_SETEMPAT)) /* Camat setempat, Budi */
        out->position.end = out->words.end = ++next;
    if (reading_is(reading, next, KNOWN_YANG) && reading_is(reading, next + 1, KNOWN_BARU))
        next += 2; /* Kepala BKD yang baru, Budi */
    if (reading_in(reading, next, LIST_OTHER) && holder_at(reading, next + 2))
        next++; /* Peneliti BRIN lainnya, Budi Santoso */
    if (reading_is(reading, next, KNOWN_COMMA) && is_plural(reading, &position))
        return true;
    if (reading_is(reading, next, KNOWN_COMMA))
        next++;
    if (reading_is(reading, next, KNOWN_YANG) && reading_is(reading, next + 1, KNOWN_BERNAMA))
        next += 2;
    if (reading_is(reading, next, KNOWN_BERNAMA) || reading_is(reading, next, KNOWN_BERINISIAL))
        next++;
    if (read_in_parentheses(reading, next, out))
        return true;
    if (reading_joined(reading, next) && reading->tokens[next].gap != GAP_LINE)
        read_name(reading, next, names_titles_before(reading, next), out);
    return true;
}

/* True if the word before makes a name something else: Gedung Sate, Universitas Sriwijaya; an
 * everyday word with a capital only inside a sentence, where it must be part of the name. */
static bool part_of_other_name(const struct reading *reading, uint32_t at) {
    if (at == 0 || !reading_joined(reading, at))
        return false;
    if (!reading_capital(reading, at - 1)) {
        bool place = reading_kind(reading, at - 1) == WORD_PLACE && /* di posko Anyplace, */
                     reading_kind(reading, at) == WORD_UNKNOWN &&
                     names_end(reading, at) == at + 1 &&
                     !(reading_seen(reading, at) & (SEEN_SPEAKING | SEEN_IN_NAME));
        return place || (at > 1 && reading_in(reading, at - 1, LIST_CONNECTOR_ENGLISH) &&
                         reading_capital(reading, at - 2));
    }
    switch (reading_kind(reading, at - 1)) {
    case WORD_PLACE:
    case WORD_TERM:
        return true;
    case WORD_COMMON:
        return at > 1 && reading_joined(reading, at - 1) && !reading_stop(reading, at - 2) &&
               reading->tokens[at - 2].kind == TOKEN_WORD;
    default:
        return false;
    }
}

/* Reads a mention that opens with words of an English post. */
static bool read_english(const struct reading *reading, uint32_t at, struct mention *out) {
    uint32_t head = office_english_post(reading, at);
    if (head == at || !read_positioned(reading, head, out))
        return false;
    out->words.first = out->position.first = at;
    return true;
}

/* True if the word at `at` stands in what an instrument is called, or names who issued it:
 * Instruksi Presiden, Surat Edaran Menteri PANRB Nomor 5. */
static bool issues_instrument(const struct reading *reading, uint32_t at) {
    const struct hits *hits = &reading->article->hits;
    if (at == 0 || !reading_joined(reading, at) || !reading_capital(reading, at - 1))
        return false;
    const struct hit *type = hits_at(hits, at - 1, LEXEME_REGULATION);
    return (type && type->end > at) || hits_before(hits, at, LEXEME_REGULATION);
}

/* A letter that belongs to what stands beside it: 1441 H, S&P, I/O, SpOT(K). A suspect may be
 * called by one, but then it stands alone. */
static bool is_part_letter(const struct reading *reading, uint32_t at) {
    if (reading_size(reading, at) != 1)
        return false;
    bool number = at > 0 && reading->tokens[at - 1].kind == TOKEN_NUMBER;
    bool tight = at + 1 < reading->count && reading->tokens[at + 1].gap == GAP_NONE &&
                 !reading_is(reading, at + 1, KNOWN_COMMA) &&
                 !reading_is(reading, at + 1, KNOWN_STOP);
    return number || tight || (at > 0 && reading->tokens[at].gap == GAP_NONE);
}

/* True if persons are called by the word at `at`, here or elsewhere: sapaan Wawan itu. */
static bool is_called(const struct reading *reading, uint32_t at) {
    return reading_kind(reading, at) == WORD_NAME || (reading_seen(reading, at) & SEEN_SPEAKING) ||
           (at > 0 && reading_in(reading, at - 1, LIST_CALLING));
}

/* A name that a word such as Wedding makes that of a shop: Ani Anyname Wedding. */
static bool is_business(const struct reading *reading, const struct mention *mention) {
    uint32_t end = mention->name.end;
    return mention->titles.first == mention->titles.end && mention->words.end == end &&
           ((reading_joined(reading, end) && reading_capital(reading, end) &&
             reading_in(reading, end, LIST_BUSINESS)) ||
            (end > mention->name.first + 1 && reading_in(reading, end - 1, LIST_BUSINESS)));
}

/* True for a word alone that is nobody: part of something else, or what a sentence points back with
 * ("Harapan itu", "Petisi tersebut"). */
static bool is_nobody(const struct reading *reading, const struct mention *mention) {
    uint32_t end = mention->name.end;
    bool alone = end == mention->name.first + 1 && mention->titles.first == mention->titles.end &&
                 mention->degrees.first == mention->degrees.end &&
                 mention->position.first == mention->position.end;
    if (is_business(reading, mention))
        return true;
    return alone && (is_part_letter(reading, mention->name.first) ||
                     (reading_joined(reading, end) && reading_in(reading, end, LIST_POINTING) &&
                      !is_called(reading, mention->name.first)));
}

bool mentions_read(const struct reading *reading, uint32_t at, struct mention *out) {
    if (at >= reading->count || reading->tokens[at].kind != TOKEN_WORD || reading->tokens[at].cut)
        return false;
    const struct hit *post = reading_hit(reading, at, LEXEME_POSITION);
    const struct hit *title = reading_hit(reading, at, LEXEME_HONORIFIC);
    if (post && post->end == at + 1 && reading_kind(reading, at) == WORD_NAME &&
        (reading_seen(reading, at) & SEEN_IN_NAME))
        post = NULL; /* Raja, whose full name was told before */
    bool longer = post && title && post->end > title->end; /* Jaksa Agung */
    uint32_t name = names_titles_before(reading, at);
    bool titled = !longer && name > at;
    if (!titled && post && issues_instrument(reading, at))
        return false;
    if (!titled && post && read_positioned(reading, at, out))
        return true;
    if (read_pronoun(reading, at, out) || bodies_read(reading, at, out))
        return true;
    if (!title && !reading_capital(reading, at))
        return false;
    if (reading_capital(reading, at + 1) && read_english(reading, at, out))
        return true;
    *out = (struct mention){.words = {at, at}, .row = NO_ROW, .person = -1};
    if ((titled || !part_of_other_name(reading, at)) && read_name(reading, at, name, out))
        return !is_nobody(reading, out);
    return bodies_read_acronym(reading, at, out) || bodies_read_writer(reading, at, out);
}

/* Remembers the words of a name that titles or a position make sure, so that later they are names
 * alone too. */
static void mark_name(struct reading *reading, const struct mention *mention) {
    bool sure = mention->titles.first < mention->titles.end ||
                mention->position.first < mention->position.end;
    bool one = mention->alias.end == mention->alias.first + 1;
    bool initials = one && names_initials(reading, mention->alias.first, mention->name); /* (JK) */
    if (mention->kind != MENTION_NAME || !(sure || initials))
        return;
    if (one)
        reading_mark(reading, mention->alias.first, SEEN_IN_NAME);
    for (uint32_t at = mention->name.first; at < mention->name.end; at++)
        if (reading_capital(reading, at) &&
            (reading_size(reading, at) > 2 || reading_kind(reading, at) == WORD_INNER))
            reading_mark(reading, at, SEEN_IN_NAME);
}

/* The token behind a term of several words at `at`, in which nobody is named: Jabatan Pimpinan
 * Tinggi (JPT) Pratama; else `at`. */
static uint32_t past_term(const struct reading *reading, uint32_t at) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_INSTITUTION);
    bool term = hit && hit->end > at + 1 &&
                offices_institution(reading->tables->offices, hit->row) == INSTITUTION_STATUS;
    struct range inner;
    uint32_t behind = term ? bodies_short_form(reading, hit->end, &inner) : at;
    bool short_form = term && behind > hit->end;
    return short_form && names_end(reading, behind) == behind + 1 ? behind + 1 : behind;
}

struct mention_list mentions_find(struct reading *reading, const struct range *skipped,
                                  size_t skipped_count) {
    struct mention_list list = {0};
    size_t capacity = 0, next_skip = 0;
    uint32_t free = 0; /* the token after the last mention or skipped range */
    for (uint32_t i = 0; i < reading->starts.count; i++) {
        uint32_t at = reading->starts.at[i];
        while (next_skip < skipped_count && skipped[next_skip].end <= at)
            next_skip++;
        if (next_skip < skipped_count && at >= skipped[next_skip].first)
            free = skipped[next_skip].end;
        struct mention mention;
        if (at >= free)
            free = past_term(reading, at);
        if (at < free || !mentions_read(reading, at, &mention))
            continue;
        mark_name(reading, &mention);
        list.at = arena_grow(reading->arena, list.at, list.count, list.count + 1, sizeof *list.at,
                             &capacity);
        list.at[list.count++] = mention;
        free = mention.words.end;
    }
    return list;
}

static bool mention_ends_by(const void *mention, const void *at) {
    return ((const struct mention *)mention)->words.end <= *(const uint32_t *)at;
}

size_t mentions_from(const struct mention_list *mentions, uint32_t at) {
    return search_first(mentions->at, mentions->count, sizeof *mentions->at, &at, mention_ends_by);
}

size_t mentions_at(const struct mention_list *mentions, uint32_t at) {
    size_t i = mentions_from(mentions, at);
    return i < mentions->count && mentions->at[i].words.first <= at ? i : NO_MENTION;
}
