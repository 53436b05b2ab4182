/* People, quotations and statements: the recogniser as a whole. Before: an article. After: region,
 * advisories, summary.
 *
 * It reads the text once in order: quotations are paired, whoever is mentioned is put together into
 * people, and then sentence after sentence is given to whoever speaks in it. */
#include <config.h>

#include "extract/recognisers.h"

#include "extract/speakers.h"
#include "extract/speech_facts.h"
#include "extract/statements.h"
#include "extract/utterances.h"

#define LEAST_AROUND 10 /* tokens before a quoted piece that report something */
#define CROWDED 12      /* sentences more than a paragraph has */
#define NEAR_CUE 5      /* words from "Hal itu" to its verb */
#define LONGEST_TOLD 6  /* sentences that "Demikian disampaikan Budi" speaks of */
#define LONGEST_GAP 3   /* sentences between a report and a quotation of the same person */

/* How sure a statement is, in hundredths: the share that was right, with its speaker, in annotated
 * articles unread before, 518 statements. What a sentence attributes itself, 95; what goes on, 87;
 * the other two are too few for a figure of their own. */
#define SURE_REPORT 95
#define SURE_AROUND 90
#define SURE_TOLD 85
#define SURE_CONTINUED 85

/* Sentences right behind a report that nothing attributes: if a quotation of the same person comes
 * next, they report that person, too. */
struct gap {
    size_t first; /* sentence */
    size_t count;
    int speaker; /* NO_ACTOR: there is none */
};

/* The text on the way from its beginning to its end. */
struct walk {
    struct reading reading;
    struct quoted_list quotations;
    struct mention_list mentions;
    struct people *people;
    struct utterance_list utterances;
    struct floor_state floor;
    struct speech_facts facts;
    size_t next;      /* utterance */
    size_t mention;   /* the first that ends behind the beginning of the sentence */
    int speaker;      /* of the sentence or quotation before, NO_ACTOR if it had none */
    bool report;      /* the sentence before is a statement */
    bool quote;       /* the sentence before holds a quotation */
    size_t paragraph; /* the first sentence of the paragraph */
    bool looked_at;   /* the two that follow are set */
    bool voice;       /* the paragraph speaks in the first person, without marks */
    bool crowded;     /* the paragraph must be several put together */
    unsigned run;     /* continuations in a row */
    size_t told;      /* sentences before this one are facts already */
    struct gap gap;
    size_t date; /* the first date of the article that is not before the sentence */
};

static const struct quoted *quoted_of(const struct walk *walk, size_t utterance) {
    return &walk->quotations.at[walk->utterances.at[utterance].quoted];
}

/* The speaker of a quotation that stands alone: whoever spoke right before. */
static int speaker_beside(struct walk *walk) {
    if (walk->quote && walk->floor.body_latest && walk->speaker == walk->floor.body)
        return walk->speaker; /* a body has just been quoted */
    struct attribution last = {.kind = ATTRIBUTION_LAST, .mention = NO_MENTION};
    return speakers_resolve(&walk->floor, &last);
}

static void take_utterance(struct walk *walk, size_t number) {
    const struct utterance *utterance = &walk->utterances.at[number];
    struct span span = reading_span(&walk->reading, quoted_of(walk, number)->words);
    if (utterance->repeat_of != NO_MENTION) {
        speech_facts_repeat(&walk->facts, utterance->repeat_of, span);
        return;
    }
    speakers_note_quotation(&walk->floor, quoted_of(walk, number)->words);
    int speaker = utterance->attribution.kind == ATTRIBUTION_NONE
                      ? speaker_beside(walk)
                      : speakers_resolve(&walk->floor, &utterance->attribution);
    speech_facts_quote(&walk->facts, utterance, number, quoted_of(walk, number), speaker);
    walk->speaker = speaker;
}

/* Takes the utterances that begin before token `end`; true if one of them reaches beyond `first`.
 */
