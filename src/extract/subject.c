/* Subjects: see subject.h. Before: mentions. After: attribution. */
#include <config.h>

#include "extract/subject.h"

#define MENTIONS_LOOKED_AT 48 /* more stand before a verb only in lists */
#define COMPANY 6             /* words between somebody and whoever is with them */
#define LINKING_WORDS 4       /* yang juga menjabat sebagai */
#define ASIDE_WORDS 4         /* negara sekutu dekat AS */
#define SHORTEST_VERB 7       /* bytes of an active verb: membina, menemui */

bool subject_pointed_at(const struct reading *reading, const struct mention *mention) {
    bool post = mention->kind == MENTION_ROLE ||
                (mention->kind == MENTION_NAME && mention->position.first == mention->words.first &&
                 mention->position.end > mention->position.first);
    uint32_t end = mention->words.end;
    struct speech_word word;
    uint32_t verb;
    if (mention->kind == MENTION_ROLE && reading_is(reading, end, KNOWN_COMMA) &&
        reading_in(reading, end + 1, LIST_POINTING) &&
        reading_speech(reading, end + 2, &word, &verb))
        return true; /* Wakil Ketua Komisi, ini menuturkan */
    return post && reading_in(reading, end, LIST_POINTING);
}

/* "di depan Bupati", "di samping Kapolres". */
static bool beside(const struct clause *clause, uint32_t first) {
    return first > clause->range.first + 1 && reading_in(clause->reading, first - 1, LIST_BESIDE) &&
           reading_is(clause->reading, first - 2, KNOWN_DI);
}

/* A preposition or conjunction that makes the mention behind it no subject. */
static bool oblique(const struct clause *clause, const struct mention *mention) {
    uint32_t first = mention->words.first;
    uint32_t at = first;
    while (at > clause->range.first && first - at < LINKING_WORDS &&
           reading_in(clause->reading, at - 1, LIST_LINKING))
        at--;
    bool post = mention->kind == MENTION_ROLE || reading_is(clause->reading, first - 1, KNOWN_JUGA);
    if (at < first && post && reading_is(clause->reading, at, KNOWN_YANG))
        return true; /* Budi, yang juga Ketua Satgas, ... */
    if (beside(clause, first))
        return true;
    return first > clause->range.first && reading_in(clause->reading, first - 1, LIST_OBLIQUE);
}

/* "Wakil Ketua DPRD dan anggota Komisi A Budi": one person with two posts, or the one of two who is
 * named. */
static bool second_post(const struct clause *clause, size_t number) {
    const struct mention *mention = &clause->mentions->at[number];
    if (number == 0 || mention->kind != MENTION_NAME ||
        mention->position.first != mention->words.first ||
        !reading_is(clause->reading, mention->words.first - 1, KNOWN_DAN))
        return false;
    const struct mention *before = mention - 1;
    return before->kind == MENTION_ROLE && before->words.first >= clause->range.first &&
           before->words.end + 1 == mention->words.first;
}

/* "Bupati melalui Sekda", "Bupati diwakili oleh Sekda": three words at most. */
static bool after_relay(const struct clause *clause, const struct mention *mention) {
    uint32_t first = mention->words.first;
    struct speech_word word;
    uint32_t end;
    for (uint32_t at = first; at > clause->range.first && first - at < 3;)
        if (reading_speech(clause->reading, --at, &word, &end) && word.form == SPEECH_RELAY &&
            end == first)
            return true;
    return false;
}

/* True if between a mention and the verb stand only few words, none of which begins another clause.
 */
static bool adjacent(const struct clause *clause, const struct mention *mention) {
    if (mention->words.end > clause->verb.first)
        return false;
    uint32_t gap = clause->verb.first - mention->words.end;
    if (gap > 4)
        return false;
    for (uint32_t at = mention->words.end; at < clause->verb.first; at++)
        if (reading_is(clause->reading, at, KNOWN_YANG))
            return false;
    return true;
}

/* A single word that no title, position or full name makes a person's name is a subject only where
 * subjects begin: not behind a noun (kegiatan Anu menyoroti). */
static bool doubtful(const struct clause *clause, const struct mention *mention) {
    const struct reading *reading = clause->reading;
    uint32_t first = mention->words.first;
    if (mention->kind != MENTION_NAME || mention->person >= 0 || first <= clause->range.first)
        return false;
    if (reading_is(reading, first - 1, KNOWN_COMMA) &&
        reading_is(reading, mention->words.end, KNOWN_COMMA) &&
        reading_in(reading, mention->words.end + 1, LIST_PLACE_KIND))
        return true; /* di Kampung X, Anyplace, Kecamatan Y */
    enum word_kind before = reading_kind(reading, first - 1);
    return reading->tokens[first - 1].kind == TOKEN_WORD && before != WORD_OPENER &&
           before != WORD_INNER;
}

