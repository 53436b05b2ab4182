/* See pictures_fixture.h. */
#include <config.h>

#include "pictures_fixture.h"

#include "briefing_fixture.h"
#include "support.h"
#include "tables/tables.h"

#define PERSON                                                                                     \
    "{\"id\":0,\"name\":\"Sari Wulandari\",\"honorifics\":\"\",\"position\":\"Kepala\","           \
    "\"institution\":null,\"region\":null,\"kind\":\"person\",\"mentions\":[[0,4]]}"
#define ADVISORY(number)                                                                           \
    "{\"fid\":\"a-00000" #number "\",\"start\":" #number "0,\"end\":" #number                      \
    "9,\"text\":\"Warga diminta waspada\",\"type\":\"imbauan\",\"topics\":[\"pilkada\"],"          \
    "\"addressee\":null,\"speaker\":0,\"confidence\":0.8,\"rule\":\"r\"}"

#define QUOTE(number)                                                                              \
    "{\"fid\":\"q-00000" #number "\",\"start\":" #number "0,\"end\":" #number                      \
    "9,\"text\":\"Kami sudah siap\",\"speaker\":0,\"cue\":null,\"repeats\":[],"                    \
    "\"confidence\":0.9,\"rule\":\"r\"}"

static const struct sample samples[] = {
    {.id = "a",
     .event_date = "2024-08-05",
     .scope = "regency",
     .region = "19.06",
     .people = PERSON,
     .quotes = QUOTE(4),
     .advisories = ADVISORY(1) "," ADVISORY(2) "," ADVISORY(3)},
    {.id = "b",
     .event_date = "2024-08-06",
     .scope = "province",
     .region = "91",
     .people = PERSON,
     .advisories = ADVISORY(1)},
    {.id = "c",
     .event_date = "2024-08-07",
     .scope = "national",
     .people = PERSON,
     .quotes = QUOTE(4) "," QUOTE(5),
     .advisories = ADVISORY(1) "," ADVISORY(2)},
};

void pictures_lay_out(const char *name, const char *region, const struct history *history,
                      struct pages *pages) {
    const struct briefing_case with = {.template = name,
                                       BRIEFING_SAMPLES(samples),
                                       .tables = test_tables(),
                                       .options = {.region = text_of(region),
                                                   .tiles = test_tables()->tiles,
                                                   .topics = test_tables()->topics,
                                                   .regions = test_tables()->regions,
                                                   .glossary = test_tables()->glossary,
                                                   .history = history}};
    briefing_lay_out(&with, pages);
}

const struct item_figure *pictures_find(const struct pages *pages, size_t number, const char *words,
                                        size_t *first, size_t *end) {
    const struct page *page = &pages->at[number];
    for (size_t i = 0; i < page->item_count; i++) {
        if (page->items[i].kind != ITEM_FIGURE || !text_starts(page->items[i].of.figure.alt, words))
            continue;
        for (*first = *end = i + 1; *end < page->item_count; ++*end)
            if (page->items[*end].element != page->items[i].element)
                break;
        return &page->items[i].of.figure;
    }
    return NULL;
}
