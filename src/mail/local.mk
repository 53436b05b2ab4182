# src/mail: PDFs to messages; nothing yet.
#     libtaklimat_a_SOURCES += src/mail/NAME.c src/mail/NAME.h
