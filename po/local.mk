# Messages in other languages than English. po/taklimat.pot holds all messages of the sources, po/id.po their Indonesian; data.stamp makes
# the catalogue. After a message is new or changed: `make update-po`, then translate what po/id.po lacks (tests/messages.sh asks for it).
EXTRA_DIST += po/collect po/libconfuse.h po/taklimat.pot po/id.po
localeiddir = $(localedir)/id/LC_MESSAGES
if NLS
MAKE_CATALOGUES = $(MKDIR_P) data/locale/id/LC_MESSAGES && $(MSGFMT) -c -o data/locale/id/LC_MESSAGES/taklimat.mo "$(srcdir)/po/id.po"
nodist_localeid_DATA = data/locale/id/LC_MESSAGES/taklimat.mo
else
MAKE_CATALOGUES = :
endif

.PHONY: update-po
update-po:
	$(SHELL) "$(srcdir)/po/collect" $(XGETTEXT) >po-new && cp po-new "$(srcdir)/po/taklimat.pot" && rm -f po-new
	$(MSGMERGE) --quiet --sort-output --previous "$(srcdir)/po/id.po" "$(srcdir)/po/taklimat.pot" | \
		$(MSGATTRIB) --no-obsolete -o po-new - && cp po-new "$(srcdir)/po/id.po" && rm -f po-new
