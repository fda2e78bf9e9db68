import Foundation
import OfficeFiles
import TaskLedger
import TestSupport
import Testing

/// Workbooks written, read back by our own reader and by another program.
struct XlsxWriterTests {
  static let hostile: [[String]] = [
    ["序号", "改革内容", "完成时限"],
    ["1", "=HYPERLINK(\"http://example.org\",\"点我\")", "2020年9月"],
    ["3.10", "+86", "2020-09-30"],
    ["0012", "两行\n文字 & <标签> \"引号\"", "2020年9月30日"],
    ["@SUM(A1)", "  前后有空格  ", "'"],
    ["", "-1", "2020年底前，并长期坚持"],
  ]

  private func bytes(_ tables: [XlsxTable]) throws -> [UInt8] {
    try XlsxWriter.bytes(of: tables, file: "台账.xlsx")
  }

  private func tables(_ bytes: [UInt8]) throws -> [SourceTable] {
    try DocumentReader.read(bytes: bytes, name: "台账.xlsx").blocks.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
  }

  @Test func `words are read back as they were written, whatever they begin with`() throws {
    let read = try tables(try bytes([XlsxTable(name: "台账", words: Self.hostile)]))
    #expect(read.map(\.name) == ["台账"])
    for (row, wanted) in zip(try #require(read.first).rows, Self.hostile) {
      for (column, words) in wanted.enumerated() {
        let shown = row.cell(at: column)?.text ?? ""
        #expect(shown == words.trimmingCharacters(in: .whitespaces))
        #expect(row.cell(at: column)?.date == nil)
      }
    }
  }

  @Test func `a real date shows exactly the words it came from`() throws {
    let words = ["2020-09-30", "2020年9月30日", "2020年9月", "2020年09月30日", "2020/9/30", "30"]
    let read = try tables(
      try bytes([XlsxTable(name: "日期", rows: words.map { [XlsxCell(asWritten: $0)] })]))
    let cells = try #require(read.first).rows.compactMap { $0.cell(at: 0) }
    #expect(cells.map(\.text) == words)
    let day = CivilDate.init("2020-09-30")
    #expect(cells.map(\.date) == [day, day, nil, nil, nil, nil])
  }

  @Test func `numbers and shares are numbers`() throws {
    let read = try tables(
      try bytes([
        XlsxTable(name: "数", rows: [[.number(31), .number(0.5), .share(21.0 / 31.0)]])
      ]))
    let row = try #require(read.first?.rows.first)
    #expect(row.cells.map(\.text) == ["31", "0.5", "67.74%"])
  }

  @Test func `the same sheets give the same bytes`() throws {
    let tables = [XlsxTable(name: "甲", words: Self.hostile), XlsxTable(name: "乙", words: [["一"]])]
    #expect(try bytes(tables) == (try bytes(tables)))
  }

  @Test func `names of sheets are made fit and distinct`() throws {
    let long = String(repeating: "很", count: 40)
    let read = try tables(
      try bytes(
        ["a/b:c", "A_B_C", "", long, long, "'引'"].map { XlsxTable(name: $0, words: [["x"]]) }))
    let cut = String(repeating: "很", count: 31)
    #expect(
      read.map(\.name) == ["a_b_c", "A_B_C 2", "Sheet3", cut, "\(cut.prefix(29)) 2", "引"])
  }

  @Test func `a cell that no spreadsheet takes is refused with its place`() throws {
    let table = XlsxTable(
      name: "台账", words: [["内容"], [String(repeating: "长", count: 32_768)]])
    #expect(
      throws: XlsxWriteError.cellTooLong(sheet: "台账", reference: "A2", count: 32_768)
    ) { try bytes([table]) }
  }

  @Test(.enabled(if: Python.has("openpyxl"), Python.absence(of: "openpyxl")))
  func `openpyxl reads the same words, dates and layout`() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var rows = Self.hostile.map { $0.map { XlsxCell(asWritten: $0) } }
    rows.append([.number(7), .share(0.25), .text("_x000D_")])
    try Data(try bytes([XlsxTable(name: "台账", rows: rows)])).write(to: file)
    let printed = try Python.run(
      """
      import sys, json, datetime, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book["台账"]
      rows = [[c.value.strftime("D%Y-%m-%d") if isinstance(c.value, datetime.datetime) else c.value
               for c in row] for row in sheet.iter_rows()]
      types = sorted({c.data_type for row in sheet.iter_rows() for c in row})
      print(json.dumps({"rows": rows, "types": types, "freeze": sheet.freeze_panes,
        "merged": len(sheet.merged_cells.ranges), "wrap": sheet["B3"].alignment.wrap_text,
        "bold": sheet["A1"].font.b, "width": sheet.column_dimensions["B"].width,
        "titles": sheet.print_title_rows, "formats": [sheet["C3"].number_format,
        sheet["C4"].number_format, sheet["B7"].number_format]}, ensure_ascii=False, sort_keys=True))
      """, [file.path])
    let wanted = """
      {"bold": true, "formats": ["yyyy\\\\-mm\\\\-dd", "yyyy\\"年\\"m\\"月\\"d\\"日\\"", "0.00%"], \
      "freeze": "A2", "merged": 0, "rows": [["序号", "改革内容", "完成时限"], \
      ["1", "=HYPERLINK(\\"http://example.org\\",\\"点我\\")", "2020年9月"], \
      ["3.10", "+86", "D2020-09-30"], \
      ["0012", "两行\\n文字 & <标签> \\"引号\\"", "D2020-09-30"], \
      ["@SUM(A1)", "  前后有空格  ", "'"], [null, "-1", "2020年底前，并长期坚持"], \
      [7, 0.25, "_x000D_"]], "titles": "$1:$1", "types": ["d", "n", "s"], \
      "width": 41.0, "wrap": true}

      """
    #expect(printed == wanted)
  }
}
