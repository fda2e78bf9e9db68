import OfficeFiles
import TaskLedger
import Testing

struct MarkdownReaderTests {
  private func read(_ text: String, name: String = "方案.md") throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(text.utf8), name: name)
  }

  @Test func `a table keeps escaped bars and breaks at br`() throws {
    let document = try read(
      """
      # 任务列表

      | **序号** | 内容 | 时限 |
      |---:|:---|---|
      | 1 | 甲\\|乙<br>丙 &amp; 丁 | `3月` |
      | 2 |  | \\*4月\\* |
      """)
    #expect(document.paragraphs == ["任务列表"])
    #expect(
      document.grids == [[["序号", "内容", "时限"], ["1", "甲|乙\n丙 & 丁", "3月"], ["2", "", "*4月*"]]])
    #expect(document.tables[0].rows[1].cells[1].paragraphs == ["甲|乙", "丙 & 丁"])
    #expect(
      document.tables[0].rows[1].cells[1].location == .text(file: "方案.md", line: 5, column: 7))
  }

  @Test func `the reference of a note is no word of its cell`() throws {
    let document = try read(
      "| 内容[^1] | 部门 |\n|---|---|\n| 甲 | 校团委[^2]、[学工部](http://a.b) |\n\n[^1]: 指举措。\n[^2]: 牵头。\n")
    #expect(document.grids == [[["内容", "部门"], ["甲", "校团委、学工部"]]])
  }

  @Test func `the words beside a picture are no words of its cell`() throws {
    let document = try read("| 内容 | 部门 |\n|---|---|\n| ![图](b.png) | ![章](a.png)校团委 |\n")
    #expect(document.grids == [[["内容", "部门"], ["", "校团委"]]])
    #expect(document.codes == ["images-left-out"])
  }

  @Test func `outer bars may be missing and a line without bars ends the table`() throws {
    let document = try read("a | b\n--- | ---\n1 | 2\n注：说明\n")
    #expect(document.grids == [[["a", "b"], ["1", "2"]]])
    #expect(document.paragraphs == ["注：说明"])
  }

  @Test func `marks of lines, rules, code and comments are left out`() throws {
    let document = try read(
      "<!-- 注释\n还是注释 -->\n## 标题\n> 引文\n- 条目\n1. 第一\n---\n```\n代码 | 块\n---|---\n```\n#标签\n")
    #expect(document.paragraphs == ["标题", "引文", "条目", "1. 第一", "代码 | 块", "---|---", "#标签"])
  }

  @Test(.bug(id: "16", "lines that Markdown takes for the targets of links vanished"))
  func `words behind a name in brackets are words and no target of a link`() throws {
    let document = try read(
      """
      [注]: 以上任务均须备案。

      - [责任单位]: 校团委
      - [完成时限]: 2020.9.30

      > [说明]:
      > 每月报送

      ```
      [代码]: 照抄
      ```

      见[附件][1]和[章程][2]。

      [1]: https://example.org/a.docx
      [2]: 章程.docx "学生会章程"

      [3]: plan.docx
      [4]: #说明
      [^5]: 指举措。
      """)
    #expect(
      document.paragraphs == [
        "[注]: 以上任务均须备案。", "[责任单位]: 校团委", "[完成时限]: 2020.9.30", "[说明]:", "每月报送",
        "[代码]: 照抄", "见附件和[章程][2]。", #"[2]: 章程.docx "学生会章程""#,
      ])
  }

  @Test func `a row of dashes that does not fit makes no table`() throws {
    let document = try read("a | b | c\n--- | ---\n")
    #expect(document.tables.isEmpty)
  }

  @Test func `a table is found in text of any name`() throws {
    let document = try read("| 序号 | 内容 |\n|---|---|\n| 1 | 甲 |\n", name: "标准输入")
    #expect(document.grids == [[["序号", "内容"], ["1", "甲"]]])
  }
}
