/* Reading facts/1 back, checked: what comes from a file may have been edited or made up.
 *
 * Before: facts.jsonl or summary.json. After: src/summary merges the facts. A member of the wrong
 * kind, a span that runs backwards, a speaker that is nobody, a name of an enum that does not
 * exist: each is refused, none is repaired. */
#include <config.h>

#include <string.h>

#include "base/ascii.h"
#include "base/json_read.h"
#include "base/translate.h"
#include "extract/facts_json.h"
#include "extract/sketch.h"

/* What the functions below share. The first mistake is kept in `error`; reading goes on harmlessly
 * after it. */
struct reader {
    struct arena *arena;
    struct error *error;
    bool failed;
    struct text *texts; /* the next place in facts.quoted_texts */
    int people_count;
};

/* Reads one element of an array into `element`. */
typedef void read_element(struct reader *r, const struct cJSON *value, void *element);

static void fail(struct reader *r, const char *key, const char *what) {
    r->failed = true;
    error_set(r->error, EXIT_BAD_DATA, "facts/1: member \"%s\" %s", key, translate(what));
}

/* Missing, or null. */
static bool is_nothing(const struct cJSON *value) {
    if (!value) {
        return true;
    }
    bool is_boolean = json_get_boolean(value, false) == json_get_boolean(value, true);
    return !json_is_string(value) && !json_is_number(value) && !json_is_object(value) &&
           !json_is_array(value) && !is_boolean;
}

/* A copy of the string, none where it is missing or null. */
static struct text read_text(struct reader *r, const struct cJSON *object, const char *key) {
    const struct cJSON *value = json_get(object, key);
    if (is_nothing(value)) {
        return (struct text){0};
    }
    if (!json_is_string(value)) {
        fail(r, key, N_("is no string"));
        return (struct text){0};
    }
    return arena_copy(r->arena, json_get_text(value));
}

/* A string that must be there and not be empty. */
static struct text read_name(struct reader *r, const struct cJSON *object, const char *key) {
    struct text text = read_text(r, object, key);
    if (text.size == 0) {
        fail(r, key, N_("is missing or empty"));
    }
    return text;
}

static const char *read_rule(struct reader *r, const struct cJSON *object) {
    struct text text = read_text(r, object, "rule");
    return text.data; /* arena_copy put a NUL behind it */
}

/* A whole number from 0 to `most`, `otherwise` where it is missing or null. */
static int64_t read_number(struct reader *r, const struct cJSON *object, const char *key,
                           int64_t most, int64_t otherwise) {
    const struct cJSON *value = json_get(object, key);
    if (is_nothing(value)) {
        return otherwise;
    }
    int64_t number = json_get_integer(value, -1);
    if (number < 0 || number > most) {
        fail(r, key, N_("is no whole number in its range"));
        return otherwise;
    }
    return number;
}

static int read_hundredths(struct reader *r, const struct cJSON *object, const char *key) {
    int hundredths = json_get_hundredths(json_get(object, key), -1);
    if (hundredths < 0 || hundredths > 100) {
        fail(r, key, N_("is no number from 0 to 1"));
        return 0;
    }
    return hundredths;
}

static struct date read_date(struct reader *r, const struct cJSON *object, const char *key) {
    struct text text = read_text(r, object, key);
    struct date date = {0};
    if (text.data) {
        date = date_parse_iso(text);
        if (!date_is_set(date)) {
            fail(r, key, N_("is no date"));
        }
    }
    return date;
}

/* An array of two numbers; nothing where it is missing or null. */
static struct span read_span(struct reader *r, const struct cJSON *object, const char *key) {
    const struct cJSON *value = json_get(object, key);
    struct span span = {0, 0};
    if (!is_nothing(value) && (!json_get_span(value, &span) || span.start == span.end)) {
        fail(r, key, N_("is no span"));
        span = (struct span){0, 0};
    }
    return span;
}

/* The members start and end. */
static struct span read_ends(struct reader *r, const struct cJSON *object) {
    struct span span = {(size_t)read_number(r, object, "start", UINT32_MAX, 0),
                        (size_t)read_number(r, object, "end", UINT32_MAX, 0)};
    if (span.start >= span.end) {
        fail(r, "end", N_("is not behind \"start\""));
    }
    return span;
}

