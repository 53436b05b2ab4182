/* Settings of mails: see mail_settings.h. Before: the configuration. After: mail_letters.c,
 * mail_send.c. */
#include <config.h>

#include "cli/mail_settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/translate.h"
#include "cli/data.h"
#include "mail/address.h"

#define MEGABYTE ((size_t)1000 * 1000)

/* What is being read. */
struct reading {
    const struct config *config;
    struct arena *arena;
    struct mail_settings *out;
    struct faults *faults;
};

static bool wrong(const struct reading *r, enum config_key key, const char *what) {
    struct config_place place = config_place(r->config, key);
    return faults_add(r->faults, place.file, place.line, "'%s' %s", config_key_name(key), what);
}

static struct text line(const struct reading *r, enum config_key key) {
    struct text text = config_text(r->config, key);
    return text.size ? text : TEXT("");
}

static unsigned number(const struct reading *r, enum config_key key, unsigned otherwise) {
    int32_t value = decimal_read(line(r, key));
    return value > 0 ? (unsigned)value : otherwise;
}

/* "Name <address>", or an address. */
static bool read_mailbox(const struct reading *r, enum config_key key, struct text *address,
                         struct text *name) {
    struct text text = text_trim(line(r, key));
    struct error error = {0};
    size_t open = text_find(text, 0, TEXT("<"));
    *address = *name = TEXT("");
    if (text.size == 0)
        return true;
    if (open < text.size && text_ends(text, ">")) {
        *name = text_trim(text_slice(text, (struct span){0, open}));
        text = text_slice(text, (struct span){open + 1, text.size - 1});
    }
    return address_read(text, r->arena, address, &error) || wrong(r, key, error.message);
}

static bool read_unsubscribe(const struct reading *r) {
    struct text link = line(r, CONFIG_MAIL_UNSUBSCRIBE);
    bool good = link.size == 0 || text_starts(link, "mailto:") || text_starts(link, "https:");
    return (good && strcspn(link.data, " <>") >= link.size) ||
           wrong(r, CONFIG_MAIL_UNSUBSCRIBE, _("wants a link: mailto: or https:"));
}

