import TaskLedger
import Testing

/// What a correction may not say.
///
/// Source: product description, The closing machine (nothing is ever deleted: corrections are new
/// events; moving a deadline later is a reviewer's).
struct RevisionRefusalTests {
  private static func revise(_ id: ItemID = "1.1", _ changes: ItemChange...) -> LedgerCommand {
    .revise(id, changes: changes, reason: "核对原文")
  }

  private static func done(_ id: ItemID = "1.1", _ changes: ItemChange...) -> Scenario.Outcome {
    .events([.item(id, .revised(ItemRevised(changes: changes, reason: "核对原文")))])
  }

  private static func measures(_ texts: String...) -> ItemChange {
    .measures(texts.enumerated().map { Measure(number: $0 + 1, text: $1) })
  }

  private static func read(_ words: String) -> ItemChange {
    .deadline(DeadlineLanguage.read(words, year: 2020))
  }

  private static let correction = ItemChange.evidence(
    EvidenceCorrection(number: "证-1.1-01", pages: 6))

  static let rows: [Scenario] = [
    Scenario(
      "measures of which one is blank", when: revise("1.1", measures("修订", " \u{3000}")),
      then: .refused([.entry(.textMissing(.measure))])),
    Scenario("no measures at all", when: revise("1.1", measures()), then: done("1.1", measures())),
    Scenario(
      "a deadline that cannot be read", when: revise("1.1", read("2020年13月")),
      then: .refused([.item(.deadlineNotReadable("1.1", text: "2020年13月"))])),
    Scenario(
      "an earlier deadline is anybody's", when: revise("1.1", read("2020年6月底前")),
      then: done("1.1", read("2020年6月底前"))),
    Scenario(
      "the same day in other words is anybody's", when: revise("1.1", read("2020年7月底前")),
      then: done("1.1", read("2020年7月底前"))),
    Scenario(
      "the day after is a reviewer's", when: revise("1.1", read("2020年8月1日前")),
      then: .refused([
        .extension(
          .revisionDefers(
            "1.1", due: "2020-07-31", until: "2020-08-01", actor: SampleSchool.owner,
            reviewers: [SampleSchool.office]))
      ])),
    Scenario(
      "the reviewer's day after", when: revise("1.1", read("2020年8月1日前")), by: SampleSchool.office,
      then: done("1.1", read("2020年8月1日前"))),
    Scenario(
      "words without a day take the day away", when: revise("1.1", read("适时")),
      then: .refused([
        .extension(
          .revisionDefers(
            "1.1", due: "2020-07-31", until: nil, actor: SampleSchool.owner,
            reviewers: [SampleSchool.office]))
      ])),
    Scenario(
      "what goes on after the same day does not", when: revise("1.1", read("2020年7月底前，并长期坚持")),
      then: done("1.1", read("2020年7月底前，并长期坚持"))),
    Scenario(
      "what has no day gets one from anybody", when: revise("2.2", read("2020年9月底前")),
      then: done("2.2", read("2020年9月底前"))),
    Scenario(
      "evidence that is not there", when: revise("1.1", correction),
      then: .refused([.evidence(.unknown("证-1.1-01"))])),
    Scenario(
      "evidence that is there", given: [.attached("证-1.1-01")], when: revise("1.1", correction),
      then: done("1.1", correction)),
    Scenario(
      "evidence that is void", given: [.attached("证-1.1-01"), .voided("证-1.1-01", "2020-07-23")],
      when: revise("1.1", correction), then: .refused([.evidence(.unknown("证-1.1-01"))])),
    Scenario(
      "another item's evidence", given: [.attached("证-1.1-01")], when: revise("1.2", correction),
      then: .refused([.evidence(.unknown("证-1.1-01"))])),
    Scenario(
      "no clause any more", when: revise("1.1", .clause(nil)), then: done("1.1", .clause(nil))),
    Scenario(
      "its own clause again", when: revise("1.1", .clause("1.1")), then: done("1.1", .clause("1.1"))
    ),
    Scenario(
      "a withdrawn item", given: [.withdrawn("1.1")], when: revise("1.1", .remark("见附件")),
      then: .refused([.item(.notLive("1.1"))])),
    Scenario(
      "everything that is wrong is named at once", given: [.attached("证-1.1-01")],
      when: .revise(
        "1.1",
        changes: [
          .content(""), measures(""), read("2020年13月"), .clause("9.9"), .clause("1.2"),
          .evidence(EvidenceCorrection(number: "证-1.1-02")),
        ], reason: "\n"),
      then: .refused([
        .entry(.textMissing(.reason)), .entry(.textMissing(.content)),
        .entry(.textMissing(.measure)), .item(.deadlineNotReadable("1.1", text: "2020年13月")),
        .evidence(.unknown("证-1.1-02")),
        .plan(.clauseUnknown("9.9", nearest: ["3.1", "2.2", "2.1"])),
        .plan(.clauseTaken("1.2", by: "1.2")),
      ])),
  ]

  @Test(arguments: rows)
  func `a correction follows its rules`(_ row: Scenario) { row.check() }

  @Test(
    arguments: [
      ("2030-08-05", true), ("2030-08-06", false), ("2120-07-31", false),
    ] as [(CivilDate, Bool)])
  func `a day more than ten years ahead is a mistyped one unless it is confirmed`(
    day: CivilDate, isNear: Bool
  ) {
    for confirms in [false, true] {
      var occasion = Occasion(actor: SampleSchool.office, today: "2020-07-28")
      occasion.confirmsDates = confirms
      let command = LedgerCommand.revise(
        "S1", changes: [.deadline(SampleSchool.deadline(day))], reason: "核对")
      var reasons: [LedgerRejection.Reason] = []
      do throws(LedgerRejection) {
        _ = try decide(command, in: History.imported.ledger, on: occasion)
      } catch {
        reasons = error.reasons
      }
      let expected: [LedgerRejection.Reason] =
        isNear || confirms ? [] : [.entry(.dateFarOff(day, after: "2020-07-28"))]
      #expect(reasons == expected, "\(confirms)")
    }
  }
}
