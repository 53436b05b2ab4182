/* Finds the mentions of regions: see region_mentions.h. */
#include <config.h>

#include "extract/region_mentions.h"

#include "extract/region_around.h"

/* The types of region that the word before the name allows, as a bit set of enum region_type. */
static unsigned allowed_types(const struct region_around *around) {
    const unsigned province = 1u << REGION_PROVINCE, regency = 1u << REGION_REGENCY,
                   city = 1u << REGION_CITY;
    if (around->town_after)
        return city;
    if (!around->has_word)
        return province | regency | city;
    switch (around->word) {
    case REGION_WORD_REGENCY:
        return regency;
    case REGION_WORD_CITY:
        return city;
    case REGION_WORD_PROVINCE:
    case REGION_WORD_FORCE:
        return province;
    case REGION_WORD_POLICE:
    case REGION_WORD_COURT:
        return regency | city;
    default:
        return province | regency | city;
    }
}

/* The best senses of a form among the types allowed. */
struct choice {
    size_t region, rival;
    enum region_sense_kind kind;
};

/* Picks the sense: the surest kind first; a province before the city of its name; two others of one
 * right are rivals, a capital that two regions share is no evidence. */
static bool choose(const struct region_reader *reader, const struct region_form *form,
                   unsigned types, struct choice *out) {
    *out = (struct choice){REGION_NONE, REGION_NONE, REGION_BY_CAPITAL};
    for (size_t i = 0; i < form->sense_count; i++) {
        const struct region_sense *sense = &form->senses[i];
        const struct region *region = regions_get(reader->regions, sense->region);
        if (!(types & (1u << region->type)) || sense->kind == REGION_BY_SUBDISTRICT)
            continue;
        enum region_sense_kind kind = sense->kind == REGION_BY_ALIAS ? REGION_BY_NAME : sense->kind;
        if (out->region == REGION_NONE || kind < out->kind)
            *out = (struct choice){sense->region, REGION_NONE, kind};
        else if (kind == out->kind &&
                 regions_get(reader->regions, out->region)->type != REGION_PROVINCE)
            out->rival = sense->region;
    }
    return out->region != REGION_NONE &&
           !(out->kind == REGION_BY_CAPITAL && out->rival != REGION_NONE);
}

static enum mention_place place_of(const struct region_reader *reader, struct span span) {
    if (reader->is_title || span_overlap(span, reader->article->title_span))
        return MENTION_IN_TITLE;
    if (span_overlap(span, reader->article->dateline))
        return MENTION_IN_DATELINE;
    size_t sentence = sentences_at(reader->article->sentences, span.start);
    return sentence < 2 && reader->article->sentences.count > 0 ? MENTION_IN_LEAD : MENTION_IN_BODY;
}

static enum mention_context context_of(const struct region_around *around,
                                       const struct choice *choice, enum mention_place place) {
    if (around->tail_after || around->in_route)
        return MENTION_WEAK;
    if (around->has_word &&
        (around->word == REGION_WORD_BELOW || around->word == REGION_WORD_SUBDISTRICT ||
         around->word == REGION_WORD_OTHER))
        return MENTION_WEAK;
    if (choice->kind == REGION_BY_CAPITAL)
        return around->in_name && !around->has_word && place != MENTION_IN_TITLE ? MENTION_WEAK
                                                                                 : MENTION_BARE;
    if (place == MENTION_IN_DATELINE)
        return MENTION_BARE; /* where it was written, whatever the place is called there */
    return around->has_word || around->town_after ? MENTION_MARKED : MENTION_BARE;
}

/* True for a province that stands right after one of its regencies: ", ", ", Provinsi " or "("
 * between them. */
static bool is_locator(const struct region_reader *reader, const struct mention *mention) {
    if (reader->out->count == 0)
        return false;
    const struct mention *last = &reader->out->at[reader->out->count - 1];
    const struct region *province = regions_get(reader->regions, mention->region);
    const struct region *before = regions_get(reader->regions, last->region);
    if (last->place != mention->place || mention->span.start < last->span.end ||
        mention->span.start - last->span.end > sizeof(" (Xxxxxx), Provinsi ") - 1)
        return false;
    if (before == province)
        return last->context == MENTION_LOCATOR; /* "Jawa Barat (Jabar)" */
    return province->type == REGION_PROVINCE &&
           regions_province(reader->regions, before) == province;
}

static void add_mention(struct region_reader *reader, struct mention mention) {
    struct mentions *out = reader->out;
    if (is_locator(reader, &mention)) {
        mention.context = MENTION_LOCATOR;
        struct mention *last = &out->at[out->count - 1];
        last->by_clue = false;
    }
    out->at = arena_grow(reader->arena, out->at, out->count, out->count + 1, sizeof(*out->at),
                         &reader->capacity);
    out->at[out->count++] = mention;
}

