internal import OfficeFiles
internal import TaskLedger

/// A heading that names two things or more, such as 责任单位及责任人 or 完成时限及责任部门.
struct CompoundHeading {
  /// One of the things.
  struct Part {
    /// What it is.
    var role: ColumnRole
  }

  /// The things in the order of the heading.
  let parts: [Part]

  /// Divides a heading; nil when it names one thing.
  init?(_ heading: String, _ vocabulary: HeadingVocabulary) {
    let lines = heading.split(separator: "\n").map { TextFolding.compact($0) }
    let words = lines.joined(separator: "\n").filter { $0 != ")" }
    guard words.contains(where: { PlanPhrases.headingJoiners.contains($0) }) else { return nil }
    var roles: [ColumnRole] = []
    var sides: [ColumnRole] = []
    for token in words.split(whereSeparator: { PlanPhrases.headingJoiners.contains($0) }) {
      guard var role = Self.role(String(token), vocabulary) else { continue }
      if role == .lead || role == .supporting {
        if !sides.contains(role) { sides.append(role) }
        role = .departments
      }
      if !roles.contains(role) { roles.append(role) }
    }
    // 牵头（配合）单位 names departments of both kinds and nothing else.
    if roles == [.departments], sides.count == 2 {
      parts = sides.map { Part(role: $0) }
      return
    }
    guard roles.count >= 2,
      roles.allSatisfy({ [.deadline, .departments, .person].contains($0) })
    else { return nil }
    parts = roles.map { Part(role: $0) }
  }

  /// Takes a column whose cells label what they hold, 责任领导：… and 牵头部门：…, for one of several
  /// things, whatever its heading says; nil when most cells do not.
  init?(labelsIn cells: [SourceCell], _ vocabulary: HeadingVocabulary) {
    var found: [ColumnRole] = []
    var labelled = 0
    for cell in cells {
      let pieces = cell.words.split(whereSeparator: \.isWhitespace)
      let roles = pieces.compactMap { Self.labelRole(of: $0, vocabulary) }
      // Words without a label are what is to be done, or a state.
      guard roles.count == pieces.count else { return nil }
      if !roles.isEmpty { labelled += 1 }
      for role in roles where !found.contains(role) { found.append(role) }
    }
    guard labelled * 10 >= cells.count * 6, found.count >= 2,
      found.allSatisfy({ [.deadline, .departments, .person].contains($0) })
    else { return nil }
    parts = found.map { Part(role: $0) }
  }

  /// What a label before a colon names; nil without one.
  private static func labelRole(of piece: Substring, _ vocabulary: HeadingVocabulary) -> ColumnRole?
  {
    guard let colon = piece.firstIndex(where: { PlanPhrases.colons.contains($0) }),
      let role = role(DataTable.trimmed(String(piece[..<colon])), vocabulary)
    else { return nil }
    return role == .lead || role == .supporting ? .departments : role
  }

  private static func role(_ token: String, _ vocabulary: HeadingVocabulary) -> ColumnRole? {
    vocabulary.role(of: token)
      ?? PlanPhrases.headingStems.first { token.contains($0.stem) }?.role
  }

  /// The words of a cell that belong to one of the things.
  func words(of role: ColumnRole, in cell: SourceCell, _ setting: PlanSetting) -> [String] {
    if role == .lead || role == .supporting { return sides(of: cell, setting)[role] ?? [] }
    var result: [String] = []
    for line in Self.ownLines(of: cell, setting) {
      let pieces = Self.pieces(of: line, hasDeadline: parts.contains { $0.role == .deadline })
      let own = pieces.flatMap { Self.labelled($0, setting) }.compactMap { piece in
        // 时限：… is a label within the cell.
        !piece.words.isEmpty && (piece.role ?? self.role(of: piece.words, setting)) == role
          ? piece.words : nil
      }
      if !own.isEmpty { result.append(own.joined(separator: PlanPhrases.listSeparator)) }
    }
    return result
  }

  /// The lines of a cell without what stands behind labels for something else: 监督单位：纪委办公室.
  private static func ownLines(of cell: SourceCell, _ setting: PlanSetting) -> [String] {
    let lines = cell.paragraphs.flatMap { $0.split(separator: "\n").map(String.init) }
    let words = lines.flatMap { unnumbered($0, setting.vocabulary) }.joined(separator: "\n")
    let labels = ValueLabels.parts(of: words)
    let ends = labels.dropFirst().map(\.start) + [words.endIndex]
    let own = zip(labels, ends).filter { part, _ in !isOther(part.label, setting) }
      .map { String(words[$0.start..<$1]) }
    return own.joined().split(separator: "\n").map(String.init)
  }

  /// Whether a label names something that no column of this kind holds.
  private static func isOther(_ label: String, _ setting: PlanSetting) -> Bool {
    if label.isEmpty || PlanPhrases.shortDayLabels.contains(label) { return false }
    if PlanPhrases.isDayLabel(label) {
      return PlanPhrases.namesOtherDay(label) || PlanPhrases.namesForeignDay(label)
    }
    return setting.vocabulary.role(of: label) == nil
      && !DepartmentNames.isOfDepartments(label, knowing: setting.departments)
  }

