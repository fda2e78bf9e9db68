internal import TaskLedger

// The wording of interpretation: what was left out of a document and what was not found in it.

extension Diagnostic {
  /// A table that is not the plan's.
  static func tableLeftAlone(words: String, location: Location?) -> Diagnostic {
    Diagnostic(
      code: "table-left-alone", severity: .note, location: location,
      message: "以「\(words)」开头的表不是任务列表，没有读入",
      remedy: "如果它是任务列表，在 tasks/headings.md 里补上它的表头写法")
  }

  /// A hidden sheet holds a plan too.
  static func hiddenPlanLeft(file: String, sheet: String) -> Diagnostic {
    Diagnostic(
      code: "hidden-plan-left", severity: .warning,
      location: .cell(file: file, sheet: sheet, reference: "A1"),
      message: "工作表「\(sheet)」是隐藏的，另有看得见的任务列表，没有当作方案读入",
      remedy: "要用它的，取消隐藏，删去另一张后重新导入；不要的删去")
  }

  /// A row with a single text that is neither an item nor a heading.
  static func rowLeftAlone(words: String, location: Location) -> Diagnostic {
    Diagnostic(
      code: "row-left-alone", severity: .note, location: location,
      message: "「\(words.prefix(30))」单独成行，没有当作条目读入",
      remedy: "如果它是条目，请在原表中补上它的其他各栏后重新导入")
  }

  /// A row that has words, and none in the column of the contents.
  static func rowWithoutContent(words: String, location: Location) -> Diagnostic {
    let line = words.split(separator: "\n").joined(separator: " ")
    return Diagnostic(
      code: "row-without-content", severity: .warning, location: location,
      message: "「\(line.prefix(40))」这一行没有写改革内容，没有当作条目读入",
      remedy: "如果它是条目，在原表中补上改革内容后重新导入；不是就不用处理")
  }

  /// Columns whose headings no role fits.
  static func columnsUnread(_ headings: [String], file: String) -> Diagnostic {
    let words = headings.map { "「\($0)」" }.joined(separator: "、")
    return Diagnostic(
      code: "column-unread", severity: .note, message: "「\(file)」表中的\(words)栏没有读入",
      remedy: "需要读入时，在 tasks/headings.md 里把它加到相应栏目的写法中")
  }

  /// Two columns may hold the deadlines.
  static func columnDoubtful(read: String, unread: String, file: String) -> Diagnostic {
    Diagnostic(
      code: "column-doubtful", severity: .warning,
      message: "「\(file)」的表有两栏时限，按「\(read)」读入，「\(unread)」没有读入",
      remedy: "核对到期日；应按另一栏的，在原表中删去不用的一栏后重新导入")
  }

  /// The plan's table has no column for something every item needs.
  static func columnMissing(_ role: ColumnRole, file: String) -> Diagnostic {
    let name =
      switch role {
      case .deadline: "完成时限"
      case .measures: "落实措施"
      default: "实施部门"
      }
    return Diagnostic(
      code: "column-missing", severity: .warning,
      message: "「\(file)」的任务列表没有「\(name)」一栏",
      remedy: "补全原表后重新导入；有这一栏而写法不同的，在 tasks/headings.md 里补上它的写法")
  }

  /// The plan is running text without a table.
  static func proseWithoutTable(file: String, count: Int, labels: [String]) -> Diagnostic {
    let facts = "「\(file)」里没有任务列表，按正文编号读出 \(count) 条举措；"
    let written = labels.map { "「\($0)：」" }.joined(separator: "、")
    return Diagnostic(
      code: "prose-without-table", severity: .warning,
      message: labels.isEmpty
        ? facts + "没有找到完成时限、实施部门和责任人"
        : facts + "正文里写有\(written)，留在原文里，没有登记成完成时限和实施部门",
      remedy: "向方案的制定部门索取任务列表，或逐条补登时限和部门：\(.revise(nil, .deadline(nil), reason: nil))")
  }

  /// No document number was found.
  static func documentNumberMissing(file: String) -> Diagnostic {
    Diagnostic(
      code: "document-number-missing", severity: .note,
      message: "「\(file)」里没有找到方案的文号",
      remedy: "只导入了附表时，可改为导入带正文的完整文件")
  }

  /// No issue date was found.
  static func issueDateMissing(file: String) -> Diagnostic {
    Diagnostic(
      code: "issue-date-missing", severity: .note,
      message: "「\(file)」里没有找到方案的印发日期，无法核对早于印发日的时限",
      remedy: "只导入了附表时，可改为导入带正文的完整文件")
  }

  /// A deadline of the province's list stands in a cell merged with the one above.
  static func listDeadlineMerged(_ clause: ClauseID, location: Location) -> Diagnostic {
    Diagnostic(
      code: "list-deadline-merged", severity: .warning, location: location,
      message: "条款 \(clause) 的完成时限单元格与上一条合并，按未载明处理",
      remedy: "请向发文单位核实；确定后在任务列表文件中写明该条时限，再\(doing: .createLedgerFromList(file: nil))")
  }

  /// A row of a figures, duties or hand-ins table of the list cannot be read.
  static func listRowUnreadable(_ words: String, location: Location?) -> Diagnostic {
    Diagnostic(
      code: "list-row-unreadable", severity: .warning, location: location,
      message: "任务列表中「\(words)」一行无法识别，没有读入",
      remedy: "对照 tasks/guangdong-2020.md 中同一张表的写法修改")
  }
}
