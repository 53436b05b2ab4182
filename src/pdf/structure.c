/* What is marked on the pages: see structure.h. structure_tree.c makes the tree of it.
 *
 * Before: content.c and links.c. After: structure_tree.c. */
#include <config.h>

#include "pdf/structure.h"

#include "base/memory.h"

void structure_free(struct structure *structure) {
    memory_free(structure->marks);
    memory_free(structure->links);
    memory_free(structure->figures);
    *structure = (struct structure){0};
}

void structure_page(struct structure *structure) { structure->marks_here = 0; }

void structure_rule(struct structure *structure) { structure->after_rule = true; }

unsigned structure_mark(struct structure *structure, size_t page, const struct item *item) {
    if (structure->mark_count == structure->mark_capacity) {
        structure->mark_capacity = structure->mark_capacity ? 2 * structure->mark_capacity : 256;
        structure->marks =
            memory_resize(structure->marks, structure->mark_capacity, sizeof *structure->marks);
    }
    structure->marks[structure->mark_count++] = (struct mark){
        .element = item->element,
        .role = item->role,
        .page = page,
        .number = structure->marks_here,
        .x = item->kind == ITEM_TEXT ? item->of.text.x : 0,
        .after_rule = structure->after_rule,
        .next = STRUCTURE_NONE,
    };
    structure->after_rule = false;
    return structure->marks_here++;
}

void structure_figure(struct structure *structure, const struct item *item) {
    if (structure->figure_count == structure->figure_capacity) {
        structure->figure_capacity =
            structure->figure_capacity ? 2 * structure->figure_capacity : 16;
        structure->figures = memory_resize(structure->figures, structure->figure_capacity,
                                           sizeof *structure->figures);
    }
    structure->figures[structure->figure_count++] = (struct figure){item->element, item->of.figure};
}

size_t structure_link(struct structure *structure, size_t page_count, size_t page, uint32_t element,
                      unsigned annotation) {
    if (structure->link_count == structure->link_capacity) {
        structure->link_capacity = structure->link_capacity ? 2 * structure->link_capacity : 256;
        structure->links =
            memory_resize(structure->links, structure->link_capacity, sizeof *structure->links);
    }
    structure->links[structure->link_count] =
        (struct linked){element, page, annotation, STRUCTURE_NONE};
    return page_count + structure->link_count++;
}
