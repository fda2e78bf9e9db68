import Foundation
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// Writers are killed with SIGKILL: what was acknowledged is there, nothing is half there.
struct KillTests {
  private let writer = Child.path(of: "fault-writer")

  @Test func `a writer is killed at every step of attach and append`() throws {
    let occurrences = FaultRuns.isLong ? 4 : 1
    var runs = 0
    for occurrence in 1...occurrences {
      let cabinet = try Cabinet()
      for step in StoreStep.allCases {
        for kind in ["attach", "note"] {
          let ending = try Child.run(
            writer,
            [cabinet.folder.path, "甲", "4", kind, step.rawValue, String(occurrence)])
          let isOfEvidence: Bool
          switch step {
          case .stagingBegun, .pieceStaged, .staged, .moved, .placed: isOfEvidence = true
          case .transactionBegun, .decided, .entryWritten, .committing, .committed:
            isOfEvidence = false
          }
          #expect(ending.wasKilled == (kind == "attach" || !isOfEvidence), "\(step) \(kind)")
          let acknowledged = Survivor.acknowledged(in: ending.output)
          let wanted = ending.wasKilled ? occurrence - 1 : 4
          #expect(acknowledged.count == wanted, "\(step) \(ending.messages)")
          try Survivor(folder: cabinet.folder).check(acknowledged, "\(step) \(kind)")
          runs += 1
        }
      }
      try Survivor(folder: cabinet.folder).tidy()
    }
    FaultRuns.report("killed at every named step: \(runs) runs, nothing lost or half there")
  }

  @Test func `a writer is killed at a random moment`() throws {
    let runs = FaultRuns.count(12)
    var random = SplitMix64(seed: 20_200_720)
    var (acknowledged, unacknowledged, strangers) = (0, 0, 0)
    var cabinet = try Cabinet()
    var before = try cabinet.open(.reading).head().sequence
    for run in 0..<runs {
      if run % 25 == 24 {
        try Survivor(folder: cabinet.folder).tidy()
        cabinet = try Cabinet()
        before = try cabinet.open(.reading).head().sequence
      }
      // A name of its own: what the writer before said last, said once more, is recorded once.
      let child = try Child(writer, [cabinet.folder.path, "甲\(run)", "1000", "both"])
      usleep(UInt32.random(in: 0..<120_000, using: &random))
      child.stop()
      let ending = child.wait()
      #expect(ending.wasKilled, "\(ending.messages)")
      let seen = Survivor.acknowledged(in: ending.output)
      let found = try Survivor(folder: cabinet.folder).check(seen, "run \(run)")
      let new = found.entries - before - seen.count
      // At most the one entry whose acknowledgement was on its way.
      #expect((0...1).contains(new), "run \(run)")
      acknowledged += seen.count
      unacknowledged += new
      strangers = max(strangers, found.strangers)
      before = found.entries
    }
    FaultRuns.report(
      "killed at a random moment: \(runs) runs, \(acknowledged) entries acknowledged and all there, "
        + "\(unacknowledged) committed before their acknowledgement, none lost or half there")
  }

  @Test func `a backup and a restored ledger are whole or not there`() throws {
    let runs = min(FaultRuns.count(6), 300)
    let program = Child.path(of: "xiaohao")
    let cabinet = try Cabinet()
    for number in 1...4 { try cabinet.attach(String(repeating: "材料\(number)", count: 40_000)) }
    let ledger = ["--ledger", cabinet.folder.path, "--today", "2020-07-20"]
    let whole = cabinet.root.appendingPathComponent("备份.zip").path
    #expect(try Child.run(program, ["backup", whole] + ledger).status == 0)
    let expected = try Data(contentsOf: URL(fileURLWithPath: whole))
    var random = SplitMix64(seed: 38)
    var (present, absent) = (0, 0)
    for run in 0..<runs {
      let target = cabinet.root.appendingPathComponent("新\(run)").path
      let isRestore = run.isMultiple(of: 2)
      let child = try Child(
        program,
        isRestore
          ? ["restore", whole, "--ledger", target] : ["backup", target] + ledger)
      usleep(UInt32.random(in: 0..<400_000, using: &random))
      child.stop()
      _ = child.wait()
      guard FileManager.default.fileExists(atPath: target) else {
        absent += 1
        continue
      }
      present += 1
      if isRestore {
        let store = try LedgerStore(opening: LedgerFolder(path: target), for: .reading)
        #expect(store.verify().findings.isEmpty)
        #expect(try store.head() == (try cabinet.open(.reading).head()))
      } else {
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == expected)
      }
      try FileManager.default.removeItem(atPath: target)
    }
    FaultRuns.report(
      "backup and restore killed at a random moment: \(runs) runs, \(present) whole, "
        + "\(absent) not there")
  }
}
