/// Words of labels within a value (标签用语): which day they name, and who answers behind them.
extension PlanPhrases {
  /// Words before a colon that are no label of a value.
  static let noLabels: Set<String> = ["其中", "以下", "如下", "近期", "短期", "中期", "长期", "远期"]

  /// Verbs between a label and its value.
  package static let joiningVerbs: Set<Character> = ["为", "是"]

  /// The brackets that may stand before a label.
  static let openBrackets: Set<Character> = ["（", "(", "【", "[", "〔", "〖", "<", "＜"]

  /// Labels of days that name the deadline beside other labels alone: 时间：6月底前.
  package static let shortDayLabels: Set<String> = [
    "时间", "日期", "限时", "限期", "完成", "截止", "时点", "进度", "预计完成", "计划完成", "拟完成", "目标节点",
  ]

  /// How the labels of days end.
  private static let dayLabelEndings = [
    "时间", "时限", "期限", "限期", "日期", "节点", "时点", "限时", "截止",
  ]

  /// What happens after the work is done or beside it, and has a day of its own.
  static let laterEvents = [
    "验收", "报送", "上报", "报告", "检查", "督查", "督导", "督办", "抽查", "复查", "核查", "复核", "公示", "总结", "评估", "评审",
    "考核", "考评", "审核", "汇报", "备案", "迎检", "回头看", "统计",
  ]

  /// Words that name the end of the work itself.
  static let completionStems = ["完成", "整改", "办结", "销号", "落实", "到位"]

  /// Who else has a day for the same work.
  private static let otherOwners = ["上级", "省定", "省里", "省级", "原定", "原时限", "原期限", "原计划", "原完成"]

  /// Whether the label of a day names another one than that of the work: 验收时间, 上级时限, 原时限.
  ///
  /// - Parameter label: The label, folded.
  /// - Returns: False for 完成时限, 整改验收时间 and labels that name no such event.
  package static func namesOtherDay(_ label: String) -> Bool {
    if otherOwners.contains(where: label.contains) { return true }
    return laterEvents.contains(where: label.contains)
      && !completionStems.contains(where: label.contains)
  }

  /// Whether a label is that of a day.
  package static func isDayLabel(_ label: String) -> Bool {
    shortDayLabels.contains(label) || dayLabelEndings.contains(where: label.hasSuffix)
  }

  /// Words that may turn a day into another one or none, so that they are never passed over.
  private static let turningWords = [
    "延", "调整", "推迟", "暂缓", "视", "另行", "待", "条件", "前提", "如", "若", "除", "变更", "提前", "取消",
  ]

  /// Whether words behind a label can say nothing of a day.
  static func saysNothingOfDays(_ label: String, _ words: String) -> Bool {
    let all = label + words
    return !isDayLabel(label) && !turningWords.contains(where: all.contains)
      && !all.contains(/[0-9一二三四五六七八九十][年月日]|[年月期]底|学期/)
  }

  /// What those are called who neither lead nor take part: 监督单位, 督办.
  static let otherRoles = [
    "监督", "督办", "督导", "督查", "督促", "指导", "验收", "考核", "考评", "评估", "评审", "评价", "审核", "审批", "检查",
    "抽查", "监管", "复核", "核查", "联系", "报送", "抄送", "交办", "跟踪", "上级",
  ]

  /// How their labels end.
  static let roleBodies = ["单位", "部门", "处室", "科室", "部室", "机构", "主体", "机关", "方", ""]

  /// How the look of a name is told that marks the lead: 加粗的为牵头单位.
  package static let formatWords = [
    "加粗", "粗体", "粗体字", "黑体", "黑体字", "下划线", "斜体", "斜体字", "标红", "红色", "红字", "标色",
  ]

  /// Words in the labels of those who answer, beside the known labels: 整改单位, 具体分工.
  static let answeringStems = [
    "责任", "落实", "实施", "承办", "承担", "执行", "整改", "办理", "归口", "经办", "分工", "完成", "主管",
  ]

  /// How such labels end.
  static let answeringEndings = ["单位", "部门", "处室", "科室", "部室", "主体", "分工"]
}
