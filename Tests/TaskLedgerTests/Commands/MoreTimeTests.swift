import TaskLedger
import TestSupport
import Testing

/// Who may give more time, and who acts.
struct MoreTimeTests {
  static let directory = DepartmentDirectory([.init(name: "学工部", aliases: ["学生处"])])

  static func rejection(
    _ command: LedgerCommand, by actor: String, in history: History = .imported,
    on day: CivilDate = "2020-08-20", departments: DepartmentDirectory? = nil
  ) -> [LedgerRejection.Reason] {
    var occasion = Occasion(actor: actor, today: day)
    occasion.departments = departments
    do throws(LedgerRejection) {
      _ = try decide(command, in: history.ledger, on: occasion)
      return []
    } catch {
      return error.reasons
    }
  }

  @Test(
    .bug(id: "counts", "a department deferred what was overdue by a correction"),
    arguments: ["2020-12-31", nil] as [CivilDate?])
  func `only a reviewer moves a deadline later or takes it away`(until: CivilDate?) {
    let deadline = until.map { SampleSchool.deadline($0) } ?? .blank
    let command = LedgerCommand.revise("1.1", changes: [.deadline(deadline)], reason: "核对")
    #expect(
      Self.rejection(command, by: SampleSchool.owner) == [
        .extension(
          .revisionDefers(
            "1.1", due: "2020-07-31", until: until, actor: SampleSchool.owner,
            reviewers: [SampleSchool.office]))
      ])
    #expect(Self.rejection(command, by: SampleSchool.office) == [])
  }

  static let withHandIn: History = {
    var history = History()
    var list = SampleSchool.list
    list.handIns = [HandIn(due: "2020-10-15", what: "自评报告", forms: [], recipients: [])]
    for happening in Happening.imported {
      if case .ledger(.listAdopted) = happening.event {
        history.record(
          Happening(.ledger(.listAdopted(list)), on: happening.on, by: happening.by))
      } else {
        history.record(happening)
      }
    }
    return history
  }()

  @Test func `later than the list and the hand-in needs a superior document`() {
    let asked = Self.withHandIn.after(.asked("1.1", until: "2020-12-31"))
    let plain = LedgerCommand.grantExtension("1.1", basis: "例会")
    #expect(
      Self.rejection(plain, by: SampleSchool.office, in: asked, on: "2020-07-25") == [
        .extension(
          .superiorMissing(
            "1.1", until: "2020-12-31", list: "2020-06-30", handIn: "2020-10-15", isRequest: true))
      ])
    let named = LedgerCommand.grantExtension("1.1", basis: "例会", superior: "省发〔2020〕2号")
    #expect(Self.rejection(named, by: SampleSchool.office, in: asked, on: "2020-07-25") == [])
    let revision = LedgerCommand.revise(
      "1.1", changes: [.deadline(SampleSchool.deadline("2020-12-31"))], reason: "核对")
    #expect(Self.rejection(revision, by: SampleSchool.office, in: Self.withHandIn).count == 1)
    let lateness = asked.ledger["1.1"].flatMap {
      asked.ledger.lateness(of: $0, until: "2020-09-30")
    }
    #expect(lateness?.list == "2020-06-30" && lateness?.handIn == nil)
  }

  @Test func `sustaining is for what goes on without a due day, recurring duties included`() {
    let recurring = History.imported.after(
      .revised("1.2", "2020-07-21", .deadline(DeadlineLanguage.read("每月25日前", year: 2020))),
      .started("1.2"))
    #expect(Self.rejection(.sustain("1.2"), by: SampleSchool.owner, in: recurring) == [])
    let dated = History.imported.after(
      .revised(
        "1.2", "2020-07-21", .deadline(DeadlineLanguage.read("2020年8月底前，并长期坚持", year: 2020))),
      .started("1.2"))
    #expect(
      Self.rejection(.sustain("1.2"), by: SampleSchool.owner, in: dated)
        == [.item(.dueBeforeGoingOn("1.2", due: "2020-08-31"))])
  }

  @Test(.bug(id: "counts", "a reopened round went on without a closure"))
  func `what has a dated half is closed again before it goes on`() throws {
    var reopened = History.imported.after(
      .revised(
        "1.2", "2020-07-21", .deadline(DeadlineLanguage.read("2020年8月底前，并长期坚持", year: 2020))),
      .started("1.2"), .attached("证-1.2-01"), .submitted("1.2"), .closed("1.2"))
    try reopened.run(
      .reopen("1.2", finding: "名单不实", basis: "督查"), by: SampleSchool.office, on: "2020-07-25")
    #expect(
      Self.rejection(.sustain("1.2"), by: SampleSchool.owner, in: reopened, on: "2020-07-26")
        == [.item(.dueBeforeGoingOn("1.2", due: nil))])
    let state = try #require(reopened.ledger["1.2"])
    let onDay = ItemOnDay(state, on: "2020-07-26", handInDay: "2020-10-15")
    #expect(Array(onDay.missing.prefix(3)) == [.evidence, .statement, .deadline(round: 2)])
    #expect(onDay.light == .grey && !onDay.isSettled)
  }

  @Test(.bug(id: "counts", "more time by a correction stood in no paper"))
  func `a correction that moves the day later is kept as more time`() throws {
    var history = History.imported
    let moves: [(CivilDate, CivilDate)] = [
      ("2020-07-10", "2020-07-20"), ("2020-09-15", "2020-07-22"),
    ]
    for (day, on) in moves {
      try history.run(
        .revise("1.1", changes: [.deadline(SampleSchool.deadline(day))], reason: "会议明确"),
        by: SampleSchool.office, on: on)
    }
    let deferrals = try #require(history.ledger["1.1"]?.deferrals)
    #expect(deferrals.map(\.until) == ["2020-09-15"] && deferrals.first?.from == "2020-07-10")
    #expect(deferrals.first?.reason == "会议明确" && deferrals.first?.superior == nil)
  }

  @Test(.bug(id: "counts", "any name could act for ever"))
  func `an unknown actor is refused with the nearest known name`() throws {
    let note = LedgerCommand.note("1.1", text: "推进会")
    #expect(
      Self.rejection(note, by: "学工布", departments: Self.directory)
        == [.member(.unknownActor("学工布", nearest: ["学工部"]))])
    for known in ["学工部", "学生处", SampleSchool.office] {
      #expect(Self.rejection(note, by: known, departments: Self.directory) == [])
    }
    var history = History.imported
    try history.run(
      .addMember(name: "张伟", department: "学生处", role: .owner), by: SampleSchool.office,
      on: "2020-07-21")
    #expect(Self.rejection(note, by: "张伟", in: history, departments: Self.directory) == [])
    try history.run(.retireMember(name: "张伟"), by: SampleSchool.office, on: "2020-07-22")
    #expect(Self.rejection(note, by: "张伟", in: history, departments: Self.directory).count == 1)
  }

  @Test func `one person under two hats is one, and a department never reviews its own`() throws {
    var history = History(Happening.imported + ClosingCommandTests.ready)
    try history.run(
      .setReviewers([SampleSchool.office, "张伟"], reason: "分工"), by: SampleSchool.office,
      on: "2020-07-22")
    try history.run(
      .addMember(name: "张伟", department: "学工部", role: .owner), by: SampleSchool.office,
      on: "2020-07-22")
    let byPerson = history.after(.submitted("1.1", by: "张伟"))
    let byDepartment = history.after(.submitted("1.1", by: "学生处"))
    let close = LedgerCommand.close("1.1", opinion: "同意")
    for (log, submitter) in [(byPerson, "张伟"), (byDepartment, "学生处")] {
      #expect(
        Self.rejection(close, by: "张伟", in: log, departments: Self.directory)
          == [.review(.reviewerIsSubmitter("1.1", actor: "张伟", submitter: submitter))])
    }
  }

  @Test func `a department under another of its names may not review what it submitted`() throws {
    var history = History(Happening.imported + ClosingCommandTests.ready)
    try history.run(
      .setReviewers([SampleSchool.office, "学生处"], reason: "分工"), by: SampleSchool.office,
      on: "2020-07-22")
    let submitted = history.after(.submitted("1.1", by: "学工部"))
    #expect(
      Self.rejection(
        .close("1.1", opinion: "同意"), by: "学生处", in: submitted, departments: Self.directory)
        == [.review(.reviewerIsSubmitter("1.1", actor: "学生处", submitter: "学工部"))])
  }
}
