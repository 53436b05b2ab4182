/* Loads advisory cues and addressees: see cues.h. Before: the data folder. After: the
 * recogniser of advisories. */
#include <config.h>

#include "tables/cues.h"

#include "tables/tsv.h"

struct cues {
    struct cue *cues;
    size_t cue_count;
    struct addressee {
        struct text label; /* empty unless it is a group */
        enum addressee_kind kind;
        bool state;
    } * addressees;
};

static const char *const role_names[CUE_ROLES] = {
    [CUE_ASK] = "ask",           [CUE_ORDER] = "order",
    [CUE_REMIND] = "remind",     [CUE_ASKED] = "asked",
    [CUE_HOPED] = "hoped",       [CUE_MUST] = "must",
    [CUE_DUTY] = "duty",         [CUE_ABSTAIN] = "abstain",
    [CUE_DONT] = "dont",         [CUE_DO] = "do",
    [CUE_BEGIN] = "begin",       [CUE_OUGHT] = "ought",
    [CUE_NEED] = "need",         [CUE_WISH] = "wish",
    [CUE_HOPE] = "hope",         [CUE_SANCTION] = "sanction",
    [CUE_OFFENCE] = "offence",   [CUE_REPORT] = "report",
    [CUE_RECEIVE] = "receive",   [CUE_PLEDGE] = "pledge",
    [CUE_LIST] = "list",         [CUE_CLOSE] = "close",
    [CUE_AVOID] = "avoid",       [CUE_SO] = "so",
    [CUE_THAT] = "that",         [CUE_LINK] = "link",
    [CUE_FURTHER] = "further",   [CUE_IF] = "if",
    [CUE_OFFENDER] = "offender", [CUE_CONSEQUENCE] = "consequence",
    [CUE_PAST] = "past",         [CUE_FUTURE] = "future",
    [CUE_ALLOW] = "allow",       [CUE_TELL] = "tell",
    [CUE_OUTCOME] = "outcome",   [CUE_TOWARD] = "toward",
    [CUE_SELF] = "self",         [CUE_SUSPECT] = "suspect",
    [CUE_OUTSIDER] = "outsider", [CUE_COMPANY] = "company",
    [CUE_BELIEF] = "belief",     [CUE_MORE] = "more",
    [CUE_SAY] = "say",           [CUE_HEAD] = "head",
    [CUE_SOCIETY] = "society",   [CUE_CAUSE] = "cause",
    [CUE_MUSED] = "mused",       [CUE_AIM] = "aim",
    [CUE_GUARD] = "guard",
};

static const char *const kind_names[ADDRESSEE_KINDS] = {"group", "people", "before",
                                                        "count", "will",   "none"};

static const char *const type_names[ADVISORY_TYPES] = {"larangan", "imbauan", "kewajiban", "sanksi",
                                                       "pelaporan"};

const char *advisory_type_name(enum advisory_type type) {
    return type < ADVISORY_TYPES ? type_names[type] : "";
}

enum advisory_type advisory_type_of(struct text name) {
    enum advisory_type type = ADVISORY_LARANGAN;
    while (type < ADVISORY_TYPES && !text_is(name, type_names[type])) {
        type++;
    }
    return type;
}

/* Adds the forms of every row; they are compared without case. */
static bool add_forms(const struct tsv *table, struct lexicon *lexicon, enum lexeme_class class,
                      struct error *error) {
    size_t column = tsv_column(table, "forms");
    for (size_t row = 0; row < table->row_count; row++) {
        struct text rest = tsv_cell(table, row, column), form;
        while (tsv_next_form(&rest, &form)) {
            if (!lexicon_add(lexicon, form, class, (uint32_t)row, LEXEME_ANY_CASE)) {
                return tsv_row_error(table, row, error, "a form is there twice");
            }
        }
    }
    return true;
}

static bool load_cues(const char *folder, struct arena *arena, struct lexicon *lexicon,
                      struct cues *cues, struct error *error) {
    static const char *const wanted[] = {"role", "type", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "advisory_cues.tsv", wanted, arena, &table, error)) {
        return false;
    }
    cues->cue_count = table.row_count;
    cues->cues = arena_alloc_array(arena, table.row_count + 1, sizeof *cues->cues);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text role = tsv_cell(&table, row, tsv_column(&table, "role"));
        struct cue *cue = &cues->cues[row];
        struct text type = tsv_cell(&table, row, tsv_column(&table, "type"));
        cue->type = advisory_type_of(type);
        while (cue->role < CUE_ROLES && !text_is(role, role_names[cue->role])) {
            cue->role++;
        }
        if (cue->role == CUE_ROLES) {
            return tsv_row_error(&table, row, error, "unknown role");
        }
        if (cue->type == ADVISORY_TYPES && !text_is(type, "-")) {
            return tsv_row_error(&table, row, error, "unknown type");
        }
    }
    return add_forms(&table, lexicon, LEXEME_CUE, error);
}

static bool load_addressees(const char *folder, struct arena *arena, struct lexicon *lexicon,
                            struct cues *cues, struct error *error) {
    static const char *const wanted[] = {"kind", "label", "forms", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "addressees.tsv", wanted, arena, &table, error)) {
        return false;
    }
    cues->addressees = arena_alloc_array(arena, table.row_count + 1, sizeof *cues->addressees);
    for (size_t row = 0; row < table.row_count; row++) {
        struct addressee *addressee = &cues->addressees[row];
        struct text kind = tsv_cell(&table, row, tsv_column(&table, "kind"));
        addressee->state = text_is(kind, "state");
        kind = addressee->state ? TEXT("group") : kind;
        while (addressee->kind < ADDRESSEE_KINDS && !text_is(kind, kind_names[addressee->kind])) {
            addressee->kind++;
        }
        if (addressee->kind == ADDRESSEE_KINDS) {
            return tsv_row_error(&table, row, error, "unknown kind");
        }
        struct text label = tsv_cell(&table, row, tsv_column(&table, "label"));
        addressee->label = addressee->kind == ADDRESSEE_GROUP ? label : (struct text){0};
    }
    return add_forms(&table, lexicon, LEXEME_ADDRESSEE, error);
}

const struct cues *cues_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                             struct error *error) {
    struct cues *cues = arena_alloc(arena, sizeof *cues);
    bool good = load_cues(folder, arena, lexicon, cues, error) &&
                load_addressees(folder, arena, lexicon, cues, error);
    return good ? cues : NULL;
}

const struct cue *cues_get(const struct cues *cues, uint32_t row) { return &cues->cues[row]; }

struct text cues_addressee(const struct cues *cues, uint32_t row) {
    return cues->addressees[row].label;
}

bool cues_is_state(const struct cues *cues, uint32_t row) { return cues->addressees[row].state; }

enum addressee_kind cues_addressee_kind(const struct cues *cues, uint32_t row) {
    return cues->addressees[row].kind;
}
