# src/tables: the rule tables (TSV) and their loader.
#     libtaklimat_a_SOURCES += src/tables/NAME.c src/tables/NAME.h
# A table is installed and distributed by
#     dist_tables_DATA += src/tables/NAME.tsv
libtaklimat_a_SOURCES += src/tables/vocabulary.c src/tables/vocabulary.h
libtaklimat_a_SOURCES += src/tables/words.c src/tables/words.h
libtaklimat_a_SOURCES += src/tables/word_lists.c src/tables/word_lists.h
dist_tables_DATA += src/tables/word_lists.tsv
dist_tables_DATA += src/tables/abbreviations.tsv src/tables/common_words.tsv
libtaklimat_a_SOURCES += \
	src/tables/lexicon.c src/tables/lexicon.h \
	src/tables/tables.c src/tables/tables.h \
	src/tables/tsv.c src/tables/tsv.h
dist_tables_DATA += src/tables/version.tsv
libtaklimat_a_SOURCES += src/tables/regions.c src/tables/regions.h
libtaklimat_a_SOURCES += src/tables/region_names.c src/tables/region_names.h
dist_tables_DATA += src/tables/regions.tsv src/tables/region_words.tsv src/tables/subdistricts.tsv
libtaklimat_a_SOURCES += src/tables/offices.c src/tables/offices.h src/tables/speech.c src/tables/speech.h
dist_tables_DATA += src/tables/positions.tsv src/tables/institutions.tsv src/tables/honorifics.tsv \
	src/tables/speech_verbs.tsv src/tables/speech_cues.tsv src/tables/pronouns.tsv
libtaklimat_a_SOURCES += \
	src/tables/advertorials.c src/tables/advertorials.h \
	src/tables/boilerplate.c src/tables/boilerplate.h \
	src/tables/phrase_filter.c src/tables/phrase_filter.h \
	src/tables/calendar.c src/tables/calendar.h
dist_tables_DATA += src/tables/advertorials.tsv src/tables/boilerplate.tsv src/tables/calendar.tsv
libtaklimat_a_SOURCES += src/tables/regulation_types.c src/tables/regulation_types.h
libtaklimat_a_SOURCES += src/tables/regulation_nicknames.c src/tables/regulation_nicknames.h
libtaklimat_a_SOURCES += src/tables/citation_words.c src/tables/citation_words.h
dist_tables_DATA += src/tables/regulation_types.tsv src/tables/regulation_nicknames.tsv
dist_tables_DATA += src/tables/citation_words.tsv src/tables/ministries.tsv
libtaklimat_a_SOURCES += src/tables/cues.c src/tables/cues.h src/tables/topics.c src/tables/topics.h
dist_tables_DATA += src/tables/advisory_cues.tsv src/tables/topics.tsv src/tables/addressees.tsv
libtaklimat_a_SOURCES += src/tables/office_topics.c src/tables/office_topics.h
dist_tables_DATA += src/tables/province_tiles.tsv src/tables/zones.tsv src/tables/glossary.tsv
libtaklimat_a_SOURCES += src/tables/zones.c src/tables/zones.h
libtaklimat_a_SOURCES += src/tables/glossary.c src/tables/glossary.h
libtaklimat_a_SOURCES += src/tables/province_tiles.c src/tables/province_tiles.h
libtaklimat_a_SOURCES += src/tables/note_forms.c src/tables/note_forms.h
dist_tables_DATA += src/tables/notes.tsv
libtaklimat_a_SOURCES += src/tables/register.c src/tables/register.h
libtaklimat_a_SOURCES += src/tables/register_series.c src/tables/register_series.h src/tables/register_parts.h
libtaklimat_a_SOURCES += src/tables/register_file.c src/tables/register_acts.c src/tables/register_links.c
libtaklimat_a_SOURCES += src/tables/verify_tables.c src/tables/verify_tables.h
dist_tables_DATA += src/tables/register.tsv src/tables/register_relations.tsv src/tables/register_years.tsv \
	src/tables/register_coverage.tsv
dist_tables_DATA += src/tables/sanctions.tsv src/tables/joint_decrees.tsv src/tables/signatories.tsv \
	src/tables/verify_words.tsv
