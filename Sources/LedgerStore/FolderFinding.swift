package import TaskLedger

/// Something about a ledger's folder that staff should know, besides what `verify` finds.
package enum FolderFinding: Sendable, Hashable {
  /// There is no such folder.
  case folderMissing
  /// The folder holds no ledger.
  case ledgerMissing
  /// The log is there but cannot be opened.
  case unreadable(StoreError)
  /// A writer was stopped in the middle of a commit; what it had not finished is still to be taken
  /// back.
  case interrupted
  /// Something is left of making a ledger, by its name in the folder.
  case makingLeftover(name: String)
  /// A backup or a restored ledger was being made and was not finished, by its path from the folder.
  case draftLeftover(name: String)
  /// An older program kept the fold of a long log beside it; it is not read and may go.
  case keptFold
  /// The user cannot write here.
  case readOnly
  /// Others than the owner may read these, by their paths in the folder.
  case openToOthers([String])
  /// Another file looks like a copy of the log.
  case copy(name: String, CopyState)
  /// The folder's disk or share refuses locks; `reason` is the system's word.
  case locksRefused(reason: String)
  /// Locks are granted to two at once, so they protect nothing.
  case locksWithoutEffect
  /// Little room is left on the disk, in bytes.
  case littleSpace(bytes: Int)
  /// The last entry was recorded on a later day than the clock shows.
  case clockBehind(last: CivilDate, today: CivilDate)
  /// What `verify` found.
  case integrity(IntegrityFinding)

  /// What a copy of the log holds, compared with the log itself.
  package enum CopyState: Sendable, Hashable {
    /// The log holds all of it.
    case contained(head: LogHead)
    /// It goes on where the log ends.
    case ahead(head: LogHead, entries: Int)
    /// It shares the first entries and then differs.
    case diverged(head: LogHead, after: Int)
    /// It is the log of another ledger.
    case foreign(head: LogHead)
    /// It can be read, but the log itself cannot.
    case alone(head: LogHead)
    /// It cannot be read as a log.
    case unreadable
  }

  /// Whether the ledger cannot be trusted because of it.
  package var isDamage: Bool {
    switch self {
    case .integrity(let finding): finding.isDamage
    case .unreadable(let error):
      switch error {
      case .notALedger, .damaged, .chainBroken, .entryUnreadable, .notAFile, .journalForged,
        .writeAhead, .schemaStrange, .tooLarge, .endless, .entryNotKept:
        true
      case .ledgerMissing, .ledgerExists, .newerFormat, .claimed, .interrupted,
        .entryTypeUnknown, .busy, .locksRefused, .diskFull, .permissionDenied, .inputOutput,
        .evidenceUnreadable, .evidenceNotRegular, .evidenceTooLarge, .evidenceEmpty:
        false
      }
    case .folderMissing, .ledgerMissing, .interrupted, .makingLeftover, .draftLeftover, .keptFold,
      .readOnly,
      .openToOthers, .copy, .locksRefused, .locksWithoutEffect, .littleSpace, .clockBehind:
      false
    }
  }
}
