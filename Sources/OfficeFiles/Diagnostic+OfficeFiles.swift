package import TaskLedger

// The wording of reading: why a document cannot be read, and what a reader wants said.

extension DocumentReadError {
  /// The error as one printed message; the program then ends with exit code 65.
  package var diagnostic: Diagnostic {
    switch self {
    case .unreadableFile(let file, let reason):
      return Diagnostic(
        code: "file-unreadable", severity: .error, message: Self.unreadable(file, reason),
        remedy: Self.reading(file, reason))
    case .empty(let file):
      return Diagnostic(
        code: "file-empty", severity: .error, message: "文件「\(file)」里没有内容",
        remedy: "重新取得原件；从网盘或微信转存的文件先等下载完成")
    case .noText(let file, let content):
      return Self.noText(file, content)
    case .unknownFormat(let file):
      return Diagnostic(
        code: "format-unknown", severity: .error, message: "文件「\(file)」的格式无法识别",
        remedy: "用 WPS 或 Word 打开后另存为 .docx，或用 Excel 另存为 .xlsx，再导入")
    case .needsConversion(let file, let format, let tool):
      let target = format == "xls" || format == "et" || format == "xlsb" ? ".xlsx" : ".docx"
      return Diagnostic(
        code: "format-needs-conversion", severity: .error,
        message: "文件「\(file)」是 .\(format) 格式，需要 \(tool) 转换，而本机没有安装或转换没有成功",
        remedy: format == "pdf"
          ? "最好取得 Word 原件；或用 WPS 的「PDF 转 Word」另存为 .docx 后导入"
          : "用 WPS 或 Office 打开，「另存为」选 \(target)，再导入")
    case .encrypted(let file):
      return Diagnostic(
        code: "file-encrypted", severity: .error, message: "文件「\(file)」设有打开密码",
        remedy: "用密码打开后取消密码（文件→文档加密），另存一份再导入")
    case .damaged(let file, let part, let detail):
      return Diagnostic(
        code: "file-damaged", severity: .error,
        message: "文件「\(file)」已损坏：\(part.isEmpty ? "文件" : "「\(part)」")\(Self.damage(detail))",
        remedy: "用 WPS 或 Word 打开检查，另存为新文件后再导入；打不开时重新取得原件")
    case .tooLarge(let file, let what, let limit):
      return Diagnostic(
        code: "file-too-large", severity: .error,
        message: "文件「\(file)」超出读取上限：\(Self.limitWords(what, limit))",
        remedy: "只保留方案和任务列表，删去图片、空行空列和其他工作表，另存后再导入")
    }
  }

  private static func noText(_ file: String, _ content: Content) -> Diagnostic {
    let message =
      switch content {
      case .pictures: "文件「\(file)」里只有图片，没有文字"
      case .scan: "文件「\(file)」是扫描件，每页只有图片，没有文字"
      case .picture: "「\(file)」是图片，读不出文字"
      case .loose: "文件「\(file)」（PDF）里有表格，但行列无法可靠地还原，没有读入"
      case .scattered: "文件「\(file)」里的表格每格各占一行，分不出从哪里换行，没有读入"
      }
    let (code, remedy): (String, Remedy) =
      switch content {
      case .loose:
        ("table-unreadable", "取得 Word 或 Excel 原件再导入；或用 WPS 的「PDF 转 Word」另存为 .docx，核对后导入")
      case .scattered:
        ("table-unreadable", "把整张表复制到 Excel 或 WPS 表格里，另存为 .xlsx 后导入")
      case .pictures, .scan, .picture:
        ("file-without-text", "取得 Word 或 Excel 原件；没有原件的，先用 WPS 的文字识别转成文档并核对，再导入")
      }
    return Diagnostic(code: code, severity: .error, message: message, remedy: remedy)
  }

  private static func unreadable(_ file: String, _ reason: String) -> String {
    switch reason {
    case "missing": "没有找到文件「\(file)」"
    case "folder": "「\(file)」是文件夹，不是文件"
    case "special": "「\(file)」是管道或设备，不是普通文件"
    case "lock": "「\(file)」是文档打开着的时候留下的锁定文件，不是文档"
    case "archive": "「\(file)」是压缩包，不是文档"
    case "name": "文件名「\(file.prefix(40))…」太长，系统打不开"
    case "disk": "文件「\(file)」读到一半出错，可能是磁盘故障或连接中断"
    default: "没有读取文件「\(file)」的权限"
    }
  }

  private static func reading(_ file: String, _ reason: String) -> Remedy {
    switch reason {
    case "folder": "指定文件夹里的文件，例如「\(file)/文件名」"
    case "lock": "导入同一文件夹里的文档本身，名称前面没有「~」"
    case "archive": "先解压，再导入里面的文档"
    default: "检查文件名和所在文件夹后再试"
    }
  }

