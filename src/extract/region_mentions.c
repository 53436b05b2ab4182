/* Finds the mentions of regions: see region_mentions.h. */
#include <config.h>

#include "extract/region_mentions.h"

#include "base/token.h"
#include "tables/word_lists.h"

/* A run of tokens that is read for names: the text or a title that is no part of it. */
struct reader {
    const struct article *article;
    const struct regions *regions;
    const struct vocabulary *vocabulary;
    struct text text;
    struct tokens tokens;
    struct hits hits;
    bool is_title;
    bool cut_too; /* all of the text is cut: links to files, whose names are all that there is */
    const struct facts *facts; /* for people's names; NULL for none */

    struct arena *arena;
    struct mentions *out;
    size_t capacity;
};

/* What stands before and after one name. */
struct surroundings {
    bool has_word;
    enum region_word_kind word;
    bool office;     /* the word is an office, or ends the name of one: "BKPSDM Kabupaten Ciamis" */
    bool town_after; /* "Pekalongan Kota" */
    bool tail_after; /* "Kupang Barat", "Lampung Post" */
    bool in_name;    /* other words with capitals stand beside it: "Istana Rumbia" */
    bool in_route;   /* "Duri-Tangerang" */
};

static const struct token *token_at(const struct reader *reader, size_t i) {
    return i < reader->tokens.count ? &reader->tokens.at[i] : NULL;
}

static bool is_title_word(const struct token *token) {
    return token->kind == TOKEN_WORD && token->letter_case != CASE_LOWER &&
           token->letter_case != CASE_NONE;
}

/* The token after the words that tell the kind of the name at `i`: skips what may stand between
 * them, such as the stop of "Kab." or the number of "Kodim 0405 Lahat" or a bracketed
 * abbreviation's bracket. */
static size_t skip_between(const struct reader *reader, size_t i) {
    for (int skipped = 0; i > 0 && skipped < 3; skipped++) {
        const struct token *token = &reader->tokens.at[i - 1];
        bool mark = token_is(reader->text, token, ")") || token_is(reader->text, token, "/") ||
                    token_is(reader->text, token, ".");
        if (!(mark || token->kind == TOKEN_NUMBER) || reader->tokens.at[i].gap > GAP_SPACE)
            break;
        if (token_is(reader->text, token, ".") && token->gap != GAP_NONE)
            break;
        i--;
    }
    return i;
}

/* The kind of the word that ends right before token `i`. */
static bool word_before(const struct reader *reader, size_t i, enum region_word_kind *kind) {
    const struct hit *hit = i > 0 ? hits_before(&reader->hits, i, LEXEME_REGION_WORD) : NULL;
    if (!hit)
        return false;
    *kind = regions_word_kind(reader->regions, hit->row);
    return *kind != REGION_WORD_TAIL && *kind != REGION_WORD_NATIONAL;
}

/* True if the word that ends before token `i` is an office (Pemkab, Bupati), or a bare kind of
 * region behind a capital: Dinas Pertanian Kabupaten X, but not "warga di Kabupaten X". */
static bool is_office(const struct reader *reader, size_t i) {
    const struct hit *hit = hits_before(&reader->hits, i, LEXEME_REGION_WORD);
    const struct token *word = &reader->tokens.at[hit->first];
    if (!(word_entry(reader->vocabulary, word->word)->lists >> LIST_REGION_KIND & 1))
        return true;
    if (hit->first == 0 || word->gap > GAP_SPACE)
        return false;
    return is_title_word(word - 1) || token_is(reader->text, word - 1, ")"); /* (BKD) Kabupaten X */
}

/* "Kabupaten/Kota X" leaves the kind open. */
static bool is_either(const struct reader *reader, size_t i) {
    return i >= 3 && token_is(reader->text, &reader->tokens.at[i - 2], "/");
}

/* True if a word with a capital that no table of regions knows stands right before the name or
 * right after it. */
