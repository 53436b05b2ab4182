/* Months as columns: small multiples on one scale, and the columns in a card. A month of which
 * nothing is known has neither column nor base line; one that had none has the base line alone. The
 * month at hand is the darkest, and its value stands above its panel. Before: compose_trends.c.
 * Below paginate.c. */
#include <config.h>

#include "layout/pager.h"

#define PAPER 0xFFFFFF
#define COLUMN_PART 68    /* of the way from month to month, in percent; the rest is paper */
#define BASE 500          /* thickness of the base line, millipoints */
#define SCALE_LINE 300    /* and of the line at the scale's number */
#define FEWEST 6          /* columns are not wider than if there were as many months */
#define LEAST_HIGH 700    /* of a column: few are not none */
#define PANEL_LEAST 84000 /* width of a panel, at least and at most */
#define PANEL_MOST 120000
#define PANEL_GAP 12000        /* between panels */
#define SCALE_ROOM 13000       /* left of the panels, for the scale's number */
#define PLOT 36000             /* height of the largest column */
#define HEAD_DROP 2000         /* from a panel's head to what stands above its columns */
#define MONTH_DROP 1000        /* from the base line to the months' letters */
#define ROW_GAP 8000           /* between rows of panels */
#define CARD_TREND_GAP 8000    /* from a card's value to its columns */
#define CARD_TREND_LEAST 24000 /* width of columns that can be told apart */
#define CARD_TREND_MOST 54000

static size_t largest_of(const struct series *series) {
    size_t largest = 0;
    for (size_t i = 0; i < series->count; i++)
        if (series->at[i].known && series->at[i].value > largest)
            largest = series->at[i].value;
    return largest;
}

/* From one month to the next. */
static mpt pitch_of(const struct series *series, mpt width) {
    return width / (mpt)(series->count > FEWEST ? series->count : FEWEST);
}

void put_columns(struct pager *pager, size_t page, const struct series *series, struct frame frame,
                 mpt base, mpt height, size_t largest) {
    const uint32_t *colours = pager->template->colours;
    mpt pitch = pitch_of(series, frame.width), width = pitch * COLUMN_PART / 100;
    for (size_t i = 0; i < series->count; i++) {
        mpt x = frame.x + (mpt)i * pitch;
        size_t value = series->at[i].value;
        mpt high = largest ? (mpt)((int64_t)height * (int64_t)value / (int64_t)largest) : 0;
        bool last = i + 1 == series->count;
        if (!series->at[i].known)
            continue;
        put_rule(pager, page, (struct item_rule){x, base, width, BASE, colours[COLOUR_SOFT]});
        high = value > 0 && high < LEAST_HIGH ? LEAST_HIGH : high;
        if (high > 0)
            put_rule(pager, page,
                     (struct item_rule){x, base - high, width, high,
                                        colours[last ? COLOUR_ACCENT : COLOUR_BAR]});
    }
}

mpt cards_trend_width(struct pager *pager, const struct block *block, mpt width) {
    mpt widest = 0;
    for (size_t i = 0; i < block->of.cards.count; i++) {
        struct lines lines = pager_lines(pager, &block->of.cards.at[i].value, width, ALIGN_LEFT);
        for (size_t line = 0; line < lines.count; line++)
            widest = lines.at[line].width > widest ? lines.at[line].width : widest;
    }
    mpt left = width - widest - CARD_TREND_GAP;
    return left < CARD_TREND_LEAST ? 0 : left < CARD_TREND_MOST ? left : CARD_TREND_MOST;
}

void put_card_trend(struct pager *pager, size_t page, const struct card *card, struct frame frame,
                    mpt y) {
    const struct style_values *style = &pager->template->styles[card->value.style];
    mpt base = y + style_ascent(style), height = style->size * 7 / 10; /* as its digits */
    if (card->trend.count == 0 || frame.width == 0)
        return;
    figure_begin(
        pager, page,
        (struct item_figure){frame.x, base - height, frame.width, height + BASE, card->trend_alt});
    put_columns(pager, page, &card->trend, frame, base, height, largest_of(&card->trend));
    figure_end(pager);
}

