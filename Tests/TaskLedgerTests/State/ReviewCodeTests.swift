import TaskLedger
import TestSupport
import Testing

/// A review is bound to exactly what the reviewer saw.
struct ReviewCodeTests {
  /// Something that changes an item between seeing and deciding.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var happening: Happening
    var parts: [ReviewBasis.Part]
  }

  static let changes: [Change] = [
    Change(
      testDescription: "content", happening: .revised("1.1", "2020-07-26", .content("改写")),
      parts: [.content]),
    Change(
      testDescription: "clause", happening: .revised("1.1", "2020-07-26", .clause("3.1")),
      parts: [.clause]),
    Change(
      testDescription: "deadline",
      happening: .revised("1.1", "2020-07-26", .deadline(SampleSchool.deadline("2020-08-31"))),
      parts: [.deadline]),
    Change(
      testDescription: "granted day",
      happening: Happening(
        .item(
          "1.1", .extensionGranted(ExtensionGranted(until: "2020-08-31", basis: "例会"))),
        on: "2020-07-26", by: SampleSchool.office),
      parts: [.deadline]),
    Change(
      testDescription: "measures",
      happening: .revised("1.1", "2020-07-26", .measures([Measure(number: 1, text: "措施")])),
      parts: [.measures]),
    Change(
      testDescription: "new evidence",
      happening: .attached("证-1.1-02", "2020-07-26", digest: "b"), parts: [.evidence]),
    Change(
      testDescription: "evidence dated back",
      happening: .attached("证-1.1-02", "2020-05-06", digest: "b", recordedOn: "2020-07-26"),
      parts: [.evidence]),
    Change(
      testDescription: "void evidence", happening: .voided("证-1.1-01", "2020-07-26"),
      parts: [.evidence]),
  ]

  private static let given =
    ClosingCommandTests.ready + [.asked("1.1", until: "2020-08-31"), .submitted("1.1")]

  private func seal(_ history: History) throws -> ReviewSeal {
    .code(try #require(history.ledger["1.1"]).reviewCode(ReviewDigest.sha256))
  }

  private func rejection(_ command: LedgerCommand, of history: History) -> LedgerRejection? {
    var history = history
    do throws(LedgerRejection) {
      try history.run(command, by: SampleSchool.office, on: "2020-07-28")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: changes)
  func `what changes between seeing and deciding is refused with what changed`(
    _ change: Change
  ) throws {
    let before = History(Happening.imported + Self.given)
    let seen = try seal(before)
    let after = before.after(change.happening)
    let now = try #require(after.ledger["1.1"]).reviewCode(ReviewDigest.sha256)
    let reason = LedgerRejection.Reason.review(
      .reviewBasisChanged(
        "1.1", ReviewChange(parts: change.parts, entries: [after.entries.count]), now: now))
    for command in [
      LedgerCommand.close("1.1", opinion: "同意", seen: seen),
      .return("1.1", reason: "缺名单", seen: seen),
    ] {
      #expect(rejection(command, of: before) == nil)
      let found = try #require(rejection(command, of: after))
      #expect(found.reasons.contains(reason))
      #expect(found.isChangeSinceSeen == (found.reasons.count == 1))
    }
    #expect(rejection(.close("1.1", opinion: "同意", seen: .code(now)), of: before) != nil)
  }

  @Test func `a new statement is a change too`() throws {
    var history = History(Happening.imported + Self.given)
    let seen = try seal(history)
    history.record(
      Happening(
        .item("1.1", .closureReturned(reason: "缺名单")), on: "2020-07-24",
        by: SampleSchool.office))
    try history.run(
      .submit("1.1", summary: "另一份说明"), by: SampleSchool.owner, on: "2020-07-26")
    let found = try #require(
      rejection(.close("1.1", opinion: "同意", seen: seen), of: history))
    guard case .review(.reviewBasisChanged("1.1", let change, _)) = found.reasons[0] else {
      Issue.record("\(found)")
      return
    }
    #expect(change.parts == [.statement])
    #expect(change.entries == [history.entries.count])
    #expect(found.isChangeSinceSeen)
  }

  @Test func `what is not reviewed may change`() throws {
    let history = History(Happening.imported + Self.given)
    let seen = try seal(history)
    let after = history.after(
      .noted("1.1", "2020-07-26"), .revised("1.1", "2020-07-26", .remark("见附件")))
    #expect(rejection(.close("1.1", opinion: "同意", seen: seen), of: after) == nil)
  }

  @Test func `only the entries that changed what is reviewed are named, in order`() throws {
    let before = History(Happening.imported + Self.given).after(.noted("1.1", "2020-07-25"))
    let seen = try seal(before)
    let after = before.after(
      .noted("1.1", "2020-07-26"), .revised("1.1", "2020-07-26", .content("改写的内容")),
      .noted("1.1", "2020-07-26"), .started("S1", "2020-07-26"),
      .attached("证-1.1-02", "2020-07-26", digest: "b"), .noted("1.1", "2020-07-26"))
    let found = try #require(rejection(.close("1.1", opinion: "同意", seen: seen), of: after))
    guard case .review(.reviewBasisChanged("1.1", let change, _))? = found.reasons.first else {
      Issue.record("\(found)")
      return
    }
    let first = before.entries.count
    #expect(change.entries == [first + 2, first + 5])
    #expect(change.parts == [.content, .evidence])
  }

  @Test func `a change that was changed back binds again`() throws {
    let history = History(Happening.imported + Self.given)
    let seen = try seal(history)
    var after = history.after(.attached("证-1.1-02", "2020-07-26", digest: "b"))
    after.record(.undone("1.1", after.entries.count, "2020-07-26", by: SampleSchool.owner))
    #expect(rejection(.close("1.1", opinion: "同意", seen: seen), of: after) == nil)
  }

  @Test func `a code that no state of the item ever had is said to be none`() throws {
    let history = History(Happening.imported + Self.given)
    let given = ReviewSeal.digest("d")
    let found = try #require(
      rejection(.close("1.1", opinion: "同意", seen: given), of: history))
    let now = try #require(history.ledger["1.1"]).reviewCode(ReviewDigest.sha256)
    #expect(found.reasons == [.review(.reviewCodeUnknown("1.1", given: given, now: now))])
    #expect(!found.isChangeSinceSeen)
  }

  @Test func `the entry carries the whole digest of what was reviewed`() throws {
    var history = History(Happening.imported + Self.given)
    let text = try #require(history.ledger["1.1"]).reviewBasis.text
    try history.run(.close("1.1", opinion: "同意"), by: SampleSchool.office, on: "2020-07-28")
    let digest = ReviewDigest.sha256(text)
    #expect(history.ledger["1.1"]?.closure?.reviewed == digest)
    #expect(
      rejection(
        .close("1.1", opinion: "同意", seen: .digest(digest)),
        of: History(Happening.imported + Self.given)) == nil)
  }

  @Test(arguments: [
    "7F2K-9QTM", "7f2k-9qtm", "7F2K9QTM", " 7f2k 9qtm ", "7F2K－9QTM", "7F2K—9qTm",
  ])
  func `codes are read as people type them`(_ typed: String) {
    #expect(ReviewCode(typed)?.description == "7F2K-9QTM")
  }

  @Test func `letters that look like digits are digits`() {
    #expect(ReviewCode("OIL0-111O")?.description == "0110-1110")
    for typed in ["", "7F2K", "7F2K-9QTMM", "7F2K-9QTU", "七F2K-9QTM"] {
      #expect(ReviewCode(typed) == nil)
      #expect(ReviewSeal(typed) == nil)
    }
  }

  @Test func `a code is the first 40 bits of the digest`() throws {
    let digits = "00443214c74254b635cf84653a56d7c675be77df" + String(repeating: "0", count: 24)
    let digest = try #require(EvidenceDigest(digits))
    #expect(ReviewCode(of: digest).description == "0123-4567")
    #expect(ReviewSeal("0123-4567")?.fits(digest) == true)
    #expect(ReviewSeal(digits.uppercased()) == .digest(digest))
    #expect(EvidenceDigest(bytes: [1, 2, 3]) == nil)
  }

  @Test func `the text that is digested is a public contract`() throws {
    let state = try #require(
      History(
        Happening.imported + Self.given + [.attached("证-1.1-02", "2020-07-26", digest: "b")]
      ).ledger["1.1"])
    try GoldenText.expect(
      state.reviewBasis.text + "\n", at: "Tests/Fixtures/review-basis/v1.txt")
    #expect(state.reviewCode(ReviewDigest.sha256).description.count == 9)
  }
}
