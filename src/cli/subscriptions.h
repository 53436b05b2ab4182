/* Which briefings somebody is mailed, so that report sets those, too.
 *
 * Before: the list of recipients that the configuration names. After: editions.c sets them,
 * run.json says which; `taklimat mail` sends them. */
#ifndef TAKLIMAT_CLI_SUBSCRIPTIONS_H
#define TAKLIMAT_CLI_SUBSCRIPTIONS_H

#include "base/faults.h"
#include "base/json_write.h"
#include "cli/briefing.h"
#include "mail/recipients.h"
#include "tables/regions.h"

struct subscription {
    struct briefing_id id; /* borrows from the regions */
    bool empty;            /* also in a month without news of it: somebody wants that */
};

/* Without repeats: by language, then code, the nation first. Zero-initialise; lives in an arena. */
struct subscriptions {
    struct subscription *at;
    size_t count;
};

/* The language in which the recipient reads, as a template names it: "id" or "en". */
struct text subscription_language(enum recipient_language language);

/* What the active recipients want of a month whose briefings are set in `language` ("id", "en"):
 * the nation's and the provinces' are there in any case, but for months without news, so that they
 * stand in the list only for another language or an empty month. In `arena`. */
void subscriptions_make(const struct recipients *recipients, const struct regions *regions,
                        struct text language, struct arena *arena, struct subscriptions *out);

/* The same of the list `path`. False after faults, as of recipients_read. */
bool subscriptions_read(const char *path, const struct regions *regions, struct text language,
                        struct arena *arena, struct subscriptions *out, struct faults *faults);

/* True if one of them is in another language than the run's. */
bool subscriptions_translate(const struct subscriptions *subscriptions);

/* Writes the member "mailed", an array of "19.06", "19.06-en", "-en" (the nation), with "!" behind
 * what is wanted without news, too; nothing where there is none. */
void subscriptions_write(const struct subscriptions *subscriptions, struct json_writer *json);

#endif
