/* Weighs the mentions of regions and adds them up: see region_scores.h. The weights were set on
 * annotated articles and have no unit. */
#include <config.h>

#include "extract/region_scores.h"

#define SCORE_LIMIT 1000000 /* what is clear by then does not get clearer, and sums stay small */

const struct score *score_of(const struct scores *scores, size_t region) {
    return &scores->at[scores->places[region]];
}

struct score *score_change(struct scores *scores, size_t region) {
    if (!scores->places[region])
        scores->places[region] = (uint16_t)scores->at_count++;
    return &scores->at[scores->places[region]];
}

int score_value(const struct score *score) { return score->marked + score->bare; }

bool region_is_capital(const struct region *region) { return text_is(region->code, "31"); }

/* A title counts three times and the lead twice what the body does: they say what the news is
 * about. */
static int weigh(const struct scores *scores, const struct mention *mention,
                 const struct region *region) {
    int weight = 0;
    bool capital_city = region_is_capital(region);
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
    if (capital_city && mention->context == MENTION_BARE) {
        bool named = mention->full_name || mention->place == MENTION_IN_TITLE;
        if (mention->place == MENTION_IN_DATELINE)
            return 0;
        if (!named || scores->mentions->national_lead)
            return 3;
    }
    if (mention->by_court && scores->mentions->national_lead &&
        region_is_capital(regions_province(scores->regions, region)))
        return 3; /* the nation's cases are heard there */
    if (mention->by_clue)
        return 3;
    if (venue && (scores->mentions->national_lead ||
                  (scores->mentions->national > 0 &&
                   region_is_capital(regions_province(scores->regions, region)))))
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
    struct score *score = score_change(scores, region);
    if (score_value(score) >= SCORE_LIMIT || weight == 0)
        return;
    if (score_value(score) == 0)
        scores->named[scores->named_count++] = region;
    struct score *province = score_change(scores, regions_get(scores->regions, region)->province);
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
    score->local += mention->context == MENTION_SUBDISTRICT && mention->place != MENTION_IN_BODY;
    score->police += mention->by_force ? weight : 0;
    score->venues += weight > 3 && mention->is_venue && mention->place == MENTION_IN_BODY;
    scores->total += weight;
}

/* Of a kabupaten and a kota of one name: the one that is named as such elsewhere; else the
 * kabupaten or the kota by the words of the article. */
static size_t settle_rivals(const struct scores *scores, const struct mention *mention,
                            const struct mentions *mentions) {
    int first = score_value(score_of(scores, mention->region)) +
                2 * score_of(scores, mention->region)->early;
    int second =
        score_value(score_of(scores, mention->rival)) + 2 * score_of(scores, mention->rival)->early;
    if (first != second)
        return first > second ? mention->region : mention->rival;
    const struct region *a = regions_get(scores->regions, mention->region);
    const struct region *b = regions_get(scores->regions, mention->rival);
    if (a->province != b->province) {
        int pa = score_value(score_of(scores, a->province)),
            pb = score_value(score_of(scores, b->province));
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
    return score_value(score_of(scores, region)) >= 16 ||
           (!own && score_value(score_of(scores, r->province)) >= 8);
}

/* Of the regions that share a subdistrict's name, the one with the most evidence; REGION_NONE if
 * none has any. */
static size_t settle_shared(const struct scores *scores, const struct region_form *form) {
    size_t best = REGION_NONE;
    int most = 0;
    for (size_t i = 0; i < form->sense_count; i++) {
        size_t region = form->senses[i].region;
        if (form->senses[i].kind == REGION_BY_SUBDISTRICT &&
            score_value(score_of(scores, region)) > most) {
            best = region;
            most = score_value(score_of(scores, region));
        }
    }
    return best;
}

static void add_all(struct scores *scores, struct mentions *mentions) {
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->at[i];
        bool dateline = mention->place == MENTION_IN_DATELINE && mention->region != REGION_NONE;
        if (dateline && region_is_capital(regions_get(scores->regions, mention->region)))
            mentions->from_capital = true;
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

struct scores scores_make(const struct regions *regions, struct mentions *mentions,
                          struct arena *arena) {
    struct scores scores = scores_new(regions, mentions, arena);
    add_all(&scores, mentions);
    return scores;
}
