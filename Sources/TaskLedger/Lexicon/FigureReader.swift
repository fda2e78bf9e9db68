/// Reads the figures of one text, sentence by sentence.
struct FigureReader {
  private let text: UTF8Text
  private var figures: [Figure] = []
  /// The body named last, such as 校学生会.
  private var body = ""
  /// Whether the sentence speaks of the parts of a department.
  private var isWithinDepartment = false
  /// The first subject of the sentence so far, for a clause that omits its own.
  private var firstSubject: String?
  /// Whether the sentence has named one subject alone.
  private var hasOneSubject = true
  private var hasFigureInLastClause = false
  /// The words before a figure that is given up in the same clause: 工作人员由60人减至40人.
  private var former = ""

  init(_ text: some StringProtocol) {
    let folded = TextFolding.fold(TextFolding.withoutArtefacts(String(text)))
    self.text = UTF8Text(bytes: folded.utf8.filter { $0 != 0x20 })
  }

  mutating func read() -> [Figure] {
    var start = 0
    var offset = 0
    while offset < text.count {
      let (value, next) = text.scalar(at: offset)
      switch value {
      case 0x3002, 0x0A, UInt32(ascii: "!"), UInt32(ascii: "?"):
        readClause(start, offset)
        endSentence()
        start = next
      case UInt32(ascii: ","), UInt32(ascii: ";"), UInt32(ascii: ":"):
        readClause(start, offset)
        start = next
      default: break
      }
      offset = next
    }
    readClause(start, text.count)
    return figures
  }

  private mutating func endSentence() {
    isWithinDepartment = false
    firstSubject = nil
    hasOneSubject = true
    hasFigureInLastClause = false
  }

  private mutating func readClause(_ start: Int, _ end: Int) {
    var offset = start
    var begin = start
    var hasFigure = false
    former = ""
    while offset < end {
      guard let number = FigureNumber(in: text, at: offset, from: start, to: end) else {
        // Numerals that are no number are passed over as a whole, not one after the other.
        let numerals = FigureNumber.endOfNumerals(in: text, at: offset, to: end)
        offset = numerals > offset ? numerals : text.scalar(at: offset).next
        continue
      }
      offset = number.end
      guard number.isFigure else { continue }
      if isGivenUp(number, begin: begin) {
        former = string(begin, number.start)
        begin = number.end
        continue
      }
      if let figure = figure(number, begin: begin, end: end) {
        figures.append(figure)
        if let first = firstSubject, first != figure.subject { hasOneSubject = false }
        firstSubject = firstSubject ?? figure.subject
        hasFigure = true
      }
      begin = number.end
    }
    if !hasFigure, text.contains("学生会", from: start, to: end) { note(string(start, end)) }
    hasFigureInLastClause = hasFigure
  }

  private mutating func figure(_ number: FigureNumber, begin: Int, end: Int) -> Figure? {
    let bound = FigureBound(of: number, in: text, from: begin, to: end)
    guard let bound else { return nil }
    let words = string(begin, bound.subjectEnd)
    guard
      let subject = subject(words, number: number, isExact: bound.relation == .exactly, end: end)
    else { return nil }
    return Figure(
      subject: subject, relation: bound.relation, value: number.value, upper: number.upper,
      unit: number.unit)
  }

  /// Whether a number is what was, before what is to be: 由60人减至40人.
  private func isGivenUp(_ number: FigureNumber, begin: Int) -> Bool {
    let before = text.scalar(before: number.start).value
    guard number.start > begin, before == 0x7531 || before == 0x4ECE else { return false }
    return Self.changes.contains { text.has($0, at: number.end) }
  }

  private static let changes: [StaticString] = [
    "减", "精简", "压", "降", "缩", "增", "提高", "提升", "扩", "调整", "改为",
  ]

  /// What a figure counts, with the body it belongs to; nil when that is not certain.
  private mutating func subject(
    _ words: String, number: FigureNumber, isExact: Bool, end: Int
  ) -> String? {
    var subject = FigureSubject.folded(words)
    if subject.isEmpty, !former.isEmpty { subject = FigureSubject.folded(former) }
    if isExact, number.isPeople, let behind = nounBehind(number, end: end) {
      subject += behind
    }
    if subject.isEmpty {
      // A clause without a subject shares that of the clause before, when there is but one.
      guard hasFigureInLastClause, hasOneSubject else { return nil }
      return firstSubject
    }
    note(subject)
    if subject.hasPrefix("工作部门"), subject.count > 4 {
      isWithinDepartment = true
      subject = departmentPart(subject)
    } else if isWithinDepartment, ["负责人", "工作人员", "成员", "副部长", "部长"].contains(subject) {
      subject = "工作部门" + subject
    } else {
      isWithinDepartment = false
    }
    return FigureSubject.roles.contains(subject) ? body + subject : subject
  }

  /// 工作部门成员设负责人 is 工作部门负责人.
  private func departmentPart(_ subject: String) -> String {
    var rest = subject.dropFirst(4)
    for word in ["成员设", "成员", "设", "的", "中", "可设"]
    where rest.hasPrefix(word) && rest.count > word.count {
      rest = rest.dropFirst(word.count)
    }
    return "工作部门" + rest
  }

  /// Keeps the body that words begin with.
  private mutating func note(_ words: String) {
    let folded = FigureSubject.folded(words)
    if let found = FigureSubject.bodies.first(where: { folded.hasPrefix($0) }) {
      body = found
    }
  }

  /// The noun behind 1名: 明确1名主席团成员负责…
  private func nounBehind(_ number: FigureNumber, end: Int) -> String? {
    // A noun has at most twelve characters; a little more is looked at to find where it ends.
    var near = number.end
    for _ in 0..<20 where near < end { near = text.scalar(at: near).next }
    var words = Substring(string(number.end, near))
    for stop in ["负责", "指导", "兼任", "担任", "为", "由", "通过", "组成", "的", "、", "参加", "(", "等"] {
      if let place = words.place(of: stop) { words = words[..<place.lowerBound] }
    }
    return (2...12).contains(words.count) ? String(words) : nil
  }

  private func string(_ start: Int, _ end: Int) -> String {
    start < end ? String(decoding: text.bytes[start..<end], as: UTF8.self) : ""
  }
}
