/* The rules: which cue makes a unit an advisory, and of what type.
 *
 * Before: the cues of a unit, in order. After: advisories.c makes the fact. The first cue that
 * holds decides, because the main verb comes before what depends on it: in "meminta warga harus
 * tertib" it is the asking. Verbs that only remind give way to a "harus" after them. What officials
 * plan, praise or tell is kept out by the conditions that each role sets: who speaks, whether
 * somebody is named who could act, and whether the unit is reported speech at all. */
#include <config.h>

#include "extract/advisory_look.h"
#include "tables/words.h"

#define LEAD 5 /* tokens before a verb of hope: "Oleh karena itu, " */

/* "Para pedagang kami minta menutup lapak": those asked open the clause. */
static bool asks_those_before(const struct look *l) {
    size_t first = look_cue(l)->first;
    return first > l->unit->first && look_cue(l)->role == CUE_ASK &&
           advisory_role_at(l->c, first - 1, CUE_SELF) &&
           advisory_addressee_before(l->c, look_from(l, NEAR), first, false) >= 0;
}

/* "Ditekankan", "diperlukan". */
static bool is_passive(const struct look *l) {
    const struct token *token = &l->c->article->tokens.at[look_cue(l)->first];
    struct text word = token_text(l->c->article->text, token);
    return text_starts(word, "di") || text_starts(word, "Di");
}

/* "Mengingatkan soal kebersihan kepada para pedagang". */
static bool reminds_of(const struct look *l) {
    for (size_t i = look_cue(l)->end; i < look_until(l, FAR); i++) {
        if (token_is(l->c->article->text, &l->c->article->tokens.at[i], "kepada")) {
            return look_cue(l)->role == CUE_REMIND &&
                   advisory_has_object(l->c, i + 1, l->unit->end);
        }
    }
    return false;
}

/* "Mendorong masyarakat menanam": the cue holds those asked. */
static bool holds_those_asked(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    return cue->role == CUE_ASK && cue->end - cue->first > 1 && cue->end < l->unit->end &&
           advisory_addressee(l->c, cue->first + 1, cue->end, true) >= 0;
}

/* Something is asked: of somebody, or that something be done. */
static bool is_directed(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    bool tells = cue->role == CUE_REMIND && cue->end - cue->first == 1; /* menekankan, ... */
    bool people = tells ? advisory_has_object(l->c, cue->end, l->unit->end) ||
                              (is_passive(l) && look_people_before(l, FAR))
                        : look_people_with_task(l, FAR);
    people = people || holds_those_asked(l) || reminds_of(l);
    bool agent = tells && is_passive(l); /* "ditekankan Bupati" */
    return people || (!agent && look_office_after(l)) || look_stresses_doing(l) ||
           (look_cue(l)->role != CUE_REMIND && look_role_after(l, CUE_ALLOW, FAR)) ||
           look_role_after(l, CUE_SO, FAR) || look_role_after(l, CUE_LINK, FAR) ||
           look_role_after(l, CUE_MUST, FAR) || look_role_after(l, CUE_DONT, FAR) ||
           look_role_after(l, CUE_BEGIN, 1) ||
           (look_cue(l)->role == CUE_ASK && look_role_after(l, CUE_MORE, FAR)) ||
           asks_those_before(l) || look_asks_aloud(l) ||
           (look_addressed(l, FAR) && look_people_before(l, FAR));
}

/* The verb behind a quotation tells only who spoke. */
static bool is_attribution(const struct look *l) {
    return l->unit->after_quote && look_cue(l)->first <= l->unit->first + 1;
}

/* It happens to, or is done by, a particular suspect or victim. */
static bool is_about_suspect(const struct look *l) {
    return look_role_before(l, CUE_SUSPECT, NEAR) || look_role_after(l, CUE_SUSPECT, 2);
}

