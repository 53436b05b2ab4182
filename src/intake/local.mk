# src/intake: files and records to articles: readers, cleaning, dates.
libtaklimat_a_SOURCES += \
	src/intake/article.c src/intake/article.h \
	src/intake/encoding.c src/intake/encoding.h \
	src/intake/format.c src/intake/format.h \
	src/intake/intake.c src/intake/intake.h \
	src/intake/json_scan.c src/intake/json_scan.h \
	src/intake/notes.c src/intake/notes.h \
	src/intake/paths.c src/intake/paths.h \
	src/intake/prepare.c src/intake/prepare.h \
	src/intake/record.c src/intake/record.h \
	src/intake/slicer.c src/intake/slicer.h \
	src/intake/source.c src/intake/source.h
