/* Zip files, in memory: see archive.h. intake.c stands before it. Sizes are never taken from the
 * file alone: what is unpacked is counted. */
#include <config.h>

#include "intake/archive.h"

#include "base/memory.h"

#ifdef HAVE_LIBZIP

#include <zip.h>

struct archive {
    zip_t *zip;
};

struct archive_entry {
    zip_file_t *file;
    size_t left; /* bytes it may still give */
};

struct archive *archive_open(struct text bytes, struct fault *fault) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.size, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (source && !zip)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!zip) {
        fault_set(fault, "bad_archive", 0,
                  "not a workbook or document: no zip file, or a damaged one");
        return NULL;
    }
    struct archive *archive = memory_alloc_array(1, sizeof *archive);
    archive->zip = zip;
    return archive;
}

static bool locate(const struct archive *archive, const char *name, zip_uint64_t *index) {
    zip_int64_t found = zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
    *index = (zip_uint64_t)found;
    return found >= 0;
}

bool archive_has(const struct archive *archive, const char *name) {
    zip_uint64_t index;
    return locate(archive, name, &index);
}

struct archive_entry *archive_entry_open(struct archive *archive, const char *name, size_t most,
                                         struct fault *fault) {
    zip_uint64_t index;
    zip_stat_t status;
    zip_stat_init(&status);
    if (!locate(archive, name, &index) || zip_stat_index(archive->zip, index, 0, &status) != 0) {
        fault_set(fault, "bad_archive", 0, "a part of the workbook or document is missing");
        return NULL;
    }
    if ((status.valid & ZIP_STAT_SIZE) && status.size > most) {
        fault_set(fault, "too_large", 0, "unpacked, it is larger than this program takes");
        return NULL;
    }
    zip_file_t *file = zip_fopen_index(archive->zip, index, 0);
    if (!file) {
        fault_set(fault, "bad_archive", 0, "cannot be unpacked: encrypted, or of an unknown kind");
        return NULL;
    }
    struct archive_entry *entry = memory_alloc_array(1, sizeof *entry);
    *entry = (struct archive_entry){file, most};
    return entry;
}

bool archive_entry_read(struct archive_entry *entry, char *bytes, size_t size, size_t *got,
                        struct fault *fault) {
    zip_int64_t read = zip_fread(entry->file, bytes, size);
    *got = 0;
    if (read < 0)
        return fault_set(fault, "bad_archive", 0, "is damaged: it cannot be unpacked");
    if ((zip_uint64_t)read > entry->left)
        return fault_set(fault, "too_large", 0, "unpacked, it is larger than this program takes");
    *got = (size_t)read;
    entry->left -= *got;
    return true;
}

void archive_entry_close(struct archive_entry *entry) {
    if (!entry)
        return;
    zip_fclose(entry->file);
    memory_free(entry);
}

void archive_close(struct archive *archive) {
    if (!archive)
        return;
    zip_discard(archive->zip);
    memory_free(archive);
}

#else /* without libzip nothing is ever opened */

struct archive *archive_open(struct text bytes, struct fault *fault) {
    (void)bytes;
    fault_set(fault, "unsupported", 0,
              "this taklimat was built without libzip, and cannot read workbooks and documents");
    return NULL;
}

bool archive_has(const struct archive *archive, const char *name) {
    (void)archive, (void)name;
    return false;
}

struct archive_entry *archive_entry_open(struct archive *archive, const char *name, size_t most,
                                         struct fault *fault) {
    (void)archive, (void)name, (void)most, (void)fault;
    return NULL;
}

bool archive_entry_read(struct archive_entry *entry, char *bytes, size_t size, size_t *got,
                        struct fault *fault) {
    (void)entry, (void)bytes, (void)size, (void)fault;
    *got = 0;
    return false;
}

void archive_entry_close(struct archive_entry *entry) { (void)entry; }
void archive_close(struct archive *archive) { (void)archive; }

#endif
