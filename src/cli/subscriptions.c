/* What is mailed: see subscriptions.h. Before: recipients. After: editions.c, run.json. */
#include <config.h>

#include "cli/subscriptions.h"

#include "base/memory.h"

enum { LANGUAGES = RECIPIENT_ENGLISH + 1 };

/* What is wanted of a place, in a language. */
enum { WANTED = 1, WANTED_EMPTY = 2 };

struct text subscription_language(enum recipient_language language) {
    return language == RECIPIENT_ENGLISH ? TEXT("en") : TEXT("id");
}

/* Notes what a recipient wants: places are the nation, then the regions by their numbers. */
static void note(const struct recipient *recipient, size_t places, unsigned char *wanted) {
    unsigned char *of_language = wanted + recipient->language * places;
    unsigned char wish = (unsigned char)(WANTED | (recipient->empty ? WANTED_EMPTY : 0));
    if (recipient->region_count == 0)
        of_language[0] |= wish;
    for (size_t i = 0; i < recipient->region_count; i++)
        of_language[1 + recipient->regions[i]] |= wish;
}

/* True if the place has a briefing of its own whenever it has news: then only an empty one is left
 * to be wanted in the run's language. */
static bool set_anyway(const struct regions *regions, size_t place) {
    return place == 0 || regions_get(regions, place - 1)->type == REGION_PROVINCE;
}

static void add_language(const struct regions *regions, const unsigned char *wanted,
                         struct text suffix, struct subscriptions *out) {
    for (size_t place = 0; place <= regions_count(regions); place++) {
        bool empty = (wanted[place] & WANTED_EMPTY) != 0;
        if (!wanted[place] || (suffix.size == 0 && !empty && set_anyway(regions, place)))
            continue;
        struct briefing_id id = {.code = TEXT(""), .name = TEXT(""), .language = suffix};
        if (place) {
            id.code = regions_get(regions, place - 1)->code;
            id.name = regions_get(regions, place - 1)->name;
        }
        out->at[out->count++] = (struct subscription){id, empty};
    }
}

void subscriptions_make(const struct recipients *recipients, const struct regions *regions,
                        struct text language, struct arena *arena, struct subscriptions *out) {
    size_t places = 1 + regions_count(regions);
    unsigned char *wanted = arena_alloc_array(arena, LANGUAGES * places, 1);
    for (size_t i = 0; i < recipients->count; i++)
        if (recipients->at[i].active)
            note(&recipients->at[i], places, wanted);
    *out = (struct subscriptions){arena_alloc_array(arena, LANGUAGES * places, sizeof *out->at), 0};
    for (unsigned i = 0; i < LANGUAGES; i++) {
        struct text other = subscription_language((enum recipient_language)i);
        add_language(regions, wanted + i * places, text_equal(other, language) ? TEXT("") : other,
                     out);
    }
}

bool subscriptions_read(const char *path, const struct regions *regions, struct text language,
                        struct arena *arena, struct subscriptions *out, struct faults *faults) {
    struct recipients recipients = {0};
    *out = (struct subscriptions){NULL, 0};
    bool ok = recipients_read(&recipients, path, regions, faults);
    if (ok)
        subscriptions_make(&recipients, regions, language, arena, out);
    recipients_free(&recipients);
    return ok;
}

bool subscriptions_translate(const struct subscriptions *subscriptions) {
    for (size_t i = 0; i < subscriptions->count; i++)
        if (subscriptions->at[i].id.language.size)
            return true;
    return false;
}

void subscriptions_write(const struct subscriptions *subscriptions, struct json_writer *json) {
    struct buffer name = {0};
    if (subscriptions->count == 0)
        return;
    json_key(json, "mailed");
    json_open_array(json);
    for (size_t i = 0; i < subscriptions->count; i++) {
        const struct subscription *wanted = &subscriptions->at[i];
        buffer_clear(&name);
        buffer_text(&name, wanted->id.code);
        if (wanted->id.language.size)
            buffer_char(&name, '-');
        buffer_text(&name, wanted->id.language);
        if (wanted->empty)
            buffer_char(&name, '!');
        json_text(json, buffer_view(&name));
    }
    json_close_array(json);
    buffer_free(&name);
}
