/* Whom an advisory directs, where its sentence tells.
 *
 * Before: a unit that is an advisory, and the cue that makes it one. After: the briefing names the
 * addressee. A wrong one is worse than none, so a group counts only where the grammar makes it the
 * one who is to act: the object right behind a verb of asking ("mengimbau seluruh ASN"), the
 * subject of its clause before a verb of duty ("ASN ... harus"), the agent of a passive ("wajib
 * dipatuhi peserta"), or whom the sentence turns to ("Kepada para camat, ..."). */
#include <config.h>

#include "extract/advisory.h"
#include "tables/vocabulary.h"
#include "tables/word_lists.h"

#define LEAD 6     /* words between a verb and the group it directs: "agar seluruh jajaran" */
#define PLAIN 12   /* tokens between a subject and its verb: "warga Kabupaten X juga harus" */
#define CLAUSE 40  /* likewise with a clause that describes it: "warga yang ... wajib" */
#define PASSIVE 5  /* letters of the shortest passive: "diisi" */
#define OPENING 3  /* words that open a sentence: "Pada intinya" */
#define AGENT 4    /* from a passive verb to "oleh": "dipahami pula oleh" */
#define TURNING 15 /* tokens back to "kepada" from "agar" */

#define ROLE(role) (UINT64_C(1) << (role))

/* What a clause begins behind; who stands behind one of these may be its subject. */
#define OPENERS                                                                                    \
    (ROLE(CUE_SO) | ROLE(CUE_THAT) | ROLE(CUE_IF) | ROLE(CUE_FURTHER) | ROLE(CUE_SAY) |            \
     ROLE(CUE_ASK) | ROLE(CUE_REMIND) | ROLE(CUE_ORDER) | ROLE(CUE_WISH) | ROLE(CUE_HOPED) |       \
     ROLE(CUE_HOPE) | ROLE(CUE_BELIEF))

_Static_assert(CUE_ROLES <= 64, "a bit for each role");

static const struct token *token_at(const struct advisory_context *c, size_t i) {
    return &c->article->tokens.at[i];
}

static bool is_word(const struct advisory_context *c, size_t i, const char *word) {
    return token_is(c->article->text, token_at(c, i), word);
}

bool advisory_in_list(const struct advisory_context *c, size_t i, enum word_list list) {
    return word_lists_have(c->tables->vocabulary, token_at(c, i)->word, list);
}

/* The form of addressees.tsv at a token, or NULL; `*kind` is what it is. */
static const struct hit *form_at(const struct advisory_context *c, size_t i,
                                 enum addressee_kind *kind) {
    const struct hit *hit = hits_at(&c->article->hits, i, LEXEME_ADDRESSEE);
    *kind = hit ? cues_addressee_kind(c->tables->cues, hit->row) : ADDRESSEE_KINDS;
    return hit;
}

int32_t advisory_addressee(const struct advisory_context *c, size_t from, size_t until, bool any) {
    for (size_t i = from; i < until; i++) {
        enum addressee_kind kind;
        const struct hit *hit = form_at(c, i, &kind);
        if (hit && (kind == ADDRESSEE_GROUP || (any && kind <= ADDRESSEE_BEFORE))) {
            return (int32_t)hit->row;
        }
    }
    return -1;
}

