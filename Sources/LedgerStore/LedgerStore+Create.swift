import Foundation
import GRDB
package import TaskLedger

extension LedgerStore {
  /// Makes the ledger of a folder with its first entries; a half-made ledger is never left behind.
  package static func create(
    in folder: LedgerFolder, recordedAt: Instant, actor: String, effective: CivilDate,
    events: [LedgerEvent], by ways: [ExclusiveRename] = ExclusiveRename.allCases
  ) throws(StoreError) -> LogHead {
    try build(in: folder, by: ways) { db in
      var head = LogHead(sequence: 0, digest: EventChain.origin)
      let entries = EventEnvelope.numbering(
        events, after: head.sequence, recordedAt: recordedAt, effective: effective, actor: actor)
      for entry in entries {
        head = try insert(entry, after: head, in: db)
      }
      return head
    }
  }

  /// Builds a ledger beside its place and moves it there whole.
  static func build(
    in folder: LedgerFolder, by ways: [ExclusiveRename] = ExclusiveRename.allCases,
    _ fill: (Database) throws -> LogHead
  ) throws(StoreError) -> LogHead {
    guard !folder.hasLedger else { throw .ledgerExists(folder: folder.name) }
    let above = FileSystem.missingParts(of: (folder.path as NSString).deletingLastPathComponent)
    let draft = folder.database + ".new-\(UUID().uuidString)"
    var isNew = false
    var isMade = false
    // The system removes a folder only while it is empty: never one in which somebody else, who
    // makes a ledger at the same moment, has laid a draft or more.
    defer {
      for suffix in ["", "-journal"] { unlink(draft + suffix) }
      if !isMade, isNew { rmdir(folder.path) }
    }
    try lay(draft, in: folder, isNew: &isNew)
    let head = try translated(folder.database) {
      let queue = try DatabaseQueue(path: draft, configuration: configuration(for: .writing))
      try Schema.migrator.migrate(queue)
      let head = try queue.inTransactionReturning(fill)
      guard try queue.read(Self.head) == head else {
        throw StoreError.entryNotKept(sequence: head.sequence)
      }
      try queue.close()
      return head
    }
    guard try FileSystem.renameExclusively(draft, to: folder.database, by: ways) else {
      throw .ledgerExists(folder: folder.name)
    }
    isMade = true
    // Its parts are made by whoever won alone, and nobody removes them.
    try folder.makeParts()
    try FileSystem.syncFolder(folder.evidence)
    try FileSystem.syncFolder(folder.path)
    for part in (above + [folder.path]).sorted() {
      try FileSystem.syncFolder((part as NSString).deletingLastPathComponent)
    }
    return head
  }

  /// Lays an empty draft in the folder, which from then on nobody removes.
  private static func lay(
    _ draft: String, in folder: LedgerFolder, isNew: inout Bool
  ) throws(StoreError) {
    for attempt in 1...1000 {
      if try folder.make() { isNew = true }
      let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      let number = errno
      guard descriptor < 0 else {
        close(descriptor)
        return
      }
      // Whoever failed to make the same ledger may just have removed the empty folder.
      guard number == ENOENT, attempt < 1000 else {
        throw FileSystem.error(at: draft, number: number)
      }
    }
  }
}
