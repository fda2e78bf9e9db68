/// The words of indicators: column headings, operators, yes and no.
enum IndicatorWords {
  /// The columns of the table of indicators.
  enum Column: String, CaseIterable {
    case number = "编号"
    case star = "★"
    case text = "指标"
    case counted = "数据"
    case condition = "条件"
    case relaxed = "放宽条件"
    case relaxedReason = "放宽须说明"
    case doubt = "存疑"
    case clauses = "条款"
    case remark = "备注栏"
    case statement = "陈述"
    case level = "层级"
    case demand = "要求"
  }

  /// The mark of an indicator that must be met.
  static let star = "★"

  /// The mark of an indicator whose meeting must be proved by evidence.
  static let proofMark = "▲"

  /// What the column of demands says of an indicator that does not bind yet.
  static let advisory = "暂不作硬性要求"

  /// The levels.
  static func level(_ words: String) -> Indicator.Level? {
    switch words {
    case "校级": .school
    case "院系": .unions
    default: nil
    }
  }

  /// What calls for every department's union: `各院系(…)`.
  static let everyUnit = "各院系"

  /// What counts the departments whose union meets a condition: `达标院系数(…)`.
  static let unitsMeeting = "达标院系数"

  /// The number of departments with figures.
  static let recordedUnits = "已登记院系数"

  /// The departments to whose unions an indicator does not apply, as the remark column shows them.
  static func exempted(_ units: [(unit: String, reason: String)]) -> String {
    "不适用：" + reasons(units)
  }

  /// Departments with the reasons for which an indicator does not apply to their unions.
  static func reasons(_ units: [(unit: String, reason: String)]) -> String {
    units.map { "\($0.unit)（\($0.reason)）" }.joined(separator: "、")
  }

  /// Yes and no.
  static func truth(_ text: String) -> Bool? {
    switch text {
    case "是", "有", "已": true
    case "否", "无", "未": false
    default: nil
    }
  }

  /// Pieces of a remark one after the other; a range of one figure is that figure: 2至2 is 2.
  static func joined(_ pieces: [String]) -> String {
    var shown: [String] = []
    for piece in pieces {
      if shown.count >= 2, shown[shown.count - 1] == "至", shown[shown.count - 2] == piece {
        shown.removeLast()
      } else {
        shown.append(piece)
      }
    }
    return shown.joined()
  }

  /// A date as it is shown.
  static func words(for date: CivilDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

  /// Yes or no as it is shown.
  static func words(for truth: Bool) -> String { truth ? "是" : "否" }

  /// Words that join conditions.
  static func connective(_ text: String) -> FactExpression.Token? {
    switch text {
    case "且": .and
    case "或": .or
    case "非": .not
    case "是": .truth(true)
    case "否": .truth(false)
    default: nil
    }
  }

  /// The units that stand behind counted figures.
  static let units: Set<Character> = ["人", "个", "名", "次", "项", "位", "所"]

  /// Whether words are what figures are counted in and no department, whose names are longer.
  static func isMeasure(_ words: String) -> Bool {
    words.count == 1 || ["人次", "百分比", "课时", "学时", "小时", "万人"].contains(words)
  }

  /// The word for ten thousand.
  static let tenThousand: Character = "万"

  /// A figure without the unit behind it.
  static func withoutUnit(_ text: String) -> Substring {
    text.last.map(units.contains) ?? false ? text.dropLast() : text[...]
  }

  /// Half-width forms of the operators people type.
  static let folded: [Character: Character] = [
    "（": "(", "）": ")", "＜": "<", "＞": ">", "＝": "=", "％": "%", "＋": "+", "－": "-",
    "×": "*", "÷": "/", "／": "/", "≦": "≤", "≧": "≥", "．": ".",
  ]

  /// An indicator's figure that is not known, as the remark column shows it:
  /// a blank to be filled in.
  static let unknown = "＿＿"

  /// What stands for the organisations until they are named.
  static let organisation = "{\(ReformProfile.Word.organisations.rawValue)}"

  /// The headings of the table of headings.
  static let vocabularyHeadings = ["栏目", "写法"]

  /// The words of the cells that stand for nothing written.
  private static let blanks: Set<String> = ["", "-", "—", "——", "－", "/", "／", "未统计", "待定", "不详"]

  /// Whether a cell of figures says nothing.
  static func isBlank(_ text: String) -> Bool { blanks.contains(TextFolding.compact(text)) }

  /// The reason behind 不适用, empty when none is given; nil when the words say anything else. The
  /// word written twice is taken once.
  static func exemption(_ words: String) -> String? {
    guard words.hasPrefix("不适用") else { return nil }
    let reason = String(
      words.dropFirst(3).drop { "：:，,（( ".contains($0) }.reversed()
        .drop { "）) 。".contains($0) }.reversed())
    return exemption(reason) ?? reason
  }
}
