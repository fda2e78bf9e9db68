import TaskLedger
import TestSupport
import Testing

/// A closed item against a small model of it, for all short sequences of what may happen to it.
///
/// Source: product description, The closing machine (stale; a new close alone restores the first
/// closing day when the round was never without evidence; after a new application the new day
/// counts).
struct ClosingModelTests {
  enum Step: CaseIterable {
    case attach, void, rewrite, submit, close, giveBack
  }

  /// What the requirement says, written down once more: nothing of the library is used.
  private struct Model {
    struct Seen: Equatable {
      var files: [Int]
      var isRewritten: Bool
      var statement: Int
    }

    var phase = Phase.closed
    var seen = Seen(files: [1], isRewritten: false, statement: 1)
    var lastFile = 1
    var closedOn: CivilDate = "2020-07-24"
    var reviewed = Seen(files: [1], isRewritten: false, statement: 1)
    var hasLackedEvidence = false

    var isStale: Bool { phase == .closed && reviewed != seen }

    /// Whether the step is allowed; if so it is taken.
    mutating func take(_ step: Step, on day: CivilDate) -> Bool {
      switch step {
      case .attach:
        lastFile += 1
        seen.files.append(lastFile)
      case .void:
        guard !seen.files.isEmpty else { return false }
        seen.files.removeFirst()
      case .rewrite: seen.isRewritten.toggle()
      case .submit:
        guard phase == .inProgress || isStale, !seen.files.isEmpty else { return false }
        phase = .submitted
        seen.statement += 1
      case .close:
        guard phase == .submitted || isStale, !seen.files.isEmpty else { return false }
        if reviewed.statement != seen.statement || hasLackedEvidence { closedOn = day }
        (phase, reviewed, hasLackedEvidence) = (.closed, seen, false)
      case .giveBack:
        guard phase == .submitted || isStale else { return false }
        phase = .inProgress
      // What is closed after a return was applied for again.
      }
      if phase == .closed, seen.files.isEmpty { hasLackedEvidence = true }
      return true
    }
  }

  /// The command of a step, and who gives it.
  private static func command(_ step: Step, _ model: Model, _ state: ItemState)
    -> (LedgerCommand, by: String)
  {
    let (owner, office) = (SampleSchool.owner, SampleSchool.office)
    switch step {
    case .attach:
      let digest = ReviewDigest.sha256("第\(model.lastFile + 1)份")
      return (.attach("S1", SampleSchool.file(digest)), owner)
    case .void:
      return (
        .voidEvidence(state.validEvidence.first?.number ?? "证-S1-99", reason: "盖章不清"), owner
      )
    case .rewrite:
      let words = model.seen.isRewritten ? "条目S1的内容" : "改写的内容"
      return (.revise("S1", changes: [.content(words)], reason: "核对原文"), office)
    case .submit:
      return (.submit("S1", summary: "第\(model.seen.statement + 1)份说明"), owner)
    case .close: return (.close("S1", opinion: "同意销号"), office)
    case .giveBack: return (.return("S1", reason: "缺名单"), office)
    }
  }

  private static let closed: History = {
    var history = History.imported.after(.started("S1"), .attached("证-S1-01"))
    history.record(
      Happening(
        .item("S1", .closureSubmitted(ClosureSubmitted(summary: "第1份说明", unprovedMeasures: []))),
        on: "2020-07-23", by: SampleSchool.owner))
    history.record(.closed("S1"))
    return history
  }()

  @Test(arguments: Step.allCases, Step.allCases)
  func `a closure is stale, and its day moves, exactly as the requirement says`(
    first: Step, second: Step
  ) throws {
    for third in Step.allCases {
      for fourth in Step.allCases {
        var (history, model) = (Self.closed, Model())
        for (index, step) in [first, second, third, fourth, .close].enumerated() {
          let day = try #require(CivilDate(dayNumber: CivilDate("2020-07-25").dayNumber + index))
          let state = try #require(history.ledger["S1"])
          let (command, actor) = Self.command(step, model, state)
          var isAccepted = true
          do throws(LedgerRejection) {
            try history.run(command, by: actor, on: day)
          } catch {
            isAccepted = false
          }
          let place = "\([first, second, third, fourth]), step \(index + 1)"
          #expect(model.take(step, on: day) == isAccepted, "\(place)")
          let after = try #require(history.ledger["S1"])
          #expect(after.phase == model.phase && after.isStale == model.isStale, "\(place)")
          #expect(after.closedOn == (model.phase == .closed ? model.closedOn : nil), "\(place)")
          #expect(after.validEvidenceCount == model.seen.files.count, "\(place)")
        }
      }
    }
  }
}
