internal import TaskLedger

/// What words say of an item besides its content: 责任单位：…；完成时限：…
struct StatedValues {
  /// The words of the deadline, as written.
  var deadline: String?
  /// The departments that lead or support, as their labels say.
  var divided = DepartmentAssignment()
  /// The departments behind a label that does not divide, such as 责任单位.
  var responsible = DepartmentAssignment()
  /// The persons behind labels for those who answer.
  private var answering: String?
  /// The person to be asked, who answers where nobody else is named.
  private var contact: String?
  /// The measures behind a label of their own.
  var measures: [String] = []
  /// Whether something was read from a sentence or its bracket, not from a line of its own.
  var isFromSentence = false

  /// The responsible persons.
  var person: String? {
    get { answering ?? contact }
    set { (answering, contact) = (newValue, nil) }
  }

  /// The departments, lead and supporting: beside those who lead, the others take part.
  var departments: DepartmentAssignment {
    guard !divided.lead.isEmpty else { return responsible.joined(divided) }
    return divided.joined(DepartmentAssignment(supporting: responsible.all))
  }

  /// Whether nothing was found.
  var isEmpty: Bool { roles.isEmpty }

  /// What was found.
  var roles: Set<ColumnRole> {
    var roles: Set<ColumnRole> = []
    if deadline != nil { roles.insert(.deadline) }
    if !departments.all.isEmpty { roles.insert(.departments) }
    if person != nil { roles.insert(.person) }
    if !measures.isEmpty { roles.insert(.measures) }
    return roles
  }

  /// Forgets the departments, which another place holds.
  mutating func dropDepartments() {
    (divided, responsible) = (DepartmentAssignment(), DepartmentAssignment())
  }

  /// Takes the words behind a label of days; behind a second one they are another day.
  mutating func add(deadline words: String) {
    guard let before = deadline, before != words else {
      deadline = words
      return
    }
    deadline = before + PlanPhrases.listSeparator + words
  }

  /// Takes the words behind a label of persons; behind a second one they are other persons, but 联系人
  /// is nobody who answers beside others.
  mutating func add(person words: String, isContact: Bool = false) {
    if isContact {
      contact = contact ?? words
      return
    }
    guard let before = answering, before != words else {
      answering = words
      return
    }
    answering = before + PlanPhrases.listSeparator + words
  }

  /// Takes over what the other labels of the same item name.
  mutating func join(_ other: StatedValues) {
    var rest = other
    if let words = rest.deadline { add(deadline: words) }
    if let words = rest.answering { add(person: words) }
    if let words = rest.contact { add(person: words, isContact: true) }
    (rest.deadline, rest.person) = (nil, nil)
    fill(from: rest)
  }

  /// Takes over what a sentence, its bracket or the end of a line states and this one lacks.
  mutating func fill(fromSentence other: StatedValues) {
    fill(from: other)
    isFromSentence = true
  }

  /// Takes over what the other has and this one lacks.
  mutating func fill(from other: StatedValues) {
    if deadline == nil { deadline = other.deadline }
    divided = divided.joined(other.divided)
    responsible = responsible.joined(other.responsible)
    if person == nil { person = other.person }
    measures += other.measures
    isFromSentence = isFromSentence || other.isFromSentence
  }
}

/// Finds labels with their values in running text.
struct LabelledText {
  private let setting: PlanSetting

  /// What labels may name.
  private static let roles: Set<ColumnRole> = [
    .deadline, .departments, .lead, .supporting, .person, .measures,
  ]

  /// Creates a finder.
  init(_ setting: PlanSetting) { self.setting = setting }

  /// A label in a text.
  private struct Label {
    var role: ColumnRole
    var start: String.Index
    var valueStart: String.Index
  }

  /// Whether a line begins with a label.
  func beginsWithLabel(_ line: String) -> Bool {
    labels(in: line).first.map { line[..<$0.start].allSatisfy(Self.isOpening) } ?? false
  }

  private static func isOpening(_ character: Character) -> Bool {
    character.isWhitespace || PlanPhrases.tailBrackets.values.contains(character)
  }

