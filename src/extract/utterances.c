/* Utterances: see utterances.h. Before: quotations. After: speakers. */
#include <config.h>

#include "extract/utterances.h"

#define WORDS_ALONE 3     /* words that a quotation needs to stand without attribution */
#define WORDS_BOUND 4     /* words that it needs inside a clause */
#define WORDS_PIECE 2     /* and as a piece of what is reported with bahwa */
#define WORDS_FAR 8       /* words that it needs where the verb stands far before it */
#define WORDS_FAR_PIECE 5 /* and where it begins in lower case, as no name or title does */
#define WORDS_REPEAT 4    /* words that two quotations must share to be one said twice */
#define REPEAT_STEPS 128  /* places looked at; more are taken in a row only by texts made for it */

struct judge {
    const struct reading *reading;
    const struct quoted_list *quotations;
    const struct mention_list *mentions;
    struct utterance_list out;
    uint64_t *hashes;   /* by place: the words of an utterance */
    size_t *utterances; /* by place: its number */
    size_t mask;
};

static unsigned count_words(const struct reading *reading, struct range words) {
    unsigned count = 0;
    for (uint32_t at = words.first; at < words.end && count < 100; at++)
        count += reading->tokens[at].kind == TOKEN_WORD || reading->tokens[at].kind == TOKEN_NUMBER;
    return count;
}

/* True if a word for written text stands at `at`. */
static bool is_text_word(const struct reading *reading, uint32_t at) {
    struct speech_word word;
    uint32_t end;
    return at < reading->count && reading_speech(reading, at, &word, &end) &&
           word.form == SPEECH_TEXT;
}

/* True if the quotation is told to be text: bunyi pasal behind it, bertema or berbunyi sebagai
 * berikut before it. */
static bool is_text(const struct reading *reading, const struct quoted *quoted, uint32_t floor) {
    uint32_t after = quoted->close == NO_TOKEN ? quoted->words.end : quoted->close + 1;
    if (reading_is(reading, after, KNOWN_COMMA))
        after++;
    if (reading_in(reading, after, LIST_THUS))
        after++;
    if (reading_joined(reading, after) && is_text_word(reading, after))
        return true;
    if (quoted->open == NO_TOKEN)
        return false;
    uint32_t at = quoted->open;
    for (int steps = 0; steps < 5 && at > floor; steps++) {
        at--;
        if (reading_stop(reading, at) || !reading_joined(reading, at + 1))
            return false;
        if (is_text_word(reading, at))
            return true;
        struct speech_word word;
        uint32_t end;
        if (reading_speech(reading, at, &word, &end) && word.form <= SPEECH_ACCORDING_ENCLITIC)
            return false;
    }
    return false;
}

/* The first token of the sentence in which `open` stands, not before `floor`: "Budi Santoso M.Si.
 * mengatakan" is one sentence. */
static uint32_t sentence_start(const struct reading *reading, uint32_t open, uint32_t floor) {
    struct sentences sentences = reading->article->sentences;
    size_t sentence = sentences_at(sentences, reading->tokens[open].start);
    uint32_t first = sentence < sentences.count ? (uint32_t)sentences.at[sentence].first : open;
    if (first < floor)
        first = floor;
    uint32_t at = open;
    while (at > first && reading->tokens[at].gap < GAP_LINE && !reading->tokens[at - 1].cut)
        at--;
    return at;
}

/* True if bahwa stands in the tokens `at` to `end`, so that what is quoted there is reported: Budi
 * mengatakan bahwa kota itu "tetap aman". */
static bool holds_bahwa(const struct reading *reading, uint32_t at, uint32_t end) {
    while (at < end && !reading_is(reading, at, KNOWN_BAHWA))
        at++;
    return at < end;
}

/* True if the quotation inside a clause, `cue` being the verb before it, has words enough to be
 * what was said: a few in lower case are a piece of it, but for a term (secara "real time"); with a
 * capital behind a preposition they are a name or title. */
static bool is_piece_said(const struct reading *reading, const struct quoted *quoted,
                          struct range cue) {
    unsigned words = count_words(reading, quoted->words);
    uint32_t before = quoted->open - 1;
    bool small = !reading_capital(reading, quoted->words.first);
    bool piece = small && !reading_in(reading, before, LIST_IN_WHAT_WAY);
    if (!small && reading_in(reading, before, LIST_OBLIQUE) &&
        !reading_is(reading, before, KNOWN_BAHWA))
        return false; /* materi tentang "Dasar Pelayanan" */
    if (holds_bahwa(reading, cue.end, quoted->open))
        return words >= WORDS_BOUND ||
               (piece && words >= WORDS_PIECE && !reading_in(reading, before, LIST_CAPACITY));
    bool next_to = quoted->open - cue.end <= 2;
    return words >= WORDS_BOUND &&
           (next_to || words >= WORDS_FAR || (piece && words >= WORDS_FAR_PIECE));
}

