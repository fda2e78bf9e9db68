extension Phase {
  /// The state as staff call it.
  public var words: String {
    switch self {
    case .pending: "待启动"
    case .inProgress: "推进中"
    case .submitted: "待审核"
    case .closed: "已销号"
    case .ongoing: "长期坚持"
    case .withdrawn: "已撤销"
    }
  }

  /// Reads a state from its words or stored name; anything else is nil.
  public init?(words: String) {
    guard let phase = Phase.allCases.first(where: { $0.words == words || $0.rawValue == words })
    else { return nil }
    self = phase
  }
}

extension ItemStatus {
  /// The status as staff call it.
  public var words: String {
    switch self {
    case .pending: Phase.pending.words
    case .inProgress: Phase.inProgress.words
    case .submitted: Phase.submitted.words
    case .closed: Phase.closed.words
    case .stale: "失效"
    case .ongoing: Phase.ongoing.words
    case .withdrawn: Phase.withdrawn.words
    }
  }

  /// The status as papers name it: what lapsed is a closure.
  public var paperWords: String { self == .stale ? "销号失效" : words }

  /// Reads a status from its words, as lists or papers have them, or its stored name; anything else
  /// is nil.
  public init?(words: String) {
    guard
      let status = ItemStatus.allCases.first(where: {
        [$0.words, $0.paperWords, $0.rawValue].contains(words)
      })
    else { return nil }
    self = status
  }
}

extension TargetDay.Source {
  /// Which day it is.
  public var words: String {
    switch self {
    case .due: "时限"
    case .handIn: "报送日"
    }
  }
}

extension Lateness {
  /// The days it passes: 晚于任务列表的时限 2020-06-30 和报送日 2020-10-15.
  public var words: String {
    let days = [list.map { "任务列表的时限 \($0)" }, handIn.map { "报送日 \($0)" }].compactMap(\.self)
    return "晚于" + days.joined(separator: " 和")
  }
}

extension ItemOnDay {
  /// The day by which it must be settled, in the words of every list (应办妥日): which of the two days
  /// it is, its own day where the hand-in has passed, and how many days it is overdue.
  ///
  /// - Parameter date: How the front end writes a day.
  /// - Returns: 2020-10-15（报送日；时限2020-10-31，逾期8天）; the words of the deadline where nothing
  ///   fixes a day.
  public func targetWords(_ date: (CivilDate) -> String) -> String {
    guard let target else { return state.deadlineInForce.words }
    var words = target.source.words
    if target.source == .handIn, day > target.day, let due {
      words += "；\(TargetDay.Source.due.words)\(date(due))"
    }
    if let days = overdueDays { words += "，\(OverlayWords.overdue)\(days)天" }
    return "\(date(target.day))（\(words)）"
  }

  /// The target day, and beside it the next of several days: …，下一次2020-09-25.
  public func dayWords(_ date: (CivilDate) -> String) -> String {
    targetWords(date) + (dayBesideTarget.map { "，下一次\(date($0))" } ?? "")
  }
}

/// What is said of an item beside its status (叠加的说法): overlays, and no states.
public enum OverlayWords {
  /// Past its own due day and open.
  public static let overdue = "逾期"
  /// Past the hand-in and not settled.
  public static let unsettledAtHandIn = "报送日未办妥"
}

extension Member.Role {
  /// The role as staff call it.
  public var words: String {
    switch self {
    case .owner: "责任部门"
    case .office: "办公室"
    case .leader: "领导"
    case .administrator: "管理员"
    }
  }
}

extension Transition {
  /// The move as staff call it.
  public var words: String {
    switch self {
    case .start: "认领"
    case .submit: "申请销号"
    case .close: "销号"
    case .return: "退回"
    case .reopen: "重启"
    case .sustain: "转入长期坚持"
    case .withdraw: "撤销"
    }
  }
}

extension Light {
  /// The light as staff call it.
  public var words: String {
    switch self {
    case .green: "绿"
    case .yellow: "黄"
    case .red: "红"
    case .blue: "蓝"
    case .grey: "灰"
    }
  }

