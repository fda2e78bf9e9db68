import TaskLedger

/// The words of the monthly paper.
extension ReportPhrases {
  /// A gap by its number, as the rest of the paper names it.
  static func gap(_ number: Int) -> String { "第\(number)号" }

  /// What the meeting decides on.
  static func subject(of kind: MonthlyReport.Decision.Kind) -> String {
    switch kind {
    case .review: "待审核的销号申请"
    case .reviewAgain: "销号后内容有变动"
    case .extension: "待答复的延期申请"
    case .overdue: "已逾期"
    case .returned: "退回后未再申请"
    case .silent: "长期类没有按期进展或佐证"
    case .undated: "完成时限未载明或未定"
    case .unconfirmed: "方案导入后待核对"
    case .unanswered: "没有对应条目的条款"
    case .gaps: "上月及以前的差距短板未办结"
    }
  }

  /// What the meeting is asked to do.
  static func ask(of kind: MonthlyReport.Decision.Kind) -> String {
    switch kind {
    case .review: "同意销号或退回"
    case .reviewAgain: "重新审核或重启"
    case .extension: "是否同意延期"
    case .overdue: "整改措施和完成日期"
    case .returned: "重新申请的日期"
    case .silent: "补报进展"
    case .undated: "完成时限"
    case .unconfirmed: "由谁对照原方案核对"
    case .unanswered: "由哪个部门承担"
    case .gaps: "差距短板是否办结"
    }
  }

  /// The facts that decide what is asked about an item.
  static func facts(
    of line: ItemLine, for kind: MonthlyReport.Decision.Kind, _ hedges: HedgeWords,
    plan: String
  ) -> [String] {
    let state = line.state
    switch kind {
    case .review: return reviewFacts(of: line, hedges)
    case .reviewAgain:
      return state.staleOn.map { ["\(day($0, near: line.asOf))起内容有变动，原销号失效。"] } ?? []
    case .extension:
      return state.pendingExtension.map {
        [
          "申请延至\(day($0.until, near: line.asOf))，理由：\(sentence($0.reason))"
            + "目前进展：\(sentence($0.progress))"
        ]
      } ?? []
    case .overdue:
      let due = state.due.map { "应于\(day($0, near: line.asOf))前完成，" } ?? ""
      let late = "\(due)逾期\(line.overdueDays ?? 0)天"
      // What another fact of the same row says is not said twice.
      switch line.reason {
      case .returned, .extensionAsked: return ["\(late)。"]
      case .gap where state.phase == .submitted: return ["\(late)。"]
      case let reason?: return ["\(late)；\(sentence(self.reason(reason, near: line.asOf)))"]
      case nil: return ["\(late)；没有说明原因。"]
      }
    case .returned:
      return state.round.returns.last.map {
        ["\(day($0.on, near: line.asOf))退回，尚未重新申请；退回理由：\(sentence($0.reason))"]
      } ?? []
    case .silent:
      if line.onDay.isMissed { return ["已漏期\(line.onDay.missedCount)次，最近一次尚未补办。"] }
      return [state.recurs ? "这一期还没有进展或佐证。" : "本月没有进展或佐证。"]
    case .undated:
      if state.round.number > 1 { return ["第\(state.round.number)轮还没有定完成日期。"] }
      let words = state.item.deadline.text
      if !words.isEmpty { return ["\(plan)写的是\(quoted(words))，没有日期。"] }
      return [
        line.listDeadline.map { "\(plan)没有写时限，所对条款写的是\(quoted($0))。" } ?? "\(plan)和所对条款都没有写时限。"
      ]
    case .unconfirmed, .unanswered, .gaps: return []
    }
  }

  /// What a reviewer has before him: the statement, what proves it, and what speaks against it.
  private static func reviewFacts(of line: ItemLine, _ hedges: HedgeWords) -> [String] {
    guard let submission = line.state.submission else { return [] }
    var facts = ["说明：\(sentence(submission.summary))"]
    let numbers = line.evidence.map(\.evidence.number)
    facts.append(numbers.isEmpty ? "没有佐证。" : "佐证\(Citation.runs(of: numbers))。")
    let unproved = line.state.unprovedMeasures
    if !unproved.isEmpty {
      facts.append(measuresUnproved(unproved) + "。")
    }
    let words = hedges.words(in: submission.summary)
    if !words.isEmpty { facts.append("说明中有不确定的说法：\(joined(words.map(quoted)))。") }
    if let gap = line.gap { facts.append("差距短板未办结：\(sentence(gap.text))") }
    return facts
  }

