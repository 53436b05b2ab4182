# src/base: arena, error record, spans and UTF-8, tokens, checked atomic files, JSON helpers.
#     libtaklimat_a_SOURCES += src/base/NAME.c src/base/NAME.h
