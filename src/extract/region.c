/* The focus region of an article, its scope, and further regions; the region of people by their
 * offices.
 *
 * Before: people and their positions. After: the summary puts the article into a chapter. Every
 * mention of a region (see region_mentions.h) is weighed by what stands around it and where it
 * stands; a regency or city, its province, or nobody comes out by rules that compare the sums. The
 * weights were set on annotated articles and have no unit. */
#include <config.h>

#include "extract/recognisers.h"
#include "extract/region_mentions.h"

#define EVIDENCE_SPANS 8

/* Sums in the units of weigh(). */
#define LEAST_EVIDENCE 24   /* one name in the lead and one in the body */
#define EARLY_ONCE 48       /* a name in the title; one in the lead has 32 */
#define EARLY_OFTEN 30      /* a name in the lead, where others follow */
#define LATE_IN_NATIONAL 32 /* two names in the body */

/* What speaks for one region. */
struct score {
    int marked;   /* offices and words for the kind of region */
    int bare;     /* the name alone */
    int early;    /* the part of both from title, dateline and lead */
    int title;    /* the part of both from the title */
    int dateline; /* the part of both from the dateline */
    int count;    /* mentions that are more than weak */
    int offices;  /* of these, governments and offices of the region */
    int places;   /* mentions as Kabupaten X or Kecamatan Y */
    int police;   /* the part of marked that police and soldiers of the province have */
    int venues;   /* of these, places of somebody's words in the body */
    int sum;      /* of a province: all that speaks for it and its regencies */
    int lead_sum; /* of a province: the part of it from title, dateline and lead */
};

struct scores {
    const struct regions *regions;
    const struct mentions *mentions;
    uint16_t *places; /* by region: where its score is in `at`; an article names few of them */
    struct score *at; /* the first is that of all regions that nothing speaks for */
    size_t at_count;
    size_t count;  /* of regions */
    int total;     /* of all regions */
    size_t *named; /* the regions with a score, in the order of their first mention */
    size_t named_count;
};

#define SCORE_LIMIT 1000000 /* what is clear by then does not get clearer, and sums stay small */

static const struct score *score_of(const struct scores *scores, size_t region) {
    return &scores->at[scores->places[region]];
}

/* The score of the region, to write to: a new one if it had none. */
static struct score *new_score(struct scores *scores, size_t region) {
    if (!scores->places[region])
        scores->places[region] = (uint16_t)scores->at_count++;
    return &scores->at[scores->places[region]];
}

static int value(const struct score *score) { return score->marked + score->bare; }

/* Jakarta: the nation's offices and most newsrooms are there. */
static bool is_capital(const struct region *region) { return text_is(region->code, "31"); }

/* A title counts three times and the lead twice what the body does: they say what the news is
 * about. */
static int weigh(const struct scores *scores, const struct mention *mention,
                 const struct region *region) {
    int weight = 0;
    bool capital_city = is_capital(region);
    bool venue = mention->is_venue && mention->context == MENTION_BARE;
    switch (mention->context) {
    case MENTION_MARKED:
        weight = mention->by_police && mention->rival != REGION_NONE ? 12 : 40;
        break;
    case MENTION_BARE:
        weight = region->type == REGION_PROVINCE ? 8 : 16;
        break;
    case MENTION_SUBDISTRICT:
        weight = 24;
        break;
    case MENTION_WEAK:
        return 3;
    case MENTION_LOCATOR:
        return 2;
    }
    if (capital_city && mention->context == MENTION_BARE)
        return mention->place == MENTION_IN_DATELINE ? 0 : 3;
    if (mention->by_clue)
        return 3;
    if (venue &&
        (scores->mentions->national_lead ||
         (scores->mentions->national > 0 && is_capital(regions_province(scores->regions, region)))))
        return 3; /* the nation's news, told at "ICE BSD, Tangerang, Rabu (20/5)" */
    switch (mention->place) {
    case MENTION_IN_TITLE:
        return 3 * weight;
    case MENTION_IN_DATELINE:
        return region->type == REGION_PROVINCE ? 2 * weight : 4 * weight;
    case MENTION_IN_LEAD:
        return 2 * weight;
    case MENTION_IN_BODY:
        break;
    }
    return weight;
}