int32_t advisory_addressee_before(const struct advisory_context *c, size_t from, size_t until,
                                  bool any) {
    for (size_t i = until; i > from; i--) {
        int32_t row = advisory_addressee(c, i - 1, i, any);
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

/* The end of a cue at `i` of one of these roles, or 0. */
static size_t role_end(const struct advisory_context *c, size_t i, uint64_t roles) {
    const struct hits *hits = &c->article->hits;
    if (!(hits->classes[i] >> LEXEME_CUE & 1)) {
        return 0;
    }
    for (uint32_t h = hits->begin[i]; h < hits->begin[i + 1]; h++) {
        const struct hit *hit = &hits->at[h];
        if (hit->class == LEXEME_CUE && (roles & ROLE(cues_get(c->tables->cues, hit->row)->role))) {
            return hit->end;
        }
    }
    return 0;
}

/* True if a cue of one of these roles ends right before `i`. */
static bool role_ends(const struct advisory_context *c, size_t first, size_t i, uint64_t roles) {
    for (size_t back = 1; back <= LEAD && i >= first + back; back++) {
        if (role_end(c, i - back, roles) == i) {
            return true;
        }
    }
    return false;
}

/* True if a form of this kind may stand between a verb or a clause's beginning and a group. */
static bool leads(enum addressee_kind kind, bool will) {
    return kind == ADDRESSEE_PEOPLE || kind == ADDRESSEE_BEFORE || kind == ADDRESSEE_COUNT ||
           (will && kind == ADDRESSEE_WILL);
}

/* Where the words end that lead from a verb to the group it directs: "kembali", "kepada", "agar",
 * "seluruh jajaran"; or from the verb itself, "peran aktif", but not from the clause of "agar". */
static size_t behind_lead(const struct advisory_context *c, size_t from, size_t until) {
    bool will = true;
    size_t i = from;
    for (size_t words = 0; words < LEAD && i < until; words++) {
        enum addressee_kind kind;
        const struct hit *hit = form_at(c, i, &kind);
        size_t role = role_end(c, i, ROLE(CUE_SO) | ROLE(CUE_TOWARD));
        if (leads(kind, will)) {
            i = hit->end;
        } else if (role) {
            i = role;
            will = false;
        } else if (!hit &&
                   (advisory_in_list(c, i, LIST_ADVERB) || token_at(c, i)->kind == TOKEN_NUMBER ||
                    (will && is_word(c, i, "dari")) || (i == from && is_word(c, i, ",")))) {
            i++;
        } else {
            break;
        }
    }
    return i;
}

/* The row of the group that a verb directs which ends before `from`, or -1. */
static int32_t object_of(const struct advisory_context *c, size_t from, size_t until) {
    size_t i = behind_lead(c, from, until);
    enum addressee_kind kind;
    const struct hit *hit = i < until ? form_at(c, i, &kind) : NULL;
    return hit && kind == ADDRESSEE_GROUP ? (int32_t)hit->row : -1;
}

bool advisory_has_object(const struct advisory_context *c, size_t from, size_t until) {
    size_t end = behind_lead(c, from, until);
    for (size_t i = from; i < end; i++) {
        enum addressee_kind kind;
        if (form_at(c, i, &kind) && kind == ADDRESSEE_PEOPLE) {
            return true;
        }
    }
    return object_of(c, from, until) >= 0;
}

/* The first token of the words before a group that belong to it: "seluruh", "bapak ibu". */
static size_t before_determiners(const struct advisory_context *c, size_t first, size_t group) {
    size_t i = group;
    while (i > first) {
        const struct hit *hit = hits_before(&c->article->hits, i, LEXEME_ADDRESSEE);
        if (!hit || hit->first < first) {
            break;
        }
        enum addressee_kind kind = cues_addressee_kind(c->tables->cues, hit->row);
        if (!leads(kind, false)) {
            break;
        }
        i = hit->first;
    }
    return i;
}

static bool is_and(const struct advisory_context *c, size_t i) {
    uint32_t word = token_at(c, i)->word;
    return word == KNOWN_DAN || word == KNOWN_SERTA || word == KNOWN_COMMA || word == KNOWN_SLASH ||
           is_word(c, i, "atau") || is_word(c, i, "maupun");
}

/* "Kita sebagai ASN", "Sebagai ASN, kita": those who are spoken to as such. */
static bool in_capacity(const struct advisory_context *c, size_t first, size_t i) {
    if (i == first || !advisory_in_list(c, i - 1, LIST_CAPACITY)) {
        return false;
    }
    const struct hit *who = hits_before(&c->article->hits, i - 1, LEXEME_ADDRESSEE);
    return i - 1 == first || is_word(c, i - 2, ",") ||
           (who && cues_addressee_kind(c->tables->cues, who->row) == ADDRESSEE_PEOPLE);
}

/* "Pada intinya ASN", "Artinya ASN": a word for the whole opens the sentence. */
static bool sums_up(const struct advisory_context *c, size_t first, size_t i) {
    return i <= first + OPENING &&
           text_ends(token_text(c->article->text, token_at(c, i - 1)), "nya");
}

/* True if the group whose words begin at `i` opens a clause as its subject. */
static bool opens_clause(const struct advisory_context *c, size_t first, size_t i) {
    if (i == first || in_capacity(c, first, i)) {
        return true;
    }
    const struct token *before = token_at(c, i - 1);
    bool mark =
        before->word == KNOWN_COMMA || before->word == KNOWN_COLON || before->kind == TOKEN_QUOTE;
    if (mark || role_ends(c, first, i, OPENERS)) {
        return true;
    }
    return !advisory_in_list(c, i - 1, LIST_OBLIQUE) &&
           (advisory_in_list(c, i - 1, LIST_POINTING) || advisory_in_list(c, i - 1, LIST_LINK) ||
            is_word(c, i - 1, "maka") || is_word(c, i - 1, "ada") ||
            hits_before(&c->article->hits, i, LEXEME_SPEECH) || sums_up(c, first, i));
}

bool advisory_looks_like_verb(const struct advisory_context *c, size_t i) {
    static const char *const prefixes[] = {"mem", "men", "mel", "mer", "mew", "ber", "di"};
    const struct token *token = token_at(c, i);
    if (token->letter_case != CASE_LOWER || token->end - token->start < PASSIVE ||
        advisory_in_list(c, i, LIST_OBLIQUE) ||
        (c->article->hits.classes[i] >> LEXEME_SPEECH & 1)) {
        return false;
    }
    for (size_t p = 0; p < sizeof prefixes / sizeof prefixes[0]; p++) {
        if (text_starts(token_text(c->article->text, token), prefixes[p])) {
            return true;
        }
    }
    return false;
}

/* True if what follows a comma behind a subject is an aside: ", menurut Rina," ", baik ...". */
static bool is_aside(const struct advisory_context *c, size_t i) {
    enum addressee_kind kind;
    uint32_t speaks = 1U << LEXEME_SPEECH;
    return form_at(c, i, &kind) || is_and(c, i) || advisory_in_list(c, i, LIST_OBLIQUE) ||
           (c->article->hits.classes[i] & speaks) || is_word(c, i, "baik") ||
           is_word(c, i, "khususnya") || is_word(c, i, "terutama") || is_word(c, i, "termasuk") ||
           token_at(c, i)->letter_case != CASE_LOWER;
}

/* True if tokens [from, until) may stand between a subject and its verb. */
static bool bridges(const struct advisory_context *c, size_t from, size_t until) {
    bool described = false, aside = false;
    if (until - from > CLAUSE) {
        return false;
    }
    for (size_t i = from; i < until; i++) {
        described = described || token_at(c, i)->word == KNOWN_YANG;
        bool comma = token_at(c, i)->word == KNOWN_COMMA;
        aside = comma ? !aside : aside;
        if (role_end(c, i, ROLE(CUE_THAT) | ROLE(CUE_SO)) || token_at(c, i)->kind == TOKEN_QUOTE ||
            (!described && comma && i + 1 < until && aside && !is_aside(c, i + 1)) ||
            (!described && (advisory_looks_like_verb(c, i) || i - from > PLAIN))) {
            return false;
        }
    }
    return true;
}

/* An office's post with a capital: that of a particular person. */
static bool is_post(const struct advisory_context *c, size_t i) {
    const struct hit *post = hits_at(&c->article->hits, i, LEXEME_POSITION);
    return post && advisory_is_office(c, post) && token_at(c, i)->letter_case == CASE_TITLE;
}

/* A post with a capital and nothing beside it is the speaker, "ujar Bupati", but not where it opens
 * the sentence, "Camat diminta". */
static bool is_somebody(const struct advisory_context *c, const struct hit *group, size_t first) {
    bool opens = first == 0 || token_at(c, first - 1)->word == KNOWN_STOP ||
                 token_at(c, first)->gap == GAP_PARAGRAPH ||
                 token_at(c, first - 1)->kind == TOKEN_QUOTE;
    return is_post(c, group->first) && group->first == first &&
           !(opens && token_at(c, group->end)->letter_case == CASE_LOWER) &&
           token_at(c, group->end)->word != KNOWN_YANG;
}

/* "ASN dan warga": true if a group ends before the "dan" right before token `i`. */
static bool is_joined(const struct advisory_context *c, size_t first, size_t i) {
    while (i > first && is_and(c, i - 1)) {
        i--;
        const struct hit *hit = hits_before(&c->article->hits, i, LEXEME_ADDRESSEE);
        if (hit && hit->first >= first &&
            cues_addressee_kind(c->tables->cues, hit->row) == ADDRESSEE_GROUP) {
            return !is_somebody(c, hit, hit->first);
        }
    }
    return false;
}

/* The row of the group that is the subject of the verb at `verb`, or of the people where `any`, or
 * -1. */
static int32_t subject_of(const struct advisory_context *c, size_t first, size_t verb, bool any) {
    for (size_t i = verb; i > first && verb - i < CLAUSE; i--) {
        enum addressee_kind kind;
        const struct hit *group = form_at(c, i - 1, &kind);
        bool meant = kind == ADDRESSEE_GROUP || (any && kind == ADDRESSEE_PEOPLE);
        if (!group || !meant || group->end > verb) {
            continue;
        }
        size_t start = before_determiners(c, first, i - 1);
        if (is_joined(c, first, start) || is_somebody(c, group, start)) {
            continue;
        }
        if (opens_clause(c, first, start) && bridges(c, group->end, verb)) {
            return (int32_t)group->row;
        }
    }
    return -1;
}

bool advisory_has_subject(const struct advisory_context *c, size_t first, size_t verb) {
    return subject_of(c, first, verb, true) >= 0;
}

size_t advisory_passive(const struct advisory_context *c, size_t from, size_t until) {
    const uint64_t between = ROLE(CUE_ALLOW) | ROLE(CUE_LINK) | ROLE(CUE_FUTURE);
    size_t i = from;
    while (i < until && (role_end(c, i, between) || advisory_in_list(c, i, LIST_ADVERB) ||
                         is_word(c, i, "sering"))) {
        i++;
    }
    bool passive = i < until && token_at(c, i)->letter_case == CASE_LOWER &&
                   token_at(c, i)->end - token_at(c, i)->start > PASSIVE &&
                   text_starts(token_text(c->article->text, token_at(c, i)), "di") &&
                   !is_word(c, i, "disiplin");
    return passive ? i : until;
}

/* "Wajib dipatuhi oleh seluruh peserta": the row of whom the passive verb at `verb` has do it, or
 * -1. */
static int32_t agent_of(const struct advisory_context *c, size_t verb, size_t until) {
    size_t i = verb + 1;
    for (size_t by = i; by < until && by < i + AGENT; by++) {
        i = token_at(c, by)->word == KNOWN_OLEH ? by + 1 : i;
    }
    enum addressee_kind kind = ADDRESSEE_KINDS;
    const struct hit *hit = i < until ? form_at(c, i, &kind) : NULL;
    while (leads(kind, false)) {
        i = hit->end;
        hit = i < until ? form_at(c, i, &kind) : NULL;
    }
    return hit && kind == ADDRESSEE_GROUP ? (int32_t)hit->row : -1;
}

/* "ASN jangan", "Para camat, jangan": the row of the group that is spoken to right before the cue,
 * or -1. */
static int32_t spoken_to(const struct advisory_context *c, const struct unit *unit,
                         const struct unit_cue *cue) {
    size_t i = cue->first;
    while (i > unit->first &&
           (token_at(c, i - 1)->word == KNOWN_COMMA || advisory_in_list(c, i - 1, LIST_ADVERB))) {
        i--;
    }
    const struct hit *group = hits_before(&c->article->hits, i, LEXEME_ADDRESSEE);
    if (group && group->first >= unit->first) {
        return subject_of(c, unit->first, i, false);
    }
    size_t clause = cue->first;
    while (clause > unit->first && token_at(c, clause - 1)->word != KNOWN_COMMA) {
        clause--;
    }
    return subject_of(c, clause, cue->first, false);
}

/* "Kepada para camat, Bupati meminta ...", "menyampaikan kepada warga agar ...": whom the sentence
 * turns to before the cue; the row, or -1. */
static int32_t turned_to(const struct advisory_context *c, const struct unit *unit,
                         const struct unit_cue *cue) {
    size_t from = unit->first;
    size_t near = cue->first > from + TURNING ? cue->first - TURNING : from;
    for (size_t i = from; i < cue->first; i++) {
        bool opens = i == from || is_word(c, i - 1, ",");
        if (!opens && (cue->role != CUE_SO || i < near)) {
            continue;
        }
        size_t end = role_end(c, i, ROLE(CUE_TOWARD));
        int32_t row = end ? object_of(c, end, cue->first) : -1;
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

/* "Sanksi bagi ASN yang melanggar": the row of whom the sentence threatens behind the cue, or -1.
 */
static int32_t threatened(const struct advisory_context *c, size_t from, size_t until) {
    for (size_t i = from; i < until && i < from + TURNING; i++) {
        size_t end = role_end(c, i, ROLE(CUE_TOWARD));
        if (end) {
            return object_of(c, end, until); /* whoever is named later is not threatened */
        }
    }
    return -1;
}

static bool is_passive(const struct advisory_context *c, size_t i) {
    struct text word = token_text(c->article->text, token_at(c, i));
    return text_starts(word, "di") || text_starts(word, "Di");
}

/* The subject is the one punished where the cue is a passive, "ASN akan diberhentikan", but not in
 * "Bawaslu tidak segan menindak". */
static int32_t offender(const struct advisory_context *c, const struct unit *unit,
                        const struct unit_cue *cue) {
    bool passive = is_passive(c, cue->first) || is_word(c, cue->first, "terancam");
    int32_t row = passive ? subject_of(c, unit->first, cue->first, false) : -1;
    return row >= 0 ? row : threatened(c, cue->end, unit->end);
}

/* "Diharapkan, seusai acara, warga ...": the object behind a comma after the cue, or -1. */
static int32_t object_behind_comma(const struct advisory_context *c, size_t from, size_t until) {
    for (size_t i = from; i < until && i < from + TURNING; i++) {
        int32_t row = token_at(c, i)->word == KNOWN_COMMA ? object_of(c, i + 1, until) : -1;
        if (row >= 0) {
            return row;
        }
    }
    return -1;
}

/* Whom a verb of duty, hope or need directs. */
static int32_t dutiful(const struct advisory_context *c, const struct unit *unit,
                       const struct unit_cue *cue) {
    size_t passive = cue->role == CUE_ASKED ? unit->end : advisory_passive(c, cue->end, unit->end);
    if (passive < unit->end) {
        return agent_of(c, passive, unit->end);
    }
    int32_t row = subject_of(c, unit->first, cue->first, false);
    bool behind = cue->role != CUE_MUST && cue->role != CUE_ABSTAIN &&
                  !(cue->end < unit->end && is_post(c, cue->end)); /* "diharapkan Bupati" */
    row = row < 0 && behind ? object_of(c, cue->end, unit->end) : row;
    bool opens = cue->role == CUE_HOPED && cue->first == unit->first;
    return row < 0 && opens ? object_behind_comma(c, cue->end, unit->end) : row;
}

/* "Mengingatkan ASN bahwa netralitas harus dijaga": the object of a verb of asking before the cue;
 * the row, or -1. */
static int32_t asked_before(const struct advisory_context *c, const struct unit *unit,
                            const struct unit_cue *cue) {
    for (size_t i = unit->first; i < cue->first; i++) {
        size_t end = role_end(c, i, ROLE(CUE_ASK) | ROLE(CUE_REMIND) | ROLE(CUE_ORDER));
        if (end) {
            return object_of(c, end, unit->end);
        }
    }
    return -1;
}

/* The row of the group that the cue directs by itself, or -1. */
static int32_t directed(const struct advisory_context *c, const struct unit *unit,
                        const struct unit_cue *cue) {
    size_t first = cue->first;
    switch (cue->role) {
    case CUE_ASK:
    case CUE_ORDER:
    case CUE_REMIND:
    case CUE_WISH:
        if (first > unit->first && advisory_role_at(c, first - 1, CUE_SELF)) {
            /* "Warga kami minta" */
            int32_t row = subject_of(c, unit->first, first - 1, false);
            return row >= 0 ? row : object_of(c, cue->end, unit->end);
        }
        return cue->end < unit->end && is_post(c, cue->end) && is_passive(c, first)
                   ? -1 /* "ditekankan Bupati" */
                   : object_of(c, cue->end, unit->end);
    case CUE_ABSTAIN: /* "ASN netral" names its group itself */
        return advisory_addressee(c, first, first + 1, false) >= 0
                   ? advisory_addressee(c, first, first + 1, false)
                   : dutiful(c, unit, cue);
    case CUE_HOPE:
    case CUE_SO:
    case CUE_DO:
        return object_of(c, cue->end, unit->end);
    case CUE_SANCTION:
    case CUE_CONSEQUENCE:
        return offender(c, unit, cue);
    case CUE_DONT:
    case CUE_BEGIN:
        return spoken_to(c, unit, cue);
    case CUE_REPORT:
        return subject_of(c, unit->first, first, false);
    case CUE_RECEIVE: /* whose reports are meant is not who is told */
    case CUE_TELL:
        return -1;
    default:
        return dutiful(c, unit, cue);
    }
}

struct text advisory_addressed(const struct advisory_context *c, const struct unit *unit,
                               const struct unit_cue *cue) {
    static const uint64_t turning = ROLE(CUE_ASK) | ROLE(CUE_ORDER) | ROLE(CUE_REMIND) |
                                    ROLE(CUE_WISH) | ROLE(CUE_SO) | ROLE(CUE_ASKED) |
                                    ROLE(CUE_HOPED) | ROLE(CUE_DONT) | ROLE(CUE_DO) |
                                    ROLE(CUE_BEGIN) | ROLE(CUE_TELL);
    static const uint64_t dependent = ROLE(CUE_MUST) | ROLE(CUE_DONT) | ROLE(CUE_NEED);
    int32_t row = directed(c, unit, cue);
    if (row < 0 && (turning & ROLE(cue->role))) {
        row = turned_to(c, unit, cue);
    }
    if (row < 0 && (dependent & ROLE(cue->role))) {
        row = asked_before(c, unit, cue);
    }
    return row < 0 ? (struct text){0} : cues_addressee(c->tables->cues, (uint32_t)row);
}
