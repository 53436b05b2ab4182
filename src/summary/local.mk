# src/summary: facts to the summary of a month.
#     libtaklimat_a_SOURCES += src/summary/NAME.c src/summary/NAME.h
libtaklimat_a_SOURCES += \
	src/summary/changes.c src/summary/changes.h src/summary/chapters.c src/summary/chapters.h \
	src/summary/cited.c src/summary/cited.h \
	src/summary/cited_office.c src/summary/cited_office.h \
	src/summary/citation_cells.c src/summary/citation_cells.h \
	src/summary/clusters.c src/summary/clusters.h \
	src/summary/counts.c src/summary/counts.h \
	src/summary/csv_cells.c src/summary/csv_cells.h \
	src/summary/decide.c src/summary/decide.h \
	src/summary/decide_change.c \
	src/summary/decision.h src/summary/decision_file.c src/summary/decision_value.c \
	src/summary/finish.c src/summary/finished.h \
	src/summary/finished_dump.c \
	src/summary/history.c src/summary/history.h \
	src/summary/keep.c src/summary/keep.h \
	src/summary/month_tables.c src/summary/month_tables.h \
	src/summary/name_index.c src/summary/name_index.h \
	src/summary/officials.c src/summary/officials.h \
	src/summary/passages.c src/summary/passages.h \
	src/summary/refid.c src/summary/refid.h \
	src/summary/review.c src/summary/review.h \
	src/summary/review_table.c src/summary/review_table.h \
	src/summary/seal.c \
	src/summary/subject.c src/summary/subject.h \
	src/summary/summary.c src/summary/summary.h \
	src/summary/summary_json.c \
	src/summary/table_sink.h \
	src/summary/words.c src/summary/words.h
