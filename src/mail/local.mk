# src/mail: editions to messages to people. The list of recipients is read, and checked, in every build.
libtaklimat_a_SOURCES += \
	src/mail/address.c src/mail/address.h \
	src/mail/recipients.c src/mail/recipients.h
if MAIL
libtaklimat_a_SOURCES += \
	src/mail/child.c src/mail/child.h \
	src/mail/compose.c src/mail/compose.h \
	src/mail/deliver.c src/mail/deliver.h \
	src/mail/ledger.c src/mail/ledger.h src/mail/ledger_parts.h \
	src/mail/ledger_open.c src/mail/ledger_place.c src/mail/ledger_place.h src/mail/ledger_rows.c \
	src/mail/one_line.c src/mail/one_line.h \
	src/mail/secret.c src/mail/secret.h \
	src/mail/sendmail.c \
	src/mail/smtp.c src/mail/smtp_session.c src/mail/smtp_session.h src/mail/smtp_verdict.c src/mail/smtp_verdict.h \
	src/mail/transport.c src/mail/transport.h src/mail/transport_parts.h
endif
