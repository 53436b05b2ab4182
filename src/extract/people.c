/* People: see people.h. Before: mentions. After: speakers. */
#include <config.h>

#include "extract/people.h"

#include "base/plain.h"
#include "extract/holders.h"
#include "extract/name_words.h"
#include "extract/relatives.h"
#include "extract/spelling.h"

#define CHAIN_STEPS 12   /* namesakes looked at; more share one name only in texts made for it */
#define MISSPELLING 2    /* likeness of a word with a slip, which is no longer form of the other */
#define LEAST_MISSPELT 5 /* bytes of a word in which a slip is told from another name */
#define NICKNAME 3       /* likeness of a name's beginning or end to the whole */
#define RECENT 24        /* actors in whose names a nickname is looked for */
#define LONGEST_WORD 128 /* bytes of a word that is compared by its sound */

/* One word of one actor's name. */
struct link {
    uint64_t hash;
    int actor;
    uint32_t next; /* the link before with the same place, 0 if none */
};

struct people {
    const struct reading *reading;
    struct actor *actors;
    size_t count, capacity;
    struct link *links; /* [0] is unused */
    size_t link_count, link_capacity;
    uint32_t *heads; /* by hash, latest first */
    size_t mask;
};

struct actor *people_actor(struct people *people, int actor) {
    return actor >= 0 && (size_t)actor < people->count ? &people->actors[actor] : NULL;
}

static void add_link(struct people *people, uint64_t hash, int actor) {
    people->links =
        arena_grow(people->reading->arena, people->links, people->link_count,
                   people->link_count + 1, sizeof *people->links, &people->link_capacity);
    size_t place = (size_t)hash & people->mask;
    people->links[people->link_count] = (struct link){hash, actor, people->heads[place]};
    people->heads[place] = (uint32_t)people->link_count++;
}

static void link_name(struct people *people, struct range name, int actor) {
    for (uint32_t at = name.first; at < name.end; at++)
        if (names_is_word(people->reading, at))
            add_link(people, name_hash(people->reading, at), actor);
}

static int add_actor(struct people *people, struct actor actor) {
    people->actors = arena_grow(people->reading->arena, people->actors, people->count,
                                people->count + 1, sizeof *people->actors, &people->capacity);
    actor.id = -1;
    int number = (int)people->count;
    people->actors[people->count++] = actor;
    link_name(people, actor.name, number);
    link_name(people, actor.alias, number);
    return number;
}

/* True if the mention gives the position of the actor with a word or two more: Ketua PPK, Ketua PPK
 * Langgam. */
static bool fuller_position(const struct people *people, const struct actor *actor,
                            const struct mention *mention) {
    uint32_t old = actor->position.end - actor->position.first;
    uint32_t now = mention->position.end - mention->position.first;
    return actor->row == mention->row && now > old && now <= old + 2 &&
           names_within(people->reading, actor->position, mention->position);
}

/* True if the actor's position leaves open of what, and the mention's may tell: Ketua, but not
 * Menteri Agama. */
static bool vague_position(const struct people *people, const struct actor *actor,
                           const struct mention *mention) {
    return !actor->office &&
           (!relatives_post_complete(people->reading, actor->row) || actor->row == mention->row);
}

/* What a new mention of a known person tells more. */
static void enrich(struct people *people, int number, const struct mention *mention) {
    struct actor *actor = &people->actors[number];
    actor->last = mention->words.first;
    if (mention->kind == MENTION_NAME && names_telling_words(people->reading, mention->name) >
                                             names_telling_words(people->reading, actor->name)) {
        actor->name = mention->name;
        link_name(people, mention->name, number);
    }
    if (range_empty(actor->titles))
        actor->titles = mention->titles;
    if (range_empty(actor->degrees))
        actor->degrees = mention->degrees;
    if (range_empty(actor->alias) && !range_empty(mention->alias)) {
        actor->alias = mention->alias;
        link_name(people, mention->alias, number);
    }
    if (!range_empty(mention->position) &&
        (range_empty(actor->position) || (actor->row == NO_ROW && mention->row != NO_ROW) ||
         (vague_position(people, actor, mention) && mention->office) ||
         fuller_position(people, actor, mention))) {
        actor->position = mention->position;
        actor->row = mention->row;
        actor->head = mention->head;
        actor->office = mention->office;
        actor->prefixed = mention->prefixed;
    }
}

static int new_actor(struct people *people, const struct mention *mention) {
    return add_actor(people, (struct actor){.kind = mention->kind,
                                            .name = mention->name,
                                            .titles = mention->titles,
                                            .degrees = mention->degrees,
                                            .alias = mention->alias,
                                            .position = mention->position,
                                            .row = mention->row,
                                            .head = mention->head,
                                            .office = mention->office,
                                            .prefixed = mention->prefixed,
                                            .first = mention->words.first,
                                            .last = mention->words.first});
}

