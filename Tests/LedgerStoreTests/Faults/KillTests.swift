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
      let child = try Child(writer, [cabinet.folder.path, "甲", "1000", "both"])
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
}
