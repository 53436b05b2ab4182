/* What a rule for advisories looks at: one cue, and what stands before and after it in its unit.
 *
 * Before: the cues of a unit. After: advisory_rules.c asks these questions. */
#ifndef TAKLIMAT_EXTRACT_ADVISORY_LOOK_H
#define TAKLIMAT_EXTRACT_ADVISORY_LOOK_H

#include "extract/advisory.h"

#define NEAR 6 /* tokens: the subject of a verb, the object of a verb */
#define FAR 15 /* tokens: with its attributes */

/* What a rule looks at. */
struct look {
    const struct advisory_context *c;
    const struct unit *unit;
    const struct unit_cues *cues;
    size_t i; /* the cue in question */
};

/* The cue in question. */
const struct unit_cue *look_cue(const struct look *l);

/* The unit is a quotation or indirect speech: a verb of asking has its speaker. */
bool look_reported(const struct look *l);

/* Somebody holds the floor: the same, or what goes on with it. */
bool look_said(const struct look *l);

/* Nothing says so, but somebody in office spoke shortly before and may be the one who says it. */
bool look_carried(const struct look *l);

/* A post or a body stands before the cue, and nothing between them that has another verb depend on
 * it: "Bupati Rina Wahyuni ajak". */
bool look_office_before(const struct look *l);

/* A comma stands right before the cue, or it opens the unit. */
bool look_opens_clause(const struct look *l);

/* The end of the window of `size` tokens after the cue. */
size_t look_until(const struct look *l, size_t size);

/* The start of the window of `size` tokens before the cue. */
size_t look_from(const struct look *l, size_t size);

/* Somebody after the cue, and a word about what they are to do. */
bool look_people_with_task(const struct look *l, size_t size);

/* Somebody within `size` tokens after the cue. */
bool look_people_after(const struct look *l, size_t size);

/* Somebody within `size` tokens before the cue. */
bool look_people_before(const struct look *l, size_t size);

/* A cue of `role` within `size` tokens after the one in question. */
bool look_role_after(const struct look *l, enum cue_role role, size_t size);

/* A cue of `role` within `size` tokens before it. */
bool look_role_before(const struct look *l, enum cue_role role, size_t size);

/* "... untuk tidak", "... tidak memihak" within `size` tokens after the cue. */
bool look_forbids_after(const struct look *l, size_t size);

/* A cue of `role` anywhere in the unit. */
bool look_has_role(const struct unit_cues *cues, enum cue_role role);

/* Somebody before the cue and in its clause. */
bool look_people_before_in_clause(const struct look *l, size_t size);

/* People are the object of the cue, or where `far` behind a comma after it: "diharapkan, seusai
 * acara, warga". */
bool look_object_follows(const struct look *l, bool far);

/* "Kalau ...," before the cue: the clause of the condition has ended. */
bool look_condition_before(const struct look *l);

/* The cue tells a consequence for whoever offends, not for somebody whom it has met. */
bool look_consequence(const struct look *l);

/* The cue tells a sanction for whoever offends, or those of the rule that was told just before. */
bool look_sanction(const struct look *l);

/* An imperative, after at most an adverb or two ("dan perlahan tinggalkan") or a comma. */
bool look_imperative(const struct look *l);

/* "Laporkan", where a clause begins. */
bool look_tell(const struct look *l);

/* "Mohon pohonnya disingkirkan": a quoted verb of asking that opens the unit, and something to be
 * done right behind. */
bool look_asks_aloud(const struct look *l);

/* "..., kepada para camat" within `size` tokens before the cue. */
bool look_addressed(const struct look *l, size_t size);

/* "Agar" behind those to whom the sentence turns, or where the sentence before asked: what is asked
 * for follows although this one has no verb of asking. */
bool look_goes_on(const struct look *l);

/* The same of "untuk": "Kepada para camat untuk mendata warga", "Peserta untuk hadir". */
bool look_turns_to_do(const struct look *l);

/* A body or a post is named right behind the cue: "meminta inspektorat memeriksa". */
bool look_office_after(const struct look *l);

/* "Banjir membuat warga harus mengungsi": the circumstances demand it, and nobody else. */
bool look_forced(const struct look *l);

/* "Bagaimana warga harus datang", "kadang camat harus turun": asked, imagined or told as a habit.
 */
bool look_mused(const struct look *l);

/* "Menekankan pentingnya menjaga jarak": what people are to do, though not who. */
bool look_stresses_doing(const struct look *l);

/* "Rina sendiri tetap harus pulang": somebody with a name is the subject, told of by the newspaper.
 */
bool look_tells_of_somebody(const struct look *l);

/* A report or a complaint is the first that is asked for behind the cue. */
bool look_asks_to_report(const struct look *l);

#endif
