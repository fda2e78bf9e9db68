internal import TaskLedger

/// Gives items the words of the item that a cell names: 同第1项 under 落实措施.
///
/// The item is looked for in the same task first, then in the same table, then in the whole plan,
/// and only one that is alone there counts. What was taken over is flagged; where no item is found
/// the words stay and are flagged too.
struct ItemReferences {
  private let items: [ItemDraft]
  private var byOrdinal: [String: [Int]] = [:]
  private var byTask: [Int: [Int]] = [:]

  /// What a cell took over from the item that its words name.
  struct Taken: Hashable {
    /// The words of the item's content.
    var content: String
    /// What was taken over.
    var role: ColumnRole
    /// The words that name the other item, as written.
    var written: String
    /// What the item has now.
    var value: String
    /// Where the item stands.
    var location: Diagnostic.Location
  }

  /// Resolves the references of a plan's items.
  ///
  /// - Returns: What was taken over, with the words that stand in the document.
  static func resolve(_ items: inout [ItemDraft]) -> [Taken] {
    let written = items.indices.compactMap { index in
      let words = references(of: items[index])
      return words.isEmpty ? nil : (index: index, words: words)
    }
    guard !written.isEmpty else { return [] }
    // 同第2项 may name an item that refers to another one itself.
    for _ in 0..<3 {
      let references = ItemReferences(items)
      for (index, _) in written { references.resolve(&items[index], at: index) }
    }
    var taken: [Taken] = []
    for (index, words) in written {
      let item = items[index]
      let open = references(of: item)
      for (role, words) in words {
        if open.contains(where: { $0.role == role }) {
          if role == .measures { items[index].flags.insert(.measureInherited) }
          if role == .person { items[index].flags.insert(.personInherited) }
          if role == .remark { items[index].flags.insert(.remarkInherited) }
          continue
        }
        taken.append(
          Taken(
            content: item.content, role: role, written: words, value: value(of: role, in: item),
            location: item.location))
      }
    }
    return taken
  }

  /// The words of an item that name another one, by what they stand for.
  private static func references(of item: ItemDraft) -> [(role: ColumnRole, words: String)] {
    var found: [(ColumnRole, String)] = []
    if let place = measure(of: item)?.place {
      found.append((.measures, item.measures[place].text))
    }
    if deadlineNumber(item) != nil { found.append((.deadline, item.deadline.text)) }
    if let name = department(of: item)?.name { found.append((.departments, name)) }
    if personNumber(item) != nil { found.append((.person, item.responsiblePerson)) }
    if remarkNumber(item) != nil { found.append((.remark, item.remark)) }
    return found
  }

  private static func value(of role: ColumnRole, in item: ItemDraft) -> String {
    switch role {
    case .measures: item.measures.map(\.text).joined(separator: " ")
    case .deadline: item.deadline.text
    case .person: item.responsiblePerson
    case .departments, .lead, .supporting:
      item.departments.all.joined(separator: PlanPhrases.listSeparator)
    case .remark: item.remark
    case .ordinal, .clause, .task, .basis, .content: ""
    }
  }

  private init(_ items: [ItemDraft]) {
    self.items = items
    for (index, item) in items.enumerated() {
      if let ordinal = item.ordinal { byOrdinal[ordinal, default: []].append(index) }
      if let task = item.taskNumber { byTask[task, default: []].append(index) }
    }
  }

  /// The first measure that names another item, with what it says of its own.
  private static func measure(
    of item: ItemDraft
  ) -> (place: Int, number: String, rest: String)? {
    for (place, measure) in item.measures.enumerated() {
      guard let (number, rest) = ItemReference.leading(in: measure.text) else { continue }
      return (place, number, rest)
    }
    return nil
  }

  private static func deadlineNumber(_ item: ItemDraft) -> String? {
    item.deadline.meaning == .unreadable ? ItemReference.number(in: item.deadline.text) : nil
  }

  /// The first name of departments that names another item.
  private static func department(of item: ItemDraft) -> (name: String, number: String)? {
    for name in item.departments.all {
      if let number = ItemReference.number(in: name) { return (name, number) }
    }
    return nil
  }

