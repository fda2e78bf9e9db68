import TaskLedger
import Testing

/// Several commands of one occasion are decided as a whole, and far days are asked about.
///
/// Source: product description, The closing machine (each of several, all or nothing) and Sheets
/// (records all or nothing).
struct AllOrNothingTests {
  private static func decideAll(
    _ commands: LedgerCommand..., in ledger: Ledger = History.imported.ledger,
    by actor: String = SampleSchool.owner
  ) throws(LedgerRejection) -> [LedgerEvent] {
    try TaskLedger.decideAll(commands, in: ledger, on: Occasion(actor: actor, today: "2020-07-28"))
  }

  @Test func `each is decided on the ledger as those before it leave it`() throws {
    let events = try Self.decideAll(
      .start("1.1"), .attach("1.1", SampleSchool.file("a", measure: 1)),
      .attach("1.1", SampleSchool.file("b", measure: 2)), .submit("1.1", summary: "已全部完成"))
    #expect(
      events.map(\.name) == [.itemStarted, .evidenceAttached, .evidenceAttached, .closureSubmitted])
    #expect(
      events.last
        == .item("1.1", .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [])))
    )
  }

  @Test func `one refusal refuses all, and the reasons of all are told, each once`() {
    let expected: [LedgerRejection.Reason] = [
      .item(.unknown("1.9", nearest: ["1.2", "1.1", "2.2"])), .entry(.textMissing(.note)),
      .item(.notLive("S1")),
    ]
    let ledger = History.imported.after(.withdrawn("S1")).ledger
    do throws(LedgerRejection) {
      _ = try Self.decideAll(
        .note("1.1", text: "召开推进会"), .start("1.9"), .note("1.2", text: ""), .note("S1", text: ""),
        in: ledger)
      Issue.record("accepted")
    } catch {
      #expect(error.reasons == expected)
    }
  }

  /// Commands of one occasion that need, forbid or leave each other alone.
  private static let parts: [LedgerCommand] = [
    .start("1.1"), .attach("1.1", SampleSchool.file("a")), .submit("1.1", summary: "已全部完成"),
    .withdraw("1.1", basis: "省厅通知"), .confirm("1.2", codes: nil, reason: "核对原件"),
    .raiseGap(text: "制度未公示", item: "1.1", owner: "学工部", due: nil),
    .resolveGap(number: 1, resolution: "已公示"),
  ]

  @Test(arguments: parts.indices, parts.indices)
  func `several at once are those one after the other, in every order`(first: Int, second: Int) {
    for third in Self.parts.indices {
      var history = History.imported
      var events: [LedgerEvent] = []
      var reasons: [LedgerRejection.Reason] = []
      let commands = [first, second, third].map { Self.parts[$0] }
      for command in commands {
        do throws(LedgerRejection) {
          events += try history.run(command, by: SampleSchool.office, on: "2020-07-28")
        } catch {
          reasons += error.reasons.filter { !reasons.contains($0) }
        }
      }
      let outcome: Scenario.Outcome
      do throws(LedgerRejection) {
        outcome = .events(
          try TaskLedger.decideAll(
            commands, in: History.imported.ledger,
            on: Occasion(actor: SampleSchool.office, today: "2020-07-28")))
      } catch {
        outcome = .refused(error.reasons)
      }
      #expect(outcome == (reasons.isEmpty ? .events(events) : .refused(reasons)), "\(third)")
    }
  }

  @Test func `nothing to decide is nothing`() throws {
    #expect(try Self.decideAll() == [])
  }

  @Test func `what is recorded is numbered on and gives the ledger again`() throws {
    var ledger = History.imported.ledger
    let moment = try #require(Instant("2020-07-28T09:30:00+08:00"))
    let occasion = Occasion(actor: " 学工部\n", today: "2020-07-28", effective: "2020-07-27")
    let entries = try ledger.record(.note("1.1", text: "召开\u{202E}推进会"), on: occasion, at: moment)
    #expect(entries.map(\.sequence) == [9])
    #expect(entries.map(\.effective) == ["2020-07-27"])
    #expect(entries.map(\.recordedAt) == [moment])
    #expect(entries.map(\.actor) == [" 学工部 "])
    #expect(entries.map(\.event) == [.item("1.1", .progressNoted(text: "召开推进会"))])
    #expect(Ledger.folding(History.imported.entries + entries) == ledger)
    let before = ledger
    #expect(throws: LedgerRejection.self) {
      try ledger.record(.note("1.1", text: " "), on: occasion, at: moment)
    }
    #expect(ledger == before)
  }
}

