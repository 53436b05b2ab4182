/* Speakers: see speakers.h. Before: attributions. After: facts. */
#include <config.h>

#include "extract/speakers.h"

#include "extract/nameless.h"

#define NAMED_REACH 24 /* mentions looked at for somebody who has not spoken yet */

/* True if a name is a letter only: G. */
static bool is_letter(const struct reading *reading, struct range name) {
    return name.end == name.first + 1 && reading_size(reading, name.first) == 1;
}

static void remember(struct floor_state *floor, int actor) {
    const struct actor *who = people_actor(floor->people, actor);
    if (!who)
        return;
    if (who->kind == MENTION_BODY)
        floor->body = actor;
    else
        floor->person = actor;
    if (who->kind != MENTION_BODY && !is_letter(floor->reading, who->name))
        floor->official = actor;
    floor->introduced = NO_ACTOR;
    floor->stranger = false;
    floor->body_latest = who->kind == MENTION_BODY;
}

/* True if somebody holds a post, which suspects and witnesses do not. */
static bool holds_post(const struct actor *actor, const struct floor_state *floor) {
    return actor && actor->position.first < actor->position.end && actor->row != NO_ROW &&
           offices_position(floor->reading->tables->offices, actor->row) <= POSITION_HEAD;
}

/* Whoever spoke last: a person before a body; somebody just introduced before both. */
static int last_speaker(const struct floor_state *floor) {
    if (floor->introduced != NO_ACTOR)
        return floor->introduced;
    return floor->person != NO_ACTOR ? floor->person : floor->body;
}

/* The only one who was named with a post before the verb at `at`. */
static int only_official(const struct floor_state *floor, uint32_t at) {
    int official = NO_ACTOR;
    size_t i = mentions_from(floor->mentions, at);
    size_t least = i > NAMED_REACH ? i - NAMED_REACH : 0;
    while (i-- > least) {
        const struct mention *mention = &floor->mentions->at[i];
        if (mention->kind != MENTION_NAME || mention->person == NO_ACTOR ||
            !holds_post(people_actor(floor->people, mention->person), floor))
            continue;
        if (official != NO_ACTOR && official != mention->person)
            return NO_ACTOR;
        official = mention->person;
    }
    return official;
}

/* Where nobody has spoken yet: whom ia or -nya beside the verb at `at` means, the only official who
 * was named, else whoever the sentence before is about. */
static int first_speaker(struct floor_state *floor, uint32_t at) {
    struct speech_word word;
    uint32_t end;
    bool spoken = reading_speech(floor->reading, at, &word, &end) &&
                  (word.form == SPEECH_ENCLITIC || word.form == SPEECH_ACCORDING_ENCLITIC ||
                   word.form == SPEECH_ACTIVE);
    if (!spoken)
        return NO_ACTOR;
    int official = only_official(floor, at);
    if (official != NO_ACTOR || floor->topic == NO_MENTION || floor->stranger)
        return official;
    return floor->mentions->at[floor->topic].person; /* NO_ACTOR of a word that may be no name */
}

/* Somebody whom the text does not name takes the word. */
static int by_stranger(struct floor_state *floor) {
    floor->stranger = true;
    return NO_ACTOR;
}

static bool is_enclitic(const struct floor_state *floor, const struct attribution *attribution) {
    struct speech_word word;
    uint32_t end;
    return attribution->cue.first < attribution->cue.end &&
           reading_speech(floor->reading, attribution->cue.first, &word, &end) &&
           word.form == SPEECH_ENCLITIC;
}

/* True if the noun is what an actor is called: jaksa, of Jaksa Budi. */
static bool is_called(const struct floor_state *floor, int actor, uint32_t noun) {
    const struct actor *who = people_actor(floor->people, actor);
    const struct token *tokens = floor->reading->tokens;
    if (!who || !nameless_particular(floor->reading, noun))
        return false;
    if (who->name.first > 0 && tokens[who->name.first - 1].word == tokens[noun].word)
        return true; /* in no table, but it stands before the name */
    for (uint32_t at = who->position.first; at < who->position.end; at++)
        if (tokens[at].word == tokens[noun].word)
            return true;
    return false;
}

/* "Dokter tersebut menyatakan": whoever spoke last, unless several are meant, or a suspect, a
 * victim or somebody without a post, of whom whoever spoke was telling. */
static bool points_at_last(const struct floor_state *floor, uint32_t noun) {
    const struct reading *reading = floor->reading;
    bool several = noun > 0 && reading_in(reading, noun - 1, LIST_MANY);
    return reading_in(reading, noun + 1, LIST_POINTING) && !several &&
           !reading_in(reading, noun, LIST_SUSPECT) &&
           !reading_in(reading, noun, LIST_COMMON_PEOPLE);
}

