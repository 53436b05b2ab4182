/* The month's briefings: see editions.h. Before: the finished month. After: report publishes what
 * the publication lists. */
#include <config.h>

#include "cli/editions.h"

#include "base/file.h"
#include "base/memory.h"

/* A briefing of the month: number 0 is the nation's, then the provinces', in their order. */
static struct briefing_options options_of(const struct editions *editions, size_t number) {
    struct briefing_options options = *editions->options;
    if (number > 0)
        options.region = editions->finished->provinces[number - 1].code;
    return options;
}

static struct text name_of(const struct editions *editions, size_t number, struct arena *arena) {
    const struct finished *finished = editions->finished;
    struct text none = {"", 0};
    return briefing_file_name(arena, finished->period,
                              number ? finished->provinces[number - 1].code : none,
                              number ? finished->provinces[number - 1].name : none);
}

static void print_one(void *context, size_t number, struct outcome *outcome) {
    const struct editions *editions = context;
    struct briefing_options options = options_of(editions, number);
    struct buffer pdf = {0};
    struct arena arena = {0};
    if (press_print(editions->press, editions->finished, &options, &pdf, outcome))
        file_write(publication_path(editions->publication, name_of(editions, number, &arena)),
                   buffer_view(&pdf), &outcome->error);
    arena_free(&arena);
    buffer_free(&pdf);
}

static bool list_one(const struct editions *editions, size_t number, struct error *error) {
    struct arena arena = {0};
    bool ok = publication_list(editions->publication, name_of(editions, number, &arena), error);
    arena_free(&arena);
    return ok;
}

bool editions_print(struct editions *editions, size_t *pages, struct error *error) {
    size_t count = 1 + editions->finished->province_count;
    struct outcome *outcomes = memory_alloc_array(count, sizeof *outcomes);
    bool ok = workers_run(count, editions->jobs, print_one, editions, outcomes, error);
    *pages = 0;
    for (size_t i = 0; ok && i < count; i++) {
        *pages += outcomes[i].pages;
        press_tell(&outcomes[i]);
        ok = list_one(editions, i, error);
    }
    memory_free(outcomes);
    return ok;
}
