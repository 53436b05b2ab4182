/* A session with a mail server as libcurl sees it: what stays the same for all messages.
 *
 * Before: the settings. After: smtp.c, which sends messages through it. */
#ifndef TAKLIMAT_MAIL_SMTP_SESSION_H
#define TAKLIMAT_MAIL_SMTP_SESSION_H

#include <curl/curl.h>

#include "mail/transport.h"

/* False, with an error of EXIT_CONFIG, where the settings make no sense or are not safe. */
bool smtp_settings_check(const struct smtp_settings *settings, struct error *error);

/* A handle with the settings, and with the password or token `secret` (NUL-terminated; libcurl
 * keeps a copy). Nothing is connected yet; callbacks are the caller's. NULL where libcurl has no
 * memory. Freed by curl_easy_cleanup. */
CURL *smtp_session(const struct smtp_settings *settings, const char *secret);

#endif
