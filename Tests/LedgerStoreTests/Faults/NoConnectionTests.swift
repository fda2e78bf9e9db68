import Foundation
import Testing

/// The program asks the system for no way into a network, whatever it does with a ledger.
@Suite(.enabled(if: SystemCalls.isPossible, SystemCalls.absence))
struct NoConnectionTests {
  @Test func `no command opens a connection`() throws {
    let cabinet = try Cabinet()
    try cabinet.attach("材料")
    let root = cabinet.root.resolvingSymlinksInPath().path
    let strace = try #require(Child.tool("strace"))
    for line in [
      "check", "list", "report ledger --output ROOT/a.md", "export --ics --output ROOT/a.ics",
      "sheet export --all --output ROOT/sheets", "bundle --out ROOT/out.zip --format md",
      "backup ROOT/backup.zip", "verify", "doctor", "rollup ROOT/ledger",
    ] {
      let log = root + "/calls"
      let words = line.replacing("ROOT", with: root).split(separator: " ").map(String.init)
      let ending = try Child.run(
        strace,
        ["-f", "-o", log, "-e", "trace=socket,connect,sendto", Child.path(of: "xiaohao")] + words
          + ["--ledger", root + "/ledger", "--today", "2020-07-20"])
      #expect([0, 1].contains(ending.status), "\(line): \(ending.messages)")
      let calls = try String(contentsOfFile: log, encoding: .utf8)
      #expect(!calls.isEmpty && !calls.contains("AF_INET"), "\(line): \(calls)")
    }
  }
}