/// A year that is mistyped keeps every later entry out, so days far off are asked about.
///
/// Source: product description, Deadlines (a wrong date is the worst fault there is).
struct FarOffDayTests {
  private static func reasons(
    _ command: LedgerCommand, today: CivilDate, effective: CivilDate? = nil, clock: CivilDate?,
    confirms: Bool = false, in history: History = .imported
  ) -> [LedgerRejection.Reason] {
    var occasion = Occasion(actor: SampleSchool.owner, today: today, effective: effective)
    occasion.clock = clock
    if confirms { occasion.confirmsDates = true }
    do throws(LedgerRejection) {
      _ = try decide(command, in: history.ledger, on: occasion)
      return []
    } catch {
      return error.reasons
    }
  }

  private static let note = LedgerCommand.note("1.1", text: "召开推进会")

  @Test func `today may lie a year and a day after the clock or the last entry, no more`() {
    #expect(Self.reasons(Self.note, today: "2021-07-29", clock: "2020-07-28") == [])
    #expect(
      Self.reasons(Self.note, today: "2021-07-30", clock: "2020-07-28")
        == [.entry(.dateFarOff("2021-07-30", after: "2020-07-28"))])
    #expect(
      Self.reasons(Self.note, today: "2202-07-28", clock: "2020-07-28", confirms: true) == [])
    #expect(Self.reasons(Self.note, today: "2202-07-28", clock: nil) == [])
    let later = History.imported.after(.noted("1.1", "2021-01-01"))
    #expect(Self.reasons(Self.note, today: "2021-12-31", clock: "2020-07-28", in: later) == [])
    #expect(
      Self.reasons(Self.note, today: "2021-07-22", clock: "2019-01-01") == [
        .entry(.dateFarOff("2021-07-22", after: "2020-07-20"))
      ])
  }

  @Test func `a deadline may lie ten years ahead, no more`() {
    func gap(_ due: CivilDate) -> LedgerCommand {
      .raiseGap(text: "制度未公示", item: nil, owner: "学工部", due: due)
    }
    let last: CivilDate = "2030-08-05"
    #expect(Self.reasons(gap(last), today: "2020-07-28", clock: nil) == [])
    let next: CivilDate = "2030-08-06"
    let far = [LedgerRejection.Reason.entry(.dateFarOff(next, after: "2020-07-28"))]
    #expect(Self.reasons(gap(next), today: "2020-07-28", clock: nil) == far)
    #expect(Self.reasons(gap(next), today: "2020-07-28", clock: nil, confirms: true) == [])
    #expect(Self.reasons(gap(next), today: "2020-07-28", clock: "2020-07-29") == [])
    #expect(
      Self.reasons(
        .requestExtension("1.2", until: next, reason: "推迟", progress: "已拟稿"), today: "2020-07-28",
        clock: nil) == far)
    let closed = History(Happening.imported + ClosingCommandTests.closed)
    #expect(
      Self.reasons(
        .reopen("1.1", finding: "名单不实", basis: "督查", due: next), today: "2020-07-28", clock: nil,
        in: closed) == far)
    #expect(
      Self.reasons(
        .revise("2.2", changes: [.deadline(SampleSchool.deadline(next))], reason: "核对"),
        today: "2020-07-28", clock: nil) == far)
  }
}
