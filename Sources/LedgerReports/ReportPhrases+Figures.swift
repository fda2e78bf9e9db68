package import TaskLedger

/// The words of the pages of figures, staff and members.
extension ReportPhrases {
  /// The name of the page of figures.
  static let figurePage = "数据"

  /// The name of the page of the unions' figures.
  static let unionPage = "院系数据"

  /// The name of the page of staff.
  static let staffPage = "工作人员名单"

  /// The name of the page of members.
  static let memberPage = "人员"

  /// The name of the file of figures.
  static func figureFile(_ day: CivilDate) -> String { "数据表-\(day).xlsx" }

  /// The name of the file of members.
  static func memberFile(_ day: CivilDate) -> String { "人员表-\(day).xlsx" }

  /// The title of the workbook of figures.
  static func figureTitle(_ day: CivilDate) -> String { "验收指标数据（\(date(day))）" }

  /// The title of the workbook of members.
  static func memberTitle(_ day: CivilDate) -> String { "人员登记（\(date(day))）" }

  /// What is said of the workbook of figures, in four sentences.
  static func figureSentences(
    school: Int, unions: Int, on day: CivilDate, by last: CivilDate, to recipient: String
  ) -> [(label: String, words: String)] {
    [
      (
        SheetWords.aboutLabel,
        "这张表列出验收指标要的全部数据：校级 \(school) 项"
          + (unions > 0 ? "，院系 \(unions) 项" : "") + "，「已登记」一栏是截至\(date(day))台账里的数。"
      ),
      (SheetWords.fillingLabel, "请填浅黄色的格子，不改的空着（空着不会改动已登记的数）；不适用的不填数，写明理由。"),
      (SheetWords.mindLabel, "数值存疑的登记前会问，核对无误再登记；统计日期不写的，算登记的那一天。"),
      (SheetWords.returnLabel, "请在\(date(last))前交\(recipient)登记。"),
    ]
  }

  /// What is said of the workbook of members, in four sentences.
  static func memberSentences(
    count: Int, on day: CivilDate, by last: CivilDate, to recipient: String
  ) -> [(label: String, words: String)] {
    [
      (SheetWords.aboutLabel, "这张表列出截至\(date(day))登记的 \(count) 名经办人，他们可以用本人的名字办理。"),
      (SheetWords.fillingLabel, "新增的写在下面空行里，一人一行，几个部门、几个角色用「、」隔开；离任的在「离任」一格选「是」。"),
      (SheetWords.mindLabel, "空着不会改动已登记的内容；重名的写成 张伟（信工）；离任的人以前办理的记录不变。"),
      (SheetWords.returnLabel, "请写明填报人（审核人或管理员），在\(date(last))前交\(recipient)登记。"),
    ]
  }

  /// How the line for what is lacking is filled in.
  static let shortcomingsNote = "写文字，没有的空着"

  /// A figure as it is recorded, with its day; empty when none is.
  static func known(_ fact: Ledger.Fact?) -> String {
    guard let fact else { return "" }
    let value = fact.value.isEmpty ? "不适用" : fact.value
    let reason = fact.exemption.map { "，\($0)" } ?? ""
    return "\(value)（\(date(fact.on))\(reason)）"
  }
}

extension FactQuestions.Conflict {
  /// What a figure was and is.
  package var words: String {
    func words(_ fact: Ledger.Fact) -> String {
      let value = fact.value.isEmpty ? "不适用" : fact.value
      return "\(value)（\(fact.on)，\(fact.actor)）"
    }
    return "与之前登记的不同：\(name.recorded) 原为 \(words(earlier))，现为 \(words(later))"
  }
}
