/* The addendum of a revision: which articles came, changed or went since the one before. Before:
 * compose.c. */
#include <config.h>

#include "layout/compose.h"

struct text compose_revision(const struct composer *composer) {
    struct fill fills[] = {
        {"revision", arena_printf(composer->arena, "%u", composer->options->addendum->revision)},
        {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_REVISION, fills);
}

static bool article_changed(const struct composer *composer, const struct kept *kept,
                            enum change_kind kind) {
    struct text id, sha256;
    kept_name(kept, &id, &sha256);
    const struct article_change *change = changes_of(composer->options->addendum->changes, id);
    return change && change->kind == kind;
}

/* True if the change befell an article of the story; *own: its own, not only that of a copy. */
static bool story_changed(const struct composer *composer, const struct story *story,
                          enum change_kind kind, bool *own) {
    bool changed = *own = article_changed(composer, story->kept, kind);
    for (size_t i = 0; !changed && i < story->copy_count; i++)
        changed = article_changed(composer, story->kept_copies[i], kind);
    return changed;
}

/* The stories of the edition with this change, each with what it asks for. Returns their number. */
static size_t compose_changed(struct composer *composer, enum change_kind kind,
                              enum label heading) {
    size_t count = 0;
    for (size_t i = 0; i < composer->finished->story_count; i++) {
        bool own;
        if (!composer->told[i] ||
            !story_changed(composer, &composer->finished->stories[i], kind, &own))
            continue;
        if (count++ == 0)
            document_paragraph(composer->document, STYLE_PART, composer->template->labels[heading]);
        compose_source_line(composer, i);
        if (own)
            compose_asked(composer, i);
    }
    return count;
}

/* True if the region is the edition's place or lies in it. */
static bool is_ours(const struct composer *composer, struct text region) {
    struct text code = composer->options->region;
    return text_equal(text_slice(region, (struct span){0, code.size}), code) &&
           (region.size == code.size || code.size == 0 || region.data[code.size] == '.');
}

/* "Title · outlet · date" of an article that no source leads to any more. */
static void compose_gone(struct composer *composer, const struct facts *facts) {
    struct document *document = composer->document;
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_SOURCE);
    paragraph_add_uri(document, &block->text, STYLE_SOURCE, title_of(composer, facts), facts->url);
    add_separated(composer, &block->text, STYLE_SOFT, publisher_of(composer, facts));
    add_separated(composer, &block->text, STYLE_SOFT,
                  wording_short_day(composer->arena, composer->template, facts_day(facts)));
    add_separated(composer, &block->text, STYLE_SOFT, facts->id);
}

static size_t compose_removed(struct composer *composer) {
    const struct addendum *addendum = composer->options->addendum;
    size_t count = 0;
    for (size_t i = 0; i < addendum->changes->count; i++) {
        const struct article_change *change = &addendum->changes->at[i];
        struct facts facts;
        if (change->kind != CHANGE_REMOVED)
            continue;
        kept_head(&addendum->before->keeper, change->before, composer->arena, &facts);
        if (!is_ours(composer, facts.region_code))
            continue;
        if (count++ == 0)
            document_paragraph(composer->document, STYLE_PART,
                               composer->template->labels[LABEL_ADDENDUM_REMOVED]);
        compose_gone(composer, &facts);
    }
    return count;
}

void compose_addendum(struct composer *composer) {
    const struct addendum *addendum = composer->options->addendum;
    if (!addendum)
        return;
    struct fill fills[] = {{"revision", arena_printf(composer->arena, "%u", addendum->revision)},
                           {"before", arena_printf(composer->arena, "%u", addendum->revision - 1)},
                           {NULL, {NULL, 0}}};
    struct text revision = compose_revision(composer);
    compose_opening(composer, revision, composer->template->labels[LABEL_ADDENDUM],
                    composer->addendum, true);
    document_paragraph(
        composer->document, STYLE_TEXT,
        wording_label(composer->arena, composer->template,
                      addendum->before ? LABEL_ADDENDUM_NOTE : LABEL_ADDENDUM_UNKNOWN, fills));
    if (!addendum->before)
        return;
    size_t count = compose_changed(composer, CHANGE_ADDED, LABEL_ADDENDUM_ADDED);
    count += compose_changed(composer, CHANGE_ALTERED, LABEL_ADDENDUM_ALTERED);
    count += compose_removed(composer);
    if (count == 0)
        document_paragraph(composer->document, STYLE_TEXT,
                           composer->template->labels[LABEL_ADDENDUM_NONE]);
}
