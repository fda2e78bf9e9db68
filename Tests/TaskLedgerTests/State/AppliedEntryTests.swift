import TaskLedger
import Testing

/// What each entry leaves in the state of its item, and what it leaves alone.
///
/// Source: product description, The closing machine.
struct AppliedEntryTests {
  private static func state(_ given: Happening..., of id: ItemID = "1.1") throws -> ItemState {
    let history = History(Happening.imported + given)
    #expect(history.ledger.unplaced == [])
    return try #require(history.ledger[id])
  }

  private static func granted(superior: String?) -> Happening {
    Happening(
      .item(
        "1.1",
        .extensionGranted(
          ExtensionGranted(until: "2020-12-31", basis: "例会", superior: superior))),
      on: "2020-07-23", by: SampleSchool.office)
  }

  private static func reopened(_ due: RoundDue, _ id: ItemID = "1.1") -> Happening {
    Happening(
      .item(id, .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈", due: due))),
      on: "2020-07-25", by: SampleSchool.office)
  }

  // MARK: - Facts that are kept

  @Test func `the day of the start, the ground of a withdrawal and of a grant are kept`() throws {
    #expect(try Self.state(.started("1.1")).round.startedOn == "2020-07-21")
    #expect(try Self.state(.withdrawn("1.1")).withdrawalBasis == "省厅通知")
    let state = try Self.state(
      .asked("1.1", until: "2020-12-31"), Self.granted(superior: "省发〔2020〕2号"))
    #expect(state.extensions.map(\.superior) == ["省发〔2020〕2号"])
    #expect(state.extensions.map(\.answer) == [.granted(until: "2020-12-31", basis: "例会")])
  }

  @Test func `a correction changes what it names`() throws {
    let state = try Self.state(
      .revised("1.1", "2020-07-22", .responsiblePerson("李老师"), .remark("见附件"), .ordinal("9")))
    #expect(state.item.responsiblePerson == "李老师" && state.item.remark == "见附件")
    #expect(state.item.ordinal == "9")
    var expected = SampleSchool.items[0]
    (expected.responsiblePerson, expected.remark, expected.ordinal) = ("李老师", "见附件", "9")
    #expect(state.item == expected)
  }

  @Test func `a correction of the index changes one piece, and of it what is named`() throws {
    let state = try Self.state(
      .attached("证-1.1-01"), .attached("证-1.1-02", digest: "b"),
      .revised("1.1", "2020-07-23", EventSamples.corrections[0]),
      .revised("1.1", "2020-07-23", EventSamples.corrections[1]))
    #expect(state.evidence.map(\.evidence.pages) == [6, nil])
    #expect(state.evidence.map(\.evidence.original) == ["校档案室", ""])
    #expect(state.evidence.map(\.evidence.caption) == ["会议纪要", ""])
    #expect(state.evidence.map(\.evidence.documentNumber) == ["青职团〔2020〕3号", "青职团〔2020〕4号"])
  }

  @Test func `a voiding concerns one number`() throws {
    let given: [Happening] = [
      .attached("证-1.1-01"), .attached("证-1.1-02", digest: "b"), .voided("证-1.1-02", "2020-07-23"),
    ]
    let history = History(Happening.imported + given)
    #expect(history.ledger["1.1"]?.validEvidence.map(\.number) == ["证-1.1-01"])
    let twice = history.after(.voided("证-1.1-02", "2020-07-24"))
    #expect(twice.ledger.unplaced == [twice.entries.count])
    #expect(twice.ledger["1.1"]?.validEvidenceCount == 1)
  }

  // MARK: - Days

  @Test func `only a day that moves later, or goes, is more time`() throws {
    func moved(_ words: String) throws -> [ItemState.Deferral] {
      try Self.state(
        .revised("1.1", "2020-07-22", .deadline(DeadlineLanguage.read(words, year: 2020)))
      ).deferrals
    }
    #expect(try moved("2020年7月底前") == [])
    #expect(try moved("2020年7月30日前") == [])
    #expect(try moved("2020年8月1日前").map(\.until) == ["2020-08-01"])
    #expect(try moved("").map(\.until) == [nil])
    #expect(try moved("").map(\.from) == ["2020-07-31"])
  }

  @Test func `vague words settle no original deadline, a day does for ever`() throws {
    let words = ["适时", "2020年9月", "2020年11月"]
    for count in 1...3 {
      var history = History.imported
      for text in words.prefix(count) {
        history.record(
          .revised("2.2", "2020-07-22", .deadline(DeadlineLanguage.read(text, year: nil))))
      }
      let original = try #require(history.ledger["2.2"]?.originalDeadline.text)
      #expect(original == (count == 1 ? "适时" : "2020年9月"))
    }
  }

  @Test func `a day granted on a superior document ends with its round or its deadline`() throws {
    func target(_ given: Happening...) throws -> CivilDate? {
      let asked: [Happening] = [
        .asked("1.1", until: "2020-12-31"), Self.granted(superior: "省发〔2020〕2号"),
      ]
      return try #require(History(Happening.imported + asked + given).ledger["1.1"])
        .targetDay(handIn: "2020-10-15")?.day
    }
    #expect(try target() == "2020-12-31")
    let closed: [Happening] = [
      .started("1.1", "2020-07-24"), .attached("证-1.1-01"), .submitted("1.1", "2020-07-24"),
      .closed("1.1", "2020-07-24"),
    ]
    func reopened(_ due: RoundDue) throws -> CivilDate? {
      try target(closed[0], closed[1], closed[2], closed[3], Self.reopened(due))
    }
    #expect(try reopened(.day("2020-11-30")) == "2020-10-15")
    #expect(try reopened(.unset) == "2020-10-15")
    #expect(try reopened(.kept) == "2020-12-31")
    var item = SampleSchool.items[0]
    item.deadline = SampleSchool.deadline("2020-12-20")
    let again = Happening(.imported(item), on: "2020-07-24", by: SampleSchool.office)
    #expect(try target(again) == "2020-10-15")
  }

  @Test(.bug(id: "figures", "a correction to the old words took the document and left the day"))
  func `a correction that moves no day leaves the grant and its document`() throws {
    let own = try #require(History.imported.ledger["1.1"]).item.deadline
    let granted =
      Happening.imported + [
        .asked("1.1", until: "2020-12-31"), Self.granted(superior: "省发〔2020〕2号"),
      ]
    let back = Happening.revised("1.1", "2020-07-26", .deadline(own))
    let state = try #require(History(granted + [back]).ledger["1.1"])
    #expect(state.due == "2020-12-31")
    #expect(state.targetDay(handIn: "2020-10-15")?.day == "2020-12-31")
    // A correction of other words leaves the day alone.
    let other = Happening.revised("1.1", "2020-07-26", .remark("见附件"))
    let kept = try #require(History(granted + [other]).ledger["1.1"])
    #expect(kept.due == "2020-12-31")
    #expect(kept.targetDay(handIn: "2020-10-15")?.day == "2020-12-31")
  }

  @Test func `a day that was corrected is that of the open round`() throws {
    let given = Happening.imported + ClosingCommandTests.closed
    let moved = Happening.revised(
      "1.1", "2020-07-26", .deadline(SampleSchool.deadline("2020-11-30")))
    for due in [RoundDue.unset, .day("2020-09-10"), .kept] {
      let state = try #require(History(given + [Self.reopened(due), moved]).ledger["1.1"])
      #expect(state.due == "2020-11-30" && !state.isRoundWithoutDay)
    }
  }

  @Test func `a further round without a day asks for one unless the item goes on without`() throws {
    let begun: [Happening] = [
      .started("2.1"), .attached("证-2.1-01"), .submitted("2.1"), .closed("2.1"),
      Self.reopened(.unset, "2.1"),
    ]
    let standing = try #require(History(Happening.imported + begun).ledger["2.1"])
    #expect(!standing.isRoundWithoutDay && standing.isStanding)
    #expect(standing.deadlineInForce == SampleSchool.standing)
    let goingOn = History(
      Happening.imported + [
        .revised(
          "2.1", "2020-07-20", .deadline(DeadlineLanguage.read("2020年8月底前，并长期坚持", year: nil)))
      ] + begun)
    let dated = try #require(goingOn.ledger["2.1"])
    #expect(dated.isRoundWithoutDay && !dated.isStanding)
    #expect(dated.deadlineInForce.meaning == .ongoing(after: nil))
    var blank = History(Happening.imported)
    for happening in [
      Happening.started("2.2"), .attached("证-2.2-01"), .submitted("2.2"), .closed("2.2"),
      Self.reopened(.unset, "2.2"),
    ] { blank.record(happening) }
    #expect(try #require(blank.ledger["2.2"]).isRoundWithoutDay)
    #expect(try #require(blank.ledger["2.2"]).deadlineInForce.meaning == .blank)
  }

  @Test func `a further round with a day of what goes on is due on it and goes on`() throws {
    let day: CivilDate = "2020-11-30"
    let point = DeadlinePoint(day: day, bound: .by, precision: .day)
    let history = History.imported.after(
      .started("2.1"), .attached("证-2.1-01"), .submitted("2.1"), .closed("2.1"),
      Self.reopened(.day(day), "2.1"))
    let standing = try #require(history.ledger["2.1"])
    #expect(standing.deadlineInForce.meaning == .ongoing(after: point) && standing.due == day)
    let closed = History(
      Happening.imported + ClosingCommandTests.closed + [Self.reopened(.day(day))])
    #expect(try #require(closed.ledger["1.1"]).deadlineInForce.meaning == .date(point))
  }

  // MARK: - Looking back

  @Test func `what is there again as it was reviewed is sound again`() throws {
    let history = History(Happening.imported + ClosingCommandTests.stale)
    #expect(history.ledger["1.1"]?.staleOn == "2020-07-25")
    let again = history.after(.voided("证-1.1-02", "2020-07-26"))
    #expect(again.ledger["1.1"]?.isSoundlyClosed == true)
    #expect(again.ledger["1.1"]?.staleOn == nil)
  }

  @Test func `an undo that counts before its entry is placed on every day`() throws {
    let entry = Happening.imported.count + 1
    let history = History.imported.after(
      .noted("1.1", "2020-07-25"), .undone("1.1", entry, "2020-07-22", by: SampleSchool.owner))
    for day: CivilDate in ["2020-07-21", "2020-07-23", "2020-07-25", "2020-07-30"] {
      let ledger = history.ledger(asOf: day)
      #expect(ledger.unplaced == [] && ledger["1.1"]?.notes == [], "\(day)")
    }
    #expect(history.ledger["1.1"]?.entries.map(\.sequence) == [4, entry, entry + 1])
    let unknown = History.imported.after(.undone("1.1", 99, "2020-07-22", by: SampleSchool.owner))
    #expect(unknown.ledger.unplaced == [entry])
  }

  @Test func `an undo keeps the day that is looked at`() throws {
    let history = History(
      Happening.imported + ClosingCommandTests.closed + [
        .attached("证-1.1-02", "2020-07-23", digest: "b", recordedOn: "2020-08-10"),
        .noted("1.1", "2020-07-24"),
        .undone("1.1", Happening.imported.count + 6, "2020-07-24", by: SampleSchool.owner),
      ])
    var ledger = Ledger(asOf: "2020-07-24")
    for entry in history.entries.dropLast() { ledger.apply(entry) }
    #expect(ledger["1.1"]?.isStale == false)
    ledger.look(on: "2020-08-12")
    #expect(ledger["1.1"]?.isStale == true)
    try ledger.apply(#require(history.entries.last))
    #expect(ledger.unplaced == [] && ledger["1.1"]?.isStale == true)
  }

  @Test func `taking back a note holds no later move back, a second review does`() {
    Scenario(
      "a note",
      given: ClosingCommandTests.ready + [
        .noted("1.1", "2020-07-23"), .undone("1.1", 11, "2020-07-27", by: SampleSchool.owner),
      ], when: .submit("1.1", summary: "已全部完成"), on: "2020-07-24", today: "2020-07-28",
      then: .events([
        .item("1.1", .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [2])))
      ])
    ).check()
    Scenario(
      "a second review",
      given: ClosingCommandTests.stale + [
        .closed("1.1", "2020-07-26"), .undone("1.1", 14, "2020-07-28", by: SampleSchool.office),
      ], when: .return("1.1", reason: "材料有变"), by: SampleSchool.office, on: "2020-07-27",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-28", effective: "2020-07-27"))
      ])
    ).check()
  }

  @Test func `of two corrections the plan's own word is still known`() throws {
    let history = History.imported.after(
      .revised("1.2", "2020-07-22", .content("改写")), .revised("1.2", "2020-07-23", .remark("见附件")))
    #expect(
      history.ledger.corrections(keptIn: SampleSchool.items)
        == [PlanDifference.Change(item: "1.2", fields: [.content, .remark])])
  }

  @Test func `a list that changes a second time is asked about again`() throws {
    var history = History.imported
    for list in [ListCorrectionTests.corrected, SampleSchool.list] {
      try history.run(
        .correctList(list, reason: "更正"), by: SampleSchool.office, on: "2020-08-10")
      let context = try #require(history.ledger.checkContext)
      #expect(
        CheckRegistry.run([.clauseChanged], in: context).map(\.item) == ["1.1", "1.2", "2.2"])
      for id in ["1.1", "1.2", "2.2"] as [ItemID] {
        try history.run(
          .confirm(id, codes: [.clauseChanged], reason: "已核对"), by: SampleSchool.office,
          on: "2020-08-10")
      }
      #expect(
        CheckRegistry.run([.clauseChanged], in: try #require(history.ledger.checkContext)).isEmpty)
    }
  }

  // MARK: - What is said of a state

  @Test func `the only measure is proved by any evidence, of several each by its own`() throws {
    func unproved(_ measures: Int, _ evidence: Happening...) throws -> [Int] {
      var item = SampleSchool.items[0]
      item.measures = (0..<measures).map { Measure(number: $0 + 1, text: "措施") }
      let given =
        Happening.opened + [Happening(.imported(item), on: "2020-07-20", by: SampleSchool.office)]
      return try #require(History(given + evidence).ledger["1.1"]).unprovedMeasures
    }
    #expect(try unproved(1) == [1])
    #expect(try unproved(1, .attached("证-1.1-01")) == [])
    #expect(try unproved(2, .attached("证-1.1-01")) == [1, 2])
    #expect(try unproved(2, .attached("证-1.1-01", measure: 2)) == [1])
    #expect(try unproved(0) == [])
  }

  @Test func `the latest note is that of the latest day, of one day the last recorded`() throws {
    func noted(_ text: String, _ day: CivilDate) -> Happening {
      Happening(.item("1.1", .progressNoted(text: text)), on: day, by: SampleSchool.owner)
    }
    let state = try Self.state(
      noted("甲", "2020-07-22"), noted("乙", "2020-07-25"), noted("丙", "2020-07-25"),
      noted("丁", "2020-07-23"))
    #expect(state.latestNote?.text == "丙")
    #expect(try Self.state().latestNote == nil)
  }

  @Test func `what goes on without a day is sustained once it was begun, and only while it counts`()
    throws
  {
    #expect(try !Self.state(of: "2.1").mayBeSustained)
    #expect(try Self.state(.started("2.1"), of: "2.1").mayBeSustained)
    #expect(try !Self.state(.started("2.1"), .dropped("2.1"), of: "2.1").mayBeSustained)
    #expect(try !Self.state(.started("1.1")).mayBeSustained)
    #expect(try !Self.state(.started("2.1"), .sustained("2.1"), of: "2.1").mayBeSustained)
  }

  @Test func `the closings of a month are told by the days from which they count`() throws {
    let history = History(
      Happening.imported + ClosingCommandTests.stale + [.closed("1.1", "2020-08-12")])
    let state = try #require(history.ledger["1.1"])
    #expect(state.closings(in: "2020-07").map(\.on) == ["2020-07-24", "2020-08-12"])
    #expect(state.closings(in: "2020-08").isEmpty)
  }
}
