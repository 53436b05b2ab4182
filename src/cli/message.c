/* Messages to a person: see message.h. Before: every command. */
#include <config.h>

#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* True while a progress line stands on the terminal. */
static bool progress_shown;

void progress_show(size_t count) {
    if (count % 256 != 0 || !isatty(STDERR_FILENO))
        return;
    fprintf(stderr, "\r%zu articles", count);
    fflush(stderr);
    progress_shown = true;
}

void progress_end(void) {
    if (progress_shown)
        fputs("\r\033[K", stderr);
    progress_shown = false;
}

void message_line(const char *format, ...) {
    va_list arguments;
    progress_end();
    fputs("taklimat: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
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

/* Text from outside goes to a terminal: control characters become '?', so that it cannot steer it.
 */
static void put_safe(struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool c1 = c == 0xC2 && i + 1 < text.size && (unsigned char)text.data[i + 1] < 0xA0;
        fputc(c < 0x20 || c == 0x7f || c1 ? '?' : c, stderr);
        i += c1;
    }
}

void message_record(struct text file, size_t record, struct text message) {
    progress_end();
    fputs("taklimat: ", stderr);
    put_safe(file);
    if (record)
        fprintf(stderr, ":%zu", record);
    fputs(": ", stderr);
    put_safe(message);
    fputc('\n', stderr);
}
