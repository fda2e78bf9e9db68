import Foundation
import TestSupport
import Testing

/// The README's tour, run as printed: every command of its blocks, in their order, with the built
/// program, in a folder that holds what `make demo` leaves.
struct ReadmeTourTests {
  /// A block of commands or of what they print.
  private struct Block {
    var language: String
    var lines: [String]
    /// The commands of the block: what begins with a program's name.
    var commands: [String] {
      lines.filter { line in
        ["xiaohao ", "cd ", "make ", "alias ", "sudo ", "brew "].contains { line.hasPrefix($0) }
      }
    }
  }

  private let readme: String
  private let program = Child.path(of: "xiaohao")

  init() throws {
    readme = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// Runs a body in a folder that has what the tour takes from the repository.
  private func inFolder(_ body: (_ root: String) throws -> Void) throws {
    try ScratchFolder.with { root in
      for part in ["tasks", "templates", "scripts"] {
        try FileManager.default.copyItem(
          at: SharedDocuments.repository.appendingPathComponent(part),
          to: URL(fileURLWithPath: root + "/" + part))
      }
      try body(root)
    }
  }

  private var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let whole = open {
          blocks.append(whole)
          open = nil
        } else {
          open = Block(language: String(line.dropFirst(3)), lines: [])
        }
      } else {
        open?.lines.append(String(line))
      }
    }
    return blocks.filter { $0.language.isEmpty }
  }

  /// The exit code that the README says a command has.
  private func wanted(_ line: String) -> String {
    // Errors in the plan are found; ledgers of one school lie in the folder several times.
    line.hasPrefix("xiaohao check") || line.hasPrefix("xiaohao rollup .. ") ? "1" : "0"
  }

  /// Whether the tools that a paper of the line needs are here; without them the program says so.
  private func canPrint(_ line: String) -> Bool {
    let hasPandoc = Shell.has("pandoc")
    if line.contains(".docx --") || line.hasSuffix(".docx") { return hasPandoc }
    return line.hasSuffix(".pdf") ? hasPandoc && Shell.has("soffice") : true
  }

  @Test func `every command runs in its order and prints what the page shows`() throws {
    try inFolder { root in try walk(in: root) }
  }

  private func walk(in root: String) throws {
    let demo = try Child.run(root + "/scripts/demo.sh", [program, root + "/demo-output"])
    #expect(demo.status == 0, "\(demo.messages)")
    let blocks = blocks
    var script = "cd \"$1\"\nprogram=$2\nxiaohao() { \"$program\" \"$@\"; }\n"
    var ran: [String] = []
    for block in blocks {
      for line in block.commands where line.hasPrefix("xiaohao ") || line.hasPrefix("cd ") {
        guard !line.hasPrefix("xiaohao serve ") else { continue }
        script += "\(line)\nprintf '@@@ %s\\n' $?\n"
        ran.append(line)
      }
    }
    #expect(ran.count > 30)
    try Data(script.utf8).write(to: URL(fileURLWithPath: root + "/tour.sh"))
    let printed = try Shell.run(
      "bash", [root + "/tour.sh", root, program])
    let parts = printed.components(separatedBy: "@@@ ")
    #expect(parts.count == ran.count + 1)
    var output: [String: String] = [:]
    for (place, line) in ran.enumerated() where place + 1 < parts.count {
      let status = parts[place + 1].prefix { $0 != "\n" }
      let said = place == 0 ? parts[0] : String(parts[place].drop { $0 != "\n" })
      if canPrint(line) { #expect(String(status) == wanted(line), "\(line)\n\(said)") }
      output[line] = said
    }
    // A block without commands shows what the block before prints.
    for (before, block) in zip(blocks, blocks.dropFirst()) where block.commands.isEmpty {
      let said = before.commands.compactMap { output[$0] }.joined(separator: "\n")
      for line in block.lines { expect(line, in: said) }
    }
  }

  /// A line that is shown is printed, but for what the page leaves out (…) and the width of gaps.
  private func expect(_ line: String, in output: String) {
    let words = line.split(whereSeparator: \.isWhitespace).filter { $0 != "…" }
    let isThere = output.split(separator: "\n").contains { printed in
      var rest = printed[...]
      return words.allSatisfy { word in
        guard let range = rest.range(of: word) else { return false }
        rest = rest[range.upperBound...]
        return true
      }
    }
    #expect(isThere, "not printed: \(line)")
  }

  @Test(.enabled(if: Shell.has("curl"), "needs curl"))
  func `the page is served as printed, and its first link opens`() throws {
    try inFolder { root in try serve(in: root) }
  }

  private func serve(in root: String) throws {
    let line = try #require(
      blocks.flatMap(\.commands).first { $0.hasPrefix("xiaohao serve ") })
    let ledger = root + "/ledger"
    let made = try Child.run(
      program, ["init", "--ledger", ledger, "--school", "某校", "--today", "2020-07-20"])
    #expect(made.status == 0, "\(made.messages)")
    // A port that is free takes the place of the printed one; the page says which it is.
    let words = line.replacing(/:\d+$/, with: ":0").split(separator: " ").dropFirst()
    let log = root + "/served"
    let script = """
      cd "$1"; shift
      "$@" > "\(log)" 2>&1 &
      server=$!
      trap 'kill $server 2>/dev/null; wait $server' EXIT
      for try in $(seq 100); do grep -q '/link/' "\(log)" && break; sleep 0.1; done
      link=$(grep -o 'https\\?://[^ ]*/link/[^ ]*' "\(log)" | head -1)
      curl --insecure --silent --show-error --fail --noproxy '*' \
        "$(printf '%s' "$link" | sed -E 's#//[^/:]+#//127.0.0.1#')"
      """
    let page = try Shell.run(
      "bash", ["-c", script, "tour", ledger, program] + words.map(String.init))
    #expect(page.contains("<form") && page.contains("密码"), "\(page)")
  }

  @Test func `every file that is named is there`() {
    let linked = readme.matches(of: /\]\(([^)]+)\)/).map { String($0.1) }
    let coded = readme.matches(of: /`([^`\n]+)`/).map { String($0.1) }.filter {
      $0.contains(/^(Sources|tasks|templates|scripts|Benchmarks|Tests)\/\S+$/)
        || $0.contains(/^[A-Z]+(\.md)?$/) && !$0.hasPrefix("XIAOHAO")
    }
    #expect(linked.count + coded.count > 10)
    for name in linked + coded where !name.hasPrefix("http") {
      // An article may be named without its ending.
      let path = SharedDocuments.repository.appendingPathComponent(name).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }

  @Test func `every target of make that is named is one`() throws {
    let makefile = try String(
      contentsOf: SharedDocuments.repository.appendingPathComponent("Makefile"), encoding: .utf8)
    let named = Set(readme.matches(of: /\bmake ([a-z][a-z-]+)/).map { String($0.1) })
    #expect(named.count > 5)
    for target in named { #expect(makefile.contains("\n\(target):"), "\(target)") }
  }

  @Test func `every command and option in the text is one`() throws {
    var checked = 0
    for code in Set(readme.matches(of: /`([^`\n]+)`/).map { String($0.1) }).sorted() {
      var words = code.split(separator: " ").map(String.init)
      if words.first == "xiaohao" { words.removeFirst() }
      guard words.count > 1, let first = words.first, first.contains(/^[a-z]+(-[a-z]+)*$/),
        !["make", "sha256sum"].contains(first), words != ["help", "命令"]
      else { continue }
      if first == "help" {
        #expect(try Child.run(program, words).status == 0, "\(code)")
        continue
      }
      let isPaper =
        ["monthly", "self-evaluation", "department", "minutes"].contains(first)
      if isPaper { words.insert("report", at: 0) }
      var help = try Child.run(program, ["help"] + words.prefix(2).filter { !$0.hasPrefix("-") })
      if help.status != 0 { help = try Child.run(program, ["help", words[0]]) }
      #expect(help.status == 0, "\(code): \(help.messages)")
      for option in words where option.hasPrefix("--") {
        let name = String(option.prefix { $0 != "=" })
        #expect((help.output + help.messages).contains(name), "\(code): \(name)")
      }
      checked += 1
    }
    #expect(checked > 20)
  }
}
