/* taklimat eval: how well facts agree with annotations that a person made. Before: extract, or
 * whatever wrote facts. After: a reader of figures. */
#include <config.h>

#include <string.h>

#include "cli/command.h"
#include "cli/data.h"
#include "cli/eval_print.h"
#include "cli/eval_score.h"
#include "cli/message.h"
#include "cli/sink.h"
#include "extract/extract.h"
#include "extract/facts_json.h"
#include "intake/prepare.h"

enum { OPTION_JSON, OPTION_ERRORS };

static const struct option_spec options[] = {
    [OPTION_JSON] = {"json", 0, NULL, "print one JSON object instead of tables"},
    [OPTION_ERRORS] = {"errors", 0, "KIND",
                       "list what is wrong of one kind instead, a line each:\n"
                       "the article's id, 'missed' or 'spurious', detail, text;\n"
                       "or its id, what was annotated, what was found, text"},
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
    message_record(text_of(path), record->line, fault.message);
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

/* Extracts the facts of all records; false, after a message, without tables. */
static bool extract_all(struct eval_set *set, const char *path) {
    struct arena arena = {0};
    struct tables tables;
    bool ok = data_tables(&arena, &tables);
    for (size_t i = 0; ok && i < set->count; i++) {
        arena_reset(&arena);
        progress_show(i);
        extract_record(set, &set->records[i], path, &tables, &arena);
    }
    progress_end();
    if (ok)
        tables_free(&tables);
    arena_free(&arena);
    return ok;
}

static void score_all(const struct eval_set *set, struct tally *tally) {
    struct arena arena = {0};
    for (size_t i = 0; i < set->count; i++) {
        const struct eval_record *record = &set->records[i];
        const struct sheet *facts = record->has_facts && !record->broken ? &record->facts : NULL;
        tally->id = record->id;
        arena_reset(&arena);
        if (record->gold.is_pfsa)
            score_pfsa(tally, &record->gold, facts, &arena);
        else
            score_article(tally, &record->gold, facts, &arena);
    }
    arena_free(&arena);
}

static int print_result(const struct arguments *arguments, const struct eval_set *set,
                        const struct tally *tally) {
    struct error error = {0};
    struct sink sink;
    struct buffer out = {0};
    if (arguments->value[OPTION_ERRORS])
        buffer_text(&out, buffer_view(&tally->errors));
    else if (arguments->value[OPTION_JSON])
        eval_print_json(set, tally, &out);
    else
        eval_print_table(set, tally, &out);
    bool ok = sink_open(&sink, NULL, &error) && sink_write(&sink, buffer_view(&out), &error) &&
              sink_commit(&sink, &error);
    buffer_free(&out);
    return ok ? EXIT_DONE : message_error(&error);
}

/* Without FACTS they are extracted, from what the records say themselves. */
static int evaluate(const struct arguments *arguments, struct eval_set *set, struct tally *tally) {
    struct error error = {0};
    const char *gold = arguments->files[0];
    if (!eval_set_read_gold(set, gold, &error))
        return message_error(&error);
    if (set->count == 0) {
        message_line(set->rejected ? "every record was rejected"
                                   : "the input holds no annotated article");
        return set->rejected ? EXIT_BAD_DATA : EXIT_NO_INPUT;
    }
    if (arguments->file_count == 1) {
        if (!extract_all(set, gold))
            return EXIT_CONFIG;
    } else if (!eval_set_read_facts(set, arguments->files[1], &error)) {
        return message_error(&error);
    }
    score_all(set, tally);
    return print_result(arguments, set, tally);
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
    tally->listed = kind ? eval_kind_of(text_of(kind)) : EVAL_KINDS;
    if (kind && tally->listed == EVAL_KINDS) {
        message_line("'%s' is no kind of figure; 'taklimat eval --help' lists them", kind);
        return EXIT_BAD_USAGE;
    }
    return EXIT_DONE;
}

static int run(const struct arguments *arguments) {
    struct tally tally = {.errors = {0}};
    struct eval_set set = {0};
    int code = check_arguments(arguments, &tally);
    if (code == EXIT_DONE)
        code = evaluate(arguments, &set, &tally);
    tally_free(&tally);
    eval_set_free(&set);
    return code;
}

const struct command command_eval = {
    .name = "eval",
    .synopsis = "[OPTION...] GOLD [FACTS]",
    .summary = "facts against your own annotations: how many are right",
    .description =
        "Compares what the program finds with what a person found in the same articles. GOLD\n"
        "holds annotated articles, one JSON object a line; samples/README.md says how, and\n"
        "samples/gold.jsonl is an example. (Records with \"spans\" are read in the form of\n"
        "PFSA-ID.) FACTS is what 'taklimat extract' wrote about them; without it the facts are\n"
        "extracted here, from id, title, date, source, url and text alone: no annotation ever\n"
        "reaches the extractor. What an article does not annotate is not counted.\n"
        "\n"
        "Precision: how much of what was found is annotated. Recall: how much of what is\n"
        "annotated was found. F: both in one figure, their harmonic mean. The kinds:\n"
        "\n"
        "  quotes              direct speech, the very same words (marks and end punctuation\n"
        "                      aside); quotes_near: at least 0.8 of both together\n"
        "  attributed          quotes found and given the right speaker\n"
        "  speaker             of the quotes found: the right person, or nobody as annotated\n"
        "  speaker_wrong       of those with a speaker: another person's words (less is better)\n"
        "  statements          sentences of indirect speech, at least half in common\n"
        "  statement_speaker   of those found: the right person\n"
        "  citations           regulations with a number: type, number and year\n"
        "  citations_named     regulations without a number\n"
        "  pinpoint            of the citations found: article, paragraph, letter\n"
        "  people              persons and institutions that speak\n"
        "  position            the words of their positions\n"
        "  advisories          sentences that direct somebody's conduct\n"
        "  advisory_type, advisory_speaker   of those found\n"
        "  region, province    the region the article is about, and its province\n"
        "  also                further regions\n"
        "  date, date_null     day of the event, or none where none is annotated\n"
        "  noise               bytes of menus, repeats and the like\n"
        "  pfsa_recall, pfsa_near, pfsa_speaker, pfsa_speaker_coref, pfsa_role   of PFSA-ID:\n"
        "                      statements found, exactly or nearly; who made them, by name or\n"
        "                      by an enclitic (\"ujarnya\"); the words of roles",
    .example = "  taklimat eval samples/gold.jsonl\n"
               "  taklimat eval --errors quotes my-gold.jsonl facts.jsonl",
    .options = options,
    .run = run,
};
