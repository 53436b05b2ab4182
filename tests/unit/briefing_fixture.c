/* See briefing_fixture.h. */
#include <config.h>

#include "briefing_fixture.h"

#include "layout_fixture.h"
#include "summary/review.h"

void briefing_lay_out(const struct briefing_case *with, struct pages *pages) {
    struct period period = {.from = date_make(2024, 8, 1), .until = date_make(2024, 9, 1)};
    struct template *template = fixture_template(with->template);
    struct measure measure = fixture_measure();
    struct briefing_options options = with->options;
    struct error error = {0};
    struct arena arena = {0};
    struct summary summary;
    struct finished finished;
    struct review review;
    template->geometry.height -= with->shorter;
    summary_init(&summary, period, TEXT("2026.1"), TEXT("00"));
    for (size_t i = 0; i < with->count; i++)
        sample_add(&summary, &with->samples[i]);
    summary_seal(&summary);
    finish(&summary, with->tables, &finished);
    review_make(&finished, &arena, &review);
    options.issued = period.until;
    options.tables_version = TEXT("2026.1");
    options.review = with->reviewed ? &review : NULL;
    ck_assert(layout_briefing(&finished, template, &measure, &options, pages, &error));
    fixture_open(pages);
    arena_free(&arena);
    template_free(template); /* the pages stand alone */
    finished_free(&finished);
    summary_free(&summary);
}
