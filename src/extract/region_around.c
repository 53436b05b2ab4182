/* Looks at what stands around a region's name: see region_around.h. */
#include <config.h>

#include "extract/region_around.h"

#include "base/token.h"
#include "tables/word_lists.h"

static const struct token *token_at(const struct region_reader *reader, size_t i) {
    return i < reader->tokens.count ? &reader->tokens.at[i] : NULL;
}

static bool is_title_word(const struct token *token) {
    return token->kind == TOKEN_WORD && token->letter_case != CASE_LOWER &&
           token->letter_case != CASE_NONE;
}

/* The token after the words that tell the kind of the name at `i`: skips what may stand between
 * them, such as the stop of "Kab." or the number of "Kodim 0405 Lahat" or a bracketed
 * abbreviation's bracket. */
static size_t skip_between(const struct region_reader *reader, size_t i) {
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
static bool word_before(const struct region_reader *reader, size_t i, enum region_word_kind *kind) {
    const struct hit *hit = i > 0 ? hits_before(&reader->hits, i, LEXEME_REGION_WORD) : NULL;
    if (!hit)
        return false;
    *kind = regions_word_kind(reader->regions, hit->row);
    return *kind < REGION_WORD_NATIONAL;
}

/* True if the word that ends before token `i` is an office (Pemkab, Bupati), or a bare kind of
 * region behind a capital: Dinas Pertanian Kabupaten X, but not "warga di Kabupaten X". */
static bool is_office(const struct region_reader *reader, size_t i) {
    const struct hit *hit = hits_before(&reader->hits, i, LEXEME_REGION_WORD);
    const struct token *word = &reader->tokens.at[hit->first];
    if (!word_lists_have(reader->vocabulary, word->word, LIST_REGION_KIND))
        return true;
    if (hit->first == 0 || word->gap > GAP_SPACE)
        return false;
    return is_title_word(word - 1) || token_is(reader->text, word - 1, ")"); /* (BKD) Kabupaten X */
}

/* "Kabupaten/Kota X" leaves the kind open. */
static bool is_either(const struct region_reader *reader, size_t i) {
    return i >= 3 && token_is(reader->text, &reader->tokens.at[i - 2], "/");
}

/* True if a word with a capital that no table of regions knows stands right before the name or
 * right after it. */
static bool stands_in_name(const struct region_reader *reader, const struct hit *hit) {
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
static bool is_joint(const struct region_reader *reader, size_t i) {
    if (i < 2 || i >= reader->tokens.count)
        return false;
    const struct token *token = &reader->tokens.at[i];
    return token->gap == GAP_NONE && token[-1].gap == GAP_NONE && is_title_word(token) &&
           is_title_word(token - 2) &&
           (token_is(reader->text, token - 1, "-") || token_is(reader->text, token - 1, "–"));
}

static bool is_province_at(const struct region_reader *reader, size_t i) {
    const struct hit *hit = hits_at(&reader->hits, i, LEXEME_REGION);
    const struct region_form *form = hit ? regions_form(reader->regions, hit->row) : NULL;
    return form && regions_get(reader->regions, form->senses[0].region)->type == REGION_PROVINCE;
}

/* True for a name that is one end of a way or a stretch, "KRL Duri-Tangerang", "segmen
 * Mentawai-Pagai"; not where its province follows, "Sinabang-Aceh". */
static bool stands_in_route(const struct region_reader *reader, const struct hit *hit) {
    if (is_joint(reader, hit->first))
        return !is_province_at(reader, hit->first);
    return is_joint(reader, hit->end + 1) && !is_province_at(reader, hit->end + 1);
}

/* The day of the week, or the day's number in parentheses, begins at `i`. */
static bool is_day(const struct region_reader *reader, size_t i) {
    const struct token *token = token_at(reader, i);
    if (!token || token->gap > GAP_SPACE)
        return false;
    if (hits_at(&reader->hits, i, LEXEME_WEEKDAY))
        return true;
    const struct token *next = token_at(reader, i + 1);
    return token_is(reader->text, token, "(") && next && next->kind == TOKEN_NUMBER;
}

bool region_is_venue(const struct region_reader *reader, size_t end) {
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

struct region_around region_around_read(const struct region_reader *reader, const struct hit *hit) {
    struct region_around around = {0};
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

#define WAY_TOKENS 5

enum mention_way region_way_to(const struct region_reader *reader, size_t i) {
    for (size_t back = 0; back < WAY_TOKENS && i > 0; back++) {
        const struct token *token = &reader->tokens.at[--i];
        if (token->word == KNOWN_KE)
            return MENTION_TO;
        if (token->word == KNOWN_DI)
            return MENTION_AT;
        if (!is_title_word(token) && token->kind != TOKEN_NUMBER)
            break;
    }
    return MENTION_NO_WAY;
}

bool region_is_full_name(const struct region_reader *reader, const struct hit *hit) {
    const struct token *first = &reader->tokens.at[hit->first];
    return token_is(reader->text, first, "DKI") || token_is(reader->text, first, "DKJ");
}

#define LIST_TOKENS 30

/* True for a word that opens a list. */
static bool opens_list(const struct region_reader *reader, const struct token *token) {
    return token_is(reader->text, token, "yaitu") || token_is(reader->text, token, "yakni") ||
           token_is(reader->text, token, "meliputi") || token_is(reader->text, token, ":");
}

bool region_in_subdistricts(const struct region_reader *reader, const struct hit *hit,
                            bool also_town) {
    bool opened = false;
    for (size_t i = hit->first; i > 0 && i + LIST_TOKENS > hit->first; i--) {
        enum region_word_kind kind;
        if (reader->tokens.at[i].gap > GAP_SPACE)
            return false;
        if (word_before(reader, i, &kind) && kind == REGION_WORD_SUBDISTRICT)
            return i < hit->first && (opened || !also_town);
        const struct token *token = &reader->tokens.at[i - 1];
        bool opens = opens_list(reader, token);
        opened = opened || opens;
        bool links = token->word == KNOWN_DAN || token->word == KNOWN_SERTA ||
                     token_is(reader->text, token, ",");
        if (!(opens || links || is_title_word(token)))
            return false;
    }
    return false;
}