static void add_score(struct scores *scores, size_t region, const struct mention *mention) {
    int weight = weigh(scores, mention, regions_get(scores->regions, region));
    struct score *score = new_score(scores, region);
    if (value(score) >= SCORE_LIMIT || weight == 0)
        return;
    if (value(score) == 0)
        scores->named[scores->named_count++] = region;
    struct score *province = new_score(scores, regions_get(scores->regions, region)->province);
    province->sum += weight;
    province->lead_sum += mention->place != MENTION_IN_BODY ? weight : 0;
    if (mention->context == MENTION_MARKED || mention->context == MENTION_SUBDISTRICT)
        score->marked += weight;
    else
        score->bare += weight;
    if (mention->place != MENTION_IN_BODY)
        score->early += weight;
    if (mention->place == MENTION_IN_TITLE)
        score->title += weight;
    if (mention->place == MENTION_IN_DATELINE)
        score->dateline += weight;
    score->count += weight > 3;
    score->offices += mention->is_office;
    score->places += mention->context == MENTION_MARKED || mention->context == MENTION_SUBDISTRICT;
    score->police += mention->by_force ? weight : 0;
    score->venues += weight > 3 && mention->is_venue && mention->place == MENTION_IN_BODY;
    scores->total += weight;
}

/* Of a kabupaten and a kota of one name: the one that is named as such elsewhere; else the
 * kabupaten or the kota by the words of the article. */
static size_t settle_rivals(const struct scores *scores, const struct mention *mention,
                            const struct mentions *mentions) {
    int first =
        value(score_of(scores, mention->region)) + 2 * score_of(scores, mention->region)->early;
    int second =
        value(score_of(scores, mention->rival)) + 2 * score_of(scores, mention->rival)->early;
    if (first != second)
        return first > second ? mention->region : mention->rival;
    const struct region *a = regions_get(scores->regions, mention->region);
    const struct region *b = regions_get(scores->regions, mention->rival);
    if (a->province != b->province) {
        int pa = value(score_of(scores, a->province)), pb = value(score_of(scores, b->province));
        if (pa != pb)
            return pa > pb ? mention->region : mention->rival;
    }
    bool rural = mentions->rural > mentions->urban;
    return (a->type == REGION_REGENCY) == rural ? mention->region : mention->rival;
}

/* A form that needs a second clue counts fully once its region, or another of its province, has
 * one. */
static bool has_second_clue(const struct scores *scores, size_t region, bool own) {
    const struct region *r = regions_get(scores->regions, region);
    return value(score_of(scores, region)) >= 16 ||
           (!own && value(score_of(scores, r->province)) >= 8);
}

/* Of the regions that share a subdistrict's name, the one with the most evidence; REGION_NONE if
 * none has any. */
static size_t settle_shared(const struct scores *scores, const struct region_form *form) {
    size_t best = REGION_NONE;
    int most = 0;
    for (size_t i = 0; i < form->sense_count; i++) {
        size_t region = form->senses[i].region;
        if (form->senses[i].kind == REGION_BY_SUBDISTRICT &&
            value(score_of(scores, region)) > most) {
            best = region;
            most = value(score_of(scores, region));
        }
    }
    return best;
}

static void add_all(struct scores *scores, struct mentions *mentions) {
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->at[i];
        if (mention->rival == REGION_NONE && !mention->by_clue && !mention->shared)
            add_score(scores, mention->region, mention);
    }
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->at[i];
        if (mention->rival != REGION_NONE) {
            size_t region = settle_rivals(scores, mention, mentions);
            mention->rival = region == mention->region ? mention->rival : mention->region;
            mention->region = region;
            add_score(scores, region, mention);
        }
    }
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->at[i];
        if (mention->by_clue && mention->rival == REGION_NONE) {
            mention->by_clue = !has_second_clue(scores, mention->region, mention->by_own_clue);
            add_score(scores, mention->region, mention);
        } else if (mention->shared) {
            mention->region = settle_shared(scores, mention->shared);
            if (mention->region != REGION_NONE)
                add_score(scores, mention->region, mention);
        }
    }
}

