# src/summary: facts to the summary of a month.
#     libtaklimat_a_SOURCES += src/summary/NAME.c src/summary/NAME.h
libtaklimat_a_SOURCES += \
	src/summary/keep.c src/summary/keep.h \
	src/summary/refid.c src/summary/refid.h \
	src/summary/seal.c \
	src/summary/summary.c src/summary/summary.h \
	src/summary/summary_json.c
