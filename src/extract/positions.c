/* Positions: see positions.h. Before: tokens and tables. After: mentions. */
#include <config.h>

#include "extract/positions.h"

#include "extract/names.h"
#include "extract/odd_names.h"
#include "extract/office.h"

#define ACRONYM 3        /* capitals of a company, where two would be initials */
#define PHRASE_TOKENS 40 /* no office needs more */
#define SHORTEST_VERB 7  /* bytes of an active verb: menembak */

/* A position being read. */
struct phrase {
    const struct reading *reading;
    struct position *out;
    uint32_t at; /* the next token */
    uint32_t limit;
    unsigned lower; /* words in lower case since the last capital */
    bool material;  /* a word of the office's name has been read */
    bool stacked;   /* a second post has been read: what follows belongs to that */
};

static const struct hit *position_hit(const struct reading *reading, uint32_t at) {
    return reading_hit(reading, at, LEXEME_POSITION);
}

static enum position_kind kind_at(const struct reading *reading, const struct hit *hit) {
    return offices_position(reading->tables->offices, hit->row);
}

static bool is_prefix(enum position_kind kind) {
    return kind == POSITION_PREFIX || kind == POSITION_ACTING;
}

/* The token after prefixes such as Plt., Pelaksana Tugas (Plt), Wakil; *other is set where one
 * makes it another post. */
static uint32_t past_prefixes(const struct reading *reading, uint32_t at, bool *other) {
    for (int prefixes = 0; prefixes < 4; prefixes++) {
        const struct hit *hit = position_hit(reading, at);
        if (!hit || !is_prefix(kind_at(reading, hit)))
            break;
        if (kind_at(reading, hit) == POSITION_PREFIX)
            *other = true;
        at = hit->end;
        if (reading_is(reading, at, KNOWN_STOP) && reading->tokens[at].gap == GAP_NONE)
            at++;
        if (reading_is(reading, at, KNOWN_OPEN) && reading_is(reading, at + 2, KNOWN_CLOSE))
            at += 3;
        if (reading_is(reading, at, KNOWN_SLASH))
            at++;
    }
    return at;
}

/* True for a verb that somebody follows: tersangka menembak Budi, pelari dilepas Bupati. */
static bool acts_on(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    bool active = text_starts(word, "men") || text_starts(word, "mem");
    if (word.size < SHORTEST_VERB || position_hit(reading, at) || !reading_joined(reading, at + 1))
        return false;
    return active ? names_end(reading, at + 1) > at + 1
                  : text_starts(word, "di") && reading_capital(reading, at + 1) &&
                        position_hit(reading, at + 1);
}

bool positions_describes(const struct reading *reading, uint32_t at) {
    static const char *const verbs[] = {"me", "di", "ber", "ter", NULL};
    enum word_kind kind = reading_kind(reading, at);
    if (kind == WORD_COMMON && acts_on(reading, at))
        return false;
    if (kind == WORD_COMMON || kind == WORD_TERM || kind == WORD_PLACE ||
        (kind == WORD_OPENER && reading_in(reading, at, LIST_EVENT_NOUN)))
        return true; /* koordinator kegiatan */
    if (kind != WORD_UNKNOWN)
        return false;
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    bool noun = text_ends(word, "si") && !text_starts(word, "mem") && !text_starts(word, "men");
    for (size_t i = noun && word.data[0] == 'm'; verbs[i]; i++) /* guru meditasi */
        if (text_starts(word, verbs[i]))
            return false;
    return word.size > 3;
}

/* True for a hyphen with a word in lower case tied to it. */
static bool is_tied(const struct reading *reading, uint32_t at) {
    return reading_is(reading, at, KNOWN_HYPHEN) && reading->tokens[at].gap == GAP_NONE &&
           at + 1 < reading->count && reading->tokens[at + 1].gap == GAP_NONE &&
           reading->tokens[at + 1].letter_case == CASE_LOWER;
}

/* Takes lower-case words of a description that a capital follows: pengamat kebijakan publik
 * Sumatera Selatan. */
