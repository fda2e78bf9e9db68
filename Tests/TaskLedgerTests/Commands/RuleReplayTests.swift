import TaskLedger
import TestSupport
import Testing

/// The rules are replayed over logs that somebody forged, and over logs that are what they say.
struct RuleReplayTests {
  /// A log with one forged entry at its end, and what it breaks.
  struct Forgery: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var happenings: [Happening]
    var breaches: [RuleReplay.Breach]

    init(
      _ description: String, _ happenings: [Happening],
      breaks breaches: LedgerRejection.Reason...
    ) {
      testDescription = description
      self.happenings = happenings
      self.breaches = breaches.map { .rule($0) }
    }
  }

  private static let ready: [Happening] = [
    .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"),
  ]

  private static func exempted(by actor: String) -> Happening {
    Happening(
      .ledger(.indicatorExempted(IndicatorExempted(indicator: "6", reason: "没有研究生"))),
      on: "2020-07-25", by: actor)
  }

  private static func mayNot(_ actor: String) -> LedgerRejection.Reason {
    .entry(.actorMayNotReview(actor: actor, reviewers: [SampleSchool.office]))
  }

  private static let forgeries: [Forgery] = [
    Forgery(
      "who applied closes her own item",
      [
        Happening(
          .ledger(
            .reviewersChanged(
              ReviewersChanged(reviewers: [SampleSchool.office, "校团委"], reason: "分工"))),
          on: "2020-07-20", by: SampleSchool.office),
        .started("1.2"), .attached("证-1.2-01"), .submitted("1.2", by: "校团委"),
        .closed("1.2", by: "校 团委"),
      ],
      breaks: .review(.reviewerIsSubmitter("1.2", actor: "校 团委", submitter: "校团委"))),
    Forgery(
      "somebody without the right closes", ready + [.closed("1.2", by: SampleSchool.other)],
      breaks: mayNot(SampleSchool.other)),
    Forgery(
      "who applied closes and has no right to",
      ready + [.closed("1.2", by: SampleSchool.owner)],
      breaks: mayNot(SampleSchool.owner),
      .review(
        .reviewerIsSubmitter("1.2", actor: SampleSchool.owner, submitter: SampleSchool.owner))),
    Forgery(
      "what was not applied for is closed", [.started("1.2"), .closed("1.2")],
      breaks: .item(.phaseWrong("1.2", .close, phase: .inProgress))),
    Forgery(
      "an application rests on no evidence", [.started("1.2"), .submitted("1.2")],
      breaks: .evidence(.missing("1.2", measures: []))),
    Forgery(
      "somebody without the right withdraws",
      [
        Happening(.item("1.2", .withdrawn(basis: "省厅")), on: "2020-07-25", by: "宣传部")
      ], breaks: mayNot("宣传部")),
    Forgery(
      "somebody makes himself a reviewer",
      [
        Happening(
          .ledger(.reviewersChanged(ReviewersChanged(reviewers: ["甲"], reason: "分工"))),
          on: "2020-07-25", by: "甲")
      ], breaks: mayNot("甲")),
    Forgery(
      "somebody registers himself in a reviewing department",
      [.member("甲", SampleSchool.office, by: "甲")], breaks: mayNot("甲")),
    Forgery(
      "somebody without the right grants more time",
      [
        .asked("1.2", until: "2020-12-31"),
        Happening(
          .item("1.2", .extensionGranted(ExtensionGranted(until: "2020-12-31", basis: "例会"))),
          on: "2020-07-23", by: "宣传部"),
      ], breaks: mayNot("宣传部")),
    Forgery(
      "an indicator is declared away without the right", [exempted(by: "甲")],
      breaks: mayNot("甲")),
    Forgery(
      "what somebody else did is taken back",
      [.started("1.2"), .undone("1.2", Happening.imported.count + 1, "2020-07-22", by: "宣传部")],
      breaks: .item(
        .undoOfOther(sequence: Happening.imported.count + 1, actor: SampleSchool.owner))),
  ]

  private func breaches(
    _ history: History, departments: [DepartmentDirectory.Entry] = []
  ) -> [RuleReplay.Breach] {
    var replay = RuleReplay(
      departments: DepartmentDirectory(departments), digest: ReviewDigest.sha256)
    return history.entries.flatMap { replay.take($0) }
  }

  @Test(arguments: forgeries)
  func `a forged entry is named with the rule that it breaks`(_ forgery: Forgery) {
    let history = History(Happening.imported + forgery.happenings)
    #expect(breaches(history) == forgery.breaches)
    var replay = RuleReplay(
      departments: DepartmentDirectory([]), digest: ReviewDigest.sha256)
    let last = history.entries.count
    for entry in history.entries {
      #expect(replay.take(entry).isEmpty == (entry.sequence != last))
    }
    #expect(replay.ledger == history.ledger)
  }

  @Test(arguments: 0..<200)
  func `what the rules allowed breaks none`(_ seed: Int) {
    #expect(breaches(LedgerPropertyTests.walks[seed].history) == [], "seed \(seed)")
  }

  /// A member of the reviewing department may review what another department applied for.
  @Test func `members review by their department, and not what it applied for itself`() {
    let joined = Happening.member("张伟", SampleSchool.office)
    #expect(
      breaches(History(Happening.imported + [joined] + Self.ready + [.closed("1.2", by: "张伟")]))
        == [])
    let own =
      Happening.imported + [
        joined, .started("1.2"), .attached("证-1.2-01"),
        .submitted("1.2", by: SampleSchool.office), .closed("1.2", by: "张伟"),
      ]
    #expect(
      breaches(History(own)) == [
        .rule(
          .review(
            .reviewerIsSubmitter("1.2", actor: "张伟", submitter: SampleSchool.office)))
      ])
  }

  /// The table of departments lies beside the log: it excuses, and never accuses.
  @Test func `another name of a reviewing department is known by the school's table`() {
    let history = History(Happening.imported + Self.ready + [.closed("1.2", by: "改革办")])
    #expect(breaches(history) == [.rule(Self.mayNot("改革办"))])
    let table = [DepartmentDirectory.Entry(name: SampleSchool.office, aliases: ["改革办"])]
    #expect(breaches(history, departments: table) == [])
    let alike = [
      DepartmentDirectory.Entry(name: SampleSchool.office, aliases: [SampleSchool.owner])
    ]
    let plain = History(Happening.imported + Self.ready + [.closed("1.2")])
    #expect(
      breaches(plain, departments: alike) == [
        .doubtfulParty("1.2", actor: SampleSchool.office, submitter: SampleSchool.owner)
      ])
  }

  /// What later programs ask holds from the first entry on that only they write.
  @Test func `later rules do not reach back`() {
    let again: [Happening] = [
      .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"), .closed("1.2"),
      .reopened("1.2"), .submitted("1.2", "2020-07-26"),
    ]
    #expect(breaches(History(Happening.imported + again)) == [])
    let joined = Happening.member("张伟", SampleSchool.office)
    #expect(
      breaches(History(Happening.imported + [joined] + again)) == [
        .rule(.evidence(.missing("1.2", measures: [])))
      ])
  }

  /// Who moves a deadline later must be a reviewer, from the first later entry on; the school's table
  /// of departments excuses here too.
  @Test func `more time by a correction is a reviewer's`() {
    let later = ItemChange.deadline(SampleSchool.deadline("2020-12-31"))
    let moved = Happening(
      .item("1.2", .revised(ItemRevised(changes: [later], reason: "核对原文"))), on: "2020-07-22",
      by: "改革办")
    let joined = Happening.member("张伟", SampleSchool.office)
    #expect(breaches(History(Happening.imported + [moved])) == [])
    let history = History(Happening.imported + [joined, moved])
    #expect(
      breaches(history) == [
        .rule(
          .extension(
            .revisionDefers(
              "1.2", due: "2020-10-31", until: "2020-12-31", actor: "改革办",
              reviewers: [SampleSchool.office])))
      ])
    let table = [DepartmentDirectory.Entry(name: SampleSchool.office, aliases: ["改革办"])]
    #expect(breaches(history, departments: table) == [])
  }

  /// Before the first later entry evidence of any round is enough, and none is not.
  @Test func `days of the clock and later rules of form are no breaches`() {
    let early: [Happening] = [
      .started("1.2", "2020-07-19"), .gap(1, "2020-07-22"), .resolved(1, "2020-07-21"),
      .meeting("2020-07", "2020-07-27"), .meeting("2020-07", "2020-07-28"),
    ]
    #expect(breaches(History(Happening.imported + early)) == [])
  }
}
