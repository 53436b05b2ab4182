/* Extraction of one article: calls the recognisers in their order. Before: intake. After: summary.
 * See extract.h. */
#include <config.h>

#include "extract/extract.h"

#include "extract/facts_names.h"
#include "extract/recognisers.h"
#include "tables/zones.h"

static void copy_record(const struct article *article, struct facts *out) {
    *out = (struct facts){0};
    out->id = article->id;
    out->sha256 = article->sha256;
    out->file = article->file;
    out->record = article->record;
    out->title = article->title;
    out->publisher = article->publisher;
    out->url = article->url;
    out->author = article->author;
    out->published = article->published;
    out->event_date = article->event_date;
    out->date_evidence = article->date_evidence;
    out->flags = article->flags;
    out->flag_count = article->flag_count;
    out->text = article->text;
}

/* The day of the record's moment in its region's own time zone, where that is asked for. */
static void tell_day(const struct article *article, const struct tables *tables,
                     struct facts *out) {
    const struct zone *zone = zones_of(tables->zones, out->region_code);
    if (tables->zone_of_region && article->is_moment && zone)
        out->published = zone_day(zone, article->published_seconds);
}

void extract_facts(const struct article *article, const struct tables *tables, struct arena *arena,
                   struct facts *out) {
    copy_record(article, out);
    out->tables = tables->stamp;
    extract_speech(article, tables, arena, out);
    fids_settle(out, 'q', arena);
    extract_region(article, tables, arena, out);
    tell_day(article, tables, out);
    extract_citations(article, tables, arena, out);
    extract_verify(article, tables, arena, out);
    extract_advisories(article, tables, arena, out);
    fids_settle(out, 'a', arena);
    extract_advisory_statements(article, tables, arena, out);
    fids_settle(out, 's', arena);
    extract_lost_negation(article, tables, arena, out);
    extract_off_topic(article, tables, arena, out);

    extract_garbled(article, tables, arena, out);
    extract_truncated(article, tables, arena, out);
    extract_flag_facts(article, arena, out);
    extract_sketch(article, arena, out);
}
