/* Writing facts as one line of JSON, format facts/1.
 *
 * Before: extraction, or a summary read back. After: facts.jsonl and summary.json. The order of the
 * keys is the format's and is part of the promise that the same facts are the same bytes. */
#include <config.h>

#include "base/json_write.h"
#include "extract/facts_json.h"
#include "extract/sketch.h"

/* A date as YYYY-MM-DD, or null. */
static inline void write_date(struct json_writer *w, const char *key, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    json_key(w, key);
    json_string(w, date_is_set(date) ? iso : NULL);
}

/* [start,end], or null for nothing. */
static inline void write_span(struct json_writer *w, const char *key, struct span span) {
    json_key(w, key);
    if (span.start == span.end) {
        json_null(w);
    } else {
        json_span(w, span);
    }
}

static inline void write_spans(struct json_writer *w, const char *key, struct spans spans) {
    json_key(w, key);
    json_open_array(w);
    for (size_t i = 0; i < spans.count; i++) {
        json_span(w, spans.at[i]);
    }
    json_close_array(w);
}

static inline void write_texts(struct json_writer *w, const char *key, const struct text *texts,
                               size_t count) {
    json_key(w, key);
    json_open_array(w);
    for (size_t i = 0; i < count; i++) {
        json_text(w, texts[i]);
    }
    json_close_array(w);
}

static inline void write_string(struct json_writer *w, const char *key, const char *value) {
    json_key(w, key);
    json_string(w, value);
}

static inline void write_hundredths(struct json_writer *w, const char *key, int value) {
    json_key(w, key);
    json_hundredths(w, value);
}

/* Nobody is null. */
static void write_speaker(struct json_writer *w, int speaker) {
    json_key(w, "speaker");
    if (speaker == NOBODY) {
        json_null(w);
    } else {
        json_integer(w, speaker);
    }
}

/* What every fact starts with; leaves the object open. `fid` NULL: it has none. */
static void open_fact(struct json_writer *w, const char *fid, struct span span, struct text text) {
    json_open_object(w);
    if (fid) {
        write_string(w, "fid", fid);
    }
    json_member_integer(w, "start", (int64_t)span.start);
    json_member_integer(w, "end", (int64_t)span.end);
    json_member_text(w, "text", text);
}

/* What a fact with a rule ends with; closes the object. */
static void close_fact(struct json_writer *w, int confidence, const char *rule) {
    write_hundredths(w, "confidence", confidence);
    write_string(w, "rule", rule);
    json_close_object(w);
}

static void write_region(struct json_writer *w, const struct facts *facts) {
    json_key(w, "region");
    if (facts->region_code.size == 0) {
        json_null(w);
        return;
    }
    json_open_object(w);
    json_member_text(w, "code", facts->region_code);
    json_member_text(w, "name", facts->region_name);
    write_hundredths(w, "confidence", facts->region_confidence);
    write_spans(w, "evidence", facts->region_evidence);
    json_close_object(w);
}

static void write_head(struct json_writer *w, const struct facts *facts, bool with_source) {
    write_string(w, "taklimat", "facts/1");
    json_member_text(w, "id", facts->id);
    json_member_text(w, "sha256", facts->sha256);
    if (with_source) {
        json_key(w, "source");
        json_open_object(w);
        json_member_text(w, "file", facts->file);
        json_member_integer(w, "record", (int64_t)facts->record);
        json_close_object(w);
    }
    json_member_text(w, "title", facts->title);
    json_member_text(w, "publisher", facts->publisher);
    json_member_text(w, "url", facts->url);
    json_member_text(w, "author", facts->author);
    write_date(w, "published", facts->published);
    write_date(w, "event_date", facts->event_date);
    write_span(w, "date_evidence", facts->date_evidence);
    write_string(w, "scope", scope_name(facts->scope));
    write_region(w, facts);
    write_texts(w, "also", facts->also, facts->also_count);
}

static void write_person(struct json_writer *w, const struct person *person) {
    json_open_object(w);
    json_member_integer(w, "id", person->id);
    json_member_text(w, "name", person->name);
    json_member_text(w, "honorifics", person->honorifics);
    json_member_text(w, "position", person->position);
    json_member_text(w, "institution", person->institution);
    json_member_text(w, "region", person->region);
    write_string(w, "kind", person->kind == PERSON_INSTITUTION ? "institution" : "person");
    write_spans(w, "mentions", person->mentions);
    json_close_object(w);
}

static void write_people(struct json_writer *w, const struct facts *facts) {
    json_key(w, "people");
    json_open_array(w);
    for (size_t i = 0; i < facts->people_count; i++) {
        write_person(w, &facts->people[i]);
    }
    json_close_array(w);
}

static void write_quotes(struct json_writer *w, const struct facts *facts) {
    json_key(w, "quotes");
    json_open_array(w);
    for (size_t i = 0; i < facts->quote_count; i++) {
        const struct quote *quote = &facts->quotes[i];
        open_fact(w, quote->fid, quote->span, quote_text(facts, i));
        write_speaker(w, quote->speaker);
        write_span(w, "cue", quote->cue);
        write_spans(w, "repeats", quote->repeats);
        close_fact(w, quote->confidence, quote->rule);
    }
    json_close_array(w);
}

static void write_statements(struct json_writer *w, const struct facts *facts) {
    json_key(w, "statements");
    json_open_array(w);
    for (size_t i = 0; i < facts->statement_count; i++) {
        const struct statement *statement = &facts->statements[i];
        open_fact(w, statement->fid, statement->span, statement_text(facts, i));
        write_speaker(w, statement->speaker);
        write_span(w, "cue", statement->cue);
        close_fact(w, statement->confidence, statement->rule);
    }
    json_close_array(w);
}

