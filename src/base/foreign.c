/* Files of another kind: see foreign.h. Below every stage. */
#include <config.h>

#include "base/foreign.h"

#include "base/translate.h"

const char *foreign_form(struct text bytes) {
    static const struct {
        const char *begins, *says;
    } forms[] = {
        {"\xFF\xFE", N_("is UTF-16 (Excel's \"Unicode Text\"); save it as UTF-8")},
        {"\xFE\xFF", N_("is UTF-16; save it as UTF-8")},
        {"PK\x03\x04", N_("is a workbook or a zip file (such as .xlsx or .ods); save it as text")},
        {"\xD0\xCF\x11\xE0", N_("is an old Excel or Word file; save it as text")},
        {"%PDF-", N_("is a PDF")},
        {"\x1F\x8B", N_("is compressed by gzip")},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_starts(bytes, forms[i].begins))
            return translate(forms[i].says);
    return NULL;
}