  private static func damage(_ detail: String) -> String {
    switch detail {
    case "missing": "缺失"
    case "doctype": "含有文档类型声明（DTD），为安全起见不读取"
    case "entry-name": "的名称指向压缩包以外"
    case "duplicate": "在压缩包中重复出现"
    case "archive": "的压缩包结构不完整"
    case "inflate": "无法解压"
    case "xml": "不是完整的 XML"
    case "reference": "的单元格位置无法识别"
    case "structure": "的行和单元格互相嵌套，无法确定各值的位置"
    case "shared-text": "引用了并不存在的文字"
    case "duplicate-cell": "同一个单元格出现了两次"
    case "duplicate-value": "同一个单元格有两个值"
    default: "（\(detail)）"
    }
  }

  private static func limitWords(_ what: Limit, _ limit: Int) -> String {
    switch what {
    case .fileBytes: "文件大于 \(limit >> 20) MB"
    case .entries: "压缩包内的文件多于 \(limit) 个"
    case .partBytes: "解压后的内容大于 \(limit >> 20) MB"
    case .ratio: "压缩比高于 \(limit) 倍"
    case .depth: "嵌套深于 \(limit) 层"
    case .rows: "表格多于 \(limit) 行"
    case .columns: "表格多于 \(limit) 列"
    case .cells: "单元格多于 \(limit) 个"
    case .paragraphs: "段落或行多于 \(limit) 个"
    case .elements: "文档元素多于 \(limit) 个"
    case .characters: "文字多于 \(limit) 个"
    }
  }
}

