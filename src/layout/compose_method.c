/* Notes on method: how the briefing came about, from how many records, with which tables. Before:
 * compose.c. */
#include <config.h>

#include "layout/compose.h"

static const struct column count_columns[] = {{800, ALIGN_LEFT}, {200, ALIGN_RIGHT}};

static void add_count(struct composer *composer, struct table *table, enum label what,
                      size_t count) {
    struct row *row = table_row(composer->document, table);
    cell_text(composer->document, &row->cells[0], STYLE_TABLE_CELL,
              composer->template->labels[what]);
    cell_text(composer->document, &row->cells[1], STYLE_TABLE_CELL,
              wording_number(composer->arena, composer->template, count));
}

/* The records are those of the whole run, so they stand in the nation's briefing only. */
static void compose_counts(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    const struct briefing_options *options = composer->options;
    bool nation = composer->edition->kind == EDITION_NATION;
    document_paragraph(document, STYLE_PART, labels[LABEL_METHOD_TABLE]);
    struct table *table = document_table(document, count_columns, 2);
    cell_text(document, &table->head.cells[0], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_WHAT]);
    cell_text(document, &table->head.cells[1], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_COUNT]);
    if (nation && options->read) {
        add_count(composer, table, LABEL_RECORDS_READ, options->read);
        add_count(composer, table, LABEL_RECORDS_ACCEPTED, options->accepted);
        add_count(composer, table, LABEL_RECORDS_REJECTED, options->rejected);
    }
    const struct figures *figures = &composer->edition->figures;
    add_count(composer, table, LABEL_ARTICLES_IN_PERIOD, figures->articles);
    add_count(composer, table, LABEL_ARTICLES_COPIES, figures->articles - figures->stories);
    add_count(composer, table, LABEL_ARTICLES_ADVERTORIAL, figures->advertorials);
    if (nation) {
        if (composer->finished->counts.off_topic)
            add_count(composer, table, LABEL_OFF_TOPIC, composer->finished->counts.off_topic);
        add_count(composer, table, LABEL_OUTSIDE, composer->finished->counts.outside_period);
        add_count(composer, table, LABEL_UNDATED, composer->finished->counts.undated);
    }
}

/* Which days are meant, and which of its days puts an article into them. */
static void compose_period(struct composer *composer) {
    static const enum label rules[] = {[DAY_OF_BOTH] = LABEL_METHOD_BY_BOTH,
                                       [DAY_OF_EVENT] = LABEL_METHOD_BY_EVENT,
                                       [DAY_OF_PUBLISHING] = LABEL_METHOD_BY_PUBLISHED};
    const struct text *labels = composer->template->labels;
    struct fill zone[] = {{"zone", composer->options->zone}, {NULL, {NULL, 0}}};
    struct text clock =
        composer->options->zone.size
            ? wording_label(composer->arena, composer->template, LABEL_METHOD_ZONE, zone)
            : labels[LABEL_METHOD_ZONES];
    struct fill fills[] = {{"period", composer->period}, {"zone", clock}, {NULL, {NULL, 0}}};
    struct text period =
        wording_label(composer->arena, composer->template, LABEL_METHOD_PERIOD, fills);
    document_paragraph(composer->document, STYLE_TEXT,
                       arena_concat(composer->arena, period, TEXT(" "),
                                    labels[rules[composer->finished->period.rule]]));
}

void compose_method(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    const struct briefing_options *options = composer->options;
    struct text date = wording_day(composer->arena, composer->template, options->tables_date);
    struct fill versions[] = {{"tables", options->tables_version},
                              {"date", date},
                              {"program", options->program},
                              {NULL, {NULL, 0}}};
    compose_closing(composer, labels[LABEL_METHOD], composer->method);
    bool nation = composer->edition->kind == EDITION_NATION; /* the others say it in short */
    document->flow = FLOW_MAIN;
    compose_period(composer);
    for (size_t i = LABEL_METHOD_1; i <= LABEL_METHOD_4; i++)
        if (labels[i].size && (nation || i == LABEL_METHOD_1 || i == LABEL_METHOD_4))
            document_paragraph(document, STYLE_TEXT, labels[i]);
    if (document->replaced)
        document_paragraph(document, STYLE_TEXT,
                           wording_count(composer->arena, composer->template, LABEL_METHOD_REPLACED,
                                         document->replaced, NULL));
    document_paragraph(
        document, STYLE_CAPTION,
        wording_label(composer->arena, composer->template, LABEL_METHOD_VERSIONS, versions));
    compose_history_notes(composer);
    if (options->tables_added)
        document_paragraph(document, STYLE_CAPTION,
                           wording_count(composer->arena, composer->template, LABEL_METHOD_REGISTER,
                                         options->tables_added, NULL));
    compose_counts(composer);
    document->flow = FLOW_FULL;
}
