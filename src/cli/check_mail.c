/* The mail part of `taklimat check`: see check_mail.h. Before: check.c. After: a person. */
#include <config.h>

#include "cli/check_mail.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/check_keys.h"
#include "mail/recipients.h"
#ifdef HAVE_MAIL
#include "cli/mail_settings.h"
#endif

void check_recipients(const char *path, const struct regions *regions, struct arena *arena,
                      struct faults *faults) {
    struct recipients recipients = {0};
    size_t active = 0;
    recipients_read(&recipients, path, regions, faults);
    for (size_t i = 0; i < recipients.count; i++)
        active += recipients.at[i].active;
    check_say(_("recipients"),
              arena_printf(arena, _("%s (%zu, active: %zu)"), path, recipients.count, active));
    recipients_free(&recipients);
}

#ifdef HAVE_MAIL
/* Faults of what a key names, where the key was set. */
static void note(const struct config *config, enum config_key key, const char *what,
                 struct faults *faults) {
    struct config_place place = config_place(config, key);
    faults_add(faults, place.file, place.line, "'%s': %s", config_key_name(key), what);
}

static void check_password(const struct config *config, struct secret_source *password,
                           struct faults *faults) {
    struct stat status;
    struct buffer secret = {0};
    struct error error = {0};
    if (!password->file)
        return;
    if (stat(password->file, &status) != 0)
        note(config, CONFIG_SMTP_PASSWORD_FILE, translate_cause(errno), faults);
    else if (status.st_uid == geteuid() && !secret_read(password, &secret, &error))
        note(config, CONFIG_SMTP_PASSWORD_FILE, error.message, faults);
    secret_wipe(&secret);
}

static void check_settings(const struct config *config, struct arena *arena,
                           struct faults *faults) {
    struct mail_settings settings;
    struct error error = {0};
    if (!mail_settings_read(config, arena, &settings, faults) || !settings.transport)
        return;
    mail_settings_complete(&settings, faults);
    struct transport *transport = mail_settings_transport(&settings, &error);
    if (!transport)
        note(config, settings.by_program ? CONFIG_SENDMAIL : CONFIG_SMTP, error.message, faults);
    transport_close(transport);
    check_password(config, &settings.password, faults);
}
#endif

void check_mail(const struct config *config, const struct regions *regions, struct arena *arena,
                struct faults *faults) {
    const char *list = config_choose(NULL, config, CONFIG_RECIPIENTS);
    if (list && regions)
        check_recipients(list, regions, arena, faults);
#ifdef HAVE_MAIL
    check_settings(config, arena, faults);
#endif
}
