/* Addresses of mail: see address.h. Before: recipients.c, the configuration. After: envelopes. */
#include <config.h>

#include "mail/address.h"

#ifdef HAVE_MAIL
#include <idn2.h>
#endif

#include "base/ascii.h"
#include "base/translate.h"
#include "base/utf8.h"

/* RFC 5321, 4.5.3.1: without the < > of a path. */
#define LOCAL_MOST 64
#define ADDRESS_MOST 254
#define LABEL_MOST 63

static bool refuse(struct error *error, struct text written, const char *what) {
    int shown = (int)(written.size < 80 ? written.size : 80);
    return error_set(error, EXIT_CONFIG, "'%.*s' is no address that can be mailed: %s", shown,
                     written.data ? written.data : "", what);
}

/* RFC 5322's atext. */
static bool is_atom_character(char c) {
    return ascii_is_alphanumeric(c) || (c && strchr("!#$%&'*+-/=?^_`{|}~", c));
}

static bool is_ascii(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

/* What is wrong with the part before the '@', or NULL. */
static const char *wrong_local(struct text local) {
    if (!local.size)
        return _("nothing stands before the '@'");
    if (!is_ascii(local))
        return _("before the '@' only ASCII is delivered everywhere (SMTPUTF8 is not offered)");
    if (local.data[0] == '"')
        return _("quotation marks before the '@' are not taken");
    if (local.size > LOCAL_MOST)
        return _("more than 64 characters before the '@'");
    if (local.data[0] == '-')
        return _("it begins with '-', as an option does");
    for (size_t i = 0; i < local.size; i++) {
        char c = local.data[i], next = i + 1 < local.size ? local.data[i + 1] : '.';
        if (c == '.' ? i == 0 || next == '.' : !is_atom_character(c))
            return c == '.' ? _("a full stop at an end, or two in a row, before the '@'")
                            : _("a character that no address has before the '@'");
    }
    return NULL;
}

/* What is wrong with a domain in ASCII, or NULL. */
static const char *wrong_domain(struct text domain) {
    size_t labels = 0;
    bool letters = false;
    for (size_t at = 0; at <= domain.size; labels++) {
        size_t end = text_find(domain, at, TEXT("."));
        struct text label = text_slice(domain, (struct span){at, end});
        if (!label.size || label.size > LABEL_MOST)
            return _("its domain has an empty part, or one of more than 63 characters");
        if (label.data[0] == '-' || label.data[label.size - 1] == '-')
            return _("a part of its domain begins or ends with '-'");
        letters = false;
        for (size_t i = 0; i < label.size; i++) {
            if (!ascii_is_alphanumeric(label.data[i]) && label.data[i] != '-')
                return _("its domain has a character that no domain has");
            letters |= label.data[i] > '9';
        }
        at = end + 1;
    }
    if (labels < 2)
        return _("its domain has no full stop");
    return letters ? NULL : _("a number of a machine is no domain");
}

#ifdef HAVE_MAIL

/* The ASCII form of a domain as people write it: IDNA 2008 with the mapping of UTS 46
 * (non-transitional), so that capitals and full-width letters are as good as small ones. */
static const char *domain_to_ascii(struct text domain, struct arena *arena, struct text *out) {
    char *ascii = NULL;
    int result = idn2_lookup_u8((const uint8_t *)arena_cstring(arena, domain), (uint8_t **)&ascii,
                                IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    if (result != IDN2_OK)
        return idn2_strerror(result);
    *out = arena_copy(arena, text_of(ascii));
    idn2_free(ascii);
    return NULL;
}

#else

static const char *domain_to_ascii(struct text domain, struct arena *arena, struct text *out) {
    (void)domain, (void)arena, (void)out;
    return _("this taklimat was built without mail and knows no internationalised domains");
}

#endif

/* An ASCII domain in lower case; what is wrong with `domain`, or NULL. */
static const char *read_domain(struct text domain, struct arena *arena, struct text *out) {
    if (text_starts(domain, "["))
        return _("a number of a machine is no domain");
    const char *wrong = NULL;
    *out = domain;
    if (!is_ascii(domain))
        wrong = domain_to_ascii(domain, arena, out);
    if (!wrong)
        wrong = wrong_domain(*out);
    if (wrong)
        return wrong;
    char *lower = arena_cstring(arena, *out);
    for (size_t i = 0; i < out->size; i++)
        lower[i] = ascii_lower(lower[i]);
    out->data = lower;
    return NULL;
}

static size_t last_at(struct text text) {
    size_t at = text.size;
    while (at > 0 && text.data[at - 1] != '@')
        at--;
    return at; /* behind it; 0: none */
}

bool address_read(struct text written, struct arena *arena, struct text *address,
                  struct error *error) {
    struct text text = text_trim(written), domain;
    size_t at = last_at(text);
    if (!text.size)
        return error_set(error, EXIT_CONFIG, "an address is missing");
    if (utf8_check(text) < text.size)
        return refuse(error, TEXT(""), _("it is not UTF-8"));
    if (!at)
        return refuse(error, text, _("it has no '@'"));
    struct text local = text_slice(text, (struct span){0, at - 1});
    const char *wrong = wrong_local(local);
    if (!wrong)
        wrong = read_domain(text_slice(text, (struct span){at, text.size}), arena, &domain);
    if (!wrong && local.size + 1 + domain.size > ADDRESS_MOST)
        wrong = _("it has more than 254 characters");
    if (wrong)
        return refuse(error, text, wrong);
    *address = arena_concat(arena, local, TEXT("@"), domain);
    return true;
}

struct text address_domain(struct text address) {
    return text_slice(address, (struct span){last_at(address), address.size});
}
