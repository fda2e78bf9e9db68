extension LedgerEvent.Name {
  /// The event as staff call it.
  public var words: String {
    switch self {
    case .ledgerOpened: "建账"
    case .reviewersChanged: "审核人变更"
    case .listAdopted: "采用任务列表"
    case .listCorrected: "更正任务列表"
    case .planImported: "导入方案"
    case .itemImported: "条目入账"
    case .itemDropped: "条目移出"
    case .itemRevised: "更正"
    case .itemConfirmed: "确认"
    case .itemStarted: "认领"
    case .progressNoted: "进展"
    case .evidenceAttached: "佐证"
    case .evidenceVoided: "佐证作废"
    case .closureSubmitted: "申请销号"
    case .itemClosed: "销号"
    case .closureReturned: "退回"
    case .itemReopened: "重启"
    case .itemSustained: "转入长期坚持"
    case .itemWithdrawn: "撤销"
    case .extensionRequested: "申请延期"
    case .extensionGranted: "同意延期"
    case .extensionRefused: "不同意延期"
    case .gapRaised: "提出短板"
    case .gapResolved: "短板销号"
    case .meetingOpened: "例会开始"
    case .monthSealed: "月度封存"
    case .factRecorded: "实有"
    case .indicatorExempted: "指标不适用"
    case .memberAdded: "人员登记"
    case .memberRetired: "人员离任"
    case .textRecorded: "文稿"
    case .meetingDecided: "议定事项"
    case .decisionSettled: "落实情况"
    case .meetingAttended: "例会出席"
    case .reminderSent: "督办"
    case .reminderAnswered: "督办回复"
    case .entryUndone: "撤回"
    }
  }
}

extension LedgerEvent {
  /// What the entry says, in one line, as history prints it beside its name.
  public var details: String {
    switch self {
    case .item(_, let event): event.details
    case .ledger(let event): event.details
    }
  }
}

extension LedgerEvent {
  /// The main content with the cell it was read from, where it was.
  public var tracedGist: String { source.map { "\(details)（来自 \($0)）" } ?? details }
}

extension ItemEvent {
  fileprivate var details: String {
    switch self {
    case .imported(let item):
      "\(PrintableText.head(item.content, limit: 24))；时限：\(item.deadline.words)"
    case .dropped(let reason): "新方案「\(reason)」中没有"
    case .revised(let payload):
      "\(payload.changes.map(\.details).joined(separator: "；"))；理由：\(payload.reason)"
        + (payload.superior.map { "；上级文件：\($0)" } ?? "")
    case .confirmed(let payload):
      "\(payload.codes.map(\.rawValue).joined(separator: "、"))；\(payload.reason)"
    case .started, .sustained: ""
    case .progressNoted(let text, _): text
    case .evidenceAttached(let evidence): "\(evidence.number) \(evidence.title)"
    case .evidenceVoided(let payload): "\(payload.number)；\(payload.reason)"
    case .closureSubmitted(let payload): payload.summary
    case .closed(let payload): payload.opinion
    case .closureReturned(let reason, _): reason
    case .reopened(let payload):
      "\(payload.finding)；依据：\(payload.basis)"
        + (payload.due.day.map { "；新一轮 \($0) 前" } ?? "")
    case .withdrawn(let basis): "依据：\(basis)"
    case .extensionRequested(let payload): "至 \(payload.until)；\(payload.reason)"
    case .extensionGranted(let payload):
      "至 \(payload.until)；依据：\(payload.basis)"
        + (payload.superior.map { "；上级文件：\($0)" } ?? "")
    case .extensionRefused(let reason): reason
    case .undone(let payload): "第 \(payload.sequence) 条；\(payload.reason)"
    }
  }
}