/* "... untuk turut mengajak warga": a purpose; the main verb stands before it. */
static bool is_purpose(const struct look *l) {
    const struct token *tokens = l->c->article->tokens.at;
    size_t i = look_cue(l)->first;
    i -= i > l->unit->first + 1 && (advisory_in_list(l->c, i - 1, LIST_ADVERB) ||
                                    token_is(l->c->article->text, &tokens[i - 1], "turut") ||
                                    token_is(l->c->article->text, &tokens[i - 1], "ikut"));
    return look_role_before(l, CUE_AIM, l->unit->end) ||
           (i > l->unit->first && (tokens[i - 1].word == KNOWN_UNTUK ||
                                   token_is(l->c->article->text, &tokens[i - 1], "upaya")));
}

/* "Warga mendesak", "para petani berharap": the verb's subject holds no office. */
static bool by_outsider(const struct look *l) {
    size_t first = look_cue(l)->first;
    return first > l->unit->first && advisory_role_at(l->c, first - 1, CUE_OUTSIDER);
}

/* "Pelopor yang mengajak ...": tells which one is meant, unless that is somebody with a name or his
 * words: "imbauan yang mengajak". */
static bool describes(const struct look *l) {
    const struct token *tokens = l->c->article->tokens.at;
    size_t first = look_cue(l)->first;
    bool manner = first > l->unit->first + 4 && /* "yang secara rutin mengingatkan" */
                  token_is(l->c->article->text, &tokens[first - 2], "secara");
    first -= manner ? 2 : 0;
    if (first < l->unit->first + 2 || tokens[first - 1].word != KNOWN_YANG) {
        return false;
    }
    bool words = false;
    for (size_t i = look_from(l, NEAR); i < first; i++) {
        words = words || advisory_role_at(l->c, i, CUE_SAY);
    }
    size_t who = first - 2;
    who -= who > l->unit->first && tokens[who].word == KNOWN_COMMA;
    return !words && tokens[who].letter_case == CASE_LOWER;
}

static bool order_holds(const struct look *l) {
    bool told = (look_carried(l) || l->unit->continued) && look_office_before(l);
    return (look_reported(l) || told) && !is_purpose(l) && !is_attribution(l) && !describes(l) &&
           !is_about_suspect(l);
}

/* "Kami akan terus mengajak": what the speaker is going to do. */
static bool is_planned(const struct look *l) { return look_role_before(l, CUE_FUTURE, 2); }

/* "Mereka minta pendataan ulang," said by an official: he tells what others ask for. */
static bool is_of_others(const struct look *l) {
    const struct token *tokens = l->c->article->tokens.at;
    size_t i = look_cue(l)->first;
    i -= i > l->unit->first + 1 && tokens[i - 1].word == KNOWN_JUGA;
    return l->unit->quoted && i > l->unit->first &&
           (token_is(l->c->article->text, &tokens[i - 1], "mereka") ||
            token_is(l->c->article->text, &tokens[i - 1], "Mereka") ||
            token_is(l->c->article->text, &tokens[i - 1], "dia"));
}

/* "Sembari mengajak warga": the verb of asking opens a sentence that goes on with a report. */
static bool goes_on_asking(const struct look *l) {
    return look_said(l) && look_cue(l)->first <= l->unit->first + 1;
}

/* Victims may be asked to come forward; what suspects ask is no advisory. */
static bool ask_holds(const struct look *l) {
    return (look_reported(l) || look_office_before(l) || goes_on_asking(l)) && is_directed(l) &&
           !is_attribution(l) && !is_purpose(l) && !by_outsider(l) && !describes(l) &&
           !is_planned(l) && !is_of_others(l) && !look_role_before(l, CUE_SUSPECT, NEAR);
}

/* "Mengingatkan bahwa" or "mengingatkan, ..." may only tell something: then what is told must
 * direct. */
static bool remind_holds(const struct look *l) {
    size_t next = look_cue(l)->end;
    bool comma =
        next < l->unit->end && token_is(l->c->article->text, &l->c->article->tokens.at[next], ",");
    if (comma || look_role_after(l, CUE_THAT, NEAR - 1)) {
        return ask_holds(l) &&
               (look_role_after(l, CUE_MUST, FAR) || look_role_after(l, CUE_DONT, FAR) ||
                look_role_after(l, CUE_OUGHT, FAR) || look_role_after(l, CUE_ASKED, FAR) ||
                look_role_after(l, CUE_CONSEQUENCE, FAR) ||
                (comma && look_role_after(l, CUE_SO, FAR)));
    }
    return ask_holds(l);
}

