import TaskLedger

/// Sentences that reports make from the ledger where the office wrote none of its own.
extension ReportPhrases {
  /// The items whose day was moved later, each with the day first planned and what that rests on; nil
  /// when there are none.
  static func postponement(of lines: [ItemLine]) -> String? {
    let moved = lines.compactMap { line -> String? in
      guard let first = line.state.originalDue, let due = line.state.due, first < due,
        let ground = ground(of: due, in: line.state)
      else { return nil }
      return "第\(line.id)项原定\(date(first))前，延至\(date(due))前（\(ground)）"
    }
    return moved.isEmpty ? nil : "延期的条目有：" + moved.joined(separator: "；") + "。"
  }

  /// What a due day rests on, with the superior document: the ground of the grant, or the reason of the
  /// correction; nil for the day of a further round, which is no extension.
  private static func ground(of due: CivilDate, in state: ItemState) -> String? {
    if let deferral = state.deferrals.last(where: { $0.until == due }) {
      return joined(deferral.reason, deferral.superior)
    }
    for granted in state.extensions.reversed() {
      if case .granted(due, let basis) = granted.answer { return joined(basis, granted.superior) }
    }
    return nil
  }

  private static func joined(_ ground: String, _ superior: String?) -> String {
    [ground, superior].compactMap(\.self).joined(separator: "；")
  }

  /// A citation behind the words it proves.
  static func citation(_ numbers: String) -> String { "（佐证\(numbers)）" }

  /// From one to another.
  static func range(_ first: String, _ last: String) -> String { "\(first)至\(last)" }

  /// Words in quotation marks; marks within become single ones.
  static func quoted(_ text: String) -> String {
    let inner = text.map { character -> Character in
      switch character {
      case "“": "‘"
      case "”": "’"
      default: character
      }
    }
    return "“\(String(inner))”"
  }

  /// What an item is about in a few words that are whole: its first clauses up to some thirty
  /// characters, never cut within one, within brackets or within a quotation.
  static func subject(_ content: String) -> String {
    let line = PrintableText.line(content).drop { $0 == " " }
    var subject = ""
    var depth = 0
    for (place, character) in line.enumerated() {
      if "（(“《〔".contains(character) { depth += 1 }
      if "）)”》〕".contains(character) { depth -= 1 }
      if depth <= 0 {
        if "。；;：:！？".contains(character) { break }
        if "，,".contains(character) {
          let rest = line.dropFirst(place + 1)
          let next = rest.prefix { !"，,。；;：:".contains($0) }
          if subject.count >= 8, subject.count + next.count > 30 { break }
        }
      }
      subject.append(character)
    }
    while let last = subject.last, "，,、 ".contains(last) { subject.removeLast() }
    return subject
  }

  /// An item by its number and what it is about.
  static func named(_ line: ItemLine) -> String {
    "第\(line.id)项\(quoted(subject(line.state.item.content)))"
  }

  /// What was done for an item, sentence by sentence: its statement, or the notes of what goes on.
  ///
  /// A statement that was returned or waits for its review, a renewed one too, is no account; it and
  /// the notes of what is under way stand with the item's name in its remainder.
  static func account(of line: ItemLine) -> [String] {
    let state = line.state
    var sentences: [String] = []
    if let summary = state.submission?.summary, !state.isReturned, !state.awaitsReview {
      sentences.append(sentence(summary))
    }
    if state.phase == .ongoing || line.isSettled && state.submission == nil {
      sentences += notes(of: line).map(dated)
    }
    return sentences
  }

  /// The notes of an item by their days.
  private static func notes(of line: ItemLine) -> [ItemState.ProgressNote] {
    line.state.progressNotes.enumerated()
      .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
  }

  /// A note with its day, unless it begins with one.
  private static func dated(_ note: ItemState.ProgressNote) -> String {
    let text = sentence(note.text)
    let head = text.prefix(6)
    if head.contains(where: { "年月日".contains($0) }) { return text }
    return "\(date(note.on))，\(text)"
  }

  /// Where an open item stands and what it lacks, as a sentence that names it.
  static func remainder(of line: ItemLine) -> String { named(line) + position(of: line) }

