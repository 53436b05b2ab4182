/* The parts of workbooks and documents: XML in a zip file, read chunk by chunk.
 *
 * Before: archive.h and markup.h. After: workbook.c, strings.c and document.c. */
#ifndef TAKLIMAT_INTAKE_PART_H
#define TAKLIMAT_INTAKE_PART_H

#include "intake/archive.h"
#include "intake/markup.h"

/* Bytes that a part of small things (lists of sheets and the like) may have unpacked. */
#define PART_SMALL ((size_t)16 * 1024 * 1024)

/* A part being read. Zero-initialise. */
struct part {
    struct archive_entry *entry;
    struct markup *markup;
};

/* Opens the part of this name, at most `most` bytes unpacked; `sink` must outlive it. False, with
 * *fault, if it cannot be. */
bool part_open(struct part *part, struct archive *archive, const char *name, size_t most,
               const struct markup_sink *sink, struct fault *fault);

/* Reads the next few kilobytes; *ended tells that nothing is left. False, with *fault, if the part
 * is damaged. */
bool part_step(struct part *part, bool *ended, struct fault *fault);

void part_close(struct part *part);

/* Opens, reads to its end and closes. */
bool part_read(struct archive *archive, const char *name, size_t most,
               const struct markup_sink *sink, struct fault *fault);

#endif
