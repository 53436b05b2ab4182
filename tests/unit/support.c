/* See support.h. */
#include <config.h>

#include "support.h"

#include <stdlib.h>

int run_suite(Suite *suite) {
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

const char *tables_folder(void) {
    const char *folder = getenv("TAKLIMAT_TABLES");
    return folder ? folder : "src/tables";
}

const struct tables *test_tables(void) {
    static struct tables tables;
    struct error error = {0};
    if (!tables.lexicon && !tables_load(tables_folder(), &tables, &error))
        ck_abort_msg("%s:%zu: %s", error.file, error.record, error.message);
    return &tables;
}

void load_test_tables(void) { test_tables(); }
