# The tests. `make check` runs all, `make check TESTS=tests/unit/test_NAME` (or tests/command/NAME.sh) runs one.
#
# A unit test, one Check program a module:
#     check_PROGRAMS += tests/unit/test_NAME
#     tests_unit_test_NAME_SOURCES = tests/unit/test_NAME.c
# A test of the program, a POSIX shell script; it calls $TAKLIMAT_WRAPPER "$TAKLIMAT", so that it runs under valgrind too:
#     command_tests += tests/command/NAME.sh
# or, if it starts the program so often or feeds it so much that valgrind would take minutes over it (.ci/long does that):
#     long_command_tests += tests/command/NAME.sh
# Files that tests read ($top_srcdir/tests/…, read-only in distcheck):
#     EXTRA_DIST += tests/spec/NAME.txt
#
# In the environment of each test:
#     TAKLIMAT                       the program just built, absolute (its folder is first in PATH, too)
#     TAKLIMAT_WRAPPER               empty, or valgrind and its options
#     TAKLIMAT_DATA                  folder with tables/ templates/ fonts/, as installed
#     TAKLIMAT_TABLES, _TEMPLATES, _FONTS    these three
#     TAKLIMAT_SCRATCH               an existing folder to write in; make a folder of your own in it
#     TAKLIMAT_CONFIG                an empty folder, so that no configuration of this machine counts; nothing is written there
#     top_srcdir, top_builddir       absolute
# Exit codes: 0 passed, 77 skipped (say why), 99 the test itself is broken, else failed.
lint_tests = tests/check_includes.sh tests/check_lengths.sh tests/check_format.sh
command_tests =
long_command_tests =
TESTS += $(check_PROGRAMS) $(lint_tests) $(command_tests) $(long_command_tests)
EXTRA_DIST += $(lint_tests) $(command_tests) $(long_command_tests) tests/accuracy.sh tests/accuracy.tsv

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	top_srcdir=`cd '$(top_srcdir)' && pwd`; export top_srcdir; \
	TAKLIMAT="$$top_builddir/taklimat"; export TAKLIMAT; \
	PATH="$$top_builddir:$$PATH"; export PATH; \
	TAKLIMAT_DATA="$$top_builddir/data"; export TAKLIMAT_DATA; \
	TAKLIMAT_TABLES="$$TAKLIMAT_DATA/tables"; export TAKLIMAT_TABLES; \
	TAKLIMAT_TEMPLATES="$$TAKLIMAT_DATA/templates"; export TAKLIMAT_TEMPLATES; \
	TAKLIMAT_FONTS="$$TAKLIMAT_DATA/fonts"; export TAKLIMAT_FONTS; \
	TAKLIMAT_SCRATCH="$$top_builddir/tests/scratch"; export TAKLIMAT_SCRATCH; \
	TAKLIMAT_WRAPPER="$${TAKLIMAT_WRAPPER-}"; export TAKLIMAT_WRAPPER; \
	TAKLIMAT_CONFIG="$$TAKLIMAT_SCRATCH/config"; export TAKLIMAT_CONFIG; \
	$(MKDIR_P) "$$TAKLIMAT_SCRATCH" "$$TAKLIMAT_CONFIG";
check_DATA = data.stamp
clean-local: clean-scratch
clean-scratch:
	rm -rf tests/scratch
.PHONY: clean-scratch

check_PROGRAMS += tests/unit/test_facts_json tests/unit/test_sketch
tests_unit_test_facts_json_SOURCES = tests/unit/test_facts_json.c
tests_unit_test_sketch_SOURCES = tests/unit/test_sketch.c

