/* The near-duplicate signature: a one-permutation MinHash over runs of four words of what intake
 * left uncut.
 *
 * Before: tokens with cut spans marked. After: src/summary compares sketches. Every run of words is
 * hashed once; its upper bits choose a lane, and each lane keeps the smallest hash it meets (Li,
 * Owen, Zhang 2012). A lane that met none, as in short articles, borrows from one that did, chosen
 * by the lane's number alone, so that equal texts borrow equally (Shrivastava 2017). One byte of
 * each minimum is kept: an accidental agreement has 1 chance in 256 and is allowed for. */
#include <config.h>

#include <string.h>

#include "extract/recognisers.h"
#include "extract/sketch.h"

#define RUN 4            /* words in a run */
#define EMPTY UINT64_MAX /* a lane that met no run */

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

/* Keeps the smallest hash of each lane. */
static void add_run(uint64_t lanes[SKETCH_LANES], uint64_t hash) {
    uint64_t *lane = &lanes[hash >> 58];
    *lane = hash < *lane ? hash : *lane;
}

/* Fills the lanes from the words and numbers; a text of fewer than RUN words is one run. False if
 * it has no word. There is no branch for a token: nobody can guess which is no word, nor, in an
 * article of some hundred words, which run is the smallest so far. */
static bool fill_lanes(struct tokens tokens, uint64_t lanes[SKETCH_LANES]) {
    _Static_assert(RUN == 4, "the runs that end at a word are written out");
    uint64_t one = 0, two = 0, three = 0, four = 0; /* the runs of so many words */
    size_t words = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        bool word = (token->kind <= TOKEN_NUMBER) & !token->cut;
        four = word ? join(three, token->hash) : four;
        three = word ? join(two, token->hash) : three;
        two = word ? join(one, token->hash) : two;
        one = word ? token->hash : one;
        words += word;
        add_run(lanes, (word & (words >= RUN)) ? mix(four) : EMPTY);
    }
    if (words > 0 && words < RUN) {
        add_run(lanes, mix(four));
    }
    return words > 0;
}

/* The value of a lane, borrowed where it is empty. At least one lane is not. */
static uint64_t lane_value(const uint64_t lanes[SKETCH_LANES], size_t lane) {
    size_t from = lane;
    for (uint64_t attempt = 1; lanes[from] == EMPTY; attempt++) {
        /* After some tries the next lane in turn, so that the search ends. */
        from = attempt < SKETCH_LANES ? (size_t)(mix(lane * SKETCH_LANES + attempt) >> 58)
                                      : (from + 1) % SKETCH_LANES;
    }
    return lanes[from];
}

void extract_sketch(const struct article *article, struct arena *arena, struct facts *facts) {
    static const char digits[] = "0123456789abcdef";
    uint64_t lanes[SKETCH_LANES];
    memset(lanes, 0xff, sizeof lanes);
    facts->sketch = TEXT("");
    if (!fill_lanes(article->tokens, lanes)) {
        return;
    }
    char *out = arena_alloc(arena, SKETCH_DIGITS);
    for (size_t i = 0; i < SKETCH_LANES; i++) {
        uint64_t byte = mix(lane_value(lanes, i)) & 0xff;
        out[2 * i] = digits[byte >> 4];
        out[2 * i + 1] = digits[byte & 15];
    }
    facts->sketch = (struct text){out, SKETCH_DIGITS};
}

/* The value of a lower-case hex digit, or -1. */
static int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool sketch_read(struct text sketch, uint8_t lanes[SKETCH_LANES]) {
    if (sketch.size != SKETCH_DIGITS) {
        return false;
    }
    for (size_t i = 0; i < SKETCH_LANES; i++) {
        int high = hex_value(sketch.data[2 * i]), low = hex_value(sketch.data[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        lanes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

int sketch_similarity(struct text a, struct text b) {
    uint8_t lanes_a[SKETCH_LANES], lanes_b[SKETCH_LANES];
    if (!sketch_read(a, lanes_a) || !sketch_read(b, lanes_b)) {
        return 0;
    }
    int equal = 0;
    for (size_t i = 0; i < SKETCH_LANES; i++) {
        equal += lanes_a[i] == lanes_b[i];
    }
    /* Of what differs, 1 in 256 agrees by accident: (equal/64 - 1/256) / (1 - 1/256). */
    int similarity = (100 * (4 * equal - 1) + 127) / 255;
    return equal == 0 ? 0 : similarity;
}
