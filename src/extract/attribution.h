/* Attribution: the words by which a sentence, or the words around a quotation, tell who said it.
 *
 * Before: mentions and quotations. After: speakers resolves whom they mean. */
#ifndef TAKLIMAT_EXTRACT_ATTRIBUTION_H
#define TAKLIMAT_EXTRACT_ATTRIBUTION_H

#include "extract/mentions.h"
#include "extract/quotes.h"
#include "extract/subject.h"

enum attribution_kind {
    ATTRIBUTION_NONE,
    ATTRIBUTION_NAMED,  /* by `mention` */
    ATTRIBUTION_BODY,   /* by the body that spoke last: kata lembaga itu */
    ATTRIBUTION_LAST,   /* by whoever spoke last: katanya, ia mengatakan */
    ATTRIBUTION_COMMON, /* the same, if that is nobody with a post: kata penumpang itu */
    ATTRIBUTION_NOUN,   /* by whoever spoke last, if `mention`, a token, says what they are: Jaksa
                           mengatakan; else by people unknown, whom "katanya" does not mean */
    ATTRIBUTION_UNKNOWN /* somebody whom the text does not name: kata seorang warga */
};

struct attribution {
    enum attribution_kind kind;
    size_t mention;   /* of NAMED in the list of mentions, of NOUN the token; else NO_MENTION */
    struct range cue; /* the verb */
    bool content;     /* of a sentence: it reports something, beside telling that somebody speaks */
    const char *rule; /* static */
};

/* Who said it, told after what was said: reads the verb at token `at` (as quotes_attribution_after
 * gives it) and the speaker behind it. */
struct attribution attribution_after(const struct reading *reading,
                                     const struct mention_list *mentions, uint32_t at);

/* Who is said to speak in the tokens of `range` (a sentence without quotations, or what stands
 * before one in its sentence). `quotation`: a quotation follows, so that verbs count that alone do
 * not make a report. Linear in the range. */
struct attribution attribution_in(const struct reading *reading,
                                  const struct mention_list *mentions, struct range range,
                                  bool quotation);

#endif