static bool take_lower(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    bool village = phrase->out->kind == POSITION_LOCAL && !phrase->material &&
                   reading_is(reading, phrase->at + 1, KNOWN_COMMA) &&
                   names_end(reading, phrase->at + 2) > phrase->at + 3; /* Camat anyplace, Budi S */
    if (phrase->out->kind != POSITION_PERSON && phrase->out->kind != POSITION_HEAD && !village)
        return false;
    if (is_tied(reading, phrase->at)) { /* ahli gizi-pangan */
        phrase->lower++;
        phrase->at += 2;
        return true;
    }
    if (phrase->lower >= 5 || !reading_joined(reading, phrase->at) ||
        reading->tokens[phrase->at].kind != TOKEN_WORD ||
        reading->tokens[phrase->at].letter_case != CASE_LOWER ||
        reading_hit(reading, phrase->at, LEXEME_SPEECH))
        return false;
    if (phrase->lower && reading_is(reading, phrase->at, KNOWN_DAN) &&
        reading_joined(reading, phrase->at + 1) &&
        reading->tokens[phrase->at + 1].letter_case == CASE_LOWER &&
        !position_hit(reading, phrase->at + 1) && positions_describes(reading, phrase->at + 1))
        phrase->at++; /* pakar politik dan kajian strategis Universitas ... */
    if (!positions_describes(reading, phrase->at) || reading_in(reading, phrase->at, LIST_NAMING))
        return false;
    phrase->lower++;
    phrase->at++;
    return true;
}

/* True if the connector makes the word behind it part of the office though it could be a name:
 * English ones (Center of Anything), and "di" or "dari" where a name still follows (Konsul di
 * Anywhere Budi). */
static bool names_place(const struct reading *reading, uint32_t connector, uint32_t word) {
    if (!reading_capital(reading, word))
        return false;
    if (reading_in(reading, connector, LIST_CONNECTOR_ENGLISH))
        return true;
    uint32_t next = reading_is(reading, word + 1, KNOWN_COMMA) ? word + 2 : word + 1;
    return reading_in(reading, connector, LIST_CONNECTOR_PLACE) && names_word(reading, next, false);
}

/* Takes a connector and the word of the office behind it. */
static bool take_connected(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    if (!reading_joined(reading, phrase->at) || !office_connector(reading, phrase->at))
        return false;
    uint32_t from = phrase->at + 1;
    if (reading_joined(reading, from) && office_connector(reading, from))
        from++;
    uint32_t end = office_word_end(reading, from);
    if (end == from && names_place(reading, phrase->at, from))
        end = from + 1;
    if (end == from && reading_is(reading, phrase->at, KNOWN_SLASH) &&
        reading_capital(reading, from) && reading->tokens[from].gap == GAP_NONE)
        end = from + 1; /* Danramil 02/Anyplace */
    if (end == from && names_word(reading, from, false)) {
        uint32_t words = names_end(reading, from); /* Asosiasi Logistik dan Anyword Indonesia */
        if (words > from &&
            (office_goes_on(reading, words, true) ||
             (reading_is(reading, words, KNOWN_COMMA) && office_name_behind(reading, words))))
            end = words;
    }
    if (end == from)
        return false;
    if (reading_is(reading, phrase->at, KNOWN_DAN) && position_hit(reading, phrase->at + 1))
        return false;
    phrase->at = end;
    return true;
}

/* Takes a second post of the same person: sekaligus Ketua Satgas, yang juga anggota DPR; and the
 * last of a list behind its comma: ", dan Humas". */
static bool take_further(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t at = phrase->at;
    if (!reading_joined(reading, at))
        return false;
    if (reading_is(reading, at, KNOWN_COMMA) &&
        (reading_is(reading, at + 1, KNOWN_DAN) || reading_is(reading, at + 1, KNOWN_SERTA))) {
        uint32_t end = office_word_end(reading, at + 2);
        if (!phrase->material || end == at + 2 || position_hit(reading, at + 2))
            return false;
        phrase->at = end;
        return true;
    }
    if (reading_is(reading, at, KNOWN_KE) && reading_is(reading, at + 1, KNOWN_HYPHEN) &&
        at + 2 < reading->count && reading->tokens[at + 2].kind == TOKEN_NUMBER) {
        phrase->at = at + 3; /* Presiden ke-7 */
        return true;
    }
    if (reading_is(reading, at, KNOWN_COMMA) && office_body_before_name(reading, at + 1)) {
        const struct hit *body = reading_hit(reading, at + 1, LEXEME_INSTITUTION);
        phrase->at = body ? body->end : at + 2;
        return true;
    }
    bool further = reading_is(reading, at, KNOWN_YANG) ||
                   reading_is(reading, at, KNOWN_SEKALIGUS) ||
                   reading_is(reading, at, KNOWN_MERANGKAP);
    for (int words = 0; further && words < 4 && reading_in(reading, at, LIST_LINKING); words++)
        at++;
    const struct hit *hit = at > phrase->at ? position_hit(reading, at) : NULL;
    if (!hit)
        return false;
    phrase->at = hit->end;
    phrase->stacked = true;
    return true;
}

