/* taklimat eval: how well facts agree with annotations that a person made. Before: extract, or
 * whatever wrote facts. After: a reader of figures. */
#include <config.h>

#include <string.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/eval_calibration.h"
#include "cli/eval_print.h"
#include "cli/eval_score.h"
#include "cli/message.h"
#include "cli/sink.h"
#include "extract/extract.h"
#include "extract/facts_json.h"
#include "intake/prepare.h"

enum { OPTION_JSON, OPTION_ERRORS, OPTION_INPUTS, OPTION_CALIBRATION };

static const struct option_spec options[] = {
    [OPTION_JSON] = {"json", 0, NULL, N_("print one JSON object instead of tables")},
    [OPTION_ERRORS] = {"errors", 0, "KIND",
                       N_("list what is wrong of one kind instead, a line each:\n"
                          "the article's id, 'missed' or 'spurious', detail, text;\n"
                          "or its id, what was annotated, what was found, text")},
    [OPTION_INPUTS] = {"inputs", 0, NULL,
                       N_("print the articles without their annotations, for extract,\n"
                          "and stop")},
    [OPTION_CALIBRATION] = {"calibration", 0, NULL,
                            N_("how often facts of each confidence are right, instead")},
    {0},
};

static bool read_article(const struct eval_record *record, const char *path,
                         const struct tables *tables, struct arena *arena,
                         struct article *article) {
    struct fault fault = {0};
    struct notes notes = {0};
    struct record fields;
    struct origin origin = {.file = text_of(path), .number = record->line};
    if (record_read_json(record->input, arena, &fields, &notes, &fault) &&
        prepare_article(&fields, &origin, tables, arena, article, &notes, &fault))
        return true;
    message_record(text_of(path), record->line, fault.told);
    return false;
}

/* Extracts a record's facts and takes them in through their JSON form, as any others. */
static void extract_record(struct eval_set *set, struct eval_record *record, const char *path,
                           const struct tables *tables, struct arena *arena) {
    struct article article;
    struct facts facts;
    struct error error = {0};
    struct buffer json = {0};
    if (!read_article(record, path, tables, arena, &article))
        return;
    extract_facts(&article, tables, arena, &facts);
    facts_write(&facts, false, &json);
    struct cJSON *line = json_parse(buffer_view(&json), EXIT_INTERNAL, &error);
    if (line)
        eval_record_take_facts(set, record, line);
    else
        message_error(&error);
    json_free(line);
    buffer_free(&json);
}

static void extract_all(struct eval_set *set, const char *path) {
    struct arena arena = {0};
    for (size_t i = 0; i < set->count; i++) {
        arena_reset(&arena);
        progress_show(i);
        extract_record(set, &set->records[i], path, set->check.tables, &arena);
    }
    progress_end();
    arena_free(&arena);
}

static void score_all(const struct eval_set *set, struct tally *tally) {
    struct arena arena = {0};
    for (size_t i = 0; i < set->count; i++) {
        const struct eval_record *record = &set->records[i];
        const struct sheet *facts =
            record->has_facts && !record->broken.message ? &record->facts : NULL;
        tally->id = record->id;
        arena_reset(&arena);
        if (record->gold.is_pfsa)
            score_pfsa(tally, &record->gold, facts, &arena);
        else
            score_article(tally, &record->gold, facts, &arena);
    }
    arena_free(&arena);
}

static int print(struct text out) {
    struct error error = {0};
    struct sink sink;
    bool ok = sink_open(&sink, NULL, &error) && sink_write(&sink, out, &error) &&
              sink_commit(&sink, &error);
    return ok ? EXIT_DONE : message_error(&error);
}

static int print_inputs(const struct eval_set *set) {
    struct buffer out = {0};
    for (size_t i = 0; i < set->count; i++) {
        buffer_text(&out, set->records[i].input);
        buffer_char(&out, '\n');
    }
    int code = print(buffer_view(&out));
    buffer_free(&out);
    return code;
}

/* The errors of a kind; where there are none, that is said. */
static int print_errors(const struct tally *tally) {
    if (tally->errors.size == 0)
        message_line("no errors of kind %s, %zu annotated", eval_kind_name(tally->listed),
                     tally->of[tally->listed].gold);
    return print(buffer_view(&tally->errors));
}

