internal import OfficeFiles
internal import TaskLedger

/// Which column of a table holds what (列的用途), as its heading rows say.
struct TableLayout: Sendable {
  /// The role of each grid column, nil for columns that are not read.
  var roles: [ColumnRole?]
  /// How many rows at the top belong to the heading.
  var headingRows: Range<Int>
  /// The headings of columns that are not read.
  var unread: [String]
  /// Columns that were passed over for another of the same kind, with the one that is read.
  var rivals: [Rival] = []
  /// The columns that were taken by what they hold or by a person's word.
  var readings: [ColumnReading] = []

  /// Whether the column of the content was taken by what it holds.
  var isContentInferred: Bool {
    readings.contains { $0.role == .content && $0.ground == .content }
  }
  /// Roles for which two columns or more are alike, so that none is read.
  var undecided: [Undecided] = []
  /// The headings that cover several grid columns, by each of their columns.
  var parents: [Int: String] = [:]
  /// The columns that are read with another, below one heading that is merged over both.
  var joined: [Int: [Int]] = [:]
  /// The grid columns whose lowest heading stands over no others.
  var closed: Set<Int> = []
  /// The folded headings by grid column, of one or two heading rows.
  var headings: [Int: [String]]

  /// A column that gave way to another.
  struct Rival: Hashable {
    /// What both may hold.
    var role: ColumnRole
    /// The heading of the column that is read.
    var read: String
    /// The heading of the other.
    var unread: String
  }

  /// A role that several columns may have.
  struct Undecided: Hashable {
    /// The role.
    var role: ColumnRole
    /// Their headings.
    var headings: [String]
  }

  /// Whether the contents alone say by whom and by when, as minutes of a meeting do too.
  var isStated = false

  /// The number of grid columns.
  var width: Int { roles.count }

  /// Whether a role has a column.
  func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

  /// The same columns for a table that goes on without headings.
  var headless: TableLayout {
    var result = self
    result.headingRows = 0..<0
    return result
  }

  /// Whether the heading of the departments says that the first of them leads.
  var namesLeadFirst: Bool { departmentHeadings.contains(where: LeadOrder.isSaid) }

  /// Whether the heading of the departments says that the look of a name marks the lead.
  var formatsLead: Bool { departmentHeadings.contains(where: LeadOrder.isFormatted) }

  private var departmentHeadings: [String] {
    roles.indices.filter { roles[$0] == .departments }
      .flatMap { (headings[$0] ?? []) + [parents[$0] ?? ""] }
  }

  /// What no column holds and the words of an item may say.
  var lacking: Set<ColumnRole> {
    var result: Set<ColumnRole> = []
    if !has(.deadline) { result.insert(.deadline) }
    if !has(.departments), !has(.lead), !has(.supporting) { result.insert(.departments) }
    if !has(.person) { result.insert(.person) }
    if !has(.measures) { result.insert(.measures) }
    return result.isDisjoint(with: [.deadline, .departments]) ? [] : result
  }

  /// Finds the heading of a plan's table in its first rows, or nil when it is another table.
  ///
  /// A row with two known headings is tried first; where none makes a plan, a row of any words is
  /// taken when the columns below it are those of a plan that answers the list.
  static func find(in table: SourceTable, setting: PlanSetting) -> TableLayout? {
    let limit = min(table.rows.count, 30)
    // The row with the most known words first: forms above a table name a few of them too.
    let candidates = (0..<limit).compactMap { index -> (index: Int, known: Int)? in
      let known = table.rows[index].cells.count {
        !$0.paragraphs.isEmpty && setting.vocabulary.role(of: $0.text) != nil
      }
      return known >= 2 ? (index, known) : nil
    }.sorted { ($1.known, $0.index) < ($0.known, $1.index) }
    for (index, _) in candidates {
      guard var layout = readWhole(table.rows, at: index, vocabulary: setting.vocabulary)
      else { continue }
      layout.infer(from: table, setting)
      layout.settle(table, setting)
      layout.isStated = !layout.isPlan && layout.hasStatingContent(table, setting)
      if layout.isPlan || layout.isStated { return layout }
    }
    guard setting.list != nil || !setting.mapping.entries.isEmpty else { return nil }
    for index in 0..<min(limit, 10) where isHeadingLike(table.rows[index]) {
      guard var layout = read(table.rows, at: index, vocabulary: setting.vocabulary, known: 0)
      else { continue }
      layout.infer(from: table, setting)
      let hasWork = layout.readings.contains { $0.role == .content }
      layout.settle(table, setting)
      if hasWork, layout.isPlan { return layout }
    }
    return nil
  }

