internal import OfficeFiles
internal import TaskLedger

/// Columns are known by what they hold, not by their names alone (栏目认定).
///
/// A person's word counts first, then the heading, unless the cells contradict it; what the cells
/// hold decides about the others. Everything decided by content becomes a ``ColumnReading``.
extension TableLayout {
  /// Gives roles to columns whose headings say nothing known or nothing true.
  mutating func infer(from table: SourceTable, _ setting: PlanSetting) {
    let settled = takeMapping(setting)
    // A table of two columns is a list of facts.
    guard headings.count >= 3 else { return }
    let start = headingRows.upperBound
    let profiles = roles.indices.map { column in
      headings[column] == nil
        ? nil : ColumnProfile(column: column, of: table, from: start, setting: setting)
    }
    var inference = ColumnInference(
      layout: self, profiles: profiles, settled: settled, hidden: table.hiddenColumns,
      hasList: !setting.clauses.isEmpty)
    inference.run()
    // What the cells contradict and nothing else takes up is not read, and that is said.
    let spoken = Set(
      inference.rivals.flatMap { [$0.read, $0.unread] } + inference.undecided.flatMap(\.columns))
    unread += roles.indices.filter { column in
      roles[column] != nil && inference.roles[column] == nil && headings[column] != nil
        && !spoken.contains(column)
    }.map { printed($0, table) }
    roles = inference.roles
    for (column, role) in inference.found { widen(role, from: column) }
    for (column, role) in inference.found {
      readings.append(ColumnReading(column: printed(column, table), role: role, ground: .content))
    }
    undecided += inference.undecided.map { question in
      Undecided(role: question.role, headings: question.columns.map { printed($0, table) })
    }
    rivals += inference.rivals.map {
      Rival(role: $0.role, read: printed($0.read, table), unread: printed($0.unread, table))
    }
  }

  /// Takes over what a person said, and returns the columns it settles.
  private mutating func takeMapping(_ setting: PlanSetting) -> Set<Int> {
    var settled: Set<Int> = []
    for column in roles.indices {
      // A column without a heading is named by its letter.
      let words = headings[column] ?? []
      guard let entry = setting.mapping.entry(of: words, at: column) else { continue }
      for other in roles.indices where roles[other] == entry.role && !settled.contains(other) {
        roles[other] = nil
      }
      roles[column] = entry.role
      settled.insert(column)
      readings.append(
        ColumnReading(column: entry.column, role: entry.role, ground: .person))
    }
    return settled
  }

  /// Says which column that is not read looks more like the content than a column of short titles
  /// (问题类别) that was taken for it.
  mutating func doubtContent(_ taken: Int, _ table: SourceTable, _ setting: PlanSetting) {
    func profile(_ column: Int) -> ColumnProfile {
      ColumnProfile(column: column, of: table, from: headingRows.upperBound, setting: setting)
    }
    let titles = profile(taken)
    guard titles.length <= 8 else { return }
    for column in roles.indices where roles[column] == nil && !table.hiddenColumns.contains(column)
    {
      guard let words = headings[column]?.last,
        !PlanPhrases.statusStems.contains(where: { words.contains($0) })
      else { continue }
      let texts = profile(column)
      guard texts.filled >= titles.filled, texts.length > titles.length * 1.5,
        texts.dates < 0.5, texts.departments < 0.5
      else { continue }
      rivals.append(
        Rival(role: .content, read: printed(taken, table), unread: printed(column, table)))
    }
  }

  /// The heading of a column as printed, or its letter when nothing is written.
  private func printed(_ column: Int, _ table: SourceTable) -> String {
    for row in headingRows.reversed() {
      let cell = table.rows[row].cells.first { $0.column == column }
      if let cell, !cell.isBlank { return TextFolding.unspaced(cell.words) }
    }
    return ColumnMapping.letter(column)
  }
}

