/* Whether a folder is a place for a ledger: on a disk of this machine.
 *
 * Before: ledger_open.c. SQLite's locks and syncs cannot be trusted on network file systems (its
 * own documentation says so), and a ledger that forgets mails people twice. */
#ifndef TAKLIMAT_MAIL_LEDGER_PLACE_H
#define TAKLIMAT_MAIL_LEDGER_PLACE_H

#include "base/error.h"

/* The name of the network file system that statfs tells by this number, or NULL if it is none that
 * is known. FUSE, which may be either, is none. */
const char *ledger_network_name(unsigned long type);

/* True if a file system of this type ("ext4", "fuse.sshfs", "fuseblk": as the table of mounts names
 * it) that FUSE serves is on a disk of this machine. */
bool ledger_fuse_is_local(const char *type);

/* False, with an error of EXIT_CONFIG that names it, where the existing folder `folder` is on a
 * network file system, or on one of FUSE that is not known to be local. */
bool ledger_place_is_local(const char *folder, struct error *error);

#endif
