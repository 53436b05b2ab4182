/* The focus region of an article, its scope, and further regions; the region of people by their
 * offices.
 *
 * Before: people and their positions. After: the summary puts the article into a chapter. Every
 * mention of a region (see region_mentions.h) is weighed by what stands around it and where it
 * stands; a regency or city, its province, or nobody comes out by rules that compare the sums. The
 * weights were set on annotated articles and have no unit. */
#include <config.h>

#include "extract/recognisers.h"
#include "extract/region_scores.h"

#define EVIDENCE_SPANS 8

/* Sums in the units of weigh(). */
#define LEAST_EVIDENCE 24 /* one name in the lead and one in the body */
#define NAMED_OUTRIGHT 80 /* with its office in the lead */
#define ONE_TOWN 16       /* one name of a town in the body */
#define LOCAL_OFFICES 2
#define EARLY_ONCE 48       /* a name in the title; one in the lead has 32 */
#define EARLY_OFTEN 30      /* a name in the lead, where others follow */
#define LEAST_NAME 8        /* one name of a province in the body */
#define LATE_IN_NATIONAL 32 /* two names in the body */

/* Sums of a province with its regencies, and the two best of those. */
struct standing {
    size_t province;
    int sum;
    size_t best, second; /* regencies, REGION_NONE if none has a score */
    size_t close;        /* regencies with at least half the score of the best */
    size_t named;        /* regencies with a score */
};

static struct standing standing_of(const struct scores *scores, size_t province) {
    struct standing out = {
        province, score_value(score_of(scores, province)), REGION_NONE, REGION_NONE, 0, 0};
    size_t end = province + 1;
    for (; end < scores->count && regions_get(scores->regions, end)->province == province; end++) {
        int score = score_value(score_of(scores, end));
        if (score == 0)
            continue;
        out.sum += score;
        out.named++;
        if (out.best == REGION_NONE || score > score_value(score_of(scores, out.best))) {
            out.second = out.best;
            out.best = end;
        } else if (out.second == REGION_NONE || score > score_value(score_of(scores, out.second))) {
            out.second = end;
        }
    }
    for (size_t i = province + 1; out.best != REGION_NONE && i < end; i++)
        out.close +=
            2 * score_value(score_of(scores, i)) >= score_value(score_of(scores, out.best));
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
    if ((standing->close >= 3 && score_value(province) > 0) ||
        score_value(province) >= 3 * score_value(best))
        return true;
    if (province->title > 0 && best->early == 0 && standing->named >= 3)
        return true; /* the title names it, the body goes through its regencies */
    if (best->marked == 0 && province->early > best->early && is_seat(scores, standing->best))
        return true;
    if (is_seat(scores, standing->best) && best->dateline > 0 && best->marked == 0 &&
        score_value(province) > 2 * LEAST_NAME &&
        score_value(province) >= score_value(best) - best->dateline)
        return true; /* beside its dateline the capital is named no more than the province */
    if (province->marked == 0)
        return false;
    if (is_seat(scores, standing->best)) { /* where the dateline comes from, too */
        int rest = score_value(best) - best->dateline;
        return best->marked == 0 ? province->marked >= rest : score_value(province) > rest;
    }
    if (province->early < best->early)
        return false;
    return province->marked >= 2 * score_value(best);
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
    struct score *other = score_change(scores, province);
    rivals->near += 2 * other->sum >= first->sum;
    bool early = first->lead_sum > 0 && other->lead_sum > 0;
    rivals->early += early && 2 * other->lead_sum >= first->lead_sum;
    rivals->equal |= early && 4 * other->lead_sum >= 3 * first->lead_sum;
    other->sum = 0; /* counted */
    other->lead_sum = 0;
}

/* The province `lead`, or, where title and lead do not name it, the one that they name outright. */
static size_t early_province(const struct scores *scores, size_t lead) {
    if (lead == REGION_NONE || score_of(scores, lead)->lead_sum > 0)
        return lead;
    size_t best = lead;
    for (size_t i = 0; i < scores->named_count; i++) {
        size_t province = regions_get(scores->regions, scores->named[i])->province;
        if (score_of(scores, province)->lead_sum >= NAMED_OUTRIGHT &&
            score_of(scores, province)->lead_sum > score_of(scores, best)->lead_sum)
            best = province;
    }
    return best;
}

