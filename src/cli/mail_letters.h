/* What a recipient is mailed of a published month: which files, in which words.
 *
 * Before: mail_month.c, the list of recipients, the settings. After: mail/compose.h. */
#ifndef TAKLIMAT_CLI_MAIL_LETTERS_H
#define TAKLIMAT_CLI_MAIL_LETTERS_H

#include "cli/mail_month.h"
#include "cli/mail_settings.h"
#include "layout/template.h"
#include "mail/compose.h"
#include "tables/regions.h"

/* What all letters of a month share; borrowed. */
struct mail_office {
    const struct mail_settings *settings;
    const struct mail_month *month;
    const struct regions *regions;
    const struct template *templates[MAIL_LANGUAGES]; /* by recipient_language, for the wording */
    int64_t date;                                     /* of the header, seconds since 1970 */
    int zone;                                         /* minutes east of UTC */
};

enum mail_answer {
    MAIL_LETTER,  /* there is one */
    MAIL_NO_NEWS, /* of none of the places, and the recipient does not want an empty mail */
    MAIL_LACKING  /* a briefing is not among the month's: the list asks for it since only */
};

/* Makes the letter of one recipient. A place without news has its name in the text, or its briefing
 * where the recipient wants empty ones. Briefings are attached unless the recipient wants text, or
 * the mail would be larger than settings->limit, 4/3 of the files and line ends counted: then the
 * text says so, and where the files lie. *letter and *what live in `arena` or are borrowed; *what
 * names the briefing that lacks, or the files that are too large. False where a file of the month
 * cannot be read or is not what was published. */
bool mail_letter(const struct mail_office *office, const struct recipient *recipient,
                 struct arena *arena, struct letter *letter, enum mail_answer *answer,
                 struct text *what, struct error *error);

#endif
