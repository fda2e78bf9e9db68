extension DepartmentReader {
  /// What words before a colon are.
  enum Label: Equatable {
    /// They name the role of those behind them; nil for those who answer.
    case heading(Role?)
    /// They name a department: 校团委：….
    case name
    /// They name anybody, 相关部门.
    case general
  }

  /// What folded words before a colon are, without a number before them.
  func label(_ numbered: String) -> Label {
    let words = String(numbered.drop { !$0.isLetter })
    let role =
      Self.headingRole(words) ?? Self.rankedRole(words)
      ?? Self.bracketedRole(words, of: Self.labels)
    if let role { return .heading(role) }
    if Self.labels.contains(words) { return .heading(nil) }
    if DepartmentNames.isGeneric(words) { return .general }
    guard directory.canonical(words) == nil, (2...10).contains(words.count),
      words.allSatisfy(\.isLetter)
    else { return .name }
    if Self.isOtherRole(words) { return .heading(.other) }
    if Self.isAnswering(words) { return .heading(nil) }
    return DepartmentNames.looksLikeDepartment(words) ? .name : .heading(.unknown)
  }

  /// Whether a label names those who neither lead nor take part: 监督单位, 指导.
  static func isOtherRole(_ label: String) -> Bool {
    PlanPhrases.roleBodies.contains { body in
      guard label.hasSuffix(body) else { return false }
      return PlanPhrases.otherRoles.contains(String(label.dropLast(body.count)))
    }
  }

  /// Whether a label names those who answer: 整改单位, 具体分工.
  private static func isAnswering(_ label: String) -> Bool {
    PlanPhrases.answeringEndings.contains(where: label.hasSuffix)
      && PlanPhrases.answeringStems.contains(where: label.contains)
  }

  /// Labels of those who answer, without a role.
  private static let labels: Set<String> = [
    "责任部门", "责任单位", "实施部门", "实施单位", "部门", "单位", "落实部门", "落实单位", "责任主体",
    "责任处室", "责任科室", "责任部室",
  ]
}
