# src/cli: one file a command. main.c belongs to the program (Makefile.am), the rest to the library.
#     libtaklimat_a_SOURCES += src/cli/NAME.c src/cli/NAME.h