/* True if the span lies in a name of somebody that extraction found. People's mentions are read in
 * order of their people, each list in order, which is enough: names of regions inside names of
 * people are rare. */
static bool in_person(const struct region_reader *reader, struct span span) {
    if (!reader->facts)
        return false;
    for (size_t i = 0; i < reader->facts->people_count && i < 16; i++) {
        const struct person *person = &reader->facts->people[i];
        if (person->kind != PERSON_PERSON)
            continue;
        size_t next = spans_ended(&person->mentions, span.start);
        if (next < person->mentions.count && span_overlap(person->mentions.at[next], span))
            return true;
    }
    return false;
}

static bool has_subdistrict(const struct region_form *form) {
    size_t i = 0;
    while (i < form->sense_count && form->senses[i].kind != REGION_BY_SUBDISTRICT)
        i++;
    return i < form->sense_count;
}

/* Adds the regions that have a subdistrict of this name; false if there are none. */
static bool read_subdistrict(struct region_reader *reader, const struct region_form *form,
                             struct span span) {
    struct mention mention = {.span = span, .region = REGION_NONE, .rival = REGION_NONE};
    for (size_t i = 0; i < form->sense_count; i++) {
        if (form->senses[i].kind != REGION_BY_SUBDISTRICT)
            continue;
        if (mention.region != REGION_NONE)
            mention.shared = form;
        else
            mention.region = form->senses[i].region;
    }
    if (mention.region == REGION_NONE)
        return false;
    mention.context = MENTION_SUBDISTRICT;
    mention.place = place_of(reader, span);
    if (reader->is_title)
        mention.span = (struct span){0, 0};
    add_mention(reader, mention);
    return true;
}

/* Fills what the form alone tells: whether it needs a second clue. */
static void set_clues(const struct region_reader *reader, const struct choice *choice,
                      struct mention *mention) {
    mention->by_clue = mention->context != MENTION_MARKED &&
                       (choice->kind == REGION_BY_CLUE || choice->kind == REGION_BY_UNVERIFIED);
    mention->by_own_clue = mention->context == MENTION_BARE && choice->kind == REGION_BY_NAME &&
                           mention->place != MENTION_IN_DATELINE &&
                           regions_get(reader->regions, choice->region)->common;
    mention->by_clue = mention->by_clue || mention->by_own_clue;
}

#define OPENING_TOKENS 12 /* the subject of a first sentence */

/* Reads the name at `hit`. */
static void read_name(struct region_reader *reader, const struct hit *hit) {
    const struct region_form *form = regions_form(reader->regions, hit->row);
    struct span span = {reader->tokens.at[hit->first].start, reader->tokens.at[hit->end - 1].end};
    struct region_around around = region_around_read(reader, hit);
    struct choice choice;
    bool school = around.has_word && around.word == REGION_WORD_SCHOOL;
    if (school)
        around.has_word = around.office = false;
    bool direct = (around.has_word && around.word == REGION_WORD_SUBDISTRICT) ||
                  (school && !choose(reader, form, 7u, &choice));
    bool listed = !direct && !around.has_word && has_subdistrict(form) &&
                  region_in_subdistricts(reader, hit, choose(reader, form, 7u, &choice));
    if ((direct || listed) && read_subdistrict(reader, form, span))
        return;
    if (!choose(reader, form, allowed_types(&around), &choice)) {
        around.has_word = around.has_word && around.word >= REGION_WORD_SUBDISTRICT;
        if (!choose(reader, form, 7u, &choice))
            return;
    }
    if (in_person(reader, span))
        return;
    struct mention mention = {.span = span, .region = choice.region, .rival = choice.rival};
    mention.place = place_of(reader, span);
    mention.context = context_of(&around, &choice, mention.place);
    mention.is_venue = region_is_venue(reader, hit->end);
    mention.by_court = around.has_word && around.word == REGION_WORD_COURT;
    mention.by_police = around.has_word && !around.town_after &&
                        (around.word == REGION_WORD_POLICE || around.word == REGION_WORD_COURT);
    mention.full_name = region_is_full_name(reader, hit);
    if (mention.place != MENTION_IN_BODY) {
        mention.way = region_way_to(reader, hit->first);
        mention.joined = hit->first > 1 && reader->tokens.at[hit->first - 1].word == KNOWN_DAN &&
                         hits_before(&reader->hits, hit->first - 1, LEXEME_REGION);
    }
    mention.by_force = around.has_word && around.word == REGION_WORD_FORCE;
    mention.is_office = around.office && mention.context == MENTION_MARKED;
    set_clues(reader, &choice, &mention);
    reader->out->rural += mention.by_police && mention.rival != REGION_NONE;
    bool opens = !reader->is_title && hit->first < OPENING_TOKENS && reader->out->national == 0 &&
                 mention.context != MENTION_WEAK && mention.place == MENTION_IN_LEAD &&
                 mention.way == MENTION_NO_WAY && reader->out->opener == SIZE_MAX;
    if (opens)
        reader->out->opener = reader->out->count;
    if (reader->is_title)
        mention.span = (struct span){0, 0};
    add_mention(reader, mention);
}

