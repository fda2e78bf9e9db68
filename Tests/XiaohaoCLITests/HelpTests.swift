import Testing
import XiaohaoCLI

/// Help of the program, of its commands and of their parts.
struct HelpTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var line: String
    var words: [String]
    var testDescription: String { line }
  }

  static let rows: [Row] = [
    Row(line: "help", words: ["建账与导入：", "import, 导入"]),
    Row(line: "--help", words: ["建账与导入：", "import, 导入"]),
    Row(line: "", words: ["建账与导入：", "import, 导入"]),
    Row(line: "help import", words: ["xiaohao import", "--update"]),
    Row(line: "import --help", words: ["xiaohao import", "--update"]),
    Row(line: "导入 --help", words: ["xiaohao import", "--update"]),
    Row(line: "fact", words: ["xiaohao fact", "set, 登记", "import, 导入"]),
    Row(line: "help fact import", words: ["xiaohao fact import", "--confirm"]),
    Row(line: "bundle --help", words: ["verify, 校验", "bundle --out 报送材料.zip"]),
    Row(line: "help bundle make", words: ["--allow-missing", "--as-of"]),
    Row(line: "help exit-codes", words: ["76", "别人先写入了，或条目在看过之后变了，本次没有写入"]),
  ]

  @Test func `an example is never broken, and a sentence is laid out as a whole`() throws {
    let lines = try Desk().run("init --help").output.split(separator: "\n").map(String.init)
    #expect(
      lines.contains("例：xiaohao init --ledger 整改 --school 南岭工程职业学院 --list 反馈问题清单.xlsx"))
    let start = try #require(lines.firstIndex { $0.hasPrefix("不写 --list 时") })
    #expect(lines[start + 1].hasPrefix("或清单，Word、Excel、Markdown"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("学校自己的方案") }, "\(lines)")
    let collect = try Desk().run("collect --help").output
    #expect(collect.contains("\n例：xiaohao collect 来件 --into 收件\n    文件夹里的报送件"), "\(collect)")
  }

  @Test func `a table in a help text keeps its rows`() throws {
    let lines = try Desk().run("report --help").output.split(separator: "\n").map(String.init)
    let rows = lines.prefix { !$0.hasPrefix("例：") }.filter { $0.contains("  ") }
    #expect(rows.count == 8, "\(rows)")
    #expect(rows.contains("missing             倒排表            missing 学工部      一个部门的倒排表"))
    #expect(rows.last == "board               挂图（HTML 网页）")
  }

  @Test(arguments: rows)
  func `every command tells about itself on standard output`(_ row: Row) throws {
    let outcome = try Desk().run(row.line)
    #expect(outcome.status == .fine)
    #expect(outcome.messages.isEmpty)
    for words in row.words { #expect(outcome.output.contains(words), "\(outcome.output)") }
  }

  @Test func `help of an unknown command is a usage error`() throws {
    #expect(try Desk().run("impotr").status == .usage)
  }
}