  private static func personNumber(_ item: ItemDraft) -> String? {
    ItemReference.number(in: item.responsiblePerson)
  }

  private static func remarkNumber(_ item: ItemDraft) -> String? {
    ItemReference.sameNumber(in: item.remark)
  }

  private func resolve(_ item: inout ItemDraft, at index: Int) {
    if let (place, number, rest) = Self.measure(of: item),
      let found = target(number, for: index, where: { !$0.measures.isEmpty }),
      Self.measure(of: found) == nil
    {
      var texts = item.measures.map(\.text)
      texts.replaceSubrange(
        place...place, with: found.measures.map(\.text) + (rest.isEmpty ? [] : [rest]))
      item.measures = zip(1..., texts).map { Measure(number: $0, text: $1) }
      item.flags.insert(.measureInherited)
    }
    if let number = Self.deadlineNumber(item),
      let found = target(number, for: index, where: { $0.deadline.meaning != .blank }),
      Self.deadlineNumber(found) == nil
    {
      item.deadline = found.deadline
      item.flags.insert(.deadlineInherited)
      if found.deadline.isYearAssumed { item.flags.insert(.yearAssumed) }
    }
    if let (name, number) = Self.department(of: item),
      let found = target(number, for: index, where: { !$0.departments.all.isEmpty }),
      Self.department(of: found) == nil
    {
      let isAlone = item.departments.all == [name]
      item.departments = isAlone ? found.departments : item.departments.replacing(name, by: found)
      item.flags.insert(.departmentInherited)
      if isAlone, !found.flags.contains(.departmentDoubtful) {
        item.flags.remove(.departmentDoubtful)
      }
    }
    if let number = Self.personNumber(item),
      let found = target(number, for: index, where: { !$0.responsiblePerson.isEmpty }),
      Self.personNumber(found) == nil
    {
      item.responsiblePerson = found.responsiblePerson
      item.flags.insert(.personInherited)
    }
    if let number = Self.remarkNumber(item),
      let found = target(number, for: index, where: { !$0.remark.isEmpty }),
      Self.remarkNumber(found) == nil
    {
      item.remark = found.remark
      item.flags.insert(.remarkInherited)
    }
  }

  /// The item of a number, seen from another one.
  private func target(
    _ number: String, for index: Int, where holds: (ItemDraft) -> Bool
  ) -> ItemDraft? {
    let own = items[index]
    var candidates = byOrdinal[number] ?? []
    if candidates.isEmpty, let dot = number.firstIndex(of: ".") {
      let task = Int(number[..<dot])
      candidates = (byOrdinal[String(number[number.index(after: dot)...])] ?? [])
        .filter { items[$0].taskNumber == task }
    }
    if candidates.isEmpty, let task = Int(number) {
      candidates = byTask[task] ?? []
    }
    // A number that stands everywhere names nothing.
    guard candidates.count <= 200 else { return nil }
    candidates.removeAll { $0 == index }
    let nearest: [(ItemDraft) -> Bool] = [
      { $0.group == own.group && $0.taskNumber == own.taskNumber && $0.taskTitle == own.taskTitle },
      { $0.group == own.group }, { _ in true },
    ]
    for isNear in nearest {
      let near = candidates.filter { isNear(items[$0]) }
      if near.count == 1 { return holds(items[near[0]]) ? items[near[0]] : nil }
      if near.count > 1 { return nil }
    }
    return nil
  }
}

extension DepartmentAssignment {
  /// The departments with those of another item in the place of one name: beside others they all
  /// take the part that the name has.
  fileprivate func replacing(_ name: String, by found: ItemDraft) -> DepartmentAssignment {
    let others = found.departments.all.filter { !all.contains($0) }
    func replaced(_ names: [String]) -> [String] { names.flatMap { $0 == name ? others : [$0] } }
    return DepartmentAssignment(lead: replaced(lead), supporting: replaced(supporting))
  }
}