/* "Tim yang akan ditugaskan": tells which one is meant. */
static bool in_relative(const struct look *l) {
    size_t first = look_cue(l)->first;
    first -= look_role_before(l, CUE_FUTURE, 1);
    return first > l->unit->first && l->c->article->tokens.at[first - 1].word == KNOWN_YANG;
}

/* "Bank daerah juga perlu": a post or a body right before the cue. */
static bool office_before(const struct look *l) {
    size_t i = look_cue(l)->first;
    while (i > l->unit->first && advisory_in_list(l->c, i - 1, LIST_ADVERB)) {
        i--;
    }
    const struct hits *hits = &l->c->article->hits;
    const struct hit *post = hits_before(hits, i, LEXEME_POSITION);
    const struct hit *body = hits_before(hits, i, LEXEME_INSTITUTION);
    const struct hit *hit = post ? post : body;
    return hit && hit->first >= l->unit->first && advisory_is_office(l->c, hit);
}

/* In the narrative, only where somebody is the subject. What has been asked is told for what is
 * asked. */
static bool asked_holds(const struct look *l) {
    if (is_about_suspect(l) || in_relative(l) || look_role_before(l, CUE_SELF, 1)) {
        return false;
    }
    if (look_role_before(l, CUE_PAST, 2)) {
        return look_reported(l) &&
               (look_role_after(l, CUE_SO, 2) || look_role_after(l, CUE_LINK, 2));
    }
    return look_said(l) ? look_people_before(l, FAR) || is_directed(l) || office_before(l)
                        : look_people_before(l, NEAR);
}

/* "Diharapkan untuk", "diharapkan Rina untuk". */
static bool is_for(const struct look *l) {
    for (size_t i = look_cue(l)->end; i < look_until(l, 2); i++) {
        if (l->c->article->tokens.at[i].word == KNOWN_UNTUK) {
            return true;
        }
    }
    return false;
}

/* "Diharapkan Rina juga mampu": an official who is named as the one who hopes appeals, whatever the
 * hope is for. */
static bool hoped_by_official(const struct look *l) {
    size_t next = look_cue(l)->end;
    if (next >= l->unit->end || !is_passive(l) || !l->unit->stated ||
        advisory_standing(l->c, l->unit->speaker) != STANDING_OFFICE) {
        return false;
    }
    const struct token *token = &l->c->article->tokens.at[next];
    return advisory_named(l->c, token->start, token->end) == l->unit->speaker;
}

/* Projects are hoped to succeed; people are hoped to do something. */
static bool hoped_holds(const struct look *l) {
    bool further = look_said(l) && advisory_role_at(l->c, l->unit->first, CUE_FURTHER);
    bool opens = look_cue(l)->first <= l->unit->first + (further ? LEAD : 1);
    bool people = advisory_has_subject(l->c, l->unit->first, look_cue(l)->first);
    if (is_about_suspect(l) || look_role_after(l, CUE_OUTCOME, 2)) {
        return false;
    }
    if (people || look_object_follows(l, opens) || hoped_by_official(l) ||
        (advisory_role_at(l->c, l->unit->first, CUE_TOWARD) &&
         look_people_before_in_clause(l, NEAR))) {
        return true;
    }
    return look_said(l) && (look_forbids_after(l, 1) || look_role_after(l, CUE_SO, 1) ||
                            look_role_after(l, CUE_TOWARD, 1) || is_for(l) || office_before(l));
}

static bool must_holds(const struct look *l) { return look_said(l) && !is_about_suspect(l); }

/* Outside of speech people must do things for many reasons; an order is "harus" behind those whom
 * it is for, in the present. */
static bool people_must(const struct look *l) {
    bool told = look_role_before(l, CUE_PAST, FAR) || look_role_before(l, CUE_SELF, 2);
    size_t cue = look_cue(l)->first;
    bool also = cue > l->unit->first && l->c->article->tokens.at[cue - 1].word == KNOWN_JUGA;
    bool adds = (also || advisory_role_at(l->c, l->unit->first, CUE_FURTHER)) && /* "Selain itu" */
                advisory_passive(l->c, look_cue(l)->end, l->unit->end) < l->unit->end;
    return look_cue(l)->first == l->unit->first ||
           ((adds || look_people_before_in_clause(l, NEAR)) && !told);
}