  /// The parts of words in which a list numbers labels with their values, without the numbers; the
  /// words as they are otherwise: ①牵头单位：校团委；②配合单位：学工部.
  static func unnumbered(_ words: String, _ vocabulary: HeadingVocabulary) -> [String] {
    let parts = Numbering.split(words)
    guard parts.contains(where: { $0.label != nil }),
      parts.allSatisfy({ labelRole(of: $0.text[...], vocabulary) != nil })
    else { return [words] }
    return parts.map(\.text)
  }

  /// A piece without the label before it, and what that names; 牵头：… stays and says its role itself,
  /// 校团委：张三 are two.
  private static func labelled(
    _ piece: String, _ setting: PlanSetting
  ) -> [(role: ColumnRole?, words: String)] {
    let vocabulary = setting.vocabulary
    guard let colon = piece.firstIndex(where: { PlanPhrases.colons.contains($0) }) else {
      // 完成时限 on a line of its own.
      return vocabulary.role(of: piece) == .deadline ? [] : [(nil, piece)]
    }
    let label = DataTable.trimmed(String(piece[..<colon].drop { !$0.isLetter }))
    let words = DataTable.trimmed(String(piece[piece.index(after: colon)...]))
    switch role(label, vocabulary) {
    case .lead, .supporting: return [(.departments, label + PlanPhrases.colon + words)]
    case .some(let role) where vocabulary.role(of: label) != nil: return [(role, words)]
    case _ where PlanPhrases.isDayLabel(TextFolding.compact(label)): return [(.deadline, words)]
    case _ where DepartmentNames.isHeading(TextFolding.compact(label), knowing: setting.departments):
      return [(nil, words)]
    case .some, nil: return [(nil, label), (nil, words)]
    }
  }

  /// The names of a cell by who leads and who takes part: as its own words say, else as it is parted
  /// like its heading, by a bracket, a / or a line; what is not parted leads.
  private func sides(of cell: SourceCell, _ setting: PlanSetting) -> [ColumnRole: [String]] {
    let words = cell.words
    let read = DepartmentNames.readMarked(words, knowing: setting.departments).assignment
    if !read.supporting.isEmpty { return [.lead: read.lead, .supporting: read.supporting] }
    for pieces in [Self.bracketed(words), Self.halves(words)].compactMap({ $0 })
    where pieces.allSatisfy({ setting.names(in: $0).all.allSatisfy(setting.isDepartment) }) {
      return Dictionary(
        zip(parts.map(\.role), pieces.map { [$0] }), uniquingKeysWith: { first, _ in first })
    }
    return [.lead: [words]]
  }

  private static func bracketed(_ words: String) -> [String]? {
    guard let (before, inside) = LabelledText.tail(of: words), !before.isEmpty, inside.count > 1
    else { return nil }
    return [before, inside]
  }

  private static func halves(_ words: String) -> [String]? {
    let pieces = words.split { PlanPhrases.halfSeparators.contains($0) }
      .map { DataTable.trimmed(String($0)) }
    return pieces.count == 2 ? pieces : nil
  }

  /// What a piece of a cell is.
  private func role(of piece: String, _ setting: PlanSetting) -> ColumnRole {
    let roles = parts.map(\.role)
    if roles.contains(.deadline), ColumnProfile.isDate(piece) { return .deadline }
    guard roles.contains(.person) else { return .departments }
    guard roles.contains(.departments) else { return .person }
    let names = setting.names(in: piece).all
    if names.contains(where: { setting.isDepartment($0) }) { return .departments }
    let name = TextFolding.compact(piece)
    return (2...4).contains(name.count) && name.allSatisfy(\.isLetter) ? .person : .departments
  }

  /// The pieces of a line: a whole line that is a deadline, else its names.
  private static func pieces(of line: String, hasDeadline: Bool) -> [String] {
    let hasLabel = line.contains { PlanPhrases.colons.contains($0) }
    if hasDeadline, !hasLabel, ColumnProfile.isDate(line) { return [line] }
    var pieces: [String] = []
    var piece = ""
    func close() {
      let words = DataTable.trimmed(piece)
      if !words.isEmpty { pieces.append(words) }
      piece = ""
    }
    var rest = line[...]
    while let character = rest.popFirst() {
      if PlanPhrases.brackets.contains(character), let end = rest.dropFirst().first,
        PlanPhrases.brackets.contains(end), !piece.isEmpty
      {
        // 学生工作部（处）: a single sign in brackets is part of the name.
        piece += String(character) + String(rest.prefix(2))
        rest = rest.dropFirst(2)
      } else if character.isWhitespace || PlanPhrases.pieceSeparators.contains(character) {
        close()
      } else {
        piece.append(character)
      }
    }
    close()
    return pieces
  }
}