  /// Where an open item stands and what it lacks, behind its name.
  static func position(of line: ItemLine) -> String {
    var told = account(of: line).isEmpty ? notes(of: line).map { dated($0).trimmedStops } : []
    if line.state.awaitsReview, let summary = line.state.submission?.summary {
      told = ["申报的完成情况：\(sentence(summary).trimmedStops)"]
    }
    let progress = told.isEmpty ? "" : "（\(told.joined(separator: "；"))）"
    var parts = [standing(of: line) + progress]
    var lacks = line.missing.compactMap { part -> String? in
      // Evidence would be a change of what was reviewed.
      if case .signOfLife(let month) = part, line.isDone { return "\(self.month(month))的进展" }
      return lack(part)
    }
    if lacks.isEmpty, line.state.phase == .ongoing {
      lacks = ["\(month(line.asOf.civilMonth))的佐证材料"]
    }
    if !lacks.isEmpty { parts.append("还缺\(joined(lacks))") }
    if let due = line.state.due, !line.isDone { parts.append("应于\(date(due))前完成") }
    if let days = line.overdueDays { parts.append("已逾期\(days)天") }
    return parts.joined(separator: "，") + "。"
  }

  private static func standing(of line: ItemLine) -> String {
    let state = line.state
    if line.isDone {
      return line.evidence.contains(where: \.isDamaged) ? "已销号，佐证文件待核对补齐" : "已销号"
    }
    return switch state.phase {
    case .pending: "尚未启动"
    case .inProgress: state.isReturned ? "已退回整改" : "正在推进"
    case .submitted: "已申请销号，正在审核"
    case .closed: "销号后内容有变动，须重新审核"
    case .ongoing: "长期坚持"
    case .withdrawn: "已撤销"
    }
  }

  /// How an item came out.
  static func outcome(of line: ItemLine) -> String {
    guard line.state.isSoundlyClosed else { return state(line.onDay.status) }
    if let days = line.lateDays { return "逾期\(days)天销号" }
    return line.onDay.due == nil ? "已销号" : "按期销号"
  }

  /// What is lacked as a noun; nil when the sentence says it otherwise.
  private static func lack(_ part: MissingPart) -> String? {
    switch part {
    case .evidence: "佐证材料"
    case .measureEvidence(let numbers): "落实措施第\(joined(numbers.map(String.init)))条的佐证"
    case .statement: "完成情况说明"
    case .deadline: "完成时限"
    case .signOfLife(let month): "\(self.month(month))的进展或佐证"
    case .missedDay(let day): "\(date(day))的进展或佐证"
    case .start, .answerToReturn, .review, .newReview, .sustaining, .confirmation: nil
    }
  }

  /// A group of files as one piece.
  static func group(_ name: String, files: Int) -> String {
    files > 1 ? "\(name)（\(files)个文件）" : name
  }

  /// An open gap of no item, which holds no verdict back.
  static func openGap(_ gap: Ledger.Gap) -> String {
    "差距短板\(Self.gap(gap.number))（不属于条目，不影响结论）：\(gap.text)，由\(gap.owner)负责"
      + (gap.due.map { "，\(date($0))前整改到位" } ?? "")
  }

  /// What a verdict that passes says of the indicators; what does not apply or bind is not met.
  static func indicatorsReached(_ answers: [IndicatorAnswer]) -> String {
    let isAllMet = answers.allSatisfy { answer in
      if case .notApplicable = answer.judgement { false } else { true }
    }
    return "各项指标达标" + (isAllMet ? "" : "或不适用")
      + (answers.contains(where: \.isOpenWithoutBinding) ? "（暂不作硬性要求的除外）" : "")
  }

  /// What stands below a heading of the reform of which nothing is to be told yet.
  static func untold(hasItems: Bool, hasWithdrawn: Bool, in plan: String) -> String {
    if hasItems { return "有关工作正在推进，尚无经过审核的结果。" }
    return hasWithdrawn ? "\(plan)中这方面的条目已依据上级文件撤销。" : "\(plan)中没有列入这方面的内容。"
  }

  /// What is alive and settled without a word of its own.
  static func kept(_ line: ItemLine) -> String { named(line) + keptPosition(of: line) }

  /// Where an item stands that is alive and settled without a word of its own, behind its name.
  static func keptPosition(of line: ItemLine) -> String { "\(standing(of: line))。" }

  /// The heading under which the final report answers an item: 2. 关于“…”问题（第1.2项）.
  static func entryHeading(_ number: Int, _ title: String, of line: ItemLine) -> String {
    numbered(number, "\(title)（第\(line.id)项）")
  }

  /// The measures of an item as prose; nil when it has none.
  static func measuresTold(_ measures: [Measure]) -> String? {
    measures.isEmpty ? nil : enumerated(measures.map { sentence($0.text) })
  }

  /// A day before anybody read a plan.
  static func without(_ plan: String) -> String { "尚未导入\(plan)，没有可以统计的条目。" }

  /// What the school's own document is called.
  static let plan = "实施方案"
  /// The same in short.
  static let planInShort = "方案"

