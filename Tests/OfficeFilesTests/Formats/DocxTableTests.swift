import OfficeFiles
import TaskLedger
import Testing

struct DocxTableTests {
  typealias D = DocxFixture

  @Test func `blocks stay in order and cells know their place`() throws {
    let document = try D.read(
      D.p("甲") + D.tbl(D.tr(D.tc("序号"), D.tc("内容"))) + D.p("乙") + D.tbl(D.tr(D.tc("一"))))
    #expect(document.grids == [[["序号", "内容"]], [["一"]]])
    #expect(document.paragraphs == ["甲", "乙"])
    guard case .paragraph(let last) = document.blocks[2] else { throw Missing() }
    #expect(last.location == .paragraph(file: "方案.docx", index: 2))
    #expect(
      document.tables[1].rows[0].cells[0].location
        == .tableCell(file: "方案.docx", table: 2, row: 1, column: 1))
  }

  @Test func `a merge continues with and without a value`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("任务", "<w:vMerge w:val='restart'/>"), D.tc("a")),
        D.tr(D.tc("", "<w:vMerge/>"), D.tc("b")),
        D.tr(D.tc("", "<w:vMerge w:val='continue'/>"), D.tc("c")),
        D.tr(D.tc("其他", "<w:vMerge w:val='restart'/>"), D.tc("d")),
        D.tr(D.tc("单独"), D.tc("e")),
        D.tr(D.tc("没有上文", "<w:vMerge/>"), D.tc("f"))))
    #expect(
      document.grids == [
        [["任务", "a"], ["^", "b"], ["^", "c"], ["其他", "d"], ["单独", "e"], ["没有上文", "f"]]
      ])
  }

  @Test func `text that a merge covers is left out and said`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("任务", "<w:vMerge w:val='restart'/>"), D.tc("a")),
        D.tr(D.tc("看不见", "<w:vMerge/>"), D.tc("b"))))
    #expect(document.grids == [[["任务", "a"], ["^", "b"]]])
    #expect(document.codes == ["covered-text-left-out"])
  }

  @Test func `spans and columns left out before keep the grid`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("合", "<w:gridSpan w:val='2'/>"), D.tc("c")),
        D.tr(D.tc("b"), D.tc("c"), properties: "<w:gridBefore w:val='1'/><w:gridAfter w:val='3'/>"),
        D.tr(D.tc("旧", "<w:hMerge w:val='restart'/>"), D.tc("", "<w:hMerge/>"), D.tc("c"))))
    let rows = document.tables[0].rows
    #expect(rows.map { $0.cells.map(\.column) } == [[0, 2], [1, 2], [0, 2]])
    #expect(rows.map { $0.cells.map(\.columnSpan) } == [[2, 1], [1, 1], [2, 1]])
    #expect(
      rows[1].cells[0].location == .tableCell(file: "方案.docx", table: 1, row: 2, column: 2))
  }

  @Test func `a merge under a shifted column is not one`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("a", "<w:vMerge w:val='restart'/>"), D.tc("b")),
        D.tr(D.tc("x"), D.tc("y", "<w:vMerge/>"))))
    #expect(document.grids == [[["a", "b"], ["x", "y"]]])
  }

  @Test func `a small table inside a cell becomes its paragraphs`() throws {
    let inner = D.tbl(D.tr(D.tc("（1）"), D.tc("建章")), D.tr(D.tc("（2）"), D.tc("立制")))
    let document = try D.read(D.tbl(D.tr(D.tc(D.p("前") + inner + D.p("后")), D.tc("时限"))))
    #expect(document.grids == [[["前\n（1）\t建章\n（2）\t立制\n后", "时限"]]])
  }

  @Test func `a real table inside a cell is read as a table of its own`() throws {
    let row = D.tr(D.tc("1"), D.tc("2"), D.tc("3"))
    let document = try D.read(
      D.tbl(D.tr(D.tc("框", "") + D.tc(D.tbl(row, row, row) + D.p("尾")))) + D.p("文末"))
    #expect(document.grids.map(\.count) == [1, 3])
    #expect(document.grids[0] == [["框", "尾"]])
    #expect(
      document.diagnostics == [
        .nestedTable(
          at: .tableCell(file: "方案.docx", table: 1, row: 1, column: 2), index: 2)
      ])
    #expect(document.paragraphs == ["文末"])
  }

  @Test func `rows repeated as headers are read once`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("序号"), D.tc("内容"), properties: "<w:tblHeader/>"),
        D.tr(D.tc("1"), D.tc("开会"))))
    #expect(document.grids == [[["序号", "内容"], ["1", "开会"]]])
  }

  @Test func `deleted rows and cells are gone and inserted ones stay`() throws {
    let document = try D.read(
      D.tbl(
        D.tr(D.tc("旧"), D.tc("行"), properties: "<w:del w:id='1'/>"),
        D.tr(D.tc("新"), D.tc("去", "<w:cellDel w:id='3'/>"), properties: "<w:ins w:id='2'/>")))
    #expect(document.grids == [[["新"]]])
    #expect(
      document.tables[0].rows[0].cells[0].location
        == .tableCell(file: "方案.docx", table: 1, row: 1, column: 1))
    #expect(document.codes == ["changes-accepted"])
  }

  struct Missing: Error {}
}
