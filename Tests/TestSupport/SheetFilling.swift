/// How a person fills a sheet in, with openpyxl.
package enum SheetFilling {
  /// Fills cells by item and heading. Arguments: the blank sheet, the filled one, the answers as
  /// JSON by item and heading, and who fills it in.
  package static let script = """
    import json, sys, openpyxl
    source, target, answers, person = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4]
    book = openpyxl.load_workbook(source)
    for sheet in book.worksheets:
        heads = [str(cell.value or "") for cell in sheet[1]]
        if "条目" in heads:
            for row in sheet.iter_rows(min_row=2):
                for heading, value in answers.get(str(row[heads.index("条目")].value), {}).items():
                    row[heads.index(heading)].value = value
        elif person:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value in ("填报人", "审核人"):
                        sheet.cell(row=cell.row, column=cell.column + 1).value = person
    book.save(target)
    """
}
