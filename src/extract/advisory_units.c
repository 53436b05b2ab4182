/* Cuts sentences into what was said directly and what was not, and tells who said it.
 *
 * Before: sentences, quotations and statements. After: the rules for advisories look at one unit at
 * a time. A sentence of a quotation is judged without its attribution, and the attribution without
 * the quotation. */
#include <config.h>

#include "extract/advisory.h"

static const struct token *token_at(const struct advisory_context *c, size_t i) {
    return &c->article->tokens.at[i];
}

static bool is_edge(const struct advisory_context *c, size_t i) {
    const struct token *token = token_at(c, i);
    return token->kind == TOKEN_QUOTE || token->kind == TOKEN_APOSTROPHE ||
           token_is(c->article->text, token, ",");
}

/* Drops marks of quotation and commas at the ends; a quoted unit keeps the mark that closes it. */
static void trim_unit(const struct advisory_context *c, struct unit *unit) {
    while (unit->first < unit->end && is_edge(c, unit->first)) {
        unit->first++;
    }
    while (unit->first < unit->end && token_at(c, unit->end - 1)->kind == TOKEN_QUOTE) {
        unit->end--;
    }
    while (!unit->quoted && unit->first < unit->end && is_edge(c, unit->end - 1)) {
        unit->end--;
    }
    if (unit->first < unit->end) {
        unit->span.start = token_at(c, unit->first)->start;
        unit->span.end = token_at(c, unit->end - 1)->end;
    }
}

/* The statement that shares most with the unit tells its speaker. */
static void find_statement(struct advisory_context *c, struct unit *unit) {
    const struct facts *facts = c->facts;
    while (c->statement < facts->statement_count &&
           facts->statements[c->statement].span.end <= unit->span.start) {
        c->statement++;
    }
    size_t most = 0;
    for (size_t i = c->statement;
         i < facts->statement_count && facts->statements[i].span.start < unit->span.end; i++) {
        struct span span = facts->statements[i].span;
        size_t start = span.start > unit->span.start ? span.start : unit->span.start;
        size_t end = span.end < unit->span.end ? span.end : unit->span.end;
        if (end > start && end - start > most) {
            most = end - start;
            unit->speaker = facts->statements[i].speaker;
            unit->stated = true;
        }
    }
}

/* Adds the tokens [first, end) as a unit unless nothing but marks is in it. */
static size_t add_unit(struct advisory_context *c, struct unit unit, struct unit *out) {
    trim_unit(c, &unit);
    size_t words = 0;
    for (size_t i = unit.first; i < unit.end && words < 2; i++) {
        words += token_at(c, i)->kind == TOKEN_WORD;
    }
    if (words < 2) {
        return 0;
    }
    if (!unit.quoted) {
        find_statement(c, &unit);
    }
    *out = unit;
    return 1;
}

/* The tokens of a quotation within [first, end). */
static void quote_tokens(const struct advisory_context *c, struct span span, size_t *first,
                         size_t *end) {
    if (*first < *end && token_at(c, *first)->start < span.start) {
        size_t from = tokens_at(c->article->tokens, span.start);
        *first = from > *first ? from : *first;
    }
    if (*first < *end && token_at(c, *end - 1)->start >= span.end) {
        size_t until = tokens_at(c->article->tokens, span.end);
        *end = until < *end ? until : *end;
    }
}

size_t advisory_units(struct advisory_context *c, size_t index, struct unit *units, size_t room) {
    const struct sentence *sentence = &c->article->sentences.at[index];
    const struct facts *facts = c->facts;
    struct unit unit = {.paragraph = sentence->paragraph, .speaker = NOBODY};
    size_t count = 0, at = sentence->first;
    while (c->quote < facts->quote_count &&
           facts->quotes[c->quote].span.end <= sentence->span.start) {
        c->quote++;
    }
    for (size_t q = c->quote; q < facts->quote_count && count + 2 < room &&
                              facts->quotes[q].span.start < sentence->span.end;
         q++) {
        size_t first = at, end = sentence->end;
        quote_tokens(c, facts->quotes[q].span, &first, &end);
        if (first >= end) {
            continue;
        }
        unit.first = at;
        unit.end = first;
        count += add_unit(c, unit, &units[count]);
        struct unit quoted = {.first = first, .end = end, .paragraph = sentence->paragraph};
        quoted.quoted = true;
        quoted.speaker = facts->quotes[q].speaker;
        count += add_unit(c, quoted, &units[count]);
        at = end;
        unit.after_quote = true;
    }
    unit.first = at;
    unit.end = sentence->end;
    count += add_unit(c, unit, &units[count]);
    advisory_continue(c, index, units, count);
    return count;
}