/* Type, number and year as members of the object that is open. */
static void write_instrument(struct json_writer *w, const struct instrument *instrument) {
    json_member_text(w, "type", instrument->type);
    json_member_text(w, "number", instrument->number);
    json_key(w, "year");
    if (instrument->year) {
        json_integer(w, instrument->year);
    } else {
        json_null(w);
    }
}

/* The sentence that holds the citation, or null. */
static void write_sentence(struct json_writer *w, const struct citation *citation) {
    json_key(w, "sentence");
    if (citation->sentence.size == 0) {
        json_null(w);
        return;
    }
    open_fact(w, NULL, citation->sentence_span, citation->sentence);
    json_close_object(w);
}

/* What a note says apart from its words; nothing for one that has only words. */
static void write_values(struct json_writer *w, const struct note_values *values) {
    if (!values)
        return;
    json_member_text(w, "code", values->code);
    write_texts(w, "values", values->at, values->count);
}

static void write_citation(struct json_writer *w, const struct facts *facts, size_t index) {
    const struct citation *citation = &facts->citations[index];
    open_fact(w, citation->fid, citation->span, citation_text(facts, index));
    write_instrument(w, &citation->written);
    json_member_text(w, "pinpoint", citation->pinpoint);
    json_key(w, "resolved");
    if (citation->resolved.type.size) {
        json_open_object(w);
        write_instrument(w, &citation->resolved);
        json_close_object(w);
    } else {
        json_null(w);
    }
    json_member_text(w, "title", citation->title);
    write_string(w, "status", citation_status_name(citation->status));
    write_date(w, "since", citation->since);
    json_member_text(w, "replaced_by", citation->replaced_by);
    json_member_text(w, "suggestion", citation->suggestion);
    write_hundredths(w, "confidence", citation->confidence);
    write_string(w, "rule", citation->rule);
    json_member_text(w, "note", citation->note);
    write_sentence(w, citation);
    write_values(w, citation->note_values);
    json_close_object(w);
}

static void write_citations(struct json_writer *w, const struct facts *facts) {
    json_key(w, "citations");
    json_open_array(w);
    for (size_t i = 0; i < facts->citation_count; i++) {
        write_citation(w, facts, i);
    }
    json_close_array(w);
}

static void write_backrefs(struct json_writer *w, const struct facts *facts) {
    json_key(w, "backrefs");
    json_open_array(w);
    for (size_t i = 0; i < facts->backref_count; i++) {
        const struct backref *backref = &facts->backrefs[i];
        open_fact(w, NULL, backref->span, backref_text(facts, i));
        write_string(w, "citation", backref->citation[0] ? backref->citation : NULL);
        json_close_object(w);
    }
    json_close_array(w);
}

static void write_advisories(struct json_writer *w, const struct facts *facts) {
    json_key(w, "advisories");
    json_open_array(w);
    for (size_t i = 0; i < facts->advisory_count; i++) {
        const struct advisory *advisory = &facts->advisories[i];
        open_fact(w, advisory->fid, advisory->span, advisory_text(facts, i));
        write_string(w, "type", advisory_type_name(advisory->type));
        write_texts(w, "topics", advisory->topics, advisory->topic_count);
        json_member_text(w, "addressee", advisory->addressee);
        write_speaker(w, advisory->speaker);
        close_fact(w, advisory->confidence, advisory->rule);
    }
    json_close_array(w);
}

/* A flag about the whole record has no start and end: an empty span is none in this format. */
static void write_flags(struct json_writer *w, const struct facts *facts) {
    json_key(w, "flags");
    json_open_array(w);
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        json_open_object(w);
        write_string(w, "kind", flag_kind_name(flag->kind));
        if (flag->span.start < flag->span.end) {
            json_member_integer(w, "start", (int64_t)flag->span.start);
            json_member_integer(w, "end", (int64_t)flag->span.end);
        }
        json_member_text(w, "note", flag->note);
        json_member_text(w, "fact", flag->fact);
        write_values(w, flag->values);
        json_close_object(w);
    }
    json_close_array(w);
}

/* The bytes as hex digits; "" for none. */
static void write_sketch(struct json_writer *w, struct text sketch) {
    static const char digits[] = "0123456789abcdef";
    char hex[SKETCH_DIGITS];
    size_t size = sketch.size < SKETCH_BYTES ? sketch.size : SKETCH_BYTES;
    for (size_t i = 0; i < size; i++) {
        hex[2 * i] = digits[(unsigned char)sketch.data[i] >> 4];
        hex[2 * i + 1] = digits[(unsigned char)sketch.data[i] & 15];
    }
    json_member_text(w, "sketch", (struct text){hex, 2 * size});
}

void facts_write(const struct facts *facts, bool with_source, struct buffer *out) {
    struct json_writer writer = {.out = out};
    json_open_object(&writer);
    write_head(&writer, facts, with_source);
    write_people(&writer, facts);
    write_quotes(&writer, facts);
    write_statements(&writer, facts);
    write_citations(&writer, facts);
    write_backrefs(&writer, facts);
    write_advisories(&writer, facts);
    write_flags(&writer, facts);
    write_sketch(&writer, facts->sketch);
    if (with_source && facts->tables.data)
        json_member_text(&writer, "tables", facts->tables);
    json_close_object(&writer);
}
