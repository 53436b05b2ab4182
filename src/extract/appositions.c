/* Appositions: see appositions.h. Before: names and positions. After: mentions. */
#include <config.h>

#include "extract/appositions.h"

#include "extract/names.h"
#include "extract/office.h"
#include "extract/positions.h"
#include "extract/trades.h"

#define PARENTHESIS 24 /* tokens of a position in parentheses */

/* The token behind "seorang", "salah satu" at `at`, else `at`. */
static uint32_t past_one_of(const struct reading *reading, uint32_t at) {
    if (!reading_in(reading, at, LIST_ONE_OF))
        return at;
    bool more = reading_is(reading, at + 1, KNOWN_SATU) || reading_in(reading, at + 1, LIST_ONE_OF);
    return more ? at + 2 : at + 1;
}

/* True if a post at `at` is followed by its office and a verb of speech, and by nobody who holds
 * it: Budi Santoso Peneliti BRIN mengatakan. */
static bool speaks_behind(const struct reading *reading, uint32_t at) {
    struct position position;
    struct speech_word word;
    uint32_t end;
    return reading_joined(reading, at) && reading_hit(reading, at, LEXEME_POSITION) &&
           positions_read(reading, at, &position) && position.office &&
           reading_joined(reading, position.next) &&
           reading_speech(reading, position.next, &word, &end) && word.form == SPEECH_ACTIVE;
}

/* True if an age in parentheses ends the mention. */
static bool has_age(const struct reading *reading, const struct mention *name) {
    uint32_t end = name->words.end;
    return end > name->name.end + 2 && reading_is(reading, end - 1, KNOWN_CLOSE) &&
           reading->tokens[end - 2].kind == TOKEN_NUMBER;
}

/* The token at which a position may stand behind a name: past a comma or parenthesis, and words
 * such as selaku, yang juga menjabat; 0 if none of these follows. */
static uint32_t apposition_start(const struct reading *reading, const struct mention *name) {
    uint32_t at = name->words.end;
    bool mark = reading_is(reading, at, KNOWN_COMMA) || reading_is(reading, at, KNOWN_OPEN);
    bool aged = has_age(reading, name); /* Budi (19) warga Anyplace */
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

/* The token behind what could be a name at `at` but is the end of an office, with an acronym behind
 * it: Ketua Anyname ABC. */
static uint32_t office_tail(const struct reading *reading, uint32_t at) {
    uint32_t end = names_end(reading, at);
    while (end > at && reading_joined(reading, end) &&
           reading->tokens[end].letter_case == CASE_UPPER)
        end++;
    return end;
}

/* True if a full name begins its sentence and a verb of speech follows what its post is of, in
 * words that could be a name as well: Budi Santoso, Ketua Anyword Anybody menyebut. */
static bool named_subject(const struct reading *reading, const struct mention *mention,
                          uint32_t office) {
    struct speech_word word;
    uint32_t end, first = mention->words.first, behind = office_tail(reading, office);
    bool opens = first == 0 || !reading_joined(reading, first) || reading_stop(reading, first - 1);
    for (uint32_t at = office; at < names_end(reading, office); at++)
        if (reading_kind(reading, at) == WORD_NAME)
            return false;
    behind += reading_is(reading, behind, KNOWN_COMMA);
    return opens && mention->name.end > mention->name.first + 1 && behind > office &&
           reading_joined(reading, behind) && reading_speech(reading, behind, &word, &end) &&
           word.form == SPEECH_ACTIVE;
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
    bool initial = first > 1 && reading_size(reading, first - 2) == 1;
    if (reading_stop(reading, first - 1) && !initial) /* K.H. Budi */
        return false;
    while (reading_in(reading, at, LIST_ADVERB))
        at++;
    return reading_joined(reading, at) && reading_speech(reading, at, &word, &end) &&
           word.form == SPEECH_ACTIVE;
}

/* Reads a position behind a name, an English one too: Budi Santoso, Corporate Affairs Director. */
static bool read_position(const struct reading *reading, uint32_t start, struct position *out) {
    if (positions_read(reading, start, out))
        return true;
    uint32_t head = reading_joined(reading, start) ? office_english_post(reading, start) : start;
    if (head == start || !positions_read(reading, head, out))
        return false;
    out->words.first = start;
    return true;
}

/* True if what stands behind the comma or age of a name in lower case can only be what that person
 * is: the name has an age, begins its sentence, or stands right behind a verb of speech. */
static bool described_surely(const struct reading *reading, const struct mention *name) {
    struct speech_word word;
    uint32_t end, first = name->words.first;
    if (has_age(reading, name) || first == 0 || !reading_joined(reading, first) ||
        reading_stop(reading, first - 1))
        return true;
    return reading_speech(reading, first - 1, &word, &end) && word.form == SPEECH_ROOT;
}

/* The token after the whole description or office of which `position` is the beginning, and which
 * ends by the sentence's comma or verb of speech; that after the position where there is no more.
 * `capacity`: selaku stands before it, and no comma alone. */
static uint32_t trade_end(const struct reading *reading, const struct mention *name,
                          const struct position *position, bool capacity) {
    const struct hit *post = reading_hit(reading, position->head, LEXEME_POSITION);
    bool lower = reading->tokens[position->words.first].letter_case == CASE_LOWER;
    bool head = position->kind == POSITION_HEAD;
    uint32_t end = position->words.end;
    if (!post || reading_is(reading, name->words.end, KNOWN_OPEN) ||
        !(capacity || described_surely(reading, name)))
        return end;
    if (lower && (head || position->kind == POSITION_PERSON))
        end = trades_end(reading, post->end);
    else if (head && position->next == end)
        end = trades_office_end(reading, end, capacity);
    return end > position->words.end ? end : position->words.end;
}

/* "Budi dari Dinas Sosial Anyplace menyampaikan": where somebody is from stands for their post. */
static void read_origin(const struct reading *reading, struct mention *out) {
    struct range body = trades_origin(reading, out->words.end);
    if (body.first == body.end)
        return;
    out->position = body;
    out->head = body.first - 1;
    out->office = true;
    out->words.end = body.end;
}

void appositions_read(const struct reading *reading, struct mention *out) {
    uint32_t at = out->words.end;
    uint32_t start = apposition_start(reading, out);
    struct position position;
    if (start == 0 || !read_position(reading, start, &position) ||
        (start == at + 1 && is_next_subject(reading, out, &position))) {
        read_origin(reading, out);
        return;
    }
    if (position.kind == POSITION_PERSON && reading_is(reading, at, KNOWN_COMMA) &&
        reading_in(reading, position.words.end, LIST_MODAL))
        return; /* menurut Budi, calon pembeli bisa ... */
    bool parenthesis = reading_is(reading, at, KNOWN_OPEN);
    bool capacity = !reading_is(reading, at, KNOWN_COMMA) || start > at + 1; /* Budi selaku ... */
    uint32_t end = position.words.end, trade = trade_end(reading, out, &position, capacity);
    if (trade > end) {
        end = trade;
    } else if (parenthesis) {
        end = parenthesis_end(reading, end);
        if (!reading_is(reading, end, KNOWN_CLOSE))
            return;
    } else if (held_by_another(reading, position.next)) {
        if (!(capacity || named_speaker(reading, out, end) || named_subject(reading, out, end)) ||
            position.next != end || names_titles_before(reading, end) > end)
            return;
        end = office_tail(reading, end); /* selaku Koordinator Pasar Anyplace */
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