/* How the panels stand. */
struct panels {
    const struct block *block;
    struct frame frame;
    size_t across; /* panels side by side */
    mpt width;     /* of one */
    mpt head;      /* height of the highest head */
    mpt height;    /* of a row */
};

static mpt axis_leading(const struct pager *pager) {
    return pager->template->styles[STYLE_FIGURE_AXIS].leading;
}

static struct lines head_lines(struct pager *pager, const struct panel *panel, mpt width) {
    struct lines value = pager_lines(pager, &panel->value, width, ALIGN_RIGHT);
    mpt beside = value.count ? value.at[0].width + 4000 : 0;
    return pager_lines(pager, &panel->label, width - beside, ALIGN_LEFT);
}

static struct panels measure_panels(struct pager *pager, const struct block *block) {
    struct panels out = {.block = block, .frame = pager_frame(pager, block->flow)};
    mpt free = out.frame.width - SCALE_ROOM + PANEL_GAP;
    size_t count = block->of.trends.count, fit = (size_t)(free / (PANEL_LEAST + PANEL_GAP));
    out.across = fit < 1 ? 1 : fit < count ? fit : count;
    size_t rows = (count + out.across - 1) / out.across;
    out.across = (count + rows - 1) / rows; /* as even as can be */
    out.width = free / (mpt)out.across - PANEL_GAP;
    out.width = out.width < PANEL_MOST ? out.width : PANEL_MOST;
    mpt leading = pager->template->styles[STYLE_FIGURE_LABEL].leading;
    for (size_t i = 0; i < count; i++) {
        mpt head = (mpt)head_lines(pager, &block->of.trends.at[i], out.width).count * leading;
        out.head = head > out.head ? head : out.head;
    }
    out.height =
        out.head + HEAD_DROP + axis_leading(pager) + PLOT + MONTH_DROP + axis_leading(pager);
    return out;
}

mpt trends_height(struct pager *pager, const struct block *block) {
    struct panels panels = measure_panels(pager, block);
    size_t rows = (block->of.trends.count + panels.across - 1) / panels.across;
    return (mpt)rows * (panels.height + ROW_GAP) - ROW_GAP;
}

/* A short text of the axis, centred at `middle` but within [left, right], on paper: what stands
 * below it is covered. */
static void put_axis(struct pager *pager, size_t page, struct text text, mpt middle, mpt left,
                     mpt right, mpt baseline) {
    const struct style_values *style = &pager->template->styles[STYLE_FIGURE_AXIS];
    mpt width = pager->measure->width(pager->measure->context, style->face, style->size, text);
    mpt x = middle - width / 2, rise = style->size * 7 / 10; /* height of its digits */
    x = x + width > right ? right - width : x;
    x = x < left ? left : x;
    put_rule(pager, page, (struct item_rule){x, baseline - rise, width, rise, PAPER});
    put_styled(pager, page, ROLE_ARTIFACT, 0, STYLE_FIGURE_AXIS,
               (struct item_text){.x = x, .baseline = baseline, .width = width, .text = text});
}

static void put_head(struct pager *pager, size_t page, const struct panel *panel,
                     struct frame frame, mpt bottom) {
    const mpt leading = pager->template->styles[STYLE_FIGURE_LABEL].leading;
    struct lines label = head_lines(pager, panel, frame.width);
    struct lines value = pager_lines(pager, &panel->value, frame.width, ALIGN_RIGHT);
    for (size_t i = 0; i < label.count; i++)
        put_line(pager, page, &panel->label, &label.at[i], frame,
                 bottom - (mpt)(label.count - i) * leading, ALIGN_LEFT, ROLE_P,
                 pager_element(pager));
    if (value.count)
        put_line(pager, page, &panel->value, &value.at[0], frame, bottom - leading, ALIGN_RIGHT,
                 ROLE_P, pager_element(pager));
}

