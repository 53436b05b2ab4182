/* A month of three invented articles as a briefing, for the tests of pictures: August 2024, six
 * appeals about Pilkada: three in 19.06 with one quotation, one in the province 91, two national
 * ones with two. */
#ifndef TAKLIMAT_TESTS_PICTURES_FIXTURE_H
#define TAKLIMAT_TESTS_PICTURES_FIXTURE_H

#include "layout/layout.h"

/* Sets the briefing of `region` ("": the nation) with the template `name`, compared with `history`
 * (NULL: with nothing). Wants load_test_tables before. Free with pages_free. */
void pictures_lay_out(const char *name, const char *region, const struct history *history,
                      struct pages *pages);

/* The picture on page `page` whose words begin so, and its items there: those from *first on, below
 * *end; NULL if there is none. */
const struct item_figure *pictures_find(const struct pages *pages, size_t page, const char *words,
                                        size_t *first, size_t *end);

#endif