static bool take_utterances(struct walk *walk, uint32_t first, uint32_t end) {
    bool any = walk->next > 0 && quoted_of(walk, walk->next - 1)->words.end > first &&
               !quoted_of(walk, walk->next - 1)->cut;
    while (walk->next < walk->utterances.count && quoted_of(walk, walk->next)->words.first < end) {
        bool here = quoted_of(walk, walk->next)->words.end > first;
        any = any || (here && !quoted_of(walk, walk->next)->cut);
        take_utterance(walk, walk->next++);
    }
    return any;
}

static void take_report(struct walk *walk, const struct sentence *sentence,
                        const struct attribution *attribution, int speaker, int confidence) {
    speech_facts_statement(&walk->facts, sentence->span, attribution, speaker, confidence);
    walk->speaker = speaker;
    walk->report = true;
    walk->quote = false;
}

static bool holds_date(struct walk *walk, struct span span) {
    const struct article *article = walk->reading.article;
    while (walk->date < article->date_count && article->dates[walk->date].span.end <= span.start)
        walk->date++;
    return walk->date < article->date_count && article->dates[walk->date].span.start < span.end;
}

/* "Bupati menutup acara dengan berpesan kepada warga." right before a quotation that stands alone:
 * it only gives the word. */
static bool introduces_quotation(const struct walk *walk, const struct sentence *sentence,
                                 const struct attribution *found) {
    if (walk->next >= walk->utterances.count || sentence->end > found->cue.end + 7)
        return false;
    const struct quoted *next = quoted_of(walk, walk->next);
    return next->open == sentence->end &&
           walk->utterances.at[walk->next].attribution.kind == ATTRIBUTION_NONE;
}

/* True if a sentence tells of an event rather than of what somebody said about it: it has a date,
 * is a dateline or tells how things went. */
static bool tells_event(const struct walk *walk, const struct sentence *sentence) {
    const struct article *article = walk->reading.article;
    struct range range = {(uint32_t)sentence->first, (uint32_t)sentence->end};
    for (size_t i = walk->date; i-- > 0 && article->dates[i].span.start >= sentence->span.start;)
        if (article->dates[i].span.start < sentence->span.end)
            return true;
    if (walk->date < article->date_count &&
        article->dates[walk->date].span.start >= sentence->span.start &&
        article->dates[walk->date].span.start < sentence->span.end)
        return true; /* where the sentence asked last has it */
    return range.end - range.first < 5 || statements_tells_event(&walk->reading, range);
}

/* "Demikian disampaikan Budi ...": what stands before it in the paragraph was said by Budi; "Hal
 * itu disampaikan Budi": the sentence right before. */
static void take_told(struct walk *walk, size_t number, const struct attribution *found,
                      int speaker) {
    const struct sentences *sentences = &walk->reading.article->sentences;
    const struct sentence *sentence = &sentences->at[number];
    struct attribution told = {.kind = ATTRIBUTION_NONE, .cue = found->cue, .rule = "told-behind"};
    uint32_t at = (uint32_t)sentence->first;
    bool all = reading_is(&walk->reading, at, KNOWN_DEMIKIAN);
    bool one = reading_is(&walk->reading, at, KNOWN_HAL) &&
               reading_in(&walk->reading, at + 1, LIST_POINTING) &&
               found->cue.first < at + NEAR_CUE;
    if (!(all || one) || number == 0 || speaker == NO_ACTOR)
        return;
    size_t first = number;
    while (first > walk->told && number - first < (all ? LONGEST_TOLD : 1) &&
           sentences->at[first - 1].paragraph == sentences->at[number - 1].paragraph &&
           !tells_event(walk, &sentences->at[first - 1]))
        first--;
    for (; first < number; first++)
        take_report(walk, &sentences->at[first], &told, speaker, SURE_TOLD);
}

/* True if the sentence names somebody else than whoever spoke last, with titles or a position: the
 * newspaper goes on to them. */