/* The phrase reaches to the token before phrase->at. Of two posts the first is given, if it tells
 * of what it is one. */
static void reach(struct phrase *phrase) {
    bool told = phrase->material || phrase->out->kind <= POSITION_LOCAL;
    phrase->out->next = phrase->at;
    if (!phrase->stacked || !told)
        phrase->out->words.end = phrase->at;
}

/* Takes the next piece of the phrase; false at its end. */
static bool take_piece(struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t end = office_word_end(reading, phrase->at);
    if (end == phrase->at)
        end = office_parenthesis_end(reading, phrase->at);
    if (end > phrase->at) {
        phrase->at = end;
        phrase->material |= !phrase->stacked;
    } else if (take_connected(phrase) || take_further(phrase)) {
        phrase->material |= !phrase->stacked;
    } else if (reading_is(reading, phrase->at, KNOWN_COMMA) && phrase->material &&
               office_list_goes_on(reading, phrase->at)) {
        phrase->at = office_item_end(reading, phrase->at + 1);
    } else {
        return take_lower(phrase);
    }
    phrase->lower = 0;
    reach(phrase);
    return true;
}

/* The initials before a name's word `word` belong to it, and words that persons are called by: M
 * Husni, Teuku Husni. */
static uint32_t name_start_back(const struct reading *reading, uint32_t word, uint32_t floor) {
    while (word > floor) {
        if (word > floor + 1 && reading_is(reading, word - 1, KNOWN_HYPHEN) &&
            reading->tokens[word].gap == GAP_NONE) {
            word -= 2; /* Ana-Maria */
            continue;
        }
        uint32_t before =
            reading_is(reading, word - 1, KNOWN_STOP) && word - 1 > floor ? word - 2 : word - 1;
        bool initial = reading_size(reading, before) == 1;
        enum word_kind kind = reading_kind(reading, before);
        bool called = before == word - 1 &&
                      (kind == WORD_NAME || kind == WORD_INNER || odd_names_post(reading, before));
        if (!reading_capital(reading, before) || (!initial && !called))
            break;
        word = before;
    }
    return word;
}

/* The word behind the one at `at`, or that itself where a hyphen ties them: Ming-Anyname. */
static uint32_t past_first(const struct reading *reading, uint32_t at) {
    bool tied =
        reading_is(reading, at + 1, KNOWN_HYPHEN) && reading->tokens[at + 1].gap == GAP_NONE;
    return tied ? at : at + 1;
}

/* Where in the words `at` to `end`, which could all be a name, the name begins: at a word that
 * speaks alone elsewhere, at one that persons are called by, behind a place or the unknown body of
 * a head. */
static uint32_t name_start(const struct phrase *phrase, uint32_t at, uint32_t end) {
    const struct reading *reading = phrase->reading;
    bool surname = reading_joined(reading, end) && reading_capital(reading, end) &&
                   reading_hit(reading, end, LEXEME_REGION); /* Panca Karya Rusdy Ambon */
    for (uint32_t i = at; i + !surname < end; i++)
        if (reading_seen(reading, i) & SEEN_SPEAKING)
            return name_start_back(reading, i, at);
    if (phrase->out->kind == POSITION_POST && end > at + 1 &&
        hits_before(&reading->article->hits, at, LEXEME_REGION))
        return at; /* Wali Kota Medan Budi Tri Putra */
    if (end > at + 2 && reading_kind(reading, at - 1) == WORD_PLACE)
        return past_first(reading, at); /* Terminal Anywhere Budi Santoso */
    for (uint32_t i = at; i < end && (i == at || i + 1 < end); i++)
        if (reading_kind(reading, i) == WORD_NAME)
            return name_start_back(reading, i, at);
    bool seen =
        reading_seen(reading, at) & SEEN_AS_PLACE || reading_hit(reading, at, LEXEME_REGION);
    if (end == at + 1)
        return seen && !(reading_seen(reading, at) & SEEN_SPEAKING) ? end : at;
    if (seen || (phrase->out->kind == POSITION_LOCAL && !phrase->material) ||
        (phrase->out->kind == POSITION_HEAD && !phrase->material && end > at + 2))
        return past_first(reading, at);
    return at;
}

