/* Advisories: sentences by which an official or an authority directs the conduct of others.
 *
 * Before: people, quotations and statements with their speakers. After: the briefing lists them by
 * region and type. Goes through the sentences that intake left uncut, one unit at a time, and
 * through the items of pledges and lists, which are no sentences of their own. */
#include <config.h>

#include "extract/advisory.h"
#include "extract/recognisers.h"

#define UNITS 24   /* units of one sentence */
#define LEAD 4     /* sentences at the beginning that the first speaker may say */
#define SUSPECTS 3 /* mentions of suspects from which an article is about a crime */

struct advisories {
    struct advisory *at;
    size_t count, capacity;
};

/* Asks, orders or forbids outright. */
static bool is_outright(const struct unit_cue *cue) {
    return cue->role == CUE_ASK || cue->role == CUE_ORDER || cue->role == CUE_REMIND ||
           cue->role == CUE_ASKED || cue->role == CUE_HOPED || cue->role == CUE_MUST ||
           cue->role == CUE_DONT || cue->role == CUE_DO || cue->role == CUE_BEGIN ||
           cue->role == CUE_SO;
}

/* True if the unit names groups, and all of them are the state or parts of it. */
static bool names_only_state(const struct advisory_context *c, const struct unit *unit) {
    bool state = false;
    for (size_t i = unit->first; i < unit->end; i++) {
        int32_t row = advisory_addressee(c, i, i + 1, false);
        if (row >= 0 && !cues_is_state(c->tables->cues, (uint32_t)row)) {
            return false;
        }
        state = state || row >= 0;
    }
    return state;
}

/* True if the unit names a group that its cue may direct. Of a report that does not tell who asks,
 * "sejumlah pedagang meminta", only behind the verb. */
static bool names_group(const struct advisory_context *c, const struct unit *unit,
                        const struct unit_cue *cue) {
    bool asks = cue->role == CUE_ASK || cue->role == CUE_ORDER || cue->role == CUE_REMIND;
    size_t from = unit->speaker == NOBODY && asks ? cue->end : unit->first;
    return advisory_addressee(c, from, unit->end, false) >= 0;
}

/* What somebody of whom no post is told says counts where he asks outright, and where it is plain
 * whom he directs, he did so just before, or all others who speak hold offices. What people demand
 * of the state is no advisory. */
static bool admit_person(const struct advisory_context *c, const struct unit *unit,
                         const struct unit_cue *cue) {
    bool named = unit->speaker != NOBODY;
    bool wishes = cue->role == CUE_WISH && named &&
                  (c->official || advisory_addressed(c, unit, cue).size > 0);
    bool trusted = named ? unit->speaker == c->directs || c->official : unit->quoted && c->official;
    bool plain = trusted || c->announcement || names_group(c, unit, cue);
    return (is_outright(cue) || wishes) && plain && !names_only_state(c, unit);
}

/* "Masyarakat diimbau ...", "otoritas mengimbau warga": asked by nobody in particular of a group
 * that is named, with the verb that authorities use. */
static bool is_public_appeal(const struct advisory_context *c, const struct unit *unit,
                             const struct unit_cue *cue) {
    struct text imbau = TEXT("imbau");
    struct text word = token_text(c->article->text, &c->article->tokens.at[cue->first]);
    bool asks = cue->role == CUE_ASK || cue->role == CUE_ASKED;
    return asks && unit->speaker == NOBODY && text_find(word, 0, imbau) < word.size &&
           advisory_addressed(c, unit, cue).size > 0;
}

/* "Kami mengharapkan seluruh karyawan ...": the head of a company asks its own people. */
static bool asks_own_staff(const struct advisory_context *c, const struct unit *unit,
                           const struct unit_cue *cue) {
    bool asks = cue->role == CUE_ASK || cue->role == CUE_REMIND || cue->role == CUE_WISH;
    return asks && text_equal(advisory_addressed(c, unit, cue), TEXT("pegawai"));
}

/* What a body says that is no authority, a company or a club, directs nobody. What is said by
 * somebody who may hold no office, or by nobody in particular, counts less. */
static bool admit(struct advisory_context *c, const struct unit *unit, const struct unit_cue *cue,
                  struct verdict *verdict) {
    enum standing standing = advisory_standing(c, unit->speaker);
    verdict->confidence -= unit->continued ? 15 : 0;
    if (standing == STANDING_OFFICE) {
        return true;
    }
    bool body =
        unit->speaker != NOBODY && c->facts->people[unit->speaker].kind == PERSON_INSTITUTION;
    /* News of no region lets players, doctors and singers speak more often than officials of whom
     * it does not tell the post. */
    bool said = unit->speaker != NOBODY || unit->quoted || unit->stated;
    bool anybody = c->facts->region_code.size == 0 && !is_public_appeal(c, unit, cue) &&
                   (said || !(c->announcement || advisory_some_official(c)));
    bool outside = standing == STANDING_OUTSIDE && !asks_own_staff(c, unit, cue);
    if (outside || body || anybody || !c->has_office) {
        return false;
    }
    verdict->confidence -= 20;
    if (unit->speaker != NOBODY || unit->quoted || unit->stated) {
        return admit_person(c, unit, cue);
    }
    return verdict->type == ADVISORY_SANKSI || (c->official && is_outright(cue) && unit->carried) ||
           (c->announcement && (is_outright(cue) || cue->role == CUE_TELL)) ||
           advisory_addressee(c, unit->first, unit->end, false) >= 0;
}

