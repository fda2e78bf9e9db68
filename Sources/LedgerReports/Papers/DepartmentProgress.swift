import TaskLedger

/// What a department did in a month for the items it leads (本月进展).
package struct DepartmentProgress: Sendable, Hashable {
  /// The department.
  package var name: String
  /// What it did: what was closed, sustained and applied for, how much evidence came, and the latest notes;
  /// empty when nothing was recorded.
  package var accounts: [String]
  /// Whether nothing at all was recorded in the month, neither of an item it leads, alone or with
  /// others, nor by the department or one of its people, although something is left to do.
  package var isIdle: Bool

  /// The departments in the order in which the plan first names them. An item of several leads is
  /// closed once and told at the first; notes, evidence and applications are told at the lead they
  /// come from, and at the first when they come from nobody of them.
  static func all(
    _ lines: [ItemLine], in month: CivilMonth, _ ledger: Ledger, _ directory: DepartmentDirectory
  ) -> [DepartmentProgress] {
    let names = PrintedDepartments(of: ledger, directory)
    var order: [String] = []
    var led: [String: [ItemLine]] = [:]
    var active: Set<String> = []
    for line in lines {
      let entries = line.state.entries.filter {
        month.contains($0.effective) && isWork($0) && !ledger.undone.contains($0.sequence)
      }
      for entry in entries {
        for name in ledger.members[entry.actor]?.departments ?? [entry.actor] {
          active.insert(directory.identity(of: name))
        }
      }
      // Two leads may be one department by two names: it is told the item once.
      var met: Set<String> = []
      for lead in line.state.item.departments.lead {
        let identity = directory.identity(of: lead)
        guard met.insert(identity).inserted else { continue }
        if !order.contains(identity) { order.append(identity) }
        led[identity, default: []].append(line)
        if !entries.isEmpty { active.insert(identity) }
      }
    }
    return order.map { identity in
      let accounts = accounts(of: led[identity] ?? [], in: month) { actor, item in
        let leads = item.departments.lead.map { directory.identity(of: $0) }
        let own = directory.identity(of: names.department(of: actor, on: item))
        return identity == (leads.contains(own) ? own : leads.first)
      }
      return DepartmentProgress(
        name: names[identity], accounts: accounts,
        isIdle: accounts.isEmpty && !active.contains(identity)
          && led[identity]?.contains { !$0.isSettled } ?? false)
    }
  }

  /// Whether an entry tells of work on an item: not what the plan brought or a decision about it, and
  /// not that somebody took it on, which is no progress yet.
  private static func isWork(_ entry: EventEnvelope) -> Bool {
    guard case .item(_, let event) = entry.event else { return false }
    return switch event {
    case .progressNoted(let text, _): !SheetWords.isForecast(text)
    case .evidenceAttached, .closureSubmitted, .closed, .sustained: true
    case .started, .imported, .dropped, .revised, .confirmed, .evidenceVoided, .closureReturned,
      .reopened, .withdrawn, .extensionRequested, .extensionGranted, .extensionRefused, .undone:
      false
    }
  }

  /// What a department did, of the items it leads; `isOwn` says whether what somebody did is told at
  /// it.
  private static func accounts(
    of lines: [ItemLine], in month: CivilMonth, _ isOwn: (String, Item) -> Bool
  ) -> [String] {
    // What nobody signed is told at the first lead.
    let closed = lines.filter {
      !$0.state.closings(in: month).isEmpty && isOwn("", $0.state.item)
    }
    let sustained = lines.filter { line in
      isOwn("", line.state.item)
        && line.state.rounds.contains { $0.sustainedOn.contains(where: month.contains) }
    }
    let submitted = lines.filter { line in
      line.onDay.status == .submitted
        && line.state.submission.map {
          month.contains($0.on) && isOwn($0.actor, line.state.item)
        } ?? false
    }
    let evidence = lines.flatMap { line in
      line.evidence.filter { month.contains($0.on) && isOwn($0.actor, line.state.item) }
    }
    let notes = lines.compactMap { line in
      ReportPhrases.latestNote(of: line, in: month) { isOwn($0, line.state.item) }
    }
    return [
      ReportPhrases.happened(ReportPhrases.closedWord, closed),
      ReportPhrases.happened(ReportPhrases.sustainedWord, sustained),
      ReportPhrases.happened(ReportPhrases.submittedWord, submitted),
      ReportPhrases.evidenceAdded(EvidenceCount(evidence.map(\.evidence)).pieces),
    ].compactMap(\.self) + notes
  }

  static let keys = KeyTable<DepartmentProgress>([
    .text("name") { $0.name },
    .text("account") { $0.accounts.joined(separator: "；") },
  ])
}
