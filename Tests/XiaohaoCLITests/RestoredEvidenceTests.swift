import Foundation
import Testing
import XiaohaoCLI

/// A damaged file of evidence is put right by handing its original in again.
struct RestoredEvidenceTests {
  private let desk: Desk
  private let stored: String

  init() throws {
    desk = try Desk.withPlan()
    try desk.write("名单.txt", Array("原来的名单".utf8))
    desk.run("start 1.1 --actor 校团委 --ledger 台账 --today 2020-07-21")
    desk.run(
      "attach 1.1 名单.txt --measure 1 --actor 校团委 --ledger 台账 --today 2020-07-21")
    let shard = try #require(try desk.names(in: "台账/evidence").first { $0.count == 2 })
    let file = try #require(try desk.names(in: "台账/evidence/" + shard).first)
    stored = "台账/evidence/\(shard)/\(file)"
  }

  private func attach(_ options: String = "") -> Desk.Outcome {
    desk.run("attach 1.1 名单.txt\(options) --actor 校团委 --ledger 台账 --today 2020-07-22")
  }

  private var log: String { desk.run("export --events --ledger 台账").output }

  @Test(arguments: [" --measure 1", ""])
  func `a changed file is put back, and nothing is recorded twice`(_ options: String) throws {
    let before = log
    try desk.write(stored, Array("被换掉".utf8))
    let outcome = attach(options)
    #expect(outcome.status == .fine, "\(outcome.messages)")
    #expect(outcome.messages.contains("[evidence-restored]"), "\(outcome.messages)")
    #expect(outcome.messages.contains("证-1.1-01"))
    #expect(try desk.text(stored) == "原来的名单")
    #expect(log == before)
    #expect(desk.run("verify --ledger 台账").status == .fine)
  }

  @Test func `a missing file is put back`() throws {
    try FileManager.default.removeItem(atPath: desk.path(stored))
    #expect(attach(" --measure 1").status == .fine)
    #expect(try desk.text(stored) == "原来的名单")
  }

  @Test func `a try writes nothing`() throws {
    try desk.write(stored, Array("被换掉".utf8))
    let outcome = attach(" --measure 1 --dry-run")
    #expect(outcome.messages.contains("将用这次交来的原件放回"), "\(outcome.messages)")
    #expect(try desk.text(stored) == "被换掉")
  }

  @Test func `a sound file is refused as before, and another file heals nothing`() throws {
    #expect(attach(" --measure 1").messages.contains("evidence-already-attached"))
    try desk.write(stored, Array("被换掉".utf8))
    try desk.write("别的.txt", Array("别的".utf8))
    desk.run("attach 1.1 别的.txt --actor 校团委 --ledger 台账 --today 2020-07-22")
    #expect(try desk.text(stored) == "被换掉")
  }

  @Test func `the remedy of the damage names this way beside the backup`() throws {
    try desk.write(stored, Array("被换掉".utf8))
    let said = desk.run("verify --ledger 台账").messages
    #expect(said.contains("有原件的再交一次就放回原处：xiaohao attach 1.1 文件"), "\(said)")
    #expect(said.contains("没有的从备份找回"))
  }
}
