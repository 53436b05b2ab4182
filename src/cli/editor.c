/* Decisions and the review list in a run: see editor.h. Before: the commands report and render. */
#include <config.h>

#include "cli/editor.h"

#include "base/file.h"
#include "base/translate.h"
#include "cli/message.h"
#include "extract/verdict.h"
#include "summary/review_table.h"

#define LARGEST_FILE ((size_t)64 * 1024 * 1024)
#define WRONG_SHOWN 20 /* rows of which each is told */

static void tell_wrong(void *context, const char *file, size_t line, struct text what) {
    struct editor *editor = context;
    if (editor->wrong++ < WRONG_SHOWN)
        message_record(text_of(file), line, what);
}

static void tell(void *context, const char *file, size_t line, struct text what) {
    (void)context;
    message_record(text_of(file), line, what);
}

static bool read_one(struct editor *editor, const char *path, const struct tables *tables,
                     struct error *error) {
    struct buffer bytes = {0};
    if (file_read(path, LARGEST_FILE, &bytes, error))
        decisions_read(&editor->decisions, path, buffer_view(&bytes), tables, tell_wrong, editor,
                       error);
    else
        error_at(error, path, 0);
    buffer_free(&bytes);
    return error->code == EXIT_DONE;
}

int editor_read(struct editor *editor, const struct arguments *arguments, int option,
                const struct tables *tables) {
    const char *paths[COMMAND_GIVEN];
    size_t count = arguments_all(arguments, option, paths);
    for (size_t i = 0; i < count; i++) {
        struct error error = {0};
        if (!read_one(editor, paths[i], tables, &error))
            return message_error(&error);
    }
    if (editor->wrong == 0)
        return EXIT_DONE;
    if (editor->wrong > WRONG_SHOWN)
        message_line("and %zu more", editor->wrong - WRONG_SHOWN);
    message_line(translate_count("%zu decision is wrong; nothing was done",
                                 "%zu decisions are wrong; nothing was done", editor->wrong),
                 editor->wrong);
    return EXIT_CONFIG;
}

void editor_apply(struct editor *editor, struct summary *summary, const struct tables *tables) {
    decide(summary, &editor->decisions, tables, verdict_give, tell, NULL, &editor->decided);
}

void editor_review(struct editor *editor, const struct finished *finished) {
    review_make(finished, &editor->arena, &editor->review);
}

/* What puts reasons into words, and where the words live. */
struct wording {
    const struct template *template;
    const struct note_forms *notes;
    struct arena *arena; /* reset for each row */
};

static struct text item_words(void *context, const struct review_item *item) {
    struct wording *wording = context;
    arena_reset(wording->arena);
    return layout_review_words(wording->template, wording->notes, wording->arena, item);
}

void editor_table(const struct editor *editor, const struct template *template,
                  const struct note_forms *notes, struct table_sink *table) {
    struct arena scratch = {0};
    struct wording wording = {template, notes, &scratch};
    review_table(&editor->review, &editor->decided, item_words, &wording, table);
    arena_free(&scratch);
}

void editor_free(struct editor *editor) {
    decisions_free(&editor->decisions);
    arena_free(&editor->arena);
    *editor = (struct editor){0};
}
