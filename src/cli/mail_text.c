/* The words of a mail: see mail_text.h. Before: a file. After: mail_letters.c. */
#include <config.h>

#include "cli/mail_text.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"

#define TEXT_BYTES ((size_t)64 << 10)
#define SUBJECT "Subject:"

const char *const mail_text_places[] = {"name",    "month",     "regions",  "files",
                                        "digest",  "too_large", "location", "revision",
                                        "no_news", "signature", NULL};

/* What stands between the braces that open at `at`; nothing where none close in the line. */
static struct text place_at(struct text text, size_t at) {
    size_t end = text_find(text, at, TEXT("}")), line = text_find(text, at, TEXT("\n"));
    if (end >= line)
        return TEXT("");
    at += text.data[at + 1] == '?' ? 2 : 1;
    return text_slice(text, (struct span){at, end > at ? end : at});
}

static bool check_places(struct text text, const char *path, struct faults *faults) {
    bool ok = true, digest = false;
    for (size_t at = 0; (at = text_find(text, at, TEXT("{"))) < text.size; at++) {
        struct text name = place_at(text, at);
        digest = digest || (text_is(name, "digest") && text.data[at + 1] != '?');
        if (!text_among(name, mail_text_places))
            ok = faults_add(faults, path, text_line(text, at), "there is no place {%.*s}",
                            (int)(name.size < 40 ? name.size : 40), name.data);
    }
    return ok && (digest || faults_add(faults, path, 0, "the place {digest} is missing"));
}

bool mail_text_read(const char *path, struct arena *arena, struct mail_text *out,
                    struct faults *faults) {
    struct buffer bytes = {0};
    struct error cause = {0};
    *out = (struct mail_text){TEXT(""), TEXT("")};
    bool ok = file_read(path, TEXT_BYTES, &bytes, &cause) ||
              faults_add(faults, path, 0, "%s", cause.message);
    struct text text = arena_copy(arena, buffer_view(&bytes));
    if (text_starts(text, "\xEF\xBB\xBF")) /* an editor's byte-order mark */
        text = text_slice(text, (struct span){3, text.size});
    buffer_free(&bytes);
    if (!ok)
        return false;
    size_t bad = utf8_check(text), end = text_find(text, 0, TEXT("\n"));
    if (bad < text.size)
        return faults_add(faults, path, text_line(text, bad), "invalid UTF-8");
    struct text first = text_slice(text, (struct span){0, end});
    if (!text_starts(first, SUBJECT) || text_trim(first).size == strlen(SUBJECT))
        return faults_add(faults, path, 1, "the first line must be 'Subject: ...'");
    out->subject = text_trim(text_slice(first, (struct span){strlen(SUBJECT), first.size}));
    out->body = text_slice(text, (struct span){end < text.size ? end + 1 : end, text.size});
    return check_places(text, path, faults);
}

static bool is_filled(struct text name, const struct fill *fills) {
    for (; fills->name; fills++)
        if (text_is(name, fills->name))
            return fills->value.size > 0;
    return false;
}

/* The line without its condition; false where that does not hold. */
static bool line_stands(struct text *line, const struct fill *fills) {
    if (!text_starts(*line, "{?"))
        return true;
    struct text name = place_at(*line, 0);
    *line = text_slice(*line, (struct span){name.size + 3, line->size});
    return is_filled(name, fills);
}

struct mail_text mail_text_fill(const struct mail_text *text, const struct fill *fills,
                                struct arena *arena) {
    struct buffer body = {0};
    bool gap = true; /* nothing stands before it, or an empty line: no further one is wanted */
    for (size_t at = 0; at < text->body.size;) {
        size_t end = text_find(text->body, at, TEXT("\n"));
        struct text line = text_slice(text->body, (struct span){at, end});
        at = end + 1;
        if (!line_stands(&line, fills))
            continue;
        struct text filled = wording_fill(arena, line, fills);
        if (gap && text_trim(filled).size == 0)
            continue;
        gap = text_trim(filled).size == 0;
        buffer_text(&body, filled);
        buffer_char(&body, '\n');
    }
    struct mail_text out = {wording_fill(arena, text->subject, fills),
                            arena_copy(arena, buffer_view(&body))};
    buffer_free(&body);
    return out;
}
