import Foundation
import TestSupport
import Testing

/// `Security.md` promises nothing that no test shows.
struct SecurityPromiseTests {
  private let text: String
  /// The names of all suites of the package.
  private let suites: Set<String>

  init() throws {
    text = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent(
        "Sources/TaskLedger/Documentation.docc/Security.md"), encoding: .utf8)
    let folder = SharedDocuments.repository.appendingPathComponent("Tests")
    var suites: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      suites.formUnion(source.matches(of: /(?m)^struct (\w+Tests)\b/).map { String($0.1) })
    }
    self.suites = suites
  }

  private static func named(in text: some StringProtocol) -> [String] {
    String(text).matches(of: /`(\w+Tests)`/).map { String($0.1) }
  }

  @Test func `every suite that is named exists`() {
    let named = Set(Self.named(in: text))
    #expect(named.count > 40)
    #expect(named.subtracting(suites).isEmpty)
  }

  @Test func `every promise names the suite that shows it`() {
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .filter { !$0.hasPrefix("| promise ") && !$0.hasPrefix("|---") }
    #expect(rows.count > 25)
    for row in rows {
      let cells = row.split(separator: "|")
      #expect(cells.count == 4, "\(row)")
      #expect(!Self.named(in: cells.last ?? "").isEmpty, "\(row)")
    }
  }

  /// What is said outside of the tables: each paragraph of the sections that promise something.
  @Test(arguments: ["What the anchor proves", "Evidence and its limit", "When something is wrong"])
  func `every paragraph that promises something names its suite`(_ heading: String) throws {
    let sections = text.components(separatedBy: "\n## ")
    let section = try #require(sections.first { $0.hasPrefix(heading + "\n") })
    for paragraph in section.components(separatedBy: "\n\n").dropFirst() {
      #expect(!Self.named(in: paragraph).isEmpty, "\(paragraph)")
    }
  }
}
