/* Mentions: see mentions.h. Before: names and positions. After: people. */
#include <config.h>

#include "extract/mentions.h"

#include "base/search.h"
#include "extract/bodies.h"
#include "extract/names.h"
#include "extract/office.h"

#define PARENTHESIS 24  /* tokens of a position in parentheses */
#define ENGLISH_WORDS 4 /* before the known word of an English post */

static bool read_pronoun(const struct reading *reading, uint32_t at, struct mention *out) {
    const struct hit *hit = reading_hit(reading, at, LEXEME_PRONOUN);
    if (!hit)
        return false;
    *out = (struct mention){
        .words = {at, hit->end}, .row = hit->row, .kind = MENTION_PRONOUN, .person = -1};
    return true;
}

/* The token behind "seorang", "salah satu" at `at`, else `at`. */
static uint32_t past_one_of(const struct reading *reading, uint32_t at) {
    if (!reading_in(reading, at, LIST_ONE_OF))
        return at;
    bool more = reading_is(reading, at + 1, KNOWN_SATU) || reading_in(reading, at + 1, LIST_ONE_OF);
    return more ? at + 2 : at + 1;
}

/* True if a post in capitals at `at` is followed by its office and a verb of speech, and by nobody
 * who holds it: Budi Santoso Peneliti BRIN mengatakan. */
static bool speaks_behind(const struct reading *reading, uint32_t at) {
    struct position position;
    struct speech_word word;
    uint32_t end;
    return reading_joined(reading, at) && reading_capital(reading, at) &&
           reading_hit(reading, at, LEXEME_POSITION) && positions_read(reading, at, &position) &&
           position.office && reading_joined(reading, position.next) &&
           reading_speech(reading, position.next, &word, &end) && word.form == SPEECH_ACTIVE;
}

/* The token at which a position may stand behind a name: past a comma or parenthesis, and words
 * such as selaku, yang juga menjabat; 0 if none of these follows. */
static uint32_t apposition_start(const struct reading *reading, const struct mention *name) {
    uint32_t at = name->words.end;
    bool mark = reading_is(reading, at, KNOWN_COMMA) || reading_is(reading, at, KNOWN_OPEN);
    bool aged = at > name->name.end + 2 && reading_is(reading, at - 1, KNOWN_CLOSE) &&
                reading->tokens[at - 2].kind == TOKEN_NUMBER; /* Budi (19) warga Anyplace */
    bool sure = name->name.end > name->name.first + 1 || name->degrees.first < name->degrees.end;
    if (sure && speaks_behind(reading, at))
        return at;
    if (!reading_joined(reading, at) ||
        !(mark || aged || reading_in(reading, at, LIST_CAPACITY) ||
          reading_is(reading, at, KNOWN_YANG) || (sure && reading_in(reading, at, LIST_ONE_OF))))
        return 0;
    uint32_t start = at + mark;
    for (int words = 0; words < 4 && reading_in(reading, start, LIST_LINKING); words++)
        start++;
    start = past_one_of(reading, start);
    return reading_is(reading, start - 1, KNOWN_YANG) ? 0 : start;
}

/* The mark that closes the parenthesis in which token `at` stands, else `at`. */
static uint32_t parenthesis_end(const struct reading *reading, uint32_t at) {
    for (uint32_t end = at; end < at + PARENTHESIS && reading_joined(reading, end); end++)
        if (reading_is(reading, end, KNOWN_CLOSE))
            return end;
    return at;
}

/* True if the words of a position behind a name end there: at a mark, or at a verb of speech. */
static bool ends_apposition(const struct reading *reading, uint32_t at) {
    return reading_is(reading, at, KNOWN_COMMA) || reading_stop(reading, at) ||
           reading_hit(reading, at, LEXEME_SPEECH) ||
           (at < reading->count && reading->tokens[at].letter_case == CASE_LOWER);
}

/* True if a name stands at `next`, behind a comma and titles or without. */
static bool held_by_another(const struct reading *reading, uint32_t next) {
    next = names_titles_before(reading, next + reading_is(reading, next, KNOWN_COMMA));
    return reading_joined(reading, next) && names_end(reading, next) > next;
}

/* True if the verb of speech stands right before a full name, or there is a single word behind its
 * post which is no subject of its own; and the words behind its post, which
 * could be a name as well, end at a mark: kata Budi Santoso, CEO Anything, dalam ... */
static bool named_speaker(const struct reading *reading, const struct mention *mention,
                          uint32_t office) {
    struct speech_word word;
    uint32_t end, first = mention->words.first, behind = names_end(reading, office);
    bool full = mention->name.end > mention->name.first + 1;
    bool single = behind == office + 1 && !reading_hit(reading, behind, LEXEME_SPEECH);
    return first > 0 && (full || single) && reading_speech(reading, first - 1, &word, &end) &&
           word.form == SPEECH_ROOT && ends_apposition(reading, behind);
}

/* "Saat menyambut Budi, Bupati juga mengajak": behind a name that does not begin its sentence, a
 * bare post with a verb of speech is the subject of that verb, and somebody else. */
static bool is_next_subject(const struct reading *reading, const struct mention *name,
                            const struct position *position) {
    uint32_t first = name->words.first, at = position->tail;
    struct speech_word word;
    uint32_t end;
    if (position->kind != POSITION_POST || position->office ||
        !reading_is(reading, name->words.end, KNOWN_COMMA) || first == 0 ||
        !reading_joined(reading, first))
        return false;
    bool initial =
        first > 1 && reading->tokens[first - 2].end - reading->tokens[first - 2].start == 1;
    if (reading_stop(reading, first - 1) && !initial) /* K.H. Budi */
        return false;
    while (reading_in(reading, at, LIST_ADVERB))
        at++;
    return reading_joined(reading, at) && reading_speech(reading, at, &word, &end) &&
           word.form == SPEECH_ACTIVE;
}