static void read_fid(struct reader *r, const struct cJSON *object, const char *key,
                     char fid[FID_SIZE]) {
    struct text text = read_name(r, object, key);
    bool good = text.size == FID_SIZE - 1 && text.data[1] == '-';
    for (size_t i = 2; good && i < text.size; i++) {
        good = strchr("0123456789abcdef", text.data[i]) != NULL;
    }
    if (!good) {
        fail(r, key, N_("is no name of a fact"));
        return;
    }
    memcpy(fid, text.data, FID_SIZE - 1);
    fid[FID_SIZE - 1] = 0;
}

static int read_speaker(struct reader *r, const struct cJSON *object) {
    int64_t speaker = read_number(r, object, "speaker", INT32_MAX, NOBODY);
    if (speaker >= r->people_count) {
        fail(r, "speaker", N_("is nobody's number"));
        return NOBODY;
    }
    return (int)speaker;
}

/* The array's length; 0 where it is missing, null or (a mistake) no array. */
static size_t array_count(struct reader *r, const struct cJSON *object, const char *key) {
    const struct cJSON *array = json_get(object, key);
    size_t count = 0;
    if (!is_nothing(array) && !json_is_array(array)) {
        fail(r, key, N_("is no array"));
        return 0;
    }
    for (const struct cJSON *v = json_first(array); v; v = json_next(v)) {
        count++;
    }
    return count;
}

/* The array's elements, each of `size` bytes, in the arena. */
static void *read_array(struct reader *r, const struct cJSON *object, const char *key, size_t size,
                        read_element *read, size_t *count) {
    *count = array_count(r, object, key);
    char *elements = arena_alloc_array(r->arena, *count + 1, size);
    char *element = elements;
    if (*count == 0) {
        return elements;
    }
    for (const struct cJSON *v = json_first(json_get(object, key)); v && !r->failed;
         v = json_next(v)) {
        read(r, v, element);
        element += size;
    }
    return elements;
}

static void read_span_element(struct reader *r, const struct cJSON *value, void *element) {
    struct span *span = element;
    if (!json_get_span(value, span) || span->start == span->end) {
        fail(r, "[]", N_("is no span"));
    }
}

static struct spans read_spans(struct reader *r, const struct cJSON *object, const char *key) {
    struct spans spans;
    spans.at = read_array(r, object, key, sizeof(struct span), read_span_element, &spans.count);
    return spans;
}

static void read_text_element(struct reader *r, const struct cJSON *value, void *element) {
    if (!json_is_string(value)) {
        fail(r, "[]", N_("is no string"));
        return;
    }
    *(struct text *)element = arena_copy(r->arena, json_get_text(value));
}

static struct text *read_texts(struct reader *r, const struct cJSON *object, const char *key,
                               size_t *count) {
    return read_array(r, object, key, sizeof(struct text), read_text_element, count);
}

/* The kind of a person, by its word. */
static enum person_kind read_kind(struct reader *r, const struct cJSON *object) {
    struct text kind = read_name(r, object, "kind");
    if (text_is(kind, "institution")) {
        return PERSON_INSTITUTION;
    }
    if (!text_is(kind, "person")) {
        fail(r, "kind", N_("is neither person nor institution"));
    }
    return PERSON_PERSON;
}

/* A person's number must be its place in the array: speakers are told by it. */
static void read_person(struct reader *r, const struct cJSON *value, void *element) {
    struct person *person = element;
    person->id = (int)read_number(r, value, "id", INT32_MAX, -1);
    if (person->id != r->people_count) {
        fail(r, "id", N_("of a person is not its place"));
    }
    r->people_count++;
    person->name = read_name(r, value, "name");
    person->honorifics = read_text(r, value, "honorifics");
    person->position = read_text(r, value, "position");
    person->institution = read_text(r, value, "institution");
    person->region = read_text(r, value, "region");
    person->kind = read_kind(r, value);
    person->mentions = read_spans(r, value, "mentions");
}

static void read_quote(struct reader *r, const struct cJSON *value, void *element) {
    struct quote *quote = element;
    read_fid(r, value, "fid", quote->fid);
    quote->span = read_ends(r, value);
    *r->texts++ = read_text(r, value, "text");
    quote->speaker = read_speaker(r, value);
    quote->cue = read_span(r, value, "cue");
    quote->repeats = read_spans(r, value, "repeats");
    quote->confidence = read_hundredths(r, value, "confidence");
    quote->rule = read_rule(r, value);
}

