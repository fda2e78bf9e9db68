import Dispatch
import OfficeFiles
import Synchronization
import TaskLedger
import Testing

/// Tables of Markdown that other marks stand around or in.
struct MarkdownTableTests {
  private func read(_ text: String) throws -> SourceDocument {
    try DocumentReader.read(bytes: Array(text.utf8), name: "方案.md", converter: .none)
  }

  @Test(.bug(id: "read", "Markdown within a table in HTML was read as it is written"))
  func `what follows a blank line in a cell of HTML is Markdown`() throws {
    let document = try read(
      """
      # 方案

      <table>
      <tr><td>1</td>
          <td>

      制定**方案** ~~旧~~

      - 一
      - 二

      </td><td>

      ~~2020年5月~~ 2020年6月

      </td></tr>
      </table>

      末
      """)
    #expect(document.grids == [[["1", "制定方案\n一\n二", "2020年6月"]]])
    #expect(document.paragraphs == ["方案", "末"])
    #expect(document.codes == ["struck-text-left-out"])
  }

  @Test(.bug(id: "read", "~~ was text where another document was parsed at the same time"))
  func `documents that are read at once keep what is struck`() {
    let text = "# 方案\n\n| 甲 | ~~旧~~新 |\n|---|---|\n| ~~一~~二 | 三 |\n\n制定~~旧~~办法\n"
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 2_000) { _ in
      let document = try? read(text)
      if document?.paragraphs != ["方案", "制定办法"] || document?.grids != [[["甲", "新"], ["二", "三"]]] {
        wrong.withLock { $0 += 1 }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  @Test func `stars in HTML without a blank line are stars`() throws {
    #expect(try read("# 方案\n\n<table>\n<tr><td>**甲**</td></tr>\n</table>\n").grids == [[["**甲**"]]])
  }

  @Test(
    .bug(id: "read", "rows were lost without a word"),
    arguments: [
      "序号   内容     时限\n------ -------- ------\n1      起草     6月\n2      宣讲     7月\n",
      "```\n\n| 序号 | 内容 |\n|---|---|\n| 1 | 起草 |\n",
      "> ~~~\n> | 1 | 起草 |\n> | 2 | 宣讲 |\n",
    ])
  func `what looks like a table and is not read is said`(text: String) throws {
    #expect(try read(text).codes == ["table-unread"])
  }

  @Test(arguments: [
    "甲\n\n--- ---\n\n乙\n", "```\n| 1 | 甲 |\n| 2 | 乙 |\n```\n", "甲  乙\n\n- - -\n", "甲 乙\n--\n丙\n",
  ])
  func `rules and closed code are no tables`(text: String) throws {
    #expect(try read(text).codes.isEmpty)
  }

  @Test(.bug(id: "read", "the mark of a quote counted as a cell"))
  func `rows in a quote have as many cells as they show`() throws {
    let head = "> | 序号 | 内容 |\n> |---|---|\n"
    #expect(try read(head + "> | 1 | 起草 |\n").codes.isEmpty)
    #expect(try read("- | 序号 | 内容 |\n  |---|---|\n  | 1 | 起草 |\n").codes.isEmpty)
    let beyond = try read(head + "> | 1 | 起草 | 多 |\n")
    #expect(beyond.diagnostics.map(\.message).first?.contains("多 1 格") == true)
  }
}