  /// Whether a row may be a heading of words that nobody foresaw: three short texts or more, no
  /// two alike, none of them a number or a date.
  private static func isHeadingLike(_ row: SourceRow) -> Bool {
    let own = row.cells.filter { !$0.continuesAbove && !$0.isBlank }
    guard own.count >= 3, Set(own.map(\.text)).count == own.count else { return false }
    return own.allSatisfy { cell in
      let words = cell.words
      return words.count <= 20 && cell.date == nil && !ColumnProfile.isDate(words)
        && ChineseNumerals.value(of: TextFolding.compact(words)) == nil
    }
  }

  /// Whether the columns are those of a plan: something to do, and by when, by whom or how.
  private var isPlan: Bool {
    guard has(.content) else { return false }
    if has(.measures) || has(.deadline) { return true }
    let others: [ColumnRole] = [.departments, .lead, .person]
    guard others.contains(where: has) else {
      return has(.task) && (has(.ordinal) || readings.contains { $0.role == .content })
    }
    return has(.ordinal) || has(.task) || has(.remark)
  }

  static func read(
    _ rows: [SourceRow], at index: Int, vocabulary: HeadingVocabulary, known fewest: Int
  ) -> TableLayout? {
    let row = rows[index]
    guard row.cells.count >= 2, (row.cells.first?.column ?? -1) >= 0 else { return nil }
    let width = row.cells.map { $0.column + $0.columnSpan }.max() ?? 0
    guard width <= 4096 else { return nil }
    var layout = TableLayout(
      roles: Array(repeating: nil, count: width), headingRows: index..<index + 1, unread: [],
      headings: [:])
    var known = 0
    var unknown: [SourceCell] = []
    for cell in row.cells where !cell.paragraphs.isEmpty {
      layout.headings[cell.column] = [HeadingVocabulary.key(cell.text)]
      if cell.columnSpan > 1 {
        for column in cell.column..<cell.column + cell.columnSpan {
          layout.parents[column] = HeadingVocabulary.key(cell.text)
        }
      }
      // 责任单位及责任人 over two columns names each of them.
      if cell.columnSpan > 1, let parts = CompoundHeading(cell.words, vocabulary)?.parts,
        parts.count == cell.columnSpan
      {
        known += 1
        for (place, part) in parts.enumerated() {
          layout.roles[cell.column + place] = part.role
          layout.headings[cell.column + place] = [HeadingVocabulary.key(cell.text)]
        }
        continue
      }
      guard let role = vocabulary.role(of: cell.text) else {
        unknown.append(cell)
        continue
      }
      known += 1
      for column in cell.column..<cell.column + cell.columnSpan { layout.roles[column] = role }
    }
    guard known >= fewest else { return nil }
    if index + 1 < rows.count {
      layout.spread(row, over: rows[index + 1])
      if layout.addRow(rows[index + 1], vocabulary: vocabulary), index + 2 < rows.count {
        _ = layout.addRow(rows[index + 2], vocabulary: vocabulary)
      }
    }
    for cell in unknown {
      let columns = cell.column..<cell.column + cell.columnSpan
      if columns.allSatisfy({ layout.roles[$0] == nil }) {
        layout.unread.append(DataTable.trimmed(cell.text))
      }
    }
    return layout
  }

