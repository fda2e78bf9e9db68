import TaskLedger
import TestSupport
import Testing

/// What is said to be missing is what there is to do, can be done in the order told, and is all.
///
/// Source: product description, Who uses it (the tool says exactly what is missing), Days and
/// counts (settled).
struct MissingWorkTests {
  private static let otherReviewer = "校团委"

  /// A history with a second reviewer, on the day after its last entry.
  private struct Desk {
    var history: History
    let day: CivilDate
    private var files = 0

    init(_ history: History) throws {
      let last = try #require(history.entries.map { max($0.recordedOn, $0.effective) }.max())
      (self.history, day) = (history, try #require(last.following))
      try self.history.run(
        .setReviewers([SampleSchool.office, otherReviewer], reason: "分工"),
        by: SampleSchool.office, on: day)
    }

    func item(_ id: ItemID) throws -> ItemOnDay {
      ItemOnDay(try #require(history.ledger[id]), on: day, handInDay: nil)
    }

    /// Does one missing part, as somebody who may.
    mutating func supply(_ part: MissingPart, to id: ItemID) throws {
      let (owner, office) = (SampleSchool.owner, SampleSchool.office)
      switch part {
      // A return is answered by the next application.
      case .answerToReturn: break
      case .start: try run(.start(id), by: owner)
      case .evidence: try attach(to: id, for: nil)
      case .measureEvidence(let measures):
        for measure in measures { try attach(to: id, for: measure) }
      case .statement: try run(.submit(id, summary: "已全部完成"), by: owner)
      case .review, .newReview:
        let applicant = try #require(history.ledger[id]?.submission?.actor)
        let isOffice = history.ledger.isSameParty(applicant, office, in: DepartmentDirectory([]))
        try run(.close(id, opinion: "同意销号"), by: isOffice ? otherReviewer : office)
      case .deadline:
        let deadline = SampleSchool.deadline(day)
        try run(.revise(id, changes: [.deadline(deadline)], reason: "例会明确"), by: office)
      case .signOfLife, .missedDay: try run(.note(id, text: "召开推进会"), by: owner)
      case .sustaining: try run(.sustain(id), by: owner)
      case .confirmation(let codes):
        try run(.confirm(id, codes: Set(codes), reason: "核对原件"), by: owner)
      }
    }

    private mutating func attach(to id: ItemID, for measure: Int?) throws {
      files += 1
      let file = SampleSchool.file(ReviewDigest.sha256("第\(files)份"), measure: measure)
      try run(.attach(id, file), by: SampleSchool.owner)
    }

    private mutating func run(_ command: LedgerCommand, by actor: String) throws {
      try history.run(command, by: actor, on: day)
    }
  }

  /// Does what is missing of an item until nothing is.
  private static func finish(_ id: ItemID, at desk: inout Desk, _ place: String) throws {
    for _ in 0..<6 {
      let told = try desk.item(id).missing
      for part in told where try desk.item(id).missing.contains(part) {
        do {
          try desk.supply(part, to: id)
        } catch let refusal as LedgerRejection {
          Issue.record("\(place), \(id): \(part) of \(told) is refused: \(refusal.reasons)")
          return
        }
      }
    }
    let item = try desk.item(id)
    #expect(item.missing == [], "\(place), \(id)")
    #expect(item.isSettled, "\(place), \(id)")
    let obstacles = desk.history.ledger.obstacles(of: item, .common)
    #expect(
      obstacles == desk.history.ledger.openGaps(of: id).map { .gap($0.number) },
      "\(place), \(id)")
  }

  @Test(arguments: 0..<24)
  func `doing what is missing settles an item, whatever happened before`(seed: Int) throws {
    var desk = try Desk(DayPropertyTests.history(seed))
    for id in desk.history.ledger.liveItems.map(\.id) {
      try Self.finish(id, at: &desk, "seed \(seed)")
    }
    let onDay = LedgerOnDay(desk.history.ledger, on: desk.day)
    #expect(onDay.unsettled.filter(\.isLive).map(\.id) == [], "seed \(seed)")
    #expect(desk.history.ledger.unplaced == [], "seed \(seed)")
  }

  @Test(
    .bug(id: "missing", "a review was asked for that was refused for want of evidence"),
    arguments: [
      (ClosingCommandTests.submitted, MissingPart.review),
      (ClosingCommandTests.closed, .newReview),
    ])
  func `what waits for a review and lost its evidence wants evidence first`(
    given: [Happening], review: MissingPart
  ) throws {
    var desk = try Desk(
      History(Happening.imported + given + [.voided("证-1.1-01", "2020-07-26")]))
    #expect(try desk.item("1.1").missing == [.evidence, review])
    #expect(
      throws: LedgerRejection(.evidence(.missing("1.1", measures: [1, 2]))),
      performing: { try desk.supply(review, to: "1.1") })
    try desk.supply(.evidence, to: "1.1")
    #expect(try desk.item("1.1").missing == [review])
    try desk.supply(review, to: "1.1")
    #expect(try desk.item("1.1").isSettled)
  }
}
