import Foundation
import TestSupport
import Testing

/// No module below the doors names a command or an option: what to do is a remedy.
struct DoorWordsTests {
  static let modules = [
    "TaskLedger", "OfficeFiles", "PlanImport", "LedgerStore", "LedgerReports", "LedgerDesk",
  ]

  /// The names and aliases of the commands, as help lists them.
  private static func commands() throws -> [String] {
    let page = try Desk().run("--help").output
    return page.split(separator: "\n").flatMap { line -> [String] in
      guard let match = line.wholeMatch(of: #/ {2}([a-z]+)((?:, [^ ,]+)*)(?: .*)?/#) else {
        return []
      }
      return [String(match.1)] + match.2.split(separator: ", ").map { String($0) }
    }
  }

  /// The literal text of a line of code: what stands between quotation marks, not in a comment.
  private static func literals(of line: Substring) -> String {
    guard line.firstMatch(of: /^\s*\/\//) == nil else { return "" }
    return line.matches(of: /"(?:[^"\\]|\\.)*"?/).map { String($0.0) }.joined(separator: " ")
  }

  private static func files(in folder: String, _ type: String) -> [URL] {
    let url = SharedDocuments.repository.appendingPathComponent(folder)
    let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == type }
      .sorted { $0.path < $1.path }
  }

  @Test func `no module below the doors says a command`() throws {
    let commands = try Self.commands()
    #expect(commands.count > 40 && commands.contains("import") && commands.contains("导入"))
    let named = try Regex("xiaohao (?:\(commands.joined(separator: "|")))(?![a-z])")
    for module in Self.modules {
      for file in Self.files(in: "Sources/\(module)", "swift") {
        for (number, line) in try Self.lines(of: file) {
          let text = Self.literals(of: line)
          #expect(text.firstMatch(of: named) == nil, "\(file.lastPathComponent):\(number) \(line)")
          let isChinese = text.contains {
            $0.unicodeScalars.contains(where: \.properties.isIdeographic)
          }
          #expect(
            !isChinese
              || text.replacing(/(?:pandoc|soffice) --version/, with: "")
                .firstMatch(of: /(?:^|[^-!])--[a-z]/) == nil,
            "an option: \(file.lastPathComponent):\(number) \(line)")
        }
      }
    }
  }

  @Test func `no paper says a command`() throws {
    for file in Self.files(in: "templates", "mustache") {
      #expect(try !String(contentsOf: file, encoding: .utf8).contains("xiaohao "), "\(file.path)")
    }
  }

  private static func lines(of file: URL) throws -> [(Int, Substring)] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }
}