extension LedgerEventKind {
  fileprivate var details: String {
    switch self {
    case .opened(let payload):
      "\(payload.school)；审核人：\(payload.reviewers.joined(separator: "、"))"
    case .reviewersChanged(let payload):
      "\(payload.reviewers.joined(separator: "、"))；\(payload.reason)"
    case .listAdopted(let list):
      "\(list.title)（\(list.tasks.count) 项任务 \(list.clauses.count) 条）"
    case .listCorrected(let payload):
      "\(payload.list.title)（\(payload.list.documentNumber)）；\(payload.reason)"
    case .planImported(let header):
      [header.source, header.documentNumber].compactMap(\.self).joined(separator: "，")
    case .gapRaised(let payload): "第 \(payload.number) 号：\(payload.text)；\(payload.owner)"
    case .gapResolved(let payload): "第 \(payload.number) 号：\(payload.resolution)"
    case .meetingOpened(let month): month.description
    case .monthSealed(let payload): "\(payload.month)，截至第 \(payload.through) 条"
    case .factRecorded(let payload):
      // A value with a reason is the exemption of its row; a reason alone takes the figure away.
      payload.value.isEmpty
        ? payload.name + (payload.exemption.map { " 不适用：\($0)" } ?? "")
        : "\(payload.name) \(payload.value)" + (payload.exemption.map { "；放宽：\($0)" } ?? "")
    case .indicatorExempted(let payload):
      "指标 \(payload.indicator)" + (payload.unit.map { "（\($0)）" } ?? "")
        + (payload.reason.map { " 不适用：\($0)" } ?? " 恢复适用")
    case .memberAdded(let payload):
      "\(payload.name)，\(payload.department)，\(payload.role.words)"
    case .memberRetired(let name): name
    case .textRecorded(let payload):
      "\(payload.part.words)，\(payload.paragraphs.count) 段"
        + (payload.source.map { "，出自\($0)" } ?? "")
    case .meetingDecided(let payload):
      "\(payload.month) 第 \(payload.number) 项：\(payload.text)；\(payload.owner)"
    case .decisionSettled(let payload):
      "\(payload.month) 第 \(payload.number) 项：\(payload.result)"
    case .meetingAttended(let payload):
      "\(payload.month)：\(payload.names.joined(separator: "、"))"
    case .reminderSent(let payload):
      "\(payload.kind.words)第 \(payload.number) 号，\(payload.department)，"
        + payload.items.map(\.description).joined(separator: "、")
    case .reminderAnswered(let payload): "第 \(payload.number) 号：\(payload.text)"
    }
  }
}

extension Deadline {
  /// The words as written on one line, or that none are written (未载明).
  public var words: String {
    let line = PrintableText.line(text)
    return line.allSatisfy(\.isWhitespace) ? "未载明" : line
  }
}

extension ItemChange {
  /// The change in a few words.
  var details: String {
    switch self {
    case .deadline(let deadline): "完成时限改为「\(deadline.words)」"
    case .clause(let clause): "对应条款改为 \(clause?.description ?? "无")"
    case .content(let content): "内容改为「\(PrintableText.head(content, limit: 24))」"
    case .measures(let measures): "落实措施改为 \(measures.count) 条"
    case .departments(let departments): "实施部门改为「\(departments.all.joined(separator: "、"))」"
    case .responsiblePerson(let name): "责任人改为「\(name)」"
    case .remark(let remark): "备注改为「\(remark)」"
    case .ordinal(let ordinal): "序号改为「\(ordinal ?? "")」"
    case .evidence(let correction): correction.details
    }
  }
}

extension EvidenceCorrection {
  /// The correction in a few words.
  fileprivate var details: String {
    let parts: [String?] = [
      pages.map { "页数 \($0)" }, original.map { "原件存放「\($0)」" }, caption.map { "名称「\($0)」" },
      documentNumber.map { "文号「\($0)」" },
    ]
    return "\(number) 改为\(parts.compactMap(\.self).joined(separator: "、"))"
  }
}

extension OfficeText.Part {
  /// The part as staff call it.
  public var words: String {
    switch self {
    case .task(let number): "第 \(number) 项任务"
    case .results: "成效"
    case .problems: "问题"
    case .nextSteps: "下一步"
    case .guidance: "领导指导"
    }
  }
}

extension ReminderSent.Kind {
  /// What the sheet is called.
  public var words: String {
    switch self {
    case .reminder: "提醒函"
    case .urging: "催办函"
    case .supervision: "督办单"
    }
  }
}
