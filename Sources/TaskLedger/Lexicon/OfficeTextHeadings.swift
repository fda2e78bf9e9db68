/// The headings under which the office writes its own words (文稿).
public enum OfficeTextHeadings {
  private static let words: [(part: OfficeText.Part, titles: [String])] = [
    (
      .results,
      ["成效", "改革成效", "主要成效", "工作成效", "取得的成效", "取得成效", "改革成果", "主要成果"]
    ),
    (.problems, ["问题", "存在问题", "存在的问题", "存在不足", "存在的不足", "问题不足", "主要问题"]),
    (
      .nextSteps,
      [
        "下一步", "下一步工作", "下一步工作打算", "下一步工作计划", "下一步打算", "下一步计划", "下一步举措",
        "下一步工作举措",
      ]
    ),
    (.guidance, ["领导指导", "领导重视", "领导关心指导", "上级指导", "领导重视和指导"]),
  ]

  /// The heading of a part in the file that is written on.
  public static func title(of part: OfficeText.Part) -> String? {
    words.first { $0.part == part }?.titles.first
  }

  /// The part that a heading names, or nil.
  ///
  /// - Parameter title: The heading without its number, spaces aside.
  /// - Returns: The part, or nil for a heading of something else.
  public static func part(titled title: String) -> OfficeText.Part? {
    words.first { $0.titles.contains(title) }?.part
  }

  /// The part that a heading of the papers of a work names in its own words, or nil.
  ///
  /// - Parameters:
  ///   - title: The heading without its number, spaces aside.
  ///   - profile: The words of the work.
  /// - Returns: The part, or nil for a heading of something else.
  public static func part(titled title: String, in profile: ReformProfile) -> OfficeText.Part? {
    TextFolding.compact(profile[.results]) == title && !title.isEmpty
      ? .results : part(titled: title)
  }

  /// Whether a heading of the papers of a work holds no text of its own.
  public static func isOther(_ title: String, in profile: ReformProfile) -> Bool {
    TextFolding.compact(profile[.account]) == title && !title.isEmpty || isOther(title)
  }

  /// The heading of a task to which the list gives no title.
  public static func untitled(task number: Int) -> String { "第\(number)项任务" }

  /// The headings of the papers that hold no text of their own.
  public static func isOther(_ title: String) -> Bool {
    [
      "各项任务落实情况", "存在问题和下一步工作", "文稿", "自评结论", "基本情况", "主要做法", "任务落实情况",
    ].contains(title)
  }

  /// Whether a paragraph of the file that is written on asks for words and holds none.
  public static func isPlaceholder(_ paragraph: String) -> Bool {
    paragraph.hasPrefix(placeholder)
  }

  /// How such a paragraph begins.
  public static let placeholder = "【待写】"
}

extension OfficeTextHeadings {
  /// The words before a count of what was struck off.
  static let closedWords = ["已销号", "共销号", "累计销号"]

  /// The word before a count of what is settled.
  static let settledWords = ["办妥"]

  /// The word before a count of what is not settled.
  static let unsettledWords = ["未办妥"]

  /// The word before a count of what is overdue.
  static let overdueWords = ["逾期"]

  /// The word before the completion rate.
  static let completionWord = "完成率"

  /// What makes another rate of it.
  static let inTimeWord = "按期"

  /// Words that make a part of what is not settled: 逾期未办妥, 报送日未办妥.
  static let parts = ["逾期", "到期", "报送日"]

  /// Words that count a span of time and not the whole.
  static let spans = ["本月", "当月", "上月", "本周", "上周", "本季度", "本学期", "本轮"]

  /// Whether a character turns the word behind it into its contrary: 未办妥, 不逾期.
  static func isNegation(_ character: Character?) -> Bool {
    character.map { "未没不无".contains($0) } ?? false
  }

  /// Words that say that everything is done.
  static let wholeClaims = [
    "全部办妥", "全部完成", "全部销号", "全部到位", "全部落实", "全部整改", "均已办妥", "均已完成", "均已销号",
  ]

  /// A unit of items: 27项, 27条.
  static func isItemUnit(_ character: Character) -> Bool { "项条".contains(character) }

  /// Whether a paragraph of a text looks like a heading: short, and no sentence.
  public static func isLikeHeading(_ title: String) -> Bool {
    title.count <= 12
      && !title.contains { isClauseEnd($0) || $0 == "、" || $0.isASCII && $0.isNumber }
  }

  /// A character that may stand between what is counted and its figure: 为, 共有, 总数.
  static func isCountWord(_ character: Character) -> Bool { "为共有计总数达到现".contains(character) }

  /// A mark that ends a clause.
  static func isClauseEnd(_ character: Character) -> Bool { "，。；：！？,;:!?\n".contains(character) }

  /// A character of words for departments and their unions: 院系, 班级, 部门.
  static func isDepartmentWord(_ character: Character) -> Bool { "院系班部".contains(character) }
}
