import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// After a power cut at any call, with the last writes half there, every ledger opens and holds
/// every acknowledged entry with its evidence.
@Suite(.enabled(if: SystemCalls.isPossible, SystemCalls.absence))
struct TornPageTests {
  @Test(arguments: ["note", "attach"])
  func `every ledger that a power cut leaves holds what was acknowledged`(_ kind: String) throws {
    let cabinet = try Cabinet()
    let root = cabinet.root.resolvingSymlinksInPath().path + "/ledger"
    let before = try cabinet.open(.reading).head().sequence
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls("fault-writer", [root, "甲", "2", kind])
    let count = try PowerCut.cut(lines, on: disk, chances: FaultRuns.isLong ? 100 : 3) {
      survivor, told, about in
      let acknowledged = Survivor.acknowledged(in: told)
      let found = try Survivor(folder: LedgerFolder(path: survivor)).check(acknowledged, about)
      let whole = before + acknowledged.count
      // The entry that was on its way may be there too.
      #expect((whole...whole + 1).contains(found.entries), "\(about)")
    }
    #expect(count > 80)
    FaultRuns.report("torn pages, \(kind): \(count) ledgers, each whole with what was acknowledged")
  }

  @Test func `a new ledger is there whole, or not at all`() throws {
    try ScratchFolder.with { scratch in
      let root = URL(fileURLWithPath: scratch).resolvingSymlinksInPath().path
      let disk = try TornDisk(root: root)
      let lines = try PowerCut.calls(
        "xiaohao",
        ["init", "--ledger", root + "/台账", "--school", "某校", "--today", "2020-07-20"])
      let count = try PowerCut.cut(lines, on: disk, chances: FaultRuns.isLong ? 50 : 2) {
        survivor, told, about in
        let folder = LedgerFolder(path: survivor + "/台账")
        guard folder.hasLedger else {
          #expect(told.isEmpty, "\(about)")
          return
        }
        let store = try LedgerStore(opening: folder, for: .reading)
        #expect(store.verify().isSound, "\(about)")
        #expect(try store.head().sequence == 2, "\(about)")
        // What comes next finds its place, whatever was lost beside the log.
        let vault = EvidenceVault(folder: folder)
        let staged = try vault.stage(text: "材料", named: "材料.txt")
        try vault.place(staged)
        #expect(vault.condition(of: staged.digest) == .sound, "\(about)")
      }
      #expect(count > 40)
      FaultRuns.report("torn pages, init: \(count) folders, each with a whole ledger or none")
    }
  }

  /// With one kind of waiting left out, some power cut takes something away: the disk of the tests
  /// would see it.
  @Test(arguments: ["ledger.sqlite-journal", "ledger.sqlite", "ledger", "evidence"])
  func `without a wait some ledger is damaged or lacks what was acknowledged`(_ part: String)
    throws
  {
    let cabinet = try Cabinet()
    let root = cabinet.root.resolvingSymlinksInPath().path + "/ledger"
    let disk = try TornDisk(root: root)
    let lines = try PowerCut.calls("fault-writer", [root, "甲", "1", "attach"]).filter { line in
      guard ["fsync", "fdatasync"].contains(line.name), let path = line.descriptor else {
        return true
      }
      // Of evidence the files and all folders they lie in.
      return part == "evidence" ? !path.contains("/evidence") : !path.hasSuffix("/" + part)
    }
    var harmed = 0
    _ = try PowerCut.cut(lines, on: disk, chances: 10) { survivor, told, _ in
      let folder = LedgerFolder(path: survivor)
      let acknowledged = Survivor.acknowledged(in: told)
      let store = try? LedgerStore(opening: folder, for: .reading)
      let entries = try? store?.entries()
      let isWhole = store?.verify().isSound == true
      let isThere = acknowledged.allSatisfy { $0.sequence <= (entries ?? []).count }
      if !isWhole || !isThere { harmed += 1 }
    }
    #expect(harmed > 0)
  }

  /// The disk of the tests tears: a file written in two sectors can be left with one of them.
  @Test func `the disk tears what was not waited for, and nothing else`() throws {
    try ScratchFolder.with { scratch in
      let root = URL(fileURLWithPath: scratch).resolvingSymlinksInPath().path
      try Data("ab".utf8).write(to: URL(fileURLWithPath: root + "/file"))
      var disk = try TornDisk(root: root)
      let page = [UInt8](repeating: 1, count: 1024)
      let hex = page.map { _ in "\\x01" }.joined()
      let write = SystemCalls.Line(
        name: "pwrite64", words: Substring("3<\(root)/file>, \"\(hex)\", 1024, 0"))
      try disk.take(write)
      var left: Set<[UInt8]> = []
      for seed in 0..<40 {
        try ScratchFolder.with { survivor in
          try disk.leave(.chance(SplitMix64(seed: UInt64(seed))), in: survivor + "/x")
          left.insert([UInt8](try Data(contentsOf: URL(fileURLWithPath: survivor + "/x/file"))))
        }
      }
      let first = Array(page[..<512])
      let second = Array("ab".utf8) + [UInt8](repeating: 0, count: 510) + first
      #expect(left == [Array("ab".utf8), page, first, second])
      try disk.take(SystemCalls.Line(name: "fsync", words: Substring("3<\(root)/file>")))
      #expect(!disk.isUnsettled)
    }
  }
}