  /// What the light says of many items, for readers who do not see colours. Red is past the target
  /// day, and 逾期 is past the own day only: why one item is red, that item says.
  public var meaning: String {
    switch self {
    case .green: "正常"
    case .yellow: "临期"
    case .red: "过应办妥日或无进展"
    case .blue: "已销号"
    case .grey: "无期限"
    }
  }
}

extension PlanDifference.Field {
  /// The field as staff call it.
  public var words: String {
    switch self {
    case .ordinal: "序号"
    case .content: "内容"
    case .measures: "落实措施"
    case .deadline: "完成时限"
    case .departments: "实施部门"
    case .responsiblePerson: "责任人"
    case .remark: "备注"
    case .clause: "对应条款"
    }
  }
}

extension MeetingAgenda {
  /// The headings of the meeting in order, each with its items; those without any are left out.
  public var groups: [(words: String, items: [ItemID])] {
    [
      (OverlayWords.overdue, overdue.map(\.item)), ("退回未再申请", returned), ("销号失效", stale),
      ("待审核", submitted), ("延期待答复", pendingExtensions), ("本月到期", dueThisMonth),
      ("下月到期", dueNextMonth), (OverlayWords.unsettledAtHandIn, unsettledAtHandIn),
      ("漏期", missed), ("没有按期进展", silent),
    ].filter { !$0.1.isEmpty }
  }

  /// What the gaps of earlier months are called.
  public static let gapWords = "以前月份未办结的差距短板"
}

extension RequiredText {
  /// The text as staff call it.
  public var words: String {
    switch self {
    case .actor: "经办人"
    case .school: "学校名称"
    case .summary: "完成情况说明"
    case .opinion: "审核意见"
    case .reason: "理由"
    case .finding: "发现的问题"
    case .basis: "依据"
    case .note: "进展内容"
    case .reviewers: "审核人"
    case .content: "内容"
    case .measure: "落实措施的内容"
    case .gap: "差距短板的内容"
    case .owner: "责任部门"
    case .resolution: "整改结果"
    case .member: "姓名"
    case .department: "部门"
    case .factName: "实有数据的名称"
    case .officeText: "文稿内容"
    case .answer: "答复的内容"
    case .decision: "议定事项的内容"
    case .factValue: "实有数据的值"
    case .words: "填写的内容"
    }
  }
}

extension MissingPart {
  /// What is missing, in a few words.
  public var words: String {
    switch self {
    case .start: "尚未认领"
    case .evidence: "缺佐证材料"
    case .measureEvidence(let numbers):
      "落实措施第 \(numbers.map(String.init).joined(separator: "、")) 条缺佐证"
    case .statement: "缺完成情况说明"
    case .answerToReturn(let reason): "退回后未再申请：\(PrintableText.line(reason))"
    case .review: "待审核"
    case .newReview: "销号失效，待重新审核"
    case .deadline(let round): round.map(StatusWords.roundWithoutDay) ?? "完成时限未载明"
    case .signOfLife(let month): "\(month.year)年\(month.month)月没有进展或佐证"
    case .missedDay(let day): "\(day) 漏期，之后还没有进展或佐证"
    case .sustaining: "尚未转入长期坚持"
    case .confirmation(let codes):
      "导入标记待确认：\(codes.map(\.rawValue).joined(separator: "、"))"
    }
  }
}

extension ReviewBasis.Part {
  /// The part in words.
  public var words: String {
    switch self {
    case .clause: "对应条款"
    case .content: "内容"
    case .deadline: "完成时限"
    case .statement: "完成情况说明"
    case .measures: "落实措施"
    case .evidence: "佐证材料"
    }
  }
}

/// Names that stand where a person gave none.
enum StatusWords {
  /// Whoever opened a ledger or imported a plan without signing.
  static let unsigned = "未署名"

  /// The deadline of a further round that has a day of its own.
  static func round(_ number: Int, due: CivilDate) -> String {
    "第 \(number) 轮，\(due.year)年\(due.month)月\(due.day)日前"
  }

  /// The deadline of a further round that nobody has given a day yet.
  static func roundWithoutDay(_ number: Int) -> String { "第 \(number) 轮时限未定" }
}