int speakers_resolve(struct floor_state *floor, const struct attribution *attribution) {
    int actor = NO_ACTOR;
    switch (attribution->kind) {
    case ATTRIBUTION_NAMED: {
        struct mention *mention = &floor->mentions->at[attribution->mention];
        actor = people_speaker(floor->people, mention, floor->person);
        if (actor == NO_ACTOR && mention->kind == MENTION_ROLE && mention->vague)
            actor = last_speaker(floor);
        break;
    }
    case ATTRIBUTION_BODY:
        actor = floor->body != NO_ACTOR ? floor->body : last_speaker(floor);
        break;
    case ATTRIBUTION_COMMON:
    case ATTRIBUTION_LAST:
        actor = last_speaker(floor);
        if (attribution->kind == ATTRIBUTION_COMMON &&
            holds_post(people_actor(floor->people, actor), floor))
            return by_stranger(floor);
        if (floor->stranger && floor->introduced == NO_ACTOR && is_enclitic(floor, attribution))
            return NO_ACTOR; /* katanya: still the one whom nobody names */
        if (actor == NO_ACTOR)
            actor = first_speaker(floor, attribution->cue.first);
        if (floor->body_latest &&
            reading_is(floor->reading, attribution->cue.first, KNOWN_TULISNYA) &&
            attribution->cue.first < attribution->cue.end)
            actor = floor->body; /* bodies write, and one has just been reported */
        break;
    case ATTRIBUTION_NOUN:
        actor = last_speaker(floor);
        if (!is_called(floor, actor, (uint32_t)attribution->mention) &&
            !points_at_last(floor, (uint32_t)attribution->mention))
            return NO_ACTOR;
        break;
    case ATTRIBUTION_UNKNOWN:
        return by_stranger(floor);
    case ATTRIBUTION_NONE:
        return NO_ACTOR;
    }
    remember(floor, actor);
    return actor;
}

void speakers_note_quotation(struct floor_state *floor, struct range words) {
    const struct actor *last = people_actor(floor->people, floor->person);
    if (!last || !is_letter(floor->reading, last->name) || floor->official == NO_ACTOR)
        return;
    for (uint32_t at = words.first; at < words.end; at++) {
        if (reading_in(floor->reading, at, LIST_SUSPECT)) {
            floor->person = floor->official;
            return;
        }
    }
}

/* The name with which the sentence opens, or to which it comes: salah satunya adalah Ketua X, Budi.
 * NULL if there is none. */
static const struct mention *presented(const struct floor_state *floor, struct range sentence,
                                       size_t first_mention) {
    for (size_t i = first_mention;
         i < floor->mentions->count && floor->mentions->at[i].words.end <= sentence.end; i++) {
        const struct mention *mention = &floor->mentions->at[i];
        uint32_t first = mention->words.first;
        bool opens = first == sentence.first ||
                     (first <= sentence.first + 2 && /* but Ditanya soal Budi, Ani diam */
                      !reading_in(floor->reading, first - 1, LIST_OBLIQUE));
        if (mention->kind == MENTION_NAME &&
            (opens || reading_in(floor->reading, first - 1, LIST_NAMING)))
            return mention;
    }
    return NULL;
}

/* "Tak hanya Budi, Ani juga ...": whoever is named besides the last speaker takes the word. */
static int besides_last(const struct floor_state *floor, struct range sentence, size_t first) {
    if (!reading_in(floor->reading, sentence.first, LIST_NOT_ONLY) ||
        first + 1 >= floor->mentions->count)
        return NO_ACTOR;
    const struct mention *last = &floor->mentions->at[first], *next = last + 1;
    bool pair = last->kind == MENTION_NAME && next->kind == MENTION_NAME &&
                last->words.first <= sentence.first + 2 && next->words.end < sentence.end &&
                last->words.end + 1 == next->words.first && last->person != next->person;
    return pair && last->person == floor->person ? next->person : NO_ACTOR;
}

void speakers_note_sentence(struct floor_state *floor, struct range sentence, size_t first) {
    int besides = besides_last(floor, sentence, first);
    if (besides != NO_ACTOR) {
        floor->introduced = besides;
        return;
    }
    const struct mention *mention = presented(floor, sentence, first);
    floor->topic = mention ? (size_t)(mention - floor->mentions->at) : NO_MENTION;
    if (!mention || mention->person == NO_ACTOR || mention->position.first == mention->position.end)
        return;
    const struct actor *actor = people_actor(floor->people, mention->person);
    if (actor->first == mention->words.first)
        floor->introduced = mention->person;
}
