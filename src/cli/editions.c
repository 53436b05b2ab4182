/* The month's briefings: see editions.h. Before: the finished month. After: report publishes what
 * the publication lists. */
#include <config.h>

#include "cli/editions.h"

#include "base/file.h"
#include "base/memory.h"

/* One of the briefings. */
struct edition_plan {
    struct briefing_id id;
    const struct press *press;
};

/* All of them, and what they share. */
struct plans {
    const struct editions *editions;
    struct edition_plan *at;
    size_t count;
};

/* True if the place has news in the month, be it that other news concerns it. */
static bool has_news(const struct finished *finished, struct text code) {
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        if (text_equal(province->code, code))
            return true;
        for (size_t k = 0; k < province->region_count; k++)
            if (text_equal(province->regions[k].code, code))
                return true;
    }
    return code.size == 0;
}

static void add_plan(struct plans *plans, struct briefing_id id, const struct press *press) {
    plans->at[plans->count++] = (struct edition_plan){id, press};
}

/* Whether it is set already, as a province with news is. */
static bool is_planned(const struct plans *plans, const struct briefing_id *id) {
    for (size_t i = 0; i < plans->count; i++)
        if (text_equal(plans->at[i].id.code, id->code) &&
            text_equal(plans->at[i].id.language, id->language))
            return true;
    return false;
}

/* The nation's, the provinces' in their order, then what is mailed besides. */
static void make_plans(const struct editions *editions, struct arena *arena, struct plans *plans) {
    const struct finished *finished = editions->finished;
    const struct subscriptions *mailed = editions->mailed;
    size_t most = 1 + finished->province_count + mailed->count;
    *plans = (struct plans){editions, arena_alloc_array(arena, most, sizeof *plans->at), 0};
    add_plan(plans, (struct briefing_id){TEXT(""), TEXT(""), TEXT("")}, editions->press);
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        add_plan(plans, (struct briefing_id){province->code, province->name, TEXT("")},
                 editions->press);
    }
    for (size_t i = 0; i < mailed->count; i++) {
        const struct subscription *wanted = &mailed->at[i];
        if ((wanted->empty || has_news(finished, wanted->id.code)) &&
            !is_planned(plans, &wanted->id))
            add_plan(plans, wanted->id,
                     wanted->id.language.size ? editions->other_press : editions->press);
    }
}

/* The files of a briefing, below the staging folder; in `arena`. */
struct names {
    struct text pdf, digest;
};

static struct names names_of(const struct plans *plans, size_t number, struct arena *arena) {
    struct period period = plans->editions->finished->period;
    const struct briefing_id *id = &plans->at[number].id;
    return (struct names){briefing_file_name(arena, period, id, ".pdf"),
                          briefing_digest_name(arena, period, id)};
}

static bool write_file(const struct editions *editions, struct text name,
                       const struct buffer *bytes, struct error *error) {
    return file_write(publication_path(editions->publication, name), buffer_view(bytes), error);
}

static void print_one(const struct plans *plans, size_t number, struct outcome *outcome) {
    const struct editions *editions = plans->editions;
    struct briefing_options options = *editions->options;
    struct buffer pdf = {0}, digest = {0};
    struct arena arena = {0};
    struct names names = names_of(plans, number, &arena);
    options.region = plans->at[number].id.code;
    if (press_print(plans->at[number].press, editions->finished, &options, &pdf, &digest,
                    outcome) &&
        write_file(editions, names.pdf, &pdf, &outcome->error))
        write_file(editions, names.digest, &digest, &outcome->error);
    arena_free(&arena);
    buffer_free(&digest);
    buffer_free(&pdf);
}

/* The nation's briefing takes longest, and what is done beside comes near to it: both begin first.
 */
static void do_task(void *context, size_t number, struct outcome *outcome) {
    const struct plans *plans = context;
    const struct editions *editions = plans->editions;
    if (editions->beside && number == 1)
        editions->beside(editions->beside_context, 0, outcome);
    else
        print_one(plans, number - (editions->beside && number > 1), outcome);
}

static bool list_one(const struct plans *plans, size_t number, struct error *error) {
    struct publication *publication = plans->editions->publication;
    struct arena arena = {0};
    struct names names = names_of(plans, number, &arena);
    bool ok = publication_list(publication, names.pdf, error) &&
              publication_list(publication, names.digest, error);
    arena_free(&arena);
    return ok;
}

bool editions_print(struct editions *editions, size_t *pages, struct error *error) {
    struct arena arena = {0};
    struct plans plans;
    make_plans(editions, &arena, &plans);
    size_t tasks = plans.count + (editions->beside != NULL);
    struct outcome *outcomes = memory_alloc_array(tasks, sizeof *outcomes);
    bool ok = workers_run(tasks, editions->jobs, do_task, &plans, outcomes, error);
    if (editions->beside)
        editions->beside_outcome = outcomes[1];
    *pages = 0;
    for (size_t i = 0; ok && i < plans.count; i++) {
        const struct outcome *outcome = &outcomes[i + (editions->beside && i > 0)];
        *pages += outcome->pages;
        press_tell(outcome);
        ok = list_one(&plans, i, error);
    }
    memory_free(outcomes);
    arena_free(&arena);
    return ok;
}
