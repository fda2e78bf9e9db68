// The wording of the checks: what the plan says, and what to do about it.

extension Diagnostic {
  private static func finding(
    _ code: FindingCode, _ severity: Severity, _ item: Item, _ message: String,
    _ remedy: Remedy
  ) -> Diagnostic {
    Diagnostic(code, severity: severity, of: item, message: message, remedy: remedy)
  }

  private static func confirm(_ item: Item, _ code: FindingCode, _ reason: String) -> Remedy {
    "核对原件；无误后\(doing: .confirm(item.id, code, reason: reason))"
  }

  private static func provincial(_ deadline: Deadline?) -> String {
    guard let deadline, deadline.meaning != .blank else { return "任务列表的时限也未载明" }
    return "任务列表的时限为「\(deadline.text)」"
  }

  /// Writes the province's deadline into an item, or one to be found where it has none.
  private static func setting(_ deadline: Deadline?, of item: Item) -> Remedy.Act {
    guard let deadline, deadline.meaning != .blank else {
      return .revise(item.id, .deadline(nil), reason: nil)
    }
    return .revise(item.id, .deadline(deadline.text), reason: nil)
  }

  // MARK: - Deadlines

  static func deadlineLater(_ item: Item, allowed: Deadline, days: Int) -> Diagnostic {
    // What goes on after its day goes on after the list's as well.
    let text =
      item.deadline.isOngoing && !allowed.isOngoing
      ? PlanPhrases.goingOn(after: allowed.text) : allowed.text
    return finding(
      .deadlineLater, .error, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」比任务列表的时限「\(allowed.text)」晚 \(days) 天",
      "改为任务列表的时限：\(.revise(item.id, .deadline(text), reason: "与任务列表一致"))")
  }

  static func deadlineOnlyInSentence(_ item: Item, allowed: Deadline?) -> Diagnostic {
    finding(
      .deadlineMissing, .warning, item,
      "\(item.id) 没有单列完成时限，暂按句中的「\(item.deadline.text)」登记，\(provincial(allowed))",
      confirm(item, .deadlineMissing, "时限以正文为准"))
  }

  static func deadlineBeforeIssue(_ item: Item, due: CivilDate, issued: CivilDate) -> Diagnostic {
    finding(
      .deadlineBeforeIssue, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」（\(due)）早于方案印发日 \(issued)",
      "已完成的补齐佐证申请销号，未完成的按逾期办理；写错的，\(doing: .revise(item.id, .deadline(nil), reason: nil))")
  }

  static func deadlineMissing(_ item: Item, allowed: Deadline?) -> Diagnostic {
    finding(
      .deadlineMissing, .error, item,
      "\(item.id) 没有写完成时限，\(provincial(allowed))",
      "商定后补登：\(setting(allowed, of: item))")
  }

  static func deadlineUnreadable(_ item: Item) -> Diagnostic {
    finding(
      .deadlineUnreadable, .error, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」无法识别",
      "写成几年几月底前，或「长期坚持」：\(.revise(item.id, .deadline(nil), reason: nil))")
  }

  static func deadlineVague(_ item: Item, allowed: Deadline?) -> Diagnostic {
    finding(
      .deadlineVague, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」没有日期，\(provincial(allowed))",
      "定出日期：\(setting(allowed, of: item))")
  }

  static func deadlineOfEvent(_ item: Item, allowed: Deadline?) -> Diagnostic {
    finding(
      .deadlineVague, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」没有日期，"
        + (DeadlineLanguage.missing(item.deadline).map { "\($0)，" } ?? "") + provincial(allowed),
      "定出日期：\(setting(allowed, of: item))")
  }

  static func deadlineAmbiguous(_ item: Item, _ doubt: DeadlineDoubt) -> Diagnostic {
    finding(
      .deadlineAmbiguous, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」按 \(read(item.deadline)) 读："
        + DeadlineLanguage.sentence(of: doubt, in: item.deadline),
      confirm(item, .deadlineAmbiguous, "时限无误"))
  }

  static func deadlineInherited(_ item: Item) -> Diagnostic {
    finding(
      .deadlineInherited, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」沿用自合并单元格、同格的上一条或所指的条目",
      confirm(item, .deadlineInherited, "时限与上一条相同"))
  }

