/* Comparing facts with annotations in the form of PFSA-ID, a published set of news articles in
 * which statements, cue words, persons and roles are labelled but not linked: see eval_score.h.
 * Before: eval_sheet.c. After: eval_tally.c.
 *
 * The set leaves many real quotes unlabelled, so that only its recall says something. */
#include <config.h>

#include "cli/eval_score.h"

#include "base/utf8.h"
#include "cli/eval_words.h"

#define NEAR 0.8
#define REACH 160     /* characters behind a statement in which its cue may start */
#define LABELS_NEAR 5 /* labels behind a statement that are looked at */
#define ROLE_REACH 80 /* characters between a role and the name it stands before */

/* A statement, and who is expected to have made it. */
struct claim {
    const struct label *label;
    struct text speaker; /* none: the labels do not tell */
    enum eval_kind kind; /* EVAL_PFSA_SPEAKER or ..._COREF */
};

/* What the functions below share. */
struct pfsa {
    struct tally *tally;
    const struct sheet *gold, *facts;
    struct arena *arena;
    struct wordlist *names; /* of each label that is a PERSON */
};

static bool is_labelled(const struct label *label, const char *name) {
    return text_is(label->name, name);
}

/* Pronouns are labelled as persons, too. */
static bool is_pronoun(struct arena *arena, struct text text) {
    struct text form = utf8_casefold(arena, text);
    return text_is(form, "dia") || text_is(form, "ia") || text_is(form, "beliau") ||
           text_is(form, "mereka");
}

/* A short name as the longest PERSON that has all its words; as it is where there is none; none
 * where nothing but a title is left. */
static struct text resolve(struct pfsa *p, struct text name) {
    struct wordlist words = words_without_titles(name_words(p->arena, name));
    const struct label *longest = NULL;
    if (words.count == 0)
        return (struct text){0};
    for (size_t i = 0; i < p->gold->label_count; i++) {
        const struct label *label = &p->gold->labels[i];
        if (is_labelled(label, "PERSON") && words_within(words, p->names[i]) &&
            (!longest || utf8_length(label->text) > utf8_length(longest->text)))
            longest = label;
    }
    return longest ? longest->text : name;
}

/* The last person or pronoun's antecedent labelled before label `i`. */
static struct text last_person(struct pfsa *p, size_t i) {
    while (i-- > 0) {
        const struct label *label = &p->gold->labels[i];
        bool person = is_labelled(label, "PERSON") || is_labelled(label, "PERSONCOREF");
        if (person && !is_pronoun(p->arena, label->text))
            return resolve(p, label->text);
    }
    return (struct text){0};
}

/* The person named behind the cue, before any other statement. `first` is the label behind the cue,
 * `end` that behind the last in reach. */
static struct text next_person(struct pfsa *p, size_t first, size_t end, size_t from) {
    for (size_t i = first; i < end; i++) {
        const struct label *label = &p->gold->labels[i];
        if (label->start > from + REACH)
            continue;
        if (is_labelled(label, "STATEMENT"))
            return (struct text){0};
        if (is_labelled(label, "PERSON") || is_labelled(label, "PERSONCOREF"))
            return is_pronoun(p->arena, label->text) ? (struct text){0} : resolve(p, label->text);
    }
    return (struct text){0};
}

/* Works out the speaker of the statement that is label `i` from the labels behind it. */
static struct claim make_claim(struct pfsa *p, size_t i) {
    const struct label *labels = p->gold->labels;
    struct claim claim = {&labels[i], {0}, EVAL_PFSA_SPEAKER};
    size_t end = i + 1 + LABELS_NEAR, cue = i + 1;
    if (end > p->gold->label_count)
        end = p->gold->label_count;
    while (cue < end && labels[cue].start > labels[i].end + REACH)
        cue++;
    if (cue < end && is_labelled(&labels[cue], "CUE")) {
        claim.speaker = next_person(p, cue + 1, end, labels[i].end);
    } else if (cue < end && is_labelled(&labels[cue], "CUECOREF")) {
        claim.kind = EVAL_PFSA_SPEAKER_COREF;
        claim.speaker = last_person(p, i);
    }
    return claim;
}

static void judge(struct pfsa *p, enum eval_kind kind, bool right, struct text want,
                  struct text got, struct text about) {
    tally_right(p->tally, kind, right);
    if (!right)
        tally_error(p->tally, kind, want, got, about);
}

