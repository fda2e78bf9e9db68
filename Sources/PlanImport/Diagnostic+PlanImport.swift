internal import OfficeFiles
package import TaskLedger

// The wording of interpretation: why a document is no plan, what was left out of it and what was
// not found in it.

extension ColumnMapping.Fault {
  /// The fault as one printed message.
  package var diagnostic: Diagnostic {
    let names = PlanPhrases.Column.roles.joined(separator: "、")
    return switch self {
    case .incomplete(let words):
      Diagnostic(
        code: "usage", severity: .error, message: "「\(words)」没有写成「栏目=表头」",
        remedy: "例如 \(.nameColumn(.deadline, column: "整改时限"))")
    case .roleUnknown(let name):
      Diagnostic(
        code: "usage", severity: .error, message: "栏目「\(name)」不认识",
        remedy: "栏目名有：\(names)")
    }
  }
}

extension PlanReadError {
  /// The error as one printed message; the program then ends with exit code 65.
  package var diagnostic: Diagnostic {
    switch self {
    case .document(let error):
      return error.diagnostic
    case .noPlan(let file, let tables):
      return Diagnostic(
        code: "plan-not-found", severity: .error,
        message: "文件「\(file)」里没有找到任务列表，也没有读出编号的举措"
          + (tables.isEmpty
            ? ""
            : "；读到 \(tables.count) 张表：\(tables.prefix(5).joined(separator: "；"))"
              + (tables.count > 5 ? "等" : "")),
        remedy: tables.isEmpty
          ? "任务列表的表头应写有「序号」「内容」「完成时限」等栏目名；没有表的，至少有三条编号的举措，标题写明是方案，或各条写明时限和部门"
          : "任务列表就在其中的，指明栏目，写表头或列的字母：\(.nameColumn(.content, column: nil))")
    case .columnUnknown(let file, let columns, let headings):
      return Diagnostic(
        code: "column-unknown", severity: .error,
        message: "「\(file)」的表里没有指明的栏目"
          + columns.map { "「\($0)」" }.joined(separator: "、"),
        remedy:
          "表里的栏目有：\(headings.joined(separator: "、"))；也可以写列的字母：\(field: .column(.content, "C"))"
      )
    case .contentDoubtful(let file, let read, let unread):
      return Diagnostic(
        code: "list-content-doubtful", severity: .error,
        message: "「\(file)」没有哪一栏写明是任务（问题）的内容：「\(read)」像是分类，「\(unread)」像是内容",
        remedy: "\(naming: .column(.content, unread))；就是「\(read)」的，"
          + "\(naming: .column(.content, read))")
    case .tableUnknown(let file, let table, let known):
      let names = known.filter { !$0.isEmpty }.map { "「\($0)」" }
      return Diagnostic(
        code: "table-unknown", severity: .error,
        message: "「\(file)」里没有名称带「\(table)」的任务列表",
        remedy: names.isEmpty
          ? "文件里没有认得出的任务列表" : "文件里的任务列表有：\(names.joined(separator: "、"))")
    case .nothingLinked(let file, let count):
      return Diagnostic(
        code: "plan-unlinked", severity: .error,
        message: "「\(file)」读出 \(count) 条，没有一条对得上任务列表，也没有写完成时限和实施部门，不像是实施方案",
        remedy: "检查是不是选错了文件；确是方案的，导入带任务列表的完整文件，或指明栏目：\(.nameColumn(.content, column: nil))")
    case .planInsteadOfList(let file, let school, let assigned, let rows):
      return Diagnostic(
        code: "list-is-plan", severity: .error,
        message: "「\(file)」是学校的方案，不是任务列表：\(rows) 行里有 \(assigned) 行写了实施部门，"
          + "全文没有报送日期和验收日期" + (school.map { "，署名「\($0)」" } ?? ""),
        remedy: "确是上级的清单，建账时写明按哪一项工作：\(field: .dataSet)；是学校的方案，建账以后导入："
          + "\(.importPlan(file: file))，建账时写明上级的通知，或不写\(field: .taskList)，采用内置的任务列表")
    }
  }
}

extension Diagnostic {
  /// A list shows marks of a school's plan, and others of the province's list.
  static func listDoubtful(
    file: String, assigned: Int, rows: Int, hasHandIns: Bool, school: String?
  ) -> Diagnostic {
    var facts: [String] = []
    if assigned > 0 { facts.append("\(rows) 行里有 \(assigned) 行写了实施部门") }
    if !hasHandIns { facts.append("没有报送日期和验收日期") }
    if let school { facts.append("署名「\(school)」") }
    return Diagnostic(
      code: "list-doubtful", severity: .warning,
      message: "请核对「\(file)」是不是上级的任务列表：\(facts.joined(separator: "，"))",
      remedy: "是学校的方案就换一个文件夹重新建账（不写\(field: .taskList)），再\(doing: .importPlan(file: file))")
  }

