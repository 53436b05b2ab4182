# The tests. `make check` runs all, `make check TESTS=tests/unit/test_NAME` (or tests/command/NAME.sh) runs one.
#
# A unit test, one Check program a module, tests/unit/test_NAME.c; what tests share is in libtests.a:
#     check_PROGRAMS += tests/unit/test_NAME
# A test of the program, a POSIX shell script; it calls $TAKLIMAT_WRAPPER "$TAKLIMAT", so that it runs under valgrind too:
#     command_tests += tests/command/NAME.sh
# or, of the few that .ci/run puts under valgrind, where a start takes two seconds (.ci/long puts all command tests there):
#     tour_tests += tests/command/tour_NAME.sh
# Files that tests read ($top_srcdir/tests/…, read-only in distcheck):
#     EXTRA_DIST += tests/spec/NAME.txt
#
# In the environment of each test:
#     TAKLIMAT                       the program just built, absolute (its folder is first in PATH, too)
#     TAKLIMAT_WRAPPER               empty, or valgrind and its options
#     TAKLIMAT_DATA                  folder with tables/ templates/ fonts/, as installed
#     TAKLIMAT_TABLES, _TEMPLATES, _FONTS    these three
#     INK                            the program of tests/golden/ink.c
#     TAKLIMAT_SCRATCH               an existing folder to write in; make a folder of your own in it
#     TAKLIMAT_CONFIG                an empty folder, so that no configuration of this machine counts; nothing is written there
#     top_srcdir, top_builddir       absolute
#     LC_ALL                         C: messages are in English
# Exit codes: 0 passed, 77 skipped (say why), 99 the test itself is broken, else failed.
lint_tests = tests/check_includes.sh tests/check_lengths.sh tests/check_format.sh tests/check_packages.sh tests/messages.sh
command_tests =
tour_tests = tests/command/tour_briefing.sh tests/command/tour_input.sh tests/command/tour_tools.sh
variant_tests = tests/variants/variants.sh
TESTS += $(check_PROGRAMS) $(lint_tests) $(command_tests) $(tour_tests) $(variant_tests)
EXTRA_DIST += $(lint_tests) $(command_tests) $(tour_tests) $(variant_tests) tests/accuracy.sh tests/accuracy.tsv

TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	LC_ALL=C; export LC_ALL; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	top_srcdir=`cd '$(top_srcdir)' && pwd`; export top_srcdir; \
	TAKLIMAT="$$top_builddir/taklimat"; export TAKLIMAT; \
	INK="$$top_builddir/tests/golden/ink$(EXEEXT)"; export INK; \
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

check_LIBRARIES = tests/unit/libtests.a
tests_unit_libtests_a_SOURCES = \
	tests/unit/copies.c tests/unit/copies.h \
	tests/unit/briefing_fixture.c tests/unit/briefing_fixture.h \
	tests/unit/decisions_fixture.h \
	tests/unit/intake_fixture.c tests/unit/intake_fixture.h \
	tests/unit/layout_fixture.h tests/unit/pages_fixture.h \
	tests/unit/month.c tests/unit/month.h tests/unit/png_fixture.h \
	tests/unit/pictures_fixture.c tests/unit/pictures_fixture.h \
	tests/unit/speech_fixture.c tests/unit/speech_fixture.h \
	tests/unit/support.c tests/unit/support.h \
	tests/unit/zip_fixture.c tests/unit/zip_fixture.h

clean-local: clean-scratch
clean-scratch:
	rm -rf tests/scratch
.PHONY: clean-scratch

check_PROGRAMS += tests/unit/test_facts_json tests/unit/test_sketch

check_PROGRAMS += tests/unit/test_base_text tests/unit/test_base_io tests/unit/test_token tests/unit/test_lexicon
check_PROGRAMS += tests/unit/test_register tests/unit/test_verify
check_PROGRAMS += tests/unit/test_register_files
check_PROGRAMS += tests/unit/test_tables
check_PROGRAMS += tests/unit/test_word_lists

command_tests += tests/command/usage.sh tests/command/input.sh tests/command/report.sh tests/command/shards.sh
command_tests += tests/command/config.sh tests/command/init.sh tests/command/citations.sh
command_tests += tests/command/runs.sh tests/command/revision.sh tests/command/period.sh tests/command/many.sh tests/command/archive.sh tests/command/hard_pages.sh tests/command/register.sh tests/command/check.sh
command_tests += tests/command/year.sh tests/command/disks.sh tests/command/names.sh
EXTRA_DIST += tests/command/year.py tests/command/workbook.py
command_tests += tests/command/workbook.sh
command_tests += tests/command/jobs.sh tests/command/show.sh tests/command/house.sh tests/command/eval.sh tests/command/eval_annotations.sh tests/command/hostile.sh
EXTRA_DIST += tests/command/common.sh

lint_tests += tests/completion.sh tests/units.sh
# The manual against what the program says and writes.
lint_tests += tests/manual.sh
EXTRA_DIST += tests/manual.awk

# The samples in other typography and surroundings (variant_tests): 3,000 articles, once is enough.
EXTRA_DIST += tests/variants/variants.py tests/variants/tolerance.tsv

# The readable specification: all cases of tests/spec.
check_PROGRAMS += tests/unit/test_spec
EXTRA_DIST += tests/spec/README.md
EXTRA_DIST += tests/spec/advisories.txt tests/spec/citations.txt tests/spec/cleaning.txt tests/spec/dates.txt \
	tests/spec/people.txt tests/spec/quotes.txt tests/spec/regions.txt tests/spec/statements.txt \
	tests/spec/typography.txt

check_PROGRAMS += tests/unit/test_fonts tests/unit/test_content tests/unit/test_pdf tests/unit/test_structure

