/* What unit tests share: the run of a suite, and the program's tables. */
#ifndef TAKLIMAT_TESTS_SUPPORT_H
#define TAKLIMAT_TESTS_SUPPORT_H

#include <check.h>

#include "tables/tables.h"

/* Runs the suite and frees it; the exit code of the test. */
int run_suite(Suite *suite);

/* The folder of the tables: $TAKLIMAT_TABLES, or where they stand in the sources. */
const char *tables_folder(void);

/* The tables, loaded at the first call and kept; the test fails where they do not load. */
const struct tables *test_tables(void);

/* Loads them: a fixture for a test case (unchecked: before its tests part), so that not each test
 * does. */
void load_test_tables(void);

#endif
