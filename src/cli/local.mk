# src/cli: one file a command. main.c belongs to the program (Makefile.am), the rest to the library.
libtaklimat_a_SOURCES += \
	src/cli/briefing.c src/cli/briefing.h \
	src/cli/past.c src/cli/past.h \
	src/cli/citation_list.c src/cli/citation_list.h \
	src/cli/check.c src/cli/check_kind.c src/cli/check_kind.h src/cli/check_keys.c src/cli/check_keys.h \
	src/cli/check_mail.c src/cli/check_mail.h \
	src/cli/command.c src/cli/command.h \
	src/cli/config.c src/cli/config.h \
	src/cli/config_environment.c src/cli/config_environment.h \
	src/cli/config_keys.c src/cli/config_keys.h \
	src/cli/config_scan.c src/cli/config_scan.h \
	src/cli/diff.c src/cli/data.c src/cli/data.h \
	src/cli/editor.c src/cli/editor.h \
	src/cli/eval.c \
	src/cli/eval_calibration.c src/cli/eval_calibration.h \
	src/cli/eval_check.c src/cli/eval_check.h \
	src/cli/eval_keys.c src/cli/eval_keys.h \
	src/cli/eval_match.c src/cli/eval_match.h \
	src/cli/eval_pfsa.c \
	src/cli/eval_print.c src/cli/eval_print.h \
	src/cli/eval_records.c src/cli/eval_records.h \
	src/cli/eval_score.c src/cli/eval_score.h \
	src/cli/eval_sheet.c src/cli/eval_sheet.h \
	src/cli/eval_tally.c src/cli/eval_tally.h \
	src/cli/eval_words.c src/cli/eval_words.h \
	src/cli/extract.c \
	src/cli/facts_files.c src/cli/facts_files.h \
	src/cli/failure.c src/cli/failure.h \
	src/cli/house_style.c src/cli/house_style.h \
	src/cli/language.c src/cli/language.h \
	src/cli/init.c \
	src/cli/period_choice.c src/cli/period_choice.h src/cli/request.c src/cli/request.h src/cli/revision.c src/cli/revision.h src/cli/leftovers.c src/cli/leftovers.h src/cli/stop.c src/cli/stop.h \
	src/cli/manifest.c src/cli/manifest.h \
	src/cli/mail.c src/cli/mail_job.h \
	src/cli/merge.c \
	src/cli/message.c src/cli/message.h \
	src/cli/office.c src/cli/office.h \
	src/cli/editions.c src/cli/editions.h src/cli/subscriptions.c src/cli/subscriptions.h \
	src/cli/publish.c src/cli/publish.h \
	src/cli/workers.c src/cli/workers.h \
	src/cli/registers.c src/cli/registers.h \
	src/cli/render.c \
	src/cli/report.c src/cli/report_outputs.c src/cli/report_run.c src/cli/report_run.h \
	src/cli/report_tables.c src/cli/report_tables.h \
	src/cli/spreadsheet.c src/cli/spreadsheet.h src/cli/spreadsheet_check.c src/cli/spreadsheet_check.h \
	src/cli/safe_text.c src/cli/safe_text.h \
	src/cli/show.c src/cli/show_view.h \
	src/cli/show_fact.c src/cli/show_fact.h \
	src/cli/show_details.c src/cli/show_details.h \
	src/cli/show_html.c src/cli/show_html.h src/cli/show_page.c \
	src/cli/show_marks.c src/cli/show_marks.h \
	src/cli/show_terminal.c \
	src/cli/show_wrap.c src/cli/show_wrap.h \
	src/cli/sink.c src/cli/sink.h \
	src/cli/stream.c src/cli/stream.h
if MAIL
libtaklimat_a_SOURCES += \
	src/cli/mail_compose.c \
	src/cli/mail_letters.c src/cli/mail_letters.h \
	src/cli/mail_month.c src/cli/mail_month.h \
	src/cli/mail_rows.c \
	src/cli/mail_run.c \
	src/cli/mail_send.c \
	src/cli/mail_state.c \
	src/cli/mail_settings.c src/cli/mail_settings.h \
	src/cli/mail_text.c src/cli/mail_text.h
endif
