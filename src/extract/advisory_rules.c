/* The rules: which cue makes a unit an advisory, and of what type.
 *
 * Before: the cues of a unit, in order. After: advisories.c makes the fact. The first cue that
 * holds decides, because the main verb comes before what depends on it: in "meminta warga harus
 * tertib" it is the asking. Verbs that only remind give way to a "harus" after them. What officials
 * plan, praise or tell is kept out by the conditions that each role sets: who speaks, whether
 * somebody is named who could act, and whether the unit is reported speech at all. */
#include <config.h>

#include "extract/advisory.h"

#define NEAR 6 /* tokens: the subject of a verb, the object of a verb */
#define FAR 15 /* tokens: with its attributes */

/* What a rule looks at. */
struct look {
    const struct advisory_context *c;
    const struct unit *unit;
    const struct unit_cues *cues;
    size_t i; /* the cue in question */
};

static const struct unit_cue *cue_of(const struct look *l) { return &l->cues->at[l->i]; }

/* The unit is a quotation or indirect speech: a verb of asking has its speaker. */
static bool is_reported(const struct look *l) { return l->unit->quoted || l->unit->stated; }

/* Somebody holds the floor: the same, or what goes on with it. */
static bool is_said(const struct look *l) { return is_reported(l) || l->unit->continued; }

/* The end of the window of `size` tokens after the cue. */
static size_t after(const struct look *l, size_t size) {
    size_t until = cue_of(l)->end + size;
    return until < l->unit->end ? until : l->unit->end;
}

/* The start of the window of `size` tokens before the cue. */
static size_t before(const struct look *l, size_t size) {
    size_t from = cue_of(l)->first;
    return from > l->unit->first + size ? from - size : l->unit->first;
}

/* Somebody after the cue, and a word about what they are to do. */
static bool people_with_task(const struct look *l, size_t size) {
    for (size_t i = cue_of(l)->end; i < after(l, size); i++) {
        const struct hit *hit = hits_at(&l->c->article->hits, i, LEXEME_ADDRESSEE);
        if (hit && hit->end < l->unit->end) {
            return l->c->article->tokens.at[hit->end].kind == TOKEN_WORD ||
                   hit->end + 1 < l->unit->end;
        }
    }
    return false;
}

static bool people_after(const struct look *l, size_t size) {
    return advisory_addressee(l->c, cue_of(l)->end, after(l, size), true) >= 0;
}

static bool people_before(const struct look *l, size_t size) {
    return advisory_addressee_before(l->c, before(l, size), cue_of(l)->first, true) >= 0;
}

/* A cue of `role` within `size` tokens after the one in question. */
static bool role_after(const struct look *l, enum cue_role role, size_t size) {
    size_t until = after(l, size);
    for (size_t i = l->i + 1; i < l->cues->count && l->cues->at[i].first < until; i++) {
        if (l->cues->at[i].role == role) {
            return true;
        }
    }
    return false;
}

/* A cue of `role` within `size` tokens before it. */
static bool role_before(const struct look *l, enum cue_role role, size_t size) {
    size_t from = before(l, size);
    for (size_t i = l->i; i > 0 && l->cues->at[i - 1].first >= from; i--) {
        if (l->cues->at[i - 1].role == role) {
            return true;
        }
    }
    return false;
}

/* "... untuk tidak", "... tidak memihak" within `size` tokens after the cue. */
static bool forbids_after(const struct look *l, size_t size) {
    size_t until = after(l, size);
    for (size_t i = l->i + 1; i < l->cues->count && l->cues->at[i].first < until; i++) {
        const struct unit_cue *cue = &l->cues->at[i];
        if (cue->type == ADVISORY_LARANGAN && (cue->role == CUE_LINK || cue->role == CUE_ABSTAIN)) {
            return true;
        }
    }
    return false;
}

/* A cue of `role` anywhere in the unit. */
static bool has_role(const struct unit_cues *cues, enum cue_role role) {
    for (size_t i = 0; i < cues->count; i++) {
        if (cues->at[i].role == role) {
            return true;
        }
    }
    return false;
}

/* Somebody before the cue and in its clause. */
static bool people_before_in_clause(const struct look *l, size_t size) {
    size_t from = before(l, size);
    for (size_t i = cue_of(l)->first; i > from; i--) {
        if (token_is(l->c->article->text, &l->c->article->tokens.at[i - 1], ",")) {
            from = i;
        }
    }
    return advisory_addressee_before(l->c, from, cue_of(l)->first, true) >= 0;
}

