import OfficeFiles
import TaskLedger

// The wording of sheets that came back: why they, their rows or their columns are not read.

extension Diagnostic {
  private static func sheet(
    _ code: String, _ message: String, _ remedy: Remedy?, at location: Location?,
    item: ItemID? = nil, severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      code: code, severity: severity, location: location, item: item, message: message,
      remedy: remedy)
  }

  /// A code cannot be read.
  static func sheetCode(
    _ fault: SheetCode.Fault, _ words: String, file: String, at location: Location?
  ) -> Diagnostic {
    let words = PrintableText.line(String(words.prefix(40)))
    switch fault {
    case .unreadable:
      return sheet(
        "sheet-code-unreadable", "「\(file)」的标识「\(words)」认不出", "请用重新导出的表填报，标识一栏不要改", at: location)
    case .version(let version):
      return sheet(
        "sheet-version", "「\(file)」是另一个版本的程序导出的（第 \(version) 版，这里是第 \(SheetCode.version) 版）",
        "用现在的程序重新导出，再把填好的内容抄过去", at: location)
    case .check:
      return sheet(
        "sheet-code-changed", "「\(file)」的标识「\(words)」被改动过，对不上校验", "请用重新导出的表填报，标识一栏不要改",
        at: location)
    }
  }

  /// Parts of the file are of different sheets.
  static func sheetMixed(
    _ first: SheetCode, _ other: SheetCode, file: String, at location: Location?
  ) -> Diagnostic {
    sheet(
      "sheet-mixed", "「\(file)」里有两张表的内容：\(first) 和 \(other)", "不要把别的表的行粘贴进来，一张表交一个文件", at: location)
  }

  /// There is no table of items.
  static func sheetTableMissing(_ file: String) -> Diagnostic {
    sheet("sheet-table-missing", "「\(file)」里找不到任务的表头", "「任务」一页不要删，表头不要改", at: nil)
  }

  /// A column stands twice.
  static func sheetColumnTwice(_ column: SheetColumn, at location: Location) -> Diagnostic {
    sheet("sheet-column-twice", "「\(column.rawValue)」有两栏，不知道以哪一栏为准", "留下一栏，删去另一栏", at: location)
  }

  /// Nothing says which row is which item.
  static func sheetKeyMissing(_ file: String, at location: Location?) -> Diagnostic {
    sheet(
      "sheet-key-missing", "「\(file)」的「标识」一栏不见了，也没有「条目」和「审核码」，不知道哪一行是哪一条",
      "请用重新导出的表填报，标识一栏不要删", at: location)
  }

  /// Columns to be filled in are gone.
  static func sheetColumnsGone(
    _ columns: [String], _ file: String, at location: Location?
  ) -> Diagnostic {
    sheet(
      "sheet-column-missing",
      "「\(file)」少了 \(columns.count) 栏：\(columns.joined(separator: "、"))，按空着处理",
      "确是删去的不用管；误删的请用重新导出的表补填", at: location, severity: .warning)
  }

  /// An item stands in two rows.
  static func sheetRowTwice(_ item: ItemID, at location: Location) -> Diagnostic {
    sheet("sheet-row-twice", "\(item) 有两行，不知道以哪一行为准", "留下一行，删去另一行", at: location, item: item)
  }

  /// Cells are merged with those of the row above.
  static func sheetCellsMerged(
    _ item: ItemID, _ columns: [SheetColumn], at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-cell-merged",
      "\(item) 的\(columns.map { "「\($0.rawValue)」" }.joined(separator: "、"))与上一行合并成一格，只算上一行填的",
      "取消合并，各行各写一份再交", at: location, item: item, severity: .warning)
  }

  /// A row with words names no item.
  static func sheetRowUnknown(at location: Location) -> Diagnostic {
    sheet("sheet-row-unknown", "这一行没有标识，不知道是哪一条", "填在原有的行里，不要自己加行", at: location)
  }

  /// A row shows another item than its key names.
  static func sheetRowMixed(
    _ item: ItemID, shows words: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-row-mixed", "这一行的标识是 \(item)，显示的却是「\(PrintableText.line(words))」，可能错行",
      "请用重新导出的表填报，排序时把整行一起排", at: location, item: item)
  }

  /// A page of a kind stands twice.
  static func sheetPageTwice(
    _ heading: String, _ file: String, at location: Location?
  ) -> Diagnostic {
    sheet(
      "sheet-page-twice", "「\(file)」里有「\(heading)」的表有两张，不知道以哪一张为准", "留下一张，删去另一张", at: location)
  }

  /// A row with words names no figure.
  static func sheetFigureUnknown(at location: Location) -> Diagnostic {
    sheet("sheet-row-unknown", "这一行没有数据名称，不知道是哪一项数据", "填在原有的行里，不要自己加行", at: location)
  }

  /// A row shows another figure than its key names.
  static func sheetFigureMixed(
    _ name: FactName, shows words: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-row-mixed", "这一行的标识是「\(name.recorded)」，显示的却是「\(PrintableText.line(words))」，可能错行",
      "请用重新导出的表填报，排序时把整行一起排", at: location)
  }

  /// A cell says something else than what it may.
  static func sheetWordUnread(
    _ words: String, accepted: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-answer-unreadable", "「\(PrintableText.line(words))」认不出", "可以写：\(accepted)",
      at: location)
  }

  /// A row of a list of staff has no student number.
  static func staffNumberMissing(at location: Location) -> Diagnostic {
    sheet("staff-number-missing", "名单这一行没有学号", "补上学号，或清空这一行", at: location)
  }

  /// A student number stands twice.
  static func staffTwice(_ number: String, first: Location, at location: Location) -> Diagnostic {
    sheet(
      "staff-twice", "学号「\(PrintableText.line(number))」在名单里出现两次，另一处在 \(first)", "只留一处",
      at: location)
  }

  /// A rank and its band contradict each other.
  static func staffRankContradicts(
    _ rank: String, band: String, at location: Location
  ) -> Diagnostic {
    sheet(
      "staff-rank-contradicts", "专业排名「\(PrintableText.line(rank))」与排名档次「\(band)」对不上", "核对后改正其中一格",
      at: location)
  }

  /// A row of a list of staff is of nobody.
  static func staffRowLeft(_ words: String, at location: Location) -> Diagnostic {
    sheet(
      "staff-row-left", "「\(PrintableText.head(words, limit: 21))」这一行不是人员，没有计入名单",
      "确是一个人的，写上学号和姓名", at: location, severity: .note)
  }

  /// A cell to fill in holds an error of the program that wrote it.
  static func sheetCellError(_ words: String, at location: Location) -> Diagnostic {
    sheet(
      "sheet-cell-error", "这一格是公式出错的「\(PrintableText.line(words))」，不是填写的内容",
      "改成要填的文字、数或日期；不填的清空这一格", at: location)
  }

  /// Words that stand where nothing is filled in.
  static func sheetWordsLeft(_ left: OutsideWords, in kind: SheetCode.Kind?) -> Diagnostic {
    let shown =
      left.cells.prefix(3).map { "「\(PrintableText.head($0.text, limit: 21))」" }
      .joined(separator: "、") + (left.cells.count > 3 ? "等 \(left.cells.count) 格" : "")
    let place = left.cells.first?.location
    let remedy: Remedy = "要登记的写进\(answerCells(kind))再交一次；不用登记的不用管"
    let code = "sheet-words-not-taken"
    switch left.place {
    case .column(let heading):
      let name = heading.map { "「\($0)」一栏不是表里原有的" } ?? "表格旁边的字不在填写的格子里"
      return sheet(code, "\(name)，没有登记：\(shown)", remedy, at: place, severity: .warning)
    case .cell:
      return sheet(
        code, "这里不是填写的格子，写的字没有登记：\(shown)", remedy, at: place, severity: .warning)
    case .page(let name):
      return sheet(
        code, "「\(name)」一页不是表里原有的，没有登记：\(shown)", remedy, at: place,
        severity: .warning)
    case .shown(let name, let column, let item):
      return sheet(
        "sheet-cell-changed", "\(name) 的「\(column)」只供查看，被改成\(shown)，没有登记，台账不变",
        "有话要说的写进\(answerCells(kind))再交一次", at: place, item: item, severity: .warning)
    case .sentence:
      return sheet(
        "sheet-cell-changed", "填表说明只供查看，被改成\(shown)，没有登记", remedy, at: place,
        severity: .warning)
    }
  }

  /// What the reader of workbooks says, with what is to be done about it in a sheet.
  static func sheetNote(_ note: Diagnostic, in kind: SheetCode.Kind?) -> Diagnostic {
    let isBeside = [
      "comments-left-out", "footnotes-left-out", "images-left-out", "embedded-left-out",
      "objects-left-out", "far-cells-left-out",
    ].contains(note.code)
    guard isBeside else { return note }
    // A picture cannot be written into a cell.
    let isPicture = ["images-left-out", "objects-left-out", "embedded-left-out"].contains(note.code)
    let remedy: Remedy =
      isPicture && (kind ?? .department) == .department
      ? "是佐证的另存成文件，和表放在一起，在「\(SheetColumn.files.rawValue)」一格写上文件名再交一次；不用登记的不用管"
      : "要登记的写进\(answerCells(kind))再交一次；不用登记的不用管"
    return Diagnostic(
      code: note.code, severity: note.severity, location: note.location, item: note.item,
      message: note.message, remedy: remedy)
  }

  /// The cells in which words are taken.
  private static func answerCells(_ kind: SheetCode.Kind?) -> String {
    let columns: [String] =
      switch kind {
      case .department, nil:
        [SheetColumn.progress, .problem, .nextStep].map(\.rawValue)
      case .review: [SheetColumn.opinion.rawValue]
      case .figures: [FigureColumn.value, .reason].map(\.rawValue)
      case .members, .receipt: []
      }
    return "浅黄色的格子"
      + (columns.isEmpty ? "" : "（\(columns.map { "「\($0)」" }.joined(separator: "、"))）")
  }

  /// A row of members has no name.
  static func sheetMemberUnnamed(at location: Location) -> Diagnostic {
    sheet("sheet-member-unnamed", "这一行没有姓名", "补上姓名，或清空这一行", at: location)
  }

  /// A name stands twice.
  static func sheetMemberTwice(
    _ name: String, first: Location, at location: Location
  ) -> Diagnostic {
    sheet(
      "sheet-row-twice", "「\(name)」有两行，另一行在 \(first)", "几个部门、几个角色写在一行里，用「、」隔开；重名的写成 张伟（信工）",
      at: location)
  }
}