/* "Budi dalam sambutannya, "...": an occasion of speaking right before the quotation stands for the
 * verb. */
static struct attribution by_occasion(const struct judge *judge, uint32_t start, uint32_t open) {
    const struct reading *reading = judge->reading;
    struct attribution out = {.kind = ATTRIBUTION_NONE, .mention = NO_MENTION, .content = true};
    struct speech_word word;
    uint32_t end, at = open > start + 4 ? open - 4 : start;
    while (at < open && !(reading_speech(reading, at, &word, &end) && word.form == SPEECH_EVENT &&
                          end + 1 == open))
        at++;
    if (at == open)
        return out;
    out.cue = (struct range){at, end};
    out.kind = ATTRIBUTION_LAST;
    size_t i = mentions_from(judge->mentions, start);
    for (; i < judge->mentions->count && judge->mentions->at[i].words.end <= at; i++) {
        if (!subject_may_speak(&judge->mentions->at[i]))
            continue;
        out.kind = ATTRIBUTION_NAMED;
        out.mention = i;
        break;
    }
    return out;
}

/* What stands before the quotation in its sentence and attributes it: Budi mengatakan, "..." */
static struct attribution find_before(const struct judge *judge, const struct quoted *quoted,
                                      uint32_t floor, bool *embedded) {
    struct attribution none = {.kind = ATTRIBUTION_NONE, .mention = NO_MENTION};
    if (quoted->open == NO_TOKEN || quoted->open == 0)
        return none;
    const struct reading *reading = judge->reading;
    uint32_t start = sentence_start(reading, quoted->open, floor);
    if (start == quoted->open)
        return none;
    bool introduced = reading_is(reading, quoted->open - 1, KNOWN_COLON) ||
                      reading_is(reading, quoted->open - 1, KNOWN_COMMA);
    struct attribution found =
        attribution_in(reading, judge->mentions, (struct range){start, quoted->open}, true);
    if (found.kind == ATTRIBUTION_NONE && introduced)
        found = by_occasion(judge, start, quoted->open);
    if (found.kind == ATTRIBUTION_NONE || count_words(reading, quoted->words) < 2 ||
        (!introduced && !is_piece_said(reading, quoted, found.cue)))
        return none;
    if (!introduced && reading_in(reading, quoted->open - 1, LIST_NAMING))
        return none; /* temanya adalah "..." */
    *embedded = !introduced && !reading_capital(reading, quoted->words.first);
    found.rule = "quote-introduced";
    return found;
}

/* "...," Budi mengatakan. */
static struct attribution find_inverted(const struct judge *judge, const struct quoted *quoted) {
    struct attribution none = {.kind = ATTRIBUTION_NONE, .mention = NO_MENTION};
    const struct reading *reading = judge->reading;
    if (quoted->close == NO_TOKEN || !reading_joined(reading, quoted->close + 1))
        return none;
    uint32_t at = quoted->close + 1;
    bool comma = reading_is(reading, at, KNOWN_COMMA);
    bool thus = reading_in(reading, at + comma, LIST_THUS); /* "...", demikian Budi menjelaskan */
    at += thus ? 1u + comma : 0;
    size_t number = mentions_from(judge->mentions, at);
    if (number >= judge->mentions->count ||
        !(thus || comma || reading_is(reading, quoted->words.end - 1, KNOWN_COMMA)))
        return none;
    const struct mention *mention = &judge->mentions->at[number];
    struct speech_word word;
    uint32_t end, verb = mention->words.end;
    if (mention->words.first > at + 1)
        return none;
    while (verb < mention->words.end + 2 && !reading_speech(reading, verb, &word, &end))
        verb++;
    if (!reading_speech(reading, verb, &word, &end) || word.form != SPEECH_ACTIVE)
        return none;
    return attribution_in(reading, judge->mentions, (struct range){at, end + 1}, true);
}

/* True if the quotation is a sentence of its own: it begins where sentences begin and ends where
 * they end. */
