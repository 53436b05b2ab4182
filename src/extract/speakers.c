/* Speakers: see speakers.h. Before: attributions. After: facts. */
#include <config.h>

#include "extract/speakers.h"

/* True if a name is a letter only: G. */
static bool is_letter(const struct reading *reading, struct range name) {
    return name.end == name.first + 1 &&
           reading->tokens[name.first].end - reading->tokens[name.first].start == 1;
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
    floor->body_latest = who->kind == MENTION_BODY;
}

/* Whoever spoke last: a person before a body; somebody just introduced before both. */
static int last_speaker(const struct floor_state *floor) {
    if (floor->introduced != NO_ACTOR)
        return floor->introduced;
    return floor->person != NO_ACTOR ? floor->person : floor->body;
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
    case ATTRIBUTION_LAST:
        actor = last_speaker(floor);
        if (floor->body_latest &&
            reading_is(floor->reading, attribution->cue.first, KNOWN_TULISNYA) &&
            attribution->cue.first < attribution->cue.end)
            actor = floor->body; /* bodies write, and one has just been reported */
        break;
    case ATTRIBUTION_NONE:
    case ATTRIBUTION_UNKNOWN:
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

void speakers_note_sentence(struct floor_state *floor, struct range sentence) {
    size_t i = mentions_from(floor->mentions, sentence.first);
    if (i >= floor->mentions->count)
        return;
    const struct mention *mention = &floor->mentions->at[i];
    bool opens = mention->words.first >= sentence.first &&
                 mention->words.first <= sentence.first + 2 && mention->words.end <= sentence.end;
    if (!opens || mention->kind != MENTION_NAME || mention->person == NO_ACTOR ||
        mention->position.first == mention->position.end)
        return;
    const struct actor *actor = people_actor(floor->people, mention->person);
    if (actor->first == mention->words.first)
        floor->introduced = mention->person;
}