static struct text signature(const struct reading *r) {
    const struct config_values *lines = &r->config->keys[CONFIG_MAIL_SIGNATURE];
    struct buffer out = {0};
    for (size_t i = 0; i < lines->count; i++) {
        buffer_text(&out, lines->at[i].text);
        if (i + 1 < lines->count)
            buffer_char(&out, '\n');
    }
    struct text text = arena_copy(r->arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

static bool read_words(const struct reading *r) {
    static const struct {
        enum config_key key;
        const char *own;
    } words[MAIL_LANGUAGES] = {
        [RECIPIENT_INDONESIAN] = {CONFIG_MAIL_TEXT_ID, "templates/mail.id.txt"},
        [RECIPIENT_ENGLISH] = {CONFIG_MAIL_TEXT_EN, "templates/mail.en.txt"}};
    bool ok = true;
    for (size_t i = 0; i < MAIL_LANGUAGES; i++) {
        const char *path = config_choose(NULL, r->config, words[i].key);
        path = path ? path : data_path(r->arena, words[i].own);
        ok = mail_text_read(path, r->arena, &r->out->texts[i], r->faults) && ok;
    }
    return ok;
}

/* Host and port of what follows "smtp://". */
static bool read_server(const struct reading *r, struct text rest) {
    struct smtp_settings *smtp = &r->out->smtp;
    bool bracket = rest.size && rest.data[0] == '[';
    size_t close = bracket ? text_find(rest, 0, TEXT("]")) : 0;
    if (text_ends(rest, "/"))
        rest.size--;
    size_t colon = text_find(rest, close, TEXT(":"));
    struct text port =
        text_slice(rest, (struct span){colon < rest.size ? colon + 1 : colon, rest.size});
    struct text host = bracket ? text_slice(rest, (struct span){1, close})
                               : text_slice(rest, (struct span){0, colon});
    int32_t value = port.size ? decimal_read(port) : 0;
    bool junk = bracket && close + 1 != colon;
    if (junk || host.size == 0 || strcspn(host.data, "/@ ") < host.size || value < 0 ||
        value > 65535)
        return wrong(r, CONFIG_SMTP, _("wants a server such as smtp://mail.contoh.go.id:587"));
    smtp->host = arena_cstring(r->arena, host);
    smtp->port = (unsigned)value;
    return true;
}

static bool read_smtp(const struct reading *r) {
    static const struct {
        const char *scheme;
        enum smtp_security security;
    } schemes[] = {
        {"smtp://", SMTP_STARTTLS}, {"smtps://", SMTP_TLS}, {"smtp+plain://", SMTP_PLAIN}};
    struct text url = line(r, CONFIG_SMTP);
    if (url.size == 0)
        return true;
    r->out->transport = true;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (text_starts(url, schemes[i].scheme)) {
            size_t from = strlen(schemes[i].scheme);
            r->out->smtp.security = schemes[i].security;
            return read_server(r, text_slice(url, (struct span){from, url.size}));
        }
    return wrong(r, CONFIG_SMTP, _("wants smtp://, smtps:// or smtp+plain:// before the server"));
}

static bool read_auth(const struct reading *r) {
    static const struct {
        const char *name;
        enum smtp_auth auth;
    } ways[] = {
        {"plain", SMTP_AUTH_PLAIN}, {"login", SMTP_AUTH_LOGIN}, {"xoauth2", SMTP_AUTH_XOAUTH2}};
    struct text user = line(r, CONFIG_SMTP_USER), way = line(r, CONFIG_SMTP_AUTH);
    struct smtp_settings *smtp = &r->out->smtp;
    bool known = way.size == 0;
    smtp->auth = user.size ? SMTP_AUTH_PLAIN : SMTP_NO_AUTH;
    smtp->user = user.size ? user.data : NULL;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (text_is(way, ways[i].name)) {
            known = true;
            smtp->auth = user.size ? ways[i].auth : SMTP_NO_AUTH;
        }
    return known || wrong(r, CONFIG_SMTP_AUTH, _("wants plain, login or xoauth2"));
}

static bool read_password(const struct reading *r) {
    struct secret_source *password = &r->out->password;
    password->file = config_choose(NULL, r->config, CONFIG_SMTP_PASSWORD_FILE);
    password->command = config_choose(NULL, r->config, CONFIG_SMTP_PASSWORD_COMMAND);
    if (password->file && password->command)
        return wrong(r, CONFIG_SMTP_PASSWORD_COMMAND,
                     _("is set, and 'smtp_password_file', too; only one can hold"));
    if (!password->file && !password->command)
        password->variable = SECRET_VARIABLE;
    r->out->smtp.secret = secret_read;
    r->out->smtp.context = password;
    return true;
}

static bool read_transport(const struct reading *r) {
    struct mail_settings *out = r->out;
    out->smtp.ca_file = config_choose(NULL, r->config, CONFIG_SMTP_CA_FILE);
    out->smtp.timeout = number(r, CONFIG_SMTP_TIMEOUT, 0);
    out->program = config_choose(NULL, r->config, CONFIG_SENDMAIL);
    out->by_program = out->program != NULL;
    bool ok = read_smtp(r);
    if (out->by_program && out->transport)
        ok = wrong(r, CONFIG_SENDMAIL, _("is set, and 'smtp', too; only one can hold"));
    out->transport = out->transport || out->by_program;
    ok = read_auth(r) && ok;
    return read_password(r) && ok;
}

/* $STATE_DIRECTORY is what systemd hands to a unit. */
static const char *state_folder(const struct reading *r) {
    const char *set = config_choose(NULL, r->config, CONFIG_STATE);
    const char *unit = getenv("STATE_DIRECTORY"), *xdg = getenv("XDG_STATE_HOME"),
               *home = getenv("HOME");
    if (set)
        return set;
    if (unit && unit[0] == '/')
        return arena_copy(r->arena, text_of(unit)).data;
    if (xdg && xdg[0] == '/')
        return arena_printf(r->arena, "%s/taklimat", xdg).data;
    return arena_printf(r->arena, "%s/.local/state/taklimat", home ? home : "").data;
}

bool mail_settings_read(const struct config *config, struct arena *arena, struct mail_settings *out,
                        struct faults *faults) {
    struct reading r = {config, arena, out, faults};
    struct text no_name;
    *out = (struct mail_settings){.unsubscribe = line(&r, CONFIG_MAIL_UNSUBSCRIBE),
                                  .location = line(&r, CONFIG_MAIL_LOCATION),
                                  .limit = number(&r, CONFIG_MAIL_LIMIT, 10) * MEGABYTE,
                                  .recipients = config_choose(NULL, config, CONFIG_RECIPIENTS)};
    out->signature = signature(&r);
    out->state = state_folder(&r);
    out->rules.per_minute = number(&r, CONFIG_MAIL_RATE, 0);
    out->rules.patience = number(&r, CONFIG_MAIL_PATIENCE, 0) * 60;
    bool ok = read_unsubscribe(&r);
    ok = read_mailbox(&r, CONFIG_MAIL_FROM, &out->from, &out->from_name) && ok;
    ok = read_mailbox(&r, CONFIG_MAIL_REPLY_TO, &out->reply_to, &no_name) && ok;
    ok = read_words(&r) && ok;
    out->rules.from = out->from.data;
    return read_transport(&r) && ok;
}

bool mail_settings_complete(const struct mail_settings *settings, struct faults *faults) {
    bool ok = settings->from.size > 0 ||
              faults_add(faults, CONFIG_FILE, 0, "'mail_from' is not set: who sends?");
    return (settings->recipients ||
            faults_add(faults, CONFIG_FILE, 0, "'recipients' is not set: who is mailed?")) &&
           ok;
}

struct transport *mail_settings_transport(const struct mail_settings *settings,
                                          struct error *error) {
    if (settings->by_program)
        return sendmail_open(settings->program, settings->smtp.timeout, error);
    if (settings->transport)
        return smtp_open(&settings->smtp, error);
    error_set(error, EXIT_CONFIG, "neither 'smtp' nor 'sendmail' is set: what is to send?");
    return NULL;
}
