internal import TaskLedger

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
    /// Whether it is one beside other labels alone: 时间：6月底前.
    var isShort = false
  }

  /// Whether a line begins with a label.
  func beginsWithLabel(_ line: String) -> Bool {
    labels(in: line).first.map { line[..<$0.start].allSatisfy(Self.isOpening) } ?? false
  }

  /// The label of a few signs that a line begins with, whatever it names: 工作目标 of 工作目标：….
  func anyLabel(of line: String) -> String? {
    guard let colon = line.firstIndex(where: { PlanPhrases.colons.contains($0) }) else {
      return nil
    }
    let label = line[..<colon]
    guard (2...8).contains(label.count),
      !label.contains(where: { PlanPhrases.marksWithinSentences.contains($0) })
    else { return nil }
    return String(label)
  }

  /// Whether a line begins with a label for who or by when.
  func namesValue(_ line: String) -> Bool {
    !Set(roles(of: line)).isDisjoint(with: [.deadline, .departments, .lead])
  }

  /// Whether a line is a label for what is no part of the item: 工作进展：….
  func isAside(_ line: String) -> Bool {
    guard let label = anyLabel(of: line) else { return false }
    return setting.vocabulary.role(of: label).map { $0 == .remark } ?? true
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
      if label.role != .measures { value = withoutOtherLabels(value, of: label.role) }
      if [.departments, .lead, .supporting].contains(label.role) {
        // 校团委（责任人：张三）、学工部（责任人：李四）
        let persons = DepartmentNames.persons(in: value)
        if !persons.isEmpty {
          result.add(person: persons.joined(separator: PlanPhrases.listSeparator))
        }
        // 牵头单位：校团委，2020年6月底前完成
        let parts = value.split { PlanPhrases.clauseSeparators.contains($0) }.map(String.init)
        if let day = parts.first(where: ColumnProfile.isDate) {
          result.add(deadline: DataTable.trimmed(day), isBeside: true)
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
        let isContact = PlanPhrases.askLabels.contains { words.contains($0) }
        result.add(person: value, isContact: isContact)
      case .measures: result.measures.append(value)
      case .ordinal, .clause, .task, .basis, .content, .remark: break
      }
    }
    return result.isEmpty ? nil : result
  }

  /// A value without what stands behind other labels: 2020年6月；佐证材料：会议纪要. Departments keep the
  /// labels of their roles, and a deadline those of further days.
  private func withoutOtherLabels(_ value: String, of role: ColumnRole) -> String {
    guard value.contains(where: { PlanPhrases.colons.contains($0) }) else { return value }
    let other = ValueLabels.parts(of: value).first { part in
      guard part.start > value.startIndex else { return false }
      switch role {
      case .departments, .lead, .supporting:
        return !DepartmentNames.isOfDepartments(part.label, knowing: setting.departments)
      case .deadline:
        return PlanPhrases.namesOtherDay(part.label)
          || !PlanPhrases.isDayLabel(part.label)
            && !ColumnProfile.isDate(part.words)
      default: return true
      }
    }
    return other.map { Self.trimmed(value[..<$0.start]) } ?? value
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
        if word.utf8.count <= 36, let (role, isShort) = labelRole(of: String(word)) {
          // 【责任部门】： is one label.
          let hasColon = next < text.endIndex && PlanPhrases.colons.contains(text[next])
          let valueStart = hasColon ? text.index(after: next) : next
          labels.append(
            Label(role: role, start: start, valueStart: valueStart, isShort: isShort))
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
    return Self.sure(labels, in: text)
  }

  /// What a label names in running text, and whether it does so beside other labels alone.
  private func labelRole(of word: String) -> (role: ColumnRole, isShort: Bool)? {
    if let role = role(of: word) { return Self.roles.contains(role) ? (role, false) : nil }
    let words = TextFolding.compact(word)
    if PlanPhrases.shortDayLabels.contains(words) { return (.deadline, true) }
    return DepartmentNames.isLeading(words).map { ($0 ? .lead : .supporting, true) }
  }

  /// The labels without the short ones that stand alone, and without those for days before none.
  private static func sure(_ labels: [Label], in text: String) -> [Label] {
    guard labels.contains(where: \.isShort) else { return labels }
    guard labels.contains(where: { !$0.isShort }) else { return [] }
    return labels.enumerated().filter { place, label in
      guard label.isShort, label.role == .deadline else { return true }
      let end = place + 1 < labels.count ? labels[place + 1].start : text.endIndex
      let value = ValueLabels.parts(of: trimmed(text[label.valueStart..<end])).first?.words
      return value.map(ColumnProfile.isDate) ?? false
    }.map(\.element)
  }

  /// What a label names: 改革举措 heads the contents of a table, and in running text the measures;
  /// 上级完成时限 names nothing of the item.
  private func role(of label: String) -> ColumnRole? {
    guard let role = setting.vocabulary.role(of: label),
      role != .deadline || !PlanPhrases.namesOtherDay(TextFolding.compact(label))
    else { return nil }
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
      last.isWhitespace || PlanPhrases.valueEnds.contains(last)
        || PlanPhrases.tailBrackets.values.contains(last)
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
