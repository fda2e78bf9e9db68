import Foundation
import LedgerStore
import Synchronization
import TaskLedger
import TestSupport
import Testing

/// Processes that write to one ledger at the same time.
struct RaceTests {
  @Test func `eight processes lose no entry and keep one chain`() throws {
    let cabinet = try Cabinet()
    let each = FaultRuns.isLong ? 200 : 8
    let before = try cabinet.open(.reading).head().sequence
    let started = Date()
    let children = try (1...8).map {
      try Child(
        Child.path(of: "fault-writer"), [cabinet.folder.path, "写手\($0)", String(each), "note"])
    }
    var sequences: [Int] = []
    for ending in children.map({ $0.wait() }) {
      #expect(ending.status == 0, "\(ending.messages)")
      sequences += Survivor.acknowledged(in: ending.output).map(\.sequence)
    }
    let seconds = Int(Date().timeIntervalSince(started).rounded())
    #expect(sequences.sorted() == Array(before + 1..<before + 1 + 8 * each))
    let report = try cabinet.open(.reading).verify()
    #expect(report.findings.isEmpty)
    #expect(report.head.sequence == before + 8 * each)
    var texts: [String: [String]] = [:]
    for entry in try cabinet.open(.reading).entries() {
      if case .item(_, .progressNoted(let text, _)) = entry.event {
        texts[entry.actor, default: []].append(text)
      }
    }
    #expect(texts.count == 8)
    for (actor, found) in texts { #expect(found == (1...each).map { "\(actor) \($0)" }) }
    FaultRuns.report(
      "8 processes × \(each) entries: \(sequences.count) entries, one chain, \(seconds) s")
  }

  @Test func `of eight that close the same item exactly one wins`() throws {
    let runs = min(FaultRuns.count(2), 100)
    var lost: [Int32: Int] = [:]
    for run in 0..<runs {
      let cabinet = try Cabinet()
      try cabinet.append(.start(cabinet.ids[0]))
      try cabinet.attach("材料")
      try cabinet.append(.submit(cabinet.ids[0], summary: "已完成"))
      let before = try cabinet.open(.reading).head().sequence
      let children = try (1...8).map { number in
        try Child(
          Child.path(of: "xiaohao"),
          [
            "close", "1.1", "--opinion", "同意 \(number)", "--actor", cabinet.office, "--ledger",
            cabinet.folder.path, "--today", "2020-07-20",
          ])
      }
      let endings = children.map { $0.wait() }
      #expect(endings.count { $0.status == 0 } == 1, "run \(run): \(endings.map(\.messages))")
      for ending in endings where ending.status != 0 {
        #expect([1, 2].contains(ending.status), "run \(run): \(ending.messages)")
        #expect(ending.messages.contains(ending.status == 2 ? "[overtaken]" : "[closure-stands]"))
        lost[ending.status, default: 0] += 1
      }
      let report = try cabinet.open(.reading).verify()
      #expect(report.findings.isEmpty)
      #expect(report.head.sequence == before + 1)
    }
    FaultRuns.report(
      "8 closing the same item: \(runs) runs, one winner each; the others ended with 1 "
        + "\(lost[1] ?? 0) times and with 2 \(lost[2] ?? 0) times")
  }

  @Test func `of eight that make a ledger in one folder exactly one wins`() throws {
    let runs = min(FaultRuns.count(6), 100)
    for run in 0..<runs {
      let root = FileManager.default.temporaryDirectory
        .appendingPathComponent("xiaohao-race-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: root) }
      let folder = root.appendingPathComponent("台账").path
      let children = try (1...8).map { number in
        try Child(
          Child.path(of: "xiaohao"),
          ["init", "--ledger", folder, "--school", "学校\(number)", "--today", "2020-07-20"])
      }
      let endings = children.map { $0.wait() }
      #expect(endings.count { $0.status == 0 } == 1, "run \(run): \(endings.map(\.messages))")
      #expect(endings.allSatisfy { [0, 1].contains($0.status) })
      let store = try LedgerStore(opening: LedgerFolder(path: folder), for: .reading)
      #expect(store.verify().findings.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["evidence", "ledger.sqlite"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/evidence") == [".staging"])
    }
    FaultRuns.report("8 making a ledger in one folder: \(runs) runs, one winner each")
  }

  /// Whoever fails while another makes the ledger takes nothing of it away, at whatever point the
  /// other is: seven of eight never find a way to give their log its name.
  @Test func `losers that fail leave the winner's folder whole`() throws {
    let runs = FaultRuns.isLong ? 2000 : 300
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaohao-losers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let day = try #require(CivilDate("2020-07-20"))
    let events = try decide(
      .open(school: "某校", reviewers: ["领导小组办公室"], list: .madeUp), in: Ledger(),
      on: Occasion(actor: "领导小组办公室", today: day))
    for run in 0..<runs {
      let folder = LedgerFolder(path: root.appendingPathComponent("台账\(run)").path)
      let winners = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 8) { number in
        let head = try? LedgerStore.create(
          in: folder, recordedAt: Instant(startOf: day), actor: "领导小组办公室", effective: day,
          events: events, by: number == run % 8 ? ExclusiveRename.allCases : [])
        if head != nil { winners.withLock { $0 += 1 } }
      }
      #expect(winners.withLock { $0 } == 1, "run \(run)")
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["evidence", "evidence/.staging", "ledger.sqlite"], "run \(run)")
      try FileManager.default.removeItem(atPath: folder.path)
    }
    FaultRuns.report("8 making a ledger, 7 of them failing: \(runs) runs, one whole folder each")
  }

  @Test func `backups made while others write are of one moment each`() throws {
    let cabinet = try Cabinet()
    let each = FaultRuns.isLong ? 60 : 5
    let writers = try (1...4).map {
      try Child(
        Child.path(of: "fault-writer"), [cabinet.folder.path, "写手\($0)", String(each), "both"])
    }
    let program = Child.path(of: "xiaohao")
    let count = FaultRuns.isLong ? 20 : 2
    for number in 1...count {
      let file = cabinet.root.appendingPathComponent("备份\(number).zip").path
      let made = try Child.run(program, ["backup", file, "--ledger", cabinet.folder.path])
      #expect(made.status == 0, "\(made.messages)")
    }
    for writer in writers { #expect(writer.wait().status == 0) }
    let entries = try cabinet.open(.reading).entries()
    var lengths: Set<Int> = []
    for number in 1...count {
      let file = cabinet.root.appendingPathComponent("备份\(number).zip").path
      let folder = LedgerFolder(path: cabinet.root.appendingPathComponent("新\(number)").path)
      let restored = try Child.run(program, ["restore", file, "--ledger", folder.path])
      #expect(restored.status == 0, "\(restored.messages)")
      let store = try LedgerStore(opening: folder, for: .reading)
      let found = try store.entries()
      #expect(store.verify().findings.isEmpty)
      #expect(found == Array(entries.prefix(found.count)))
      lengths.insert(found.count)
    }
    FaultRuns.report(
      "\(count) backups while 4 processes write \(4 * each) entries: each restores to the first "
        + "n entries, at \(lengths.count) different moments")
  }
}
