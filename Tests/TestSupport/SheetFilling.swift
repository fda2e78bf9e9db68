/// How a person fills a sheet in, with openpyxl.
package enum SheetFilling {
  private static let fill = """
    import json, sys, openpyxl
    def fill(source, target, answers, person):
        book = openpyxl.load_workbook(source)
        for sheet in book.worksheets:
            heads = [str(cell.value or "") for cell in sheet[1]]
            if "条目" in heads:
                for row in sheet.iter_rows(min_row=2):
                    wanted = answers.get(str(row[heads.index("条目")].value), {})
                    for heading, value in wanted.items():
                        row[heads.index(heading)].value = value
            elif person:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value in ("填报人", "审核人"):
                            sheet.cell(row=cell.row, column=cell.column + 1).value = person
        book.save(target)

    """

  /// Fills cells by item and heading. Arguments: the blank sheet, the filled one, the answers as
  /// JSON by item and heading, and who fills it in.
  package static let script =
    fill + """
      fill(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4])
      """

  /// The same for many sheets; the argument is a JSON list of what `script` takes.
  package static let many =
    fill + """
      for sheet in json.loads(sys.argv[1]):
          fill(sheet["blank"], sheet["filled"], sheet["answers"], sheet["person"])
      """
}
