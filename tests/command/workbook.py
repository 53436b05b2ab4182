"""The workbook of a published month against its CSV tables: the same sheets, rows and cells, with days as days and counts as
numbers, no formula, headings that stay in sight and filter. Read by openpyxl, which shares no code with what wrote it."""
import csv
import datetime
import glob
import os
import sys

import openpyxl

NUMBERS = {'story', 'confidence', 'advertorial', 'start', 'end', 'repeats', 'year', 'resolved_year', 'quotes', 'statements',
           'citations', 'advisories'}
DAYS = {'day', 'since', 'event_date', 'published'}
FORMULA = ('=', '+', '-', '@', '\t', '\r')


def written(cell):
    """A cell of CSV without the apostrophe that keeps spreadsheets from seeing a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(' "\'\n\u00a0\ufeff').startswith(FORMULA) else cell


def shown(cell, heading):
    """A cell of the workbook as CSV has it; what is wrong with it ends the test."""
    value = cell.value
    if cell.data_type == 'f':
        sys.exit(f'{cell.parent.title} {cell.coordinate}: a formula: {value}')
    if value is None:
        return ''
    wanted = int if heading in NUMBERS else datetime.datetime if heading in DAYS else str
    if not isinstance(value, wanted):
        sys.exit(f'{cell.parent.title} {cell.coordinate} ({heading}): {value!r} is no {wanted.__name__}')
    return value.date().isoformat() if wanted is datetime.datetime else str(value)


folder = sys.argv[1]
book = openpyxl.load_workbook(glob.glob(os.path.join(folder, 'taklimat-*.xlsx'))[0])
tables = sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(folder, '*.csv')))
if book.sheetnames != tables:
    sys.exit(f'sheets {book.sheetnames}, tables {tables}')
cells = 0
for sheet in book:
    with open(os.path.join(folder, sheet.title + '.csv'), newline='', encoding='utf-8-sig') as file:
        rows = [[written(cell) for cell in row] for row in csv.reader(file, delimiter=';')]
    found = [[shown(cell, heading.value if cell.row > 1 else '') for cell, heading in zip(row, sheet[1])] for row in sheet.iter_rows()]
    rows = [[cell.replace('\r\n', '\n') for cell in row] for row in rows]
    if found != rows:
        sys.exit(f'{sheet.title}: ' + '\n'.join(f'{a} is {b}' for a, b in zip(rows, found) if a != b)[:2000])
    if sheet.freeze_panes != 'A2' or sheet.auto_filter.ref != sheet.dimensions:
        sys.exit(f'{sheet.title}: panes {sheet.freeze_panes}, filter {sheet.auto_filter.ref}, cells {sheet.dimensions}')
    cells += sum(len(row) for row in found)
when = datetime.datetime.fromisoformat(sys.argv[2])
if (book.properties.created, book.properties.modified) != (when, when):
    sys.exit(f'made on {book.properties.created}, changed on {book.properties.modified}, not on {when}')
print(f'{len(tables)} sheets, {cells} cells')
