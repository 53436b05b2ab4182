/* Speakers: who the attributions mean, in the order in which the text gives the word to one after
 * the other.
 *
 * Before: people, utterances, sentences. After: speech writes the facts. */
#ifndef TAKLIMAT_EXTRACT_SPEAKERS_H
#define TAKLIMAT_EXTRACT_SPEAKERS_H

#include "extract/attribution.h"
#include "extract/people.h"

/* Who spoke so far. */
struct floor_state {
    const struct reading *reading;
    struct people *people;
    struct mention_list *mentions;
    int person;    /* the last person who spoke, NO_ACTOR at the start */
    int official;  /* the last person who spoke and whose name is told: not "G", a suspect or victim
                    */
    int body;      /* the last body that spoke */
    bool stranger; /* since then somebody was quoted whom the text does not name */
    bool body_latest; /* nobody has spoken since that body */
    size_t topic;     /* the mention with which the last sentence without speech opened, NO_MENTION
                         if with nobody */
    int introduced;   /* a person whom the sentence before introduced without letting them speak,
                         NO_ACTOR if none */
};

/* The actor to whom an attribution gives the word; NO_ACTOR where the text does not tell. Remembers
 * them as the last speaker. */
int speakers_resolve(struct floor_state *floor, const struct attribution *attribution);

/* Before a quotation is given to whoever spoke last: who speaks of "the suspect" or "the victim" is
 * none of those whom the newspaper names by a letter. */
void speakers_note_quotation(struct floor_state *floor, struct range words);

/* Notes a sentence that reports no speech: its subject may be the one whom "katanya" means next.
 * `first`: the first mention that ends behind the sentence's beginning. */
void speakers_note_sentence(struct floor_state *floor, struct range sentence, size_t first);

#endif
