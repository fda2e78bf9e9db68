extension MemberRefusal {
  /// The refusal in words.
  var diagnostic: Diagnostic {
    switch self {
    case .unknownActor(let name, let nearest):
      .refused(
        "actor-unknown", nil, "台账里没有经办人「\(PrintableText.line(name))」",
        nearest.isEmpty
          ? "写方案里的部门、审核人或已登记的人员；新人员先\(doing: .addMember)"
          : "是不是\(quoted(nearest))；新人员先\(doing: .addMember)")
    case .unknown(let name, let nearest):
      .refused(
        "member-unknown", nil, "没有在任的人员「\(PrintableText.line(name))」",
        nearest.isEmpty ? "全部人员见\(look: .members)" : "是不是\(quoted(nearest))")
    case .alreadyThere(let name, let department, let role):
      .refused(
        "member-already-there", nil,
        "「\(PrintableText.line(name))」已登记在\(PrintableText.line(department))，角色是\(role.words)",
        "全部人员见\(look: .members)")
    case .retiredBeforeAdded(let name, let added, let effective):
      .refused(
        "retire-before-added", nil,
        "「\(PrintableText.line(name))」登记于 \(added)，离任日期不能早于它（\(effective)）",
        "核对\(field: .effectiveDay(nil))")
    case .starredIndicator(let number):
      .refused(
        "indicator-starred", nil, "指标 \(number) 带★，不能声明不适用", "补齐它的实有数据")
    case .notExempt(let number):
      .refused("indicator-not-exempt", nil, "指标 \(number) 没有声明过不适用", "核对编号")
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "「\(PrintableText.line($0))」" }.joined(separator: "或")
  }
}
