/* The keys of the configuration: the one place that says how each is called, what it takes and what
 * it is for.
 *
 * Before: a value as a person wrote it. After: the readers of files (config.c) and of the
 * environment (config_environment.c), `taklimat check`, which prints each, and `taklimat init`,
 * which writes a commented file. The manual pages explain them (tests/manual.sh compares). A
 * further key is a further line of CONFIG_KEY_LIST and its paragraph in both manual pages. */
#ifndef TAKLIMAT_CLI_CONFIG_KEYS_H
#define TAKLIMAT_CLI_CONFIG_KEYS_H

#include "base/arena.h"
#include "base/translate.h"
#include "layout/house.h"

/* What a key takes. */
enum config_kind {
    CONFIG_KIND_LINE,   /* one line of UTF-8, of at most so many characters; may be empty */
    CONFIG_KIND_LINES,  /* a list of such lines, none empty */
    CONFIG_KIND_PATH,   /* of a file or folder */
    CONFIG_KIND_PATHS,  /* a list of such paths */
    CONFIG_KIND_NAMED,  /* the name of something that is installed with the program, or a path */
    CONFIG_KIND_NUMBER, /* a whole number from 1 up to so many */
    CONFIG_KIND_YES,    /* yes or no */
    CONFIG_KIND_PAPER,
    CONFIG_KIND_ACCENT,
    CONFIG_KIND_SEPARATOR, /* of the cells of tables */
    CONFIG_KIND_DAY        /* event or published */
};

#define CONFIG_LINE 200       /* characters of a line */
#define CONFIG_NUMBER_MOST 48 /* of `number`, which has no second line */

/* For each key: id, name; kind, and how many of what the kind counts at most (0 where it counts
 * nothing); what holds where nothing sets it, translated where
 * it is no value; a value to begin with in a new file, of a list one in
 * a line (NULL: what holds anyway); what it is for. */