static void read_statement(struct reader *r, const struct cJSON *value, void *element) {
    struct statement *statement = element;
    read_fid(r, value, "fid", statement->fid);
    statement->span = read_ends(r, value);
    *r->texts++ = read_text(r, value, "text");
    statement->speaker = read_speaker(r, value);
    statement->cue = read_span(r, value, "cue");
    statement->confidence = read_hundredths(r, value, "confidence");
    statement->rule = read_rule(r, value);
}

static struct instrument read_instrument(struct reader *r, const struct cJSON *value) {
    struct instrument instrument;
    instrument.type = read_name(r, value, "type");
    instrument.number = read_text(r, value, "number");
    instrument.year = (int)read_number(r, value, "year", 9999, 0);
    return instrument;
}

static enum citation_status read_status(struct reader *r, const struct cJSON *value) {
    struct text name = read_name(r, value, "status");
    enum citation_status status = citation_status_of(name);
    if (!text_is(name, citation_status_name(status))) {
        fail(r, "status", N_("is not known"));
    }
    return status;
}

/* The members code and values; NULL where there is no code. */
static const struct note_values *read_values(struct reader *r, const struct cJSON *value) {
    if (is_nothing(json_get(value, "code"))) {
        return NULL;
    }
    struct note_values *values = arena_alloc(r->arena, sizeof *values);
    *values = (struct note_values){.code = read_name(r, value, "code")};
    values->at = read_texts(r, value, "values", &values->count);
    return values;
}

static void read_citation(struct reader *r, const struct cJSON *value, void *element) {
    struct citation *citation = element;
    const struct cJSON *resolved = json_get(value, "resolved");
    read_fid(r, value, "fid", citation->fid);
    citation->span = read_ends(r, value);
    *r->texts++ = read_text(r, value, "text");
    citation->written = read_instrument(r, value);
    citation->pinpoint = read_text(r, value, "pinpoint");
    if (!is_nothing(resolved)) {
        citation->resolved = read_instrument(r, resolved);
    }
    citation->title = read_text(r, value, "title");
    citation->status = read_status(r, value);
    citation->since = read_date(r, value, "since");
    citation->replaced_by = read_text(r, value, "replaced_by");
    citation->suggestion = read_text(r, value, "suggestion");
    citation->confidence = read_hundredths(r, value, "confidence");
    citation->rule = read_rule(r, value);
    citation->note = read_text(r, value, "note");
    const struct cJSON *sentence = json_get(value, "sentence");
    if (!is_nothing(sentence)) {
        citation->sentence_span = read_ends(r, sentence);
        citation->sentence = read_text(r, sentence, "text");
    }
    citation->note_values = read_values(r, value);
}

static void read_backref(struct reader *r, const struct cJSON *value, void *element) {
    struct backref *backref = element;
    backref->span = read_ends(r, value);
    *r->texts++ = read_text(r, value, "text");
    if (!is_nothing(json_get(value, "citation"))) {
        read_fid(r, value, "citation", backref->citation);
    }
}

static void read_advisory(struct reader *r, const struct cJSON *value, void *element) {
    struct advisory *advisory = element;
    read_fid(r, value, "fid", advisory->fid);
    advisory->span = read_ends(r, value);
    *r->texts++ = read_text(r, value, "text");
    advisory->type = advisory_type_of(read_name(r, value, "type"));
    if (advisory->type == ADVISORY_TYPES) {
        fail(r, "type", N_("is no type of advisory"));
    }
    advisory->topics = read_texts(r, value, "topics", &advisory->topic_count);
    advisory->addressee = read_text(r, value, "addressee");
    advisory->speaker = read_speaker(r, value);
    advisory->confidence = read_hundredths(r, value, "confidence");
    advisory->rule = read_rule(r, value);
}

static void read_flag(struct reader *r, const struct cJSON *value, void *element) {
    struct flag *flag = element;
    flag->kind = flag_kind_of(read_name(r, value, "kind"));
    if (flag->kind == FLAG_KINDS) {
        fail(r, "kind", N_("is no kind of flag"));
    }
    if (!is_nothing(json_get(value, "start"))) {
        flag->span = read_ends(r, value);
    }
    flag->note = read_text(r, value, "note");
    flag->fact = read_text(r, value, "fact");
    flag->values = read_values(r, value);
}

