# src/intake: files and records to articles: readers, cleaning, dates.
#     libtaklimat_a_SOURCES += src/intake/NAME.c src/intake/NAME.h
