/* Joint decrees: see verify_decree.h. Before: citations. After: verify.c. */
#include <config.h>

#include "extract/verify_decree.h"

#include "tables/regulation_types.h"
#include "tables/tsv.h"

#define LEAD 8 /* tokens at most from a word for signing to the first name */
#define NEXT 3 /* from the citation to it, where there is no such word */
#define GAP 6  /* tokens at most between two names */

static bool same_number(struct text a, struct text b) {
    while (a.size > 1 && a.data[0] == '0')
        a = (struct text){a.data + 1, a.size - 1};
    while (b.size > 1 && b.data[0] == '0')
        b = (struct text){b.data + 1, b.size - 1};
    return text_equal_ascii_nocase(a, b);
}

static bool has_number(const struct joint_decree *decree, const struct instrument *said) {
    struct text rest = decree->numbers;
    if (same_number(decree->number, said->number))
        return true;
    for (struct text number; tsv_next_form(&rest, &number);)
        if (same_number(number, said->number))
            return true;
    return false;
}

static const struct joint_decree *by_number(const struct verify_tables *tables,
                                            const struct instrument *said) {
    for (size_t i = 0; i < tables->decree_count; i++)
        if (tables->decrees[i].year == said->year && has_number(&tables->decrees[i], said))
            return &tables->decrees[i];
    return NULL;
}

static bool begins_nocase(struct text word, struct text beginning) {
    return word.size >= beginning.size &&
           text_equal_ascii_nocase((struct text){word.data, beginning.size}, beginning);
}

static bool is_topic(const struct joint_decree *decree, struct text word) {
    struct text rest = decree->topics;
    for (struct text topic; tsv_next_form(&rest, &topic);)
        if (begins_nocase(word, topic))
            return true;
    return false;
}

/* True if a word of the decree's topics stands in the citation's sentence or in the title. */
static bool on_topic(const struct verifier *verifier, const struct verified *verified,
                     const struct joint_decree *decree) {
    const struct article *article = verifier->article;
    size_t first, end;
    verify_window(verifier, verified, 0, &first, &end);
    for (size_t i = first; i < end; i++)
        if (is_topic(decree, token_text(article->text, &article->tokens.at[i])))
            return true;
    struct tokens title = tokenise(verifier->scratch, article->title);
    for (size_t i = 0; i < title.count; i++)
        if (is_topic(decree, token_text(article->title, &title.at[i])))
            return true;
    return false;
}

static struct date signed_on(const struct verifier *verifier, const struct joint_decree *decree) {
    const struct register_entry *entry =
        register_find(verifier->tables->acts, decree->type, decree->number, decree->year, TEXT(""));
    return entry ? entry->from : (struct date){0};
}

/* The last decree of the topic that was signed by the day. */
static const struct joint_decree *by_topic(const struct verifier *verifier,
                                           const struct verified *verified) {
    const struct verify_tables *tables = verifier->tables->verify;
    const struct joint_decree *best = NULL;
    for (size_t i = 0; i < tables->decree_count; i++) {
        const struct joint_decree *decree = &tables->decrees[i];
        struct date from = signed_on(verifier, decree);
        if (date_is_set(from) && date_is_set(verifier->day) &&
            date_compare(from, verifier->day) <= 0 &&
            (!best || date_compare(signed_on(verifier, best), from) < 0) &&
            on_topic(verifier, verified, decree))
            best = decree;
    }
    return best;
}

static bool says_joint(const struct verifier *verifier, const struct verified *verified) {
    for (size_t i = verified->first; i < verified->end; i++)
        if (text_equal_ascii_nocase(
                token_text(verifier->article->text, &verifier->article->tokens.at[i]),
                TEXT("bersama")))
            return true;
    return false;
}

const struct joint_decree *verify_decree(const struct verifier *verifier,
                                         const struct verified *verified) {
    const struct citation *citation = verified->citation;
    bool decree = text_is(citation->written.type, "SKB");
    if (citation->written.number.size)
        return decree && citation->resolved.type.size
                   ? by_number(verifier->tables->verify, &citation->resolved)
                   : NULL;
    bool circular = text_is(citation->written.type, "SE") && says_joint(verifier, verified);
    return decree || circular ? by_topic(verifier, verified) : NULL;
}

static bool signed_by(const struct joint_decree *decree, struct text key) {
    struct text rest = decree->signatories;
    for (struct text one; tsv_next_form(&rest, &one);)
        if (text_equal(one, key))
            return true;
    return false;
}