/// Decides what columns hold by their cells.
struct ColumnInference {
  /// The role of each column.
  private(set) var roles: [ColumnRole?]
  /// The columns decided here.
  private(set) var found: [(column: Int, role: ColumnRole)] = []
  /// Roles that several columns may have.
  private(set) var undecided: [(role: ColumnRole, columns: [Int])] = []
  /// Columns that gave way to others.
  private(set) var rivals: [(role: ColumnRole, read: Int, unread: Int)] = []
  private let layout: TableLayout
  private let profiles: [ColumnProfile?]
  private let settled: Set<Int>
  private let hidden: Set<Int>
  private let hasList: Bool

  init(
    layout: TableLayout, profiles: [ColumnProfile?], settled: Set<Int>, hidden: Set<Int>,
    hasList: Bool
  ) {
    roles = layout.roles
    (self.layout, self.profiles) = (layout, profiles)
    (self.settled, self.hidden, self.hasList) = (settled, hidden, hasList)
  }

  /// Decides about all columns.
  mutating func run() {
    dropContradicted()
    takeNumbers()
    takeDeadline()
    takeDepartments()
    takePerson()
    takeContent()
    takeMeasures()
    takeTask()
  }

  private func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

  private func words(_ column: Int) -> String { layout.headings[column]?.last ?? "" }

  private func hint(_ column: Int) -> ColumnRole? {
    let words = words(column)
    return PlanPhrases.headingStems.first { words.contains($0.stem) }?.role
  }

  private func isStatus(_ column: Int) -> Bool {
    let words = words(column)
    // 销号时限 is a limit, whatever it is the limit of.
    if PlanPhrases.limitEndings.contains(where: { words.hasSuffix($0) }) { return false }
    return PlanPhrases.statusStems.contains { words.contains($0) }
  }

  /// The columns without a role that nobody decided about, with what they hold.
  private var free: [(column: Int, profile: ColumnProfile)] {
    roles.indices.compactMap { column in
      guard roles[column] == nil, !settled.contains(column), let profile = profiles[column],
        profile.filled > 0, !isStatus(column)
      else { return nil }
      return (column, profile)
    }
  }

  private mutating func take(_ column: Int, _ role: ColumnRole) {
    roles[column] = role
    found.append((column, role))
  }

  // MARK: - Headings that the cells contradict

  private mutating func dropContradicted() {
    for column in roles.indices {
      guard let role = roles[column], !settled.contains(column), let profile = profiles[column],
        profile.filled >= 2 || role == .deadline && profile.signs == 1
      else { continue }
      let isFalse =
        switch role {
        case .clause: profile.clauses < 0.5 && profile.length >= 8
        case .ordinal: profile.numbers < 0.2 && profile.length >= 8 && profile.numbered < 0.5
        // 立行立改 and 限期整改 below 整改时限 are ticked.
        case .deadline:
          profile.dates == 0 && (profile.departments >= 0.6 || profile.signs >= 0.6)
        case .departments, .lead, .supporting, .person: profile.dates >= 0.6
        case .content, .measures:
          (profile.leadingDates >= 0.6 && profile.numbered < 0.5 || profile.departments >= 0.8)
            && profiles.contains {
              ($0?.length ?? 0) >= 10 && ($0?.dates ?? 1) < 0.5
            }
        case .task, .basis, .remark: false
        }
      if isFalse { roles[column] = nil }
    }
  }

  // MARK: - Numbers, days, departments

  private mutating func takeNumbers() {
    guard !has(.ordinal),
      let first = free.first(where: { $0.column == 0 && $0.profile.numbers >= 0.8 })
    else { return }
    roles[first.column] = .ordinal
  }

  private func isForeign(_ column: Int) -> Bool {
    let words = words(column)
    return PlanPhrases.namesForeignDay(words)
      || PlanPhrases.formerStems.contains(where: words.contains)
  }