static bool order_to_holds(const struct look *l) {
    return !look_forced(l) && !look_mused(l) && !look_tells_of_somebody(l) &&
           (must_holds(l) || (look_carried(l) && people_must(l) && !is_about_suspect(l)));
}

/* Nobody but a speaker says "jangan" or "mari". */
static bool address_holds(const struct look *l) {
    return must_holds(l) || (look_carried(l) && !is_about_suspect(l));
}

/* The same; "... supaya jangan orang luar yang mengisi" is a purpose, unless somebody asks for it,
 * and then the asking decides. */
static bool dont_holds(const struct look *l) {
    bool purpose = l->i > 0 && l->cues->at[l->i - 1].role == CUE_SO &&
                   l->cues->at[l->i - 1].end == look_cue(l)->first;
    return address_holds(l) && !purpose;
}

/* The same; "Tari Mari Kangen" is a name. */
static bool do_holds(const struct look *l) {
    const struct token *token = &l->c->article->tokens.at[look_cue(l)->first];
    bool name = token->letter_case == CASE_TITLE && !look_opens_clause(l) && !l->unit->quoted;
    return address_holds(l) && !name;
}

/* "Kewajiban warga", "warga punya kewajiban", "masker menjadi benda wajib": somebody's duty, not
 * "mendahulukan kewajiban". */
static bool duty_holds(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    bool noun = l->c->article->tokens.at[cue->end - 1].word == KNOWN_KEWAJIBAN;
    bool has = noun && cue->end - cue->first > 1 && !look_role_before(l, CUE_SELF, 2);
    bool meant = has || (noun ? advisory_has_object(l->c, cue->end, l->unit->end) ||
                                    advisory_has_subject(l->c, l->unit->first, cue->first)
                              : look_people_after(l, NEAR / 2) || look_people_before(l, FAR));
    return must_holds(l) && meant;
}

/* "Selain itu, sosialisasi juga perlu diperbanyak": something is to be done. */
static bool needs_doing(const struct look *l) {
    const struct article *article = l->c->article;
    size_t next = look_cue(l)->end;
    if (next >= l->unit->end || !advisory_role_at(l->c, l->unit->first, CUE_FURTHER) ||
        next - look_cue(l)->first != 1) {
        return false;
    }
    struct span verb = {article->tokens.at[next].start, article->tokens.at[next].end};
    return text_starts(article_slice(article, verb), "di");
}

/* "Pemda perlu mendata", "jalan itu perlu diperbaiki"; nouns and passives of need, "diperlukan",
 * direct only those who are named right behind. */
static bool needs_somebody(const struct look *l) {
    const struct unit_cue *cue = look_cue(l);
    bool modal = l->c->article->tokens.at[cue->first].word == KNOWN_PERLU;
    return advisory_has_object(l->c, cue->end, l->unit->end) ||
           (modal &&
            (look_people_before(l, NEAR - 2) || office_before(l) ||
             advisory_has_subject(l->c, l->unit->first, cue->first) ||
             (look_reported(l) && advisory_passive(l->c, cue->end, l->unit->end) < l->unit->end)));
}

static bool need_holds(const struct look *l) {
    bool opens = look_carried(l) && !l->c->announcement && look_cue(l)->first == l->unit->first;
    bool therefore = look_said(l) && needs_doing(l);
    opens = opens || (look_carried(l) && office_before(l));
    return (look_reported(l) || opens || therefore) && !is_about_suspect(l) &&
           !look_role_after(l, CUE_SELF, 2) &&
           (therefore || needs_somebody(l) || (!is_passive(l) && look_forbids_after(l, NEAR)));
}

/* Where the first outcome behind the cue begins, or the end of the unit. */
static size_t outcome_after(const struct look *l) {
    size_t outcome = l->unit->end;
    for (size_t i = l->cues->count; i > l->i + 1; i--) {
        if (l->cues->at[i - 1].role == CUE_MORE) {
            outcome = l->unit->end; /* "tidak hanya selesai" */
        }
        outcome = l->cues->at[i - 1].role == CUE_OUTCOME ? l->cues->at[i - 1].first : outcome;
    }
    return outcome;
}

