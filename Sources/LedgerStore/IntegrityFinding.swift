package import TaskLedger

/// Something that is not as it should be in a ledger's folder.
package enum IntegrityFinding: Sendable, Hashable {
  /// The database itself says that it is damaged.
  case databaseDamaged(detail: String)
  /// A protection of the log (a trigger or the table itself) is gone or changed.
  case protectionMissing(name: String)
  /// The database holds a table, view or trigger that is not of a ledger.
  case schemaStrange(name: String)
  /// Another program made the log ask for a write-ahead log; it can be read and not written.
  case writeAheadMode
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
  /// An entry that the rules did not allow.
  case ruleBroken(sequence: Int, RuleReplay.Breach)
  /// An evidence file is missing.
  case evidenceMissing(EvidenceNumber)
  /// An evidence file has another content, or is no regular file.
  case evidenceChanged(EvidenceNumber)
  /// The stored text of a sealed month is missing.
  case paperMissing(CivilMonth)
  /// The stored text of a sealed month has another content.
  case paperChanged(CivilMonth)
  /// A file in `evidence/` that no entry names.
  case evidenceExtra(name: String)
  /// A link where a file or folder should be.
  case evidenceLinked(name: String)
  /// A file left over from an interrupted attachment.
  case stagingLeftover(name: String)
  /// An entry was recorded more than an hour before the one in front of it, so the clock was set
  /// back, or the day was given by hand.
  case clockWentBack(sequence: Int)
  /// The ledger does not contain the anchor.
  case anchorMissing(code: String)

  /// Whether the ledger cannot be trusted because of it; leftovers are no damage.
  package var isDamage: Bool {
    switch self {
    case .evidenceExtra, .stagingLeftover, .clockWentBack, .writeAheadMode,
      .ruleBroken(_, .doubtfulParty):
      false
    case .databaseDamaged, .protectionMissing, .schemaStrange, .sequenceBroken, .chainBroken,
      .entryChanged,
      .entryUnreadable, .entryUnplaced, .reviewNotBound, .ruleBroken, .evidenceMissing,
      .evidenceChanged, .paperMissing, .paperChanged, .evidenceLinked, .anchorMissing:
      true
    }
  }
}

/// What `verify` looked at and found.
package struct IntegrityReport: Sendable, Hashable {
  /// How many entries were walked.
  package var entryCount = 0
  /// The evidence the log names, in the order in which it came.
  package var evidence: [Evidence] = []
  /// The sealed months in the order in which they were sealed, each with its paper's digest.
  package var papers: [MonthSealed] = []
  /// The condition of each stored file that was read.
  package var conditions: [EvidenceDigest: EvidenceVault.Condition] = [:]
  /// How many bytes of evidence were read.
  package var evidenceBytes = 0
  /// The head of the log as recomputed.
  package var head = LogHead(sequence: 0, digest: EventChain.origin)
  /// The school the ledger was opened for; empty when that entry cannot be read.
  package var school = ""
  /// The latest moment an entry was recorded at.
  package var lastRecorded: Instant?
  /// The moment the entry in front was recorded at, while the log is walked.
  var previousRecorded: Instant?
  /// What is not as it should be.
  package var findings: [IntegrityFinding] = []

  /// Creates an empty report.
  package init() {}

  /// How many evidence files were read.
  package var evidenceCount: Int {
    Set(evidence.map(\.digest)).count { conditions[$0] != nil }
  }

  /// The digests of all files the log names: evidence and the papers of sealed months.
  package var digests: Set<EvidenceDigest> {
    Set(evidence.map(\.digest)).union(papers.map(\.paper))
  }

  /// The entries that break a rule.
  var brokenEntries: [Int] {
    findings.compactMap { if case .ruleBroken(let sequence, .rule) = $0 { sequence } else { nil } }
  }

  /// Whether the ledger can be trusted.
  package var isSound: Bool { !findings.contains(where: \.isDamage) }
}