static bool stands_in_name(const struct reader *reader, const struct hit *hit) {
    const struct token *first = &reader->tokens.at[hit->first];
    if (hit->first > 0 && first->gap <= GAP_SPACE) {
        const struct token *before = first - 1;
        bool opener = before->gap == GAP_PARAGRAPH || hit->first == 1;
        if (is_title_word(before) && !opener &&
            !hits_before(&reader->hits, hit->first, LEXEME_REGION) &&
            !hits_before(&reader->hits, hit->first, LEXEME_REGION_WORD))
            return true;
    }
    const struct token *next = token_at(reader, hit->end);
    return next && next->gap <= GAP_SPACE && is_title_word(next) &&
           !hits_at(&reader->hits, hit->end, LEXEME_REGION) &&
           !hits_at(&reader->hits, hit->end, LEXEME_REGION_WORD);
}

/* True for a single hyphen with words of capitals directly on both sides, before token `i`. */
static bool is_joint(const struct reader *reader, size_t i) {
    if (i < 2 || i >= reader->tokens.count)
        return false;
    const struct token *token = &reader->tokens.at[i];
    return token->gap == GAP_NONE && token[-1].gap == GAP_NONE && is_title_word(token) &&
           is_title_word(token - 2) &&
           (token_is(reader->text, token - 1, "-") || token_is(reader->text, token - 1, "–"));
}

static bool is_province_at(const struct reader *reader, size_t i) {
    const struct hit *hit = hits_at(&reader->hits, i, LEXEME_REGION);
    const struct region_form *form = hit ? regions_form(reader->regions, hit->row) : NULL;
    return form && regions_get(reader->regions, form->senses[0].region)->type == REGION_PROVINCE;
}

/* True for a name that is one end of a way or a stretch, "KRL Duri-Tangerang", "segmen
 * Mentawai-Pagai"; not where its province follows, "Sinabang-Aceh". */
static bool stands_in_route(const struct reader *reader, const struct hit *hit) {
    if (is_joint(reader, hit->first))
        return !is_province_at(reader, hit->first);
    return is_joint(reader, hit->end + 1) && !is_province_at(reader, hit->end + 1);
}

/* The day of the week, or the day's number in parentheses, begins at `i`. */
static bool is_day(const struct reader *reader, size_t i) {
    const struct token *token = token_at(reader, i);
    if (!token || token->gap > GAP_SPACE)
        return false;
    if (hits_at(&reader->hits, i, LEXEME_WEEKDAY))
        return true;
    const struct token *next = token_at(reader, i + 1);
    return token_is(reader->text, token, "(") && next && next->kind == TOKEN_NUMBER;
}

/* True for a place and the day after it, which close a sentence of speech: "di Tangerang, Rabu
 * (20/5)", "di Klaten, Jawa Tengah, Senin". */
static bool is_venue(const struct reader *reader, size_t end) {
    for (int i = 0; i < 2 && token_at(reader, end); i++) {
        if (token_is(reader->text, token_at(reader, end), ","))
            end++;
        if (is_day(reader, end))
            return true;
        const struct hit *next = hits_at(&reader->hits, end, LEXEME_REGION);
        if (!next || !is_province_at(reader, end))
            return false;
        end = next->end;
    }
    return false;
}

static struct surroundings look_around(const struct reader *reader, const struct hit *hit) {
    struct surroundings around = {0};
    size_t before = skip_between(reader, hit->first);
    around.has_word = word_before(reader, before, &around.word);
    around.office = around.has_word && is_office(reader, before);
    if (around.has_word && is_either(reader, before) &&
        (around.word == REGION_WORD_CITY || around.word == REGION_WORD_REGENCY))
        around.word = REGION_WORD_OFFICE;
    enum region_word_kind far;
    if (!around.has_word && hit->first >= 2 && is_title_word(&reader->tokens.at[hit->first - 1]) &&
        word_before(reader, hit->first - 1, &far) &&
        (far == REGION_WORD_BELOW || far == REGION_WORD_SUBDISTRICT)) {
        around.has_word = true;
        around.word = far;
    }
    around.in_name = stands_in_name(reader, hit);
    around.in_route = !around.has_word && stands_in_route(reader, hit);
    const struct token *next = token_at(reader, hit->end);
    if (next && next->gap <= GAP_SPACE && is_title_word(next)) {
        const struct hit *after = hits_at(&reader->hits, hit->end, LEXEME_REGION_WORD);
        around.town_after = next->word == KNOWN_KOTA;
        around.tail_after =
            after && regions_word_kind(reader->regions, after->row) == REGION_WORD_TAIL;
    }
    return around;
}