/* How well a name fits an actor: 0 not at all. */
static int fit(const struct people *people, const struct mention *mention,
               const struct actor *actor) {
    unsigned words = names_telling_words(people->reading, mention->name);
    if (actor->kind != MENTION_NAME || relatives_kin_of(people->reading, mention, actor))
        return 0;
    bool part = names_within(people->reading, mention->name, actor->name);
    bool whole = words > 1 && names_within(people->reading, actor->name, mention->name);
    bool alias =
        !range_empty(actor->alias) && names_within(people->reading, mention->name, actor->alias);
    if (!part && !whole && !alias)
        return 0;
    bool short_name = words == 1 || names_telling_words(people->reading, actor->name) == 1;
    bool other_post = short_name && !range_empty(mention->position) && mention->row != actor->row &&
                      mention->row != NO_ROW && actor->row != NO_ROW &&
                      !range_empty(actor->position) && actor->office && mention->office &&
                      reading_capital(people->reading, mention->position.first);
    if (other_post)
        return 0;
    bool first = name_hash(people->reading, mention->name.first) ==
                 name_hash(people->reading, actor->name.first);
    if (!first && relatives_apart(people->reading, mention, actor))
        return 0;
    return 1 + first + (words > 1 ? 2 : 0);
}

/* True if of two persons of one name the first is rather meant: who holds a post, before whoever
 * was only named beside them ("didampingi istrinya, Rina Santoso"), else the one named later. */
static bool is_nearer(const struct people *people, int actor, int other) {
    const struct actor *a = &people->actors[actor], *b = &people->actors[other];
    bool held = !range_empty(a->position), other_held = !range_empty(b->position);
    bool heard = a->last != a->first, other_heard = b->last != b->first;
    if (held != other_held && heard != other_heard && held == heard)
        return held;
    return a->last > b->last;
}

/* The known person whom the name of `mention` fits best, the nearest among equals; NO_ACTOR if
 * none.
 */
static int find_by_name(const struct people *people, const struct mention *mention) {
    int best = NO_ACTOR, best_fit = 0;
    for (uint32_t at = mention->name.first; at < mention->name.end; at++) {
        if (!names_is_word(people->reading, at))
            continue;
        uint32_t link = people->heads[(size_t)name_hash(people->reading, at) & people->mask];
        for (int steps = 0; link && steps < CHAIN_STEPS; steps++) {
            const struct link *l = &people->links[link];
            int score = l->hash == name_hash(people->reading, at)
                            ? fit(people, mention, &people->actors[l->actor])
                            : 0;
            bool later =
                score && score == best_fit && best != l->actor && is_nearer(people, l->actor, best);
            if (score > best_fit || later) {
                best = l->actor;
                best_fit = score;
            }
            link = l->next;
        }
    }
    return best;
}

/* The place behind a body's own name: its tokens after the form of the table. */
static struct range body_place(const struct people *people, struct range name) {
    const struct hit *hit = reading_hit(people->reading, name.first, LEXEME_INSTITUTION);
    return (struct range){hit ? hit->end : name.first, name.end};
}

/* True if the words behind a body are surely a place: BPOM Tegal, but not BPOM Mobile. */
static bool is_place(const struct people *people, struct range place) {
    const struct reading *reading = people->reading;
    if (range_empty(place))
        return false;
    return reading_hit(reading, place.first, LEXEME_REGION) || place.end > place.first + 1 ||
           reading_in(reading, place.first, LIST_NATION) ||
           (reading_seen(reading, place.first) & SEEN_AS_PLACE);
}

/* The latest body of the same row whose place agrees: one has none, or they share a word. */
static int find_body(const struct people *people, const struct mention *mention) {
    struct range place = body_place(people, mention->name);
    size_t floor = people->count > RECENT ? people->count - RECENT : 0;
    for (size_t i = people->count; i-- > floor;) {
        const struct actor *actor = &people->actors[i];
        if (actor->kind != MENTION_BODY || actor->row != mention->row)
            continue;
        struct range other = body_place(people, actor->name);
        bool agree = range_empty(place) || range_empty(other);
        for (uint32_t at = place.first; !agree && at < place.end; at++)
            agree = names_telling(people->reading, at) &&
                    names_has(people->reading, other, name_hash(people->reading, at));
        if (agree)
            return (int)i;
    }
    return NO_ACTOR;
}