/* True if the phrase that ends at `at` points back at somebody, with its region or without:
 * Pengasuh Pesantren Anyname, Slawi ini; mantan Kepala Anybody Jawa Tengah itu. */
static bool describes_somebody(const struct reading *reading, uint32_t at) {
    at = office_parenthesis_end(reading, at); /* alumnus Universitas Anyplace (Unany) ini */
    const struct hit *region =
        reading_hit(reading, at + reading_is(reading, at, KNOWN_COMMA), LEXEME_REGION);
    return reading_in(reading, region ? region->end : at, LIST_POINTING);
}

/* True if persons are called by a word of the run. */
static bool called(const struct reading *reading, uint32_t at, uint32_t end) {
    while (at < end && reading_kind(reading, at) != WORD_NAME)
        at++;
    return at < end;
}

/* True if PT, CV or the like stands before `at`, with a full stop or without. */
static bool is_company_form(const struct reading *reading, uint32_t at) {
    static const char *const forms[] = {"PT", "CV", "UD", "PD", "NV", NULL};
    if (at > 1 && reading_is(reading, at - 1, KNOWN_STOP))
        at--;
    return at > 0 &&
           text_among(token_text(reading->article->text, &reading->tokens[at - 1]), forms);
}

/* True if the capitals in parentheses at `end` are the initials of the words before it, from before
 * `at` on: Asosiasi Guru | Budi Mulia (AGBM). */
static bool spelt_out(const struct reading *reading, uint32_t at, uint32_t end) {
    if (!reading_is(reading, end, KNOWN_OPEN) || !reading_is(reading, end + 2, KNOWN_CLOSE) ||
        reading->tokens[end + 1].letter_case != CASE_UPPER)
        return false;
    struct text initials = token_text(reading->article->text, &reading->tokens[end + 1]);
    size_t left = initials.size;
    uint32_t word = end;
    while (left > 0 && word > 0 && reading_joined(reading, word) &&
           reading->tokens[word - 1].kind == TOKEN_WORD && end - word < PHRASE_TOKENS) {
        word--;
        if (!reading_capital(reading, word))
            continue; /* dan, untuk */
        if (reading->article->text.data[reading->tokens[word].start] != initials.data[left - 1])
            return false;
        left--;
    }
    return left == 0 && word < at;
}

/* The number of words at phrase->at that could be a name but are the office's. */
static uint32_t office_words(const struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t at = phrase->at;
    uint32_t end = names_end(reading, at);
    if (end == at || names_titles_before(reading, at) > at)
        return 0;
    if (spelt_out(reading, at, end) ||
        (reading_is(reading, end, KNOWN_KE) && reading_is(reading, end + 1, KNOWN_HYPHEN)))
        return end - at; /* Panitia Anyfest Ke-23 */
    bool company = is_company_form(reading, at);
    bool place = company || reading_kind(reading, at - 1) == WORD_PLACE;
    if (company && end <= at + 2 && !called(reading, at, end))
        return end - at; /* PT. Anyname Anyword */
    bool behind = (end == at + 1 || phrase->out->kind >= POSITION_HEAD || place) &&
                  office_name_behind(reading, end);
    if (reading_in(reading, at - 1, LIST_KIN) && at == phrase->out->head + 1)
        return end - at;        /* whose: istri Budi Santoso */
    if (phrase->lower && place) /* pedagang pasar Anyplace, pedagang pasar Anyplace Budi Santoso */
        return called(reading, at, end) ? 1 : end - at;
    if ((place ||
         (phrase->out->kind == POSITION_HEAD && !phrase->material && !called(reading, at, end))) &&
        describes_somebody(reading, end))
        return end - at;
    bool single =
        end == at + 1 && !called(reading, at, end) && !(reading_seen(reading, at) & SEEN_SPEAKING);
    if (place && single && phrase->out->kind >= POSITION_HEAD &&
        reading_is(reading, end, KNOWN_COMMA))
        return 1;      /* pakar sosiologi Universitas Anyplace, whoever that is */
    if (phrase->lower) /* peneliti senior Anyname, Budi Santoso; Anyname University Budi Santoso */
        return behind || (end == at + 1 && office_word_follows(reading, end, false)) ||
                       (office_word_end(reading, end) > end && office_goes_on(reading, end, true))
                   ? end - at
                   : 0;
    bool name = end > at + 1 || reading_kind(reading, at) == WORD_NAME;
    if (behind || office_goes_on(reading, end, name) || office_word_follows(reading, end, name))
        return end - at;
    return name_start(phrase, at, end) - at;
}