check_PROGRAMS += tests/unit/test_base_text tests/unit/test_base_io tests/unit/test_token tests/unit/test_lexicon
tests_unit_test_base_text_SOURCES = tests/unit/test_base_text.c
tests_unit_test_base_io_SOURCES = tests/unit/test_base_io.c
tests_unit_test_token_SOURCES = tests/unit/test_token.c
tests_unit_test_lexicon_SOURCES = tests/unit/test_lexicon.c
check_PROGRAMS += tests/unit/test_register tests/unit/test_verify
tests_unit_test_register_SOURCES = tests/unit/test_register.c
check_PROGRAMS += tests/unit/test_register_files
tests_unit_test_register_files_SOURCES = tests/unit/test_register_files.c
tests_unit_test_verify_SOURCES = tests/unit/test_verify.c
check_PROGRAMS += tests/unit/test_tables
tests_unit_test_tables_SOURCES = tests/unit/test_tables.c
check_PROGRAMS += tests/unit/test_word_lists
tests_unit_test_word_lists_SOURCES = tests/unit/test_word_lists.c

command_tests += tests/command/usage.sh tests/command/input.sh tests/command/report.sh tests/command/shards.sh tests/command/show.sh
command_tests += tests/command/config.sh tests/command/citations.sh tests/command/register.sh tests/command/check.sh
long_command_tests += tests/command/eval.sh tests/command/eval_annotations.sh tests/command/hostile.sh
EXTRA_DIST += tests/command/common.sh

# The samples in other typography and surroundings; not one of command_tests, for it extracts 3,000 articles, which takes
# minutes under valgrind.
TESTS += tests/variants/variants.sh
EXTRA_DIST += tests/variants/variants.sh tests/variants/variants.py tests/variants/tolerance.tsv

# The readable specification: all cases of tests/spec.
check_PROGRAMS += tests/unit/test_spec
tests_unit_test_spec_SOURCES = tests/unit/test_spec.c
EXTRA_DIST += tests/spec/README.md
EXTRA_DIST += tests/spec/advisories.txt tests/spec/citations.txt tests/spec/cleaning.txt tests/spec/dates.txt \
	tests/spec/people.txt tests/spec/quotes.txt tests/spec/regions.txt tests/spec/statements.txt \
	tests/spec/typography.txt

check_PROGRAMS += tests/unit/test_fonts tests/unit/test_content tests/unit/test_pdf tests/unit/test_structure
tests_unit_test_fonts_SOURCES = tests/unit/test_fonts.c tests/unit/pages_fixture.h
tests_unit_test_content_SOURCES = tests/unit/test_content.c tests/unit/pages_fixture.h
tests_unit_test_pdf_SOURCES = tests/unit/test_pdf.c tests/unit/pages_fixture.h
tests_unit_test_structure_SOURCES = tests/unit/test_structure.c tests/unit/pages_fixture.h

check_PROGRAMS += tests/unit/test_summary tests/unit/test_clusters tests/unit/test_copies tests/unit/test_finish tests/unit/test_csv
tests_unit_test_summary_SOURCES = tests/unit/test_summary.c tests/unit/month.c tests/unit/month.h
tests_unit_test_copies_SOURCES = tests/unit/test_copies.c tests/unit/copies.c tests/unit/copies.h \
	tests/unit/intake_fixture.c tests/unit/intake_fixture.h tests/unit/month.c tests/unit/month.h
tests_unit_test_clusters_SOURCES = tests/unit/test_clusters.c tests/unit/month.c tests/unit/month.h
tests_unit_test_finish_SOURCES = tests/unit/test_finish.c tests/unit/month.c tests/unit/month.h
tests_unit_test_csv_SOURCES = tests/unit/test_csv.c tests/unit/month.c tests/unit/month.h
check_PROGRAMS += tests/unit/test_advisories
tests_unit_test_advisories_SOURCES = tests/unit/test_advisories.c

# The briefing of the samples, as words and as pictures.
command_tests += tests/golden/briefing.sh
EXTRA_DIST += tests/golden/ink.awk tests/golden/compare.awk tests/golden/fonts.cksum \
	tests/golden/nation-id.txt tests/golden/nation-id.ink tests/golden/province-en.txt tests/golden/province-en.ink
.PHONY: renew-golden
renew-golden:
	RENEW_GOLDEN=1 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/golden/briefing.sh
check_PROGRAMS += tests/unit/test_regions tests/unit/test_citations
tests_unit_test_regions_SOURCES = tests/unit/test_regions.c
tests_unit_test_citations_SOURCES = tests/unit/test_citations.c

