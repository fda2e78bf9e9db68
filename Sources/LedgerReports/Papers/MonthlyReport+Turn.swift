package import TaskLedger

extension MonthlyReport {
  /// What happened to an item in the month beside its closing.
  package struct Turn: Sendable, Hashable {
    /// What happened.
    package enum Kind: Sendable, Hashable {
      /// 退回.
      case returned(reason: String)
      /// 延期: until when somebody asked, with what became of it; without a day a correction moved
      /// the deadline, and the answer tells where to.
      case extended(until: CivilDate?, reason: String, answer: String)
      /// 重启.
      case reopened(finding: String, basis: String)
      /// 复核: a closure that had lapsed was reviewed again, and its first day stays.
      case reviewedAgain(opinion: String, closedOn: CivilDate)
      /// 撤销.
      case withdrawn(basis: String)
      /// A new plan no longer has it.
      case dropped
    }

    /// The item.
    package var line: ItemLine
    /// The day.
    package var on: CivilDate
    /// What happened.
    package var kind: Kind

    static func all(
      of line: ItemLine, in month: CivilMonth, _ ledger: Ledger, _ profile: ReformProfile
    ) -> [Turn] {
      var turns: [Turn] = []
      for round in line.state.rounds {
        if let reopening = round.reopening {
          turns.append(
            Turn(
              line: line, on: reopening.on,
              kind: .reopened(finding: reopening.finding, basis: reopening.basis)))
        }
        turns += round.returns.map {
          Turn(line: line, on: $0.on, kind: .returned(reason: $0.reason))
        }
        turns += round.closures.filter { $0.on != $0.countsFrom }.map {
          Turn(
            line: line, on: $0.on,
            kind: .reviewedAgain(opinion: $0.opinion, closedOn: $0.countsFrom))
        }
      }
      func lateness(_ until: CivilDate) -> Lateness? {
        ledger.lateness(of: line.state, until: until)
      }
      turns += line.state.extensions.map {
        Turn(
          line: line, on: $0.answeredOn ?? $0.on,
          kind: .extended(
            until: $0.until, reason: $0.reason,
            answer: ReportPhrases.answer(to: $0, lateness: lateness($0.until), profile)))
      }
      turns += line.state.deferrals.map {
        Turn(
          line: line, on: $0.on,
          kind: .extended(
            until: nil, reason: $0.reason,
            answer: ReportPhrases.deferred(
              to: $0.until, lateness: $0.until.flatMap(lateness), superior: $0.superior,
              profile)))
      }
      turns += leaving(line)
      return turns.filter { month.contains($0.on) }
    }

    /// How an item left the ledger; none while it counts.
    private static func leaving(_ line: ItemLine) -> [Turn] {
      let state = line.state
      func last(_ isWanted: (ItemEvent) -> Bool) -> CivilDate? {
        state.entries.last { entry in
          if case .item(_, let event) = entry.event { isWanted(event) } else { false }
        }?.effective
      }
      var turns: [Turn] = []
      if state.phase == .withdrawn, let basis = state.withdrawalBasis,
        let day = last({ if case .withdrawn = $0 { true } else { false } })
      {
        turns.append(Turn(line: line, on: day, kind: .withdrawn(basis: basis)))
      }
      if state.droppedReason != nil,
        let day = last({ if case .dropped = $0 { true } else { false } })
      {
        turns.append(Turn(line: line, on: day, kind: .dropped))
      }
      return turns
    }
  }
}
