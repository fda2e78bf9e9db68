import OfficeFiles
import TaskLedger
import Testing

struct HTMLReaderTests {
  private func read(_ text: String, name: String = "方案.html") throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(text.utf8), name: name)
  }

  @Test func `spans in both directions keep the grid`() throws {
    let document = try read(
      """
      <!DOCTYPE html><html><head><meta charset="gb2312"><title>页</title><style>p{}</style></head>
      <body><h1>任务&nbsp;列表</h1><table>
      <tr><th>序号<th colspan=2>任务</tr>
      <tr><td rowspan=2>1</td><td>甲</td><td rowspan="3">乙</td></tr>
      <tr><td>丙</td></tr>
      <tr><td>2</td><td>丁</td></tr>
      </table><p>注：完</p></body></html>
      """)
    #expect(
      document.grids == [
        [["序号", "任务", "<"], ["1", "甲", "乙"], ["^", "丙", "^"], ["2", "丁", "^"]]
      ])
    #expect(document.paragraphs == ["任务\u{A0}列表", "注：完"])
    #expect(
      document.tables[0].rows[2].cells[1].location
        == .tableCell(file: "方案.html", table: 1, row: 3, column: 2))
  }

  @Test func `what a style sheet hides or strikes is left out and said`() throws {
    let document = try read(
      """
      <html><head><style><!-- /* old */ .old, td.gone { text-decoration: line-through; }
      #draft{display:none} .new{color:red}
      @media print { .new { display: none } }
      p .old2{visibility:hidden} --></style></head><body><table>
      <tr><td><span class="x OLD">2020年3月</span><span class=new>2020年6月</span></td>
      <td class=gone>总务处</td><td>校团委<b id=draft>总务处</b><i class=old2>处</i></td></tr>
      </table></body></html>
      """)
    #expect(document.grids == [[["2020年6月", "", "校团委处"]]])
    #expect(document.diagnostics.map(\.code).contains("struck-text-left-out"))
  }

  @Test func `what a later rule, an own style or another element shows is read`() throws {
    let document = try read(
      """
      <html><head><style><!-- .gone{display:none}
      .old{display:none} /* .kept{display:none} */ .new{display:none}
      span.note{display:none} .old{display:block} .must{display:none !important} --></style></head>
      <body><table><tr><td class=note>甲<span class=note>乙</span></td>
      <td><b class=old>丙</b><b class=new style="display: block">丁</b><b class=kept>戊</b></td>
      <td><b class=gone>己</b><b class=must style="display:block">庚</b></td></tr></table></body></html>
      """)
    #expect(document.grids == [[["甲", "丙丁戊", ""]]])
  }

  @Test func `paragraphs and breaks of a cell are kept`() throws {
    let document = try read(
      "<table><tr><td><p>第一\n   段</p><p>第二<br>段 &mdash; A\n B</p><ol start=2><li>甲<li>乙</ol>"
        + "</td><td>&#20013;&lt;</td></tr></table>")
    #expect(
      document.tables[0].rows[0].cells.map(\.paragraphs) == [
        ["第一 段", "第二\n段 — A B", "2. 甲", "3. 乙"], ["中<"],
      ])
  }

  @Test func `scripts and comments are not read`() throws {
    let document = try read("<body><!-- 注 --><script>var a='<p>x</p>'</script><p>正文</p></body>")
    #expect(document.paragraphs == ["正文"])
  }

  @Test func `a page in another encoding is read whatever it declares`() throws {
    let bytes: [UInt8] = Array("<html><meta charset=utf-8><p>".utf8) + [0xC8, 0xCE, 0xCE, 0xF1]
    #expect(try DocumentReader.read(bytes: bytes, name: "方案.xls").paragraphs == ["任务"])
  }

  @Test func `tables inside of cells follow the rule of Word documents`() throws {
    let small = "<table><tr><td>（1）</td><td>甲</td></tr></table>"
    let row = "<tr><td>1</td><td>2</td><td>3</td></tr>"
    let document = try read(
      "<table><tr><td>前\(small)后</td><td><table>\(row)\(row)\(row)</table></td></tr></table>")
    #expect(document.grids.map(\.count) == [1, 3])
    #expect(document.grids[0] == [["前\n（1）\t甲\n后", ""]])
    #expect(document.codes == ["nested-table"])
  }

  @Test func `tags left open or out of place do no harm`() throws {
    let document = try read("<table><td>a<td>b<tr><td>c</table></table></td>尾")
    #expect(document.grids == [[["a", "b"], ["c"]]])
    #expect(document.paragraphs == ["尾"])
  }
}
