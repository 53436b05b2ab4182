# src/mail: editions to messages to people. The list of recipients is read, and checked, in every build.
libtaklimat_a_SOURCES += \
	src/mail/address.h \
	src/mail/recipients.h
if MAIL
libtaklimat_a_SOURCES += \
	src/mail/compose.h \
	src/mail/deliver.h \
	src/mail/ledger.h \
	src/mail/secret.h \
	src/mail/transport.h
endif