/* Facts by confidence, and how many of them are right. */
static int print_calibration(const struct eval_set *set) {
    struct calibration calibration = {.of = {{{0, 0}}}};
    struct arena arena = {0};
    struct buffer out = {0};
    for (size_t i = 0; i < set->count; i++) {
        const struct eval_record *record = &set->records[i];
        arena_reset(&arena);
        if (record->has_facts && !record->broken.message && !record->gold.is_pfsa)
            calibration_add(&calibration, &record->gold, &record->facts, &arena);
    }
    calibration_print(&calibration, &out);
    int code = print(buffer_view(&out));
    buffer_free(&out);
    arena_free(&arena);
    return code;
}

static int print_figures(const struct arguments *arguments, const struct eval_set *set,
                         const struct tally *tally) {
    struct buffer out = {0};
    if (arguments->value[OPTION_JSON])
        eval_print_json(set, tally, &out);
    else
        eval_print_table(set, tally, &out);
    int code = print(buffer_view(&out));
    buffer_free(&out);
    return code;
}

/* Why no article has facts that can be used: usually the wrong file was named. */
static int tell_no_facts(const struct eval_set *set, const char *path) {
    size_t foreign = set->foreign_count < FOREIGN_KEPT ? set->foreign_count : FOREIGN_KEPT;
    message_line("%s: %s", path,
                 set->facts_are_articles
                     ? _("this is a file of articles; name what extract made of it")
                     : _("no annotated article has facts here that can be used"));
    for (size_t i = 0; i < set->count && i < FOREIGN_KEPT; i++) {
        const struct eval_record *record = &set->records[i];
        message_record(text_of(_("annotated")), 0, record->id);
        if (record->broken.message)
            message_record(text_of(_("its facts")), 0, text_of(record->broken.told));
    }
    for (size_t i = 0; i < foreign; i++)
        message_record(text_of(_("facts about")), 0, set->foreign[i]);
    return EXIT_BAD_DATA;
}

/* Reads FACTS, or extracts them from what the records say themselves. */
static int get_facts(const struct arguments *arguments, struct eval_set *set) {
    struct error error = {0};
    if (arguments->file_count == 1) {
        extract_all(set, arguments->files[0]);
        return EXIT_DONE;
    }
    if (!eval_set_read_facts(set, arguments->files[1], &error))
        return message_error(&error);
    if (eval_set_missing(set) + eval_set_broken(set) == set->count)
        return tell_no_facts(set, arguments->files[1]);
    size_t given = eval_set_regions_given(set);
    if (given)
        message_line(
            translate_count(
                "facts of %zu article have their region from the record, not from the text: "
                "region, province and also are not counted for them; extract from the articles of "
                "'taklimat eval --inputs GOLD'",
                "facts of %zu articles have their region from the record, not from the text: "
                "region, province and also are not counted for them; extract from the articles of "
                "'taklimat eval --inputs GOLD'",
                given),
            given);
    return EXIT_DONE;
}

static bool is_annotated(const struct tally *tally) {
    for (enum eval_kind kind = 0; kind < EVAL_KINDS; kind++)
        if (tally->of[kind].seen)
            return true;
    return false;
}

static int evaluate(const struct arguments *arguments, struct eval_set *set, struct tally *tally) {
    struct error error = {0};
    if (!eval_set_read_gold(set, arguments->files[0], &error))
        return message_error(&error);
    if (set->count == 0) {
        message_line("%s%s",
                     set->rejected ? _("every record was rejected")
                                   : _("the input holds no annotated article"),
                     set->shapeless ? _("; GOLD must hold one JSON object a line") : "");
        return set->rejected ? EXIT_BAD_DATA : EXIT_NO_INPUT;
    }
    if (arguments->value[OPTION_INPUTS])
        return print_inputs(set);
    int code = get_facts(arguments, set);
    if (code != EXIT_DONE)
        return code;
    if (arguments->value[OPTION_CALIBRATION])
        return print_calibration(set);
    score_all(set, tally);
    if (!is_annotated(tally) && eval_set_regions_given(set) == 0) {
        message_line("nothing is annotated: samples/README.md says how");
        return EXIT_BAD_DATA;
    }
    return tally->listed < EVAL_KINDS ? print_errors(tally) : print_figures(arguments, set, tally);
}

