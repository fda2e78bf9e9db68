import TaskLedger
import TestSupport
import Testing

/// The rules of the closing machine as rows: given, when, then.
struct ClosingCommandTests {
  typealias Reason = LedgerRejection.Reason

  static let office = SampleSchool.office
  static let ready: [Happening] = [.started("1.1"), .attached("证-1.1-01", measure: 1)]
  static let submitted = ready + [.submitted("1.1", unproved: [2])]
  static let closed = submitted + [.closed("1.1")]
  static let stale = closed + [.attached("证-1.1-02", "2020-07-25", digest: "b")]

  static let starts: [Scenario] = [
    Scenario(
      "start a pending item", when: .start("1.1"),
      then: .events([.item("1.1", .started)])),
    Scenario(
      "start an item twice", given: [.started("1.1")], when: .start("1.1"),
      then: .refused([.item(.phaseWrong("1.1", .start, phase: .inProgress))])),
    Scenario(
      "an unknown item names its neighbours", when: .start("1.9"),
      then: .refused([.item(.unknown("1.9", nearest: ["1.2", "1.1", "2.2"]))])),
    Scenario(
      "an id as large as a number can be is only unknown",
      when: .start("2147483647.2147483647"),
      then: .refused([
        .item(
          .unknown(
            "2147483647.2147483647", nearest: ["2.2", "2.1", "1.2"]))
      ])),
    Scenario(
      "an unknown item of the school's own names the nearest", when: .start("S7"),
      then: .refused([.item(.unknown("S7", nearest: ["S1"]))])),
    Scenario(
      "an unknown item, no actor and a future day in one refusal", when: .start("1.9"),
      by: " \u{200B}",
      on: "2020-07-29", today: "2020-07-28",
      then: .refused([
        .item(.unknown("1.9", nearest: ["1.2", "1.1", "2.2"])), .entry(.textMissing(.actor)),
        .entry(.dateInFuture("2020-07-29", today: "2020-07-28")),
      ])),
    Scenario(
      "no move counts before the item came", when: .start("1.1"), on: "2020-07-19",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-20", effective: "2020-07-19"))
      ])),
  ]

  static let submissions: [Scenario] = [
    Scenario(
      "submit with evidence and statement names unproved measures", given: ready,
      when: .submit("1.1", summary: "已全部完成"),
      then: .events([
        .item("1.1", .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [2])))
      ])),
    Scenario(
      "submit without anything names every unmet condition",
      when: .submit("1.1", summary: " \u{3000}"), on: "2020-07-19", today: "2020-07-28",
      then: .refused([
        .item(.phaseWrong("1.1", .submit, phase: .pending)),
        .item(.beforeLastMove("1.1", last: "2020-07-20", effective: "2020-07-19")),
        .entry(.textMissing(.summary)), .evidence(.missing("1.1", measures: [1, 2])),
      ])),
    Scenario(
      "void evidence is no evidence", given: ready + [.voided("证-1.1-01", "2020-07-23")],
      when: .submit("1.1", summary: "已全部完成"),
      then: .refused([.evidence(.missing("1.1", measures: [1, 2]))])),
    Scenario(
      "submit does not count before its evidence does",
      given: [.started("1.1"), .attached("证-1.1-01", "2020-07-26")],
      when: .submit("1.1", summary: "已全部完成"), on: "2020-07-25", today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-26", effective: "2020-07-25"))
      ])),
    Scenario(
      "submit rests on evidence of work before the plan",
      given: [.started("1.2"), .attached("证-1.2-01", "2020-05-06", recordedOn: "2020-07-22")],
      when: .submit("1.2", summary: "已全部完成"),
      then: .events([
        .item("1.2", .closureSubmitted(ClosureSubmitted(summary: "已全部完成", unprovedMeasures: [])))
      ])),
    Scenario(
      "submit a standing item",
      given: [
        .started("2.1"), .sustained("2.1"), .attached("证-2.1-01"),
      ],
      when: .submit("2.1", summary: "已建立长效机制"),
      then: .events([
        .item("2.1", .closureSubmitted(ClosureSubmitted(summary: "已建立长效机制", unprovedMeasures: [])))
      ])),
    Scenario(
      "submit again what waits for review", given: submitted,
      when: .submit("1.1", summary: "已全部完成"),
      then: .refused([.item(.phaseWrong("1.1", .submit, phase: .submitted))])),
    Scenario(
      "submit what is soundly closed", given: closed, when: .submit("1.1", summary: "已全部完成"),
      then: .refused([.review(.closureStands("1.1"))])),
    Scenario(
      "submit a stale closure again", given: stale, when: .submit("1.1", summary: "补充材料"),
      then: .events([
        .item("1.1", .closureSubmitted(ClosureSubmitted(summary: "补充材料", unprovedMeasures: [2])))
      ])),
  ]

  /// The closing of what stands for review after something happened.
  static func closing(_ opinion: String, after given: [Happening]) -> LedgerEvent {
    let state = History(Happening.imported + given).ledger["1.1"]
    let reviewed = ReviewDigest.sha256(state?.reviewBasis.text ?? "")
    return .item("1.1", .closed(ItemClosed(opinion: opinion, reviewed: reviewed)))
  }

  static let reviews: [Scenario] = [
    Scenario(
      "close after review", given: submitted,
      when: .close("1.1", opinion: "同意销号"), by: office,
      then: .events([closing("同意销号", after: submitted)])),
    Scenario(
      "the office's name with blanks, width and invisible marks is still the office",
      given: submitted, when: .close("1.1", opinion: "同意销号"),
      by: "领导小组\u{3000}办公室\u{200B}\u{FEFF}",
      then: .events([closing("同意销号", after: submitted)])),
    Scenario(
      "close without submission, opinion or right names all",
      when: .close("1.1", opinion: ""),
      then: .refused([
        .item(.phaseWrong("1.1", .close, phase: .pending)), .entry(.textMissing(.opinion)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
      ])),
    Scenario(
      "the submitter may not close", given: ready + [.submitted("1.1", by: office)],
      when: .close("1.1", opinion: "同意销号"), by: office,
      then: .refused([.review(.reviewerIsSubmitter("1.1", actor: office, submitter: office))])),
    Scenario(
      "a submitter with another spelling of the name may not close",
      given: ready + [.submitted("1.1", by: "领导小组 办公室")],
      when: .close("1.1", opinion: "同意销号"), by: "领导小组办\u{200D}公室",
      then: .refused([
        .review(
          .reviewerIsSubmitter(
            "1.1", actor: "领导小组办\u{200D}公室", submitter: "领导小组 办公室"))
      ])),
    Scenario(
      "closing when the evidence was voided after submission",
      given: submitted + [.voided("证-1.1-01", "2020-07-24")],
      when: .close("1.1", opinion: "同意销号"), by: office,
      then: .refused([.evidence(.missing("1.1", measures: [1, 2]))])),
    Scenario(
      "closing does not count before a correction it rests on",
      given: submitted + [.revised("1.1", "2020-07-27", .content("改写"))],
      when: .close("1.1", opinion: "同意销号"), by: office, on: "2020-07-26",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-27", effective: "2020-07-26"))
      ])),
    Scenario(
      "close what is soundly closed", given: closed,
      when: .close("1.1", opinion: "同意销号"), by: office,
      then: .refused([.review(.closureStands("1.1"))])),
    Scenario(
      "close a stale closure after a new review", given: stale,
      when: .close("1.1", opinion: "复核同意"), by: office,
      then: .events([closing("复核同意", after: stale)])),
    Scenario(
      "the submitter may not review a stale closure either",
      given: ready + [
        .submitted("1.1", by: "审核员"), .closed("1.1"),
        .revised("1.1", "2020-07-25", .content("改写")),
      ],
      when: .close("1.1", opinion: "同意"), by: "审核员",
      then: .refused([
        .entry(.actorMayNotReview(actor: "审核员", reviewers: [office])),
        .review(.reviewerIsSubmitter("1.1", actor: "审核员", submitter: "审核员")),
      ])),
    Scenario(
      "return with a reason", given: submitted, when: .return("1.1", reason: "缺名单"),
      by: office,
      then: .events([.item("1.1", .closureReturned(reason: "缺名单"))])),
    Scenario(
      "return without reason by the submitter names all",
      given: submitted, when: .return("1.1", reason: ""), on: "2020-07-22",
      today: "2020-07-28",
      then: .refused([
        .item(.beforeLastMove("1.1", last: "2020-07-23", effective: "2020-07-22")),
        .entry(.textMissing(.reason)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
        .review(
          .reviewerIsSubmitter(
            "1.1", actor: SampleSchool.owner, submitter: SampleSchool.owner)),
      ])),
    Scenario(
      "return a stale closure", given: stale, when: .return("1.1", reason: "材料有变"), by: office,
      then: .events([.item("1.1", .closureReturned(reason: "材料有变"))])),
  ]

  static let otherMoves: [Scenario] = [
    Scenario(
      "reopen with finding and basis by anybody", given: closed,
      when: .reopen("1.1", finding: "名单不实", basis: "督查反馈"), by: SampleSchool.other,
      then: .events([
        .item("1.1", .reopened(ItemReopened(finding: "名单不实", basis: "督查反馈")))
      ])),
    Scenario(
      "reopen without finding and basis what is open names all",
      when: .reopen("1.1", finding: "", basis: ""),
      then: .refused([
        .item(.phaseWrong("1.1", .reopen, phase: .pending)), .entry(.textMissing(.finding)),
        .entry(.textMissing(.basis)),
      ])),
    Scenario(
      "sustain an item that says so", given: [.started("2.1")], when: .sustain("2.1"),
      then: .events([.item("2.1", .sustained)])),
    Scenario(
      "sustain a dated item that was not begun names both", when: .sustain("1.1"),
      then: .refused([
        .item(.phaseWrong("1.1", .sustain, phase: .pending)), .item(.notStanding("1.1")),
      ])),
    Scenario(
      "withdraw on a superior document", given: submitted,
      when: .withdraw("1.1", basis: "省厅通知"), by: office,
      then: .events([.item("1.1", .withdrawn(basis: "省厅通知"))])),
    Scenario(
      "withdraw on words that name no document", given: submitted,
      when: .withdraw("1.1", basis: "口头同意"), by: office,
      then: .refused([.item(.basisNotDocument("1.1", basis: "口头同意"))])),
    Scenario(
      "withdraw without basis by the owner names all", given: closed,
      when: .withdraw("1.1", basis: ""),
      then: .refused([
        .item(.phaseWrong("1.1", .withdraw, phase: .closed)), .entry(.textMissing(.basis)),
        .entry(.actorMayNotReview(actor: SampleSchool.owner, reviewers: [office])),
      ])),
    Scenario(
      "nothing moves after a withdrawal", given: [.withdrawn("1.1")],
      when: .submit("1.1", summary: "已全部完成"),
      then: .refused([.item(.notLive("1.1")), .evidence(.missing("1.1", measures: [1, 2]))])),
    Scenario(
      "nothing moves after the plan dropped the item", given: closed + [.dropped("1.1")],
      when: .reopen("1.1", finding: "名单不实", basis: "督查反馈"),
      then: .refused([.item(.notLive("1.1"))])),
  ]

  @Test(arguments: starts)
  func `starting follows its rules`(_ row: Scenario) { row.check() }

  @Test(arguments: submissions)
  func `applying follows its rules`(_ row: Scenario) { row.check() }

  @Test(arguments: reviews)
  func `reviewing follows its rules`(_ row: Scenario) { row.check() }

  @Test(arguments: otherMoves)
  func `reopening, sustaining and withdrawing follow their rules`(_ row: Scenario) {
    row.check()
  }
}