static bool introduces_another(const struct walk *walk, struct range range) {
    for (size_t i = walk->mention;
         i < walk->mentions.count && walk->mentions.at[i].words.first < range.end; i++) {
        const struct mention *mention = &walk->mentions.at[i];
        bool told = mention->titles.first < mention->titles.end ||
                    mention->position.first < mention->position.end;
        struct span name = reading_span(&walk->reading, mention->name);
        told = told && name.end > name.start + 1; /* Tersangka G is nobody to go on to */
        bool begins = mention->words.first == range.first ||
                      reading_is(&walk->reading, mention->words.first - 1, KNOWN_COMMA);
        if (mention->kind == MENTION_NAME && told && begins && mention->person != walk->speaker)
            return true;
    }
    return false;
}

/* Notes what the mentions of the sentence tell of the last speaker. */
static void note_speaker(const struct walk *walk, struct range range, struct surroundings *around) {
    const struct speech *speech = walk->reading.tables->speech;
    for (size_t i = walk->mention;
         i < walk->mentions.count && walk->mentions.at[i].words.first < range.end; i++) {
        const struct mention *mention = &walk->mentions.at[i];
        around->names_anybody = around->names_anybody || mention->kind == MENTION_NAME;
        if (mention->kind == MENTION_NAME && walk->speaker != NO_ACTOR &&
            mention->person == walk->speaker)
            around->by_name = true;
        if (mention->kind == MENTION_PRONOUN &&
            speech_pronoun(speech, mention->row) == PRONOUN_BODY)
            around->own_body = true;
    }
}

/* Notes a sentence without speech, which may lie between a report and a quotation of one person;
 * `possible`: it names nobody who speaks and no date, and no paragraph begins with it. */
static void note_gap(struct walk *walk, size_t number, struct range range, bool possible) {
    struct gap *gap = &walk->gap;
    if (walk->report)
        *gap = (struct gap){number, 0, walk->speaker};
    if (gap->speaker == NO_ACTOR)
        return;
    struct surroundings around = {.another = introduces_another(walk, range)};
    note_speaker(walk, range, &around);
    possible = possible && gap->first + gap->count == number && gap->count < LONGEST_GAP &&
               !around.another && !around.by_name && statements_between(&walk->reading, range);
    *gap = possible ? (struct gap){gap->first, gap->count + 1, gap->speaker}
                    : (struct gap){.speaker = NO_ACTOR};
}

/* Closes the gap before the quotation in sentence `number`: "Budi menyebut stok aman. Beras cukup
 * untuk tiga bulan. "Kami punya tiga gudang," kata Budi." */
static void close_gap(struct walk *walk, size_t number) {
    const struct sentences *sentences = &walk->reading.article->sentences;
    struct attribution none = {.kind = ATTRIBUTION_NONE, .rule = "between"};
    struct gap gap = walk->gap;
    walk->gap = (struct gap){.speaker = NO_ACTOR};
    if (gap.speaker == NO_ACTOR || gap.speaker != walk->speaker || gap.first + gap.count != number)
        return;
    for (size_t i = gap.first; i < number; i++)
        take_report(walk, &sentences->at[i], &none, gap.speaker, SURE_CONTINUED);
}

/* Looks at the paragraph, once: most sentences need not know. */
static void look_at_paragraph(struct walk *walk) {
    const struct sentences *sentences = &walk->reading.article->sentences;
    size_t first = walk->paragraph, last = first;
    if (walk->looked_at)
        return;
    while (last + 1 < sentences->count &&
           sentences->at[last + 1].paragraph == sentences->at[first].paragraph)
        last++;
    struct range words = {(uint32_t)sentences->at[first].first, (uint32_t)sentences->at[last].end};
    walk->voice = statements_voice(&walk->reading, words);
    walk->crowded = last - first >= CROWDED;
    walk->looked_at = true;
}

/* "Rapat akan digelar pada 5 Mei": what is still to come may be what somebody announced. */
static bool is_plan(const struct reading *reading, struct range range) {
    for (uint32_t at = range.first; at < range.end; at++)
        if (reading_is(reading, at, KNOWN_AKAN))
            return true;
    return false;
}