/* Sums of a province with its regencies, and the two best of those. */
struct standing {
    size_t province;
    int sum;
    size_t best, second; /* regencies, REGION_NONE if none has a score */
    size_t close;        /* regencies with at least half the score of the best */
    size_t named;        /* regencies with a score */
};

static struct standing standing_of(const struct scores *scores, size_t province) {
    struct standing out = {province, value(score_of(scores, province)), REGION_NONE, REGION_NONE, 0,
                           0};
    size_t end = province + 1;
    for (; end < scores->count && regions_get(scores->regions, end)->province == province; end++) {
        int score = value(score_of(scores, end));
        if (score == 0)
            continue;
        out.sum += score;
        out.named++;
        if (out.best == REGION_NONE || score > value(score_of(scores, out.best))) {
            out.second = out.best;
            out.best = end;
        } else if (out.second == REGION_NONE || score > value(score_of(scores, out.second))) {
            out.second = end;
        }
    }
    for (size_t i = province + 1; out.best != REGION_NONE && i < end; i++)
        out.close += 2 * value(score_of(scores, i)) >= value(score_of(scores, out.best));
    return out;
}

/* True if the region has the name of its province's capital. */
static bool is_seat(const struct scores *scores, size_t region) {
    const struct region *r = regions_get(scores->regions, region);
    struct text capitals = regions_province(scores->regions, r)->capital;
    for (size_t at = text_find(capitals, 0, r->short_name); at < capitals.size;
         at = text_find(capitals, at + 1, r->short_name)) {
        size_t end = at + r->short_name.size;
        if ((at == 0 || capitals.data[at - 1] == ';') &&
            (end == capitals.size || capitals.data[end] == ';'))
            return true;
    }
    return false;
}

/* True if the article is about the whole province rather than its best regency. In its capital the
 * province's offices often only have their seat; in another regency a province's office is mostly a
 * visitor, and the news is where it takes place. */
static bool is_province_wide(const struct scores *scores, const struct standing *standing) {
    if (standing->best == REGION_NONE)
        return true;
    const struct score *province = score_of(scores, standing->province),
                       *best = score_of(scores, standing->best);
    if (standing->named == 1 && best->places >= 2 && province->police == province->marked &&
        !is_seat(scores, standing->best))
        return false; /* the province's police at work in one regency */
    if ((standing->close >= 3 && value(province) > 0) || value(province) >= 3 * value(best))
        return true;
    if (province->title > 0 && best->early == 0 && standing->named >= 3)
        return true; /* the title names it, the body goes through its regencies */
    if (best->marked == 0 && province->early > best->early && is_seat(scores, standing->best))
        return true;
    if (province->marked == 0)
        return false;
    if (is_seat(scores, standing->best)) { /* where the dateline comes from, too */
        int rest = value(best) - best->dateline;
        return best->marked == 0 ? province->marked >= rest : value(province) > rest;
    }
    if (province->early < best->early)
        return false;
    return province->marked >= 2 * value(best);
}

/* How near the other provinces come to the leading one. */
struct rivals {
    size_t near;  /* with at least half of its sum */
    size_t early; /* with at least half of what title and lead say of it */
    bool equal;   /* one with three quarters of that */
};

static void count_rival(struct scores *scores, size_t lead, size_t province,
                        struct rivals *rivals) {
    const struct score *first = score_of(scores, lead);
    struct score *other = new_score(scores, province);
    rivals->near += 2 * other->sum >= first->sum;
    bool early = first->lead_sum > 0 && other->lead_sum > 0;
    rivals->early += early && 2 * other->lead_sum >= first->lead_sum;
    rivals->equal |= early && 4 * other->lead_sum >= 3 * first->lead_sum;
    other->sum = 0; /* counted */
    other->lead_sum = 0;
}