  /// Gives every role one column and every plan a content column.
  private mutating func settle(_ table: SourceTable, _ setting: PlanSetting) {
    settleSpans(table, setting)
    if let column = promoteContent() { doubtContent(column, table, setting) }
    settleEmpty(table)
    settleDeadlines(table)
    settleVersions(table)
    settleMeasures(table)
    settlePersons(table)
    var seen: Set<ColumnRole> = []
    for column in roles.indices {
      guard let role = roles[column] else { continue }
      if seen.insert(role).inserted { continue }
      if isSettled(column), ColumnMapping.mayBeSeveral(role),
        let first = roles.firstIndex(of: role), isSettled(first)
      {
        joined[first, default: []].append(column)
        roles[column] = nil
        continue
      }
      let other = second(of: role)
      roles[column] = other.flatMap { seen.insert($0).inserted ? $0 : nil }
      if roles[column] == nil, let heading = headings[column]?.last { unread.append(heading) }
    }
    unread.removeAll { heading in
      roles.indices.contains { roles[$0] != nil && headings[$0]?.last == heading }
    }
  }

  /// A column with nothing below its heading never wins over another of its role; what is passed over
  /// is said.
  private mutating func settleEmpty(_ table: SourceTable) {
    func isFilled(_ column: Int) -> Bool { self.isFilled(column, in: table) }
    // What the province demands, what was done and what nobody sees is no day of the school's own.
    func isOwn(_ column: Int) -> Bool {
      guard let words = headings[column]?.last, !table.hiddenColumns.contains(column) else {
        return false
      }
      return roles[column] != .deadline
        || !PlanPhrases.namesForeignDay(words)
          && !PlanPhrases.belowSchoolWords.contains(where: { words.contains($0) })
    }
    for column in roles.indices {
      guard let role = roles[column], let heading = headings[column]?.last else { continue }
      let others = roles.indices.filter {
        $0 != column && roles[$0] == role && headings[$0] != nil
      }
      guard !others.isEmpty, !isSettled(column), !isFilled(column),
        others.contains(where: { isFilled($0) && isOwn($0) })
      else { continue }
      roles[column] = nil
      unread.append(heading)
    }
  }

  /// Whether anything stands below the heading of a column.
  private func isFilled(_ column: Int, in table: SourceTable) -> Bool {
    table.rows[headingRows.upperBound...].contains { row in
      row.cell(at: column).map { !$0.isBlank } ?? false
    }
  }

  /// Of several deadlines the school's own is read: not what the province demands, not when the work
  /// begins or was really done, and what holds now before what held at first. A column that is
  /// hidden never wins over one that can be seen. What is passed over is said.
  private mutating func settleDeadlines(_ table: SourceTable) {
    let columns = roles.indices.filter { roles[$0] == .deadline && headings[$0] != nil }
    guard columns.count > 1 else { return }
    func words(_ column: Int) -> String { headings[column]?.last ?? "" }
    func isForeign(_ column: Int) -> Bool { PlanPhrases.namesForeignDay(words(column)) }
    func rank(_ column: Int) -> Int {
      if readings.contains(where: { $0.ground == .person && $0.role == .deadline })
        && isSettled(column)
      {
        return 0
      }
      if table.hiddenColumns.contains(column) { return 5 }
      if isForeign(column) { return 4 }
      if PlanPhrases.belowSchoolWords.contains(where: { words(column).contains($0) }) { return 4 }
      let former = PlanPhrases.formerStems + PlanPhrases.earlierStems
      if former.contains(where: { words(column).contains($0) }) { return 3 }
      if PlanPhrases.laterStems.contains(where: { words(column).contains($0) }) { return 1 }
      return PlanPhrases.endHeadings.contains(words(column)) ? 1 : 2
    }
    let ranks = columns.map(rank)
    if leaveUndecided(columns, ranks) { return }
    guard let (best, own) = zip(ranks, columns).min(by: { $0 < $1 }) else { return }
    for column in columns where column != own {
      roles[column] = nil
      unread.append(words(column))
      if best > 0, !isForeign(column) {
        rivals.append(Rival(role: .deadline, read: words(own), unread: words(column)))
      }
    }
  }