#define CONFIG_KEY_LIST(X)                                                                         \
    X(CONFIG_INBOX, "inbox", PATHS, 0, N_("none"), "inbox",                                        \
      "files or folders of articles that 'report' reads where none are named")                     \
    X(CONFIG_OUT, "out", PATH, 0, "briefing", NULL, "the folder that holds the months")            \
    X(CONFIG_REGISTER, "register", PATHS, 0, N_("none"), "our-decrees.tsv\nregister.d",            \
      "laws and regulations that go over the program's own: files, folders of .tsv files")         \
    X(CONFIG_TOPICS, "topics", NAMED, 0, N_("none: everything is on topic"), "netralitas-asn",     \
      "a table of topics, or the name of an installed one: articles about none of them are set "   \
      "apart")                                                                                     \
    X(CONFIG_TOPIC_THRESHOLD, "topic_threshold", NUMBER, TOPIC_THRESHOLD_MOST, "10", NULL,         \
      "points per 1,000 words that an article on topic has at least, 1 to 1000")                   \
    X(CONFIG_ZONE, "zone", LINE, CONFIG_LINE, "WIB", NULL,                                         \
      "whose days are meant: WIB, WITA, WIT, or region: each article's own")                       \
    X(CONFIG_BY, "by", DAY, 0,                                                                     \
      N_("event, or published where the event's day is not known or lies later"), "published",     \
      "the one day by which articles belong to a month: event or published")                       \
    X(CONFIG_ALLOW_EMPTY, "allow_empty", YES, 0, "no", NULL,                                       \
      "publish a briefing of a month without articles, too")                                       \
    X(CONFIG_TEMPLATE, "template", NAMED, 0, "id", NULL,                                           \
      "id (Indonesian), en, or the path of a template")                                            \
    X(CONFIG_SEPARATOR, "separator", SEPARATOR, 0, ";", NULL,                                      \
      "between the cells of CSV files: ; or ,")                                                    \
    X(CONFIG_PLAIN, "plain", YES, 0, "no", NULL,                                                   \
      "PDFs without tags: smaller, and cannot be read aloud in order")                             \
    X(CONFIG_JOBS, "jobs", NUMBER, JOBS_MOST, N_("one a processor"), "2",                          \
      "briefings set at once, by as many processes")                                               \
    X(CONFIG_PAPER, "paper", PAPER, 0, N_("the template's"), "A4",                                 \
      "A4, F4 (215 by 330 mm) or Letter")                                                          \
    X(CONFIG_ACCENT, "accent", ACCENT, 0, N_("the template's"), "#0d4a75",                         \
      "the colour of headings, bars and tints")                                                    \
    X(CONFIG_LOGO, "logo", PATH, 0, N_("none"), "logo.png",                                        \
      "a PNG or JPEG file, for the letterhead or before the masthead")                             \
    X(CONFIG_LETTERHEAD, "letterhead", LINES, CONFIG_LINE, N_("none"),                             \
      "Pemerintah Kota Contoh\nInspektorat Daerah",                                                \
      "names at the head of the first page (kop surat), one's own last")                           \
    X(CONFIG_ADDRESS, "address", LINES, CONFIG_LINE, N_("none"),                                   \
      "Jalan Contoh 1, Kota Contoh 12345\nTelepon (021) 000000", "small lines below a letterhead") \
    X(CONFIG_ORGANISATION, "organisation", LINE, CONFIG_LINE,                                      \
      N_("the last name of the letterhead, if there is one"), "Inspektorat Daerah Kota Contoh",    \
      "in the masthead, the running header, and as the author of the PDF")                         \
    X(CONFIG_NUMBER, "number", LINE, CONFIG_NUMBER_MOST, N_("none"), "700/12/ITDA/2025",           \
      "the number of the document, beside the masthead")                                           \
    X(CONFIG_CONTACT, "contact", LINE, CONFIG_LINE, N_("none"), "Hubungi: Subbagian Umum",         \
      "address or telephone, below the masthead")                                                  \
    X(CONFIG_FOREWORD, "foreword", PATH, 0, N_("none"), "kata-pengantar.txt",                      \
      "a file of plain text, printed after the front page")                                        \
    X(CONFIG_PLACE, "place", LINE, CONFIG_LINE, N_("none"), "Kota Contoh",                         \
      "where the briefing is signed")                                                              \
    X(CONFIG_SIGNATORY, "signatory", LINE, CONFIG_LINE, N_("nobody"), "Nama, S.H.",                \
      "who signs at the end")                                                                      \
    X(CONFIG_SIGNATORY_TITLE, "signatory_title", LINE, CONFIG_LINE, N_("none"), "Inspektur",       \
      "the signatory's position, above the name")                                                  \
    X(CONFIG_SIGNATORY_RANK, "signatory_rank", LINE, CONFIG_LINE, N_("none"),                      \
      "Pembina Utama Muda", "the signatory's rank in the civil service, below the name")           \
    X(CONFIG_SIGNATORY_ID, "signatory_id", LINE, CONFIG_LINE, N_("none"), "19700101 199503 1 001", \
      "the signatory's number (NIP), below that")                                                  \
    X(CONFIG_ON_FAILURE, "on_failure", LINE, CONFIG_LINE, N_("none"),                              \
      "mail -s 'taklimat $1: $2' admin@contoh.go.id </dev/null",                                   \
      "a command for the shell when report or mail fail; $1 is which, $2 its exit code")           \
    X(CONFIG_RECIPIENTS, "recipients", PATH, 0, N_("nobody is mailed"), "recipients.csv",          \
      "the list of those who are mailed: 'report' sets their regions' briefings, too")             \
    X(CONFIG_MAIL_FROM, "mail_from", LINE, CONFIG_LINE, N_("nobody: nothing can be mailed"),       \
      "Inspektorat Daerah <taklimat@contoh.go.id>",                                                \
      "who sends: a name and an address in <>, or an address")                                     \
    X(CONFIG_MAIL_REPLY_TO, "mail_reply_to", LINE, CONFIG_LINE, N_("who sends"),                   \
      "subbag.umum@contoh.go.id", "the address that answers go to")                                \
    X(CONFIG_MAIL_SIGNATURE, "mail_signature", LINES, CONFIG_LINE, N_("none"),                     \
      "Subbagian Umum\nTelepon (021) 000000", "lines at the end of each mail")                     \
    X(CONFIG_MAIL_TEXT_ID, "mail_text_id", PATH, 0, N_("the program's own"), "surat.txt",          \
      "the words of mails in Indonesian, a file like templates/mail.id.txt")                       \
    X(CONFIG_MAIL_TEXT_EN, "mail_text_en", PATH, 0, N_("the program's own"), "mail.txt",           \
      "the words of mails in English")                                                             \
    X(CONFIG_MAIL_LIMIT, "mail_limit", NUMBER, 1000, "10", NULL,                                   \
      "megabytes that a mail has at most, counted as it is sent")                                  \
    X(CONFIG_MAIL_LOCATION, "mail_location", LINE, CONFIG_LINE, N_("nowhere"),                     \
      "https://contoh.go.id/taklimat/",                                                            \
      "where readers find the files that are too large to be mailed")                              \
    X(CONFIG_MAIL_UNSUBSCRIBE, "mail_unsubscribe", LINE, CONFIG_LINE, N_("none"),                  \
      "mailto:taklimat@contoh.go.id",                                                              \
      "an address that stands in List-Unsubscribe: mailto: or https:")                             \
    X(CONFIG_MAIL_RATE, "mail_rate", NUMBER, 100000, N_("no limit"), "30",                         \
      "messages that are sent in a minute at most")                                                \
    X(CONFIG_MAIL_PATIENCE, "mail_patience", NUMBER, 1440,                                         \
      N_("none: 'taklimat mail --retry' tries again"), "15",                                       \
      "minutes that a run waits to try again what a server has put off")                           \
    X(CONFIG_SMTP, "smtp", LINE, CONFIG_LINE, N_("none"), "smtp://mail.contoh.go.id:587",          \
      "the server: smtp:// (STARTTLS, which it must offer), smtps:// (TLS from the first byte), "  \
      "or smtp+plain://localhost")                                                                 \
    X(CONFIG_SMTP_AUTH, "smtp_auth", LINE, CONFIG_LINE, "plain", NULL,                             \
      "how one logs in where there is an smtp_user: plain, login or xoauth2")                      \
    X(CONFIG_SMTP_USER, "smtp_user", LINE, CONFIG_LINE, N_("nobody: without logging in"),          \
      "taklimat@contoh.go.id", "who logs in to the server")                                        \
    X(CONFIG_SMTP_PASSWORD_FILE, "smtp_password_file", PATH, 0,                                    \
      N_("the variable TAKLIMAT_SMTP_PASSWORD"), "smtp-password",                                  \
      "a file that only its owner may read, with the password in its first line")                  \
    X(CONFIG_SMTP_PASSWORD_COMMAND, "smtp_password_command", LINE, CONFIG_LINE, N_("none"),        \
      "pass show taklimat", "a command that prints the password, or for xoauth2 the token")        \
    X(CONFIG_SMTP_CA_FILE, "smtp_ca_file", PATH, 0, N_("the system's certificates"), "ca.pem",     \
      "certificates to trust instead of the system's")                                             \
    X(CONFIG_SMTP_TIMEOUT, "smtp_timeout", NUMBER, 3600, "300", NULL,                              \
      "seconds that a server may take for an answer")                                              \
    X(CONFIG_SENDMAIL, "sendmail", LINE, CONFIG_LINE, N_("none"), "/usr/sbin/sendmail",            \
      "instead of a server: a program that takes mails as sendmail does")                          \
    X(CONFIG_STATE, "state", PATH, 0, N_("~/.local/state/taklimat"), "state",                      \
      "the folder of the ledger of mails and of those to be sent; on this machine's own disk")

