/* What a file is that `taklimat check` is given. Before: a path. After: check.c. */
#ifndef TAKLIMAT_CLI_CHECK_KIND_H
#define TAKLIMAT_CLI_CHECK_KIND_H

enum check_kind {
    CHECK_RECORDS, /* also what cannot be read: intake tells why */
    CHECK_REGISTER,
    CHECK_TOPICS,
    CHECK_TEMPLATE,
    CHECK_CONFIGURATION,
    CHECK_DECISIONS,
    CHECK_RECIPIENTS,
    CHECK_KINDS
};

/* Told from the ending and, where that does not suffice, from the first bytes. */
enum check_kind check_kind_of(const char *path);

#endif