/* True if the sentence goes on reporting whoever spoke in the one before it. */
static bool goes_on(struct walk *walk, size_t number, bool same_paragraph, bool dated) {
    if (!walk->report && !walk->quote)
        return false;
    look_at_paragraph(walk);
    const struct sentence *sentence = &walk->reading.article->sentences.at[number];
    struct range range = {(uint32_t)sentence->first, (uint32_t)sentence->end};
    const struct actor *last = people_actor(walk->people, walk->speaker);
    struct surroundings around = {
        .after_report = walk->report,
        .after_quote = walk->quote,
        .same_paragraph = same_paragraph,
        .voice = walk->voice,
        .crowded = walk->crowded,
        .another = introduces_another(walk, range),
        .by_person = last && last->kind != MENTION_BODY,
        .dated = dated && !(walk->report && same_paragraph && is_plan(&walk->reading, range)),
        .run = walk->run};
    note_speaker(walk, range, &around);
    return statements_continue(&walk->reading, range, around);
}

/* "Budi menyebut warga resah. Mereka mengeluhkan bau.": Budi goes on. */
static bool speaks_of_them(const struct walk *walk, const struct attribution *found) {
    return found->kind == ATTRIBUTION_NOUN && walk->report && walk->speaker != NO_ACTOR &&
           reading_is(&walk->reading, (uint32_t)found->mention, KNOWN_MEREKA);
}

/* True if a sentence is a report although nobody knows whose: Ia mengatakan ...; Menurut warga ...
 * The -nya of contohnya, baginya need not be a speaker's. */
static bool reports_alone(const struct walk *walk, const struct attribution *found,
                          uint32_t first) {
    struct speech_word word;
    uint32_t end;
    if (!reading_speech(&walk->reading, found->cue.first, &word, &end))
        return false;
    if (word.form == SPEECH_ENCLITIC)
        return found->cue.first > first; /* Harganya naik, katanya, ... */
    return word.form == SPEECH_ACTIVE || word.form == SPEECH_ACCORDING ||
           word.form == SPEECH_ROOT ||
           reading_is(&walk->reading, found->cue.first, KNOWN_MENURUTNYA);
}

/* "Bupati menekankan tiga hal. Pertama, ...": the next sentence begins a list, which reports. */
static bool begins_list(const struct walk *walk, size_t number) {
    const struct sentences *sentences = &walk->reading.article->sentences;
    return number + 1 < sentences->count &&
           statements_point(&walk->reading, (uint32_t)sentences->at[number + 1].first);
}

/* A sentence without a quotation: a report, the continuation of one, or the newspaper's own words.
 */
static void take_sentence(struct walk *walk, size_t number, bool same_paragraph) {
    const struct sentence *sentence = &walk->reading.article->sentences.at[number];
    struct range range = {(uint32_t)sentence->first, (uint32_t)sentence->end};
    struct attribution found = attribution_in(&walk->reading, &walk->mentions, range, false);
    while (walk->mention < walk->mentions.count &&
           walk->mentions.at[walk->mention].words.end <= range.first)
        walk->mention++;
    if (speaks_of_them(walk, &found))
        found.kind = ATTRIBUTION_NONE;
    if (found.kind != ATTRIBUTION_NONE) {
        int speaker = speakers_resolve(&walk->floor, &found);
        walk->run = 0;
        bool reported = speaker != NO_ACTOR || reports_alone(walk, &found, range.first);
        found.content = found.content || begins_list(walk, number);
        if (found.content && reported && !introduces_quotation(walk, sentence, &found)) {
            take_told(walk, number, &found, speaker);
            take_report(walk, sentence, &found, speaker, SURE_REPORT);
            walk->told = number + 1;
            return;
        }
    }
    if (found.kind == ATTRIBUTION_NONE && walk->report && same_paragraph &&
        statements_fragment(&walk->reading, range)) {
        speech_facts_extend(&walk->facts, sentence->span.end);
        walk->told = number + 1;
        return;
    }
    bool dated = holds_date(walk, sentence->span);
    if (found.kind == ATTRIBUTION_NONE && goes_on(walk, number, same_paragraph, dated)) {
        struct attribution none = {.kind = ATTRIBUTION_NONE, .rule = "continued"};
        walk->run++;
        take_report(walk, sentence, &none, walk->speaker, SURE_CONTINUED);
        walk->told = number + 1;
        return;
    }
    note_gap(walk, number, range, found.kind == ATTRIBUTION_NONE && same_paragraph && !dated);
    walk->report = walk->quote = false;
    walk->run = 0;
    if (found.kind == ATTRIBUTION_NONE)
        speakers_note_sentence(&walk->floor, range, walk->mention);
}

