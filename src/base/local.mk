# src/base: what every stage stands on; may include libraries only.
libtaklimat_a_SOURCES += \
	src/base/arena.c src/base/arena.h \
	src/base/ascii.h \
	src/base/base64.c src/base/base64.h \
	src/base/buffer.c src/base/buffer.h \
	src/base/csv_read.c src/base/csv_read.h \
	src/base/date.c src/base/date.h \
	src/base/decimal.h \
	src/base/digest.c src/base/digest.h \
	src/base/edits.c src/base/edits.h \
	src/base/eight.h \
	src/base/entity.c src/base/entity.h \
	src/base/faults.c src/base/faults.h \
	src/base/error.c src/base/error.h \
	src/base/foreign.c src/base/foreign.h \
	src/base/file.c src/base/file.h \
	src/base/folder.c src/base/folder.h \
	src/base/image.c src/base/image.h src/base/image_codec.h src/base/image_jpeg.c src/base/image_png.c \
	src/base/json_locate.c src/base/json_locate.h \
	src/base/json_sum.c src/base/json_sum.h \
	src/base/json_read.c src/base/json_read.h \
	src/base/json_write.c src/base/json_write.h \
	src/base/lock.c src/base/lock.h \
	src/base/memory.c src/base/memory.h \
	src/base/nearest.c src/base/nearest.h \
	src/base/pack.h \
	src/base/plain.c src/base/plain.h \
	src/base/search.h \
	src/base/sentence.c src/base/sentence.h \
	src/base/sha256.c src/base/sha256.h \
	src/base/text.c src/base/text.h \
	src/base/token.c src/base/token.h \
	src/base/translate.c src/base/translate.h \
	src/base/utf8.c src/base/utf8.h