/* "Berharap bantuan itu bermanfaat bagi warga": the outcome comes before anybody who could act, and
 * within `reach` tokens. */
static bool hopes_of_things(const struct look *l, size_t reach) {
    size_t outcome = outcome_after(l);
    return outcome < look_until(l, reach) && !look_role_after(l, CUE_SO, NEAR) &&
           advisory_addressee(l->c, look_cue(l)->end, outcome, true) < 0;
}

/* "Aspirasi masyarakat menginginkan": a group's wish, not the speaker's. */
static bool is_wish_of_others(const struct look *l) {
    const struct hit *group =
        hits_before(&l->c->article->hits, look_cue(l)->first, LEXEME_ADDRESSEE);
    return group && group->first > l->unit->first &&
           cues_addressee_kind(l->c->tables->cues, group->row) == ADDRESSEE_GROUP &&
           !cues_is_state(l->c->tables->cues, group->row);
}

/* What an office hopes for is an appeal; what somebody hopes aloud needs somebody who could act. */
static bool wish_holds(const struct look *l) {
    bool official = advisory_standing(l->c, l->unit->speaker) == STANDING_OFFICE;
    return (look_reported(l) || look_office_before(l)) && !is_attribution(l) &&
           !is_about_suspect(l) && !in_relative(l) && !by_outsider(l) && !is_wish_of_others(l) &&
           (official || l->unit->stated || is_directed(l)) &&
           (official ? !hopes_of_things(l, FAR) || look_people_after(l, l->unit->end)
                     : !hopes_of_things(l, l->unit->end));
}

/* "Semoga warga ...", "Harapan kami mereka ...": a group is named that could act, and no outcome
 * before it. */
static bool hope_holds(const struct look *l) {
    const struct article *article = l->c->article;
    size_t outcome = outcome_after(l), far = look_until(l, FAR);
    size_t until = outcome < far ? outcome : far;
    struct text word = token_text(article->text, &article->tokens.at[look_cue(l)->first]);
    bool ours = text_starts(word, "Harapan") || text_starts(word, "harapan");
    bool they = false;
    for (size_t i = look_cue(l)->end; ours && i < until; i++) {
        they = they || token_is(article->text, &article->tokens.at[i], "mereka");
    }
    return look_reported(l) && !is_about_suspect(l) &&
           (they || advisory_addressee(l->c, look_cue(l)->end, until, false) >= 0);
}

/* "... yang mereka sendiri tidak makan": the clause tells of something else. */
static bool relative_near(const struct look *l) {
    for (size_t i = look_from(l, NEAR); i < look_cue(l)->first; i++) {
        if (l->c->article->tokens.at[i].word == KNOWN_YANG) {
            return true;
        }
    }
    return false;
}

static bool abstain_holds(const struct look *l) {
    if (look_role_before(l, CUE_BELIEF, FAR) || relative_near(l)) {
        return false;
    }
    bool meant = look_reported(l) || look_role_before(l, CUE_PLEDGE, FAR);
    return meant && (look_people_before(l, FAR) || look_role_before(l, CUE_REMIND, FAR));
}

/* "Pegawai dapat mengadu", "dipersilakan melapor", "Segera melapor ...". */
static bool report_holds(const struct look *l) {
    bool opens = l->unit->quoted && look_role_before(l, CUE_ALLOW, 1) &&
                 look_cue(l)->first <= l->unit->first + 2;
    bool may = look_role_before(l, CUE_ALLOW, FAR - 3) || look_role_before(l, CUE_MUST, 2);
    return may && look_said(l) && !is_about_suspect(l) && !in_relative(l) &&
           !look_role_before(l, CUE_PAST, 3) && (opens || look_people_before(l, FAR));
}

/* "Kami membuka posko pengaduan", not "kami akan membuka". */
static bool receive_holds(const struct look *l) {
    return must_holds(l) && !look_role_before(l, CUE_FUTURE, 1);
}

/* The confidence of a rule is the share of its advisories that were right (sentence, type and
 * speaker) in annotated articles that nobody had read when the rules were made, 279 advisories in
 * all, drawn towards three quarters where there were few of a rule. */