#define CONFIG_KEY_ID(id, name, kind, most, without, sample, about) id,
enum config_key { CONFIG_KEY_LIST(CONFIG_KEY_ID) CONFIG_KEYS };
#undef CONFIG_KEY_ID

struct config_key_row {
    const char *name;
    enum config_kind kind;
    size_t most;
    const char *without, *sample, *about; /* as above */
};

/* The row of a key; it lives as long as the program. */
const struct config_key_row *config_key_row(enum config_key key);

/* A value of it to begin with in a new file; never NULL. */
const char *config_key_sample(enum config_key key);

/* Its name, such as "paper". */
const char *config_key_name(enum config_key key);

/* All names, NULL at the end. */
const char *const *config_key_names(void);

/* The key of that name; CONFIG_KEYS where there is none. */
enum config_key config_key_of(const char *name);

/* True if the key takes a list. */
bool config_key_is_list(enum config_key key);

/* True if the word names what is installed with the program; else it is a path. */
bool config_names_installed(const char *word);

/* Checks one value of a key (of a list: one of its values), as a person wrote it, and brings it
 * into the form in which it is used: a path taken from `folder` unless it is absolute, a line of a
 * list without spaces around it, "yes" or "no"; else as it is. *out is NUL-terminated, in `arena`.
 * Returns what is wrong, to follow the key's name, such as "wants ; or ,", in `arena`; nothing
 * where it is right; *out is not set after a fault. `folder` NULL: the working folder. */
struct text config_key_take(enum config_key key, struct arena *arena, const char *folder,
                            const char *value, struct text *out);

#endif
