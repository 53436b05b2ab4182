# src/summary: facts to the summary of a month.
#     libtaklimat_a_SOURCES += src/summary/NAME.c src/summary/NAME.h
