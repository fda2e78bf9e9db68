import TaskLedger

/// The words that reports put together; whatever stands by itself is in the templates.
package enum ReportPhrases {
  /// A date as papers write it: 2020年9月30日.
  static func date(_ date: CivilDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

  /// A month as papers write it: 2020年9月.
  static func month(_ month: CivilMonth) -> String { "\(month.year)年\(month.month)月" }

  /// Yes or no.
  static func words(of flag: Bool) -> String { flag ? "是" : "否" }

  /// Names one after the other.
  static func joined(_ names: [String]) -> String { names.joined(separator: "、") }

  /// The length of a file.
  package static func size(_ bytes: Int) -> String {
    let units = [("KB", 1024), ("MB", 1_048_576), ("GB", 1_073_741_824)]
    guard let (unit, size) = units.last(where: { bytes >= $0.1 }) else { return "\(bytes) B" }
    return "\(Ratio.decimal(bytes * 10 / size, decimals: 1)) \(unit)"
  }

  /// What a screen reader calls a table: its heading, and a number when that has several.
  static func table(_ number: Int, under heading: String) -> String {
    number == 1 ? heading : "\(heading)（表\(number)）"
  }

  /// A text in a few words: up to its first stop, at most 24 characters. A comma is no stop, for
  /// plans begin item after item with the same clause.
  static func brief(_ text: String) -> String {
    if let head = PlainHead(text, limit: 24, isStop: isStop) {
      guard head.isCut else { return String(head.text) }
      let start = head.text
      let mayBeOpen = start.unicodeScalars.suffix(4).contains(where: isOpening)
      // As a string of its own: adding to a part of one counts its characters first.
      return PrintableText.uncut(mayBeOpen ? closed(start) : start) + "…"
    }
    let head = firstSentence(text)
    return head.count <= 24 ? String(head) : PrintableText.uncut(closed(head.prefix(23))) + "…"
  }

  private static func firstSentence(_ text: String) -> Substring {
    let line = PrintableText.line(text).drop { $0 == " " }
    return line.prefix { !stops.contains($0) }
  }

  private static let stops = "。；;：:"
  private static let openings = "（(“《〔["

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "：", ":": true
    default: false
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "“", "《", "〔", "[": true
    default: false
    }
  }

  /// A beginning without a bracket or quotation that was opened within its last four characters.
  private static func closed(_ text: Substring) -> Substring {
    guard let open = text.suffix(4).lastIndex(where: { openings.contains($0) }),
      !text[open...].contains(where: { "）)”》〕]".contains($0) })
    else { return text }
    let kept = text[..<open]
    return kept.last.map { "，、,".contains($0) } == true ? kept.dropLast() : kept
  }

  /// A statement that ends in a stop.
  static func sentence(_ text: String) -> String {
    var line = PrintableText.line(text)
    while line.last == " " { line.removeLast() }
    guard let last = line.last else { return line }
    return "。！？；.!?;".contains(last) ? line : line + "。"
  }

  /// The measures with their numbers.
  static func measures(_ measures: [Measure]) -> String {
    measures.map { "（\($0.number)）\($0.text)" }.joined(separator: " ")
  }

  /// A Chinese numeral from 1 to 99.
  static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[ones]
  }

  /// A number of things, before a measure word: two of them are 两.
  static func counted(_ number: Int) -> String { number == 2 ? "两" : numeral(number) }

  /// A task with its number.
  static func task(_ number: Int, _ title: String) -> String {
    if number == 0 { return title.isEmpty ? otherArea : title }
    return title.isEmpty ? OfficeTextHeadings.untitled(task: number) : "\(numeral(number))、\(title)"
  }

  // MARK: States

  /// The state as papers name it: a stale closure has a name of its own.
  static func state(_ status: ItemStatus) -> String { status.paperWords }

  /// Whether what is struck off was so in time; nil for what is open.
  static func timeliness(of line: ItemLine) -> String? {
    guard line.isDone else { return nil }
    if let days = line.lateDays { return "逾期\(days)天" }
    if line.state.due != nil { return "按期" }
    return line.state.goesOn ? "长期坚持" : "未载明时限"
  }

  /// The states in the order of the closing machine.
  static let stateOrder: [ItemStatus] = [
    .pending, .inProgress, .submitted, .ongoing, .stale, .closed, .withdrawn,
  ]

  /// How many items are in each state; the numbers add up to the total.
  static func states(_ counts: StatusCounts) -> String {
    joined(
      stateOrder.filter { counts[$0] > 0 }.map { "\(state($0))\(counts[$0])项" })
  }

  // MARK: Rates

  /// The name of a rate.
  static func name(of kind: RateLine.Kind) -> String {
    switch kind {
    case .completion: "完成率"
    case .inTime: "按期完成率"
    case .overdue: "逾期率"
    }
  }

  /// What a rate is of what.
  static func definition(of kind: RateLine.Kind) -> String {
    switch kind {
    case .completion: "已销号且有效的条目 ÷ 有截止日期的条目"
    case .inTime: "截止日期当日或之前销号的条目 ÷ 已到截止日期的条目"
    case .overdue: "已过截止日期仍未销号的条目 ÷ 已到截止日期的条目"
    }
  }

  // MARK: What is missing

  /// What an item lacks; nil when nothing.
  static func missing(_ parts: [MissingPart]) -> String? {
    parts.isEmpty ? nil : parts.map(words).joined(separator: "；")
  }

  private static func words(of part: MissingPart) -> String {
    switch part {
    case .confirmation: "方案导入后有待核对之处"
    case .measureEvidence(let numbers): "落实措施第\(joined(numbers.map(String.init)))条缺佐证"
    case .missedDay(let day): "\(date(day))漏期，之后还没有进展或佐证"
    case .deadline(let round): round.map { "第\($0)轮时限未定" } ?? part.words
    case .signOfLife(let month): "缺\(self.month(month))的进展或佐证"
    case .start, .evidence, .statement, .answerToReturn, .review, .newReview, .sustaining:
      part.words
    }
  }

  /// What is to be done about what an item lacks; nil when nothing is missing.
  static func nextStep(of line: ItemLine) -> String? {
    steps(for: line, late: "说明逾期原因") { step(for: $0, of: line.state) }
  }

  /// What is to be done about what an item lacks, each once; nil when nothing is missing.
  ///
  /// - Parameters:
  ///   - line: The item.
  ///   - late: What comes first where it is overdue.
  ///   - words: What is done about one part.
  /// - Returns: The words.
  static func steps(
    for line: ItemLine, late: String, _ words: (MissingPart) -> String
  ) -> String? {
    let missing = line.missing
    guard !missing.isEmpty else { return nil }
    var steps: [String] = line.overdueDays != nil ? [late] : []
    let parts = missing.contains(.start) ? missing.filter { !$0.isPaperwork } : missing
    for step in parts.map(words) where !steps.contains(step) { steps.append(step) }
    return steps.joined(separator: "，")
  }

  private static func step(for part: MissingPart, of state: ItemState) -> String {
    switch part {
    case .start: "认领并着手推进"
    case .evidence: "收集并报送佐证材料"
    case .measureEvidence(let numbers):
      "补齐第\(joined(numbers.map(String.init)))条措施的佐证"
    case .statement: "写明完成情况并申请销号"
    case .answerToReturn: "按退回意见整改"
    case .review: "由办公室审核"
    case .newReview: "核对变动后重新审核"
    case .deadline(let round): round.map { "明确第\($0)轮的时限" } ?? "明确完成时限"
    case .signOfLife: state.recurs ? "补记一条进展" : "当月补记一条进展"
    case .missedDay: "补上漏期的进展或佐证"
    case .sustaining: "转入长期坚持并\(state.rhythm)留痕"
    case .confirmation: "对照原方案核对"
    }
  }

  /// Why an item is late or open.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - asOf: The day of a paper whose own year is left out; nil for whole dates.
  /// - Returns: The words.
  static func reason(_ reason: ItemLine.Reason, near asOf: CivilDate? = nil) -> String {
    func date(_ date: CivilDate) -> String {
      asOf.map { day(date, near: $0) } ?? self.date(date)
    }
    return switch reason {
    case .returned(let text): "退回：\(text)"
    case .reopened(let text): "重启：\(text)"
    case .extensionAsked(let until, let text): "申请延期至\(date(until))：\(text)"
    case .extensionGranted(let text): "已延期：\(text)"
    case .extensionRefused(let text): "延期未获同意：\(text)"
    case .gap(let text): "差距短板：\(text)"
    case .note(let text, let day): "\(date(day))进展：\(text)"
    }
  }
}

extension MissingPart {
  /// Whether it comes after the work itself, so that nobody need be told before it has begun.
  fileprivate var isPaperwork: Bool {
    switch self {
    case .evidence, .measureEvidence, .statement: true
    case .start, .answerToReturn, .review, .newReview, .deadline, .signOfLife, .missedDay,
      .sustaining, .confirmation:
      false
    }
  }
}
