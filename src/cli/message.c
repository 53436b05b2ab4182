/* Messages to a person: see message.h. Before: every command. */
#include <config.h>

#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>
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

void message_line(const char *format, ...) {
    va_list arguments;
    progress_end();
    fputs("taklimat: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, translate(format), arguments);
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

/* Standard error has no buffer of its own: a line goes out in one piece, for speed where thousands
 * of records are bad, and so that the lines of two runs do not mix. */
void message_record(struct text file, size_t record, struct text message) {
    struct buffer line = {0};
    progress_end();
    buffer_string(&line, "taklimat: ");
    put_safe(&line, file);
    if (record)
        buffer_printf(&line, ":%zu", record);
    buffer_string(&line, ": ");
    put_safe(&line, message);
    buffer_char(&line, '\n');
    fwrite(line.data, 1, line.size, stderr);
    buffer_free(&line);
}