/* True for a word in what an instrument is called: Peraturan Menteri X Nomor 5. */
static bool in_instrument(const struct region_reader *reader, size_t first) {
    if (first == 0)
        return false;
    const struct hit *type = hits_at(&reader->hits, first - 1, LEXEME_REGULATION);
    return (type && type->end > first) || hits_before(&reader->hits, first, LEXEME_REGULATION);
}

/* Counts the words that tell of the nation, of the country and of the town. */
static void read_word(struct region_reader *reader, const struct hit *hit) {
    const struct token *token = &reader->tokens.at[hit->first];
    bool early = place_of(reader, (struct span){token->start, token->end}) != MENTION_IN_BODY;
    switch (regions_word_kind(reader->regions, hit->row)) {
    case REGION_WORD_NATIONAL:
        if (in_instrument(reader, hit->first))
            break;
        reader->out->national++;
        reader->out->national_lead = reader->out->national_lead || early;
        break;
    case REGION_WORD_VISIT:
        reader->out->visit = reader->out->visit || early;
        break;
    case REGION_WORD_METRO:
        reader->out->metro++;
        reader->out->metro_lead = reader->out->metro_lead || early;
        break;
    case REGION_WORD_REGENCY:
        reader->out->rural++;
        break;
    case REGION_WORD_CITY:
        reader->out->urban++;
        break;
    case REGION_WORD_OFFICE:
        reader->out->offices++;
        break;
    case REGION_WORD_BELOW:
    case REGION_WORD_SUBDISTRICT:
        reader->out->rural += token->word == KNOWN_DESA;
        reader->out->urban += token->word == KNOWN_KELURAHAN;
        break;
    default:
        break;
    }
}

static void read_tokens(struct region_reader *reader) {
    size_t next = 0;             /* names end before this token */
    size_t last_word = SIZE_MAX; /* token of the last word read, */
    size_t word_end = 0;         /* and the token after it: "Polres Metro" names no Kota Metro */
    for (size_t i = 0; i < reader->hits.count; i++) {
        const struct hit *hit = &reader->hits.at[i];
        bool name = hit->class == LEXEME_REGION, word = hit->class == LEXEME_REGION_WORD;
        bool cut = reader->tokens.at[hit->first].cut && !reader->cut_too;
        if (!(name || word) || hit->first < next || cut)
            continue;
        bool within = hit->first < word_end && (hit->first != last_word || hit->end < word_end);
        if (name && !within) { /* "Medan perang" is no city */
            read_name(reader, hit);
            next = hit->end;
        } else if (word && hit->first >= word_end) {
            read_word(reader, hit);
            last_word = hit->first;
            word_end = hit->end;
        }
    }
}

static bool is_all_cut(struct tokens tokens) {
    size_t i = 0;
    while (i < tokens.count && tokens.at[i].cut)
        i++;
    return i == tokens.count;
}

struct mentions region_mentions(const struct article *article, const struct tables *tables,
                                const struct facts *facts, struct arena *arena) {
    struct mentions out = {.opener = SIZE_MAX};
    struct region_reader reader = {.article = article,
                                   .regions = tables->regions,
                                   .vocabulary = tables->vocabulary,
                                   .arena = arena,
                                   .out = &out};
    if (article->title.size > 0 && span_size(article->title_span) == 0) {
        reader.is_title = true;
        reader.text = article->title;
        reader.tokens = tokenise(arena, article->title);
        reader.hits = lexicon_scan(tables->lexicon, reader.text, reader.tokens, arena);
        read_tokens(&reader);
    }
    reader.is_title = false;
    reader.cut_too = is_all_cut(article->tokens);
    reader.text = article->text;
    reader.tokens = article->tokens;
    reader.hits = article->hits;
    reader.facts = facts;
    read_tokens(&reader);
    return out;
}

size_t region_mentioned(struct text text, const struct tables *tables, struct arena *arena) {
    static const struct article nothing;
    struct mentions out = {.opener = SIZE_MAX};
    struct region_reader reader = {.article = &nothing,
                                   .regions = tables->regions,
                                   .vocabulary = tables->vocabulary,
                                   .arena = arena,
                                   .out = &out,
                                   .is_title = true,
                                   .text = text};
    reader.tokens = tokenise(arena, text);
    reader.hits = lexicon_scan(tables->lexicon, text, reader.tokens, arena);
    read_tokens(&reader);
    for (size_t i = 0; i < out.count; i++)
        if (out.at[i].context != MENTION_WEAK && !out.at[i].by_clue &&
            out.at[i].rival == REGION_NONE)
            return out.at[i].region;
    return REGION_NONE;
}