/* A body or a post is named right behind the cue: "meminta inspektorat memeriksa". */
static bool office_after(const struct look *l) {
    for (size_t i = cue_of(l)->end; i < after(l, 2); i++) {
        const struct hit *body = hits_at(&l->c->article->hits, i, LEXEME_INSTITUTION);
        const struct hit *post = hits_at(&l->c->article->hits, i, LEXEME_POSITION);
        const struct hit *hit = body ? body : post;
        if (hit && hit->end + 2 < l->unit->end) {
            return true;
        }
    }
    return false;
}

/* Something is asked: of somebody, or that something be done. */
static bool is_directed(const struct look *l) {
    return people_with_task(l, FAR) || office_after(l) || role_after(l, CUE_ALLOW, FAR) ||
           role_after(l, CUE_SO, FAR) || role_after(l, CUE_LINK, FAR) ||
           role_after(l, CUE_MUST, FAR) || role_after(l, CUE_DONT, FAR);
}

/* The verb behind a quotation tells only who spoke. */
static bool is_attribution(const struct look *l) {
    return l->unit->after_quote && cue_of(l)->first <= l->unit->first + 1;
}

/* It happens to, or is done by, a particular suspect or victim. */
static bool is_about_suspect(const struct look *l) {
    return role_before(l, CUE_SUSPECT, NEAR) || role_after(l, CUE_SUSPECT, 2);
}

/* Victims may be asked to come forward; what suspects ask is no advisory. */
static bool ask_holds(const struct look *l) {
    return is_reported(l) && is_directed(l) && !is_attribution(l) &&
           !role_before(l, CUE_SUSPECT, NEAR);
}

/* "Mengingatkan bahwa" may only tell something: then what is told must direct. */
static bool remind_holds(const struct look *l) {
    if (role_after(l, CUE_THAT, 2)) {
        return ask_holds(l) && (role_after(l, CUE_MUST, FAR) || role_after(l, CUE_DONT, FAR) ||
                                role_after(l, CUE_OUGHT, FAR) || role_after(l, CUE_ASKED, FAR) ||
                                role_after(l, CUE_CONSEQUENCE, FAR));
    }
    return ask_holds(l);
}

static bool order_holds(const struct look *l) {
    return is_reported(l) && !is_attribution(l) && !is_about_suspect(l);
}

/* In the narrative, only where somebody is the subject. */
static bool asked_holds(const struct look *l) {
    if (is_about_suspect(l)) {
        return false;
    }
    return is_said(l) ? people_before(l, FAR) || is_directed(l) : people_before(l, NEAR);
}

/* Projects are hoped to succeed; people are hoped to do something. */
static bool hoped_holds(const struct look *l) {
    bool opens = cue_of(l)->first <= l->unit->first + 1;
    if (is_about_suspect(l)) {
        return false;
    }
    if (people_before_in_clause(l, NEAR - 2) || people_after(l, opens ? FAR : NEAR / 2)) {
        return true;
    }
    return is_said(l) && (forbids_after(l, 1) || role_after(l, CUE_SO, 1));
}

static bool must_holds(const struct look *l) { return is_said(l) && !is_about_suspect(l); }

/* "Kewajiban warga", "masker menjadi benda wajib": somebody's duty, not "seluruh kewajiban". */
static bool duty_holds(const struct look *l) {
    return must_holds(l) && (people_after(l, NEAR / 2) || people_before(l, FAR));
}

static bool need_holds(const struct look *l) {
    return is_reported(l) && !is_about_suspect(l) && !role_after(l, CUE_SELF, 2) &&
           (people_after(l, FAR) || people_before(l, NEAR - 2) || forbids_after(l, NEAR));
}

/* "Berharap bantuan itu bermanfaat bagi warga": the outcome comes before anybody who could act. */
static bool hopes_of_things(const struct look *l) {
    size_t outcome = l->unit->end;
    for (size_t i = l->cues->count; i > l->i + 1; i--) {
        outcome = l->cues->at[i - 1].role == CUE_OUTCOME ? l->cues->at[i - 1].first : outcome;
    }
    return outcome < l->unit->end && !role_after(l, CUE_SO, NEAR) &&
           advisory_addressee(l->c, cue_of(l)->end, outcome, true) < 0;
}

/* What an office hopes for is an appeal; what somebody hopes aloud needs somebody who could act. */
static bool wish_holds(const struct look *l) {
    return is_reported(l) && !is_attribution(l) && !is_about_suspect(l) &&
           (l->unit->stated || is_directed(l)) && !hopes_of_things(l);
}

