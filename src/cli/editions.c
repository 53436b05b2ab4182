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

/* The files of a briefing, below the staging folder; in `arena`. */
struct names {
    struct text pdf, digest;
};

static struct names names_of(const struct editions *editions, size_t number, struct arena *arena) {
    const struct finished *finished = editions->finished;
    struct text none = {"", 0}, code = number ? finished->provinces[number - 1].code : none,
                name = number ? finished->provinces[number - 1].name : none;
    return (struct names){briefing_file_name(arena, finished->period, code, name, ".pdf"),
                          briefing_digest_name(arena, finished->period, code, name)};
}

static bool write_file(const struct editions *editions, struct text name,
                       const struct buffer *bytes, struct error *error) {
    return file_write(publication_path(editions->publication, name), buffer_view(bytes), error);
}

static void print_one(void *context, size_t number, struct outcome *outcome) {
    const struct editions *editions = context;
    struct briefing_options options = options_of(editions, number);
    struct buffer pdf = {0}, digest = {0};
    struct arena arena = {0};
    struct names names = names_of(editions, number, &arena);
    if (press_print(editions->press, editions->finished, &options, &pdf, &digest, outcome) &&
        write_file(editions, names.pdf, &pdf, &outcome->error))
        write_file(editions, names.digest, &digest, &outcome->error);
    arena_free(&arena);
    buffer_free(&digest);
    buffer_free(&pdf);
}

static bool list_one(const struct editions *editions, size_t number, struct error *error) {
    struct arena arena = {0};
    struct names names = names_of(editions, number, &arena);
    bool ok = publication_list(editions->publication, names.pdf, error) &&
              publication_list(editions->publication, names.digest, error);
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