  /// A gap as a fact.
  static func fact(of gap: Ledger.Gap) -> String {
    let due = gap.due.map { "应于\(date($0))前办结。" } ?? ""
    return "第\(gap.number)号（\(date(gap.raisedOn))提出）：\(sentence(gap.text))\(due)"
  }

  /// What was noted of an item in a month by those who are asked about, the latest only; nil when
  /// nothing was, or when it was closed with it and the closing tells it.
  static func latestNote(
    of line: ItemLine, in month: CivilMonth, by isWanted: (String) -> Bool
  ) -> String? {
    let notes = line.state.progressNotes.filter { month.contains($0.on) && isWanted($0.actor) }
    guard let note = notes.last else { return nil }
    if line.state.isSoundlyClosed, let closedOn = line.state.closedOn, note.on <= closedOn {
      return nil
    }
    return "\(line.id) \(PrintableText.line(note.text).trimmedStops)（\(shortDate(note.on))）"
  }

  /// Items under what happened to them; nil when there are none.
  static func happened(_ what: String, _ lines: [ItemLine]) -> String? {
    lines.isEmpty ? nil : "\(what)\(lines.count)项（\(joined(lines.map { "\($0.id)" }))）"
  }

  static let gapWord = "差距短板"
  static let closedWord = "销号"
  static let submittedWord = "申请销号"
  static let sustainedWord = "转入长期坚持"

  /// How much evidence came; nil when none did.
  static func evidenceAdded(_ pieces: Int) -> String? {
    pieces > 0 ? "新增佐证\(pieces)件" : nil
  }

  /// What changed since the month before, in one sentence without its stop.
  static func change(_ change: MonthlyChange) -> String {
    func step(_ what: String, _ count: (HeadCounts) -> Int) -> String {
      let difference = count(change.now) - count(change.before)
      if difference == 0 { return "\(what)不变" }
      return "\(what)\(difference > 0 ? "增加" : "减少")\(abs(difference))项"
    }
    let isOther = change.now.total != change.before.total
    let steps =
      (isOther ? [step("条目") { $0.total }] : []) + [
        step("办妥") { $0.settled }, step("未办妥") { $0.open }, step("逾期") { $0.overdue },
      ]
    return "与上月（截至\(date(change.since))）相比，\(steps.joined(separator: "，"))"
  }

  /// An item that was closed in a month, with the day of each closing and what became of it since.
  static func closedBriefly(_ line: ItemLine, in month: CivilMonth) -> String {
    let days = line.state.closings(in: month).map { closing in
      let since =
        if !line.state.round.closures.contains(where: { $0.sequence == closing.sequence }) {
          "，后重启"
        } else if closing.sequence != line.state.round.closures.last?.sequence {
          "，后重新审核"
        } else if line.state.isStale {
          "，已失效"
        } else {
          line.lateDays.map { "，逾期\($0)天" } ?? ""
        }
      return shortDate(closing.countsFrom) + since
    }
    return "\(line.id)（\(days.joined(separator: "；"))）"
  }

  /// A day of the paper's own year.
  static func shortDate(_ date: CivilDate) -> String { "\(date.month)月\(date.day)日" }

  /// A day, without the year where it is that of the paper.
  static func day(_ day: CivilDate, near asOf: CivilDate) -> String {
    day.year == asOf.year ? shortDate(day) : date(day)
  }

  /// What a late entry tells.
  static func supplement(_ event: LedgerEvent) -> String {
    switch event {
    case .item(_, let event): supplement(event)
    case .ledger(let event): supplement(event)
    }
  }

