/* Attribution: see attribution.h. Before: mentions. After: speakers. */
#include <config.h>

#include "extract/attribution.h"

#include "extract/described.h"
#include "extract/nameless.h"

/* A sentence in which the speaker is looked for. */
struct search {
    const struct reading *reading;
    const struct mention_list *mentions;
    struct range range;
    bool quotation;
    struct range verb;
    struct speech_word word;
};

#define NOUN_WORDS 3          /* words of "warga desa itu" */
#define PHRASE 10             /* words behind menurut in which a publisher is named */
#define MENTIONS_LOOKED_AT 48 /* more stand before a verb only in lists */

static const struct attribution nothing = {.kind = ATTRIBUTION_NONE, .mention = NO_MENTION};

static bool is_single_pronoun(const struct reading *reading, const struct mention *mention) {
    return mention->kind == MENTION_PRONOUN &&
           speech_pronoun(reading->tables->speech, mention->row) != PRONOUN_MANY;
}

/* The attribution to the mention with this number. */
static struct attribution by_mention(const struct reading *reading,
                                     const struct mention_list *mentions, size_t number,
                                     struct range cue, const char *rule) {
    const struct mention *mention = &mentions->at[number];
    struct attribution out = {ATTRIBUTION_NAMED, number, cue, true, rule};
    if (mention->kind == MENTION_PRONOUN) {
        out.kind = is_single_pronoun(reading, mention) ? ATTRIBUTION_LAST : ATTRIBUTION_UNKNOWN;
        out.mention = NO_MENTION;
    }
    return out;
}

static bool counted(const struct reading *reading, uint32_t at) {
    return reading_in(reading, at, LIST_SOMEBODY);
}

/* Whom a description in lower case at `at` stands for: "lembaga itu" is a body, anything else a
 * person. */
static enum attribution_kind last_of(const struct reading *reading, uint32_t at) {
    if (reading_in(reading, at, LIST_COMMON_PEOPLE))
        return ATTRIBUTION_COMMON;
    return reading_in(reading, at, LIST_BODY) ? ATTRIBUTION_BODY : ATTRIBUTION_LAST;
}

/* Who speaks for the one named behind the verb: kata Bupati, melalui Sekda Budi. The number of that
 * mention, or `number` itself. */
static size_t spoken_through(const struct reading *reading, const struct mention_list *mentions,
                             size_t number) {
    uint32_t at = mentions->at[number].words.end, end;
    struct speech_word word;
    at += reading_is(reading, at, KNOWN_COMMA);
    if (!reading_joined(reading, at) || !reading_speech(reading, at, &word, &end) ||
        word.form != SPEECH_RELAY)
        return number;
    size_t through = reading_joined(reading, end) ? mentions_at(mentions, end) : NO_MENTION;
    bool person = through != NO_MENTION && mentions->at[through].kind == MENTION_NAME &&
                  mentions->at[through].words.first == end;
    return person ? through : number;
}

/* "kata seorang warga" is nobody who is named; "cerita warga Anyplace, Budi Santoso" is. */
static struct attribution by_somebody(const struct reading *reading,
                                      const struct mention_list *mentions, uint32_t at,
                                      struct range cue) {
    size_t number = mentions_at(mentions, at);
    for (uint32_t i = at; number == NO_MENTION && i < at + 2; i++)
        number = mentions_at(mentions, i + 1); /* seorang warga bernama Budi */
    bool named = number != NO_MENTION && mentions->at[number].kind == MENTION_NAME &&
                 mentions->at[number].words.first <= at + 2 &&
                 (mentions->at[number].words.first == at ||
                  reading_is(reading, mentions->at[number].name.first - 1, KNOWN_BERNAMA));
    if (!named)
        number = described_name(reading, mentions, at);
    if (named || (number != NO_MENTION &&
                  reading_is(reading, mentions->at[number].words.first - 1, KNOWN_COMMA)))
        return by_mention(reading, mentions, number, cue, "after-somebody-named");
    return (struct attribution){ATTRIBUTION_UNKNOWN, NO_MENTION, cue, true, "after-somebody"};
}