  /// Of two columns of one role the one that can be seen and holds now is read: 现改革内容 and not
  /// 原改革内容. What is passed over is said.
  private mutating func settleVersions(_ table: SourceTable) {
    func words(_ column: Int) -> String { headings[column]?.last ?? "" }
    func beginning(_ words: String, _ list: [String]) -> String? {
      list.first { words.hasPrefix($0) && words.count > $0.count }
    }
    for role in Set(roles.compactMap { $0 }).subtracting([.deadline, .ordinal, .task]) {
      let columns = roles.indices.filter { roles[$0] == role && headings[$0] != nil }
      guard columns.count > 1 else { continue }
      for column in columns where !isSettled(column) {
        let isFormer = beginning(words(column), PlanPhrases.formerBeginnings) != nil
        guard isFormer || table.hiddenColumns.contains(column),
          let own = columns.first(where: { other in
            roles[other] == role && !table.hiddenColumns.contains(other)
              && beginning(words(other), PlanPhrases.formerBeginnings) == nil
          })
        else { continue }
        roles[column] = nil
        unread.append(words(column))
        rivals.append(Rival(role: role, read: words(own), unread: words(column)))
      }
    }
  }

  /// Of several columns for measures the one that is called so is read: 整改措施 and not 整改任务.
  private mutating func settleMeasures(_ table: SourceTable) {
    let columns = roles.indices.filter { roles[$0] == .measures && headings[$0] != nil }
    guard columns.count > 1, !columns.contains(where: isSettled) else { return }
    func isNamed(_ column: Int) -> Bool {
      PlanPhrases.headingStems.first { headings[column]?.last?.contains($0.stem) ?? false }?.role
        == .measures
    }
    let named = columns.filter(isNamed)
    guard named.count == 1, let own = named.first, !table.hiddenColumns.contains(own) else {
      return
    }
    for column in columns where column != own {
      roles[column] = nil
      guard let words = headings[column]?.last, let read = headings[own]?.last else { continue }
      unread.append(words)
      rivals.append(Rival(role: .measures, read: read, unread: words))
    }
  }

  /// Of several columns for persons the one of those who do the work is read: 具体责任人 and not
  /// 责任领导. What is passed over is said.
  private mutating func settlePersons(_ table: SourceTable) {
    func words(_ column: Int) -> String { headings[column]?.last ?? "" }
    func leads(_ column: Int) -> Bool {
      PlanPhrases.leaderStems.contains { words(column).contains($0) }
    }
    let leaders = roles.indices.filter {
      roles[$0] == .person && headings[$0] != nil && leads($0)
    }
    let own = roles.indices.first { column in
      (roles[column] == .person || roles[column] == nil) && !leads(column)
        && PlanPhrases.doerStems.contains { words(column).contains($0) }
        && !PlanPhrases.statusStems.contains { words(column).contains($0) }
        && !table.hiddenColumns.contains(column) && isFilled(column, in: table)
    }
    guard let own, !leaders.isEmpty, !leaders.contains(where: isSettled) else { return }
    roles[own] = .person
    for column in leaders {
      roles[column] = nil
      unread.append(words(column))
      rivals.append(Rival(role: .person, read: words(own), unread: words(column)))
    }
  }

  /// Whether a person said what a column holds.
  private func isSettled(_ column: Int) -> Bool {
    let names = (headings[column] ?? []) + [ColumnMapping.letter(column).lowercased()]
    return readings.contains {
      $0.ground == .person && names.contains(HeadingVocabulary.key($0.column))
    }
  }

  /// The role of a second column with the same heading word.
  private func second(of role: ColumnRole) -> ColumnRole? {
    switch role {
    case .task: has(.content) ? nil : .content
    case .content: has(.measures) ? nil : .measures
    case .departments: has(.supporting) ? nil : .supporting
    case .ordinal, .clause, .basis, .measures, .deadline, .lead, .supporting, .person, .remark: nil
    }
  }

  /// Finds a column for the content where no heading names it.
  ///
  /// - Returns: The only column of titles, where that is taken.
  private mutating func promoteContent() -> Int? {
    guard !has(.content) else { return nil }
    let tasks = roles.indices.filter { roles[$0] == .task }
    if tasks.count >= 2 {
      roles[tasks[1]] = .content
    } else if let column = roles.firstIndex(of: .task), has(.measures) || has(.deadline) {
      roles[column] = .content
      return column
    } else if let column = roles.firstIndex(of: .measures) {
      roles[column] = .content
    }
    return nil
  }
}
