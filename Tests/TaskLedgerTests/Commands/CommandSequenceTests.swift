import TaskLedger
import Testing

/// All sequences up to length 5 over a small alphabet of commands by two actors.
struct CommandSequenceTests {
  struct Move {
    var name: String
    var command: LedgerCommand
    var actor: String
  }

  /// Ten letters: what leads to a closure and what makes one doubtful.
  static func alphabet(_ history: History) -> [Move] {
    var moves = [
      Move(name: "start", command: .start("1.1"), actor: SampleSchool.owner),
      Move(name: "attach", command: attach(history), actor: SampleSchool.owner),
      Move(
        name: "void", command: .voidEvidence("证-1.1-01", reason: "盖章不清"),
        actor: SampleSchool.owner),
      Move(
        name: "revise",
        command: .revise(
          "1.1", changes: [.content("第\(history.entries.count)稿")], reason: "核对"),
        actor: SampleSchool.office),
      Move(
        name: "reopen", command: .reopen("1.1", finding: "不实", basis: "督查"),
        actor: SampleSchool.owner),
    ]
    for actor in [SampleSchool.owner, SampleSchool.office] {
      moves.append(
        Move(name: "submit", command: .submit("1.1", summary: "已完成"), actor: actor))
      moves.append(
        Move(
          name: "close", command: .close("1.1", opinion: "同意"), actor: actor))
      if let last = history.entries.last {
        moves.append(Move(name: "undo", command: .undo(last, reason: "有误"), actor: actor))
      }
    }
    return moves
  }

  static func attach(_ history: History) -> LedgerCommand {
    let digits: [EvidenceDigest] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
    return .attach("1.1", SampleSchool.file(digits[history.entries.count % digits.count]))
  }

  static let evidenceReady = History(Happening.imported + ClosingCommandTests.ready)

  @Test(arguments: [
    History.imported, evidenceReady, History(Happening.imported + ClosingCommandTests.closed),
  ])
  func `no path of five commands reaches an unfounded closure`(_ start: History) {
    var walk = Walk()
    walk.visit(start, depth: 5)
    #expect(walk.faults == [])
    #expect(walk.accepted > 200)
    #expect(walk.closures > 0)
  }

  /// Depth first over all commands; a refused command ends its branch because it changes nothing.
  struct Walk {
    var accepted = 0
    var closures = 0
    var faults: [String] = []

    mutating func visit(_ history: History, depth: Int) {
      guard depth > 0 else { return }
      for move in CommandSequenceTests.alphabet(history) {
        var next = history
        do throws(LedgerRejection) {
          try next.run(move.command, by: move.actor, on: "2020-07-28")
        } catch {
          if error.diagnostics.count != error.reasons.count { faults.append("unworded") }
          continue
        }
        accepted += 1
        let found = Invariants.violations(of: next.ledger)
        if !found.isEmpty { faults.append("\(move.name): \(found)") }
        if next.ledger["1.1"]?.isSoundlyClosed == true { closures += 1 }
        visit(next, depth: depth - 1)
      }
    }
  }
}
