/* taklimat check: everything wrong with what a run stands on, or with files that are named. Before:
 * configuration, tables, templates, fonts, articles. After: a person mends them. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/translate.h"
#include "cli/briefing.h"
#include "cli/check_keys.h"
#include "cli/check_kind.h"
#include "cli/check_mail.h"
#include "cli/config_environment.h"
#include "cli/data.h"
#include "cli/house_style.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/registers.h"
#include "cli/stream.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "summary/decision.h"
#include "summary/summary.h"
#include "tables/office_topics.h"
#include "tables/register.h"

/* A file that is wrong throughout must not bury the others. */
#define TOLD_MAX 1000   /* records */
#define FAULTS_MOST 100 /* of one file */
#define KEPT_MOST 10000 /* of all files */

/* A fault, and which it was. */
struct kept {
    struct error fault;
    size_t number;
};

struct check {
    const struct arguments *arguments;
    struct arena arena;
    struct config config;
    struct house house; /* that it sets */
    struct error first;
    struct faults faults; /* of everything but records */
    struct kept *kept;    /* of them, what will be told */
    size_t kept_count, kept_capacity;
    struct registers paths[CHECK_KINDS]; /* what was named, by kind */
    struct registers added;              /* the files of the register */
    struct tables tables;
    bool loaded;
    size_t undated;
    int records; /* exit code for the records */
};

/* Keeps a fault: loaders look at a file several times, and people read it once. */
static void keep(void *context, const struct error *fault) {
    struct check *check = context;
    if (check->kept_count == KEPT_MOST)
        return;
    check->kept = arena_grow(&check->arena, check->kept, check->kept_count, check->kept_count + 1,
                             sizeof *check->kept, &check->kept_capacity);
    check->kept[check->kept_count] = (struct kept){*fault, check->kept_count};
    check->kept_count++;
}

