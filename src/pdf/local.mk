# src/pdf: pages to PDF; the only user of libharu.
#     libtaklimat_a_SOURCES += src/pdf/NAME.c src/pdf/NAME.h