/* Takes "(General Manager)" or ", Sekda X" behind a name, unless that position has a holder of its
 * own. */
static void read_apposition(const struct reading *reading, struct mention *out) {
    uint32_t at = out->words.end;
    uint32_t start = apposition_start(reading, out);
    struct position position;
    if (start == 0 || !positions_read(reading, start, &position) ||
        (start == at + 1 && is_next_subject(reading, out, &position)))
        return;
    if (position.kind == POSITION_PERSON && reading_is(reading, at, KNOWN_COMMA) &&
        reading_in(reading, position.words.end, LIST_MODAL))
        return; /* menurut Budi, calon pembeli bisa ... */
    bool parenthesis = reading_is(reading, at, KNOWN_OPEN);
    bool capacity = !reading_is(reading, at, KNOWN_COMMA) || start > at + 1; /* Budi selaku ... */
    uint32_t end = position.words.end;
    if (parenthesis) {
        end = parenthesis_end(reading, end);
        if (!reading_is(reading, end, KNOWN_CLOSE))
            return;
    } else if (held_by_another(reading, position.next)) {
        if (!(capacity || named_speaker(reading, out, end)) || position.next != end ||
            names_titles_before(reading, end) > end)
            return;
        end = names_end(reading, end); /* selaku Koordinator Pasar Anyplace */
    } else if (position.tail > end && ends_apposition(reading, position.tail)) {
        end = position.tail;
    }
    out->position = (struct range){position.words.first, end};
    out->row = position.row;
    out->head = position.head;
    out->office = position.office;
    out->prefixed = position.prefixed;
    out->words.end = parenthesis ? end + 1 : end;
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
    uint32_t after = names_degrees_after(reading, end);
    out->degrees = (struct range){end, after};
    after = names_age_after(reading, after);
    struct range inner = {0, 0};
    uint32_t alias_end = bodies_short_form(reading, after, &inner);
    if (alias_end > after && !reading_hit(reading, inner.first, LEXEME_POSITION) &&
        names_word(reading, inner.end - 1, false)) {
        out->alias = inner;
        after = alias_end;
    }
    out->words.end = after;
    bool spokesman = reading_in(reading, out->position.first, LIST_SPOKESMAN);
    bool behind = reading_is(reading, out->words.end, KNOWN_OPEN);
    if (out->position.first == out->position.end || (spokesman && behind))
        read_apposition(reading, out);
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

static bool read_positioned(const struct reading *reading, uint32_t at, struct mention *out) {
    struct position position;
    if (names_other_thing(reading, at) || !positions_read(reading, at, &position) ||
        office_numbered(reading, position.words.end)) /* Kep Dirjen Anything No. 5 */
        return false;
    *out = (struct mention){.words = {at, position.words.end},
                            .position = position.words,
                            .row = position.row,
                            .head = position.head,
                            .kind = MENTION_ROLE,
                            .office = position.office,
                            .prefixed = position.prefixed,
                            .vague = is_vague(reading, &position),
                            .person = -1};
    uint32_t next = past_moment(reading, position.next);
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
    if (!reading_capital(reading, at - 1))
        return at > 1 && reading_in(reading, at - 1, LIST_CONNECTOR_ENGLISH) &&
               reading_capital(reading, at - 2);
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

/* The English post that begins with the word at `at`, which no table knows: the token at which
 * its known part stands (Corporate Affairs Director), `at` if there is none. */
static uint32_t english_post(const struct reading *reading, uint32_t at) {
    const uint32_t others = CLASS_BIT(LEXEME_INSTITUTION) | CLASS_BIT(LEXEME_REGION) |
                            CLASS_BIT(LEXEME_HONORIFIC) | CLASS_BIT(LEXEME_POSITION);
    uint32_t head = at;
    while (head < at + ENGLISH_WORDS && reading->tokens[head].letter_case == CASE_TITLE &&
           !(reading_classes(reading, head) & others) && reading_kind(reading, head) != WORD_NAME &&
           reading_joined(reading, head + 1))
        head += reading_is(reading, head + 1, KNOWN_AMPERSAND) ? 2 : 1;
    return head > at && reading_capital(reading, head) &&
                   reading_in(reading, head, LIST_ENGLISH_HEAD) &&
                   reading_hit(reading, head, LEXEME_POSITION)
               ? head
               : at;
}

/* Reads a mention that opens with words of an English post. */
static bool read_english(const struct reading *reading, uint32_t at, struct mention *out) {
    uint32_t head = english_post(reading, at);
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
    if (reading->tokens[at].end - reading->tokens[at].start != 1)
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
    return bodies_read_acronym(reading, at, out);
}

/* Remembers the words of a name that titles or a position make sure, so that later they are names
 * alone too. */
static void mark_name(struct reading *reading, const struct mention *mention) {
    bool sure = mention->titles.first < mention->titles.end ||
                mention->position.first < mention->position.end;
    if (mention->kind != MENTION_NAME || !sure)
        return;
    if (mention->alias.end == mention->alias.first + 1)
        reading_mark(reading, mention->alias.first, SEEN_IN_NAME);
    for (uint32_t at = mention->name.first; at < mention->name.end; at++)
        if (reading_capital(reading, at) &&
            (reading->tokens[at].end - reading->tokens[at].start > 2 ||
             reading_kind(reading, at) == WORD_INNER))
            reading_mark(reading, at, SEEN_IN_NAME);
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