/* True for the acronym of the whole office, right before a name of two words or more: Direktur
 * Utama ABC Budi Santoso. */
static bool is_acronym(const struct phrase *phrase) {
    const struct reading *reading = phrase->reading;
    uint32_t at = phrase->at;
    if (phrase->out->kind != POSITION_HEAD || phrase->material || !reading_capital(reading, at) ||
        reading->tokens[at].letter_case != CASE_UPPER || reading_size(reading, at) != ACRONYM)
        return false;
    uint32_t end = names_end(reading, at);
    if (end <= at + 2 || names_titles_before(reading, at) > at)
        return false;
    /* but Direktur ABC Mulia Sentosa Bogor, Budi Santoso */
    return !reading_joined(reading, end) ||
           !(reading_capital(reading, end) || reading_is(reading, end, KNOWN_COMMA));
}

static void read_office(struct phrase *phrase) {
    while (phrase->at < phrase->limit) {
        if (take_piece(phrase))
            continue;
        bool acronym = is_acronym(phrase);
        uint32_t words = acronym ? 1 : office_words(phrase);
        if (words == 0)
            break;
        phrase->at += words;
        reach(phrase);
        phrase->material |= !phrase->stacked;
        phrase->lower = 0;
        if (acronym)
            break;
    }
}

/* True if a name stands at `at`, or one of two words, with titles or between commas behind a comma
 * there. */
static bool name_follows(const struct reading *reading, uint32_t at) {
    bool comma = reading_joined(reading, at) && reading_is(reading, at, KNOWN_COMMA);
    uint32_t name = comma ? at + 1 : at;
    if (!reading_joined(reading, name))
        return false;
    uint32_t end = names_end(reading, name);
    bool alone = comma && end == name + 1 && reading_is(reading, end, KNOWN_COMMA);
    return names_titles_before(reading, name) > name ||
           (comma ? end > name + 1 || alone : names_word(reading, name, false));
}

bool positions_read(const struct reading *reading, uint32_t at, struct position *out) {
    if (!position_hit(reading, at) || reading->tokens[at].cut)
        return false;
    bool other = false;
    uint32_t head = past_prefixes(reading, at, &other);
    const struct hit *hit = position_hit(reading, head);
    bool unknown =
        !hit && head > at && reading_is(reading, at, KNOWN_WAKIL) && reading_capital(reading, head);
    if (unknown) { /* a post that no table knows, or misspelt: Wakil Bipati */
        head = at;
        hit = position_hit(reading, at);
    }
    if (!hit || (is_prefix(kind_at(reading, hit)) && !unknown))
        return false;
    *out = (struct position){.words = {at, hit->end},
                             .next = hit->end,
                             .row = hit->row,
                             .head = head,
                             .kind = unknown ? POSITION_HEAD : kind_at(reading, hit),
                             .prefixed = other};
    struct phrase phrase = {reading, out, hit->end, at + PHRASE_TOKENS, 0, false, false};
    read_office(&phrase);
    out->office = phrase.material;
    /* Lower-case words belong to the phrase where a name stands behind them. */
    if (phrase.lower && name_follows(reading, phrase.at))
        reach(&phrase);
    out->tail = phrase.stacked ? out->words.end : phrase.at;
    if (reading_is(reading, out->next, KNOWN_COMMA))
        out->next = describes_somebody(reading, out->next)
                        ? reading_hit(reading, out->next + 1, LEXEME_REGION)->end
                        : office_places_end(reading, out->next);
    return true;
}
