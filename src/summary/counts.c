/* Key figures: see counts.h. Before: stories and chapters. After: finished.h. Advertorials count
 * only as such. */
#include <config.h>

#include "summary/counts.h"

bool flag_matters(const struct flag *flag) {
    return flag->kind != FLAG_BOILERPLATE && flag->kind != FLAG_DUPLICATE;
}

/* Adds what the stories of a chapter hold. */
static void count_province(struct province *province, const struct finished *finished,
                           const struct chapter *chapter) {
    province->story_count += chapter->story_count;
    for (size_t i = 0; i < chapter->story_count; i++) {
        const struct facts *facts = finished->stories[chapter->stories[i]].facts;
        for (size_t j = 0; j < facts->advisory_count; j++)
            province->directive_count += !advisory_is_lost(facts, j);
        province->quote_count += facts->quote_count;
        province->statement_count += facts->statement_count;
        province->citation_count += facts->citation_count;
    }
}

static void count_story(struct counts *counts, const struct facts *facts) {
    counts->stories++;
    counts->quotes += facts->quote_count;
    counts->statements += facts->statement_count;
    counts->citations += facts->citation_count;
    for (size_t i = 0; i < facts->advisory_count; i++)
        counts->directives[facts->advisories[i].type] += !advisory_is_lost(facts, i);
    for (size_t i = 0; i < facts->flag_count; i++)
        counts->flags += flag_matters(&facts->flags[i]);
}

static void count_provinces(struct finished *out) {
    for (size_t i = 0; i < out->province_count; i++) {
        struct province *province = &out->provinces[i];
        count_province(province, out, &province->own);
        for (size_t j = 0; j < province->region_count; j++) {
            count_province(province, out, &province->regions[j]);
            out->counts.regions += province->regions[j].story_count > 0;
        }
        out->counts.provinces += province->story_count > 0;
    }
}

void counts_fill(struct finished *out, const struct roster *roster) {
    struct counts *counts = &out->counts;
    count_provinces(out);
    for (size_t i = 0; i < out->story_count; i++) {
        if (out->stories[i].advertorial)
            counts->advertorials++;
        else
            count_story(counts, out->stories[i].facts);
        counts->copies += out->stories[i].copy_count;
    }
    counts->off_topic = out->off_topic_count;
    for (size_t i = 0; i < out->off_topic_count; i++)
        counts->copies += out->off_topic[i].copy_count;
    counts->officials = officials_count(out, roster);
    counts->instruments = out->cited_count;
}