  static func clauseChanged(_ item: Item) -> Diagnostic {
    finding(
      .clauseChanged, .warning, item,
      "\(item.id) 对应的条款 \(item.clause?.description ?? "—") 在任务列表更正后有变动",
      confirm(item, .clauseChanged, "已对照更正后的条款核对"))
  }

  static func historyDoubtful(_ item: Item) -> Diagnostic {
    finding(
      .historyDoubtful, .warning, item,
      "\(item.id) 的内容在更正的方案里换过编号，这个编号名下的进展、佐证可能是另一条的",
      "属于别的条目的，在那里重新登记，这里的佐证作废；核对后"
        + "\(doing: .confirm(item.id, .historyDoubtful, reason: "进展、佐证与内容相符"))")
  }

  static func yearAssumed(_ item: Item) -> Diagnostic {
    finding(
      .yearAssumed, .warning, item,
      "\(item.id) 的完成时限「\(item.deadline.text)」没有写年份，按方案或同格上一行的年份读作 \(read(item.deadline))",
      confirm(item, .yearAssumed, "年份无误"))
  }

  private static func read(_ deadline: Deadline) -> String {
    (deadline.due ?? deadline.start)?.description ?? "「\(deadline.text)」"
  }

  // MARK: - Place and number

  static func clauseMissing(_ clause: Clause) -> Diagnostic {
    Diagnostic(
      code: FindingCode.clauseMissing.rawValue, severity: .error, item: .clause(clause.id),
      message: "任务列表条款 \(clause.id)「\(head(clause.content))」在方案里没有对应的条目",
      remedy: "方案补上后\(doing: .updatePlan)；"
        + "已有条目对应错了的，\(doing: .revise(nil, .clause(clause.id), reason: nil))")
  }

  static func itemUnlinked(_ item: Item) -> Diagnostic {
    finding(
      .itemUnlinked, .warning, item,
      "\(item.id)「\(head(item.content))」没有对应的任务列表条款，按本校自定条目管理",
      "确有对应条款的，\(doing: .revise(item.id, .clause(nil), reason: nil))；"
        + "确属自定的，\(doing: .confirm(item.id, .itemUnlinked, reason: nil))")
  }

  static func linkDoubtful(_ item: Item, clause: Clause?) -> Diagnostic {
    finding(
      .linkDoubtful, .warning, item,
      "\(item.id)「\(head(item.content))」与任务列表条款「\(clause.map { head($0.content) } ?? "")」的对应把握不大",
      "对应无误的，\(doing: .confirm(item.id, .linkDoubtful, reason: "对应无误"))；"
        + "有误的，\(doing: .revise(item.id, .clause(nil), reason: nil))")
  }

  static func rowMisplaced(_ item: Item) -> Diagnostic {
    finding(
      .rowMisplaced, .warning, item,
      "\(item.id) 所在的行排在另一项任务下，按内容归入任务 \(item.task)「\(item.taskTitle)」",
      confirm(item, .rowMisplaced, "归入任务 \(item.task)"))
  }

  static func cellShifted(_ item: Item) -> Diagnostic {
    finding(
      .cellShifted, .warning, item,
      "\(item.id) 的内容写在了相邻的栏里，已按「内容」读入",
      confirm(item, .cellShifted, "内容已归位"))
  }

  static func ordinalDuplicate(_ item: Item, others: [ItemID]) -> Diagnostic {
    let where_ = others.isEmpty ? "其他条目" : others.map(\.description).joined(separator: "、")
    return finding(
      .ordinalDuplicate, .warning, item,
      "\(item.id) 的原编号 \(item.ordinal ?? "") 与\(where_)重复",
      confirm(item, .ordinalDuplicate, "编号重复，以条款号为准"))
  }

  // MARK: - Departments and measures

  static func departmentMissing(_ item: Item) -> Diagnostic {
    finding(
      .departmentMissing, .warning, item,
      item.departments.supporting.isEmpty
        ? "\(item.id) 没有写实施部门"
        : "\(item.id) 没有写牵头（责任）部门，只写了配合部门「"
          + item.departments.supporting.joined(separator: "、") + "」",
      "商定后补登：\(.revise(item.id, .departments, reason: nil))，"
        + "或在方案里补上后\(doing: .updatePlan)")
  }

