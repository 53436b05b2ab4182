# src/pdf: pages to PDF; the only user of libharu.
#     libtaklimat_a_SOURCES += src/pdf/NAME.c src/pdf/NAME.h
libtaklimat_a_SOURCES += \
	src/pdf/archive.c src/pdf/archive.h \
	src/pdf/content.c src/pdf/content.h \
	src/pdf/deflate.c src/pdf/deflate.h \
	src/pdf/document.h \
	src/pdf/embed.c src/pdf/embed.h \
	src/pdf/fonts.c src/pdf/fonts.h \
	src/pdf/glyphs.c src/pdf/glyphs.h \
	src/pdf/haru.c src/pdf/haru.h \
	src/pdf/image.c src/pdf/image.h \
	src/pdf/links.c src/pdf/links.h \
	src/pdf/metadata.c src/pdf/metadata.h \
	src/pdf/outline.c src/pdf/outline.h \
	src/pdf/page_tree.c src/pdf/page_tree.h \
	src/pdf/pdf.c src/pdf/pdf.h \
	src/pdf/profile.c \
	src/pdf/structure.c src/pdf/structure.h src/pdf/structure_tree.c \
	src/pdf/subset.c src/pdf/subset.h \
	src/pdf/syntax.c src/pdf/syntax.h \
	src/pdf/tounicode.c src/pdf/tounicode.h \
	src/pdf/truetype.c src/pdf/truetype.h
