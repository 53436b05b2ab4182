/* Officials quoted: name, position and their words; those only reported; and words whose speaker is
 * not known. Before: compose.c. */
#include <config.h>

#include "layout/compose.h"

#include "base/utf8.h"

#define PULL_SHORTEST                                                                              \
    30 /* characters: what is set large must say something and fit in few lines                    \
        */
#define PULL_LONGEST 220

static void compose_name(struct composer *composer, const struct official *official) {
    struct document *document = composer->document;
    struct block *block = document_paragraph(document, STYLE_OFFICIAL, official->who->name);
    if (official->who->position.size) {
        paragraph_add(document, &block->text, STYLE_SOFT, TEXT(", "));
        paragraph_add(document, &block->text, STYLE_SOFT, official->who->position);
    }
}

static void compose_quote(struct composer *composer, enum style style, size_t story, size_t index) {
    const struct facts *facts = story_facts(composer, story);
    const struct text *labels = composer->template->labels;
    struct text words = without_comma(text_trim(quote_text(facts, index)));
    struct span span = facts->quotes[index].span;
    struct block *block = compose_words(composer, style, facts, span, labels[LABEL_QUOTE_OPEN]);
    paragraph_add(composer->document, &block->text, style, words);
    paragraph_add(composer->document, &block->text, style, labels[LABEL_QUOTE_CLOSE]);
    add_source_note(composer, block, TEXT(""), story);
    add_flag_notes(composer, block, facts, facts->quotes[index].fid, span);
}

/* A pull quote is the first of a person's that has the length for it and whose words are sound. */
static bool fits_pull(const struct composer *composer, const struct official_quote *quote) {
    const struct facts *facts = story_facts(composer, quote->story);
    size_t length = utf8_length(quote_text(facts, quote->index));
    return length >= PULL_SHORTEST && length <= PULL_LONGEST &&
           !facts_damage(facts, facts->quotes[quote->index].span);
}

/* The official's quotations; with `pull` the first fitting one is set large and stands first.
 * Returns whether one was. */
static bool compose_quotes(struct composer *composer, const struct official *official, bool pull) {
    size_t large = official->quote_count;
    for (size_t i = 0; pull && i < official->quote_count && large == official->quote_count; i++)
        if (!official->quotes[i].statement && fits_pull(composer, &official->quotes[i]))
            large = i;
    if (large < official->quote_count)
        compose_quote(composer, STYLE_PULL, official->quotes[large].story,
                      official->quotes[large].index);
    for (size_t i = 0; i < official->quote_count; i++)
        if (i != large && !official->quotes[i].statement)
            compose_quote(composer, STYLE_QUOTE, official->quotes[i].story,
                          official->quotes[i].index);
    return large < official->quote_count;
}

/* "Name, position: 3 pernyataan [2] [5]; ..." for officials that are reported, not quoted. */
static void compose_indirect(struct composer *composer, const struct chapter *chapter) {
    struct document *document = composer->document;
    struct block *block = NULL;
    for (size_t i = 0; i < chapter->official_count; i++) {
        const struct official *official = &chapter->officials[i];
        if (official->direct_count || !official->quote_count)
            continue;
        if (!block) {
            document_paragraph(document, STYLE_GROUP,
                               composer->template->labels[LABEL_OFFICIALS_INDIRECT]);
            block = document_paragraph(document, STYLE_NOTE, TEXT(""));
        } else {
            paragraph_add(document, &block->text, STYLE_NOTE, TEXT("; "));
        }
        paragraph_add(document, &block->text, STYLE_STRONG, official->who->name);
        if (official->who->position.size) {
            paragraph_add(document, &block->text, STYLE_NOTE, TEXT(", "));
            paragraph_add(document, &block->text, STYLE_NOTE, official->who->position);
        }
        size_t last = SIZE_MAX;
        for (size_t q = 0; q < official->quote_count; q++) {
            if (official->quotes[q].story == last)
                continue;
            last = official->quotes[q].story;
            paragraph_add(document, &block->text, STYLE_NOTE, TEXT("\xC2\xA0"));
            add_source(composer, &block->text, last);
        }
    }
}

static void compose_unattributed(struct composer *composer, const struct chapter *chapter) {
    bool headed = false;
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = story_facts(composer, chapter->stories[i]);
        for (size_t q = 0; q < facts->quote_count; q++) {
            if (facts->quotes[q].speaker != NOBODY)
                continue;
            if (!headed)
                document_paragraph(composer->document, STYLE_GROUP,
                                   composer->template->labels[LABEL_OFFICIALS_UNKNOWN]);
            headed = true;
            compose_quote(composer, STYLE_QUOTE, chapter->stories[i], q);
        }
    }
}

static bool any_quote(const struct composer *composer, const struct chapter *chapter) {
    for (size_t i = 0; i < chapter->official_count; i++)
        if (chapter->officials[i].quote_count)
            return true;
    for (size_t i = 0; i < chapter->story_count; i++)
        if (story_facts(composer, chapter->stories[i])->quote_count)
            return true;
    return false;
}

void compose_officials(struct composer *composer, const struct chapter *chapter) {
    if (!any_quote(composer, chapter))
        return;
    composer->document->flow = FLOW_MAIN;
    document_paragraph(composer->document, STYLE_PART, composer->template->labels[LABEL_OFFICIALS]);
    bool pulled = false;
    for (size_t i = 0; i < chapter->official_count; i++) {
        const struct official *official = &chapter->officials[i];
        if (!official->direct_count)
            continue;
        compose_name(composer, official);
        pulled |=
            compose_quotes(composer, official, !pulled && official->who->kind == PERSON_PERSON);
        compose_settle(composer);
    }
    compose_unattributed(composer, chapter);
    compose_indirect(composer, chapter);
    composer->document->flow = FLOW_FULL;
}
