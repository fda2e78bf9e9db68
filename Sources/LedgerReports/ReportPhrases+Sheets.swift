import TaskLedger

/// The words of the sheets that go out and come back.
extension ReportPhrases {
  /// The name of the page in words.
  static let firstPage = "填表说明"

  /// The name of the page of items.
  static let itemPage = "任务"

  /// The label of the department.
  static let departmentLabel = SheetWords.departmentLabel

  /// What stands where nothing is missing.
  static let nothing = "无"

  /// The name of a department's file.
  static func sheetFile(_ department: String, _ month: CivilMonth) -> String {
    PrintableText.fileName("\(department)-填报表-\(month).xlsx")
  }

  /// The name of the review's file.
  static func reviewFile(_ day: CivilDate) -> String { "审核表-\(day).xlsx" }

  /// The title of a department's sheet.
  static func departmentTitle(_ department: String, _ month: CivilMonth) -> String {
    "\(department)　\(self.month(month))填报表"
  }

  /// The title of the review's sheet.
  static func reviewTitle(_ day: CivilDate) -> String { "销号审核表（\(date(day))）" }

  /// What a department's sheet holds.
  struct Asked {
    var department: String
    var items: Int
    var figures: Int
    var isUnion: Bool
    var hasStaff: Bool
  }

  /// What a department is told, in four sentences.
  static func departmentSentences(
    _ asked: Asked, on day: CivilDate, by last: CivilDate, to recipient: String,
    _ profile: ReformProfile
  ) -> [(label: String, words: String)] {
    var parts: [String] = []
    if asked.items > 0 { parts.append("\(profile.name)中负责的 \(asked.items) 条任务") }
    if asked.figures > 0 {
      parts.append(asked.isUnion ? "院级评估备案表要的 \(asked.figures) 项数据" : "要报的 \(asked.figures) 项数据")
    }
    if asked.hasStaff { parts.append("工作人员名单") }
    var howTo: [String] = []
    if asked.items > 0 {
      howTo.append("「\(itemPage)」页填进展，办完的写明完成情况说明，并在「申请销号」一格选「是」")
    }
    if asked.figures > 0 {
      howTo.append(
        "「\(figurePage)」页填数，不适用的写明理由"
          + (asked.hasStaff ? "，名单里数得出的不用再填" : ""))
    }
    if asked.hasStaff { howTo.append("「\(staffPage)」页一人一行，学号不要漏") }
    let files =
      asked.items > 0
      ? "在「佐证文件」一格写文件名，一行一个，证明第 2 条落实措施的写「措施2：文件名」，"
        + "文件与这张表放在同一个文件夹里一起交。"
      : "数据有佐证的，把办公室给的佐证编号写在「佐证编号」一格，没有编号的不用写。"
    return [
      (
        SheetWords.aboutLabel,
        "这张表请\(asked.department)填报\(month(day.civilMonth))的情况：\(parts.joined(separator: "、"))，"
          + "内容截至\(date(day))。"
      ),
      (
        SheetWords.fillingLabel,
        "请填浅黄色的格子，没有变化的空着（空着不会改动已登记的内容）：\(howTo.joined(separator: "；"))。"
      ),
      (SheetWords.filesLabel, files),
      (
        SheetWords.returnLabel,
        "请在\(date(last))前把填好的表和佐证文件交\(recipient)，收到后会退给您一份回执，写明收下了什么、还要补什么。"
      ),
    ]
  }

  /// What reviewers are told, in four sentences.
  static func reviewSentences(
    count: Int, on day: CivilDate, by last: CivilDate, to recipient: String
  ) -> [(label: String, words: String)] {
    [
      (SheetWords.aboutLabel, "这张表列出截至\(date(day))等待审核的 \(count) 条申请，供审核会逐条作出决定。"),
      (SheetWords.fillingLabel, "请在「任务」页的「审核决定」一格选「销号」或「退回」，在「意见或理由」一格写明意见，暂不决定的空着。"),
      (SheetWords.mindLabel, "申请人不能审核自己的申请，决定只对这张表上看到的内容有效，之后内容有变的会提示重新审核。"),
      (SheetWords.returnLabel, "请写明审核人，在\(date(last))前交\(recipient)登记。"),
    ]
  }

  /// The deadline's words and the day by which the item must be settled.
  static func days(of line: ItemLine) -> String {
    let words = line.state.item.deadline.text
    var lines = [words.isEmpty ? "未载明" : words]
    if line.onDay.target != nil { lines.append("应办妥：" + line.onDay.dayWords { "\($0)" }) }
    return lines.joined(separator: "\n")
  }

  /// A note with its day.
  static func noted(_ note: ItemState.ProgressNote) -> String { "\(date(note.on))：\(note.text)" }

  /// The state, with the round where it is not the first.
  static func state(of line: ItemLine) -> String {
    let number = line.state.round.number
    return state(line.onDay.status) + (number > 1 ? "（第\(number)轮）" : "")
  }

  /// What an item lacks, and what besides holds a pass back.
  static func lacking(_ parts: [MissingPart], _ obstacles: [Obstacle]) -> String {
    let others = obstacles.compactMap { obstacle -> String? in
      switch obstacle {
      case .missing: nil
      case .hedges, .gap: words(of: obstacle)
      }
    }
    let all = (missing(parts).map { [$0] } ?? []) + others
    return all.isEmpty ? nothing : all.joined(separator: "；")
  }

  /// What holds a pass back beside the review that is asked for, one a line.
  static func obstacles(_ obstacles: [Obstacle], unproved measures: [Int] = []) -> String {
    let others = obstacles.filter { $0 != .missing(.review) && $0 != .missing(.newReview) }
      .map { words(of: $0) }
    return ((measures.isEmpty ? [] : [measuresUnproved(measures)]) + others).joined(separator: "\n")
  }

  /// Measures without evidence of their own, which forbid nothing and are named at a review.
  static func measuresUnproved(_ numbers: [Int]) -> String {
    "落实措施第\(joined(numbers.map(String.init)))条没有佐证"
  }

  /// The measures as a cell shows them, one a line.
  static func measureLines(_ measures: [Measure]) -> String {
    measures.map { "（\($0.number)）\(PrintableText.line($0.text))" }.joined(separator: "\n")
  }
}

extension FormPage.Rule {
  /// What is said when something else is typed.
  package var message: String {
    switch self {
    case .words(let count): "最多写 \(count) 个字"
    case .day: "请写日期，例如 2020-09-15"
    case .choice(let words): "请从列表中选：\(words.joined(separator: "、"))，不需要的空着"
    }
  }
}

extension ReportPhrases {
  /// What became of a sheet, in a word.
  static func result(of receipt: SheetReceipt, dryRun: Bool) -> String {
    switch receipt.status {
    case .taken: "\(dryRun ? "将登记" : "已登记") \(receipt.recorded) 条记录"
    case .already: "先前已登记"
    case .blank: "没有填写"
    case .refused: "没有登记，\(receipt.findings.count { $0.severity == .error }) 处须改"
    }
  }
}
