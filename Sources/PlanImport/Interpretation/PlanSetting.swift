package import TaskLedger

/// What interpretation knows besides the document.
package struct PlanSetting: Sendable {
  /// The words by which columns are recognised.
  package var vocabulary: HeadingVocabulary
  /// The departments of the school with their other names.
  package var departments: DepartmentDirectory
  /// The list that the plan answers, when there is one.
  package var list: TaskList?
  /// What a person said about columns.
  package var mapping: ColumnMapping
  /// The clauses of the list as they are compared.
  let clauses: [TextSimilarity.Profile]

  /// Creates a setting.
  package init(
    vocabulary: HeadingVocabulary,
    departments: DepartmentDirectory = DepartmentDirectory([]), list: TaskList? = nil,
    mapping: ColumnMapping = ColumnMapping()
  ) {
    (self.vocabulary, self.departments) = (vocabulary, departments)
    (self.list, self.mapping) = (list, mapping)
    clauses = list?.clauses.map { TextSimilarity.Profile($0.content) } ?? []
  }

  /// How well words fit the clause they fit best, 0 to 1; words that stand in a longer clause are
  /// nearly as good as the same words.
  func likeness(of words: String) -> Double {
    let profile = TextSimilarity.Profile(words)
    guard profile.count >= 8 else { return 0 }
    var best = 0.0
    for clause in clauses {
      best = max(best, profile.similarity(to: clause), 0.7 * profile.containment(in: clause))
    }
    return best
  }

  /// The departments that words name, lead and supporting.
  func names(in words: String) -> DepartmentAssignment {
    DepartmentNames.read(words, knowing: departments)
  }

  /// Whether words look like the name of a department: the directory knows it, or it ends as
  /// departments do.
  func isDepartment(_ name: String) -> Bool {
    departments.canonical(name) != nil || DepartmentNames.isGeneric(name)
      || DepartmentNames.looksLikeDepartment(name)
  }
}