  static func departmentGeneric(_ item: Item, names: [String]) -> Diagnostic {
    finding(
      .departmentGeneric, .warning, item,
      "\(item.id) 的实施部门写作\(names.map { "「\($0)」" }.joined(separator: "、"))，没有写明是哪个部门",
      "写明部门：\(.revise(item.id, .departments, reason: nil))；"
        + "方案就是这样定的，\(doing: .confirm(item.id, .departmentGeneric, reason: nil))")
  }

  static func departmentInherited(_ item: Item) -> Diagnostic {
    finding(
      .departmentInherited, .warning, item,
      "\(item.id) 的实施部门「\(item.departments.all.joined(separator: "、"))」沿用自合并单元格、同格的上一条或所指的条目",
      confirm(item, .departmentInherited, "部门与上一条相同"))
  }

  static func departmentDoubtful(_ item: Item) -> Diagnostic {
    finding(
      .departmentDoubtful, .warning, item,
      "\(item.id) 的实施部门「\(item.departments.all.joined(separator: "、"))」里有不像部门名称的写法",
      "写明部门：\(.revise(item.id, .departments, reason: nil))；"
        + "确是部门的，\(doing: .confirm(item.id, .departmentDoubtful, reason: "部门名称无误"))")
  }

  static func personInherited(_ item: Item) -> Diagnostic {
    finding(
      .personInherited, .warning, item,
      "\(item.id) 的责任人「\(item.responsiblePerson)」沿用自合并单元格、「同上」或所指的条目",
      confirm(item, .personInherited, "责任人与上一条相同"))
  }

  static func remarkInherited(_ item: Item) -> Diagnostic {
    finding(
      .remarkInherited, .warning, item,
      "\(item.id) 的备注「\(head(item.remark))」沿用自合并单元格、「同上」或所指的条目",
      confirm(item, .remarkInherited, "备注与上一条相同"))
  }

  static func columnInferred(
    _ reading: ColumnReading, items: Int, first: ItemID
  ) -> Diagnostic {
    Diagnostic(
      code: FindingCode.columnInferred.rawValue, severity: .warning,
      message: "「\(reading.column)」一栏按内容认作「\(reading.role.name)」，涉及 \(items) 条，尚未确认",
      remedy: "核对原件；无误的指明这一栏：\(.nameColumn(reading.role, column: reading.column))；"
        + "只确认一条的，\(doing: .confirm(first, .columnInferred, reason: "栏目无误"))")
  }

  static func readFromSentence(_ item: Item) -> Diagnostic {
    var facts: [String] = []
    if item.deadline.meaning != .blank { facts.append("完成时限「\(item.deadline.text)」") }
    if !item.departments.all.isEmpty {
      facts.append("实施部门「\(item.departments.all.joined(separator: "、"))」")
    }
    if !item.responsiblePerson.isEmpty { facts.append("责任人「\(item.responsiblePerson)」") }
    return finding(
      .readFromSentence, .warning, item,
      "\(item.id) 的\(facts.joined(separator: "、"))是从句子里读出的",
      confirm(item, .readFromSentence, "与原文一致"))
  }

  static func measureMissing(_ item: Item) -> Diagnostic {
    finding(
      .measureMissing, .warning, item, "\(item.id) 没有写落实措施",
      "商定后补登：\(.revise(item.id, .measure, reason: nil))，"
        + "或在方案里补上后\(doing: .updatePlan)")
  }

  static func measureInherited(_ item: Item) -> Diagnostic {
    let words = item.measures.count == 1 ? item.measures[0].text : ""
    let isReference = ItemReference.number(in: words) != nil
    return finding(
      .measureInherited, .warning, item,
      isReference
        ? "\(item.id) 的落实措施写作「\(words)」，没有找到所指的条目，或它也只是指向别处"
        : "\(item.id) 的落实措施沿用自上一条、所指的条目，或与同格的其他条目分不开，暂照此登记",
      confirm(item, .measureInherited, "措施无误"))
  }

  // MARK: - Figures and duties

  static func figureConflict(
    _ item: Item, _ first: Figure, at firstPlace: FigurePlace, _ second: Figure,
    at secondPlace: FigurePlace
  ) -> Diagnostic {
    finding(
      .figureConflict, .warning, item,
      "\(item.id) 的数值不一致：\(name(firstPlace))写「\(words(first))」，"
        + "\(name(secondPlace))写「\(words(second))」",
      "以学校党委审定的数值为准统一；统一后\(doing: .confirm(item.id, .figureConflict, reason: "数值以党委审定的为准"))")
  }