check_PROGRAMS += tests/unit/test_summary tests/unit/test_keep tests/unit/test_clusters tests/unit/test_copies tests/unit/test_finish tests/unit/test_csv
check_PROGRAMS += tests/unit/test_advisories

# The briefing of the samples, as words and as pictures.
command_tests += tests/golden/briefing.sh
check_PROGRAMS += tests/golden/ink
tests_golden_ink_SOURCES = tests/golden/ink.c
EXTRA_DIST += tests/golden/compare.awk tests/golden/fonts.cksum tests/golden/poppler.version \
	tests/golden/nation-id.txt tests/golden/nation-id.ink tests/golden/province-en.txt tests/golden/province-en.ink \
	tests/golden/digest-nation-id.txt tests/golden/digest-province-en.txt
.PHONY: renew-golden
renew-golden:
	RENEW_GOLDEN=1 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/golden/briefing.sh
# All pages of the samples' briefing as one picture, to be looked at.
EXTRA_DIST += tests/contact-sheet.sh
CLEANFILES += contact-sheet.png
.PHONY: contact-sheet
contact-sheet: taklimat$(EXEEXT) data.stamp
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) "$$top_srcdir/tests/contact-sheet.sh" contact-sheet.png
# The picture in the README.
EXTRA_DIST += tests/picture.sh
.PHONY: picture
picture: taklimat$(EXEEXT) data.stamp
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) "$$top_srcdir/tests/picture.sh" "$$top_srcdir/samples/page.png"
command_tests += tests/command/readme.sh

check_PROGRAMS += tests/unit/test_regions tests/unit/test_citations

check_PROGRAMS += tests/unit/test_json_scan tests/unit/test_intake tests/unit/test_dates tests/unit/test_flags tests/unit/test_clean

check_PROGRAMS += tests/unit/test_house tests/unit/test_template tests/unit/test_linebreak tests/unit/test_paginate tests/unit/test_layout tests/unit/test_layout_office
check_PROGRAMS += tests/unit/test_digest_text
check_PROGRAMS += tests/unit/test_hyphenate tests/unit/test_pictures tests/unit/test_trends tests/unit/test_closing tests/unit/test_breaks tests/unit/test_page_properties

check_PROGRAMS += tests/unit/test_reading
check_PROGRAMS += tests/unit/test_quotes tests/unit/test_people tests/unit/test_statements

check_PROGRAMS += tests/unit/test_config tests/unit/test_config_keys tests/unit/test_nearest tests/unit/test_translate
check_PROGRAMS += tests/unit/test_eval tests/unit/test_show
check_PROGRAMS += tests/unit/test_spreadsheet

check_PROGRAMS += tests/unit/test_note_forms tests/unit/test_zones tests/unit/test_changes
check_PROGRAMS += tests/unit/test_office_topics
command_tests += tests/command/topics.sh

check_PROGRAMS += tests/unit/test_csv_read tests/unit/test_decisions tests/unit/test_review
command_tests += tests/command/review.sh
check_PROGRAMS += tests/unit/test_decided_articles
check_PROGRAMS += tests/unit/test_facts_names

check_PROGRAMS += tests/unit/test_cited_office

check_PROGRAMS += tests/unit/test_history

check_PROGRAMS += tests/unit/test_image tests/unit/test_front_room tests/unit/test_columns

# More ways in: pages, tables, workbooks, documents.
check_PROGRAMS += tests/unit/test_page tests/unit/test_exports
command_tests += tests/command/ways.sh
command_tests += tests/command/language.sh
EXTRA_DIST += tests/input/README.md tests/input/wordpress.html tests/input/wordpress.txt tests/input/portal.html tests/input/portal.txt \
	tests/input/lama.html tests/input/lama.txt tests/input/tanpa-nama.html tests/input/tanpa-nama.txt \
	tests/input/pemantauan.xlsx tests/input/pemantauan-sebaris.xlsx tests/input/siaran-pers.docx

# Mailing: its modules, and the whole way to servers on this machine (with python3), which small programs drive.
check_PROGRAMS += tests/unit/test_recipients
mail_tests = tests/command/mail.sh tests/command/readme_mail.sh tests/mail/faults.sh tests/mail/list.sh tests/mail/parse.sh tests/mail/program.sh tests/mail/real.sh tests/mail/tls.sh
command_tests += $(mail_tests)
EXTRA_DIST += tests/mail/common.sh tests/mail/kill.py tests/mail/parse.py tests/mail/real_server.py tests/mail/server.py
if MAIL
check_PROGRAMS += tests/mail/driver tests/mail/letter
tests_mail_driver_SOURCES = tests/mail/driver.c
tests_mail_letter_SOURCES = tests/mail/letter.c
check_PROGRAMS += tests/unit/test_compose tests/unit/test_ledger tests/unit/test_deliver
tests_unit_test_compose_SOURCES = tests/unit/test_compose.c tests/unit/mail_fixture.c tests/unit/mail_fixture.h
tests_unit_test_ledger_SOURCES = tests/unit/test_ledger.c tests/unit/mail_fixture.c tests/unit/mail_fixture.h
tests_unit_test_deliver_SOURCES = tests/unit/test_deliver.c tests/unit/mail_fixture.c tests/unit/mail_fixture.h
endif
command_tests += tests/mail/postfix.sh
# 200 kills of 100 recipients, 1,000 letters: two minutes.
.PHONY: check-mail
check-mail:
	TAKLIMAT_MAIL_KILLS=200 TAKLIMAT_MAIL_PEOPLE=100 LETTERS=1000 $(MAKE) $(AM_MAKEFLAGS) check TESTS='tests/command/mail.sh tests/mail/parse.sh'
