/* Subjects: whom of those mentioned in a sentence its verb of speech belongs to.
 *
 * Before: mentions. After: attribution. */
#ifndef TAKLIMAT_EXTRACT_SUBJECT_H
#define TAKLIMAT_EXTRACT_SUBJECT_H

#include "extract/mentions.h"

/* A sentence, or what stands before a quotation in it, and its active verb. */
struct clause {
    const struct reading *reading;
    const struct mention_list *mentions;
    struct range range;
    struct range verb;
};

/* True if the mention only describes somebody known: Ketua DPW itu, pengasuh pesantren tersebut. */
bool subject_pointed_at(const struct reading *reading, const struct mention *mention);

/* True if the mention may be a subject that is a person: a name, or a post whose holder is meant.
 */
bool subject_may_speak(const struct mention *mention);

/* True if the word at `at` looks like an active verb, other than of speech: membina, menemui. */
bool subject_acts(const struct reading *reading, uint32_t at);

/* The subject of the active verb: the mention next to it, else the first of the sentence that is no
 * object; NO_MENTION if there is none. */
size_t subject_find(const struct clause *clause);

/* True if a description with itu right before the verb stands for whoever spoke last: Mantan guru
 * itu mengatakan. */
bool subject_described(const struct clause *clause);

#endif