/* The leading province, and the others beside it. */
static struct standing lead_standing(struct scores *scores, struct rivals *rivals) {
    size_t lead = REGION_NONE;
    for (size_t i = 0; i < scores->named_count; i++) {
        size_t province = regions_get(scores->regions, scores->named[i])->province;
        if (lead == REGION_NONE || score_of(scores, province)->sum > score_of(scores, lead)->sum)
            lead = province;
    }
    *rivals = (struct rivals){0};
    if (lead == REGION_NONE)
        return (struct standing){REGION_NONE, 0, REGION_NONE, REGION_NONE, 0, 0};
    for (size_t i = 0; i < scores->named_count; i++) {
        size_t province = regions_get(scores->regions, scores->named[i])->province;
        if (province != lead && score_of(scores, province)->sum > 0)
            count_rival(scores, lead, province, rivals);
    }
    return standing_of(scores, lead);
}

/* True if the region is only where the nation's news happens to take place, or named once in
 * passing. */
static bool is_incidental(const struct scores *scores, const struct mentions *mentions,
                          size_t focus) {
    const struct score *score = score_of(scores, focus);
    const struct score *province = score_of(scores, regions_get(scores->regions, focus)->province);
    int least = score->count < 3 ? EARLY_ONCE : EARLY_OFTEN;
    if (regions_get(scores->regions, focus)->type == REGION_PROVINCE)
        least /= 2; /* as its names weigh half */
    if (score->marked == 0 && mentions->national_lead && score->early < least)
        return true;
    if (is_capital(regions_province(scores->regions, regions_get(scores->regions, focus))) &&
        score->marked == 0 && score->title == 0 && mentions->national > 0 &&
        (mentions->national_lead || score->early == 0))
        return true; /* "Gedung DPR RI, Jakarta Pusat" */
    if (mentions->national_lead && score->title == 0 && province->title == 0 &&
        score->offices == 0 && score->count < (score->early > 0 ? 2 : 3))
        return true; /* "Kementerian X ... seperti di Kabupaten Y" */
    if (score->early == 0 && score->venues == score->count && province->early == 0)
        return true; /* "kata dr. Anu di Depok, Senin" */
    if (score->early > 0 || province->early > 0)
        return false;
    if (mentions->national > 0)
        return score->count < 2 || value(score) < LATE_IN_NATIONAL;
    return score->count < 2 && score->marked == 0;
}

/* The focus region, or REGION_NONE where the article is the nation's or names no place with any
 * weight. */
static size_t decide(struct scores *scores, const struct mentions *mentions) {
    struct rivals rivals;
    struct standing lead = lead_standing(scores, &rivals);
    if (lead.province == REGION_NONE || lead.sum < LEAST_EVIDENCE)
        return REGION_NONE;
    if (rivals.near >= 2 || rivals.early >= 2 ||
        (rivals.near == 1 && mentions->national_lead && 2 * lead.sum < scores->total))
        return REGION_NONE;
    size_t focus = is_province_wide(scores, &lead) ? lead.province : lead.best;
    if (focus == lead.province && rivals.near == 1 && rivals.equal)
        return REGION_NONE; /* "Warga Jabar dan Sumbar" */
    return is_incidental(scores, mentions, focus) ? REGION_NONE : focus;
}

/* Share of the focus in all evidence, and how strong that is, in hundredths. */
static int confidence_of(const struct scores *scores, size_t focus) {
    const struct score *score = score_of(scores, focus);
    int share = scores->total > 0 ? 100 * value(score) / scores->total : 0;
    int strength = value(score) > 160 ? 160 : value(score);
    int confidence = 40 + share * 3 / 10 + strength * 29 / 160;
    return confidence > 99 ? 99 : confidence;
}

