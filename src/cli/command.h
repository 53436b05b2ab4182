/* The commands of the program, and the arguments they are given.
 *
 * One file a command; main.c finds the command and parses its arguments by its own list of options,
 * from which the help text is made too, so that neither can lie about the other. */
#ifndef TAKLIMAT_CLI_COMMAND_H
#define TAKLIMAT_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#define COMMAND_OPTIONS 24
#define COMMAND_GIVEN 64 /* options in one command line */

struct config;

struct option_spec {
    const char *name;     /* long name without dashes; NULL ends a list */
    char letter;          /* short form, 0 for none */
    const char *argument; /* name of its argument in the help, NULL if it takes none */
    const char *help;     /* one line or several, separated by \n */
};

/* An option as it was given. */
struct given {
    int option; /* position in the command's list */
    const char *value;
};

struct arguments {
    const char
        *value[COMMAND_OPTIONS]; /* by position in the command's list: the last value given, "" for
                                    an option without argument, NULL if it was not given */
    bool repeated[COMMAND_OPTIONS];    /* the option was given more than once */
    struct given given[COMMAND_GIVEN]; /* all of them, in order */
    size_t given_count;
    const char *const *files; /* what is left */
    size_t file_count;
    const char *config_folder;   /* of --config, which every command has that is configured; NULL */
    const struct config *config; /* what the configuration sets; cli/config.h */
};

struct command {
    const char *name;
    const char *synopsis; /* what stands behind "taklimat NAME" in the usage line */
    const char *summary;  /* a few words, for the list of commands */
    const char *description;
    const char *example;
    const struct option_spec *options;
    bool reads_configuration; /* by itself, so that it runs where that is wrong, too */
    bool unconfigured;        /* it needs none */
    bool unattended;          /* runs by a timer: the key on_failure tells whom a failure is told */
    int (*run)(const struct arguments *arguments); /* returns an exit code (base/error.h) */
};

extern const struct command command_report;
extern const struct command command_extract;
extern const struct command command_merge;
extern const struct command command_render;
extern const struct command command_show;
extern const struct command command_check;
extern const struct command command_eval;
extern const struct command command_diff;
extern const struct command command_mail;
extern const struct command command_init;

/* Parses what follows the command's name. Returns EXIT_DONE; EXIT_BAD_USAGE after a message; or -1
 * if help was asked for and printed. `argv[0]` is the command's name; *out borrows from argv. */
int arguments_parse(const struct command *command, int argc, char **argv, struct arguments *out);

/* Fills `values` with what was given for an option that may be given several times, in order;
 * returns how many. */
size_t arguments_all(const struct arguments *arguments, int option,
                     const char *values[COMMAND_GIVEN]);

/* Prints the help of a command to standard output. */
void command_help(const struct command *command);

#endif