/* The leading province, and the others beside it. */
static struct standing lead_standing(struct scores *scores, struct rivals *rivals) {
    size_t lead = REGION_NONE;
    for (size_t i = 0; i < scores->named_count; i++) {
        size_t province = regions_get(scores->regions, scores->named[i])->province;
        if (lead == REGION_NONE || score_of(scores, province)->sum > score_of(scores, lead)->sum)
            lead = province;
    }
    lead = early_province(scores, lead);
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
    if (mentions->opener < mentions->count && mentions->at[mentions->opener].region == focus &&
        score->count > 1)
        return false;
    int least = score->count < 3 ? EARLY_ONCE : EARLY_OFTEN;
    if (regions_get(scores->regions, focus)->type == REGION_PROVINCE)
        least /= 2; /* as its names weigh half */
    bool province_once =
        regions_get(scores->regions, focus)->type == REGION_PROVINCE && score->count < 2;
    if (score->marked == 0 && mentions->national_lead && (score->early < least || province_once))
        return true;
    if (region_is_capital(regions_province(scores->regions, regions_get(scores->regions, focus))) &&
        score->marked == 0 && score->title == 0 && mentions->national > 0 &&
        (mentions->national_lead || score->early == 0))
        return true; /* "Gedung DPR RI, Jakarta Pusat" */
    if (mentions->national_lead && score->title == 0 && province->title == 0 &&
        score->offices == 0 && score->local == 0 && score->count < (score->early > 0 ? 2 : 3))
        return true; /* "Kementerian X ... seperti di Kabupaten Y" */
    bool visitor = mentions->visit && score->offices > 1; /* whose office is told at the end */
    if (mentions->from_capital && !visitor && score->early == 0 && province->early == 0 &&
        !region_is_capital(regions_province(scores->regions, regions_get(scores->regions, focus))))
        return true; /* one of several examples, or another article behind the first */
    if (score->early == 0 && score->venues == score->count && province->early == 0)
        return true; /* "kata dr. Anu di Depok, Senin" */
    if (score->early > 0 || province->early > 0)
        return false;
    if (mentions->national > 0)
        return score->count < 2 || score_value(score) < LATE_IN_NATIONAL;
    return score->count < 2 && score->marked == 0;
}

/* True for a town that is named once, but alone, among local offices that leave out whose they are:
 * "Kepala Dinas Sosial ..., Desa ..." */
static bool is_alone(const struct scores *scores, const struct mentions *mentions,
                     const struct standing *lead) {
    return mentions->national == 0 && lead->named == 1 &&
           !region_is_capital(regions_get(scores->regions, lead->province)) &&
           scores->total == lead->sum && score_value(score_of(scores, lead->best)) >= ONE_TOWN &&
           mentions->rural + mentions->urban + mentions->offices >= LOCAL_OFFICES;
}

/* True for a regency or city that a mention names outright. */
static bool names_town(const struct scores *scores, const struct mention *mention) {
    return mention->region != REGION_NONE && mention->context != MENTION_WEAK &&
           mention->context != MENTION_LOCATOR && !mention->by_clue &&
           regions_get(scores->regions, mention->region)->type != REGION_PROVINCE;
}

/* Whose visit it is: the first town in the title that no "di" or "ke" leads to; where the title has
 * none, the first in the lead whose office is named. NULL if there is none. */
static const struct mention *visitor_of(const struct scores *scores,
                                        const struct mentions *mentions) {
    for (size_t i = 0; i < mentions->count; i++) {
        const struct mention *mention = &mentions->at[i];
        bool title = mention->place == MENTION_IN_TITLE && mention->way == MENTION_NO_WAY;
        bool lead = mention->place == MENTION_IN_LEAD && mention->is_office;
        if (names_town(scores, mention) && (title || lead))
            return mention;
    }
    return NULL;
}

/* Of an office that goes to learn from another one elsewhere the news is its own, though the place
 * it goes to is named more often; but where the title says that it is "di X", the news is there,
 * and two that a title joins are left to the sums. */
