# src/extract: articles to facts: one recogniser a file.
#     libtaklimat_a_SOURCES += src/extract/NAME.c src/extract/NAME.h
libtaklimat_a_SOURCES += src/extract/facts_names.c src/extract/facts_names.h
libtaklimat_a_SOURCES += src/extract/facts.c src/extract/facts.h
libtaklimat_a_SOURCES += src/extract/facts_json.c src/extract/facts_json_read.c src/extract/facts_json.h
libtaklimat_a_SOURCES += src/extract/off_topic.c src/extract/off_topic.h
libtaklimat_a_SOURCES += src/extract/name_words.c src/extract/name_words.h src/extract/holders.c src/extract/holders.h
libtaklimat_a_SOURCES += src/extract/degrees.c src/extract/degrees.h
libtaklimat_a_SOURCES += src/extract/odd_names.c src/extract/odd_names.h
libtaklimat_a_SOURCES += src/extract/trades.c src/extract/trades.h
libtaklimat_a_SOURCES += src/extract/bodies.c src/extract/bodies.h
libtaklimat_a_SOURCES += src/extract/sketch.c src/extract/sketch.h
libtaklimat_a_SOURCES += src/extract/region.c src/extract/region_mentions.c src/extract/region_mentions.h src/extract/region_scores.c src/extract/region_scores.h \
	src/extract/region_around.c src/extract/region_around.h
libtaklimat_a_SOURCES += \
	src/extract/advisories.c src/extract/advisory.h src/extract/advisory_addressee.c \
	src/extract/advisory_continued.c src/extract/advisory_cues.c src/extract/advisory_details.c \
	src/extract/advisory_imperatives.c src/extract/advisory_lists.c src/extract/advisory_look.c \
	src/extract/advisory_look.h src/extract/advisory_rules.c \
	src/extract/advisory_sanctions.c \
	src/extract/advisory_speaker.c src/extract/advisory_statements.c src/extract/advisory_turning.c src/extract/advisory_units.c
libtaklimat_a_SOURCES += src/extract/citations.c src/extract/citation_reader.c src/extract/citation_reader.h
libtaklimat_a_SOURCES += src/extract/citation_number.c src/extract/citation_number.h
libtaklimat_a_SOURCES += src/extract/citation_scan.c src/extract/citation_scan.h
libtaklimat_a_SOURCES += src/extract/citation_named.c src/extract/citation_named.h
libtaklimat_a_SOURCES += src/extract/pinpoint.c src/extract/pinpoint.h
libtaklimat_a_SOURCES += src/extract/backrefs.c src/extract/backrefs.h
libtaklimat_a_SOURCES += \
	src/extract/verify.c src/extract/verify.h \
	src/extract/verify_decree.c src/extract/verify_decree.h \
	src/extract/verify_revoked.c src/extract/verify_revoked.h \
	src/extract/verify_sanctions.c src/extract/verify_sanctions.h \
	src/extract/verify_status.c src/extract/verify_status.h \
	src/extract/verify_suggest.c src/extract/verify_suggest.h \
	src/extract/verify_title.c src/extract/verify_title.h
# people, quotations and statements
libtaklimat_a_SOURCES += \
	src/extract/attribution.c src/extract/attribution.h \
	src/extract/appositions.c src/extract/appositions.h \
	src/extract/mentions.c src/extract/mentions.h \
	src/extract/described.c src/extract/described.h \
	src/extract/relatives.c src/extract/relatives.h \
	src/extract/nameless.c src/extract/nameless.h \
	src/extract/names.c src/extract/names.h \
	src/extract/people.c src/extract/people.h \
	src/extract/office.c src/extract/office.h \
	src/extract/positions.c src/extract/positions.h \
	src/extract/subject.c src/extract/subject.h \
	src/extract/quotes.c src/extract/quotes.h \
	src/extract/reading.c src/extract/reading.h \
	src/extract/speakers.c src/extract/speakers.h \
	src/extract/speech.c \
	src/extract/speech_facts.c src/extract/speech_facts.h \
	src/extract/spelling.c src/extract/spelling.h \
	src/extract/statements.c src/extract/statements.h \
	src/extract/utterances.c src/extract/utterances.h
libtaklimat_a_SOURCES += src/extract/extract.c src/extract/extract.h src/extract/recognisers.h
libtaklimat_a_SOURCES += src/extract/flags.c src/extract/flags.h src/extract/lost_negation.c \
	src/extract/flag_facts.c src/extract/garbled.c src/extract/truncated.c
libtaklimat_a_SOURCES += src/extract/verdict.c src/extract/verdict.h