  /// What was done for a task, told without numbers, below a heading that need not be said again; nil
  /// when nothing is told yet.
  static func point(_ lines: [ItemLine], below heading: String, text: OfficeText?) -> String? {
    guard let first = lines.first else { return nil }
    let title = first.state.item.taskTitle
    let head = title.isEmpty || title == heading ? "" : "\(title)。"
    if let text { return head + text.paragraphs.joined() }
    var sentences: [String] = []
    for sentence in lines.flatMap(account) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    guard !sentences.isEmpty else { return nil }
    return head + sentences.joined()
  }

  /// A paragraph with its number.
  static func numbered(_ number: Int, _ text: String) -> String { "\(number). \(text)" }

  /// What is open as a problem, by number: part one says where each stands.
  static func problem(_ open: [ItemLine], _ profile: ReformProfile) -> String {
    let overdue = open.filter { $0.overdueDays != nil }
    let late =
      if overdue.isEmpty {
        ""
      } else if overdue.count == open.count {
        open.count > 1 ? "，均已过完成时限" : "，已过完成时限"
      } else {
        "，其中第\(joined(overdue.map { "\($0.id)" }))项已过完成时限"
      }
    let count = open.count > 1 ? "共\(open.count)项" : ""
    return "第\(joined(open.map { "\($0.id)" }))项\(count)\(profile[.matter])尚未办妥\(late)。"
  }

  /// Clauses that no item answers as a problem.
  static func problem(
    _ unanswered: [ClauseID], in plan: String, _ profile: ReformProfile
  ) -> String {
    "\(clauses(unanswered, profile))在\(plan)中还没有对应的条目。"
  }

  /// What comes next for clauses that no item answers.
  static func nextStep(_ unanswered: [ClauseID], _ profile: ReformProfile) -> String {
    "对\(clauses(unanswered, profile))，明确由哪个部门承担，列为条目推进。"
  }

  private static func clauses(_ ids: [ClauseID], _ profile: ReformProfile) -> String {
    "\(profile[.list])第\(joined(ids.map { "\($0)" }))条"
  }

  /// A gap as a problem of a paper of a day.
  static func problem(
    _ gap: Ledger.Gap, on day: CivilDate, _ profile: ReformProfile
  ) -> String {
    let due =
      gap.due.map { due in
        due < day ? "，原定\(date(due))前整改到位，现已超过期限" : "，应于\(date(due))前整改到位"
      } ?? ""
    let text = PrintableText.line(gap.text).trimmedStops
    // It holds no verdict back, and must not read as one of the matters judged.
    let head = gap.item == nil ? "上述\(profile[.matter])以外，\(text)" : text
    return "\(head)，由\(gap.owner)负责整改\(due)。"
  }

  /// Numbered sentences of one paragraph: 一是…二是….
  static func enumerated(_ sentences: [String]) -> String {
    guard sentences.count > 1 else { return sentences.joined() }
    return sentences.enumerated().map { "\(numeral($0.offset + 1))是\($0.element)" }.joined()
  }

  /// Numbered sentences as paragraphs: a few in one, more each in its own, so that a page can end
  /// between them.
  static func enumeratedParagraphs(_ sentences: [String]) -> [String] {
    guard sentences.count > 3 else {
      return sentences.isEmpty ? [] : [enumerated(sentences)]
    }
    return sentences.enumerated().map { "\(numeral($0.offset + 1))是\($0.element)" }
  }

  /// An annex of the self-evaluation.
  static func name(of annex: SelfEvaluation.Annex, _ profile: ReformProfile) -> String {
    switch annex {
    case .trail: "条目办结情况"
    case .indicators: "评估指标\(profile[.evaluation])情况"
    case .evidence: "佐证材料目录"
    case .undated: "没有明确完成日期的条目"
    }
  }
}

extension PaperTitle {
  /// What the paper is called.
  package var words: String {
    switch self {
    case .monthly: "月度自查"
    case .minutes: "会议纪要"
    case .selfEvaluation: "自评报告"
    case .reform: "改革情况报告"
    case .filingForm: "评估备案表"
    case .publication: "评估备案表公示"
    case .unionForm: "院系评估备案表"
    case .ledger: "台账"
    case .evidenceIndex: "佐证材料目录"
    case .department: "部门清单"
    case .missing: "倒排表"
    case .handIn: "报送清单"
    case .board: "挂图"
    case .reminder: "督办"
    case .rollup: "汇总"
    }
  }
}

extension PaperTitle.Value {
  /// The name in braces.
  var words: String {
    switch self {
    case .school: "学校"
    case .organisation: "组织"
    case .reform: "改革"
    case .month: "月份"
    case .department: "部门"
    case .unit: "院系"
    }
  }
}

extension String {
  /// The text without the stops at its end.
  var trimmedStops: String {
    var text = self
    while let last = text.last, "。；;，,. ".contains(last) { text.removeLast() }
    return text
  }
}
