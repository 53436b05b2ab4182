/* Composes one letter for tests/mail/parse.py: letter FILE SUBJECT FROM_NAME TO_NAME FILE_NAME BODY
 * PDF, where BODY is a file, and PDF one or "". Prints the Message-ID, size and digest. */
#include <config.h>

#include <stdio.h>

#include "base/file.h"
#include "mail/compose.h"

int main(int count, char **words) {
    char sha256[DIGEST_HEX_SIZE], pdf[DIGEST_HEX_SIZE] = "";
    struct arena arena = {0};
    struct error error = {0};
    struct letter_id id;
    struct text body;
    size_t size;
    if (count != 8)
        return 77; /* make check starts it without arguments */
    struct attachment attachment = {words[7], text_of(words[5]), {pdf, sizeof pdf - 1}};
    bool ok = file_text(words[6], &arena, &body, &error) &&
              (!words[7][0] || file_sha256(words[7], pdf, &size, &error));
    struct letter letter = {.month = TEXT("2024-08"),
                            .revision = 2,
                            .regions = TEXT("19.06|19.02"),
                            .from = TEXT("redaksi@xn--bcher-kva.example"),
                            .from_name = text_of(words[3]),
                            .to = TEXT("o'neil+x@example.org"),
                            .to_name = text_of(words[4]),
                            .reply_to = TEXT("balas@example.org"),
                            .list_unsubscribe = TEXT("https://example.org/berhenti?x=1&y=2"),
                            .subject = text_of(words[2]),
                            .body = body,
                            .attachments = &attachment,
                            .attachment_count = words[7][0] != '\0',
                            .date = 1725148800,
                            .zone = -210};
    if (ok)
        letter_identify(&letter, &arena, &id);
    if (ok && letter_write(&letter, words[1], &size, sha256, &error))
        printf("%s %zu %s\n", id.message_id.data, size, sha256);
    else
        printf("%s: %s\n", error.file, error.message);
    arena_free(&arena);
    return (int)error.code;
}
