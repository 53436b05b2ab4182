/* From what was read to facts: people who speak, their quotations and statements, with names,
 * positions and repeats.
 *
 * Before: speech walks through the text. After: struct facts. */
#ifndef TAKLIMAT_EXTRACT_SPEECH_FACTS_H
#define TAKLIMAT_EXTRACT_SPEECH_FACTS_H

#include "extract/facts.h"
#include "extract/people.h"
#include "extract/utterances.h"

/* A further place of an utterance's words. */
struct repeat {
    size_t utterance;
    struct span span;
};

/* Facts being gathered; set `reading` and `people`, the rest zero. */
struct speech_facts {
    const struct reading *reading;
    struct people *people;
    size_t *quote_numbers; /* by utterance: number of its quote */
    struct quote *quotes;
    size_t quote_count, quote_capacity;
    struct statement *statements;
    size_t statement_count, statement_capacity;
    struct repeat *repeats;
    size_t repeat_count, repeat_capacity;
    int *speakers; /* actors by person id */
    size_t speaker_count, speaker_capacity;
};

/* Makes room for this many utterances. */
void speech_facts_prepare(struct speech_facts *facts, size_t utterances);

/* Adds utterance number `number`, said by `speaker` (an actor or NO_ACTOR). */
void speech_facts_quote(struct speech_facts *facts, const struct utterance *utterance,
                        size_t number, const struct quoted *quoted, int speaker);

/* Adds a further place of utterance number `utterance`. */
void speech_facts_repeat(struct speech_facts *facts, size_t utterance, struct span span);

/* Adds a sentence of indirect speech. */
void speech_facts_statement(struct speech_facts *facts, struct span span,
                            const struct attribution *attribution, int speaker, int confidence);

/* Makes the last statement reach to byte `end`. */
void speech_facts_extend(struct speech_facts *facts, size_t end);

/* Writes everything to `out`, and a flag for each stray mark. */
void speech_facts_write(struct speech_facts *facts, const struct mention_list *mentions,
                        const struct quoted_list *quotations, struct facts *out);

#endif
