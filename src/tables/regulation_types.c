/* Kinds of legal instruments: see regulation_types.h. Before: the tables. After: extraction of
 * citations. */
#include <config.h>

#include "tables/regulation_types.h"

#include "base/nearest.h"
#include "tables/citation_words.h"
#include "tables/regulation_nicknames.h"
#include "tables/tsv.h"

struct regulation_types {
    struct regulation_type *at;
    size_t count;
    size_t capacity;
    struct nicknames nicknames;
};

/* What loading needs at every form. */
struct loader {
    struct regulation_types *types;
    struct arena *arena;
    struct lexicon *lexicon;
};

/* How ministers' regulations are written: joined or before a short name, and before the whole name.
 */
static const struct {
    const char *joined;
    const char *whole;
    const char *finance; /* the abbreviation that everybody uses for the finance minister's */
} families[] = {
    {"Permen", "Peraturan", "PMK"}, {"Kepmen", "Keputusan", "KMK"}, {"Inmen", "Instruksi", NULL}};

const struct regulation_type *regulation_type_get(const struct regulation_types *types,
                                                  uint32_t row) {
    return &types->at[row];
}

size_t regulation_types_count(const struct regulation_types *types) { return types->count; }

const struct nickname *nickname_on(const struct regulation_types *types, uint32_t row,
                                   struct date day) {
    return nicknames_on(&types->nicknames, row, day);
}

/* `form`: how it is written, none for a minister's, of which there are many. */
static uint32_t add_type(struct loader *loader, struct text type, enum regulation_kind kind,
                         struct text form) {
    struct regulation_types *types = loader->types;
    types->at = arena_grow(loader->arena, types->at, types->count, types->count + 1,
                           sizeof(*types->at), &types->capacity);
    types->at[types->count] = (struct regulation_type){type, kind, form};
    return (uint32_t)types->count++;
}

static void add_form(struct loader *loader, const char *before, struct text form, uint32_t row) {
    struct text whole = arena_concat(loader->arena, text_of(before), form, TEXT(""));
    lexicon_add(loader->lexicon, whole, LEXEME_REGULATION, row, LEXEME_ANY_CASE);
}

/* "Dagri": Permendagri and Permen Dagri; "Mendagri": Peraturan Mendagri. */
static void add_short(struct loader *loader, size_t family, struct text form, uint32_t row) {
    struct text before = text_of(families[family].joined);
    if (text_starts(form, "Men")) {
        before = arena_concat(loader->arena, text_of(families[family].whole), TEXT(" "), TEXT(""));
        add_form(loader, before.data, form, row);
        return;
    }
    add_form(loader, before.data, form, row);
    add_form(loader, arena_concat(loader->arena, before, TEXT(" "), TEXT("")).data, form, row);
}

static void add_ministry(struct loader *loader, struct text key, struct text short_forms,
                         struct text long_forms) {
    struct arena *arena = loader->arena;
    for (size_t family = 0; family < sizeof(families) / sizeof(families[0]); family++) {
        struct text type = arena_concat(arena, text_of(families[family].joined), key, TEXT(""));
        if (text_is(key, "keu") && families[family].finance)
            type = text_of(families[family].finance);
        uint32_t row = add_type(loader, type, REGULATION_MINISTRY, (struct text){NULL, 0});
        struct text before =
            arena_concat(arena, text_of(families[family].whole), TEXT(" Menteri "), TEXT(""));
        struct text rest = short_forms;
        for (struct text form; tsv_next_form(&rest, &form);)
            add_short(loader, family, form, row);
        rest = short_forms;
        for (struct text form; tsv_next_form(&rest, &form);)
            add_form(loader, before.data, form, row);
        rest = long_forms;
        for (struct text form; tsv_next_form(&rest, &form);)
            add_form(loader, before.data, form, row);
    }
    uint32_t issuer = add_type(loader, TEXT(""), REGULATION_ISSUER, (struct text){NULL, 0});
    for (struct text form; tsv_next_form(&short_forms, &form);)
        add_form(loader, text_starts(form, "Men") ? "" : "Menteri ", form, issuer);
    for (struct text form; tsv_next_form(&long_forms, &form);)
        add_form(loader, "Menteri ", form, issuer);
}

