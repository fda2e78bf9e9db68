import Foundation
import GRDB
import LedgerStore
import TaskLedger
import TestSupport
import Testing

struct VerifyTests {
  private let cabinet: Cabinet

  init() throws {
    cabinet = try Cabinet()
    try cabinet.append(.start(cabinet.ids[0]))
    try cabinet.attach("实施方案全文")
    try cabinet.append(.submit(cabinet.ids[0], summary: "已印发"))
    try cabinet.append(.close(cabinet.ids[0], opinion: "同意"), actor: cabinet.office)
  }

  private func findings() throws -> [IntegrityFinding] {
    try cabinet.open(.reading).verify().findings
  }

  @Test func `a ledger that was only appended to is sound`() throws {
    let report = try cabinet.open(.reading).verify()
    #expect(report.findings.isEmpty)
    #expect(report.evidenceCount == 1)
    #expect(report.head == (try cabinet.open(.reading).head()))
  }

  @Test func `an anchor is found, and one of another ledger is not`() throws {
    let store = try cabinet.open(.reading)
    let code = try store.head(at: 3).code
    #expect(store.verify(anchor: code).isSound)
    let whole = try "3-" + store.head(at: 3).digest
    #expect(store.verify(anchor: whole).isSound)
    for wrong in [String(code.dropLast()), whole + "0", code + "x", "", "4" + code.dropFirst()] {
      #expect(!store.verify(anchor: wrong).isSound, "\(wrong)")
    }
    #expect(
      store.verify(anchor: "3-000000000000").findings == [.anchorMissing(code: "3-000000000000")])
  }

  @Test func `a changed entry is found even when the protections were taken away`() throws {
    let trigger = try DatabaseQueue(path: cabinet.folder.database).read {
      try String.fetchOne(
        $0, sql: "SELECT sql FROM sqlite_master WHERE name = 'eventRefusesUpdate'")
    }
    try cabinet.meddle(
      "DROP TRIGGER eventRefusesUpdate; UPDATE event SET actor = '别人' WHERE sequence = 2;")
    #expect(
      try findings()
        == [.protectionMissing(name: "eventRefusesUpdate"), .entryChanged(sequence: 2)])
    try cabinet.meddle(try #require(trigger))
    #expect(try findings() == [.entryChanged(sequence: 2)])
  }

  @Test func `a closure bound to something else is found`() throws {
    try cabinet.append(.start(cabinet.ids[1]))
    #expect(try cabinet.open(.reading).verify().isSound)
    let id = cabinet.ids[0]
    try cabinet.append(.reopen(id, finding: "未盖章", basis: "例会"))
    try cabinet.attach("盖章件")
    try cabinet.append(.submit(id, summary: "已盖章"))
    let wrong = EventChain.digest(of: "别的内容")
    let forged = LedgerEvent.item(id, .closed(ItemClosed(opinion: "同意", reviewed: wrong)))
    _ = try cabinet.open().append(
      recordedAt: Instant(startOf: cabinet.day),
      occasion: Occasion(actor: cabinet.office, today: cabinet.day)
    ) { (_) throws(LedgerRejection) in [forged] }
    let last = try cabinet.open(.reading).head().sequence
    #expect(try findings() == [.reviewNotBound(sequence: last, item: id)])
  }

  /// A chain that was made anew from its first entry is whole, and the rules tell that it is forged.
  @Test func `a chain whose submitter closed her own item is not sound`() throws {
    let id = cabinet.ids[0]
    try cabinet.append(.reopen(id, finding: "未盖章", basis: "例会"))
    try cabinet.attach("盖章件")
    try cabinet.append(.submit(id, summary: "已盖章"), actor: cabinet.office)
    let state = try #require(Ledger.folding(try cabinet.open(.reading).entries())[id])
    let reviewed = EventChain.digest(of: state.reviewBasis.text)
    for (actor, code) in [(cabinet.office, "本人"), ("学工部", "不是本台账的审核人")] {
      let forged = LedgerEvent.item(id, .closed(ItemClosed(opinion: "同意", reviewed: reviewed)))
      let copy = LedgerFolder(path: cabinet.root.appendingPathComponent(actor).path)
      try FileManager.default.copyItem(atPath: cabinet.folder.path, toPath: copy.path)
      let store = try LedgerStore(opening: copy, for: .writing)
      let receipt = try store.append(
        recordedAt: Instant(startOf: cabinet.day),
        occasion: Occasion(actor: actor, today: cabinet.day)
      ) { (_) throws(LedgerRejection) in [forged] }
      let report = store.verify()
      #expect(!report.isSound)
      #expect(report.findings.count == 1)
      let said = try #require(report.findings.first.map(Diagnostic.integrity))
      #expect(said.code == "rule-broken")
      #expect(said.location == .event(sequence: receipt.head.sequence))
      #expect(said.message.contains(code), "\(said.message)")
    }
  }

  @Test func `missing, changed, extra and linked evidence are told apart`() throws {
    let ledger = Ledger.folding(try cabinet.open(.reading).entries())
    let evidence = try #require(ledger[cabinet.ids[0]]?.validEvidence.first)
    let vault = EvidenceVault(folder: cabinet.folder)
    let path = vault.path(of: evidence.digest)
    try Data("多余".utf8).write(to: URL(fileURLWithPath: cabinet.folder.evidence + "/多余.txt"))
    #expect(try findings() == [.evidenceExtra(name: "多余.txt")])
    #expect(try cabinet.open(.reading).verify().isSound)
    try Data("被换掉".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try findings().contains(.evidenceChanged(evidence.number)))
    #expect(try cabinet.open(.reading).damagedEvidence(in: ledger) == [evidence.number])
    try FileManager.default.removeItem(atPath: path)
    #expect(try findings().contains(.evidenceMissing(evidence.number)))
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: cabinet.root.appendingPathComponent("材料.txt").path)
    let linked = try findings()
    #expect(linked.contains(.evidenceChanged(evidence.number)))
    #expect(linked.contains { if case .evidenceLinked = $0 { true } else { false } })
  }

  /// Bytes are flipped one at a time anywhere in the file: whatever reads differently afterwards
  /// must be found, and nothing may trap.
  @Test(arguments: 0..<100)
  func `a flipped byte that changes what is read is found`(_ seed: Int) throws {
    let url = URL(fileURLWithPath: cabinet.folder.database)
    let before = try cabinet.open(.reading).entries()
    var bytes = [UInt8](try Data(contentsOf: url))
    var random = SplitMix64(seed: UInt64(seed))
    let index = Int.random(in: 0..<bytes.count, using: &random)
    bytes[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
    try Data(bytes).write(to: url)
    do {
      let store = try cabinet.open(.reading)
      let after = try? store.entries()
      let report = store.verify()
      #expect(after == before || !report.isSound, "byte \(index)")
    } catch {
      // The file no longer opens as a ledger; that is finding it.
      #expect(error is StoreError)
    }
  }
}
