internal import OfficeFiles
internal import TaskLedger

/// Tables whose contents say themselves by whom and by when (内容所载).
extension TableLayout {
  /// Whether most contents name a day and departments in brackets or behind labels, so that no other
  /// column is needed: 序号 and 改革内容 alone.
  func hasStatingContent(_ table: SourceTable, _ setting: PlanSetting) -> Bool {
    guard let column = roles.firstIndex(of: .content) else { return false }
    let contents = table.rows[headingRows.upperBound...].prefix(60)
      .compactMap { $0.cell(at: column) }.filter { !$0.isBlank && !$0.continuesAbove }
    let reader = SentenceReader(setting, year: nil)
    let stating = contents.count { cell in
      let stated = reader.read(cell.paragraphs, readsSentences: false).stated
      return stated.deadline != nil && !stated.departments.all.isEmpty
    }
    return contents.count >= 2 && stating * 2 > contents.count
  }
}
