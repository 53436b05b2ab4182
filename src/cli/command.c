/* Arguments and help of a command: see command.h. Before: main.c. After: the command's own file. */
#include <config.h>

#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "cli/message.h"

#define HELP_OPTION 1000
#define CONFIG_OPTION 1001

/* Of every command that is configured. */
static const struct option_spec config_spec = {
    "config", 0, "FOLDER",
    N_("whose taklimat.conf is read instead of the usual ones\n"
       "(man taklimat.conf; 'taklimat init FOLDER' makes one)")};

/* getopt's tables for a command: long names and a string of letters. */
struct getopt_tables {
    struct option longs[COMMAND_OPTIONS + 3];
    char letters[2 * COMMAND_OPTIONS + 4];
};

static void fill_tables(const struct command *command, struct getopt_tables *tables) {
    size_t n = 0, used = 0;
    tables->letters[used++] = ':';
    for (; command->options[n].name; n++) {
        const struct option_spec *spec = &command->options[n];
        int argument = spec->argument ? required_argument : no_argument;
        tables->longs[n] = (struct option){spec->name, argument, NULL, (int)n + 1};
        if (spec->letter)
            tables->letters[used++] = spec->letter;
        if (spec->letter && spec->argument)
            tables->letters[used++] = ':';
    }
    if (!command->unconfigured)
        tables->longs[n++] =
            (struct option){config_spec.name, required_argument, NULL, CONFIG_OPTION};
    tables->longs[n] = (struct option){"help", no_argument, NULL, HELP_OPTION};
    tables->letters[used++] = 'h';
    tables->letters[used] = '\0';
}

/* The option's place in the command's list; -1 for help, -2 for none. */
static int option_place(const struct command *command, int found) {
    if (found == HELP_OPTION || found == 'h')
        return -1;
    if (found > 0 && found <= COMMAND_OPTIONS)
        return found - 1;
    for (int n = 0; command->options[n].name; n++)
        if (command->options[n].letter && command->options[n].letter == found)
            return n;
    return -2;
}

/* The command's option that a long one may be a slip for; NULL. */
static const char *nearest_option(const struct command *command, const char *word) {
    const char *names[COMMAND_OPTIONS + 3] = {"help"};
    size_t count = 1;
    for (size_t n = 0; command->options[n].name; n++)
        names[count++] = command->options[n].name;
    if (!command->unconfigured)
        names[count] = config_spec.name;
    if (strncmp(word, "--", 2) != 0)
        return NULL;
    struct text name = {word + 2, strcspn(word + 2, "=")};
    const char *near = nearest_word(name, names);
    return near && !text_is(name, near) ? near : NULL;
}

static int complain(const struct command *command, int found, const char *word) {
    const char *near = found == ':' ? NULL : nearest_option(command, word);
    if (found == ':')
        message_line("option '%s' needs a value", word);
    else if (near)
        message_line("'%s' is no option of 'taklimat %s'; is '--%s' meant?", word, command->name,
                     near);
    else
        message_line("'%s' is no option of 'taklimat %s', or stands there wrongly", word,
                     command->name);
    message_line("try 'taklimat %s --help'", command->name);
    return EXIT_BAD_USAGE;
}

static int too_many(void) {
    message_line("more than %d options", COMMAND_GIVEN);
    return EXIT_BAD_USAGE;
}

int arguments_parse(const struct command *command, int argc, char **argv, struct arguments *out) {
    struct getopt_tables tables = {0};
    fill_tables(command, &tables);
    *out = (struct arguments){0};
    opterr = 0;
    for (;;) {
        int found = getopt_long(argc, argv, tables.letters, tables.longs, NULL);
        if (found == -1)
            break;
        if (found == CONFIG_OPTION) {
            out->config_folder = optarg;
            continue;
        }
        int place = option_place(command, found);
        if (place == -1) {
            command_help(command);
            return -1;
        }
        if (place < 0)
            return complain(command, found, argv[optind - 1]);
        if (out->given_count == COMMAND_GIVEN)
            return too_many();
        out->given[out->given_count++] = (struct given){place, optarg ? optarg : ""};
        out->repeated[place] = out->value[place] != NULL;
        out->value[place] = optarg ? optarg : "";
    }
    out->files = (const char *const *)(argv + optind);
    out->file_count = (size_t)(argc - optind);
    return EXIT_DONE;
}

size_t arguments_all(const struct arguments *arguments, int option,
                     const char *values[COMMAND_GIVEN]) {
    size_t count = 0;
    for (size_t i = 0; i < arguments->given_count; i++)
        if (arguments->given[i].option == option)
            values[count++] = arguments->given[i].value;
    return count;
}

/* Prints a help text at column `indent`, its further lines below it. */
static void print_indented(const char *text, int indent) {
    for (;;) {
        size_t length = strcspn(text, "\n");
        printf("%.*s\n", (int)length, text);
        if (text[length] == '\0')
            return;
        text += length + 1;
        printf("%*s", indent, "");
    }
}

static void print_option(const struct option_spec *spec) {
    char head[64];
    char letter[8] = "    ";
    if (spec->letter)
        snprintf(letter, sizeof letter, "-%c, ", spec->letter);
    snprintf(head, sizeof head, "  %s--%s%s%s", letter, spec->name, spec->argument ? " " : "",
             spec->argument ? spec->argument : "");
    printf("%-27s ", head);
    if (strlen(head) > 27)
        printf("\n%28s", "");
    print_indented(translate(spec->help), 28);
}

void command_help(const struct command *command) {
    printf(_("Usage: taklimat %s %s\n\n%s\n\nOptions:\n"), command->name, command->synopsis,
           translate(command->description));
    for (const struct option_spec *spec = command->options; spec->name; spec++)
        print_option(spec);
    if (!command->unconfigured)
        print_option(&config_spec);
    print_option(&(struct option_spec){"help", 'h', NULL, N_("this text")});
    printf(_("\nExample:\n%s\n"), translate(command->example));
}