static bool hope_holds(const struct look *l) {
    return is_reported(l) && !is_about_suspect(l) &&
           advisory_addressee(l->c, cue_of(l)->end, after(l, FAR), false) >= 0;
}

/* An imperative, after at most an adverb or two: "dan perlahan tinggalkan". */
static bool begin_holds(const struct look *l) {
    return is_said(l) && cue_of(l)->first <= l->unit->first + 2 && !role_before(l, CUE_SELF, 2);
}

/* "Selain itu, agar ...": the sentence before asked, this one goes on. */
static bool so_holds(const struct look *l) {
    bool opens =
        cue_of(l)->first == l->unit->first || (cue_of(l)->first <= l->unit->first + 3 &&
                                               advisory_role_at(l->c, l->unit->first, CUE_FURTHER));
    return is_said(l) && !l->unit->quoted && l->c->after_advisory && opens;
}

static bool abstain_holds(const struct look *l) {
    bool meant = is_said(l) || role_before(l, CUE_PLEDGE, FAR);
    return meant && (people_before(l, FAR) || role_before(l, CUE_REMIND, FAR));
}

/* "Pegawai yang ..." before the cue: whoever does that. */
static bool people_who_before(const struct look *l) {
    const struct article *article = l->c->article;
    for (size_t i = before(l, 2 * FAR); i < cue_of(l)->first; i++) {
        const struct hit *hit = hits_at(&article->hits, i, LEXEME_ADDRESSEE);
        size_t who = hit ? hit->end : i;
        bool people = hit || i == l->unit->first;
        if (people && who < cue_of(l)->first && article->tokens.at[who].hash == l->c->relative) {
            return true;
        }
    }
    return false;
}

/* The last comma before the cue, or the cue itself. */
static size_t comma_before(const struct look *l) {
    const struct article *article = l->c->article;
    for (size_t i = cue_of(l)->first; i > before(l, 2 * FAR); i--) {
        if (token_is(article->text, &article->tokens.at[i - 1], ",")) {
            return i - 1;
        }
    }
    return l->unit->first;
}

/* "Kalau ...," before the cue: the clause of the condition has ended. */
static bool condition_before(const struct look *l) {
    size_t comma = comma_before(l);
    for (size_t i = 0; i < l->i; i++) {
        if (l->cues->at[i].role == CUE_IF && l->cues->at[i].end <= comma) {
            return true;
        }
    }
    return false;
}

/* "... yang ... akan dipanggil": whoever does that, whatever he is called. */
static bool relative_before(const struct look *l) {
    const struct article *article = l->c->article;
    if (!role_before(l, CUE_FUTURE, 2) && !role_before(l, CUE_ALLOW, 2)) {
        return false;
    }
    for (size_t i = before(l, FAR); i < cue_of(l)->first; i++) {
        if (article->tokens.at[i].hash == l->c->relative) {
            return true;
        }
    }
    return false;
}

/* A consequence for whoever offends, not for somebody whom it has met. */
static bool consequence_holds(const struct look *l) {
    bool general = has_role(l->cues, CUE_OFFENCE) || condition_before(l) || relative_before(l) ||
                   role_before(l, CUE_OFFENDER, 2 * FAR) || people_who_before(l);
    return general && is_said(l) && !l->c->about_a_crime && !has_role(l->cues, CUE_SUSPECT) &&
           !role_before(l, CUE_PAST, 3);
}

/* "Pegawai dapat mengadu", "dipersilakan melapor". */
static bool report_holds(const struct look *l) {
    bool may = role_before(l, CUE_ALLOW, 2) || role_before(l, CUE_MUST, 2);
    return may && is_said(l) && !is_about_suspect(l) && !role_before(l, CUE_PAST, 3) &&
           people_before(l, FAR);
}

/* "Laporkan", where a clause begins. */
static bool tell_holds(const struct look *l) {
    size_t first = cue_of(l)->first;
    bool opens = first == l->unit->first || role_before(l, CUE_ALLOW, 1) ||
                 token_is(l->c->article->text, &l->c->article->tokens.at[first - 1], ",");
    return l->unit->quoted && opens && !l->c->about_a_crime;
}

/* A sanction for whoever offends, or the sanctions of the rule that was told just before. */
static bool sanction_holds(const struct look *l) {
    bool general = has_role(l->cues, CUE_OFFENCE) || (is_reported(l) && consequence_holds(l));
    if (has_role(l->cues, CUE_SUSPECT) || (l->c->about_a_crime && !general)) {
        return false;
    }
    if (general) {
        bool coming = has_role(l->cues, CUE_FUTURE) || has_role(l->cues, CUE_ALLOW);
        return is_reported(l) ? !role_before(l, CUE_PAST, 3) : coming;
    }
    if (role_after(l, CUE_SANCTION, FAR)) {
        return is_reported(l) || l->c->after_advisory;
    }
    return is_said(l) && l->c->after_advisory && cue_of(l)->first <= l->unit->first + 1;
}