  private mutating func takeDeadline() {
    let all = free.filter { column, profile in
      !isForeign(column)
        && (profile.dates >= 0.6 || (hint(column) == .deadline && profile.dates >= 0.25))
    }
    if let known = roles.firstIndex(of: .deadline) {
      // A later word replaces the heading that everybody knows.
      if let later = all.first(where: { isLater($0.column) }), !settled.contains(known) {
        rivals.append((.deadline, later.column, known))
        roles[known] = nil
        take(later.column, .deadline)
        return
      }
      rivals += all.map { (.deadline, known, $0.column) }
      return
    }
    var candidates = all.filter { !hidden.contains($0.column) }
    if candidates.isEmpty { candidates = all }
    let hinted = candidates.filter { hint($0.column) == .deadline }
    if !hinted.isEmpty { candidates = hinted }
    let later = candidates.filter { isLater($0.column) }
    if !later.isEmpty { candidates = later }
    if candidates.count > 1 {
      undecided.append((.deadline, candidates.map(\.column)))
    } else if let only = candidates.first {
      take(only.column, .deadline)
    } else if let former = free.first(where: {
      $0.profile.dates >= 0.6 && PlanPhrases.formerStems.contains(where: words($0.column).contains)
    }) {
      take(former.column, .deadline)
    } else if let remark = roles.firstIndex(of: .remark), !settled.contains(remark),
      !hidden.contains(remark), let profile = profiles[remark], profile.dates == 1,
      profile.filled * 2 >= profiles.compactMap({ $0?.filled }).max() ?? 0
    {
      // 备注 that holds nothing but days.
      take(remark, .deadline)
    }
  }

  private func isLater(_ column: Int) -> Bool {
    let words = words(column)
    return PlanPhrases.laterStems.contains { words.contains($0) }
  }

  private mutating func takeDepartments() {
    // 监督单位 beside those who lead is nobody who answers.
    let isNamed = has(.departments) || has(.lead)
    let candidates = free.filter { column, profile in
      profile.departments >= 0.6 && !hidden.contains(column)
        && !(isNamed && DepartmentNames.isOfOthers(words(column)))
    }
    for (column, _) in candidates {
      switch hint(column) {
      case .lead where !has(.lead): take(column, .lead)
      case .supporting where !has(.supporting): take(column, .supporting)
      case .departments where !has(.departments): take(column, .departments)
      default: break
      }
    }
    let others: [ColumnRole?] = [.person, .task, .content, .measures, .basis]
    let rest = candidates.filter {
      roles[$0.column] == nil && !others.contains(hint($0.column))
    }
    guard !has(.departments), !has(.lead), !rest.isEmpty else { return }
    if rest.count == 1, let only = rest.first {
      take(only.column, .departments)
    } else {
      undecided.append((.departments, rest.map(\.column)))
    }
  }

  /// A column of short names under a heading that speaks of persons.
  private mutating func takePerson() {
    guard !has(.person) else { return }
    let named = free.first { column, profile in
      hint(column) == .person && (2.0...8.0).contains(profile.length) && profile.dates < 0.2
        && profile.departments < 0.3 && profile.numbers < 0.2 && !hidden.contains(column)
    }
    if let named { take(named.column, .person) }
  }

  // MARK: - Texts

  private var texts: [(column: Int, profile: ColumnProfile)] {
    free.filter { column, profile in
      profile.length >= 6 && profile.dates < 0.5 && profile.departments < 0.6
        && profile.numbers < 0.5 && profile.signs < 0.5 && !hidden.contains(column)
    }
  }

  private mutating func takeContent() {
    let current = roles.firstIndex(of: .content)
    if let current, settled.contains(current) { return }
    let own = current.flatMap { profiles[$0] }
    if hasList {
      var candidates = texts
      // The clauses themselves may stand under 文件要求 beside the school's 举措.
      candidates += roles.indices.compactMap { column in
        guard column != current, roles[column] == .content || roles[column] == .basis,
          !settled.contains(column), !hidden.contains(column), let profile = profiles[column],
          profile.length >= 12, profile.likeness >= 0.5
        else { return nil }
        return (column, profile)
      }
      if let measures = roles.firstIndex(of: .measures), let profile = profiles[measures],
        !settled.contains(measures), own.map({ $0.length < 16 && $0.likeness < 0.2 }) ?? true
      {
        candidates.append((measures, profile))
      }
      let best = candidates.max {
        ($0.profile.likeness, -$0.column) < ($1.profile.likeness, -$1.column)
      }
      if let best, best.profile.likeness >= 0.3, isBetter(best.profile, than: own) {
        replaceContent(current, by: best.column)
        if let current, roles[current] == nil { rivals.append((.content, best.column, current)) }
        let equals = candidates.filter {
          $0.column != best.column && $0.profile.likeness > best.profile.likeness - 0.03
        }
        rivals += equals.map { (.content, best.column, $0.column) }
        return
      }
    }
    guard current == nil, !hasTwoTasks else { return }
    let hinted = texts.filter { hint($0.column) == .content && $0.profile.length >= 8 }
    if let best = hinted.max(by: { $0.profile.length < $1.profile.length }) {
      // 改革任务 that holds the clauses is what is to be done, and 工作目标 beside it is not.
      let task = roles.firstIndex(of: .task).flatMap { profiles[$0] }
      if let task, hasList, task.likeness >= 0.5, task.likeness >= best.profile.likeness + 0.2 {
        return
      }
      take(best.column, .content)
    } else if !has(.task), let measures = measuresColumn {
      takeProblem(before: measures)
    }
  }