/* The value of the highest column above it, unless it is the last, whose value stands in the head.
 */
static void put_peak(struct pager *pager, size_t page, const struct panel *panel,
                     struct frame frame, mpt base, size_t largest) {
    const struct series *series = &panel->series;
    size_t peak = 0;
    for (size_t i = 0; i < series->count; i++)
        if (series->at[i].known && series->at[i].value > series->at[peak].value)
            peak = i;
    size_t value = series->at[peak].value;
    if (value == 0 || !series->at[peak].known || peak + 1 == series->count)
        return;
    mpt pitch = pitch_of(series, frame.width);
    mpt high = (mpt)((int64_t)PLOT * (int64_t)value / (int64_t)largest);
    put_axis(pager, page, panel->peak, frame.x + (mpt)peak * pitch + pitch * COLUMN_PART / 200,
             frame.x, frame.x + frame.width, base - high - 1500);
}

static void put_panel(struct pager *pager, size_t page, const struct panels *panels,
                      const struct panel *panel, mpt x, mpt y) {
    const struct trends *trends = &panels->block->of.trends;
    struct frame frame = {x, panels->width};
    const struct series *series = &panel->series;
    mpt base = y + panels->height - axis_leading(pager) - MONTH_DROP;
    mpt line = base - (mpt)((int64_t)PLOT * (int64_t)trends->scale / (int64_t)trends->largest);
    mpt pitch = pitch_of(series, frame.width);
    put_head(pager, page, panel, frame, y + panels->head);
    put_rule(pager, page,
             (struct item_rule){x, line, pitch * (mpt)series->count, SCALE_LINE,
                                pager->template->colours[COLOUR_LINE]});
    put_columns(pager, page, series, frame, base, PLOT, trends->largest);
    put_peak(pager, page, panel, frame, base, trends->largest);
    const mpt letters =
        base + MONTH_DROP + style_ascent(&pager->template->styles[STYLE_FIGURE_AXIS]);
    for (size_t i = 0; i < series->count; i++)
        put_axis(pager, page, trends->months[i], x + (mpt)i * pitch + pitch * COLUMN_PART / 200, x,
                 x + frame.width, letters);
}

/* The number of the scale's line, left of a row. */
static void put_scale(struct pager *pager, size_t page, const struct panels *panels, mpt y) {
    const struct trends *trends = &panels->block->of.trends;
    const struct style_values *style = &pager->template->styles[STYLE_FIGURE_AXIS];
    mpt base = y + panels->height - axis_leading(pager) - MONTH_DROP, x = panels->frame.x;
    mpt line = base - (mpt)((int64_t)PLOT * (int64_t)trends->scale / (int64_t)trends->largest);
    put_axis(pager, page, trends->scale_words, x + SCALE_ROOM, x, x + SCALE_ROOM - 3000,
             line + style->size * 35 / 100);
}

void place_trends(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct panels panels = measure_panels(pager, block);
    struct cursor cursor = pager_cursor(pager, block->flow);
    mpt height = trends_height(pager, block);
    pager_begin(pager, &cursor, style->before, keep > height ? keep : height);
    figure_begin(
        pager, cursor.page,
        (struct item_figure){panels.frame.x, cursor.y, panels.frame.width, height, block->alt});
    for (size_t i = 0; i < block->of.trends.count; i++) {
        size_t column = i % panels.across;
        mpt x = panels.frame.x + SCALE_ROOM + (mpt)column * (panels.width + PANEL_GAP);
        mpt y = cursor.y + (mpt)(i / panels.across) * (panels.height + ROW_GAP);
        if (column == 0)
            put_scale(pager, cursor.page, &panels, y);
        put_panel(pager, cursor.page, &panels, &block->of.trends.at[i], x, y);
    }
    figure_end(pager);
    cursor.y += height;
    cursor.fresh = false;
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}
