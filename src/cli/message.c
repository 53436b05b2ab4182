/* Messages to a person: see message.h. Before: every command. */
#include <config.h>

#include "cli/message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/translate.h"

/* True while a progress line stands on the terminal. */
static bool progress_shown;

void progress_show(size_t count) {
    if (count % 256 != 0 || !isatty(STDERR_FILENO))
        return;
    fputc('\r', stderr);
    fprintf(stderr, translate_count("%zu article", "%zu articles", count), count);
    fflush(stderr);
    progress_shown = true;
}

void progress_end(void) {
    if (progress_shown)
        fputs("\r\033[K", stderr);
    progress_shown = false;
}

/* Levels of syslog. */
enum level { LEVEL_ERROR = 3, LEVEL_WARNING = 4, LEVEL_NOTE = 6 };

/* True if standard error is the stream that systemd gave to the unit, and nothing else by now. */
static bool to_journal(void) {
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat status;
    char own[48];
    if (!stream || fstat(STDERR_FILENO, &status) != 0)
        return false;
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    return strcmp(own, stream) == 0;
}

/* What a line begins with. */
static void put_head(struct buffer *line, enum level level) {
    progress_end();
    if (to_journal())
        buffer_printf(line, "<%d>", (int)level);
    buffer_string(line, "taklimat: ");
}

/* Standard error has no buffer of its own: a line goes out in one piece, for speed where thousands
 * of records are bad, and so that the lines of two runs do not mix. */
static void put_line(struct buffer *line) {
    buffer_char(line, '\n');
    fwrite(line->data, 1, line->size, stderr);
    buffer_free(line);
}

__attribute__((format(printf, 2, 0))) static void say(enum level level, const char *format,
                                                      va_list arguments) {
    struct buffer line = {0};
    put_head(&line, level);
    buffer_printf_list(&line, translate(format), arguments);
    put_line(&line);
}

void message_line(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    say(LEVEL_ERROR, format, arguments);
    va_end(arguments);
}

void message_warning(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    say(LEVEL_WARNING, format, arguments);
    va_end(arguments);
}

void message_note(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    say(LEVEL_NOTE, format, arguments);
    va_end(arguments);
}

int message_error(const struct error *error) {
    if (error->file[0] && error->record)
        message_line("%s:%zu: %s", error->file, error->record, error->message);
    else if (error->file[0])
        message_line("%s: %s", error->file, error->message);
    else
        message_line("%s", error->message);
    return (int)error->code;
}

int message_faults(const struct faults *faults) {
    int code = message_error(faults->first);
    if (faults->count > 1)
        message_line("%zu more like this; 'taklimat check' tells all", faults->count - 1);
    return code;
}

/* Text from outside goes to a terminal: control characters become '?', so that it cannot steer it.
 */
static void put_safe(struct buffer *line, struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool c1 = c == 0xC2 && i + 1 < text.size && (unsigned char)text.data[i + 1] < 0xA0;
        buffer_char(line, c < 0x20 || c == 0x7f || c1 ? '?' : (char)c);
        i += c1;
    }
}

void message_record(struct text file, size_t record, struct text message) {
    struct buffer line = {0};
    put_head(&line, LEVEL_WARNING);
    put_safe(&line, file);
    if (record)
        buffer_printf(&line, ":%zu", record);
    buffer_string(&line, ": ");
    put_safe(&line, message);
    put_line(&line);
}
