package import TaskLedger

/// Something that is not as it should be in a ledger's folder.
package enum IntegrityFinding: Sendable, Hashable {
  /// The database itself says that it is damaged.
  case databaseDamaged(detail: String)
  /// A protection of the log (a trigger or the table itself) is gone or changed.
  case protectionMissing(name: String)
  /// Sequences are not 1, 2, 3 …
  case sequenceBroken(expected: Int, found: Int)
  /// An entry does not name the digest of the one before.
  case chainBroken(sequence: Int)
  /// The content of an entry does not fit its digest.
  case entryChanged(sequence: Int)
  /// An entry cannot be read.
  case entryUnreadable(sequence: Int, detail: String)
  /// An entry fits nothing before it.
  case entryUnplaced(sequence: Int)
  /// A closure is bound to something else than what stood for review.
  case reviewNotBound(sequence: Int, item: ItemID)
  /// An evidence file is missing.
  case evidenceMissing(EvidenceNumber)
  /// An evidence file has another content, or is no regular file.
  case evidenceChanged(EvidenceNumber)
  /// A file in `evidence/` that no entry names.
  case evidenceExtra(name: String)
  /// A link where a file or folder should be.
  case evidenceLinked(name: String)
  /// A file left over from an interrupted attachment.
  case stagingLeftover(name: String)
  /// The ledger does not contain the anchor.
  case anchorMissing(code: String)

  /// Whether the ledger cannot be trusted because of it; leftovers are no damage.
  package var isDamage: Bool {
    switch self {
    case .evidenceExtra, .stagingLeftover: false
    case .databaseDamaged, .protectionMissing, .sequenceBroken, .chainBroken, .entryChanged,
      .entryUnreadable, .entryUnplaced, .reviewNotBound, .evidenceMissing, .evidenceChanged,
      .evidenceLinked, .anchorMissing:
      true
    }
  }
}

/// What `verify` looked at and found.
package struct IntegrityReport: Sendable, Hashable {
  /// How many entries were walked.
  package var entryCount = 0
  /// How many evidence files were read.
  package var evidenceCount = 0
  /// How many bytes of evidence were read.
  package var evidenceBytes = 0
  /// The head of the log as recomputed.
  package var head = LogHead(sequence: 0, digest: EventChain.origin)
  /// What is not as it should be.
  package var findings: [IntegrityFinding] = []

  /// Creates an empty report.
  package init() {}

  /// Whether the ledger can be trusted.
  package var isSound: Bool { !findings.contains(where: \.isDamage) }
}
