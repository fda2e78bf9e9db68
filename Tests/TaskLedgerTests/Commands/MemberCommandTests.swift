import TaskLedger
import TestSupport
import Testing

/// The rules for members, and for what an indicator is declared not to apply to.
///
/// Source: product description, The closing machine (Who acts) and Acceptance indicators (不适用).
struct MemberCommandTests {
  static let office = SampleSchool.office
  static let refused: LedgerRejection.Reason =
    .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office]))

  static func add(
    _ name: String = "张伟", _ department: String = "学工部", _ role: Member.Role = .owner
  ) -> LedgerCommand { .addMember(name: name, department: department, role: role) }

  static func added(
    _ name: String = "张伟", _ department: String = "学工部", _ role: Member.Role = .owner
  ) -> Scenario.Outcome {
    .events([.ledger(.memberAdded(MemberAdded(name: name, department: department, role: role)))])
  }

  static let members: [Scenario] = [
    Scenario("a reviewer registers a member", when: add(), by: office, then: added()),
    Scenario("a department does not", when: add(), then: .refused([refused])),
    Scenario(
      "an administrator registers a member", given: [.member("李芳", "学工部", .administrator)],
      when: add(), by: "李芳", then: added()),
    Scenario(
      "an owner does not", given: [.member("李芳", "学工部")], when: add(), by: "李芳",
      then: .refused([.entry(.actorMayNotReview(actor: "李芳", reviewers: [office]))])),
    Scenario(
      "an administrator who left does not",
      given: [.member("李芳", "学工部", .administrator), .retired("李芳")], when: add(), by: "李芳",
      then: .refused([.entry(.actorMayNotReview(actor: "李芳", reviewers: [office]))])),
    Scenario(
      "name and department are asked for at once", when: add(" ", "\u{3000}"), by: office,
      then: .refused([.entry(.textMissing(.member)), .entry(.textMissing(.department))])),
    Scenario(
      "a second time adds a department", given: [.member("张伟", "学工部")], when: add("张伟", "宣传部"),
      by: office, then: added("张伟", "宣传部")),
    Scenario(
      "a second time adds a role", given: [.member("张伟", "学工部")],
      when: add("张伟", "学工部", .leader), by: office, then: added("张伟", "学工部", .leader)),
    Scenario(
      "names are unique, blanks aside", given: [.member("张伟", "学工部")], when: add("张 伟", "宣传部"),
      by: office, then: added("张伟", "宣传部")),
    Scenario(
      "a namesake is somebody else", given: [.member("张伟", "学工部")], when: add("张伟（信工）"),
      by: office, then: added("张伟（信工）")),
    Scenario(
      "the same again is refused", given: [.member("张伟", "学工部")], when: add(), by: office,
      then: .refused([.member(.alreadyThere("张伟", department: "学工部", role: .owner))])),
    Scenario(
      "who left may be registered again", given: [.member("张伟", "学工部"), .retired("张伟")],
      when: add(), by: office, then: added()),
    Scenario(
      "a member leaves by whichever spelling", given: [.member("张伟", "学工部")],
      when: .retireMember(name: "张 伟"), by: office,
      then: .events([.ledger(.memberRetired(name: "张伟"))])),
    Scenario(
      "an unknown name is refused with the nearest", given: [.member("张伟", "学工部")],
      when: .retireMember(name: "张韦"), by: office,
      then: .refused([.member(.unknown("张韦", nearest: ["张伟"]))])),
    Scenario(
      "who left cannot leave again", given: [.member("张伟", "学工部"), .retired("张伟")],
      when: .retireMember(name: "张伟"), by: office,
      then: .refused([.member(.unknown("张伟", nearest: []))])),
    Scenario(
      "a department lets nobody go", given: [.member("张伟", "学工部")],
      when: .retireMember(name: "张伟"), then: .refused([refused])),
  ]

  @Test(arguments: members)
  func `members follow their rules`(_ row: Scenario) { row.check() }

  @Test func `a member has each department and role once, and is active again when registered`()
    throws
  {
    let history = History.imported.after(
      .member("张伟", "学工部"), .member("张伟", "学工部", .leader), .member("张伟", "宣传部"),
      .member("张伟", "宣传部"))
    let member = try #require(history.ledger.member(named: "张 伟"))
    #expect(member.departments == ["学工部", "宣传部"])
    #expect(member.roles == [.owner, .leader])
    #expect(member.isActive && member.addedOn == "2020-07-21")
    let gone = history.after(.retired("张伟"))
    #expect(gone.ledger.members["张伟"]?.isActive == false)
    #expect(gone.ledger.members["张伟"]?.retiredOn == "2020-07-22")
    #expect(gone.after(.member("张伟", "学工部")).ledger.members["张伟"]?.isActive == true)
    #expect(History.imported.after(.retired("某某")).ledger.unplaced == [9])
  }

  @Test func `roles are listed from the owner to the administrator`() {
    #expect(
      [Member.Role.administrator, .leader, .office, .owner].sorted()
        == [.owner, .office, .leader, .administrator])
  }

  static let directory = MoreTimeTests.directory

  @Test func `who is in the reviewers' list, or an active member of a department there, reviews`() {
    let ledger = History.imported.after(
      .member("张伟", SampleSchool.office), .member("李芳", "学工部"),
      .member("王强", SampleSchool.office), .retired("王强")
    ).ledger
    let rows = [
      (SampleSchool.office, true), ("领导小组 办公室", true), ("张伟", true), ("李芳", false),
      ("王强", false), ("学工部", false), ("某某", false),
    ]
    for (actor, isReviewer) in rows {
      #expect(ledger.isReviewer(actor, in: Self.directory) == isReviewer, "\(actor)")
    }
    var other = ledger
    other.reviewers = ["学生处"]
    for (actor, isReviewer) in [("学工部", true), ("李芳", true), ("张伟", false)] {
      #expect(other.isReviewer(actor, in: Self.directory) == isReviewer, "\(actor)")
    }
  }

  @Test(arguments: [
    ("张伟", "张 伟", true), ("张伟", "李芳", false), ("张伟", "学工部", true), ("学生处", "张伟", true),
    ("宣传部", "张伟", false), ("张伟", "宣传部", false), ("学工部", "学生处", true), ("学工部", "宣传部", false),
    ("某某", "学工部", false), ("张伟", "张伟（信工）", false),
  ])
  func `a person is compared as a person, a department where only a department signed`(
    left: String, right: String, isSame: Bool
  ) {
    let ledger = History.imported.after(.member("张伟", "学工部"), .member("李芳", "学工部")).ledger
    #expect(ledger.isSameParty(left, right, in: Self.directory) == isSame)
  }

  @Test func `reviewers, departments with their other names and active members may act`() {
    var history = History.imported.after(
      .member("张伟", "保卫处"), .member("李芳", "基建处"), .retired("李芳"))
    history.record(
      .revised(
        "1.2", "2020-07-22",
        .departments(DepartmentAssignment(lead: ["学工部"], supporting: ["团支部", " "]))))
    #expect(
      history.ledger.knownActors(in: Self.directory)
        == ["学工部", "学生处", "张伟", "保卫处", "团支部", SampleSchool.office].sorted())
  }

  // MARK: - 不适用

  static func exempted(_ reason: String?, unit: String? = nil) -> Happening {
    Happening(
      .ledger(.indicatorExempted(IndicatorExempted(indicator: "2", unit: unit, reason: reason))),
      on: "2020-07-21", by: office)
  }

  @Test func `an indicator is declared away by a reviewer with a reason, and taken back`() throws {
    var indicator = try #require(SampleSchool.indicator)
    func check(_ row: Scenario) { row.check() }
    func exempt(_ reason: String, unit: String? = nil) -> LedgerCommand {
      .exemptIndicator(indicator, unit: unit, reason: reason)
    }
    func event(_ reason: String?, unit: String? = nil) -> Scenario.Outcome {
      .events([Self.exempted(reason, unit: unit).event])
    }
    check(Scenario("by a reviewer", when: exempt("没有研究生"), by: Self.office, then: event("没有研究生")))
    check(
      Scenario(
        "the word itself is no reason's part", when: exempt("不适用：没有研究生"), by: Self.office,
        then: event("没有研究生")))
    check(
      Scenario(
        "for one union", when: exempt("筹建中", unit: "机电系"), by: Self.office,
        then: event("筹建中", unit: "机电系")))
    check(
      Scenario(
        "the word alone is no reason", when: exempt("不适用"), by: Self.office,
        then: .refused([.entry(.textMissing(.reason))])))
    check(Scenario("not by a department", when: exempt("没有"), then: .refused([Self.refused])))
    check(
      Scenario(
        "lifted", given: [Self.exempted("没有研究生")], when: .liftExemption("2", unit: nil),
        by: Self.office, then: event(nil)))
    check(
      Scenario(
        "lifted by a department", given: [Self.exempted("没有研究生")],
        when: .liftExemption("2", unit: nil), then: .refused([Self.refused])))
    check(
      Scenario(
        "what was declared for one union is not the school's",
        given: [Self.exempted("筹建中", unit: "机电系")], when: .liftExemption("2", unit: nil),
        by: Self.office, then: .refused([.member(.notExempt("2"))])))
    check(
      Scenario(
        "lifted twice", given: [Self.exempted("没有研究生"), Self.exempted(nil)],
        when: .liftExemption("2", unit: nil), by: Self.office,
        then: .refused([.member(.notExempt("2"))])))
    indicator.isStarred = true
    check(
      Scenario(
        "never a starred one", when: exempt("没有研究生"), by: Self.office,
        then: .refused([.member(.starredIndicator("2"))])))
  }

  @Test func `a union is named as the school's table of departments has it`() throws {
    let indicator = try #require(SampleSchool.indicator)
    var occasion = Occasion(actor: Self.office, today: "2020-07-28")
    occasion.departments = Self.directory
    let command = LedgerCommand.exemptIndicator(indicator, unit: "学生处", reason: "筹建中")
    #expect(
      try decide(command, in: History.imported.ledger, on: occasion)
        == [Self.exempted("筹建中", unit: "学工部").event])
    let exempt = History.imported.after(Self.exempted("筹建中", unit: "学工部")).ledger
    #expect(
      try decide(.liftExemption("2", unit: "学生处"), in: exempt, on: occasion)
        == [Self.exempted(nil, unit: "学工部").event])
    #expect(
      try decide(
        .addMember(name: "张伟", department: "学生处", role: .owner), in: exempt, on: occasion)
        == [
          .ledger(.memberAdded(MemberAdded(name: "张伟", department: "学工部", role: .owner)))
        ])
  }
}
