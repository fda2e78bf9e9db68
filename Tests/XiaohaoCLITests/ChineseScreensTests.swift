import Foundation
import TaskLedger
import TestSupport
import Testing
import XiaohaoCLI

/// Nothing English stands on a screen of staff: help of every command, and usage errors.
struct ChineseScreensTests {
  /// What may stay in Latin letters: names of programs, formats and encodings.
  static let names: Set<String> = [
    "xiaohao", "XIAOHAO", "ACTOR", "Word", "Excel", "WPS", "PDF", "JSON", "CSV", "Markdown", "HTML",
    "zip", "UTF-8", "SHA-256", "sha256sum", "MiB", "iCalendar", "pandoc", "LibreOffice", "md",
    "docx", "xlsx", "csv",
    "pdf", "html", "ics", "json", "usage", "IP", "Q3",
  ]

  /// The Latin words of a screen that are no command, option, file name or blank.
  static func english(in screen: String, commands: Set<String>) -> [String] {
    let plain = screen.replacing(/(?:^|[^A-Za-z0-9])--?[a-z][a-z-]*/, with: " ")
      .replacing(/[^\s「」：；，、（）]*\.[a-z0-9]{2,8}\b/, with: " ")
    return plain.replacing(/(?:^|[^A-Za-z0-9])[0-9][A-Za-z0-9-]*/, with: " ").matches(
      of: /[A-Za-z][A-Za-z0-9]*(?:-[a-z0-9]+)*/
    ).map { String($0.0) }
      .filter { !names.contains($0) && !commands.contains($0) && $0.count > 1 }
  }

  /// Every command with its parts, as typed after `xiaohao`.
  private static func commands(_ desk: Desk) -> [[String]] {
    var found: [[String]] = []
    var open: [[String]] = [[]]
    while let path = open.popLast() {
      found.append(path)
      let page = desk.run(path + ["--help"]).output
      // Parts are listed after a heading that ends with a full-width colon, and not as options.
      guard page.contains("<命令>") else { continue }
      let entries = page.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^  ([a-z]+)(?:,| |$)/).map { path + [String($0.1)] }
      }
      open += entries
    }
    return found
  }

  /// The names of all commands, read once.
  private static let commandNames = (try? commands(Desk()).flatMap(\.self)) ?? []

  @Test func `help of every command is Chinese`() throws {
    let desk = try Desk()
    let all = Self.commands(desk)
    #expect(all.count > 45)
    let names = Set(all.joined() + Self.topics + Self.values + CheckRegistry.all.map(\.name))
    for path in all {
      let outcome = desk.run(path + ["--help"])
      #expect(outcome.status == .fine)
      let english = Self.english(in: outcome.output, commands: names)
      #expect(english.isEmpty, "xiaohao help \(path.joined(separator: " ")): \(english)")
      #expect(outcome.output.contains("用法：xiaohao"))
    }
    for topic in ["exit-codes", "deadline", "退出码", "时限"] {
      let outcome = desk.run("help \(topic)")
      #expect(outcome.status == .fine)
      #expect(Self.english(in: outcome.output, commands: names).isEmpty, "\(outcome.output)")
    }
  }

  /// Topics of help, codes and values that are typed as they stand.
  static let topics = ["exit-codes", "deadline", "licences", "help", "year-assumed"]
  static let values = [
    "monthly", "self-evaluation", "reform", "filing-form", "ledger", "evidence-index", "department",
    "board", "hand-in", "tasks", "templates", "evidence", "reference", "printed", "minutes",
    "missing", "names", "sha256sum", "sha", "owner", "office", "leader", "administrator",
  ]

  @Test(arguments: [
    "import", "import a b c", "list --bogus", "list --overdu", "list --due-within",
    "list --due-within x",
    "list -x", "show", "close 3.1", "close 3.1 --opinion", "list --json=1", "submit",
    "extend request 3.1",
    "note 1.1 开会 --on 八月", "meeting open 八月", "report monthly 2020-08 --format doc", "attach 3.1",
    "rollup", "export", "restore a.zip", "init", "fact set", "gap raise", "help bogus",
    "revise 3.1",
    "verify one two", "deadline", "void", "undo x --reason 错", "templates export", "fact",
    "fact --json",
    "bogus", "--bogus", "rollup . --format doc", "--generate-completion-script bogus",
  ])
  func `usage errors are Chinese`(_ line: String) throws {
    let desk = try Desk()
    let outcome = desk.run(line)
    let names = Set(Self.commandNames + Self.topics + Self.values)
    // What was typed is quoted as typed; codes stand in brackets.
    var screen = (outcome.messages + outcome.output).replacing(/\[[a-z-]+\]/, with: " ")
    for word in line.split(separator: " ") {
      screen = screen.replacing("'\(word)'", with: " ").replacing("「\(word)」", with: " ")
    }
    let english = Self.english(in: screen, commands: names.union(["zsh", "bash", "fish"]))
    #expect(english.isEmpty, "\(english) in \(outcome.messages)\(outcome.output)")
  }

  @Test func `help is laid out for double-width characters`() throws {
    let page = try Desk().run("help").output
    let lines = page.split(separator: "\n").filter {
      $0.hasPrefix("  import") || $0.hasPrefix("  show")
    }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains(/^  [a-z]+, \p{Han}+ +\p{Han}+：/) }, "\(page)")
    let groups = ["建账与导入：", "办理：", "例会与数据：", "材料：", "人员与网页：", "台账："]
    let places = groups.compactMap { page.firstRange(of: $0)?.lowerBound }
    #expect(places.count == groups.count)
    #expect(places == places.sorted())
  }

  @Test func `the version names where the licences are, and the licences are printed`() throws {
    let desk = try Desk()
    #expect(desk.run("--version").output.hasPrefix("xiaohao 0."))
    #expect(desk.run("--version").output.contains("xiaohao help licences"))
    let notice = desk.run("help licences").output
    let file = SharedDocuments.repository.appendingPathComponent("NOTICE")
    #expect(notice == (try String(contentsOf: file, encoding: .utf8)))
    #expect(desk.run("help 许可").output == notice)
  }

  @Test func `every library of the manifest has its notice`() throws {
    let root = SharedDocuments.repository
    let manifest = try String(
      contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let notice = try String(contentsOf: root.appendingPathComponent("NOTICE"), encoding: .utf8)
    let keys =
      manifest.matches(of: /\.package\(\s*url: "[^"]*\/([^"\/]+?)(?:\.git)?"/).map { String($0.1) }
      + manifest.matches(of: /pkgConfig: "([^"]+)"/).map { String($0.1) }
    #expect(keys.count >= 6)
    let known = notice.split(separator: "\n").filter { $0.hasPrefix("代号：") }.joined(separator: "、")
    for key in keys {
      #expect(known.contains(key), "NOTICE has no section for \(key)")
    }
  }
}
