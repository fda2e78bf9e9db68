internal import TaskLedger

extension CellLanguage {
  /// Takes what an item's own words state of what no column holds.
  ///
  /// - Parameters:
  ///   - draft: The item.
  ///   - lacking: The roles that have no column.
  mutating func fill(_ draft: inout ItemDraft, lacking: Set<ColumnRole>) {
    let reader = SentenceReader(setting, year: year)
    let lines = draft.content.split(separator: "\n").map(String.init)
    var found = reader.read(lines).stated
    // A line that states what a column holds stays as it is.
    let (unlabelled, all) = reader.read(lines, readsSentences: false)
    let rest =
      all.roles.isSubset(of: lacking)
      ? unlabelled
      : lines.flatMap { line in
        let (rest, stated) = reader.read([line], readsSentences: false)
        return stated.roles.isSubset(of: lacking) ? rest : [line]
      }
    // What labels behind the last measure name is no measure.
    let labels = LabelledText(setting)
    if let last = draft.measures.indices.last,
      let (before, more) = labels.behind(draft.measures[last].text),
      more.deadline == nil || lacking.contains(.deadline),
      more.departments.all.isEmpty || lacking.contains(.departments),
      // Where every measure has labels of its own they speak of the measure.
      !draft.measures.dropLast().contains(where: { labels.values(in: $0.text) != nil })
    {
      draft.measures[last].text = before
      found.fill(from: more)
      found.isFromSentence = true
    }
    if found.deadline == nil || found.departments.all.isEmpty {
      for measure in draft.measures {
        let more = reader.read([measure.text]).stated
        // A measure's day is its own; only what it labels speaks of the item.
        if !more.isFromSentence { found.fill(from: more) }
      }
    }
    if !lacking.contains(.deadline) { found.deadline = nil }
    if !lacking.contains(.departments) { found.dropDepartments() }
    if !lacking.contains(.person) { found.person = nil }
    if !lacking.contains(.measures) { found.measures = [] }
    guard !found.isEmpty else { return }
    if !rest.isEmpty { draft.content = rest.joined(separator: "\n") }
    take(found, into: &draft)
    if found.isFromSentence { draft.flags.insert(.readFromSentence) }
  }

  /// Gives an item what is stated and what it does not have.
  mutating func take(_ stated: StatedValues, into draft: inout ItemDraft) {
    if let words = stated.deadline, draft.deadline.meaning == .blank {
      draft.deadline = deadline(words)
    }
    if draft.departments.all.isEmpty, !stated.departments.all.isEmpty {
      let cell = checked(stated.departments)
      draft.departments = cell.assignment
      if cell.isDoubtful { draft.flags.insert(.departmentDoubtful) }
    }
    if let person = stated.person, draft.responsiblePerson.isEmpty {
      draft.responsiblePerson = person
    }
    if draft.measures.isEmpty, !stated.measures.isEmpty {
      draft.measures = MeasureSplitter.measures(MeasureSplitter.units(of: stated.measures))
    }
  }

  /// Gives an item what the title of its section or table states of all below it.
  mutating func fill(_ draft: inout ItemDraft, from section: SectionStatement) {
    if let words = section.deadline, draft.deadline.meaning == .blank {
      draft.deadline = deadline(words)
      draft.flags.insert(.deadlineInherited)
      if draft.deadline.isYearAssumed { draft.flags.insert(.yearAssumed) }
    }
    if draft.departments.all.isEmpty, !section.departments.all.isEmpty {
      draft.departments = checked(section.departments).assignment
      draft.flags.insert(.departmentInherited)
    } else if draft.departments.lead.isEmpty, !section.departments.lead.isEmpty {
      // A row of its own supporting departments below the title 一、…（牵头单位：党政办）.
      let supporting = draft.departments.supporting
      let lead = checked(section.departments).assignment.lead.filter { !supporting.contains($0) }
      if !lead.isEmpty {
        draft.departments = DepartmentAssignment(lead: lead, supporting: supporting)
        draft.flags.insert(.departmentInherited)
      }
    }
    if let person = section.person, draft.responsiblePerson.isEmpty {
      draft.responsiblePerson = person
      draft.flags.insert(.personInherited)
    }
  }
}
