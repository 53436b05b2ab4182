# src/layout: finished summary and template to pages.
#     libtaklimat_a_SOURCES += src/layout/NAME.c src/layout/NAME.h
# A template is installed and distributed by
#     dist_templates_DATA += templates/NAME.json
