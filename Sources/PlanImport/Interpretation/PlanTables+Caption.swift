internal import OfficeFiles
internal import TaskLedger

extension PlanTables.Caption {
  /// Reads what stands above a table: the last short paragraphs before it, else the name of its
  /// sheet; and the rows above its headings.
  init(
    _ table: SourceTable, _ layout: TableLayout, above: [String], _ reader: SentenceReader,
    _ setting: PlanSetting
  ) {
    let sheet = table.name.flatMap { Self.isDefault($0) ? nil : $0 }
    let rows = table.rows[..<layout.headingRows.lowerBound].compactMap { row -> String? in
      let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
      return own.count == 1 ? own.first?.words : nil
    }
    for row in table.rows[..<layout.headingRows.lowerBound] {
      let own = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
      guard own.count == 1, let cell = own.first,
        let line = CommonLine(cell.words, of: .below, at: cell.location, reader)
      else { continue }
      openings.append(line)
      var common = line.stated
      common.fill(from: stated)
      stated = common
    }
    let labels = LabelledText(setting)
    let near = above.suffix(3).filter { $0.count <= 60 }
    name = sheet ?? near.last { Self.isPlanTitle($0) } ?? near.last ?? rows.first ?? ""
    let candidates = [sheet].compactMap { $0 } + near + rows
    for line in candidates where Self.isPlanTitle(line) {
      // 任务清单（2020年10月底前完成）; the bracket of a title may name its year alone.
      let inside = LabelledText.tail(of: line)?.inside ?? ""
      guard PlanPhrases.completionWords.contains(where: { inside.hasSuffix($0) }) else { continue }
      let found = reader.title(line).stated
      if found.deadline != nil { stated = SectionStatement(found) }
    }
    for line in candidates where !Self.isPlanTitle(line) && !Self.isAnnex(line) {
      if openings.contains(where: { $0.words == line }) { continue }
      let leading = Numbering.leading(Self.withoutTaskWord(line))
      let (title, found) = reader.title(leading?.rest ?? line)
      let words = TextFolding.unspaced(title)
      // A sentence above a table speaks of the work in general.
      let isSentence = line.contains(PlanPhrases.fullStop) || line.contains(PlanPhrases.semicolon)
      guard !isSentence || labels.beginsWithLabel(line) else { continue }
      if !found.isEmpty { stated = SectionStatement(found) }
      let isTask = leading != nil || Self.withoutTaskWord(line) != line || line == sheet
      let isTitle = words.last.map { !PlanPhrases.notTitleEnds.contains($0) } ?? false
      if isTask, isTitle, words.count <= 30 {
        (task, taskNumber) = (words, leading?.label.value)
      }
    }
    if let sheet, reader.isDepartment(sheet) {
      // A sheet a department.
      if stated.departments.all.isEmpty { stated.departments = DepartmentAssignment(lead: [sheet]) }
      if task == sheet { task = nil }
    }
    if stated.deadline == nil {
      // Of the lines above it the next one names its year.
      year =
        ([sheet].compactMap { $0 } + near.reversed() + rows).lazy
        .filter { !$0.contains(PlanPhrases.fullStop) }
        .compactMap(HeaderReader.firstYear).first
    }
    readForm(table.rows[..<layout.headingRows.lowerBound], setting)
  }

  /// Reads the rows above the headings that name a task and what holds for it: 任务名称 … 牵头单位 ….
  private mutating func readForm(_ rows: ArraySlice<SourceRow>, _ setting: PlanSetting) {
    var values: [ColumnRole: String] = [:]
    for row in rows {
      let cells = row.cells.filter { !$0.isBlank && !$0.continuesAbove }
      for (label, value) in zip(cells, cells.dropFirst()) {
        guard let role = setting.vocabulary.role(of: label.text), values[role] == nil,
          setting.vocabulary.role(of: value.text) == nil
        else { continue }
        values[role] = value.words
      }
    }
    guard let title = values[.task] else { return }
    (task, taskNumber) = (TextFolding.unspaced(title), nil)
    if let words = values[.deadline] { stated.deadline = words }
    if let words = values[.person] { stated.person = words }
    for role in [ColumnRole.departments, .lead, .supporting] {
      guard let words = values[role] else { continue }
      let read = setting.names(in: words)
      stated.departments = stated.departments.joined(
        role == .supporting
          ? DepartmentAssignment(supporting: read.all)
          : role == .lead ? DepartmentAssignment(lead: read.all) : read)
    }
  }

  /// Whether words are the title of a plan or a list as a whole.
  private static func isPlanTitle(_ words: String) -> Bool {
    let compact = TextFolding.compact(words)
    return PlanPhrases.planTitleWords.contains { word in
      guard let place = compact.ranges(of: word).last else { return false }
      let behind = compact[place.upperBound...]
      // 任务分工表2.0版
      return behind.isEmpty || behind.first == "("
        || behind.count <= 8 && VersionName(String(behind)) != nil
    }
  }

  /// Whether words begin an annex, or are a date.
  static func isAnnex(_ words: String) -> Bool {
    PlanPhrases.annexBeginnings.contains { words.hasPrefix($0) } || HeaderReader.date(words) != nil
  }

  /// The number and title behind 任务: 任务一：… is 一、….
  private static func withoutTaskWord(_ words: String) -> String {
    guard words.hasPrefix(PlanPhrases.taskWord) else { return words }
    let rest = words.dropFirst(PlanPhrases.taskWord.count)
    guard
      let colon = rest.firstIndex(where: { PlanPhrases.colons.contains($0) || $0.isWhitespace }),
      let number = ChineseNumerals.value(of: TextFolding.compact(rest[..<colon]))
    else { return words }
    return "\(number). " + rest[rest.index(after: colon)...]
  }

  /// Whether the name of a sheet is the one that the program gave it.
  private static func isDefault(_ name: String) -> Bool {
    let words = TextFolding.compact(name).lowercased()
    return PlanPhrases.defaultSheetNames.contains { words.hasPrefix($0) }
      && words.drop { !$0.isNumber }.allSatisfy(\.isNumber)
  }
}
