// The wording of what is said of an entry that was recorded.

extension Diagnostic {
  /// What sets a later day, which decides where its superior document is named.
  public enum DaySetting: Sendable, Hashable {
    /// A request for more time: the one who grants it names the document.
    case request
    /// A grant or a correction, which names the document itself.
    case decision
    /// A new round, which names none.
    case reopening
  }

  /// What a later deadline passes: the list's own day, the hand-in, or both.
  ///
  /// - Parameters:
  ///   - lateness: The days it passes.
  ///   - superior: The number of the superior document it rests on; nil when none is named.
  ///   - setting: What sets the day.
  /// - Returns: A warning with the days.
  public static func deadlineAfterHandIn(
    _ lateness: Lateness, superior: String? = nil, setBy setting: DaySetting = .decision
  ) -> Diagnostic {
    let basis = superior.map { "，依据上级文件 \(PrintableText.line($0))" } ?? ""
    let remedy: Remedy
    if superior != nil {
      remedy = "上级文件另作佐证上传，备查"
    } else if lateness.list != nil, lateness.handIn != nil, setting == .request {
      remedy = "两个都晚的，审核人同意时要写明上级文件：\(.grantExtensionBySuperior(lateness.item))"
    } else if lateness.list != nil, lateness.handIn != nil, setting == .decision {
      remedy = "两个都晚的要有上级文件：\(field: .superior)"
    } else {
      remedy = lateness.list == nil ? "报送日前仍须办妥" : "报送材料时说明为什么晚于任务列表的时限"
    }
    return Diagnostic(
      code: lateness.handIn == nil ? "deadline-after-list" : "deadline-after-hand-in",
      severity: .warning, item: lateness.item,
      message: "\(lateness.item) 的新时限 \(lateness.until) \(lateness.words)" + basis,
      remedy: remedy)
  }

  /// What should be said of an entry that was recorded: days that a later deadline passes, what of an
  /// item will hold the verdict back although it may be applied for and closed, and what an official
  /// paper should not hold of the words.
  public static func warnings(
    of entry: EventEnvelope, in ledger: Ledger, on today: CivilDate, hedges: HedgeWords
  ) -> [Diagnostic] {
    let faults = entry.writtenTexts.flatMap { written in
      Proofreading.groups(of: Proofreading.findings(in: written.text)).map {
        proofread(written, $0)
      }
    }
    let stale = entry.event.item.flatMap { ledger[$0] }.flatMap(closureStale)
    return (stale.map { [$0] } ?? []) + obstacles(of: entry, in: ledger, on: today, hedges) + faults
  }

  /// A closing that something recorded later made stale; nil where it stands, or there is none.
  public static func closureStale(_ state: ItemState) -> Diagnostic? {
    guard state.isStale else { return nil }
    let id = state.id
    return Diagnostic(
      code: "closure-stale", severity: .warning, item: id,
      message: "\(id) 销号以后内容有变动，销号已失效",
      // Without evidence of the round nobody can review it.
      remedy: state.currentEvidence.isEmpty
        ? "先补佐证：\(.attach(id))，再重新审核：\(.close(id))" : "重新审核：\(.close(id))")
  }

  private static func obstacles(
    of entry: EventEnvelope, in ledger: Ledger, on today: CivilDate, _ hedges: HedgeWords
  ) -> [Diagnostic] {
    guard case .item(let id, let event) = entry.event, let state = ledger[id] else { return [] }
    switch event {
    case .extensionRequested(let payload):
      return ledger.lateness(of: state, until: payload.until)
        .map { [deadlineAfterHandIn($0, setBy: .request)] } ?? []
    case .extensionGranted(let payload):
      return lateness(of: state, until: payload.until, payload.superior, in: ledger)
        + superior(payload.superior, item: id)
    case .reopened(let payload):
      return payload.due.day.flatMap { ledger.lateness(of: state, until: $0) }
        .map { [deadlineAfterHandIn($0, setBy: .reopening)] } ?? []
    case .revised(let payload):
      let basis = superior(payload.superior, item: id)
      return basis
        + payload.changes.flatMap { change -> [Diagnostic] in
          if case .departments(let departments) = change, departments.all.isEmpty {
            return [departmentMissing(state.item)]
          }
          guard case .deadline(let deadline) = change, let due = deadline.due else { return [] }
          return lateness(of: state, until: due, payload.superior, in: ledger)
            + reading(of: deadline, due: due, item: id, on: entry.effective)
        }
    // The open gaps of what is withdrawn stay open, and hold the verdict back.
    case .closureSubmitted, .closed, .withdrawn:
      let onDay = LedgerOnDay(ledger, on: today)
      return onDay[id].map { item in
        onDay.obstacles(of: item, hedges).compactMap { obstacle(state, $0) }
      } ?? []
    default: return []
    }
  }

  /// A basis that is no document by its words: acceptance asks for the document.
  private static func superior(_ basis: String?, item id: ItemID) -> [Diagnostic] {
    guard let basis, !SuperiorDocument.isNamed(in: basis) else { return [] }
    return [
      Diagnostic(
        code: "superior-not-document", severity: .warning, item: id,
        message: "\(id) 的上级文件写作「\(PrintableText.line(basis))」，看不出是哪一份文件",
        remedy: "写错的撤回这一条记录，重新写明文件的标题或文号")
    ]
  }

  /// How a corrected deadline was read: a year that was not written is said, and a day that has
  /// passed already.
  private static func reading(
    of deadline: Deadline, due: CivilDate, item: ItemID, on day: CivilDate
  ) -> [Diagnostic] {
    let words = PrintableText.line(deadline.text)
    let remedy: Remedy =
      "不对时写全年月日再更正：\(.revise(item, .deadline("\(due)"), reason: nil))"
    var notes: [Diagnostic] = []
    if deadline.isYearAssumed {
      notes.append(
        Diagnostic(
          code: "deadline-year-assumed", severity: .warning, item: item,
          message: "\(item) 的新时限「\(words)」没有写年份，读作 \(due)，年份是推定的", remedy: remedy))
    }
    if due < day {
      notes.append(
        Diagnostic(
          code: "deadline-passed", severity: .warning, item: item,
          message: "\(item) 的新时限「\(words)」是 \(due)，更正时（\(day)）已经过了", remedy: remedy))
    }
    return notes
  }

  private static func lateness(
    of state: ItemState, until: CivilDate, _ superior: String?, in ledger: Ledger
  ) -> [Diagnostic] {
    ledger.lateness(of: state, until: until).map { [deadlineAfterHandIn($0, superior: superior)] }
      ?? []
  }

  /// An obstacle that forbids nothing now; nil for what is simply not done yet.
  private static func obstacle(
    _ state: ItemState, _ obstacle: Obstacle
  ) -> Diagnostic? {
    let id = state.id
    return switch obstacle {
    case .missing: nil
    case .hedges(let words):
      Diagnostic(
        code: "statement-hedges", severity: .warning, item: id,
        message: "\(id) 的完成情况说明用了不确定的说法："
          + words.map { "「\($0)」" }.joined(separator: "、") + "，会影响结论",
        remedy: state.phase == .closed
          ? "已销号的说明不能改：先\(doing: .reopen(id))，补上佐证，写明事实再\(doing: .submit(id))"
          : "本人撤回这次申请，或由审核人\(doing: .return(id))，写明事实再\(doing: .submit(id))")
    case .gap(let number):
      Diagnostic(
        code: "gap-open", severity: .warning, item: id,
        message: "\(id) 的第 \(number) 号差距短板还没有解决，会影响结论",
        remedy: "全部短板见\(look: .gaps)")
    }
  }
}