/* The same with the tables that extraction and the check of annotations need. */
static int evaluate_with_tables(const struct arguments *arguments, struct tally *tally) {
    struct arena arena = {0};
    struct tables tables;
    int code = EXIT_CONFIG;
    if (data_tables(&arena, arguments, -1, &tables)) {
        struct eval_set set = {.check = {.tables = &tables}};
        code = evaluate(arguments, &set, tally);
        eval_set_free(&set);
        tables_free(&tables);
    }
    arena_free(&arena);
    return code;
}

/* Tells that there is no such kind of figure, and which there are. */
static int tell_kinds(const char *wrong) {
    struct buffer names = {0};
    for (enum eval_kind kind = 0; kind < EVAL_KINDS; kind++)
        buffer_printf(&names, "%s%s", kind ? " " : "", eval_kind_name(kind));
    message_line("'%s' is no kind of figure; there are: %.*s", wrong, (int)names.size, names.data);
    buffer_free(&names);
    return EXIT_BAD_USAGE;
}

/* What can be wrong before anything is read. */
static int check_arguments(const struct arguments *arguments, struct tally *tally) {
    const char *kind = arguments->value[OPTION_ERRORS];
    if (arguments->file_count < 1 || arguments->file_count > 2) {
        message_line("eval wants a file of annotated articles, and perhaps one of facts");
        return EXIT_BAD_USAGE;
    }
    if (arguments->file_count == 2 && strcmp(arguments->files[0], "-") == 0 &&
        strcmp(arguments->files[1], "-") == 0) {
        message_line("GOLD and FACTS cannot both be standard input");
        return EXIT_BAD_USAGE;
    }
    if (kind && arguments->value[OPTION_JSON]) {
        message_line("--errors and --json do not go together");
        return EXIT_BAD_USAGE;
    }
    if (arguments->value[OPTION_CALIBRATION] && (kind || arguments->value[OPTION_JSON])) {
        message_line("--calibration does not go together with --errors or --json");
        return EXIT_BAD_USAGE;
    }
    if (arguments->repeated[OPTION_ERRORS]) {
        message_line("--errors lists one kind; it was given more than once");
        return EXIT_BAD_USAGE;
    }
    tally->listed = kind ? eval_kind_of(text_of(kind)) : EVAL_KINDS;
    return kind && tally->listed == EVAL_KINDS ? tell_kinds(kind) : EXIT_DONE;
}

static int run(const struct arguments *arguments) {
    struct tally tally = {.errors = {0}};
    int code = check_arguments(arguments, &tally);
    if (code == EXIT_DONE)
        code = evaluate_with_tables(arguments, &tally);
    tally_free(&tally);
    return code;
}

const struct command command_eval = {
    .name = "eval",
    .synopsis = "[OPTION...] GOLD [FACTS]",
    .summary = N_("facts against your own annotations: how many are right"),
    .description = N_(
        "Compares what the program finds with what a person found in the same articles. GOLD "
        "holds\n"
        "annotated articles, one JSON object a line, as samples/README.md says (or in the form of\n"
        "PFSA-ID, with \"spans\"). FACTS is what 'taklimat extract' made of 'eval --inputs GOLD';\n"
        "without it the facts are extracted here. What is not annotated is not judged.\n"
        "\n"
        "Precision: how much of what was found is annotated. Recall: how much of what is "
        "annotated\n"
        "was found. F: both in one figure. A dash: nothing to measure. The kinds:\n"
        "\n"
        "  quotes, quotes_near   direct speech, the very same words; at least 0.8 in common\n"
        "  attributed            quotes found and given the right speaker\n"
        "  speaker               of the quotes found: the right person, or rightly nobody\n"
        "  speaker_wrong         of those with a speaker: somebody else's (less is better)\n"
        "  statements            sentences of indirect speech; statement_speaker of those found\n"
        "  citations             regulations with a number; citations_named those without\n"
        "  pinpoint              of the citations found: article, paragraph, letter\n"
        "  people, position      who speaks; the words of their positions\n"
        "  advisories            sentences that direct somebody's conduct; advisory_type,\n"
        "                        advisory_speaker of those found\n"
        "  region, province      what the article is about; also: further regions\n"
        "  date, date_null       day of the event; none where none is annotated\n"
        "  noise                 bytes of menus, repeats and the like\n"
        "  pfsa_recall, pfsa_near, pfsa_speaker, pfsa_speaker_coref, pfsa_role   of PFSA-ID"),
    .example = "  taklimat eval samples/gold.jsonl\n"
               "  taklimat eval --errors quotes my-gold.jsonl",
    .options = options,
    .run = run,
};
