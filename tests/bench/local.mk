# Speed and memory: `make bench`. The program is built by that alone.
EXTRA_PROGRAMS = tests/bench/bench tests/bench/month tests/bench/pages
tests_bench_bench_SOURCES = tests/bench/bench.c
tests_bench_month_SOURCES = tests/bench/month.c
tests_bench_pages_SOURCES = tests/bench/pages.c tests/bench/blocks.c tests/bench/blocks.h
if MAIL
mail_bench = tests/bench/mail$(EXEEXT)
EXTRA_PROGRAMS += tests/bench/mail
tests_bench_mail_SOURCES = tests/bench/mail.c
endif
EXTRA_DIST += tests/bench/run.sh tests/bench/vary.awk
EXTRA_DIST += tests/bench/peers.py tests/bench/set_with_typst.mjs tests/bench/set_with_groff.py \
	tests/bench/set_with_reportlab.py tests/bench/set_with_weasyprint.py
CLEANFILES += $(EXTRA_PROGRAMS)
.PHONY: bench
bench: tests/bench/bench$(EXEEXT) tests/bench/month$(EXEEXT) tests/bench/pages$(EXEEXT) $(mail_bench) taklimat$(EXEEXT) data.stamp
	@$(AM_TESTS_ENVIRONMENT) MAIL_BENCH=$(mail_bench); export MAIL_BENCH; BENCH=tests/bench/bench$(EXEEXT); export BENCH; \
	MONTH=tests/bench/month$(EXEEXT); export MONTH; \
	PAGES=tests/bench/pages$(EXEEXT); export PAGES; $(SHELL) "$$top_srcdir/tests/bench/run.sh"

# Against other typesetters, as far as they are installed: see peers.py.
.PHONY: bench-peers
bench-peers: tests/bench/pages$(EXEEXT) taklimat$(EXEEXT) data.stamp
	@$(AM_TESTS_ENVIRONMENT) PAGES=tests/bench/pages$(EXEEXT); export PAGES; python3 "$$top_srcdir/tests/bench/peers.py"
