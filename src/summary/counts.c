/* Key figures: see counts.h. Before: stories and chapters. After: finished.h. Advertorials count
 * only as such. */
#include <config.h>

#include "summary/counts.h"

bool flag_matters(const struct flag *flag) {
    return flag->kind != FLAG_BOILERPLATE && flag->kind != FLAG_DUPLICATE;
}

static size_t directives_of(const struct chapter *chapter) {
    size_t count = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        count += chapter->directive_count[type];
    return count;
}

static void count_province(struct province *province, const struct chapter *chapter) {
    province->story_count += chapter->story_count;
    province->directive_count += directives_of(chapter);
    province->quote_count += chapter->quote_count;
    province->statement_count += chapter->statement_count;
    province->citation_count += chapter->citation_count;
}

/* Adds what the stories of a chapter hold; a story stands in one chapter. */
static void count_chapter(struct counts *counts, const struct chapter *chapter) {
    counts->stories += chapter->story_count;
    counts->advertorials += chapter->advertorial_count;
    counts->quotes += chapter->quote_count;
    counts->statements += chapter->statement_count;
    counts->citations += chapter->citation_count;
    counts->flags += chapter->flagged_count;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        counts->directives[type] += chapter->directive_count[type];
}

static void count_provinces(struct finished *out) {
    for (size_t i = 0; i < out->province_count; i++) {
        struct province *province = &out->provinces[i];
        count_province(province, &province->own);
        count_chapter(&out->counts, &province->own);
        for (size_t j = 0; j < province->region_count; j++) {
            const struct chapter *region = &province->regions[j];
            count_province(province, region);
            count_chapter(&out->counts, region);
            out->counts.regions += region->story_count > 0;
        }
        out->counts.provinces += province->story_count > 0;
    }
}

void counts_fill(struct finished *out, const struct roster *roster) {
    struct counts *counts = &out->counts;
    count_provinces(out);
    count_chapter(counts, &out->national);
    count_chapter(counts, &out->unknown);
    for (size_t i = 0; i < out->story_count + out->off_topic_count; i++)
        counts->copies += out->stories[i].copy_count;
    counts->off_topic = out->off_topic_count;
    for (size_t i = 0; i < roster->identity_count; i++)
        counts->officials += roster->identities[i].listed;
    counts->instruments = out->cited_count;
}
