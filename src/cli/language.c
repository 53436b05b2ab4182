/* The reader's language: see language.h. Before: main.c. After: base/translate.c asks here. */
#include <config.h>

#include "cli/language.h"

#ifdef ENABLE_NLS

#include <libintl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>
#ifdef HAVE_XLOCALE_H
#include <xlocale.h>
#endif

#include "base/translate.h"
#include "cli/data.h"

/* Only its messages are asked for; set once. */
static locale_t language;

/* The C library looks messages up in the locale of the thread, which is "C" but for the moment. */
static const char *find_message(const char *message) {
    locale_t before = uselocale(language);
    const char *found = dgettext(PACKAGE, message);
    uselocale(before);
    return found;
}

static const char *find_count(const char *one, const char *many, size_t count) {
    locale_t before = uselocale(language);
    const char *found = dngettext(PACKAGE, one, many, count);
    uselocale(before);
    return found;
}

static const char *find_cause(int number) { return strerror_l(number, language); }

void language_start(void) {
    static const struct translator translator = {find_message, find_count, find_cause};
    struct arena arena = {0};
    const char *folder = data_path(&arena, "locale");
    language = newlocale(LC_MESSAGES_MASK, "", (locale_t)0);
    if (language) {
        bindtextdomain(PACKAGE, access(folder, F_OK) == 0 ? folder : LOCALEDIR);
        bind_textdomain_codeset(PACKAGE, "UTF-8");
        translate_by(&translator);
    }
    arena_free(&arena);
}

#else

void language_start(void) {}

#endif
