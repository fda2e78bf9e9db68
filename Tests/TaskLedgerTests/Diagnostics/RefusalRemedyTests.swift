import TaskLedger
import Testing

/// What a refusal says to do first is possible, and makes the refused step possible.
///
/// Source: product description, Who uses it (the tool says exactly what is missing).
struct RefusalRemedyTests {
  private static let day: CivilDate = "2020-07-27"

  /// Carries an act out; the owner works and the office reviews.
  private static func follow(_ act: Remedy.Act, in history: inout History) throws {
    switch act {
    case .start: try history.run(.move(.start, of: "2.1"), by: SampleSchool.owner, on: day)
    case .submit:
      if history.ledger["2.1"]?.currentEvidence.isEmpty == true {
        try history.run(
          .attach("2.1", SampleSchool.file("e")), by: SampleSchool.owner, on: day)
      }
      try history.run(.move(.submit, of: "2.1"), by: SampleSchool.owner, on: day)
    case .close: try history.run(.move(.close, of: "2.1"), by: SampleSchool.office, on: day)
    case .return: try history.run(.move(.return, of: "2.1"), by: SampleSchool.office, on: day)
    case .reopen: try history.run(.move(.reopen, of: "2.1"), by: SampleSchool.office, on: day)
    default: Issue.record("\(act) is no step of the closing machine")
    }
  }

  private static func refusal(_ move: Transition, in history: History) -> Diagnostic? {
    var history = history
    do throws(LedgerRejection) {
      try history.run(.move(move, of: "2.1"), by: SampleSchool.office, on: day)
      return nil
    } catch {
      return error.diagnostics.first { ["phase-wrong", "closure-stands"].contains($0.code) }
    }
  }

  /// What is to be done first, phase by phase, written out by hand; a move that is not named is
  /// possible, or nothing leads to it.
  static let steps: [String: [Transition: [Remedy.Act]]] = [
    "pending": [
      .submit: [.start("2.1")], .close: [.start("2.1"), .submit("2.1")],
      .return: [.start("2.1"), .submit("2.1")], .sustain: [.start("2.1")],
    ],
    "in progress": [.close: [.submit("2.1")], .return: [.submit("2.1")]],
    "ongoing": [.close: [.submit("2.1")], .return: [.submit("2.1")]],
    // One of the two; what was closed is not applied for again.
    "submitted": [.submit: [.close("2.1"), .return("2.1")]],
    "closed": [
      .submit: [.reopen("2.1")], .close: [.reopen("2.1")], .return: [.reopen("2.1")],
    ],
  ]

  @Test(arguments: TransitionTests.starts.filter { $0.phase != .withdrawn }, Transition.allCases)
  func `what is to be done first makes a refused step possible`(
    start: TransitionTests.Start, move: Transition
  ) throws {
    var history = start.given.reduce(History.imported) { $0.after($1) }
    let refusal = Self.refusal(move, in: history)
    #expect((refusal == nil) == (TransitionTests.expected[start.testDescription]?[move] != nil))
    guard let refusal else { return }
    let acts = refusal.remedy?.acts ?? []
    #expect(acts == Self.steps[start.testDescription]?[move] ?? [])
    // Nothing leads back, or only a finding does: then there is a place to look at.
    guard let last = acts.last else {
      #expect(refusal.remedy?.parts.contains(.look(.item("2.1"))) == true)
      return
    }
    for act in start.phase == .submitted ? [last] : acts { try Self.follow(act, in: &history) }
    // A new round is applied for before it is reviewed.
    if start.phase == .closed, move != .submit { try Self.follow(.submit("2.1"), in: &history) }
    if start.phase == .closed, move == .submit {
      try Self.follow(.submit("2.1"), in: &history)
      return
    }
    #expect(Self.refusal(move, in: history) == nil)
  }
}
