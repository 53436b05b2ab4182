/* taklimat diff: what changed between two published briefings. Before: report, which published
 * them. After: a reader. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "base/json_write.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/facts_files.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/past.h"
#include "cli/registers.h"
#include "cli/safe_text.h"
#include "summary/changes.h"
#include "tables/regions.h"

enum { OPTION_OUT, OPTION_JSON };

static const struct option_spec options[] = {
    [OPTION_OUT] = {"out", 'o', "FOLDER",
                    N_("where the months are (default: that of the\n"
                       "configuration, else briefing)")},
    [OPTION_JSON] = {"json", 0, NULL, N_("as JSON, an object in a line")},
    {0},
};

/* One of the two briefings. */
struct side {
    const char *name, *folder;
    struct month_figures figures; /* of figures.json */
    struct summary summary;
};

struct diff {
    struct arena arena;
    struct tables tables;
    struct side sides[2];
    struct changes changes; /* none unless both are about the same period */
};

#define COUNTS (3 + ADVISORY_TYPES) /* articles, quotations, instruments; advisories by type */

/* What is counted of a place, as it is called. */
static const char *count_name(size_t index) {
    static const char *const names[] = {"articles", "quotes", "regulations"};
    return index < 3 ? names[index] : advisory_type_name((enum advisory_type)(index - 3));
}

static size_t count_of(const struct place_figures *place, size_t index) {
    const size_t first[] = {place->articles, place->quotes, place->regulations};
    return index < 3 ? first[index] : place->by_type[index - 3];
}

static bool places_differ(const struct place_figures *a, const struct place_figures *b) {
    bool differ = false;
    for (size_t i = 0; i < COUNTS; i++)
        differ = differ || count_of(a, i) != count_of(b, i);
    return differ;
}

/* Calls `each` for every place of either side, by code, whose figures differ. */
static void for_places(const struct diff *diff, void *context,
                       void (*each)(void *context, const struct diff *diff,
                                    const struct place_figures *a, const struct place_figures *b)) {
    const struct month_figures *left = &diff->sides[0].figures, *right = &diff->sides[1].figures;
    for (size_t i = 0, k = 0; i < left->count || k < right->count;) {
        int order = i == left->count    ? 1
                    : k == right->count ? -1
                                        : text_compare(left->places[i].code, right->places[k].code);
        struct place_figures a = {.code = order > 0 ? right->places[k].code : left->places[i].code};
        struct place_figures b = a;
        if (order <= 0)
            a = left->places[i++];
        if (order >= 0)
            b = right->places[k++];
        if (places_differ(&a, &b))
            each(context, diff, &a, &b);
    }
}

static struct text place_name(const struct diff *diff, struct text code) {
    const struct region *region = regions_find(diff->tables.regions, code);
    return region ? region->name : code.size ? code : TEXT("Indonesia");
}

/* "Kota Bogor (32.71): articles 1 -> 2, imbauan 0 -> 3" */
static void print_place(void *context, const struct diff *diff, const struct place_figures *a,
                        const struct place_figures *b) {
    struct text name = place_name(diff, a->code);
    const char *separator = ": ";
    (void)context;
    printf("%.*s", (int)name.size, name.data);
    if (a->code.size)
        printf(" (%.*s)", (int)a->code.size, a->code.data);
    for (size_t i = 0; i < COUNTS; i++) {
        if (count_of(a, i) == count_of(b, i))
            continue;
        printf("%s%s %zu -> %zu", separator, count_name(i), count_of(a, i), count_of(b, i));
        separator = ", ";
    }
    putchar('\n');
}

static const char change_marks[CHANGE_KINDS] = {
    [CHANGE_ADDED] = '+', [CHANGE_ALTERED] = '~', [CHANGE_REMOVED] = '-'};
static const char *const change_names[CHANGE_KINDS] = {
    [CHANGE_ADDED] = "added", [CHANGE_ALTERED] = "altered", [CHANGE_REMOVED] = "removed"};

/* The article as it is now, or as it was. */
static void open_article(const struct diff *diff, const struct article_change *change,
                         struct arena *arena, struct facts *facts) {
    const struct side *side = &diff->sides[change->now != NULL];
    kept_head(&side->summary.keeper, change->now ? change->now : change->before, arena, facts);
}

static void print_text(const struct diff *diff) {
    struct arena arena = {0};
    printf("%s -> %s\n", diff->sides[0].name, diff->sides[1].name);
    for_places(diff, NULL, print_place);
    for (size_t i = 0; i < diff->changes.count; i++) {
        struct facts facts;
        arena_reset(&arena);
        open_article(diff, &diff->changes.at[i], &arena, &facts);
        struct text title = safe_line(&arena, facts.title), id = safe_line(&arena, facts.id),
                    publisher = safe_line(&arena, facts.publisher);
        printf("%c %.*s  %.*s%s%.*s\n", change_marks[diff->changes.at[i].kind], (int)id.size,
               id.data, (int)title.size, title.data, publisher.size ? " - " : "",
               (int)publisher.size, publisher.data);
    }
    arena_free(&arena);
}

