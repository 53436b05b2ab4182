/* The state of an act on a day, told from the register and never guessed. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_STATUS_H
#define TAKLIMAT_EXTRACT_VERIFY_STATUS_H

#include "extract/facts.h"
#include "tables/register.h"

/* The status of `entry` on `day`, by the latest data where there is no day. STATUS_UNKNOWN where
 * the register does not tell: what happened is unverified, or happened at an unknown time of that
 * very year, or nobody looked. *by is the later act that the status comes from, NULL where none
 * does; a Perppu that became a law is in force with that law as *by. */
enum citation_status verify_status(const struct legal_register *acts,
                                   const struct register_entry *entry, struct date day,
                                   const struct register_relation **by);

#endif