/* The types of region that the word before the name allows, as a bit set of enum region_type. */
static unsigned allowed_types(const struct surroundings *around) {
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
static bool choose(const struct reader *reader, const struct region_form *form, unsigned types,
                   struct choice *out) {
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

static enum mention_place place_of(const struct reader *reader, struct span span) {
    if (reader->is_title || span_overlap(span, reader->article->title_span))
        return MENTION_IN_TITLE;
    if (span_overlap(span, reader->article->dateline))
        return MENTION_IN_DATELINE;
    size_t sentence = sentences_at(reader->article->sentences, span.start);
    return sentence < 2 && reader->article->sentences.count > 0 ? MENTION_IN_LEAD : MENTION_IN_BODY;
}

static enum mention_context context_of(const struct surroundings *around,
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
static bool is_locator(const struct reader *reader, const struct mention *mention) {
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

static void add_mention(struct reader *reader, struct mention mention) {
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
static bool in_person(const struct reader *reader, struct span span) {
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

/* Adds the regions that have a subdistrict of this name; false if there are none. */
static bool read_subdistrict(struct reader *reader, const struct region_form *form,
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
static void set_clues(const struct reader *reader, const struct choice *choice,
                      struct mention *mention) {
    mention->by_clue = mention->context != MENTION_MARKED &&
                       (choice->kind == REGION_BY_CLUE || choice->kind == REGION_BY_UNVERIFIED);
    mention->by_own_clue = mention->context == MENTION_BARE && choice->kind == REGION_BY_NAME &&
                           mention->place != MENTION_IN_DATELINE &&
                           regions_get(reader->regions, choice->region)->common;
    mention->by_clue = mention->by_clue || mention->by_own_clue;
}

/* Reads the name at `hit`. */
static void read_name(struct reader *reader, const struct hit *hit) {
    const struct region_form *form = regions_form(reader->regions, hit->row);
    struct span span = {reader->tokens.at[hit->first].start, reader->tokens.at[hit->end - 1].end};
    struct surroundings around = look_around(reader, hit);
    if (around.has_word && around.word == REGION_WORD_SUBDISTRICT &&
        read_subdistrict(reader, form, span))
        return;
    struct choice choice;
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
    mention.is_venue = is_venue(reader, hit->end);
    mention.by_police = around.has_word && around.word == REGION_WORD_POLICE && !around.town_after;
    mention.by_force = around.has_word && around.word == REGION_WORD_FORCE;
    mention.is_office = around.office && mention.context == MENTION_MARKED;
    set_clues(reader, &choice, &mention);
    reader->out->rural += mention.by_police && mention.rival != REGION_NONE;
    if (reader->is_title)
        mention.span = (struct span){0, 0};
    add_mention(reader, mention);
}

/* True for a word in what an instrument is called: Peraturan Menteri X Nomor 5. */
static bool in_instrument(const struct reader *reader, size_t first) {
    if (first == 0)
        return false;
    const struct hit *type = hits_at(&reader->hits, first - 1, LEXEME_REGULATION);
    return (type && type->end > first) || hits_before(&reader->hits, first, LEXEME_REGULATION);
}

/* Counts the words that tell of the nation, of the country and of the town. */
static void read_word(struct reader *reader, const struct hit *hit) {
    const struct token *token = &reader->tokens.at[hit->first];
    switch (regions_word_kind(reader->regions, hit->row)) {
    case REGION_WORD_NATIONAL:
        if (in_instrument(reader, hit->first))
            break;
        reader->out->national++;
        if (place_of(reader, (struct span){token->start, token->end}) != MENTION_IN_BODY)
            reader->out->national_lead = true;
        break;
    case REGION_WORD_REGENCY:
        reader->out->rural++;
        break;
    case REGION_WORD_CITY:
        reader->out->urban++;
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

static void read_tokens(struct reader *reader) {
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
    struct mentions out = {0};
    struct reader reader = {.article = article,
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
    struct mentions out = {0};
    struct reader reader = {.article = &nothing,
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
