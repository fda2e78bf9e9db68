package import TaskLedger

/// Everything about one item, for the owner who wants to know what is still missing.
package struct ItemSheet {
  var state: ItemState
  var ledger: Ledger
  var today: CivilDate
  var hedges: HedgeWords
  var digest: Occasion.DigestFunction

  /// The sheet of an item as of a day.
  package init(
    state: ItemState, ledger: Ledger, today: CivilDate, hedges: HedgeWords,
    digest: @escaping Occasion.DigestFunction
  ) {
    self.state = state
    self.ledger = ledger
    self.today = today
    self.hedges = hedges
    self.digest = digest
  }

  /// The sheet, broken to a width in columns.
  package func text(_ columns: Int) -> String {
    var lines = ["\(state.id)　\(line(state.item.taskTitle))　\(stateWords)"]
    for (name, value) in fields where !value.isEmpty {
      let label = DisplayWidth.padded(name, to: 10)
      let indent = String(repeating: " ", count: 10)
      for (index, part) in DisplayWidth.wrapped(value, to: columns - 10).enumerated() {
        lines.append((index == 0 ? label : indent) + part)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var onDay: ItemOnDay {
    ItemOnDay(state, on: today, handInDay: ledger.list?.handInDay)
  }

  private var stateWords: String {
    let light = onDay.light
    var words = "\(light.words)灯（\(onDay.lightMeaning)）　\(state.phase.words)"
    if state.isStale { words += "（失效）" }
    if state.round.number > 1 { words += "　第 \(state.round.number) 轮" }
    if onDay.isClosedLate { words += "　逾期销号" }
    return words
  }

  private var fields: [(String, String)] {
    let item = state.item
    var fields: [(String, String)] = [
      ("序号", item.ordinal.map(line) ?? ""),
      ("内容", PrintableText.block(item.content)),
      (
        "落实措施",
        item.measures.map { "(\($0.number)) \(PrintableText.block($0.text))" }
          .joined(separator: "\n")
      ),
      ("完成时限", deadlineWords),
      ("应办妥日", onDay.target == nil ? "" : onDay.targetWords { "\($0)" }),
      ("列表时限", ledger.provincialDeadline(of: item)?.words ?? ""),
      ("牵头部门", item.departments.lead.map(line).joined(separator: "、")),
      ("配合部门", item.departments.supporting.map(line).joined(separator: "、")),
      ("责任人", line(item.responsiblePerson)),
      ("备注", PrintableText.block(item.remark)),
      ("延期", extensionWords),
      ("进展", noteWords),
      ("佐证", evidenceWords),
      ("完成说明", PrintableText.block(state.submission?.summary ?? "")),
      (
        "退回",
        state.round.returns.map { "\($0.on) \(line($0.actor))：\(line($0.reason))" }
          .joined(separator: "\n")
      ),
      ("销号", closureWords),
      ("审核码", state.awaitsReview ? state.reviewCode(digest).description : ""),
      ("对应条款", linkWords),
      ("出处", line(item.location.description)),
      ("标记", item.flags.map(\.rawValue).sorted().joined(separator: " ")),
    ]
    let missing = ReportPhrases.missing(ledger.obstacles(of: onDay, hedges))
    fields.append(("还缺", missing ?? ReportPhrases.nothing))
    return fields
  }

  private var deadlineWords: String {
    let deadline = state.deadlineInForce
    var words = deadline.words
    if let due = deadline.due { words += "（到期日 \(due)）" }
    if let next = state.nextDay(onOrAfter: today) { words += "，下一次 \(next)" }
    if state.originalDeadline != deadline {
      words += "，原为「\(state.originalDeadline.words)」"
    }
    if let granted = state.grantedDue { words += "，同意延至 \(granted)" }
    return words
  }

  private var extensionWords: String {
    state.extensions.map { request in
      let answer =
        switch request.answer {
        case .pending: "待答复"
        case .granted(_, let basis):
          "同意（\(line(basis))\(request.superior.map { "，上级文件 \(line($0))" } ?? "")）"
        case .refused(let reason): "不同意（\(line(reason))）"
        }
      return
        "\(request.on) \(line(request.actor)) 申请延至 \(request.until)：\(line(request.reason))；\(answer)"
    }.joined(separator: "\n")
  }

  private var noteWords: String {
    state.notes.map { "\($0.on) \(line($0.actor))：\(PrintableText.block($0.text))" }
      .joined(separator: "\n")
  }

  private var evidenceWords: String {
    state.evidence.map { attached in
      let evidence = attached.evidence
      var words = "\(evidence.number) \(line(evidence.title))"
      if !evidence.documentNumber.isEmpty { words += "　\(line(evidence.documentNumber))" }
      if let measure = evidence.measure { words += "　措施(\(measure))" }
      if let pages = evidence.pages { words += "　\(pages) 页" }
      if !evidence.original.isEmpty { words += "　原件：\(line(evidence.original))" }
      if let date = evidence.date { words += "　材料日期 \(date)" }
      words += "　\(line(attached.actor)) \(attached.recordedOn) 登记"
      if let reason = attached.voidReason { words += "　已作废：\(line(reason))" }
      return words
    }.joined(separator: "\n")
  }

  private var closureWords: String {
    guard let closure = state.round.closures.last else { return "" }
    return "\(closure.on) \(line(closure.actor))：\(line(closure.opinion))"
      + (state.isStale ? "（之后内容或佐证有变动，已失效）" : state.keptClosingDay { "\($0)" })
  }

  private var linkWords: String {
    let link = state.item.link
    let confidence =
      switch link.confidence {
      case .certain: "确定"
      case .likely: "较有把握"
      case .doubtful: "存疑"
      }
    return "\(state.item.clause?.description ?? "无")（\(confidence)）"
  }

  private func line(_ text: String) -> String { PrintableText.line(text) }
}