static void write_place(void *context, const struct diff *diff, const struct place_figures *a,
                        const struct place_figures *b) {
    struct json_writer *json = context;
    (void)diff;
    json_open_object(json);
    json_member_text(json, "code", a->code);
    for (size_t i = 0; i < COUNTS; i++) {
        json_key(json, count_name(i));
        json_open_array(json);
        json_integer(json, (int64_t)count_of(a, i));
        json_integer(json, (int64_t)count_of(b, i));
        json_close_array(json);
    }
    json_close_object(json);
}

static void write_changes(const struct diff *diff, struct json_writer *json) {
    struct arena arena = {0};
    json_key(json, "articles");
    json_open_array(json);
    for (size_t i = 0; i < diff->changes.count; i++) {
        struct facts facts;
        arena_reset(&arena);
        open_article(diff, &diff->changes.at[i], &arena, &facts);
        json_open_object(json);
        json_member_text(json, "change", text_of(change_names[diff->changes.at[i].kind]));
        json_member_text(json, "id", facts.id);
        json_member_text(json, "title", facts.title);
        json_member_text(json, "publisher", facts.publisher);
        json_member_text(json, "url", facts.url);
        json_close_object(json);
    }
    json_close_array(json);
    arena_free(&arena);
}

static void print_json(const struct diff *diff) {
    struct buffer out = {0};
    struct json_writer json = {.out = &out};
    json_open_object(&json);
    json_member_text(&json, "taklimat", TEXT("diff/1"));
    json_member_text(&json, "before", text_of(diff->sides[0].name));
    json_member_text(&json, "now", text_of(diff->sides[1].name));
    json_key(&json, "places");
    json_open_array(&json);
    for_places(diff, &json, write_place);
    json_close_array(&json);
    write_changes(diff, &json);
    json_close_object(&json);
    buffer_char(&out, '\n');
    fwrite(out.data, 1, out.size, stdout);
    buffer_free(&out);
}

/* Reads what is published of the briefing; names are taken from --out unless they hold a slash. */
static bool read_side(struct diff *diff, struct side *side, const char *out, const char *name,
                      struct error *error) {
    struct facts_files files = {0};
    side->name = name;
    side->folder = strchr(name, '/') ? name : arena_printf(&diff->arena, "%s/%s", out, name).data;
    const char *path = arena_printf(&diff->arena, "%s/summary.json", side->folder).data;
    return facts_files_read(&files, &path, 1, &side->summary, error) &&
           past_published(side->folder, &diff->arena, &side->figures, error);
}

static bool same_period(const struct diff *diff) {
    const struct period *a = &diff->sides[0].summary.period, *b = &diff->sides[1].summary.period;
    return date_compare(a->from, b->from) == 0 && date_compare(a->until, b->until) == 0;
}

static int run_diff(struct diff *diff, const struct arguments *arguments) {
    const char *out = office_out(arguments->config, arguments->value[OPTION_OUT]);
    struct error error = {0};
    for (size_t i = 0; i < 2; i++)
        if (!read_side(diff, &diff->sides[i], out, arguments->files[i], &error))
            return message_error(&error);
    for (size_t i = 0; i < 2; i++)
        summary_seal(&diff->sides[i].summary);
    if (same_period(diff))
        changes_find(&diff->sides[0].summary, &diff->sides[1].summary, &diff->arena,
                     &diff->changes);
    if (arguments->value[OPTION_JSON])
        print_json(diff);
    else
        print_text(diff);
    return EXIT_DONE;
}

static int run(const struct arguments *arguments) {
    struct diff diff = {.changes = {.count = 0}};
    int code = EXIT_CONFIG;
    if (arguments->file_count != 2) {
        message_line("two briefings are compared, such as 2024-07 2024-08");
        return EXIT_BAD_USAGE;
    }
    for (size_t i = 0; i < 2; i++)
        summary_init(&diff.sides[i].summary, (struct period){.from = {0}}, (struct text){NULL, 0},
                     (struct text){NULL, 0});
    if (data_tables(&diff.arena, arguments, -1, &diff.tables)) {
        code = run_diff(&diff, arguments);
        tables_free(&diff.tables);
    }
    for (size_t i = 0; i < 2; i++)
        summary_free(&diff.sides[i].summary);
    arena_free(&diff.arena);
    return code;
}

const struct command command_diff = {
    .name = "diff",
    .synopsis = "[OPTION...] BEFORE NOW",
    .summary = N_("what changed between two published briefings"),
    .description = N_(
        "Compares two months or revisions below --out, or folders of them, by what they\n"
        "published: which figures of the nation, of provinces and of regions differ, and, of two\n"
        "revisions of one month, which articles came (+), read differently (~) or are gone (-)."),
    .example = "  taklimat diff 2024-07 2024-08\n"
               "  taklimat diff 2024-08 2024-08-r2",
    .options = options,
    .run = run,
};
