# Messages in other languages than English. po/taklimat.pot holds all messages of the sources, po/id.po their Indonesian; data.stamp makes
# the catalogue. After a message is new or changed: `make update-po` in a checkout, then translate what po/id.po lacks (tests/messages.sh).
EXTRA_DIST += po/taklimat.pot po/id.po
localeiddir = $(localedir)/id/LC_MESSAGES
if NLS
MAKE_CATALOGUES = $(MKDIR_P) data/locale/id/LC_MESSAGES && $(MSGFMT) -c -o data/locale/id/LC_MESSAGES/taklimat.mo "$(srcdir)/po/id.po"
nodist_localeid_DATA = data/locale/id/LC_MESSAGES/taklimat.mo
else
MAKE_CATALOGUES = :
endif

# What holds messages, and which argument is one: the functions that translate what they are given (src/base/translate.h).
messages_in = $(libtaklimat_a_SOURCES) $(taklimat_SOURCES)
messages_by = --keyword --keyword=_ --keyword=N_ --keyword=translate_count:1,2 \
	--keyword=error_set:3 --flag=error_set:3:c-format \
	--keyword=faults_add:4 --flag=faults_add:4:c-format \
	--keyword=message_line:1 --flag=message_line:1:c-format \
	--keyword=tsv_row_error:4 --flag=tsv_row_error:4:c-format \
	--keyword=register_fault:3 --flag=register_fault:3:c-format \
	--keyword=fields_wrong:4 --flag=fields_wrong:4:c-format \
	--keyword=fault_set:4 --keyword=fault_print:5 --flag=fault_print:5:c-format

# Without places and dates, which would change with every commit.
COLLECT_MESSAGES = (cd "$(srcdir)" && $(XGETTEXT) --language=C --from-code=UTF-8 --add-comments=Translators --no-location --sort-output \
	--package-name=taklimat --copyright-holder='the taklimat authors' $(messages_by) -o - $(messages_in)) | sed '/^"POT-Creation-Date/d'
.PHONY: update-po collect-po
collect-po:
	@$(COLLECT_MESSAGES) >"$(POT)"
update-po:
	$(COLLECT_MESSAGES) >po-new && mv po-new "$(srcdir)/po/taklimat.pot"
	$(MSGMERGE) --quiet --sort-output --no-fuzzy-matching --previous --update --backup=none "$(srcdir)/po/id.po" "$(srcdir)/po/taklimat.pot"
