# The manual, in English and Indonesian; tests/manual.sh holds that both say everything the program does.
dist_man_MANS = man/taklimat.1 man/taklimat.conf.5 man/taklimat-formats.5
idman1dir = $(mandir)/id/man1
idman5dir = $(mandir)/id/man5
dist_idman1_DATA = man/id/taklimat.1
dist_idman5_DATA = man/id/taklimat.conf.5 man/id/taklimat-formats.5
