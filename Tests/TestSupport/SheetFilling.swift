/// How a person fills a sheet in, with other programs.
package enum SheetFilling {
  private static let fill = """
    import json, sys, openpyxl
    def fill(source, target, answers, person, added=()):
        book = openpyxl.load_workbook(source)
        for sheet in book.worksheets:
            heads = [str(cell.value or "") for cell in sheet[1]]
            def write(row, values):
                for heading, value in values.items():
                    row[heads.index(heading)].value = value
            if "条目" in heads:
                for row in sheet.iter_rows(min_row=2):
                    write(row, answers.get(str(row[heads.index("条目")].value), {}))
            elif "数据名称" in heads:
                for row in sheet.iter_rows(min_row=2):
                    name = str(row[heads.index("数据名称")].value)
                    unit = row[heads.index("院系")].value if "院系" in heads else None
                    write(row, answers.get(f"{name}@{unit}" if unit else name, {}))
            elif "学号" in heads or "角色" in heads:
                blank = [row for row in sheet.iter_rows(min_row=2) if row[0].value in (None, "")]
                for row, values in zip(blank, added):
                    write(row, values)
                for row in sheet.iter_rows(min_row=2):
                    write(row, answers.get(str(row[0].value), {}))
            elif person:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value in ("填报人", "审核人"):
                            sheet.cell(row=cell.row, column=cell.column + 1).value = person
        book.save(target)

    """

  /// Fills cells by item or figure and heading, with openpyxl. Arguments: the blank sheet, the filled
  /// one, the answers as JSON by item or figure (工作人员, 工作人员@信息工程系) and heading, who fills it
  /// in, and rows to add to a list of staff or members.
  package static let script =
    fill + """
      added = json.loads(sys.argv[5]) if len(sys.argv) > 5 else []
      fill(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4], added)
      """

  /// The same for many sheets; the argument is a JSON list of blank sheet, filled one, answers and
  /// person.
  package static let many =
    fill + """
      for sheet in json.loads(sys.argv[1]):
          fill(sheet["blank"], sheet["filled"], sheet["answers"], sheet["person"])
      """

  /// Reads all pages as tables and writes them anew with the answers by item or figure, with pandas:
  /// nothing of the file but its cells is left. Arguments: the blank sheet, the filled one, the
  /// answers.
  package static let pandas = """
    import json, sys, pandas
    source, target, answers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    pages = pandas.read_excel(source, sheet_name=None, header=None, dtype=str)
    with pandas.ExcelWriter(target) as writer:
        for name, page in pages.items():
            page = page.astype(object)
            heads = [str(value) for value in page.iloc[0]] if len(page) else []
            for key in ("条目", "数据名称"):
                if key not in heads:
                    continue
                for place in range(1, len(page)):
                    own = str(page.iat[place, heads.index(key)])
                    if "院系" in heads:
                        own += "@" + str(page.iat[place, heads.index("院系")])
                    for heading, value in answers.get(own, {}).items():
                        page.iat[place, heads.index(heading)] = value
            page.to_excel(writer, sheet_name=name, header=False, index=False)
    """

  /// Writes a workbook anew as WPS does: its namespaces, its own properties before others', words in
  /// runs, and a part that nobody else writes. Arguments: the workbook and the one to be written.
  package static let wps = """
    import re, sys, zipfile
    old, new = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
    spaces = ('xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
              'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
              'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
              'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" ')
    form = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    def own(number, name, value):
        return (f'<property fmtid="{form}" pid="{number}" name="{name}">'
                f'<vt:lpwstr>{value}</vt:lpwstr></property>')
    for name in old.namelist():
        text = old.read(name).decode("utf-8")
        if name.startswith("xl/worksheets/sheet"):
            text = text.replace("<worksheet ", "<worksheet " + (
                spaces if "xmlns:r=" not in text else spaces.split(" ", 1)[1]), 1)
            text = text.replace('defaultRowHeight="15"', 'defaultColWidth="9" defaultRowHeight="13.5"')
        elif name == "xl/sharedStrings.xml":
            text = re.sub(r"<si><t([^>]*)>(.*?)</t></si>", lambda m:
                '<si><r><rPr><sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr>'
                f'<t{m[1]}>{m[2][:2]}</t></r><r><rPr><sz val="11"/></rPr><t xml:space="preserve">'
                f'{m[2][2:]}</t></r></si>' if len(m[2]) > 2 and "&" not in m[2] else m[0], text,
                flags=re.S)
        elif name == "docProps/custom.xml":
            ours = re.search(r"<property .*?</property>", text, re.S)[0]
            head, tail = text.split(ours)
            ours = re.sub(r'pid="\\d+"', 'pid="4"', ours)
            text = (head + own(2, "KSOProductBuildVer", "2052-12.1.0.16929")
                    + own(3, "ICV", "5F1C0D7A2B6E4C0E9D1B2A3C4D5E6F70_13") + ours + tail)
        new.writestr(name, text.encode("utf-8"))
    new.writestr("xl/cellimages.xml", '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>')
    new.close()
    """

  /// Writes changed copies of a sheet with openpyxl: cells swapped and edited, rows and columns lost,
  /// doubled, moved or sorted, headings changed, bytes of the parts changed. Arguments: the filled
  /// sheet, the folder, how many, the first seed, the page, the headings of what names a row.
  package static let change = """
    import io, os, random, sys, zipfile, openpyxl
    source, folder, count, first, page = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
    names = sys.argv[6:]
    os.makedirs(folder, exist_ok=True)
    raw = open(source, "rb").read()
    place = openpyxl.load_workbook(io.BytesIO(raw)).sheetnames.index(page) + 1
    for number in range(count):
        r, path = random.Random(first + number), f"{folder}/{number}.xlsx"
        kind = r.choice(["swap", "edit", "row", "double", "column", "heading", "move", "sort", "bytes"])
        if kind == "bytes":
            old, new = zipfile.ZipFile(io.BytesIO(raw)), zipfile.ZipFile(path, "w")
            part = r.choice([f"xl/worksheets/sheet{place}.xml", "xl/workbook.xml", "docProps/custom.xml"])
            for name in old.namelist():
                data = bytearray(old.read(name))
                for _ in range(r.randint(1, 3) if name == part else 0):
                    data[r.randrange(len(data))] = r.randrange(32, 127)
                new.writestr(name, bytes(data))
            new.close()
            continue
        book = openpyxl.load_workbook(io.BytesIO(raw))
        sheet = book[page]
        keys = [cell.column for cell in sheet[1] if cell.value in names]
        one, other = r.sample(range(2, sheet.max_row + 1), 2)
        if kind == "swap":
            a, b = sheet.cell(one, c := r.choice(keys)), sheet.cell(other, c)
            a.value, b.value = b.value, a.value
        elif kind == "edit":
            cell = sheet.cell(one, r.choice(keys))
            text = list(str(cell.value))
            text[r.randrange(len(text))] = r.choice("0123456789ABC-/.人数")
            cell.value = "".join(text)
        elif kind == "row":
            sheet.delete_rows(one)
        elif kind == "double":
            for column in range(1, sheet.max_column + 1):
                sheet.cell(other, column).value = sheet.cell(one, column).value
        elif kind == "column":
            sheet.delete_cols(r.randint(1, sheet.max_column))
        elif kind == "heading":
            sheet.cell(1, r.randint(1, sheet.max_column)).value = r.choice([None, "x", *names])
        elif kind == "move":
            book.move_sheet(page, -1)
            sheet.insert_rows(1, r.randint(1, 3))
            sheet.insert_cols(r.randint(1, 10))
        else:
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            r.shuffle(rows)
            for row, values in enumerate(rows, 2):
                for column, value in enumerate(values, 1):
                    sheet.cell(row, column).value = value
        book.save(path)
    """
}
