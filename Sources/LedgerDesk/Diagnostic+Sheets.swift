import LedgerReports
package import TaskLedger

/// The wording of sheets: what stands against recording one, and what should be said.
extension Diagnostic {
  /// A message about a sheet.
  static func sheet(
    _ code: String, _ message: String, _ remedy: Remedy?, at location: Location? = nil,
    item: ItemID? = nil, severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, location: location, item: item, message: message,
      remedy: remedy)
  }

  /// The same message at a place.
  func placed(at location: Location, item: ItemID?) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, location: location, item: self.item ?? item,
      message: message, remedy: remedy)
  }

  /// No items are the department's.
  static func sheetDepartmentUnknown(_ name: String, nearest: [String]) -> Diagnostic {
    departmentUnknown(PrintableText.line(name), nearest: nearest)
  }

  /// Nothing was found to import; with the workbooks that are there and are none of ours.
  static func sheetNotFound(_ name: String, others: [String]) -> Diagnostic {
    let shown = others.prefix(8).map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return sheet(
      "sheet-missing",
      "「\(PrintableText.line(name))」里没有填报表"
        + (others.isEmpty
          ? "" : "：\(shown)\(others.count > 8 ? "等" : "")不是从台账导出的表"),
      others.isEmpty ? "交从台账导出、填好的表，可以连同佐证放在一个文件夹或压缩包里" : "请用导出的表填报，不要另建新表")
  }

  /// A file that was named is none of ours.
  static func sheetUnknown(_ file: String) -> Diagnostic {
    sheet("sheet-unknown", "「\(file)」不是从台账导出的表，找不到表单码和标识", "请用导出的表填报，不要另建新表")
  }

  /// Another copy of the same sheet says something else.
  static func sheetTwice(_ conflict: SheetVersions.Conflict) -> Diagnostic {
    sheet(
      "sheet-twice",
      "同一张表交回了两份，条目 \(conflict.item) 的「\(conflict.column.rawValue)」"
        + "与「\(PrintableText.line(conflict.other))」写的不一样",
      "留下要登记的一份，把另一份移走再交", at: conflict.location, item: conflict.item)
  }

  /// Pages with cells to fill in are gone.
  static func sheetPagesGone(_ pages: [String], _ file: String) -> Diagnostic {
    sheet(
      "sheet-page-missing",
      "「\(file)」少了\(pages.map { "「\($0)」" }.joined(separator: "、"))页，按空着处理",
      "确是不填的不用管；误删的请用重新导出的表补填", severity: .warning)
  }

  /// Rows of items are gone.
  static func sheetRowsGone(_ items: [ItemID], of page: String, _ file: String) -> Diagnostic {
    let named = items.prefix(8).map { "\($0)" }.joined(separator: "、")
    return sheet(
      "sheet-rows-missing",
      "「\(file)」的「\(page)」页少了 \(items.count) 行（\(named)\(items.count > 8 ? " 等" : "")），按空着处理",
      "确是不填的不用管；误删的请用重新导出的表补填", severity: .warning)
  }

  /// The sheet is of another ledger.
  static func sheetOfOtherLedger(_ file: String) -> Diagnostic {
    sheet("sheet-other-ledger", "「\(file)」是另一本台账的表", "核对是不是别的学校或别的年度的表；确是本校的，请重新导出")
  }

  /// The sheet is another department's than that of whoever hands it in.
  static func sheetOfOtherDepartment(_ file: String, _ department: String) -> Diagnostic {
    sheet(
      "sheet-other-department", "「\(file)」是\(department)的表，不是您所在部门的", "由\(department)或办公室交")
  }

  /// A review is handed in by somebody who does not review.
  static func sheetReviewForeign(_ file: String) -> Diagnostic {
    sheet("sheet-review-foreign", "「\(file)」是审核表，只有审核人可以交", "由审核人登录后交")
  }

  /// The sheet knows entries that the ledger does not have.
  static func sheetAhead(_ file: String, head: Int, ledger: Int) -> Diagnostic {
    sheet(
      "sheet-newer-than-ledger", "「\(file)」导出时台账有 \(head) 条记录，现在只有 \(ledger) 条", "核对台账是不是旧的备份")
  }

  /// A sheet that needs no reading, or is read elsewhere.
  static func sheetKindUnread(_ file: String) -> Diagnostic {
    sheet("sheet-kind-unread", "「\(file)」是回执，不是填报表，没有什么可登记", "交填好的填报表")
  }

  /// Nobody is known by the sheet's department code.
  static func sheetDepartmentGone(_ file: String) -> Diagnostic {
    sheet("sheet-department-gone", "「\(file)」的部门在方案里找不到了", "部门改了名的，在 tasks/departments.md 里补上别名")
  }

  /// The folder names another department.
  static func sheetInOtherFolder(_ file: String, _ department: String, folder: String)
    -> Diagnostic
  {
    sheet(
      "sheet-other-department", "「\(file)」是\(department)的表，却放在「\(folder)」文件夹里", "放错了就换过来再导入",
      severity: .warning)
  }

  /// The person who filled a sheet in is no member of the department.
  static func sheetPersonUnknown(_ name: String, _ department: String, at location: Location)
    -> Diagnostic
  {
    sheet(
      "sheet-person-unknown", "填报人「\(PrintableText.line(name))」不是\(department)登记的人员，按部门登记",
      "要记到个人的，先\(doing: .addMember)", at: location, severity: .note)
  }

  /// Nobody says who reviews.
  static func sheetReviewerMissing(_ file: String) -> Diagnostic {
    sheet("sheet-reviewer-missing", "「\(file)」没有写审核人", "在「填表说明」页写明审核人，或\(naming: .actor)")
  }

  /// An item is not the department's.
  static func sheetItemOfOthers(
    _ item: ItemID, _ department: String, owners: [String], at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-item-of-others",
      "\(item) 不由\(department)负责，由\(owners.joined(separator: "、"))负责", "请负责的部门填报", at: location,
      item: item)
  }

  /// A row names an item or a state that the ledger never had.
  static func sheetItemUnknown(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet(
      "sheet-item-unknown", "\(item) 的标识与台账对不上，导出时台账里没有这样的内容", "请用重新导出的表填报", at: location,
      item: item)
  }

  /// A row shows other words than its item has.
  static func sheetContentDiffers(_ item: ItemID, shows words: String, at location: Location)
    -> Diagnostic
  {
    sheet(
      "sheet-row-shifted",
      "这一行的标识是 \(item)，内容却是「\(PrintableText.head(words, limit: 21))」，可能错行",
      "请用重新导出的表填报，排序时把整行一起排", at: location, item: item)
  }

  /// An item changed since the sheet was made.
  static func sheetItemChanged(
    _ item: ItemID, _ changes: [(part: String, before: String, now: String)], entries: [Int],
    at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-item-changed",
      "\(item) 在导出后有变（第 \(entries.map(String.init).joined(separator: "、")) 条记录）："
        + changes.map { "\($0.part)表上是「\($0.before)」，台账是「\($0.now)」" }.joined(separator: "；"),
      "两边核对后仍要登记的，\(naming: .forcingItem(item))；不要的清空这一行", at: location, item: item)
  }

  /// A cell does not say yes or no.
  static func sheetAnswerUnread(_ words: String, accepted: String, at location: Location)
    -> Diagnostic
  {
    sheet(
      "sheet-answer-unreadable", "「\(PrintableText.line(words))」认不出", "可以写：\(accepted)",
      at: location)
  }

  /// A cell is no day.
  static func sheetDayUnread(_ words: String, at location: Location) -> Diagnostic {
    sheet(
      "sheet-day-unreadable", "「\(PrintableText.line(words))」不是日期",
      "可以写：2020-09-15、2020年9月15日、9月15日", at: location)
  }

  /// A day was written without its year.
  static func sheetYearAssumed(
    _ item: ItemID, _ words: String, _ day: CivilDate, in column: SheetColumn,
    at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-year-assumed",
      "\(item) 的「\(column.rawValue)」写作「\(PrintableText.line(words))」，"
        + "没有写年份，读作 \(day)，年份是推定的",
      "不对时写全年月日再交一次", at: location, item: item, severity: .warning)
  }

  /// A file that is named lies nowhere.
  static func sheetFileMissing(
    _ name: String, nearest: [String], at location: Location, item: ItemID
  ) -> Diagnostic {
    sheet(
      "sheet-file-missing", "找不到佐证文件「\(PrintableText.line(name))」",
      nearest.isEmpty
        ? "与表放在同一个文件夹里再导入" : "名字相近的有：\(nearest.joined(separator: "、"))；改成一样的名字再导入", at: location,
      item: item)
  }

  /// Several files may be meant.
  static func sheetFileAmbiguous(
    _ name: String, _ candidates: [String], at location: Location, item: ItemID
  ) -> Diagnostic {
    sheet(
      "sheet-file-ambiguous",
      "「\(PrintableText.line(name))」可以是 \(candidates.count) 个文件：\(candidates.joined(separator: "、"))",
      "在格子里写明是哪一个，带上文件夹和扩展名", at: location, item: item)
  }

  /// A measure that the item does not have.
  static func sheetCountDiffers(
    _ column: String, count: Int, files: Int, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-count-differs", "「\(column)」写了 \(count) 行，佐证文件有 \(files) 个",
      "写一行（各文件相同），或与文件一一对应写 \(files) 行", at: location)
  }

  /// A day of evidence that has not come.
  static func sheetDayAhead(
    _ item: ItemID, _ day: CivilDate, today: CivilDate, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-day-ahead", "「\(SheetColumn.date.rawValue)」\(day) 晚于今天 \(today)",
      "写材料形成的那一天，不晚于今天", at: location, item: item)
  }

  /// A forecast without a word of progress.
  static func sheetForecastAlone(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet(
      "sheet-forecast-alone",
      "\(item) 只写了「\(SheetColumn.expected.rawValue)」，记作预计，不算本月进展",
      "有进展的在「\(SheetColumn.progress.rawValue)」一格写明再交一次", at: location, item: item,
      severity: .warning)
  }

  /// Files that were handed in beside sheets and that no cell names.
  static func sheetFilesUnnamed(_ files: [String], in folder: String) -> Diagnostic {
    let shown = files.prefix(8).map { "「\(PrintableText.line($0))」" }.joined(separator: "、")
    return sheet(
      "sheet-file-not-taken",
      "「\(PrintableText.line(folder))」里有 \(files.count) 个文件没有哪一格写到，没有收：\(shown)"
        + (files.count > 8 ? "等" : ""),
      "是佐证的，在「\(SheetColumn.files.rawValue)」一格写上文件名再交一次；不是的不用管", severity: .warning)
  }

  /// Words about evidence without a file.
  static func sheetFileless(_ column: String, at location: Location) -> Diagnostic {
    sheet("sheet-file-unnamed", "写了「\(column)」，没有写佐证文件", "在「佐证文件」一格写文件名", at: location)
  }

  /// A statement without an application.
  static func sheetNotApplied(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet(
      "sheet-not-applied", "\(item) 写了完成情况说明，没有写「是」申请销号，按进展登记", "要申请销号的，在「申请销号」一格选「是」再交一次",
      at: location, item: item, severity: .warning)
  }

  /// A cell that says that there is nothing: no progress.
  static func sheetNothingSaid(
    _ item: ItemID, _ text: String, in column: SheetColumn, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-nothing-said",
      "\(item) 的「\(column.rawValue)」写的是“\(PrintableText.line(text))”，不算进展，没有登记",
      "没有可写的，空着就可以", at: location, item: item, severity: .warning)
  }

  /// Several departments apply for one item.
  static func sheetAppliedTwice(
    _ item: ItemID, first: String, other: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-application-doubled", "\(item) 有两个部门申请销号，以牵头在先的\(first)为准，\(other)的申请没有登记，其余照登记",
      "两个部门商定一份完成情况说明", at: location, item: item, severity: .warning)
  }

  /// A decision without words.
  static func sheetOpinionMissing(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet(
      "sheet-opinion-missing", "\(item) 有审核决定，没有写意见或理由", "在「意见或理由」一格写明", at: location, item: item)
  }

  /// Words of a reviewer without a decision.
  static func sheetDecisionMissing(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet(
      "sheet-decision-missing", "\(item) 写了意见，没有选审核决定，没有登记", "选「销号」或「退回」再导入", at: location,
      item: item,
      severity: .warning)
  }

  /// An answer that was recorded before and taken back since: it is not recorded again unasked.
  static func sheetAnswerTakenBack(
    _ item: ItemID, entry: Int, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-answer-taken-back", "\(item) 的这一格登记过（第 \(entry) 条记录），后来撤回或作废了，没有再登记",
      "仍要登记的，\(naming: .forcingItem(item))；不要的清空这一格", at: location, item: item,
      severity: .warning)
  }

  /// A sheet whose answers were all recorded before.
  static func sheetAlreadyTaken(_ file: String) -> Diagnostic {
    sheet(
      "sheet-already-taken", "「\(file)」的内容已经登记过，没有重复登记", nil, severity: .note)
  }

  /// A sheet with nothing in it.
  static func sheetBlank(_ file: String) -> Diagnostic {
    sheet("sheet-blank", "「\(file)」没有填写内容", nil, severity: .note)
  }

  /// No department answers for any item, so that there is no sheet to send.
  static var sheetDepartmentsMissing: Diagnostic {
    sheet(
      "sheet-departments-missing", "没有哪一条写明责任部门，没有可以发的表",
      "先补上责任部门：\(.revise(nil, .departments, reason: nil))")
  }

  /// Items that no department answers for are in no sheet.
  package static func sheetItemsUnassigned(_ items: [ItemID]) -> Diagnostic {
    sheet(
      "sheet-items-unassigned",
      "\(items.map(\.description).joined(separator: "、")) 没有责任部门，没有发给任何部门",
      "先补上责任部门：\(.revise(nil, .departments, reason: nil))", severity: .warning)
  }
}
