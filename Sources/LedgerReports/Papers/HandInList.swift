package import TaskLedger

/// What the notice asks to be handed in (报送清单): in which form, to whom and by when, and what the
/// ledger has for it.
package struct HandInList: Sendable, Hashable {
  /// Head and foot.
  package var masthead: Masthead
  /// What is due, in the order of the list.
  package var rows: [Row]
  /// The computed conclusion of the self-evaluation.
  package var verdict: Verdict
  /// The counts of the heading.
  package var counts: HeadCounts
  /// The evidence, voided pieces included.
  package var evidence: [EvidenceLine]

  /// One thing to hand in, on the day of the paper.
  package struct Row: Sendable, Hashable {
    /// What the list says.
    package var handIn: HandIn
    /// The day of the paper.
    package var asOf: CivilDate
  }

  /// Makes the list.
  package init(_ input: ReportInput) {
    let lines = ItemLine.all(input)
    masthead = Masthead(input)
    rows = (input.ledger.list?.handIns ?? []).map { Row(handIn: $0, asOf: input.asOf) }
    verdict = Verdict(lines, input)
    counts = HeadCounts(input.onDay)
    evidence = EvidenceLine.all(input)
  }

  /// How much evidence counts.
  private var valid: EvidenceCount {
    EvidenceCount(evidence.filter { $0.voidReason == nil }.map(\.evidence))
  }

  static let keys =
    Masthead.keys.within { (list: HandInList) in list.masthead }
    + HeadCounts.keys.within { (list: HandInList) in list.counts }
    + KeyTable<HandInList>([
      .text("title") { $0.masthead.title(of: .handIn) },
      .text("conclusion") { $0.masthead.conclusion(of: $0.verdict) },
      .flag("hasHandIns") { !$0.rows.isEmpty },
      .rows("handIns", Row.keys) { $0.rows },
      .flag("passes") { $0.verdict.passes },
      .number("reasonCount") { $0.verdict.reasons.count },
      .number("evidenceCount") { $0.valid.pieces },
      .number("fileCount") { $0.valid.files },
      .flag("hasMissing") { $0.evidence.contains(where: \.isDamaged) },
      .flag("hasVoid") { list in list.evidence.contains { $0.voidReason != nil } },
      .number("missingCount") { list in list.evidence.count(where: \.isDamaged) },
      .number("voidCount") { list in list.evidence.count { $0.voidReason != nil } },
    ])
}

extension HandInList.Row {
  static let keys = KeyTable<HandInList.Row>([
    .text("what") { $0.handIn.what },
    .text("due") { ReportPhrases.date($0.handIn.due) },
    .optional("daysLeft") { row in
      let days = row.asOf.days(to: row.handIn.due)
      return days >= 0 ? String(days) : nil
    },
    .optional("daysPast") { row in
      let days = row.handIn.due.days(to: row.asOf)
      return days > 0 ? String(days) : nil
    },
    .rows("forms", name) { $0.handIn.forms },
    .rows("recipients", name) { $0.handIn.recipients },
  ])

  private static let name = KeyTable<String>([.text("name") { $0 }])
}