/* The recent person whose initials the acronym is, the first of several: AHY. NO_ACTOR if none. */
static int find_by_initials(const struct people *people, const struct mention *mention) {
    const struct reading *reading = people->reading;
    struct text word = token_text(reading->article->text, &reading->tokens[mention->name.first]);
    size_t floor = people->count > RECENT ? people->count - RECENT : 0;
    for (size_t i = floor; i < people->count; i++) {
        const struct actor *actor = &people->actors[i];
        if (actor->kind != MENTION_NAME || actor->name.end - actor->name.first != word.size)
            continue;
        size_t same = 0;
        while (same < word.size &&
               reading->article->text.data[reading->tokens[actor->name.first + same].start] ==
                   word.data[same])
            same++;
        if (same == word.size)
            return (int)i;
    }
    return NO_ACTOR;
}

static void gather_body(struct people *people, struct mention *mention) {
    int person = mention->row == NO_ROW ? find_by_initials(people, mention) : NO_ACTOR;
    if (person != NO_ACTOR) {
        mention->kind = MENTION_NAME;
        mention->person = person;
        return;
    }
    int known = find_body(people, mention);
    if (known == NO_ACTOR) {
        struct range place = {mention->name.first, mention->name.end};
        known = add_actor(people, (struct actor){.kind = MENTION_BODY,
                                                 .name = place,
                                                 .short_name = mention->alias,
                                                 .row = mention->row,
                                                 .first = mention->words.first});
    }
    struct actor *actor = &people->actors[known];
    actor->short_used |= mention->words.first > actor->first &&
                         mention->name.end == mention->name.first + 1; /* WHO, later on */
    if (range_empty(body_place(people, actor->name)) &&
        is_place(people, body_place(people, mention->name))) {
        actor->name = mention->name;
        actor->short_name = mention->alias;
    }
    actor->last = mention->words.first;
    mention->person = known;
}

/* The word at `at` without soft hyphens and the like, which would count as misspelt letters; none
 * for what is too long for a name. */
static struct text plain_word(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    return word.size > LONGEST_WORD ? (struct text){0} : plain_text(reading->arena, word);
}

/* A recent person for whose name this single word may be a nickname or a misspelling, at least as
 * like it as `least`. */
static int find_by_sound(const struct people *people, const struct mention *mention, int last,
                         int least) {
    const struct reading *reading = people->reading;
    if (names_telling_words(people->reading, mention->name) != 1 || !range_empty(mention->position))
        return NO_ACTOR;
    struct text word = plain_word(reading, mention->name.first);
    int best = NO_ACTOR, best_score = 0;
    size_t floor = people->count > RECENT ? people->count - RECENT : 0;
    for (size_t i = floor; i < people->count; i++) {
        const struct actor *actor = &people->actors[i];
        if (actor->kind != MENTION_NAME || actor->first > mention->words.first)
            continue;
        for (uint32_t at = actor->name.first; at < actor->name.end; at++) {
            int score = names_telling(people->reading, at)
                            ? spelling_likeness(word, plain_word(reading, at))
                            : 0;
            if (score < least)
                continue;
            if ((int)i == last)
                score += 2;
            if (score > best_score) {
                best = (int)i;
                best_score = score;
            }
        }
    }
    return best;
}

/* True if the mention is what somebody is called by: yang akrab disapa Cak Budi. */
static bool is_nickname(const struct people *people, const struct mention *mention) {
    uint32_t first = mention->words.first;
    if (first > 0 && reading_is(people->reading, first - 1, KNOWN_AKRAB))
        first--; /* sapaan akrab */
    return first > 0 && reading_in(people->reading, first - 1, LIST_CALLING) &&
           range_empty(mention->position);
}

/* Whom a nickname is of: somebody whose name sounds like it, else whoever was named last before it.
 * NO_ACTOR if nobody is left, or if their name is known to be shorter another way. */
static int find_called(struct people *people, const struct mention *mention, int last) {
    int known = find_by_sound(people, mention, last, 1);
    if (known == NO_ACTOR)
        known = last;
    if (known != NO_ACTOR && range_empty(people->actors[known].alias)) {
        people->actors[known].alias = mention->name;
        link_name(people, mention->name, known);
    }
    return known;
}

/* True if two names have the same words, but for one that is spelt with a letter more, less or
 * another: Teuku Anynama, Teuku Anyname. */
static bool spelt_otherwise(const struct people *people, struct range a, struct range b) {
    const struct reading *reading = people->reading;
    if (a.end - a.first != b.end - b.first || a.end - a.first < 2)
        return false;
    unsigned others = 0;
    for (uint32_t i = 0; i < a.end - a.first; i++) {
        if (name_hash(reading, a.first + i) == name_hash(reading, b.first + i))
            continue;
        struct text word = plain_word(reading, a.first + i),
                    other = plain_word(reading, b.first + i);
        if (++others > 1 || word.size < LEAST_MISSPELT || other.size < LEAST_MISSPELT ||
            spelling_likeness(word, other) != MISSPELLING ||
            spelling_likeness(other, word) != MISSPELLING)
            return false;
    }
    return others == 1;
}

