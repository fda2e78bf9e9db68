import TaskLedger

/// The words of calendars and sheets.
extension ReportPhrases {
  /// The headings of the ledger's sheet, as `import` recognises them.
  static func sheetHeadings(_ profile: ReformProfile) -> [String] {
    [
      "序号", "任务", "依据", profile[.content], profile[.measures], profile[.deadline], "牵头部门",
      "配合部门", "责任人", "备注",
    ]
  }

  /// The name of the sheet of the plan's columns.
  static let sheetName = "台账"

  /// The name of the sheet that tells where each item stands.
  static let progressSheetName = "进度"

  /// The headings of that sheet; none is one that `import` reads.
  static let progressHeadings = [
    "条目", "列表条款", "摘要", "到期日", "批准延至", "状态", "亮灯", "完成情况", "销号日期", "销号人", "审核意见",
    "佐证", "还缺",
  ]

  /// Why an item no longer counts.
  static func gone(_ state: ItemState) -> String {
    if let basis = state.withdrawalBasis { return "\(state.phase.words)：\(basis)" }
    return "\(dropped)：\(state.droppedReason ?? "")"
  }

  /// That a later plan no longer has an item.
  private static let dropped = "方案不再列入"

  /// The name of a school's calendar.
  static func calendar(_ school: String, _ profile: ReformProfile) -> String {
    school + (profile.organisations.first ?? "") + profile[.short]
  }

  /// The title of an item's deadline.
  static func calendarTitle(of line: ItemLine) -> String {
    let isDropped = line.state.droppedReason != nil
    return
      "〔\(isDropped ? dropped : state(line.onDay.status))〕\(line.id) \(brief(line.state.item.content))"
  }

  /// What stands below an item's deadline.
  static func calendarNotes(of line: ItemLine) -> String {
    let item = line.state.item
    var notes = [item.content]
    if !item.departments.all.isEmpty { notes.append("实施部门：\(joined(item.departments.all))") }
    notes.append("完成时限：\(line.state.deadlineInForce.words)")
    if let granted = line.state.grantedDue { notes.append("延至：\(date(granted))") }
    if let missing = missing(line.obstacles) { notes.append("欠缺：\(missing)") }
    return notes.joined(separator: "\n")
  }

  /// The title of a hand-in day.
  static func handIn(_ handIn: HandIn) -> String { "报送：\(brief(handIn.what))" }

  /// What stands below a hand-in day.
  static func handInNotes(_ handIn: HandIn) -> String {
    var notes = [handIn.what]
    if !handIn.forms.isEmpty { notes.append("形式：\(joined(handIn.forms))") }
    if !handIn.recipients.isEmpty { notes.append("报送至：\(joined(handIn.recipients))") }
    return notes.joined(separator: "\n")
  }

  /// The title of a meeting.
  static func meeting(_ month: CivilMonth) -> String { "\(self.month(month))差距短板例会" }
}