  private static func words(_ figure: Figure) -> String {
    switch figure.relation {
    case .atMost: "\(figure.subject)不超过\(figure.value)\(figure.unit)"
    case .atLeast: "\(figure.subject)不少于\(figure.value)\(figure.unit)"
    case .about: "\(figure.subject)\(figure.value)\(figure.unit)左右"
    case .between:
      "\(figure.subject)\(figure.value)至\(figure.upper ?? figure.value)\(figure.unit)"
    case .exactly: "\(figure.subject)\(figure.value)\(figure.unit)"
    }
  }

  private static func name(_ place: FigurePlace) -> String {
    switch place {
    case .body: "方案正文"
    case .table: "方案附表"
    case .content: "内容"
    case .measures: "落实措施"
    case .province: "任务列表条款"
    }
  }

  static func dutyDropped(_ item: Item, duty: String, isInBody: Bool) -> Diagnostic {
    finding(
      .dutyDropped, .warning, item,
      "\(item.id) 没有写到任务列表的要点「\(duty)」" + (isInBody ? "，只在方案正文里提到" : ""),
      "在内容或落实措施里补上后\(doing: .updatePlan)；本校不适用的，在报告里写明理由")
  }

  /// A fault in the words of an item; what stands there for the whole task has no field of the item.
  static func proofread(
    _ item: Item, _ group: Proofreading.Group, in place: Remedy.Revision?
  ) -> Diagnostic {
    Diagnostic(
      code: FindingCode.proofreading.rawValue, severity: .note, location: item.location,
      item: item.id, message: "\(item.id) 的文字\(group.words)",
      remedy: place.map { correction(of: item.id, $0) } ?? "在方案里改正后\(doing: .updatePlan)")
  }

  /// How the words of an item are put right before they are printed.
  private static func correction(of item: ItemID, _ place: Remedy.Revision) -> Remedy {
    let remedy: Remedy = "印到材料里前\(doing: .revise(item, place, reason: "改正文字"))"
    return place == .measure ? remedy + "；有几条措施的照原来的顺序逐条写全，没写的不再列出" : remedy
  }

  /// A fault of a text that somebody wrote; what is recorded stays as it was written.
  public static func proofread(
    _ written: WrittenText, _ group: Proofreading.Group
  ) -> Diagnostic {
    Diagnostic(
      code: "text-proofreading", severity: .note, item: written.item,
      message: written.words + group.words, remedy: remedy(of: written))
  }

  /// The faults of texts that a paper prints as they were recorded, which nobody can change any
  /// more: how many, and the first.
  public static func recordedFaults(
    _ count: Int, first written: WrittenText, _ group: Proofreading.Group
  ) -> Diagnostic {
    Diagnostic(
      code: "text-proofreading", severity: .note,
      message: "照登的原文有 \(count) 处要校对，第一处是\(written.words)\(group.words)",
      remedy: "台账照登原文，不会自动改动；印发前在文件里改好")
  }

  private static func remedy(of written: WrittenText) -> Remedy {
    switch written.place {
    case .content:
      if let item = written.item { return correction(of: item, .content) }
    case .measure:
      if let item = written.item { return correction(of: item, .measure) }
    case .office: return "改好后重新导入"
    case .statement: return "改好再报；已经报了、还没有审核的，撤回后改好重报"
    case .evidence: return "台账照登原文；要改名称、文号的，请办公室更正佐证目录"
    case .opinion, .note, .reason, .finding, .request, .basis, .correction, .exemption, .gap,
      .decision, .reply:
      break
    }
    return "台账照登原文，不会自动改动；印发前在文件里改好"
  }

  /// The beginning of a text, enough to recognise it by.
  private static func head(_ text: String) -> String {
    PrintableText.head(text.split(separator: "\n").first.map(String.init) ?? "", limit: 19)
  }
}

/// Where a figure stands.
enum FigurePlace: Sendable {
  /// The plan's running text.
  case body
  /// The plan's table.
  case table
  /// The content cell of the table.
  case content
  /// The measures cell of the table.
  case measures
  /// The provincial clause.
  case province
}