static void set_evidence(const struct mentions *mentions, size_t focus, struct arena *arena,
                         struct facts *facts) {
    struct span *spans = arena_alloc_array(arena, EVIDENCE_SPANS, sizeof(*spans));
    size_t count = 0;
    for (size_t i = 0; i < mentions->count && count < EVIDENCE_SPANS; i++) {
        const struct mention *mention = &mentions->at[i];
        if (mention->region == focus && mention->context != MENTION_WEAK &&
            span_size(mention->span) > 0)
            spans[count++] = mention->span;
    }
    facts->region_evidence = (struct spans){spans, count};
}

/* Other regions of the article: named with their offices and early, and not much less than the
 * focus. */
static void set_also(const struct scores *scores, size_t focus, struct arena *arena,
                     struct facts *facts) {
    const struct region *region = regions_get(scores->regions, focus);
    facts->also = arena_alloc_array(arena, scores->named_count, sizeof(*facts->also));
    for (size_t i = 0; i < scores->named_count; i++) {
        const struct region *other = regions_get(scores->regions, scores->named[i]);
        const struct score *score = score_of(scores, scores->named[i]);
        if (scores->named[i] == focus || other == regions_province(scores->regions, region) ||
            (region->type == REGION_PROVINCE && other->province == focus))
            continue;
        if (score->marked < 40 || score->early < 40 ||
            2 * value(score) < value(score_of(scores, focus)))
            continue;
        size_t at = facts->also_count++;
        for (; at > 0 && text_compare(facts->also[at - 1], other->code) > 0; at--)
            facts->also[at] = facts->also[at - 1];
        facts->also[at] = other->code;
    }
}

static void set_focus(const struct region *region, int confidence, struct facts *facts) {
    facts->scope = region->type == REGION_PROVINCE ? SCOPE_PROVINCE : SCOPE_REGENCY;
    facts->region_code = region->code;
    facts->region_name = region->name;
    facts->region_confidence = confidence;
}

/* A person's office tells its region: "Sekda Kabupaten Lahat". */
static void set_people(const struct tables *tables, struct arena *arena, struct facts *facts) {
    for (size_t i = 0; i < facts->people_count; i++) {
        struct person *person = &facts->people[i];
        if (person->region.data || person->position.size == 0)
            continue;
        size_t region = region_mentioned(person->position, tables, arena);
        if (region != REGION_NONE)
            person->region = regions_get(tables->regions, region)->code;
    }
}

/* Scores for so many mentions: each gives one to a region and one to its province. */
static struct scores scores_new(const struct regions *regions, const struct mentions *mentions,
                                struct arena *arena) {
    struct scores scores = {
        .regions = regions, .mentions = mentions, .count = regions_count(regions), .at_count = 1};
    size_t most = mentions->count < scores.count / 2 ? 2 * mentions->count : scores.count;
    scores.places = arena_alloc_array(arena, scores.count, sizeof(*scores.places));
    scores.at = arena_alloc_array(arena, most + 1, sizeof(*scores.at));
    scores.named = arena_alloc_array(arena, most, sizeof(*scores.named));
    return scores;
}

void extract_region(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts) {
    const struct regions *regions = tables->regions;
    struct mentions mentions = region_mentions(article, tables, facts, arena);
    struct scores scores = scores_new(regions, &mentions, arena);
    add_all(&scores, &mentions);
    set_people(tables, arena, facts);
    const struct region *hint =
        article->region_hint.data ? regions_find(regions, article->region_hint) : NULL;
    size_t focus = hint ? regions_index(regions, hint) : decide(&scores, &mentions);
    if (focus == REGION_NONE) {
        facts->scope = scores.total >= 8 || mentions.national > 0 ? SCOPE_NATIONAL : SCOPE_UNKNOWN;
        return;
    }
    set_focus(regions_get(regions, focus), hint ? 100 : confidence_of(&scores, focus), facts);
    set_evidence(&mentions, focus, arena, facts);
    set_also(&scores, focus, arena, facts);
}