static bool stands_alone(const struct reading *reading, const struct quoted *quoted) {
    if (count_words(reading, quoted->words) < WORDS_ALONE || quoted->open == NO_TOKEN)
        return false;
    uint32_t open = quoted->open;
    bool begins = open == 0 || reading->tokens[open].gap >= GAP_LINE ||
                  reading->tokens[open - 1].cut || reading_stop(reading, open - 1) ||
                  reading->tokens[open - 1].kind == TOKEN_QUOTE ||
                  reading_is(reading, open - 1, KNOWN_GREATER);
    if (!begins || !(reading_capital(reading, quoted->words.first) ||
                     reading->tokens[quoted->words.first].kind != TOKEN_WORD))
        return false;
    uint32_t last = quoted->words.end - 1;
    uint32_t after = quoted->close == NO_TOKEN ? quoted->words.end : quoted->close + 1;
    return reading_stop(reading, last) || reading_is(reading, last, KNOWN_COMMA) ||
           !reading_joined(reading, after) || reading->tokens[after].gap == GAP_LINE ||
           reading_stop(reading, after);
}

static bool judge_one(const struct judge *judge, const struct quoted *quoted, uint32_t floor,
                      struct utterance *out) {
    const struct reading *reading = judge->reading;
    if (is_text(reading, quoted, floor))
        return false;
    uint32_t after = quoted->close == NO_TOKEN ? quoted->words.end : quoted->close + 1;
    uint32_t verb = quotes_attribution_after(reading, after);
    struct attribution found = {.kind = ATTRIBUTION_NONE, .mention = NO_MENTION};
    if (verb != NO_TOKEN)
        found = attribution_after(reading, judge->mentions, verb);
    if (found.kind == ATTRIBUTION_NONE)
        found = find_inverted(judge, quoted);
    if (found.kind == ATTRIBUTION_NONE) {
        found = find_before(judge, quoted, floor, &out->embedded);
        out->before = found.kind != ATTRIBUTION_NONE;
    }
    out->attribution = found;
    return found.kind != ATTRIBUTION_NONE || stands_alone(reading, quoted);
}

static uint64_t hash_words(const struct reading *reading, struct range words) {
    uint64_t hash = 1;
    for (uint32_t at = words.first; at < words.end; at++)
        if (reading->tokens[at].kind == TOKEN_WORD || reading->tokens[at].kind == TOKEN_NUMBER)
            hash = (hash ^ reading->tokens[at].hash) * UINT64_C(0x9E3779B97F4A7C15) + 1;
    return hash;
}

/* The number of the utterance with the same words, or NO_MENTION, in which case `number` is
 * remembered for them. */
static size_t said_before(struct judge *judge, struct range words, size_t number, bool remember) {
    if (count_words(judge->reading, words) < WORDS_REPEAT)
        return NO_MENTION;
    uint64_t hash = hash_words(judge->reading, words);
    size_t place = (size_t)(hash >> 20) & judge->mask;
    for (int steps = 0; judge->hashes[place] && judge->hashes[place] != hash; steps++) {
        if (steps == REPEAT_STEPS)
            return NO_MENTION;
        place = (place + 1) & judge->mask;
    }
    if (judge->hashes[place])
        return judge->utterances[place];
    if (remember) {
        judge->hashes[place] = hash;
        judge->utterances[place] = number;
    }
    return NO_MENTION;
}

struct utterance_list utterances_find(const struct reading *reading,
                                      const struct quoted_list *quotations,
                                      const struct mention_list *mentions) {
    struct judge judge = {reading, quotations, mentions, {0}, NULL, NULL, 0};
    size_t size = 16, capacity = 0;
    while (size < 2 * (quotations->count + 1))
        size *= 2;
    judge.hashes = arena_alloc_array(reading->arena, size, sizeof *judge.hashes);
    judge.utterances = arena_alloc_array(reading->arena, size, sizeof *judge.utterances);
    judge.mask = size - 1;
    uint32_t floor = 0;
    for (size_t i = 0; i < quotations->count; i++) {
        const struct quoted *quoted = &quotations->at[i];
        struct utterance utterance = {.quoted = i, .repeat_of = NO_MENTION};
        bool speech = quoted->cut || judge_one(&judge, quoted, floor, &utterance);
        floor = quoted->close == NO_TOKEN ? quoted->words.end : quoted->close + 1;
        if (!speech)
            continue;
        utterance.repeat_of = said_before(&judge, quoted->words, judge.out.count, !quoted->cut);
        if (quoted->cut && utterance.repeat_of == NO_MENTION)
            continue;
        judge.out.at = arena_grow(reading->arena, judge.out.at, judge.out.count,
                                  judge.out.count + 1, sizeof *judge.out.at, &capacity);
        judge.out.at[judge.out.count++] = utterance;
    }
    return judge.out;
}