  private static func supplement(_ event: ItemEvent) -> String {
    switch event {
    case .imported: "导入条目"
    case .dropped: "更新后的方案不再列入"
    case .revised(let payload): "更正：\(payload.reason)"
    case .confirmed(let payload): "核对确认：\(payload.reason)"
    case .started: "认领"
    case .progressNoted(let text, _): "进展：\(text)"
    case .evidenceAttached(let evidence): "佐证\(evidence.number)：\(evidence.title)"
    case .evidenceVoided(let payload): "作废\(payload.number)：\(payload.reason)"
    case .closureSubmitted(let payload): "申请销号：\(payload.summary)"
    case .closed(let payload): "销号：\(payload.opinion)"
    case .closureReturned(let reason, _): "退回：\(reason)"
    case .reopened(let payload): "重启：\(payload.finding)"
    case .sustained: "转入长期坚持"
    case .withdrawn(let basis): "撤销：\(basis)"
    case .extensionRequested(let payload): "申请延期至\(date(payload.until))：\(payload.reason)"
    case .extensionGranted(let payload): "同意延期至\(date(payload.until))：\(payload.basis)"
    case .extensionRefused(let reason): "不同意延期：\(reason)"
    case .undone(let payload): "撤回第\(payload.sequence)条记录：\(payload.reason)"
    }
  }

  private static func supplement(_ event: LedgerEventKind) -> String {
    switch event {
    case .opened: "建账"
    case .reviewersChanged: "变更审核人"
    case .listAdopted: "采用任务列表"
    case .listCorrected(let payload): "更正任务列表：\(payload.reason)"
    case .planImported: "导入方案"
    case .gapRaised(let payload): "提出差距短板：\(payload.text)"
    case .gapResolved(let payload): "第\(payload.number)号差距短板办结：\(payload.resolution)"
    case .meetingOpened(let meeting): "\(month(meeting))例会"
    case .monthSealed(let payload): "\(month(payload.month))封存"
    case .factRecorded(let payload): "实有：\(payload.name) \(payload.value)"
    case .indicatorExempted(let payload):
      payload.reason.map { "指标\(payload.indicator)不适用：\($0)" }
        ?? "指标\(payload.indicator)恢复适用"
    case .memberAdded(let payload): "人员登记：\(payload.name)（\(payload.department)）"
    case .memberRetired(let name): "人员离任：\(name)"
    case .textRecorded(let payload): "文稿：\(name(of: payload.part))"
    case .meetingDecided(let payload): "议定事项：\(payload.text)"
    case .decisionSettled(let payload):
      "\(month(payload.month))第\(payload.number)项议定事项：\(payload.result)"
    case .meetingAttended(let payload): "\(month(payload.month))例会出席：\(joined(payload.names))"
    case .reminderSent(let payload):
      "\(payload.kind.words)第\(payload.number)号：\(payload.department)"
    case .reminderAnswered(let payload): "第\(payload.number)号督办回复：\(payload.text)"
    }
  }

  /// A part of the office's own words.
  static func name(of part: OfficeText.Part) -> String {
    if case .task(let number) = part { "第\(numeral(number))项任务" } else { part.words }
  }

  /// What became of a request for more time, with the days that the new date passes.
  static func answer(
    to request: ItemState.Extension, lateness: Lateness?, _ profile: ReformProfile
  ) -> String {
    let basis = request.superior.map { "，依据上级文件\($0)" } ?? ""
    let passed = lateness.map { "，\(words(of: $0, profile))" } ?? ""
    switch request.answer {
    case .pending: return "尚未答复" + (lateness.map { "，所申请的日期\(words(of: $0, profile))" } ?? "")
    case .granted(let until, let reason):
      return "同意延至\(date(until))（\(reason)）" + passed + basis
    case .refused(let reason): return "不同意（\(reason)）"
    }
  }

  /// What became of a deadline that a correction moved later.
  static func deferred(
    to until: CivilDate?, lateness: Lateness?, superior: String?, _ profile: ReformProfile
  ) -> String {
    (until.map { "更正时限，延至\(date($0))" } ?? "更正时限，不再有截止日期")
      + (lateness.map { "，\(words(of: $0, profile))" } ?? "")
      + (superior.map { "，依据上级文件\($0)" } ?? "")
  }

  /// The days that a later deadline passes.
  private static func words(of lateness: Lateness, _ profile: ReformProfile) -> String {
    "晚于"
      + [
        lateness.list.map { "\(profile[.list])的时限\(date($0))" },
        lateness.handIn.map { "报送日\(date($0))" },
      ].compactMap(\.self).joined(separator: "和")
  }
}
