/* What is wrong with a record: see fault.h. */
#include <config.h>

#include "intake/fault.h"

#include <stdarg.h>

#include "base/translate.h"

bool fault_set(struct fault *fault, const char *reason, size_t offset, const char *message) {
    if (!fault->reason)
        *fault = (struct fault){reason, text_of(message), text_of(translate(message)), offset};
    return false;
}

bool fault_print(struct fault *fault, struct arena *arena, const char *reason, size_t offset,
                 const char *format, ...) {
    va_list arguments;
    if (fault->reason)
        return false;
    *fault = (struct fault){.reason = reason, .offset = offset};
    va_start(arguments, format);
    fault->message = arena_print_list(arena, format, arguments);
    va_end(arguments);
    va_start(arguments, format);
    fault->told = arena_print_list(arena, translate(format), arguments);
    va_end(arguments);
    return false;
}
