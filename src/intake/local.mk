# src/intake: files and records to articles: readers, cleaning, dates.
libtaklimat_a_SOURCES += \
	src/intake/abbreviations.c src/intake/advertorial.c \
	src/intake/article.c src/intake/article.h \
	src/intake/clean.c src/intake/clean.h \
	src/intake/conflicts.h src/intake/date_conflicts.c src/intake/page_conflicts.c \
	src/intake/dates.c src/intake/dates.h \
	src/intake/encoding.c src/intake/encoding.h \
	src/intake/event.c src/intake/event.h src/intake/event_score.c \
	src/intake/fault.c src/intake/fault.h \
	src/intake/format.c src/intake/format.h \
	src/intake/furniture.c \
	src/intake/headline.c \
	src/intake/intake.c src/intake/intake.h \
	src/intake/json_scan.c src/intake/json_scan.h \
	src/intake/lines.c src/intake/draft.h \
	src/intake/notes.c src/intake/notes.h \
	src/intake/paths.c src/intake/paths.h \
	src/intake/phrases.c \
	src/intake/prepare.c src/intake/prepare.h \
	src/intake/published.c \
	src/intake/date_forms.c \
	src/intake/record.c src/intake/record.h \
	src/intake/repeats.c \
	src/intake/signature.c \
	src/intake/slicer.c src/intake/slicer.h \
	src/intake/source.c src/intake/source.h \
	src/intake/archive.c src/intake/archive.h \
	src/intake/document.c src/intake/document.h \
	src/intake/embeds.c \
	src/intake/markup.c src/intake/markup.h \
	src/intake/page.c src/intake/page.h src/intake/page_parts.h \
	src/intake/page_body.c src/intake/page_build.c src/intake/page_data.c \
	src/intake/page_meta.c src/intake/page_names.c \
	src/intake/part.c src/intake/part.h \
	src/intake/sheet.c src/intake/sheet.h \
	src/intake/strings.c src/intake/strings.h \
	src/intake/workbook.c src/intake/workbook.h \
	src/intake/workbook_parts.c src/intake/workbook_parts.h \
	src/intake/table.c src/intake/table.h \
	src/intake/utf16.c src/intake/utf16.h \
	src/intake/trailer.c src/intake/wraps.c