extension Diagnostic {
  /// Marks of word processors were removed from copied text.
  static func bookmarkMarksRemoved(file: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "bookmark-marks-removed", severity: .note,
      location: .text(file: file, line: 1, column: 1),
      message: "文中有 \(count) 处 Word 书签标记（[bookmark: …]），已略去")
  }

  /// Some bytes of a text belong to no character.
  static func textRepaired(file: String) -> Diagnostic {
    Diagnostic(
      code: "text-repaired", severity: .warning, location: .text(file: file, line: 1, column: 1),
      message: "文件中有无法识别的字节，已用「\u{FFFD}」代替",
      remedy: "用原来的软件重新保存为 UTF-8 编码后再导入")
  }

  /// What a reader leaves unread and says so.
  enum LeftOut {
    case footnotes, comments, images, embeddedFiles, hiddenText, coveredCells, charts
    case placeholders
  }

  /// A kind of content was left out.
  static func leftOut(file: String, _ what: LeftOut, count: Int) -> Diagnostic {
    leftOut(at: .paragraph(file: file, index: 1), what, count: count)
  }

  /// Notes beside the text, each with its words and its place; those beyond many are counted.
  static func notesLeftOut(
    file: String, _ what: LeftOut, _ notes: AttachedNotes
  ) -> [Diagnostic] {
    let isComment = what == .comments
    let said = notes.said.map { note in
      Diagnostic(
        code: isComment ? "comments-left-out" : "footnotes-left-out", severity: .warning,
        location: note.place ?? .paragraph(file: file, index: 1),
        message: "\(isComment ? "批注" : "脚注或尾注")「\(note.words)」没有读入",
        remedy: "其中改动了内容、时限或部门的，在原件里改好正文后再导入")
    }
    guard notes.others > 0 else { return said }
    let place = Location.paragraph(file: file, index: 1)
    return said + [leftOut(at: place, what, count: notes.others, isMore: !said.isEmpty)]
  }

  /// A part of a document that holds its notes is damaged or missing.
  static func notesDamaged(at place: Location, _ what: LeftOut, part: String) -> Diagnostic {
    let isComment = what == .comments
    let name = isComment ? "批注" : "脚注或尾注"
    return Diagnostic(
      code: isComment ? "comments-left-out" : "footnotes-left-out", severity: .warning,
      location: place, message: "存放\(name)的「\(part.suffix(60))」缺失或已损坏，其中的\(name)没有读全",
      remedy: "用 Word、Excel 或 WPS 打开原件核对\(name)，改好正文后再导入")
  }

  /// A kind of content was left out, told at a place; `isMore` says that some of it was told before.
  static func leftOut(
    at place: Location, _ what: LeftOut, count: Int, isMore: Bool = false
  ) -> Diagnostic {
    let (code, message, remedy): (String, String, Remedy?) =
      switch what {
      case .footnotes:
        ("footnotes-left-out", "\(count) 处脚注或尾注没有读入", "任务要求如写在脚注里，移到正文后再导入")
      case .comments:
        ("comments-left-out", "\(count) 处批注没有读入", nil)
      case .images:
        ("images-left-out", "\(count) 张图片没有读入", "任务列表如是图片，先转成文字表格再导入")
      case .embeddedFiles:
        ("embedded-left-out", "\(count) 个嵌入文件没有读入", "打开原件，把嵌入的内容粘贴到正文后再导入")
      case .hiddenText:
        ("hidden-text-left-out", "\(count) 处隐藏文字没有读入", "需要时取消「隐藏文字」后再导入")
      case .coveredCells:
        ("covered-text-left-out", "\(count) 个被合并盖住的单元格里有文字，没有读入", "拆分合并单元格核对后再导入")
      case .charts:
        ("objects-left-out", "\(count) 张图表工作表没有读入", nil)
      case .placeholders:
        ("placeholders-left-out", "\(count) 处没有填写的内容控件只有提示语，按空白读入", "请在原件里填写后再导入")
      }
    return Diagnostic(
      code: code, severity: .note, location: place, message: (isMore ? "另有 " : "") + message,
      remedy: remedy)
  }

  /// Tracked changes were read as if accepted.
  static func changesAccepted(file: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "changes-accepted", severity: .note, location: .paragraph(file: file, index: 1),
      message: "文中有 \(count) 处修订，已按「接受修订」后的样子读入",
      remedy: "如修订尚未定稿，先在 Word 或 WPS 里接受或拒绝后再导入")
  }

  /// Text with a line through it was left out; the place is that of the first.
  static func struckTextLeftOut(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "struck-text-left-out", severity: .warning, location: place,
      message: "有 \(count) 处文字画了删除线，没有读入",
      remedy: "对照原件核对；仍然有效的文字请取消删除线，再导入")
  }

  /// Fields have no result that is saved; the place is that of the first.
  static func fieldsLeftOut(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "fields-left-out", severity: .warning, location: place,
      message: "\(count) 处域（自动编号、公式等）没有保存结果，没有读入",
      remedy: "用 Word 或 WPS 打开，全选后按 F9 更新，保存后再导入；仍然读不出的改成普通文字")
  }

  /// Signs of symbol fonts are unknown and left blanks; the place is that of the first.
  static func symbolsLeftOut(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "symbols-left-out", severity: .warning, location: place,
      message: "\(count) 个符号字体里的符号认不出，没有读入", remedy: "对照原件核对，改成普通文字后再导入")
  }

  /// The style of a table strikes or hides some of its rows or columns, which were read; the place
  /// is that of the first table.
  static func tableStyleUndecided(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "style-undecided", severity: .warning, location: place,
      message: "\(count) 张表格的样式会隐藏或划去其中几行几列的文字，分不清是哪些，照读",
      remedy: "在 Word 或 WPS 里打开核对；看不见或划去的，从原件里删去后再导入")
  }

  /// A rule of a page may hide or strike text, which cannot be told; the place is that of the first.
  static func styleUndecided(at place: Location, selector: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "style-undecided", severity: .warning, location: place,
      message: "网页的样式「\(selector.prefix(60))」会隐藏或划去文字，分不清是不是用在这里，\(count) 处照读",
      remedy: "在浏览器里打开核对；看不见或划去的，从原件里删去后再导入")
  }

  /// A page has more rules, or more work with them, than are followed; the place is the first that
  /// was read without them.
  static func stylesUnfollowed(at place: Location) -> Diagnostic {
    Diagnostic(
      code: "style-undecided", severity: .warning, location: place,
      message: "网页的样式太多，超出对照的上限，没有全部对照；从这里起，靠样式隐藏或划去的文字照读",
      remedy: "在浏览器里打开核对；更稳妥的，取得 Word 或 Excel 原件再导入")
  }

  /// The style sheet of a page lies in another file.
  static func styleSheetUnread(file: String, sheet: String) -> Diagnostic {
    Diagnostic(
      code: "style-sheet-unread", severity: .note, location: .paragraph(file: file, index: 1),
      message: "网页的样式写在另一个文件「\(sheet.suffix(60))」里，没有打开；靠它隐藏或划去的文字分不出来，照读",
      remedy: "在浏览器里打开核对；更稳妥的，取得 Word 或 Excel 原件再导入")
  }

  /// Hidden rows of a table were read.
  static func hiddenRowsRead(file: String, count: Int) -> Diagnostic {
    Diagnostic(
      code: "hidden-cells-read", severity: .note, location: .paragraph(file: file, index: 1),
      message: "表格有隐藏的 \(count) 行，也已读入", remedy: "不需要的行请删去，再导入")
  }

  /// Cells at the far edge of a sheet were left out; the place is that of the first.
  static func farCellsLeftOut(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "far-cells-left-out", severity: .warning, location: place,
      message: "\(count) 个单元格远在表格之外，没有读入", remedy: "核对这些单元格，不需要的清除后再导入")
  }

  /// A sheet of the workbook holds no cells: a module or a macro sheet.
  static func sheetWithoutPart(file: String, sheet: String) -> Diagnostic {
    Diagnostic(
      code: "sheet-without-part", severity: .note, message: "「\(file)」的工作表「\(sheet)」没有内容（宏或模块），已略过")
  }

  /// Sheets of the workbook are one and the same part, which was read once; the names are those of
  /// the first of them.
  static func sheetRepeated(
    file: String, sheet: String, like other: String, count: Int
  ) -> Diagnostic {
    Diagnostic(
      code: "sheet-repeated", severity: .warning,
      location: .cell(file: file, sheet: sheet, reference: "A1"),
      message: "工作表「\(sheet)」和「\(other)」是同一份内容，只读一次"
        + (count > 1 ? "；这样重复的工作表共 \(count) 张" : ""),
      remedy: "用 Excel 或 WPS 打开核对，另存为新文件后再导入")
  }

  /// Lines that look like a table were read as text; the place is that of the first.
  static func tableUnread(at place: Location, lines: Int) -> Diagnostic {
    Diagnostic(
      code: "table-unread", severity: .warning, location: place,
      message: "从这里起有 \(lines) 行像是表格，没有当作表格读入",
      remedy: "把表格复制到 Excel 或 WPS 表格里，另存为 .xlsx 后导入")
  }

  /// A row of a table in Markdown has more cells than its heading, and those were left out.
  static func cellsBeyondHeading(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "cells-beyond-heading", severity: .warning, location: place,
      message: "这一行比表头多 \(count) 格，多出的没有读入", remedy: "格子里的竖线写成「\\|」，或补上表头的栏目后再导入")
  }

  /// A table inside of a cell was read as a table of its own.
  package static func nestedTable(at place: Location, index: Int) -> Diagnostic {
    Diagnostic(
      code: "nested-table", severity: .note, location: place,
      message: "单元格里另有一张表，作为表\(index)单独读入")
  }

  /// A hidden sheet was read.
  package static func hiddenSheetRead(file: String, sheet: String) -> Diagnostic {
    Diagnostic(
      code: "hidden-sheet-read", severity: .note,
      location: .cell(file: file, sheet: sheet, reference: "A1"),
      message: "工作表「\(sheet)」是隐藏的，也已读入", remedy: "不需要时删去这张工作表再导入")
  }

  /// Hidden rows and columns were read.
  static func hiddenCellsRead(
    file: String, sheet: String, rows: Int, columns: Int
  ) -> Diagnostic {
    let parts = [rows > 0 ? "\(rows) 行" : nil, columns > 0 ? "\(columns) 列" : nil]
    return Diagnostic(
      code: "hidden-cells-read", severity: .note,
      location: .cell(file: file, sheet: sheet, reference: "A1"),
      message: "工作表「\(sheet)」有隐藏的 \(parts.compactMap(\.self).joined(separator: "、"))，也已读入",
      remedy: "取消隐藏后核对，不需要的删去再导入")
  }

  /// Formulas have no saved value.
  static func formulaWithoutValue(at place: Location, count: Int) -> Diagnostic {
    Diagnostic(
      code: "formula-without-value", severity: .warning, location: place,
      message: "\(count) 个公式没有保存计算结果，读作空白",
      remedy: "用 Excel 或 WPS 打开并保存一次，让公式算出结果后再导入")
  }

  /// A quote is never closed, so quotes were taken as text from there on.
  static func quoteUnclosed(file: String) -> Diagnostic {
    Diagnostic(
      code: "quote-unclosed", severity: .warning, location: .text(file: file, line: 1, column: 1),
      message: "有一个英文引号没有配对，从它起引号按普通文字读入",
      remedy: "用表格软件打开检查引号，另存为 CSV 后再导入")
  }

  /// The document was converted by another program first.
  static func converted(
    file: String, format: String, tool: String, isIsolated: Bool
  ) -> Diagnostic {
    format == "pdf"
      ? Diagnostic(
        code: "format-converted", severity: .warning,
        location: .text(file: file, line: 1, column: 1),
        message: "PDF 由 \(tool) 转成文字读入，表格的行列可能没有保留",
        remedy: "最好取得 Word 原件再导入")
      : Diagnostic(
        code: "format-converted", severity: .note, location: .paragraph(file: file, index: 1),
        message: ".\(format) 文件由 \(tool) 转换后读入"
          + (isIsolated ? "" : "；本机不能断开它的网络（没有 unshare 或不允许），只靠设置不打开外部链接"),
        remedy: "对照原件核对；要更稳妥，用 WPS 或 Office 另存为新格式再导入")
  }
}