  /// Cells hold the error of a formula in place of words.
  static func errorValuesLeftOut(at place: Location, words: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "formula-error", severity: .warning, location: place,
      message: (count == 1 ? "这一格" : "有 \(count) 格") + "是公式出错的「\(PrintableText.line(words))」，读作空白",
      remedy: "在原表里改好公式，或直接写上内容，再导入")
  }

  /// A table that is not the plan's; what stands in one table with the plan is warned of.
  static func tableLeftAlone(_ table: PlanTables.LeftTable) -> Diagnostic {
    let row = table.headings.map { "「\($0)」" }.joined(separator: "、")
    return Diagnostic(
      code: "table-left-alone", severity: table.isPart ? .warning : .note,
      location: table.location,
      message: "以「\(table.words)」开头的表不是任务列表，没有读入" + (row.isEmpty ? "" : "；它的首行是\(row)"),
      remedy: "如果它是任务列表，指明栏目：\(.nameColumn(.content, column: nil))，"
        + "或在 tasks/headings.md 里补上它的表头写法")
  }

  /// No item answers the list.
  static func nothingLinked(file: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "plan-unlinked", severity: .warning,
      message: "「\(file)」的 \(count) 条没有一条对得上台账的任务列表",
      remedy: "检查是不是选错了文件，或台账的任务列表不是这份方案所对的；内容认错了栏的，指明这一栏：\(.nameColumn(.content, column: nil))")
  }

  /// A column was taken by what it holds.
  static func columnTaken(_ reading: ColumnReading, file: String) -> Diagnostic {
    Diagnostic(
      code: "column-inferred", severity: .warning,
      message: "「\(file)」的「\(reading.column)」一栏按内容认作「\(reading.role.name)」",
      remedy: "核对无误的，导入时指明，以后不再提示：\(.nameColumn(reading.role, column: reading.column))；"
        + "应作别的栏目的，改栏目名")
  }

  /// Several columns may hold the same, and none is read.
  static func columnUndecided(_ question: TableLayout.Undecided, file: String) -> Diagnostic {
    let words = question.headings.map { "「\($0)」" }.joined(separator: "、")
    return Diagnostic(
      code: "column-doubtful", severity: .warning,
      message: "「\(file)」的\(words)都可能是「\(question.role.name)」，分不清，没有读入",
      remedy: "指明一栏后重新导入：\(.nameColumn(question.role, column: question.headings.first))")
  }

  /// A plan is not read because another one in the document counts.
  static func planLeft(_ choice: PlanVersions.Choice, file: String) -> Diagnostic {
    let facts =
      switch choice.reason {
      case .repeated: "内容大多重复"
      case .years: "年份不同"
      case .works: "属于不同的工作，后一份没有一条与任务列表相符"
      case .named: "指明了其中一份"
      }
    return Diagnostic(
      code: "plans-several", severity: .warning,
      message: "「\(file)」里有两份任务列表，\(facts)：按「\(choice.read)」读入，"
        + "「\(choice.left)」没有读入",
      remedy: "应按另一份的，指明它：\(.nameTable(choice.left))")
  }

  /// There are too many plans in one document for a comparison, and all are read.
  static func plansUncompared(file: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "plans-several", severity: .warning,
      message: "「\(file)」里有 \(count) 张任务列表，太多，没有相互比对是否重复，全部读入",
      remedy: "只留要用的一份，其余另存后再导入")
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
      message: "「\(PrintableText.head(words, limit: 31))」单独成行，没有当作条目读入",
      remedy: "如果它是条目，请在原表中补上它的其他各栏后重新导入")
  }

  /// A line below a heading names a limit, and may speak of the items below it or of something else.
  static func lineLeftAlone(words: String, location: Location) -> Diagnostic {
    Diagnostic(
      code: "row-left-alone", severity: .warning, location: location,
      message: "「\(PrintableText.head(words, limit: 31))」写有日期，分不清管哪些条目，没有读入",
      remedy: "它管后面各条的，逐条补登时限：\(.revise(nil, .deadline(nil), reason: nil))")
  }

  /// A part of the running text with numbers of its own was not read as items.
  static func partLeftOut(_ heading: String, at place: Location) -> Diagnostic {
    Diagnostic(
      code: "part-left-out", severity: .note, location: place,
      message: "「\(PrintableText.head(heading, limit: 31))」这一部分没有当作条目读入",
      remedy: "其中有条目的，把这些条目移到写任务的那一部分后重新导入")
  }

  /// Lines of a table of contents were passed over; the place is that of the first.
  static func contentsLeftOut(at place: Location, lines: Int) -> Diagnostic {
    Diagnostic(
      code: "contents-left-out", severity: .note, location: place,
      message: "从这里起有 \(lines) 行是目录，没有当作正文读入",
      remedy: "如果其中有条目，删去行末的页码后重新导入")
  }

  /// A row that has words, and none in the column of the contents.
  static func rowWithoutContent(words: String, location: Location) -> Diagnostic {
    let line = words.split(separator: "\n").joined(separator: " ")
    return Diagnostic(
      code: "row-without-content", severity: .warning, location: location,
      message: "「\(PrintableText.head(line, limit: 41))」这一行没有写内容，没有当作条目读入",
      remedy: "如果它是条目，在原表中补上内容后重新导入；不是就不用处理")
  }

  /// A cell names another item, and what that one has was taken over.
  static func referenceTaken(_ taken: ItemReferences.Taken) -> Diagnostic {
    func line(_ words: String, _ most: Int) -> String {
      let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return line.count > most ? line.prefix(most) + "…" : line
    }
    return Diagnostic(
      code: "reference-taken", severity: .note, location: taken.location,
      message: "「\(line(taken.content, 20))」的\(taken.role.name)写作「\(line(taken.written, 20))」，"
        + "按所指的条目取「\(line(taken.value, 60))」",
      remedy: "对照原件核对；取错的，在原件里写明后重新导入")
  }

  /// A line speaks of all items above it, or below it.
  static func commonLine(_ line: CommonLine) -> Diagnostic {
    let isRead = !line.stated.isEmpty
    let isAbove = line.reach == .above
    return Diagnostic(
      code: isAbove ? "closing-line" : "opening-line",
      severity: isRead || line.isRemark ? .note : .warning,
      location: line.location,
      message: "「\(line.words.prefix(60))」说的是它\(isAbove ? "前面" : "后面")的各条："
        + (isRead ? "没有写明的条目照它读入，并有标记" : "没有读入"),
      remedy: isRead
        ? "核对它管到哪些条目；不管的，逐条更正：\(.revise(nil, .deadline(nil), reason: nil))"
        : (line.isRemark ? "里面写有期限或部门的，" : "")
          + "逐条补登：\(.revise(nil, .deadline(nil), reason: nil))")
  }

  /// Columns whose headings no role fits.
  static func columnsUnread(
    _ headings: [String], file: String, isList: Bool = false
  ) -> Diagnostic {
    let words = headings.map { "「\($0)」" }.joined(separator: "、")
    let message = "「\(file)」表中的\(words)栏没有读入"
    if isList {
      return Diagnostic(
        code: "column-unread", severity: .note, message: message,
        remedy: "需要读入时，指明它是什么栏：\(field: .column(nil, headings[0]))；"
          + "或在 tasks/headings.md 里把它加到相应栏目的写法中，再重新读入")
    }
    // A role that the heading does not suggest is not named: a command that is copied takes effect.
    let hint = headings.lazy.compactMap { heading in
      PlanPhrases.headingStems.first { heading.contains($0.stem) }.map { (heading, $0.role) }
    }.first
    return Diagnostic(
      code: "column-unread", severity: .note, message: message,
      remedy: "需要读入时，指明它是什么栏："
        + "\(.nameColumn(hint?.1, column: hint?.0 ?? headings.first))，"
        + "或在 tasks/headings.md 里把它加到相应栏目的写法中")
  }

  /// Two columns may hold the deadlines.
  static func columnDoubtful(_ rival: TableLayout.Rival, file: String) -> Diagnostic {
    let name = rival.role.name
    return Diagnostic(
      code: "column-doubtful", severity: .warning,
      message: "「\(file)」的表有两栏\(name)，按「\(rival.read)」读入，「\(rival.unread)」没有读入",
      remedy: "核对原件；应按另一栏的，指明后重新导入：\(.nameColumn(rival.role, column: rival.unread))")
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
  static func proseWithoutTable(file: String, stated: ProseReader.Counts) -> Diagnostic {
    let facts = "「\(file)」里没有任务列表，按正文编号读出 \(stated.items) 条举措；"
    let found = [
      (stated.deadlines, "完成时限"), (stated.departments, "实施部门"), (stated.persons, "责任人"),
    ]
    let written = found.filter { $0.0 > 0 }.map { "\($0.0) 条的\($0.1)" }
    // What is written and was not read is not said to be absent.
    let absent = found.dropFirst(stated.limits > 0 ? 1 : 0).filter { $0.0 == 0 }.map(\.1)
    let unread = stated.limits > 0 ? "；\(stated.limits) 条写有日期，没有读作完成时限" : ""
    return Diagnostic(
      code: "prose-without-table", severity: .warning,
      message: facts
        + (written.isEmpty ? "" : "从正文里读出\(written.joined(separator: "、"))")
        + (written.isEmpty || absent.isEmpty ? "" : "，")
        + (absent.isEmpty ? "" : "没有找到\(absent.joined(separator: "、"))") + unread,
      remedy: written.isEmpty
        ? "向方案的制定部门索取任务列表，或逐条补登时限和部门：\(.revise(nil, .deadline(nil), reason: nil))"
        : "逐条核对从正文里读出的时限和部门；缺的向方案的制定部门索取，或逐条补登："
          + "\(.revise(nil, .deadline(nil), reason: nil))")
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
