import TaskLedger
import Testing

/// One row of a table of rules: given what happened, when a command, then events or a refusal.
struct Scenario: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Hashable {
    case events([LedgerEvent])
    case refused([LedgerRejection.Reason])
  }

  var testDescription: String
  var given: [Happening]
  var when: LedgerCommand
  var by: String
  var on: CivilDate
  var today: CivilDate
  var then: Outcome

  init(
    _ description: String, given: [Happening] = [], when: LedgerCommand,
    by actor: String = SampleSchool.owner, on day: CivilDate = "2020-07-28",
    today: CivilDate? = nil, then: Outcome
  ) {
    testDescription = description
    self.given = given
    self.when = when
    self.by = actor
    self.on = day
    self.today = today ?? day
    self.then = then
  }

  /// Runs the row on the imported sample school and compares the whole outcome.
  func check(
    from start: History = .imported, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var history = start
    for happening in given { history.record(happening) }
    #expect(history.ledger.unplaced == [], "given", sourceLocation: sourceLocation)
    let outcome: Outcome
    do throws(LedgerRejection) {
      outcome = .events(try history.run(when, by: by, on: on, today: today))
    } catch {
      outcome = .refused(error.reasons)
    }
    #expect(outcome == then, sourceLocation: sourceLocation)
    #expect(history.ledger.unplaced == [], "afterwards", sourceLocation: sourceLocation)
  }
}
