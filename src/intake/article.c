/* Names of flags and slices of articles: see article.h. */
#include <config.h>

#include "intake/article.h"

static const char *const names[FLAG_KINDS] = {
    [FLAG_DUPLICATE] = "duplicate",
    [FLAG_BOILERPLATE] = "boilerplate",
    [FLAG_ADVERTORIAL] = "advertorial",
    [FLAG_SYNDICATED] = "syndicated",
    [FLAG_OFF_TOPIC] = "off_topic",
    [FLAG_DATE_CONFLICT] = "date_conflict",
    [FLAG_LOST_NEGATION] = "lost_negation",
    [FLAG_GARBLED] = "garbled",
    [FLAG_UNBALANCED_QUOTE] = "unbalanced_quote",
    [FLAG_BAD_CITATION] = "bad_citation",
    [FLAG_SANCTION_MISMATCH] = "sanction_mismatch",
    [FLAG_SIGNATORY_MISMATCH] = "signatory_mismatch",
    [FLAG_TITLE_MISMATCH] = "title_mismatch",
    [FLAG_CONVERTED] = "converted",
    [FLAG_REPAIRED] = "repaired",
    [FLAG_TRUNCATED] = "truncated",
};

const char *flag_kind_name(enum flag_kind kind) { return names[kind]; }

enum flag_kind flag_kind_of(struct text name) {
    for (enum flag_kind kind = 0; kind < FLAG_KINDS; kind++)
        if (text_is(name, names[kind]))
            return kind;
    return FLAG_KINDS;
}

struct text article_slice(const struct article *article, struct span span) {
    return text_slice(article->text, span);
}
