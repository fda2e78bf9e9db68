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
    Row(line: "help exit-codes", words: ["76"]),
  ]

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
