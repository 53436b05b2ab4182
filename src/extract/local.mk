# src/extract: articles to facts: one recogniser a file.
#     libtaklimat_a_SOURCES += src/extract/NAME.c src/extract/NAME.h
libtaklimat_a_SOURCES += src/extract/facts.c src/extract/facts.h
libtaklimat_a_SOURCES += src/extract/facts_json.c src/extract/facts_json_read.c src/extract/facts_json.h
libtaklimat_a_SOURCES += src/extract/sketch.c src/extract/sketch.h
libtaklimat_a_SOURCES += src/extract/region.c src/extract/region_mentions.c src/extract/region_mentions.h
libtaklimat_a_SOURCES += \
	src/extract/advisories.c src/extract/advisory.h \
	src/extract/advisory_cues.c src/extract/advisory_details.c \
	src/extract/advisory_lists.c src/extract/advisory_rules.c \
	src/extract/advisory_speaker.c src/extract/advisory_units.c
libtaklimat_a_SOURCES += src/extract/citations.c src/extract/citation_reader.c src/extract/citation_reader.h
libtaklimat_a_SOURCES += src/extract/citation_number.c src/extract/citation_number.h
libtaklimat_a_SOURCES += src/extract/citation_scan.c src/extract/citation_scan.h
libtaklimat_a_SOURCES += src/extract/citation_named.c src/extract/citation_named.h
libtaklimat_a_SOURCES += src/extract/pinpoint.c src/extract/pinpoint.h
libtaklimat_a_SOURCES += src/extract/backrefs.c src/extract/backrefs.h