/* ", sekutu AS, mengatakan": the body ends what somebody else is, told in small letters between
 * commas. */
static bool ends_aside(const struct clause *clause, const struct mention *mention) {
    const struct reading *reading = clause->reading;
    uint32_t first = mention->words.first, at = first;
    while (at > clause->range.first && first - at < ASIDE_WORDS && reading_joined(reading, at) &&
           reading->tokens[at - 1].letter_case == CASE_LOWER)
        at--;
    return at < first && at > clause->range.first + 1 && reading_is(reading, at - 1, KNOWN_COMMA) &&
           reading_is(reading, mention->words.end, KNOWN_COMMA);
}

/* "Sanksi AS itu memperingatkan": a body that only describes the noun before it is no subject. */
static bool describes(const struct clause *clause, const struct mention *mention) {
    const struct reading *reading = clause->reading;
    uint32_t first = mention->words.first;
    if (mention->kind != MENTION_BODY || first <= clause->range.first)
        return false;
    if (ends_aside(clause, mention))
        return true;
    if (!reading_in(reading, mention->words.end, LIST_POINTING))
        return false;
    return reading->tokens[first - 1].kind == TOKEN_WORD &&
           reading_kind(reading, first - 1) == WORD_COMMON;
}

bool subject_acts(const struct reading *reading, uint32_t at) {
    const struct token *verb = &reading->tokens[at];
    const uint32_t others = CLASS_BIT(LEXEME_SPEECH) | CLASS_BIT(LEXEME_POSITION);
    if (verb->kind != TOKEN_WORD || verb->letter_case != CASE_LOWER ||
        verb->end - verb->start < SHORTEST_VERB || (reading_classes(reading, at) & others))
        return false;
    struct text word = token_text(reading->article->text, verb);
    return text_starts(word, "mem") || text_starts(word, "men") || text_starts(word, "mew");
}

/* "Budi yang mendampingi Gubernur saat itu, menyampaikan": an active verb right before the mention,
 * past "salah satu", which makes it the object of what another does. */
static bool governed(const struct clause *clause, const struct mention *mention) {
    const struct reading *reading = clause->reading;
    uint32_t at = mention->words.first;
    if (at > clause->range.first + 2 && reading_in(reading, at - 2, LIST_SOMEBODY))
        at -= 2;
    else if (at > clause->range.first + 1 && reading_in(reading, at - 1, LIST_SOMEBODY))
        at--;
    if (at <= clause->range.first || !reading_joined(reading, at))
        return false;
    if (reading_in(reading, at - 1, LIST_SPEECH_NOUN))
        return true; /* Asisten, saat membacakan sambutan Bupati, menyampaikan */
    return subject_acts(reading, at - 1);
}

bool subject_may_speak(const struct mention *mention) {
    return mention->kind == MENTION_NAME || (mention->kind == MENTION_ROLE && !mention->vague);
}

/* "Ditjen Pajak Kementerian Keuangan": a body right behind the one that belongs to it. */
static bool chained(const struct mention_list *mentions, size_t number) {
    const struct mention *mention = &mentions->at[number];
    return number > 0 && mention->kind == MENTION_BODY && mention[-1].kind == MENTION_BODY &&
           mention[-1].words.end == mention->words.first;
}

/* "Bupati, didampingi Kepala Dinas X, Camat Y, berharap": whoever stands last before the verb only
 * came along with the first. */
static bool accompanied(const struct clause *clause, size_t person, size_t near) {
    uint32_t end = clause->mentions->at[near].words.first;
    uint32_t behind = clause->mentions->at[person].words.end;
    if (reading_in(clause->reading, behind, LIST_ALONG) && end - behind <= COMPANY &&
        !reading_is(clause->reading, end - 1, KNOWN_COMMA))
        return true; /* Budi bersama jajaran Anybody mengaku */
    if (!reading_is(clause->reading, clause->verb.first - 1, KNOWN_COMMA))
        return false;
    for (uint32_t at = clause->mentions->at[person].words.end; at < end; at++)
        if (reading_in(clause->reading, at, LIST_ALONG))
            return true;
    return false;
}

/* "..., para ahli mencurigai": the clause begins with somebody in particular whom nobody names. */
static bool nameless(const struct clause *clause, const struct mention *mention) {
    const struct reading *reading = clause->reading;
    uint32_t first = mention->words.first;
    if (mention->kind != MENTION_ROLE || !mention->vague ||
        mention->words.end != clause->verb.first || first <= clause->range.first)
        return false;
    bool some = reading_in(reading, first - 1, LIST_SOME);
    return some &&
           (first - 1 == clause->range.first || reading_is(reading, first - 2, KNOWN_COMMA));
}