/* The sentence around a quoted piece is reported as well: Budi mengatakan bahwa hutan "tetap aman
 * bagi kita" tahun ini. Where the piece is most of it, only what stands before it. */
static void take_around(struct walk *walk, const struct sentence *sentence) {
    const struct utterance *utterance = &walk->utterances.at[walk->next - 1];
    const struct quoted *quoted = quoted_of(walk, walk->next - 1);
    if (!utterance->embedded || quoted->open < sentence->first ||
        quoted->words.end > sentence->end || walk->speaker == NO_ACTOR)
        return;
    struct sentence around = *sentence;
    struct span piece = reading_span(&walk->reading, quoted->words);
    if (2 * (piece.end - piece.start) > around.span.end - around.span.start) {
        if (quoted->open < sentence->first + LEAST_AROUND)
            return; /* "Ia mengatakan" reports nothing */
        around.span.end = walk->reading.tokens[quoted->open - 1].end;
    }
    take_report(walk, &around, &utterance->attribution, walk->speaker, SURE_AROUND);
    walk->report = false;
    walk->quote = true;
}

static void read_text(struct walk *walk) {
    const struct sentences *sentences = &walk->reading.article->sentences;
    for (size_t i = 0; i < sentences->count; i++) {
        const struct sentence *sentence = &sentences->at[i];
        bool same_paragraph = i > 0 && sentences->at[i - 1].paragraph == sentence->paragraph;
        if (!same_paragraph) {
            walk->paragraph = i;
            walk->looked_at = false;
        }
        if (take_utterances(walk, (uint32_t)sentence->first, (uint32_t)sentence->end)) {
            close_gap(walk, i);
            walk->quote = true;
            walk->report = false;
            walk->run = 0;
            walk->told = i + 1;
            take_around(walk, sentence);
            continue;
        }
        take_sentence(walk, i, same_paragraph);
    }
    take_utterances(walk, walk->reading.count, NO_TOKEN);
}

/* The ranges that hold no mentions of their own: what is quoted. */
static struct range *quoted_ranges(const struct walk *walk) {
    struct range *ranges =
        arena_alloc_array(walk->reading.arena, walk->quotations.count, sizeof *ranges);
    for (size_t i = 0; i < walk->quotations.count; i++)
        ranges[i] = walk->quotations.at[i].words;
    return ranges;
}

void extract_speech(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts) {
    struct walk walk = {.speaker = NO_ACTOR, .gap = {.speaker = NO_ACTOR}};
    reading_init(&walk.reading, article, tables, arena);
    walk.quotations = quotes_find(&walk.reading);
    walk.mentions = mentions_find(&walk.reading, quoted_ranges(&walk), walk.quotations.count);
    walk.people = people_gather(&walk.reading, &walk.mentions);
    walk.utterances = utterances_find(&walk.reading, &walk.quotations, &walk.mentions);
    walk.floor = (struct floor_state){.reading = &walk.reading,
                                      .people = walk.people,
                                      .mentions = &walk.mentions,
                                      .person = NO_ACTOR,
                                      .official = NO_ACTOR,
                                      .body = NO_ACTOR,
                                      .topic = NO_MENTION,
                                      .introduced = NO_ACTOR};
    walk.facts = (struct speech_facts){.reading = &walk.reading, .people = walk.people};
    speech_facts_prepare(&walk.facts, walk.utterances.count);
    read_text(&walk);
    speech_facts_write(&walk.facts, &walk.mentions, &walk.quotations, facts);
}
