import Foundation
import LedgerStore
import TaskLedger
import Testing

/// Every call to the system that writes is made to fail, or is the writer's last, one after the
/// other; strace does it from outside, so the program is the one that people run.
struct SystemCallTests {
  private static let isPossible: Bool = {
    // Some containers have strace but may not trace.
    guard FaultRuns.isLong, let strace = Child.tool("strace") else { return false }
    return (try? Child.run(strace, ["-o", "/dev/null", "/bin/true"]))?.status == 0
  }()
  private static let absence: Comment =
    "runs in `make faults` where strace is installed and may trace"

  /// Runs a program with a fault injected; tells whether the fault came about.
  private func run(_ fault: String, _ program: String, _ arguments: [String]) throws -> (
    ending: Child.Ending, isReached: Bool
  ) {
    let strace = try #require(Child.tool("strace"))
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-strace-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let calls = try #require(fault.split(separator: ":").first)
    let ending = try Child.run(
      strace,
      ["-f", "-o", log.path, "-e", "trace=\(calls)", "-e", "inject=\(fault)", program] + arguments)
    let told = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    return (ending, told.contains("(INJECTED)") || told.contains("killed by SIGKILL"))
  }

  private static let calls = [
    "pwrite64", "write", "fsync", "fdatasync", "rename", "unlink", "ftruncate", "mkdir", "openat",
  ]

  @Test(.enabled(if: isPossible, absence), arguments: ["SIGKILL", "ENOSPC", "EIO", "EACCES"])
  func `a writer fails at every single call`(_ fault: String) throws {
    var (runs, acknowledged) = (0, 0)
    for call in Self.calls {
      let cabinet = try Cabinet()
      var before = try cabinet.open(.reading).head().sequence
      // Opening the libraries comes first and fails the same way each time.
      var number = call == "openat" ? 12 : 1
      while true {
        let injected =
          fault == "SIGKILL"
          ? "\(call):signal=SIGKILL:when=\(number)" : "\(call):error=\(fault):when=\(number)"
        let (ending, isReached) = try run(
          injected, Child.path(of: "fault-writer"), [cabinet.folder.path, "甲", "2", "both"])
        let seen = Survivor.acknowledged(in: ending.output)
        let about = "\(injected) \(ending.messages)"
        let found = try Survivor(folder: cabinet.folder).check(seen, about)
        #expect((0...1).contains(found.entries - before - seen.count), "\(about)")
        before = found.entries
        guard isReached else { break }
        runs += 1
        acknowledged += seen.count
        number += 1
      }
      try Survivor(folder: cabinet.folder).tidy()
    }
    #expect(runs > 20)
    FaultRuns.report(
      "\(fault) at every call that writes: \(runs) runs, \(acknowledged) entries acknowledged "
        + "and all there, nothing half there")
  }

  @Test(
    .enabled(if: isPossible, absence),
    arguments: ["link,linkat:error=EPERM", "link,linkat,renameat2:error=EINVAL"])
  func `a share without hard links lets one of eight make a ledger`(_ fault: String) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-share-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let strace = try #require(Child.tool("strace"))
    for run in 0..<10 {
      let folder = LedgerFolder(path: root.appendingPathComponent("台账\(run)").path)
      let endings = try (1...8).map {
        try Child(
          strace,
          [
            "-f", "-o", "/dev/null", "-e", "inject=\(fault)", Child.path(of: "xiaohao"), "init",
            "--ledger", folder.path, "--school", "学校\($0)", "--today", "2020-07-20",
          ])
      }.map { $0.wait() }
      #expect(endings.count { $0.status == 0 } == 1, "\(endings.map(\.messages))")
      #expect(endings.allSatisfy { [0, 1, 2].contains($0.status) })
      #expect(try LedgerStore(opening: folder, for: .reading).verify().findings.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["evidence", "ledger.sqlite"])
    }
    FaultRuns.report("share where \(fault): 10 × 8 making a ledger, one winner each")
  }

  @Test(
    .enabled(if: isPossible, absence),
    arguments: [("error=EOPNOTSUPP", "locks-refused"), ("retval=0", "locks-without-effect")])
  func `a share without locks is called so`(_ fault: String, _ code: String) throws {
    let cabinet = try Cabinet()
    let ledger = ["--ledger", cabinet.folder.path, "--today", "2020-07-20"]
    let program = Child.path(of: "xiaohao")
    let seen = try run("fcntl:\(fault)", program, ["doctor"] + ledger).ending
    #expect(seen.status == 1)
    #expect(seen.messages.contains("[\(code)]"), "\(seen.messages)")
    if code == "locks-refused" {
      let note = ["note", "1.1", "进展", "--actor", "学工部"] + ledger
      let refused = try run("fcntl:\(fault)", program, note).ending
      #expect(refused.status == 74)
      #expect(refused.messages.contains("[locks-refused]"), "\(refused.messages)")
    }
    #expect(try cabinet.open(.reading).verify().findings.isEmpty)
    FaultRuns.report("share where fcntl \(fault): the doctor says \(code)")
  }
}