check_PROGRAMS += tests/unit/test_json_scan tests/unit/test_intake tests/unit/test_dates tests/unit/test_flags tests/unit/test_clean
tests_unit_test_json_scan_SOURCES = tests/unit/test_json_scan.c
tests_unit_test_intake_SOURCES = tests/unit/test_intake.c tests/unit/intake_fixture.c tests/unit/intake_fixture.h
tests_unit_test_flags_SOURCES = tests/unit/test_flags.c tests/unit/intake_fixture.c tests/unit/intake_fixture.h
tests_unit_test_dates_SOURCES = tests/unit/test_dates.c tests/unit/intake_fixture.c tests/unit/intake_fixture.h
tests_unit_test_clean_SOURCES = tests/unit/test_clean.c tests/unit/intake_fixture.c tests/unit/intake_fixture.h

check_PROGRAMS += tests/unit/test_template tests/unit/test_linebreak tests/unit/test_paginate tests/unit/test_layout
check_PROGRAMS += tests/unit/test_hyphenate
tests_unit_test_hyphenate_SOURCES = tests/unit/test_hyphenate.c
tests_unit_test_template_SOURCES = tests/unit/test_template.c tests/unit/layout_fixture.h
tests_unit_test_linebreak_SOURCES = tests/unit/test_linebreak.c tests/unit/month.c tests/unit/month.h tests/unit/layout_fixture.h
tests_unit_test_paginate_SOURCES = tests/unit/test_paginate.c tests/unit/month.c tests/unit/month.h tests/unit/layout_fixture.h
tests_unit_test_layout_SOURCES = tests/unit/test_layout.c tests/unit/month.c tests/unit/month.h tests/unit/layout_fixture.h

check_PROGRAMS += tests/unit/test_reading
tests_unit_test_reading_SOURCES = tests/unit/test_reading.c
check_PROGRAMS += tests/unit/test_quotes tests/unit/test_people tests/unit/test_statements
tests_unit_test_quotes_SOURCES = tests/unit/test_quotes.c tests/unit/speech_fixture.c tests/unit/speech_fixture.h
tests_unit_test_people_SOURCES = tests/unit/test_people.c tests/unit/speech_fixture.c tests/unit/speech_fixture.h
tests_unit_test_statements_SOURCES = tests/unit/test_statements.c tests/unit/speech_fixture.c tests/unit/speech_fixture.h

check_PROGRAMS += tests/unit/test_config
tests_unit_test_config_SOURCES = tests/unit/test_config.c
check_PROGRAMS += tests/unit/test_eval tests/unit/test_show
tests_unit_test_eval_SOURCES = tests/unit/test_eval.c
tests_unit_test_show_SOURCES = tests/unit/test_show.c

check_PROGRAMS += tests/unit/test_note_forms
tests_unit_test_note_forms_SOURCES = tests/unit/test_note_forms.c
check_PROGRAMS += tests/unit/test_office_topics
tests_unit_test_office_topics_SOURCES = tests/unit/test_office_topics.c
command_tests += tests/command/topics.sh

check_PROGRAMS += tests/unit/test_csv_read tests/unit/test_decisions tests/unit/test_review
tests_unit_test_review_SOURCES = tests/unit/test_review.c tests/unit/month.c tests/unit/month.h
command_tests += tests/command/review.sh
tests_unit_test_csv_read_SOURCES = tests/unit/test_csv_read.c
check_PROGRAMS += tests/unit/test_decided_articles
tests_unit_test_decided_articles_SOURCES = tests/unit/test_decided_articles.c tests/unit/month.c tests/unit/month.h
tests_unit_test_decisions_SOURCES = tests/unit/test_decisions.c tests/unit/month.c tests/unit/month.h
check_PROGRAMS += tests/unit/test_facts_names
tests_unit_test_facts_names_SOURCES = tests/unit/test_facts_names.c


check_PROGRAMS += tests/unit/test_cited_office
tests_unit_test_cited_office_SOURCES = tests/unit/test_cited_office.c