static const struct rule {
    bool (*holds)(const struct look *look);
    const char *name;
    int confidence; /* hundredths */
} rules[CUE_ROLES] = {
    [CUE_ASK] = {ask_holds, "advisory-ask", 92},
    [CUE_ORDER] = {order_holds, "advisory-order", 90},
    [CUE_REMIND] = {remind_holds, "advisory-remind", 90},
    [CUE_ASKED] = {asked_holds, "advisory-asked", 80},
    [CUE_HOPED] = {hoped_holds, "advisory-hoped", 75},
    [CUE_MUST] = {order_to_holds, "advisory-must", 92},
    [CUE_DUTY] = {duty_holds, "advisory-duty", 60},
    [CUE_ABSTAIN] = {abstain_holds, "advisory-abstain", 50},
    [CUE_DONT] = {dont_holds, "advisory-dont", 92},
    [CUE_DO] = {do_holds, "advisory-do", 85},
    [CUE_BEGIN] = {look_imperative, "advisory-imperative", 80},
    [CUE_OUGHT] = {must_holds, "advisory-ought", 55},
    [CUE_NEED] = {need_holds, "advisory-need", 65},
    [CUE_WISH] = {wish_holds, "advisory-wish", 80},
    [CUE_HOPE] = {hope_holds, "advisory-hope", 50},
    [CUE_SO] = {look_goes_on, "advisory-continued", 45},
    [CUE_LINK] = {look_turns_to_do, "advisory-turned", 80},
    [CUE_SANCTION] = {look_sanction, "advisory-sanction", 85},
    [CUE_CONSEQUENCE] = {look_consequence, "advisory-consequence", 90},
    [CUE_REPORT] = {report_holds, "advisory-report", 80},
    [CUE_TELL] = {look_tell, "advisory-tell", 82},
    [CUE_RECEIVE] = {receive_holds, "advisory-receive", 70},
};

/* "Harus" or "tidak boleh" after a verb that only reminds, and "... adalah tidak mendukung". */
static bool gives_way(const struct look *l, struct verdict *verdict) {
    struct look later = *l;
    for (later.i++; later.i < l->cues->count; later.i++) {
        const struct unit_cue *cue = look_cue(&later);
        bool told = cue->role == CUE_ABSTAIN && look_role_before(&later, CUE_LIST, NEAR);
        bool asks = look_role_before(&later, CUE_SO, l->unit->end);
        bool threatens = (cue->role == CUE_CONSEQUENCE || cue->role == CUE_SANCTION) && !asks &&
                         look_consequence(&later);
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
    enum cue_role role = look_cue(l)->role;
    bool sanctions = look_has_role(l->cues, CUE_SANCTION);
    bool weak = role == CUE_REMIND || role == CUE_NEED || role == CUE_HOPED || role == CUE_SO ||
                (role == CUE_WISH && look_role_after(l, CUE_THAT, 3));
    if (weak && gives_way(l, verdict)) {
        return;
    }
    if (sanctions && (role == CUE_DUTY || look_role_before(l, CUE_OFFENCE, l->unit->end))) {
        verdict->type = ADVISORY_SANKSI;
    } else if (role == CUE_NEED && look_forbids_after(l, NEAR)) {
        verdict->type = ADVISORY_LARANGAN;
    } else if (verdict->type == ADVISORY_IMBAUAN && look_asks_to_report(l)) {
        verdict->type = ADVISORY_PELAPORAN;
    }
}

struct verdict advisory_decide(const struct advisory_context *c, const struct unit *unit,
                               const struct unit_cues *cues) {
    struct verdict verdict = {.type = ADVISORY_TYPES};
    struct look look = {c, unit, cues, 0};
    for (; look.i < cues->count; look.i++) {
        const struct unit_cue *cue = look_cue(&look);
        const struct rule *rule = &rules[cue->role];
        if (rule->holds && rule->holds(&look)) {
            verdict = (struct verdict){cue->role == CUE_LINK ? ADVISORY_IMBAUAN : cue->type, look.i,
                                       rule->confidence, rule->name};
            refine(&look, &verdict);
            break;
        }
    }
    return verdict;
}