/* "tulis @namaakun": somebody of whom only the account is told. */
static bool is_handle(const struct reading *reading, uint32_t at) {
    return reading_joined(reading, at) &&
           reading->article->text.data[reading->tokens[at].start] == '@';
}

struct attribution attribution_after(const struct reading *reading,
                                     const struct mention_list *mentions, uint32_t at) {
    struct speech_word word;
    uint32_t end;
    if (!reading_speech(reading, at, &word, &end))
        return nothing;
    struct range cue = {at, end};
    if (word.form == SPEECH_ENCLITIC || word.form == SPEECH_PASSIVE_ENCLITIC ||
        word.form == SPEECH_ACCORDING_ENCLITIC)
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, cue, true, "after-enclitic"};
    while (end < cue.end + 2 && reading_joined(reading, end) &&
           reading_in(reading, end, LIST_AFTER_VERB))
        end++;
    uint32_t document = described_document(reading, end);
    bool written = document > end;
    end = document;
    if (is_handle(reading, end))
        return (struct attribution){ATTRIBUTION_UNKNOWN, NO_MENTION, cue, true, "after-handle"};
    if (counted(reading, end))
        return by_somebody(reading, mentions, end, cue);
    size_t number = reading_joined(reading, end) ? mentions_at(mentions, end) : NO_MENTION;
    number = described_speaker(reading, mentions, number, end);
    if (number != NO_MENTION && !subject_pointed_at(reading, &mentions->at[number]))
        return by_mention(reading, mentions, spoken_through(reading, mentions, number), cue,
                          "after-named");
    /* Manajemen Anyname is somebody else; a single capital may be a nickname of the last speaker.
     */
    bool capitals = reading_joined(reading, end + 1) && reading_capital(reading, end) &&
                    reading_capital(reading, end + 1);
    if (number == NO_MENTION && (capitals || written))
        return (struct attribution){ATTRIBUTION_UNKNOWN, NO_MENTION, cue, true, "after-unknown"};
    return (struct attribution){last_of(reading, end), NO_MENTION, cue, true, "after-described"};
}

static bool verb_is_bound(const struct search *search) {
    uint32_t verb = search->verb.first;
    if (verb > search->range.first + 1 && reading_is(search->reading, verb - 1, KNOWN_JUGA) &&
        !reading_is(search->reading, verb - 2, KNOWN_YANG))
        verb--; /* perlu juga menyadari */
    if (verb > search->range.first + 1 && reading_is(search->reading, verb - 1, KNOWN_YANG) &&
        reading_in(search->reading, verb - 2, LIST_AS_SAID))
        return false; /* sebagaimana yang disampaikan Budi */
    return verb > search->range.first && reading_in(search->reading, verb - 1, LIST_VERB_BOUND);
}

/* A verb that is not always one of speech counts before bahwa, agar, a comma or a quotation. */
static bool strong_enough(const struct search *search) {
    if (search->quotation || search->word.strength == SPEECH_STRONG)
        return true;
    return search->word.strength == SPEECH_PLAIN &&
           (reading_in(search->reading, search->verb.end, LIST_REPORT_OPENER) ||
            (search->verb.end < search->range.end &&
             search->reading->tokens[search->verb.end].kind == TOKEN_NUMBER));
}

/* "BMKG melaporkan gempa": what an office reports or counts; others report to the police. */
static bool office_reports(const struct search *search) {
    const struct reading *reading = search->reading;
    uint32_t verb = search->verb.first, end = verb;
    while (end > search->range.first && reading_in(reading, end - 1, LIST_ADVERB))
        end--;
    bool counts =
        reading_is(reading, verb, KNOWN_MENCATAT) ||
        (reading_is(reading, verb, KNOWN_MELAPORKAN) && !reading_capital(reading, verb + 1));
    if (!counts || end == search->range.first ||
        mentions_at(search->mentions, end - 1) == NO_MENTION)
        return false;
    const struct mention *body = &search->mentions->at[mentions_at(search->mentions, end - 1)];
    uint32_t first = body->words.first;
    bool described = first > search->range.first && reading->tokens[first - 1].kind == TOKEN_WORD &&
                     reading_kind(reading, first - 1) == WORD_COMMON; /* data BPS mencatat */
    return !described && body->kind == MENTION_BODY && body->row != NO_ROW &&
           offices_institution(reading->tables->offices, body->row) != INSTITUTION_WHOLE;
}

