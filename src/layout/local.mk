# src/layout: finished summary and template to pages.
libtaklimat_a_SOURCES += \
	src/layout/attention.c src/layout/attention.h \
	src/layout/boxes.c src/layout/boxes.h \
	src/layout/breaks.c src/layout/breaks.h \
	src/layout/columns.c src/layout/columns.h \
	src/layout/compose.c src/layout/compose.h \
	src/layout/compose_addendum.c src/layout/compose_attention.c \
	src/layout/compose_chapter.c \
	src/layout/compose_contents.c \
	src/layout/compose_front.c \
	src/layout/compose_glossary.c \
	src/layout/compose_history.c \
	src/layout/compose_method.c \
	src/layout/compose_office.c \
	src/layout/compose_officials.c \
	src/layout/compose_parts.c \
	src/layout/compose_review.c \
	src/layout/compose_shared.c \
	src/layout/compose_silent.c \
	src/layout/compose_trends.c \
	src/layout/compose_figures.c src/layout/compose_map.c src/layout/compose_quoted.c \
	src/layout/compose_evidence.c src/layout/compose_sources.c \
	src/layout/digest_text.c src/layout/digest_text.h \
	src/layout/document.c src/layout/document.h \
	src/layout/edition.c src/layout/edition.h \
	src/layout/fields.c src/layout/fields.h \
	src/layout/figures.c \
	src/layout/front_room.c src/layout/front_room.h \
	src/layout/front_words.c src/layout/front_words.h \
	src/layout/highlights.c src/layout/highlights.h src/layout/house.c src/layout/house.h \
	src/layout/rivers.c src/layout/rivers.h \
	src/layout/running.c src/layout/running.h \
	src/layout/hyphenate.c src/layout/hyphenate.h \
	src/layout/labels.h src/layout/layout.h \
	src/layout/legible.c src/layout/legible.h \
	src/layout/letterhead.c src/layout/letterhead.h \
	src/layout/linebreak.c src/layout/linebreak.h \
	src/layout/map_classes.c src/layout/map_classes.h \
	src/layout/measure.h \
	src/layout/packed.c src/layout/packed.h \
	src/layout/pager.c src/layout/pager.h \
	src/layout/pages.h \
	src/layout/paginate.c src/layout/paginate.h \
	src/layout/style.h \
	src/layout/table.c \
	src/layout/tile_map.c src/layout/tile_map.h \
	src/layout/template.c src/layout/template.h \
	src/layout/trends.c \
	src/layout/wording.c src/layout/wording.h
dist_templates_DATA += templates/id.json templates/en.json templates/mail.id.txt templates/mail.en.txt
EXTRA_DIST += templates/README.md
