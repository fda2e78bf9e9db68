import Foundation
import GRDB
import LedgerStore
import TaskLedger

/// A ledger of its own folder for each test, with two items.
final class Cabinet {
  let root: URL
  let folder: LedgerFolder
  let day: CivilDate
  let office = "领导小组办公室"

  convenience init() throws { try self.init(in: FileManager.default.temporaryDirectory) }

  /// Makes the ledger on the disk of a folder.
  init(in parent: URL) throws {
    root = parent.appendingPathComponent("xiaohao-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    folder = LedgerFolder(path: root.appendingPathComponent("ledger").path)
    day = CivilDate(year: 2020, month: 7, day: 20) ?? CivilMonth(of: Self.epoch).lastDay
    let events = try decide(
      .open(school: "某校", reviewers: [office], list: Self.list), in: Ledger(),
      on: Occasion(actor: office, today: day))
    _ = try LedgerStore.create(
      in: folder, recordedAt: Instant(startOf: day), actor: office, effective: day,
      events: events)
    _ = try append(
      .importPlan(
        PlanHeader(
          title: nil, school: "某校", documentNumber: nil, issueDate: day, source: "方案.md",
          sourceDigest: "0"),
        items: Self.items, update: false))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private static let epoch = CivilDate(dayNumber: 0) ?? CivilDate(lastDayOf: 1, year: 1970)

  private static var clauses: [ClauseID] {
    (1...2).compactMap { ClauseID(task: 1, number: $0) }
  }

  private static var list: TaskList {
    TaskList(
      title: "列表", documentNumber: "〔2020〕1号",
      tasks: [
        ReformTask(
          number: 1, title: "任务",
          clauses: clauses.map { Clause(id: $0, content: "内容", deadline: .blank) })
      ])
  }

  private static var items: [Item] {
    clauses.map {
      Item(
        id: .clause($0), clause: $0, task: 1, taskTitle: "任务", content: "做第\($0.number)件",
        link: Link(confidence: .certain, reasons: [.text]),
        location: .paragraph(file: "方案.md", index: 1))
    }
  }

  /// The ids of the two items.
  var ids: [ItemID] { Self.clauses.map { .clause($0) } }

  func open(_ access: LedgerStore.Access = .writing) throws -> LedgerStore {
    try LedgerStore(opening: folder, for: access)
  }

  @discardableResult
  func append(_ command: LedgerCommand, actor: String = "学工部", in store: LedgerStore? = nil)
    throws -> AppendReceipt
  {
    let occasion = Occasion(actor: actor, today: day)
    return try (try store ?? open()).append(
      recordedAt: Instant(startOf: day), occasion: occasion
    ) { (ledger) throws(LedgerRejection) in try decide(command, in: ledger, on: occasion) }
  }

  /// Notes so many times, now on the one item and now on the other.
  func note(_ count: Int, on date: CivilDate? = nil, in store: LedgerStore? = nil) throws {
    let occasion = Occasion(actor: office, today: date ?? day)
    let commands = (0..<count).map {
      LedgerCommand.note(ids[$0 % 2], text: "第 \($0) 次检查，一切照计划进行")
    }
    _ = try (try store ?? open()).append(
      recordedAt: Instant(startOf: date ?? day), occasion: occasion
    ) { (ledger) throws(LedgerRejection) in try decideAll(commands, in: ledger, on: occasion) }
  }

  /// Attaches a file with this content to the first item.
  @discardableResult
  func attach(_ content: String, named name: String = "材料.txt") throws -> EvidenceDigest {
    let store = try open()
    let vault = EvidenceVault(folder: folder)
    let file = root.appendingPathComponent(name)
    try Data(content.utf8).write(to: file)
    let staged = try vault.stage(fileAt: file.path)
    defer { vault.discard(staged) }
    let occasion = Occasion(actor: "学工部", today: day)
    let id = ids[0]
    _ = try store.append(
      recordedAt: Instant(startOf: day), occasion: occasion, placing: [staged]
    ) { (ledger) throws(LedgerRejection) in
      try decide(
        .attach(
          id,
          NewEvidence(
            digest: staged.digest, fileName: staged.fileName, byteCount: staged.byteCount,
            mediaType: staged.mediaType)), in: ledger, on: occasion)
    }
    return staged.digest
  }

  /// A copy of the ledger as a writer leaves it that is stopped in the middle of a commit: half of
  /// the pages are new, and the journal holds the old ones.
  func stoppedCopy() throws -> LedgerFolder {
    let copy = LedgerFolder(path: root.appendingPathComponent("中断").path)
    try FileManager.default.createDirectory(
      atPath: copy.staging, withIntermediateDirectories: true)
    try DatabaseQueue(path: folder.database).writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 1")
      try db.inTransaction(.immediate) {
        try db.execute(
          sql: """
            INSERT INTO event SELECT sequence + 1, recordedAt, effective, actor, type, item,
              payload || hex(zeroblob(100000)), digest, lower(hex(randomblob(32)))
            FROM event ORDER BY sequence DESC LIMIT 1
            """)
        for suffix in ["", "-journal"] {
          try FileManager.default.copyItem(
            atPath: folder.database + suffix, toPath: copy.database + suffix)
        }
        return .rollback
      }
    }
    return copy
  }

  /// Runs SQL behind the store's back.
  func meddle(_ sql: String) throws {
    try DatabaseQueue(path: folder.database).write { try $0.execute(sql: sql) }
  }
}