  /// The column of measures, by its role or by its heading.
  private var measuresColumn: Int? {
    roles.firstIndex(of: .measures) ?? texts.first { hint($0.column) == .measures }?.column
  }

  /// The text before the measures under a heading that nobody foresaw, 薄弱环节 or 群众诉求: what the
  /// measures are for.
  private mutating func takeProblem(before measures: Int) {
    let candidates = free.filter { column, profile in
      column < measures && hint(column) != .measures && hint(column) != .person
        && hint(column) != .basis && profile.length >= 4 && !profile.isRepeated
        && !PlanPhrases.placeStems.contains(where: words(column).contains)
        && profile.dates < 0.3 && profile.departments < 0.5 && profile.numbers < 0.3
        && profile.signs < 0.3 && !hidden.contains(column)
    }
    if let nearest = candidates.last { take(nearest.column, .content) }
  }

  /// Whether two columns are named tasks, of which the second holds the contents.
  private var hasTwoTasks: Bool { roles.count(where: { $0 == .task }) >= 2 }

  /// Whether a column fits the list better than the one that is named so.
  private func isBetter(_ profile: ColumnProfile, than own: ColumnProfile?) -> Bool {
    guard let own else {
      guard let task = roles.firstIndex(of: .task), let titles = profiles[task] else { return true }
      return profile.likeness >= titles.likeness + 0.05 || titles.isRepeated
    }
    return profile.likeness >= own.likeness + 0.15
      && (own.likeness < 0.2 || own.length * 5 < profile.length * 3)
  }

  private mutating func replaceContent(_ current: Int?, by column: Int) {
    if let current {
      let isTitle = (profiles[current]?.length ?? 0) <= 20
      roles[current] = nil
      if isTitle, !has(.task) { take(current, .task) }
    }
    roles[column] = nil
    take(column, .content)
  }

  private mutating func takeMeasures() {
    guard !has(.measures) else { return }
    let hinted = texts.filter { hint($0.column) == .measures }
    if let first = hinted.first {
      take(first.column, .measures)
      rivals += hinted.dropFirst().map { (.measures, first.column, $0.column) }
      return
    }
    guard let content = roles.firstIndex(of: .content) else { return }
    let numbered = texts.filter {
      $0.column > content && hint($0.column) != .basis && $0.profile.numbered >= 0.5
        && $0.profile.length >= 6
    }
    if let first = numbered.first { take(first.column, .measures) }
  }

  private mutating func takeTask() {
    guard let content = roles.firstIndex(of: .content) ?? onlyTask else { return }
    let titles = free.filter { column, profile in
      column < content && profile.isRepeated && (2.0...24.0).contains(profile.length)
        && profile.dates < 0.3 && profile.departments < 0.5 && profile.numbers < 0.5
    }
    guard let last = titles.last else { return }
    // 工作板块 | 重点任务: the tasks below a group are what is to be done.
    if roles[content] == .task { roles[content] = .content }
    if !has(.task) { take(last.column, .task) }
  }

  /// The only column of tasks where none is of contents.
  private var onlyTask: Int? {
    let tasks = roles.indices.filter { roles[$0] == .task }
    guard !has(.content), has(.measures) || has(.deadline), tasks.count == 1,
      let only = tasks.first, !settled.contains(only)
    else { return nil }
    return only
  }
}