/* "diawali arahan oleh Kepala Dinas X, Budi, mengatakan": two sentences made one. "Selaku Ketua
 * Panitia, Budi mengatakan": what they are, and then the subject. */
static bool is_agent(const struct clause *clause, const struct mention *mention) {
    uint32_t first = mention->words.first, end = mention->words.end;
    if (mention->kind == MENTION_NAME && mention->position.first == first &&
        reading_is(clause->reading, mention->position.end, KNOWN_COMMA)) {
        end += reading_is(clause->reading, end, KNOWN_COMMA);
        while (end < clause->verb.first && reading_in(clause->reading, end, LIST_ADVERB))
            end++;
        return end == clause->verb.first;
    }
    end += reading_is(clause->reading, end, KNOWN_COMMA) ||
           (reading_is(clause->reading, end, KNOWN_STOP) && end < clause->verb.first);
    return mention->kind == MENTION_NAME && first > clause->range.first &&
           reading_is(clause->reading, first - 1, KNOWN_OLEH) && end == clause->verb.first;
}

/* "Ia sebagai pengawas Radio X": the sentence begins with ia, and what they are follows. */
static bool opens_with_pronoun(const struct clause *clause, size_t first) {
    const struct mention *mention = &clause->mentions->at[first];
    return mention->kind == MENTION_PRONOUN && mention->words.first == clause->range.first &&
           reading_in(clause->reading, mention->words.end, LIST_LINKING);
}

/* The subject of the active verb: the mention next to it, else the first of the sentence that is no
 * object. */
size_t subject_find(const struct clause *clause) {
    const struct mention_list *mentions = clause->mentions;
    size_t first = mentions_from(mentions, clause->range.first);
    size_t person = NO_MENTION, body = NO_MENTION, near = NO_MENTION, agent = NO_MENTION;
    for (size_t i = first; i < mentions->count && i < first + MENTIONS_LOOKED_AT; i++) {
        const struct mention *mention = &mentions->at[i];
        if (mention->words.end > clause->verb.first)
            break;
        bool relay = after_relay(clause, mention);
        if (is_agent(clause, mention))
            agent = i;
        if ((oblique(clause, mention) && !relay && !second_post(clause, i)) ||
            doubtful(clause, mention) || describes(clause, mention) ||
            (person != NO_MENTION && governed(clause, mention)))
            continue;
        if (nameless(clause, mention))
            return NO_MENTION;
        if (adjacent(clause, mention) && (mention->kind != MENTION_ROLE || !mention->vague))
            near = chained(mentions, i) && near == i - 1 ? near : i;
        else if (mention->kind == MENTION_BODY && i + 1 < mentions->count &&
                 chained(mentions, i + 1) && adjacent(clause, &mentions->at[i + 1]))
            near = i;
        if (subject_may_speak(mention) &&
            (relay || person == NO_MENTION ||
             (mentions->at[person].kind == MENTION_ROLE && mention->kind == MENTION_NAME)))
            person = i;
        if (mention->kind == MENTION_BODY && body == NO_MENTION &&
            mention->words.first <= clause->range.first + 3)
            body = i;
    }
    if (near != NO_MENTION && mentions->at[near].kind == MENTION_BODY &&
        opens_with_pronoun(clause, first))
        return first; /* Ia sebagai pengawas Radio X berharap */
    if (near != NO_MENTION && person < near && accompanied(clause, person, near))
        return person;
    if (near != NO_MENTION && (mentions->at[near].kind != MENTION_BODY || person == NO_MENTION))
        return near;
    if (person == NO_MENTION && body == NO_MENTION)
        return agent;
    return person != NO_MENTION ? person : body;
}

/* "Mantan guru itu mengatakan": a description with itu right before the verb stands for whoever
 * spoke last. */
bool subject_described(const struct clause *clause) {
    uint32_t at = clause->verb.first;
    while (at > clause->range.first && reading_in(clause->reading, at - 1, LIST_ADVERB))
        at--;
    if (at == clause->range.first || !reading_in(clause->reading, at - 1, LIST_POINTING))
        return false;
    size_t i = mentions_from(clause->mentions, clause->range.first);
    for (size_t n = 0; n < 4 && i + n < clause->mentions->count; n++) {
        const struct mention *mention = &clause->mentions->at[i + n];
        if (mention->words.end > at)
            break;
        bool person = mention->kind == MENTION_ROLE && mention->vague;
        /* "Warga itu" may be anybody; a longer description is of somebody known. */
        bool told = at - mention->words.first > 2;
        bool comma = reading_is(clause->reading, mention->words.end, KNOWN_COMMA);
        if (told && mention->words.end + 1 + comma == at &&
            subject_pointed_at(clause->reading, mention))
            return true;
        if (person && told && !oblique(clause, mention) && at - mention->words.end <= 16)
            return true;
    }
    return false;
}