/* "menyampaikan beberapa pesan saat ...": only tells that there was a speech, where an occasion or
 * nothing follows. */
static bool names_speech_only(const struct search *search) {
    uint32_t at = search->verb.end, end = search->range.end < at + 2 ? search->range.end : at + 2;
    while (at < end && !reading_in(search->reading, at, LIST_SPEECH_NOUN) &&
           !subject_acts(search->reading, at)) /* mengaku siap mengikuti arahan itu */
        at++;
    if (!reading_in(search->reading, at, LIST_SPEECH_NOUN))
        return false;
    at++;
    if (reading_in(search->reading, at, LIST_POINTING_ALIKE))
        at++;
    return at >= search->range.end || reading_in(search->reading, at, LIST_OCCASION);
}

/* "Budi mengatakan itu." does not; "Budi mendukung kebijakan itu." has it in the verb's form. */
static bool tells_something(const struct search *search) {
    uint32_t end = search->verb.end;
    return search->range.end > end + (end > search->verb.first + 1 ? 0 : 2);
}

/* "Peringatan itu disampaikan Budi saat ...": the sentence names what was said before it, and tells
 * nothing more. */
static bool names_own_speech(const struct search *search) {
    return reading_in(search->reading, search->range.first, LIST_OWN_SPEECH) &&
           reading_in(search->reading, search->range.first + 1, LIST_POINTING);
}

/* "Budi mengomentari laporan itu.": he takes the word, and what he says comes in the next
 * sentences. */
static struct attribution takes_word(const struct clause *clause) {
    size_t subject = subject_find(clause);
    if (subject == NO_MENTION || clause->mentions->at[subject].kind != MENTION_NAME)
        return nothing;
    struct attribution out =
        by_mention(clause->reading, clause->mentions, subject, clause->verb, "takes-word");
    out.content = false;
    return out;
}

/* By people whom the text does not name; `noun` says what they are. */
static struct attribution by_nameless(const struct search *search, uint32_t noun) {
    if (nameless_one(search->reading, noun))
        return (struct attribution){ATTRIBUTION_UNKNOWN, NO_MENTION, search->verb, true,
                                    "nameless"};
    return (struct attribution){ATTRIBUTION_NOUN, noun, search->verb, true, "nameless"};
}

/* "Gerakan Lahat Menulis", "Sehat dan Mendorong Anak": a verb with a capital behind one or behind
 * dan is part of what something is called. */
static bool in_name(const struct search *search) {
    uint32_t verb = search->verb.first;
    return verb > search->range.first && search->reading->tokens[verb].letter_case == CASE_TITLE &&
           (reading_capital(search->reading, verb - 1) ||
            reading_is(search->reading, verb - 1, KNOWN_DAN));
}

/* "Suporter Persib mengaku": the body behind the noun at `noun` only tells whose they are. */
static bool is_crowd_of(const struct search *search, uint32_t noun, const struct mention *body) {
    return body->kind == MENTION_BODY && body->words.first == noun + 1 &&
           reading_in(search->reading, noun, LIST_COMMON_PEOPLE);
}

static struct attribution by_active(const struct search *search) {
    struct clause clause = {search->reading, search->mentions, search->range, search->verb};
    if (verb_is_bound(search) || in_name(search) || nameless_aside(&clause))
        return nothing;
    if (!strong_enough(search) && !office_reports(search))
        return search->word.strength == SPEECH_QUOTE ? takes_word(&clause) : nothing;
    if (subject_described(&clause))
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true,
                                    "described-subject"};
    size_t subject = subject_find(&clause);
    uint32_t noun = nameless_subject(&clause);
    const struct mention *named = subject == NO_MENTION ? NULL : &search->mentions->at[subject];
    bool nameless =
        noun != NO_TOKEN && (!named || named->words.end <= noun ||
                             (named->kind == MENTION_PRONOUN && named->words.first == noun) ||
                             is_crowd_of(search, noun, named));
    if (!nameless && subject == NO_MENTION)
        return nothing;
    struct attribution out = nameless ? by_nameless(search, noun)
                                      : by_mention(search->reading, search->mentions, subject,
                                                   search->verb, "active-subject");
    out.content = tells_something(search) && !names_speech_only(search);
    return !nameless && out.kind == ATTRIBUTION_UNKNOWN ? nothing : out;
}