static const struct rule {
    bool (*holds)(const struct look *look);
    const char *name;
    int confidence;
} rules[CUE_ROLES] = {
    [CUE_ASK] = {ask_holds, "advisory-ask", 90},
    [CUE_ORDER] = {order_holds, "advisory-order", 85},
    [CUE_REMIND] = {remind_holds, "advisory-remind", 85},
    [CUE_ASKED] = {asked_holds, "advisory-asked", 85},
    [CUE_HOPED] = {hoped_holds, "advisory-hoped", 70},
    [CUE_MUST] = {must_holds, "advisory-must", 85},
    [CUE_DUTY] = {duty_holds, "advisory-duty", 60},
    [CUE_ABSTAIN] = {abstain_holds, "advisory-abstain", 60},
    [CUE_DONT] = {must_holds, "advisory-dont", 80},
    [CUE_DO] = {must_holds, "advisory-do", 80},
    [CUE_BEGIN] = {begin_holds, "advisory-imperative", 65},
    [CUE_OUGHT] = {must_holds, "advisory-ought", 75},
    [CUE_NEED] = {need_holds, "advisory-need", 60},
    [CUE_WISH] = {wish_holds, "advisory-wish", 75},
    [CUE_HOPE] = {hope_holds, "advisory-hope", 60},
    [CUE_SO] = {so_holds, "advisory-continued", 60},
    [CUE_SANCTION] = {sanction_holds, "advisory-sanction", 80},
    [CUE_CONSEQUENCE] = {consequence_holds, "advisory-consequence", 70},
    [CUE_REPORT] = {report_holds, "advisory-report", 70},
    [CUE_TELL] = {tell_holds, "advisory-tell", 75},
    [CUE_RECEIVE] = {must_holds, "advisory-receive", 70},
};

/* "Harus" or "tidak boleh" after a verb that only reminds, and "... adalah tidak mendukung". */
static bool gives_way(const struct look *l, struct verdict *verdict) {
    struct look later = *l;
    for (later.i++; later.i < l->cues->count; later.i++) {
        const struct unit_cue *cue = cue_of(&later);
        bool told = cue->role == CUE_ABSTAIN && role_before(&later, CUE_LIST, NEAR);
        bool asks = role_before(&later, CUE_SO, l->unit->end);
        bool threatens = (cue->role == CUE_CONSEQUENCE || cue->role == CUE_SANCTION) && !asks &&
                         consequence_holds(&later);
        if (told || threatens || (cue->role == CUE_DONT && !asks) ||
            (cue->role == CUE_MUST && must_holds(&later))) {
            verdict->type = cue->type;
            verdict->cue = later.i;
            return true;
        }
    }
    return false;
}

/* What depends on the main verb: a consequence for offenders, a complaint that is asked for, a
 * prohibition. */
static void refine(const struct look *l, struct verdict *verdict) {
    enum cue_role role = cue_of(l)->role;
    bool sanctions = has_role(l->cues, CUE_SANCTION);
    if (role == CUE_REMIND && gives_way(l, verdict)) {
        return;
    }
    if (sanctions && (role == CUE_DUTY || role_before(l, CUE_OFFENCE, l->unit->end))) {
        verdict->type = ADVISORY_SANKSI;
    } else if (role == CUE_NEED && forbids_after(l, NEAR)) {
        verdict->type = ADVISORY_LARANGAN;
    } else if (verdict->type == ADVISORY_IMBAUAN &&
               (role_after(l, CUE_REPORT, 2 * FAR) || role_after(l, CUE_TELL, 2 * FAR))) {
        verdict->type = ADVISORY_PELAPORAN;
    }
}

struct verdict advisory_decide(const struct advisory_context *c, const struct unit *unit,
                               const struct unit_cues *cues) {
    struct verdict verdict = {.type = ADVISORY_TYPES};
    struct look look = {c, unit, cues, 0};
    for (; look.i < cues->count; look.i++) {
        const struct unit_cue *cue = cue_of(&look);
        const struct rule *rule = &rules[cue->role];
        if (rule->holds && rule->holds(&look)) {
            verdict = (struct verdict){cue->type, look.i, rule->confidence, rule->name};
            refine(&look, &verdict);
            break;
        }
    }
    return verdict;
}
