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
    let made = try folder.make()
    var isMade = false
    // Only what is still empty can be removed this way; the folders of whoever won stay.
    defer { if !isMade, !folder.hasLedger { for part in made { rmdir(part) } } }
    let draft = folder.database + ".new-\(UUID().uuidString)"
    defer {
      for suffix in ["", "-journal"] { unlink(draft + suffix) }
    }
    try FileSystem.withDescriptor(draft, O_WRONLY | O_CREAT | O_EXCL) { _ in }
    let head = try translated(folder.database) {
      let queue = try DatabaseQueue(path: draft, configuration: configuration(for: .writing))
      try Schema.migrator.migrate(queue)
      let head = try queue.inTransactionReturning(fill)
      try queue.close()
      return head
    }
    guard try FileSystem.renameExclusively(draft, to: folder.database, by: ways) else {
      throw .ledgerExists(folder: folder.name)
    }
    isMade = true
    try FileSystem.syncFolder(folder.path)
    return head
  }
}
