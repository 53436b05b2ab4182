/* The command line: finds the command, parses its arguments, runs it. Everything else is in the
 * commands' own files. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/config.h"
#include "cli/failure.h"
#include "cli/language.h"
#include "cli/message.h"
#include "cli/stop.h"

static const struct command *const commands[] = {
    &command_report, &command_extract, &command_merge, &command_render, &command_show,
    &command_check,  &command_eval,    &command_diff,  &command_init,   &command_mail};
#define COMMANDS (sizeof commands / sizeof *commands)

static void print_help(void) {
    printf(_("Usage: taklimat COMMAND [OPTION...] [FILE...]\n\n"
             "Reads news articles, works out region by region what officials told people to do,\n"
             "who said it and which regulation they leaned on, and sets that as a PDF briefing\n"
             "for one month.\n\nCommands:\n"));
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-10s %s\n", commands[i]->name, translate(commands[i]->summary));
    printf(_("\n'taklimat help COMMAND' explains a command. The usual one is\n\n"
             "  taklimat report --month 2024-08 inbox/\n\n"
             "where inbox/ holds articles (.txt .html .json .jsonl .csv .xlsx .docx).\n\n"
             "'taklimat --version' (-V) prints the version.\n\n"
             "Exit codes: 0 done; 64 usage; 65 every record was rejected; 66 no input;\n"
             "73 cannot create an output; 74 reading or writing failed; 75 locked, try again;\n"
             "76 mails are held, failed or lacking; 78 tables, templates, fonts or\n"
             "configuration are wrong.\n"));
}

static void print_version(void) { printf("taklimat %s\n", PACKAGE_VERSION); }

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static int tell_unknown(const char *name) {
    const char *names[COMMANDS + 1] = {NULL};
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = commands[i]->name;
    const char *near = nearest_word(text_of(name), names);
    if (near)
        message_line("'%s' is no command; is '%s' meant?", name, near);
    else
        message_line("'%s' is no command; try 'taklimat --help'", name);
    return EXIT_BAD_USAGE;
}

/* 'taklimat help', 'taklimat help COMMAND'. */
static int run_help(int argc, char **argv) {
    const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;
    if (argc == 1 || strcmp(argv[1], "help") == 0)
        print_help();
    else if (command)
        command_help(command);
    else
        return tell_unknown(argv[1]);
    return EXIT_DONE;
}

static const char *out_of_memory; /* "out of memory; ...", looked up in time */

/* Out of memory: a message without allocating, and out. Temporary files stay behind under names
 * that do not look finished. */
static void memory_exhausted(void) {
    ssize_t ignored = write(STDERR_FILENO, out_of_memory, strlen(out_of_memory));
    (void)ignored;
    _exit(EXIT_INTERNAL);
}

/* Help or version that could not be written is a failure too. */
static int finish_output(int code) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    message_line("cannot write to standard output");
    return code == EXIT_DONE ? EXIT_IO : code;
}

static int run_configured(const struct command *command, struct arguments *arguments) {
    struct config config;
    struct error error = {0};
    struct faults faults = {.first = &error};
    int code;
    if (command->reads_configuration || command->unconfigured)
        return command->run(arguments);
    if (config_read(&config, arguments->config_folder, &faults)) {
        arguments->config = &config;
        code = command->run(arguments);
        if (code != EXIT_DONE && command->unattended)
            failure_tell(config_choose(NULL, &config, CONFIG_ON_FAILURE), command->name, code);
    } else {
        code = message_faults(&faults);
    }
    config_free(&config);
    return code;
}

static int run_command(int argc, char **argv) {
    const struct command *command = find_command(argv[0]);
    if (strcmp(argv[0], "help") == 0)
        return run_help(argc, argv);
    if (!command)
        return tell_unknown(argv[0]);
    struct arguments arguments;
    int parsed = arguments_parse(command, argc, argv, &arguments);
    if (parsed != EXIT_DONE)
        return parsed == -1 ? EXIT_DONE : parsed;
    return run_configured(command, &arguments);
}

/* A closed standard stream would lend its number to the first file opened: messages would end up in
 * an output. They go to /dev/null; a closed standard output stays an error, as it is read-only. */
static void hold_standard_streams(void) {
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; number++) {
        int flags = number == STDERR_FILENO ? O_WRONLY : O_RDONLY;
        if (fcntl(number, F_GETFD) < 0 && open("/dev/null", flags) != number)
            _exit(EXIT_IO);
    }
}

int main(int argc, char **argv) {
    hold_standard_streams();
    language_start();
    out_of_memory = _("taklimat: out of memory; nothing was published\n");
    memory_on_exhausted(memory_exhausted);
    if (argc < 2) {
        message_line("a command is missing; try 'taklimat --help'");
        return EXIT_BAD_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        print_help();
    else if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0)
        print_version();
    else
        return stop_finish(finish_output(run_command(argc - 1, argv + 1)));
    return finish_output(EXIT_DONE);
}
