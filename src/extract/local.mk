# src/extract: articles to facts: one recogniser a file.
#     libtaklimat_a_SOURCES += src/extract/NAME.c src/extract/NAME.h
