/* The near-duplicate signature: a one-permutation MinHash over runs of four words of what intake
 * left uncut.
 *
 * Before: tokens with cut spans marked. After: src/summary compares sketches. Every run of words is
 * hashed once; its upper bits choose a lane, and each lane keeps the smallest hash it meets (Li,
 * Owen, Zhang 2012). A lane that met none, as in short articles, borrows from one that did, chosen
 * by the lane's number alone, so that equal texts borrow equally (Shrivastava 2017). Two bytes of
 * each minimum are kept.
 *
 * A run with a number in it weighs as much as four others: whoever edits a copy changes words and
 * leaves figures and dates alone, and whoever fills in last week's report on prices anew does the
 * reverse. (Its hash is divided by four, so that it is the smallest of its lane as often as four
 * runs would be.) In some thousand articles this puts the nearest reports of the second kind at
 * 45 % where they stood at 58 %, and moves copies by a few percent in either direction. */
#include <config.h>

#include <string.h>

#include "extract/recognisers.h"
#include "extract/sketch.h"

#define RUN 4          /* words in a run */
#define WEIGHT_SHIFT 2 /* a run with a number weighs 1 << WEIGHT_SHIFT */
#define LANE_SHIFT 58  /* the bits above choose one of the 64 lanes */
#define EMPTY UINT64_MAX

/* Spreads every bit of `x` over all bits (the finaliser of splitmix64). */
static uint64_t mix(uint64_t x) {
    x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
    return x ^ (x >> 31);
}

/* One step of a run's hash, which is a polynomial of its words' hashes. */
static uint64_t join(uint64_t run, uint64_t word) {
    return run * UINT64_C(0x9e3779b97f4a7c15) + word;
}

/* What is known of an article after some of its words. */
struct lanes {
    uint64_t least[SKETCH_LANES]; /* EMPTY where there was no run */
    uint64_t runs;                /* by weight */
};

/* Counts a run, if `valid`; `numbers` is not 0 if there is a number in it. */
static void add_run(struct lanes *lanes, uint64_t run, unsigned numbers, bool valid) {
    uint64_t hash = mix(run);
    unsigned shift = numbers ? WEIGHT_SHIFT : 0;
    uint64_t value = (hash & ((UINT64_C(1) << LANE_SHIFT) - 1)) >> shift;
    uint64_t *lane = &lanes->least[hash >> LANE_SHIFT];
    value = valid ? value : EMPTY;
    *lane = value < *lane ? value : *lane;
    lanes->runs += valid ? UINT64_C(1) << shift : 0;
}

/* Where a number may go on: after its digits, and after a mark that touches them. */
enum glue { GLUE_NONE, GLUE_DIGITS, GLUE_MARK };

/* The runs that end at the last word. A run's hash is a polynomial in which the last word counts
 * once, so that a word can still change. */
struct runs {
    uint64_t one, two, three, four; /* of so many words */
    unsigned numbers;               /* which of the last words are some, as bits */
    size_t words;
};

/* Fills the lanes from the words and numbers; a text of fewer than RUN words is one run. False if
 * it has no word. "2.774.000" and "29/5/2026" are one word each, lest all prices end alike. There
 * is no branch for a token: nobody can guess which is no word, nor, in an article of some hundred
 * words, which run is the smallest so far. A run is counted when the next word begins. */
static bool fill_lanes(struct tokens tokens, struct lanes *lanes) {
    _Static_assert(RUN == 4, "the runs that end at a word are written out");
    struct runs at = {0};
    unsigned glue = GLUE_NONE;
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        bool kept = !token->cut, tight = token->gap == GAP_NONE;
        bool number = (token->kind == TOKEN_NUMBER) & kept;
        bool longer = number & tight & (glue == GLUE_MARK);
        bool word = (token->kind <= TOKEN_NUMBER) & kept & !longer;
        add_run(lanes, at.four, at.numbers, word & (at.words >= RUN));
        uint64_t change = longer ? join(at.one, token->hash) - at.one : 0;
        at.four = word ? join(at.three, token->hash) : at.four + change;
        at.three = word ? join(at.two, token->hash) : at.three + change;
        at.two = word ? join(at.one, token->hash) : at.two + change;
        at.one = word ? token->hash : at.one + change;
        at.numbers = word ? (at.numbers << 1 | number) & 15 : at.numbers;
        at.words += word;
        bool mark = (token->kind == TOKEN_MARK) & tight & (glue == GLUE_DIGITS);
        glue = number ? GLUE_DIGITS : mark ? GLUE_MARK : GLUE_NONE;
    }
    if (at.words > 0)
        add_run(lanes, at.four, at.numbers, true);
    return at.words > 0;
}

/* The value of a lane, borrowed where it is empty. At least one lane is not. */
static uint64_t lane_value(const uint64_t lanes[SKETCH_LANES], size_t lane) {
    size_t from = lane;
    for (uint64_t attempt = 1; lanes[from] == EMPTY; attempt++) {
        /* After some tries the next lane in turn, so that the search ends. */
        from = attempt < SKETCH_LANES ? (size_t)(mix(lane * SKETCH_LANES + attempt) >> LANE_SHIFT)
                                      : (from + 1) % SKETCH_LANES;
    }
    return lanes[from];
}

static void put_two(char *out, uint64_t number) {
    out[0] = (char)(unsigned char)(number >> 8 & 0xff);
    out[1] = (char)(unsigned char)(number & 0xff);
}

static uint16_t get_two(const char *in) {
    return (uint16_t)((unsigned char)in[0] << 8 | (unsigned char)in[1]);
}

void extract_sketch(const struct article *article, struct arena *arena, struct facts *facts) {
    struct lanes lanes = {.runs = 0};
    memset(lanes.least, 0xff, sizeof lanes.least);
    facts->sketch = TEXT("");
    if (!fill_lanes(article->tokens, &lanes))
        return;
    char *out = arena_alloc(arena, SKETCH_BYTES);
    out[0] = SKETCH_VERSION;
    put_two(out + 1, lanes.runs < UINT16_MAX ? lanes.runs : UINT16_MAX);
    for (size_t i = 0; i < SKETCH_LANES; i++)
        put_two(out + 3 + 2 * i, mix(lane_value(lanes.least, i)));
    facts->sketch = (struct text){out, SKETCH_BYTES};
}

bool sketch_read(struct text bytes, struct sketch *out) {
    if (bytes.size != SKETCH_BYTES || bytes.data[0] != SKETCH_VERSION)
        return false;
    out->runs = get_two(bytes.data + 1);
    for (size_t i = 0; i < SKETCH_LANES; i++)
        out->lanes[i] = get_two(bytes.data + 3 + 2 * i);
    return true;
}

int sketch_equal_lanes(const struct sketch *a, const struct sketch *b) {
    uint16_t equal = 0; /* as wide as a lane: the loop becomes a few vector instructions */
    for (size_t i = 0; i < SKETCH_LANES; i++)
        equal = (uint16_t)(equal + (a->lanes[i] == b->lanes[i]));
    return equal;
}

int sketch_similarity(struct text a, struct text b) {
    struct sketch left, right;
    if (!sketch_read(a, &left) || !sketch_read(b, &right))
        return 0;
    return (100 * sketch_equal_lanes(&left, &right) + SKETCH_LANES / 2) / SKETCH_LANES;
}