static int by_line(const void *left, const void *right) {
    const struct kept *a = left, *b = right;
    int order = strcmp(a->fault.file, b->fault.file);
    if (order)
        return order;
    if (a->fault.record != b->fault.record)
        return a->fault.record < b->fault.record ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

/* Tells what was kept, by file and line. */
static void tell_kept(const struct check *check) {
    if (check->kept_count)
        qsort(check->kept, check->kept_count, sizeof *check->kept, by_line);
    for (size_t i = 0, first = 0; i < check->kept_count; i++) {
        const struct error *fault = &check->kept[i].fault;
        if (strcmp(fault->file, check->kept[first].fault.file) != 0)
            first = i;
        if (i - first < FAULTS_MOST)
            message_error(fault);
        bool last =
            i + 1 == check->kept_count || strcmp(fault->file, check->kept[i + 1].fault.file) != 0;
        if (last && i - first >= FAULTS_MOST)
            message_line("%s: %zu more", fault->file, i - first + 1 - FAULTS_MOST);
    }
}

/* Notes an error that a loader has filled. */
static void note(struct check *check, const struct error *error) {
    faults_add(&check->faults, error->file, error->record, "%s", error->message);
}

/* Articles that a run would look for in vain. */
static void check_inbox(struct check *check) {
    const struct config_values *inbox = &check->config.keys[CONFIG_INBOX];
    for (size_t i = 0; i < inbox->count; i++)
        if (access(inbox->at[i].text.data, R_OK) != 0)
            faults_add(&check->faults, inbox->at[i].place.file, inbox->at[i].place.line,
                       "cannot read '%s': %s", inbox->at[i].text.data, translate_cause(errno));
}

/* Nothing is wrong for sure with a variable that is not the program's. */
static void tell_slip(const char *variable, const char *meant) {
    message_warning("%s is no variable of taklimat's and does nothing; is %s meant?", variable,
                    meant);
}

static void check_configuration(struct check *check) {
    const struct config *config = &check->config;
    bool good = config_read(&check->config, check->arguments->config_folder, &check->faults);
    house_style_load(config, &check->arena, &check->house, &check->faults);
    for (size_t i = 0; i < config->file_count; i++)
        check_say(_("configuration"), arena_printf(&check->arena, "%s%s%s%s", config->files[i].path,
                                                   config->files[i].found ? "" : _(" (not there)"),
                                                   config->named_by ? ", " : "",
                                                   config->named_by ? config->named_by : ""));
    if (!good)
        check_say("", text_of(_("has faults; of what could be read, this would be in force:")));
    check_keys_say(config, &check->house, &check->arena);
    check_inbox(check);
    config_environment_slips(tell_slip);
}

/* Files of configuration that were named. */
static void check_named_configuration(struct check *check) {
    const struct registers *paths = &check->paths[CHECK_CONFIGURATION];
    for (size_t i = 0; i < paths->count; i++) {
        struct config config;
        check_say(_("configuration"), text_of(paths->paths[i]));
        struct house house;
        config_read_file(&config, paths->paths[i], &check->faults);
        house_style_load(&config, &check->arena, &house, &check->faults);
        config_free(&config);
    }
}

/* The program's own tables, for what is left to look at where files of the register are wrong. */
static void load_bare_tables(struct check *check, const char *folder) {
    struct error told = {0};
    struct faults again = {.first = &told};
    check->loaded = tables_load_added(folder, NULL, 0, &check->tables, &again);
}

static void check_tables(struct check *check) {
    struct arguments arguments = {.config = &check->config};
    const struct registers *named = &check->paths[CHECK_REGISTER];
    const char *folder = data_path(&check->arena, "tables");
    size_t before = check->faults.count;
    registers_collect(&check->arena, &arguments, -1, &check->added, &check->faults);
    for (size_t i = 0; i < named->count; i++)
        registers_add(&check->arena, &check->added, named->paths[i], (struct config_place){0},
                      &check->faults);
    check->loaded = tables_load_added(folder, check->added.paths, check->added.count,
                                      &check->tables, &check->faults);
    for (size_t i = 0; i < check->added.count; i++)
        check_say(_("register"), text_of(check->added.paths[i]));
    if (check->loaded) {
        char date[DATE_SIZE];
        date_format(check->tables.date, date);
        check_say(_("tables"),
                  arena_printf(&check->arena, _("%s (version %.*s, data of %s, %zu regulations)"),
                               folder, (int)check->tables.version.size, check->tables.version.data,
                               date, register_count(check->tables.acts)));
    } else {
        check_say(_("tables"), arena_printf(&check->arena, _("%s (faults: %zu)"), folder,
                                            check->faults.count - before));
        load_bare_tables(check, folder);
    }
    if (check->loaded)
        office_configured_zone(&check->tables, &check->config, &check->faults);
}

static void check_topics_at(struct check *check, const char *path) {
    check_say(_("topics"), text_of(path));
    office_topics_load(path, text_of(path), TOPIC_THRESHOLD, &check->arena, &check->faults);
}

static void check_topics(struct check *check) {
    const struct registers *paths = &check->paths[CHECK_TOPICS];
    struct text name;
    const char *configured = office_topics_path(&check->arena, &check->config, NULL, &name);
    if (configured)
        check_topics_at(check, configured);
    for (size_t i = 0; i < paths->count; i++)
        check_topics_at(check, paths->paths[i]);
}

static void check_template(struct check *check, const char *path) {
    check_say(_("template"), text_of(path));
    template_free(template_read(path, &check->house, &check->faults));
}

/* The template that the configuration names; NULL. */
static const char *configured_template(struct check *check) {
    const char *name = config_choose(NULL, &check->config, CONFIG_TEMPLATE);
    return name ? briefing_template(&check->arena, name) : NULL;
}

/* The templates and fonts of the data folder. */
static void check_data(struct check *check) {
    const char *folder = data_path(&check->arena, "templates");
    const char *configured = configured_template(check);
    struct folder templates;
    bool read = folder_list(folder, ".json", &check->arena, &templates);
    for (size_t i = 0; i < templates.count; i++)
        if (!configured || strcmp(templates.paths[i], configured) != 0)
            check_template(check, templates.paths[i]);
    if (!read || templates.count == 0)
        faults_add(&check->faults, folder, 0, "no templates");
    struct error error = {0};
    const char *fonts_folder = data_path(&check->arena, "fonts");
    struct fonts *fonts = fonts_open(fonts_folder, &error);
    check_say(_("fonts"), text_of(fonts_folder));
    if (fonts)
        fonts_close(fonts);
    else
        note(check, &error);
}

/* Who is mailed, and how. */
static void check_mails(struct check *check) {
    const struct registers *paths = &check->paths[CHECK_RECIPIENTS];
    const struct regions *regions = check->loaded ? check->tables.regions : NULL;
    check_mail(&check->config, regions, &check->arena, &check->faults);
    for (size_t i = 0; i < paths->count && regions; i++)
        check_recipients(paths->paths[i], regions, &check->arena, &check->faults);
}

static void take_complaint(void *context, const char *file, size_t line, struct text what) {
    struct check *check = context;
    faults_add(&check->faults, file, line, "%.*s", (int)what.size, what.data);
}

static void check_decisions(struct check *check) {
    const struct registers *paths = &check->paths[CHECK_DECISIONS];
    if (paths->count && !check->loaded)
        message_line("the decisions were not read, for the tables are wrong");
    for (size_t i = 0; i < paths->count && check->loaded; i++) {
        struct decisions decisions = {0};
        struct buffer bytes = {0};
        struct error error = {0};
        if (file_read(paths->paths[i], 0, &bytes, &error))
            decisions_read(&decisions, paths->paths[i], buffer_view(&bytes), &check->tables,
                           take_complaint, check, &error);
        error_at(&error, paths->paths[i], 0);
        if (error.code != EXIT_DONE)
            note(check, &error);
        check_say(_("decisions"),
                  arena_printf(&check->arena, "%s (%zu)", paths->paths[i], decisions.count));
        decisions_free(&decisions);
        buffer_free(&bytes);
    }
}

/* Articles that belong to no month are listed apart in a briefing. */
static bool take_article(void *context, const struct facts *facts, struct error *error) {
    struct check *check = context;
    (void)error;
    if (date_is_set(facts_day(facts)))
        return true;
    if (check->undated++ < TOLD_MAX)
        message_record(facts->file, facts->record,
                       text_of(_("no date can be told; the article will be listed as undated")));
    return true;
}

static void check_records(struct check *check) {
    const struct registers *paths = &check->paths[CHECK_RECORDS];
    struct error error = {0};
    if (paths->count == 0)
        return;
    if (!check->loaded) {
        message_line("the records were not read, for the tables are wrong");
        return;
    }
    struct stream stream = {
        .tables = &check->tables, .no_digests = true, .accept = take_article, .context = check};
    if (stream_run(&stream, paths->paths, paths->count, &error))
        check->records = stream_verdict(&stream);
    else
        check->records = message_error(&error);
    check_say(_("records"),
              arena_printf(&check->arena, _("%zu read, %zu accepted, %zu rejected, %zu undated"),
                           stream.accepted + stream.rejected, stream.accepted, stream.rejected,
                           check->undated));
    for (size_t i = 0; i < stream.reason_count; i++)
        check_say("", arena_printf(&check->arena, _("rejected as %s: %zu"),
                                   stream.reasons[i].reason, stream.reasons[i].count));
    stream_free(&stream);
}

static void sort_paths(struct check *check) {
    for (size_t i = 0; i < check->arguments->file_count; i++) {
        const char *path = check->arguments->files[i];
        struct registers *list = &check->paths[check_kind_of(path)];
        list->paths = arena_grow(&check->arena, list->paths, list->count, list->count + 1,
                                 sizeof *list->paths, &list->capacity);
        list->paths[list->count++] = path;
    }
}

static int verdict(const struct check *check) {
    size_t count = check->faults.count;
    if (count)
        printf(translate_count("%zu fault\n", "%zu faults\n", count), count);
    return count ? EXIT_CONFIG : check->records;
}

static int run(const struct arguments *arguments) {
    struct check check = {.arguments = arguments};
    check.faults = (struct faults){.first = &check.first, .tell = keep, .context = &check};
    sort_paths(&check);
    check_configuration(&check);
    check_named_configuration(&check);
    check_tables(&check);
    check_topics(&check);
    if (configured_template(&check))
        check_template(&check, configured_template(&check));
    for (size_t i = 0; i < check.paths[CHECK_TEMPLATE].count; i++)
        check_template(&check, check.paths[CHECK_TEMPLATE].paths[i]);
    if (arguments->file_count == 0)
        check_data(&check);
    check_decisions(&check);
    check_mails(&check);
    tell_kept(&check);
    check_records(&check);
    int code = verdict(&check);
    if (check.loaded)
        tables_free(&check.tables);
    config_free(&check.config);
    arena_free(&check.arena);
    return code;
}

static const struct option_spec options[] = {{0}};

const struct command command_check = {
    .name = "check",
    .synopsis = "[PATH...]",
    .summary = N_("everything wrong with configuration, tables, templates or articles"),
    .description = N_(
        "Tells everything that is wrong, each with file and line, on standard error, and on\n"
        "standard output what was looked at. Always: the configuration (which files, and of every\n"
        "key what is in force, and from where), the tables, the files that the configuration\n"
        "adds to the register, and who is mailed, and how. Without PATH also the templates and\n"
        "fonts that are installed. A PATH is told apart by its ending and beginning:\n\n"
        "  .csv with the text of articles      articles, as below\n"
        "  .tsv .csv .txt with the columns\n"
        "      type and year                   laws and regulations for the register\n"
        "                                      (README, Your own register)\n"
        "      weight                          a table of topics\n"
        "      fid                             an editor's decisions\n"
        "      address                         a list of those who are mailed\n"
        "  a folder with .tsv files            laws and regulations for the register\n"
        "  .conf                               a configuration\n"
        "  .json that begins as a template     a template\n"
        "  anything else                       articles: what would be rejected and why, what was\n"
        "                                      converted, what has no date\n\n"
        "Of each file at most 100 faults are told, and how many more there are. Exit code 0 if "
        "all\n"
        "is well, 78 if anything but articles is wrong, 65 if every article would be rejected."),
    .example = "  taklimat check\n"
               "  taklimat check our-decrees.tsv\n"
               "  taklimat check inbox/",
    .options = options,
    .run = run,
    .reads_configuration = true,
};
