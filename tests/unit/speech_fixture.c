/* See speech_fixture.h. */
#include <config.h>

#include "speech_fixture.h"

#include <string.h>

#include "support.h"
#include "tables/words.h"

static enum sentence_start any_name(const void *context, const struct token *word) {
    (void)context;
    (void)word;
    return SENTENCE_START_NAME;
}

void speech_fixture_close(struct speech_fixture *fixture) {
    buffer_free(&fixture->printed);
    arena_free(&fixture->arena);
}

void speech_fixture_read(struct speech_fixture *fixture, const char *text, const char *cut) {
    arena_reset(&fixture->arena);
    struct article *article = &fixture->article;
    memset(article, 0, sizeof *article);
    article->id = TEXT("x");
    article->text = text_of(text);
    article->tokens = tokenise(&fixture->arena, article->text);
    const char *from = cut ? strstr(text, cut) : NULL;
    for (size_t i = 0; from && i < article->tokens.count; i++)
        article->tokens.at[i].cut = article->tokens.at[i].start >= (size_t)(from - text);
    article->hits =
        lexicon_scan(test_tables()->lexicon, article->text, article->tokens, &fixture->arena);
    const struct sentence_words words = {test_tables()->vocabulary, words_is_abbreviation,
                                         any_name};
    article->sentences = sentences_split(&fixture->arena, article->text, article->tokens, 0,
                                         article->tokens.count, &words);
    fixture->facts = (struct facts){.text = article->text};
    extract_speech(article, test_tables(), &fixture->arena, &fixture->facts);
}

static void print_speaker(struct speech_fixture *fixture, int speaker) {
    if (speaker == NOBODY)
        buffer_string(&fixture->printed, "-");
    else
        buffer_text(&fixture->printed, fixture->facts.people[speaker].name);
    buffer_string(&fixture->printed, ": ");
}

static const char *finish(struct speech_fixture *fixture) {
    buffer_char(&fixture->printed, '\0');
    return fixture->printed.data;
}

const char *speech_fixture_quotes(struct speech_fixture *fixture) {
    buffer_clear(&fixture->printed);
    for (size_t i = 0; i < fixture->facts.quote_count; i++) {
        const struct quote *quote = &fixture->facts.quotes[i];
        print_speaker(fixture, quote->speaker);
        buffer_text(&fixture->printed, quote_text(&fixture->facts, i));
        if (quote->repeats.count)
            buffer_printf(&fixture->printed, " [%zu]", quote->repeats.count);
        buffer_char(&fixture->printed, '\n');
    }
    return finish(fixture);
}

const char *speech_fixture_statements(struct speech_fixture *fixture) {
    buffer_clear(&fixture->printed);
    for (size_t i = 0; i < fixture->facts.statement_count; i++) {
        print_speaker(fixture, fixture->facts.statements[i].speaker);
        buffer_text(&fixture->printed, statement_text(&fixture->facts, i));
        buffer_char(&fixture->printed, '\n');
    }
    return finish(fixture);
}

const char *speech_fixture_people(struct speech_fixture *fixture) {
    buffer_clear(&fixture->printed);
    for (size_t i = 0; i < fixture->facts.people_count; i++) {
        const struct person *person = &fixture->facts.people[i];
        buffer_text(&fixture->printed, person->name);
        buffer_char(&fixture->printed, '|');
        buffer_text(&fixture->printed, person->position.data ? person->position : TEXT("-"));
        buffer_char(&fixture->printed, '|');
        buffer_text(&fixture->printed, person->honorifics);
        buffer_char(&fixture->printed, '\n');
    }
    return finish(fixture);
}