/* The names of signatories in a row. */
struct list {
    size_t first, end;
    uint32_t rows[16]; /* each once */
    size_t count;
};

static void add_name(struct list *list, const struct hit *hit) {
    if (list->count == 0)
        list->first = hit->first;
    list->end = hit->end;
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i] == hit->row)
            return;
    if (list->count < sizeof list->rows / sizeof list->rows[0])
        list->rows[list->count++] = hit->row;
}

/* What may stand between two names of a list: commas, dan, further words of an office. */
static bool between_names(const struct verifier *verifier, size_t at) {
    const struct token *token = &verifier->article->tokens.at[at];
    enum citation_word word = citation_word_of(verifier->tables->vocabulary, token);
    struct text text = verifier->article->text;
    return word == WORD_AND || word == WORD_FRESH || token_is(text, token, ",") ||
           token_is(text, token, "&") || token_is(text, token, "/") || token_is(text, token, "-") ||
           (token->kind == TOKEN_WORD && token->letter_case != CASE_LOWER);
}

/* The first list of names from the citation on. */
static struct list read_list(const struct verifier *verifier, const struct verified *verified) {
    const struct article *article = verifier->article;
    struct list list = {0};
    size_t first, end, limit = verified->end + LEAD, names = verified->end + NEXT;
    verify_window(verifier, verified, 0, &first, &end);
    for (size_t i = verified->first; i < end && i < limit;) {
        const struct hit *hit = hits_at(&article->hits, i, LEXEME_SIGNATORY);
        if (hit && hit->end <= end && i < names && !article->tokens.at[i].cut) {
            add_name(&list, hit);
            limit = names = hit->end + GAP;
            i = hit->end;
            continue;
        }
        if (list.count > 0 && !between_names(verifier, i))
            break;
        unsigned kinds =
            word_entry(verifier->tables->vocabulary, article->tokens.at[i].word)->verify;
        if (kinds & VERIFY_SIGNING && list.count == 0)
            limit = names = i + 1 + LEAD;
        i++;
    }
    return list;
}

/* The names of those that satisfy `wanted` among all signatories, separated by ";". */
static struct text join_names(const struct verifier *verifier, const bool *wanted) {
    const struct verify_tables *tables = verifier->tables->verify;
    struct text names = TEXT("");
    for (size_t i = 0; i < tables->signatory_count; i++)
        if (wanted[i])
            names = arena_concat(verifier->arena, names, names.size ? TEXT(";") : TEXT(""),
                                 tables->signatories[i].name);
    return names;
}

static bool named(const struct list *list, size_t row) {
    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i] == row)
            return true;
    return false;
}

static void flag_names(struct verifier *verifier, const struct verified *verified,
                       const struct joint_decree *decree, const struct list *list,
                       const bool *sets[3]) {
    const struct instrument act = {decree->type, decree->number, decree->year};
    struct text name = verify_name(verifier, &act);
    struct span span = {verifier->article->tokens.at[list->first].start,
                        verifier->article->tokens.at[list->end - 1].end};
    verify_flag(verifier, FLAG_SIGNATORY_MISMATCH, span, "signatory",
                (struct text[NOTE_PLACES]){join_names(verifier, sets[0]), name,
                                           join_names(verifier, sets[1]),
                                           join_names(verifier, sets[2])},
                verified->citation);
}

void verify_signatories(struct verifier *verifier, const struct verified *verified,
                        const struct joint_decree *decree) {
    const struct verify_tables *tables = verifier->tables->verify;
    struct list list = read_list(verifier, verified);
    bool *wrong = arena_alloc_array(verifier->scratch, tables->signatory_count, sizeof *wrong);
    bool *right = arena_alloc_array(verifier->scratch, tables->signatory_count, sizeof *right);
    bool *left_out =
        arena_alloc_array(verifier->scratch, tables->signatory_count, sizeof *left_out);
    bool any_wrong = false, any_right = false;
    for (size_t i = 0; i < tables->signatory_count; i++) {
        bool there = named(&list, i);
        right[i] = signed_by(decree, tables->signatories[i].key);
        wrong[i] = there && !right[i];
        left_out[i] = right[i] && !there;
        any_wrong = any_wrong || wrong[i];
        any_right = any_right || (there && right[i]);
    }
    if (any_wrong && any_right)
        flag_names(verifier, verified, decree, &list, (const bool *[3]){wrong, right, left_out});
}