static void score_found(struct pfsa *p, const struct claim *claims, struct spanlist gold,
                        struct spanlist got, struct pairlist pairs) {
    bool *met = arena_alloc_array(p->arena, gold.count + 1, sizeof *met);
    bool *near = arena_alloc_array(p->arena, gold.count + 1, sizeof *near);
    bool *unused = arena_alloc_array(p->arena, got.count + 1, sizeof *unused);
    spans_same(p->arena, gold, got, met, unused);
    for (size_t i = 0; i < pairs.count; i++)
        near[pairs.at[i].gold] = true;
    for (size_t i = 0; i < gold.count; i++) {
        struct text words = text_slice(p->gold->text, claims[i].label->span);
        judge(p, EVAL_PFSA_RECALL, met[i], TEXT("missed"), (struct text){0}, words);
        judge(p, EVAL_PFSA_NEAR, near[i], TEXT("missed"), (struct text){0}, words);
    }
}

static void score_speakers(struct pfsa *p, const struct claim *claims, struct pairlist pairs) {
    for (size_t i = 0; i < pairs.count; i++) {
        const struct claim *claim = &claims[pairs.at[i].gold];
        struct text got = p->facts->lists[LIST_QUOTES].at[pairs.at[i].got].speaker;
        if (!claim->speaker.data)
            continue;
        bool right = got.data &&
                     names_agree(name_words(p->arena, claim->speaker), name_words(p->arena, got));
        judge(p, claim->kind, right, claim->speaker, got,
              text_slice(p->gold->text, claim->label->span));
    }
}

static void score_statements(struct pfsa *p) {
    size_t most = p->gold->label_count + 1;
    const struct items *quotes = &p->facts->lists[LIST_QUOTES];
    struct claim *claims = arena_alloc_array(p->arena, most, sizeof *claims);
    struct spanlist gold = {arena_alloc_array(p->arena, most, sizeof *gold.at), 0};
    struct spanlist got = {arena_alloc_array(p->arena, quotes->count + 1, sizeof *got.at), 0};
    for (size_t i = 0; i < p->gold->label_count; i++) {
        if (!is_labelled(&p->gold->labels[i], "STATEMENT"))
            continue;
        claims[gold.count] = make_claim(p, i);
        gold.at[gold.count++] = span_core(p->gold->text, p->gold->labels[i].span);
    }
    for (size_t i = 0; i < quotes->count; i++)
        got.at[got.count++] = span_core(p->gold->text, quotes->at[i].span);
    struct pairlist pairs = spans_match(p->arena, gold, got, NEAR);
    score_found(p, claims, gold, got, pairs);
    score_speakers(p, claims, pairs);
}

/* The first PERSON that stands right behind a role, or NULL. */
static const struct label *named_by_role(const struct pfsa *p, size_t role) {
    size_t end = p->gold->labels[role].end;
    for (size_t i = 0; i < p->gold->label_count; i++) {
        const struct label *label = &p->gold->labels[i];
        if (label->start >= end + ROLE_REACH)
            break;
        if (label->start >= end && is_labelled(label, "PERSON"))
            return label;
    }
    return NULL;
}

static const struct voice *find_person(struct pfsa *p, struct text name) {
    struct wordlist words = name_words(p->arena, name);
    for (size_t i = 0; i < p->facts->people_count; i++)
        if (names_agree(words, name_words(p->arena, p->facts->people[i].name)))
            return &p->facts->people[i];
    return NULL;
}

/* A position goes on to the institution, which PFSA-ID labels apart: only the role's own words
 * count. */
static void score_role(struct pfsa *p, size_t role) {
    const struct label *label = &p->gold->labels[role], *person = named_by_role(p, role);
    if (!person)
        return;
    const struct voice *voice = find_person(p, person->text);
    struct text position = voice ? voice->position : (struct text){0};
    struct wordlist a = words_sorted(p->arena, label->text);
    size_t both = words_shared(a, words_sorted(p->arena, position));
    tally_found(p->tally, EVAL_PFSA_ROLE, both, a.count, both);
    if (both < a.count)
        tally_error(p->tally, EVAL_PFSA_ROLE, person->text, label->text, position);
}

void score_pfsa(struct tally *tally, const struct sheet *gold, const struct sheet *facts,
                struct arena *arena) {
    static const struct sheet nothing = {.people_count = 0};
    struct pfsa p = {tally, gold, facts ? facts : &nothing, arena, NULL};
    p.names = arena_alloc_array(arena, gold->label_count + 1, sizeof *p.names);
    for (size_t i = 0; i < gold->label_count; i++)
        if (is_labelled(&gold->labels[i], "PERSON"))
            p.names[i] = name_words(arena, gold->labels[i].text);
    score_statements(&p);
    for (size_t i = 0; i < gold->label_count; i++)
        if (is_labelled(&gold->labels[i], "ROLE"))
            score_role(&p, i);
}
