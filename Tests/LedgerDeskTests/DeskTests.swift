import Foundation
import LedgerDesk
import LedgerReports
import LedgerStore
import TaskLedger
import TestSupport
import Testing

/// The acts of the desk, without any front end.
struct DeskTests {
  private func item(_ clause: String) throws -> ItemID { .clause(try #require(ClauseID(clause))) }

  @Test func `a desk without a ledger says so, and previews a plan all the same`() throws {
    let desk = Desk(
      folder: nil, searchPath: nil, programVersion: "test 1",
      clock: { Instant(seconds: 1_596_240_000, offsetMinutes: 480) })
    let moment = try desk.moment()
    let error = OpenDesk.error { () throws(DeskError) in _ = try desk.snapshot(asOf: moment.today) }
    #expect(error?.kind == .unreadableInput)
    #expect(error?.diagnostics.map(\.code) == ["ledger-missing"])
    let plan = SharedDocuments.repository.appendingPathComponent("tasks/example-plan.docx").path
    let outcome = try desk.importPlan(
      .path(plan), update: false, by: nil, at: moment, dryRun: true)
    #expect(outcome.items.count == 27 && outcome.recorded == 0)
    #expect(outcome.notes.last?.code == "preview-without-ledger")
  }

  @Test func `what is said before a refusal is kept with the refusal`() throws {
    try OpenDesk.with { open in
      let plan =
        "# 别校方案\n\n|任务|序号|改革内容|落实措施|完成时限|实施部门|\n|-|-|-|-|-|-|\n"
        + "|一、明确职能|1|制定计划|1.发文|2020年6月|校团委|\n"
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try open.desk.importPlan(
          .content(Array(plan.utf8), name: "别校.md"), update: false, by: open.clerk,
          at: open.moment, dryRun: false)
      }
      #expect(error?.kind == .refused)
      #expect((error?.diagnostics.count ?? 0) > 0)
    }
  }

  @Test func `evidence counts from its own day, but not from before the plan`() throws {
    try OpenDesk.with { open in
      var evidence = HandedEvidence(
        items: [try item("1.1")], paths: [try open.write("通知.pdf", Array("%PDF-1.4".utf8))])
      let imported = try #require(
        try open.desk.snapshot(asOf: open.moment.today).ledger[evidence.items[0]]?.importedOn)
      evidence.date = CivilDate("2019-01-01")
      let receipt = try open.desk.attach(evidence, by: open.clerk, at: open.moment, dryRun: false)
      #expect(receipt.entries.first?.effective == imported)
    }
  }

