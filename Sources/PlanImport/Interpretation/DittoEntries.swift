internal import TaskLedger

/// Gives items what the item above them has where a cell says so and goes on: 同上，并报备案 under
/// 落实措施, 同上（含教务处） under 责任部门.
struct DittoEntries {
  private let setting: PlanSetting

  /// Resolves such cells of a plan's items, from the first to the last.
  static func resolve(_ items: inout [ItemDraft], _ setting: PlanSetting) {
    let entries = DittoEntries(setting: setting)
    // The item above as its cells have it, which cells below it took over.
    var written = items.first
    // The last measures that were written out: rows of 同上，并… add to these, and not to each other.
    var base = items.first?.measures ?? []
    for index in items.indices.dropFirst() {
      let own = items[index]
      if let written { entries.resolve(&items[index], below: items[index - 1], written, base) }
      if items[index].measures == own.measures, !own.flags.contains(.measureInherited) {
        base = own.measures
      }
      written = own
    }
  }

  private func resolve(
    _ item: inout ItemDraft, below above: ItemDraft, _ written: ItemDraft, _ base: [Measure]
  ) {
    if item.flags.contains(.measureInherited), item.measures == written.measures {
      item.measures = above.measures
    } else if !base.isEmpty {
      take(base, into: &item)
    }
    if item.flags.contains(.departmentInherited), item.departments == written.departments {
      item.departments = above.departments
    } else if !above.departments.all.isEmpty {
      takeDepartments(of: above, into: &item)
    }
  }

  private func take(_ base: [Measure], into item: inout ItemDraft) {
    for (place, measure) in item.measures.enumerated() {
      guard let rest = Self.rest(of: measure.text) else { continue }
      var texts = item.measures.map(\.text)
      texts.replaceSubrange(place...place, with: base.map(\.text) + [rest])
      item.measures = zip(1..., texts).map { Measure(number: $0, text: $1) }
      item.flags.insert(.measureInherited)
      return
    }
  }

  private func takeDepartments(of above: ItemDraft, into item: inout ItemDraft) {
    for name in item.departments.all {
      guard let others = others(in: name) else { continue }
      let own = item.departments
      let given =
        own.lead.contains(name)
        ? above.departments.joined(DepartmentAssignment(lead: others))
        : DepartmentAssignment(supporting: above.departments.all + others)
      item.departments = given.joined(
        DepartmentAssignment(
          lead: own.lead.filter { $0 != name }, supporting: own.supporting.filter { $0 != name }))
      item.flags.insert(.departmentInherited)
      return
    }
  }

  /// The departments that a name adds to those above; nil when it does not name them.
  private func others(in name: String) -> [String]? {
    guard Self.mayBegin(name) else { return nil }
    if PlanPhrases.dittoes.contains(TextFolding.compact(name)) { return [] }
    guard let (before, inside) = LabelledText.tail(of: name),
      PlanPhrases.dittoes.contains(TextFolding.compact(before))
    else { return nil }
    let word = PlanPhrases.addingWords.first(where: inside.hasPrefix) ?? ""
    let names = setting.names(in: String(inside.dropFirst(word.count))).all
    return !names.isEmpty && names.allSatisfy(setting.isDepartment) ? names : nil
  }

  /// What words add to those above; nil when they do not begin with a word for these.
  private static func rest(of words: String) -> String? {
    guard mayBegin(words) else { return nil }
    guard
      let ditto = PlanPhrases.dittoes.filter({ $0.count > 1 && words.hasPrefix($0) })
        .max(by: { $0.count < $1.count })
    else { return nil }
    let behind = words.dropFirst(ditto.count)
    guard let next = behind.first,
      PlanPhrases.clauseSeparators.contains(next) || PlanPhrases.brackets.contains(next)
        || PlanPhrases.addingWords.contains(where: behind.hasPrefix)
    else { return nil }
    let rest = behind.drop { $0.isWhitespace || PlanPhrases.clauseSeparators.contains($0) }
    return rest.isEmpty ? nil : String(rest)
  }

  /// Whether words may begin with one for those above; most do not.
  private static func mayBegin(_ words: String) -> Bool {
    words.unicodeScalars.first.map(PlanPhrases.dittoStarts.contains) ?? false
  }
}
