/* Network file systems: see ledger_place.h. Before: ledger_open.c. */
#include <config.h>

#include "mail/ledger_place.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif

#define FUSE 0x65735546UL

/* Numbers of linux/magic.h, and of file systems that are not in it. */
static const struct {
    unsigned long type;
    const char *name;
} networks[] = {
    {0x6969UL, "NFS"},       {0xFF534D42UL, "CIFS"},   {0xFE534D42UL, "SMB"},
    {0x517BUL, "SMB"},       {0x73757245UL, "Coda"},   {0x5346414FUL, "AFS"},
    {0x6B414653UL, "AFS"},   {0x01021997UL, "9P"},     {0x00C36400UL, "Ceph"},
    {0x564CUL, "NCP"},       {0x0BD00BD0UL, "Lustre"}, {0x47504653UL, "GPFS"},
    {0x7461636FUL, "OCFS2"}, {0x01161970UL, "GFS2"},   {0x19830326UL, "BeeGFS"},
    {0x013111A8UL, "iBRIX"}, {0xAAD7AAEAUL, "Panfs"},  {0x61636673UL, "ACFS"},
};

const char *ledger_network_name(unsigned long type) {
    for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
        if (networks[i].type == (type & 0xFFFFFFFFUL))
            return networks[i].name;
    return NULL;
}

bool ledger_fuse_is_local(const char *type) {
    static const char *const local[] = {"fuseblk",       "fuse.gocryptfs", "fuse.encfs",
                                        "fuse.mergerfs", "fuse.bindfs",    "fuse.fuse-overlayfs",
                                        "fuse.securefs"};
    for (size_t i = 0; i < sizeof local / sizeof *local; i++)
        if (strcmp(type, local[i]) == 0)
            return true;
    return false;
}

static bool refuse(const char *folder, const char *name, struct error *error) {
    error_set(
        error, EXIT_CONFIG,
        "is on a network file system (%s), which cannot keep the ledger safe; choose a folder "
        "on a disk of this machine",
        name);
    error_at(error, folder, 0);
    return false;
}

#ifdef __linux__

/* The type of the mount that has this device number, from a table of mounts as
 * /proc/self/mountinfo has it: "36 35 98:0 /root /mnt options - ext4 /dev/sda1 ...". */
static bool mount_type(dev_t device, char type[64]) {
    char line[4096], number[32];
    bool found = false;
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    snprintf(number, sizeof number, " %u:%u ", major(device), minor(device));
    while (mounts && !found && fgets(line, sizeof line, mounts)) {
        const char *dash = strstr(line, " - ");
        found = strstr(line, number) && dash && sscanf(dash, " - %63s", type) == 1;
    }
    if (mounts)
        fclose(mounts);
    return found;
}

bool ledger_place_is_local(const char *folder, struct error *error) {
    struct statfs system;
    struct stat status;
    char type[64] = "FUSE";
    if (statfs(folder, &system) != 0 || stat(folder, &status) != 0)
        return true; /* opening will tell what is wrong */
    const char *name = ledger_network_name((unsigned long)system.f_type);
    if (name)
        return refuse(folder, name, error);
    if (((unsigned long)system.f_type & 0xFFFFFFFFUL) != FUSE)
        return true;
    return (mount_type(status.st_dev, type) && ledger_fuse_is_local(type)) ||
           refuse(folder, type, error);
}

#else

bool ledger_place_is_local(const char *folder, struct error *error) {
    struct statfs system;
    if (statfs(folder, &system) != 0 || (system.f_flags & MNT_LOCAL))
        return true;
    return refuse(folder, system.f_fstypename, error);
}

#endif
