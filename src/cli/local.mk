# src/cli: one file a command. main.c belongs to the program (Makefile.am), the rest to the library.
libtaklimat_a_SOURCES += \
	src/cli/briefing.c src/cli/briefing.h \
	src/cli/command.c src/cli/command.h \
	src/cli/data.c src/cli/data.h \
	src/cli/extract.c \
	src/cli/facts_files.c src/cli/facts_files.h \
	src/cli/manifest.c src/cli/manifest.h \
	src/cli/merge.c \
	src/cli/message.c src/cli/message.h \
	src/cli/publish.c src/cli/publish.h \
	src/cli/render.c \
	src/cli/report.c \
	src/cli/sink.c src/cli/sink.h \
	src/cli/stream.c src/cli/stream.h
