/// Why the store cannot go on; facts only, the wording is in `Diagnostic+LedgerStore.swift`.
package enum StoreError: Error, Sendable, Hashable {
  /// There is no ledger in the folder.
  case ledgerMissing(folder: String)
  /// There already is a ledger in the folder.
  case ledgerExists(folder: String)
  /// The file is no ledger.
  case notALedger(file: String)
  /// A newer program wrote the ledger.
  case newerFormat(file: String)
  /// Another program is making the ledger in this instant, or was stopped while it did.
  case claimed(file: String)
  /// A writer was stopped in the middle, and nobody may write here to take it back.
  case interrupted(file: String)
  /// An entry is of a type this program does not know.
  case entryTypeUnknown(sequence: Int, type: String)
  /// Another writer held the ledger for too long.
  case busy(seconds: Int)
  /// The disk or share does not keep locks.
  case locksRefused(file: String)
  /// The disk is full.
  case diskFull
  /// The folder or file may not be written or read.
  case permissionDenied(path: String)
  /// The system refused an operation; `reason` is its word.
  case inputOutput(path: String, reason: String)
  /// The database is damaged; `detail` is the database's word.
  case damaged(file: String, detail: String)
  /// An entry does not continue the chain of digests, or is not what its digest says.
  case chainBroken(file: String, sequence: Int)
  /// A file of a ledger is a pipe, a device, a link or a folder.
  case notAFile(path: String)
  /// A journal beside the log was not written by this program: it names another file.
  case journalForged(file: String)
  /// A write-ahead log lies beside the log, or the log asks for one.
  case writeAhead(file: String)
  /// The database holds what no ledger holds, or lacks what every ledger holds.
  case schemaStrange(file: String, names: [String])
  /// A database is larger than what is read of a foreign one.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// Reading a foreign database took more steps than any ledger needs.
  case endless(file: String)
  /// An entry was written and is not there after the commit.
  case entryNotKept(sequence: Int)
  /// An entry of the log cannot be read.
  case entryUnreadable(sequence: Int, detail: String)
  /// The file to attach is missing or cannot be opened.
  case evidenceUnreadable(path: String, reason: String)
  /// The file to attach is a folder, a link or a device.
  case evidenceNotRegular(path: String)
  /// The file to attach is larger than allowed.
  case evidenceTooLarge(path: String, bytes: Int, limit: Int)
  /// The file to attach is empty.
  case evidenceEmpty(path: String)
}
