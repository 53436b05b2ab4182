# src/summary: facts to the summary of a month.
#     libtaklimat_a_SOURCES += src/summary/NAME.c src/summary/NAME.h
libtaklimat_a_SOURCES += \
	src/summary/chapters.c src/summary/chapters.h \
	src/summary/cited.c src/summary/cited.h \
	src/summary/clusters.c src/summary/clusters.h \
	src/summary/counts.c src/summary/counts.h \
	src/summary/csv.c src/summary/csv.h \
	src/summary/csv_cells.c src/summary/csv_cells.h \
	src/summary/finish.c src/summary/finished.h \
	src/summary/finished_dump.c \
	src/summary/keep.c src/summary/keep.h \
	src/summary/officials.c src/summary/officials.h \
	src/summary/refid.c src/summary/refid.h \
	src/summary/seal.c \
	src/summary/summary.c src/summary/summary.h \
	src/summary/summary_json.c