  @Test func `every file that cannot be taken is named, and none is recorded`() throws {
    try OpenDesk.with { open in
      let good = try open.write("好.txt", Array("好".utf8))
      let empty = try open.write("空.txt", [])
      let evidence = HandedEvidence(
        items: [try item("1.1")], paths: [good, empty, open.folder + "/没有.txt"])
      let before = try open.desk.snapshot(asOf: open.moment.today)
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try open.desk.attach(evidence, by: open.clerk, at: open.moment, dryRun: false)
      }
      #expect(error?.diagnostics.count == 2)
      let after = try open.desk.snapshot(asOf: open.moment.today)
      #expect(after.headCode == before.headCode)
      let staging = open.folder + "/台账/evidence/.staging"
      #expect((try? FileManager.default.contentsOfDirectory(atPath: staging)) ?? [] == [])
    }
  }

  @Test func `a rule that refuses and a faster writer are told apart`() {
    let rejection = LedgerRejection(.item(.unknown(.own(9), nearest: [])))
    #expect(DeskError(AppendError.refused(rejection)).kind == .refused)
    let overtaken = DeskError(AppendError.overtaken(rejection, by: []))
    #expect(overtaken.kind == .overtaken)
    #expect(overtaken.diagnostics.map(\.code) == ["overtaken"] + rejection.diagnostics.map(\.code))
  }

  @Test func `an entry is taken back, and an unknown one is refused`() throws {
    try OpenDesk.with { open in
      let id = try item("1.1")
      let note = try open.desk.append(
        { _ in [.note(id, text: "记错了")] }, concerning: [id], by: open.clerk, at: open.moment,
        dryRun: false)
      let sequence = try #require(note.entries.first?.sequence)
      _ = try open.desk.undo(
        sequence, reason: "记错", by: open.clerk, at: open.moment, dryRun: false)
      let state = try open.desk.snapshot(asOf: open.moment.today).ledger[id]
      #expect(state?.notes.isEmpty == true)
      let error = OpenDesk.error { () throws(DeskError) in
        _ = try open.desk.undo(
          999, reason: "记错", by: open.clerk, at: open.moment, dryRun: false)
      }
      #expect(error?.diagnostics.map(\.code) == ["entry-unknown"])
    }
  }

  @Test func `two desks work on one ledger at the same time`() throws {
    try OpenDesk.with { open in
      let id = try item("1.1")
      let first = try open.desk.snapshot(asOf: open.moment.today)
      DispatchQueue.concurrentPerform(iterations: 8) { place in
        _ = try? open.desk.append(
          { _ in [.note(id, text: "第 \(place) 条")] }, concerning: [id], by: open.clerk,
          at: open.moment, dryRun: false)
      }
      let after = try open.desk.snapshot(asOf: open.moment.today)
      #expect(after.ledger[id]?.notes.count == 8)
      #expect(first.headCode != after.headCode)
      let verification = try open.desk.verify(anchor: first.headCode)
      #expect(verification.isSound)
    }
  }

  @Test func `a month is sealed with the text that is printed afterwards`() throws {
    try OpenDesk.with { open in
      let month = try #require(CivilMonth("2020-07"))
      let clerk = Clerk(name: "领导小组办公室")
      _ = try open.desk.openMeeting(month, by: clerk, at: open.moment, dryRun: false)
      _ = try open.desk.sealMonth(month, by: clerk, at: open.moment, dryRun: false)
      let sealed = try open.desk.printer(templates: nil, at: open.moment)
        .text(.monthly(month), asOf: nil)
      #expect(sealed.day == month.lastDay)
      let again = try open.desk.printer(templates: nil, at: open.moment)
        .text(.monthly(month), asOf: open.moment.today)
      #expect(again.text == sealed.text)
    }
  }

  @Test func `a backup is restored to the same head`() throws {
    try OpenDesk.with { open in
      let file = open.folder + "/备份.zip"
      let backup = try open.desk.backUp(
        to: file, allowsDamage: false, at: open.moment, dryRun: false)
      let other = Desk(
        folder: open.folder + "/另一处", searchPath: nil, programVersion: "test 1",
        clock: open.desk.clock)
      let restored = try other.restore(from: file, allowsDamage: false, dryRun: false)
      #expect(restored == backup.manifest)
      #expect(backup.manifest.program == "test 1")
      let heads = try [open.desk, other].map { try $0.snapshot(asOf: open.moment.today).headCode }
      #expect(heads[0] == heads[1])
    }
  }

  @Test func `figures that look doubtful are asked about before anything is recorded`() throws {
    try OpenDesk.with { open in
      let table = InputFile.content(
        Array("|名称|数值|\n|-|-|\n|工作人员|31|\n|来自院系|31|\n".utf8), name: "数.md")
      func importFacts(confirmed: Bool) throws(DeskError) -> FactImport {
        try open.desk.importFacts(
          table, hasSource: true, countedOn: nil, isConfirmed: confirmed, by: open.clerk,
          at: open.moment, dryRun: false)
      }
      let asked = OpenDesk.error { () throws(DeskError) in _ = try importFacts(confirmed: false) }
      #expect(asked?.diagnostics.last?.code == "facts-not-confirmed")
      let facts = try open.desk.snapshot(asOf: open.moment.today).ledger.facts
      #expect(facts.isEmpty)
      let recorded = try importFacts(confirmed: true).recorded
      #expect(recorded == 2)
    }
  }

  @Test func `a folder is examined with a remedy for each finding`() throws {
    try OpenDesk.with { open in
      _ = try open.write("台账/evidence/.staging/半份", [1])
      let examination = try open.desk.examine(.preview, at: open.moment)
      #expect(examination.findings.allSatisfy { $0.remedy != nil })
      #expect(examination.damageCount == 0 && examination.record?.entryCount ?? 0 > 0)
    }
  }
}