/* A recent person whose name of several words is that of the mention, spelt another way. */
static int find_by_spelling(const struct people *people, const struct mention *mention) {
    size_t floor = people->count > RECENT ? people->count - RECENT : 0;
    for (size_t i = people->count; i-- > floor;)
        if (people->actors[i].kind == MENTION_NAME &&
            spelt_otherwise(people, mention->name, people->actors[i].name))
            return (int)i;
    return NO_ACTOR;
}

static void gather_name(struct people *people, struct mention *mention, int last) {
    int known = find_by_name(people, mention);
    if (known == NO_ACTOR && is_nickname(people, mention)) {
        mention->person = find_called(people, mention, last);
        if (mention->person != NO_ACTOR)
            people->actors[mention->person].last = mention->words.first;
        return;
    }
    if (known == NO_ACTOR)
        known = find_by_spelling(people, mention);
    if (known == NO_ACTOR && !range_empty(mention->titles)) /* Cak Imin of Muhaimin */
        known = find_by_sound(people, mention, last, NICKNAME);
    bool full = names_telling_words(people->reading, mention->name) > 1 ||
                !range_empty(mention->position) || !range_empty(mention->titles);
    if (known == NO_ACTOR && full)
        known = new_actor(people, mention);
    if (known != NO_ACTOR)
        enrich(people, known, mention);
    mention->person = known;
}

struct people *people_gather(const struct reading *reading, struct mention_list *mentions) {
    struct people *people = arena_alloc(reading->arena, sizeof *people);
    people->reading = reading;
    size_t size = 64;
    while (size < 2 * mentions->count)
        size *= 2;
    people->heads = arena_alloc_array(reading->arena, size, sizeof *people->heads);
    people->mask = size - 1;
    people->link_count = 1;
    people->links =
        arena_grow(reading->arena, NULL, 0, 1, sizeof *people->links, &people->link_capacity);
    int last = NO_ACTOR;
    for (size_t i = 0; i < mentions->count; i++) {
        struct mention *mention = &mentions->at[i];
        if (mention->kind == MENTION_NAME) {
            gather_name(people, mention, last);
            last = mention->person == NO_ACTOR ? last : mention->person;
        } else if (mention->kind == MENTION_BODY) {
            gather_body(people, mention);
        }
    }
    return people;
}

/* A spokesman without a name is the body: juru bicara Bawaslu Kota X. Sets the person of the
 * mention. */
static bool speaks_for_body(struct people *people, struct mention *role) {
    if (!mentions_speaks_for(people->reading, role->position))
        return false;
    for (uint32_t at = role->head + 1; at < role->position.end; at++) {
        struct mention body;
        if (mentions_read(people->reading, at, &body) && body.kind == MENTION_BODY) {
            gather_body(people, &body);
            role->person = body.person;
            return true;
        }
    }
    return false;
}

/* "Sarwanto dari Anybody menyatakan": somebody new is introduced so, not a name misspelt. */
static bool comes_from(const struct reading *reading, const struct mention *mention) {
    if (!range_empty(mention->position) && mention->row == NO_ROW)
        return true;
    return reading_in(reading, mention->words.end, LIST_CONNECTOR_PLACE) &&
           !reading_is(reading, mention->words.end, KNOWN_DI) &&
           reading_capital(reading, mention->words.end + 1);
}

int people_speaker(struct people *people, struct mention *mention, int last) {
    if (mention->kind == MENTION_PRONOUN)
        return NO_ACTOR;
    if (mention->person == NO_ACTOR && mention->kind == MENTION_NAME) {
        mention->person = find_by_name(people, mention);
        if (mention->person == NO_ACTOR && !comes_from(people->reading, mention))
            mention->person = find_by_sound(people, mention, last, 1);
        if (mention->person == NO_ACTOR)
            mention->person = new_actor(people, mention);
    }
    if (mention->person == NO_ACTOR && mention->kind == MENTION_ROLE) {
        mention->person = holders_find(people->reading, people->actors, people->count, mention);
        if (mention->person == NO_ACTOR && speaks_for_body(people, mention))
            return mention->person;
        bool nameless =
            offices_position(people->reading->tables->offices, mention->row) == POSITION_HEAD &&
            !mention->office;             /* "Ketua" of what is not told */
        bool former = last != NO_ACTOR && /* a description of whoever spoke last */
                      reading_in(people->reading, mention->position.first, LIST_FORMER);
        if (mention->person == NO_ACTOR && former)
            return last;
        if (mention->person == NO_ACTOR && !mention->vague && !nameless) {
            struct mention role = *mention;
            role.name = (struct range){mention->position.first, mention->position.first};
            mention->person = new_actor(people, &role);
        }
    }
    return mention->person;
}