  /// The values that the labels of a text name; nil when it has none.
  func values(in text: String) -> StatedValues? {
    let labels = labels(in: text)
    guard !labels.isEmpty else { return nil }
    var result = StatedValues()
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].start : text.endIndex
      var value = Self.trimmed(text[label.valueStart..<end])
      if label.role != .measures { value = Self.withoutOtherLabels(value) }
      if [.departments, .lead, .supporting].contains(label.role) {
        // 校团委（责任人：张三）、学工部（责任人：李四）
        let persons = DepartmentNames.persons(in: value)
        if !persons.isEmpty {
          result.add(person: persons.joined(separator: PlanPhrases.listSeparator))
        }
        // 牵头单位：校团委，2020年6月底前完成
        let parts = value.split { PlanPhrases.clauseSeparators.contains($0) }.map(String.init)
        if let day = parts.first(where: ColumnProfile.isDate) {
          result.add(deadline: DataTable.trimmed(day))
          value = parts.filter { $0 != day }.joined(separator: PlanPhrases.listSeparator)
        }
      }
      guard !value.isEmpty else { continue }
      switch label.role {
      case .deadline: result.add(deadline: value)
      case .departments:
        result.responsible = result.responsible.joined(setting.names(in: value))
      case .lead:
        // 牵头：校团委；协同：学工部
        let read = setting.names(in: value)
        result.divided = result.divided.joined(
          read.supporting.isEmpty ? DepartmentAssignment(lead: read.all) : read)
      case .supporting:
        result.divided = result.divided.joined(
          DepartmentAssignment(supporting: setting.names(in: value).all))
      case .person:
        let words = TextFolding.compact(text[label.start..<label.valueStart])
        let isContact = PlanPhrases.otherLabels.contains { words.contains($0) }
        result.add(person: value, isContact: isContact)
      case .measures: result.measures.append(value)
      case .ordinal, .clause, .task, .basis, .content, .remark: break
      }
    }
    return result.isEmpty ? nil : result
  }

  /// A value without the labels behind it that name nothing of an item: 2020年6月；佐证材料：会议纪要.
  private static func withoutOtherLabels(_ value: String) -> String {
    guard value.contains(where: { PlanPhrases.colons.contains($0) }) else { return value }
    var start: String.Index?
    for index in value.indices {
      let character = value[index]
      if PlanPhrases.clauseSeparators.contains(character) {
        start = index
      } else if PlanPhrases.colons.contains(character), let before = start {
        let label = value[value.index(after: before)..<index]
        if PlanPhrases.otherLabels.contains(TextFolding.compact(label)) {
          return trimmed(value[..<before])
        }
        start = nil
      } else if !character.isLetter {
        start = nil
      }
    }
    return value
  }

  /// What the labels of a line name, in order; nothing for a line that begins with other words.
  func roles(of line: String) -> [ColumnRole] {
    beginsWithLabel(line) ? labels(in: line).map(\.role) : []
  }

  /// Whether a line is a label for measures with nothing behind it but their numbered lines, if any.
  func opensMeasures(_ line: String) -> Bool {
    openRole(of: String(line.prefix { $0 != "\n" })) == .measures
  }

  /// What a line names that is a label with nothing behind it; nil for any other line.
  func openRole(of line: String) -> ColumnRole? {
    guard beginsWithLabel(line) else { return nil }
    let labels = labels(in: line)
    guard labels.count == 1, let only = labels.first,
      line[only.valueStart...].allSatisfy(\.isWhitespace)
    else { return nil }
    return only.role
  }

  /// What the last label of a line names, and where its value begins.
  func last(in line: String) -> (role: ColumnRole, start: String.Index)? {
    labels(in: line).last.map { ($0.role, $0.valueStart) }
  }

  /// What words name as a label of one value; nil when they are none.
  func valueRole(of label: String) -> ColumnRole? {
    role(of: label).flatMap { Self.roles.contains($0) && $0 != .measures ? $0 : nil }
  }

  /// The words before the labels of a line, and what the labels name: ……。 责任部门：校团委.
  func behind(_ text: String) -> (before: String, found: StatedValues)? {
    let found = labels(in: text)
    guard let first = found.first, first.start > text.startIndex,
      found.allSatisfy({ $0.role != .measures })
    else { return nil }
    let head = text[..<first.start]
    guard let last = head.last,
      last.isWhitespace || PlanPhrases.sentenceEnds.contains(last),
      let found = values(in: String(text[first.start...]))
    else { return nil }
    return (DataTable.trimmed(String(head)), found)
  }

  private func labels(in text: String) -> [Label] {
    guard text.contains(where: { PlanPhrases.colons.contains($0) || "】]".contains($0) }) else {
      return []
    }
    var labels: [Label] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let character = text[index]
      if !labels.isEmpty, let close = nested(text, from: index) {
        index = text.index(after: close)
        continue
      }
      let next = text.index(after: index)
      if PlanPhrases.colons.contains(character) || "】]".contains(character) {
        let word = text[start..<index]
        if word.utf8.count <= 36, let role = role(of: String(word)), Self.roles.contains(role) {
          // 【责任部门】： is one label.
          let hasColon = next < text.endIndex && PlanPhrases.colons.contains(text[next])
          labels.append(
            Label(role: role, start: start, valueStart: hasColon ? text.index(after: next) : next))
        }
        start = next
      } else if character.isWhitespace {
        // 责 任 人： is one label.
        if !Self.isSpacedOut(text[start..<index]) { start = next }
      } else if PlanPhrases.labelStarts.contains(character) {
        start = next
      }
      index = next
    }
    return labels
  }

  /// What a label names: 改革举措 heads the contents of a table, and in running text the measures.
  private func role(of label: String) -> ColumnRole? {
    guard let role = setting.vocabulary.role(of: label) else { return nil }
    let isMeasures =
      role == .content && TextFolding.compact(label).hasSuffix(PlanPhrases.measureLabelEnding)
    return isMeasures ? .measures : role
  }

  /// Where a bracket within a value closes that says who answers for the department before it; nil
  /// when none opens here.
  private func nested(_ text: String, from open: String.Index) -> String.Index? {
    guard "（(".contains(text[open]) else { return nil }
    let inside = text[text.index(after: open)...].prefix(60)
    guard let close = inside.firstIndex(where: { "）)".contains($0) }),
      let colon = inside[..<close].firstIndex(where: { PlanPhrases.colons.contains($0) }),
      let role = setting.vocabulary.role(of: String(inside[..<colon]))
    else { return nil }
    return [.person, .lead, .supporting].contains(role) ? close : nil
  }

  /// Whether words are single signs with white space between them.
  private static func isSpacedOut(_ words: Substring) -> Bool {
    words.utf8.count <= 40 && !words.isEmpty
      && words.split(whereSeparator: \.isWhitespace).allSatisfy { $0.count == 1 }
  }

  private static func trimmed(_ words: Substring) -> String {
    var words = words
    while let last = words.last,
      last.isWhitespace || PlanPhrases.valueEnds.contains(last) || "【[".contains(last)
    {
      // 学生工作部（处） keeps its bracket.
      if let open = PlanPhrases.tailBrackets[last], words.contains(open) { break }
      words.removeLast()
    }
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    return String(words)
  }

  // MARK: - Brackets behind an item

  /// What stands in the bracket that a paragraph is as a whole.
  static func whole(_ paragraph: String) -> String? {
    let words = DataTable.trimmed(paragraph)
    guard let first = words.first, PlanPhrases.tailBrackets.values.contains(first),
      let (before, inside) = tail(of: "\u{3000}" + words), before.isEmpty
    else { return nil }
    return inside
  }

  /// Divides a paragraph into its words and the bracket at its end.
  static func tail(of paragraph: String) -> (before: String, inside: String)? {
    var words = Substring(paragraph)
    while let last = words.last, last.isWhitespace || PlanPhrases.sentenceEnds.contains(last) {
      words.removeLast()
    }
    guard let close = words.last, let open = PlanPhrases.tailBrackets[close] else { return nil }
    var depth = 0
    var index = words.endIndex
    while index > words.startIndex {
      index = words.index(before: index)
      if words[index] == close { depth += 1 }
      if words[index] == open { depth -= 1 }
      if depth == 0 { break }
    }
    guard depth == 0, index > words.startIndex else { return nil }
    let inside = words[words.index(after: index)...].dropLast()
    return (DataTable.trimmed(String(words[..<index])), String(inside))
  }

  /// Whether words are nothing but one bracket.
  static func isBracket(_ words: String) -> Bool {
    guard let first = words.first, PlanPhrases.tailBrackets.values.contains(first) else {
      return false
    }
    // As if something stood before it, which the tail then leaves alone.
    let before = String(PlanPhrases.fullStop)
    return tail(of: before + words).map { $0.before == before } ?? false
  }
}
