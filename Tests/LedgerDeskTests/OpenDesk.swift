import Foundation
import LedgerDesk
import TaskLedger
import TestSupport

/// A desk with a ledger in a folder of its own that holds the sample plan, as of 1 August 2020.
struct OpenDesk {
  /// The desk.
  let desk: Desk
  /// The folder that holds the ledger's folder.
  let folder: String
  /// Who acts.
  let clerk = Clerk(name: "学工部")
  /// When.
  let moment: Moment

  /// Runs a body with a ledger and removes it.
  static func with(_ body: (OpenDesk) throws -> Void) throws {
    try ScratchFolder.with { folder in
      let clock = Instant(seconds: 1_596_240_000, offsetMinutes: 480)
      let desk = Desk(
        folder: folder + "/台账", searchPath: "/nowhere", programVersion: "test 1",
        clock: { clock })
      let moment = try desk.moment()
      _ = try desk.openLedger(
        school: "南岭工程职业学院", reviewers: ["领导小组办公室"], list: nil, by: nil, at: moment,
        dryRun: false)
      let plan = SharedDocuments.repository.appendingPathComponent("tasks/example-plan.docx").path
      _ = try desk.importPlan(
        .path(plan), update: false, by: nil, at: moment, dryRun: false)
      let open = OpenDesk(desk: desk, folder: folder, moment: moment)
      _ = try desk.append(
        { ledger in ledger.liveItems.map { .start($0.id) } }, by: open.clerk, at: moment,
        dryRun: false)
      try body(open)
    }
  }

  /// Writes a file beside the ledger and returns its path.
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The error of a body that must fail.
  static func error(_ body: () throws(DeskError) -> Void) -> DeskError? {
    do throws(DeskError) {
      try body()
      return nil
    } catch {
      return error
    }
  }
}