/* The token behind "oleh", or "secara langsung oleh"; `at` itself if it does not follow. */
static uint32_t past_by(const struct reading *reading, uint32_t at) {
    uint32_t end = at;
    while (end < at + 2 && reading_joined(reading, end) &&
           reading_in(reading, end, LIST_IN_WHAT_WAY))
        end++;
    return reading_is(reading, end, KNOWN_OLEH) ? end + 1 : at;
}

/* "Menurut laporan Anything": somebody else than whoever spoke last, of whom the tables know
 * nothing.
 */
static struct attribution unknown_source(const struct search *search) {
    return (struct attribution){ATTRIBUTION_UNKNOWN, NO_MENTION, search->verb, true,
                                "according-unknown"};
}

/* Whose the document is of which `at` speaks, in the same phrase: menurut informasi dari situs
 * resmi KPU. NO_MENTION if that is not told. */
static size_t published_by(const struct search *search, uint32_t at) {
    const struct reading *reading = search->reading;
    for (uint32_t end = at + PHRASE; at < end && at < search->range.end; at++) {
        if (reading->tokens[at].kind != TOKEN_WORD)
            break;
        uint32_t name = described_document(reading, at);
        if (name > at)
            return mentions_at(search->mentions, name);
    }
    return NO_MENTION;
}

/* Where no mention stands at `at`, behind menurut or kata: people or a document that nobody names
 * (menurut warga, menurut laporan yang beredar). */
static struct attribution by_unnamed(const struct search *search, uint32_t at, bool written) {
    bool menurut = search->word.form == SPEECH_ACCORDING;
    if (menurut && (written || reading_in(search->reading, at, LIST_DOCUMENT))) {
        size_t of = written ? NO_MENTION : published_by(search, at);
        return of == NO_MENTION
                   ? unknown_source(search)
                   : by_mention(search->reading, search->mentions, of, search->verb, "according");
    }
    uint32_t noun =
        menurut || search->word.form == SPEECH_ROOT ? nameless_at(search->reading, at) : NO_TOKEN;
    return noun == NO_TOKEN ? nothing : by_nameless(search, noun);
}

/* The agent behind a passive verb or menurut, past "oleh". */
static struct attribution by_agent(const struct search *search, const char *rule) {
    uint32_t at = past_by(search->reading, search->verb.end);
    uint32_t document = described_document(search->reading, at);
    bool written = search->word.form == SPEECH_ACCORDING && document > at;
    if (written)
        at = document;
    size_t number = at < search->range.end && reading_joined(search->reading, at)
                        ? mentions_at(search->mentions, at)
                        : NO_MENTION;
    if (search->word.form == SPEECH_ACCORDING)
        number = described_speaker(search->reading, search->mentions, number, at);
    if (number == NO_MENTION || search->mentions->at[number].words.first >= search->range.end)
        return by_unnamed(search, at, written);
    const struct mention *mention = &search->mentions->at[number];
    if (subject_pointed_at(search->reading, mention))
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true, rule};
    bool many = mention->kind == MENTION_PRONOUN && !is_single_pronoun(search->reading, mention);
    if ((mention->kind == MENTION_ROLE && mention->vague) ||
        (many && search->word.form != SPEECH_ACCORDING))
        return by_unnamed(search, at, false); /* of diminta warga nothing */
    if (written && mention->kind == MENTION_NAME && mention->person < 0)
        return unknown_source(search);
    return by_mention(search->reading, search->mentions, number, search->verb, rule);
}