static bool load_ministries(struct loader *loader, const char *folder, struct error *error) {
    static const char *const wanted[] = {"key", "short", "long", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "ministries.tsv", wanted, loader->arena, &table, error))
        return false;
    size_t key = tsv_column(&table, "key"), brief = tsv_column(&table, "short"),
           whole = tsv_column(&table, "long");
    for (size_t row = 0; row < table.row_count; row++)
        add_ministry(loader, tsv_cell(&table, row, key), tsv_cell(&table, row, brief),
                     tsv_cell(&table, row, whole));
    return true;
}

static bool kind_of(struct text name, enum regulation_kind *kind) {
    static const struct {
        const char *name;
        enum regulation_kind kind;
    } kinds[] = {{"law", REGULATION_LAW},       {"regulation", REGULATION_NUMBERED},
                 {"titled", REGULATION_TITLED}, {"minister", REGULATION_MINISTER},
                 {"issued", REGULATION_ISSUED}, {"joint", REGULATION_JOINT},
                 {"letter", REGULATION_LETTER}, {"code", REGULATION_CODE},
                 {"none", REGULATION_NONE}};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (text_is(name, kinds[i].name)) {
            *kind = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static bool load_types(struct loader *loader, const char *folder, struct error *error) {
    static const char *const wanted[] = {"form", "type", "kind", "case", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "regulation_types.tsv", wanted, loader->arena, &table, error))
        return false;
    for (size_t row = 0; row < table.row_count; row++) {
        enum regulation_kind kind;
        if (!kind_of(tsv_cell(&table, row, tsv_column(&table, "kind")), &kind))
            return tsv_row_error(&table, row, error, "unknown kind of legal instrument");
        bool exact = text_is(tsv_cell(&table, row, tsv_column(&table, "case")), "exact");
        struct text type = tsv_cell(&table, row, tsv_column(&table, "type"));
        struct text form = tsv_cell(&table, row, tsv_column(&table, "form"));
        uint32_t number = add_type(loader, kind == REGULATION_NONE ? TEXT("") : type, kind, form);
        lexicon_add(loader->lexicon, form, LEXEME_REGULATION, number,
                    exact ? LEXEME_EXACT_CASE : LEXEME_ANY_CASE);
    }
    return true;
}

bool regulation_types_know(const struct regulation_types *types, struct text type) {
    for (size_t i = 0; i < types->count; i++)
        if (text_equal(types->at[i].type, type))
            return type.size > 0;
    return false;
}

struct text regulation_types_nearest(const struct regulation_types *types, struct text word) {
    struct text nearest = {NULL, 0};
    size_t least = nearest_limit(word);
    for (size_t i = 0; i < types->count; i++) {
        const struct regulation_type *at = &types->at[i];
        if (at->type.size && (nearest_is_nearer(word, at->type, &least) ||
                              (at->form.size && nearest_is_nearer(word, at->form, &least))))
            nearest = at->type;
    }
    return nearest;
}

bool regulation_type_is_local(struct text type) {
    static const char *const local[] = {"Perda", "Pergub", "Perbup", "Perwali", "Perdes",
                                        "Ingub", "Inbup",  "Inwali", "Perban",  "SE",
                                        "SK",    "SKB",    "Surat",  "Seruan"};
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        if (text_is(type, local[i]))
            return true;
    return false;
}

const struct regulation_types *regulation_types_load(const char *folder, struct arena *arena,
                                                     struct lexicon *lexicon, struct error *error) {
    struct regulation_types *types = arena_alloc(arena, sizeof(*types));
    struct loader loader = {types, arena, lexicon};
    if (load_types(&loader, folder, error) && load_ministries(&loader, folder, error) &&
        citation_words_load(folder, arena, lexicon_vocabulary(lexicon), error) &&
        nicknames_load(folder, arena, lexicon, &types->nicknames, error))
        return types;
    return NULL;
}
