import TaskLedger
import Testing

/// The rules for more time; item 1.1 is due on 2020-07-31.
struct ExtensionCommandTests {
  static let office = SampleSchool.office
  static let asked: [Happening] = [.asked("1.1", until: "2020-08-15")]
  static let closedWhileAsked: [Happening] =
    ClosingCommandTests.ready + asked
    + [.submitted("1.1", unproved: [2]), .closed("1.1", "2020-07-24")]

  static func request(
    _ id: ItemID = "1.1", until: CivilDate = "2020-08-15", reason: String = "开学推迟",
    progress: String = "已拟稿"
  ) -> LedgerCommand {
    .requestExtension(id, until: until, reason: reason, progress: progress)
  }

  static func requested(_ id: ItemID = "1.1", until: CivilDate = "2020-08-15") -> LedgerEvent {
    .item(
      id, .extensionRequested(ExtensionRequested(until: until, reason: "开学推迟", progress: "已拟稿")))
  }

  static let requests: [Scenario] = [
    Scenario("ask before the due day", when: request(), then: .events([requested()])),
    Scenario(
      "ask on the due day", when: request(), on: "2020-07-31", then: .events([requested()])),
    Scenario(
      "ask on the day after", when: request(), on: "2020-08-01",
      then: .refused([.extension(.tooLate("1.1", due: "2020-07-31"))])),
    Scenario(
      "asking late is not cured by dating it back", when: request(), on: "2020-07-30",
      today: "2020-08-01", then: .refused([.extension(.tooLate("1.1", due: "2020-07-31"))])),
    Scenario(
      "ask late, for an earlier day, without reason and progress names all",
      when: request(until: "2020-07-31", reason: "", progress: " "), on: "2020-08-01",
      then: .refused([
        .entry(.textMissing(.reason)), .entry(.textMissing(.note)),
        .extension(.tooLate("1.1", due: "2020-07-31")),
        .extension(.notLater("1.1", due: "2020-07-31", until: "2020-07-31")),
      ])),
    Scenario(
      "ask for what has no due day", when: request("2.2"),
      then: .refused([.extension(.withoutDue("2.2"))])),
    Scenario(
      "ask twice", given: asked, when: request(until: "2020-08-20"),
      then: .refused([.extension(.alreadyRequested("1.1", until: "2020-08-15"))])),
    Scenario(
      "ask again after a refusal", given: asked + [.refused("1.1")], when: request(),
      then: .events([requested()])),
    Scenario(
      "ask again after a grant, later than what was granted",
      given: asked + [.granted("1.1", until: "2020-08-15")], when: request(until: "2020-08-15"),
      then: .refused([
        .extension(.notLater("1.1", due: "2020-08-15", until: "2020-08-15"))
      ])),
    Scenario(
      "ask for what is soundly closed", given: ClosingCommandTests.closed, when: request(),
      then: .refused([.review(.closureStands("1.1"))])),
    Scenario(
      "ask for what is stale", given: ClosingCommandTests.stale, when: request(),
      then: .events([requested()])),
    Scenario(
      "ask for what was withdrawn", given: [.withdrawn("1.1")], when: request(),
      then: .refused([.item(.notLive("1.1"))])),
    Scenario(
      "ask for what was closed and is no longer in the plan",
      given: ClosingCommandTests.closed + [.dropped("1.1")], when: request(),
      then: .refused([.item(.notLive("1.1"))])),
  ]

  static let answers: [Scenario] = [
    Scenario(
      "grant with a basis", given: asked, when: .grantExtension("1.1", basis: "例会决定"),
      by: office,
      then: .events([
        .item("1.1", .extensionGranted(ExtensionGranted(until: "2020-08-15", basis: "例会决定")))
      ])),
    Scenario(
      "grant what was asked in time also after the due day", given: asked,
      when: .grantExtension("1.1", basis: "例会决定"), by: office, on: "2020-08-03",
      then: .events([
        .item("1.1", .extensionGranted(ExtensionGranted(until: "2020-08-15", basis: "例会决定")))
      ])),
    Scenario(
      "grant without request, basis or right names all",
      when: .grantExtension("1.1", basis: ""),
      then: .refused([
        .entry(.textMissing(.basis)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
        .extension(.notRequested("1.1")),
      ])),
    Scenario(
      "nobody grants what they asked for",
      given: [.asked("1.1", until: "2020-08-15", by: office)],
      when: .grantExtension("1.1", basis: "例会决定"), by: "领导小组　办公室",
      then: .refused([
        .review(.reviewerIsSubmitter("1.1", actor: "领导小组　办公室", submitter: office))
      ])),
    Scenario(
      "a grant never moves the day of what is closed", given: closedWhileAsked,
      when: .grantExtension("1.1", basis: "例会决定"), by: office,
      then: .refused([.review(.closureStands("1.1"))])),
    Scenario(
      "a pending request of what is closed can be refused", given: closedWhileAsked,
      when: .refuseExtension("1.1", reason: "已销号"), by: office,
      then: .events([.item("1.1", .extensionRefused(reason: "已销号"))])),
    Scenario(
      "a grant does not count before its request", given: asked,
      when: .grantExtension("1.1", basis: "例会决定"), by: office, on: "2020-07-21",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-22", effective: "2020-07-21"))
      ])),
    Scenario(
      "a grant never moves a corrected deadline forward",
      given: asked + [
        .revised("1.1", "2020-07-23", .deadline(SampleSchool.deadline("2020-09-30")))
      ],
      when: .grantExtension("1.1", basis: "例会决定"), by: office,
      then: .refused([
        .extension(.notLater("1.1", due: "2020-09-30", until: "2020-08-15"))
      ])),
    Scenario(
      "refuse with a reason", given: asked, when: .refuseExtension("1.1", reason: "理由不足"),
      by: office,
      then: .events([.item("1.1", .extensionRefused(reason: "理由不足"))])),
    Scenario(
      "refuse without request, reason or right names all",
      when: .refuseExtension("1.1", reason: ""),
      then: .refused([
        .entry(.textMissing(.reason)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
        .extension(.notRequested("1.1")),
      ])),
  ]

  @Test(arguments: requests)
  func `asking for more time follows its rules`(_ row: Scenario) { row.check() }

  @Test(arguments: answers)
  func `answering a request follows its rules`(_ row: Scenario) { row.check() }
}