/* Lebih lanjut dikatakan, ...: a sentence that begins with a report by nobody else than whoever
 * spoke last. */
static bool opens_report(const struct search *search) {
    const struct reading *reading = search->reading;
    uint32_t at = search->range.first, from = search->verb.first;
    if (reading_is(reading, at, KNOWN_DEMIKIAN) && at + 1 == search->verb.first)
        return reading_in(reading, search->verb.end, LIST_OCCASION); /* Demikian disampaikan saat */
    if (reading_is(reading, at, KNOWN_SELAIN) && reading_in(reading, at + 1, LIST_POINTING))
        at += 2; /* Selain itu disampaikan juga */
    at += reading_is(reading, at, KNOWN_COMMA);
    while (from > at && reading_in(reading, from - 1, LIST_ADVERB))
        from--;
    return from == at && search->word.strength == SPEECH_STRONG &&
           (reading_is(reading, search->verb.end, KNOWN_COMMA) ||
            reading_is(reading, search->verb.end, KNOWN_JUGA) ||
            reading_is(reading, search->verb.end, KNOWN_BAHWA));
}

/* disampaikan bahwa: by the person named before, as in "Dalam laporan Sekretaris X, Budi,
 * disampaikan bahwa". */
static struct attribution by_passive(const struct search *search) {
    if (verb_is_bound(search))
        return nothing;
    if (reading_is(search->reading, search->verb.end, KNOWN_OLEHNYA))
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true,
                                    "passive-enclitic"};
    struct attribution agent = by_agent(search, "passive-agent");
    if (agent.kind == ATTRIBUTION_NAMED &&
        reading_in(search->reading, search->range.first, LIST_AS_SAID) &&
        search->mentions->at[agent.mention].words.end + 1 >= search->range.end)
        agent.content = false; /* Seperti dikatakan Budi. */
    if (names_own_speech(search))
        agent.content = false;
    if (agent.kind != ATTRIBUTION_NONE)
        return agent;
    if (opens_report(search))
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true,
                                    "passive-opening"};
    if (!reading_is(search->reading, search->verb.end, KNOWN_BAHWA))
        return nothing;
    size_t i = mentions_from(search->mentions, search->verb.first);
    size_t floor = i > MENTIONS_LOOKED_AT ? i - MENTIONS_LOOKED_AT : 0;
    while (i-- > floor && search->mentions->at[i].words.first >= search->range.first)
        if (search->mentions->at[i].kind == MENTION_NAME)
            return by_mention(search->reading, search->mentions, i, search->verb, "passive-report");
    return nothing;
}

static bool ends_phrase(const struct search *search, uint32_t at) {
    return at >= search->range.end || reading_is(search->reading, at, KNOWN_COMMA) ||
           reading_stop(search->reading, at) || reading_is(search->reading, at, KNOWN_COLON);
}

static bool begins_phrase(const struct search *search, uint32_t at) {
    return at == search->range.first || reading_is(search->reading, at - 1, KNOWN_COMMA);
}

/* "..., kata lembaga tersebut": whoever spoke last, described in a few words in lower case. */
static bool described_behind(const struct search *search) {
    for (uint32_t at = search->verb.end; at < search->verb.end + 4 && at < search->range.end;
         at++) {
        if (reading_in(search->reading, at, LIST_POINTING))
            return at > search->verb.end && ends_phrase(search, at + 1);
        if (search->reading->tokens[at].letter_case != CASE_LOWER)
            return false;
    }
    return false;
}

/* "..., kata warga setempat.": the phrase ends right behind the noun at `noun`, which no sentence
 * begins with (Klaim warga menuduh ...). */
static bool nameless_behind(const struct search *search, uint32_t noun) {
    uint32_t at = noun + 1;
    while (at < noun + NOUN_WORDS && !ends_phrase(search, at))
        at++;
    return search->verb.first > search->range.first && ends_phrase(search, at);
}