static bool is_about_a_crime(const struct advisory_context *c) {
    const struct hits *hits = &c->article->hits;
    size_t suspects = 0;
    for (size_t i = 0; i < c->cue_count && suspects < SUSPECTS; i++) {
        size_t at = c->cues[i];
        const struct token *token = &c->article->tokens.at[at];
        bool ill = token_is(c->article->text, token, "pasien") ||
                   token_is(c->article->text, token, "Pasien");
        if (token->cut || ill || hits_at(hits, at, LEXEME_ADDRESSEE)) {
            continue; /* pelaku usaha */
        }
        for (uint32_t h = hits->begin[at]; h < hits->begin[at + 1]; h++) {
            suspects += hits->at[h].class == LEXEME_CUE &&
                        cues_get(c->tables->cues, hits->at[h].row)->role == CUE_SUSPECT;
        }
    }
    return suspects >= SUSPECTS;
}

/* True if the page is an authority's own and tells the rules itself: "Peserta wajib membawa kartu".
 * go.id is the domain of public bodies. */
static bool is_announcement(const struct article *article, const struct facts *facts) {
    struct text domain = TEXT(".go.id");
    return facts->quote_count == 0 && facts->statement_count == 0 &&
           text_find(article->publisher, 0, domain) < article->publisher.size;
}

static void add_advisory(struct advisory_context *c, const struct unit *unit,
                         const struct unit_cue *cue, struct verdict verdict,
                         struct advisories *out) {
    out->at =
        arena_grow(c->arena, out->at, out->count, out->count + 1, sizeof *out->at, &out->capacity);
    struct advisory *advisory = &out->at[out->count++];
    *advisory = (struct advisory){.span = unit->span,
                                  .type = verdict.type,
                                  .speaker = unit->speaker,
                                  .confidence = verdict.confidence,
                                  .rule = verdict.rule};
    fid_make(advisory->fid, 'a', c->article->id, unit->span);
    advisory_details(c, unit, cue, advisory);
}

/* Whoever says what stands outside of quotations and statements: the one named before the verb of
 * asking, or whoever holds the floor; nobody for what is asked in the passive. */
static int told_by(const struct advisory_context *c, const struct unit *unit,
                   const struct unit_cue *cue) {
    if (unit->speaker != NOBODY || unit->quoted || unit->stated) {
        return unit->speaker;
    }
    if (cue->role == CUE_ASK || cue->role == CUE_REMIND) {
        return advisory_named(c, unit->span.start, c->article->tokens.at[cue->first].start);
    }
    bool direct = cue->role == CUE_MUST || cue->role == CUE_DONT || cue->role == CUE_DO ||
                  cue->role == CUE_BEGIN;
    bool spoken = c->said_next > 0; /* before that the text does not tell */
    return direct && unit->carried && spoken ? unit->floor : NOBODY;
}

/* Judges one unit; true if it is an advisory. */
static bool judge(struct advisory_context *c, struct unit *unit, struct advisories *out) {
    struct unit_cues cues;
    advisory_cues(c, unit, &cues);
    if (cues.count == 0) {
        return false;
    }
    struct verdict verdict = advisory_decide(c, unit, &cues);
    if (verdict.type == ADVISORY_TYPES) {
        return false;
    }
    const struct unit_cue *cue = &cues.at[verdict.cue];
    unit->speaker = told_by(c, unit, cue);
    if (!admit(c, unit, cue, &verdict)) {
        return false;
    }
    add_advisory(c, unit, cue, verdict, out);
    c->directs = is_outright(cue) ? unit->speaker : c->directs;
    return true;
}

/* Judges sentence `index`, a sentence like any other; opens a list that follows it. */
static void judge_sentence(struct advisory_context *c, size_t index, struct advisories *out) {
    struct unit units[UNITS];
    size_t count = advisory_units(c, index, units, UNITS);
    enum advisory_type type = ADVISORY_TYPES;
    for (size_t u = 0; u < count; u++) {
        c->after_advisory = judge(c, &units[u], out);
        type = c->after_advisory ? out->at[out->count - 1].type : type;
    }
    advisory_open_list(c, index, type);
}

static void add_item(struct advisory_context *c, const struct unit *unit, struct advisories *out) {
    const struct unit_cue none = {
        .first = (uint32_t)unit->first, .end = (uint32_t)unit->first, .role = CUE_MUST};
    struct unit_cues cues;
    advisory_cues(c, unit, &cues);
    struct verdict verdict = advisory_decide_item(c, unit, &cues);
    add_advisory(c, unit, cues.count ? &cues.at[verdict.cue] : &none, verdict, out);
}

void extract_advisories(const struct article *article, const struct tables *tables,
                        struct arena *arena, struct facts *facts) {
    struct advisory_context c = {
        .article = article, .tables = tables, .arena = arena, .facts = facts};
    struct advisories out = {0};
    c.standing = arena_alloc_array(arena, facts->people_count + 1, sizeof *c.standing);
    c.has_office = advisory_has_office(&c);
    c.official = advisory_is_official(&c);
    c.said_by = NOBODY;
    c.directs = NOBODY;
    c.floor = advisory_first_speaker(&c);
    c.floor_until = LEAD;
    c.announcement = is_announcement(article, facts);
    advisory_find_cues(&c);
    c.about_a_crime = is_about_a_crime(&c);
    for (size_t i = 0; i < article->sentences.count; i++) {
        struct unit item;
        if (advisory_item(&c, i, &item, &i)) {
            add_item(&c, &item, &out);
        } else {
            judge_sentence(&c, i, &out);
        }
    }
    facts->advisories = out.at;
    facts->advisory_count = out.count;
}
