/* The state of an act on a day: see verify_status.h. Before: the register. After: verify.c. */
#include <config.h>

#include "extract/verify_status.h"

/* Whether something that began on `from` (or some day of `year`) had begun on `day`. */
enum begun { NOT_BEGUN, PERHAPS_BEGUN, BEGUN };

static enum begun begun_on(struct date from, int year, struct date day) {
    if (!date_is_set(day))
        return BEGUN; /* the latest data hold */
    if (date_is_set(from))
        return date_compare(from, day) <= 0 ? BEGUN : NOT_BEGUN;
    return day.year == year ? PERHAPS_BEGUN : day.year > year ? BEGUN : NOT_BEGUN;
}

/* What later acts had done by the day; the last of each kind. */
struct events {
    const struct register_relation *revoked, *partly, *amended, *adopted;
    bool unclear; /* perhaps revoked */
};

static bool examined(const struct register_entry *entry) { return entry->state != REGISTER_LISTED; }

static void add_event(const struct register_entry *entry, const struct register_relation *relation,
                      enum begun begun, struct events *events) {
    bool ended = entry->state == REGISTER_REVOKED && !entry->unverified;
    bool sure = begun == BEGUN && (!relation->unverified || ended);
    switch (relation->kind) {
    case RELATION_REVOKED:
        if (sure)
            events->revoked = relation;
        else
            events->unclear = true;
        break;
    case RELATION_REVOKED_OR_AMENDED:
        events->unclear = events->unclear || !examined(entry);
        break;
    case RELATION_PARTLY_REVOKED:
        events->partly = sure ? relation : events->partly;
        break;
    case RELATION_ADOPTED:
        events->adopted = begun == BEGUN ? relation : events->adopted;
        break;
    case RELATION_AMENDED:
        events->amended = begun == BEGUN ? relation : events->amended;
        break;
    case RELATION_REVIVED:
        if (begun == BEGUN) {
            events->revoked = NULL;
            events->unclear = false;
        }
        break;
    case RELATION_KINDS:
        break;
    }
}

static struct events events_until(const struct register_entry *entry, struct date day) {
    struct events events = {0};
    for (const struct register_relation *r = entry->relations; r; r = r->next) {
        enum begun begun = begun_on(r->from, r->by_year, day);
        if (begun != NOT_BEGUN)
            add_event(entry, r, begun, &events);
    }
    return events;
}

/* What holds, where nothing ended the act as a whole. */
static enum citation_status living(const struct legal_register *acts,
                                   const struct register_entry *entry, struct date day,
                                   const struct events *events,
                                   const struct register_relation **by) {
    if (events->unclear || (!examined(entry) && !register_covers(acts, entry->type, day)))
        return STATUS_UNKNOWN;
    /* A code of which later laws took single articles (KUHP) is amended to whoever cites it; partly
     * revoked is what lost its body: the register says so of the act, or says what stays. */
    bool gutted = entry->state == REGISTER_PARTLY_REVOKED ||
                  (events->partly && events->partly->note.size > 0);
    if (events->partly && gutted) {
        *by = events->partly;
        return STATUS_PARTLY_REVOKED;
    }
    if (events->adopted) {
        *by = events->adopted;
        return STATUS_IN_FORCE;
    }
    if (events->partly || events->amended) {
        *by = events->amended;
        return STATUS_AMENDED;
    }
    /* ended some time, by an act that the register does not name */
    return entry->state == REGISTER_REVOKED && !entry->relations ? STATUS_UNKNOWN : STATUS_IN_FORCE;
}

enum citation_status verify_status(const struct legal_register *acts,
                                   const struct register_entry *entry, struct date day,
                                   const struct register_relation **by) {
    *by = NULL;
    if (begun_on(entry->from, entry->year, day) == NOT_BEGUN)
        return STATUS_NOT_YET_IN_FORCE;
    bool past =
        date_is_set(entry->until) && (!date_is_set(day) || date_compare(entry->until, day) < 0);
    if (entry->state == REGISTER_EXPIRED && (past || !date_is_set(entry->until)))
        return STATUS_UNKNOWN; /* never revoked, and of no use any more */
    struct events events = events_until(entry, day);
    if (past || events.revoked) {
        *by = events.revoked;
        return STATUS_REVOKED;
    }
    return living(acts, entry, day, &events, by);
}

const struct register_entry *verify_find(const struct legal_register *acts,
                                         const struct instrument *act, struct text words) {
    bool code = text_is(act->type, "KUHP") || text_is(act->type, "KUHAP");
    if (text_is(act->type, "UUD"))
        return register_find(acts, TEXT("UUD"), TEXT("1945"), 1945, words);
    if (!act->type.size || !act->number.size)
        return NULL;
    return register_find(acts, code ? TEXT("UU") : act->type, act->number, act->year, words);
}
