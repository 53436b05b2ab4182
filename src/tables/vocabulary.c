/* The vocabulary: see vocabulary.h. Before: the table loaders. After: intake and extraction. */
#include <config.h>

#include "tables/vocabulary.h"

#include "base/memory.h"

static const char *const known[KNOWN_WORDS] = {
    [KNOWN_COMMA] = ",",
    [KNOWN_STOP] = ".",
    [KNOWN_COLON] = ":",
    [KNOWN_OPEN] = "(",
    [KNOWN_CLOSE] = ")",
    [KNOWN_HYPHEN] = "-",
    [KNOWN_SLASH] = "/",
    [KNOWN_AMPERSAND] = "&",
    [KNOWN_GREATER] = ">",
    [KNOWN_SEMICOLON] = ";",
    [KNOWN_DAN] = "dan",
    [KNOWN_YANG] = "yang",
    [KNOWN_HARI] = "hari",
    [KNOWN_JUGA] = "juga",
    [KNOWN_SERTA] = "serta",
    [KNOWN_BAHWA] = "bahwa",
    [KNOWN_TIDAK] = "tidak",
    [KNOWN_OLEH] = "oleh",
    [KNOWN_KE] = "ke",
    [KNOWN_DI] = "di",
    [KNOWN_I] = "i",
    [KNOWN_KOTA] = "kota",
    [KNOWN_SUBSP] = "subsp",
    [KNOWN_DESA] = "desa",
    [KNOWN_KELURAHAN] = "kelurahan",
    [KNOWN_NOMOR] = "nomor",
    [KNOWN_NO] = "no",
    [KNOWN_LAMA] = "lama",
    [KNOWN_BARU] = "baru",
    [KNOWN_NASIONAL] = "nasional",
    [KNOWN_AKRAB] = "akrab",
    [KNOWN_AL] = "al",
    [KNOWN_BERINISIAL] = "berinisial",
    [KNOWN_BERNAMA] = "bernama",
    [KNOWN_BOLEH] = "boleh",
    [KNOWN_DEMIKIAN] = "demikian",
    [KNOWN_HAL] = "hal",
    [KNOWN_MENURUTNYA] = "menurutnya",
    [KNOWN_MERANGKAP] = "merangkap",
    [KNOWN_MEREKA] = "mereka",
    [KNOWN_OLEHNYA] = "olehnya",
    [KNOWN_PESERTA] = "peserta",
    [KNOWN_SATU] = "satu",
    [KNOWN_SEKALIGUS] = "sekaligus",
    [KNOWN_SELAIN] = "selain",
    [KNOWN_SEMUA] = "semua",
    [KNOWN_SETEMPAT] = "setempat",
    [KNOWN_TULISNYA] = "tulisnya",
    [KNOWN_WAKIL] = "wakil",
    [KNOWN_AKAN] = "akan",
    [KNOWN_DIRI] = "diri",
    [KNOWN_DETIKERS] = "detikers",
    [KNOWN_MELAPORKAN] = "melaporkan",
    [KNOWN_MENCATAT] = "mencatat",
    [KNOWN_KAMU] = "kamu",
    [KNOWN_SENDIRI] = "sendiri",
    [KNOWN_PERTAMA] = "pertama",
    [KNOWN_KEDUA] = "kedua",
    [KNOWN_KETIGA] = "ketiga",
    [KNOWN_KEEMPAT] = "keempat",
    [KNOWN_KELIMA] = "kelima",
    [KNOWN_KEENAM] = "keenam",
    [KNOWN_TERAKHIR] = "terakhir",
    [KNOWN_UNTUK] = "untuk",
    [KNOWN_PERLU] = "perlu",
    [KNOWN_KEWAJIBAN] = "kewajiban",
};

/* Puts word `number` in the first free place for its hash. */
static void put(struct vocabulary *vocabulary, uint32_t number) {
    uint64_t hash = vocabulary->words[number].hash;
    size_t mask = ((size_t)1 << vocabulary->bits) - 1, at = (size_t)hash & mask;
    while (vocabulary->places[at])
        at = (at + 1) & mask;
    vocabulary->places[at] = vocabulary_place(hash, number);
}

static void alloc_places(struct vocabulary *vocabulary, unsigned bits) {
    vocabulary->bits = bits;
    vocabulary->places =
        arena_alloc_array(vocabulary->arena, (size_t)1 << bits, sizeof *vocabulary->places);
    for (uint32_t number = 1; number < vocabulary->count; number++)
        put(vocabulary, number);
}

/* At most a quarter of the places is taken: an unknown word meets a free one at once. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, uint64_t hash) {
    uint32_t number = vocabulary_find(vocabulary, hash);
    if (number)
        return number;
    number = (uint32_t)vocabulary->count++;
    if (number >= VOCABULARY_NUMBERS)
        memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
    vocabulary->words = arena_grow(vocabulary->arena, vocabulary->words, number, number + (size_t)1,
                                   sizeof *vocabulary->words, &vocabulary->capacity);
    vocabulary->words[number].hash = hash;
    if (vocabulary->count * 4 > (size_t)1 << vocabulary->bits)
        alloc_places(vocabulary, vocabulary->bits + 1);
    else
        put(vocabulary, number);
    return number;
}

struct word_entry *vocabulary_entry(struct vocabulary *vocabulary, uint64_t hash) {
    uint32_t number = vocabulary_add(vocabulary, hash); /* may move the entries */
    return &vocabulary->words[number];
}

bool vocabulary_abbreviate(struct vocabulary *vocabulary, uint64_t written, uint64_t meant) {
    struct vocabulary_abbreviations *all = &vocabulary->abbreviations;
    if (all->count == VOCABULARY_ABBREVIATIONS)
        return false;
    all->filter |= UINT64_C(1) << (written & 63);
    all->written[all->count] = written;
    all->meant[all->count++] = meant;
    return true;
}

struct vocabulary *vocabulary_new(struct arena *arena) {
    struct vocabulary *vocabulary = arena_alloc(arena, sizeof *vocabulary);
    vocabulary->arena = arena;
    vocabulary->words =
        arena_grow(arena, NULL, 0, KNOWN_WORDS, sizeof *vocabulary->words, &vocabulary->capacity);
    vocabulary->count = 1; /* KNOWN_NONE, whose entry says nothing */
    alloc_places(vocabulary, 8);
    for (size_t i = 1; i < KNOWN_WORDS; i++)
        vocabulary_add(vocabulary, token_hash(text_of(known[i])));
    return vocabulary;
}

void vocabulary_number(const struct vocabulary *vocabulary, struct token *tokens, size_t count) {
    const struct vocabulary local = *vocabulary; /* which no token can alias */
    for (size_t i = 0; i < count; i++)
        tokens[i].word = vocabulary_find(&local, tokens[i].hash);
}
