/* Sessions with a mail server: see smtp_session.h. Before and after: smtp.c. */
#include <config.h>

#include "mail/smtp_session.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"

/* A name that begins with 127 may be anybody's: only numbers count. */
static bool is_this_machine(const char *host) {
    struct in_addr address;
    bool number = inet_pton(AF_INET, host, &address) == 1;
    return strcmp(host, "localhost") == 0 || strcmp(host, "::1") == 0 ||
           (number && ntohl(address.s_addr) >> 24 == 127);
}

/* Nothing but letters, digits and these, so that a URL made of it means what it should. */
static bool is_name(const char *name, const char *others) {
    size_t size = strlen(name), good = 0;
    for (; good < size; good++) {
        char c = name[good];
        if (!(ascii_is_alphanumeric(c) || strchr(others, c)))
            break;
    }
    return size > 0 && good == size && size < 256;
}

bool smtp_settings_check(const struct smtp_settings *settings, struct error *error) {
    if (!settings->host || !is_name(settings->host, ".-_:"))
        return error_set(error, EXIT_CONFIG, "no name of a mail server: '%s'",
                         settings->host ? settings->host : "");
    if (settings->helo && !is_name(settings->helo, ".-:[]"))
        return error_set(error, EXIT_CONFIG, "no name for EHLO: '%s'", settings->helo);
    if (settings->port > 65535)
        return error_set(error, EXIT_CONFIG, "no port: %u", settings->port);
    if (settings->auth != SMTP_NO_AUTH && (!settings->user || !settings->secret))
        return error_set(error, EXIT_CONFIG, "to log in takes a user name and a password");
    if (settings->security != SMTP_PLAIN)
        return true;
    if (!is_this_machine(settings->host))
        return error_set(error, EXIT_CONFIG,
                         "unencrypted mail goes to this machine (localhost) only, not to '%s'",
                         settings->host);
    return settings->auth == SMTP_NO_AUTH ||
           error_set(error, EXIT_CONFIG, "no password is sent unencrypted");
}

#define URL_SIZE 600

static void write_url(const struct smtp_settings *s, char url[URL_SIZE]) {
    unsigned usual = s->security == SMTP_TLS ? 465 : s->security == SMTP_STARTTLS ? 587 : 25;
    bool numeric = strchr(s->host, ':') != NULL; /* IPv6 */
    snprintf(url, URL_SIZE, "smtp%s://%s%s%s:%u/%s", s->security == SMTP_TLS ? "s" : "",
             numeric ? "[" : "", s->host, numeric ? "]" : "", s->port ? s->port : usual,
             s->helo ? s->helo : "");
}

static void log_in(CURL *curl, const struct smtp_settings *settings, const char *secret) {
    static const char *const logins[] = {"", "AUTH=PLAIN", "AUTH=LOGIN", "AUTH=XOAUTH2"};
    if (settings->auth == SMTP_NO_AUTH)
        return;
    curl_easy_setopt(curl, CURLOPT_LOGIN_OPTIONS, logins[settings->auth]);
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings->user);
    if (settings->auth == SMTP_AUTH_XOAUTH2)
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, secret);
    else
        curl_easy_setopt(curl, CURLOPT_PASSWORD, secret);
}

/* No proxy: mail goes where the settings say. libcurl keeps the process from SIGPIPE by itself. */
CURL *smtp_session(const struct smtp_settings *settings, const char *secret) {
    char url[URL_SIZE];
    long timeout = settings->timeout ? (long)settings->timeout : 300;
    CURL *curl = curl_easy_init();
    if (!curl)
        return NULL;
    write_url(settings, url);
    log_in(curl, settings, secret);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     settings->security == SMTP_PLAIN ? (long)CURLUSESSL_NONE
                                                      : (long)CURLUSESSL_ALL);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (settings->ca_file)
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings->ca_file);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, timeout);
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, timeout);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, timeout);
    return curl;
}