static void read_region(struct reader *r, const struct cJSON *value, struct facts *out) {
    struct text scope = read_name(r, value, "scope");
    const struct cJSON *region = json_get(value, "region");
    out->scope = scope_of(scope);
    if (!text_is(scope, scope_name(out->scope))) {
        fail(r, "scope", N_("is not known"));
    }
    if (!is_nothing(region)) {
        out->region_code = read_name(r, region, "code");
        out->region_name = read_text(r, region, "name");
        out->region_confidence = read_hundredths(r, region, "confidence");
        out->region_evidence = read_spans(r, region, "evidence");
    }
    out->also = read_texts(r, value, "also", &out->also_count);
}

static void read_head(struct reader *r, const struct cJSON *value, struct facts *out) {
    const struct cJSON *source = json_get(value, "source");
    if (!text_is(json_get_text(json_get(value, "taklimat")), "facts/1")) {
        fail(r, "taklimat", N_("is not \"facts/1\""));
    }
    out->id = read_name(r, value, "id");
    out->sha256 = read_name(r, value, "sha256");
    out->file = read_text(r, source, "file");
    out->record = (size_t)read_number(r, source, "record", INT64_C(1) << 53, 0);
    out->title = read_text(r, value, "title");
    out->publisher = read_text(r, value, "publisher");
    out->url = read_text(r, value, "url");
    out->author = read_text(r, value, "author");
    out->published = read_date(r, value, "published");
    out->event_date = read_date(r, value, "event_date");
    out->date_evidence = read_span(r, value, "date_evidence");
    read_region(r, value, out);
}

/* Makes room for the texts of all facts that have one. */
static void prepare_texts(struct reader *r, const struct cJSON *value, struct facts *out) {
    static const char *const keys[] = {"quotes", "statements", "citations", "backrefs",
                                       "advisories"};
    size_t count = 1;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        count += array_count(r, value, keys[i]);
    }
    out->quoted_texts = arena_alloc_array(r->arena, count, sizeof(struct text));
    r->texts = out->quoted_texts;
}

/* The bytes of the sketch, "" where there is none. One of another version is refused: it would
 * look unlike the sketch of an equal text, and copies would be counted twice without a word. */
static struct text read_sketch(struct reader *r, const struct cJSON *value) {
    struct text hex = json_get_text(json_get(value, "sketch"));
    struct sketch sketch;
    if (hex.size == 0) {
        return TEXT("");
    }
    char *bytes = arena_alloc(r->arena, hex.size / 2 + 1);
    bool good = hex.size == SKETCH_DIGITS;
    for (size_t i = 0; good && i < SKETCH_BYTES; i++) {
        int high = ascii_hex(hex.data[2 * i]), low = ascii_hex(hex.data[2 * i + 1]);
        good = high >= 0 && low >= 0;
        bytes[i] = (char)(unsigned char)(high * 16 + low);
    }
    struct text read = {bytes, SKETCH_BYTES};
    if (!good || !sketch_read(read, &sketch)) {
        fail(r, "sketch",
             N_("is none, or of another version of the program: extract the article anew"));
        return TEXT("");
    }
    return read;
}

static void read_facts(struct reader *r, const struct cJSON *value, struct facts *out) {
    prepare_texts(r, value, out);
    out->people =
        read_array(r, value, "people", sizeof(struct person), read_person, &out->people_count);
    out->quotes =
        read_array(r, value, "quotes", sizeof(struct quote), read_quote, &out->quote_count);
    out->statements = read_array(r, value, "statements", sizeof(struct statement), read_statement,
                                 &out->statement_count);
    out->citations = read_array(r, value, "citations", sizeof(struct citation), read_citation,
                                &out->citation_count);
    out->backrefs =
        read_array(r, value, "backrefs", sizeof(struct backref), read_backref, &out->backref_count);
    out->advisories = read_array(r, value, "advisories", sizeof(struct advisory), read_advisory,
                                 &out->advisory_count);
    out->flags = read_array(r, value, "flags", sizeof(struct flag), read_flag, &out->flag_count);
    out->sketch = read_sketch(r, value);
    out->tables = read_text(r, value, "tables");
}

bool facts_read(struct text line, struct arena *arena, struct facts *out, struct error *error) {
    struct reader reader = {.arena = arena, .error = error};
    struct cJSON *value = json_parse(line, EXIT_BAD_DATA, error);
    if (!value) {
        return false;
    }
    *out = (struct facts){0};
    if (json_is_object(value)) {
        read_head(&reader, value, out);
        read_facts(&reader, value, out);
    } else {
        fail(&reader, "taklimat", N_("is missing: not an object"));
    }
    json_free(value);
    return !reader.failed;
}
