/// A column of the sheets that go out and come back (表单), by its heading.
public enum SheetColumn: String, Sendable, Hashable, CaseIterable {
  /// The item's id.
  case item = "条目"
  /// The responsible departments.
  case department = "责任部门"
  /// What is to be done.
  case content = "内容"
  /// What is done about it, by number.
  case measures = "落实措施"
  /// The deadline's words and the target day.
  case deadline = "完成时限"
  /// The status.
  case status = "目前状态"
  /// What is missing.
  case missing = "还缺什么"
  /// The last progress noted before this month.
  case lastProgress = "上次进展"
  /// What was done this month.
  case progress = "本月进展"
  /// What stands in the way.
  case problem = "存在问题"
  /// What comes next.
  case nextStep = "下步打算"
  /// By when it will be done.
  case expected = "预计完成"
  /// The statement of completion.
  case statement = "完成情况说明"
  /// The names of evidence files, one a line.
  case files = "佐证文件"
  /// The document number of the evidence.
  case number = "文号"
  /// The day of the evidence.
  case date = "形成日期"
  /// Whether closure is applied for.
  case apply = "申请销号"
  /// The evidence that is there.
  case evidence = "已有佐证"
  /// What holds a pass back.
  case obstacles = "审核提示"
  /// The reviewer's decision.
  case decision = "审核决定"
  /// The reviewer's opinion or reason.
  case opinion = "意见或理由"
  /// The review code.
  case reviewCode = "审核码"
  /// The key of the row.
  case key = "标识"
  /// What the cells said that nobody fills in.
  case check = "对照"

  /// The heading of the column in a work that calls what is to be done by a name of its own.
  public func heading(content: String) -> String { self == .content ? content : rawValue }

  /// The column of a heading as it comes back; nil when it is none of ours.
  ///
  /// - Parameters:
  ///   - heading: The heading.
  ///   - content: What the work calls what is to be done.
  public init?(heading: String, content: String) {
    let folded = TextFolding.compact(heading)
    if folded == TextFolding.compact(content) {
      self = .content
      return
    }
    guard let column = Self.allCases.first(where: { $0.rawValue == folded }) else { return nil }
    self = column
  }

  /// Whether whoever fills the sheet in writes here.
  public var isOpen: Bool {
    switch self {
    case .progress, .problem, .nextStep, .expected, .statement, .files, .number, .date, .apply,
      .decision, .opinion:
      true
    case .item, .department, .content, .measures, .deadline, .status, .missing, .lastProgress,
      .evidence, .obstacles, .reviewCode, .key, .check:
      false
    }
  }

  /// The columns that are only shown, in the order in which ``SheetCheck`` keeps them: a row shows
  /// nothing in those that its sheet does not have, and a statement only where it is read.
  public static let shown: [SheetColumn] = [
    .department, .deadline, .status, .missing, .lastProgress, .evidence, .obstacles, .statement,
    .measures,
  ]
}

/// The words of sheets that both writing and reading need.
public enum SheetWords {
  /// Where something is from: the cell, and who handed the sheet in for whoever signs.
  public static func source(_ cell: String, handedInBy name: String?) -> String {
    name.map { "\(cell)，\($0) 交来" } ?? cell
  }

  /// The property of the file that holds the code.
  public static let property = "xiaohao-sheet"
  /// The label of the code on the first page.
  public static let codeLabel = "表单码"
  /// The label of the person who fills the sheet in.
  public static let personLabel = "填报人"
  /// The label of the person who reviews.
  public static let reviewerLabel = "审核人"
  /// The label of the department on the first page.
  public static let departmentLabel = "部门"
  /// The label of the school on the first page.
  public static let schoolLabel = "学校"
  /// The label of the day of what the sheet shows.
  public static let dayLabel = "内容截至"
  /// The labels of the first page with what may be read beside them.
  public static let fieldLabels: Set<String> = [
    codeLabel, personLabel, reviewerLabel, departmentLabel, schoolLabel, dayLabel,
  ]
  /// The label of what a sheet is.
  public static let aboutLabel = "这是什么"
  /// The label of how it is filled in.
  public static let fillingLabel = "怎么填"
  /// The label of what is handed in beside it.
  public static let filesLabel = "附材料"
  /// The label of what is to be minded.
  public static let mindLabel = "请注意"
  /// The label of how it is handed in.
  public static let returnLabel = "怎么交"
  /// The labels of the sentences of the first page.
  public static let sentenceLabels: Set<String> = [
    aboutLabel, fillingLabel, filesLabel, mindLabel, returnLabel,
  ]
  /// The name of the page that holds the lists of drop-downs; nobody sees it.
  public static let choicesPage = "选项"
  /// What a cell says to apply.
  public static let yes = "是"
  /// What a cell says that is not so.
  public static let no = "否"
  /// The name of the free line of a union's form: what is still lacking.
  public static let shortcomings = "问题不足"
  /// The decision to strike off.
  public static let close = "销号"
  /// The decision to give back.
  public static let giveBack = "退回"

  /// Whether a cell says yes; nil when it says neither yes nor no.
  public static func isYes(_ text: String) -> Bool? {
    switch TextFolding.compact(text).lowercased() {
    case "是", "申请", "申请销号", "√", "✓", "✔", "y", "yes", "1", "true", "对": true
    case "否", "不", "不申请", "无", "×", "n", "no", "0", "false", "暂不", "-", "—": false
    default: nil
    }
  }

  /// What a forecast reads that stands alone in its row: kept beside the notes, and no progress.
  public static func forecast(_ day: CivilDate) -> String {
    "\(forecastLabel)\(day.year)年\(day.month)月\(day.day)日"
  }

  /// Whether a note is a forecast alone, as ``forecast(_:)`` writes it.
  public static func isForecast(_ text: String) -> Bool {
    text.hasPrefix(forecastLabel)
      && text.dropFirst(forecastLabel.count).allSatisfy { "0123456789年月日".contains($0) }
  }

  private static let forecastLabel = "预计完成日期（未报进展）："

  /// Whether a cell holds an error of the program that wrote it in place of words: #REF!, Err:502.
  public static func isErrorValue(_ text: String) -> Bool {
    let folded = TextFolding.compact(text).uppercased()
    return errorValues.contains(folded)
      || folded.hasPrefix("ERR:") && folded.dropFirst(4).allSatisfy(\.isNumber)
        && folded.count > 4
  }

  private static let errorValues: Set<String> = [
    "#REF!", "#VALUE!", "#N/A", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#GETTING_DATA",
  ]

  /// Whether a cell of words says that there is nothing to say: no progress and no sign of life.
  public static func isNothing(_ text: String) -> Bool {
    switch TextFolding.compact(text).filter({ !"。.；;".contains($0) }) {
    case "无", "暂无", "没有", "无进展", "暂无进展", "没有进展", "/", "／", "-", "—", "——", "": true
    default: false
    }
  }
}