/* Put in between commas: ..., lanjut dia, ... ; Kata Budi, ... */
static struct attribution by_parenthesis(const struct search *search) {
    if (!begins_phrase(search, search->verb.first))
        return nothing;
    if (search->word.form == SPEECH_ENCLITIC) {
        if (!ends_phrase(search, search->verb.end) && !search->quotation)
            return nothing;
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true,
                                    "parenthesis-enclitic"};
    }
    if (described_behind(search))
        return (struct attribution){last_of(search->reading, search->verb.end), NO_MENTION,
                                    search->verb, true, "parenthesis-described"};
    struct attribution out = by_agent(search, "parenthesis-named");
    uint32_t noun = nameless_at(search->reading, search->verb.end);
    if (noun != NO_TOKEN && out.kind != ATTRIBUTION_NAMED && !nameless_behind(search, noun))
        return nothing;
    const struct mention *who =
        out.kind == ATTRIBUTION_NAMED ? &search->mentions->at[out.mention] : NULL;
    /* in "kata Budi, peserta hadir" what follows is no description of Budi */
    bool closed = who && (ends_phrase(search, who->words.end) ||
                          (who->kind == MENTION_NAME && ends_phrase(search, who->name.end)));
    if (who && !closed && !search->quotation && search->word.strength == SPEECH_PLAIN)
        return nothing;
    return out;
}

static struct attribution by_word(const struct search *search) {
    switch (search->word.form) {
    case SPEECH_ACTIVE:
        return by_active(search);
    case SPEECH_PASSIVE:
        return by_passive(search);
    case SPEECH_ACCORDING:
        if (described_behind(search))
            return (struct attribution){last_of(search->reading, search->verb.end), NO_MENTION,
                                        search->verb, true, "according-described"};
        return by_agent(search, "according");
    case SPEECH_ROOT:
    case SPEECH_ENCLITIC:
        return by_parenthesis(search);
    case SPEECH_PASSIVE_ENCLITIC:
    case SPEECH_ACCORDING_ENCLITIC:
        return (struct attribution){ATTRIBUTION_LAST, NO_MENTION, search->verb, true, "enclitic"};
    default:
        return nothing;
    }
}

/* "Budi Santoso pihaknya menyambut": a person and pihaknya right behind make a report without a
 * verb of speech. */
static struct attribution by_own_body(const struct search *search, uint32_t at) {
    size_t number = mentions_at(search->mentions, at);
    if (number == NO_MENTION || number == 0)
        return nothing;
    const struct mention *mention = &search->mentions->at[number];
    const struct mention *before = mention - 1;
    if (mention->kind != MENTION_PRONOUN || before->words.end != mention->words.first ||
        before->words.first < search->range.first || !subject_may_speak(before) ||
        speech_pronoun(search->reading->tables->speech, mention->row) != PRONOUN_BODY)
        return nothing;
    return by_mention(search->reading, search->mentions, number - 1, mention->words, "own-body");
}

struct attribution attribution_in(const struct reading *reading,
                                  const struct mention_list *mentions, struct range range,
                                  bool quotation) {
    struct search search = {
        .reading = reading, .mentions = mentions, .range = range, .quotation = quotation};
    struct attribution turn = nothing;
    const uint32_t looked_at = CLASS_BIT(LEXEME_SPEECH) | CLASS_BIT(LEXEME_PRONOUN);
    for (uint32_t at = range.first; at < range.end; at++) {
        uint32_t end;
        if (!(reading_classes(reading, at) & looked_at))
            continue;
        struct attribution found = nothing;
        if (reading_speech(reading, at, &search.word, &end)) {
            search.verb = (struct range){at, end};
            found = by_word(&search);
        } else if (reading_hit(reading, at, LEXEME_PRONOUN)) {
            found = by_own_body(&search, at);
        }
        if (found.kind == ATTRIBUTION_NONE)
            continue;
        bool named = found.kind != ATTRIBUTION_NOUN && found.kind != ATTRIBUTION_UNKNOWN;
        if (named && (found.content || search.word.strength != SPEECH_QUOTE))
            return found;
        if (turn.kind == ATTRIBUTION_NONE)
            turn = found; /* unless a later verb reports, or somebody with a name */
    }
    return turn;
}
