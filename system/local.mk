# What an installed program has around it: completion, units of systemd, examples.
bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
dist_bashcomp_DATA = system/bash/taklimat
dist_zshcomp_DATA = system/zsh/_taklimat

dist_doc_DATA = README.md
examplesdir = $(docdir)/examples
dist_examples_DATA = system/examples/on-failure system/examples/cron

# Units for the machine and for a user: one sets reports and has no network, one mails, in a build that can. In those that end in
# .in the folder of the program is filled in here, for make may still be told another.
systemd = system/systemd
units_report = $(systemd)/system/taklimat-report.service $(systemd)/user/taklimat-report.service
units_mail = $(systemd)/system/taklimat-mail.service $(systemd)/user/taklimat-mail.service
units_filled = $(units_report) $(units_mail)
units_shared = $(systemd)/taklimat-report.timer $(systemd)/taklimat-failed@.service
units_timer_mail = $(systemd)/taklimat-mail.timer
systemd_users = $(systemd)/sysusers/taklimat.conf
systemd_folders = $(systemd)/tmpfiles/taklimat.conf
EXTRA_DIST += $(units_filled:=.in) $(units_shared) $(units_timer_mail) $(systemd_users) $(systemd_folders)
CLEANFILES += $(units_filled)
$(units_filled): Makefile
	$(AM_V_GEN)$(MKDIR_P) $(@D) && sed 's|@bindir[@]|$(bindir)|g' "$(srcdir)/$@.in" >$@
$(systemd)/system/taklimat-report.service: $(systemd)/system/taklimat-report.service.in
$(systemd)/user/taklimat-report.service: $(systemd)/user/taklimat-report.service.in
$(systemd)/system/taklimat-mail.service: $(systemd)/system/taklimat-mail.service.in
$(systemd)/user/taklimat-mail.service: $(systemd)/user/taklimat-mail.service.in

if SYSTEMD
systemunitdir = $(systemddir)/system
systemunit_DATA = $(systemd)/system/taklimat-report.service $(units_shared)
userunitdir = $(systemddir)/user
userunit_DATA = $(systemd)/user/taklimat-report.service $(units_shared)
if MAIL
systemunit_DATA += $(systemd)/system/taklimat-mail.service $(units_timer_mail)
userunit_DATA += $(systemd)/user/taklimat-mail.service $(units_timer_mail)
endif
sysusersdir = $(prefix)/lib/sysusers.d
sysusers_DATA = $(systemd_users)
tmpfilesdir = $(prefix)/lib/tmpfiles.d
tmpfiles_DATA = $(systemd_folders)
endif

# The package for Debian and Ubuntu: dpkg-buildpackage -us -uc -b, in the unpacked tarball or a checkout.
EXTRA_DIST += debian/changelog debian/control debian/copyright debian/links debian/rules debian/source/format \
	debian/taklimat.postrm debian/tests/control

# The installed program, from another folder; after `make install`, with the same DESTDIR.
EXTRA_DIST += tests/installed.sh
installcheck-local:
	@script=`cd "$(srcdir)" && pwd`/tests/installed.sh; DESTDIR='$(DESTDIR)' version='$(VERSION)' prefix='$(prefix)' bindir='$(bindir)' \
	mandir='$(mandir)' pkgdatadir='$(pkgdatadir)' docdir='$(docdir)' bashcompdir='$(bashcompdir)' zshcompdir='$(zshcompdir)' \
	systemunitdir='$(systemunitdir)' catalogue='$(nodist_localeid_DATA:data/locale/id/LC_MESSAGES/%=$(localeiddir)/%)' $(SHELL) "$$script"