static size_t settle_visit(const struct scores *scores, const struct mentions *mentions,
                           size_t focus) {
    if (!mentions->visit || regions_get(scores->regions, focus)->type == REGION_PROVINCE)
        return focus;
    const struct mention *visitor = visitor_of(scores, mentions);
    if (!visitor || visitor->region == focus)
        return focus;
    for (size_t i = 0; i < mentions->count && visitor->place == MENTION_IN_TITLE; i++) {
        const struct mention *mention = &mentions->at[i];
        if (mention->place == MENTION_IN_TITLE && mention->region == focus &&
            (mention->way == MENTION_AT || mention->joined))
            return focus;
    }
    return visitor->region;
}

/* The focus region, or REGION_NONE where the article is the nation's or names no place with any
 * weight; then `venue` is where it happens to take place, if that is told clearly. */
static size_t decide(struct scores *scores, const struct mentions *mentions, size_t *venue) {
    *venue = REGION_NONE;
    struct rivals rivals;
    struct standing lead = lead_standing(scores, &rivals);
    if (lead.province == REGION_NONE)
        return REGION_NONE;
    if (lead.sum < LEAST_EVIDENCE)
        return is_alone(scores, mentions, &lead) ? lead.best : REGION_NONE;
    if (rivals.near >= 2 || rivals.early >= 2 ||
        (rivals.near == 1 && mentions->national_lead && 2 * lead.sum < scores->total))
        return REGION_NONE;
    size_t focus = is_province_wide(scores, &lead) ? lead.province : lead.best;
    if (focus == lead.province && rivals.near == 1 && rivals.equal)
        return REGION_NONE; /* "Warga Jabar dan Sumbar" */
    if (!is_incidental(scores, mentions, focus))
        return settle_visit(scores, mentions, focus);
    const struct score *score = score_of(scores, focus);
    bool more = score->marked > 0 || score->title > 0 || score->count > 1;
    if (more && score->early > 0 && !region_is_capital(regions_get(scores->regions, lead.province)))
        *venue = focus;
    return REGION_NONE;
}

/* The focus; where none is, the capital if its police alone act: it is known by no town's name. */
static size_t find_focus(struct scores *scores, const struct mentions *mentions, size_t *venue) {
    size_t focus = decide(scores, mentions, venue);
    bool police = mentions->metro > 1 && mentions->metro_lead && !mentions->national_lead;
    if (focus != REGION_NONE || !police)
        return focus;
    const struct region *capital = regions_find(scores->regions, TEXT("31"));
    return capital ? regions_index(scores->regions, capital) : REGION_NONE;
}

/* Share of the focus in all evidence, and how strong that is, in hundredths. */
static int confidence_of(const struct scores *scores, size_t focus) {
    const struct score *score = score_of(scores, focus);
    int share = scores->total > 0 ? 100 * score_value(score) / scores->total : 0;
    int strength = score_value(score) > 160 ? 160 : score_value(score);
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
        if (scores->named[i] == focus ||
            (region->type == REGION_PROVINCE && other->province == focus))
            continue;
        if (other == regions_province(scores->regions, region) &&
            (score->title == 0 || score->offices < 2))
            continue;
        if (score->marked < 40 || score->early < 40 ||
            4 * score_value(score) < score_value(score_of(scores, focus)))
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

void extract_region(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts) {
    const struct regions *regions = tables->regions;
    struct mentions mentions = region_mentions(article, tables, facts, arena);
    struct scores scores = scores_make(regions, &mentions, arena);
    set_people(tables, arena, facts);
    const struct region *hint =
        article->region_hint.data ? regions_find(regions, article->region_hint) : NULL;
    size_t venue = REGION_NONE;
    size_t focus = hint ? regions_index(regions, hint) : find_focus(&scores, &mentions, &venue);
    if (focus == REGION_NONE) {
        if (venue != REGION_NONE) {
            facts->also = arena_alloc_array(arena, 1, sizeof(*facts->also));
            facts->also[facts->also_count++] = regions_get(regions, venue)->code;
        }
        facts->scope = scores.total >= 8 || mentions.national > 0 ? SCOPE_NATIONAL : SCOPE_UNKNOWN;
        return;
    }
    set_focus(regions_get(regions, focus), hint ? 100 : confidence_of(&scores, focus), facts);
    set_evidence(&mentions, focus, arena, facts);
    set_also(&scores, focus, arena, facts);
}
