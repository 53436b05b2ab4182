/* An act in the register, and its state on a day, told from the register and never guessed. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_STATUS_H
#define TAKLIMAT_EXTRACT_VERIFY_STATUS_H

#include "extract/facts.h"
#include "tables/register.h"

/* The entry of an instrument, NULL if the register does not hold it. Codes stand there as the laws
 * that they are; the constitution has no number but its year, so that whatever else `act` says of
 * it counts for nothing. `words`: see register_find. */
const struct register_entry *verify_find(const struct legal_register *acts,
                                         const struct instrument *act, struct text words);

/* The status of `entry` on `day`, by the latest data where there is no day. STATUS_UNKNOWN where
 * the register does not tell: what happened is unverified, or happened at an unknown time of that
 * very year, or nobody looked. *by is the later act that the status comes from, NULL where none
 * does; a Perppu that became a law is in force with that law as *by. */
enum citation_status verify_status(const struct legal_register *acts,
                                   const struct register_entry *entry, struct date day,
                                   const struct register_relation **by);

#endif
